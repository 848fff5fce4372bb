attendance = Teilnahmen manuell festlegen, wo das Protokoll nicht stimmt, Festlegungen aufheben und auflisten

attendance-set = Die Teilnahme einer Person an einer Session manuell festlegen, mit Begründung
attendance-set-more =
    Es gilt in jedem Bericht vor dem, was das Protokoll sagt, und ist dort gekennzeichnet. Die Minuten bleiben die
    des Protokolls. Dasselbe noch einmal ändert nichts; eine andere Festlegung ersetzt die erste. Wer weder
    angemeldet war noch kam, erhält eine Zeile. Für Vortragende, Moderation und Gastgebende
    wird keine Teilnahme festgelegt.
attendance-set-verdict = Die Teilnahme: present, partial, walk-in, brief, excused oder no-show
attendance-set-reason = Die Begründung; sie steht im Anwesenheitsbericht neben der Teilnahme

attendance-clear = Eine manuell festgelegte Teilnahme aufheben, sodass wieder gilt, was erfasst wurde

attendance-list =
    Die manuell festgelegten Teilnahmen einer Veranstaltung auflisten, mit dem, was erfasst wurde

attendance-stays = Die Anwesenheitszeiten einer Veranstaltung mit Nummern auflisten, und wessen sie sind

attendance-move = Eine Anwesenheitszeit der Person geben, deren sie war
attendance-move-more =
    `attendance stays` und `person show` nennen die Nummern. Mit --all-of-name gehen alle Anwesenheitszeiten der
    Veranstaltung mit, die unter ihrem Namen für dieselbe Person aufgezeichnet sind, und der Name meint von da an die
    andere Person.
attendance-move-stay = Die Nummer der Anwesenheitszeit
attendance-move-person = Wessen sie war: Nummer, Adresse oder Name
attendance-move-all-of-name = Alle Anwesenheitszeiten der Veranstaltung, die unter diesem Namen für dieselbe Person aufgezeichnet sind
