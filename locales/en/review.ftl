### Open questions and the answers they take, in lists and on a terminal.

who-is-of = Who is { $person } ({ $organisation })?
who-is = Who is { $person }?
who-was-in = Who was { $person } in `{ $session }`?
who-was = Who was { $person }?
is-on-file = Is `{ $name }` an organisation that is on file?
# Of two sessions.
overlap = { $one } and { $other } overlap
# In place of a name.
person-of-line = the person of line { $line }
# In place of a name.
person = the person
# Where a question comes from.
line-of = { $file }, line { $line }
# On a terminal, where the question begins.
question = question { $number }: { $question }
no-times = no times recorded
# `times` are those of the first few.
stays =
    { $count ->
        [one] { $count } stay: { $times }
       *[other] { $count } stays: { $times }
    }
# What speaks for a candidate; `reasons` are those of `reasons.rs`.
reasons-for = for: { $reasons }
# What speaks against a candidate.
reasons-against = against: { $reasons }
it-is = it is { $name }
same-as = the same as { $name }
none-of-them = none of them: an organisation of its own
another-organisation = another organisation on file, by number or name
somebody-new = somebody new
somebody-else = somebody else on file, by number, address or name
nobody = nobody: a program that takes notes, a second screen
keep = both sessions stand
cancel = cancel `{ $session }`
skip = skip: leave it open
stop = stop
who-is-it = Who is it?
who-was-it = Who was it?
which-is-it = Which is it?
which-organisation = Which organisation is it?
what-holds = What holds?
how-to-choose = ↑↓ to move, Enter to choose, Esc to stop
how-to-name = type a part of it, ↑↓ to move, Enter to choose, Esc to go back
