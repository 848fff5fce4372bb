some =
    { $count ->
        [one] Zeile { $lines }
       *[other]
            { $more ->
                [0] Zeilen { $lines }
               *[other] Zeilen { $lines } und { $more } weitere
            }
    }
problem = { $lines }: { $reason }
problem-in-column = { $lines }, Spalte `{ $column }`: { $reason }
