organisation = Organisationen auflisten, zeigen und ändern
organisation-examples =
    rollcall organisation list
    rollcall organisation show 'BioCluster Nord'
    rollcall organisation merge 12 3                    12 ist dieselbe wie 3
    rollcall organisation alias 3 'Bio-Cluster Norden'  ein anderer Name von ihr

organisation-list = Organisationen auflisten
organisation-list-more = Mit --event oder ROLLCALL_EVENT nur die, die an dieser Veranstaltung teilnehmen.
organisation-list-kind = Nur die dieser Art

organisation-show = Alles über eine Organisation zeigen: ihre Personen und wie viele zu jeder Veranstaltung kamen
organisation-show-more =
    Mit --format json eine Liste mit einem Objekt; `people` und `events` darin sind Listen.

organisation-add = Eine Organisation anlegen
organisation-add-kind = Was sie ist, in Ihrem eigenen Wort: CMO, Ministerium, Unternehmen
organisation-add-alias = Ein anderer Name, unter dem sie bekannt ist; mehrmals möglich

organisation-edit = Ändern, was über eine Organisation bekannt ist
organisation-edit-more =
    Eine leere Angabe entfernt, was da war. Der bisherige Name bleibt einer ihrer anderen Namen, damit Dateien
    verstanden werden, die ihn noch verwenden. Anmeldungen, die ihn nennen, folgen (--correct, wenn Sie nichts anderes
    angeben), wie nach einem Schreibfehler; war der Name damals richtig, lässt --keep sie unverändert, und --from DATUM
    die früherer Veranstaltungen.
organisation-edit-examples =
    rollcall organisation edit BCN --name 'BioCluster Norden e.V.'
    rollcall organisation edit BCN --name 'Life Norden e.V.' --from 2021-01-01
    rollcall organisation edit 3 --website ''              entfernt die Adresse
organisation-edit-kind = Was sie ist, in Ihrem eigenen Wort: CMO, Ministerium, Unternehmen

organisation-merge = Zwei Organisationen zu einer machen
organisation-merge-more =
    Personen, Anmeldungen und Fragen der ersten gehen an die zweite, die ihre eigenen Angaben behält und
    übernimmt, was ihr fehlt; die Namen der ersten werden andere Namen der zweiten. Anmeldungen nennen den Namen der
    zweiten (--correct, wenn Sie nichts anderes angeben); --keep und --from DATUM lassen ihnen den damals richtigen
    Namen, außer bei Veranstaltungen, an denen beide teilnahmen.
organisation-merge-examples =
    rollcall organisation merge 'Biocluster Nord' 'BioCluster Nord e.V.'
    rollcall organisation merge 12 3 --dry-run        erst ansehen
organisation-merge-from = Die Organisation, die aufgeht: Nummer oder Name
organisation-merge-into = Die Organisation, die bleibt: Nummer oder Name

organisation-split = Namen aus einer Organisation in eine eigene herauslösen
organisation-split-more =
    Die Personen und Anmeldungen, die unter diesen Namen kamen, gehen mit, soweit die Datei es weiß: die eine
    Zusammenführung oder eine Antwort mitgebracht hat, und Anmeldungen, die den Namen nennen. --person nennt weitere
    Personen, die mit allen ihren Anmeldungen für sie mitgehen. Dass die beiden nicht dieselbe sind, wird gemerkt.
organisation-split-examples =
    rollcall organisation split 3 --name 'Müller AG'
    rollcall organisation split 3 --name 'Müller AG' --person 12 --dry-run      erst ansehen
organisation-split-name = Der Name der anderen Organisation; mehrmals möglich, der erste wird gedruckt
organisation-split-person = Eine Person, die mitgeht; mehrmals möglich

organisation-duplicates = Organisationen auflisten, die wahrscheinlich eine sind, das wahrscheinlichste Paar zuerst
organisation-duplicates-more =
    Mit dem, was dafür spricht. Paare, die jemand für zwei erklärt hat, fehlen. `merge` macht eine daraus; `review` fragt
    nach dem, was eine Datei gebracht hat.

organisation-alias = Einen anderen Namen einer Organisation eintragen oder entfernen
organisation-alias-name = Der andere Name
