### What an import says of a file: what became of it, what is wrong with its rows, what to know of it.

## What became of rows.

created = { $count } created
updated = { $count } updated
unchanged = { $count } unchanged
for-review = { $count } for review
rejected = { $count } rejected
skipped = { $count } skipped
# What became of a file, in `history`; `counts` is "40 created, 3 updated".
summary =
    { $rows ->
        [0] { $file }: 0 rows
        [one] { $file }: { $rows } row: { $counts }
       *[other] { $file }: { $rows } rows: { $counts }
    }
# The same of several files; `others` is the same again.
summaries = { $file }; { $others }
# In the place of a file: what was added before.
event-added = the event { $title }
two-events = the programme brings an event of its own, beside the one of --title and --date
leave-out-title-and-date = leave out --title and --date
# What became of a file, with how it was read.
outcome =
    { $rows ->
        [0] { $file } ({ $kind }, { $family }, { $encoding }): 0 rows
        [one] { $file } ({ $kind }, { $family }, { $encoding }): { $rows } row: { $counts }
       *[other] { $file } ({ $kind }, { $family }, { $encoding }): { $rows } rows: { $counts }
    }
# Under the outcome of a file.
note = note: { $note }
# Below the first of many problems.
more-problems = … and { $count } more
# Rows that are right and bring nothing: `reason` is "not ticked", `lines` is "lines 3, 4".
skipped-lines = skipped, { $reason }: { $lines }

## Why a row is right and brings nothing.

not-there = not there
there-by-another-file = not there by this file, but by one imported before, which counts; `rollcall attendance set` settles it
more-on-file = fewer minutes than are on file, which count; `rollcall attendance set` settles it
as-asked = as you asked
not-ticked = not ticked
ticked-elsewhere = not ticked here, but in a list of another name, which counts (a corrected list keeps its name)
excused = excused
known-already = known already
cancelled-later = a later cancellation is on file
cancelled-before = this person has cancelled, and nothing says that this row was sent later: if they come after all, write `confirmed` into a column `status`
newer-submission = a newer submission is on file
nobody-by-hand = set by hand to nobody
another-meeting = of another meeting
outside-the-hours = outside the hours of the session
earlier-day = came on an earlier day, and nothing says until when they stayed

## What is wrong with a row.

unknown-session = `{ $session }` is not a session of the event
unknown-session-of-row = the event of this row has no session `{ $session }`
other-length = other minutes of this person are on file in this session, and without times the two cannot be united; `rollcall attendance set` settles it, or `rollcall undo` of the import they came from
other-stay = this person is on file in this session from the same source, with other times: a row changed by hand would count beside the one on file; `rollcall undo` the import it came from, or set the attendance: `rollcall attendance set`
which-session = nothing says which session this is: add --session, or a column `session`
unknown-event = there is no such event
which-event = nothing says which event this is about
left-too-early = left before they came
excuse-of-nobody = an excuse of somebody who is not on file
verdict-on-nobody = a verdict by hand on somebody who is not on file
another-verdict = another verdict by hand is on file
needs-an-answer = it needs an answer
of-another-session = the row names session `{ $session }`, and the list is given to another one: leave --session out, and each row counts for its own
of-another-day = the row is of { $day }, which is not a day of the event
# A column where something is odd with a row that is imported all the same.
remark = { $lines }, `{ $column }`: { $reason }
# A row of an older export: `columns` are the headings that differ.
changed-on-both-sides = { AND($columns) } changed here since this file was written, and the row was changed in the file: to use what the file says, empty the last cell of the row
removed-here = it was removed here since this file was written, and the row was changed in the file: to use what the file says, empty the last cell of the row

## What is wrong with a row of a programme.

no-event-of-name = there is no event `{ $event }`
event-of-session = nothing says which event this session is a part of
event-without-name = the event has neither a title nor a short name
event-without-start = the event has no start with a date
event-without-end = the event has no end, or one before its start
session-without-name = the session has neither a title nor a short name
session-without-start = the session has no start
session-without-end = the session has no end
session-ends-too-early = the session ends before it starts

## What to know of a file.

