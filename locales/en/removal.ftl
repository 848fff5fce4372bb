### Removing sessions and events that were set up by mistake.

# What an operation did.
session =
    session { $slug } removed{ $signups ->
        [0] { "" }
        [one] , with { $signups } sign-up
       *[other] , with { $signups } sign-ups
    }
# What an operation did.
event =
    event { $slug } removed, with { $sessions ->
        [one] { $sessions } session
       *[other] { $sessions } sessions
    } and { $registrations ->
        [one] { $registrations } registration
       *[other] { $registrations } registrations
    }
# `what` are stays, verdicts and excuses.
recorded = attendance is on record in `{ $name }`: { $what }
stays =
    { $count ->
        [one] { $count } stay
       *[other] { $count } stays
    }
verdicts =
    { $count ->
        [one] { $count } verdict by hand
       *[other] { $count } verdicts by hand
    }
excuses =
    { $count ->
        [one] { $count } person who is excused
       *[other] { $count } people who are excused
    }
undo-first = undo what recorded it first: `rollcall history` lists the operations, `rollcall undo N` takes one back
questions =
    { $count ->
        [one] { $count } row that waits for an answer is about `{ $name }`
       *[other] { $count } rows that wait for an answer are about `{ $name }`
    }
answer-first = answer them first: `rollcall review`
