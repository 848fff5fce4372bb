//! Titles over reports and lists.

use super::wordings;

wordings! {
    /// Of everybody, or of an organisation.
    PEOPLE = "People", "Personen";
    EVENTS = "Events", "Veranstaltungen";
    /// Of one person.
    REGISTRATIONS = "Registrations", "Anmeldungen";
    /// Of one person, or of a question.
    SESSIONS = "Sessions", "Sessions";
    /// Of one person.
    FORM_ANSWERS = "Form answers", "Antworten im Formular";
    /// Of one person.
    OPEN_QUESTIONS = "Open questions", "Offene Fragen";
    SPEAKERS_AND_HOSTS = "Speakers and hosts", "Mitwirkende";
    PROGRAMME_OF = "Programme: {event}", "Programm: {event}";
    OPERATIONS = "Operations", "Vorgänge";
    /// What `--map` said.
    MAPPINGS = "Answers about columns", "Antworten zu Spalten";
    OPERATION = "Operation {number}: {command}", "Vorgang {number}: {command}";
    QUESTIONS = "Questions", "Offene Fragen";
    QUESTION = "Question {number}", "Frage {number}";
    /// Of a question.
    STAYS = "Stays", "Aufenthalte";
    /// Of a question.
    CANDIDATES = "Candidates", "Kandidaten";
    /// Of a question.
    ANSWERS = "Answers", "Antworten";
    /// A list of one event; `what` is one of the titles here.
    OF_EVENT = "{what}: {event}", "{what}: {event}";
    /// The same of everything on file.
    OF_ALL_EVENTS = "{what}: all events", "{what}: alle Veranstaltungen";
    ORGANISATIONS = "Organisations", "Organisationen";
    PROGRAMME = "Programme", "Programm";
    SIGNUPS = "Sign-ups", "Anmeldungen";
    ATTENDANCE = "Attendance", "Anwesenheit";
    ATTENDANCE_OF = "Attendance: {event}", "Anwesenheit: {event}";
    ATTENDANCE_BY_PERSON_OF = "Attendance by person: {event}", "Anwesenheit nach Personen: {event}";
    NO_SHOWS_OF = "No-shows: {event}", "Nicht erschienen: {event}";
    ORGANISATIONS_OF = "Organisations: {event}", "Organisationen: {event}";
    RULINGS_OF = "Verdicts set by hand: {event}", "Von Hand gesetzte Ergebnisse: {event}";
    SESSIONS_OF = "Sessions: {event}", "Sessions: {event}";
    SIGN_IN_LIST_OF = "Sign-in list: {event}", "Unterschriftenliste: {event}";
    /// Of an event, or of a session with its event.
    CURVE_OF = "People over time: {of}", "Anwesende im Verlauf: {of}";
    PEOPLE_ACROSS_EVENTS = "People across events", "Personen über alle Veranstaltungen";
    ORGANISATIONS_ACROSS_EVENTS = "Organisations across events", "Organisationen über alle Veranstaltungen";
}
