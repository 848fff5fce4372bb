### Irrtümlich angelegte Personen, Anmeldungen, Sessions und Veranstaltungen entfernen.

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
person =
    Person { $number } entfernt, mit { $registrations ->
        [one] { $registrations } Anmeldung zur Veranstaltung
       *[other] { $registrations } Anmeldungen zu Veranstaltungen
    } und { $signups ->
        [one] { $signups } Anmeldung zu einer Session
       *[other] { $signups } Anmeldungen zu Sessions
    }{ $places ->
        [0] { "" }
        [one] , { $places } Platz vergeben
       *[other] , { $places } Plätze vergeben
    }
person-goes =
    { $planned ->
        [yes] Würde entfernt: { $who }
       *[no] Entfernt: { $who }
    }
signup-goes =
    { $planned ->
        [yes] Die Anmeldung von { $name } für `{ $what }` würde entfernt
       *[no] Die Anmeldung von { $name } für `{ $what }` ist entfernt
    }
signups =
    { $count ->
        [one] { $count } Anmeldung für { $session } entfernt
       *[other] { $count } Anmeldungen für { $session } entfernt
    }{ $places ->
        [0] { "" }
        [one] , { $places } Platz vergeben
       *[other] , { $places } Plätze vergeben
    }
registrations =
    { $count ->
        [one] { $count } Anmeldung zur Veranstaltung entfernt
       *[other] { $count } Anmeldungen zur Veranstaltung entfernt
    }{ $signups ->
        [one] , mit { $signups } Anmeldung zu einer Session
       *[other] , mit { $signups } Anmeldungen zu Sessions
    }{ $places ->
        [0] { "" }
        [one] , { $places } Platz vergeben
       *[other] , { $places } Plätze vergeben
    }
recorded-of-person = Anwesenheit von { $name } ist erfasst: { $what }
other-ways = `rollcall person merge { $number } OTHER` macht aus zwei Datensätzen einen, `rollcall person forget { $number }` löscht eine Person endgültig, mit ihrer Anwesenheit
session-cancelled =
    { $undone ->
        [yes] Session { $slug } findet doch statt
       *[no] Session { $slug } fällt aus
    }{ $signups ->
        [0] { "" }
        [one] , { $signups } Anmeldung bleibt vermerkt
       *[other] , { $signups } Anmeldungen bleiben vermerkt
    }{ $places ->
        [0] { "" }
        [one] , { $places } Platz vergeben
       *[other] , { $places } Plätze vergeben
    }
event-cancelled =
    { $undone ->
        [yes] Veranstaltung { $slug } findet doch statt
       *[no] Veranstaltung { $slug } fällt aus
    }{ $registrations ->
        [0] { "" }
        [one] , { $registrations } Anmeldung bleibt vermerkt
       *[other] , { $registrations } Anmeldungen bleiben vermerkt
    }
