who-is-of = Wer ist { $person } ({ $organisation })?
who-is = Wer ist { $person }?
who-was-in = Wer war { $person } in `{ $session }`?
who-was = Wer war { $person }?
is-removed = Ist { $person } jemand, dessen Daten gelöscht wurden? Der Name ist derselbe
is-on-file = Ist `{ $name }` eine bereits erfasste Organisation?
overlap = { $one } und { $other } überschneiden sich
person-of-line = die Person in Zeile { $line }
person = die Person
line-of = { $file }, Zeile { $line }
question = Frage { $number }: { $question }
no-times = ohne Zeiten aufgezeichnet
stays =
    { $count ->
        [one] { $count } Anwesenheitszeit: { $times }
       *[other] { $count } Anwesenheitszeiten: { $times }
    }
reasons-for = dafür: { $reasons }
reasons-against = dagegen: { $reasons }
it-is = es ist { $name }
same-as = dieselbe wie { $name }
none-of-them = keine davon: eine eigene Organisation
another-organisation = eine andere erfasste Organisation: Nummer oder Name
somebody-new = jemand Neues
somebody-else = eine andere erfasste Person: Nummer, Adresse oder Name
nobody = niemand: ein Programm, das mitschreibt, ein zweiter Bildschirm
keep = beide Sessions behalten
the-removed = Dieselbe Person: Die Zeile wird nicht übernommen, auch aus späteren Dateien nicht
another-of-the-name = Eine andere Person gleichen Namens: Lesen Sie die Datei noch einmal ein, dann wird die Zeile übernommen
cancel = `{ $session }` absagen
skip = überspringen: offen lassen
stop = aufhören
who-is-it = Wer ist es?
who-was-it = Wer war es?
which-is-it = Welche ist es?
which-organisation = Welche Organisation ist es?
what-holds = Was gilt?
is-it-them = Ist es dieselbe Person?
how-to-choose = ↑↓ bewegt, Eingabe wählt, Esc hört auf
how-to-name = Einen Teil tippen, ↑↓ bewegt, Eingabe wählt, Esc geht zurück
also =
    { $count ->
        [one] derselbe Name und dieselbe Adresse wie in Frage { $numbers }: eine Antwort für beide
       *[other] derselbe Name und dieselbe Adresse wie in den Fragen { $numbers }: eine Antwort für alle
    }
also-programs =
    { $count ->
        [one] ein Programm wie in Frage { $numbers }: „niemand“ beantwortet beide, jede andere Antwort nur diese eine
       *[other] ein Programm wie in den Fragen { $numbers }: „niemand“ beantwortet alle, jede andere Antwort nur diese eine
    }
one-answer-for-all = Eine Antwort gilt für alle Fragen einer Zeile; --only lässt die anderen offen.
enter-takes = { $question } (Eingabe: { $suggestion })
overlap-of = { $person }: { $one } und { $other } überschneiden sich
minutes = { $minutes } min

answer-person = Person { $number }
answer-by-others = Person { $number }, aus den anderen Antworten
answer-new = jemand Neues
answer-nobody = niemand
answer-same = dieselbe wie Organisation { $number }
answer-different = eine andere
answer-keep = beide bleiben
answer-removed = eine gelöschte Person
answer-no-overlap = erledigt: Die Sessions überschneiden sich nicht mehr
answer-asked-before = erledigt: schon gefragt

answered = Frage { $number }: { $answer }
both-stay = Beide Anmeldungen bleiben bestehen
import-again = Lesen Sie `{ $file }` noch einmal ein: Dann wird Zeile { $line } übernommen
settled = Frage { $number } ist damit geklärt: Person { $person }
row-is-skipped = Die zurückgestellte Zeile wird übersprungen: { $why }
session-is-gone = Frage { $number }: Eine gewählte Session gibt es in der Datei nicht mehr; sie wird weggelassen
with-person = { $sentence }, { $name }
with-written-name = { $sentence } ({ $name })
of-somebody = { $name }: { $sentence }
and-also = { $before }; { $after }
operation-answered = Vorgang { $operation }: Frage { $number } beantwortet
operation-answered-several = Vorgang { $operation }: { $count } Fragen beantwortet
several-answered = { $count } Fragen beantwortet
undo-takes-it-back = `rollcall undo { $operation }` nimmt die Antwort zurück
dry-run = Probelauf: Es wurde nichts geändert
none-open = Keine Frage ist offen
how-many-open =
    { $open ->
        [0] Keine Frage ist mehr offen
        [one] { $open } Frage ist offen
       *[other] { $open } Fragen sind offen
    }
go-on-or-list = `rollcall review` macht weiter, `rollcall review --list` listet die offenen Fragen auf

