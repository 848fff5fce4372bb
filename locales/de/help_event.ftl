event = Veranstaltungen auflisten, zeigen und einrichten
event-examples =
    rollcall event add 'Autumn meeting' --start '2020-10-08 10:00' --end 18:00
    rollcall event show                                das Programm mit seinen Zahlen
    rollcall event edit autumn-meeting --rule 15min

event-list = Veranstaltungen auflisten, die erste zuerst

event-show = Eine Veranstaltung zeigen: ihre Angaben und das Programm mit seinen Zahlen
event-show-more = Mit --format json eine Liste mit einem Objekt, in dem `sessions` eine Liste ist.

event-add = Eine Veranstaltung einrichten
event-add-start =
    Wann sie beginnt: '2020-10-08 10:00', '08.10.2020 10:00'; ein Datum allein ist der ganze Tag
event-add-end =
    Wann sie endet; eine Uhrzeit allein gilt für den Tag des Beginns [Vorgabe: das Ende dieses Tages, nach einem
    Datum allein]
event-add-timezone = Die Zeitzone ihrer Uhrzeiten, etwa Europe/Berlin [Vorgabe: die dieses Rechners]
event-add-rule = Was als Teilnahme an einer Session zählt: any, 15min, 50% [Vorgabe: 5min]

event-edit = Eine Veranstaltung ändern
event-edit-more =
    Eine leere Angabe entfernt, was da war. Eine andere Zeitzone ändert, wie Zeiten gezeigt werden, nicht, wann
    etwas stattfindet.
event-edit-examples =
    rollcall event edit autumn-meeting --rule 15min
    rollcall event edit --end 19:00                    solange es nur eine Veranstaltung gibt
    rollcall event edit autumn-meeting --place ''      entfernt den Ort
    rollcall event edit autumn-meeting --keep times=3months,people=12months
    rollcall event edit --organiser 'Cluster Nord e.V.' --signatory 'Dr. Ida Blau' --logo logo.png
event-edit-keep = Wie lange ihre Daten nach ihrem Ende aufbewahrt werden: times=3months,people=12months,all=5years oder `forever`; leer für das, was für die Datei gilt (siehe `rollcall retention`)
event-edit-slug = Das Kürzel für Befehle und Dateien
event-edit-timezone = Die Zeitzone, in der ihre Zeiten gezeigt werden
event-edit-rule = Was als Teilnahme an einer Session zählt: any, 15min, 50%; leer für die Vorgabe

event-minimise = Was Protokolle zu einer Veranstaltung aufgezeichnet haben, endgültig auf Minuten und Teilnahmen beschränken
event-minimise-more =
    Es bleibt, was `rollcall import --minimal` gespeichert hätte: je Person und Session die Minuten, und ob sie die Regel
    erfüllen. Zeiten, aufgezeichnete Namen und Adressen werden gelöscht, ebenso die Fragen, wessen Anwesenheit es war,
    auch im Journal. Die Teilnahmen bleiben, wie sie sind. Das lässt sich nicht zurücknehmen; die Datei wird neu
    geschrieben, und ihre Bytes werden durchsucht.
event-minimise-examples =
    rollcall event minimise autumn-meeting --dry-run
    rollcall event minimise autumn-meeting --yes
event-minimise-yes = Nicht fragen

event-remove = Eine irrtümlich angelegte Veranstaltung mit ihren Sessions und Anmeldungen entfernen
event-remove-more =
    Personen und Organisationen bleiben erfasst. Nicht möglich, wenn Anwesenheit erfasst ist. `rollcall undo` stellt
    alles wieder her.
event-remove-examples =
    rollcall event remove test-meeting --dry-run       zuerst ansehen
    rollcall event remove test-meeting
event-remove-named = Die Veranstaltung: Kürzel oder Nummer

event-cancel = Eine Veranstaltung absagen: Sie bleibt als ausgefallen erfasst, mit allen Sessions
event-cancel-more =
    Niemand wird in ihr erwartet, und niemand gilt als nicht erschienen. Listen und Berichte sagen, dass sie ausfällt, und
    ein neu ausgegebener Kalender auch. Anmeldungen bleiben vermerkt. Nicht möglich, wenn Anwesenheit erfasst ist. Mit
    --undo findet sie doch statt.
event-cancel-examples =
    rollcall event cancel autumn
    rollcall event cancel autumn --undo                sie findet doch statt
event-cancel-named = Die Veranstaltung: Kürzel oder Nummer
event-cancel-undo = Sie findet doch statt
