not-a-time = Dies ist weder ein Datum noch eine Uhrzeit
impossible = `{ $cell }` steht in keinem Kalender und auf keiner Uhr
other-season = `{ $cell }` nennt die Normalzeit, obwohl die Sommerzeit gilt, oder die Sommerzeit, obwohl die Normalzeit gilt: Schreiben Sie die Zeit ohne Zeitzone oder mit `+01:00`
dot-or-share = `{ $cell }` ist eine Zeit kurz nach Mitternacht oder der Bruchteil eines Tages: Schreiben Sie eine Uhrzeit mit Doppelpunkt
two-readings = `{ $cell }` ist { $one } oder { $other }
not-year-first = Bei `{ $cell }` steht das Jahr nicht vorn wie bei den übrigen Daten dieser Spalte
not-day-first = Bei `{ $cell }` steht der Tag nicht vorn wie bei den übrigen Daten dieser Spalte
not-month-first = Bei `{ $cell }` steht der Monat nicht vorn wie bei den übrigen Daten dieser Spalte
time-without-date = eine Uhrzeit ohne Datum

skipped = { $lines }: eine Zeit, die beim Vorstellen der Uhren übersprungen wird, gelesen als dieselbe Zeit nach der Umstellung
twice = { $lines }: eine Zeit, die es beim Zurückstellen der Uhren zweimal gibt, gelesen als die erste von beiden
midnight = { $lines }: ein Ende um 00:00, gelesen als die Mitternacht nach dem Beginn

hours-and-minutes = Angaben wie `1:05` sind Stunden und Minuten
shorter-length = { $lines }: Die angegebene Dauer ist kürzer als die Zeit zwischen Kommen und Gehen; es zählt die Dauer
longer-length = { $lines }: Die angegebene Dauer ist länger als die Zeit zwischen Kommen und Gehen; es zählt diese Zeit
length-of-a-moment = { $lines }: gleichzeitig gekommen und gegangen, daher zählt die angegebene Dauer
from-the-start = Ohne Angabe, wann sie gekommen sind; gezählt von Beginn an: { $lines }
until-the-end = Ohne Angabe, wann sie gegangen sind; gezählt bis zum Ende der Session: { $lines }
until-the-day-ends = Ohne Angabe, wann sie gegangen sind; gezählt bis zum Ende des Tages, in jeder Session, die nicht neben anderen läuft: { $lines }
until-the-log-ends = Ohne Angabe, wann sie gegangen sind; gezählt bis zum letzten Zeitpunkt des Protokolls: { $lines }
