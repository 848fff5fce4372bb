telephone = eine Telefonnummer
no-name = kein Name
program = ein Programm, das mitschreibt
device = ein Gerät ohne Angabe, wem es gehört
