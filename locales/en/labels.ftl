### The program's own words in cells, each with its key.

# A verdict: signed up and there for long enough.
present = present
# A verdict.
partial = partial
# A verdict.
walk-in = walk-in
# The same of somebody who waited for a place.
from-waiting-list = from the waiting list
# The same of a speaker, moderator or host of another session.
contributing = present (contributor)
# A verdict.
brief = brief
# A verdict; in an export an excuse.
excused = excused
# The same of somebody who gave their place back.
withdrew = withdrew
# A verdict.
no-show = no-show
# Of a session that has not begun: has a place.
expected = expected
# Of a session that runs.
here = here
# Of a session that runs: came and was seen leaving.
left = left
# Of a session that runs: has a place and has not come.
not-yet = not yet
# Of a sign-up.
confirmed = confirmed
# Of a sign-up.
waitlisted = waitlisted
# Of a sign-up.
cancelled = cancelled
# A part.
speaker = speaker
# A part.
moderator = moderator
# A part.
host = host
# A kind of session.
plenary = plenary
# A kind of session.
keynote = keynote
# A kind of session.
breakout = breakout
# A kind of session.
networking = networking
# A kind of session.
social = social
# A kind of session.
other = other
times = times and log names
people = people whom no other event keeps
everything = everything but figures
photographs = photographs
list-of-participants = list of participants
newsletter = newsletter
recording = recording
# A row of a programme that is the event itself.
event = event
# What a question is about.
person = person
# What a question is about.
organisation = organisation
# What a question is about.
stay = stay
# What a question is about.
conflict = conflict
removed = removed person
# A trend: present at the last event, for the first time.
new = new
# A trend: present at the last event and before, but not always.
returning = returning
# A trend: present at every event.
regular = regular
# A trend: present once, but not at the last event.
lapsed = lapsed
# Registered for an event that nothing is recorded of.
registered = registered
# By what the meaning of a column is known: the organiser said so.
by-map = --map
# By what the meaning of a column is known: all files of its family have it.
by-family = family
# By what the meaning of a column is known: the words of its heading.
by-heading = heading
# By what the meaning of a column is known: its cells alone.
by-cells = cells
# By what the meaning of a column is known: not at all, and the organiser is asked.
by-answer = asked
# In an export: a verdict by hand.
ruling = ruling
# In an export: a stay that was recorded at the door.
door = door
# Of a candidate: not registered.
not-signed-up = no
# Of a candidate: registered, but did not choose the session.
for-the-event-alone = for the event, not for this session
# On a list where nearly all have a place: nothing.
as-nearly-all = { "" }
# In place of an answer.
no-answer = (no answer)
no-organisation = (no organisation)
# A speaker, moderator or host.
contributor = speaker, moderator or host
# What somebody is to the organiser.
manager = manager
# What somebody is to the organiser.
expert = expert
# What somebody is to the organiser.
guest = guest
# Verdicts as signs, in a table with a column for each session.
sign-present = ✓
sign-partial = (✓)
sign-no-show = –
sign-excused = E
sign-withdrew = W
sign-walk-in = +
sign-from-waiting-list = +W
sign-contributing = +C
sign-brief = (+)
sign-here = »
sign-left = «
sign-not-yet = ·
# Has a place, and nothing says what came of it.
sign-confirmed = ○
sign-waitlisted = …
sign-contributor = ●
