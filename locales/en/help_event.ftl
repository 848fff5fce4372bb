### Help of `rollcall event`; the module `commands::help` says what the keys mean.

event = List, show and set up events
event-examples =
    rollcall event add 'Autumn meeting' --start '2020-10-08 10:00' --end 18:00
    rollcall event show                                the programme with its numbers
    rollcall event edit autumn-meeting --rule 15min

event-list = List events, the first one first
event-list-examples =
    rollcall event list
    rollcall event list --format json

event-show = Show an event: its facts, and the programme with its numbers
event-show-more = With --format json an array of one object, in which `sessions` is an array.
event-show-examples =
    rollcall event show
    rollcall event show autumn-meeting --format json

event-add = Set up an event
event-add-examples =
    rollcall event add 'Autumn meeting' --start '2020-10-08 10:00' --end 18:00
    rollcall event add 'Annual conference' --start 08.10.2020 --end 09.10.2020 --place Hamburg
    rollcall event add 'Jour fixe' --slug jf --start '08.10.2020 9:00' --end 10:00 --timezone Europe/Vienna
event-add-start = When it begins: '2020-10-08 10:00', '08.10.2020 10:00'; a date alone is the whole day
event-add-end =
    When it ends; a time of day is on the day it begins [default: the end of that day, after a date alone]
event-add-timezone = The time zone its times are in, such as Europe/Berlin [default: this machine's]
event-add-rule = What counts as having attended a session: any, 15min, 50% [default: 5min]

event-edit = Change an event
event-edit-more =
    An empty value takes away what was there. Another time zone changes how times are shown, not when anything is.
event-edit-examples =
    rollcall event edit autumn-meeting --rule 15min
    rollcall event edit --end 19:00                    while there is only one event
    rollcall event edit autumn-meeting --place ''      take it away
    rollcall event edit autumn-meeting --keep times=3months,people=12months
    rollcall event edit --organiser 'Cluster Nord e.V.' --signatory 'Dr. Ida Blau' --logo logo.png
event-edit-keep = How long its data is kept after its end: times=3months,people=12months,all=5years, or `forever`; empty for what holds for the file (see `rollcall retention`)
event-edit-slug = The short name for commands and files
event-edit-timezone = The time zone its times are shown in
event-edit-rule = What counts as having attended a session: any, 15min, 50%; empty for the default

event-minimise = Reduce what logs recorded of an event to minutes and verdicts, for good
event-minimise-more =
    What is left is what `rollcall import --minimal` would have kept: for each person and session the minutes, and
    whether they meet the rule. Times, recorded names and addresses go, and the questions whose stay it was, also from
    the journal. Verdicts stay as they are. It cannot be undone; the file is written anew, and its bytes are searched.
event-minimise-examples =
    rollcall event minimise autumn-meeting --dry-run
    rollcall event minimise autumn-meeting --yes
event-minimise-yes = Do not ask

event-remove = Remove an event that was set up by mistake, with its sessions and registrations
event-remove-more =
    People and organisations stay on file. Refused where attendance is on record. `rollcall undo` brings everything back.
event-remove-examples =
    rollcall event remove test-meeting --dry-run       look first
    rollcall event remove test-meeting
event-remove-named = The event, by short name or number

event-cancel = Cancel an event: it stays on file as cancelled, with all its sessions
event-cancel-more =
    Nobody is expected in it, and nobody is a no-show. Lists and reports say that it is cancelled, and so does a calendar
    that is exported again. Registrations stay on record. Refused where attendance is on record. With --undo it takes place
    after all.
event-cancel-examples =
    rollcall event cancel autumn
    rollcall event cancel autumn --undo                it takes place after all
event-cancel-named = The event, by short name or number
event-cancel-undo = It takes place after all
