meeting = { $file }, Besprechung ab Zeile { $line }
of-meeting = Besprechung ab Zeile { $line }: { $note }
given-by-name = Der Session `{ $session }` zugeordnet, die sein Titel oder Name nennt
given-by-hours = Der Session `{ $session }` zugeordnet, zu deren Zeiten es passt
shared = Nach der Uhrzeit aufgeteilt auf { AND($sessions) }
not-counted = Zählt nicht für { AND($sessions) }, die gleichzeitig stattfinden: Deren eigene Protokolle werden mit --session importiert
empty = Die Überschriften stimmen, aber es enthält keine Personen
outside-all = Außerhalb der Zeiten aller Sessions, daher zählt keine Minute: { $lines }
outside = Außerhalb der Zeiten von `{ $session }`, daher zählt keine Minute: { $lines }
kept-minutes = Gespeichert werden die Minuten und ob sie die Regel erfüllen, aber keine Zeiten und keine Namen aus dem Protokoll
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
many-meetings-hint = Lassen Sie --session weg: Jede Besprechung wird der Session zugeordnet, zu der Titel und Zeiten passen
split-hint = Speichern Sie die Zeilen dieser Besprechung in einer eigenen Datei und geben Sie an, zu welcher Session sie gehört: `--session SESSION`; oder lassen Sie die Zeilen weg
disagrees = { $file }: Der Name ist der der Session `{ $session }`, die Zeiten sind aber die anderer Sessions
disagrees-hint = Geben Sie die Session an: `--session SESSION`, oder `--by-the-clock`, wenn der Raum nacheinander für mehrere Sessions diente
parallel = { $file }: Die Zeiten passen zu { AND($sessions) }, die gleichzeitig stattfinden
which-session-hint = Geben Sie die Session an: `--session SESSION`
other-hours = { $file } ist von anderen Uhrzeiten als die Session `{ $session }`
other-hours-hint = Geben Sie an, welche Session es ist: `--session SESSION`; oder berichtigen Sie das Programm: `rollcall session edit SESSION --start TIME --end TIME`
no-session-then = { $file }: Zu diesen Zeiten findet keine Session der Veranstaltung statt
no-session-then-hint = Geben Sie die Session trotzdem an: `--session SESSION`; oder berichtigen Sie das Programm: `rollcall session edit SESSION --start TIME --end TIME`
nothing-says = { $file }: Es ist nicht zu erkennen, zu welcher Session das Protokoll gehört; Zeiten fehlen, und der Titel nennt keine Session
several-sessions = { $file }: Das Protokoll gehört zu mehreren Sessions, von denen jede einen eigenen Raum hat oder gleichzeitig mit einer anderen stattfindet
one-session-hint = Ordnen Sie das Protokoll einer Session zu: `--session SESSION`
lengths-alone = { $file }: Das Protokoll nennt nur die Dauer und keine Zeiten und lässt sich daher nicht auf mehrere Sessions aufteilen
lengths-alone-hint = Exportieren Sie es mit Zeiten (Zoom: ohne "show unique users"), oder ordnen Sie es einer Session zu: `--session SESSION`
minutes-of-session = Für die Session `{ $session }` sind schon die Minuten eines Protokolls gespeichert; die Minuten aus { $file } lassen sich ohne Zeiten nicht damit vereinen
minutes-of-event = Für die Veranstaltung sind schon die Minuten eines Protokolls gespeichert; die Minuten aus { $file } lassen sich ohne Zeiten nicht damit vereinen
stays-beside-minutes-of-session = Für die Session `{ $session }` sind schon die Minuten eines Protokolls ohne Zeiten gespeichert; { $file } lässt sich nicht damit vereinen
stays-beside-minutes-of-event = Für die Veranstaltung sind schon die Minuten eines Protokolls ohne Zeiten gespeichert; { $file } lässt sich nicht damit vereinen
take-back-hint = Nehmen Sie den ersten Import zurück und importieren Sie das ganze Protokoll auf einmal: `rollcall history`, `rollcall undo N`
