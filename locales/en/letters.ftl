### What calendars, mailings and certificates say.

# The name of a calendar of several events.
calendar = Programme
# Who speaks in a session, in its entry of a calendar.
speakers =
    { $count ->
        [one] Speaker: { $names }
       *[other] Speakers: { $names }
    }
# Who leads its discussion.
moderators =
    { $count ->
        [one] Moderator: { $names }
       *[other] Moderators: { $names }
    }
# Who runs its room.
hosts =
    { $count ->
        [one] Host: { $names }
       *[other] Hosts: { $names }
    }
# In somebody's own calendar.
on-the-waiting-list = You are on the waiting list.
# How a letter begins.
dear = Dear { $name }
# The title of the table for a mail merge.
mailing = Mailing: { $event }
# A session with the time somebody was in it.
session-minutes =
    { $count ->
        [one] { $session } ({ $count } minute)
       *[other] { $session } ({ $count } minutes)
    }
# A session that somebody was in for no time to speak of.
less-than-a-minute = { $session } (less than a minute)
# To somebody who came: the sessions, in a row.
you-were-in = You were with us in { AND($sessions) }.
# To somebody who came, and nobody knows to which session.
left-alone =
    { $count ->
        [one] { $count } more person is not written to, since their data is restricted or they object.
       *[other] { $count } more people are not written to, since their data is restricted or they object.
    }
have-not-agreed =
    { $count ->
        [one] { $count } more person has not agreed.
       *[other] { $count } more people have not agreed.
    }
you-were-at = You were with us at { $event }.
# To a no-show.
we-missed-you = We missed you at { $event }.
# What all certificates of an event are called together.
certificates = Certificates of attendance: { $event }
# The heading of a certificate.
certificate = Certificate of attendance
# Somebody with their organisation, within a sentence.
name-of-organisation = { $name }, { $organisation },
# When it was, of an event of one day.
on-a-day = on { $day }
# When it was, of an event of several days.
over-days = from { $first } to { $last }
# What a certificate confirms.
took-part = We hereby confirm that { $who } took part in “{ $event }” { $when }.
# The same with a place, which may be `Online`.
took-part-at = We hereby confirm that { $who } took part in “{ $event }” { $when } ({ $place }).
# What somebody did there: spoke.
as-a-speaker = As a speaker: { AND($sessions) }.
# What somebody did there: led a discussion.
as-a-moderator = As a moderator: { AND($sessions) }.
# What somebody did there: ran a room.
as-a-host = As a host: { AND($sessions) }.
# The rule of a session that asks for minutes.
minutes-required =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
# The rule of a session that any moment meets.
any-time = no minimum
# The sum below the sessions.
total-minutes =
    { $count ->
        [one] Recorded attendance in total: { $count } minute.
       *[other] Recorded attendance in total: { $count } minutes.
    }
# Where sessions of a certificate ran at the same time.
counted-once = Times in several sessions at once are counted once.
# The rule of all certificates.
what-is-listed = Only sessions attended for at least as long as required are listed.
# Of sessions whose attendance was set by hand.
confirmed-by-hand = The organiser confirms attendance of { AND($sessions) }.
# The same beside sessions that the organiser confirms.
what-else-is-listed = The other sessions listed were attended for at least as long as required.
# In place of what a session asks for, where the organiser confirms it.
by-hand = confirmed by the organiser
# Below a line to fill in.
place-and-date = Place, date
# Below the line to sign on.
signature = Signature of the organiser
# Whom a letter speaks to. `$title` is none, doctor, professor or both.
name =
    { $title ->
        [doctor] Dr. { $family }
        [professor] Prof. { $family }
        [both] Prof. { $family }
       *[none] { $given } { $family }
    }
