//! What the index of a dossier says.

use super::wordings;

wordings! {
    /// The title of the index.
    DOSSIER = "Dossier: {event}", "Unterlagen: {event}";
    /// Over the pages.
    TO_READ = "To read, print and send", "Zum Lesen, Drucken und Verschicken";
    /// Over workbooks and tables.
    TO_WORK_WITH = "To work with", "Zum Weiterarbeiten";
    REPORT = "Follow-up report", "Nachbericht";
    REPORT_MARKDOWN = "The same, for a wiki or a mail", "Derselbe, für ein Wiki oder eine E-Mail";
    REPORT_PUBLIC = "Follow-up report for the public, which names nobody but those the programme names", "Nachbericht für die Öffentlichkeit: nennt niemanden, den das Programm nicht nennt";
    ATTENDANCE = "Attendance, by session", "Anwesenheit nach Sessions";
    ATTENDANCE_BY_PERSON = "Attendance, by person", "Anwesenheit nach Personen";
    SIGN_IN = "Sign-in lists, a session a sheet", "Unterschriftenlisten, je Session ein Blatt";
    SESSIONS = "The sessions in figures", "Die Sessions in Zahlen";
    ORGANISATIONS = "Organisations", "Organisationen";
    NO_SHOWS = "Whom to write to: no-shows", "Wem zu schreiben ist: nicht erschienen";
    CURVE = "People over time", "Personen im Zeitverlauf";
    HISTORY = "People across all events of the file", "Personen über alle Veranstaltungen der Datei";
    CERTIFICATES = "Certificates of attendance, a page each", "Teilnahmebescheinigungen, je eine Seite";
    WORKBOOK = "All lists above as one workbook", "Alle Listen von oben als eine Arbeitsmappe";
    MAILING = "Everybody registered, for a mail merge", "Alle Angemeldeten, für einen Serienbrief";
    CALENDAR = "The programme as a calendar", "Das Programm als Kalender";
    EVERYTHING = "All data of the event, to be imported again", "Alle Daten der Veranstaltung, zum Wiedereinlesen";
    /// At the end.
    FOR_WHOM = "These files hold personal data. Hand on what its reader needs, and no more.", "Diese Dateien enthalten personenbezogene Daten. Weitergeben, was Empfänger brauchen, und nicht mehr.";
}
