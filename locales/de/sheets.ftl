span-and-rule = { $span } · Regel: { $rule }
nothing-recorded = noch nichts erfasst
nothing-but-by-hand = noch kein Protokoll; von Hand gesetzte Ergebnisse
stays-of-nobody =
    { $count ->
        [one] { $count } Aufenthalt gehört noch zu niemandem
       *[other] { $count } Aufenthalte gehören noch zu niemandem
    }
places =
    { $count ->
        [one] { $count } Platz
       *[other] { $count } Plätze
    }
signed-up = { $count } angemeldet
on-the-waiting-list = { $count } auf der Warteliste
with = mit { $names }
peak = { $what }: höchstens { $most } gleichzeitig, um { $time }
people = Personen
stays-of-nobody-yet = Noch nicht zugeordnete Aufenthalte
