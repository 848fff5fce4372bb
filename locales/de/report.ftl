names-people = Dieser Bericht nennt Personen
public-goes-with-event = --public gehört zu event
about-everybody = Dieser Bericht betrifft alle
person-goes-with-certificate = --person, --all, --kind, --at-least, --minutes und --each gehören zu certificate; --all auch zu participants
no-such-rows = Solche Zeilen hat dieser Bericht nicht
by-goes-with =
    --by `session`, `person` oder `matrix` gehört zu attendance, `event`, `day` oder `session` zu sign-in, `session` zu `answers`, `person` oder `organisation` zu history
about-all-sessions = Dieser Bericht betrifft alle Sessions
session-goes-with = --session gehört zu attendance, sign-in nach Session, `answers`, no-shows und curve
dossier-is-everything = Ein Dossier ist alles, was von einer Veranstaltung bleibt
dossier-goes-with = Zu rollcall report dossier -o dossier gehören nur --blank, --template und --format pdf
dossier-is-a-folder = Ein Dossier ist ein Ordner mit Dateien
name-the-folder = Nennen Sie ihn: rollcall report dossier -o dossier
whose-certificate = Wessen Teilnahmebescheinigung?
name-whose = --person PERSON nennt eine Person, --all nimmt alle, denen eine zusteht
certificate-of-all-sessions =
    Eine Teilnahmebescheinigung umfasst alle Sessions, an denen jemand teilgenommen hat
leave-out-session = Lassen Sie --session und --by weg
certificate-is-a-letter = Eine Teilnahmebescheinigung ist ein Brief; { $format } ist für Tabellen
letter-formats =
    Möglich sind pdf, docx, html, markdown und text: rollcall report certificate --all -o certificates.pdf; als Tabelle: rollcall report attendance
not-over = Noch nicht zu Ende und deshalb nicht bescheinigt: { AND($sessions) }
nothing-for-anybody =
    Es gibt nichts zu bescheinigen: Niemand war so lange in einer Session, wie deren Regel verlangt
nothing-for-this-person =
    Es gibt nichts zu bescheinigen: Diese Person war in keiner Session so lange, wie deren Regel verlangt
certify-later =
    Schreiben Sie die Bescheinigungen, wenn die Sessions zu Ende sind; `rollcall session list` sagt, wann
look-at-attendance =
    `rollcall report attendance` zeigt, was erfasst ist; wo das Protokoll nicht stimmt, hilft `rollcall attendance set`
certificates =
    { $others ->
        [0] { $count ->
            [one] { $count } Bescheinigung
           *[other] { $count } Bescheinigungen
        }
        [one] { $count ->
            [one] { $count } Bescheinigung; { $others } Person ohne ausreichende Anwesenheit ist ausgelassen
           *[other] { $count } Bescheinigungen; { $others } Person ohne ausreichende Anwesenheit ist ausgelassen
        }
       *[other] { $count ->
            [one] { $count } Bescheinigung; { $others } Personen ohne ausreichende Anwesenheit sind ausgelassen
           *[other] { $count } Bescheinigungen; { $others } Personen ohne ausreichende Anwesenheit sind ausgelassen
        }
    }
contested = { $name } ({ $number }): erfasst in { AND($sessions) }, die gleichzeitig stattfanden; diese werden daher nicht bescheinigt.
settle-contested = Legen Sie fest, wo die Person nicht war: `rollcall attendance set PERSON SESSION no-show --reason TEXT`; wer in beiden war, erhält in beiden `present`.
nothing-but-contested = Es gibt nichts zu bescheinigen: Die Aufzeichnungen widersprechen sich
below-minimum =
    { $count ->
        [one] { $count } Person erreicht die Mindestanwesenheit von --at-least nicht und erhält keine Bescheinigung
       *[other] { $count } Personen erreichen die Mindestanwesenheit von --at-least nicht und erhalten keine Bescheinigung
    }
nobody-reaches-the-minimum = Es gibt nichts zu bescheinigen: Niemand erreicht die Mindestanwesenheit von --at-least
person-is-below-the-minimum = Es gibt nichts zu bescheinigen: Diese Person erreicht die Mindestanwesenheit von --at-least nicht
each-is-several-files = --each schreibt eine Datei je Person
name-their-folder = Nennen Sie einen Ordner dafür: rollcall report certificate --all --each -o bescheinigungen --format pdf
each-is-not-one-file = `{ $file }` ist der Name einer Datei, und --each schreibt einen Ordner
wrote-certificates =
    { $count ->
        [one] { $count } Datei in { $folder } geschrieben
       *[other] { $count } Dateien in { $folder } geschrieben
    }
