### Dropping former states from the history.

nothing-to-drop = nothing is there to be dropped
not-agreed = it has to be confirmed that former states are dropped for good
say-yes = add --yes; --dry-run shows what can then no longer be undone
really =
    { $states ->
        [one] drop { $states } former state for good? The operations above can then no longer be undone
       *[other] drop { $states } former states for good? The operations above can then no longer be undone
    }
cannot-ask = it cannot be asked whether to go on
nothing-dropped = nothing is dropped
# What an operation did.
dropped =
    { $states ->
        [one] { $states } former state dropped
       *[other] { $states } former states dropped
    }, up to operation { $through }: { $operations ->
        [one] { $operations } operation can no longer be undone
       *[other] { $operations } operations can no longer be undone
    }
for-good = this cannot be undone; what is on file stays as it is
