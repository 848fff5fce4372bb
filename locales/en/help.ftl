### Help of the program, and of the commands that are about no one noun; the module `commands::help` says what the
### keys mean.

rollcall = Sign-up forms in, attendance lists and reports out
rollcall-examples =
    rollcall demo                                  see the whole story on invented data
    rollcall init                                  create the file `rollcall.db` here
    rollcall import programme.csv sign-ups.xlsx    import files
    rollcall report sign-in form.csv -o list.pdf   the list to print, of a file alone
    rollcall report attendance --format csv        who was there
    rollcall undo                                  take the last step back

## The options of every command.

any-db = The file to work with [default: rollcall.db, or ROLLCALL_DB]
any-event = The event, by short name, title or number; not needed while there is only one [or ROLLCALL_EVENT]
any-author = Who does it, for the history; empty for nobody [default: ROLLCALL_AUTHOR, else the name you are logged in by]
any-format =
    How results are written: text, csv, json, jsonl, markdown, html, pdf, docx or xlsx [default: by the ending of -o,
    else text]
any-lang = The language: en, de, or fr for documents [default: ROLLCALL_LANG, else that of the system]
any-quiet = Say nothing but results and errors
any-verbose = Say more
any-color = Use colours: auto, always or never

## The same argument of several commands.

any-files = The files; - is standard input
any-kind = What the file is: programme, organisations, people, signups or attendance [default: recognised]
any-session = The session, by short name, title, letter or number
any-by-the-clock = The log is of one room that served several sessions, one after the other
any-map =
    What a column means, 'Heading=field', or a word in it: 'Heading: word=confirmed', 'Answer=session:SLUG';
    remembered for these headings
