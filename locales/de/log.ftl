meeting = { $file }, Besprechung ab Zeile { $line }
of-meeting = Besprechung ab Zeile { $line }: { $note }
given-by-name = der Session `{ $session }` zugeordnet, die sein Titel oder Name nennt
given-by-hours = der Session `{ $session }` zugeordnet, zu deren Zeiten es passt
shared = nach der Uhrzeit aufgeteilt auf { $sessions }
not-counted = zählt nicht für { $sessions }, die gleichzeitig stattfinden: Deren eigene Protokolle werden mit --session importiert
empty = die Überschriften stimmen, aber es enthält keine Personen
outside = außerhalb der Zeiten von `{ $session }`, daher zählt keine Minute: { $lines }
open-until-the-end = ohne Angabe, wann sie gegangen sind; gezählt bis zum Ende der Session: { $lines }
open-until-the-log-ends = ohne Angabe, wann sie gegangen sind; gezählt bis zum letzten Zeitpunkt des Protokolls: { $lines }
kept-minutes = gespeichert werden die Minuten und ob sie die Regel erfüllen, aber keine Zeiten und keine Namen aus dem Protokoll
unknown-people =
    { $count ->
        [one] { $count } anwesende Person lässt sich nicht sicher zuordnen; ohne Namen ist später nicht zu klären, wer sie war
       *[other] { $count } anwesende Personen lassen sich nicht sicher zuordnen; ohne Namen ist später nicht zu klären, wer sie waren
    }

many-meetings =
    { $count ->
        [one] { $file } enthält { $count } Besprechung, --session nennt aber eine einzelne Session
       *[other] { $file } enthält { $count } Besprechungen, --session nennt aber eine einzelne Session
    }
many-meetings-hint = lassen Sie --session weg: Jede Besprechung wird der Session zugeordnet, zu der Titel und Zeiten passen
split-hint = speichern Sie die Zeilen dieser Besprechung in einer eigenen Datei und geben Sie an, zu welcher Session sie gehört: `--session SESSION`; oder lassen Sie die Zeilen weg
disagrees = { $file }: heißt wie die Session `{ $session }`, hat aber die Zeiten anderer Sessions
disagrees-hint = geben Sie die Session an: `--session SESSION`, oder `--by-the-clock`, wenn der Raum nacheinander für mehrere Sessions diente
parallel = { $file }: die Zeiten passen zu { $sessions }, die gleichzeitig stattfinden
which-session-hint = geben Sie die Session an: `--session SESSION`
no-session-then = { $file }: zu diesen Zeiten findet keine Session der Veranstaltung statt
no-session-then-hint = geben Sie die Session trotzdem an: `--session SESSION`; oder berichtigen Sie das Programm: `rollcall session edit SESSION --start TIME --end TIME`
nothing-says = { $file }: es ist nicht zu erkennen, zu welcher Session es gehört; Zeiten fehlen, und der Titel nennt keine Session
several-sessions = { $file }: gehört zu mehreren Sessions, von denen jede einen eigenen Raum hat oder gleichzeitig mit einer anderen stattfindet
one-session-hint = ordnen Sie es einer Session zu: `--session SESSION`
lengths-alone = { $file }: nennt nur die Dauer und keine Zeiten und lässt sich daher nicht auf mehrere Sessions aufteilen
lengths-alone-hint = exportieren Sie es mit Zeiten (Zoom: ohne "show unique users"), oder ordnen Sie es einer Session zu: `--session SESSION`
minutes-of-session = für die Session `{ $session }` sind schon die Minuten eines Protokolls gespeichert; die Minuten aus { $file } lassen sich ohne Zeiten nicht damit vereinen
minutes-of-event = für die Veranstaltung sind schon die Minuten eines Protokolls gespeichert; die Minuten aus { $file } lassen sich ohne Zeiten nicht damit vereinen
stays-beside-minutes-of-session = für die Session `{ $session }` sind schon die Minuten eines Protokolls ohne Zeiten gespeichert; { $file } lässt sich nicht damit vereinen
stays-beside-minutes-of-event = für die Veranstaltung sind schon die Minuten eines Protokolls ohne Zeiten gespeichert; { $file } lässt sich nicht damit vereinen
take-back-hint = nehmen Sie den ersten Import zurück und importieren Sie das ganze Protokoll auf einmal: `rollcall history`, `rollcall undo N`
