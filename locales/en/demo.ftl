### What `demo` says before each step of its story.

one-file = One file holds everything.
programme = The programme of the day, and what is known of the organisations.
two-forms = Two forms were used. What is in the first one?
dry-run = Look before you leap: a dry run is the real run, rolled back.
both-forms = Both forms at once. Rows that cannot be imported go to a file of their own.
same-file-again =
    The same file again changes nothing; but now the organiser says what "Session D" was.
not-certain = What is not certain is asked.
first-question = The first is right as it is.
second-question = The second is one person with two addresses; the answer is remembered.
withdraws = Somebody withdraws, and the first of the waiting list moves up.
mistake = A mistake? Take it back.
no-mistake = No mistake after all: an undo can be undone.
history = Every step is on record.
sign-in = The list to print for the full session.
at-the-door = At the door, by name or by address.
left-early = One of them left early, one comes late without having signed up, one sent apologies.
who-is-here = While the session runs: who is here, and who is not yet?
first-bar =
    Next day: the list that somebody kept in the first bar, with a slip of the pen and a guest.
a-log = Every online room has left its log. What did the plenary's write down?
all-rooms =
    All rooms at once: Zoom, Teams in English and in German, BigBlueButton. Each log finds its session.
nobody-is-guessed =
    Nobody is guessed: who is not certain stays themselves, and is asked about.
why-this-one = Why this one?
it-is-she = It is she; a name that was answered is known in the next log.
takes-notes = A program that takes notes is nobody.
journalist = A journalist, not signed up; she was in Session A as well.
one-screen = One sat with a colleague at one screen. The organiser says so, with a reason.
sound = Is the file sound?
keynote = How many heard the keynote, minute by minute?
who-was-there = Who was there?
figures = The day in figures.
dossier =
    Everything the day leaves behind, to read, to print and to send: begin with index.html.

## At the end, and what may go wrong.

done = everything is in { $folder }; go on by yourself there, or delete it
step-failed = a step of the demo failed; this is a defect of the program
not-empty = `{ $folder }` is not empty
new-folder = name a new folder: rollcall demo FOLDER
too-many = there are a thousand demos here already
