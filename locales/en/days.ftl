### Days in words: `Thursday, 8 October 2020`.

# A day in words.
date = { $day } { $month } { $year }
# A day in words, with the day of the week.
day = { $weekday }, { $date }
# From one time to another of the same day; `zone` stands in brackets, or is nothing.
on-one-day = { $day }, { $start }–{ $end }{ $zone }
# From a time of one day to a time of another; `days` are both in words, the other two days of the week.
over-days = { $days }, { $day } { $start } to { $last_day } { $end }{ $zone }
# A month.
january = January
# A month.
february = February
# A month.
march = March
# A month.
april = April
# A month.
may = May
# A month.
june = June
# A month.
july = July
# A month.
august = August
# A month.
september = September
# A month.
october = October
# A month.
november = November
# A month.
december = December
# A day of the week.
monday = Monday
# A day of the week.
tuesday = Tuesday
# A day of the week.
wednesday = Wednesday
# A day of the week.
thursday = Thursday
# A day of the week.
friday = Friday
# A day of the week.
saturday = Saturday
# A day of the week.
sunday = Sunday
# A day in words, without its year.
day-and-month = { $day } { $month }
# The first of two days in one month, in a sentence that names both.
of-the-same-month = { $day }
# Several days of one month; `end` is the last one with month and year.
of-one-month = { $day }–{ $end }
