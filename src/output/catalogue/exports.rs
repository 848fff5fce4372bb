//! The columns of the exports.
//!
//! Exports print them and import knows them again in either language, so the order of each list and every word
//! are a contract. English files have the keys themselves.

use super::Keyed;
use super::columns_and_labels::keyed;

/// `export organisations`.
pub const ORGANISATIONS: &[Keyed] = &[
    ID, NAME, SHORT_NAME, KIND, COUNTRY, REGION, WEBSITE, ALIASES,
];

/// `export people`.
pub const PEOPLE: &[Keyed] = &[
    ID,
    TITLE,
    GIVEN_NAME,
    FAMILY_NAME,
    EMAIL,
    OTHER_EMAILS,
    PHONE,
    ROLE,
    ORGANISATION,
    LANGUAGE,
    ALIASES,
];

/// `export programme`: a row of kind `event` is the event itself.
pub const PROGRAMME: &[Keyed] = &[
    EVENT, SLUG, TITLE, KIND, START, END, CAPACITY, DROP_IN, ROOM, SPEAKERS, TIMEZONE, PLACE, RULE,
];

/// `export signups`; one column a form answer follows.
pub const SIGNUPS: &[Keyed] = &[
    EVENT,
    SESSION,
    PERSON_ID,
    TITLE,
    GIVEN_NAME,
    FAMILY_NAME,
    EMAIL,
    ORGANISATION,
    STATUS,
    REQUESTED_AT,
];

/// `export attendance`: stays, excuses and verdicts by hand; `source` tells which a row is.
pub const ATTENDANCE: &[Keyed] = &[
    EVENT,
    SESSION,
    PERSON_ID,
    GIVEN_NAME,
    FAMILY_NAME,
    EMAIL,
    ORGANISATION,
    RECORDED_NAME,
    RECORDED_EMAIL,
    JOINED_AT,
    LEFT_AT,
    SOURCE,
    SECONDS,
    MEETS,
    NOBODY,
    VERDICT,
    REASON,
];

keyed! {
    AS_OF: "as_of" = "as_of", "Stand des Exports";
    ALIASES: "aliases" = "aliases", "Weitere Namen";
    CAPACITY: "capacity" = "capacity", "Plätze";
    COUNTRY: "country" = "country", "Land";
    DROP_IN: "drop_in" = "drop_in", "Offen";
    EMAIL: "email" = "email", "E-Mail";
    END: "end" = "end", "Ende";
    EVENT: "event" = "event", "Veranstaltung";
    FAMILY_NAME: "family_name" = "family_name", "Nachname";
    GIVEN_NAME: "given_name" = "given_name", "Vorname";
    ID: "id" = "id", "Nr.";
    JOINED_AT: "joined_at" = "joined_at", "Gekommen";
    KIND: "kind" = "kind", "Art";
    LANGUAGE: "language" = "language", "Sprache";
    LEFT_AT: "left_at" = "left_at", "Gegangen";
    MEETS: "meets" = "meets", "Regel erfüllt";
    NAME: "name" = "name", "Name";
    NOBODY: "nobody" = "nobody", "Niemand";
    ORGANISATION: "organisation" = "organisation", "Organisation";
    OTHER_EMAILS: "other_emails" = "other_emails", "Weitere E-Mails";
    PERSON_ID: "person_id" = "person_id", "Person Nr.";
    PHONE: "phone" = "phone", "Telefon";
    PLACE: "place" = "place", "Ort";
    REASON: "reason" = "reason", "Grund";
    RECORDED_EMAIL: "recorded_email" = "recorded_email", "Erfasste E-Mail";
    RECORDED_NAME: "recorded_name" = "recorded_name", "Erfasster Name";
    REGION: "region" = "region", "Region";
    REQUESTED_AT: "requested_at" = "requested_at", "Angemeldet am";
    ROLE: "role" = "role", "Rolle";
    ROOM: "room" = "room", "Raum";
    RULE: "rule" = "rule", "Regel";
    SECONDS: "seconds" = "seconds", "Sekunden";
    SESSION: "session" = "session", "Session";
    SHORT_NAME: "short_name" = "short_name", "Kurzname";
    SLUG: "slug" = "slug", "Kürzel";
    SOURCE: "source" = "source", "Quelle";
    SPEAKERS: "speakers" = "speakers", "Mitwirkende";
    START: "start" = "start", "Beginn";
    STATUS: "status" = "status", "Status";
    TIMEZONE: "timezone" = "timezone", "Zeitzone";
    TITLE: "title" = "title", "Titel";
    VERDICT: "verdict" = "verdict", "Ergebnis";
    WEBSITE: "website" = "website", "Webseite";
}
