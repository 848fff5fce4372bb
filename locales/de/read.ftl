missing = { $file }: Diese Datei gibt es nicht
directory = { $file } ist ein Ordner und keine Datei
unreadable = { $file } lässt sich nicht lesen
changed = { $file } hat sich während des Lesens geändert
empty = { $file } ist leer
not-a-table = { $file } ist { $what } und keine Tabelle
unknown-encoding = Die Zeichenkodierung `{ $encoding }` gibt es nicht
not-a-workbook = { $file } hat kein Blatt `{ $sheet }`: Die Datei ist keine Arbeitsmappe
no-sheet = { $file } hat kein Blatt `{ $sheet }`; vorhanden: { AND($sheets) }
bad-delimiter = { $delimiter } kann kein Trennzeichen sein
open-quote = { $file }: Das Anführungszeichen, mit dem eine Zelle in Zeile { $line } beginnt, ist nicht geschlossen
long-row = { $file }: Die Zeile, die in Zeile { $line } beginnt, ist für eine Tabellenzeile zu lang
protected = { $file } ist mit einem Kennwort geschützt
damaged = { $file } ist eine beschädigte Arbeitsmappe: { $reason }
too-large = { $file } ist zu groß: { $what }

name-the-files = Nennen Sie die Dateien darin: `rollcall import FOLDER/*.csv`
check-permissions = Sie dürfen diese Datei nicht lesen: Prüfen Sie die Zugriffsrechte
close-it = Die Datei ist in einem anderen Programm geöffnet: Schließen Sie sie dort, zum Beispiel in Excel
wait = Warten Sie, bis die Datei vollständig geschrieben ist, und beginnen Sie dann von vorn
export-again = Exportieren Sie die Datei noch einmal: Sie enthält keine einzige Antwort und nicht einmal eine Überschrift
usual-encodings = Üblich sind utf-8, windows-1252, latin1, utf-16le, utf-16be, windows-1250 und macintosh
usual-delimiters = Möglich sind `;`, `,`, `tab` und `|`
close-the-quote = Prüfen Sie Zeile { $line }: Entfernen oder verdoppeln Sie das Anführungszeichen, oder schließen Sie die Zelle mit einem zweiten
look-at-line-ends = Öffnen Sie die Datei in einem Texteditor: Vielleicht fehlen die Zeilenumbrüche
take-the-password-off = Öffnen Sie die Datei, entfernen Sie das Kennwort, und speichern Sie sie erneut
save-again = Laden Sie die Datei noch einmal herunter, oder öffnen Sie sie in einem Tabellenprogramm und speichern Sie sie erneut als .xlsx oder CSV
leave-sheet-out = Lassen Sie --sheet weg: Die Option ist für Arbeitsmappen
sign-in = Wahrscheinlich ist die Anmeldeseite gespeichert worden: Melden Sie sich an, und exportieren Sie die Tabelle erneut als CSV oder .xlsx
unpack = Entpacken Sie die Datei zuerst, und importieren Sie die Dateien darin
name-the-database = Nennen Sie die Datei mit `--db`, oder exportieren Sie zuerst ihre Tabellen
save-the-table = Exportieren oder speichern Sie die Tabelle als CSV oder .xlsx
export-contacts = Öffnen Sie die Datei in einem Adressbuchprogramm (Outlook, Thunderbird, Google Contacts), exportieren Sie die Kontakte als CSV, und importieren Sie diese Datei mit --as people
write-the-programme = Ein Kalender sagt, wann etwas stattfindet, aber nicht, wer da war: Schreiben Sie das Programm als Tabelle mit den Spalten title, start und end, oder verwenden Sie `rollcall session add`
export-the-schedule = Exportieren Sie das Programm dort als CSV, oder schreiben Sie es als Tabelle mit den Spalten title, start, end, room und speakers

picture-png = ein Bild (PNG)
picture-jpeg = ein Bild (JPEG)
picture-gif = ein Bild (GIF)
picture-webp = ein Bild (WebP)
pdf = ein PDF-Dokument
gzip = eine komprimierte Datei (gzip)
archive-7z = ein Archiv (7-Zip)
archive-rar = ein Archiv (RAR)
archive-zip = ein Archiv (ZIP)
program = ein Programm
rtf = ein Textdokument (RTF)
old-workbook = eine Arbeitsmappe eines Excel vor 97
word-document = ein Word-Dokument
presentation = eine PowerPoint-Präsentation
apple-document = ein Dokument von Apple Numbers oder Pages
libreoffice-document = ein LibreOffice-Dokument
office-file = eine Office- oder Windows-Datei
database = eine Datenbank (SQLite), vielleicht die von rollcall selbst
binary = eine Binärdatei
contacts = ein Adressbuch (vCard, .vcf)
calendar = ein Kalender (iCalendar, .ics)
schedule = ein Zeitplan aus einem Konferenzprogramm
web-page = eine Webseite
xml = eine XML-Datei
json = eine JSON-Datei
markdown = ein Markdown-Dokument

