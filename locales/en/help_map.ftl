### Help of `rollcall map`; the module `commands::help` says what the keys mean.

map = List, remove and hand on what --map said about columns
map-more = Each answer holds for one row of headings, as one form tool or colleague writes it.
map-examples =
    rollcall map list
    rollcall map remove 3                     the next import asks, or decides, anew
    rollcall map export -o answers.csv        for a colleague, or the next event's file
    rollcall map import answers.csv

map-list = List the answers that are remembered
map-list-examples =
    rollcall map list
    rollcall map list --format json

map-remove = Forget one answer
map-remove-examples =
    rollcall map remove 3
map-remove-number = The answer's number, as `rollcall map list` shows it

map-export = Write the answers as a table
map-export-examples =
    rollcall map export -o answers.csv
    rollcall map export -o answers.xlsx

map-import = Import the answers of another file; they replace those for the same columns
map-import-examples =
    rollcall map import answers.csv
map-import-file = A table that `rollcall map export` wrote
