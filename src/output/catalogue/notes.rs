//! What reports say below their rows: the rule, and why figures may not be what they seem.

use super::wordings;

wordings! {
    /// Below the title, while a meeting runs; `time` is the moment of the report.
    AS_OF = "As of {time}, while the meeting runs", "Stand {time}, während die Veranstaltung läuft";
    /// `sessions` are short names.
    NOT_OVER =
        "Not over yet, and so not counted: {sessions}.",
        "Noch nicht zu Ende und darum nicht gezählt: {sessions}.";
    NOTHING_RECORDED = "Nothing is recorded yet.", "Noch ist nichts erfasst.";
    /// Of one event; `rules` as in `5min; 50% (breakout-a)`.
    ATTENDANCE_RULE = "Attendance rule: {rules}.", "Anwesenheitsregel: {rules}.";
    /// Of several events.
    ATTENDANCE_RULES = "Attendance rules: {rules}.", "Anwesenheitsregeln: {rules}.";
    /// In place of the rules where there is no session to have one.
    NO_RULE = "none", "keine";
    LAST_ROW_WITHOUT_ORGANISATION =
        "The last row is people without an organisation.",
        "Die letzte Zeile sind Personen ohne Organisation.";
    RULINGS =
        "{count} verdict set by hand." | "{count} verdicts set by hand.",
        "{count} Ergebnis von Hand gesetzt." | "{count} Ergebnisse von Hand gesetzt.";
    /// `length` is [`IN_MINUTES`] or nothing.
    STAYS_OF_NOBODY =
        "{count} stay belongs to nobody yet{length}: the figures may be too low."
        | "{count} stays belong to nobody yet{length}: the figures may be too low.",
        "{count} Aufenthalt gehört noch zu niemandem{length}: die Zahlen können zu niedrig sein."
        | "{count} Aufenthalte gehören noch zu niemandem{length}: die Zahlen können zu niedrig sein.";
    /// In [`STAYS_OF_NOBODY`].
    IN_MINUTES = ", {count} minute" | ", {count} minutes", ", {count} Minute" | ", {count} Minuten";
    /// Of stays that belong to nobody.
    NAMELESS =
        "{count} has no name to ask by" | "{count} have no name to ask by",
        "{count} hat keinen Namen, nach dem zu fragen wäre"
        | "{count} haben keinen Namen, nach dem zu fragen wäre";
    /// `sessions` are short names.
    UNDECIDED =
        "The log of the event as a whole does not count for {sessions}: other sessions without a room ran at \
         the same time, and it does not say who was in which.",
        "Das Protokoll der ganzen Veranstaltung zählt nicht für {sessions}: zur selben Zeit liefen andere Sessions \
         ohne eigenen Raum, und es sagt nicht, wer wo war.";
    /// What can be done about [`UNDECIDED`].
    OWN_LOGS =
        "Their own logs: `rollcall import LOG --session S`.",
        "Eigene Protokolle: `rollcall import LOG --session S`.";
    UNPLACED =
        "A log of the event as a whole tells no times: it counts for no session.",
        "Ein Protokoll der ganzen Veranstaltung nennt keine Zeiten: Es zählt für keine Session.";
    /// What can be done about [`UNPLACED`].
    GIVE_TO_ONE =
        "`rollcall import LOG --session S` gives it to one.",
        "`rollcall import LOG --session S` ordnet es einer zu.";
    NO_LOG_WITH_TIMES =
        "No log says when anybody was there.",
        "Kein Protokoll sagt, wann jemand da war.";
    OTHERS_WITHOUT_TIMES =
        "{count} more person came, and no log says when."
        | "{count} more people came, and no log says when.",
        "{count} weitere Person war da; wann, sagt kein Protokoll."
        | "{count} weitere Personen waren da; wann, sagt kein Protokoll.";
}
