### Titles over reports and lists.

# Of everybody, or of an organisation.
people = People
events = Events
# Of one person.
registrations = Registrations
# Of one person, or of a question.
sessions = Sessions
# Of one person.
what-is-due = What is due
retention = How long data is kept
consents = Consents
form-answers = Form answers
# Of one person.
open-questions = Open questions
speakers-and-hosts = Speakers and hosts
programme-of = Programme: { $event }
operations = Operations
# What `--map` said.
mappings = Answers about columns
operation = Operation { $number }: { $command }
questions = Questions
question = Question { $number }
# Of a question.
stays = Stays
matched-stays = Matched without a question
# Of a question.
candidates = Candidates
# Of a question.
answers = Answers
# A list of one event; `what` is one of the titles here.
of-event = { $what }: { $event }
# The same of everything on file.
of-all-events = { $what }: all events
organisations = Organisations
programme = Programme
signups = Sign-ups
attendance = Attendance
attendance-of = Attendance: { $event }
attendance-by-person-of = Attendance by person: { $event }
no-shows-of = No-shows: { $event }
organisations-of = Organisations: { $event }
rulings-of = Attendance set by hand: { $event }
sessions-of = Sessions: { $event }
sign-in-list-of = Sign-in list: { $event }
# Of an event, or of a session with its event.
curve-of = People over time: { $of }
people-across-events = People across events
organisations-across-events = Organisations across events
duplicates-of-organisations = Organisations that are probably one
# Two people, before they become one.
two-records = Two records
# Of one person: registrations and sign-ups.
sign-up-rows = Sign-up rows
duplicates = Probable duplicates
# For a funder, to be signed.
evidence-of = Evidence of attendance: { $event }
# For the door.
door-list-of = Door list: { $event }
# To be handed out.
participants-of = Participants: { $event }
# Of forms.
answers-of = Answers in forms: { $event }
organisations-absent = Organisations not represented: { $event }
# Before anything says who came.
organisations-not-signed-up = Organisations that nobody signed up from: { $event }
what-goes = What goes
# Of somebody who is to be removed.
mentioned-elsewhere = Mentioned elsewhere
# Of an operation, or of many.
what-changed = What changed
# Rows of the file, table by table.
touched-rows = Rows
# Operations whose former states are dropped.
undone-no-more = What can no longer be undone afterwards
