### Verdicts by hand.

counts-as =
    { $planned ->
        [yes] { $name } would count as `{ $verdict }` in `{ $session }`
       *[no] { $name } counts as `{ $verdict }` in `{ $session }`
    }
counts-for-another-reason =
    { $planned ->
        [yes] { $name } would count as `{ $verdict }` in `{ $session }`, with another reason
       *[no] { $name } counts as `{ $verdict }` in `{ $session }`, with another reason
    }
counts-instead =
    { $planned ->
        [yes] { $name } would count as `{ $verdict }` in `{ $session }`, in place of `{ $before }`
       *[no] { $name } counts as `{ $verdict }` in `{ $session }`, in place of `{ $before }`
    }
counted-already = { $name } counted as `{ $verdict }` in `{ $session }` already
cleared =
    { $planned ->
        [yes] { $name } would no longer be set to `{ $verdict }` in `{ $session }`: what was recorded would count
       *[no] { $name } is no longer set to `{ $verdict }` in `{ $session }`: what was recorded counts
    }
not-set = { $name } has no verdict by hand in `{ $session }`
say-why = say why the log is wrong
# `part` is what somebody does in the session.
has-a-part =
    { $part ->
        [speaker] { $name } is a speaker of `{ $session }`, and only its audience has verdicts
        [moderator] { $name } is a moderator of `{ $session }`, and only its audience has verdicts
       *[host] { $name } is a host of `{ $session }`, and only its audience has verdicts
    }
who-has-a-part = `rollcall session show { $session }` shows who has a part
# What an operation did.
was-set = 1 verdict in { $session } set to { $verdict }
# What an operation did.
no-longer-set = 1 verdict in { $session } no longer set by hand

## Stays that were somebody else's.

no-such-stay = there is no stay { $stay }
stay-has-no-name = stay { $stay } was recorded without a name
move-it-alone = leave out `--all-of-name` to move this stay alone
which-stays = `rollcall attendance stays` lists them with their numbers
is-theirs-already = stay { $stay } is { $name }'s already
stay-is-asked-about = stay { $stay } waits for an answer
answer-it = `rollcall review { $number } person REF` says whose it is
# In place of a name.
nobody = nobody
# `place` is a session, or an event without sessions.
stay-moves =
    { $planned ->
        [yes] stay { $stay } in `{ $place }` would go from { $from } to { $name }
       *[no] stay { $stay } in `{ $place }` goes from { $from } to { $name }
    }
name-means-them =
    { $planned ->
        [yes] `{ $alias }` would mean { $name } from now on
       *[no] `{ $alias }` means { $name } from now on
    }
# What an operation did.
stays-moved =
    { $count ->
        [one] 1 stay given to person { $person }
       *[other] { $count } stays given to person { $person }
    }
