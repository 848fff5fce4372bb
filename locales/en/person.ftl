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
