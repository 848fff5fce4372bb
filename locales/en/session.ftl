### Setting up sessions and changing them.

# `facts` are when it is, how many places it has, and so on.
is-session =
    { $planned ->
        [yes] `{ $title }` would be session `{ $slug }`: { $facts }
       *[no] `{ $title }` is session `{ $slug }`: { $facts }
    }
is-now =
    { $planned ->
        [yes] `{ $slug }` would be { $title }: { $facts }
       *[no] `{ $slug }` is { $title }: { $facts }
    }
# A fact: what counts as having attended it.
with-rule = rule: { $rule }
# A fact.
drop-in = drop-in
# A fact: `part` is what somebody does in it.
with-part = { $part } { $name }
taken = there is a session `{ $slug }` already: { $title }
edit-it = `rollcall session edit { $slug }` changes it; --slug gives another one its own short name
without-a-title = the session has no title
needs-a-title = a session needs a title
give-start-and-end = give both --start and --end; over midnight, with their dates
outside-of-the-event = this is outside of the event's time
too-small =
    { $planned ->
        [yes] `{ $session }` has fewer places ({ $capacity }) than people ({ $people }); everybody would keep theirs
       *[no] `{ $session }` has fewer places ({ $capacity }) than people ({ $people }); everybody keeps theirs
    }
waiting = { $count } waiting for a place in `{ $session }`
# What an operation did.
added = 1 session added: { $slug }
# What an operation did.
changed =
    session { $slug } changed{ $moved ->
        [0] { "" }
        [one] , { $moved } person moved up
       *[other] , { $moved } people moved up
    }{ $conflicts ->
        [0] { "" }
        [one] , { $conflicts } new conflict
       *[other] , { $conflicts } new conflicts
    }
# One of the facts of a session.
cancelled = cancelled
is-cancelled = `{ $session }` is cancelled: nobody can be signed up for it
