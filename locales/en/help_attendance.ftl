### Help of `rollcall attendance`; the module `commands::help` says what the keys mean.

attendance = Set verdicts by hand where the log is wrong, take them away, and list them
attendance-examples =
    rollcall attendance set 'Anna Müller' breakout-a present --reason 'Shared a screen with Jan Becker'
    rollcall attendance clear 'Anna Müller' breakout-a
    rollcall attendance list
    rollcall attendance move 41 'Anna Müller'

attendance-set = Set somebody's verdict in a session by hand, with the reason
attendance-set-more =
    It overrides what the log says, in every report, and is marked there. The minutes stay those of the log. The
    same again changes nothing; another verdict takes the place of the first. Somebody who neither signed up nor
    came gets a row. Speakers, moderators and hosts have no verdicts.
attendance-set-examples =
    rollcall attendance set 'Anna Müller' breakout-a present --reason 'Shared a screen with Jan Becker'
    rollcall attendance set 31 keynote excused --reason 'Called in sick on the day'
    rollcall attendance set jan@example.org bar-1 no-show --reason 'Somebody else used his link'
attendance-set-verdict = The verdict: present, partial, walk-in, brief, excused or no-show
attendance-set-reason = Why; it is shown beside the verdict in the attendance report

attendance-clear = Take a verdict by hand away, so that what was recorded counts again
attendance-clear-examples =
    rollcall attendance clear 'Anna Müller' breakout-a

attendance-list = List the verdicts by hand of an event, with what was recorded
attendance-list-examples =
    rollcall attendance list
    rollcall attendance list --format csv

attendance-stays = List the stays of an event with their numbers, and whose they are
attendance-stays-examples =
    rollcall attendance stays
    rollcall attendance stays --session breakout-a

attendance-move = Give a stay to the person whose it was
attendance-move-more =
    `attendance stays` and `person show` have the numbers. With --all-of-name all stays of the event go that were
    recorded under its name for the same person, and the name means the other person from then on.
attendance-move-examples =
    rollcall attendance move 41 'Anna Müller'
    rollcall attendance move 41 12 --all-of-name
attendance-move-stay = The stay's number
attendance-move-person = Whose it was, by number, address or name
attendance-move-all-of-name = All stays of the event that were recorded under this name for the same person
