wrote = { $file } geschrieben
wrote-rows =
    { $count ->
        [one] { $file } geschrieben ({ $count } Zeile)
       *[other] { $file } geschrieben ({ $count } Zeilen)
    }
wrote-entries =
    { $count ->
        [one] { $file } geschrieben ({ $count } Eintrag)
       *[other] { $file } geschrieben ({ $count } Einträge)
    }
wrote-sheets =
    { $count ->
        [one] { $file } geschrieben ({ $sheets } Blätter, { $count } Zeile)
       *[other] { $file } geschrieben ({ $sheets } Blätter, { $count } Zeilen)
    }
texts-cut =
    { $count ->
        [one] { $count } Text ist für eine Arbeitsmappe zu lang und gekürzt; ihre Hinweise sagen, welcher, und CSV enthält ihn ganz
       *[other] { $count } Texte sind für eine Arbeitsmappe zu lang und gekürzt; ihre Hinweise sagen, welche, und CSV enthält sie ganz
    }
logos-left-out =
    { $count ->
        [one] { $count } Logo fehlt, da Word und Excel nur PNG und JPEG zeigen: `rollcall event edit --logo FILE.png`
       *[other] { $count } Logos fehlen, da Word und Excel nur PNG und JPEG zeigen: `rollcall event edit --logo FILE.png`
    }
not-recorded =
    Was geschrieben wurde, ist nicht vermerkt und wird nur mit --force ersetzt: { $reason }
writing = Schreiben
rows = Zeilen
files = Dateien
not-html = Eine Vorlage ist für HTML und PDF, dies ist aber { $format }
not-html-but-calendar = Eine Vorlage ist für HTML und PDF, dies ist aber ein Kalender
ask-for-html = Nennen Sie eine Datei, die auf .html oder .pdf endet, oder fügen Sie --format html hinzu
template-not-read = Die Vorlage `{ $file }` kann nicht gelesen werden
template-mistake = Die Vorlage enthält einen Fehler; es wurde nichts Brauchbares geschrieben
template-names =
    Welche Namen eine Vorlage verwenden kann, steht in der README unter "Your own letterhead"
workbook-on-a-terminal = Eine Arbeitsmappe ist kein Text, und die Standardausgabe ist ein Terminal
workbook-into-a-file =
    Schreiben Sie sie in eine Datei: -o FILE.xlsx, oder > FILE.xlsx hinter dem Befehl
document-on-a-terminal = Ein Word-Dokument ist kein Text, und die Standardausgabe ist ein Terminal
document-into-a-file = Schreiben Sie es in eine Datei: -o FILE.docx, oder > FILE.docx hinter dem Befehl
cannot-write = `{ $file }` kann nicht geschrieben werden
room-or-another-disk = Schaffen Sie dort Platz, oder nennen Sie eine Datei auf einem anderen Datenträger
name-a-file = Nennen Sie eine Datei, vielleicht eine in diesem Ordner
folder-that-is-there = Nennen Sie eine Datei in einem Ordner, den es gibt
not-a-file-name = `{ $file }` bezeichnet keine Datei
cannot-replace = `{ $file }` kann nicht ersetzt werden und bleibt, wie sie ist
close-it =
    Schließen Sie sie in dem Programm, in dem sie geöffnet ist (Excel sperrt seine Arbeitsmappen), und versuchen Sie es noch einmal; oder nennen Sie eine andere Datei
cannot-remove = `{ $file }` aus einem früheren Lauf kann nicht entfernt werden
cannot-create-folder = Der Ordner `{ $folder }` kann nicht angelegt werden
another-folder = Nennen Sie einen anderen Ordner
others-written =
    { $count ->
        [one] Die andere Datei dieses Befehls ist geschrieben
       *[other] Die anderen { $count } Dateien dieses Befehls sind geschrieben
    }
protected =
    { $leads ->
        [yes] { $what ->
            [database] `{ $file }` führt zur verwendeten Datenbank, die nie ersetzt wird
            [journal] `{ $file }` führt zu einem Journal der verwendeten Datenbank, das nie ersetzt wird
            [template] `{ $file }` führt zur Vorlage dieses Aufrufs, die nie ersetzt wird
           *[input] `{ $file }` führt zu einer Datei, die dieser Aufruf liest und die nie ersetzt wird
        }
       *[no] { $what ->
            [database] `{ $file }` ist die verwendete Datenbank, die nie ersetzt wird
            [journal] `{ $file }` ist ein Journal der verwendeten Datenbank, das nie ersetzt wird
            [template] `{ $file }` ist die Vorlage dieses Aufrufs, die nie ersetzt wird
           *[input] `{ $file }` ist eine Datei, die dieser Aufruf liest und die nie ersetzt wird
        }
    }
another-file = Nennen Sie eine andere Datei
there-already = `{ $file }` gibt es schon: { $reason }
several-there = { $count } Dateien gibt es schon, und es wurde nichts geschrieben
one-of-those = `{ $file }`: { $reason }
another-place-or-force = Nennen Sie eine andere Stelle, oder ersetzen Sie mit --force, was dort ist
link-to-nothing = Sie ist eine Verknüpfung, die ins Leere führt
not-ours = Sie stammt nicht von rollcall, soweit es vermerkt ist
changed-since = Sie wurde geändert, seit rollcall sie geschrieben hat
cannot-read-before = `{ $file }` soll ersetzt werden und kann nicht gelesen werden
