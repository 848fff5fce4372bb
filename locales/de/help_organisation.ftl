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
    verstanden werden, die ihn noch verwenden.
organisation-edit-examples =
    rollcall organisation edit BCN --name 'BioCluster Norden e.V.'
    rollcall organisation edit 3 --website ''              entfernt die Adresse
organisation-edit-kind = Was sie ist, in Ihrem eigenen Wort: CMO, Ministerium, Unternehmen

organisation-merge = Zwei Organisationen zu einer machen
organisation-merge-more =
    Personen, Anmeldungen und Fragen der ersten gehen an die zweite, die ihre eigenen Angaben behält und
    übernimmt, was ihr fehlt; die Namen der ersten werden andere Namen der zweiten.
organisation-merge-examples =
    rollcall organisation merge 'Biocluster Nord' 'BioCluster Nord e.V.'
    rollcall organisation merge 12 3 --dry-run        erst ansehen
organisation-merge-from = Die Organisation, die aufgeht: Nummer oder Name
organisation-merge-into = Die Organisation, die bleibt: Nummer oder Name

organisation-alias = Einen anderen Namen einer Organisation eintragen oder entfernen
organisation-alias-name = Der andere Name
