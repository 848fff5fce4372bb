rollcall = Aus Anmeldungen und Protokollen werden Anwesenheitslisten und Berichte
rollcall-examples =
    rollcall demo                                  zeigt das Ganze an erfundenen Daten
    rollcall init                                  legt hier die Datei `rollcall.db` an
    rollcall import programme.csv sign-ups.xlsx    importiert Dateien
    rollcall report sign-in form.csv -o list.pdf   die Unterschriftenliste zu einer Datei
    rollcall report attendance --format csv        wer anwesend war
    rollcall undo                                  nimmt den letzten Schritt zurück

any-db = Die Datei, mit der gearbeitet wird [Vorgabe: rollcall.db oder ROLLCALL_DB]
any-event =
    Die Veranstaltung: Kürzel, Titel oder Nummer; nicht nötig, solange es nur eine gibt [oder ROLLCALL_EVENT]
any-author = Wer es tut, für den Verlauf; leer für niemanden [Vorgabe: ROLLCALL_AUTHOR, sonst der Anmeldename]
any-format =
    Wie Ergebnisse ausgegeben werden: text, csv, json, jsonl, markdown, html, pdf, docx oder xlsx [Vorgabe: nach der
    Endung von -o, sonst text]
any-lang = Die Sprache: en, de oder für Dokumente fr [Vorgabe: ROLLCALL_LANG, sonst die des Systems]
any-quiet = Nur Ergebnisse und Fehler ausgeben
any-verbose = Mehr ausgeben
any-color = Farben verwenden: auto, always (immer) oder never (nie)

any-files = Die Dateien; - ist die Standardeingabe
any-kind = Was die Datei ist: programme, organisations, people, signups oder attendance [Vorgabe: wird erkannt]
any-session = Die Session: Kürzel, Titel, Buchstabe oder Nummer
any-by-the-clock = Das Protokoll ist das eines Raumes, in dem mehrere Sessions nacheinander stattfanden
any-map =
    Was eine Spalte bedeutet, 'Überschrift=Feld', oder ein Wort darin: 'Überschrift: Wort=confirmed',
    'Antwort=session:KÜRZEL'; wird für diese Überschriften gemerkt
any-encoding = Die Zeichenkodierung, wenn sie falsch erkannt wird: utf-8, windows-1252, utf-16le, …
any-delimiter = Was die Zellen trennt, wenn es falsch erkannt wird: ; , | oder tab
any-sheet = Das Blatt einer Arbeitsmappe, mit seinem Namen [Vorgabe: das erste mit einer Tabelle]
any-date-order =
    Die Reihenfolge in Daten wie 10/8/2020: dmy (Tag zuerst), mdy (Monat zuerst) oder ymd (Jahr
    zuerst) [Vorgabe: wird erkannt oder erfragt]
any-timezone = Die Zeitzone der Uhrzeiten in der Datei [Vorgabe: die der Veranstaltung]
any-force = Dateien ersetzen, die nicht von rollcall stammen oder seither geändert wurden
any-dry-run = Nur sagen, was geschehen würde, und nichts ändern
any-date =
    Wann die Veranstaltung stattfindet, wenn keine erfasst ist: 12.06.2024, '12.06.2024 10:00-16:00',
    2024-06-12..2024-06-13
any-person = Die Person: Nummer, Adresse oder Name
any-output = In diese Datei schreiben; ihre Endung bestimmt das Format
any-raw = In CSV: Zellen, die wie Formeln aussehen, Schlüssel und ISO-Zeiten unverändert lassen
any-template = Ihre eigene Seite für HTML und PDF, mit Ihrem Briefkopf
any-browser = Der Browser, der ein PDF schreibt: Edge, Chrome oder Chromium [Vorgabe: ROLLCALL_BROWSER, sonst einer, der sich findet]
any-columns =
    Diese Spalten in dieser Reihenfolge, nach Überschrift oder Schlüssel; auch verborgene und Antworten eines Formulars:
    --columns Name,Organisation,'Verpflegung'
