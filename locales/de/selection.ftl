### Zu `--columns` und `--where`.

answer = Antwort

no-column = Die Liste hat keine Spalte `{ $name }`
did-you-mean = Meinten Sie { OR($names) }?
columns-are = Die Spalten sind: { $names }
several-columns = Mehrere Spalten heißen `{ $name }`
write-one-of = Schreiben Sie { OR($names) }
twice = Die Spalte `{ $name }` ist zweimal genannt
no-columns = --columns nennt keine Spalte
no-sign = `{ $text }` ist keine Bedingung
write-a-condition = Schreiben Sie eine Spalte, ein Zeichen und einen Wert: --where 'Status=angemeldet'; die Zeichen sind = != < <= > >= und ~ (enthält)
never-so = In der Spalte `{ $column }` steht niemals `{ $value }`
it-can-say = Möglich sind { AND($choices) }
no-number = Die Spalte `{ $column }` enthält Zahlen, und `{ $value }` ist keine Zahl
no-share = Die Spalte `{ $column }` enthält Anteile, und `{ $value }` ist kein Anteil
write-a-share = Schreiben Sie einen Prozentsatz: 50%
no-time = Die Spalte `{ $column }` enthält Zeiten, und dies ist keine: { $reason }
no-order = `{ $sign }` gilt für Zahlen und Zeiten, und die Spalte `{ $column }` enthält beides nicht
use-other-signs = Mit = und != vergleichen Sie Wörter, mit ~ suchen Sie einen Teil davon

no-row-passes =
    { $count ->
        [one] Keine Zeile erfüllt die Bedingungen von --where; { $count } Zeile bleibt weg
       *[other] Keine Zeile erfüllt die Bedingungen von --where; { $count } Zeilen bleiben weg
    }
not-a-list = --columns und --where gelten für Listen, und dies ist ein Dokument
lists-are = Listen sind: attendance, sign-in, sessions, organisations, no-shows, curve und history
not-for-all = --columns und --where gelten für eine einzelne Liste, und `export all` schreibt die ganze Datei
export-one = Exportieren Sie eine einzelne Liste: rollcall export signups --where 'Status=angemeldet'
not-for-a-calendar = Ein Kalender hat keine Spalten zur Auswahl
is-a-part = Dies ist ein Teil eines Exports, für andere Programme; `import` liest nur den ganzen wieder ein
