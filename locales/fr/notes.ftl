as-of = État à { $time }, pendant la manifestation
not-over = Pas encore terminé et donc non compté : { AND($sessions) }.
nothing-recorded = Rien n’est encore enregistré.
rulings =
    { $count ->
        [one] { $count } participation est fixée à la main.
       *[other] { $count } participations sont fixées à la main.
    }
stays-of-nobody =
    { $count ->
        [one] { $count } présence{ $length } n’est pas encore attribuée à une personne. Les chiffres peuvent donc être trop bas.
       *[other] { $count } présences{ $length } ne sont pas encore attribuées à une personne. Les chiffres peuvent donc être trop bas.
    }
in-minutes = { " " }({ $count } min)
nameless =
    { $count ->
        [one] dont { $count } sans nom
       *[other] dont { $count } sans nom
    }
undecided = Le journal de toute la manifestation ne compte pas pour { AND($sessions) } : d’autres sessions sans salle se tenaient au même moment, et il ne dit pas qui était où.
own-logs = Leurs propres journaux : `rollcall import LOG --session S`.
unplaced = Un journal de toute la manifestation ne donne pas d’horaires : il ne compte pour aucune session.
give-to-one = `rollcall import LOG --session S` l’attribue à une session.
not-recorded = Rien n’est enregistré pour { AND($sessions) } ; les personnes représentées à ce moment ont été enregistrées ailleurs.
no-log-with-times = Aucun horaire n’est enregistré.
others-without-times =
    { $count ->
        [one] Aucun horaire n’est enregistré pour une autre personne.
       *[other] Aucun horaire n’est enregistré pour { $count } autres personnes.
    }
without-minutes =
    { $count ->
        [one] Les minutes de { $count } participation sont inconnues ; les moyennes n’en tiennent pas compte.
       *[other] Les minutes de { $count } participations sont inconnues ; les moyennes n’en tiennent pas compte.
    }
as-of-day = État au { $day }
signed-up-so-far = La manifestation n’est pas terminée : ce sont les organisations dont personne ne s’est inscrit.
removed =
    { $count ->
        [one] { $count } personne ayant participé a été effacée depuis et ne figure dans aucun chiffre.
       *[other] { $count } personnes ayant participé ont été effacées depuis et ne figurent dans aucun chiffre.
    }
cancelled-title = { $title } (annulée)
cancelled-sessions = Annulée : { $sessions }
cancelled-event = Cette manifestation est annulée.
removed-counted =
    { $count ->
        [one] { $count } personne qui avait participé a été supprimée depuis.
       *[other] { $count } personnes qui avaient participé ont été supprimées depuis.
    }{ "" } Les groupes d’au moins cinq comptent encore dans les chiffres des sessions, mais plus dans les listes de personnes.