any-conditions =
    Nur Zeilen, für die das gilt: 'Anmeldung=angemeldet,Warteliste', 'Rolle!=guest', 'Minuten>=30',
    'Organisation~cluster', 'Verpflegung=' für leere; mehrmals möglich, dann muss alles gelten
any-name = Der Name, wie er gedruckt werden soll
any-number = Die Nummer der Frage
any-people = Die Personen: Nummer, Adresse oder Name
any-organisation = Die Organisation: Nummer oder Name
any-role = manager, expert, speaker, guest oder ein eigenes Wort
any-title = Der Titel
any-phone = Eine Telefonnummer
any-language = Die Sprache, in der sie angeschrieben wird
any-remove = Den Namen wieder entfernen
any-short-name = Ein Kurzname
any-country = Das Land
any-region = Die Region
any-website = Die Internetadresse
any-named = Die Veranstaltung: Kürzel, Titel oder Nummer; nicht nötig, solange es nur eine gibt
any-slug = Ein Kürzel für Befehle und Dateien [Vorgabe: aus dem Titel gebildet]
any-start = Wann sie beginnt; eine Uhrzeit allein gilt für den bisherigen ersten Tag
any-end = Wann sie endet; eine Uhrzeit allein gilt für den Tag des Beginns
any-organiser = Wer sie veranstaltet, für Dokumente
any-address = Die Anschrift des Veranstalters
any-contact = Wie der Veranstalter zu erreichen ist: Telefon, E-Mail
any-project = Das Projekt, zu dem sie gehört
any-funding-reference = Das Förderkennzeichen des Projekts
any-funder = Der Satz, den der Fördermittelgeber verlangt
any-signatory = Wer Bescheinigungen unterschreibt
any-logo = Ein Bild für den Kopf der Dokumente, eine Datei neben der Datenbank oder anderswo; mehrfach für mehrere
any-place = Wo sie stattfindet
any-room = Wo sie stattfindet, auch in welchem Online-Raum
any-drop-in = Man kommt und geht: Gleichzeitig woanders zu sein ist keine Überschneidung
any-correct = Anmeldungen folgen: Was darin steht, war nie richtig
any-keep = Anmeldungen behalten, was damals richtig war
any-since = Anmeldungen folgen bei Veranstaltungen, die an diesem Tag oder später beginnen
any-passphrase = Mit einer Passphrase, die erfragt wird
any-passphrase-file = Mit der Passphrase in der ersten Zeile dieser Datei; - ist die Standardeingabe

value-address = ADRESSE
value-columns = SPALTEN
value-condition = BEDINGUNG
value-country = LAND
value-date = DATUM
value-dir = ORDNER
value-event = VERANSTALTUNG
value-file = DATEI
value-files = DATEIEN
value-folder = ORDNER
value-format = FORMAT
value-from = VON
value-heading-field = ÜBERSCHRIFT=FELD
value-into = ZU
value-keep = FRISTEN
value-key = SCHLÜSSEL
value-kind = ART
value-lang = SPRACHE
value-language = SPRACHE
value-lines = ZEILEN
value-mode = MODUS
value-n = N
value-name = NAME
value-number = NUMMER
value-order = REIHENFOLGE
value-organisation = ORGANISATION
value-person = PERSON
value-purpose = ZWECK
value-purpose-answer = ZWECK=yes|no
value-question = FRAGE
value-place = ORT
value-program = PROGRAMM
value-reference = WER
value-region = REGION
value-role = ROLLE
value-room = RAUM
value-rule = REGEL
value-session = SESSION
value-shell = SHELL
value-sign = ZEICHEN
value-status = STATUS
value-stay = ANWESENHEITSZEIT
value-text = TEXT
value-time = ZEIT
value-title = TITEL
value-url = URL
value-verdict = TEILNAHME
value-what = WAS
value-when = WANN
value-who = WER
value-zone = ZEITZONE

init = Die Datei anlegen, die alles enthält
init-more = Eine einzige SQLite-Datei, die nur für Sie lesbar ist.

