### What `map` says of remembered answers about columns.

no-such-answer = there is no answer { $number }
which-answers = `rollcall map list` shows which there are
forgotten =
    { $planned ->
        [yes] `{ $heading }` as `{ $field }` would be forgotten
       *[no] `{ $heading }` as `{ $field }` is forgotten
    }
# In `history`.
one-forgotten = 1 answer about a column forgotten
# In `history`.
imported =
    { $count ->
        [one] { $count } answer about a column imported
       *[other] { $count } answers about columns imported
    }
see-the-answers = `rollcall map list` shows them

## What is wrong with a file of answers.

wrong-line = { $file }, line { $line }: { $reason }
as-exported = the file has to be as `rollcall map export` wrote it
no-number = the number of the headings cannot be read
no-such-field = there is no such field
no-answers = it has no answers about columns
