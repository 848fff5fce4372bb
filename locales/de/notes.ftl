as-of = Stand: { $time } (laufende Veranstaltung)
not-over = Noch nicht zu Ende und darum nicht gezählt: { AND($sessions) }.
nothing-recorded = Es ist noch nichts erfasst.
rulings =
    { $count ->
        [one] { $count } Teilnahme ist manuell festgelegt.
       *[other] { $count } Teilnahmen sind manuell festgelegt.
    }
stays-of-nobody =
    { $count ->
        [one] { $count } Anwesenheitszeit{ $length } ist noch keiner Person zugeordnet. Die Zahlen können daher zu niedrig sein.
       *[other] { $count } Anwesenheitszeiten{ $length } sind noch keiner Person zugeordnet. Die Zahlen können daher zu niedrig sein.
    }
in-minutes = { " " }({ $count } Min.)
nameless =
    { $count ->
        [one] { $count } davon ohne Namen, nach dem gefragt werden könnte
       *[other] { $count } davon ohne Namen, nach denen gefragt werden könnte
    }
undecided = Das Protokoll der ganzen Veranstaltung zählt nicht für { AND($sessions) }: Zur selben Zeit fanden andere Sessions ohne eigenen Raum statt, und aus dem Protokoll geht nicht hervor, wer an welcher teilnahm.
own-logs = Eigene Protokolle: `rollcall import LOG --session S`.
unplaced = Ein Protokoll der ganzen Veranstaltung nennt keine Zeiten: Es zählt für keine Session.
give-to-one = `rollcall import LOG --session S` ordnet es einer zu.
not-recorded = Zu { AND($sessions) } ist keine Anwesenheit erfasst; wer zu dieser Zeit dargestellt ist, wurde anderswo erfasst.
no-log-with-times = Es liegen keine Zeiten vor.
others-without-times =
    { $count ->
        [one] Für eine weitere Person liegen keine Zeiten vor.
       *[other] Für { $count } weitere Personen liegen keine Zeiten vor.
    }
without-minutes =
    { $count ->
        [one] Für { $count } Teilnahme liegen keine Minuten vor; die Durchschnitte gelten für die übrigen.
       *[other] Für { $count } Teilnahmen liegen keine Minuten vor; die Durchschnitte gelten für die übrigen.
    }
as-of-day = Stand: { $day }
signed-up-so-far = Die Veranstaltung ist noch nicht zu Ende: Aufgeführt sind Organisationen, aus denen sich niemand angemeldet hat.
removed =
    { $count ->
        [one] { $count } Person, die beteiligt war, wurde seither gelöscht und ist in keiner Zahl enthalten.
       *[other] { $count } Personen, die beteiligt waren, wurden seither gelöscht und sind in keiner Zahl enthalten.
    }
cancelled-title = { $title } (fällt aus)
cancelled-sessions = Fällt aus: { $sessions }
cancelled-event = Diese Veranstaltung fällt aus.
compared-on-file =
    { $count ->
        [one] Verglichen werden nur Personen, die noch gespeichert sind: { $count } Teilnahme an diesen Veranstaltungen gehört zu einer Person, die seither gelöscht wurde.
       *[other] Verglichen werden nur Personen, die noch gespeichert sind: { $count } Teilnahmen an diesen Veranstaltungen gehören zu Personen, die seither gelöscht wurden.
    }
removed-counted =
    { $count ->
        [one] { $count } Person, die teilnahm, wurde seitdem gelöscht.
       *[other] { $count } Personen, die teilnahmen, wurden seitdem gelöscht.
    }{ "" } Waren fünf oder mehr gleich, zählen die Zahlen der Sessions sie weiterhin; Listen von Personen nicht.
