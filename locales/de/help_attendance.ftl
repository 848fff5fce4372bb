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

attendance-stays = Die Anwesenheitszeiten einer Veranstaltung mit Nummern auflisten, und wessen sie sind

attendance-move = Eine Anwesenheitszeit der Person geben, deren sie war
attendance-move-more =
    `attendance stays` und `person show` nennen die Nummern. Mit --all-of-name gehen alle Anwesenheitszeiten der
    Veranstaltung mit, die unter ihrem Namen für dieselbe Person aufgezeichnet sind, und der Name meint von da an die
    andere Person.
attendance-move-stay = Die Nummer der Anwesenheitszeit
attendance-move-person = Wessen sie war: Nummer, Adresse oder Name
attendance-move-all-of-name = Alle Anwesenheitszeiten der Veranstaltung, die unter diesem Namen für dieselbe Person aufgezeichnet sind
