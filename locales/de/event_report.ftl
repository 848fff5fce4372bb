title = Nachbericht: { $event }
place = Ort: { $place }
at-a-glance = Auf einen Blick
nothing-recorded = Zu dieser Veranstaltung ist noch nichts erfasst; wer da war, lässt sich nicht sagen.
not-over = Die Veranstaltung ist noch nicht zu Ende; wer da war und wer nicht, lässt sich erst danach sagen.
withdrew =
    { $count ->
        [one] { $count } weitere Abmeldung
       *[other] { $count } weitere Abmeldungen
    }
long-enough = { $count } davon lange genug
of-registered = { $count } von { $whole } Angemeldeten
of-organisations =
    { $count ->
        [one] von { $count } angemeldeten oder anwesenden Organisation
       *[other] von { $count } angemeldeten oder anwesenden Organisationen
    }
sessions-recorded = { $count } davon mit erfasster Anwesenheit
of-present = von { $count } Anwesenden
programme = Programm
no-sessions = Die Veranstaltung hat keine eigenen Sessions; sie wurde als Ganzes gezählt.
came-by-session = Gekommene nach Sessions
came = gekommen
signed-up = angemeldet
came-is-more = Gekommen zählt alle, die überhaupt da waren, mit oder ohne Anmeldung; die Quote zählt nur Angemeldete, die lange genug da waren.
over-time = Anwesende im Verlauf
contributors = Mitwirkende
organisations = Organisationen
represented =
    { $count ->
        [one] { $count } Organisation war vertreten.
       *[other] { $count } Organisationen waren vertreten.
    }
no-organisations = Von niemandem, der angemeldet oder anwesend war, ist eine Organisation bekannt.
without-organisation = Die letzte Zeile sind Personen ohne Organisation.
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
unknown = unbekannt
new-and-returning = Neue und Wiederkehrende
no-earlier-event = Es gibt keine frühere Veranstaltung mit erfasster Anwesenheit, mit der zu vergleichen wäre.
compared =
    { $count ->
        [one] Im Vergleich mit { $count } früheren Veranstaltung: Von { $present } Anwesenden waren { $new } zum ersten Mal dabei und { $returning } wieder.
       *[other] Im Vergleich mit { $count } früheren Veranstaltungen: Von { $present } Anwesenden waren { $new } zum ersten Mal dabei und { $returning } wieder.
    }
missing-organisations = Bei einer früheren Veranstaltung vertreten, bei dieser nicht:
no-shows = Nicht erschienen
no-show-count =
    { $count ->
        [one] { $count } erwartete Person ist nicht erschienen.
       *[other] { $count } erwartete Personen sind nicht erschienen.
    }
excused-count =
    { $count ->
        [one] { $count } Person hatte sich abgemeldet oder entschuldigt.
       *[other] { $count } Personen hatten sich abgemeldet oder entschuldigt.
    }
how-counted = Wie die Anwesenheit gezählt wurde
rule = Anwesend ist, wer lange genug da war: { $rule }.
rules = Anwesend ist, wer lange genug da war.
rule-of-some = In { $sessions }: { $rule }.
rule-of-others = In allen anderen Sessions: { $rule }.
so-many-sessions =
    { $count ->
        [one] { $count } Session
       *[other] { $count } Sessions
    }
rule-any = jede noch so kurze Anwesenheit genügt
rule-minutes =
    { $count ->
        [one] mindestens { $count } Minute, in einer kürzeren Session die ganze Zeit
       *[other] mindestens { $count } Minuten, in einer kürzeren Session die ganze Zeit
    }
rule-share = mindestens { $percent } % der Session
quoted = „{ $title }“
method = Die Zeiten einer Person in einer Session werden auf die Session begrenzt und vereinigt: Zwei Geräte oder erneutes Einwählen zählen nicht doppelt. Eine Stunde in zwei gleichzeitigen Sessions zählt bei der ganzen Veranstaltung als eine Stunde.
whole-event = Die ganze Veranstaltung
sources = Was erfasst wurde, und wo:
all-identified = Jeder erfasste Aufenthalt ist einer Person zugeordnet.
unidentified =
    { $count ->
        [one] { $count } erfasster Aufenthalt konnte niemandem zugeordnet werden. Er steckt in keiner Zahl, die Zahlen können daher zu niedrig sein.
       *[other] { $count } erfasste Aufenthalte konnten niemandem zugeordnet werden. Sie stecken in keiner Zahl, die Zahlen können daher zu niedrig sein.
    }
by-hand =
    { $count ->
        [one] { $count } Ergebnis in einer Session wurde von Hand gesetzt und gilt statt des Erfassten.
       *[other] { $count } Ergebnisse in Sessions wurden von Hand gesetzt und gelten statt des Erfassten.
    }
not-recorded = Nicht erfasst wurden: { $sessions }.
undecided = Für gleichzeitige Sessions wurde ein gemeinsames Protokoll geführt: { $sessions }. Es sagt nicht, wer wo war, und zählt daher nur für die ganze Veranstaltung.
unplaced = Ein Protokoll der ganzen Veranstaltung nennt keine Zeiten: Es zählt für die Veranstaltung, aber für keine Session.
for-the-public = Diese Fassung nennt niemanden außer den im Programm Genannten und von den Organisationen nur die vertretenen, ohne Personenzahlen.
words = Was die Wörter bedeuten:
word-registered = Angemeldet (Veranstaltung): für die Veranstaltung angemeldet und nicht abgemeldet.
word-signed-up = Angemeldet (Session): hat einen Platz in der Session. Im Plenum oder in einer Keynote, für die sich niemand eigens anmelden musste, haben ihn alle Angemeldeten.
word-came = Gekommen: war überhaupt da, angemeldet oder nicht. Mitwirkende zählen zur Veranstaltung, wenn sie erfasst sind, aber nicht zum Publikum ihrer Session.
word-present = Anwesend: erwartet und lange genug da; bei der ganzen Veranstaltung in mindestens einer Session.
word-partial = Teilweise: erwartet und gekommen, aber nicht lange genug.
word-not-known = Nicht bekannt: angemeldet, und nichts sagt, ob die Person da war.
word-walk-in = Ohne Anmeldung: lange genug da, ohne angemeldet zu sein. Kurz da: ebenso, aber nicht lange genug.
word-excused = Entschuldigt: abgemeldet oder Bescheid gegeben.
word-no-show = Nicht erschienen: erwartet und nie gesehen.
word-rate = Quote: Anteil der Angemeldeten, die anwesend waren.
word-peak = Höchstzahl: so viele waren höchstens gleichzeitig da.
word-represented = Vertreten: Jemand von der Organisation war lange genug da, angemeldet oder nicht.
