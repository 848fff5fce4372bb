### What the report of an event says: headings, sentences, and what its words mean.

# The title.
title = Follow-up report: { $event }
# The title before the event begins.
title-before = Sign-ups so far: { $event }
# The title while it runs.
title-so-far = Interim report: { $event }
# The title of the report for the public.
title-public = Report: { $event }
# A line below the title.
place = Place: { $place }
organiser = Organiser: { $name }
project = Project: { $project }
project-and-reference = Project: { $project } (reference { $reference })
funding-reference = Funding reference: { $reference }
# The first section.
at-a-glance = At a glance
# Said in place of what only a log could tell.
nothing-recorded = Nothing is recorded of this event yet, so nobody can say who was there.
# Said in place of what is known only afterwards.
not-begun = The meeting has not begun yet.
# Said in place of what is known only afterwards.
not-over = The meeting is not over yet: the figures are final only afterwards.
# Below the number of the registered.
withdrew = { $count } more withdrew
# Below the number of those who came.
long-enough = { $count } met the minimum
# Below the share of the registered who came.
of-registered = { $count } of { $whole } registered
# Below the number of organisations represented.
of-organisations =
    { $count ->
        [one] of { $count } organisation registered or present
       *[other] of { $count } organisations registered or present
    }
# Below the number of sessions.
sessions-recorded = { $count } of them with recorded attendance
# Below the number of people there for the first time.
of-present = of { $count } present
# A section.
programme = Programme
# In place of a programme.
no-sessions = The event has no sessions of its own; it was counted as a whole.
# Over the bars of the sessions.
came-by-session = Attendance by session
# What the dark part of a bar is.
came = signed up and attended
# What the rest of the whole bar is.
stayed-away = signed up, did not attend
# What stands behind the whole bar.
came-without-place = attended without a place
# Below the table of the sessions.
came-is-more = “Attended” counts everybody who was there at all, signed up or not; the rate counts only those with a place who were there for long enough.
# A section.
over-time = People over time
# A section.
contributors = Speakers, moderators and hosts
# A section.
organisations = Organisations
# Before the table of organisations.
represented =
    { $count ->
        [one] { $count } organisation was represented.
       *[other] { $count } organisations were represented.
    }
# In place of the table.
no-organisations = Nobody registered or present is known to be of an organisation.
# Below the table.
# Below the names of a report for the public.
not-named =
    { $count ->
        [one] { $count } more organisation that was represented is not named here.
       *[other] { $count } more organisations that were represented are not named here.
    }
# Over bars.
by-region = Organisations by region
# Over bars.
by-country = Organisations by country
# Over bars.
by-kind = Organisations by kind
# What the darker part of a bar is.
bar-represented = represented
# What the lighter part of a bar is.
bar-listed = registered or present
# The bar of those nothing is on file of.
unknown = unknown
# A section.
new-and-returning = New and returning
# In place of the comparison.
no-earlier-event = There is no earlier event with recorded attendance to compare with.
# What is compared.
compared =
    { $count ->
        [one] Compared with { $count } earlier event: of { $present } present, { $new } were there for the first time and { $returning } again.
       *[other] Compared with { $count } earlier events: of { $present } present, { $new } were there for the first time and { $returning } again.
    }
not-compared =
    { $count ->
        [one] Not compared: { $count } participation in these events, of somebody who was removed since.
       *[other] Not compared: { $count } participations in these events, of people who were removed since.
    }
# Before the table of organisations that stayed away.
missing-organisations = Represented at an earlier event, and not at this one:
# A section.
no-shows = No-shows
# How many.
no-show-count =
    { $count ->
        [0] Everybody who was expected was there at least part of the time.
        [one] { $count } person who was expected did not come.
       *[other] { $count } people who were expected did not come.
    }
# How many told somebody.
excused-count =
    { $count ->
        [one] { $count } person had withdrawn or excused themselves.
       *[other] { $count } people had withdrawn or excused themselves.
    }
# A section.
how-counted = How attendance was counted
# The rule of all sessions.
rule = Anyone who met the minimum counts as present: { $rule }.
# Before the rules of several sessions.
rules = Anyone who met the minimum counts as present.
# The rule of some.
rule-of-some = In { AND($sessions) }: { $rule }.
# The rule of most.
rule-of-others = In all other sessions: { $rule }.
# Sessions that are too many to be named.
so-many-sessions =
    { $count ->
        [one] { $count } session
       *[other] { $count } sessions
    }
# A rule.
rule-any = any presence counts
# A rule.
rule-minutes =
    { $count ->
        [one] at least { $count } minute
       *[other] at least { $count } minutes
    }
# A rule, where it is longer than one of the sessions.
rule-minutes-or-throughout =
    { $count ->
        [one] at least { $count } minute, or throughout where a session is shorter
       *[other] at least { $count } minutes, or throughout where a session is shorter
    }
# A rule.
rule-share = at least { $percent }% of the session
# A session's title in a sentence.
quoted = “{ $title }”
# How stays become minutes.
method = A person's times in a session are limited to the session and combined: two devices or a re-join add nothing. An hour in two sessions at the same time counts as one hour for the event.
# The row of the log of the event as a whole.
whole-event = Logs of the whole event
# A list of the annex.
sources = What was recorded, and where
# Nothing is left over.
all-identified = Every recorded stay is matched to a person.
# What is left over.
unidentified =
    { $count ->
        [one] { $count } recorded stay could not be matched to a person. It is not included, so the figures may be too low.
       *[other] { $count } recorded stays could not be matched to a person. They are not included, so the figures may be too low.
    }
# Verdicts that are not what was recorded.
by-hand =
    { $count ->
        [one] { $count } attendance in a session was set by hand and overrides what was recorded.
       *[other] { $count } attendances in sessions were set by hand and override what was recorded.
    }
# Sessions without a log.
not-recorded = Nothing was recorded of { AND($sessions) }.
# Sessions that one log cannot tell apart.
undecided = One log was kept for sessions that ran at the same time: { AND($sessions) }. It does not say who was in which, so it counts only for the event as a whole.
# Lengths without times.
unplaced = A log of the event as a whole has no times: it counts for the event, and for no session.
# A list of the annex.
words = What the words mean
# The heading of a list behind the report.
annex = Annex: { $what }
