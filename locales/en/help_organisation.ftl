### Help of `rollcall organisation`; the module `commands::help` says what the keys mean.

organisation = List, show and change organisations
organisation-examples =
    rollcall organisation list
    rollcall organisation show 'BioCluster Nord'
    rollcall organisation merge 12 3                    12 is the same as 3
    rollcall organisation alias 3 'Bio-Cluster Norden'  another name of it

organisation-list = List organisations
organisation-list-more = With --event or ROLLCALL_EVENT, those of whoever takes part in that event.
organisation-list-examples =
    rollcall organisation list
    rollcall organisation list --kind CMO --format csv
organisation-list-kind = Only those of this kind

organisation-show = Show everything about an organisation: its people, and how many came to each event
organisation-show-more = With --format json an array of one object; `people` and `events` in it are arrays.
organisation-show-examples =
    rollcall organisation show 'BioCluster Nord'
    rollcall organisation show 3 --format json

organisation-add = Add an organisation
organisation-add-examples =
    rollcall organisation add 'BioCluster Nord e.V.' --short-name BCN --kind CMO --region Hamburg
organisation-add-kind = What it is, in your own word: CMO, ministry, company
organisation-add-alias = Another name it is known by; may be repeated

organisation-edit = Change what is known of an organisation
organisation-edit-more =
    An empty value takes away what was there. The name it had stays one of its other names, so that files that
    still use it are understood. Registrations that say it follow (--correct, unless you say otherwise), as after a
    misspelling; where it was the right name then, --keep leaves them, and --from DATE those of earlier events.
organisation-edit-examples =
    rollcall organisation edit BCN --name 'BioCluster Norden e.V.'
    rollcall organisation edit BCN --name 'Life Norden e.V.' --from 2021-01-01
    rollcall organisation edit 3 --website ''              take it away
organisation-edit-kind = What it is, in your own word: CMO, ministry, company

organisation-merge = Make two organisations one
organisation-merge-more =
    People, registrations and questions of the first go to the second, which keeps its own fields and takes over
    what it lacks; the names of the first become other names of the second. Registrations say the name of the second
    (--correct, unless you say otherwise); --keep and --from DATE leave them the name that was right then, but for
    events at which both were.
organisation-merge-examples =
    rollcall organisation merge 'Biocluster Nord' 'BioCluster Nord e.V.'
    rollcall organisation merge 12 3 --dry-run        look first
organisation-merge-from = The one that goes, by number or name
organisation-merge-into = The one that stays, by number or name

organisation-split = Take names out of an organisation into one of its own
organisation-split-more =
    The people and registrations that came under these names go with them, as far as the file tells: those that a merge
    or an answer brought along, and registrations that say the name. --person names further people, who go with all
    their registrations for it. That the two are not the same is remembered.
organisation-split-examples =
    rollcall organisation split 3 --name 'Müller AG'
    rollcall organisation split 3 --name 'Müller AG' --person 12 --dry-run      look first
organisation-split-name = The name that is another organisation's; may be repeated, the first is the one to print
organisation-split-person = Somebody who goes with it; may be repeated

organisation-duplicates = List organisations on file that are probably one, the likeliest pair first
organisation-duplicates-more =
    With what speaks for it. Pairs that somebody said are two are left out. `merge` makes one of them; `review` asks
    about what a file brought.
organisation-duplicates-examples =
    rollcall organisation duplicates
    rollcall organisation duplicates --format json

organisation-alias = Record another name of an organisation, or take one away
organisation-alias-examples =
    rollcall organisation alias 3 'Bio-Cluster Norden'
    rollcall organisation alias 3 'Bio-Cluster Norden' --remove
organisation-alias-name = The other name
