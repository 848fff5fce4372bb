### Irrtümlich angelegte Sessions und Veranstaltungen entfernen.

session =
    Session { $slug } entfernt{ $signups ->
        [0] { "" }
        [one] , mit { $signups } Anmeldung
       *[other] , mit { $signups } Anmeldungen
    }
event =
    Veranstaltung { $slug } entfernt, mit { $sessions ->
        [one] { $sessions } Session
       *[other] { $sessions } Sessions
    } und { $registrations ->
        [one] { $registrations } Anmeldung
       *[other] { $registrations } Anmeldungen
    }
recorded = Für `{ $name }` ist Anwesenheit erfasst: { $what }
stays =
    { $count ->
        [one] { $count } Anwesenheitszeit
       *[other] { $count } Anwesenheitszeiten
    }
verdicts =
    { $count ->
        [one] { $count } manuell festgelegte Teilnahme
       *[other] { $count } manuell festgelegte Teilnahmen
    }
excuses =
    { $count ->
        [one] { $count } entschuldigte Person
       *[other] { $count } entschuldigte Personen
    }
undo-first = Nehmen Sie zuerst zurück, womit sie erfasst wurde: `rollcall history` zeigt die Vorgänge, `rollcall undo N` nimmt einen zurück
questions =
    { $count ->
        [one] { $count } Zeile, die auf eine Antwort wartet, betrifft `{ $name }`
       *[other] { $count } Zeilen, die auf eine Antwort warten, betreffen `{ $name }`
    }
answer-first = Beantworten Sie sie zuerst: `rollcall review`