broken-structure = Ihr Aufbau ist fehlerhaft
not-complete = Sie ist unvollständig
not-well-formed = Ihr Inhalt ist nicht wohlgeformt
too-deep = Ihre Elemente sind zu tief verschachtelt
table-in-table = Eine ihrer Tabellen liegt in einer anderen
cell-without-place = Zu einer Zelle fehlt die Position
too-many-pieces = Ein Datensatz besteht aus zu vielen Teilen
text-too-long = Ein Text ist länger als der Datensatz, in dem er steht
no-workbook-in-it = Die Datei enthält keine Arbeitsmappe
sector-size = Die Größe ihrer Sektoren ist unbekannt
circle = Ihre Sektoren verweisen im Kreis aufeinander
too-long-for-xls = Sie ist länger, als eine .xls-Datei sein kann

too-much-memory = Der Inhalt braucht mehr als { $limit } MB Arbeitsspeicher, die Obergrenze für eine Datei dieser Größe
too-wide = Ein Blatt umfasst { $rows } Zeilen und { $columns } Spalten
unpacks-to-too-much = Entpackt umfasst die Datei mehr als { $limit } MB, die Obergrenze für eine Datei dieser Größe
cell-too-long = Eine einzelne Zelle hat mehr als { $limit } MB
too-many =
    Die Datei hat mehr als { $limit } { $what ->
        [columns] Spalten
        [parts] Teile
       *[sheets] Blätter
    }
endless = Es kamen mehr als { $limit } MB, und ein Ende ist nicht abzusehen
delete-behind = Löschen Sie die Zeilen und Spalten hinter der Tabelle, die leer aussehen, es aber nicht sind, oder speichern Sie das Blatt als CSV
delete-columns = Löschen Sie die Spalten hinter der Tabelle, oder wählen Sie mit --delimiter ein anderes Trennzeichen
look-for-a-document = Suchen Sie die Zelle, die ein ganzes Dokument enthält, und leeren Sie sie
save-first = Speichern Sie die Eingabe zuerst als Datei, und importieren Sie diese
save-the-table-alone = Speichern Sie nur die Tabelle als CSV, eine lange in mehreren Dateien

guessed-encoding = Vermutlich { $encoding } und so gelesen; sehen Buchstaben falsch aus, geben Sie die Zeichenkodierung mit `--encoding` an
mixed-lines =
    { $count ->
        [one] { $count } Zeile ist nicht in utf-8 und wurde als { $encoding } gelesen
       *[other] { $count } Zeilen sind nicht in utf-8 und wurden als { $encoding } gelesen
    }
characters-unreadable =
    { $count ->
        [one] { $count } Zeichen war nicht lesbar
       *[other] { $count } Zeichen waren nicht lesbar
    }
characters-dropped =
    { $count ->
        [one] { $count } unsichtbares Zeichen, das in keinen Text gehört, wurde weggelassen
       *[other] { $count } unsichtbare Zeichen, die in keinen Text gehören, wurden weggelassen
    }
repaired =
    { $count ->
        [one] { $count } Buchstabe wurde wiederhergestellt: Der Text ist utf-8, und ein anderes Programm hatte ihn als { $from } gelesen; vergleichen Sie Zeile { $line }, Spalte { $column }
       *[other] { $count } Buchstaben wurden wiederhergestellt: Der Text ist utf-8, und ein anderes Programm hatte ihn als { $from } gelesen; vergleichen Sie Zeile { $line }, Spalte { $column }
    }
misread = Manche Buchstaben sehen aus, als hätte ein anderes Programm sie in der falschen Zeichenkodierung gelesen, andere nicht; daher wurde keiner geändert: siehe Zeile { $line }, Spalte { $column }; exportieren Sie die Tabelle erneut, als utf-8
unquoted = Manche Zeilen haben mehr Zellen, als es Überschriften gibt, weil Namen mit Komma nicht in Anführungszeichen stehen: Ein Teil, der mit einem Leerzeichen beginnt, wurde an den vorhergehenden angefügt
merged-cells =
    { $count ->
        [one] Eine verbundene Zelle gilt auch für die Zeile, die sie überdeckt: Zeile { $first }
       *[other] Verbundene Zellen gelten für jede Zeile, die sie überdecken: { $count } Zellen wurden ausgefüllt, die erste in Zeile { $first }
    }
coloured-rows = Farben werden nicht gelesen, und einige Zeilen haben eine andere als die meisten: { $lines }; sagt sie, wer kommt oder da war, schreiben Sie das in eine Spalte
comments = Kommentare zu Zellen werden nicht gelesen: { $lines }
hidden-rows = Das Blatt blendet Zeilen aus, vielleicht durch einen Filter; sie wurden wie die anderen gelesen: { $lines }; löschen Sie die, die nicht gelten
other-sheets = Gelesen wurde Blatt `{ $sheet }`, nicht { AND($others) }: { $option } liest ein anderes

with-mark = { $encoding } mit BOM
by-line = zeilenweise { $encoding } und { $others }
