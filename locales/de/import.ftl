created = { $count } neu
updated = { $count } geändert
unchanged = { $count } unverändert
for-review = { $count } zu klären
rejected = { $count } zurückgewiesen
skipped = { $count } übersprungen
summary =
    { $rows ->
        [0] { $file }: 0 Zeilen
        [one] { $file }: { $rows } Zeile: { $counts }
       *[other] { $file }: { $rows } Zeilen: { $counts }
    }
summaries = { $file }; { $others }
event-added = Veranstaltung { $title }
two-events = Das Programm bringt eine eigene Veranstaltung mit, neben der von --title und --date
leave-out-title-and-date = Lassen Sie --title und --date weg
outcome =
    { $rows ->
        [0] { $file } ({ $kind }, { $family }, { $encoding }): 0 Zeilen
        [one] { $file } ({ $kind }, { $family }, { $encoding }): { $rows } Zeile: { $counts }
       *[other] { $file } ({ $kind }, { $family }, { $encoding }): { $rows } Zeilen: { $counts }
    }
note = Hinweis: { $note }
more-problems = … und { $count } weitere
skipped-lines = Übersprungen, { $reason }: { $lines }

not-there = nicht anwesend
there-by-another-file = nach dieser Datei nicht anwesend, aber nach einer früheren, und die zählt; `rollcall attendance set` legt es fest
more-on-file = weniger Minuten als erfasst, und die erfassten zählen; `rollcall attendance set` legt es fest
not-ticked = nicht angekreuzt
ticked-elsewhere = hier nicht angekreuzt, aber in einer Liste mit anderem Namen, die gilt (eine korrigierte Liste behält ihren Namen)
excused = entschuldigt
known-already = schon bekannt
cancelled-later = Eine spätere Abmeldung liegt vor
cancelled-before = Diese Person hat sich abgemeldet, und nichts besagt, dass diese Zeile später gesendet wurde: Kommt sie doch, tragen Sie `confirmed` in eine Spalte `status` ein
newer-submission = eine neuere Anmeldung liegt vor
nobody-by-hand = als keine Person eingetragen
another-meeting = gehört zu einer anderen Besprechung
outside-the-hours = außerhalb der Zeiten der Session
earlier-day = an einem früheren Tag gekommen, ohne Angabe, wie lange

of-another-session = Die Zeile nennt die Session `{ $session }`, die Liste gilt aber für eine andere: Ohne --session zählt jede Zeile für ihre eigene
of-another-day = Die Zeile ist vom { $day }, an dem die Veranstaltung nicht stattfindet
unknown-session = `{ $session }` ist keine Session der Veranstaltung
unknown-session-of-row = Die Veranstaltung dieser Zeile hat keine Session `{ $session }`
other-length = Für diese Person sind in diesem Programmpunkt andere Minuten erfasst, und ohne Zeiten lassen sich beide nicht vereinigen; legen Sie die Teilnahme mit `rollcall attendance set` fest, oder nehmen Sie den früheren Import mit `rollcall undo` zurück
other-stay = Diese Person ist aus derselben Quelle in diesem Programmpunkt mit anderen Zeiten erfasst: Die geänderte Zeile würde neben der erfassten zählen. Nehmen Sie den Import mit `rollcall undo` zurück, oder setzen Sie die Teilnahme mit `rollcall attendance set`
which-session = Es fehlt die Angabe, welche Session gemeint ist: --session angeben oder eine Spalte `session` ergänzen
unknown-event = Diese Veranstaltung gibt es nicht
which-event = Es fehlt die Angabe, welche Veranstaltung gemeint ist
left-too-early = vor der Ankunft gegangen
excuse-of-nobody = Die entschuldigte Person ist nicht bekannt
verdict-on-nobody = Die Person, deren Teilnahme manuell festgelegt ist, ist nicht bekannt
another-verdict = Die Teilnahme ist bereits anders manuell festgelegt
needs-an-answer = Es ist noch eine Frage zu klären
remark = { $lines }, `{ $column }`: { $reason }
changed-on-both-sides = { AND($columns) } hier geändert, seit diese Datei geschrieben wurde, und die Zeile auch in der Datei: Soll die Angabe der Datei gelten, leeren Sie die letzte Zelle der Zeile
removed-here = Hier entfernt, seit diese Datei geschrieben wurde, und die Zeile in der Datei geändert: Soll die Angabe der Datei gelten, leeren Sie die letzte Zelle der Zeile

