### What is said of the columns of a file: what they were read as, and what becomes of the others.

## Why a row is nobody's.

nobody = no name, and the address is not known
no-column-of-names = no column was recognised as the name (--map 'HEADING=name' says which), and the address is not known

## What a table of a kind needs; "… is missing".

title-and-start = a column for the title and one for the start
name-of-organisation = a column for the organisation's name
name-or-address = a column for the name or the e-mail address

## What to know of columns. `option`, `options`: what is added to the call, ready to be pasted.

by-its-cells = column `{ $heading }` is read as `{ $field }`, by its cells; if it is something else, say { $option }
names-another-meeting = column `{ $heading }` says `{ $meeting }` in every row, and the event is `{ $title }`: if the file belongs to another event, `rollcall undo` takes it back
not-understood = not understood, and kept as answers: { AND($headings) }
zone-read = the times are read in the zone that the file names, { $zone }
says-who-came = column `{ $heading }` says who was there: to record that, import this file again with --as attendance --session SESSION
no-consent = what a yes below `{ $heading }` agrees to is not certain, and it is kept as an answer; if it gives a consent, say { $way }
not-used =
    { $count ->
        [one] column not used: { AND($headings) }
       *[other] columns not used: { AND($headings) }
    }
# A form asks for a first, a second, a third choice of sessions; only the first one is a sign-up.
further-choice =
    { $rank ->
        [2] column `{ $heading }` is kept as an answer: a second choice is not a sign-up
        [3] column `{ $heading }` is kept as an answer: a third choice is not a sign-up
       *[other] column `{ $heading }` is kept as an answer: a further choice is not a sign-up
    }
no-sessions-yet = the event has no sessions yet, so `{ $heading }` is kept as an answer: import the programme, then this file again
marks =
    { $count ->
        [one] { AND($headings) } holds marks and may mean a session: if so, say { $options }; else it is kept as an answer
       *[other] { AND($headings) } hold marks and may mean a session each: if so, say { $options }; else they are kept as answers
    }
perhaps-a-choice = `{ $heading }` may be a choice of sessions, but too few of its cells name one: if it is, say { $several }, or { $single } if it means a single one; else it is kept as an answer
address-of-another = column `{ $heading }` is somebody else's address, and not the person's
rivals = columns `{ $kept }` and `{ $heading }` may both be `{ $field }`; the first is used, and { $option } says otherwise
