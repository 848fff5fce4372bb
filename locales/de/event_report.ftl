title = Nachbericht: { $event }
title-before = Anmeldestand: { $event }
title-so-far = Zwischenbericht: { $event }
title-public = Bericht: { $event }
place = Ort: { $place }
organiser = Veranstalter: { $name }
project = Projekt: { $project }
project-and-reference = Projekt: { $project } (Förderkennzeichen { $reference })
funding-reference = Förderkennzeichen: { $reference }
at-a-glance = Auf einen Blick
nothing-recorded = Zu dieser Veranstaltung ist noch nichts erfasst. Aussagen zur Teilnahme sind daher nicht möglich.
not-begun = Die Veranstaltung hat noch nicht begonnen.
not-over = Die Veranstaltung ist noch nicht zu Ende. Abschließende Zahlen liegen erst danach vor.
withdrew =
    { $count ->
        [one] { $count } weitere Abmeldung
       *[other] { $count } weitere Abmeldungen
    }
long-enough = davon { $count } mit ausreichender Anwesenheit
of-registered = { $count } von { $whole } Angemeldeten
of-organisations =
    { $count ->
        [one] von { $count } bekannten Organisation
       *[other] von { $count } bekannten Organisationen
    }
sessions-recorded = davon { $count } mit erfasster Anwesenheit
of-present = von { $count } Anwesenden
programme = Programm
no-sessions = Die Veranstaltung hat keine eigenen Sessions; sie wurde als Ganzes gezählt.
came-by-session = Teilnehmende je Session
came = angemeldet und teilgenommen
stayed-away = angemeldet, nicht teilgenommen
came-without-place = ohne Platz teilgenommen
came-is-more = Teilnehmende sind alle, die anwesend waren, mit oder ohne Anmeldung. Die Quote zählt nur Personen mit einem Platz und mit ausreichender Anwesenheit.
over-time = Anwesende im zeitlichen Verlauf
contributors = Mitwirkende
organisations = Organisationen
represented =
    { $count ->
        [one] { $count } Organisation war vertreten.
       *[other] { $count } Organisationen waren vertreten.
    }
no-organisations = Zu den angemeldeten und anwesenden Personen ist keine Organisation bekannt.
not-named =
    { $count ->
        [one] { $count } weitere vertretene Organisation ist hier nicht genannt.
       *[other] { $count } weitere vertretene Organisationen sind hier nicht genannt.
    }
by-region = Organisationen nach Region
by-country = Organisationen nach Land
by-kind = Organisationen nach Art
bar-represented = vertreten
bar-listed = angemeldet oder anwesend
unknown = keine Angabe
new-and-returning = Neue und Wiederkehrende
no-earlier-event = Es gibt keine frühere Veranstaltung mit erfasster Anwesenheit zum Vergleich.
compared =
    { $count ->
        [one] Im Vergleich mit einer früheren Veranstaltung: Von { $present } Anwesenden waren { $new } zum ersten Mal und { $returning } wieder dabei.
       *[other] Im Vergleich mit { $count } früheren Veranstaltungen: Von { $present } Anwesenden waren { $new } zum ersten Mal und { $returning } wieder dabei.
    }
not-compared =
    { $count ->
        [one] Nicht verglichen: { $count } Teilnahme an diesen Veranstaltungen, von einer Person, die seither gelöscht wurde.
       *[other] Nicht verglichen: { $count } Teilnahmen an diesen Veranstaltungen, von Personen, die seither gelöscht wurden.
    }
missing-organisations = Bei einer früheren Veranstaltung vertreten, bei dieser nicht:
no-shows = Nicht erschienen
no-show-count =
    { $count ->
        [0] Alle erwarteten Personen waren zumindest zeitweise anwesend.
        [one] { $count } erwartete Person ist nicht erschienen.
       *[other] { $count } erwartete Personen sind nicht erschienen.
    }
excused-count =
    { $count ->
        [one] { $count } Person hatte sich abgemeldet oder entschuldigt.
       *[other] { $count } Personen hatten sich abgemeldet oder entschuldigt.
    }
how-counted = Wie die Anwesenheit ermittelt wurde
rule = Als anwesend gilt, wer die Mindestdauer erreicht: { $rule }.
rules = Als anwesend gilt, wer die Mindestdauer erreicht.
rule-of-some = In { AND($sessions) }: { $rule }.
rule-of-others = In allen anderen Sessions: { $rule }.
so-many-sessions =
    { $count ->
        [one] { $count } Session
       *[other] { $count } Sessions
    }
rule-any = keine Mindestdauer
rule-minutes =
    { $count ->
        [one] mindestens { $count } Minute
       *[other] mindestens { $count } Minuten
    }
rule-minutes-or-throughout =
    { $count ->
        [one] mindestens { $count } Minute, in einer kürzeren Session die ganze Zeit
       *[other] mindestens { $count } Minuten, in einer kürzeren Session die ganze Zeit
    }
rule-share = mindestens { $percent } % der Session
quoted = „{ $title }“
method = Die Zeiten einer Person in einer Session werden auf die Session begrenzt und vereinigt: Zwei Geräte oder erneutes Einwählen zählen nicht doppelt. Eine Stunde in zwei gleichzeitigen Sessions zählt bei der ganzen Veranstaltung als eine Stunde.
whole-event = Protokolle der ganzen Veranstaltung
sources = Datengrundlage
all-identified = Alle erfassten Anwesenheitszeiten sind einer Person zugeordnet.
unidentified =
    { $count ->
        [one] { $count } erfasste Anwesenheitszeit konnte keiner Person zugeordnet werden. Sie ist in den Zahlen nicht enthalten; die Zahlen können daher zu niedrig sein.
       *[other] { $count } erfasste Anwesenheitszeiten konnten keiner Person zugeordnet werden. Sie sind in den Zahlen nicht enthalten; die Zahlen können daher zu niedrig sein.
    }
by-hand =
    { $count ->
        [one] { $count } Teilnahme an einer Session wurde manuell festgelegt; sie gilt anstelle der erfassten Anwesenheit.
       *[other] { $count } Teilnahmen an Sessions wurden manuell festgelegt; sie gelten anstelle der erfassten Anwesenheit.
    }
not-recorded = Nicht erfasst: { AND($sessions) }.
undecided = Für gleichzeitige Sessions wurde ein gemeinsames Protokoll geführt: { AND($sessions) }. Aus ihm geht nicht hervor, wer an welcher teilnahm; es zählt daher nur für die Veranstaltung insgesamt.
unplaced = Ein Protokoll der ganzen Veranstaltung enthält keine Zeiten. Es zählt für die Veranstaltung insgesamt, aber für keine Session.
words = Begriffe
annex = Anhang: { $what }
