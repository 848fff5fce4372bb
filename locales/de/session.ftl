is-session =
    { $planned ->
        [yes] `{ $title }` wäre Session `{ $slug }`: { $facts }
       *[no] `{ $title }` ist Session `{ $slug }`: { $facts }
    }
is-now =
    { $planned ->
        [yes] `{ $slug }` wäre { $title }: { $facts }
       *[no] `{ $slug }` ist { $title }: { $facts }
    }
with-rule = Regel: { $rule }
drop-in = ohne Anmeldung offen
with-part = { $part }: { $name }
taken = Es gibt schon eine Session `{ $slug }`: { $title }
edit-it = `rollcall session edit { $slug }` ändert sie; mit --slug bekommt eine andere ihr eigenes Kürzel
without-a-title = Die Session hat keinen Titel
needs-a-title = Eine Session braucht einen Titel
give-start-and-end = Geben Sie --start und --end an; über Mitternacht mit Datum
outside-of-the-event = Die Session liegt außerhalb der Zeit der Veranstaltung
too-small =
    { $planned ->
        [yes] `{ $session }` hat weniger Plätze ({ $capacity }) als Angemeldete ({ $people }); alle würden ihren Platz behalten
       *[no] `{ $session }` hat weniger Plätze ({ $capacity }) als Angemeldete ({ $people }); alle behalten ihren Platz
    }
waiting =
    { $count ->
        [one] { $count } Person wartet auf einen Platz in `{ $session }`
       *[other] { $count } Personen warten auf einen Platz in `{ $session }`
    }
added = 1 Session hinzugefügt: { $slug }
changed =
    Session { $slug } geändert{ $moved ->
        [0] { "" }
        [one] , { $moved } Person nachgerückt
       *[other] , { $moved } Personen nachgerückt
    }{ $conflicts ->
        [0] { "" }
        [one] , { $conflicts } neue Überschneidung
       *[other] , { $conflicts } neue Überschneidungen
    }
cancelled = Fällt aus
is-cancelled = `{ $session }` fällt aus: Dazu kann niemand angemeldet werden
