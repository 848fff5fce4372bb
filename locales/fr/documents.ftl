notes-sheet = Remarques
page-of = Page { $page } sur { $pages }
cut-mark = { " " }[… coupé]
cut-note = Feuille { $sheet }, ligne { $row }, colonne { $column } : ce texte est plus long que ne peut l’être une cellule et a été coupé ; CSV et JSON le contiennent en entier
