undone-by = zurückgenommen durch { $number }
undone-by-operation = zurückgenommen durch Vorgang { $number }
how-to-answer = `rollcall review` zeigt, wie sie beantwortet werden
rows-of-a-file =
    { $count ->
        [one] { $about }, { $count } Zeile
       *[other] { $about }, { $count } Zeilen
    }
tab = Tabulator