any-encoding = The encoding, if it is recognised wrongly: utf-8, windows-1252, utf-16le, …
any-delimiter = What separates the cells, if it is recognised wrongly: ; , | or tab
any-sheet = The sheet of a workbook, by its name [default: the first that is a table]
any-date-order = The order of dates such as 10/8/2020: dmy, mdy or ymd [default: recognised, or asked]
any-timezone = The zone of times in the file [default: the event's]
any-force = Replace files that rollcall did not write, or that were changed since
any-dry-run = Say what would happen, and change nothing
any-date = When the event is, where none is on file: 2024-06-12, '2024-06-12 10:00-16:00', 2024-06-12..2024-06-13
any-person = The person, by number, address or name
any-output = Write to this file; its ending decides the format
any-raw = In CSV: leave cells that look like formulas, keys and ISO times as they are
any-template = Your own page for HTML and PDF, with your letterhead
any-browser = The browser that writes a PDF: Edge, Chrome or Chromium [default: ROLLCALL_BROWSER, else one that is found]
any-columns =
    Show these columns, in this order, by heading or key; hidden ones, and answers of a form, too:
    --columns name,organisation,'Diet'
any-conditions =
    Show the rows of which this holds: 'status=confirmed,waitlisted', 'role!=guest', 'minutes>=30', 'organisation~cluster',
    'Diet=' for none; may be given again, and all must hold
any-name = Its name, as it is to be printed
any-number = The question's number
any-people = The people, by number, address or name
any-organisation = The organisation, by number or name
any-role = manager, expert, speaker, guest, or your own word
any-title = The title
any-phone = A telephone number
any-language = The language to write to them in
any-remove = Take the name away
any-short-name = A short name
any-country = Its country
any-region = Its region
any-website = Its web address
any-named = The event, by short name, title or number; not needed while there is only one
any-slug = A short name for commands and files [default: made of the title]
any-start = When it begins; a time of day is on the day it begins now
any-end = When it ends; a time of day is on the day it begins
any-organiser = Who holds it, for documents
any-address = The postal address of the organiser
any-contact = How to reach the organiser: telephone, e-mail
any-project = The project that it is part of
any-funding-reference = The number under which the project is funded
any-funder = The line that the funder asks for
any-signatory = Who signs certificates
any-logo = A picture for the head of documents, a file beside the database or elsewhere; again for several
any-place = Where it takes place
any-room = Where it is, or in which meeting room
any-drop-in = People come and go: being here at the same time as elsewhere is no conflict
any-correct = Registrations follow: what they say was never right
any-keep = Registrations keep what was right then
any-since = Registrations follow for events that begin on this day or later
any-passphrase = With a passphrase, which is asked for
any-passphrase-file = With the passphrase in the first line of this file; - is standard input

## What stands in the place of a value: `<FILE>`.

value-address = ADDRESS
value-columns = COLUMNS
value-condition = CONDITION
value-country = COUNTRY
value-date = DATE
value-dir = DIR
value-event = EVENT
value-file = FILE
value-files = FILES
value-folder = FOLDER
value-format = FORMAT
value-from = FROM
value-heading-field = HEADING=FIELD
value-into = INTO
value-keep = PERIODS
value-key = KEY
value-kind = KIND
value-lang = LANG
value-language = LANGUAGE
value-lines = LINES
value-mode = MODE
value-n = N
value-name = NAME
value-number = NUMBER
value-order = ORDER
value-organisation = ORGANISATION
value-person = PERSON
value-purpose = PURPOSE
value-purpose-answer = PURPOSE=yes|no
value-question = QUESTION
value-place = PLACE
value-program = PROGRAM
value-reference = REFERENCE
value-region = REGION
value-role = ROLE
value-room = ROOM
value-rule = RULE
value-session = SESSION
value-shell = SHELL
value-sign = SIGN
value-status = STATUS
value-stay = STAY
value-text = TEXT
value-time = TIME
value-title = TITLE
value-url = URL
value-verdict = VERDICT
value-what = WHAT
value-when = WHEN
value-who = WHO
value-zone = ZONE

## The commands.

init = Create the file that holds everything
init-more = One SQLite file, readable by its owner alone.
init-examples =
    rollcall init
    rollcall init --db network.db

demo = Show the whole story on invented data: programme, sign-ups, lists, reports
demo-more = Everything is written into a new folder, where you can go on by yourself.
demo-examples =
    rollcall demo
    rollcall demo --lang de somewhere/else
demo-folder = The folder; must be new or empty [default: rollcall-demo]

inspect = Show what a file is and what its columns mean, and change nothing
inspect-more =
    Works without a rollcall file; where there is one, its programme helps to know choices of sessions, and
    remembered --map answers are used.
inspect-examples =
    rollcall inspect sign-ups.csv
    rollcall inspect *.csv --format json
inspect-session = The session that a list of those present, or a log, is about
inspect-rows = How many rows to show

import = Import files: programme, organisations, people, sign-ups, attendance
import-more =
    What a file is, how it is encoded and what its columns mean is found out; `rollcall inspect FILE` shows it
    beforehand. Several files are imported in the order they need, as one operation. The same file again changes
    nothing; a file that has grown brings what is new. Rows that cannot be imported are set aside with their line and
    reason, and everything else goes in. Every sheet of a workbook that `export all` wrote is imported as a file of
    its own.

    Where there is no rollcall file yet, it is created; where no event is on file and none comes with a programme,
    --title and --date say which one it is about, or it is asked for.
import-examples =
    rollcall import programme.csv sign-ups.xlsx
    rollcall import sign-ups.csv --title 'Autumn meeting' --date '2024-06-12 10:00-16:00'
    rollcall import sign-ups.csv --dry-run                     look first
    rollcall import sign-ups.csv --map 'Ihr Cluster=organisation' --rejects wrong.csv
    rollcall import present.txt --as attendance --session bar-1  a list of names
    rollcall import sign-ups.csv --skip-lines 2,5-7            without the rows of a test
    some-program | rollcall import - --as signups
import-title = The title of the event, where none is on file
import-session = The session that a list of those present, or a log, is about
import-mode = What may happen to people who are on file: update, fill (only empty fields) or skip
import-rejects = Write the rows that cannot be imported to this file, in their own layout, to be corrected
import-force = Replace a file of --rejects that rollcall did not write, or that was changed since
import-strict = Import all rows or none
import-allow-again = Take rows of people who were removed for good: they come back
import-skip-lines =
    Leave these rows out, as if they were not in the file: 2,5-7, by the lines that messages name; for somebody who tried the
    form
import-minimal = Of logs, keep rounded minutes and whether they meet the rule: no times, no names

export = Write data out; `import` reads all of it back but the mailing
export-more =
    `all` writes one file each into a folder, or one workbook with a sheet each; imported into a new file it gives
    the same file again, and so it is of all events. The others are of one event alone where one is named by
    --event or ROLLCALL_EVENT: people and organisations of whoever takes part, which is who is registered, was
    seen there or has a part in the programme. The programme can be a calendar too, which other programs read
    and `import` does not; with --person, what of it is theirs. `mailing` is for letters: a row for everybody
    registered, with how to address them, what they chose and what they attended, in their language; it is no list
    of sign-ups and not part of `all`.

    Files end with a column `as_of`: when they come back, what of them is only older than what is on file is left
    alone. Without --output there is no such column. An export with some of its columns alone, and sign-ups or a
    programme with some of their rows, are for other programs: `import` does not take a part for the whole.
export-examples =
    rollcall export people -o people.csv
    rollcall export people --event autumn -o caterer.csv     who takes part in one event
    rollcall export signups --format json
    rollcall export signups --where 'status=confirmed' --columns name,organisation,'Diet' -o caterer.xlsx
    rollcall export programme -o programme.ics
    rollcall export programme --person 'Anna Müller' -o anna.ics
    rollcall export mailing -o mailing.csv
    rollcall export all -o export/
    rollcall --db copy.db import export/*.csv
    rollcall export all -o everything.xlsx
    rollcall --db copy.db import everything.xlsx
export-consent = Only whoever agreed to this: `newsletter`, `photographs`, `participants`, `recording` (mailing)
export-what = What
export-person = What of the programme is theirs, as a calendar: places, waiting lists, parts

report = Print lists and reports
report-more =
    attendance: who was there, by session or by person, or with a column for each session (matrix). sign-in: the list to
    print beforehand, a sheet for each session, day or the event; only the ticks of a session's sheet count for the
    session. evidence: the list that funders ask for, with a signature for each day, and afterwards
    with a mark for each recorded day. door: everybody from A to Z, in large
    letters. participants: the list to hand out, of those who agreed where a form asked: who is
    registered, and once the meeting is over and recorded, who came. `answers`: how often each answer
    of the forms was given. sessions: the figures of every session. organisations: who was represented; with
    --absent, who was not. no-shows: whom to write to. curve: how many were
    there, minute by minute; in a terminal a picture. history: people or organisations across events. certificate:
    certificates of attendance, a page each, for whoever was in a session for as long as its rule asks. event: the
    follow-up report as one document, with figures, programme, organisations, new and returning, no-shows, and how
    all that was counted. dossier: all of them in one folder, with workbooks, certificates, calendar, data and an
    index page.

    With files, the report is made of these alone, as `import` would read them: nothing is kept, and nothing has to be
    set up before. What they do not say of the event comes from their names, --title and --date, or is asked for.
report-examples =
    rollcall report sign-in sign-ups.xlsx -o list.pdf       of a file, without a database
    rollcall report sign-in --session breakout-a --blank 5
    rollcall report attendance -o attendance.csv
    rollcall report sign-in -o sign-in.pdf                  ready to be printed
    rollcall report sign-in --by day -o days.pdf            a sheet for each day
    rollcall report evidence -o evidence.pdf
    rollcall report door -o door.pdf
    rollcall report participants --addresses -o list.xlsx
    rollcall report participants --all                      who is registered, also afterwards
    rollcall report answers --by session                    for the caterer
    rollcall report attendance --by person
    rollcall report attendance --where 'verdict=no-show' --columns name,organisation,email
    rollcall report attendance --by matrix -o matrix.pdf
    rollcall report organisations --absent
    rollcall report sessions --format markdown
    rollcall report curve --session breakout-a
    rollcall report curve -o curve.csv
    rollcall report history --by organisation
    rollcall report certificate --all -o certificates.pdf
    rollcall report certificate --all --at-least 50% --each -o certificates --format pdf
    rollcall report certificate --person 'Anna Müller' -o anna.md
    rollcall report event -o report.html
    rollcall report event -o report.docx                    for Word, to edit
    rollcall report event --public --lang de -o report.md
    rollcall report dossier -o dossier
report-name = Which one
report-files = Make it of these files alone, and keep nothing; - is standard input
report-session = One session alone; with files, lists and logs are of this session
report-title = The title of the event [default: that of the programme, else the name of the file]
report-date = When the event is: 2024-06-12, '2024-06-12 10:00-16:00' [default: that of the programme or in the file's name]
report-save = Keep the data of the files as a new rollcall file
report-by = What a row is: `session`, `person` or `matrix` (attendance), `person` or `organisation` (history); what a sheet is for: `session`, `day` or `event` (sign-in); whose answers: `session` (`answers`)
report-blank = Empty lines below a list to write on [default: 5 in html, pdf, docx and xlsx, 10 at the door; else none]
report-addresses = With e-mail addresses (participants)
report-consent = The question whose yes agrees to be listed; `none` where no form asked (participants)
report-absent = Those on file that nobody came from (organisations)
report-person = Whose certificate
report-all = The certificates of everybody who has earned one; everybody registered, also afterwards (participants)
report-certified = Certify sessions of this kind alone, `networking` and `social` too; may be given again
report-at-least = Certify to whoever was there for so long in all: 90min, or 50% of the recorded sessions
report-at-least-more =
    The sessions that the certificate lists count together, those at the same time once. A session that the organiser
    confirms by hand, or of which nothing says how long somebody was there, counts in full. Whoever is below is left
    out and counted.
report-minutes = Say on certificates how many minutes somebody was there, and what was required
report-each = Write one certificate per file into the folder of --output; --format pdf, html, markdown or text
report-public = Name only people in the programme (event)

check-in = Record at the door who came, who left, and who said they would not come
check-in-more =
    Without --at it is now, from twelve hours before the session until its end. Afterwards, people are recorded as
    having been there, without a time; with --out, until the session's end. Recording the same again changes nothing.
    All people of one command are one operation: if one of them is not found, nobody is recorded.
check-in-examples =
    rollcall check-in 'Anna Müller' 31 --session breakout-a
    rollcall check-in 31 --session breakout-a --at 11:40
    rollcall check-in 31 --session breakout-a --out
    rollcall check-in 'Jan Becker' --session a --excused
    rollcall check-in 'Eva Neu' --session a --walk-in --organisation 'BioCluster Nord'
check-in-at = When; a time of day is on the session's day [default: now]
check-in-out = They leave
check-in-excused = They said that they would not come
check-in-walk-in = Whoever is not on file is added
check-in-email = The e-mail address of the one person who is added
check-in-organisation = The organisation of the one person who is added, by number or name
check-in-allow-again = Also where it is, or may be, somebody who was removed for good

undo = Take an operation back
undo-more =
    Without a number, the newest one that has not been taken back. An undo is an operation itself: undoing it does the first
    one again. What later operations built on is not pulled away: then it says which.
undo-examples =
    rollcall undo            take the last operation back
    rollcall undo 7          take operation 7 back
    rollcall history         which operations there are
undo-number = The operation's number, as `rollcall history` shows it

backup = Write a safe copy of the file
backup-more =
    The copy is whole even while another rollcall is writing. It holds everybody's data as the file does: a copy
    that leaves this computer should be encrypted. A name that ends in .age asks for that: --recipient is the
    public key of whoever may open it (age-keygen makes one), --passphrase is for whoever knows it.
    `rollcall restore` reads both, and so does the program age.
backup-examples =
    rollcall backup rollcall-2020-10-08.db
    rollcall backup rollcall.age --passphrase
    rollcall backup rollcall.age --recipient age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p
    rollcall backup rollcall.age --recipients-file team.txt
backup-file = Where the copy goes; nothing may be there yet
backup-recipient = Encrypt it for this public key (age1…); may be repeated
backup-recipients-file = Encrypt it for the public keys in this file, one a line

restore = Put a backup into the place of the file
restore-more =
    The backup is checked first: ours, sound, of a layout that this program knows. It stays as it is. A file that
    is there already is replaced only with --force, and is kept beside it under another name.
restore-examples =
    rollcall restore rollcall-2020-10-08.db
    rollcall restore rollcall-2020-10-08.db --force        the file of today is kept beside it
    rollcall restore rollcall.age --passphrase
    rollcall restore rollcall.age --identity key.txt
restore-file = The backup
restore-force = Replace the file that is there; it is kept under another name
restore-identity = The secret key that opens it, as age-keygen writes it

check = Check that the file is sound
check-more =
    SQLite's own checks, and the promises of this program beyond them: nobody waits while a place is free in a
    session yet to begin, every row belongs to an operation, and so on. Tables, views, triggers and indices that
    another program altered or removed are named; those that somebody added are left alone.
check-examples =
    rollcall check
    rollcall check --repair     rebuild views, triggers and indices that another program altered
check-repair = Rebuild what another program altered or removed, as far as nothing is lost by it

completions = Write the completion script of a shell
completions-examples =
    rollcall completions bash > ~/.local/share/bash-completion/completions/rollcall
    rollcall completions powershell >> $PROFILE
completions-shell = The shell

man = Write the manual page
man-examples =
    rollcall man | man -l -
    rollcall man --all man/      one page a command, into a folder
man-all = Write one page for every command into this folder
man-force = Replace pages that are there
