sound = Unbeschädigt
not-ours = { $object } gehört nicht zu diesem Programm und bleibt unberührt
problems =
    { $count ->
        [one] { $count } Fehler wurde gefunden
       *[other] { $count } Fehler wurden gefunden
    }
made-anew = { $what }: wiederhergestellt
not-made-anew = { $what }: kann nicht ohne Verlust wiederhergestellt werden
nothing-to-repair = Es gibt nichts wiederherzustellen
without-journal =
    Was in { AND($tables) } geändert wurde, solange die Trigger nicht waren, wie sie sein sollen, steht nicht im Journal: `undo` kann es nicht zurückbringen
go-back-to-before =
    Wenn Sie nicht sicher sind, dass nichts geändert wurde, gehen Sie zu einer früheren Sicherung zurück: rollcall restore COPY --force
removed =
    { $people ->
        [one] { $people } Person wurde endgültig gelöscht
       *[other] { $people } Personen wurden endgültig gelöscht
    }; { $hashes ->
        [one] { $hashes } Prüfwert mit Schlüssel erkennt sie wieder
       *[other] { $hashes } Prüfwerte mit Schlüssel erkennen sie wieder
    } (`rollcall person forget --drop-hashes` entfernt diese)
