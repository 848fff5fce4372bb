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
    /// The same of somebody who waited for a place.
    FROM_WAITING_LIST: "walk-in";
    /// A verdict.
    BRIEF: "brief";
    /// A verdict; in an export an excuse.
    EXCUSED: "excused";
    /// The same of somebody who gave their place back.
    WITHDREW: "excused";
    /// A verdict.
    NO_SHOW: "no-show";
    /// Of a session that has not begun: has a place.
    EXPECTED: "expected";
    /// Of a session that runs.
    HERE: "here";
    /// Of a session that runs: came and was seen leaving.
    LEFT: "left";
    /// Of a session that runs: has a place and has not come.
    NOT_YET: "not-yet";
    /// Of a sign-up.
    CONFIRMED: "confirmed";
    /// Of a sign-up.
    WAITLISTED: "waitlisted";
    /// Of a sign-up.
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
    /// A row of a programme that is the event itself.
    EVENT: "event";
    /// What a question is about.
    PERSON: "person";
    /// What a question is about.
    ORGANISATION: "organisation";
    /// What a question is about.
    STAY: "stay";
    /// What a question is about.
    CONFLICT: "conflict";
    /// A trend: present at the last event, for the first time.
    NEW: "new";
    /// A trend: present at the last event and before, but not always.
    RETURNING: "returning";
    /// A trend: present at every event.
    REGULAR: "regular";
    /// A trend: present once, but not at the last event.
    LAPSED: "lapsed";
    /// Registered for an event that nothing is recorded of.
    REGISTERED: "registered";
    /// By what the meaning of a column is known: the organiser said so.
    BY_MAP: "map";
    /// By what the meaning of a column is known: all files of its family have it.
    BY_FAMILY: "family";
    /// By what the meaning of a column is known: the words of its heading.
    BY_HEADING: "heading";
    /// By what the meaning of a column is known: its cells alone.
    BY_CELLS: "cells";
    /// In an export: a verdict by hand.
    RULING: "ruling";
    /// In an export: a stay that was recorded at the door.
    DOOR: "door";
    /// On a list where nearly all have a place: people read nothing there.
    AS_NEARLY_ALL: "confirmed";
    /// In place of an answer.
    NO_ANSWER: "no-answer";
    /// A speaker, moderator or host.
    CONTRIBUTOR: "contributor";
    /// What somebody is to the organiser.
    MANAGER: "manager";
    /// What somebody is to the organiser.
    EXPERT: "expert";
    /// What somebody is to the organiser.
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
    /// A verdict as a sign.
    SIGN_BRIEF: "brief";
    /// Of a session that runs, as a sign.
    SIGN_HERE: "here";
    /// Of a session that runs, as a sign.
    SIGN_LEFT: "left";
    /// Of a session that runs, as a sign.
    SIGN_NOT_YET: "not-yet";
    /// Of a sign-up, as a sign.
    SIGN_CONFIRMED: "confirmed";
    /// Of a sign-up, as a sign.
    SIGN_WAITLISTED: "waitlisted";
    /// A speaker, moderator or host, as a sign.
    SIGN_CONTRIBUTOR: "contributor";
    /// Of a candidate: not registered.
    NOT_SIGNED_UP: "no";
    /// Of a candidate: registered, but did not choose the session.
    FOR_THE_EVENT_ALONE: "event";
}
