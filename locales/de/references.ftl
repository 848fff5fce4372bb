unknown =
    { $what ->
        [person] Es gibt keine Person `{ $reference }`
        [organisation] Es gibt keine Organisation `{ $reference }`
        [event] Es gibt keine Veranstaltung `{ $reference }`
        [session] Es gibt keine Session `{ $reference }`
       *[question] Es gibt keine Frage `{ $reference }`
    }
unknown-address = Es gibt keine Person mit dieser Adresse
ambiguous =
    { $what ->
        [person] `{ $reference }` kann { $count } Personen meinen
       *[organisation] `{ $reference }` kann { $count } Organisationen meinen
    }
shared-address = Diese Adresse gehört zu { $count } Personen
or = { $one } oder { $other }
did-you-mean = Meinten Sie { $names }?
list-questions = `rollcall review --list` listet die offenen Fragen auf
list-what-there-is = `rollcall { $what } list` zeigt, was vorhanden ist
name-one-by-number = Geben Sie die Nummer an
no-event = Es gibt noch keine Veranstaltung
set-one-up = Legen Sie eine an: rollcall event add "Herbsttreffen" --start 'JJJJ-MM-TT HH:MM' --end HH:MM, oder importieren Sie ein Programm
several-events = Die Datei enthält { $count } Veranstaltungen
name-one-with-event = Nennen Sie eine mit --event: { $events }
strict =
    { $count ->
        [one] { $count } Zeile lässt sich nicht importieren; daher wurde nichts importiert
       *[other] { $count } Zeilen lassen sich nicht importieren; daher wurde nichts importiert
    }
correct-the-rows = Berichtigen Sie die Zeilen, oder importieren Sie ohne --strict; dann werden sie zurückgestellt
nothing-fits =
    { $kind ->
        [organisations] { $file } sieht nach Organisationen aus, aber keine einzige Zeile lässt sich importieren
        [people] { $file } sieht nach Personen aus, aber keine einzige Zeile lässt sich importieren
        [programme] { $file } sieht nach einem Programm aus, aber keine einzige Zeile lässt sich importieren
        [signups] { $file } sieht nach Anmeldungen aus, aber keine einzige Zeile lässt sich importieren
       *[attendance] { $file } sieht nach Anwesenheit aus, aber keine einzige Zeile lässt sich importieren
    }
say-what-it-is = Ist es die richtige Datei, geben Sie mit --as an, was sie enthält, und mit --map, was die Spalten bedeuten
unused-map = Keine Datei hat eine Spalte oder eine Antwort `{ $word }`
see-the-headings = `rollcall inspect FILE` zeigt die Überschriften, wie sie geschrieben sind
answered = Frage { $question } ist schon beantwortet: { $answer }
answer-anew = `rollcall history` zeigt, durch welchen Vorgang; nehmen Sie ihn zurück, um Frage { $question } neu zu beantworten
problem-in-file = { $file }, { $problem }
and-more = … und { $count } weitere
