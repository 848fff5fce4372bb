### What stands under a heading inside a report, and beside a picture: times, places, how many.

# When a session is, and what it takes to count as present.
span-and-rule = { $span } · rule: { $rule }
nothing-recorded = nothing recorded yet
# Beside what somebody said of single people.
nothing-but-by-hand = no log yet; attendance set by hand
# `way_out` names the command or says why there is none.
stays-of-nobody =
    { $count ->
        [one] { $count } stay in this session is not yet matched to a person, and is not included
       *[other] { $count } stays in this session are not yet matched to a person, and are not included
    }
# The heading of the stays of a session that belong to nobody yet.
not-matched = Not matched: { $session }
places =
    { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
signed-up = { $count } signed up
# On lists of the whole event; `others` are speakers, moderators and hosts.
signed-up-and-others = { $all } people: { $count } signed up, { $others } only with a part in the programme
on-the-waiting-list = { $count } on the waiting list
# Of a list of those who came.
there-without-place = { $count } there without a place
# Speakers, moderators and hosts.
with = with { AND($names) }
# Over a picture of people over time; `what` is one of the next two.
peak = { $what }: at most { $most } at once ({ $time })
people = People
stays-of-nobody-yet = Stays not yet matched to a person
# A session beside the picture of people over time.
not-recorded = { $title } (not recorded)
# Below a session: names, each with a reason in brackets.
set-by-hand = Set by hand: { $reasons }
# What the code of a session means.
code = { $code } = { $time } { $title }
# What a sign means.
sign = { $sign } { $word }
# Below a line to sign on.
signature-of = Signature: { $name }
# The heading of the list for a funder.
funded-activity = Funded activity: { $event }
# At the foot of that list.
total = Total participants: ______
# Below that list.
purpose = The data on this list are collected to prove to the funders who took part, and used for nothing else.
# Below a table: the sums of its columns.
in-total = In total: { $numbers }
# Behind it.
responsible = Controller: { $organiser }
# Over the empty lines of a list from A to Z.
not-on-the-list = Not on the list
# Below the title of the list of participants, once the meeting is over and recorded.
who-came = This list names everybody whose attendance is recorded, and all speakers, moderators and hosts of the programme.
# The same before.
who-registered = This list names everybody who is registered, and all speakers, moderators and hosts of the programme.
# Below the list of those who came.
not-known-whether =
    { $count ->
        [one] { $count } more person is registered, and nothing says whether they came.
       *[other] { $count } more people are registered, and nothing says whether they came.
    }
# Below the list that is handed out.
not-agreed =
    { $count ->
        [one] { $count } more person is not listed, since they have not agreed to it.
       *[other] { $count } more people are not listed, since they have not agreed to it.
    }
# Below answers.
whose-answers = Counted are people with a place, speakers and hosts who registered among them; those who wait are counted apart.

## Lists of which somebody wants some rows.

# `values` are one or several.
condition = { $column } { $sign } { OR($values) }
filtered =
    { $count ->
        [one] Filtered: { $conditions }. { $shown } of { $count } row.
       *[other] Filtered: { $conditions }. { $shown } of { $count } rows.
    }
filtered-beside-notes =
    { $count ->
        [one] Filtered: { $conditions }. { $shown } of { $count } row; the notes are about the whole list.
       *[other] Filtered: { $conditions }. { $shown } of { $count } rows; the notes are about the whole list.
    }
partly =
    { $count ->
        [one] { $shown } of { $count } row shown
       *[other] { $shown } of { $count } rows shown
    }
# Between a column and a part of its text.
contains = contains
# In place of a value that is none.
no-value = (empty)
