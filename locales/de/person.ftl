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
write-a-consent = Geben Sie den Zweck und yes oder no an: photographs, participants, newsletter oder recording, wie in newsletter=no
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
alias-added = Weiterer Name Von Person { $number } hinzugefügt
alias-removed = Weiterer Name Von Person { $number } entfernt
merged =
    Person { $from } mit Person { $into } zusammengeführt{ $places ->
        [0] { "" }
        [one] , { $places } Platz vergeben
       *[other] , { $places } Plätze vergeben
    }
add-somebody = `rollcall person add` fügt eine neue Person hinzu
follows-an-organisation = --correct, --keep und --from sagen, welche Anmeldungen zur Organisation folgen; geben Sie --organisation mit an
comes-first =
    { $planned ->
        [yes] Von Person { $number } käme an erste Stelle: { $what }
       *[no] Von Person { $number } steht an erster Stelle: { $what }
    }{ $why ->
        [newer] {" "}(ihre Anmeldung ist die neueste)
        [asked] {" "}(wie gewünscht)
       *[stays] {" "}(keine Anmeldung ist neuer)
    }
the-name = der Name
the-organisation = die Organisation
the-address = die Adresse, an die geschrieben wird
are-they-one = Sind das dieselbe Person?
not-merged = Nichts wurde geändert
cannot-ask-whether-one = Das Terminal kann nicht fragen, ob beide dieselbe Person sind
no-such-row = Person { $number } hat keine Zeile { $row }
no-such-stay = Person { $number } hat keine Anwesenheitszeit { $stay }
nothing-goes = Es ist nichts genannt, was an die zweite Person geht
how-to-split = `rollcall person split PERSON --rows 2,5 --stays 7` macht aus einigen davon eine zweite Person.
is-two =
    { $planned ->
        [yes] { $who } wären zwei Personen; die zweite: { $second }
       *[no] { $who } sind jetzt zwei Personen; die zweite: { $second }
    }
registration-goes = Geht mit: die Anmeldung für `{ $event }`
signup-goes = Geht mit: die Anmeldung für `{ $session }`
stay-goes = Geht mit: Anwesenheitszeit { $stay } in `{ $place }`
verdicts-go =
    { $count ->
        [one] Geht mit: was zu 1 Session manuell festgelegt ist
       *[other] Geht mit: was zu { $count } Sessions manuell festgelegt ist
    }
consents-go =
    { $count ->
        [one] Geht mit: 1 Antwort zur Einwilligung
       *[other] Geht mit: { $count } Antworten zur Einwilligung
    }
addresses-go =
    { $count ->
        [one] Geht mit: 1 E-Mail-Adresse
       *[other] Geht mit: { $count } E-Mail-Adressen
    }
aliases-go = Geht mit: die weiteren Namen { $names }
registration-is-shared = Für `{ $event }` sind jetzt beide angemeldet: Formularantworten und Organisation der einen Anmeldung bleiben, wie sie sind; wessen sie waren, ist nicht festgehalten
consents-stay =
    { $count ->
        [one] 1 Antwort zur Einwilligung bleibt; wessen sie ist, ist nicht festgehalten: `rollcall person show` zeigt sie
       *[other] { $count } Antworten zur Einwilligung bleiben; wessen sie sind, ist nicht festgehalten: `rollcall person show` zeigt sie
    }
addresses-stay =
    { $count ->
        [one] 1 E-Mail-Adresse bleibt; wessen sie ist, ist nicht festgehalten
       *[other] { $count } E-Mail-Adressen bleiben; wessen sie sind, ist nicht festgehalten
    }
aliases-stay = Diese weiteren Namen bleiben; wessen sie sind, ist nicht festgehalten: { $names }
undo-and-name-them = `rollcall undo`, dann gibt `rollcall person split { $number } … --email ADDRESS --alias NAME` sie mit
was-split = Person { $from } geteilt, die zweite ist { $to }
no-duplicates = Niemand scheint doppelt erfasst zu sein.
merge-or-different = `rollcall person merge { $other } { $one }` führt beide zusammen, `rollcall person duplicates --different { $one } { $other }` hält fest, dass es zwei Personen sind.
are-different =
    { $planned ->
        [yes] { $one } wäre nicht { $other }
       *[no] { $one } ist nicht { $other }
    }
held-apart = Personen { $one } und { $other } sind zwei
was-removed = Diese Person wurde endgültig gelöscht
may-have-been-removed = Eine Person dieses Namens wurde endgültig gelöscht
allow-again = Wenn sie sich neu anmeldet oder es eine andere ist: `{ $command }`
add-again = { $name } wurde endgültig gelöscht: Soll diese Person wieder aufgenommen werden?
add-namesake = Eine Person namens { $name } wurde endgültig gelöscht: Soll diese Person trotzdem aufgenommen werden?
nobody-added = Es wurde nichts eingetragen
