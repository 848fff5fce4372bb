//! Headings of lists, and names of facts on the pages about one thing, each with its key in JSON. English has
//! them in small letters, as the keys are.

use super::columns_and_labels::keyed;

keyed! {
    AGAINST: "against" = "against", "dagegen";
    ALIASES: "aliases" = "other names", "Weitere Namen";
    ANSWER: "answer" = "answer", "Antwort";
    CANDIDATES: "candidates" = "candidates", "Kandidaten";
    CAPACITY: "capacity" = "places", "Plätze";
    /// The number of a column in a file.
    COLUMN: "column" = "no.", "Nr.";
    COMMAND: "command" = "command", "Befehl";
    COUNTRY: "country" = "country", "Land";
    CREATED: "created" = "created", "neu";
    DELETED: "deleted" = "deleted", "gelöscht";
    DETAIL: "detail" = "detail", "Näheres";
    DROP_IN: "drop_in" = "drop-in", "offen";
    EMAIL: "email" = "e-mail", "E-Mail";
    ENCODING: "encoding" = "encoding", "Kodierung";
    END: "end" = "end", "Ende";
    /// An event, by its title.
    EVENT: "event" = "event", "Veranstaltung";
    /// An event, by its short name.
    EVENT_SLUG: "event" = "event", "Kürzel";
    FAMILY: "family" = "family", "Familie";
    FAMILY_NAME: "family_name" = "family name", "Nachname";
    FILE: "file" = "file", "Datei";
    FIRST_JOINED: "first_joined" = "first joined", "Gekommen";
    FIRST_ROWS: "first_rows" = "first rows", "erste Zeilen";
    FOR: "for" = "for", "dafür";
    FROM: "from" = "from", "Quelle";
    GIVEN_NAME: "given_name" = "given name", "Vorname";
    HEADING: "heading" = "heading", "Überschrift";
    /// A number in a list.
    ID: "id" = "no.", "Nr.";
    JOINED_AT: "joined_at" = "came", "Gekommen";
    KIND: "kind" = "kind", "Art";
    LANGUAGE: "language" = "language", "Sprache";
    LAST_LEFT: "last_left" = "last left", "Gegangen";
    LEAD: "lead" = "lead", "Vorsprung";
    LEFT_AT: "left_at" = "left", "Gegangen";
    MEANING: "meaning" = "meaning", "Bedeutung";
    MINUTES: "minutes" = "minutes", "Minuten";
    NAME: "name" = "name", "Name";
    NAME_AS_WRITTEN: "name" = "name as written", "Name wie geschrieben";
    /// When the newest submission of a registration was made.
    NEWEST_FORM: "requested_at" = "newest form", "Letztes Formular";
    /// A number on a page.
    NUMBER: "id" = "number", "Nr.";
    /// The number of an operation.
    OPERATION: "operation" = "no.", "Nr.";
    ORGANISATION: "organisation" = "organisation", "Organisation";
    ORGANISATION_AS_WRITTEN: "organisation" = "organisation as written", "Organisation wie geschrieben";
    /// Whom somebody stood for at an event.
    ORGANISATION_THEN: "organisation" = "organisation then", "Organisation damals";
    OTHER_EMAILS: "other_emails" = "other e-mails", "Weitere E-Mails";
    /// What somebody does in a session.
    PART: "part" = "part", "Mitwirkung";
    PEOPLE: "people" = "people", "Personen";
    PERSON_ID: "person_id" = "person no.", "Person Nr.";
    PHONE: "phone" = "telephone", "Telefon";
    PLACE: "place" = "place", "Ort";
    POSITION: "position" = "in line", "Platz in der Liste";
    /// How many were.
    PRESENT: "present" = "present", "anwesend";
    QUESTION: "question" = "question", "Frage";
    REGION: "region" = "region", "Region";
    REGISTERED: "registered" = "registered", "angemeldet";
    REQUESTED_AT: "requested_at" = "asked for", "Angemeldet am";
    RETURNED: "returned" = "brought back", "zurückgeholt";
    ROLE: "role" = "role", "Rolle";
    ROOM: "room" = "room", "Raum";
    RULE: "rule" = "rule", "Regel";
    SCORE: "score" = "score", "Punkte";
    SESSION: "session" = "session", "Session";
    SESSIONS: "sessions" = "sessions", "Sessions";
    /// Why a verdict is not what was recorded.
    SET_BY_HAND: "reason" = "set by hand", "von Hand gesetzt";
    SHORT_NAME: "short_name" = "short name", "Kurzname";
    /// How many have a place.
    SIGNED_UP: "signed_up" = "signed up", "angemeldet";
    /// Where a sign-up stands.
    SIGN_UP: "signed_up" = "signed up", "Anmeldung";
    SLUG: "slug" = "short name", "Kürzel";
    SOURCE: "source" = "recorded in", "Aufgezeichnet in";
    START: "start" = "start", "Beginn";
    STATE: "state" = "state", "Stand";
    STATUS: "status" = "status", "Status";
    STAYS: "stays" = "stays", "Aufenthalte";
    SUMMARY: "summary" = "what it did", "Was geschah";
    TABLE: "table" = "table", "Tabelle";
    TIME: "time" = "time", "Zeit";
    TIMEZONE: "timezone" = "time zone", "Zeitzone";
    PRESENCE: "presence" = "now", "Zurzeit";
    TITLE: "title" = "title", "Titel";
    UPDATED: "updated" = "updated", "geändert";
    VERDICT: "verdict" = "verdict", "Ergebnis";
    WAITLISTED: "waitlisted" = "waiting", "Warteliste";
    WEBSITE: "website" = "website", "Webseite";
}
