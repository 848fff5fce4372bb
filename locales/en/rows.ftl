### What is wrong with a row of a file, why one is skipped, and what to know of its rows.

## Rows that are not data.

totals = a row of totals
headings-again = the headings once more
note-beside = a note beside the table
line-without-name = a line without a name
no-minutes = 0 minutes, so not there
unfinished = not finished
unanswered = not answered
spare-ticket = a ticket given back that was nobody's
part-of-nothing = part of a row that is not there
no-value = a formula whose value is not in the file: open the file in a spreadsheet program, save it there, and import it again
struck-through = it is struck through: delete the row if it does not count any more, or remove the line through it
status-over-rows = `{ $cell }` is above the rows it is about, and is not read for them: give each row its status in a column
session-over-rows = `{ $cell }` is above the rows it is about, and is not read for them: give each row its session in a column
like-a-note = this looks like a note, not like a name: delete the row, or write the name alone
name-or-note = `{ $cell }` may be a family name or a note beside the table: write the given name as well, or delete the row
name-or-heading = `{ $cell }` is alone in its row: if it is a person, write the full name; if it is about the rows below it, say so in each of them in a column, and delete this row
like-an-organisation = `{ $cell }` looks like an organisation and is alone in its row: give the rows below it their organisation in a column, and delete this one

## Names and addresses.

two-addresses = two addresses in one cell
not-an-address = this is not an e-mail address
not-addresses = one of these is not an e-mail address
nobody = neither a name nor an address
# `why` is "a telephone number", "no name".
nobodys-name = what is given as the name is nobody's ({ $why }), and there is no address
no-organisation = the name of the organisation is missing
ruined-number = a spreadsheet has turned the telephone number into a rounded number
ruined-number-left-out = a spreadsheet has turned the telephone number into a rounded number; it is left out
# `mark` is `(krank)` behind a name.
mark-beside-name = `{ $mark }` beside the name: were they there?
status-beside-name = `{ $mark }` beside the name: put it into a column of the status, so that it counts
# `way` is an option that leaves the column out.
says-absence = says `{ $cell }`: were they there? Say so in a column of its own for every row; { $way } leaves this one out
says-another-time = says `{ $cell }`, a time between those of its row: write when they were there into the columns of the times, each time in a row of its own; { $way } leaves this column out
other-word-of-person = line { $line } says something else of the same person: delete the row that does not count; if they are two people, add a column for the e-mail address or the organisation

## Presence.

signed-not-ticked = somebody signed here and is not ticked: write `x` below `{ $heading }`, or empty this cell
there-without-times = this says that they were there, and the row has no times: write them down, or empty this cell
there-without-minutes = no minutes, and another column says that they were there
marked-and-absent = a session is marked, and another column says that they were not there
not-a-presence = `{ $cell }` does not say whether they were there: write yes, no or excused
not-a-length = this is not a length of time
not-yes-no = neither yes nor no
not-seconds = this is not a number of seconds
not-a-verdict = this is not a verdict
verdict-without-reason = a verdict by hand has a reason
length-beside-times = a length beside times
answer-without-length = an answer without a length
somebodys-stay = somebody's stay is not nobody's
nothing-said = neither a time nor a length: nothing says that they were there

## Programmes.

not-a-kind = `{ $cell }` is not a kind of session: write { OR($kinds) }
not-places = `{ $cell }` is not a number of places
says-called-off = says `{ $cell }`, so the session may not take place: say so in a column `is_cancelled` with yes or no, or leave the row out; { $way } takes it as it is
not-cancelled-or-not = `{ $cell }` does not say whether the session is cancelled: write yes or no
cell-not-yes-no = `{ $cell }` is neither yes nor no
not-a-keep = `{ $cell }` does not say how long data is kept: write `times=3months,people=12months`, for example
not-a-zone = `{ $cell }` is not a time zone: write Europe/Berlin, for example

## Sign-ups.

# What --map is given for a word of a cell; `as_session` and `as_none` are typed.
word-unsettled = what `{ $word }` means is settled by { $as_session }, or by { $as_none } if it is not a session
no-time-of-request = this date cannot be read; the row is imported without a time of request
# More people, or another one, than the row names.
comes-instead = says `{ $cell }`: who comes? Write the person who comes into the row; { $way } keeps the one who is in it
takes-no-part = says `{ $cell }`: does the sign-up count? { $way } reads the column as the status, { $other } confirms the sign-up all the same
name-of-another = `{ $cell }` names somebody who comes for somebody else: write the person who comes, and the remark into a column of its own
name-is-open = `{ $cell }` does not say who comes: write the name when it is known
name-of-a-company = `{ $cell }` is probably an organisation: write it into a column of its own, and the person into this one
never-sent = no time here: was the form sent? Write the time; { $way } takes such rows as they are
name-is-marked = `{ $cell }` has a mark whose meaning is not known: take it off, or write what it says into a column of its own
like-a-test = looks like a test of the form; --skip-lines { $line } leaves the row out
counted-as-one = says `{ $cell }`, but the row counts as one person: give everybody a row of their own
confirmed-all-the-same = says `{ $cell }`, but the sign-up is confirmed all the same; { $way } makes it count
no-session = there is no session `{ $session }` in the event
state-of-session = `{ $cell }` is the state of one session: give each session a row of its own, with columns `Session` and `Status`
neither-agrees-nor-refuses = `{ $answer }` neither agrees nor refuses, and is kept as an answer
no-use-of-data = says nothing about the use of their data as an export does: restricted; newsletter=no 2020-10-01T09:00:00Z
not-a-choice = `{ $cell }` is neither yes nor no, nor the name of the session
second-choice = `{ $cell }` names a second choice, which is not a sign-up: leave the first choice alone in the cell
unknown-session = `{ $cell }` is not a session of the event
unknown-session-nearest = `{ $cell }` is not a session of the event; the nearest is `{ $nearest }`
states-disagree = says `{ $cell }`, and column `{ $column }` says `{ $other }`: correct one of them, or say { $way } if that column decides nothing
not-a-status = `{ $cell }` is not a known status: write confirmed, waitlisted or cancelled, or say what it means for all rows, e.g. { $way }
taken-as-people = read as a list of people; `--as signups` registers them for { $event }
newest-first-by-time = `{ $column }` goes down from line to line, as if the newest came first; if it says when they signed up, say { $way }
newest-first = `{ $column }` goes down from line to line, as if the newest came first; if so, reverse the order of the rows
letters-lost = letters are lost in a name (another program put `?` or another sign in their place): { $lines }; write these names again in the file, or export it again, as utf-8
cell-needed = empty, and other rows say different things here: write it into every row
left-at-unknown = no time, and the list has no column that says who came: write when they left, or delete the row
times-of-the-absent = the row has times or minutes, and this says that they were not there
several-people = several people in one cell; give each a row of their own
