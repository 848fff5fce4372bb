### What `report` and `export` say, beside what they print.

## Reports that are asked for in a way they cannot be.

names-people = this report names people
public-goes-with-event = --public goes with event
about-everybody = this report is about everybody
person-goes-with-certificate = --person, --all, --kind, --at-least, --minutes and --each go with certificate, --all with participants, too
no-such-rows = this report has no such rows
by-goes-with =
    --by `session`, `person` or `matrix` goes with attendance, `event`, `day` or `session` with sign-in, `session` with `answers`, `person` or `organisation` with history
about-all-sessions = this report is about all sessions
session-goes-with = --session goes with attendance, sign-in by session, `answers`, no-shows and curve
dossier-is-everything = a dossier is everything an event leaves behind
dossier-goes-with = rollcall report dossier -o dossier; --blank, --template and --format pdf go with it
dossier-is-a-folder = a dossier is a folder of files
name-the-folder = name it: rollcall report dossier -o dossier

## Certificates.

whose-certificate = whose certificate?
name-whose = --person PERSON names somebody, --all takes everybody who has earned one
certificate-of-all-sessions = a certificate is about all sessions that somebody attended
leave-out-session = leave out --session and --by
certificate-is-a-letter = a certificate is a letter, and { $format } is for tables
letter-formats =
    write pdf, docx, html, markdown or text: rollcall report certificate --all -o certificates.pdf; as a table: rollcall report attendance
# `sessions` are short names.
not-over = not over yet, and so not certified: { AND($sessions) }
nothing-for-anybody =
    there is nothing to certify: nobody was in a session for as long as its rule asks
nothing-for-this-person =
    there is nothing to certify: this person was not in a session for as long as its rule asks
certify-later = write certificates when the sessions have ended; `rollcall session list` says when
look-at-attendance =
    `rollcall report attendance` shows what is recorded; where the log is wrong, `rollcall attendance set` corrects it
certificates =
    { $others ->
        [0] { $count ->
            [one] { $count } certificate
           *[other] { $count } certificates
        }
        [one] { $count ->
            [one] { $count } certificate; { $others } person without a session attended for long enough left out
           *[other] { $count } certificates; { $others } person without a session attended for long enough left out
        }
       *[other] { $count ->
            [one] { $count } certificate; { $others } people without a session attended for long enough left out
           *[other] { $count } certificates; { $others } people without a session attended for long enough left out
        }
    }
# Of somebody whom two records put into two rooms at once; `sessions` are short names, `number` is the person's.
contested = { $name } ({ $number }): recorded in { AND($sessions) }, which ran at the same time, so these are not certified.
settle-contested = Say where they were not: `rollcall attendance set PERSON SESSION no-show --reason TEXT`; who was in both is set to `present` in both.
nothing-but-contested = there is nothing to certify: the records contradict each other
below-minimum =
    { $count ->
        [one] { $count } person is below the minimum of --at-least and left out
       *[other] { $count } people are below the minimum of --at-least and left out
    }
nobody-reaches-the-minimum = there is nothing to certify: nobody reaches the minimum of --at-least
person-is-below-the-minimum = there is nothing to certify: this person is below the minimum of --at-least
each-is-several-files = --each writes one file per person
name-their-folder = name a folder for them: rollcall report certificate --all --each -o certificates --format pdf
each-is-not-one-file = `{ $file }` is the name of a file, and --each writes a folder
wrote-certificates =
    { $count ->
        [one] wrote { $count } file into { $folder }
       *[other] wrote { $count } files into { $folder }
    }
by-hand =
    { $count ->
        [one] { $count } session certified by a verdict set by hand
       *[other] { $count } sessions certified by a verdict set by hand
    }

## Lists that are printed and handed out.

not-handed-out = this report is no list of participants
addresses-go-with = --addresses and --consent go with participants
not-of-organisations = this report is not about organisations alone
absent-goes-with = --absent goes with organisations
nobody-asked-for-it = no form of the event asked for this consent, and nobody gave it
map-the-question = where a form asked in other words, import it again with --map 'QUESTION=consent:newsletter'; `rollcall person edit PERSON --consent newsletter=yes` says it of one person
consent-goes-with-mailing = --consent goes with mailing
nobody-was-asked = no form of the event asked whether people agree to be listed, so everybody who takes part is listed
# What funders ask for; `options` are those of `event edit`.
facts-are-missing = the event lacks facts that funders ask for: add them by `rollcall event edit` with { AND($options) }
consent-not-certain = what a yes to the question `{ $question }` means for the list of participants is not certain
consent-of-question = if a yes agrees to be listed, say --consent '{ $question }'; if it does not, name the question that asks, or --consent none where no form asked
answer-not-certain = whether the answer `{ $answer }` to the question `{ $question }` agrees to be listed is not certain
correct-the-answer = write yes or no in this cell of the file and import it again; --consent 'QUESTION' goes by another question
no-such-question = no form of the event asked this question
questions-are-in-answers = `rollcall report answers` shows the questions and their answers

## The dossier.

wrote-dossier = wrote { $count } files into { $folder }; begin with { $index }

## Exports.

person-is-a-calendar = --person asks for somebody's own programme, which is a calendar
nothing-of-this-person = nothing in the programme is this person's
who-is-signed-up = `rollcall signup add` signs somebody up, `rollcall signup list` shows who is
all-is-the-whole-file = `export all` writes the whole file, and --event names one event
leave-out-event =
    leave out --event, or export what you need of the event: rollcall export signups --event EVENT -o signups.csv
dossier-of-one-event =
    `rollcall report dossier --event EVENT -o dossier` writes everything about one event
all-is-several-files = `export all` writes several files
name-a-folder = name a folder for them: rollcall export all -o export
or-one-workbook = or one workbook: rollcall export all -o { $file }
all-is-not-one-file = `{ $file }` is the name of a file, and `export all` writes a folder, or a workbook
name-this-folder = name a folder: rollcall export all -o { $folder }
# Of `report data`.
# Questions of the review; `count` is how many.
letter-leaves-out =
    { $count ->
        [one] the letter leaves out what question { AND($questions) } of `rollcall review` is about: answer it first, it may be theirs
       *[other] the letter leaves out what questions { AND($questions) } of `rollcall review` are about: answer them first, they may be theirs
    }
say-the-basis = the letter names no legal basis: `rollcall retention --basis TEXT` says it
whose-data = it is not said whose data
data-goes-with = add --person PERSON, by number, address or whole name; the other options of certificates do not go with it
data-of-all-events = what is held about a person is of all events and sessions
