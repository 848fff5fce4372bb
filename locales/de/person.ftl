of-organisation = { $name } ({ $organisation })
with-number = { $name } (Person { $number })
described = { $name } (Person { $number }, { $organisation })
is-person =
    { $planned ->
        [yes] { $name } wäre Person { $number }
       *[no] { $name } ist Person { $number }
    }
is-changed =
    { $planned ->
        [yes] { $who } würde geändert
       *[no] { $who } ist geändert
    }
is-now =
    { $planned ->
        [yes] { $one } wäre { $other }
       *[no] { $one } ist jetzt { $other }
    }
sign-them-up = `rollcall signup add { $number } --session SESSION` meldet diese Person zu einer Session an
not-a-name = Unter diesem Namen lässt sich niemand hinzufügen
write-a-name = Schreiben Sie 'Anna Müller' oder 'Müller, Anna', und die Adresse mit --email
needs-a-name = Eine Person braucht einen Namen
same-address = Person { $number } hat dieselbe E-Mail-Adresse
on-file = { $who } ist schon erfasst
edit-them = `rollcall person edit { $number }` ändert die Angaben; mit einer anderen --email ist es eine andere Person gleichen Namens
name-on-file = Der Name ist schon erfasst: { $who }; handelt es sich um dieselbe Person, hilft `rollcall person merge NEW { $number }`
former-name =
    { $planned ->
        [yes] `{ $name }` bliebe als weiterer Name erhalten
       *[no] `{ $name }` bleibt als weiterer Name erhalten
    }
only-misspelt = War es nur ein Schreibfehler? `rollcall person alias { $number } '{ $name }' --remove`
name-of-another = `{ $name }` heißt auch Person { $number }
without-the-address = Person { $number } hat die E-Mail-Adresse nicht, die entfernt werden soll
show-them = `rollcall person show { $number }` zeigt, was erfasst ist
other-name-is-empty = Der weitere Name ist leer
not-another-name = `{ $name }` ist kein weiterer Name von { $who }
alias-is-gone =
    { $planned ->
        [yes] `{ $name }` wäre kein Name von { $who } mehr
       *[no] `{ $name }` ist kein Name von { $who } mehr
    }
alias-is-new =
    { $planned ->
        [yes] `{ $name }` wäre ein weiterer Name von { $who }
       *[no] `{ $name }` ist ein weiterer Name von { $who }
    }
alias-was-known = `{ $name }` war schon ein Name von { $who }
alias-of-another = `{ $name }` ist auch ein Name von { $who }
both-are-one = Beide Angaben meinen Person { $number }, { $name }
added = 1 Person hinzugefügt
changed = Person { $number } geändert
alias-added = weiterer Name von Person { $number } hinzugefügt
alias-removed = weiterer Name von Person { $number } entfernt
merged =
    Person { $from } mit Person { $into } zusammengeführt{ $places ->
        [0] { "" }
        [one] , { $places } Platz vergeben
       *[other] , { $places } Plätze vergeben
    }
add-somebody = `rollcall person add` fügt eine neue Person hinzu
follows-an-organisation = --correct, --keep und --from sagen, welche Anmeldungen zur Organisation folgen; geben Sie --organisation mit an
