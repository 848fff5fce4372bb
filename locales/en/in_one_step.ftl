### What is said of a report that is made of files, without a database.

goes-with-files = { $option } says how files are read, and none are named
name-the-files = name them: rollcall report sign-in sign-ups.xlsx -o list.pdf
files-and-database = a report is either of the files that are named, or of the database of --db
save-or-import = keep the data of the files with --save FILE, or import them: rollcall import FILE --db FILE
not-read = `{ $file }` is not read: this report is of the named files alone
saved = saved the data as `{ $file }`
# `count` are rows of an address book.
only-people =
    { $count ->
        [one] { $file } lists { $count } person, and does not say that they are signed up; nothing was written
       *[other] { $file } lists { $count } people, and does not say that they are signed up; nothing was written
    }
take-as-signups = if they are signed up: --as signups; if they were there: --as attendance
nobody = these files name nobody who is signed up or was there; nothing was written
name-who-comes =
    name a file of sign-ups or a list of those present as well; `rollcall report sign-in FILE --blank 20` is a list of empty lines
# What the report lacks.
waiting =
    { $count ->
        [one] { $count } row waits for an answer: who is meant is not certain
       *[other] { $count } rows wait for an answer: who is meant is not certain
    }
rejected =
    { $count ->
        [one] { $count } row was rejected, and is missing in the report
       *[other] { $count } rows were rejected, and are missing in the report
    }
answer = `rollcall review --db { $file }` asks who is meant
save-to-answer = keep the data with --save FILE, then `rollcall review --db FILE` asks who is meant
correct-and-again = correct the rows in the file, and give the same command again
empty-list = the list is empty: nobody and nothing belongs in it
