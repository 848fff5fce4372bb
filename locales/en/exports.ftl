### The columns of the exports.
###
### Exports print them and import knows them again in either language, so the order of each list and every word
### are a contract. English files have the keys themselves.

as-of = as_of
aliases = aliases
capacity = capacity
country = country
data-use = data_use
drop-in = drop_in
email = email
end = end
event = event
family-name = family_name
given-name = given_name
id = id
joined-at = joined_at
kind = kind
language = language
left-at = left_at
meets = meets
name = name
nobody = nobody
organisation = organisation
other-emails = other_emails
person-id = person_id
phone = phone
place = place
reason = reason
recorded-email = recorded_email
recorded-name = recorded_name
region = region
requested-at = requested_at
role = role
room = room
rule = rule
seconds = seconds
session = session
short-name = short_name
slug = slug
source = source
speakers = speakers
start = start
status = status
timezone = timezone
title = title
verdict = verdict
website = website
organiser = organiser
organiser-address = organiser_address
organiser-contact = organiser_contact
project-title = project_title
funding-reference = funding_reference
funder = funder
signatory = signatory
logos = logos
is-cancelled = is_cancelled
