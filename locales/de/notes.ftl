as-of = Stand { $time }, während die Veranstaltung läuft
not-over = Noch nicht zu Ende und darum nicht gezählt: { $sessions }.
nothing-recorded = Noch ist nichts erfasst.
attendance-rule = Anwesenheitsregel: { $rules }.
attendance-rules = Anwesenheitsregeln: { $rules }.
no-rule = keine
last-row-without-organisation = Die letzte Zeile sind Personen ohne Organisation.
rulings =
    { $count ->
        [one] { $count } Ergebnis von Hand gesetzt.
       *[other] { $count } Ergebnisse von Hand gesetzt.
    }
stays-of-nobody =
    { $count ->
        [one] { $count } Aufenthalt gehört noch zu niemandem{ $length }: die Zahlen können zu niedrig sein.
       *[other] { $count } Aufenthalte gehören noch zu niemandem{ $length }: die Zahlen können zu niedrig sein.
    }
in-minutes =
    { $count ->
        [one] , { $count } Minute
       *[other] , { $count } Minuten
    }
nameless =
    { $count ->
        [one] { $count } hat keinen Namen, nach dem zu fragen wäre
       *[other] { $count } haben keinen Namen, nach dem zu fragen wäre
    }
undecided = Das Protokoll der ganzen Veranstaltung zählt nicht für { $sessions }: zur selben Zeit liefen andere Sessions ohne eigenen Raum, und es sagt nicht, wer wo war.
own-logs = Eigene Protokolle: `rollcall import LOG --session S`.
unplaced = Ein Protokoll der ganzen Veranstaltung nennt keine Zeiten: Es zählt für keine Session.
give-to-one = `rollcall import LOG --session S` ordnet es einer zu.
no-log-with-times = Kein Protokoll sagt, wann jemand da war.
others-without-times =
    { $count ->
        [one] { $count } weitere Person war da; wann, sagt kein Protokoll.
       *[other] { $count } weitere Personen waren da; wann, sagt kein Protokoll.
    }
