### Why a file is not imported at all, and what to do about it.

## Why it is not imported.

# `width` is the number of its columns.
not-recognised =
    { $width ->
        [one] { $file }: no row of headings was recognised (it has one column)
       *[other] { $file }: no row of headings was recognised (it has { $width } columns)
    }
# `cells` are its first cells, between backticks.
headings-not-recognised = { $file }: no row of headings was recognised (it begins with { $cells })
# `kind` is what it was to be imported as: "signups".
is-log = { $file } is a log of { $family }: it says who was there, and cannot be imported as { $kind }
is-part = { $file } is a part of an export that rollcall wrote with --columns or --where, and cannot be imported again
is-mailing = { $file } is a mailing that rollcall wrote for letters, and cannot be imported again
lines-of-log = { $file } is a log of a meeting, whose rows belong together: no lines of it are skipped
no-such-line =
    { $count ->
        [one] { $file } has no row that begins in line { $lines }
       *[other] { $file } has no rows that begin in lines { AND($lines) }
    }
# `reason` says what is missing: "the column of the times of leaving is missing".
log-unreadable = { $file } looks like a log of { $platform }, but { $reason }
log-unreadable-below = { $file } looks like a log of { $platform } (headings in line { $line }), but { $reason }
other-day = { $file } is of { $day }, and the event `{ $event }` is not
no-day = { $file } names times of day and no date, and the event has several days
# `missing` is "a column for the organisation's name"; `count` is the number of `headings` it has.
column-missing =
    { $file } cannot be imported as { $kind }: { $missing } is missing{ $count ->
        [0] { "" }
       *[other] { " " }(it begins with { $headings })
    }
kind-unclear = { $file }: nothing in it says whether these people signed up, were there, or are an address book (columns: { $headings })
# `columns` are some of the message below; `more` is the number of those that are not named.
unexplained =
    { $count ->
        [one] { $file }: what column { $columns } means is not understood, and it may decide who is counted
       *[other]
            { $more ->
                [0] { $file }: what the columns { $columns } mean is not understood, and it may decide who is counted
               *[other] { $file }: what the columns { $columns }, { $more } more mean is not understood, and it may decide who is counted
            }
    }
# A column, and what stands in one of its cells.
column-with-sample = `{ $heading }` (a cell says `{ $sample }`)
several-people =
    { $count ->
        [one] { $file }: column { AND($headings) } names further people, and a row is for one
       *[other] { $file }: columns { AND($headings) } name further people, and a row is for one
    }
said-once = { $file }: column `{ $heading }` is filled once and then empty for several rows: it may count for the rows below it as well
word-not-read = { $file }: `{ $word }` cannot mean `{ $field }`: a file imported as { $kind } does not read it
field-not-read = { $file }: column `{ $heading }` cannot be `{ $field }`: a file imported as { $kind } does not read it
date-order = { $file }: { $reason }
# The same as a note on a file that is read all the same.
date-order-open = { $reason }; say which it is: --date-order dmy (day first) or --date-order mdy (month first)

## Why the order of its dates is not known.

dates-contradict = some dates are day first (`{ $first }`), others month first (`{ $other }`): a spreadsheet may have changed some of them
dates-ambiguous = all its dates can be read day first and month first

## What to do about it. What follows --as, --map and --date-order is typed as it is, in every language.

add-headings = if it has no row of headings, add a first line such as `Name;Organisation;E-Mail;Session`; if it has one, say what its columns mean, with --map 'HEADING=email', and what the file is, with --as signups
list-or-headings = if it is a list of those present, one person a line, say --as attendance --session SESSION; else give it a row of headings: Name, E-Mail
say-what-columns-mean = say what its columns mean, with --map 'HEADING=email', and what the file is, with --as signups; `rollcall inspect FILE` shows what was seen
import-as-it-is = import it as it is, without --as, or with --as attendance
export-the-whole = export it without --columns and --where, and import that; who is counted hangs on every column and row
what-can-be-taken-back = what can be imported again are people and sign-ups: `rollcall export people`, `rollcall export signups`
map-a-log = say what its columns mean: --as attendance --map 'HEADING=name' --map 'HEADING=joined_at' --map 'HEADING=left_at'
name-its-event = name the event it belongs to, with --event; if its day and month are read the wrong way round, with --date-order dmy or mdy
write-the-day = write the day into the name of the file, as in log_2020-10-08.csv, or say which session it is: --session SESSION
something-else = if it is something else, say so with --as; if the column has another heading, with --map 'HEADING=name'
which-kind = say which it is: --as signups, or --as attendance --session SESSION, or --as people
# `ways` are options, one of which is to be added.
which-of-these =
    { $count ->
        [one] say which it is: { $ways }
       *[other] say of each which it is: { $ways }
    }
write-it-elsewhere = what decides who is counted has to be written into columns that are read, for coming, for leaving or for minutes; { $ways } leaves out what decides nothing
# The options for two columns.
each-of = { $one }; { $other }
# Options, one of which is to be added.
or = { $one }, or { $other }
one-row-each = give every person a row of their own; where only the first one is meant, say { $options }
fill-in-every-row = fill it in in every row; where an empty cell says nothing, say { $option }
words-of-attendance = a word of a list of those present is present, absent, excused or none
words-of-signups = a word of a list of sign-ups is confirmed, waitlisted, cancelled or none
map-the-word = that is what a word in a cell means: --map '{ $heading }: WORD=confirmed'
map-presence = for who was there, say --map '{ $heading }=present'; to leave it out, --map '{ $heading }=ignore'
map-ignore = to leave it out, say --map '{ $heading }=ignore'; what a file is, --as says
say-the-order = say which it is: --date-order dmy (day first) or --date-order mdy (month first)

## What a table says of its people as a whole, and lengths without a unit.

titled-other-day = { $file } says `{ $text }`, and the event `{ $event }` is on another day
take-the-date-out = if it is a list of another event, name that one with --event; if the date is about something else, take it out of the title
titled-other-session = { $file } says `{ $text }`, and --session says `{ $session }`
take-the-session-out = if it is the list of that session, name it with --session; if only the rows below that line are, put them into a file of their own; otherwise take the name of the session out of the title, the sheet or the name of the file
says-otherwise = { $file } says `{ $text }`, and no column says for each row who comes or came
say-it-in-every-row = add a column for the status or the presence, and fill it in every row; if the words are about something else, take them out of the title or the name of the file
unit-unknown = { $file }: `{ $sample }` below `{ $heading }` may be hours, minutes or seconds
other-zones = { $file }: its times are in { AND($zones) }, and can be read in one known zone only
write-one-zone = say which zone all times are in: `--timezone ZONE`; else convert them to one zone and name it in the headings: `Joined (UTC)`
name-the-unit = write the unit into the heading: `{ $heading } (h)`, `{ $heading } (min)` or `{ $heading } (s)`
move-stays = import it, and set what a test left in it to nobody: `rollcall review`, `rollcall attendance move`
look-at-the-lines = lines are counted as messages name them, headings included: `rollcall import FILE --dry-run` shows some
