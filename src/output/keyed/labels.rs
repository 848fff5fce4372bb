//! The program's own words in cells, each with its key.

use super::keyed;

keyed! {
    labels;
    /// A verdict: signed up and there for long enough.
    PRESENT: "present";
    /// A verdict.
    PARTIAL: "partial";
    /// A verdict.
    WALK_IN: "walk-in";
    /// The same verdict for somebody who waited for a place.
    FROM_WAITING_LIST: "walk-in";
    /// The same verdict for somebody with a part in another session of the event.
    CONTRIBUTING: "walk-in";
    /// A verdict.
    BRIEF: "brief";
    /// A verdict; in an export an excuse.
    EXCUSED: "excused";
    /// The same verdict for somebody who gave their place back.
    WITHDREW: "excused";
    /// A verdict.
    NO_SHOW: "no-show";
    /// Before a session: has a place.
    EXPECTED: "expected";
    /// During a session: is there.
    HERE: "here";
    /// During a session: came and left.
    LEFT: "left";
    /// During a session: has a place and has not come.
    NOT_YET: "not-yet";
    /// The status of a sign-up.
    CONFIRMED: "confirmed";
    /// The status of a sign-up.
    WAITLISTED: "waitlisted";
    /// The status of a sign-up.
    CANCELLED: "cancelled";
    /// A part.
    SPEAKER: "speaker";
    /// A part.
    MODERATOR: "moderator";
    /// A part.
    HOST: "host";
    /// A kind of session.
    PLENARY: "plenary";
    /// A kind of session.
    KEYNOTE: "keynote";
    /// A kind of session.
    BREAKOUT: "breakout";
    /// A kind of session.
    NETWORKING: "networking";
    /// A kind of session.
    SOCIAL: "social";
    /// A kind of session.
    OTHER: "other";
    /// What a consent is for.
    PHOTOGRAPHS: "photographs";
    /// What a consent is for.
    LIST_OF_PARTICIPANTS: "participants";
    /// What a consent is for.
    NEWSLETTER: "newsletter";
    /// What a consent is for.
    RECORDING: "recording";
    /// What is let go of: when people came and left, and how logs name them.
    TIMES: "times";
    /// What is let go of: people whom no other event keeps.
    PEOPLE: "people";
    /// What is let go of: everything but figures.
    EVERYTHING: "all";
    /// A row of a programme that is the event itself.
    EVENT: "event";
    /// The kind of a question.
    PERSON: "person";
    /// The kind of a question.
    ORGANISATION: "organisation";
    /// The kind of a question.
    STAY: "stay";
    /// The kind of a question.
    CONFLICT: "conflict";
    /// The kind of a question.
    REMOVED: "removed";
    /// A trend: present at the last event, for the first time.
    NEW: "new";
    /// A trend: present at the last event and before, but not always.
    RETURNING: "returning";
    /// A trend: present at every event.
    REGULAR: "regular";
    /// A trend: present once, but not at the last event.
    LAPSED: "lapsed";
    /// Registered for an event without a recording.
    REGISTERED: "registered";
    /// How the meaning of a column was determined: the organiser gave it.
    BY_MAP: "map";
    /// How the meaning of a column was determined: all files of its family have it.
    BY_FAMILY: "family";
    /// How the meaning of a column was determined: by the words of its heading.
    BY_HEADING: "heading";
    /// How the meaning of a column was determined: only by its cells.
    BY_CELLS: "cells";
    /// How the meaning of a column was determined: not at all, and the organiser is asked.
    BY_ANSWER: "asked";
    /// In an export: a verdict by hand.
    RULING: "ruling";
    /// In an export: a stay that was recorded at the door.
    DOOR: "door";
    /// On a list where nearly all have a place: shown to people as nothing.
    AS_NEARLY_ALL: "confirmed";
    /// In place of an answer.
    NO_ANSWER: "no-answer";
    /// People without an organisation; for programs nothing.
    NO_ORGANISATION: "no-organisation";
    /// A speaker, moderator or host.
    CONTRIBUTOR: "contributor";
    /// A role.
    MANAGER: "manager";
    /// A role.
    EXPERT: "expert";
    /// A role.
    GUEST: "guest";
    /// A verdict as a sign.
    SIGN_PRESENT: "present";
    /// A verdict as a sign.
    SIGN_PARTIAL: "partial";
    /// A verdict as a sign.
    SIGN_NO_SHOW: "no-show";
    /// A verdict as a sign.
    SIGN_EXCUSED: "excused";
    /// A verdict as a sign, of somebody who gave their place back.
    SIGN_WITHDREW: "excused";
    /// A verdict as a sign.
    SIGN_WALK_IN: "walk-in";
    /// A verdict as a sign, of somebody who waited for a place.
    SIGN_FROM_WAITING_LIST: "walk-in";
    /// A verdict as a sign, of somebody with a part in another session.
    SIGN_CONTRIBUTING: "walk-in";
    /// A verdict as a sign.
    SIGN_BRIEF: "brief";
    /// During a session, as a sign.
    SIGN_HERE: "here";
    /// During a session, as a sign.
    SIGN_LEFT: "left";
    /// During a session, as a sign.
    SIGN_NOT_YET: "not-yet";
    /// The status of a sign-up, as a sign.
    SIGN_CONFIRMED: "confirmed";
    /// The status of a sign-up, as a sign.
    SIGN_WAITLISTED: "waitlisted";
    /// A speaker, moderator or host, as a sign.
    SIGN_CONTRIBUTOR: "contributor";
    /// For a candidate: not registered.
    NOT_SIGNED_UP: "no";
    /// For a candidate: registered, but did not choose the session.
    FOR_THE_EVENT_ALONE: "event";
}
