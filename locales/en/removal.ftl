### Removing people, sign-ups, sessions and events that were set up by mistake.

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

## People and sign-ups.

# What an operation did.
person =
    person { $number } removed, with { $registrations ->
        [one] { $registrations } registration
       *[other] { $registrations } registrations
    } and { $signups ->
        [one] { $signups } sign-up
       *[other] { $signups } sign-ups
    }{ $places ->
        [0] { "" }
        [one] , { $places } place given
       *[other] , { $places } places given
    }
person-goes =
    { $planned ->
        [yes] would be removed: { $who }
       *[no] removed: { $who }
    }
# `what` is a session or an event.
signup-goes =
    { $planned ->
        [yes] the sign-up of { $name } for `{ $what }` would be removed
       *[no] the sign-up of { $name } for `{ $what }` is removed
    }
# What an operation did.
signups =
    { $count ->
        [one] { $count } sign-up for { $session } removed
       *[other] { $count } sign-ups for { $session } removed
    }{ $places ->
        [0] { "" }
        [one] , { $places } place given
       *[other] , { $places } places given
    }
# What an operation did.
registrations =
    { $count ->
        [one] { $count } registration removed
       *[other] { $count } registrations removed
    }{ $signups ->
        [one] , { $signups } sign-up with them
       *[other] , { $signups } sign-ups with them
    }{ $places ->
        [0] { "" }
        [one] , { $places } place given
       *[other] , { $places } places given
    }
# `what` are stays, verdicts and excuses.
recorded-of-person = attendance of { $name } is on record: { $what }
other-ways = `rollcall person merge { $number } OTHER` makes two records one, and `rollcall person forget { $number }` removes somebody for good, with attendance

## What is cancelled.

# What an operation did.
session-cancelled =
    { $undone ->
        [yes] session { $slug } takes place after all
       *[no] session { $slug } cancelled
    }{ $signups ->
        [0] { "" }
        [one] , { $signups } sign-up stays on record
       *[other] , { $signups } sign-ups stay on record
    }{ $places ->
        [0] { "" }
        [one] , { $places } place given
       *[other] , { $places } places given
    }
# What an operation did.
event-cancelled =
    { $undone ->
        [yes] event { $slug } takes place after all
       *[no] event { $slug } cancelled
    }{ $registrations ->
        [0] { "" }
        [one] , { $registrations } registration stays on record
       *[other] , { $registrations } registrations stay on record
    }
