session = Die Sessions einer Veranstaltung auflisten, zeigen und einrichten
session-examples =
    rollcall session add 'Breakout A: Public relations' --slug breakout-a --kind breakout \
        --start 11:30 --end 12:30 --capacity 25
    rollcall session show breakout-a                   wer einen Platz hat und wer wartet
    rollcall session edit breakout-a --capacity 30     wer wartet, rückt nach

session-list = Die Sessions einer Veranstaltung auflisten, in der Reihenfolge des Programms

session-show =
    Eine Session zeigen: ihre Angaben, wer einen Platz hat, wer in welcher Reihenfolge wartet und wer abgesagt hat
session-show-more =
    Mit --format json eine Liste mit einem Objekt, in dem `people` und `signups` Listen sind.
session-show-examples =
    rollcall session show breakout-a
    rollcall session show a --format json              mit ihrem Buchstaben

session-add = Eine Session zu einer Veranstaltung hinzufügen
session-add-more =
    Ohne --start und --end dauert sie so lange wie die Veranstaltung. Vortragende, Moderation und Gastgebende, die
    unter ihrem Namen erfasst sind, werden erkannt, jetzt oder sobald sie angelegt werden.
session-add-kind = plenary, keynote, breakout, networking, social oder other
session-add-start = Wann sie beginnt; eine Uhrzeit allein gilt für den ersten Tag der Veranstaltung
session-add-capacity = Wie viele Plätze es gibt [Vorgabe: unbegrenzt]
session-add-rule = Was als Teilnahme zählt: any, 15min, 50% [Vorgabe: die Regel der Veranstaltung]
session-add-speaker = Eine Person, die vorträgt; mehrmals möglich
session-add-moderator = Eine Person, die moderiert; mehrmals möglich
session-add-host = Eine Person, die den Raum betreut; mehrmals möglich

session-edit = Eine Session ändern
session-edit-more =
    Eine leere Angabe entfernt, was da war. Zusätzliche Plätze gehen an die Wartenden, in der Reihenfolge ihrer
    Anmeldung, wenn die Session noch nicht begonnen hat; bei weniger Plätzen verliert niemand seinen. Andere
    Zeiten können Überschneidungen bringen oder lösen.
session-edit-examples =
    rollcall session edit breakout-a --capacity 30
    rollcall session edit breakout-a --capacity none   unbegrenzt
    rollcall session edit keynote --start 10:30 --end 11:15
    rollcall session edit keynote --speaker 'Dr. Ute Lang'   statt der bisherigen Vortragenden
session-edit-slug = Das Kürzel für Befehle und Dateien
session-edit-kind = plenary, keynote, breakout, networking, social oder other
session-edit-capacity = Wie viele Plätze es gibt; none für unbegrenzt
session-edit-rule = Was als Teilnahme zählt: any, 15min, 50%; leer für die Regel der Veranstaltung
session-edit-no-drop-in = Man ist von Anfang bis Ende hier
session-edit-speaker = Wer vorträgt, statt der Bisherigen; mehrmals möglich, leer für niemanden
session-edit-moderator = Wer moderiert, statt der Bisherigen; mehrmals möglich, leer für niemanden
session-edit-host = Wer den Raum betreut, statt der Bisherigen; mehrmals möglich, leer für niemanden

session-remove = Eine irrtümlich hinzugefügte Session mit ihren Anmeldungen entfernen
session-remove-more =
    Nicht möglich, wenn Anwesenheit erfasst ist. `rollcall undo` stellt alles wieder her.
session-remove-examples =
    rollcall session remove bar-6 --dry-run            zuerst ansehen
    rollcall session remove bar-6
session-remove-session = Die Session: Kürzel oder Nummer

session-cancel = Eine Session absagen: Sie bleibt als ausgefallen im Programm
session-cancel-more =
    Niemand wird in ihr erwartet: Sie zählt in keiner Quote, und niemand gilt in ihr als nicht erschienen. Programm, Listen
    und Berichte sagen, dass sie ausfällt; in einem neu ausgegebenen Kalender ist sie für alle abgesagt, die sie gewählt
    haben. Anmeldungen bleiben vermerkt. Nicht möglich, wenn Anwesenheit erfasst ist. Mit --undo findet sie doch statt.
session-cancel-examples =
    rollcall session cancel bar-6
    rollcall session cancel bar-6 --undo               sie findet doch statt
session-cancel-session = Die Session: Kürzel oder Nummer
session-cancel-undo = Sie findet doch statt
