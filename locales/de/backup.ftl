copied = Nach { $file } kopiert
encrypted = Verschlüsselt nach { $file } kopiert
keys-or-passphrase =
    Eine Kopie wird entweder für öffentliche Schlüssel oder mit einer Passphrase verschlüsselt, nicht beides
not-said-for-whom =
    Eine Kopie, deren Name auf .age endet, wird verschlüsselt; es ist nicht angegeben, für wen
say-for-whom =
    Fügen Sie --recipient KEY oder --passphrase hinzu; oder lassen Sie den Namen auf .db enden, dann wird die Kopie nicht verschlüsselt
needs-ending =
    Der Name einer verschlüsselten Kopie endet auf .age, damit niemand sie für die Datei selbst hält
name-it = Nennen Sie sie `{ $file }`
keys-not-read = Aus `{ $file }` können keine öffentlichen Schlüssel gelesen werden
no-keys = Die Datei enthält keine
restored = { $file } aus { $backup } wiederhergestellt
kept = Was vorher da war, ist jetzt { $file }
force-keeps = --force setzt die Sicherung an diese Stelle und bewahrt daneben auf, was dort ist
not-encrypted = `{ $file }` ist nicht verschlüsselt
leave-out-keys = Lassen Sie --identity und --passphrase weg
key-or-passphrase =
    Eine Kopie wird entweder mit einem geheimen Schlüssel oder mit einer Passphrase geöffnet, nicht beides
is-encrypted = `{ $file }` ist verschlüsselt
add-key = Fügen Sie --identity FILE mit dem geheimen Schlüssel oder --passphrase hinzu
secret-not-read = Aus `{ $file }` kann kein geheimer Schlüssel gelesen werden
passphrase-empty = Die Passphrase ist leer
passphrase-not-read = Die Passphrase kann nicht aus `{ $file }` gelesen werden
passphrase-in-a-file =
    Schreiben Sie sie in eine Datei, die nur Sie lesen können, und nennen Sie diese mit --passphrase-file FILE
nobody-to-ask = Niemand sitzt an einem Terminal, um nach der Passphrase gefragt zu werden
passphrase = Passphrase:
once-more = Noch einmal:
two-differ = Die beiden stimmen nicht überein.
no-passphrase = Es wurde keine Passphrase angegeben und nichts geschrieben
not-a-public-key = Das ist kein öffentlicher Schlüssel von age; ein solcher beginnt mit `age1`
