### The file that everything is in: what is wrong with it, and what another program did to it.

missing = there is no rollcall file at `{ $path }`
exists = `{ $path }` exists already
foreign = `{ $path }` is not a rollcall file: { $reason }
a-folder = it is a folder
other-database = it is another program's database
no-database = it is not a database
newer = `{ $path }` was written by a newer rollcall (layout { $found }, this program knows up to { $known })
busy = { $name } (process { $process }) is using the file, and did not finish in { $seconds } seconds
busy-with-another = another program is using the file, and did not finish in { $seconds } seconds
replaced = `{ $path }` was replaced or removed while it was open; nothing was changed
unfinished = `{ $path }` is empty: an interrupted `rollcall init` may have left it
left-behind = `{ $path }` belongs to a file that is no longer there
write-ahead-log = another program set `{ $path }` to write-ahead logging, and this cannot be undone now
layout = `{ $path }` is not as rollcall made it: { $deviations }
held-by-others = rows of another program's table refer to what this would remove: { AND($tables) }
read-only = `{ $path }` is read-only, and nothing was changed
cannot-create = cannot create `{ $path }`
cannot-open = cannot open `{ $path }`
cannot-read = cannot read `{ $path }`
cannot-write = cannot write `{ $path }`
cannot-write-into = cannot write a file into `{ $path }`
cannot-copy-into = cannot write a copy into `{ $path }`
cannot-copy-beside = cannot write a copy beside `{ $path }`
cannot-put-aside = cannot put aside `{ $path }`
cannot-replace = cannot replace `{ $path }`
damaged = the file is damaged: { $what }
sqlite = the database reported a problem
unsound = `{ $path }` is damaged, and nothing was changed: { $reason }
it-is-empty = it is empty
upgrade = `{ $path }` has layout { $from }, and cannot be brought to layout { $to }, which this program needs
# Two sentences in one line.
and-also = { $before }; { $after }
more = { $count } more

## Operations that cannot be taken back.

no-operation = there is no operation { $operation }
nothing-to-undo = there is nothing to undo
already-undone = operation { $operation } was taken back by operation { $by }
cannot-be-undone = operation { $operation } cannot be undone: what was there before is gone for good
# A file that was written then cannot be compared any more.
dropped = the file comes from a time (operation { $operation }) whose data `history prune` dropped, so that nothing tells what is older in it
not-erased = operation { $operation } removed somebody, and their data are not yet overwritten in the file
no-randomness = this system gives no random numbers: { $reason }
undo-conflict = operation { $operation } cannot be taken back: { $later }
changed-same-rows = operation { $operation } (`{ $command }`) changed the same rows afterwards
took-what-it-needs = operation { $operation } (`{ $command }`) may have taken a name or number it needs
removed-a-row = operation { $operation } (`{ $command }`) removed a row it would restore
uses-it = operation { $operation } (`{ $command }`) uses what it created

## Encrypted copies.

locked = `{ $path }` cannot be decrypted
wrong-passphrase = this is not the passphrase it was encrypted with
wrong-key = none of the secret keys belongs to somebody it was encrypted for
for-recipients = it was encrypted for a public key, not with a passphrase
for-passphrase = it was encrypted with a passphrase, not for a public key
damaged-or-incomplete = it is damaged or incomplete
too-costly = trying the passphrase would take this computer too long
content-not-written = its content cannot be written
not-a-public-key = this is not a public key of age, which begins with `age1`
no-secret-key = there is no secret key of age in it, which begins with `AGE-SECRET-KEY-1`
key-of-line = line { $line }: { $reason }

## Tables, views, triggers and indices.

object =
    { $kind ->
        [table] the table `{ $name }`
        [view] the view `{ $name }`
        [trigger] the trigger `{ $name }`
       *[index] the index `{ $name }`
    }
object-missing = { $object } is missing
object-altered = { $object } was altered
object-replaced =
    { $kind ->
        [table] { $object } was replaced by a table
        [view] { $object } was replaced by a view
        [trigger] { $object } was replaced by a trigger
       *[index] { $object } was replaced by an index
    }

## What a check finds.

# The name of a table, the number of a row, and the name of the table that it refers to.
refers-to-missing = { $table } { $number } refers to a missing { $other }
of-no-operation =
    { $count ->
        [one] { $count } row of { $table } belongs to no operation
       *[other] { $count } rows of { $table } belong to no operation
    }
# What SQLite says.
integrity = integrity: { $line }
key-of-person = the search key of person { $number }
key-of-organisation = the search key of organisation { $number }
waits-though-free = somebody waits although a place is free, session: { $number }
signup-of-another-event = a sign-up is for another event's session, sign-up: { $number }
signup-though-cancelled = a sign-up is kept although the registration is cancelled, sign-up: { $number }
address-not-in-lower-case = an address is not in lower case, address: { $number }
stay-of-another-event = a stay is in another event's session, stay: { $number }
takes-back-a-later-one = an operation takes back a later one, operation: { $number }

## What of a damaged file cannot be read.

damaged-pages = SQLite cannot read some of its pages
damaged-summary = the summary of an operation
damaged-operation = operation { $number }
damaged-key = the key of the file
damaged-mark = the mark of a removal
damaged-change = a change in the journal
damaged-person = person { $number }
damaged-organisation = organisation { $number }
damaged-row = the row of question { $number }
damaged-waiting-row = a row that waits
damaged-column = the column `{ $column }` of question { $number }
name-is-not-text = a name is not a text
damaged-time = a time
damaged-rule = an attendance rule
damaged-purpose = what a consent is for
damaged-keep = how long the data of an event is kept
damaged-zone = a time zone
damaged-session-kind = a kind of session
damaged-part = a part in a session
damaged-session = a session
damaged-question-state = the state of a question
damaged-answer = the answer to a question
damaged-question-kind = the kind of a question
damaged-detail = the detail of a question
damaged-candidates = the candidates of a question
damaged-verdict = a verdict by hand
damaged-registration = a registration's status
damaged-signup = a sign-up's status
damaged-answers = form answers
damaged-source = the source of a stay
damaged-match = why a stay was matched to its person
in-cancelled = `{ $slug }` is cancelled, and attendance would be on record in it
