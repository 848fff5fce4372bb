//! The program's own words in cells, each with its key.

use super::columns_and_labels::keyed;

keyed! {
    /// A verdict: signed up and there for long enough.
    PRESENT: "present" = "present", "anwesend";
    /// A verdict.
    PARTIAL: "partial" = "partial", "teilweise";
    /// A verdict.
    WALK_IN: "walk-in" = "walk-in", "ohne Anmeldung";
    /// A verdict.
    BRIEF: "brief" = "brief", "kurz da";
    /// A verdict; in an export an excuse.
    EXCUSED: "excused" = "excused", "entschuldigt";
    /// A verdict.
    NO_SHOW: "no-show" = "no-show", "nicht erschienen";
    /// Of a session that has not begun: has a place.
    EXPECTED: "expected" = "expected", "erwartet";
    /// Of a session that runs.
    HERE: "here" = "here", "da";
    /// Of a session that runs: came and was seen leaving.
    LEFT: "left" = "left", "gegangen";
    /// Of a session that runs: has a place and has not come.
    NOT_YET: "not-yet" = "not yet", "noch nicht da";
    /// Of a sign-up.
    CONFIRMED: "confirmed" = "confirmed", "angemeldet";
    /// Of a sign-up.
    WAITLISTED: "waitlisted" = "waitlisted", "Warteliste";
    /// Of a sign-up.
    CANCELLED: "cancelled" = "cancelled", "abgemeldet";
    /// A part.
    SPEAKER: "speaker" = "speaker", "Vortrag";
    /// A part.
    MODERATOR: "moderator" = "moderator", "Moderation";
    /// A part.
    HOST: "host" = "host", "Gastgeber";
    /// A kind of session.
    PLENARY: "plenary" = "plenary", "Plenum";
    /// A kind of session.
    KEYNOTE: "keynote" = "keynote", "Keynote";
    /// A kind of session.
    BREAKOUT: "breakout" = "breakout", "Breakout";
    /// A kind of session.
    NETWORKING: "networking" = "networking", "Networking";
    /// A kind of session.
    SOCIAL: "social" = "social", "Ausklang";
    /// A kind of session.
    OTHER: "other" = "other", "Sonstiges";
    /// A row of a programme that is the event itself.
    EVENT: "event" = "event", "Veranstaltung";
    /// What a question is about.
    PERSON: "person" = "person", "Person";
    /// What a question is about.
    ORGANISATION: "organisation" = "organisation", "Organisation";
    /// What a question is about.
    STAY: "stay" = "stay", "Aufenthalt";
    /// What a question is about.
    CONFLICT: "conflict" = "conflict", "Überschneidung";
    /// A trend: present at the last event, for the first time.
    NEW: "new" = "new", "neu";
    /// A trend: present at the last event and before, but not always.
    RETURNING: "returning" = "returning", "wieder da";
    /// A trend: present at every event.
    REGULAR: "regular" = "regular", "immer da";
    /// A trend: present once, but not at the last event.
    LAPSED: "lapsed" = "lapsed", "nicht mehr da";
    /// Registered for an event that nothing is recorded of.
    REGISTERED: "registered" = "registered", "angemeldet";
    /// By what the meaning of a column is known: the organiser said so.
    BY_MAP: "map" = "--map", "--map";
    /// By what the meaning of a column is known: all files of its family have it.
    BY_FAMILY: "family" = "family", "Familie";
    /// By what the meaning of a column is known: the words of its heading.
    BY_HEADING: "heading" = "heading", "Überschrift";
    /// By what the meaning of a column is known: its cells alone.
    BY_CELLS: "cells" = "cells", "Zellen";
    /// In an export: a verdict by hand.
    RULING: "ruling" = "ruling", "von Hand";
    /// In an export: a stay that was recorded at the door.
    DOOR: "door" = "door", "Einlass";
    /// Of a candidate: not registered.
    NOT_SIGNED_UP: "no" = "no", "nein";
    /// Of a candidate: registered, but did not choose the session.
    FOR_THE_EVENT_ALONE: "event" = "for the event, not for this session", "zur Veranstaltung, nicht zu dieser Session";
}
