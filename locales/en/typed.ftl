### What is typed on the command line: words that are understood, and what is wrong with others.

# Other words for the state, as they may be typed; commas between them.
confirmed = signed up
# Other words for the state.
waitlisted = waiting list, waiting
# Other words for the state.
cancelled = canceled, withdrawn
# In place of a number of places.
no-limit = none
# `words` are those that can stand there.
write-one-of = write { OR($words) }
not-a-zone = no such time zone: write Europe/Berlin, for example
not-an-address = this is not an e-mail address
write-an-address = write it as name@example.org, and nothing else
not-a-number-of-places = `{ $number }` is not a number of places
write-a-number = write a number, or none for no limit
not-a-short-name = `{ $text }` is not a short name: it may have the letters a to z, digits and hyphens
nothing-to-change = nothing to change is named
lists-the-options = `rollcall { $command } --help` lists the options
not-numbers = numbers are written 5, 3-8 or 1,4-6
not-a-range = a range begins with the smaller number, and is no longer than the list
no-period = `{ $text }` is not a period: write a number with `days`, `weeks`, `months` or `years`, as in `3months`
no-stage = write what is kept and for how long: `times=3months,people=12months,all=5years`, each once, or `forever`
keep-out-of-order = `{ $later }` would go before `{ $earlier }`
