span-and-rule = { $span } · règle : { $rule }
nothing-recorded = rien d’enregistré pour l’instant
nothing-but-by-hand = pas encore de journal ; participations fixées à la main
stays-of-nobody =
    { $count ->
        [one] { $count } présence n’est pas encore attribuée à une personne
       *[other] { $count } présences ne sont pas encore attribuées à une personne
    }
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
on-the-waiting-list = { $count } sur la liste d’attente
with = Intervenants : { $names }
peak = { $what } : au plus { $most } en même temps, à { $time }
people = Personnes
stays-of-nobody-yet = Présences pas encore attribuées
