recognised = dem Aufbau der Tabelle nach ist dies { $report }: { $headings }

names-missing = die Spalte mit den Namen fehlt
times-missing = die Spalte mit den Zeiten fehlt
joining-missing = die Spalte mit den Beitrittszeiten fehlt
leaving-missing = die Spalte mit den Austrittszeiten fehlt
leaving-and-lengths-missing = die Spalten mit den Austrittszeiten und mit der Dauer fehlen
names-and-joining-missing = die Spalte mit den Namen und die Spalte mit den Beitrittszeiten fehlen
names-and-leaving-missing = die Spalte mit den Namen und die Spalte mit den Austrittszeiten fehlen
joining-and-leaving-missing = die Spalte mit den Beitrittszeiten und die Spalte mit den Austrittszeiten fehlen
sessions-missing = die Spalte mit den Sessions fehlt
participants-missing = die Spalte mit den Teilnehmenden fehlt
times-in-utc-missing = die Spalte mit den Zeiten in UTC fehlt
actions-missing = die Spalte mit den Aktionen fehlt
not-in-order = die Spalten haben unbekannte Überschriften und stehen nicht in der Reihenfolge von Teams
headings-missing = die Zeile mit den Überschriften fehlt
registered-missing = die Tabelle der Angemeldeten fehlt
participants-table-missing = die Tabelle der Teilnehmenden fehlt
section-2-missing = die Tabelle der Teilnehmenden, Abschnitt 2, fehlt
two-zones = eine der Tabellen ist in UTC angegeben, die andere nicht, und ihre Zeiten weichen voneinander ab
unclear-actions = es ist nicht sicher zu erkennen, welche Wörter in `{ $column }` das Kommen und welche das Gehen bezeichnen
present-missing = die Tabelle der Anwesenden fehlt
headings-of-present-missing = die Überschriften der Tabelle der Anwesenden fehlen
headings-of-section-missing = die Überschriften eines Abschnitts fehlen
names-unknown = die Spalte mit den Namen fehlt, oder ihre Überschrift ist nicht bekannt
leaving-unknown = die Spalte mit den Austrittszeiten fehlt, oder ihre Überschrift ist nicht bekannt
joining-unknown = die Spalte mit den Beitrittszeiten fehlt, oder ihre Überschrift ist nicht bekannt
times-and-durations-unknown = die Spalten mit den Zeiten und mit der Dauer fehlen, oder ihre Überschriften sind nicht bekannt
times-without-headings = es gibt Zeiten, deren Überschriften nicht bekannt sind
joining-elsewhere = die Beitrittszeiten stehen nicht unter ihrer Überschrift
leaving-elsewhere = die Austrittszeiten stehen nicht unter ihrer Überschrift
durations-elsewhere = die Angaben zur Dauer stehen nicht unter ihrer Überschrift
addresses-elsewhere = die Adressen stehen nicht unter ihrer Überschrift
cells-elsewhere = die Zellen stehen nicht unter ihren Überschriften

collector = die Sammelzeile der Plattform für anonyme Antworten
not-in-columns = die Zellen dieser Zeile stehen nicht in ihren Spalten
no-show = angemeldet und nicht anwesend
absent-with-time = nach dieser Angabe war die Person nicht anwesend, aber daneben steht eine Zeit
absent-with-length = nach dieser Angabe war die Person nicht anwesend, aber eine Dauer ist angegeben
not-yes-no = dies ist weder ja noch nein
not-below-headings = die Zellen dieser Zeile stehen nicht unter den Überschriften
shifted = die Zellen dieser Zeile stehen nicht unter ihren Überschriften
in-waiting-room = im Warteraum
more-cells = die Zeile hat mehr Zellen, als es Überschriften gibt
fewer-cells = die Zeile hat nicht so viele Zellen, wie es Überschriften gibt, und nur eine Zeit
not-a-time = dies ist keine Zeit
not-an-address = dies ist keine Adresse
name-missing = der Name fehlt
time-missing = die Zeit fehlt
neither-action = weder ein Kommen noch ein Gehen
second-leaving = ein zweites Gehen: Es ist nicht angegeben, wann die Person zurückgekommen war
neither-session-nor-name = weder Session noch Name
summed-up = zusammengefasst: Die einzelnen Aufenthalte sind aufgeführt

still-there =
    { $count ->
        [one] { $count } Person war beim Herunterladen noch anwesend: Der Aufenthalt zählt bis zu diesem Zeitpunkt
       *[other] { $count } Personen waren beim Herunterladen noch anwesend: Ihre Aufenthalte zählen bis zu diesem Zeitpunkt
    }
sessions-within = die Verbindungen gehören zu { $count } Sessions innerhalb der Besprechung, die nicht unterschieden werden
half-left = eine Person kam ein zweites Mal, ohne gegangen zu sein, und ging nur einmal, etwa mit zwei Geräten: Gezählt wird die Anwesenheit bis zum Ende ({ $lines })
by-place = einige Überschriften sind in einer hier nicht bekannten Sprache: Die Spalten wurden an ihrer Reihenfolge und an ihren Zellen erkannt
no-times = der Bericht nennt nur die gesamte Dauer jeder Person und keine Zeiten; Zeiten enthält der Bericht von Zoom ohne `Show unique users`
