### What `inspect` says of a file.

# Over the columns of a file: `delimiter` is "none", "tab", or the sign between its cells.
about =
    { $file }: { $kind } ({ $family }), { $encoding }{ $delimiter ->
        [none] { "" }
        [tab] , tab
       *[other] , `{ $delimiter }`
    }, { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
# Over the first rows of a file that is not recognised.
unknown =
    { $file }: ?, { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
# Below the columns.
how-to-correct = a wrong meaning is put right with --map 'HEADING=FIELD'