no-event-of-name = Es gibt keine Veranstaltung `{ $event }`
event-of-session = Es fehlt die Angabe, zu welcher Veranstaltung diese Session gehört
event-without-name = Die Veranstaltung hat weder Titel noch Kürzel
event-without-start = Die Veranstaltung hat keinen Beginn mit Datum
event-without-end = Die Veranstaltung hat kein Ende oder endet vor ihrem Beginn
session-without-name = Die Session hat weder Titel noch Kürzel
session-without-start = Die Session hat keinen Beginn
session-without-end = Die Session hat kein Ende
session-ends-too-early = Die Session endet vor ihrem Beginn

outside-the-event = { $lines }: außerhalb der Zeit der Veranstaltung
zone-of-this-computer = Die Veranstaltung hat die Zeitzone dieses Rechners, { $zone }, ihr Beginn ist aber in einer anderen angegeben: `rollcall event edit --timezone ZONE` stellt sie richtig
older = Älter als der gespeicherte Stand und daher nicht übernommen: { $lines }
nobody-ticked = In dieser Liste ist niemand angekreuzt
places =
    { $session }: { $confirmed } von { $capacity } Plätzen vergeben{ $held ->
        [0] { "" }
        [one] , { $held } Platz freigehalten für eine Zeile, zu der eine Frage offen ist
       *[other] , { $held } Plätze freigehalten für Zeilen, zu denen Fragen offen sind
    }, { $waiting } auf der Warteliste{ $untimed ->
        [yes] ; Anmeldungen ohne Zeitangabe gelten in der Reihenfolge der Zeilen
       *[no] { "" }
    }
moves-up = { $name } rückt von der Warteliste von `{ $session }` nach
waiting-with-place = In der Datei auf einer Warteliste, hier mit Platz, weil Plätze nach dem Zeitpunkt der Anmeldung vergeben werden: { $lines }
pending-with-place = In der Datei nicht bestätigt, hier mit Platz, weil Plätze nach dem Zeitpunkt der Anmeldung vergeben werden: { $lines }
waiting-only-here = In der Datei auf keiner Warteliste, hier auf der Warteliste, weil Plätze nach dem Zeitpunkt der Anmeldung vergeben werden: { $lines }
chose-further =
    { $count ->
        [one] { $count } Anmeldung wählt weitere Sessions; früher gewählte bleiben bestehen: { $lines }
       *[other] { $count } Anmeldungen wählen weitere Sessions; früher gewählte bleiben bestehen: { $lines }
    }
changes-of-mind =
    { $count ->
        [one] { $count } geänderte Anmeldung; die neueste gilt: { $lines }
       *[other] { $count } geänderte Anmeldungen; jeweils die neueste gilt: { $lines }
    }
changes-by-lines =
    { $count ->
        [one] { $count } geänderte Anmeldung ohne Zeitangabe; die letzte Zeile gilt: { $lines }
       *[other] { $count } geänderte Anmeldungen ohne Zeitangabe; jeweils die letzte Zeile gilt: { $lines }
    }
chose-cancelled =
    `{ $session }` fällt aus; { $count ->
        [one] { $count } Anmeldung dafür bleibt gespeichert, aber niemand wird erwartet: { $lines }; `rollcall signup move` weist eine andere Session zu
       *[other] { $count } Anmeldungen dafür bleiben gespeichert, aber niemand wird erwartet: { $lines }; `rollcall signup move` weist eine andere Session zu
    }
