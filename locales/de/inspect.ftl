about =
    { $file }: { $kind } ({ $family }), { $encoding }{ $delimiter ->
        [none] { "" }
        [tab] , Tabulator
       *[other] , `{ $delimiter }`
    }, { $count ->
        [one] { $count } Zeile
       *[other] { $count } Zeilen
    }
unknown =
    { $file }: ?, { $count ->
        [one] { $count } Zeile
       *[other] { $count } Zeilen
    }
how-to-correct = Eine falsche Bedeutung berichtigen Sie mit --map 'HEADING=FIELD'
