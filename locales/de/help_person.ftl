person = Personen auflisten, zeigen und ändern
person-examples =
    rollcall person list --organisation 'BioCluster Nord'
    rollcall person show 'Anna Müller'
    rollcall person add 'Dr. Anna Müller' --email anna.mueller@example.org
    rollcall person edit 12 --phone '+49 30 5550101'
    rollcall person merge 31 12                        31 ist dieselbe Person wie 12
    rollcall person split 12 --rows 3                  Zeile 3 ist die einer anderen Person
    rollcall person duplicates                         wer wahrscheinlich doppelt ist
    rollcall person forget 12                          jemanden endgültig löschen

person-list = Personen auflisten, nach Familiennamen
person-list-more =
    Mit --event oder ROLLCALL_EVENT nur die, die an dieser Veranstaltung teilnehmen: angemeldet, dort gesehen oder
    mit einer Aufgabe im Programm.
person-list-examples =
    rollcall person list
    rollcall person list --organisation 'BioCluster Nord' --role manager
    rollcall person list --registered --format csv     wer an der Veranstaltung teilnimmt
person-list-organisation = Nur die dieser Organisation
person-list-role = Nur die mit dieser Rolle: manager, expert, speaker, guest oder ein eigenes Wort
person-list-registered = Nur die für die Veranstaltung Angemeldeten

person-show = Alles über eine Person zeigen, über alle Veranstaltungen
person-show-more =
    Was über sie bekannt ist; ihre Anmeldungen, mit der damaligen Organisation; gewählte Sessions und Teilnahmen,
    Session für Session; Antworten in Formularen; offene Fragen. Mit --format json eine Liste mit einem Objekt, in
    dem `registrations`, `sessions`, `answers` und `questions` Listen sind.

person-add = Eine Person anlegen
person-add-more =
    Eine Organisation, die noch nicht erfasst ist, wird mit angelegt. Eine Person gleichen Namens und gleicher
    Adresse wird nicht noch einmal angelegt; eine, die nur gleich heißt, schon, mit einer Warnung.
person-add-name = Der Name: 'Dr. Anna Müller' oder 'Müller, Anna'
person-add-email = Eine E-Mail-Adresse; mehrmals möglich, zuerst die, an die geschrieben wird
person-add-title = Ein akademischer Titel, wenn er nicht im Namen steht

person-edit = Ändern, was über eine Person bekannt ist
person-edit-more =
    Eine leere Angabe entfernt, was da war. Ändert sich der Name, bleibt der bisherige einer ihrer anderen Namen,
    damit Dateien verstanden werden, die ihn noch verwenden. Anmeldungen behalten die Organisation, die in ihnen
    angegeben war, wie nach einem Stellenwechsel (--keep, wenn Sie nichts anderes angeben); mit --from DATUM folgen die
    späterer Veranstaltungen, mit --correct alle, wie nach einem Irrtum.
person-edit-examples =
    rollcall person edit 'Anna Müller' --family Meyer
    rollcall person edit 12 --organisation 'BioCluster Nord' --role expert
    rollcall person edit 12 --organisation 'BioCluster Nord' --from 2021-01-01
    rollcall person edit 12 --add-email anna@example.org --primary-email anna@example.org
    rollcall person edit 12 --phone ''                 entfernt die Nummer
    rollcall person edit 12 --consent newsletter=no --consent photographs=yes
    rollcall person edit 12 --restrict                 nur gespeichert, bis --unrestrict
person-edit-consent = Wozu sie Ihnen gegenüber eingewilligt hat, mit yes oder no: `photographs`, `participants`, `newsletter`, `recording`; mit --event nur für diese Veranstaltung; mehrmals möglich
person-edit-restrict = Ihre Daten dürfen nur gespeichert werden: Listen zum Verteilen und Briefe lassen sie aus
person-edit-unrestrict = Die Einschränkung ist vorbei
person-edit-object = Sie widerspricht der Verwendung ihrer Daten: Listen zum Verteilen und Briefe lassen sie aus
person-edit-withdraw-objection = Sie widerspricht nicht mehr
person-edit-given = Vornamen
person-edit-family = Familienname
person-edit-title = Akademischer Titel
person-edit-organisation = Die Organisation, zu der sie jetzt gehört: Nummer oder Name
person-edit-add-email = Eine E-Mail-Adresse hinzufügen; mehrmals möglich
person-edit-remove-email = Eine E-Mail-Adresse entfernen; mehrmals möglich
person-edit-primary-email = Die E-Mail-Adresse, an die geschrieben wird

person-merge = Zwei Personen zu einer machen
person-merge-more =
    Anmeldungen, gewählte Sessions, Anwesenheitszeiten, Adressen und Namen der ersten gehen an die zweite, die
    übernimmt, was ihr fehlt. Haben beide dieselbe Session gewählt, gilt der bessere Platz. Name, Organisation und die
    Adresse, an die geschrieben wird, sind die der Person, die sich zuletzt angemeldet hat; es wird gesagt, welche das
    ist. In einem Terminal werden zuerst beide Einträge nebeneinander gezeigt, und es wird gefragt, ob sie dieselbe
    Person sind; auch --dry-run zeigt sie.
