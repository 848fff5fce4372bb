### Help of `rollcall session`; the module `commands::help` says what the keys mean.

session = List, show and set up the sessions of an event
session-examples =
    rollcall session add 'Breakout A: Public relations' --slug breakout-a --kind breakout \
        --start 11:30 --end 12:30 --capacity 25
    rollcall session show breakout-a                   who has a place, and who waits
    rollcall session edit breakout-a --capacity 30     who waits moves up

session-list = List the sessions of an event, in the order of the programme
session-list-examples =
    rollcall session list
    rollcall session list --event autumn-meeting --format csv

session-show = Show a session: its facts, who has a place, who waits in which order, and who cancelled
session-show-more = With --format json an array of one object, in which `people` and `signups` are arrays.
session-show-examples =
    rollcall session show breakout-a
    rollcall session show a --format json              by its letter

session-add = Add a session to an event
session-add-more =
    Without --start and --end it lasts as long as the event. Speakers, moderators and hosts who are on file under
    their name are recognised, now or when they are added.
session-add-examples =
    rollcall session add Keynote --kind keynote --start 10:15 --end 11:00 --speaker 'Prof. Dr. Ada Quell'
    rollcall session add 'Breakout A: Public relations' --slug breakout-a --kind breakout \
        --start 11:30 --end 12:30 --capacity 25 --room 'Room 1'
    rollcall session add 'Bar 1' --kind networking --start 13:00 --end 15:00 --drop-in
session-add-kind = plenary, keynote, breakout, networking, social or other
session-add-start = When it begins; a time of day is on the event's first day
session-add-capacity = How many places there are [default: no limit]
session-add-rule = What counts as having attended it: any, 15min, 50% [default: the event's]
session-add-speaker = Somebody who speaks; may be repeated
session-add-moderator = Somebody who moderates; may be repeated
session-add-host = Somebody who runs the room; may be repeated

session-edit = Change a session
session-edit-more =
    An empty value takes away what was there. More places go to those who wait, first come first, unless the
    session has begun; with fewer places nobody loses theirs. Other times may bring or settle conflicts.
session-edit-examples =
    rollcall session edit breakout-a --capacity 30
    rollcall session edit breakout-a --capacity none   no limit
    rollcall session edit keynote --start 10:30 --end 11:15
    rollcall session edit keynote --speaker 'Dr. Ute Lang'   instead of whoever spoke
session-edit-slug = The short name for commands and files
session-edit-kind = plenary, keynote, breakout, networking, social or other
session-edit-capacity = How many places there are; none for no limit
session-edit-rule = What counts as having attended it: any, 15min, 50%; empty for the event's
session-edit-no-drop-in = People are here from beginning to end
session-edit-speaker = Who speaks, instead of those who did; may be repeated, empty for nobody
session-edit-moderator = Who moderates, instead of those who did; may be repeated, empty for nobody
session-edit-host = Who runs the room, instead of those who did; may be repeated, empty for nobody

session-remove = Remove a session that was added by mistake, with its sign-ups
session-remove-more =
    Refused where attendance is on record. `rollcall undo` brings everything back.
session-remove-examples =
    rollcall session remove bar-6 --dry-run            look first
    rollcall session remove bar-6
session-remove-session = The session, by short name or number

session-cancel = Cancel a session: it stays in the programme as cancelled
session-cancel-more =
    Nobody is expected in it: it is in no rate, and nobody is a no-show of it. Programme, lists and reports say that it is
    cancelled; in a calendar that is exported again it is cancelled for whoever chose it. Sign-ups stay on record. Refused
    where attendance is on record. With --undo it takes place after all.
session-cancel-examples =
    rollcall session cancel bar-6
    rollcall session cancel bar-6 --undo               it takes place after all
session-cancel-session = The session, by short name or number
session-cancel-undo = It takes place after all
