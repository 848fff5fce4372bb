### What `backup` and `restore` say, and whoever asks for a passphrase.

copied = copied to { $file }
encrypted = encrypted to { $file }
keys-or-passphrase = a copy is encrypted for public keys or with a passphrase, not both
not-said-for-whom = a copy whose name ends in .age is encrypted, and it is not said for whom
say-for-whom = add --recipient KEY or --passphrase; or name it .db for a copy that is not encrypted
needs-ending = an encrypted copy has a name that ends in .age, so that nobody takes it for the file itself
name-it = name it `{ $file }`
keys-not-read = cannot read public keys from `{ $file }`
no-keys = there is none in it
restored = restored { $file } from { $backup }
kept = what was there is now { $file }
force-keeps = --force puts the backup into its place, and keeps what is there beside it
not-encrypted = `{ $file }` is not encrypted
leave-out-keys = leave out --identity and --passphrase
key-or-passphrase = a copy is opened with a secret key or with a passphrase, not both
is-encrypted = `{ $file }` is encrypted
add-key = add --identity FILE with the secret key, or --passphrase
secret-not-read = cannot read a secret key from `{ $file }`

## Passphrases.

passphrase-empty = the passphrase is empty
passphrase-not-read = cannot read the passphrase from `{ $file }`
passphrase-in-a-file =
    write it into a file that only you can read, and name that with --passphrase-file FILE
nobody-to-ask = nobody is at a terminal to be asked for the passphrase
passphrase = Passphrase:
once-more = Once more:
two-differ = These two differ.
no-passphrase = no passphrase was given; nothing was written

## Keys.

not-a-public-key = this is not a public key of age, which begins with `age1`
