span-and-rule = { $span } · Mindestdauer: { $rule }
nothing-recorded = noch nichts erfasst
nothing-but-by-hand = noch kein Protokoll; Teilnahmen manuell festgelegt
stays-of-nobody =
    { $count ->
        [one] { $count } Anwesenheitszeit ist noch keiner Person zugeordnet und in den Zahlen nicht enthalten
       *[other] { $count } Anwesenheitszeiten sind noch keiner Person zugeordnet und in den Zahlen nicht enthalten
    }
not-matched = Nicht zugeordnet: { $session }
places =
    { $count ->
        [one] { $count } Platz
       *[other] { $count } Plätze
    }
signed-up = { $count } angemeldet
signed-up-and-others = { $all } Personen: { $count } angemeldet, { $others } Mitwirkende ohne Anmeldung
on-the-waiting-list = { $count } auf der Warteliste
there-without-place = { $count } ohne Platz anwesend
with = Mitwirkung: { $names }
peak = { $what }: höchstens { $most } gleichzeitig ({ $time })
people = Personen
stays-of-nobody-yet = Noch nicht zugeordnete Anwesenheitszeiten
not-recorded = { $title } (nicht erfasst)
set-by-hand = Manuell festgelegt: { $reasons }
code = { $code } = { $time } { $title }
sign = { $sign } { $word }
signature-of = Unterschrift: { $name }
funded-activity = Geförderte Maßnahme: { $event }
total = Teilnehmende insgesamt: ______
purpose = Die Angaben dienen ausschließlich dem Nachweis der Teilnahme gegenüber den Fördermittelgebern.
in-total = Insgesamt: { $numbers }
responsible = Verantwortlich für die Datenverarbeitung: { $organiser }
not-on-the-list = Nicht auf der Liste
who-came = Aufgeführt sind alle, deren Anwesenheit erfasst ist, sowie die Mitwirkenden laut Programm.
who-registered = Aufgeführt sind alle Angemeldeten sowie die Mitwirkenden laut Programm.
not-known-whether =
    { $count ->
        [one] { $count } weitere Person ist angemeldet; ob sie teilgenommen hat, ist nicht erfasst.
       *[other] { $count } weitere Personen sind angemeldet; ob sie teilgenommen haben, ist nicht erfasst.
    }
not-agreed =
    { $count ->
        [one] { $count } weitere Person ist nicht aufgeführt, da keine Einwilligung zur Nennung vorliegt.
       *[other] { $count } weitere Personen sind nicht aufgeführt, da keine Einwilligung zur Nennung vorliegt.
    }
whose-answers = Gezählt sind Personen mit Platz, einschließlich angemeldeter Mitwirkender; Wartende sind gesondert gezählt.

## Listen, von denen nur ein Teil gewünscht ist.

condition = { $column } { $sign } { OR($values) }
filtered =
    { $count ->
        [one] Auswahl: { $conditions }. { $shown } von { $count } Zeile.
       *[other] Auswahl: { $conditions }. { $shown } von { $count } Zeilen.
    }
filtered-beside-notes =
    { $count ->
        [one] Auswahl: { $conditions }. { $shown } von { $count } Zeile; die Hinweise gelten für die ganze Liste.
       *[other] Auswahl: { $conditions }. { $shown } von { $count } Zeilen; die Hinweise gelten für die ganze Liste.
    }
partly =
    { $count ->
        [one] { $shown } von { $count } Zeile gezeigt
       *[other] { $shown } von { $count } Zeilen gezeigt
    }
contains = mit
no-value = (leer)
