missing = Unter `{ $path }` gibt es keine rollcall-Datei
exists = `{ $path }` gibt es schon
foreign = `{ $path }` ist keine rollcall-Datei: { $reason }
a-folder = Es ist ein Ordner
other-database = Es ist die Datenbank eines anderen Programms
no-database = Es ist keine Datenbank
newer = `{ $path }` stammt von einem neueren rollcall (Aufbau { $found }, dieses Programm kennt ihn bis { $known })
busy = { $name } (Prozess { $process }) benutzt die Datei und ist in { $seconds } Sekunden nicht fertig geworden
busy-with-another = Ein anderes Programm benutzt die Datei und ist in { $seconds } Sekunden nicht fertig geworden
replaced = `{ $path }` wurde ersetzt oder entfernt, während die Datei geöffnet war; nichts wurde geändert
unfinished = `{ $path }` ist leer: Vielleicht ist es ein Überbleibsel eines unterbrochenen `rollcall init`
left-behind = `{ $path }` gehört zu einer Datei, die es nicht mehr gibt
write-ahead-log = Ein anderes Programm hat für `{ $path }` das Vorausprotokoll (write-ahead log) eingeschaltet, und es lässt sich jetzt nicht ausschalten
layout = `{ $path }` ist nicht mehr so, wie rollcall die Datei angelegt hat: { $deviations }
held-by-others = Zeilen in der Tabelle eines anderen Programms verweisen auf das, was entfernt würde: { AND($tables) }
read-only = `{ $path }` ist schreibgeschützt, und nichts wurde geändert
cannot-create = `{ $path }` lässt sich nicht anlegen
cannot-open = `{ $path }` lässt sich nicht öffnen
cannot-read = `{ $path }` lässt sich nicht lesen
cannot-write = `{ $path }` lässt sich nicht schreiben
cannot-write-into = In `{ $path }` lässt sich keine Datei schreiben
cannot-copy-into = In `{ $path }` lässt sich keine Kopie schreiben
cannot-copy-beside = Neben `{ $path }` lässt sich keine Kopie schreiben
cannot-put-aside = `{ $path }` lässt sich nicht beiseitelegen
cannot-replace = `{ $path }` lässt sich nicht ersetzen
damaged = Die Datei ist beschädigt: { $what }
sqlite = Die Datenbank hat einen Fehler gemeldet
unsound = `{ $path }` ist beschädigt, und nichts wurde geändert: { $reason }
it-is-empty = Sie ist leer
upgrade = `{ $path }` hat den Aufbau { $from } und lässt sich nicht auf den Aufbau { $to } bringen, den dieses Programm braucht
and-also = { $before }; { $after }
more =
    { $count ->
        [one] { $count } weitere Abweichung
       *[other] { $count } weitere Abweichungen
    }

no-operation = Den Vorgang { $operation } gibt es nicht
nothing-to-undo = Es gibt nichts zurückzunehmen
already-undone = Vorgang { $operation } wurde von Vorgang { $by } zurückgenommen
cannot-be-undone = Vorgang { $operation } kann nicht zurückgenommen werden: Was vorher da war, ist endgültig gelöscht
dropped = Die Datei stammt aus einer Zeit (Vorgang { $operation }), deren Daten `history prune` gelöscht hat; deshalb lässt sich nicht sagen, was in ihr älter ist
not-erased = Vorgang { $operation } hat eine Person entfernt, und ihre Daten sind in der Datei noch nicht überschrieben
no-randomness = Dieses System liefert keine Zufallszahlen: { $reason }
undo-conflict = Vorgang { $operation } kann nicht zurückgenommen werden: { $later }
changed-same-rows = Vorgang { $operation } (`{ $command }`) hat danach dieselben Zeilen geändert
took-what-it-needs = Vorgang { $operation } (`{ $command }`) hat vielleicht einen Namen oder eine Nummer belegt, die er braucht
removed-a-row = Vorgang { $operation } (`{ $command }`) hat eine Zeile entfernt, die er wiederherstellen würde
uses-it = Vorgang { $operation } (`{ $command }`) benutzt, was er angelegt hat

