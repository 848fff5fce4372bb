### Headings of the columns of reports, each with its key in JSON.

at-most = People at most
# Whether somebody was there, in a list for a funder.
attended = Attended
average-minutes = Average minutes
brief = Stayed briefly
by-colleague = By a colleague
capacity = Capacity
contributors = Speakers and hosts
# How many speakers, moderators and hosts of other sessions were there.
contributing = Speakers of other sessions
email = E-mail
events-present = Events attended
events-registered = Events registered
excused = Excused or withdrew
excused-with-place = Excused
from-waiting-list = From waiting list
withdrew = Withdrew
average-of = Average of
came-with-place = Attended with a place
first-joined = First joined
full-name = Full name
# A box to tick on paper.
here = Here
# How many are here at this moment.
here-now = Here now
kind = Kind
language = Language
last-left = Last left
last-seen = Last seen
late-minutes = Minutes late
minutes = Minutes
# What sessions somebody missed.
missed = Missed
# A person, as sorted by.
name = Name
no-show = No-show
# An organisation's name.
organisation = Organisation
organisation-id = Organisation no.
part = Part
partial = Partial
peak = Peak
people = People
person-id = Person no.
# How many were.
present = Present
# Where somebody is at this moment, until the session is over.
presence = Now
rate = Rate
reason = Reason
recorded-verdict = Recorded
represented = Represented
rule = Rule
session = Session
sessions-present = Sessions attended
sessions-signed-up = Sessions chosen
# Why a verdict is not what was recorded.
set-by-hand = Set by hand
share = Share
signature = Signature
# How many have a place.
signed-up = Signed up
# Where a sign-up stands.
sign-up = Signed up
start = Start
status = Status
time = Time
title = Title
trend = Trend
unidentified = Unidentified
verdict = Attendance
waitlisted = Waiting
walk-in = Walk-in
# Both together, for programs.
walk-in-or-contributing = Walk-ins and contributors
# What is known of one thing.
fact = fact
# What it is.
value = value
remark = remark
# Which part of a page a value stands in.
part-of-page = part
# A row's number in its table, from one.
row = row
# Which column of it.
field = field
# The number of a row of headings.
headings = headings
# By what the meaning of a column is known.
known-by = known by
# How a letter begins.
salutation = Salutation
# Given names.
given-name = Given name
# The family name.
family-name = Family name
# The sessions somebody has a place in.
chosen-sessions = Sessions
# The sessions somebody waits for.
waiting-list = Waiting list
# The sessions somebody was in, with minutes.
attended-sessions = Attended
# A sentence for a letter.
personal-line = Personal line
# From when to when.
when = When
# How long the rule asks for.
required = Required
# Whose registration for an event stands.
registered = Registered
# Who was there at all, however briefly.
came = Attended
# The share of those registered who came.
came-of-registered = Attendance rate
# Organisations with anybody present.
organisations-represented = Organisations represented
# Organisations with anybody registered.
organisations-registered = Organisations registered
# How many sessions an event has.
session-count = Sessions
# People present who were at no earlier event.
people-new = People there for the first time
# People present who were at an earlier event.
people-returning = People there again
# People of earlier events who were not present.
people-missing = People of earlier events not there
# Organisations represented that were at no earlier event.
organisations-new = Organisations there for the first time
# Organisations represented that were at an earlier event.
organisations-returning = Organisations there again
# Organisations of earlier events that were not represented.
organisations-missing = Organisations of earlier events not there
# How long somebody was at an event, on average.
minutes-at-event = Average minutes per person
# People of whom nothing says whether they came.
not-known = Not known
# When a session is; for programs its beginning.
session-time = Time
# When a session or an event ends.
end = End
# Which event.
event = Event
# Where an event takes place.
event-place = Place
# The day of an event.
event-day = Date
# People present at an earlier event.
people-then = People there then
# How many of them were present again.
people-again = There again
# Their share.
people-again-rate = Share
# Organisations represented at an earlier event.
organisations-then = Organisations then
# How many of them were represented again.
organisations-again = There again
# Their share.
organisations-again-rate = Share
# Titles of sessions.
in-sessions = Session
# What an organisation is.
organisation-kind = Kind
# An organisation's region.
organisation-region = Region
# An organisation's country.
organisation-country = Country
# How many did not come.
no-shows = No-shows
# Their names.
no-show-names = Names
# How many stays logs hold.
stays-in-logs = Stays in logs
# How many stays were entered at the door.
stays-at-the-door = At the door
# The logs, by the names of their files.
log-files = Logs
# Of a person.
phone = Telephone
# The number of a line on a list.
line-number = No.
# The sessions of somebody, by their codes.
session-codes = Session codes
# What somebody is to the organiser.
role = Role
# A question of a form.
question = Question
# What was answered.
answer = Answer
# Of a session that does not take place.
session-cancelled = Cancelled
