nobody = kein Name angegeben, und die Adresse ist nicht bekannt
no-column-of-names = keine Spalte als Name erkannt (--map 'HEADING=name' bestimmt eine), und die Adresse ist nicht bekannt

title-and-start = eine Spalte für den Titel und eine für den Beginn
name-of-organisation = eine Spalte für den Namen der Organisation
name-or-address = eine Spalte für den Namen oder die E-Mail-Adresse

by-its-cells = Spalte `{ $heading }` wird nach dem Inhalt der Zellen als `{ $field }` gelesen; ist etwas anderes gemeint, ergänzen Sie { $option }
names-another-meeting = In Spalte `{ $heading }` steht in jeder Zeile `{ $meeting }`, die Veranstaltung heißt `{ $title }`: Gehört die Datei zu einer anderen Veranstaltung, nimmt `rollcall undo` sie zurück
not-understood = Nicht verstanden und als Antworten gespeichert: { AND($headings) }
zone-read = Die Zeiten werden in der Zeitzone gelesen, die die Datei nennt: { $zone }
says-who-came = Spalte `{ $heading }` sagt, wer da war: Um das zu erfassen, importieren Sie diese Datei noch einmal mit --as attendance --session SESSION
no-consent = Wozu ein Ja unter `{ $heading }` einwilligt, ist nicht sicher, und es bleibt eine Antwort; ist es eine Einwilligung, geben Sie { $way } an
not-used =
    { $count ->
        [one] Nicht verwendete Spalte: { AND($headings) }
       *[other] Nicht verwendete Spalten: { AND($headings) }
    }
further-choice =
    { $rank ->
        [2] Spalte `{ $heading }` ist als Antwort gespeichert: Eine zweite Wahl ist keine Anmeldung
        [3] Spalte `{ $heading }` ist als Antwort gespeichert: Eine dritte Wahl ist keine Anmeldung
       *[other] Spalte `{ $heading }` ist als Antwort gespeichert: Eine weitere Wahl ist keine Anmeldung
    }
no-sessions-yet = Die Veranstaltung hat noch keine Sessions, daher ist `{ $heading }` als Antwort gespeichert: Importieren Sie das Programm und danach diese Datei noch einmal
marks =
    { $count ->
        [one] { AND($headings) } enthält Kreuze und steht vielleicht für eine Session: Wenn ja, ergänzen Sie { $options }; sonst bleibt die Spalte eine Antwort
       *[other] { AND($headings) } enthalten Kreuze und stehen vielleicht für je eine Session: Wenn ja, ergänzen Sie { $options }; sonst bleiben die Spalten Antworten
    }
perhaps-a-choice = `{ $heading }` ist vielleicht eine Auswahl von Sessions, aber zu wenige Zellen nennen eine: Wenn ja, ergänzen Sie { $several }, oder { $single }, wenn die Spalte für eine einzige steht; sonst bleibt sie eine Antwort
address-of-another = Spalte `{ $heading }` enthält die Adresse einer anderen Person
rivals = Die Spalten `{ $kept }` und `{ $heading }` können beide `{ $field }` sein; verwendet wird die erste, { $option } ändert das
