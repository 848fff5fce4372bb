### Help of `rollcall history`; the module `commands::help` says what the keys mean.

history = List what was done, operation by operation
history-examples =
    rollcall history                               every operation
    rollcall history --since 2020-10-01            since a day
    rollcall history --person 'Anna Müller'        what changed her data
    rollcall history show 7                        what operation 7 changed, for whom
    rollcall history export -o changes.xlsx        every change, a row each
    rollcall history prune --before 2020-01-01     drop former states for good
history-person = Only operations that changed somebody's data; by number, address or whole name
history-session = Only operations that changed a session or what is recorded in it; by short name or number
history-since = Only operations since this day, or this moment

history-show = Show what one operation changed: for whom, from what to what
history-show-number = The operation's number

history-export = Write every change, a row each: when, for whom, from what to what
history-export-examples =
    rollcall history export -o changes.csv
    rollcall history export --person 12 --since 2020-10-01 -o changes.xlsx
history-export-person = Only what changed of somebody; by number, address or whole name
history-export-session = Only operations that changed a session or what is recorded in it; by short name or number
history-export-since = Only operations since this day, or this moment

history-prune = Drop former states of rows for good, so that nothing but what is on file is kept
history-prune-more =
    Every operation keeps what was there before, so that it can be undone. This drops it, of the oldest operations first, and
    overwrites it in the file. It shows first which operations can then no longer be undone, and asks. They stay in the
    history with their counts, and what is on file stays as it is. It cannot be undone.
history-prune-examples =
    rollcall history prune --before 2020-01-01 --dry-run   look first
    rollcall history prune --before 2020-01-01
    rollcall history prune --yes                           all former states
history-prune-before = Only of operations before this day, or this moment [default: of all]
history-prune-yes = Do not ask
