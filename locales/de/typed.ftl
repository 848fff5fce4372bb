confirmed = bestätigt
waitlisted = wartend, auf der Warteliste
cancelled = abgesagt, storniert
no-limit = unbegrenzt
write-one-of = Schreiben Sie { OR($words) }
not-a-zone = Diese Zeitzone gibt es nicht: Schreiben Sie zum Beispiel Europe/Berlin
not-an-address = Das ist keine E-Mail-Adresse
write-an-address = Schreiben Sie sie als name@example.org und ohne weitere Angaben
not-a-number-of-places = `{ $number }` ist keine Anzahl von Plätzen
write-a-number = Schreiben Sie eine Zahl, oder unbegrenzt, wenn es keine Grenze gibt
not-a-short-name = `{ $text }` ist kein Kürzel: Es darf aus den Buchstaben a bis z, Ziffern und Bindestrichen bestehen
nothing-to-change = Es ist nichts angegeben, was geändert werden soll
lists-the-options = `rollcall { $command } --help` zeigt die Optionen
not-numbers = Nummern schreibt man 5, 3-8 oder 1,4-6
not-a-range = Ein Bereich beginnt mit der kleineren Nummer und ist nicht länger als die Liste
no-period = `{ $text }` ist keine Frist: Geben Sie eine Zahl mit `days`, `weeks`, `months` oder `years` an, wie `3months`
no-stage = Geben Sie an, was wie lange aufbewahrt wird: `times=3months,people=12months,all=5years`, jedes einmal, oder `forever`
keep-out-of-order = `{ $later }` würde vor `{ $earlier }` gelöscht