not-answered-that-way = Frage { $number } wird nicht so beantwortet
answers-of-a-person = `rollcall review { $number } person REF`, `rollcall review { $number } new`, oder `same` und `different`, wenn nur eine Person infrage kommt
answers-of-a-stay = `rollcall review { $number } person REF`, `rollcall review { $number } new`, `rollcall review { $number } nobody`, oder `same` und `different`, wenn nur eine Person infrage kommt
answers-of-an-organisation = `rollcall review { $number } same` (oder `same REF`), oder `rollcall review { $number } different`
answers-of-a-namesake = `rollcall review { $number } same`, wenn es dieselbe Person ist, oder `rollcall review { $number } new`, wenn es eine andere ist
answers-of-a-conflict = `rollcall review { $number } keep`, oder `rollcall signup cancel PERSON --session S`
person-or-new = `rollcall review { $number } person REF` oder `rollcall review { $number } new`
same-or-different = `rollcall review { $number } same` oder `rollcall review { $number } different`
its-subject-is-gone =
    { $what ->
        [event] Die Veranstaltung, um die es in Frage { $number } geht, gibt es in der Datei nicht mehr
        [stay] Die Anwesenheitszeit, um die es in Frage { $number } geht, gibt es in der Datei nicht mehr
       *[organisation] Die Organisation, um die es in Frage { $number } geht, gibt es in der Datei nicht mehr
    }
subject-is-gone = Worum es in der Frage geht, gibt es in der Datei nicht mehr
person-is-gone = Person { $person } gibt es in der Datei nicht mehr
another-person-or-new = `rollcall review { $number } person REF`, oder `rollcall review { $number } new`
organisation-is-gone = Organisation { $organisation } gibt es in der Datei nicht mehr
another-organisation-or-different = `rollcall review { $number } same REF`, oder `rollcall review { $number } different`
stay-has-no-name = Zu dieser Anwesenheitszeit gibt es keinen Namen, aus dem eine Person werden könnte
add-person-first = `rollcall person add NAME`, und danach `rollcall review { $number } person NAME`
one-at-a-time = Nur eine Frage auf einmal
show-one = rollcall review show 3
which-is-shown = Welche Frage soll gezeigt werden?
show-or-list = rollcall review show 3; `rollcall review --list` nennt die Nummern
which-is-answered = Welche Frage wird beantwortet?
answer-or-list = rollcall review 3 new; `rollcall review --list` nennt die Nummern
cannot-ask = Auf diesem Terminal kann niemand gefragt werden
list-without-asking = `rollcall review --list` listet die Fragen auf, ohne zu fragen
doubtful-again = { $count ->
    [one] 1 Zuordnung nach dem Namen ist zweifelhaft geworden und wartet auf eine Antwort
   *[other] { $count } Zuordnungen nach dem Namen sind zweifelhaft geworden und warten auf eine Antwort
}
moved-by-rules = { $count ->
    [one] 1 Anwesenheitszeit gehört nach Adresse oder Namen jetzt zu einer anderen Person
   *[other] { $count } Anwesenheitszeiten gehören nach Adressen oder Namen jetzt zu anderen Personen
}
settled-by-import = { $count ->
    [one] 1 offene Frage ist damit erledigt
   *[other] { $count } offene Fragen sind damit erledigt
}
reunited = { $count ->
    [one] 1 unter beiden Schreibweisen erfasste Person ist jetzt eine: { $pairs }
   *[other] { $count } unter beiden Schreibweisen erfasste Personen sind jetzt jeweils eine: { $pairs }
}
one-is-other = { $from } ist { $into }
none-is-answered =
    { $wrong ->
        [one] 1 von { $count } Fragen wird nicht so beantwortet; keine ist beantwortet
       *[other] { $wrong } von { $count } Fragen werden nicht so beantwortet; keine ist beantwortet
    }
not-taken = Frage { $number }: { $why }
stands-for-programs = Frage { $number } steht für { $count } Programme mit mehreren Namen (Fragen { $numbers }); sie haben nur `nobody` gemeinsam
nobody-or-only = `rollcall review { $number } nobody` beantwortet alle; mit --only gilt eine andere Antwort nur für Frage { $number }
settled-otherwise = eine andere Antwort dieses Aufrufs besagt, dass es in Frage { $question } um Person { $person } geht
answer-it-first = Beantworten Sie Frage { $question } zuerst und für sich
word-new = neu, neue, neuer, jemand Neues
word-same = dieselbe, derselbe, dasselbe, gleich
word-nobody = niemand
word-different = verschieden, andere, anderer
word-keep = behalten, beide
not-a-list = { $file } ist keine Liste von Fragen: Sie braucht eine Spalte mit den Nummern und eine mit den Antworten
write-a-list = `rollcall review -o questions.xlsx` schreibt eine; füllen Sie die Spalte „Antwort“ aus
no-answers-written = In der Liste stehen keine Antworten; nichts wurde geändert
answers-not-read =
    { $count ->
        [one] 1 Antwort in { $file } wird nicht verstanden; keine wird übernommen
       *[other] { $count } Antworten in { $file } werden nicht verstanden; keine wird übernommen
    }
what-to-write = Eine Antwort ist neu, dieselbe, niemand, verschieden, behalten oder die Nummer einer Person
no-such-question = Frage { $number } gibt es nicht
answered-twice = Frage { $number } hat in Zeile { $line } schon eine Antwort
not-an-answer = `{ $word }` ist keine Antwort
move-a-stay = `rollcall attendance move STAY PERSON` ordnet eine Anwesenheitszeit einer anderen Person zu, `rollcall person split` macht aus einer Person zwei

## `--columns` and `--where`.

no-list-to-narrow = --columns und --where gelten für Listen von Fragen
lists-to-narrow = Sie gehören zu --list, --all und --automatic
