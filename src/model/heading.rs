//! The columns of the exports, with their headings in both languages.
//!
//! Exports print them and import knows them again, so they are written down once, here. Keys are a
//! contract; headings in German are what a German organiser reads.

/// A column of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// The JSON key, and the heading in English files.
    pub key: &'static str,
    /// The heading in German files.
    pub german: &'static str,
}

const fn heading(key: &'static str, german: &'static str) -> Heading {
    Heading { key, german }
}

/// `export organisations`.
pub const ORGANISATIONS: &[Heading] = &[
    heading("id", "Nr."),
    heading("name", "Name"),
    heading("short_name", "Kurzname"),
    heading("kind", "Art"),
    heading("country", "Land"),
    heading("region", "Region"),
    heading("website", "Webseite"),
    heading("aliases", "Weitere Namen"),
];

/// `export people`.
pub const PEOPLE: &[Heading] = &[
    heading("id", "Nr."),
    heading("title", "Titel"),
    heading("given_name", "Vorname"),
    heading("family_name", "Nachname"),
    heading("email", "E-Mail"),
    heading("other_emails", "Weitere E-Mails"),
    heading("phone", "Telefon"),
    heading("role", "Rolle"),
    heading("organisation", "Organisation"),
    heading("language", "Sprache"),
    heading("aliases", "Weitere Namen"),
];

/// `export programme`: a row of kind `event` is the event itself.
pub const PROGRAMME: &[Heading] = &[
    heading("event", "Veranstaltung"),
    heading("slug", "Kürzel"),
    heading("title", "Titel"),
    heading("kind", "Art"),
    heading("start", "Beginn"),
    heading("end", "Ende"),
    heading("capacity", "Plätze"),
    heading("drop_in", "Offen"),
    heading("room", "Raum"),
    heading("speakers", "Mitwirkende"),
    heading("timezone", "Zeitzone"),
    heading("place", "Ort"),
    heading("rule", "Regel"),
];

/// `export signups`; one column a form answer follows.
pub const SIGNUPS: &[Heading] = &[
    heading("event", "Veranstaltung"),
    heading("session", "Session"),
    heading("person_id", "Person Nr."),
    heading("title", "Titel"),
    heading("given_name", "Vorname"),
    heading("family_name", "Nachname"),
    heading("email", "E-Mail"),
    heading("organisation", "Organisation"),
    heading("status", "Status"),
    heading("requested_at", "Angemeldet am"),
];

/// `export attendance`: stays, excuses and verdicts by hand; `source` tells which a row is.
pub const ATTENDANCE: &[Heading] = &[
    heading("event", "Veranstaltung"),
    heading("session", "Session"),
    heading("person_id", "Person Nr."),
    heading("given_name", "Vorname"),
    heading("family_name", "Nachname"),
    heading("email", "E-Mail"),
    heading("organisation", "Organisation"),
    heading("recorded_name", "Erfasster Name"),
    heading("recorded_email", "Erfasste E-Mail"),
    heading("joined_at", "Gekommen"),
    heading("left_at", "Gegangen"),
    heading("source", "Quelle"),
    heading("seconds", "Sekunden"),
    heading("meets", "Regel erfüllt"),
    heading("nobody", "Niemand"),
    heading("verdict", "Ergebnis"),
    heading("reason", "Grund"),
];
