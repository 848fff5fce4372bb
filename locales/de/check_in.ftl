is-in-since =
    { $planned ->
        [yes] { $name } wäre seit { $time } in `{ $session }`
       *[no] { $name } ist seit { $time } in `{ $session }`
    }
is-noted =
    { $planned ->
        [yes] { $name } würde in `{ $session }` als anwesend erfasst
       *[no] { $name } ist in `{ $session }` als anwesend erfasst
    }
was-noted-already = { $name } war in `{ $session }` schon erfasst
left =
    { $planned ->
        [yes] { $name } hätte `{ $session }` um { $time } verlassen
       *[no] { $name } hat `{ $session }` um { $time } verlassen
    }
had-left-already = { $name } hatte `{ $session }` schon um { $time } verlassen
is-excused =
    { $planned ->
        [yes] { $name } wäre in `{ $session }` entschuldigt
       *[no] { $name } ist in `{ $session }` entschuldigt
    }
was-excused-already = { $name } war in `{ $session }` schon entschuldigt
with-standing = { $line } ({ $standing })
not-registered = ohne Anmeldung: nicht zur Veranstaltung angemeldet
on-the-waiting-list = ohne Anmeldung: auf der Warteliste
had-cancelled = ohne Anmeldung: hatte abgesagt
not-signed-up = ohne Anmeldung: zu dieser Session nicht angemeldet
is-over = `{ $session }` ist vorbei: ohne Uhrzeit als anwesend erfasst; die Uhrzeit geben Sie mit --at HH:MM an
after-the-end =
    { $at_once ->
        [yes] { $time } ist das Ende von `{ $session }` ({ $end }): Das zählt nicht
       *[no] { $time } liegt nach dem Ende von `{ $session }` ({ $end }): Das zählt nicht
    }
left-before-the-start =
    { $at_once ->
        [yes] { $time } ist der Beginn von `{ $session }` ({ $start }): Das zählt nicht
       *[no] { $time } liegt vor dem Beginn von `{ $session }` ({ $start }): Das zählt nicht
    }
long-before-the-start = { $time } liegt lange vor dem Beginn von `{ $session }` ({ $start }): Gezählt wird ab dem Beginn
put-the-time-right = Ist die Uhrzeit falsch, nimmt `rollcall undo` sie zurück; ist es die der Session, ändert `rollcall session edit` sie
is-far-away = Bis `{ $session }` sind es noch mehr als 12 Stunden
give-the-time = Geben Sie die Uhrzeit mit --at HH:MM an
time-is-far-away = Die Uhrzeit liegt mehr als 12 Stunden vor oder nach `{ $session }`
time-of-day = Eine Uhrzeit wie --at 10:15 gilt für den Tag der Session
for-one-person = --email und --organisation gelten für eine einzelne Person
one-by-one = Erfassen Sie die Personen einzeln
walk-in-adds = --walk-in fügt eine Person, die noch nicht erfasst ist, mit ihrem Namen hinzu
write-the-name = Schreiben Sie den Namen der Person, die hinzugefügt werden soll
somebody-else = { $name } ist schon erfasst und gilt nun als eine andere Person
was-there = { $name } war in `{ $session }` und kann nicht entschuldigt werden
undo-a-wrong-one = `rollcall undo` nimmt einen falschen Eintrag zurück
left-before-they-came = { $name } wäre vor der erfassten Ankunft gegangen
give-the-time-they-left = Geben Sie mit --at HH:MM an, wann die Person gegangen ist
is-not-inside = { $name } ist nicht in `{ $session }`
check-them-in-first = Erfassen Sie zuerst die Ankunft: rollcall check-in PERSON --session S --at HH:MM
checked-in =
    { $count ->
        [one] { $count } Ankunft in { $session } erfasst
       *[other] { $count } Ankünfte in { $session } erfasst
    }
checked-out =
    { $count ->
        [one] { $count } Weggang aus { $session } erfasst
       *[other] { $count } Weggänge aus { $session } erfasst
    }
excused =
    { $count ->
        [one] { $count } Person in { $session } entschuldigt
       *[other] { $count } Personen in { $session } entschuldigt
    }
