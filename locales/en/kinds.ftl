### What files are about, and whose layout they have. English has the words that are typed.

programme = programme
organisations = organisations
people = people
signups = signups
attendance = attendance
# A table made by hand.
table = table
# A list without headings.
list = list
