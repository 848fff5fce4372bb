### At the door: who came, who left, who is excused.

is-in-since =
    { $planned ->
        [yes] { $name } would be in `{ $session }` since { $time }
       *[no] { $name } is in `{ $session }` since { $time }
    }
is-noted =
    { $planned ->
        [yes] { $name } would be recorded as present in `{ $session }`
       *[no] { $name } is recorded as present in `{ $session }`
    }
was-noted-already = { $name } was already recorded in `{ $session }`
left =
    { $planned ->
        [yes] { $name } would have left `{ $session }` at { $time }
       *[no] { $name } left `{ $session }` at { $time }
    }
had-left-already = { $name } had left `{ $session }` at { $time } already
is-excused =
    { $planned ->
        [yes] { $name } would be excused from `{ $session }`
       *[no] { $name } is excused from `{ $session }`
    }
was-excused-already = { $name } was excused from `{ $session }` already
# A sentence of the above, and why somebody was not expected.
with-standing = { $line } ({ $standing })
not-registered = a walk-in: not registered for the event
on-the-waiting-list = a walk-in: on the waiting list
had-cancelled = a walk-in: had cancelled
not-signed-up = a walk-in: not signed up
is-over = `{ $session }` is over: recorded as present without a time; give --at HH:MM for the time
# `at-once` is whether it is the very moment of the end.
after-the-end =
    { $at_once ->
        [yes] { $time } is at the end of `{ $session }` ({ $end }): it will not count
       *[no] { $time } is after the end of `{ $session }` ({ $end }): it will not count
    }
left-before-the-start =
    { $at_once ->
        [yes] { $time } is at the start of `{ $session }` ({ $start }): it will not count
       *[no] { $time } is before the start of `{ $session }` ({ $start }): it will not count
    }
long-before-the-start = { $time } is long before the start of `{ $session }` ({ $start }): it counts from then on
put-the-time-right = where the time is wrong, `rollcall undo` takes it back; where the session's is, `rollcall session edit` changes it
is-far-away = `{ $session }` is more than 12 hours away
give-the-time = give the time with --at HH:MM
time-is-far-away = the time is more than 12 hours from the hours of `{ $session }`
time-of-day = a time of day, such as --at 10:15, is on the session's day
for-one-person = --email and --organisation are for one person
one-by-one = check them in one by one
walk-in-adds = --walk-in adds somebody who is not on file, by name
write-the-name = write the name of the person to be added
somebody-else = { $name } is on file, and is now somebody else
was-there = { $name } was in `{ $session }`, and cannot be excused
undo-a-wrong-one = `rollcall undo` takes a wrong check-in back
left-before-they-came = { $name } would leave before they came
give-the-time-they-left = give the time they left with --at HH:MM
is-not-inside = { $name } is not inside `{ $session }`
check-them-in-first = check them in first: rollcall check-in PERSON --session S --at HH:MM
# What an operation did.
checked-in =
    { $count ->
        [one] { $count } person checked in to { $session }
       *[other] { $count } people checked in to { $session }
    }
# What an operation did.
checked-out =
    { $count ->
        [one] { $count } person checked out of { $session }
       *[other] { $count } people checked out of { $session }
    }
# What an operation did.
excused =
    { $count ->
        [one] { $count } person excused from { $session }
       *[other] { $count } people excused from { $session }
    }
