row =
    { $table ->
        [person] Datensatz
        [person_address] E-Mail-Adresse
        [person_alias] Weiterer Name
        [nobody] Name, der niemandem gehört
        [distinction] Antwort „nicht dieselbe“
        [organisation] Organisation
        [organisation_alias] Weiterer Name der Organisation
        [event] Veranstaltung
        [session] Session
        [excuse] Entschuldigung
        [mapping] Antwort zu einer Spalte
       *[other] { $table }
    }
row-of =
    { $table ->
        [registration] Anmeldung zu „{ $place }“
        [signup] Anmeldung für „{ $place }“
        [stay] Anwesenheitszeit in „{ $place }“
        [ruling] Manuell festgelegte Teilnahme an „{ $place }“
        [excuse] Entschuldigung für „{ $place }“
        [session_person] Mitwirkung an „{ $place }“
       *[other] { $table }, „{ $place }“
    }
question = Frage { $number }
of-it = { $what }: { $label }
column =
    { $column ->
        [title] Titel
        [given_name] Vorname
        [family_name] Nachname
        [role] Rolle
        [phone] Telefon
        [language] Sprache
        [organisation_id] Organisation
        [organisation_name] Organisation wie geschrieben
        [address] Adresse
        [position] Platz in der Liste
        [name] Name
        [status] Status
        [requested_at] Angemeldet am
        [person_id] Person
        [session_id] Session
        [recorded_name] Aufgezeichneter Name
        [recorded_email] Aufgezeichnete Adresse
        [joined_at] Gekommen
        [left_at] Gegangen
        [seconds] Dauer
        [meets] Mindestdauer erreicht
        [nobody] Gehört niemandem
        [source] Aufgezeichnet in
        [matched_by] Erkannt
        [matched_row] Zeile wie gelesen
        [verdict] Teilnahme
        [reason] Begründung
        [state] Zustand
        [answer] Antwort
        [detail] Einzelheiten
        [row] Zeile wie gelesen
        [email] Adresse wie geschrieben
        [file] Datei
        [line] Zeile
        [kind] Art
        [slug] Kürzel
        [start] Beginn
        [end] Ende
        [timezone] Zeitzone
        [place] Ort
        [rule] Mindestdauer
        [room] Raum
        [capacity] Plätze
        [drop_in] Ohne Anmeldung offen
        [part] Mitwirkung
        [short_name] Kurzname
        [country] Land
        [region] Region
        [website] Webseite
        [organiser] Veranstalter
        [organiser_address] Anschrift des Veranstalters
        [organiser_contact] Kontakt des Veranstalters
        [project_title] Projekttitel
        [funding_reference] Förderkennzeichen
        [funder] Förderhinweis
        [signatory] Unterzeichnende Person
        [logos] Logos
        [heading] Überschrift
        [field] Bedeutung
        [restricted] Verarbeitung eingeschränkt
        [objected] Widerspruch eingelegt
        [cancelled] Fällt aus
        [keep] Aufbewahrung
        [given] Eingewilligt
        [time] Erklärt am
        [question] Frage
        [value] Wert
       *[other] { $column }
    }
state =
    { $state ->
        [open] Offen
       *[answered] Beantwortet
    }
minutes =
    { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
excused = Entschuldigt
by-a-rule =
    { $rule ->
        [address] An der Adresse
        [answer] An einem früher zugeordneten Namen
        [organisation] An Name und Organisation
       *[name] Am Namen allein
    }
at-the-door = Am Einlass
consent =
    { $purpose ->
        [photographs] Einwilligung in die Verwendung von Fotos
        [participants] Einwilligung in die Aufnahme in die Teilnahmeliste
        [newsletter] Einwilligung in den Bezug des Newsletters
        [recording] Einwilligung in die Aufzeichnung
       *[other] Einwilligung: { $purpose }
    }{ $named ->
        [yes] , „{ $place }“
       *[no] { "" }
    }
