### What is wrong, of the command line, the environment and the machine.

unknown-language = `{ $name }` is not a language of this program; choose one of these: { $languages }
# A variable of the environment: its name, and what is wrong with its value.
variable = { $name }: { $reason }
format-by-option = use --format to name the format, whatever the file is called
only-the-programme = only the programme can be a calendar
not-a-time = ROLLCALL_NOW is not a time: `{ $text }`
how-to-write-it = write it as YYYY-MM-DDTHH:MM:SS+00:00
output-closed = the output was closed

## A fault of the program.

fault = this is a fault of the program, not of your files
# `place` is a file of the source and a line of it.
fault-at = { $reason } ({ $place })
fault-without-reason = no reason is known
report-it = please report it, with the command and this message

## What to do about the file that everything is in.

create-it = create it with `rollcall init`, or name another file with --db FILE
choose-another-name = choose another name, or use the file as it is
delete-and-create =
    delete it, then create the file with `rollcall init`; or put your last backup in its place: rollcall restore COPY --force --db { $file }
move-back =
    if you moved `{ $file }`, move it back beside that file: it may hold a change that was interrupted; if `{ $file }` is gone for good, delete it
remove-those-rows = remove those rows with the program that wrote them, then try again
look-again = look at the file as it is now, then try again
close-programs =
    close every program that has the file open, make sure that you may write the file and its folder, then try again
# What to do about views, triggers and indices that are not as they were made.
repair = `rollcall check --repair` rebuilds them
# Where to learn more of a damaged file.
check = `rollcall check` says more
go-back = keep the file as it is and go back to your last backup: rollcall restore COPY --force
add-passphrase = add --passphrase, or --passphrase-file FILE
name-identity = name the file of the secret key with --identity FILE
another-copy = take another copy of it, or an older backup
older-backup = take an older backup
allow-upgrade =
    make sure that you may write the file and its folder, or upgrade a copy elsewhere: copy it, and name the copy with --db
name-your-file = name your rollcall file with --db FILE; files to read go to `rollcall import`
update = update rollcall on this machine
wait = wait until it is done, then try again
lists-operations = `rollcall history` lists the operations
lists-what-was-done = `rollcall history` lists what was done
lists-what-followed = `rollcall history` lists what was done since
do-it-again = `rollcall undo { $operation }` would do it again
later-ones-first = take the later ones back first, the newest first: `rollcall undo { $operation }`
allow-writing = allow yourself to write the file and its folder, or change a copy: copy it, and name the copy with --db

## Workbooks.

write-as-csv = write it as CSV, which takes any number: -o FILE.csv
make-room-for-temporary-files =
    make room there, or name another folder for temporary files in the variable TMPDIR (on Windows: TMP)
make-room = make room there, or name another file
next-command-erases = the next command that opens the file does that first
empty-the-last-column = to import it as it is, empty the cells of its last column
takes-place-after-all = if it takes place after all: `rollcall session cancel SESSION --undo`, `rollcall event cancel EVENT --undo`
