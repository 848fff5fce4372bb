### Places in sessions: who gets one, who waits, and whose sessions overlap.

# Who got a place without their own doing.
moves-up =
    { $planned ->
        [yes] { $name } would move up in `{ $session }`
       *[no] { $name } moves up in `{ $session }`
    }
# Who lost a place, or got none, without their own doing.
waits =
    { $planned ->
        [yes] { $name } would wait for a place in `{ $session }`
       *[no] { $name } waits for a place in `{ $session }`
    }
has-a-place =
    { $planned ->
        [yes] { $name } would have a place in `{ $session }`
       *[no] { $name } has a place in `{ $session }`
    }
# `place` is the number in the line, from 1.
waits-in-line =
    { $planned ->
        [yes] { $name } would be { $place }{ NUMBER($place, type: "ordinal") ->
            [one] st
            [two] nd
            [few] rd
           *[other] th
        } on the waiting list of `{ $session }`
       *[no] { $name } is { $place }{ NUMBER($place, type: "ordinal") ->
            [one] st
            [two] nd
            [few] rd
           *[other] th
        } on the waiting list of `{ $session }`
    }
overlap = `{ $one }` and `{ $other }` of { $name } overlap in time: see `rollcall review`
# Places that nobody gets, since the session has begun.
left-free =
    { $free ->
        [one] { $free } place in `{ $session }` stays free: the session has begun, so nobody moves up from its waiting list ({ $waiting } waiting)
       *[other] { $free } places in `{ $session }` stay free: the session has begun, so nobody moves up from its waiting list ({ $waiting } waiting)
    }
# The same of a session without a limit.
room-for-everybody = `{ $session }` has room for everybody: the session has begun, so nobody moves up from its waiting list ({ $waiting } waiting)
# Why an operation cannot be taken back.
undo-of-a-withdrawal = it would bring back a sign-up of somebody who has withdrawn altogether since
undo-the-later-one = take back the later operation first (`rollcall history`)
# Why an operation cannot be taken back.
undo-of-a-place = it would bring back a sign-up for `{ $session }`, whose place was given to somebody else since
undo-or-more-places = take back the later operations first (`rollcall history`), or give the session more places
