### Removing somebody for good.

# The kind of a row, by its table.
kind =
    { $table ->
        [person] record
        [person_address] address
        [person_alias] other name
        [registration] registration
        [signup] sign-up
        [stay] stay
        [ruling] verdict by hand
        [excuse] excuse
        [consent] consent
        [review] question
        [distinction] answer “not the same”
        [nobody] name that is nobody's
        [organisation] organisation
        [organisation_alias] other name of an organisation
        [event] event
        [session] session
        [session_person] part in the programme
        [mapping] answer about a column
        [operation] summary of an operation
        [written_file] written file
        [change] entry of the journal
       *[other] { $table }
    }
# Where a mention is, of a row that was changed or removed since.
former = { $column }, in the journal
really = remove { $who } for good? This cannot be undone
what-of-mentions = what becomes of the mentions?
remove-mentions = remove the name there as well
keep-mentions = keep them as they are
cannot-ask = it cannot be asked whether to go on
not-removed = nobody is removed
not-agreed = a removal for good has to be confirmed
say-yes = add --yes; --dry-run shows what would go
mentions-not-said =
    { $count ->
        [one] { $count } text of others names them
       *[other] { $count } texts of others name them
    }, and nobody said what becomes of that
say-mentions = add --mentions remove or --mentions keep
# What an operation did; it stays in the history, and names nobody.
removed =
    1 person removed for good: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }{ $mentions ->
        [0] {""}
        [one] , 1 mention { $kept ->
            [yes] kept
           *[no] removed
        }
       *[other] , { $mentions } mentions { $kept ->
            [yes] kept
           *[no] removed
        }
    }{ $places ->
        [0] {""}
        [one] , 1 place given on
       *[other] , { $places } places given on
    }
# Questions of the review; `count` is how many.
candidate-of =
    { $count ->
        [one] question { AND($questions) } of `rollcall review` has them as a candidate: answer it first if it means them, or what it asks about stays
       *[other] questions { AND($questions) } of `rollcall review` have them as a candidate: answer them first if they mean them, or what they ask about stays
    }
hashes-dropped =
    { $count ->
        [one] { $count } keyed hash removed
       *[other] { $count } keyed hashes removed
    }: who was removed before is not recognised any more
finished = the removal of operation { $operation }, which was interrupted, is finished now
no-traces = the file is written anew and searched: 0 traces
traces =
    the removal of operation { $operation } left { $count ->
        [one] { $count } trace
       *[other] { $count } traces
    }
trace =
    { $kind ->
        [name] the name
        [address] an address
        [phone] a telephone number
       *[part] a part of the name
    } is in `{ $file }` at byte { $at }
report-traces = `rollcall check` says what is not of this program; where it finds nothing, please report this
# What rows that stay say as well.
held =
    { $kind ->
        [name] the name
        [address] an address
        [phone] a telephone number
       *[part] a part of the name
    } also stands in { $count ->
        [one] 1 row
       *[other] { $count } rows
    } of `{ $table }` that { $count ->
        [one] stays
       *[other] stay
    }: { AND($rows) }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
for-good = this cannot be undone; backups from before still have all of it
files =
    { $count ->
        [one] 1 file that you wrote may still name them:
       *[other] { $count } files that you wrote may still name them:
    }
file = - { $file }
