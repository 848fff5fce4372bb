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
