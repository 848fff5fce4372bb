waited-already = { $name } stand schon auf der Warteliste von `{ $session }`
had-a-place-already = { $name } hatte schon einen Platz in `{ $session }`
is-expected =
    { $planned ->
        [yes] { $name } wäre zur Veranstaltung angemeldet und würde in `{ $session }` erwartet wie alle Angemeldeten
       *[no] { $name } ist zur Veranstaltung angemeldet und wird in `{ $session }` erwartet wie alle Angemeldeten
    }
was-expected-already = { $name } ist schon zur Veranstaltung angemeldet: In `{ $session }` werden alle Angemeldeten erwartet
no-longer-signed-up =
    { $planned ->
        [yes] { $name } wäre zu `{ $session }` nicht mehr angemeldet
       *[no] { $name } ist zu `{ $session }` nicht mehr angemeldet
    }
no-longer-registered =
    { $count ->
        [0] { $planned ->
            [yes] { $name } wäre zu `{ $event }` nicht mehr angemeldet
           *[no] { $name } ist zu `{ $event }` nicht mehr angemeldet
        }
        [one] { $planned ->
            [yes] { $name } wäre zu `{ $event }` nicht mehr angemeldet; damit fiele { $count } Anmeldung zu einer Session weg
           *[no] { $name } ist zu `{ $event }` nicht mehr angemeldet; damit fällt { $count } Anmeldung zu einer Session weg
        }
       *[other] { $planned ->
            [yes] { $name } wäre zu `{ $event }` nicht mehr angemeldet; damit fielen { $count } Anmeldungen zu Sessions weg
           *[no] { $name } ist zu `{ $event }` nicht mehr angemeldet; damit fallen { $count } Anmeldungen zu Sessions weg
        }
    }
had-cancelled = { $name } hatte `{ $what }` schon abgesagt
not-signed-up = { $name } ist zu `{ $session }` nicht angemeldet
not-registered = { $name } ist zu `{ $event }` nicht angemeldet
what-they-chose = `rollcall person show { $number }` zeigt die Anmeldungen
this-person-is-not-signed-up = Diese Person ist zu `{ $session }` nicht angemeldet
who-is-signed-up = `rollcall signup list` zeigt, wer wozu angemeldet ist
both-are-one = Beide Angaben meinen `{ $session }`
is-there-already = { $name } ist schon zu `{ $session }` angemeldet
leaves =
    { $planned ->
        [yes] { $name } würde `{ $session }` verlassen
       *[no] { $name } verlässt `{ $session }`
    }
registered =
    { $count ->
        [one] { $count } Person zur Veranstaltung angemeldet, für { $session }
       *[other] { $count } Personen zur Veranstaltung angemeldet, für { $session }
    }
signed-up =
    { $count ->
        [one] { $count } Person zu { $session } angemeldet
       *[other] { $count } Personen zu { $session } angemeldet
    }{ $waiting ->
        [0] { "" }
       *[other] , davon { $waiting } auf der Warteliste
    }
cancelled =
    { $count ->
        [one] { $count } Anmeldung zu { $session } abgesagt
       *[other] { $count } Anmeldungen zu { $session } abgesagt
    }{ $moved ->
        [0] { "" }
        [one] , { $moved } Person nachgerückt
       *[other] , { $moved } Personen nachgerückt
    }
registrations-cancelled =
    { $count ->
        [one] { $count } Person von der Veranstaltung abgemeldet
       *[other] { $count } Personen von der Veranstaltung abgemeldet
    }{ $signups ->
        [0] { "" }
        [one] , { $signups } Anmeldung zu einer Session damit abgesagt
       *[other] , { $signups } Anmeldungen zu Sessions damit abgesagt
    }{ $moved ->
        [0] { "" }
        [one] , { $moved } Person nachgerückt
       *[other] , { $moved } Personen nachgerückt
    }
moved =
    { $count ->
        [one] { $count } Person von { $from } zu { $to } umgebucht
       *[other] { $count } Personen von { $from } zu { $to } umgebucht
    }
