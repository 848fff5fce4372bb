//! Headings of lists, and names of facts on the pages about one thing, each with its key in JSON. The English ones are
//! in lower case, like the keys.

use super::keyed;

keyed! {
    facts;
    /// The value after a change.
    AFTER: "after";
    AGAINST: "against";
    ALIASES: "aliases";
    /// The numbers of further questions that are combined with this one.
    ALSO: "also";
    ANSWER: "answer";
    /// Who gave a command.
    AUTHOR: "author";
    /// The value before a change.
    BEFORE: "before";
    CANDIDATES: "candidates";
    CAPACITY: "capacity";
    /// The number of a column in a file.
    COLUMN: "column";
    COMMAND: "command";
    /// Whom or what a change is about.
    CONCERNS: "about";
    COUNTRY: "country";
    CREATED: "created";
    DELETED: "deleted";
    DETAIL: "detail";
    DROP_IN: "drop_in";
    EMAIL: "email";
    ENCODING: "encoding";
    END: "end";
    /// An event, by its title.
    EVENT: "event";
    /// An event, by its short name.
    EVENT_SLUG: "event";
    FAMILY: "family";
    FILES: "files";
    MENTION: "mention";
    ORGANISER: "organiser";
    ORGANISER_ADDRESS: "organiser_address";
    ORGANISER_CONTACT: "organiser_contact";
    PROJECT_TITLE: "project_title";
    FUNDING_REFERENCE: "funding_reference";
    FUNDER: "funder";
    ROWS: "rows";
    SIGNATORY: "signatory";
    LOGOS: "logos";
    FAMILY_NAME: "family_name";
    FILE: "file";
    FIRST_JOINED: "first_joined";
    FIRST_ROWS: "first_rows";
    FOR: "for";
    FROM: "from";
    /// Whether somebody agrees.
    GIVEN: "given";
    GIVEN_NAME: "given_name";
    /// What holds unless something else is said.
    DEFAULT: "default";
    /// How long the data of an event is kept.
    KEEP: "keep";
    /// Since when something is due.
    SINCE: "since";
    /// Until when data is kept.
    UNTIL: "until";
    /// What goes first, and what later.
    STAGE: "stage";
    /// The line of a file.
    LINE: "line";
    /// Whether somebody objects to the use of their data.
    OBJECTED: "objected";
    /// On which legal basis data is used.
    BASIS: "basis";
    /// What a consent is for.
    PURPOSE: "purpose";
    /// Whether somebody's data may only be stored.
    RESTRICTED: "restricted";
    /// The one of two that is removed.
    GOES: "goes";
    HEADING: "heading";
    /// A number in a list.
    ID: "id";
    /// Whether a session or an event does not take place.
    IS_CANCELLED: "cancelled";
    JOINED_AT: "joined_at";
    KIND: "kind";
    LANGUAGE: "language";
    LAST_LEFT: "last_left";
    LEAD: "lead";
    LEFT_AT: "left_at";
    MEANING: "meaning";
    MINUTES: "minutes";
    NAME: "name";
    NAME_AS_WRITTEN: "name";
    /// When the newest submission of a registration was made.
    NEWEST_FORM: "requested_at";
    /// A number on a page.
    NUMBER: "id";
    /// The number of an operation.
    OPERATION: "operation";
    ORGANISATION: "organisation";
    ORGANISATION_AS_WRITTEN: "organisation";
    ORGANISATION_NUMBER: "organisation_id";
    /// The organisation somebody represented at an event.
    ORGANISATION_THEN: "organisation";
    /// About the second of two.
    OTHER_EMAIL: "other_email";
    OTHER_EMAILS: "other_emails";
    OTHER_NUMBER: "other_id";
    OTHER_ONE: "other";
    /// The number of the second of two.
    OTHER_ID: "other_id";
    /// About the second of two.
    OTHER_NAME: "other_name";
    /// About the second of two.
    OTHER_ORGANISATION: "other_organisation";
    /// Somebody's part in a session.
    PART: "part";
    PEOPLE: "people";
    PERSON_ID: "person_id";
    PHONE: "phone";
    PLACE: "place";
    POSITION: "position";
    /// The number of people present.
    PRESENT: "present";
    QUESTION: "question";
    REASONS: "reasons";
    /// When a row was recorded.
    RECORDED: "recorded";
    /// The name as recorded in a log.
    RECORDED_NAME: "recorded_name";
    REGION: "region";
    REGISTERED: "registered";
    REQUESTED_AT: "requested_at";
    /// Rows of people who were removed for good.
    REMOVED_SINCE: "removed_since";
    RETURNED: "returned";
    ROLE: "role";
    ROOM: "room";
    /// The number that identifies a row.
    ROW: "row";
    RULE: "rule";
    SCORE: "score";
    SESSION: "session";
    SESSIONS: "sessions";
    /// Why a verdict differs from the recorded one.
    SET_BY_HAND: "reason";
    SHORT_NAME: "short_name";
    /// How many have a place.
    SIGNED_UP: "signed_up";
    /// The status of a sign-up.
    SIGN_UP: "signed_up";
    SLUG: "slug";
    SOURCE: "source";
    START: "start";
    STATE: "state";
    STATUS: "status";
    /// The number that identifies a stay.
    STAY: "stay";
    STAYS: "stays";
    /// The one of two that stays.
    STAYS_ON_FILE: "stays";
    /// The values of a row as they are stored.
    STORED: "stored";
    SUMMARY: "summary";
    TABLE: "table";
    TIME: "time";
    /// The combined result of merging two.
    TOGETHER: "together";
    TIMEZONE: "timezone";
    PRESENCE: "presence";
    TITLE: "title";
    TRACES: "traces";
    UPDATED: "updated";
    /// The value of a row, in words.
    VALUE: "value";
    VERDICT: "verdict";
    WAITLISTED: "waitlisted";
    WEBSITE: "website";
    /// What changed.
    WHAT: "what";
    WHERE: "where";
    /// The number of the operation that wrote it.
    WRITTEN_BY: "operation";
}
