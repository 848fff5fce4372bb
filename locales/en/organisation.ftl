### Adding, changing and merging organisations.

is-organisation =
    { $planned ->
        [yes] `{ $name }` would be organisation { $number }
       *[no] `{ $name }` is organisation { $number }
    }
# Named with a person, and added.
is-new =
    { $planned ->
        [yes] `{ $name }` would be new on file (organisation { $number })
       *[no] `{ $name }` is new on file (organisation { $number })
    }
# `facts` begin with the name.
is-now-called =
    { $planned ->
        [yes] organisation { $number } would be `{ $facts }`
       *[no] organisation { $number } is `{ $facts }`
    }
is-now =
    { $count ->
        [one] { $planned ->
            [yes] `{ $from }` (organisation { $from_number }) would be `{ $into }` (organisation { $into_number }): { $count } person with it
           *[no] `{ $from }` (organisation { $from_number }) is now `{ $into }` (organisation { $into_number }): { $count } person with it
        }
       *[other] { $planned ->
            [yes] `{ $from }` (organisation { $from_number }) would be `{ $into }` (organisation { $into_number }): { $count } people with it
           *[no] `{ $from }` (organisation { $from_number }) is now `{ $into }` (organisation { $into_number }): { $count } people with it
        }
    }
without-a-name = the organisation has no name
needs-a-name = an organisation needs a name
on-file = `{ $name }` is on file: organisation { $number }, `{ $known }`
edit-it = `rollcall organisation edit { $number }` changes it
if-one-merge = if the two are one, `rollcall organisation merge { $number } { $other }` puts them together
may-be = `{ $name }` may be `{ $known }` (organisation { $number }): if so, merge the two
former-name =
    { $planned ->
        [yes] `{ $name }` would stay one of its other names
       *[no] `{ $name }` stays one of its other names
    }
not-another-name = `{ $name }` is not another name of `{ $known }`
show-it = `rollcall organisation show { $number }` lists them
alias-is-gone =
    { $planned ->
        [yes] `{ $name }` would no longer be a name of `{ $known }`
       *[no] `{ $name }` is no longer a name of `{ $known }`
    }
alias-is-new =
    { $planned ->
        [yes] `{ $name }` would be another name of `{ $known }`
       *[no] `{ $name }` is another name of `{ $known }`
    }
alias-was-known = `{ $name }` was a name of `{ $known }` already
alias-of-another = `{ $name }` (organisation { $number }) has this name as well
both-are-one = both are organisation { $number }, `{ $name }`
question-answered =
    { $planned ->
        [yes] question { $question } would be answered by it
       *[no] question { $question } is answered by it
    }
# What an operation did.
added = 1 organisation added
# What an operation did.
changed = organisation { $number } changed
# What an operation did.
alias-added = another name of organisation { $number } added
# What an operation did.
alias-removed = another name of organisation { $number } removed
# What an operation did.
merged = organisation { $from } merged into { $into }
registrations-follow =
    { $count ->
        [0] { $planned ->
            [yes] no registration would follow to `{ $name }`
           *[no] no registration follows to `{ $name }`
        }
        [one] { $planned ->
            [yes] { $count } registration would say `{ $name }`
           *[no] { $count } registration says `{ $name }` now
        }
       *[other] { $planned ->
            [yes] { $count } registrations would say `{ $name }`
           *[no] { $count } registrations say `{ $name }` now
        }
    }
follows-a-name = --correct, --keep and --from say what becomes of the former name: they need --name
is-its-name = `{ $name }` is the name it is printed with
name-it-first = `rollcall organisation edit { $number } --name` gives it another one first
not-of-it = { $who } is not of `{ $known }`
is-split =
    { $count ->
        [one] { $planned ->
            [yes] `{ $name }` would be organisation { $number }, no longer `{ $known }`: { $count } person with it
           *[no] `{ $name }` is organisation { $number }, no longer `{ $known }`: { $count } person with it
        }
       *[other] { $planned ->
            [yes] `{ $name }` would be organisation { $number }, no longer `{ $known }`: { $count } people with it
           *[no] `{ $name }` is organisation { $number }, no longer `{ $known }`: { $count } people with it
        }
    }
name-who-goes = nothing on file tells who was written as `{ $name }`: `rollcall organisation show { $number }` lists the people, `rollcall person edit PERSON --organisation '{ $name }' --correct` moves one
at-its-domain =
    { $count ->
        [one] person { $people } has an address at the same domain and stays with `{ $known }`: if they came as `{ $name }`, split with `--person` as well
       *[other] { $count } people have an address at the same domain and stay with `{ $known }` ({ $people }): name those who came as `{ $name }` with `--person`
    }
# What an operation did.
was-split = organisation { $into } taken out of { $number }
