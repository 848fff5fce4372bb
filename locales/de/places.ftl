moves-up =
    { $planned ->
        [yes] { $name } würde in `{ $session }` nachrücken
       *[no] { $name } rückt in `{ $session }` nach
    }
waits =
    { $planned ->
        [yes] { $name } würde auf einen Platz in `{ $session }` warten
       *[no] { $name } wartet auf einen Platz in `{ $session }`
    }
has-a-place =
    { $planned ->
        [yes] { $name } hätte einen Platz in `{ $session }`
       *[no] { $name } hat einen Platz in `{ $session }`
    }
waits-in-line =
    { $planned ->
        [yes] { $name } stünde auf Platz { $place } der Warteliste von `{ $session }`
       *[no] { $name } steht auf Platz { $place } der Warteliste von `{ $session }`
    }
overlap = `{ $one }` und `{ $other }` von { $name } überschneiden sich: siehe `rollcall review`
left-free =
    { $free ->
        [one] { $free } Platz in `{ $session }` bleibt frei: Die Session hat begonnen, daher rückt niemand von der Warteliste nach (wartend: { $waiting })
       *[other] { $free } Plätze in `{ $session }` bleiben frei: Die Session hat begonnen, daher rückt niemand von der Warteliste nach (wartend: { $waiting })
    }
room-for-everybody = `{ $session }` hat Platz für alle: Die Session hat begonnen, daher rückt niemand von der Warteliste nach (wartend: { $waiting })
undo-of-a-withdrawal = Damit gälte wieder die Anmeldung einer Person, die sich inzwischen ganz abgemeldet hat
undo-the-later-one = Nehmen Sie zuerst den späteren Vorgang zurück (`rollcall history`)
undo-of-a-place = Damit gälte wieder eine Anmeldung zu `{ $session }`, deren Platz inzwischen vergeben ist
undo-or-more-places = Nehmen Sie zuerst die späteren Vorgänge zurück (`rollcall history`), oder geben Sie der Session mehr Plätze
