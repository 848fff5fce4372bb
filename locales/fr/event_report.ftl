title = Bilan : { $event }
title-before = État des inscriptions : { $event }
title-so-far = Bilan provisoire : { $event }
title-public = Compte rendu : { $event }
place = Lieu : { $place }
organiser = Organisateur : { $name }
project = Projet : { $project }
project-and-reference = Projet : { $project } (référence { $reference })
funding-reference = Référence du financement : { $reference }
at-a-glance = En bref
nothing-recorded = Rien n’est encore enregistré pour cette manifestation ; on ne peut donc rien dire de la participation.
not-begun = La manifestation n’a pas encore commencé.
not-over = La manifestation n’est pas encore terminée ; on ne pourra parler de la participation qu’ensuite.
withdrew =
    { $count ->
        [one] { $count } désinscription
       *[other] { $count } désinscriptions
    }
long-enough = dont { $count } avec une présence suffisante
of-registered =
    { $whole ->
        [one] { $count } sur { $whole } inscrit
       *[other] { $count } sur { $whole } inscrits
    }
of-organisations =
    { $count ->
        [one] sur { $count } organisation connue
       *[other] sur { $count } organisations connues
    }
sessions-recorded = dont { $count } avec présence enregistrée
of-present =
    { $count ->
        [one] sur { $count } présent
       *[other] sur { $count } présents
    }
programme = Programme
no-sessions = La manifestation n’a pas de sessions ; elle est comptée en entier.
came-by-session = Participants par session
came = inscrits et venus
stayed-away = inscrits, non venus
came-without-place = venus sans place
came-is-more = Les participants sont tous ceux qui étaient présents, avec ou sans inscription ; le taux ne compte que les inscrits dont la présence est suffisante.
over-time = Présence au fil du temps
contributors = Intervenants, modérateurs et hôtes
organisations = Organisations
represented =
    { $count ->
        [one] { $count } organisation était représentée.
       *[other] { $count } organisations étaient représentées.
    }
no-organisations = Aucune organisation n’est connue des personnes inscrites ou présentes.
not-named =
    { $count ->
        [one] { $count } autre organisation représentée n’est pas nommée ici.
       *[other] { $count } autres organisations représentées ne sont pas nommées ici.
    }
by-region = Organisations par région
by-country = Organisations par pays
by-kind = Organisations par type
bar-represented = représentées
bar-listed = inscrites ou présentes
unknown = non indiqué
new-and-returning = Nouveaux et de retour
no-earlier-event = Il n’y a pas de manifestation antérieure avec présence enregistrée à laquelle comparer.
compared =
    { $count ->
        [one] Par rapport à une manifestation antérieure : sur { $present } présents, { $new } l’étaient pour la première fois et { $returning } de nouveau.
       *[other] Par rapport à { $count } manifestations antérieures : sur { $present } présents, { $new } l’étaient pour la première fois et { $returning } de nouveau.
    }
missing-organisations = Représentées à une manifestation antérieure, mais pas à celle-ci :
no-shows = Absents
no-show-count =
    { $count ->
        [0] Toutes les personnes attendues sont venues.
        [one] { $count } personne attendue n’est pas venue.
       *[other] { $count } personnes attendues ne sont pas venues.
    }
excused-count =
    { $count ->
        [one] { $count } personne s’était désinscrite ou excusée.
       *[other] { $count } personnes s’étaient désinscrites ou excusées.
    }
how-counted = Comment la présence est comptée
rule = Est présent qui atteint la durée minimale : { $rule }.
rules = Est présent qui atteint la durée minimale.
rule-of-some = Dans { AND($sessions) } : { $rule }.
rule-of-others = Dans toutes les autres sessions : { $rule }.
so-many-sessions =
    { $count ->
        [one] { $count } session
       *[other] { $count } sessions
    }
rule-any = pas de durée minimale
rule-minutes =
    { $count ->
        [one] au moins { $count } minute
       *[other] au moins { $count } minutes
    }
rule-minutes-or-throughout =
    { $count ->
        [one] au moins { $count } minute, ou toute la session si elle est plus courte
       *[other] au moins { $count } minutes, ou toute la session si elle est plus courte
    }
rule-share = au moins { $percent } % de la session
quoted = « { $title } »
method = Les horaires d’une personne dans une session sont limités à la session et réunis : deux appareils ou une reconnexion n’ajoutent rien. Une heure passée dans deux sessions simultanées compte pour une heure à la manifestation.
whole-event = Toute la manifestation
sources = Sources
all-identified = Chaque présence enregistrée est attribuée à une personne.
unidentified =
    { $count ->
        [one] { $count } présence enregistrée n’a pu être attribuée à personne. Elle n’est pas comprise dans les chiffres, qui peuvent donc être trop bas.
       *[other] { $count } présences enregistrées n’ont pu être attribuées à personne. Elles ne sont pas comprises dans les chiffres, qui peuvent donc être trop bas.
    }
by-hand =
    { $count ->
        [one] { $count } participation à une session a été fixée à la main et remplace la présence enregistrée.
       *[other] { $count } participations à des sessions ont été fixées à la main et remplacent la présence enregistrée.
    }
not-recorded = Non enregistré : { AND($sessions) }.
undecided = Un seul journal a été tenu pour des sessions simultanées : { AND($sessions) }. Il ne dit pas qui était où et ne compte donc que pour la manifestation entière.
unplaced = Un journal de toute la manifestation ne donne pas d’horaires : il compte pour la manifestation, mais pour aucune session.
words = Termes
annex = Annexe : { $what }
