who-is-of = Wer ist { $person } ({ $organisation })?
who-is = Wer ist { $person }?
who-was-in = Wer war { $person } in `{ $session }`?
who-was = Wer war { $person }?
is-on-file = Ist `{ $name }` eine Organisation, die schon da ist?
overlap = { $one } und { $other } überschneiden sich
person-of-line = die Person in Zeile { $line }
person = die Person
line-of = { $file }, Zeile { $line }
question = Frage { $number }: { $question }
no-times = ohne Zeiten aufgezeichnet
stays =
    { $count ->
        [one] { $count } Aufenthalt: { $times }
       *[other] { $count } Aufenthalte: { $times }
    }
reasons-for = dafür: { $reasons }
reasons-against = dagegen: { $reasons }
it-is = es ist { $name }
same-as = dieselbe wie { $name }
none-of-them = keine davon: eine eigene Organisation
another-organisation = eine andere Organisation, die schon da ist: Nummer oder Name
somebody-new = jemand Neues
somebody-else = jemand anders, der schon da ist: Nummer, Adresse oder Name
nobody = niemand: ein Programm, das mitschreibt, ein zweiter Bildschirm
keep = beide Sessions bleiben stehen
cancel = `{ $session }` absagen
skip = überspringen: offen lassen
stop = aufhören
who-is-it = Wer ist es?
who-was-it = Wer war es?
which-is-it = Welche ist es?
which-organisation = Welche Organisation ist es?
what-holds = Was gilt?
how-to-choose = ↑↓ bewegt, Eingabe wählt, Esc hört auf
how-to-name = einen Teil tippen, ↑↓ bewegt, Eingabe wählt, Esc geht zurück
