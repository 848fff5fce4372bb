history = Auflisten, was getan wurde, Vorgang für Vorgang
history-examples =
    rollcall history                               alle Vorgänge
    rollcall history --since 2020-10-01            seit einem Tag
    rollcall history --person 'Anna Müller'        was ihre Daten geändert hat
    rollcall history show 7                        was Vorgang 7 geändert hat, und für wen
    rollcall history export -o changes.xlsx        alle Änderungen, je eine Zeile
    rollcall history prune --before 2020-01-01     frühere Zustände endgültig löschen
history-person = Nur Vorgänge, die Daten einer Person geändert haben: Nummer, Adresse oder ganzer Name
history-session = Nur Vorgänge, die eine Session oder das zu ihr Erfasste geändert haben: Kürzel oder Nummer
history-since = Nur Vorgänge seit diesem Tag oder Zeitpunkt

history-show = Zeigen, was ein Vorgang geändert hat: für wen, wovon, worauf
history-show-number = Die Nummer des Vorgangs

history-export = Alle Änderungen ausgeben, je eine Zeile: wann, für wen, wovon, worauf
history-export-examples =
    rollcall history export -o changes.csv
    rollcall history export --person 12 --since 2020-10-01 -o changes.xlsx
history-export-person = Nur Änderungen an einer Person: Nummer, Adresse oder ganzer Name
history-export-session = Nur Vorgänge, die eine Session oder das zu ihr Erfasste geändert haben: Kürzel oder Nummer
history-export-since = Nur Vorgänge seit diesem Tag oder Zeitpunkt

history-prune = Frühere Zustände von Zeilen endgültig löschen, sodass nur bleibt, was jetzt erfasst ist
history-prune-more =
    Jeder Vorgang behält, was vorher da war, damit er zurückgenommen werden kann. Dieser Befehl löscht das, zuerst bei den ältesten
    Vorgängen, und überschreibt es in der Datei. Zuerst zeigt er, welche Vorgänge danach nicht mehr zurückgenommen
    werden können, und fragt. Sie bleiben mit ihren Zahlen im Verlauf, und was erfasst ist, bleibt, wie es ist. Das kann nicht
    zurückgenommen werden.
history-prune-examples =
    rollcall history prune --before 2020-01-01 --dry-run   zuerst ansehen
    rollcall history prune --before 2020-01-01
    rollcall history prune --yes                           alle früheren Zustände
history-prune-before = Nur von Vorgängen vor diesem Tag oder Zeitpunkt [Vorgabe: von allen]
history-prune-yes = Nicht fragen
