### Headings of lists, and names of facts on the pages about one thing, each with its key in JSON. English has
### them in small letters, as the keys are.

against = against
aliases = other names
# The numbers of further questions that are one with this one.
also = also
answer = answer
candidates = candidates
capacity = places
# The number of a column in a file.
column = no.
command = command
country = country
created = created
deleted = deleted
detail = detail
drop-in = drop-in
email = e-mail
encoding = encoding
end = end
# An event, by its title.
event = event
# An event, by its short name.
event-slug = event
family = family
family-name = family name
file = file
files = files
first-joined = first joined
first-rows = first rows
for = for
from = from
given = agreed
line = line
objected = objects to use
purpose = purpose
restricted = restricted
default = default
keep = kept for
since = due since
until = until
basis = legal basis
stage = what
given-name = given name
# The one of two who goes.
goes = who goes
heading = heading
# A number in a list.
id = no.
joined-at = came
kind = kind
language = language
last-left = last left
lead = lead
left-at = left
meaning = meaning
mention = mention
minutes = minutes
name = name
name-as-written = name as written
# When the newest submission of a registration was made.
newest-form = newest form
# A number on a page.
number = number
# The number of an operation.
operation = no.
organisation = organisation
organisation-as-written = organisation as written
organisation-number = no.
# Whom somebody stood for at an event.
organisation-then = organisation then
other-number = no.
other-one = other
# Of the second of two.
other-email = other e-mail
other-emails = other e-mails
# The number of the second of two.
other-id = other no.
# Of the second of two.
other-name = other name
# Of the second of two.
other-organisation = other organisation
# What somebody does in a session.
part = part
people = people
person-id = person no.
phone = telephone
place = place
position = in line
# How many were.
present = present
question = question
reasons = reasons
# The name as a log has it.
recorded-name = recorded as
region = region
registered = registered
removed-since = removed since
requested-at = requested
returned = brought back
role = role
room = room
# The number of a row, by which it is named.
row = row
rows = rows
rule = rule
score = score
session = session
sessions = sessions
# Why a verdict is not what was recorded.
set-by-hand = set by hand
short-name = short name
# How many have a place.
signed-up = signed up
# Where a sign-up stands.
sign-up = signed up
slug = short name
source = recorded in
start = start
state = state
status = status
# The number of a stay, by which it is named.
stay = stay
stays = stays
# The one of two who stays.
stays-on-file = who stays
summary = what it did
table = table
time = time
# What stands of two.
together = together
timezone = time zone
presence = now
title = title
traces = traces
updated = updated
verdict = verdict
waitlisted = waiting
website = website
where = where
# The number of the operation that wrote it.
written-by = operation
organiser = organiser
organiser-address = address of the organiser
organiser-contact = contact of the organiser
project-title = project
funding-reference = funding reference
funder = funder's line
signatory = signatory
logos = logos
# Whom or what a change is about.
concerns = for
# What of it changed.
what = what
# The value before a change.
before = before
# The value after a change.
after = after
# Who gave a command.
author = by
# Of a row, in words.
value = value
# When a row was recorded.
recorded = recorded
# The values of a row, for programs.
stored = as stored
# Of a session or an event that does not take place.
is-cancelled = cancelled
