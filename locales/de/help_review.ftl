review = Die offenen Fragen auflisten und beantworten
review-more =
    Hier wartet, was die Daten nicht sicher sagen: wen eine Zeile meint, ob zwei Organisationen dieselbe sind,
    wessen Anwesenheitszeit es war, zwei Sessions einer Person zur selben Zeit. In einem Terminal werden die Fragen
    nacheinander gestellt; in einer Pipe und mit --list werden sie aufgelistet. Jede Antwort wird für die nächste
    Datei gemerkt, ist ein eigener Vorgang und kann zurückgenommen werden.

    Fragen, die eine sind, stehen in einer Zeile: derselbe Name mit derselben Adresse in mehreren Protokollen einer
    Veranstaltung, und Programme, die mitschreiben. Eine Antwort gilt für alle.
review-examples =
    rollcall review                    stellt eine Frage nach der anderen (in einer Pipe: listet sie auf)
    rollcall review --list             listet sie nur auf
    rollcall review show 3             Frage 3: was die Zeile sagt und was für wen spricht
    rollcall review 3 person 12        es ist Person 12 (Nummer, Adresse oder Name)
    rollcall review 3 new              es ist jemand Neues
    rollcall review 3 nobody           es ist niemand: ein Programm, das mitschreibt
    rollcall review 5-8,11 nobody      dasselbe für mehrere, als ein Vorgang: alle oder keine
    rollcall review 4 same             die beiden sind dieselben
    rollcall review 4 different        sie sind es nicht
    rollcall review 5 keep             beide Sessions bleiben
    rollcall review -o questions.xlsx     schreibt die Liste, um die Spalte „Antwort“ auszufüllen
    rollcall review --from questions.xlsx
    rollcall review --automatic        was ohne Rückfrage zugeordnet wurde, und warum
review-list = Die Fragen nur auflisten und nichts fragen
review-all = Auch die beantworteten Fragen auflisten
review-automatic = Die ohne Rückfrage zugeordneten Anwesenheitszeiten mit dem Grund auflisten, die schwächsten zuerst

review-number = Die Nummern von Fragen: 5, 3-8 oder 1,4-6
review-only = Nur diese Frage beantworten und keine, die mit ihr eine ist
review-from = Die Antworten aus einer Liste übernehmen, die `rollcall review -o FILE` geschrieben hat
review-from-more =
    In der Spalte „Antwort“ steht neu, dieselbe, niemand, verschieden, behalten oder die Nummer einer Person, in einer
    der Sprachen des Programms. Was keine Antwort hat, bleibt offen. Alle Antworten sind ein Vorgang: alle oder keine.

review-show = Alles zeigen, was zu einer Frage bekannt ist

review-person = Es ist diese Person
review-person-reference = Eine Nummer, eine Adresse oder ein Name

review-new = Es ist jemand Neues

review-nobody =
    Es ist niemand: ein Programm, das mitschreibt, oder ein zweiter Bildschirm; die Anwesenheitszeit zählt nicht

review-same = Die beiden sind dieselben; nennt die Organisation, wo mehrere in Frage kommen
review-same-reference = Eine Nummer oder ein Name

review-different = Niemand von denen, die in Frage kommen, ist gemeint

review-keep = Beide Sessions bleiben
