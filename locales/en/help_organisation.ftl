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
    still use it are understood.
organisation-edit-examples =
    rollcall organisation edit BCN --name 'BioCluster Norden e.V.'
    rollcall organisation edit 3 --website ''              take it away
organisation-edit-kind = What it is, in your own word: CMO, ministry, company

organisation-merge = Make two organisations one
organisation-merge-more =
    People, registrations and questions of the first go to the second, which keeps its own fields and takes over
    what it lacks; the names of the first become other names of the second.
organisation-merge-examples =
    rollcall organisation merge 'Biocluster Nord' 'BioCluster Nord e.V.'
    rollcall organisation merge 12 3 --dry-run        look first
organisation-merge-from = The one that goes, by number or name
organisation-merge-into = The one that stays, by number or name

organisation-alias = Note another name of an organisation, or take one away
organisation-alias-examples =
    rollcall organisation alias 3 'Bio-Cluster Norden'
    rollcall organisation alias 3 'Bio-Cluster Norden' --remove
organisation-alias-name = The other name
