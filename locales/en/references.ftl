### Instructions that cannot be followed: nobody and nothing of a name, or too many.

unknown =
    { $what ->
        [person] there is no person `{ $reference }`
        [organisation] there is no organisation `{ $reference }`
        [event] there is no event `{ $reference }`
        [session] there is no session `{ $reference }`
       *[question] there is no question `{ $reference }`
    }
# In place of an address, which is not repeated.
unknown-address = there is no person with this address
ambiguous =
    { $what ->
        [person] `{ $reference }` may be { $count } people
       *[organisation] `{ $reference }` may be { $count } organisations
    }
# In place of an address, which is not repeated.
shared-address = this address belongs to { $count } people
# Names in a row.
or = { $one } or { $other }
did-you-mean = did you mean { $names }?
list-questions = `rollcall review --list` lists the open questions
list-what-there-is = `rollcall { $what } list` shows what there is
name-one-by-number = name one by its number
no-event = there is no event yet
set-one-up = set one up: rollcall event add "Autumn meeting" --start 'YYYY-MM-DD HH:MM' --end HH:MM, or import a programme
several-events = the file holds { $count } events
name-one-with-event = name one with --event: { $events }
# `--strict`: all rows or none.
strict =
    { $count ->
        [one] { $count } row cannot be imported, so nothing was
       *[other] { $count } rows cannot be imported, so nothing was
    }
correct-the-rows = correct the rows, or import without --strict and have them set aside
nothing-fits =
    { $kind ->
        [organisations] { $file } looks like organisations, but not one of its rows can be imported
        [people] { $file } looks like people, but not one of its rows can be imported
        [programme] { $file } looks like a programme, but not one of its rows can be imported
        [signups] { $file } looks like sign-ups, but not one of its rows can be imported
       *[attendance] { $file } looks like attendance, but not one of its rows can be imported
    }
say-what-it-is = if it is the right file, say what it is with --as and what its columns mean with --map
unused-map = no file has a column or an answer `{ $word }`
see-the-headings = `rollcall inspect FILE` shows the headings as they are written
answered = question { $question } was answered already: { $answer }
answer-anew = `rollcall history` shows by which operation; undo that to answer question { $question } anew
problem-in-file = { $file }, { $problem }
and-more = … and { $count } more
