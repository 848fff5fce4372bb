### What every command says: errors, hints, and how it ended.
###
### Terms, with the German ones; one thing has one name in all files:
###
### sign-up = Anmeldung
### place = Platz
### waiting list = Warteliste
### to move up = nachrücken
### to cancel (a session) = absagen
### to withdraw (from an event) = sich abmelden
### attendance = Anwesenheit
### participation (verdict) = Teilnahme
### stay = Anwesenheitszeit
### present = anwesend
### partial = teilweise
### no-show = nicht erschienen
### excused = entschuldigt
### walk-in = ohne Anmeldung
### event = Veranstaltung
### session = Session
### programme = Programm
### speaker = Vortrag
### moderator = Moderation
### host = Gastgebende
### question = Frage
### to match (a stay to a person) = zuordnen
### operation = Vorgang
### to undo = zurücknehmen
### dry run = Probelauf
### row, line = Zeile
### column = Spalte
### heading = Überschrift
### cell = Zelle
### sheet = Blatt
### workbook = Arbeitsmappe
### to reject = zurückweisen
### to set aside = zurückstellen
### backup = Sicherung
### sign-in list = Unterschriftenliste
### certificate = Teilnahmebescheinigung
### follow-up report = Nachbericht

# Before what happened.
error-label = error
# Before why it happened.
cause-label = caused by
# Before what to do.
hint-label = hint
hint = hint: { $sentence }
warning = warning: { $sentence }
done-all-the-same = operation { $operation } is done all the same; `rollcall history` shows it
nothing-changed = nothing changed
# After a change: its number, and what it did.
operation = operation { $operation }: { $summary }
# After a dry run: what it would do.
would-be-an-operation = would be an operation: { $summary }
