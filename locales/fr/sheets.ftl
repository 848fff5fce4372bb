span-and-rule = { $span } · règle : { $rule }
nothing-recorded = rien d’enregistré pour l’instant
nothing-but-by-hand = pas encore de journal ; participations fixées à la main
stays-of-nobody =
    { $count ->
        [one] { $count } présence n’est encore attribuée à personne et n’est pas comprise dans les chiffres
       *[other] { $count } présences ne sont encore attribuées à personne et ne sont pas comprises dans les chiffres
    }
not-matched = Non attribué: { $session }
places =
    { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
signed-up =
    { $count ->
        [one] { $count } inscrit
       *[other] { $count } inscrits
    }
there-without-place = { $count } présents sans place
who-came = Cette liste nomme toutes les personnes dont la présence est enregistrée, ainsi que les intervenants du programme.
who-registered = Cette liste nomme toutes les personnes inscrites, ainsi que les intervenants du programme.
not-known-whether =
    { $count ->
        [one] { $count } autre personne est inscrite ; sa présence n’est pas connue.
       *[other] { $count } autres personnes sont inscrites ; leur présence n’est pas connue.
    }
not-recorded = { $title } (non enregistré)
on-the-waiting-list = { $count } sur la liste d’attente
with = Intervenants : { $names }
peak = { $what } : au plus { $most } en même temps, à { $time }
people = Personnes
stays-of-nobody-yet = Présences pas encore attribuées
set-by-hand = Fixé à la main : { $reasons }
code = { $code } = { $time } { $title }
sign = { $sign } { $word }
signature-of = Signature : { $name }
funded-activity = Action financée : { $event }
total = Total des participants : ______
purpose = Les données de cette liste servent uniquement à prouver la participation auprès des financeurs.
in-total = Au total : { $numbers }
responsible = Responsable du traitement : { $organiser }
not-on-the-list = Pas sur la liste
not-agreed =
    { $count ->
        [one] { $count } autre personne participe et n’a pas accepté d’être citée.
       *[other] { $count } autres personnes participent et n’ont pas accepté d’être citées.
    }
whose-answers = Sont comptées les personnes qui ont une place, intervenants inscrits compris ; celles qui attendent sont comptées à part.

## Listes dont on ne veut qu’une partie.

condition = { $column } { $sign } { OR($values) }
filtered =
    { $count ->
        [one] Sélection : { $conditions }. { $shown } ligne sur { $count }.
       *[other] Sélection : { $conditions }. { $shown } lignes sur { $count }.
    }
filtered-beside-notes =
    { $count ->
        [one] Sélection : { $conditions }. { $shown } ligne sur { $count } ; les remarques valent pour toute la liste.
       *[other] Sélection : { $conditions }. { $shown } lignes sur { $count } ; les remarques valent pour toute la liste.
    }
partly =
    { $count ->
        [one] { $shown } ligne sur { $count } affichée
       *[other] { $shown } lignes sur { $count } affichées
    }
contains = contient
no-value = (vide)