locked = `{ $path }` lässt sich nicht entschlüsseln
wrong-passphrase = Mit dieser Passphrase wurde die Kopie nicht verschlüsselt
wrong-key = Die Kopie wurde für keinen dieser geheimen Schlüssel verschlüsselt
for-recipients = Die Kopie wurde für einen öffentlichen Schlüssel verschlüsselt, nicht mit einer Passphrase
for-passphrase = Die Kopie wurde mit einer Passphrase verschlüsselt, nicht für einen öffentlichen Schlüssel
damaged-or-incomplete = Sie ist beschädigt oder unvollständig
too-costly = Das Prüfen der Passphrase würde auf diesem Rechner zu lange dauern
content-not-written = Der Inhalt lässt sich nicht schreiben
not-a-public-key = Das ist kein öffentlicher Schlüssel von age; ein solcher beginnt mit `age1`
no-secret-key = Die Datei enthält keinen geheimen Schlüssel von age; ein solcher beginnt mit `AGE-SECRET-KEY-1`
key-of-line = Zeile { $line }: { $reason }

object =
    { $kind ->
        [table] Tabelle `{ $name }`
        [view] Sicht `{ $name }`
        [trigger] Trigger `{ $name }`
       *[index] Index `{ $name }`
    }
object-missing = { $object } fehlt
object-altered = { $object } wurde verändert
object-replaced =
    { $kind ->
        [table] { $object } wurde durch eine Tabelle ersetzt
        [view] { $object } wurde durch eine Sicht ersetzt
        [trigger] { $object } wurde durch einen Trigger ersetzt
       *[index] { $object } wurde durch einen Index ersetzt
    }

refers-to-missing = { $table } { $number } verweist auf eine fehlende Zeile in { $other }
of-no-operation =
    { $count ->
        [one] { $count } Zeile in { $table } gehört zu keinem Vorgang
       *[other] { $count } Zeilen in { $table } gehören zu keinem Vorgang
    }
integrity = Datenbankprüfung: { $line }
key-of-person = Suchschlüssel von Person { $number }
key-of-organisation = Suchschlüssel von Organisation { $number }
waits-though-free = Jemand wartet, obwohl ein Platz frei ist, in Session { $number }
signup-of-another-event = Eine Anmeldung gilt der Session einer anderen Veranstaltung: Anmeldung { $number }
signup-though-cancelled = Eine Anmeldung besteht, obwohl die Person von der Veranstaltung abgemeldet ist: Anmeldung { $number }
address-not-in-lower-case = Eine Adresse ist nicht kleingeschrieben: Adresse { $number }
stay-of-another-event = Eine Anwesenheitszeit liegt in der Session einer anderen Veranstaltung: Anwesenheitszeit { $number }
takes-back-a-later-one = Ein Vorgang nimmt einen späteren zurück: Vorgang { $number }

damaged-pages = SQLite kann einige Seiten der Datei nicht lesen
damaged-summary = die Zusammenfassung eines Vorgangs
damaged-operation = Vorgang { $number }
damaged-key = der Schlüssel der Datei
damaged-mark = die Merkzeile einer Löschung
damaged-change = eine Änderung im Journal
damaged-person = Person { $number }
damaged-organisation = Organisation { $number }
damaged-row = die Zeile zu Frage { $number }
damaged-waiting-row = eine zurückgestellte Zeile
damaged-column = die Spalte `{ $column }` von Frage { $number }
name-is-not-text = Ein Name ist kein Text
damaged-time = eine Zeitangabe
damaged-rule = eine Anwesenheitsregel
damaged-purpose = der Zweck einer Einwilligung
damaged-keep = eine Aufbewahrungsfrist
damaged-zone = eine Zeitzone
damaged-session-kind = die Art einer Session
damaged-part = die Mitwirkung an einer Session
damaged-session = eine Session
damaged-question-state = der Zustand einer Frage
damaged-answer = die Antwort auf eine Frage
damaged-question-kind = die Art einer Frage
damaged-detail = die Einzelheit einer Frage
damaged-candidates = die Vorschläge zu einer Frage
damaged-verdict = eine manuell festgelegte Teilnahme
damaged-registration = der Status einer Anmeldung zur Veranstaltung
damaged-signup = der Status einer Anmeldung
damaged-answers = Antworten eines Formulars
damaged-source = die Herkunft einer Anwesenheitszeit
damaged-match = die Zuordnung einer Anwesenheitszeit
in-cancelled = `{ $slug }` fällt aus, und es wäre Anwesenheit erfasst
