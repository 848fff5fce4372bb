calendar = Programme
speakers = Intervention : { $names }
moderators = Modération : { $names }
hosts = Accueil : { $names }
on-the-waiting-list = Vous êtes sur la liste d’attente.
dear = Bonjour { $name }
mailing = Publipostage : { $event }
session-minutes =
    { $count ->
        [one] { $session } ({ $count } minute)
       *[other] { $session } ({ $count } minutes)
    }
less-than-a-minute = { $session } (moins d’une minute)
you-were-in = Vous avez participé à : { AND($sessions) }.
left-alone =
    { $count ->
        [one] { $count } autre personne ne reçoit pas de lettre : ses données sont limitées ou elle s’y oppose.
       *[other] { $count } autres personnes ne reçoivent pas de lettre : leurs données sont limitées ou elles s’y opposent.
    }
have-not-agreed =
    { $count ->
        [one] { $count } autre personne n’a pas donné son accord.
       *[other] { $count } autres personnes n’ont pas donné leur accord.
    }
you-were-at = Vous avez participé à « { $event } ».
we-missed-you = Vous nous avez manqué à « { $event } ».
certificates = Attestations de participation : { $event }
certificate = Attestation de participation
name-of-organisation = { $name }, { $organisation },
on-a-day = le { $day }
over-days = du { $first } au { $last }
took-part = Nous attestons que { $who } a participé à « { $event } » { $when }.
took-part-at = Nous attestons que { $who } a participé à « { $event } » { $when } ({ $place }).
as-a-speaker = Intervention : { AND($sessions) }.
as-a-moderator = Modération : { AND($sessions) }.
as-a-host = Accueil : { AND($sessions) }.
minutes-required =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
any-time = pas de durée minimale
total-minutes =
    { $count ->
        [one] Présence enregistrée au total : { $count } minute.
       *[other] Présence enregistrée au total : { $count } minutes.
    }
counted-once = La présence simultanée à plusieurs sessions compte une fois.
what-is-listed = Ne figurent que les sessions suivies pendant au moins la durée requise.
confirmed-by-hand = L’organisateur confirme la participation à { AND($sessions) }.
what-else-is-listed = Les autres sessions indiquées ont été suivies pendant au moins la durée requise.
by-hand = confirmé par l’organisateur
place-and-date = Lieu, date
signature = Signature de l’organisateur
name =
    { $title ->
        [doctor] Dr { $given } { $family }
        [professor] Prof. { $given } { $family }
        [both] Prof. { $given } { $family }
       *[none] { $given } { $family }
    }
