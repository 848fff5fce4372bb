undone-by = zurückgenommen durch { $number }
undone-by-operation = zurückgenommen durch Vorgang { $number }
how-to-answer = `rollcall review` zeigt, wie sie beantwortet werden
created = { $file } angelegt
set-up-an-event =
    Richten Sie mit `rollcall import programme.csv` oder `rollcall event add` eine Veranstaltung ein
took-back =
    { $planned ->
        [yes] Vorgang { $operation } (`{ $command }`) würde zurückgenommen: { $removed ->
            [one] { $removed } Zeile entfernt
           *[other] { $removed } Zeilen entfernt
        }, { $restored ->
            [one] { $restored } Zeile wiederhergestellt
           *[other] { $restored } Zeilen wiederhergestellt
        }
       *[no] Vorgang { $operation } (`{ $command }`) zurückgenommen: { $removed ->
            [one] { $removed } Zeile entfernt
           *[other] { $removed } Zeilen entfernt
        }, { $restored ->
            [one] { $restored } Zeile wiederhergestellt
           *[other] { $restored } Zeilen wiederhergestellt
        }
    }
moves-up =
    { $planned ->
        [yes] { $person } würde in `{ $session }` nachrücken
       *[no] { $person } rückt in `{ $session }` nach
    }
does-it-again = `rollcall undo { $operation }` führt ihn wieder aus
wrote-pages = Seiten nach { $folder } geschrieben
for-good = endgültig
cannot-be-undone = Dies kann nicht zurückgenommen werden
passed-over =
    { $planned ->
        [yes] { $rows ->
            [one] { $rows } Zeile einer endgültig gelöschten Person bliebe weg
           *[other] { $rows } Zeilen endgültig gelöschter Personen blieben weg
        }
       *[no] { $rows ->
            [one] { $rows } Zeile einer endgültig gelöschten Person bleibt weg
           *[other] { $rows } Zeilen endgültig gelöschter Personen bleiben weg
        }
    }
unknown-changes =
    { $count ->
        [one] { $count } Änderung ist nicht mehr bekannt: Sie wurde endgültig gelöscht
       *[other] { $count } Änderungen sind nicht mehr bekannt: Sie wurden endgültig gelöscht
    }
rows-known-again =
    { $count ->
        [one] { $count } Zeile einer Datei wird wiedererkannt, wenn sie noch einmal eingelesen wird
       *[other] { $count } Zeilen von Dateien werden wiedererkannt, wenn sie noch einmal eingelesen werden
    }
