examples = Beispiele:
usage = Aufruf:
options-in-usage = OPTIONEN
command = BEFEHL
commands = Befehle
arguments = Angaben
options = Optionen
options-of-every-command = Optionen aller Befehle
help = Hilfe anzeigen
help-or-more = Hilfe anzeigen (ausführlich mit '--help')
help-or-less = Hilfe anzeigen (kurz mit '-h')
version = Version anzeigen
by-default = [Vorgabe: { $value }]
possible-values = [möglich: { $values }]
page-name = Bezeichnung
page-synopsis = Übersicht
page-description = Beschreibung
no-such-command = Den Befehl `{ $word }` gibt es nicht
unexpected = Die Angabe `{ $word }` ist hier nicht vorgesehen
invalid-value = `{ $value }` ist für `{ $argument }` nicht zulässig
no-value = Für `{ $argument }` fehlt ein Wert
surplus-value = Zu `{ $argument }` gehört kein Wert, angegeben ist aber `{ $value }`
not-together = `{ $argument }` lässt sich nicht mit { AND($others) } kombinieren
not-together-with-others = `{ $argument }` passt nicht zu den übrigen Angaben
not-twice = `{ $argument }` darf nur einmal angegeben werden
missing =
    { $count ->
        [one] Eine Angabe fehlt: { $arguments }
       *[other] Es fehlen Angaben: { $arguments }
    }
missing-command = Zu `{ $command }` fehlt ein Befehl
not-text = Die Befehlszeile enthält Bytes, die kein Text (UTF-8) sind
wrong = Die Befehlszeile ist fehlerhaft
did-you-mean = Meinten Sie { OR($words) }?
choices = Möglich sind: { $values }
after-hyphens = Wenn `{ $word }` keine Option ist, schreiben Sie `--` davor
for-more = Mehr dazu zeigt `{ $command } --help`.
not-a-number = Das ist keine ganze Zahl
number-of-an-operation = Schreiben Sie die Nummer eines Vorgangs, wie `rollcall history` sie zeigt
