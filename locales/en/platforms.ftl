### What is said of the logs of meeting platforms.

# By what a log is recognised; `report` is "Zoom's report of a meeting", `headings` are the first of its columns.
recognised = this is { $report }, by the shape of its table: { $headings }

## Why a log cannot be read: a sentence's end, behind "but".

names-missing = the column of the names is missing
times-missing = the column of the times is missing
joining-missing = the column of the times of joining is missing
leaving-missing = the column of the times of leaving is missing
leaving-and-lengths-missing = the columns of the times of leaving and of the lengths are missing
names-and-joining-missing = the column of the names and the column of the times of joining are missing
names-and-leaving-missing = the column of the names and the column of the times of leaving are missing
joining-and-leaving-missing = the column of the times of joining and the column of the times of leaving are missing
sessions-missing = the column of the sessions is missing
participants-missing = the column of the participants is missing
times-in-utc-missing = the column of the times in UTC is missing
actions-missing = the column of the actions is missing
not-in-order = the columns have unknown headings and are not in the order of Teams
headings-missing = the row of the headings is missing
registered-missing = the table of those who registered is missing
participants-table-missing = the table of the participants is missing
section-2-missing = the table of the participants, section 2, is missing
two-zones = one of its tables says UTC and the other does not, and their times differ
unclear-actions = it is not certain which words in `{ $column }` mean joining and which leaving
present-missing = the table of those who were there is missing
headings-of-present-missing = the headings of those who were there are missing
headings-of-section-missing = the headings of a section are missing
names-unknown = the column of the names is missing, or its heading is not known
leaving-unknown = the column of the times of leaving is missing, or its heading is not known
joining-unknown = the column of the times of joining is missing, or its heading is not known
times-and-durations-unknown = the column of the times and the durations is missing, or its heading is not known
times-without-headings = there are times, and their headings are not known
joining-elsewhere = the times of joining are not under their headings
leaving-elsewhere = the times of leaving are not under their headings
durations-elsewhere = the durations are not under their headings
addresses-elsewhere = the addresses are not under their headings
cells-elsewhere = the cells are not under their headings

## What is wrong with a row of a log, or why it is skipped.

collector = the platform's collector of anonymous answers
not-in-columns = its cells are not in their columns
no-show = registered and not there
absent-with-time = this says that they were not there, but there is a time beside it
absent-with-length = it says that they were not there, but also how long they were
not-yes-no = this is neither yes nor no
not-below-headings = its cells are not below the headings
shifted = the cells of this row are not under their headings
in-waiting-room = in the waiting room
more-cells = it has more cells than there are headings
fewer-cells = it has not as many cells as there are headings, and only one time
not-a-time = this is not a time
not-an-address = this is not an address
name-missing = the name is missing
time-missing = the time is missing
neither-action = neither a coming nor a leaving
second-leaving = a second leaving: nothing says when they had come back
neither-session-nor-name = neither a session nor a name
summed-up = summed up: its stays are listed one by one

## What to know of a log.

still-there =
    { $count ->
        [one] { $count } person had not left when it was downloaded: the stay is counted up to that moment
       *[other] { $count } people had not left when it was downloaded: their stays are counted up to that moment
    }
# `count` is at least 2.
sessions-within = its connections are of { $count } sessions within the meeting, which cannot be distinguished
half-left = somebody came a second time before they left and left once only, as from two devices: they count as there to the end ({ $lines })
by-place = some headings are in a language that is not known here: the columns were recognised by their order and their cells
no-times = the report says how long everybody was there in all, and not when; the one that does is Zoom's report with `Show unique users` off
