recognised = Dem Aufbau der Tabelle nach ist dies { $report }: { $headings }

names-missing = Die Spalte mit den Namen fehlt
times-missing = Die Spalte mit den Zeiten fehlt
joining-missing = Die Spalte mit den Beitrittszeiten fehlt
leaving-missing = Die Spalte mit den Austrittszeiten fehlt
leaving-and-lengths-missing = Die Spalten mit den Austrittszeiten und mit der Dauer fehlen
names-and-joining-missing = Die Spalte mit den Namen und die Spalte mit den Beitrittszeiten fehlen
names-and-leaving-missing = Die Spalte mit den Namen und die Spalte mit den Austrittszeiten fehlen
joining-and-leaving-missing = Die Spalte mit den Beitrittszeiten und die Spalte mit den Austrittszeiten fehlen
sessions-missing = Die Spalte mit den Sessions fehlt
participants-missing = Die Spalte mit den Teilnehmenden fehlt
times-in-utc-missing = Die Spalte mit den Zeiten in UTC fehlt
actions-missing = Die Spalte mit den Aktionen fehlt
not-in-order = Die Spalten haben unbekannte Überschriften und stehen nicht in der Reihenfolge von Teams
headings-missing = Die Zeile mit den Überschriften fehlt
registered-missing = Die Tabelle der Angemeldeten fehlt
participants-table-missing = Die Tabelle der Teilnehmenden fehlt
section-2-missing = Die Tabelle der Teilnehmenden, Abschnitt 2, fehlt
two-zones = Eine der Tabellen ist in UTC angegeben, die andere nicht, und ihre Zeiten weichen voneinander ab
unclear-actions = Es ist nicht sicher zu erkennen, welche Wörter in `{ $column }` das Kommen und welche das Gehen bezeichnen
present-missing = Die Tabelle der Anwesenden fehlt
headings-of-present-missing = Die Überschriften der Tabelle der Anwesenden fehlen
headings-of-section-missing = Die Überschriften eines Abschnitts fehlen
names-unknown = Die Spalte mit den Namen fehlt, oder ihre Überschrift ist nicht bekannt
leaving-unknown = Die Spalte mit den Austrittszeiten fehlt, oder ihre Überschrift ist nicht bekannt
joining-unknown = Die Spalte mit den Beitrittszeiten fehlt, oder ihre Überschrift ist nicht bekannt
times-and-durations-unknown = Die Spalten mit den Zeiten und mit der Dauer fehlen, oder ihre Überschriften sind nicht bekannt
times-without-headings = Es gibt Zeiten, deren Überschriften nicht bekannt sind
joining-elsewhere = Die Beitrittszeiten stehen nicht unter ihrer Überschrift
leaving-elsewhere = Die Austrittszeiten stehen nicht unter ihrer Überschrift
durations-elsewhere = Die Angaben zur Dauer stehen nicht unter ihrer Überschrift
addresses-elsewhere = Die Adressen stehen nicht unter ihrer Überschrift
cells-elsewhere = Die Zellen stehen nicht unter ihren Überschriften

collector = die Sammelzeile der Plattform für anonyme Antworten
not-in-columns = Die Zellen dieser Zeile stehen nicht in ihren Spalten
no-show = angemeldet und nicht anwesend
absent-with-time = Nach dieser Angabe war die Person nicht anwesend, aber daneben steht eine Zeit
absent-with-length = Nach dieser Angabe war die Person nicht anwesend, aber eine Dauer ist angegeben
not-yes-no = Dies ist weder ja noch nein
not-below-headings = Die Zellen dieser Zeile stehen nicht unter den Überschriften
shifted = Die Zellen dieser Zeile stehen nicht unter ihren Überschriften
in-waiting-room = im Warteraum
more-cells = Die Zeile hat mehr Zellen, als es Überschriften gibt
fewer-cells = Die Zeile hat nicht so viele Zellen, wie es Überschriften gibt, und nur eine Zeit
not-a-time = Dies ist keine Zeit
not-an-address = Dies ist keine Adresse
name-missing = Der Name fehlt
time-missing = Die Zeit fehlt
neither-action = weder ein Kommen noch ein Gehen
second-leaving = ein zweites Gehen: Es ist nicht angegeben, wann die Person zurückgekommen war
neither-session-nor-name = weder Session noch Name
summed-up = eine Summe von Zeiten, die einzeln aufgeführt sind

still-there =
    { $count ->
        [one] { $count } Person war beim Herunterladen noch anwesend: Die Anwesenheit zählt bis zu diesem Zeitpunkt
       *[other] { $count } Personen waren beim Herunterladen noch anwesend: Ihre Anwesenheit zählt bis zu diesem Zeitpunkt
    }
sessions-within = Die Verbindungen gehören zu { $count } Sessions innerhalb der Besprechung, die nicht unterschieden werden
half-left = Eine Person kam ein zweites Mal, ohne gegangen zu sein, und ging nur einmal, etwa mit zwei Geräten: Gezählt wird die Anwesenheit bis zum Ende ({ $lines })
by-place = Einige Überschriften sind in einer hier nicht bekannten Sprache: Die Spalten wurden an ihrer Reihenfolge und an ihren Zellen erkannt
no-times = Der Bericht nennt nur die gesamte Dauer jeder Person und keine Zeiten; Zeiten enthält der Bericht von Zoom ohne `Show unique users`
