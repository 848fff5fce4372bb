is-organisation =
    { $planned ->
        [yes] `{ $name }` wäre Organisation { $number }
       *[no] `{ $name }` ist Organisation { $number }
    }
is-new =
    { $planned ->
        [yes] `{ $name }` würde neu erfasst (Organisation { $number })
       *[no] `{ $name }` ist neu erfasst (Organisation { $number })
    }
is-now-called =
    { $planned ->
        [yes] Organisation { $number } wäre `{ $facts }`
       *[no] Organisation { $number } ist `{ $facts }`
    }
is-now =
    { $count ->
        [one] { $planned ->
            [yes] `{ $from }` (Organisation { $from_number }) wäre `{ $into }` (Organisation { $into_number }); dabei würde { $count } Person die Organisation wechseln
           *[no] `{ $from }` (Organisation { $from_number }) ist jetzt `{ $into }` (Organisation { $into_number }); dabei wechselt { $count } Person die Organisation
        }
       *[other] { $planned ->
            [yes] `{ $from }` (Organisation { $from_number }) wäre `{ $into }` (Organisation { $into_number }); dabei würden { $count } Personen die Organisation wechseln
           *[no] `{ $from }` (Organisation { $from_number }) ist jetzt `{ $into }` (Organisation { $into_number }); dabei wechseln { $count } Personen die Organisation
        }
    }
without-a-name = Die Organisation hat keinen Namen
needs-a-name = Eine Organisation braucht einen Namen
on-file = `{ $name }` ist schon erfasst: Organisation { $number }, `{ $known }`
edit-it = `rollcall organisation edit { $number }` ändert die Angaben
if-one-merge = Handelt es sich um dieselbe Organisation, führt `rollcall organisation merge { $number } { $other }` beide zusammen
may-be = `{ $name }` kann `{ $known }` sein (Organisation { $number }); führen Sie die beiden in diesem Fall zusammen
former-name =
    { $planned ->
        [yes] `{ $name }` bliebe als weiterer Name erhalten
       *[no] `{ $name }` bleibt als weiterer Name erhalten
    }
not-another-name = `{ $name }` ist kein weiterer Name von `{ $known }`
show-it = `rollcall organisation show { $number }` zeigt die Namen
alias-is-gone =
    { $planned ->
        [yes] `{ $name }` wäre kein Name von `{ $known }` mehr
       *[no] `{ $name }` ist kein Name von `{ $known }` mehr
    }
alias-is-new =
    { $planned ->
        [yes] `{ $name }` wäre ein weiterer Name von `{ $known }`
       *[no] `{ $name }` ist ein weiterer Name von `{ $known }`
    }
alias-was-known = `{ $name }` war schon ein Name von `{ $known }`
alias-of-another = `{ $name }` (Organisation { $number }) hat diesen Namen ebenfalls
both-are-one = Beide Angaben meinen Organisation { $number }, `{ $name }`
question-answered =
    { $planned ->
        [yes] Frage { $question } wäre damit beantwortet
       *[no] Frage { $question } ist damit beantwortet
    }
added = 1 Organisation hinzugefügt
changed = Organisation { $number } geändert
alias-added = Weiterer Name von Organisation { $number } hinzugefügt
alias-removed = Weiterer Name von Organisation { $number } entfernt
merged = Organisation { $from } mit Organisation { $into } zusammengeführt
registrations-follow =
    { $count ->
        [0] { $planned ->
            [yes] Keine Anmeldung würde `{ $name }` nennen
           *[no] Keine Anmeldung nennt dadurch `{ $name }`
        }
        [one] { $planned ->
            [yes] { $count } Anmeldung würde `{ $name }` nennen
           *[no] { $count } Anmeldung nennt jetzt `{ $name }`
        }
       *[other] { $planned ->
            [yes] { $count } Anmeldungen würden `{ $name }` nennen
           *[no] { $count } Anmeldungen nennen jetzt `{ $name }`
        }
    }
follows-a-name = --correct, --keep und --from sagen, was aus dem bisherigen Namen wird; geben Sie --name mit an
is-its-name = `{ $name }` ist der Name, mit dem sie gedruckt wird
name-it-first = `rollcall organisation edit { $number } --name` gibt ihr zuerst einen anderen
not-of-it = { $who } gehört nicht zu `{ $known }`
is-split =
    { $count ->
        [one] { $planned ->
            [yes] `{ $name }` wäre Organisation { $number } und nicht mehr `{ $known }`; { $count } Person würde mitgehen
           *[no] `{ $name }` ist Organisation { $number } und nicht mehr `{ $known }`; { $count } Person geht mit
        }
       *[other] { $planned ->
            [yes] `{ $name }` wäre Organisation { $number } und nicht mehr `{ $known }`; { $count } Personen würden mitgehen
           *[no] `{ $name }` ist Organisation { $number } und nicht mehr `{ $known }`; { $count } Personen gehen mit
        }
    }
name-who-goes = Aus der Datei geht nicht hervor, wer `{ $name }` angegeben hat: `rollcall organisation show { $number }` nennt die Personen, `rollcall person edit PERSON --organisation '{ $name }' --correct` ordnet eine davon zu
at-its-domain =
    { $count ->
        [one] Person { $people } hat eine Adresse derselben Domain und bleibt bei `{ $known }`. Gehört sie zu `{ $name }`, nennen Sie sie mit `--person`
       *[other] { $count } Personen haben eine Adresse derselben Domain und bleiben bei `{ $known }` ({ $people }). Nennen Sie mit `--person`, wer zu `{ $name }` gehört
    }
was-split = Organisation { $into } aus { $number } herausgelöst