demo = Das Ganze an erfundenen Daten zeigen: Programm, Anmeldungen, Listen, Berichte
demo-more = Alles wird in einen neuen Ordner geschrieben, in dem Sie selbst weitermachen können.
demo-folder = Der Ordner; er muss neu oder leer sein [Vorgabe: rollcall-demo]

inspect = Zeigen, was eine Datei ist und was ihre Spalten bedeuten, und nichts ändern
inspect-more =
    Geht auch ohne eine Datei von rollcall. Gibt es eine, hilft ihr Programm, gewählte Sessions zu erkennen, und
    gemerkte Angaben mit --map gelten.
inspect-session = Die Session, um die es in einer Anwesenheitsliste oder einem Protokoll geht
inspect-rows = Wie viele Zeilen gezeigt werden

import = Dateien importieren: Programm, Organisationen, Personen, Anmeldungen, Teilnahmen
import-more =
    Was eine Datei ist, wie sie kodiert ist und was ihre Spalten bedeuten, wird erkannt; `rollcall inspect FILE`
    zeigt es vorab. Mehrere Dateien werden in der nötigen Reihenfolge importiert, als ein Vorgang. Dieselbe Datei
    noch einmal ändert nichts; eine, die länger geworden ist, bringt das Neue. Zeilen, die nicht übernommen werden
    können, werden mit Zeilennummer und Grund zurückgestellt, alle anderen werden übernommen. Jedes Blatt einer
    Arbeitsmappe, die `export all` geschrieben hat, wird wie eine eigene Datei importiert.

    Gibt es noch keine Datei von rollcall, wird sie angelegt. Ist keine Veranstaltung erfasst und bringt kein Programm
    eine mit, sagen --title und --date, um welche es geht; sonst wird danach gefragt.
import-examples =
    rollcall import programme.csv sign-ups.xlsx
    rollcall import sign-ups.csv --title 'Autumn meeting' --date '2024-06-12 10:00-16:00'
    rollcall import sign-ups.csv --dry-run                     erst ansehen
    rollcall import sign-ups.csv --map 'Ihr Cluster=organisation' --rejects wrong.csv
    rollcall import present.txt --as attendance --session bar-1  eine Liste von Namen
    rollcall import sign-ups.csv --skip-lines 2,5-7            ohne die Zeilen eines Tests
    some-program | rollcall import - --as signups
import-title = Der Titel der Veranstaltung, wenn keine erfasst ist
import-session = Die Session, um die es in einer Anwesenheitsliste oder einem Protokoll geht
import-mode =
    Was mit bereits erfassten Personen geschehen darf: update (ändern), fill (nur leere Felder füllen) oder skip
    (nichts)
import-rejects =
    Zeilen, die nicht übernommen werden können, zum Korrigieren in diese Datei schreiben, in ihrem eigenen Aufbau
import-force = Eine Datei von --rejects ersetzen, die nicht von rollcall stammt oder seither geändert wurde
import-allow-again = Auch Zeilen von Personen übernehmen, die endgültig gelöscht wurden: Sie kommen zurück
import-strict = Alle Zeilen übernehmen oder keine
import-skip-lines =
    Diese Zeilen auslassen, als stünden sie nicht in der Datei: 2,5-7, so gezählt wie in Meldungen; für Testeinträge in
    einem Formular
import-minimal =
    Von Protokollen nur gerundete Minuten behalten und ob sie die Regel erfüllen: keine Zeiten, keine Namen

