### What commands say in their lists and pages, beside headings and titles.

# The state of an operation; in a list.
undone-by = undone by { $number }
# Under an operation.
undone-by-operation = undone by operation { $number }
# Under the open questions about a person.
how-to-answer = `rollcall review` shows how to answer them

## What `init`, `undo` and `man` say.

created = created { $file }
set-up-an-event = set up an event with `rollcall import programme.csv` or `rollcall event add`
took-back =
    { $planned ->
        [yes] would take back operation { $operation } (`{ $command }`): { $removed ->
            [one] { $removed } row removed
           *[other] { $removed } rows removed
        }, { $restored ->
            [one] { $restored } row restored
           *[other] { $restored } rows restored
        }
       *[no] took back operation { $operation } (`{ $command }`): { $removed ->
            [one] { $removed } row removed
           *[other] { $removed } rows removed
        }, { $restored ->
            [one] { $restored } row restored
           *[other] { $restored } rows restored
        }
    }
# Somebody gets a place that becomes free.
moves-up =
    { $planned ->
        [yes] { $person } would move up in `{ $session }`
       *[no] { $person } moves up in `{ $session }`
    }
does-it-again = `rollcall undo { $operation }` does it again
wrote-pages = wrote the pages to { $folder }
# The state of an operation that removed somebody; in a list.
for-good = for good
# Under an operation.
cannot-be-undone = this cannot be undone
# Rows of people who were removed, which an undo does not bring back.
passed-over =
    { $planned ->
        [yes] { $rows ->
            [one] { $rows } row of somebody who was removed for good would be left out
           *[other] { $rows } rows of people who were removed for good would be left out
        }
       *[no] { $rows ->
            [one] { $rows } row of somebody who was removed for good is left out
           *[other] { $rows } rows of people who were removed for good are left out
        }
    }
# Under what an operation changed: of rows that were removed for good, or whose former states were dropped.
unknown-changes =
    { $count ->
        [one] { $count } change is not known any more: it was removed for good
       *[other] { $count } changes are not known any more: they were removed for good
    }
# Under what an operation changed.
rows-known-again =
    { $count ->
        [one] { $count } row of a file is known again when it is read once more
       *[other] { $count } rows of files are known again when they are read once more
    }
