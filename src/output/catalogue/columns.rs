//! Headings of the columns of reports, each with its key in JSON.

use super::columns_and_labels::keyed;

keyed! {
    AVERAGE_MINUTES: "average_minutes" = "Average minutes", "Minuten im Schnitt";
    BRIEF: "brief" = "Brief", "Kurz da";
    BY_COLLEAGUE: "by_colleague" = "By a colleague", "Durch Kollegen";
    CAPACITY: "capacity" = "Capacity", "Plätze";
    CONTRIBUTORS: "contributors" = "Speakers and hosts", "Mitwirkende";
    EMAIL: "email" = "E-mail", "E-Mail";
    EVENTS_PRESENT: "events_present" = "Present", "Anwesend";
    EVENTS_REGISTERED: "events_registered" = "Registered", "Angemeldet";
    EXCUSED: "excused" = "Excused", "Entschuldigt";
    FIRST_JOINED: "first_joined" = "First joined", "Gekommen";
    FULL_NAME: "full_name" = "Full name", "Voller Name";
    /// A box to tick on paper.
    HERE: "present" = "Here", "Da";
    KIND: "kind" = "Kind", "Art";
    LANGUAGE: "language" = "Language", "Sprache";
    LAST_LEFT: "last_left" = "Last left", "Gegangen";
    LAST_SEEN: "last_seen" = "Last seen", "Zuletzt da";
    LATE_MINUTES: "late_minutes" = "Minutes late", "Minuten zu spät";
    MINUTES: "minutes" = "Minutes", "Minuten";
    /// What sessions somebody missed.
    MISSED: "sessions" = "Missed", "Versäumt";
    /// A person, as sorted by.
    NAME: "name" = "Name", "Name";
    NO_SHOW: "no_show" = "No-show", "Nicht erschienen";
    /// An organisation's name.
    ORGANISATION: "organisation" = "Organisation", "Organisation";
    ORGANISATION_ID: "organisation_id" = "Organisation no.", "Organisation Nr.";
    PART: "part" = "Part", "Mitwirkung";
    PARTIAL: "partial" = "Partial", "Teilweise";
    PEAK: "peak" = "Peak", "Höchstzahl";
    PEOPLE: "people" = "People", "Personen";
    PERSON_ID: "person_id" = "Person no.", "Person Nr.";
    /// How many were.
    PRESENT: "present" = "Present", "Anwesend";
    RATE: "rate" = "Rate", "Quote";
    REASON: "reason" = "Reason", "Grund";
    RECORDED_VERDICT: "recorded_verdict" = "Recorded", "Erfasst";
    REPRESENTED: "represented" = "Represented", "Vertreten";
    RULE: "rule" = "Rule", "Regel";
    SESSION: "session" = "Session", "Session";
    SESSIONS_PRESENT: "sessions_present" = "Present", "Anwesend";
    SESSIONS_SIGNED_UP: "sessions_signed_up" = "Signed up", "Angemeldet";
    /// Why a verdict is not what was recorded.
    SET_BY_HAND: "reason" = "Set by hand", "Von Hand gesetzt";
    SHARE: "share" = "Share", "Anteil";
    SIGNATURE: "signature" = "Signature", "Unterschrift";
    /// How many have a place.
    SIGNED_UP: "signed_up" = "Signed up", "Angemeldet";
    /// Where a sign-up stands.
    SIGN_UP: "signed_up" = "Signed up", "Anmeldung";
    START: "start" = "Start", "Beginn";
    STATUS: "status" = "Status", "Status";
    TIME: "time" = "Time", "Zeit";
    TITLE: "title" = "Title", "Titel";
    TREND: "trend" = "Trend", "Tendenz";
    UNIDENTIFIED: "unidentified" = "Unidentified", "Unbekannt";
    VERDICT: "verdict" = "Verdict", "Ergebnis";
    WAITLISTED: "waitlisted" = "Waiting", "Warteliste";
    WALK_IN: "walk_in" = "Walk-in", "Ohne Anmeldung";
    /// What is known of one thing.
    FACT: "fact" = "fact", "Angabe";
    /// What it is.
    VALUE: "value" = "value", "Wert";
    /// Which part of a page a value stands in.
    PART_OF_PAGE: "part" = "part", "Teil";
    /// A row's number in its table, from one.
    ROW: "row" = "row", "Zeile";
    /// Which column of it.
    FIELD: "field" = "field", "Feld";
    /// How a letter begins.
    SALUTATION: "salutation" = "Salutation", "Anrede";
    /// A person's title.
    PERSON_TITLE: "title" = "Title", "Titel";
    /// Given names.
    GIVEN_NAME: "given_name" = "Given name", "Vorname";
    /// The family name.
    FAMILY_NAME: "family_name" = "Family name", "Nachname";
    /// The sessions somebody has a place in.
    CHOSEN_SESSIONS: "sessions" = "Sessions", "Sessions";
    /// The sessions somebody waits for.
    WAITING_LIST: "waiting_list" = "Waiting list", "Warteliste";
    /// The sessions somebody was in, with minutes.
    ATTENDED_SESSIONS: "attended" = "Attended", "Teilgenommen";
    /// A sentence for a letter.
    PERSONAL_LINE: "personal_line" = "Personal line", "Persönlicher Satz";
    /// From when to when.
    WHEN: "when" = "When", "Wann";
    /// How long the rule asks for.
    REQUIRED: "required" = "Required", "Erforderlich";
}
