### What `check` says.

sound = sound
not-ours = { $object } is not of this program, and is left alone
problems =
    { $count ->
        [one] { $count } problem was found
       *[other] { $count } problems were found
    }
# `what` is what is wrong with a view, a trigger or an index.
made-anew = { $what }: rebuilt
not-made-anew = { $what }: cannot be rebuilt without loss
nothing-to-repair = there is nothing to repair
without-journal =
    what was changed in { AND($tables) } while its triggers were not as they should be is not in the journal: `undo` cannot bring it back
go-back-to-before =
    where you are not sure that nothing was, go back to a backup from before: rollcall restore COPY --force
removed =
    { $people ->
        [one] { $people } person was removed for good
       *[other] { $people } people were removed for good
    }; { $hashes ->
        [one] { $hashes } keyed hash recognises them
       *[other] { $hashes } keyed hashes recognise them
    } (`rollcall person forget --drop-hashes` removes these)
