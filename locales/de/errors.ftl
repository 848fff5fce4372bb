unknown-language = `{ $name }` ist keine Sprache dieses Programms; wählen Sie eine von diesen: { $languages }
variable = { $name }: { $reason }
format-by-option = Mit --format geben Sie das Format an, wie auch immer die Datei heißt
only-the-programme = Nur das Programm kann ein Kalender sein
not-a-time = ROLLCALL_NOW ist kein Zeitpunkt: `{ $text }`
how-to-write-it = Schreiben Sie ihn als JJJJ-MM-TTThh:mm:ss+00:00
output-closed = Die Ausgabe wurde geschlossen
fault = Das ist ein Fehler des Programms, nicht Ihrer Dateien
fault-at = { $reason } ({ $place })
fault-without-reason = Ein Grund ist nicht bekannt
report-it = Bitte melden Sie ihn, mit dem Befehl und dieser Meldung
create-it = Legen Sie sie mit `rollcall init` an, oder nennen Sie mit --db FILE eine andere Datei
choose-another-name = Wählen Sie einen anderen Namen, oder verwenden Sie die Datei, wie sie ist
delete-and-create =
    Löschen Sie sie, und legen Sie die Datei mit `rollcall init` an; oder setzen Sie Ihre letzte Sicherung an ihre Stelle: rollcall restore COPY --force --db { $file }
move-back =
    Wenn Sie `{ $file }` verschoben haben, legen Sie die Datei wieder neben diese: Sie kann eine unterbrochene Änderung enthalten; wenn es `{ $file }` nicht mehr gibt, löschen Sie diese Datei
remove-those-rows =
    Entfernen Sie diese Zeilen mit dem Programm, das sie geschrieben hat, und versuchen Sie es noch einmal
look-again = Sehen Sie sich die Datei an, wie sie jetzt ist, und versuchen Sie es noch einmal
close-programs =
    Schließen Sie alle Programme, in denen die Datei geöffnet ist, stellen Sie sicher, dass Sie die Datei und ihren Ordner beschreiben dürfen, und versuchen Sie es noch einmal
repair = `rollcall check --repair` stellt sie wieder her
check = `rollcall check` sagt mehr
go-back =
    Lassen Sie die Datei, wie sie ist, und gehen Sie zu Ihrer letzten Sicherung zurück: rollcall restore COPY --force
add-passphrase = Fügen Sie --passphrase oder --passphrase-file FILE hinzu
name-identity = Nennen Sie mit --identity FILE die Datei des geheimen Schlüssels
another-copy = Nehmen Sie eine andere Kopie davon oder eine ältere Sicherung
older-backup = Nehmen Sie eine ältere Sicherung
allow-upgrade =
    Stellen Sie sicher, dass Sie die Datei und ihren Ordner beschreiben dürfen, oder heben Sie eine Kopie an anderer Stelle auf den neuen Stand: Kopieren Sie die Datei, und nennen Sie die Kopie mit --db
name-your-file =
    Nennen Sie mit --db FILE Ihre Datei von rollcall; Dateien zum Importieren gehören zu `rollcall import`
update = Aktualisieren Sie rollcall auf diesem Rechner
wait = Warten Sie, bis das erledigt ist, und versuchen Sie es noch einmal
lists-operations = `rollcall history` listet die Vorgänge auf
lists-what-was-done = `rollcall history` listet auf, was getan wurde
lists-what-followed = `rollcall history` listet auf, was seither getan wurde
do-it-again = `rollcall undo { $operation }` würde ihn wieder ausführen
later-ones-first =
    Nehmen Sie zuerst die späteren zurück, den neuesten zuerst: `rollcall undo { $operation }`
allow-writing =
    Erlauben Sie sich, die Datei und ihren Ordner zu beschreiben, oder ändern Sie eine Kopie: Kopieren Sie die Datei, und nennen Sie die Kopie mit --db
write-as-csv = Schreiben Sie sie als CSV, dafür gibt es keine Grenze: -o FILE.csv
make-room-for-temporary-files =
    Schaffen Sie dort Platz, oder nennen Sie in der Variablen TMPDIR (unter Windows: TMP) einen anderen Ordner für temporäre Dateien
make-room = Schaffen Sie dort Platz, oder nennen Sie eine andere Datei
next-command-erases = Der nächste Befehl, der die Datei öffnet, holt das zuerst nach
empty-the-last-column = Um sie so einzulesen, wie sie ist, leeren Sie die Zellen ihrer letzten Spalte
takes-place-after-all = Falls die Session oder Veranstaltung doch stattfindet: `rollcall session cancel SESSION --undo`, `rollcall event cancel EVENT --undo`
