### Jemanden endgültig löschen.

kind =
    { $table ->
        [person] Eintrag
        [person_address] Adresse
        [person_alias] weiterer Name
        [registration] Registrierung
        [signup] Anmeldung
        [stay] Anwesenheitszeit
        [ruling] manuell festgelegte Teilnahme
        [excuse] Entschuldigung
        [consent] Einwilligung
        [review] Frage
        [distinction] Antwort „nicht dieselbe“
        [nobody] Name, der niemandem gehört
        [organisation] Organisation
        [organisation_alias] weiterer Name einer Organisation
        [event] Veranstaltung
        [session] Session
        [session_person] Mitwirkung im Programm
        [mapping] Antwort zu einer Spalte
        [operation] Zusammenfassung eines Vorgangs
        [written_file] geschriebene Datei
        [change] Eintrag im Journal
       *[other] { $table }
    }
former = { $column }, im Journal
really = { $who } endgültig löschen? Das kann nicht zurückgenommen werden
what-of-mentions = Was geschieht mit den Erwähnungen?
remove-mentions = Den Namen auch dort entfernen
keep-mentions = Sie bleiben, wie sie sind
cannot-ask = Es kann nicht gefragt werden, ob es weitergehen soll
not-removed = Niemand wird gelöscht
not-agreed = Eine endgültige Löschung ist zu bestätigen
say-yes = Fügen Sie --yes hinzu; --dry-run zeigt, was gelöscht würde
mentions-not-said =
    { $count ->
        [one] { $count } Text anderer nennt sie
       *[other] { $count } Texte anderer nennen sie
    }, und was damit geschieht, ist nicht gesagt
say-mentions = Fügen Sie --mentions remove (entfernen) oder --mentions keep (behalten) hinzu
removed =
    1 Person endgültig gelöscht: { $rows ->
        [one] { $rows } Zeile
       *[other] { $rows } Zeilen
    }{ $mentions ->
        [0] {""}
        [one] , 1 Erwähnung { $kept ->
            [yes] behalten
           *[no] entfernt
        }
       *[other] , { $mentions } Erwähnungen { $kept ->
            [yes] behalten
           *[no] entfernt
        }
    }{ $places ->
        [0] {""}
        [one] , 1 Platz weitergegeben
       *[other] , { $places } Plätze weitergegeben
    }
candidate-of =
    { $count ->
        [one] Frage { AND($questions) } von `rollcall review` nennt diese Person als Kandidatin: Beantworten Sie sie zuerst, wenn sie gemeint ist, sonst bleibt stehen, wonach sie fragt
       *[other] Fragen { AND($questions) } von `rollcall review` nennen diese Person als Kandidatin: Beantworten Sie sie zuerst, wenn sie gemeint ist, sonst bleibt stehen, wonach sie fragen
    }
hashes-dropped =
    { $count ->
        [one] { $count } Prüfwert entfernt
       *[other] { $count } Prüfwerte entfernt
    }: Wer vorher gelöscht wurde, wird nicht mehr wiedererkannt
finished = Die Löschung von Vorgang { $operation }, die unterbrochen war, ist jetzt abgeschlossen
no-traces = Die Datei ist neu geschrieben und durchsucht: 0 Spuren
traces =
    Die Löschung von Vorgang { $operation } hat { $count ->
        [one] { $count } Spur
       *[other] { $count } Spuren
    } hinterlassen
trace =
    { $kind ->
        [name] Der Name
        [address] Eine Adresse
        [phone] Eine Telefonnummer
       *[part] Ein Teil des Namens
    } steht in `{ $file }` an Byte { $at }
report-traces = `rollcall check` sagt, was nicht von diesem Programm ist; findet es nichts, so melden Sie dies bitte
held =
    { $kind ->
        [name] Der Name steht
        [address] Eine Adresse steht
        [phone] Eine Telefonnummer steht
       *[part] Ein Teil des Namens steht
    } auch in { $count ->
        [one] 1 Zeile
       *[other] { $count } Zeilen
    } von `{ $table }`, die { $count ->
        [one] bleibt
       *[other] bleiben
    }: { AND($rows) }{ $more ->
        [0] {""}
       *[other] {" "}und { $more } weitere
    }
for-good = Das kann nicht zurückgenommen werden; in Sicherungen von vorher ist noch alles
files =
    { $count ->
        [one] 1 Datei, die Sie geschrieben haben, nennt die Person vielleicht noch:
       *[other] { $count } Dateien, die Sie geschrieben haben, nennen die Person vielleicht noch:
    }
file = - { $file }
