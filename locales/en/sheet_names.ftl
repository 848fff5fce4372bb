### What the sheets of workbooks are called that are read and not imported again; at most 31 characters.

attendance = Attendance
by-person = Attendance by person
sign-in = Sign-in list
programme = Programme
organisations = Organisations
missing-organisations = Not represented
no-shows = No-shows
curve = People over time
# People or organisations across events.
history = Across events
rulings = Set by hand
contributors = Speakers and hosts
sources = Sources
earlier-events = Earlier events
mailing = Mailing
# Figures and facts.
at-a-glance = At a glance
# The numbers of bars, with their picture.
picture = Chart
