### What is counted in documents: what each name of a column means. The names are in `columns.ftl`.

# A name and what it means.
explained = { $name }: { $meaning }.
# A name and how many.
number = { $name }: { $count }
registered = registered for the event, and did not withdraw
signed-up = has a place in the session; in a plenary or keynote without sign-ups of its own, everybody registered has one
waitlisted = waits for a place
came = was there at all, signed up or not. Speakers, moderators and hosts count for the event when they were recorded, and not in the audience of their session
present = expected, and met the minimum; for the event as a whole, in at least one session
partial = expected and came, but below the minimum
no-show = expected, and not seen
excused-with-place = had a place and sent apologies
withdrew = gave the place back and did not come
walk-in = there for long enough without having signed up
from-waiting-list = still waited for a place, and was there for long enough
contributing = speakers, moderators and hosts of other sessions, there for long enough without a place in this one
brief = not expected, and there for less time than required
not-known = registered, and nothing says whether they came
rate = the share of those with a place who were present
peak = the most people who were there at the same time; empty where not everybody's times are known
average-minutes = the mean of all who came and whose minutes are known
represented = somebody of the organisation met the minimum, registered or not
sessions-signed-up = how many sessions somebody has a place in
sessions-present = in how many sessions somebody met the minimum
events-registered = how many events somebody registered for
events-present = at how many events somebody met the minimum
