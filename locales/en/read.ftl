### What is said of a file that is read: why it cannot be, what to do about it, and what is odd about it.

## Why a file cannot be read.

missing = { $file }: there is no such file
directory = { $file } is a folder, not a file
unreadable = { $file } cannot be read
changed = { $file } changed while it was being read
empty = { $file } is empty
# `what` is one of the things below, "a PDF document".
not-a-table = { $file } is { $what }, not a table
unknown-encoding = there is no encoding `{ $encoding }`
not-a-workbook = { $file } has no sheet `{ $sheet }`: it is not a workbook
no-sheet = { $file } has no sheet `{ $sheet }`; it has { AND($sheets) }
# `delimiter` is in quotation marks.
bad-delimiter = { $delimiter } cannot be a delimiter
open-quote = { $file }: the quotation mark that opens a cell in line { $line } is not closed
long-row = { $file }: the row in line { $line } is too long to be a row of a table
protected = { $file } is protected with a password
# `reason` is one of those below, or what a library says.
damaged = { $file } is a damaged spreadsheet: { $reason }
# `what` is one of those below, "a single cell of it has more than 4 MB".
too-large = { $file } is too large: { $what }

## What to do about it.

name-the-files = name the files in it: `rollcall import FOLDER/*.csv`
check-permissions = you may not read this file: check its permissions
close-it = another program has it open: close it there, in Excel for example
wait = wait until it is written completely, then start again
export-again = export it again: nobody's answers are in it, not even a heading
usual-encodings = usual ones are utf-8, windows-1252, latin1, utf-16le, utf-16be, windows-1250 and macintosh
usual-delimiters = use one of `;`, `,`, `tab` and `|`
close-the-quote = look at line { $line }: remove the mark, double it, or close the cell with another one
look-at-line-ends = open it in a text editor: its line ends may be missing
take-the-password-off = open it, remove the password, and save it again
save-again = download it again, or open it in a spreadsheet program and save it again as .xlsx or CSV
leave-sheet-out = leave --sheet out: it is for workbooks
sign-in = probably the log-in page was saved: sign in, then export the table again as CSV or .xlsx
unpack = unpack it first, and import the files in it
name-the-database = name it with `--db`, or export its tables first
save-the-table = export or save the table as CSV or .xlsx
export-contacts = open it in a program for contacts (Outlook, Thunderbird, Google Contacts), export the contacts as CSV, and import that with --as people
write-the-programme = a calendar says when something is, not who came: write the programme as a table with the columns title, start and end, or use `rollcall session add`
export-the-schedule = export it as CSV there, or write the programme as a table with the columns title, start, end, room and speakers

## What is not a table, with its article.

picture-png = a picture (PNG)
picture-jpeg = a picture (JPEG)
picture-gif = a picture (GIF)
picture-webp = a picture (WebP)
pdf = a PDF document
gzip = a compressed file (gzip)
archive-7z = an archive (7-Zip)
archive-rar = an archive (RAR)
archive-zip = an archive (ZIP)
program = a program
rtf = a text document (RTF)
old-workbook = a workbook of an Excel older than 97
word-document = a Word document
presentation = a PowerPoint presentation
apple-document = an Apple Numbers or Pages document
libreoffice-document = a LibreOffice document
office-file = an Office or Windows file
database = a database (SQLite), perhaps rollcall's own
binary = a binary file
contacts = an address book (vCard, .vcf)
calendar = a calendar (iCalendar, .ics)
schedule = a schedule of a conference tool
web-page = a web page
xml = an XML file
json = JSON
markdown = a Markdown document

## What is wrong with a workbook.

broken-structure = its structure is broken
not-complete = it is not complete
not-well-formed = its content is not well-formed
too-deep = its elements lie too deep in each other
table-in-table = one table of it lies within another
cell-without-place = a cell of it has no place
too-many-pieces = a record of it has too many pieces
text-too-long = a text of it is longer than its record
no-workbook-in-it = there is no workbook in it
sector-size = its sectors have an unknown size
circle = its sectors lead in a circle
too-long-for-xls = it is longer than an .xls can be

## What is too large about a file, and what to do about it.

too-much-memory = what it holds needs more than { $limit } MB of memory, the most for a file of its size
too-wide = a sheet of it spans { $rows } rows and { $columns } columns
unpacks-to-too-much = it unpacks to more than { $limit } MB, the most for a file of its size
cell-too-long = a single cell of it has more than { $limit } MB
too-many =
    it has more than { $limit } { $what ->
        [columns] columns
        [parts] parts
       *[sheets] sheets
    }
endless = more than { $limit } MB came from it, and no end
delete-behind = delete the rows and columns behind the table, which look empty and are not, or save the sheet as CSV
delete-columns = delete the columns behind the table, or choose another delimiter with --delimiter
look-for-a-document = look for a cell with a whole document in it, and empty it
save-first = save it as a file first, and import that
save-the-table-alone = save the table alone as CSV, in several files if it is a long one

## What is odd about a file.

guessed-encoding = read as { $encoding }, which is a guess; if letters look wrong, say which it is with `--encoding`
mixed-lines =
    { $count ->
        [one] { $count } line is not utf-8 and was read as { $encoding }
       *[other] { $count } lines are not utf-8 and were read as { $encoding }
    }
characters-unreadable =
    { $count ->
        [one] { $count } character could not be read
       *[other] { $count } characters could not be read
    }
characters-dropped =
    { $count ->
        [one] { $count } invisible character that no text has was left out
       *[other] { $count } invisible characters that no text has were left out
    }
repaired =
    { $count ->
        [one] { $count } letter was repaired: the text is utf-8 that another program had read as { $from }; compare line { $line }, column { $column }
       *[other] { $count } letters were repaired: the text is utf-8 that another program had read as { $from }; compare line { $line }, column { $column }
    }
misread = some letters look as if another program had read them in the wrong encoding, others do not, so none was changed: see line { $line }, column { $column }, and export the table again, as utf-8
unquoted = some rows have more cells than there are headings, because names with a comma are not in quotation marks: a piece that begins with a space was put to the one before it
merged-cells =
    { $count ->
        [one] a merged cell counts for the row it covers as well: line { $first }
       *[other] merged cells count for every row they cover: { $count } cells were filled in, the first in line { $first }
    }
# `lines` is "lines 2, 3".
coloured-rows = colours are not read, and some rows have another one than most: { $lines }; if it says who comes or came, write that into a column
comments = comments on cells are not read: { $lines }
hidden-rows = the sheet hides rows, perhaps by a filter, and they were read like the others: { $lines }; delete those that do not count
# `others` are between backticks; `option` is what reads the first of them.
other-sheets = sheet `{ $sheet }` was read, not { OR($others) }: { $option } reads another one

## How a text is encoded, in a description of a file.

with-mark = { $encoding } with mark
# Some lines are in the one encoding, the others in the other.
by-line = { $encoding } and { $others }, by line
