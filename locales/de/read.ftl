missing = { $file }: diese Datei gibt es nicht
directory = { $file } ist ein Ordner und keine Datei
unreadable = { $file } lässt sich nicht lesen
changed = { $file } hat sich während des Lesens geändert
empty = { $file } ist leer
not-a-table = { $file } ist { $what } und keine Tabelle
unknown-encoding = die Zeichenkodierung `{ $encoding }` gibt es nicht
not-a-workbook = { $file } hat kein Blatt `{ $sheet }`: Die Datei ist keine Arbeitsmappe
no-sheet = { $file } hat kein Blatt `{ $sheet }`; vorhanden: { $sheets }
bad-delimiter = { $delimiter } kann kein Trennzeichen sein
open-quote = { $file }: Das Anführungszeichen, mit dem eine Zelle in Zeile { $line } beginnt, ist nicht geschlossen
long-row = { $file }: Die Zeile, die in Zeile { $line } beginnt, ist für eine Tabellenzeile zu lang
protected = { $file } ist mit einem Kennwort geschützt
damaged = { $file } ist eine beschädigte Arbeitsmappe: { $reason }
too-large = { $file } ist zu groß: { $what }

name-the-files = nennen Sie die Dateien darin: `rollcall import FOLDER/*.csv`
check-permissions = Sie dürfen diese Datei nicht lesen: Prüfen Sie die Zugriffsrechte
close-it = die Datei ist in einem anderen Programm geöffnet: Schließen Sie sie dort, zum Beispiel in Excel
wait = warten Sie, bis die Datei vollständig geschrieben ist, und beginnen Sie dann von vorn
export-again = exportieren Sie die Datei noch einmal: Sie enthält keine einzige Antwort und nicht einmal eine Überschrift
usual-encodings = üblich sind utf-8, windows-1252, latin1, utf-16le, utf-16be, windows-1250 und macintosh
usual-delimiters = möglich sind `;`, `,`, `tab` und `|`
close-the-quote = prüfen Sie Zeile { $line }: Entfernen oder verdoppeln Sie das Anführungszeichen, oder schließen Sie die Zelle mit einem zweiten
look-at-line-ends = öffnen Sie die Datei in einem Texteditor: Vielleicht fehlen die Zeilenumbrüche
take-the-password-off = öffnen Sie die Datei, entfernen Sie das Kennwort, und speichern Sie sie erneut
save-again = laden Sie die Datei noch einmal herunter, oder öffnen Sie sie in einem Tabellenprogramm und speichern Sie sie erneut als .xlsx oder CSV
leave-sheet-out = lassen Sie --sheet weg: Die Option ist für Arbeitsmappen
sign-in = wahrscheinlich ist die Anmeldeseite gespeichert worden: Melden Sie sich an, und exportieren Sie die Tabelle erneut als CSV oder .xlsx
unpack = entpacken Sie die Datei zuerst, und importieren Sie die Dateien darin
name-the-database = nennen Sie die Datei mit `--db`, oder exportieren Sie zuerst ihre Tabellen
save-the-table = exportieren oder speichern Sie die Tabelle als CSV oder .xlsx
export-contacts = öffnen Sie die Datei in einem Adressbuchprogramm (Outlook, Thunderbird, Google Contacts), exportieren Sie die Kontakte als CSV, und importieren Sie diese Datei mit --as people
write-the-programme = ein Kalender sagt, wann etwas stattfindet, aber nicht, wer da war: Schreiben Sie das Programm als Tabelle mit den Spalten title, start und end, oder verwenden Sie `rollcall session add`
export-the-schedule = exportieren Sie das Programm dort als CSV, oder schreiben Sie es als Tabelle mit den Spalten title, start, end, room und speakers

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

broken-structure = ihr Aufbau ist fehlerhaft
not-complete = sie ist unvollständig
not-well-formed = ihr Inhalt ist nicht wohlgeformt
too-deep = ihre Elemente sind zu tief verschachtelt
table-in-table = eine ihrer Tabellen liegt in einer anderen
cell-without-place = zu einer Zelle fehlt die Position
too-many-pieces = ein Datensatz besteht aus zu vielen Teilen
text-too-long = ein Text ist länger als der Datensatz, in dem er steht
no-workbook-in-it = die Datei enthält keine Arbeitsmappe
sector-size = die Größe ihrer Sektoren ist unbekannt
circle = ihre Sektoren verweisen im Kreis aufeinander
too-long-for-xls = sie ist länger, als eine .xls-Datei sein kann

too-much-memory = der Inhalt braucht mehr als { $limit } MB Arbeitsspeicher, die Obergrenze für eine Datei dieser Größe
too-wide = ein Blatt umfasst { $rows } Zeilen und { $columns } Spalten
unpacks-to-too-much = entpackt umfasst die Datei mehr als { $limit } MB, die Obergrenze für eine Datei dieser Größe
cell-too-long = eine einzelne Zelle hat mehr als { $limit } MB
too-many =
    die Datei hat mehr als { $limit } { $what ->
        [columns] Spalten
        [parts] Teile
       *[sheets] Blätter
    }
endless = es kamen mehr als { $limit } MB, und ein Ende ist nicht abzusehen
delete-behind = löschen Sie die Zeilen und Spalten hinter der Tabelle, die leer aussehen, es aber nicht sind, oder speichern Sie das Blatt als CSV
delete-columns = löschen Sie die Spalten hinter der Tabelle, oder wählen Sie mit --delimiter ein anderes Trennzeichen
look-for-a-document = suchen Sie die Zelle, die ein ganzes Dokument enthält, und leeren Sie sie
save-first = speichern Sie die Eingabe zuerst als Datei, und importieren Sie diese
save-the-table-alone = speichern Sie nur die Tabelle als CSV, eine lange in mehreren Dateien

guessed-encoding = vermutlich { $encoding } und so gelesen; sehen Buchstaben falsch aus, geben Sie die Zeichenkodierung mit `--encoding` an
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
misread = manche Buchstaben sehen aus, als hätte ein anderes Programm sie in der falschen Zeichenkodierung gelesen, andere nicht; daher wurde keiner geändert: siehe Zeile { $line }, Spalte { $column }; exportieren Sie die Tabelle erneut, als utf-8
unquoted = manche Zeilen haben mehr Zellen, als es Überschriften gibt, weil Namen mit Komma nicht in Anführungszeichen stehen: Ein Teil, der mit einem Leerzeichen beginnt, wurde an den vorhergehenden angefügt
merged-cells =
    { $count ->
        [one] eine verbundene Zelle gilt auch für die Zeile, die sie überdeckt: Zeile { $first }
       *[other] verbundene Zellen gelten für jede Zeile, die sie überdecken: { $count } Zellen wurden ausgefüllt, die erste in Zeile { $first }
    }
hidden-rows = das Blatt blendet Zeilen aus, vielleicht durch einen Filter; sie wurden wie die anderen gelesen: { $lines }; löschen Sie die, die nicht gelten
other-sheets = gelesen wurde Blatt `{ $sheet }`, nicht { $others }: { $option } liest ein anderes

with-mark = { $encoding } mit BOM
by-line = zeilenweise { $encoding } und { $others }
