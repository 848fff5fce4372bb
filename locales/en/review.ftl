### Open questions and the answers they take, in lists and on a terminal.

who-is-of = Who is { $person } ({ $organisation })?
who-is = Who is { $person }?
who-was-in = Who was { $person } in `{ $session }`?
who-was = Who was { $person }?
# `person` is the person of a line: nothing else of the row is kept.
is-removed = Is { $person } somebody who was removed? The name is the same
is-on-file = Is `{ $name }` an organisation that is on file?
# Of two sessions.
overlap = { $one } and { $other } overlap
# In place of a name.
person-of-line = the person of line { $line }
# In place of a name.
person = the person
# Where a question comes from.
line-of = { $file }, line { $line }
# On a terminal, where the question begins.
question = question { $number }: { $question }
no-times = no times recorded
# `times` are those of the first few.
stays =
    { $count ->
        [one] { $count } stay: { $times }
       *[other] { $count } stays: { $times }
    }
# What speaks for a candidate; `reasons` are those of `reasons.rs`.
reasons-for = for: { $reasons }
# What speaks against a candidate.
reasons-against = against: { $reasons }
it-is = it is { $name }
same-as = the same as { $name }
none-of-them = none of them: an organisation of its own
another-organisation = another organisation on file, by number or name
somebody-new = somebody new
somebody-else = somebody else on file, by number, address or name
nobody = nobody: a program that takes notes, a second screen
keep = keep both sessions
the-removed = it is them: the row stays out, and so it does in later files
another-of-the-name = somebody else of the same name: import the file again, and the row is taken
cancel = cancel `{ $session }`
skip = skip: leave it open
stop = stop
who-is-it = Who is it?
who-was-it = Who was it?
which-is-it = Which is it?
which-organisation = Which organisation is it?
what-holds = What holds?
is-it-them = Is it them?
how-to-choose = ↑↓ to move, Enter to choose, Esc to stop
how-to-name = type a part of it, ↑↓ to move, Enter to choose, Esc to go back
# Questions that are one; `numbers` are the others.
also =
    { $count ->
        [one] the same name and address as in question { $numbers }: one answer for both
       *[other] the same name and address as in questions { $numbers }: one answer for all
    }
# Questions about programs; `numbers` are the others.
also-programs =
    { $count ->
        [one] a program like the one of question { $numbers }: that it is nobody answers both, every other answer this one alone
       *[other] a program like those of questions { $numbers }: that it is nobody answers all, every other answer this one alone
    }
# Under a list in which `also` has the numbers of further questions.
one-answer-for-all = One answer is for all the questions of a row; --only leaves the others open.
# What is asked on a terminal, and what Enter answers.
enter-takes = { $question } (Enter: { $suggestion })
# A question about two sign-ups.
overlap-of = { $person }: { $one } and { $other } overlap
minutes = { $minutes } min

## How a question was answered; in lists, and after its number.

answer-person = person { $number }
answer-by-others = person { $number }, by the other answers
answer-new = new
answer-nobody = nobody
answer-same = same as organisation { $number }
answer-different = different
answer-keep = keep
answer-removed = somebody who was removed
answer-no-overlap = settled: the sessions do not overlap any more
answer-asked-before = settled: asked before

## What came of an answer.

answered = question { $number }: { $answer }
both-stay = both sign-ups are kept
import-again = import `{ $file }` again: line { $line } is taken then
settled = question { $number } is settled by it: person { $person }
row-is-skipped = the row that waited is skipped: { $why }
session-is-gone = question { $number }: it chose a session that is not on file any more; that is left out
# A sentence of these, and who the person is.
with-person = { $sentence }, { $name }
# A sentence of these, and the name as a file wrote it.
with-written-name = { $sentence } ({ $name })
# Whose sign-ups a sentence is about.
of-somebody = { $name }: { $sentence }
# Two sentences in one line.
and-also = { $before }; { $after }
operation-answered = operation { $operation }: question { $number } answered
operation-answered-several = operation { $operation }: { $count } questions answered
# What an operation did.
several-answered = { $count } questions answered
undo-takes-it-back = `rollcall undo { $operation }` takes it back
dry-run = a dry run: nothing was changed
none-open = no question is open
how-many-open =
    { $open ->
        [0] no question is open any more
        [one] { $open } question is open
       *[other] { $open } questions are open
    }
go-on-or-list = `rollcall review` goes on, `rollcall review --list` lists them

## What is wrong with an answer, and what to type.

