### Where in a file something is.

# The lines of a file, the first of many by their numbers: `lines 2, 3 and 7 more`.
some =
    { $count ->
        [one] line { $lines }
       *[other]
            { $more ->
                [0] lines { $lines }
               *[other] lines { $lines } and { $more } more
            }
    }
# What is wrong in some lines; `lines` is "lines 2, 3".
problem = { $lines }: { $reason }
# What is wrong in a column.
problem-in-column = { $lines }, column `{ $column }`: { $reason }
