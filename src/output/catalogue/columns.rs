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
    /// How many are here at this moment.
    HERE_NOW: "here" = "Here now", "Jetzt da";
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
    /// Where somebody is at this moment, until the session is over.
    PRESENCE: "presence" = "Now", "Zurzeit";
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
    /// The number of a row of headings.
    HEADINGS: "headings" = "headings", "Überschriften";
    /// By what the meaning of a column is known.
    KNOWN_BY: "known_by" = "known by", "erkannt an";
    /// How a letter begins.
    SALUTATION: "salutation" = "Salutation", "Anrede";
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
    // Of the report of an event.
    /// Whose registration for an event stands.
    REGISTERED: "registered" = "Registered", "Angemeldet";
    /// Who was there at all, however briefly.
    CAME: "came" = "Came", "Gekommen";
    /// The share of those registered who came.
    CAME_OF_REGISTERED: "came_of_registered" = "Came, of those registered", "Gekommen, von den Angemeldeten";
    /// Organisations with anybody present.
    ORGANISATIONS_REPRESENTED: "organisations_represented" = "Organisations represented", "Vertretene Organisationen";
    /// How many sessions an event has.
    SESSION_COUNT: "session_count" = "Sessions", "Sessions";
    /// People present who were at no earlier event.
    PEOPLE_NEW: "people_new" = "People there for the first time", "Personen zum ersten Mal dabei";
    /// People present who were at an earlier event.
    PEOPLE_RETURNING: "people_returning" = "People there again", "Personen wieder dabei";
    /// People of earlier events who were not present.
    PEOPLE_MISSING: "people_missing" = "People of earlier events not there", "Personen früherer Veranstaltungen nicht dabei";
    /// Organisations represented that were at no earlier event.
    ORGANISATIONS_NEW: "organisations_new" = "Organisations there for the first time", "Organisationen zum ersten Mal dabei";
    /// Organisations represented that were at an earlier event.
    ORGANISATIONS_RETURNING: "organisations_returning" = "Organisations there again", "Organisationen wieder dabei";
    /// Organisations of earlier events that were not represented.
    ORGANISATIONS_MISSING: "organisations_missing" = "Organisations of earlier events not there", "Organisationen früherer Veranstaltungen nicht dabei";
    /// How long somebody was at an event, on average.
    MINUTES_AT_EVENT: "average_minutes_at_event" = "Minutes a person, on average", "Minuten je Person im Schnitt";
    /// People of whom nothing says whether they came.
    NOT_KNOWN: "not_known" = "Not known", "Nicht bekannt";
    /// When a session is; for programs its beginning.
    SESSION_TIME: "start" = "Time", "Zeit";
    /// When a session or an event ends.
    END: "end" = "End", "Ende";
    /// Which event.
    EVENT: "event" = "Event", "Veranstaltung";
    /// Where an event takes place.
    EVENT_PLACE: "place" = "Place", "Ort";
    /// The day of an event.
    EVENT_DAY: "date" = "Date", "Datum";
    /// People present at an earlier event.
    PEOPLE_THEN: "people" = "People there then", "Personen damals";
    /// How many of them were present again.
    PEOPLE_AGAIN: "people_again" = "There again", "Wieder dabei";
    /// Their share.
    PEOPLE_AGAIN_RATE: "people_again_rate" = "Rate", "Quote";
    /// Organisations represented at an earlier event.
    ORGANISATIONS_THEN: "organisations" = "Organisations then", "Organisationen damals";
    /// How many of them were represented again.
    ORGANISATIONS_AGAIN: "organisations_again" = "There again", "Wieder dabei";
    /// Their share.
    ORGANISATIONS_AGAIN_RATE: "organisations_again_rate" = "Rate", "Quote";
    /// Titles of sessions.
    IN_SESSIONS: "in_sessions" = "Session", "Session";
    /// What an organisation is.
    ORGANISATION_KIND: "organisation_kind" = "Kind", "Art";
    /// An organisation's region.
    ORGANISATION_REGION: "region" = "Region", "Region";
    /// An organisation's country.
    ORGANISATION_COUNTRY: "country" = "Country", "Land";
    /// How many did not come.
    NO_SHOWS: "no_shows" = "No-shows", "Nicht erschienen";
    /// Their names.
    NO_SHOW_NAMES: "names" = "Names", "Namen";
    /// How many stays logs hold.
    STAYS_IN_LOGS: "stays_in_logs" = "Stays in logs", "Aufenthalte in Protokollen";
    /// How many stays were entered at the door.
    STAYS_AT_THE_DOOR: "stays_at_the_door" = "At the door", "Am Einlass";
    /// The logs, by the names of their files.
    LOG_FILES: "files" = "Logs", "Protokolle";
}
