//! Headings of the columns of reports, each with its key in JSON.

use super::keyed;

keyed! {
    columns;
    /// The most people at once.
    AT_MOST: "people";
    /// Whether somebody was recorded as there.
    ATTENDED: "attended";
    AVERAGE_MINUTES: "average_minutes";
    /// The number of people in the average.
    AVERAGE_OF: "average_of";
    BRIEF: "brief";
    BY_COLLEAGUE: "by_colleague";
    CAPACITY: "capacity";
    /// How many of those with a place came.
    CAME_WITH_PLACE: "came_with_place";
    CONTRIBUTORS: "contributors";
    /// People with a part in another session, there for long enough without a place.
    CONTRIBUTING: "contributing";
    EMAIL: "email";
    EVENTS_PRESENT: "events_present";
    EVENTS_REGISTERED: "events_registered";
    /// Sent apologies, gave their place back, or were excused by hand.
    EXCUSED: "excused";
    /// Had a place and sent apologies.
    EXCUSED_WITH_PLACE: "excused_with_place";
    FIRST_JOINED: "first_joined";
    /// Waited for a place, and came.
    FROM_WAITING_LIST: "from_waiting_list";
    FULL_NAME: "full_name";
    /// A box to tick on paper.
    HERE: "present";
    /// How many are here at this moment.
    HERE_NOW: "here";
    /// The line number in a list.
    LINE_NUMBER: "number";
    /// The sessions of somebody, by their codes.
    SESSION_CODES: "sessions";
    /// Somebody's role for the organiser.
    ROLE: "role";
    /// A question of a form.
    QUESTION: "question";
    /// The answer.
    ANSWER: "answer";
    KIND: "kind";
    LANGUAGE: "language";
    LAST_LEFT: "last_left";
    LAST_SEEN: "last_seen";
    LATE_MINUTES: "late_minutes";
    MINUTES: "minutes";
    /// The sessions somebody missed.
    MISSED: "sessions";
    /// A person's name in sorting order.
    NAME: "name";
    NO_SHOW: "no_show";
    /// An organisation's name.
    ORGANISATION: "organisation";
    ORGANISATION_ID: "organisation_id";
    PART: "part";
    PARTIAL: "partial";
    PEAK: "peak";
    PEOPLE: "people";
    PERSON_ID: "person_id";
    /// A telephone number.
    PHONE: "phone";
    PRESENT: "present";
    /// Somebody's current presence, until the session is over.
    PRESENCE: "presence";
    RATE: "rate";
    REASON: "reason";
    RECORDED_VERDICT: "recorded_verdict";
    REPRESENTED: "represented";
    /// Somebody's role: manager, expert, guest.
    RULE: "rule";
    SESSION: "session";
    SESSIONS_PRESENT: "sessions_present";
    SESSIONS_SIGNED_UP: "sessions_signed_up";
    /// Why a verdict differs from the recorded one.
    SET_BY_HAND: "reason";
    SHARE: "share";
    SIGNATURE: "signature";
    /// How many have a place.
    SIGNED_UP: "signed_up";
    /// The status of a sign-up.
    SIGN_UP: "signed_up";
    START: "start";
    STATUS: "status";
    TIME: "time";
    TITLE: "title";
    TREND: "trend";
    UNIDENTIFIED: "unidentified";
    VERDICT: "verdict";
    WAITLISTED: "waitlisted";
    WALK_IN: "walk_in";
    /// The same with [`CONTRIBUTING`], for programs: whoever did not sign up.
    WALK_IN_OR_CONTRIBUTING: "walk_in";
    /// Gave their place back.
    WITHDREW: "withdrew";
    /// A fact about one thing.
    FACT: "fact";
    /// Its value.
    VALUE: "value";
    /// A remark on it.
    REMARK: "remark";
    /// The part of a page that a value is in.
    PART_OF_PAGE: "part";
    /// A row's number in its table, from one.
    ROW: "row";
    /// The column.
    FIELD: "field";
    /// The number of a heading row.
    HEADINGS: "headings";
    /// How the meaning of a column was determined.
    KNOWN_BY: "known_by";
    /// The salutation of a letter.
    SALUTATION: "salutation";
    /// Given names.
    GIVEN_NAME: "given_name";
    /// The family name.
    FAMILY_NAME: "family_name";
    /// The sessions somebody has a place in.
    CHOSEN_SESSIONS: "sessions";
    /// The sessions somebody waits for.
    WAITING_LIST: "waiting_list";
    /// The sessions somebody was in, with minutes.
    ATTENDED_SESSIONS: "attended";
    /// A sentence for a letter.
    PERSONAL_LINE: "personal_line";
    /// Start and end.
    WHEN: "when";
    /// The minimum time that the rule requires.
    REQUIRED: "required";
    // For the event report.
    /// People registered for an event.
    REGISTERED: "registered";
    /// People who were there at all, however briefly.
    CAME: "came";
    /// The share of those registered who came.
    CAME_OF_REGISTERED: "came_of_registered";
    /// Organisations with anybody present.
    ORGANISATIONS_REPRESENTED: "organisations_represented";
    /// Organisations with anybody registered.
    ORGANISATIONS_REGISTERED: "organisations_registered";
    /// How many sessions an event has.
    /// Whether a session does not take place.
    SESSION_CANCELLED: "cancelled";
    SESSION_COUNT: "session_count";
    /// People present who were at no earlier event.
    PEOPLE_NEW: "people_new";
    /// People present who were at an earlier event.
    PEOPLE_RETURNING: "people_returning";
    /// People of earlier events who were not present.
    PEOPLE_MISSING: "people_missing";
    /// Organisations represented that were at no earlier event.
    ORGANISATIONS_NEW: "organisations_new";
    /// Organisations represented that were at an earlier event.
    ORGANISATIONS_RETURNING: "organisations_returning";
    /// Organisations of earlier events that were not represented.
    ORGANISATIONS_MISSING: "organisations_missing";
    /// How long somebody was at an event, on average.
    MINUTES_AT_EVENT: "average_minutes_at_event";
    /// People of whom it is not known whether they came.
    NOT_KNOWN: "not_known";
    /// When a session takes place; for programs its beginning.
    SESSION_TIME: "start";
    /// When a session or an event ends.
    END: "end";
    /// The event.
    EVENT: "event";
    /// Where an event takes place.
    EVENT_PLACE: "place";
    /// The day of an event.
    EVENT_DAY: "date";
    /// People present at an earlier event.
    PEOPLE_THEN: "people";
    /// How many of them were present again.
    PEOPLE_AGAIN: "people_again";
    /// Their share.
    PEOPLE_AGAIN_RATE: "people_again_rate";
    /// Organisations represented at an earlier event.
    ORGANISATIONS_THEN: "organisations";
    /// How many of them were represented again.
    ORGANISATIONS_AGAIN: "organisations_again";
    /// Their share.
    ORGANISATIONS_AGAIN_RATE: "organisations_again_rate";
    /// Titles of sessions.
    IN_SESSIONS: "in_sessions";
    /// The kind of an organisation.
    ORGANISATION_KIND: "organisation_kind";
    /// An organisation's region.
    ORGANISATION_REGION: "region";
    /// An organisation's country.
    ORGANISATION_COUNTRY: "country";
    /// How many did not come.
    NO_SHOWS: "no_shows";
    /// Their names.
    NO_SHOW_NAMES: "names";
    /// The number of stays in logs.
    STAYS_IN_LOGS: "stays_in_logs";
    /// The number of stays entered at the door.
    STAYS_AT_THE_DOOR: "stays_at_the_door";
    /// The file names of the logs.
    LOG_FILES: "files";
}
