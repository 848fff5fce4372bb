goes-with-files = { $option } sagt, wie Dateien gelesen werden, und es ist keine genannt
name-the-files = Nennen Sie sie: rollcall report sign-in anmeldungen.xlsx -o liste.pdf
files-and-database = Ein Bericht ist entweder aus den genannten Dateien oder aus der Datenbank von --db
save-or-import =
    Behalten Sie die Daten der Dateien mit --save FILE, oder importieren Sie sie: rollcall import FILE --db FILE
not-read = `{ $file }` wird nicht gelesen: Dieser Bericht ist nur aus den genannten Dateien
saved = Die Daten sind als `{ $file }` gespeichert
only-people =
    { $count ->
        [one] { $file } führt { $count } Person auf und sagt nicht, dass sie angemeldet ist; es wurde nichts geschrieben
       *[other] { $file } führt { $count } Personen auf und sagt nicht, dass sie angemeldet sind; es wurde nichts geschrieben
    }
take-as-signups = Wenn sie angemeldet sind: --as Anmeldungen; wenn sie anwesend waren: --as Teilnahmen
nobody =
    Diese Dateien nennen niemanden, der angemeldet ist oder anwesend war; es wurde nichts geschrieben
name-who-comes =
    Nennen Sie auch eine Datei mit Anmeldungen oder eine Anwesenheitsliste; `rollcall report sign-in FILE --blank 20` ist eine Liste aus leeren Zeilen
waiting =
    { $count ->
        [one] { $count } Zeile wartet auf eine Antwort: Wer gemeint ist, ist nicht sicher
       *[other] { $count } Zeilen warten auf eine Antwort: Wer gemeint ist, ist nicht sicher
    }
rejected =
    { $count ->
        [one] { $count } Zeile wurde zurückgewiesen und fehlt im Bericht
       *[other] { $count } Zeilen wurden zurückgewiesen und fehlen im Bericht
    }
answer = `rollcall review --db { $file }` fragt, wer gemeint ist
save-to-answer =
    Behalten Sie die Daten mit --save FILE; dann fragt `rollcall review --db FILE`, wer gemeint ist
correct-and-again = Korrigieren Sie die Zeilen in der Datei, und geben Sie denselben Befehl noch einmal
empty-list = Die Liste ist leer: Es gibt nichts und niemanden für sie
