//! The columns of the exports.
//!
//! Exports write them and import recognises them in either language, so the order of each list and every word are a
//! contract. English files have the keys themselves.

use super::Keyed;
use super::keyed;

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

/// `export people` where somebody said how their data may be used.
pub const PEOPLE_WITH_USE: &[Keyed] = &[
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
    DATA_USE,
];

/// `export programme`: a row of kind `event` is the event itself.
pub const PROGRAMME: &[Keyed] = PROGRAMME_WITH_KEEP
    .split_at(PROGRAMME_WITH_KEEP.len() - 1)
    .0;

/// `export programme` where it is said how long data is kept.
pub const PROGRAMME_WITH_KEEP: &[Keyed] = &[
    EVENT,
    SLUG,
    TITLE,
    KIND,
    START,
    END,
    CAPACITY,
    DROP_IN,
    ROOM,
    SPEAKERS,
    TIMEZONE,
    PLACE,
    RULE,
    ORGANISER,
    ORGANISER_ADDRESS,
    ORGANISER_CONTACT,
    PROJECT_TITLE,
    FUNDING_REFERENCE,
    FUNDER,
    SIGNATORY,
    LOGOS,
    IS_CANCELLED,
    KEEP,
];

/// Before the period in a programme that holds since its event says nothing else.
pub const BY_DEFAULT: &str = "default: ";

/// `export programme` before sessions could be cancelled; such files are still imported.
pub const PROGRAMME_WITHOUT_CANCELLED: &[Keyed] = &[
    EVENT,
    SLUG,
    TITLE,
    KIND,
    START,
    END,
    CAPACITY,
    DROP_IN,
    ROOM,
    SPEAKERS,
    TIMEZONE,
    PLACE,
    RULE,
    ORGANISER,
    ORGANISER_ADDRESS,
    ORGANISER_CONTACT,
    PROJECT_TITLE,
    FUNDING_REFERENCE,
    FUNDER,
    SIGNATORY,
    LOGOS,
];

/// `export programme` before events had facts; such files are still imported.
pub const PROGRAMME_WITHOUT_FACTS: &[Keyed] = &[
    EVENT, SLUG, TITLE, KIND, START, END, CAPACITY, DROP_IN, ROOM, SPEAKERS, TIMEZONE, PLACE, RULE,
];

/// `export signups`; one column per form answer follows.
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

/// `export attendance`: stays, excuses and verdicts by hand; `source` says which a row is.
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

/// The value of [`AS_OF`] in an export that lacks columns or rows on which the others depend.
pub const PART_OF_EXPORT: &str = "part";

keyed! {
    exports;
    AS_OF: "as_of";
    ALIASES: "aliases";
    CAPACITY: "capacity";
    COUNTRY: "country";
    /// What somebody agreed to, refused and asked for about the use of their data.
    DATA_USE: "data_use";
    DROP_IN: "drop_in";
    EMAIL: "email";
    END: "end";
    EVENT: "event";
    FAMILY_NAME: "family_name";
    GIVEN_NAME: "given_name";
    ID: "id";
    IS_CANCELLED: "is_cancelled";
    JOINED_AT: "joined_at";
    /// How long the data of an event is kept.
    KEEP: "keep";
    KIND: "kind";
    LANGUAGE: "language";
    LEFT_AT: "left_at";
    MEETS: "meets";
    NAME: "name";
    NOBODY: "nobody";
    ORGANISATION: "organisation";
    OTHER_EMAILS: "other_emails";
    PERSON_ID: "person_id";
    PHONE: "phone";
    PLACE: "place";
    REASON: "reason";
    RECORDED_EMAIL: "recorded_email";
    RECORDED_NAME: "recorded_name";
    REGION: "region";
    REQUESTED_AT: "requested_at";
    ROLE: "role";
    ROOM: "room";
    RULE: "rule";
    SECONDS: "seconds";
    SESSION: "session";
    SHORT_NAME: "short_name";
    SLUG: "slug";
    SOURCE: "source";
    SPEAKERS: "speakers";
    START: "start";
    STATUS: "status";
    TIMEZONE: "timezone";
    TITLE: "title";
    VERDICT: "verdict";
    WEBSITE: "website";
    ORGANISER: "organiser";
    ORGANISER_ADDRESS: "organiser_address";
    ORGANISER_CONTACT: "organiser_contact";
    PROJECT_TITLE: "project_title";
    FUNDING_REFERENCE: "funding_reference";
    FUNDER: "funder";
    SIGNATORY: "signatory";
    LOGOS: "logos";
}
