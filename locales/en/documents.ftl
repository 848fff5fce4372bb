### Titles, sentences and counts of letters and documents.

# The name of a workbook's sheet that has what stands around its tables; at most 31 characters.
notes-sheet = Notes
# The foot of a printed page.
page-of = Page { $page } of { $pages }
# The end of a text that is too long for a workbook's cell.
cut-mark = { " " }[… cut]
# What is said of such a text.
cut-note = Sheet { $sheet }, row { $row }, column { $column }: this text is longer than a workbook's cell can be and was cut; CSV and JSON have all of it
