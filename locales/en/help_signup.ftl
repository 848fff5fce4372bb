### Help of `rollcall signup`; the module `commands::help` says what the keys mean.

signup = Sign people up for sessions, cancel, move, and list
signup-examples =
    rollcall signup add 'Anna Müller' 'Jan Becker' --session breakout-a
    rollcall signup cancel anna.mueller@example.org --session breakout-a
    rollcall signup move 12 --from breakout-a --to breakout-b
    rollcall signup list --status waitlisted

signup-add = Sign people up for a session
signup-add-more =
    First come, first served: who finds no place goes on the waiting list, and the output says so. Whoever is not
    registered for the event is registered by it. All people of one command are one operation.
signup-add-examples =
    rollcall signup add 'Anna Müller' --session breakout-a
    rollcall signup add 12 31 jan.becker@example.org --session a

signup-cancel = Cancel sign-ups for a session, or whole registrations
signup-cancel-more =
    Without --session everything these people chose is cancelled, and their registration with it. A free place
    goes to whoever waits longest, and that is said; once the session has begun, it stays free. All people of one
    command are one operation.
signup-cancel-examples =
    rollcall signup cancel 'Anna Müller' --session breakout-a
    rollcall signup cancel 12 31                       they do not come at all
signup-cancel-session = The session, by short name, title, letter or number [default: all, and the registration]

signup-move = Move people from one session to another
signup-move-more =
    They keep the time at which they asked, so that they are in the line of the new session as if they had
    chosen it first. All people of one command are one operation.
signup-move-examples =
    rollcall signup move 'Anna Müller' --from breakout-a --to breakout-b
signup-move-from = The session they leave
signup-move-to = The session they go to

signup-remove = Remove sign-ups that were made by mistake, as if they had never been there
signup-remove-more =
    Without --session the registration for the event goes, with every sign-up. `signup cancel` is for somebody who no
    longer comes: it stays on record. Whoever was there all the same counts as somebody who had not signed up. Refused
    where an excuse or a verdict by hand is on record. A file that was read before does not bring them back;
    `rollcall undo` does.
signup-remove-examples =
    rollcall signup remove 'Test Person' --dry-run     look first
    rollcall signup remove 12 31 --session breakout-a
signup-remove-people = The people, by number, address or whole name; never by a part of it
signup-remove-session = The session, by short name or number [default: all, and the registration]

signup-list = List sign-ups: by session, then who has a place, who waits in which order, and who cancelled
signup-list-more = Registrations without a session come last.
signup-list-examples =
    rollcall signup list
    rollcall signup list --session breakout-a --status waitlisted
    rollcall signup list --format csv
signup-list-session = Only those for this session
signup-list-status = Only these: confirmed, waitlisted or cancelled
