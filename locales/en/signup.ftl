### Signing people up, cancelling and moving.

waited-already = { $name } was on the waiting list of `{ $session }` already
had-a-place-already = { $name } had a place in `{ $session }` already
# A session that everybody registered belongs to.
is-expected =
    { $planned ->
        [yes] { $name } would be registered, and expected in `{ $session }` like everybody registered
       *[no] { $name } is registered, and expected in `{ $session }` like everybody registered
    }
was-expected-already = { $name } is registered already: everybody registered is expected in `{ $session }`
no-longer-signed-up =
    { $planned ->
        [yes] { $name } would no longer be signed up for `{ $session }`
       *[no] { $name } is no longer signed up for `{ $session }`
    }
no-longer-registered =
    { $count ->
        [one] { $planned ->
            [yes] { $name } would no longer be registered for `{ $event }`: { $count } sign-up cancelled
           *[no] { $name } is no longer registered for `{ $event }`: { $count } sign-up cancelled
        }
       *[other] { $planned ->
            [yes] { $name } would no longer be registered for `{ $event }`: { $count } sign-ups cancelled
           *[no] { $name } is no longer registered for `{ $event }`: { $count } sign-ups cancelled
        }
    }
# `what` is a session or the event.
had-cancelled = { $name } had cancelled `{ $what }` already
not-signed-up = { $name } is not signed up for `{ $session }`
not-registered = { $name } is not registered for `{ $event }`
what-they-chose = `rollcall person show { $number }` shows what for
this-person-is-not-signed-up = this person is not signed up for `{ $session }`
who-is-signed-up = `rollcall signup list` shows who is signed up for what
both-are-one = both are `{ $session }`
is-there-already = { $name } is in `{ $session }` already
leaves =
    { $planned ->
        [yes] { $name } would leave `{ $session }`
       *[no] { $name } leaves `{ $session }`
    }
# What an operation did.
registered =
    { $count ->
        [one] { $count } person registered, for { $session }
       *[other] { $count } people registered, for { $session }
    }
# What an operation did.
signed-up =
    { $count ->
        [one] { $count } person signed up for { $session }
       *[other] { $count } people signed up for { $session }
    }{ $waiting ->
        [0] { "" }
       *[other] , { $waiting } of them waiting
    }
# What an operation did.
cancelled =
    { $count ->
        [one] { $count } sign-up for { $session } cancelled
       *[other] { $count } sign-ups for { $session } cancelled
    }{ $moved ->
        [0] { "" }
        [one] , { $moved } person moved up
       *[other] , { $moved } people moved up
    }
# What an operation did.
registrations-cancelled =
    { $count ->
        [one] { $count } registration cancelled
       *[other] { $count } registrations cancelled
    }{ $signups ->
        [one] , { $signups } sign-up with them
       *[other] , { $signups } sign-ups with them
    }{ $moved ->
        [0] { "" }
        [one] , { $moved } person moved up
       *[other] , { $moved } people moved up
    }
# What an operation did.
moved =
    { $count ->
        [one] { $count } person moved from { $from } to { $to }
       *[other] { $count } people moved from { $from } to { $to }
    }
