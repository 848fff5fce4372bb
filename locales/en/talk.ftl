### What every command says: errors, hints, and how it ended.

# Before what happened.
error-label = error
# Before why it happened.
cause-label = caused by
# Before what to do.
hint-label = hint
hint = hint: { $sentence }
warning = warning: { $sentence }
done-all-the-same = operation { $operation } is done all the same; `rollcall history` shows it
