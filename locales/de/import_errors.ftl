not-recognised =
    { $width ->
        [one] { $file }: Keine Überschriftenzeile erkannt (die Datei hat eine Spalte)
       *[other] { $file }: Keine Überschriftenzeile erkannt (die Datei hat { $width } Spalten)
    }
headings-not-recognised = { $file }: Keine Überschriftenzeile erkannt (die Datei beginnt mit { $cells })
is-log = { $file } ist ein Protokoll von { $family }: Es sagt, wer da war, und lässt sich nicht als { $kind } importieren
is-part = { $file } ist ein Teil eines Exports, den rollcall mit --columns oder --where geschrieben hat, und lässt sich nicht wieder importieren
is-mailing = { $file } ist ein Serienbrief, den rollcall geschrieben hat, und lässt sich nicht wieder importieren
log-unreadable = { $file } sieht wie ein Protokoll von { $platform } aus, lässt sich aber nicht lesen: { $reason }
log-unreadable-below = { $file } sieht wie ein Protokoll von { $platform } aus (Überschriften in Zeile { $line }), lässt sich aber nicht lesen: { $reason }
other-day = { $file } ist vom { $day }, die Veranstaltung `{ $event }` jedoch nicht
no-day = { $file } nennt Uhrzeiten ohne Datum, und die Veranstaltung dauert mehrere Tage
column-missing =
    { $file } lässt sich nicht als { $kind } importieren: Es fehlt { $missing }{ $count ->
        [0] { "" }
       *[other] { " " }(die Datei beginnt mit { $headings })
    }
kind-unclear = { $file }: Die Datei lässt nicht erkennen, ob diese Personen sich angemeldet haben, da waren oder ein Adressbuch bilden (Spalten: { $headings })
unexplained =
    { $count ->
        [one] { $file }: Die Bedeutung der Spalte { $columns } ist unklar, und sie kann darüber entscheiden, wer gezählt wird
       *[other]
            { $more ->
                [0] { $file }: Die Bedeutung der Spalten { $columns } ist unklar, und sie können darüber entscheiden, wer gezählt wird
               *[other] { $file }: Die Bedeutung der Spalten { $columns } und { $more } weiterer ist unklar, und sie können darüber entscheiden, wer gezählt wird
            }
    }
column-with-sample = `{ $heading }` (in einer Zelle steht `{ $sample }`)
several-people =
    { $count ->
        [one] { $file }: Spalte { AND($headings) } nennt weitere Personen, eine Zeile steht aber für eine einzige
       *[other] { $file }: Die Spalten { AND($headings) } nennen weitere Personen, eine Zeile steht aber für eine einzige
    }
said-once = { $file }: Spalte `{ $heading }` ist einmal ausgefüllt und dann in mehreren Zeilen leer: Die Angabe kann auch für die Zeilen darunter gelten
word-not-read = { $file }: `{ $word }` kann nicht `{ $field }` bedeuten: In einer Datei, die als { $kind } importiert wird, gibt es diese Bedeutung nicht
field-not-read = { $file }: Spalte `{ $heading }` kann nicht `{ $field }` sein: In einer Datei, die als { $kind } importiert wird, gibt es diese Bedeutung nicht
date-order = { $file }: { $reason }
date-order-open = { $reason }; geben Sie die Reihenfolge an: --date-order dmy (Tag zuerst) oder --date-order mdy (Monat zuerst)

dates-contradict = Manche Daten nennen den Tag zuerst (`{ $first }`), andere den Monat (`{ $other }`): Vielleicht hat ein Tabellenprogramm einige geändert
dates-ambiguous = Bei allen Daten kann sowohl der Tag als auch der Monat zuerst stehen

add-headings = Hat die Datei keine Überschriftenzeile, fügen Sie eine erste Zeile ein wie `Name;Organisation;E-Mail;Session`; hat sie eine, geben Sie mit --map 'HEADING=email' an, was ihre Spalten bedeuten, und mit --as signups, was die Datei ist
list-or-headings = Ist es eine Liste der Anwesenden, eine Person je Zeile, ergänzen Sie --as attendance --session SESSION; sonst fügen Sie eine Überschriftenzeile ein: Name, E-Mail
say-what-columns-mean = Geben Sie mit --map 'HEADING=email' an, was die Spalten bedeuten, und mit --as signups, was die Datei ist; `rollcall inspect FILE` zeigt, was erkannt wurde
import-as-it-is = Importieren Sie die Datei ohne --as oder mit --as attendance
export-the-whole = Exportieren Sie ohne --columns und --where und importieren Sie das; wer gezählt wird, hängt an allen Spalten und Zeilen
what-can-be-taken-back = Wieder importieren lassen sich Personen und Anmeldungen: `rollcall export people`, `rollcall export signups`
map-a-log = Geben Sie an, was die Spalten bedeuten: --as attendance --map 'HEADING=name' --map 'HEADING=joined_at' --map 'HEADING=left_at'
name-its-event = Nennen Sie mit --event die Veranstaltung, zu der die Datei gehört; sind Tag und Monat vertauscht, ergänzen Sie --date-order dmy oder mdy
write-the-day = Schreiben Sie den Tag in den Namen der Datei, wie in log_2020-10-08.csv, oder geben Sie an, um welche Session es geht: --session SESSION
something-else = Ist die Datei etwas anderes, geben Sie es mit --as an; hat die Spalte eine andere Überschrift, mit --map 'HEADING=name'
which-kind = Geben Sie an, was die Datei ist: --as signups oder --as attendance --session SESSION oder --as people
which-of-these =
    { $count ->
        [one] Geben Sie an, was gemeint ist: { $ways }
       *[other] Geben Sie für jede an, was gemeint ist: { $ways }
    }
