### Adding, changing and merging people.

# Somebody whose name others have as well.
of-organisation = { $name } ({ $organisation })
# Somebody whose name others have as well.
with-number = { $name } (person { $number })
# Somebody, told from others.
described = { $name } (person { $number }, { $organisation })
is-person =
    { $planned ->
        [yes] { $name } would be person { $number }
       *[no] { $name } is person { $number }
    }
is-changed =
    { $planned ->
        [yes] { $who } would be changed
       *[no] { $who } is changed
    }
is-now =
    { $planned ->
        [yes] { $one } would be { $other }
       *[no] { $one } is now { $other }
    }
sign-them-up = sign them up with `rollcall signup add { $number } --session SESSION`
not-a-name = this is not a name to add somebody under
write-a-name = write 'Anna Müller' or 'Müller, Anna', and the address with --email
write-a-consent = write what it is for and yes or no: photographs, participants, newsletter or recording, as in newsletter=no
needs-a-name = a person needs a name
same-address = person { $number } has the same e-mail address
on-file = { $who } is on file already
edit-them = `rollcall person edit { $number }` changes them; with another --email it is somebody else of that name
name-on-file = the name is on file already: { $who }; if they are the same, `rollcall person merge NEW { $number }`
# The name somebody had before it was changed.
former-name =
    { $planned ->
        [yes] `{ $name }` would stay one of their other names
       *[no] `{ $name }` stays one of their other names
    }
only-misspelt = was it only misspelt? `rollcall person alias { $number } '{ $name }' --remove`
name-of-another = `{ $name }` is the name of person { $number } as well
without-the-address = person { $number } does not have the e-mail address to take away
show-them = `rollcall person show { $number }` lists them
other-name-is-empty = the other name is empty
not-another-name = `{ $name }` is not another name of { $who }
alias-is-gone =
    { $planned ->
        [yes] `{ $name }` would no longer be a name of { $who }
       *[no] `{ $name }` is no longer a name of { $who }
    }
alias-is-new =
    { $planned ->
        [yes] `{ $name }` would be another name of { $who }
       *[no] `{ $name }` is another name of { $who }
    }
alias-was-known = `{ $name }` was a name of { $who } already
alias-of-another = `{ $name }` is a name of { $who } as well
both-are-one = both are person { $number }, { $name }
# What an operation did.
added = 1 person added
# What an operation did.
changed = person { $number } changed
# What an operation did.
alias-added = another name of person { $number } added
# What an operation did.
alias-removed = another name of person { $number } removed
# What an operation did. `places` are those that others got by it.
merged =
    person { $from } merged into { $into }{ $places ->
        [0] { "" }
        [one] , { $places } place given
       *[other] , { $places } places given
    }
add-somebody = somebody new is added with `rollcall person add`
follows-an-organisation = --correct, --keep and --from say which registrations follow to the organisation: they need --organisation
# Whose name, organisation or address comes first of two; `what` is which of them, `why` is why.
comes-first =
    { $planned ->
        [yes] from person { $number } would come first: { $what }
       *[no] from person { $number } comes first: { $what }
    }{ $why ->
        [newer] {" "}(the newest registration is theirs)
        [asked] {" "}(as asked for)
       *[stays] {" "}(neither registration is newer)
    }
the-name = the name
the-organisation = the organisation
the-address = the address to write to
are-they-one = Are these two one person?
not-merged = nothing was changed
cannot-ask-whether-one = the terminal cannot ask whether they are one person
# On a page, rows and stays have numbers.
no-such-row = person { $number } has no row { $row }
no-such-stay = person { $number } has no stay { $stay }
nothing-goes = nothing is named that goes to the second person

## One person who turns out to be two.

how-to-split = `rollcall person split PERSON --rows 2,5 --stays 7` makes a second person of some of these.
is-two =
    { $planned ->
        [yes] { $who } would be two; the second one: { $second }
       *[no] { $who } is two now; the second one: { $second }
    }
registration-goes = goes: the registration for `{ $event }`
signup-goes = goes: the sign-up for `{ $session }`
# `place` is a session, or an event without sessions.
stay-goes = goes: stay { $stay } in `{ $place }`
verdicts-go =
    { $count ->
        [one] goes: what was said by hand of 1 session
       *[other] goes: what was said by hand of { $count } sessions
    }
consents-go =
    { $count ->
        [one] goes: what was agreed to or refused in 1 answer
       *[other] goes: what was agreed to or refused in { $count } answers
    }
addresses-go =
    { $count ->
        [one] goes: 1 e-mail address
       *[other] goes: { $count } e-mail addresses
    }
aliases-go = goes: the other names { $names }
registration-is-shared = both are registered for `{ $event }` now: form answers and organisation of the one registration stay as they are, and nothing tells whose they were
consents-stay =
    { $count ->
        [one] 1 answer about consent stays, and nothing tells whose it is: `rollcall person show` shows it
       *[other] { $count } answers about consent stay, and nothing tells whose they are: `rollcall person show` shows them
    }
addresses-stay =
    { $count ->
        [one] 1 e-mail address stays, and nothing tells whose it is
       *[other] { $count } e-mail addresses stay, and nothing tells whose they are
    }
aliases-stay = these other names stay, and nothing tells whose they are: { $names }
undo-and-name-them = `rollcall undo`, then `rollcall person split { $number } … --email ADDRESS --alias NAME` sends them along
# What an operation did.
was-split = person { $from } split, the second is { $to }

## People who are probably one.

no-duplicates = Nobody on file is probably there twice.
merge-or-different = `rollcall person merge { $other } { $one }` makes them one, `rollcall person duplicates --different { $one } { $other }` says that they are two.
are-different =
    { $planned ->
        [yes] { $one } would not be { $other }
       *[no] { $one } is not { $other }
    }
# What an operation did.
held-apart = persons { $one } and { $other } are two
was-removed = this is somebody who was removed for good
may-have-been-removed = somebody of this name was removed for good
allow-again = if they sign up anew, or are somebody else: `{ $command }`
# Questions on a terminal.
add-again = { $name } was removed for good: add them again?
add-namesake = somebody called { $name } was removed for good: add this person all the same?
nobody-added = nothing is recorded
