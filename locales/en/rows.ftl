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
struck-through = it is struck through: delete the row if it does not count any more, or take the line through it off
status-over-rows = `{ $cell }` stands over the rows below it, and is not read for them: give each row its status in a column
session-over-rows = `{ $cell }` stands over the rows below it, and is not read for them: give each row its session in a column
like-a-note = this reads like a note and not like a name: delete the row, or write the name without what stands around it
name-or-note = `{ $cell }` may be a family name or a note beside the table: write the given name as well, or delete the row
like-an-organisation = `{ $cell }` reads like an organisation and stands alone in its row: give the rows below it their organisation in a column, and delete this one

## Names and addresses.

two-addresses = two addresses in one cell
not-an-address = this is no e-mail address
not-addresses = one of these is no e-mail address
nobody = neither a name nor an address
# `why` is "a telephone number", "no name".
nobodys-name = what stands for the name is nobody's ({ $why }), and there is no address
no-organisation = the name of the organisation is missing
ruined-number = a spreadsheet has turned the telephone number into a rounded number
ruined-number-left-out = a spreadsheet has turned the telephone number into a rounded number; it is not taken
# `mark` is `(krank)` behind a name.
mark-beside-name = `{ $mark }` beside the name: were they there?
status-beside-name = `{ $mark }` beside the name is not taken: put it into a column of the status
says-absence = says `{ $cell }`: were they there?
other-word-of-person = line { $line } says something else of the same person: delete the row that does not count; if they are two people, add a column for the e-mail address or the organisation

## Presence.

there-without-minutes = no minutes, and another column says that they were there
marked-and-absent = a session is marked, and another column says that they were not there
not-a-presence = `{ $cell }` does not say whether they were there: write yes, no or excused
not-a-length = this is not a length of time
not-yes-no = neither yes nor no
not-seconds = this is no number of seconds
not-a-verdict = this is no verdict
verdict-without-reason = a verdict by hand has a reason
length-beside-times = a length beside times
answer-without-length = an answer without a length
somebodys-stay = somebody's stay is not nobody's
nothing-said = neither a time nor a length: nothing says that they were there

## Programmes.

not-a-kind = `{ $cell }` is no kind of session: write { $kinds }
not-places = `{ $cell }` is no number of places
cell-not-yes-no = `{ $cell }` is neither yes nor no
not-a-zone = `{ $cell }` is no time zone: write Europe/Berlin, for example

## Sign-ups.

# What --map is given for a word of a cell; `as_session` and `as_none` are typed.
word-unsettled = what `{ $word }` means is settled by { $as_session }, or by { $as_none } where it is no session
no-time-of-request = this is no date that can be read; the row is taken without a time of request
confirmed-all-the-same = says `{ $cell }`, and the sign-up is confirmed all the same; { $way } makes it count
no-session = there is no session `{ $session }` in the event
state-of-session = `{ $cell }` is the state of one session: give each session a row of its own, with columns `Session` and `Status`
not-a-choice = `{ $cell }` is neither yes nor no, nor the name of the session
second-choice = `{ $cell }` names a second choice, which is no sign-up: leave the first choice alone in the cell
unknown-session = `{ $cell }` is no session of the event
unknown-session-nearest = `{ $cell }` is no session of the event; the nearest is `{ $nearest }`
states-disagree = says `{ $cell }`, and column `{ $column }` says `{ $other }`: correct one of them, or say { $way } if that column decides nothing
not-a-status = `{ $cell }` is no status that is known: write confirmed, waitlisted or cancelled
taken-as-people = taken as a list of people; `--as signups` registers them for { $event }
newest-first-by-time = `{ $column }` goes down from line to line, as if the newest came first; where it says when they asked, say { $way }
newest-first = `{ $column }` goes down from line to line, as if the newest came first; where that is so, turn the rows round
letters-lost = letters are lost in a name (another program put `?` or another sign in their place): { $lines }; write these names anew in the file, or export it again, as utf-8
times-of-the-absent = the row has times, and this says that they were not there
several-people = several people in one cell; give each a row of their own
