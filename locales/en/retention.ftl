### Letting go of data that has been kept for as long as it should be.

nothing-is-due = nothing is due
nothing-went = nothing is removed
apply-it = `rollcall retention --apply` lets go of it, for good
overdue = data is kept longer than it should be: `rollcall retention` lists what
really = let go of all this? It cannot be undone
basis-is = the legal basis, as letters say it: { $basis }
default-is = data is kept as { $keep } where an event does not say
mentions-not-said =
    { $count ->
        [one] { $count } text of others names people who are due
       *[other] { $count } texts of others name people who are due
    }, and nobody said what becomes of that
# What an operation did; it stays in the history.
applied =
    let go for good: times of { $times ->
        [one] { $times } event
       *[other] { $times } events
    }, { $people ->
        [one] { $people } person
       *[other] { $people } people
    } ({ $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }), everything but figures of { $figures ->
        [one] { $figures } event
       *[other] { $figures } events
    }
