no-such-answer = Es gibt keine Antwort { $number }
which-answers = `rollcall map list` zeigt die vorhandenen
forgotten =
    { $planned ->
        [yes] `{ $heading }` als `{ $field }` würde vergessen
       *[no] `{ $heading }` als `{ $field }` ist vergessen
    }
one-forgotten = 1 Antwort zu einer Spalte vergessen
imported =
    { $count ->
        [one] { $count } Antwort zu einer Spalte übernommen
       *[other] { $count } Antworten zu Spalten übernommen
    }
see-the-answers = `rollcall map list` zeigt sie

wrong-line = { $file }, Zeile { $line }: { $reason }
as-exported = Die Datei muss so sein, wie `rollcall map export` sie geschrieben hat
no-number = Die Nummer der Überschriften ist nicht lesbar
no-such-field = Dieses Feld gibt es nicht
no-answers = Sie enthält keine Antworten zu Spalten
