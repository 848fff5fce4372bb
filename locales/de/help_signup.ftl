signup = Personen zu Sessions anmelden, absagen, umbuchen und auflisten

signup-add = Personen zu einer Session anmelden
signup-add-more =
    Wer zuerst kommt, erhält den Platz; wer keinen findet, kommt auf die Warteliste, und das wird gesagt. Wer für
    die Veranstaltung noch nicht angemeldet ist, wird es dadurch. Alle Personen eines Befehls sind ein Vorgang.

signup-cancel = Anmeldungen zu einer Session absagen oder ganz von der Veranstaltung abmelden
signup-cancel-more =
    Ohne --session wird alles abgesagt, was diese Personen gewählt haben, und ihre Anmeldung zur Veranstaltung
    ebenso. Ein frei werdender Platz geht an die Person, die am längsten wartet, und das wird gesagt; hat die
    Session begonnen, bleibt er frei. Alle Personen eines Befehls sind ein Vorgang.
signup-cancel-examples =
    rollcall signup cancel 'Anna Müller' --session breakout-a
    rollcall signup cancel 12 31                       sie kommen gar nicht
signup-cancel-session =
    Die Session: Kürzel, Titel, Buchstabe oder Nummer [Vorgabe: alle, und die Anmeldung zur Veranstaltung]

signup-move = Personen von einer Session in eine andere umbuchen
signup-move-more =
    Sie behalten den Zeitpunkt ihrer Anmeldung und stehen in der neuen Session so, als hätten sie diese gleich
    gewählt. Alle Personen eines Befehls sind ein Vorgang.
signup-move-from = Die Session, die sie verlassen
signup-move-to = Die Session, in die sie gehen

signup-list =
    Anmeldungen auflisten: nach Session, dann wer einen Platz hat, wer in welcher Reihenfolge wartet und wer
    abgesagt hat
signup-list-more = Anmeldungen ohne Session kommen zuletzt.
signup-list-session = Nur die zu dieser Session
signup-list-status = Nur diese: confirmed, waitlisted oder cancelled
