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

signup-remove = Irrtümliche Anmeldungen entfernen, als wären sie nie da gewesen
signup-remove-more =
    Ohne --session geht die Anmeldung zur Veranstaltung mit allen Sessions. Wer nicht mehr kommt, wird mit
    `signup cancel` abgemeldet; das bleibt vermerkt. Wer trotzdem da war, zählt als nicht angemeldet. Nicht möglich, wenn eine
    Entschuldigung oder eine manuell festgelegte Teilnahme erfasst ist. Eine schon eingelesene Datei bringt sie nicht
    zurück, `rollcall undo` schon.
signup-remove-examples =
    rollcall signup remove 'Test Person' --dry-run     zuerst ansehen
    rollcall signup remove 12 31 --session breakout-a
signup-remove-people = Die Personen: Nummer, Adresse oder ganzer Name, nie ein Teil davon
signup-remove-session = Die Session: Kürzel oder Nummer [Vorgabe: alle, und die Anmeldung zur Veranstaltung]

signup-list =
    Anmeldungen auflisten: nach Session, dann wer einen Platz hat, wer in welcher Reihenfolge wartet und wer
    abgesagt hat
signup-list-more = Anmeldungen ohne Session kommen zuletzt.
signup-list-session = Nur die zu dieser Session
signup-list-status = Nur diese: confirmed, waitlisted oder cancelled
