one-file = Eine einzige Datei enthält alles.
programme = Das Programm des Tages und was über die Organisationen bekannt ist.
two-forms = Es gab zwei Formulare. Was steht im ersten?
dry-run = Erst ansehen: Ein Probelauf ist der echte Lauf, der am Ende verworfen wird.
both-forms =
    Beide Formulare zusammen. Zeilen, die nicht übernommen werden können, kommen in eine eigene Datei.
same-file-again =
    Dieselbe Datei noch einmal ändert nichts; nun aber wird angegeben, was "Session D" war.
not-certain = Was nicht sicher ist, wird gefragt.
first-question = Die erste bleibt, wie sie ist.
second-question = Die zweite betrifft eine Person mit zwei Adressen; die Antwort wird gemerkt.
withdraws = Jemand sagt ab, und die erste Person der Warteliste rückt nach.
mistake = Ein Versehen? Nehmen Sie es zurück.
no-mistake = Doch kein Versehen: Auch das Zurücknehmen lässt sich zurücknehmen.
history = Jeder Schritt ist verzeichnet.
sign-in = Die Unterschriftenliste für die ausgebuchte Session.
at-the-door = Am Eingang, nach Name oder Adresse.
left-early =
    Einer ist früher gegangen, eine kommt später und ohne Anmeldung, einer hat abgesagt.
who-is-here = Während die Session läuft: Wer ist da, und wer noch nicht?
first-bar =
    Am nächsten Tag: die Liste, die jemand in der ersten Bar geführt hat, mit einem Schreibfehler und einem Gast.
a-log = Jeder Online-Raum hat sein Protokoll hinterlassen. Was steht in dem des Plenums?
all-rooms =
    Alle Räume zusammen: Zoom, Teams auf Englisch und auf Deutsch, BigBlueButton. Jedes Protokoll findet seine Session.
nobody-is-guessed =
    Es wird nicht geraten: Wer nicht sicher zu erkennen ist, bleibt für sich, und es wird gefragt.
why-this-one = Warum dieser Vorschlag?
it-is-she = Sie ist es; ein beantworteter Name ist im nächsten Protokoll bekannt.
takes-notes = Ein Programm, das mitschreibt, ist niemand.
journalist = Eine Journalistin, nicht angemeldet; sie war auch in Session A.
one-screen =
    Jemand saß mit einem Kollegen vor einem Bildschirm. Das wird festgehalten, mit Begründung.
sound = Ist die Datei unbeschädigt?
keynote = Wie viele hörten die Keynote, Minute für Minute?
who-was-there = Wer war da?
figures = Der Tag in Zahlen.
dossier =
    Alles, was von dem Tag bleibt, zum Lesen, Drucken und Verschicken: Beginnen Sie mit index.html.
done = Alles liegt in { $folder }; machen Sie dort selbst weiter, oder löschen Sie den Ordner
step-failed = Ein Schritt der Vorführung ist fehlgeschlagen; das ist ein Fehler des Programms
not-empty = `{ $folder }` ist nicht leer
new-folder = Nennen Sie einen neuen Ordner: rollcall demo FOLDER
too-many = Hier gibt es schon tausend Vorführungen
