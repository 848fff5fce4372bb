### Daten löschen, deren Frist abgelaufen ist.

nothing-is-due = Nichts ist fällig
nothing-went = Nichts wurde gelöscht
apply-it = `rollcall retention --apply` löscht es endgültig
overdue = Daten werden länger aufbewahrt als vorgesehen: `rollcall retention` zeigt, welche
really = Das alles löschen? Es lässt sich nicht zurücknehmen
basis-is = Die Rechtsgrundlage, wie Schreiben sie nennen: { $basis }
default-is = Daten werden { $keep } aufbewahrt, wenn eine Veranstaltung nichts anderes sagt
mentions-not-said =
    { $count ->
        [one] { $count } Text zu anderen nennt fällige Personen
       *[other] { $count } Texte zu anderen nennen fällige Personen
    }, und niemand hat gesagt, was damit geschieht
applied =
    Endgültig gelöscht: Zeiten von { $times ->
        [one] { $times } Veranstaltung
       *[other] { $times } Veranstaltungen
    }, { $people ->
        [one] { $people } Person
       *[other] { $people } Personen
    } ({ $rows ->
        [one] { $rows } Zeile
       *[other] { $rows } Zeilen
    }), alles außer Zahlen von { $figures ->
        [one] { $figures } Veranstaltung
       *[other] { $figures } Veranstaltungen
    }
