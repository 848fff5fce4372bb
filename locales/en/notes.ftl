### What reports say below their rows: the rule, and why figures may not be what they seem.

# Below the title, while a meeting runs; `time` is the moment of the report.
as-of = As of { $time }, while the meeting runs
# `sessions` are titles.
not-over = Not over yet, and so not counted: { AND($sessions) }.
nothing-recorded = Nothing is recorded yet.
rulings =
    { $count ->
        [one] { $count } attendance set by hand.
       *[other] { $count } attendances set by hand.
    }
# `length` is `in-minutes` or nothing.
stays-of-nobody =
    { $count ->
        [one] { $count } stay{ $length } is not yet matched to a person: the figures may be too low.
       *[other] { $count } stays{ $length } are not yet matched to a person: the figures may be too low.
    }
# In `stays-of-nobody`.
in-minutes =
    { $count ->
        [one] { " " }({ $count } minute)
       *[other] { " " }({ $count } minutes)
    }
# Of stays that belong to nobody.
nameless =
    { $count ->
        [one] { $count } has no name to ask by
       *[other] { $count } have no name to ask by
    }
# `sessions` are titles.
undecided = The log of the event as a whole does not count for { AND($sessions) }: other sessions without a room ran at the same time, and it does not say who was in which.
# What can be done about `undecided`.
own-logs = Their own logs: `rollcall import LOG --session S`.
unplaced = A log of the event as a whole has no times: it counts for no session.
# What can be done about `unplaced`.
give-to-one = `rollcall import LOG --session S` gives it to one.
# Below the picture of people over time; `sessions` are titles.
not-recorded = Nothing is recorded of { AND($sessions) }; whoever is shown at that time was recorded elsewhere.
no-log-with-times = No times are recorded.
others-without-times =
    { $count ->
        [one] No times are recorded for { $count } more person.
       *[other] No times are recorded for { $count } more people.
    }
# Below the sessions.
without-minutes =
    { $count ->
        [one] The minutes of { $count } attendance are not known: the averages leave it out.
       *[other] The minutes of { $count } attendances are not known: the averages leave them out.
    }
# Below the title of what does not run; `day` is that of the last change.
as-of-day = As of { $day }
# Below organisations, while the event runs.
signed-up-so-far = The event is not over: these are the organisations that nobody signed up from.
# Of people who took part, and were removed for good.
removed =
    { $count ->
        [one] { $count } person who took part was removed since, and is in no figure.
       *[other] { $count } people who took part were removed since, and are in no figure.
    }
# The title of a session, or of an event, that does not take place.
cancelled-title = { $title } (cancelled)
# Below the title of a list or a report; `sessions` are titles.
cancelled-sessions = Cancelled: { $sessions }
# The same of an event as a whole.
cancelled-event = This event is cancelled.
# Below a comparison of events; `count` are removals, of one person perhaps several.
compared-on-file =
    { $count ->
        [one] Only people still on file are compared: { $count } participation in these events is of somebody who was removed since.
       *[other] Only people still on file are compared: { $count } participations in these events are of people who were removed since.
    }
removed-counted =
    { $count ->
        [one] { $count } person who took part was removed since.
       *[other] { $count } people who took part were removed since.
    }{ "" } Where five or more of them were alike, the figures of sessions still count them; lists of people do not.
