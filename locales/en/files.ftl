### What is said of files that a command writes.

wrote = wrote { $file }
wrote-rows =
    { $count ->
        [one] wrote { $file } ({ $count } row)
       *[other] wrote { $file } ({ $count } rows)
    }
# Of a calendar.
wrote-entries =
    { $count ->
        [one] wrote { $file } ({ $count } entry)
       *[other] wrote { $file } ({ $count } entries)
    }
# Of a workbook.
wrote-sheets =
    { $count ->
        [one] wrote { $file } ({ $sheets } sheets, { $count } row)
       *[other] wrote { $file } ({ $sheets } sheets, { $count } rows)
    }
texts-cut =
    { $count ->
        [one] { $count } text is too long for a workbook and cut; its notes say which, and CSV has all of it
       *[other] { $count } texts are too long for a workbook and cut; its notes say which, and CSV has all of it
    }
logos-left-out =
    { $count ->
        [one] { $count } logo is left out, as Word and Excel show PNG and JPEG only: `rollcall event edit --logo FILE.png`
       *[other] { $count } logos are left out, as Word and Excel show PNG and JPEG only: `rollcall event edit --logo FILE.png`
    }
not-recorded = what was written is not recorded, and is replaced only with --force: { $reason }

## What is counted while somebody waits.

writing = writing
rows = rows
files = files

## Templates.

not-html = a template is for HTML and PDF, and this is { $format }
not-html-but-calendar = a template is for HTML and PDF, and this is a calendar
ask-for-html = name a file that ends in .html or .pdf, or add --format html
template-not-read = cannot read the template `{ $file }`
template-mistake = the template has a mistake; nothing useful was written
template-names = the names a template may use are in the README under "Your own letterhead"

## Files that cannot be written.

workbook-on-a-terminal = a workbook is not text, and standard output is a terminal
workbook-into-a-file = write it to a file: -o FILE.xlsx, or > FILE.xlsx behind the command
document-on-a-terminal = a Word document is not text, and standard output is a terminal
document-into-a-file = write it to a file: -o FILE.docx, or > FILE.docx behind the command
cannot-write = cannot write `{ $file }`
room-or-another-disk = make room there, or name a file on another disk
name-a-file = name a file, perhaps one in this folder
folder-that-is-there = name a file in a folder that is there
not-a-file-name = `{ $file }` does not name a file
cannot-replace = cannot replace `{ $file }`, which stays as it is
close-it =
    close it in the program that has it open (Excel locks its workbooks), then try again; or name another file
cannot-remove = cannot remove `{ $file }`, which a former run wrote
cannot-create-folder = cannot create the folder `{ $folder }`
another-folder = name another folder
# Why a file did not take its place is said before.
others-written =
    { $count ->
        [one] the other file of this command is written
       *[other] the other { $count } files of this command are written
    }

## Files that are not replaced.

# `what` is what the file is; `leads` is yes where a link leads there.
protected =
    { $leads ->
        [yes] { $what ->
            [database] `{ $file }` leads to the database in use, which is never replaced
            [journal] `{ $file }` leads to a journal of the database in use, which is never replaced
            [template] `{ $file }` leads to the template of this call, which is never replaced
           *[input] `{ $file }` leads to a file that this call reads, which is never replaced
        }
       *[no] { $what ->
            [database] `{ $file }` is the database in use, which is never replaced
            [journal] `{ $file }` is a journal of the database in use, which is never replaced
            [template] `{ $file }` is the template of this call, which is never replaced
           *[input] `{ $file }` is a file that this call reads, which is never replaced
        }
    }
another-file = name another file
there-already = `{ $file }` is there already: { $reason }
several-there = { $count } files are there already, and nothing was written
# One of them.
one-of-those = `{ $file }`: { $reason }
another-place-or-force = name another place, or replace what is there with --force
link-to-nothing = it is a link that leads nowhere
not-ours = it was not written by rollcall, as far as is recorded
changed-since = it was changed since rollcall wrote it
cannot-read-before = cannot read `{ $file }`, which would be replaced