outside-the-event = { $lines }: outside the time of the event
zone-of-this-computer = the event has the time zone of this computer, { $zone }, and its start is written in another one: `rollcall event edit --timezone ZONE` puts it right
older = older than what is on file, and left alone: { $lines }
nobody-ticked = nobody is ticked in this list
# How places went; `held` is the number of places kept for rows that wait, `untimed` whether requests have no time.
places =
    { $session }: { $confirmed } of { $capacity } places taken{ $held ->
        [0] { "" }
        [one] , { $held } held for a row that waits for an answer
       *[other] , { $held } held for rows that wait for an answer
    }, { $waiting } waiting{ $untimed ->
        [yes] ; requests without a time go by the order of lines
       *[no] { "" }
    }
moves-up = { $name } moves up from the waiting list of `{ $session }`
waiting-with-place = on a waiting list in the file, with a place here, as places go by the time of request: { $lines }
pending-with-place = not approved in the file, with a place here, as places go by the time of request: { $lines }
waiting-only-here = on no waiting list in the file, waiting here, as places go by the time of request: { $lines }
chose-further =
    { $count ->
        [one] { $count } submission chooses further sessions; those chosen before stay: { $lines }
       *[other] { $count } submissions choose further sessions; those chosen before stay: { $lines }
    }
changes-of-mind =
    { $count ->
        [one] { $count } change of mind, and the newest submission counts: { $lines }
       *[other] { $count } changes of mind, and the newest submission counts: { $lines }
    }
changes-by-lines =
    { $count ->
        [one] { $count } change of mind, and nothing says when they were sent, so the last line counts: { $lines }
       *[other] { $count } changes of mind, and nothing says when they were sent, so the last line counts: { $lines }
    }
# A session that a form chooses, and that does not take place.
chose-cancelled =
    `{ $session }` is cancelled; { $count ->
        [one] { $count } sign-up for it is kept, but nobody is expected there: { $lines }; `rollcall signup move` gives another session
       *[other] { $count } sign-ups for it are kept, but nobody is expected there: { $lines }; `rollcall signup move` gives another session
    }
event-is-cancelled =
    the event is cancelled; { $count ->
        [one] { $count } registration is kept, but nobody is expected: { $lines }
       *[other] { $count } registrations are kept, but nobody is expected: { $lines }
    }
# Texts that are about something else.
names-a-removed-person = a text names somebody who was removed, and is kept as it is: { $lines }; `rollcall person forget NAME` shows where
not-confirmed = not confirmed in the file yet, so on the waiting list of the event: { $lines }
overlaps =
    { $count ->
        [one] { $count } pair of sessions of one person overlap in time: see `rollcall review`
       *[other] { $count } pairs of sessions of one person overlap in time: see `rollcall review`
    }

## Why a file cannot be imported.

list-and-minimal = { $file } is a list of those present and not a log: it has nothing that --minimal could leave out
list-and-minimal-hint = import it without --minimal, or keep its names out of the file
rejects-not-written = the rejected rows cannot be written: { $reason }

## What `import` says on the command line.

rejects-written =
    { $count ->
        [one] wrote { $count } rejected row of { $file } to { $path }
       *[other] wrote { $count } rejected rows of { $file } to { $path }
    }
rejects-can-follow = everything else is imported; the same files once more, with --rejects, write the rejected rows and change nothing else
rejects-are-text = the rejected rows are written as text, which no program would open as .{ $ending }
rejects-are-text-hint = name the file .csv: `--rejects rejected.csv`
standard-input = standard input
input-once = standard input can be read only once
no-such-sheet = { $file } has no sheet `{ $sheet }`; it has { AND($sheets) }
operation = operation { $operation }; `rollcall undo` takes it back
dry-run = a dry run: nothing was changed
nothing-changed = nothing changed
review-hint = `rollcall review` lists what waits for an answer
rejects-hint = --rejects FILE writes the rejected rows, to be corrected and imported again
write-a-kind = write one of { OR($kinds) }
write-a-map = write `'Heading=field'`, for example `'Ihr Cluster=organisation'`
heading-missing = the heading is missing
no-such-field = there is no field `{ $field }`; the fields are { $fields }, session:SLUG
nearest-field = there is no field `{ $field }`; did you mean `{ $nearest }`?
write-a-delimiter = write ; , | or tab
write-an-order = write dmy, mdy or ymd
form-for-a-session = { $file } says when people signed up, and not who was there
leave-out-the-session = leave out `--session`; if everybody on it was there, add `--as attendance`
# Why a row is not taken; `--allow-again` is an option.
was-removed = somebody who was removed; --allow-again takes them in again
lines-of-one-file = --skip-lines means the lines of one file, and several are named
one-file-at-a-time = import that file in a call of its own; of a workbook with several tables, name one with --sheet
