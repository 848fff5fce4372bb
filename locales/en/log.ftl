### What an import says of a log: to which session it belongs, and what of it counts.

# One meeting of a log that lists many, within a sentence.
meeting = { $file }, the meeting of line { $line },
# A note on one meeting of a log that lists many.
of-meeting = the meeting of line { $line }: { $note }
given-by-name = given to the session `{ $session }`, which its title or name says
given-by-hours = given to the session `{ $session }`, whose hours it fits
shared = shared by the clock among { AND($sessions) }
not-counted = not counted for { AND($sessions) }, which run at the same time: import the log of each with --session
empty = its headings are right, and nobody is in it
outside-all = outside the hours of every session, so no minute counts: { $lines }
outside = outside the hours of `{ $session }`, so no minute counts: { $lines }
kept-minutes = kept: minutes and whether they meet the rule; no times, no names of the log
unknown-people =
    { $count ->
        [one] { $count } of those who came is not certainly anybody on file; without their names nobody can be asked who they were
       *[other] { $count } of those who came are not certainly anybody on file; without their names nobody can be asked who they were
    }

## Why a log cannot be given to a session.

many-meetings =
    { $count ->
        [one] { $file } is of { $count } meeting, and --session names one session
       *[other] { $file } is of { $count } meetings, and --session names one session
    }
many-meetings-hint = leave --session out: each meeting is given to the session that its title and hours fit
split-hint = put the rows of that meeting into a file of its own, and say which session it is: `--session SESSION`; or leave them out
disagrees = { $file } is named after the session `{ $session }`, but its hours are those of others
disagrees-hint = say which it is: `--session SESSION`, or `--by-the-clock` when its room served several sessions, one after the other
parallel = the hours of { $file } are those of { AND($sessions) }, which run at the same time
which-session-hint = say which it is: `--session SESSION`
other-hours = { $file } is of other hours than the session `{ $session }`
other-hours-hint = say which session it is: `--session SESSION`; or put the programme right: `rollcall session edit SESSION --start TIME --end TIME`
no-session-then = { $file } is of hours in which no session of the event runs
no-session-then-hint = say which session it is all the same: `--session SESSION`; or put the programme right: `rollcall session edit SESSION --start TIME --end TIME`
nothing-says = { $file } does not say which session it is of: it has no times, and its title names none
several-sessions = { $file } is of several sessions, and each has a room of its own or runs beside another
one-session-hint = give it to one session: `--session SESSION`
lengths-alone = { $file } says how long people were there and not when, and so it cannot be shared among several sessions
lengths-alone-hint = export it with times (Zoom: without "show unique users"), or give it to one session: `--session SESSION`
minutes-of-session = the session `{ $session }` has the minutes of a log already, and those of { $file } cannot be united with them without times
minutes-of-event = the event has the minutes of a log already, and those of { $file } cannot be united with them without times
stays-beside-minutes-of-session = the session `{ $session }` has the minutes of a log already, and without times { $file } cannot be united with them
stays-beside-minutes-of-event = the event has the minutes of a log already, and without times { $file } cannot be united with them
take-back-hint = take the first import back and give the whole log at once: `rollcall history`, `rollcall undo N`