person-merge-examples =
    rollcall person merge 31 12                 31 ist dieselbe Person wie 12
    rollcall person merge 'Anni Müller' 'Anna Müller' --dry-run   erst ansehen
person-merge-from = Die Person, die aufgeht: Nummer, Adresse oder Name
person-merge-into = Die Person, die bleibt: Nummer, Adresse oder Name
person-merge-keep = Die Person, die bleibt, behält Namen, Organisation und Adresse, wer auch immer sich zuletzt angemeldet hat

person-alias = Einen anderen Namen eintragen, unter dem jemand erscheint, oder entfernen
person-alias-more = Protokolle und Formulare, in denen er steht, meinen dann diese Person.
person-alias-name = Der andere Name, wie er dort steht

person-split = Aus einer Person zwei machen: Einige ihrer Zeilen und Anwesenheitszeiten sind die einer anderen
person-split-more =
    `person show` nummeriert Anmeldezeilen und Anwesenheitszeiten. Die zweite Person erhält die genannten und was mit
    ihnen kam: Adressen, andere Namen, Anwesenheitszeiten unter diesen, Ergebnisse, Antworten auf Fragen. Eine Anmeldung geht mit allen gewählten
    Sessions; sind nur Sessions genannt, sind beide angemeldet, und die Formularantworten bleiben. Was sich nicht
    unterscheiden lässt, bleibt, und das wird gesagt; --email und --alias geben es mit. Von da an werden die beiden
    auseinandergehalten.
person-split-examples =
    rollcall person show 12                        die Nummern der Zeilen und Anwesenheitszeiten
    rollcall person split 12 --rows 2,5 --dry-run  erst ansehen
    rollcall person split 12 --stays 7 --name 'Bernd Müller'
    rollcall person split 12 --rows 3 --email b.mueller@example.org
person-split-rows = Die Anmeldezeilen, die mitgehen: 2, 3-5 oder 2,5
person-split-stays = Die Anwesenheitszeiten, die mitgehen, nach Nummer
person-split-name = Der Name der zweiten Person, wenn die Aufzeichnungen keinen haben
person-split-email = Eine E-Mail-Adresse, die mitgeht; mehrmals möglich
person-split-alias = Ein anderer Name, der mitgeht; mehrmals möglich

person-duplicates = Personen auflisten, die wahrscheinlich doppelt erfasst sind, die unsichersten zuletzt
person-duplicates-more =
    Derselbe volle Name mit anderer Organisation und Adresse, ein ähnlicher Name bei einer Domain oder Organisation,
    eine persönliche Adresse: mit dem, was dafür und was dagegen spricht.
person-duplicates-examples =
    rollcall person duplicates
    rollcall person duplicates --json
    rollcall person duplicates --different 12 31   es sind zwei und werden nicht mehr aufgelistet
person-duplicates-different = Diese beiden sind nicht dieselbe Person: merken und nicht mehr auflisten
person-duplicates-json = Dasselbe wie --format json

person-remove = Eine irrtümlich angelegte Person mit ihren Anmeldungen entfernen
person-remove-more =
    Nicht möglich, wenn Anwesenheit erfasst ist. Das Programm behält die Namen der Vortragenden. Ein frei werdender
    Platz geht an die Person, die am längsten wartet. Eine schon eingelesene Datei bringt sie nicht zurück, `rollcall undo` schon.
    Wer seine Löschung verlangt, wird mit `person forget` gelöscht.
person-remove-examples =
    rollcall person remove 'Test Person' --dry-run     zuerst ansehen
    rollcall person remove 31
person-remove-person = Die Person: Nummer, Adresse oder ganzer Name, nie ein Teil davon

person-forget = Jemanden endgültig löschen, mit jedem früheren Stand und jedem Byte
person-forget-more =
    Den Eintrag, Adressen, weitere Namen, Registrierungen mit Antworten, Anmeldungen, Anwesenheitszeiten, Urteile,
    Entschuldigungen, die Fragen dazu und alles, was das Journal davon aufbewahrt. Vorher wird gezeigt, was gelöscht wird
    und was die Person sonst noch erwähnt, und gefragt. Das kann nicht zurückgenommen werden. Die Datei wird neu
    geschrieben und nach Name, Adressen und Telefonnummern durchsucht. Eine Datei, die danach importiert wird, bringt
    die Person nicht zurück: Ihre Zeilen werden zurückgewiesen. Dateien, die Sie geschrieben haben, und Sicherungen
    bleiben und werden aufgezählt.
person-forget-examples =
    rollcall person forget 12 --dry-run                erst ansehen
    rollcall person forget anna.mueller@example.org
    rollcall person forget 'Anna Müller' --yes --mentions remove
    rollcall person forget --drop-hashes               niemanden mehr wiedererkennen, der gelöscht wurde
person-forget-person = Die Person: Nummer, Adresse oder ganzer Name, nie ein Teil davon
person-forget-yes = Nicht fragen
person-forget-mentions = Was mit Texten anderer geschieht, die sie nennen: keep (behalten) oder remove (den Namen entfernen) [Standard: gefragt]
person-forget-drop-hashes = Die Prüfwerte entfernen, an denen Gelöschte wiedererkannt werden
person-add-allow-again = Auch wenn es eine Person ist oder sein könnte, die endgültig gelöscht wurde
