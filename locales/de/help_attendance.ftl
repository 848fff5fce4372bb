attendance = Ergebnisse manuell festlegen, wo das Protokoll nicht stimmt, sie aufheben und auflisten

attendance-set = Das Ergebnis einer Person in einer Session manuell festlegen, mit Begründung
attendance-set-more =
    Es gilt in jedem Bericht vor dem, was das Protokoll sagt, und ist dort gekennzeichnet. Die Minuten bleiben die
    des Protokolls. Dasselbe noch einmal ändert nichts; ein anderes Ergebnis ersetzt das erste. Wer weder
    angemeldet war noch kam, erhält eine Zeile. Für Vortragende, Moderation und Gastgebende gibt es keine
    Ergebnisse.
attendance-set-verdict = Das Ergebnis: present, partial, walk-in, brief, excused oder no-show
attendance-set-reason = Die Begründung; sie steht im Teilnahmebericht neben dem Ergebnis

attendance-clear = Ein manuell festgelegtes Ergebnis aufheben, sodass wieder gilt, was erfasst wurde

attendance-list =
    Die manuell festgelegten Ergebnisse einer Veranstaltung auflisten, mit dem, was erfasst wurde
