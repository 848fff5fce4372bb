### Dates and times in the cells of a file.

not-a-time = this is not a date or a time
impossible = `{ $cell }` is on no calendar or clock
other-season = `{ $cell }` names standard time where summer time applies, or summer time where standard time applies: write the time without the zone, or with `+01:00`
dot-or-share = `{ $cell }` is a time just after midnight or a share of a day: write a time with a colon
# `one` and `other` are days in words.
two-readings = `{ $cell }` is { $one } or { $other }
not-year-first = `{ $cell }` is not written year first, as the other dates here are
not-day-first = `{ $cell }` is not written day first, as the other dates here are
not-month-first = `{ $cell }` is not written month first, as the other dates here are
time-without-date = a time without a date

## Times that the clocks skip or show twice, and midnight.

skipped = { $lines }: a time that the clocks skip as they go forward, read as the same time after the change
twice = { $lines }: a time that the clocks show twice as they go back, read as the first of the two
midnight = { $lines }: an end at 00:00, read as the midnight after the start

## How long, beside from when to when.

hours-and-minutes = lengths such as `1:05` are hours and minutes
shorter-length = { $lines }: the length is shorter than the time between coming and leaving, and it counts
longer-length = { $lines }: the length is longer than the time between coming and leaving, which counts
length-of-a-moment = { $lines }: came and left at the same time, so the length counts
from-the-start = nothing says when they came, so they are counted from the beginning: { $lines }
until-the-end = nothing says when they left, so they are counted to the end of the session: { $lines }
until-the-day-ends = nothing says when they left, so they are counted to the end of the day, in every session that does not run beside others: { $lines }
until-the-log-ends = nothing says when they left, so they are counted to the last moment of the log: { $lines }
