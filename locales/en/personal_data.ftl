### Everything that is held about one person, as a letter to them.

title = Your personal data
as-of = As of { $day }
opening = This letter sets out what data we hold about you, what we use it for, when it was recorded and where it comes from, and which documents name you. It leaves out the data of other people: their names are replaced by […].

## What is held, by kind, and what it is used for.

record = Who you are
why-record = So that we know whom we are dealing with, can write to you, and do not confuse you with anyone else.
consents = What you agreed to or refused
why-consents = So that we do what you allowed, and nothing that you refused.
registrations = What you signed up for
why-registrations = So that we can plan the meetings: places, waiting lists, and what you asked us for in the form.
attendance = When you were there
why-attendance = So that we can certify your attendance, prove to funders who took part, and count the figures of our reports.
programme = Your part in the programme
why-programme = So that the programme says who speaks, moderates and hosts.
questions = What we were not sure about
why-questions = Some entries in lists did not say clearly whom they meant. One of us checks them, so that nothing is recorded for the wrong person.
may-be-yours =
    { $count ->
        [one] One entry is still being checked. It may be yours or somebody else's, so this letter does not show it.
       *[other] { $count } entries are still being checked. They may be yours or somebody else's, so this letter does not show them.
    }
further = Further records
why-further = What else is kept with your record.
mentions = Where others mention you
why-mentions = You are named in texts of others or of the meeting.
former = Earlier versions of your data
why-former = Every change keeps what was there before, so that a mistake can be undone.
files = Documents that name you
why-files = We wrote these files; where they went from here, our program does not know.
copies-name-everybody = Backup copies of the file, where there are any, contain everyone's data.

## How long it is kept, and on which basis.

basis-and-purpose = Legal basis and purpose
basis = The legal basis that we rely on: { $basis }.
# What the organiser says of a meeting: the project, its number, whoever pays for it.
funded = What “{ $event }” is held for and paid by: { AND($stated) }.
keeping = How long it is kept
kept-until = These periods are set. What another meeting that you took part in still needs stays for as long as that.
stage =
    { $stage ->
        [times] the times of your attendance
        [people] your record with all that belongs to it
       *[all] everything else but figures that name nobody
    }
no-period-at-all = No period is set: your data is kept until we remove it or you ask for that.
no-period = No period is set for { AND($events) }: your data is kept until we remove it or you ask for that.

## The end of the letter.

rights = Where it is, and what you can ask for
where-it-is = All of this is in one file on our own computers. The program that keeps it passes nothing on to anybody.
your-rights = You can ask us to correct what is wrong, to erase it, or to keep it without using it; you can object to its use, take back what you agreed to, and receive your data in a machine-readable file. You can also complain to the supervisory authority for data protection.
signed = Place, date, signature

## Where a row comes from.

# Lines of one file that it may have been read in.
lines-of = { $file }, lines { OR($lines) }
# `from` is where it was read.
changed-since = { $from }; changed since
# `places` are files that were imported together, or lines of them.
one-of = { OR($places) }
by-hand =
    { $command ->
        [import] a file that we imported
        [review] an answer of ours to a question
       *[other] entered by us
    }
