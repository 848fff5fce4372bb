counts-as =
    { $planned ->
        [yes] { $name } gälte in `{ $session }` als `{ $verdict }`
       *[no] { $name } gilt in `{ $session }` als `{ $verdict }`
    }
counts-for-another-reason =
    { $planned ->
        [yes] { $name } gälte in `{ $session }` als `{ $verdict }`, mit anderer Begründung
       *[no] { $name } gilt in `{ $session }` als `{ $verdict }`, mit anderer Begründung
    }
counts-instead =
    { $planned ->
        [yes] { $name } gälte in `{ $session }` als `{ $verdict }` statt als `{ $before }`
       *[no] { $name } gilt in `{ $session }` als `{ $verdict }` statt als `{ $before }`
    }
counted-already = { $name } galt in `{ $session }` schon als `{ $verdict }`
cleared =
    { $planned ->
        [yes] Die Festlegung `{ $verdict }` für { $name } in `{ $session }` würde zurückgenommen: Es gälte, was aufgezeichnet ist
       *[no] Die Festlegung `{ $verdict }` für { $name } in `{ $session }` ist zurückgenommen: Es gilt, was aufgezeichnet ist
    }
not-set = Für { $name } ist in `{ $session }` keine Teilnahme manuell festgelegt
say-why = Geben Sie an, warum das Protokoll falsch ist
has-a-part =
    { $part ->
        [speaker] { $name } trägt in `{ $session }` vor; festgelegt wird die Teilnahme nur für das Publikum
        [moderator] { $name } moderiert `{ $session }`; festgelegt wird die Teilnahme nur für das Publikum
       *[host] { $name } gehört bei `{ $session }` zu den Gastgebenden; festgelegt wird die Teilnahme nur für das Publikum
    }
who-has-a-part = `rollcall session show { $session }` zeigt, wer mitwirkt
was-set = 1 Teilnahme in { $session } festgelegt: { $verdict }
no-longer-set = 1 Teilnahme in { $session } nicht mehr manuell festgelegt
no-such-stay = Anwesenheitszeit { $stay } gibt es nicht
stay-has-no-name = Zu Anwesenheitszeit { $stay } ist kein Name erfasst
move-it-alone = Ohne `--all-of-name` wird nur diese Anwesenheitszeit verschoben
which-stays = `rollcall attendance stays` listet sie mit ihren Nummern auf
is-theirs-already = Anwesenheitszeit { $stay } gehört schon zu { $name }
stay-is-asked-about = Anwesenheitszeit { $stay } wartet auf eine Antwort
answer-it = `rollcall review { $number } person REF` sagt, wessen sie ist
nobody = niemand
stay-moves =
    { $planned ->
        [yes] Anwesenheitszeit { $stay } in `{ $place }` ginge von { $from } an { $name }
       *[no] Anwesenheitszeit { $stay } in `{ $place }` geht von { $from } an { $name }
    }
name-means-them =
    { $planned ->
        [yes] `{ $alias }` würde von nun an { $name } meinen
       *[no] `{ $alias }` meint von nun an { $name }
    }
stays-moved =
    { $count ->
        [one] 1 Anwesenheitszeit an Person { $person } gegeben
       *[other] { $count } Anwesenheitszeiten an Person { $person } gegeben
    }
