### What speaks for a candidate and what against.
###
### A question keeps its reasons in English, as matching wrote them; they are known again by that text.

# How alike two names are, from 0 to 1.
near-name = near name { $likeness }
same-address = same address
remembered-name = remembered name
same-name = same name
same-name-same-organisation = same name, same organisation
only-one-in-event = only person of this name in the event
initial = initial
part-of-name = part of the name
nickname = nickname
same-organisation = same organisation
same-domain = same domain
same-without-blanks = same name without blanks
one-name = only one name to compare
other-family-name = same given name, another family name
other-given-name = same family name, another given name
no-name = no name given
shared-address = shared address
several-of-this-name = several people of this name
other-organisation = another organisation
other-address = another address
other-order = given and family name the other way round
not-in-event = not in the event
other-address-at-domain = another address at the same domain
numbered-address = a number or a further word in the address
common-name = a common name
former-name = the name they had before
row-waits = a row that waits may be theirs
abbreviated = same name, some words abbreviated
acronym = initials of the name
part-of-organisation = part of the organisation
domain-name = domain called like the organisation
other-legal-form = same name, another legal form