write-it-elsewhere = Schreiben Sie, was über die Zählung entscheidet, in Spalten für das Kommen, das Gehen oder die Minuten; { $ways } lässt weg, was nichts entscheidet
each-of = { $one }; { $other }
or = { $one } oder { $other }
one-row-each = Geben Sie jeder Person eine eigene Zeile; ist nur die erste gemeint, ergänzen Sie { $options }
fill-in-every-row = Füllen Sie die Spalte in jeder Zeile aus; bedeutet eine leere Zelle nichts, ergänzen Sie { $option }
words-of-attendance = Für ein Wort in einer Anwesenheitsliste sind present, absent, excused und none möglich
words-of-signups = Für ein Wort in einer Liste von Anmeldungen sind confirmed, waitlisted, cancelled und none möglich
map-the-word = Das ist die Bedeutung eines Wortes in einer Zelle: --map '{ $heading }: WORD=confirmed'
map-presence = Sagt die Spalte, wer da war, ergänzen Sie --map '{ $heading }=present'; zum Weglassen --map '{ $heading }=ignore'
map-ignore = Zum Weglassen ergänzen Sie --map '{ $heading }=ignore'; was eine Datei ist, bestimmt --as
say-the-order = Geben Sie die Reihenfolge an: --date-order dmy (Tag zuerst) oder --date-order mdy (Monat zuerst)

## Was eine Tabelle insgesamt über ihre Personen sagt, und Längen ohne Einheit.

titled-other-day = { $file } enthält `{ $text }`, und die Veranstaltung `{ $event }` ist an einem anderen Tag
take-the-date-out = Gehört die Liste zu einer anderen Veranstaltung, nennen Sie diese mit --event; bezeichnet das Datum etwas anderes, nehmen Sie es aus der Überschrift
titled-other-session = { $file } enthält `{ $text }`, --session nennt `{ $session }`
take-the-session-out = Ist es die Liste dieser Session, nennen Sie diese mit --session; betrifft es nur die Zeilen darunter, legen Sie dafür eine eigene Datei an; andernfalls nehmen Sie den Namen der Session aus der Überschrift, dem Tabellenblatt oder dem Dateinamen
says-otherwise = { $file } enthält `{ $text }`, und keine Spalte gibt für jede Zeile an, wer kommt oder anwesend war
say-it-in-every-row = Ergänzen Sie eine Spalte für den Status oder die Anwesenheit und füllen Sie sie in jeder Zeile aus; geht es um etwas anderes, nehmen Sie die Wörter aus der Überschrift oder dem Dateinamen
unit-unknown = { $file }: `{ $sample }` unter `{ $heading }` können Stunden, Minuten oder Sekunden sein
other-zones = { $file }: Die Zeiten sind in { AND($zones) } angegeben; lesbar ist nur eine bekannte Zeitzone
write-one-zone = Geben Sie an, in welcher Zeitzone alle Zeiten sind: `--timezone ZONE`; sonst rechnen Sie sie in eine Zeitzone um und nennen sie in den Überschriften: `Joined (UTC)`
name-the-unit = Nennen Sie die Einheit in der Überschrift: `{ $heading } (h)`, `{ $heading } (min)` oder `{ $heading } (s)`
lines-of-log = { $file } ist ein Protokoll einer Konferenz, dessen Zeilen zusammengehören: Davon wird keine Zeile übersprungen
no-such-line =
    { $count ->
        [one] { $file } hat keinen Eintrag, der in Zeile { $lines } beginnt
       *[other] { $file } hat keine Einträge, die in den Zeilen { AND($lines) } beginnen
    }
move-stays = Lesen Sie das Protokoll ein, und ordnen Sie, was von einem Test stammt, niemandem zu: `rollcall review`, `rollcall attendance move`
look-at-the-lines = Zeilen zählen so, wie Meldungen sie nennen, mit den Überschriften: `rollcall import FILE --dry-run` nennt einige
