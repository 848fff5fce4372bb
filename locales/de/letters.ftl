calendar = Programm
speakers =
    { $count ->
        [one] Vortrag: { $names }
       *[other] Vorträge: { $names }
    }
moderators = Moderation: { $names }
hosts = Gastgebende: { $names }
on-the-waiting-list = Sie stehen auf der Warteliste.
dear = Guten Tag { $name }
mailing = Serienbrief: { $event }
session-minutes =
    { $count ->
        [one] { $session } ({ $count } Minute)
       *[other] { $session } ({ $count } Minuten)
    }
less-than-a-minute = { $session } (weniger als eine Minute)
you-were-in = Sie waren dabei: { AND($sessions) }.
left-alone =
    { $count ->
        [one] { $count } weitere Person wird nicht angeschrieben, weil ihre Daten eingeschränkt sind oder sie widersprochen hat.
       *[other] { $count } weitere Personen werden nicht angeschrieben, weil ihre Daten eingeschränkt sind oder sie widersprochen haben.
    }
have-not-agreed =
    { $count ->
        [one] { $count } weitere Person hat nicht eingewilligt.
       *[other] { $count } weitere Personen haben nicht eingewilligt.
    }
you-were-at = Sie waren dabei: { $event }.
we-missed-you = Wir haben Sie bei „{ $event }“ vermisst.
certificates = Teilnahmebescheinigungen: { $event }
certificate = Teilnahmebescheinigung
name-of-organisation = { $name }, { $organisation },
on-a-day = am { $day }
over-days = vom { $first } bis { $last }
took-part = Hiermit wird bestätigt, dass { $who } { $when } an der Veranstaltung „{ $event }“ teilgenommen hat.
took-part-at = Hiermit wird bestätigt, dass { $who } { $when } an der Veranstaltung „{ $event }“ ({ $place }) teilgenommen hat.
as-a-speaker = Vortrag: { AND($sessions) }.
as-a-moderator = Moderation: { AND($sessions) }.
as-a-host = Gastgebende Rolle: { AND($sessions) }.
minutes-required =
    { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
any-time = keine Mindestdauer
total-minutes =
    { $count ->
        [one] Erfasste Anwesenheit insgesamt: { $count } Minute.
       *[other] Erfasste Anwesenheit insgesamt: { $count } Minuten.
    }
counted-once = Gleichzeitige Anwesenheit in mehreren Sessions zählt einmal.
what-is-listed = Aufgeführt sind nur Sessions, an denen mindestens für die erforderliche Dauer teilgenommen wurde.
confirmed-by-hand = Die Teilnahme an { AND($sessions) } bestätigt der Veranstalter.
what-else-is-listed = Die übrigen aufgeführten Sessions wurden mindestens für die erforderliche Dauer besucht.
by-hand = vom Veranstalter bestätigt
place-and-date = Ort, Datum
signature = Unterschrift der Veranstaltungsleitung
name =
    { $title ->
        [doctor] Dr. { $given } { $family }
        [professor] Prof. { $given } { $family }
        [both] Prof. Dr. { $given } { $family }
       *[none] { $given } { $family }
    }
