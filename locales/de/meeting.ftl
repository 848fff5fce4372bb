which-title = Wie heißt die Veranstaltung?
which-date = Wann findet sie statt? (12.06.2024 oder 12.06.2024 10:00-16:00)
without-a-title = Ihr Titel ist nicht angegeben
without-a-date = Ihr Datum ist nicht angegeben
say-title-and-date = Geben Sie Titel und Datum an: --title 'Herbsttreffen' --date 12.06.2024
say-the-title = Geben Sie ihn an: --title 'Herbsttreffen'
say-the-date = Geben Sie es an: --date 12.06.2024, oder --date '12.06.2024 10:00-16:00'
date-with-an-end =
    Geben Sie auch das Ende an: --date '12.06.2024 10:00-16:00', oder nur das Datum für den ganzen Tag
title-of-name = Der Titel ist der Name der Datei: { $title }; --title gibt einen anderen an
date-of-name = Das Datum steht im Namen der Datei: { $date }; --date gibt ein anderes an
there-already = Es gibt schon eine Veranstaltung: { $title }
leave-out-or-edit = Lassen Sie --title und --date weg, oder ändern Sie die Veranstaltung
