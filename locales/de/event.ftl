is-event =
    { $planned ->
        [yes] `{ $title }` wäre Veranstaltung `{ $slug }`: { $span }
       *[no] `{ $title }` ist Veranstaltung `{ $slug }`: { $span }
    }
is-now =
    { $planned ->
        [yes] `{ $slug }` wäre { $title }: { $span }
       *[no] `{ $slug }` ist { $title }: { $span }
    }
add-its-sessions = Fügen Sie die Sessions mit `rollcall session add` hinzu, oder importieren Sie ein Programm
taken = Es gibt schon eine Veranstaltung `{ $slug }`: { $title }
edit-it = `rollcall event edit { $slug }` ändert sie; mit --slug bekommt eine andere ihr eigenes Kürzel
without-a-title = Die Veranstaltung hat keinen Titel
needs-a-title = Eine Veranstaltung braucht einen Titel
without-an-end = Das Ende der Veranstaltung fehlt
add-an-end = Ergänzen Sie --end 18:00, oder geben Sie als Beginn nur das Datum an, wenn sie den ganzen Tag dauert
give-the-end-with-date = Geben Sie das Ende mit Datum an: --end 'JJJJ-MM-TT HH:MM'
session-outside = `{ $session }` liegt außerhalb der Zeit der Veranstaltung
added = 1 Veranstaltung hinzugefügt: { $slug }
changed = Veranstaltung { $slug } geändert
not-a-logo = `{ $file }` ist kein Bild, das ein Dokument zeigen kann
logo-formats = Nennen Sie eine Datei, die auf .png, .jpg oder .svg endet
logo-not-read = Das Logo `{ $file }` kann nicht gelesen werden
another-logo =
    Legen Sie es dort ab, oder ändern Sie die Veranstaltung: rollcall event edit --logo FILE, --logo '' für keines
logo-too-large = Das Logo `{ $file }` ist größer als 2 MB
smaller-logo = Nennen Sie ein kleineres Bild; es steht in jedem Dokument
not-over-yet = `{ $slug }` ist noch nicht vorbei
minimise-afterwards = Minuten und Teilnahmen stehen danach fest
really-minimise =
    { $title } auf Minuten beschränken? Zeiten und aufgezeichnete Namen von { $stays ->
        [one] { $stays } Anwesenheitszeit
       *[other] { $stays } Anwesenheitszeiten
    } werden gelöscht, und { $questions ->
        [one] { $questions } Frage
       *[other] { $questions } Fragen
    }; das lässt sich nicht zurücknehmen
minimised =
    { $slug } ist endgültig auf Minuten beschränkt: { $stays ->
        [one] { $stays } Anwesenheitszeit
       *[other] { $stays } Anwesenheitszeiten
    }, { $questions ->
        [one] { $questions } Frage
       *[other] { $questions } Fragen
    }