event-is-cancelled =
    Die Veranstaltung fällt aus; { $count ->
        [one] { $count } Registrierung bleibt gespeichert, aber niemand wird erwartet: { $lines }
       *[other] { $count } Registrierungen bleiben gespeichert, aber niemand wird erwartet: { $lines }
    }
names-a-removed-person = Ein Text nennt jemanden, dessen Daten gelöscht wurden, und bleibt unverändert: { $lines }; `rollcall person forget NAME` zeigt, wo
not-confirmed = In der Datei noch nicht bestätigt und daher auf der Warteliste der Veranstaltung: { $lines }
overlaps =
    { $count ->
        [one] { $count } Paar von Sessions einer Person überschneidet sich: siehe `rollcall review`
       *[other] { $count } Paare von Sessions je einer Person überschneiden sich: siehe `rollcall review`
    }

list-and-minimal = { $file } ist eine Anwesenheitsliste und kein Protokoll: Sie enthält nichts, was --minimal weglassen könnte
list-and-minimal-hint = Importieren Sie die Datei ohne --minimal, oder entfernen Sie die Namen aus der Datei
rejects-not-written = Die zurückgewiesenen Zeilen lassen sich nicht schreiben: { $reason }

rejects-written =
    { $count ->
        [one] { $count } zurückgewiesene Zeile von { $file } nach { $path } geschrieben
       *[other] { $count } zurückgewiesene Zeilen von { $file } nach { $path } geschrieben
    }
rejects-can-follow = Alles Übrige ist importiert; ein weiterer Import derselben Dateien mit --rejects schreibt die zurückgewiesenen Zeilen und ändert sonst nichts
rejects-are-text = Die zurückgewiesenen Zeilen werden als Text geschrieben; als .{ $ending } würde kein Programm sie öffnen
rejects-are-text-hint = Geben Sie der Datei die Endung .csv: `--rejects rejected.csv`
standard-input = Standardeingabe
input-once = Die Standardeingabe lässt sich nur einmal lesen
no-such-sheet = { $file } hat kein Blatt `{ $sheet }`; vorhanden: { AND($sheets) }
operation = Vorgang { $operation }; `rollcall undo` nimmt ihn zurück
dry-run = Probelauf: Es wurde nichts geändert
nothing-changed = Nichts geändert
review-hint = `rollcall review` zeigt, was noch zu klären ist
rejects-hint = --rejects FILE schreibt die zurückgewiesenen Zeilen in eine Datei, zum Korrigieren und erneuten Importieren
write-a-kind = Möglich sind { OR($kinds) }
write-a-map = Schreiben Sie `'Heading=field'`, zum Beispiel `'Ihr Cluster=organisation'`
heading-missing = Die Überschrift fehlt
no-such-field = Das Feld `{ $field }` gibt es nicht; die Felder sind { $fields }, session:SLUG
nearest-field = Das Feld `{ $field }` gibt es nicht; meinten Sie `{ $nearest }`?
write-a-delimiter = Möglich sind ; , | oder tab
write-an-order = Möglich sind dmy, mdy oder ymd
form-for-a-session = { $file } sagt, wann sich jemand angemeldet hat, und nicht, wer anwesend war
leave-out-the-session = Ohne `--session` sind es Anmeldungen; waren alle anwesend, geben Sie `--as attendance` an
was-removed = eine Person, die gelöscht wurde; --allow-again nimmt sie wieder auf
as-asked = wie gewünscht
lines-of-one-file = --skip-lines meint die Zeilen einer einzelnen Datei, und es sind mehrere genannt
one-file-at-a-time = Lesen Sie diese Datei einzeln ein; von einer Arbeitsmappe mit mehreren Tabellen nennen Sie eine mit --sheet