by-hand =
    { $count ->
        [one] { $count } Session nach manueller Festlegung bescheinigt
       *[other] { $count } Sessions nach manueller Festlegung bescheinigt
    }
not-handed-out = Dieser Bericht ist keine Liste der Teilnehmenden
addresses-go-with = --addresses und --consent gehören zu participants
not-of-organisations = Dieser Bericht betrifft nicht nur Organisationen
absent-goes-with = --absent gehört zu organisations
nobody-asked-for-it = Kein Formular der Veranstaltung fragte nach dieser Einwilligung, und niemand hat sie gegeben
map-the-question = Fragte ein Formular mit anderen Worten, importieren Sie es noch einmal mit --map 'QUESTION=consent:newsletter'; `rollcall person edit PERSON --consent newsletter=yes` hält sie für eine Person fest
consent-goes-with-mailing = --consent gehört zu mailing
nobody-was-asked = Kein Formular der Veranstaltung fragt nach einer Einwilligung zur Nennung; aufgeführt sind daher alle Teilnehmenden
facts-are-missing = Zur Veranstaltung fehlen Angaben, die Fördermittelgeber verlangen: Ergänzen Sie sie mit `rollcall event edit` und { AND($options) }
consent-not-certain = Was ein Ja auf die Frage `{ $question }` für die Teilnehmendenliste bedeutet, ist nicht sicher
consent-of-question = Wenn ein Ja die Nennung erlaubt: --consent '{ $question }'; wenn nicht, nennen Sie die Frage danach, oder --consent none, wenn kein Formular fragte
answer-not-certain = Ob die Antwort `{ $answer }` auf die Frage `{ $question }` die Nennung erlaubt, ist nicht sicher
correct-the-answer = Schreiben Sie Ja oder Nein in diese Zelle der Datei und importieren Sie sie noch einmal; --consent 'QUESTION' richtet sich nach einer anderen Frage
no-such-question = Kein Formular der Veranstaltung stellte diese Frage
questions-are-in-answers = `rollcall report answers` zeigt die Fragen und ihre Antworten
wrote-dossier = { $count } Dateien in { $folder } geschrieben; beginnen Sie mit { $index }
person-is-a-calendar = --person verlangt das Programm einer Person, und das ist ein Kalender
nothing-of-this-person = Nichts im Programm betrifft diese Person
who-is-signed-up = `rollcall signup add` meldet jemanden an, `rollcall signup list` zeigt, wer angemeldet ist
all-is-the-whole-file = `export all` gibt die ganze Datei aus, --event nennt aber eine Veranstaltung
leave-out-event =
    Lassen Sie --event weg, oder geben Sie aus, was Sie von der Veranstaltung brauchen: rollcall export signups --event EVENT -o signups.csv
dossier-of-one-event =
    `rollcall report dossier --event EVENT -o dossier` schreibt alles über eine Veranstaltung
all-is-several-files = `export all` schreibt mehrere Dateien
name-a-folder = Nennen Sie einen Ordner dafür: rollcall export all -o export
or-one-workbook = Oder eine Arbeitsmappe: rollcall export all -o { $file }
all-is-not-one-file =
    `{ $file }` ist der Name einer Datei; `export all` schreibt einen Ordner oder eine Arbeitsmappe
name-this-folder = Nennen Sie einen Ordner: rollcall export all -o { $folder }
letter-leaves-out =
    { $count ->
        [one] Das Schreiben enthält nicht, worum es in Frage { AND($questions) } von `rollcall review` geht: Beantworten Sie sie zuerst; es kann die Person betreffen
       *[other] Das Schreiben enthält nicht, worum es in den Fragen { AND($questions) } von `rollcall review` geht: Beantworten Sie sie zuerst; es kann die Person betreffen
    }
say-the-basis = Das Schreiben nennt keine Rechtsgrundlage: `rollcall retention --basis TEXT` legt sie fest
whose-data = Es ist nicht angegeben, um wessen Daten es geht
data-goes-with = Ergänzen Sie --person PERSON, mit Nummer, Adresse oder ganzem Namen; die anderen Optionen für Bescheinigungen gelten hier nicht
data-of-all-events = Was über eine Person gespeichert ist, betrifft alle Veranstaltungen und Sessions