not-answered-that-way = question { $number } is not answered that way
answers-of-a-person = `rollcall review { $number } person REF`, `rollcall review { $number } new`, or `same` and `different` where one candidate is named
answers-of-a-stay = `rollcall review { $number } person REF`, `rollcall review { $number } new`, `rollcall review { $number } nobody`, or `same` and `different` where one candidate is named
answers-of-an-organisation = `rollcall review { $number } same` (or `same REF`), or `rollcall review { $number } different`
answers-of-a-namesake = `rollcall review { $number } same` if it is them, or `rollcall review { $number } new` if it is somebody else
answers-of-a-conflict = `rollcall review { $number } keep`, or `rollcall signup cancel PERSON --session S`
person-or-new = `rollcall review { $number } person REF` or `rollcall review { $number } new`
same-or-different = `rollcall review { $number } same` or `rollcall review { $number } different`
its-subject-is-gone =
    { $what ->
        [event] the event that question { $number } is about is not on file any more
        [stay] the stay that question { $number } is about is not on file any more
       *[organisation] the organisation that question { $number } is about is not on file any more
    }
subject-is-gone = what the question is about is not on file any more
person-is-gone = person { $person } is not on file any more
another-person-or-new = `rollcall review { $number } person REF`, or `rollcall review { $number } new`
organisation-is-gone = organisation { $organisation } is not on file any more
another-organisation-or-different = `rollcall review { $number } same REF`, or `rollcall review { $number } different`
stay-has-no-name = this stay has no name to make a person of
add-person-first = `rollcall person add NAME`, and then `rollcall review { $number } person NAME`
one-at-a-time = one question at a time
show-one = rollcall review show 3
which-is-shown = which question is shown?
show-or-list = rollcall review show 3; `rollcall review --list` lists the numbers
which-is-answered = which question is answered?
answer-or-list = rollcall review 3 new; `rollcall review --list` lists the numbers
cannot-ask = nobody can be asked on this terminal
list-without-asking = `rollcall review --list` lists the questions without asking
# Stays that rested on a name alone and may be somebody else's now.
doubtful-again = { $count ->
    [one] 1 match by name has become doubtful and waits for an answer
   *[other] { $count } matches by name have become doubtful and wait for an answer
}
moved-by-rules = { $count ->
    [one] 1 stay belongs to another person now, as the address or the name says
   *[other] { $count } stays belong to other people now, as addresses or names say
}
settled-by-import = { $count ->
    [one] 1 open question is settled by it
   *[other] { $count } open questions are settled by it
}
reunited = { $count ->
    [one] 1 person who was on file under both spellings is one now: { $pairs }
   *[other] { $count } people who were on file under both spellings are one each now: { $pairs }
}
one-is-other = { $from } is { $into }
none-is-answered =
    { $wrong ->
        [one] 1 of { $count } questions does not take the answer; none is answered
       *[other] { $wrong } of { $count } questions do not take the answer; none is answered
    }
# `why` is another sentence.
not-taken = question { $number }: { $why }
stands-for-programs = question { $number } stands for { $count } programs of several names (questions { $numbers }), and they have only `nobody` in common
nobody-or-only = `rollcall review { $number } nobody` answers all of them; with --only, another answer is for question { $number } alone
settled-otherwise = another answer of this call says that question { $question } is about person { $person }
answer-it-first = answer question { $question } by itself first

## A list of questions with answers written beside them.

# In CSV and workbooks, and said by people: all words with commas between them are understood, in every language.
word-new = new
word-same = same
word-nobody = nobody
word-different = different
word-keep = keep
not-a-list = { $file } is not a list of questions: it needs a column with their numbers and one with the answers
write-a-list = `rollcall review -o questions.xlsx` writes one; fill in the column "answer"
no-answers-written = the list has no answers; nothing was changed
answers-not-read =
    { $count ->
        [one] 1 answer of { $file } is not understood; none is taken
       *[other] { $count } answers of { $file } are not understood; none is taken
    }
what-to-write = an answer is new, same, nobody, different, keep, or the number of a person
no-such-question = there is no question { $number }
answered-twice = question { $number } has an answer in line { $line } already
not-an-answer = `{ $word }` is not an answer
move-a-stay = `rollcall attendance move STAY PERSON` gives a stay to somebody else, `rollcall person split` makes two people of one

## `--columns` and `--where`.

no-list-to-narrow = --columns and --where are for lists of questions
lists-to-narrow = they go with --list, --all and --automatic
