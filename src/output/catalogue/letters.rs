//! What calendars, mailings and certificates say.

use super::wordings;

wordings! {
    /// The name of a calendar of several events.
    CALENDAR = "Programme", "Programm";
    /// Who speaks in a session, in its entry of a calendar.
    SPEAKERS = "Speaker: {names}" | "Speakers: {names}", "Vortrag: {names}" | "Vorträge: {names}";
    /// Who leads its discussion.
    MODERATORS = "Moderator: {names}" | "Moderators: {names}", "Moderation: {names}" | "Moderation: {names}";
    /// Who runs its room.
    HOSTS = "Host: {names}" | "Hosts: {names}", "Gastgeber: {names}" | "Gastgeber: {names}";
    /// In somebody's own calendar.
    ON_THE_WAITING_LIST = "You are on the waiting list.", "Sie stehen auf der Warteliste.";

    /// How a letter begins.
    DEAR = "Dear {name}", "Guten Tag {name}";
    /// The end of names in a row.
    AND = "{first} and {last}", "{first} und {last}";
    /// The title of the table for a mail merge.
    MAILING = "Mailing: {event}", "Serienbrief: {event}";
    /// A session with the time somebody was in it.
    SESSION_MINUTES = "{session} ({count} minute)" | "{session} ({count} minutes)", "{session} ({count} Minute)" | "{session} ({count} Minuten)";
    /// A session that somebody was in for no time to speak of.
    LESS_THAN_A_MINUTE = "{session} (less than a minute)", "{session} (weniger als eine Minute)";
    /// To somebody who came: the sessions, in a row.
    YOU_WERE_IN = "You were with us in {sessions}.", "Sie waren dabei: {sessions}.";
    /// To somebody who came, and nobody knows to which session.
    YOU_WERE_AT = "You were with us at {event}.", "Sie waren dabei: {event}.";
    /// To a no-show.
    WE_MISSED_YOU = "We missed you at {event}.", "Wir haben Sie bei „{event}“ vermisst.";

    /// What all certificates of an event are called together.
    CERTIFICATES = "Certificates of attendance: {event}", "Teilnahmebescheinigungen: {event}";
    /// The heading of a certificate.
    CERTIFICATE = "Certificate of attendance", "Teilnahmebescheinigung";
    /// Somebody with their organisation, within a sentence.
    NAME_OF_ORGANISATION = "{name}, {organisation},", "{name}, {organisation},";
    /// When it was, of an event of one day.
    ON_A_DAY = "on {day}", "am {day}";
    /// When it was, of an event of several days.
    OVER_DAYS = "from {first} to {last}", "vom {first} bis zum {last}";
    /// What a certificate confirms.
    TOOK_PART = "We hereby confirm that {who} took part in “{event}” {when}.", "Hiermit wird bestätigt, dass {who} {when} an der Veranstaltung „{event}“ teilgenommen hat.";
    /// The same with a place, which may be `Online`.
    TOOK_PART_AT = "We hereby confirm that {who} took part in “{event}” {when} ({place}).", "Hiermit wird bestätigt, dass {who} {when} an der Veranstaltung „{event}“ ({place}) teilgenommen hat.";
    /// What somebody did there: spoke.
    AS_A_SPEAKER = "As a speaker: {sessions}.", "Mit einem Vortrag: {sessions}.";
    /// What somebody did there: led a discussion.
    AS_A_MODERATOR = "As a moderator: {sessions}.", "Mit der Moderation: {sessions}.";
    /// What somebody did there: ran a room.
    AS_A_HOST = "As a host: {sessions}.", "In der Gastgeberrolle: {sessions}.";
    /// The rule of a session that asks for minutes.
    MINUTES_REQUIRED = "{count} minute" | "{count} minutes", "{count} Minute" | "{count} Minuten";
    /// The rule of a session that any moment meets.
    ANY_TIME = "no minimum", "keine Mindestdauer";
    /// The sum below the sessions.
    TOTAL_MINUTES = "Recorded attendance in total: {count} minute." | "Recorded attendance in total: {count} minutes.", "Erfasste Anwesenheit insgesamt: {count} Minute." | "Erfasste Anwesenheit insgesamt: {count} Minuten.";
    /// Where sessions of a certificate ran at the same time.
    COUNTED_ONCE = "Times in several sessions at once are counted once.", "Gleichzeitige Zeiten in mehreren Sessions zählen einmal.";
    /// The rule of all certificates.
    WHAT_IS_LISTED = "Only sessions attended for at least as long as required are listed.", "Aufgeführt sind nur Sessions, an denen mindestens so lange wie erforderlich teilgenommen wurde.";
    /// Below a line to fill in.
    PLACE_AND_DATE = "Place, date", "Ort, Datum";
    /// Below the line to sign on.
    SIGNATURE = "Signature of the organiser", "Unterschrift der Veranstaltungsleitung";
}