export = Daten ausgeben; `import` übernimmt alles davon wieder, nur den Serienbrief nicht
export-more =
    `all` schreibt je eine Datei in einen Ordner oder eine Arbeitsmappe mit je einem Blatt. In eine neue Datei
    importiert ergibt das wieder denselben Inhalt; es umfasst deshalb alle Veranstaltungen. Das Übrige bezieht
    sich nur auf eine Veranstaltung, wenn --event oder ROLLCALL_EVENT eine nennt: Personen und Organisationen,
    die teilnehmen, also angemeldet sind, dort gesehen wurden oder im Programm stehen. Das Programm kann auch ein
    Kalender sein, den andere Programme lesen, `import` aber nicht; mit --person enthält er nur, was diese Person
    betrifft. `mailing` ist für Serienbriefe: eine Zeile je angemeldeter Person, mit der Anrede, was sie gewählt
    und woran sie teilgenommen hat, in ihrer Sprache; es ist keine Liste der Anmeldungen und gehört nicht zu
    `all`.

    Dateien enden mit einer Spalte `as_of`: Kommen sie zurück, bleibt unberührt, was in ihnen nur älter ist als
    der erfasste Stand. Ohne --output gibt es diese Spalte nicht. Ein Export mit einem Teil der Spalten und
    Anmeldungen oder ein Programm mit einem Teil der Zeilen sind für andere Programme: `import` liest sie nicht ein.
