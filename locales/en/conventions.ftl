### How dates, numbers and files are written where a language is read.

# For `strftime`.
date = %Y-%m-%d
# For `strftime`.
date-and-time = %Y-%m-%d %H:%M
decimal-sign = .
# German typography sets a space before the sign; English none.
percent = { $number }%
yes = yes
no = no
# In place of rows when there are none.
no-rows = (none)
# What stands between the cells of a CSV file, so that a spreadsheet of the language opens it by double click.
csv-separator = ,
# Whether a CSV file begins with a byte-order mark, for such a spreadsheet: yes or no.
csv-byte-order-mark = no
# The time zones that readers of the language live in, and need not be told.
home-zones = none
# The tag of the language as office programs write it, for hyphens and spelling.
language-tag = en-GB
# Whether reports in CSV have words and dates of the language in place of keys and ISO 8601: yes or no. English is read where the
# day stands first and where the month does; ISO 8601 is understood in both.
csv-words = no
