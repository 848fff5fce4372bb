unknown-ending = Zur Endung `.{ $ending }` gibt es kein Format. Wählen Sie eine von { AND($endings) } oder keine für Text
unknown-format = `{ $name }` ist kein Format. Wählen Sie eines von { AND($formats) }
too-many-rows = `{ $table }` hat { $rows } Zeilen; ein Blatt einer Arbeitsmappe fasst { $most }
too-many-columns = `{ $table }` hat { $columns } Spalten; ein Blatt einer Arbeitsmappe fasst { $most }
no-temporary-files = In `{ $folder }` können keine temporären Dateien angelegt werden
workbook-not-written = Die Arbeitsmappe konnte nicht geschrieben werden
not-written = Die Ausgabe kann nicht geschrieben werden
template-mistake = { $name }, Zeile { $line }: { $reason }
