no-browser = Auf diesem Rechner gibt es keinen Browser, der ein PDF schreiben könnte
install-one = Installieren Sie Microsoft Edge, Google Chrome oder Chromium
name-a-browser = Nennen Sie einen davon: --browser PROGRAM, oder ROLLCALL_BROWSER=PROGRAM
print-the-page =
    Oder schreiben Sie eine Seite (-o FILE.html), öffnen Sie sie in einem beliebigen Browser, und drucken Sie sie dort
not-there = Der Browser `{ $program }` ist kein Programm auf diesem Rechner
variable-not-there = `{ $program }` aus { $variable } ist kein Programm auf diesem Rechner
does-not-start = Der Browser `{ $program }` kann nicht gestartet werden
takes-too-long =
    { $seconds ->
        [one] Der Browser `{ $program }` hat das PDF nicht innerhalb von { $seconds } Sekunde geschrieben und wurde beendet
       *[other] Der Browser `{ $program }` hat das PDF nicht innerhalb von { $seconds } Sekunden geschrieben und wurde beendet
    }
give-it-time = Geben Sie ihm mehr Zeit: { $variable }=600
wrote-nothing = Der Browser `{ $program }` hat kein PDF geschrieben
ended-with = Der Browser `{ $program }` ist mit dem Exitcode { $code } gescheitert und hat kein PDF geschrieben
was-ended = Der Browser `{ $program }` wurde von außen beendet und hat kein PDF geschrieben
try-another = Versuchen Sie es mit einem anderen Browser (Edge, Chrome oder Chromium): --browser PROGRAM
write-seconds = Schreiben Sie eine Anzahl von Sekunden, von 1 bis 86400
no-room = Die zu druckende Seite kann nicht in `{ $folder }` geschrieben werden
make-room = Schaffen Sie Platz auf dem Datenträger mit den temporären Dateien
on-a-terminal = Ein PDF ist kein Text, und die Standardausgabe ist ein Terminal
into-a-file = Schreiben Sie es in eine Datei: -o FILE.pdf, oder > FILE.pdf hinter dem Befehl
browser-is-for-pdf = Ein Browser wird für PDF gebraucht, dies ist aber { $format }
ask-for-pdf = Nennen Sie eine Datei, die auf .pdf endet, oder fügen Sie --format pdf hinzu
printing = Drucken
