### What is said of `--columns` and `--where`.

# Before the question of a form, where something else is called so too: `answer:Name`.
answer = answer

no-column = there is no column `{ $name }` in this list
did-you-mean = did you mean { OR($names) }?
columns-are = the columns are: { $names }
several-columns = several columns are called `{ $name }`
write-one-of = write { OR($names) }
twice = the column `{ $name }` is named twice
no-columns = --columns names no column
no-sign = `{ $text }` is not a condition
write-a-condition = write a column, a sign and a value: --where 'status=confirmed'; the signs are = != < <= > >= and ~ (contains)
never-so = the column `{ $column }` never says `{ $value }`
it-can-say = it says { OR($choices) }
no-number = the column `{ $column }` holds numbers, and `{ $value }` is not a number
no-share = the column `{ $column }` holds shares, and `{ $value }` is not a share
write-a-share = write a percentage: 50%
no-time = the column `{ $column }` holds times, and this is not one: { $reason }
no-order = `{ $sign }` is for numbers and times, and the column `{ $column }` holds neither
use-other-signs = = and != compare words, ~ looks for a part of them

# `count` rows are not shown.
no-row-passes =
    { $count ->
        [one] no row meets the conditions of --where; { $count } row is left out
       *[other] no row meets the conditions of --where; { $count } rows are left out
    }
not-a-list = --columns and --where are for lists, and this is a document
lists-are = lists are: attendance, sign-in, sessions, organisations, no-shows, curve and history
not-for-all = --columns and --where are for one list, and `export all` writes the whole file
export-one = export one: rollcall export signups --where 'status=confirmed'
not-for-a-calendar = a calendar has no columns to choose
is-a-part = this is a part of an export, for other programs; what `import` takes back is the whole
