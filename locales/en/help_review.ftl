### Help of `rollcall review`; the module `commands::help` says what the keys mean.

review = List the open questions, and answer them
review-more =
    What the data did not settle waits here: who a row means, whether two organisations are one, whose
    stay it was, two sessions of one person at the same time. On a terminal the questions are asked one after the
    other; in a pipe, and with --list, they are listed. Every answer is remembered for the next file, is an
    operation of its own, and can be undone.

    Questions that are one stand in one row: the same name and address in several logs of an event, and programs
    that take notes. One answer is for all of them.
review-examples =
    rollcall review                    ask one question after the other (in a pipe: list them)
    rollcall review --list             only list them
    rollcall review show 3             question 3: what the row says, what speaks for whom
    rollcall review 3 person 12        it is person 12 (a number, an address or a name)
    rollcall review 3 new              it is somebody new
    rollcall review 3 nobody           it is nobody: a program that takes notes
    rollcall review 5-8,11 nobody      the same for several, as one operation: all of them or none
    rollcall review 4 same             the two are the same
    rollcall review 4 different        they are not
    rollcall review 5 keep             both sessions are kept
    rollcall review -o questions.xlsx  write the list, to fill in its column "answer"
    rollcall review --from questions.xlsx
    rollcall review --automatic        what was matched without a question, and why
review-list = Only list the questions, and ask nothing
review-all = List the questions that were answered as well
review-automatic = List the stays that were matched without a question, with the reason, the weakest first

review-number = The numbers of questions: 5, 3-8 or 1,4-6
review-only = Answer this question alone, and none that is one with it
review-from = Take the answers from a list that `rollcall review -o FILE` wrote
review-from-more =
    Its column "answer" says new, same, nobody, different, keep, or the number of a person, in any language of the
    program. What has no answer stays open. All answers are one operation: all of them, or none.

review-show = Show all there is to know about one question
review-show-examples =
    rollcall review show 3
    rollcall review show 3 --format json

review-person = It is this person
review-person-reference = A number, an address or a name

review-new = It is somebody new

review-nobody = It is nobody: a program that takes notes, a second screen; the stay does not count

review-same = The two are the same; names the organisation where there are several candidates
review-same-reference = A number, or a name

review-different = It is none of the candidates

review-keep = Both sessions are kept
