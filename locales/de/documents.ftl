notes-sheet = Hinweise
page-of = Seite { $page } von { $pages }
cut-mark = { " " }[… gekürzt]
cut-note = Blatt { $sheet }, Zeile { $row }, Spalte { $column }: Dieser Text ist länger als eine Zelle einer Arbeitsmappe sein kann und wurde gekürzt; CSV und JSON haben ihn ganz
