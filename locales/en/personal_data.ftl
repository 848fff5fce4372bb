### Everything that is held about one person, as a letter to them.

title = Your personal data
as-of = As of { $day }
opening = This letter says what we hold about you, what we use it for, when it was recorded and where it comes from, and which documents name you. It leaves out what is held about other people: their names are replaced by […].

## What is held, by kind, and what it is used for.

record = Who you are
why-record = So that we know whom we are dealing with, can write to you, and take you for nobody else.
consents = What you agreed to
why-consents = So that we do what you allowed, and nothing that you refused.
registrations = What you signed up for
why-registrations = So that we can plan the meetings: places, waiting lists, and what you asked us for in the form.
attendance = When you were there
why-attendance = So that we can certify your attendance, prove to funders who took part, and count the figures of our reports.
programme = Your part in the programme
why-programme = So that the programme says who speaks, moderates and hosts.
questions = What we were not sure about
why-questions = Some rows of lists did not say clearly whom they mean. So that nothing is recorded for the wrong person, they were put to one of us; some are still waiting.
further = Further records
why-further = What else is kept with your record.
mentions = Where others mention you
why-mentions = You are named in texts of others or of the meeting.
former = Former states
why-former = Every change keeps what was there before, so that a mistake can be undone.
files = Documents that name you
why-files = We wrote these files; where they went from here, our program does not know.
copies-name-everybody = Copies of the whole file name everybody in it.

## How long it is kept, and on which basis.

basis-and-purpose = On which basis
basis = The legal basis that we rely on: { $basis }.
# What the organiser says of a meeting: the project, its number, whoever pays for it.
funded = What “{ $event }” is held for and paid by: { AND($stated) }.
keeping = How long it is kept
kept-until = These periods are set. What another meeting that you took part in still needs stays for as long as that.
stage =
    { $stage ->
        [times] when you were there, and how logs name you
        [people] your record with all that belongs to it
       *[all] everything else but figures that name nobody
    }
no-period = No period is set for { AND($events) }: your data is kept until we remove it or you ask for that.

## The end of the letter.

rights = Where it is, and what you can ask for
where-it-is = All of this is in one file on our own computers. The program that keeps it passes nothing on to anybody.
your-rights = You can ask us to correct what is wrong, to erase it, or to keep it without using it; you can object to its use, take back what you agreed to, and take your data with you in a file that programs can read. You can also complain to the supervisory authority for data protection.
signed = Place, date, signature

## Where a row comes from.

# `line` is where it was read.
changed-since = { $line }; changed since
# `files` are those that were imported together, or lines of them.
one-of = { OR($files) }
by-hand =
    { $command ->
        [check-in] at the door
        [review] an answer of ours to a question
       *[other] entered by us
    }
