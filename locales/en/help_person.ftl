### Help of `rollcall person`; the module `commands::help` says what the keys mean.

person = List, show and change people
person-examples =
    rollcall person list --organisation 'BioCluster Nord'
    rollcall person show 'Anna Müller'
    rollcall person add 'Dr. Anna Müller' --email anna.mueller@example.org
    rollcall person edit 12 --phone '+49 30 5550101'
    rollcall person merge 31 12                        31 is the same as 12
    rollcall person split 12 --rows 3                  row 3 is somebody else's
    rollcall person duplicates                         who is probably there twice
    rollcall person forget 12                          remove somebody for good

person-list = List people, by family name
person-list-more =
    With --event or ROLLCALL_EVENT, those who take part in that event: who is registered, was seen there or has a
    part in the programme.
person-list-examples =
    rollcall person list
    rollcall person list --organisation 'BioCluster Nord' --role manager
    rollcall person list --registered --format csv     who takes part in the event
person-list-organisation = Only those of this organisation
person-list-role = Only those of this role: manager, expert, speaker, guest, or your own word
person-list-registered = Only those who are registered for the event

person-show = Show everything about a person, across events
person-show-more =
    What is known of them; their registrations, with the organisation as it was then; sign-ups and attendance,
    session by session; form answers; and open questions. With --format json an array of one object, in which
    `registrations`, `sessions`, `answers` and `questions` are arrays.
person-show-examples =
    rollcall person show 'Anna Müller'
    rollcall person show 12 --format json

person-add = Add a person
person-add-more =
    An organisation that is not on file is added as well. Somebody of the same name and address is not added
    twice; somebody of the same name alone is, with a warning.
person-add-examples =
    rollcall person add 'Dr. Anna Müller' --email anna.mueller@example.org
    rollcall person add 'Müller, Anna' --organisation 'BioCluster Nord' --role manager
person-add-name = The name: 'Dr. Anna Müller' or 'Müller, Anna'
person-add-email = An e-mail address; may be repeated, the one to write to first
person-add-title = An academic title, when the name has none

person-edit = Change what is known of a person
person-edit-more =
    An empty value takes away what was there. When the name changes, the former one stays one of their other
    names, so that files that still use it are understood. Registrations keep the organisation that was named in
    them, as after a change of job (--keep, unless you say otherwise); --from DATE lets those for later events follow,
    and --correct all, as after a mistake.
person-edit-examples =
    rollcall person edit 'Anna Müller' --family Meyer
    rollcall person edit 12 --organisation 'BioCluster Nord' --role expert
    rollcall person edit 12 --organisation 'BioCluster Nord' --from 2021-01-01
    rollcall person edit 12 --add-email anna@example.org --primary-email anna@example.org
    rollcall person edit 12 --phone ''                 take it away
    rollcall person edit 12 --consent newsletter=no --consent photographs=yes
    rollcall person edit 12 --restrict                 only stored, until --unrestrict
person-edit-consent = What they told you that they agree to, with yes or no: `photographs`, `participants`, `newsletter`, `recording`; with --event for that event alone; may be repeated
person-edit-restrict = Their data may only be stored: lists to hand out and letters leave them out
person-edit-unrestrict = The restriction is over
person-edit-object = They object to the use of their data: lists to hand out and letters leave them out
person-edit-withdraw-objection = They object no more
person-edit-given = Given names
person-edit-family = Family name
person-edit-title = Academic title
person-edit-organisation = The organisation they belong to now, by number or name
person-edit-add-email = Add an e-mail address; may be repeated
person-edit-remove-email = Take an e-mail address away; may be repeated
person-edit-primary-email = The e-mail address to write to first

person-merge = Make two people one
person-merge-more =
    Registrations, sign-ups, stays, addresses and names of the first go to the second, who takes over what they
    lack. Where both chose the same session, the better place counts. Name, organisation and address to write to are
    those of whoever registered last, and it is said whose. On a terminal both records are shown side by side first,
    and it is asked whether they are one; --dry-run shows them as well.
person-merge-examples =
    rollcall person merge 31 12                 31 is the same as 12
    rollcall person merge 'Anni Müller' 'Anna Müller' --dry-run   look first
person-merge-from = The one that goes, by number, address or name
person-merge-into = The one that stays, by number, address or name
person-merge-keep = The one that stays keeps their own name, organisation and address, whoever registered last

person-alias = Record another name somebody is seen under, or take one away
person-alias-more = Logs and forms that use it are then understood to mean this person.
person-alias-examples =
    rollcall person alias 'Anna Müller' 'Anni M.'
    rollcall person alias 12 'Anni M.' --remove
person-alias-name = The other name, as it is written there

person-split = Make two people of one: some of their rows and stays are somebody else's
person-split-more =
    `person show` numbers sign-up rows and stays. The second person gets those that are named, and what they brought:
    addresses, other names, stays recorded under these, verdicts, answers to questions. A registration goes with all its sign-ups; where only
    sign-ups are named, both are registered, and the form answers stay. What nothing tells apart stays, and that is
    said; --email and --alias send it along. From then on the two are held apart.
person-split-examples =
    rollcall person show 12                        the numbers of rows and stays
    rollcall person split 12 --rows 2,5 --dry-run  look first
    rollcall person split 12 --stays 7 --name 'Bernd Müller'
    rollcall person split 12 --rows 3 --email b.mueller@example.org
person-split-rows = The sign-up rows that go: 2, 3-5 or 2,5
person-split-stays = The stays that go, by number
person-split-name = The name of the second person, where the records have none
person-split-email = An e-mail address that goes; may be repeated
person-split-alias = Another name that goes; may be repeated

person-duplicates = List people who are probably there twice, the weakest last
person-duplicates-more =
    The same full name with another organisation and address, a near name at one domain or organisation, one personal
    address: with what speaks for it and what against.
person-duplicates-examples =
    rollcall person duplicates
    rollcall person duplicates --json
    rollcall person duplicates --different 12 31   they are two, and are not listed again
person-duplicates-different = These two are not one: remember it, and list them no more
person-duplicates-json = The same as --format json

person-remove = Remove somebody who was added by mistake, with their registrations and sign-ups
person-remove-more =
    Refused where attendance is on record. The programme keeps the names of its speakers. A place that becomes free goes
    to whoever waits longest. A file that was read before does not bring them back; `rollcall undo` does. For somebody who
    asks to be erased there is `person forget`.
person-remove-examples =
    rollcall person remove 'Test Person' --dry-run     look first
    rollcall person remove 31
person-remove-person = The person, by number, address or whole name; never by a part of it

person-forget = Remove somebody for good, with every former state and every byte
person-forget-more =
    Their record, addresses, other names, registrations with answers, sign-ups, stays, verdicts, excuses, the questions
    about them, and all that the journal keeps of it. It shows first what goes and what else mentions them, and asks. It
    cannot be undone. The file is written anew and searched for the name, addresses and telephone numbers. A file that
    is imported afterwards does not bring them back: its rows are refused. Files that you wrote, and backups, stay, and
    are listed.
person-forget-examples =
    rollcall person forget 12 --dry-run                look first
    rollcall person forget anna.mueller@example.org
    rollcall person forget 'Anna Müller' --yes --mentions remove
    rollcall person forget --drop-hashes               recognise nobody any more who was removed
person-forget-person = The person, by number, address or whole name; never by a part of it
person-forget-yes = Do not ask
person-forget-mentions = What becomes of texts of others that name them: keep or remove the name [default: asked]
person-forget-drop-hashes = Remove the keyed hashes by which those who were removed are recognised
person-add-allow-again = Also where it is, or may be, somebody who was removed for good
