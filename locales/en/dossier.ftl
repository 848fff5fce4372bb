### What the index of a dossier says.

# The title of the index.
dossier = Dossier: { $event }
# Over the pages.
to-read = To read, print and send
# Over workbooks and tables.
to-work-with = To work with
report = Follow-up report
report-word = The same as a Word document, to edit
report-markdown = The same, for a wiki or a mail
report-public = Follow-up report for the public, which names only people in the programme
attendance = Attendance, by session
attendance-by-person = Attendance, by person
sign-in = Sign-in lists, a session a sheet
sessions = The sessions in figures
organisations = Organisations
no-shows = No-shows with contact details
curve = People over time
history = People across all events of the file
certificates = Certificates of attendance, a page each
workbook = All lists above as one workbook
mailing = Everybody registered, for a mail merge
calendar = The programme as a calendar
everything = All data of the event, to be imported again
# At the end.
for-whom = These files hold personal data. Hand on what its reader needs, and no more.
contents = Contents
evidence = Evidence of attendance for funders, to be signed
door = Door list, from A to Z
participants = List of participants, to be handed out
# In place of it.
without-participants = The list of participants is left out: it is not certain who agreed to be listed.
attendance-matrix = Attendance at a glance, people and sessions
organisations-absent = Organisations not represented
answers = Answers in the forms, counted
