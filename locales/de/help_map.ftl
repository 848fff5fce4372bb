map = Auflisten, entfernen und weitergeben, was --map über Spalten gesagt hat
map-more =
    Jede Angabe gilt für eine Überschriftenzeile, wie ein Formularprogramm oder eine Kollegin sie schreibt.
map-examples =
    rollcall map list
    rollcall map remove 3                     der nächste Import fragt oder entscheidet neu
    rollcall map export -o answers.csv        für andere oder die Datei der nächsten Veranstaltung
    rollcall map import answers.csv

map-list = Die gemerkten Angaben auflisten

map-remove = Eine Angabe vergessen
map-remove-number = Die Nummer der Angabe, wie `rollcall map list` sie zeigt

map-export = Die Angaben als Tabelle ausgeben

map-import = Die Angaben einer anderen Datei übernehmen; sie ersetzen die für dieselben Spalten
map-import-file = Eine Tabelle, die `rollcall map export` geschrieben hat
