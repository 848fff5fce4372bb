### What commands say in their lists and pages, beside headings and titles.

# The state of an operation; in a list.
undone-by = undone by { $number }
# Under an operation.
undone-by-operation = undone by operation { $number }
# Under the open questions about a person.
how-to-answer = `rollcall review` shows how to answer them
# Over the columns of a file: `about` is its name, kind, family and encoding.
rows-of-a-file =
    { $count ->
        [one] { $about }, { $count } row
       *[other] { $about }, { $count } rows
    }
# What cells are separated by, where that cannot be seen.
tab = tab
