//! What stands under a heading inside a report, and beside a picture: times, places, how many.

use super::wordings;

wordings! {
    /// When a session is, and what it takes to count as present.
    SPAN_AND_RULE = "{span} · rule: {rule}", "{span} · Regel: {rule}";
    NOTHING_RECORDED = "nothing recorded yet", "noch nichts erfasst";
    /// Beside what somebody said of single people.
    NOTHING_BUT_BY_HAND = "no log yet; verdicts set by hand", "noch kein Protokoll; von Hand gesetzte Ergebnisse";
    /// `way_out` names the command or says why there is none.
    STAYS_OF_NOBODY =
        "{count} stay in this session belongs to nobody yet"
        | "{count} stays in this session belong to nobody yet",
        "{count} Aufenthalt gehört noch zu niemandem"
        | "{count} Aufenthalte gehören noch zu niemandem";
    PLACES = "{count} place" | "{count} places", "{count} Platz" | "{count} Plätze";
    SIGNED_UP = "{count} signed up", "{count} angemeldet";
    ON_THE_WAITING_LIST = "{count} on the waiting list", "{count} auf der Warteliste";
    /// Speakers, moderators and hosts.
    WITH = "with {names}", "mit {names}";
    /// Over a picture of people over time; `what` is one of the next two.
    PEAK = "{what}: at most {most} at once, at {time}", "{what}: höchstens {most} gleichzeitig, um {time}";
    PEOPLE = "People", "Personen";
    STAYS_OF_NOBODY_YET = "Stays not yet assigned", "Noch nicht zugeordnete Aufenthalte";
}
