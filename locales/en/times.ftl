### Times that cannot be read, and how to write them.

not-a-time = `{ $text }` is not a date or a time
impossible = `{ $text }` is not on any calendar or clock
dot-or-share = `{ $text }` is a time just after midnight or a share of a day: write a time with a colon
no-date = `{ $text }` has no date
write-a-time = write `YYYY-MM-DD HH:MM`, `DD.MM.YYYY HH:MM`, or HH:MM where the day is clear
# `one` and `other` are days in words.
two-readings = `{ $text }` is { $one } or { $other }
write-either = write { $one } or { $other }
skipped = clocks skip this time
skipped-until = there is no { $time } on { $date } in { $zone }: the clocks go forward, and the next time they show is { $next }
give-a-shown-time = give a time that clocks show, or one with its offset, such as 02:30+01:00
shown-twice = clocks in { $zone } show `{ $text }` twice that day, as they go back
write-the-offset = write the offset behind it: { $first } for the first time, { $second } for the second
ends-before-it-begins = it would end before it begins
# From when to when; `end` is a time of day where it is on the same day.
span = { $start } to { $end }
span-in-zone = { $start } to { $end }, { $zone }
