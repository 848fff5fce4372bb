### Lists in sentences. `{ AND($names) }` and `{ OR($names) }` put these before the last of a list; without them a list has
### commas only.

and = { $before } and { $last }
or = { $before } or { $last }
