programme = Programm
organisations = Organisationen
people = Personen
signups = Anmeldungen
attendance = Anwesenheit
table = Tabelle
list = Liste