export-examples =
    rollcall export people -o people.csv
    rollcall export people --event autumn -o caterer.csv     wer an einer Veranstaltung teilnimmt
    rollcall export signups --format json
    rollcall export signups --where 'status=confirmed' --columns name,organisation,'Diet' -o caterer.xlsx
    rollcall export programme -o programme.ics
    rollcall export programme --person 'Anna Müller' -o anna.ics
    rollcall export mailing -o mailing.csv
    rollcall export all -o export/
    rollcall --db copy.db import export/*.csv
    rollcall export all -o everything.xlsx
    rollcall --db copy.db import everything.xlsx
export-consent = Nur wer dazu eingewilligt hat: `newsletter`, `photographs`, `participants`, `recording` (mailing)
export-what = Was ausgegeben wird
export-person = Was diese Person im Programm betrifft, als Kalender: Plätze, Wartelisten, Aufgaben

report = Listen und Berichte ausgeben
report-more =
    attendance: wer anwesend war, nach Session oder nach Person oder mit einer Spalte je Session (matrix). sign-in: die
    Unterschriftenliste zum Ausdrucken, ein Blatt je Session, je Tag oder für die Veranstaltung; nur Kreuze auf dem Blatt
    einer Session zählen für diese. evidence: der Teilnahmenachweis, den Fördermittelgeber verlangen, mit einer
    Unterschrift je Tag und nach der Veranstaltung mit einem Zeichen je erfasstem Tag. door: alle von A bis Z in großer Schrift. participants: die Liste zum Weitergeben, mit allen, die
    zugestimmt haben, wenn ein Formular danach fragte: vorher alle Angemeldeten, nach einer erfassten Veranstaltung
    alle, die teilgenommen haben. `answers`: wie oft jede Antwort der Formulare gegeben wurde.
    sessions: die Zahlen jeder Session. organisations: welche Organisationen vertreten waren; mit --absent, welche
    nicht. no-shows: wer nicht
    erschienen ist. curve: wie viele anwesend waren, Minute für Minute; im Terminal als Bild. history: Personen
    oder Organisationen über alle Veranstaltungen. certificate: Teilnahmebescheinigungen, je eine Seite, für alle,
    die so lange in einer Session waren, wie deren Regel verlangt. event: der Nachbericht in einem Dokument,
    mit Zahlen, Programm, Organisationen, neuen und wiederkehrenden Personen, Nichterschienenen und wie das alles
    gezählt wurde. dossier: alles zusammen in einem Ordner, mit Arbeitsmappen, Bescheinigungen, Kalender, Daten und
    einem Inhaltsverzeichnis.

    Mit Dateien entsteht der Bericht nur aus diesen, wie `import` sie lesen würde: Nichts wird behalten, und nichts muss
    vorher eingerichtet werden. Was sie nicht über die Veranstaltung sagen, kommt aus ihren Namen, aus --title und
    --date oder wird erfragt.
report-examples =
    rollcall report sign-in sign-ups.xlsx -o list.pdf       aus einer Datei, ohne Datenbank
    rollcall report sign-in --session breakout-a --blank 5
    rollcall report attendance -o attendance.csv
    rollcall report sign-in -o sign-in.pdf                  fertig zum Ausdrucken
    rollcall report sign-in --by day -o days.pdf            ein Blatt je Tag
    rollcall report evidence -o evidence.pdf
    rollcall report door -o door.pdf
    rollcall report participants --addresses -o list.xlsx
    rollcall report participants --all                      wer angemeldet ist, auch danach
    rollcall report answers --by session                    für das Catering
    rollcall report attendance --by person
    rollcall report attendance --where 'verdict=no-show' --columns name,organisation,email
    rollcall report attendance --by matrix -o matrix.pdf
    rollcall report organisations --absent
    rollcall report sessions --format markdown
    rollcall report curve --session breakout-a
    rollcall report curve -o curve.csv
    rollcall report history --by organisation
    rollcall report certificate --all -o certificates.pdf
    rollcall report certificate --all --at-least 50% --each -o certificates --format pdf
    rollcall report certificate --person 'Anna Müller' -o anna.md
    rollcall report event -o report.html
    rollcall report event -o report.docx                    für Word, zum Bearbeiten
    rollcall report event --public --lang de -o report.md
    rollcall report dossier -o dossier
report-name = Welcher Bericht
report-files = Nur aus diesen Dateien, ohne etwas zu behalten; - ist die Standardeingabe
report-session = Nur eine Session; mit Dateien: die Session der Anwesenheitslisten und Protokolle
report-title = Der Titel der Veranstaltung [Vorgabe: der des Programms, sonst der Name der Datei]
report-date =
    Wann die Veranstaltung stattfindet: 12.06.2024, '12.06.2024 10:00-16:00' [Vorgabe: aus dem Programm oder dem Namen
    der Datei]
report-save = Die Daten der Dateien als neue Datei von rollcall behalten
report-by = Was eine Zeile ist: `session`, `person` oder `matrix` (attendance), `person` oder `organisation` (history); wofür ein Blatt ist: `session`, `day` oder `event` (sign-in); wessen Antworten: `session` (`answers`)
report-blank = Leere Zeilen unter einer Liste zum Ausfüllen [Vorgabe: 5 in html, pdf, docx und xlsx, 10 am Einlass; sonst keine]
report-addresses = Mit E-Mail-Adressen (participants)
report-consent = Die Frage, deren Ja die Nennung erlaubt; `none`, wenn kein Formular fragte (participants)
report-absent = Die erfassten Organisationen, aus denen niemand teilnahm (organisations)
report-person = Für wen die Bescheinigung ist
report-all = Die Bescheinigungen aller, denen eine zusteht; alle Angemeldeten, auch danach (participants)
report-certified = Nur Sessions dieser Art bescheinigen, auch `networking` und `social`; mehrfach möglich
report-at-least = Nur bescheinigen, wenn jemand insgesamt so lange anwesend war: 90min, oder 50% der erfassten Sessions
report-at-least-more =
    Die aufgeführten Sessions zählen zusammen, gleichzeitige einmal. Eine Session, die manuell bestätigt ist oder zu der
    keine Dauer erfasst ist, zählt ganz. Wer darunter liegt, erhält keine Bescheinigung und wird gezählt.
report-minutes = In Bescheinigungen die Minuten der Anwesenheit und die Mindestdauer angeben
report-each = Jede Bescheinigung als eigene Datei in den Ordner von --output schreiben; --format pdf, html, markdown oder text
report-public = Niemanden nennen, der nicht im Programm steht (event)

check-in = Am Eingang festhalten, wer kommt, wer geht und wer vorher abgesagt hat
check-in-more =
    Ohne --at gilt jetzt, von zwölf Stunden vor der Session bis zu ihrem Ende. Danach wird nur noch festgehalten,
    dass jemand da war, ohne Uhrzeit; mit --out bis zum Ende der Session. Dasselbe noch einmal ändert nichts. Alle
    Personen eines Befehls sind ein Vorgang: Wird eine nicht gefunden, wird niemand festgehalten.
check-in-at = Wann; eine Uhrzeit allein gilt für den Tag der Session [Vorgabe: jetzt]
check-in-out = Sie gehen
check-in-excused = Sie haben abgesagt und sind entschuldigt
check-in-walk-in = Wer noch nicht erfasst ist, wird angelegt
check-in-email = Die E-Mail-Adresse der einen Person, die angelegt wird
check-in-organisation = Die Organisation der einen Person, die angelegt wird: Nummer oder Name
check-in-allow-again = Auch wenn es eine Person ist oder sein könnte, die endgültig gelöscht wurde

undo = Einen Vorgang zurücknehmen
undo-more =
    Ohne Nummer den neuesten, der noch gilt. Auch das Zurücknehmen ist ein Vorgang: Wird es zurückgenommen, gilt
    der erste wieder. Was spätere Vorgänge brauchen, wird ihnen nicht genommen; dann werden sie genannt.
undo-examples =
    rollcall undo            nimmt den letzten Vorgang zurück
    rollcall undo 7          nimmt Vorgang 7 zurück
    rollcall history         zeigt, welche Vorgänge es gibt
undo-number = Die Nummer des Vorgangs, wie `rollcall history` sie zeigt

backup = Eine sichere Kopie der Datei schreiben
backup-more =
    Die Kopie ist auch dann vollständig, wenn rollcall anderswo gerade schreibt. Sie enthält die Daten aller
    Personen wie die Datei selbst: Eine Kopie, die diesen Rechner verlässt, sollte verschlüsselt sein. Ein Name,
    der auf .age endet, verlangt das: --recipient ist der öffentliche Schlüssel derer, die sie öffnen dürfen
    (age-keygen erzeugt einen), --passphrase ist für alle, die die Passphrase kennen. `rollcall restore` stellt
    beides wieder her, und auch das Programm age öffnet beides.
backup-file = Wohin die Kopie geschrieben wird; dort darf noch nichts sein
backup-recipient = Für diesen öffentlichen Schlüssel verschlüsseln (age1…); mehrmals möglich
backup-recipients-file = Für die öffentlichen Schlüssel in dieser Datei verschlüsseln, je Zeile einer

restore = Eine Sicherung an die Stelle der Datei setzen
restore-more =
    Die Sicherung wird zuerst geprüft: ob sie von rollcall stammt, unbeschädigt ist und einen Aufbau hat, den
    dieses Programm kennt. Sie bleibt, wie sie ist. Eine Datei, die schon da ist, wird nur mit --force ersetzt und
    unter einem anderen Namen daneben aufbewahrt.
restore-examples =
    rollcall restore rollcall-2020-10-08.db
    rollcall restore rollcall-2020-10-08.db --force        die heutige Datei bleibt daneben erhalten
    rollcall restore rollcall.age --passphrase
    rollcall restore rollcall.age --identity key.txt
restore-file = Die Sicherung
restore-force = Die vorhandene Datei ersetzen; sie bleibt unter einem anderen Namen erhalten
restore-identity = Der geheime Schlüssel, der sie öffnet, wie age-keygen ihn schreibt

check = Prüfen, ob die Datei unbeschädigt ist
check-more =
    Die Prüfungen von SQLite und was dieses Programm darüber hinaus zusichert: Niemand wartet, solange in einer
    Session, die noch nicht begonnen hat, ein Platz frei ist, jede Zeile gehört zu einem Vorgang, und so weiter.
    Tabellen, Sichten, Trigger und Indizes, die ein anderes Programm verändert oder entfernt hat, werden genannt;
    hinzugefügte bleiben unberührt.
check-examples =
    rollcall check
    rollcall check --repair     stellt Sichten, Trigger und Indizes wieder her, die ein anderes Programm verändert hat
check-repair =
    Wiederherstellen, was ein anderes Programm verändert oder entfernt hat, soweit dabei nichts verloren geht

completions = Das Skript ausgeben, mit dem eine Shell Befehle vervollständigt
completions-shell = Die Shell

man = Die Handbuchseite ausgeben
man-examples =
    rollcall man | man -l -
    rollcall man --all man/      je Befehl eine Seite, in einen Ordner
man-all = Für jeden Befehl eine Seite in diesen Ordner schreiben
man-force = Vorhandene Seiten ersetzen
