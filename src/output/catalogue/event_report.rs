//! What the report of an event says: headings, sentences, and what its words mean.

use super::wordings;

wordings! {
    /// The title.
    TITLE = "Follow-up report: {event}", "Nachbericht: {event}";
    /// A line below the title.
    PLACE = "Place: {place}", "Ort: {place}";

    /// The first section.
    AT_A_GLANCE = "At a glance", "Auf einen Blick";
    /// Said in place of what only a log could tell.
    NOTHING_RECORDED = "Nothing is recorded of this event yet, so nobody can say who was there.", "Zu dieser Veranstaltung ist noch nichts erfasst; wer da war, lässt sich nicht sagen.";
    /// Said in place of what is known only afterwards.
    NOT_OVER = "The meeting is not over yet: who was there, and who was not, can be said only afterwards.", "Die Veranstaltung ist noch nicht zu Ende; wer da war und wer nicht, lässt sich erst danach sagen.";
    /// Below the number of the registered.
    WITHDREW = "{count} more withdrew" | "{count} more withdrew", "{count} weitere Abmeldung" | "{count} weitere Abmeldungen";
    /// Below the number of those who came.
    LONG_ENOUGH = "{count} of them for long enough" | "{count} of them for long enough", "{count} davon lange genug" | "{count} davon lange genug";
    /// Below the share of the registered who came.
    OF_REGISTERED = "{count} of {whole} registered" | "{count} of {whole} registered", "{count} von {whole} Angemeldeten" | "{count} von {whole} Angemeldeten";
    /// Below the number of organisations represented.
    OF_ORGANISATIONS = "of {count} organisation registered or present" | "of {count} organisations registered or present", "von {count} angemeldeten oder anwesenden Organisation" | "von {count} angemeldeten oder anwesenden Organisationen";
    /// Below the number of sessions.
    SESSIONS_RECORDED = "{count} of them with recorded attendance" | "{count} of them with recorded attendance", "{count} davon mit erfasster Anwesenheit" | "{count} davon mit erfasster Anwesenheit";
    /// Below the number of people there for the first time.
    OF_PRESENT = "of {count} present" | "of {count} present", "von {count} Anwesenden" | "von {count} Anwesenden";

    /// A section.
    PROGRAMME = "Programme", "Programm";
    /// In place of a programme.
    NO_SESSIONS = "The event has no sessions of its own; it was counted as a whole.", "Die Veranstaltung hat keine eigenen Sessions; sie wurde als Ganzes gezählt.";
    /// Over the bars of the sessions.
    CAME_BY_SESSION = "Who came, by session", "Gekommene nach Sessions";
    /// What the darker part of a bar is.
    CAME = "came", "gekommen";
    /// What the lighter part of a bar is.
    SIGNED_UP = "signed up", "angemeldet";
    /// Below the table of the sessions.
    CAME_IS_MORE = "Came counts everybody who was there at all, signed up or not; the rate counts only those signed up who were there for long enough.", "Gekommen zählt alle, die überhaupt da waren, mit oder ohne Anmeldung; die Quote zählt nur Angemeldete, die lange genug da waren.";

    /// A section.
    OVER_TIME = "People over time", "Anwesende im Verlauf";

    /// A section.
    CONTRIBUTORS = "Speakers, moderators and hosts", "Mitwirkende";

    /// A section.
    ORGANISATIONS = "Organisations", "Organisationen";
    /// Before the table of organisations.
    REPRESENTED = "{count} organisation was represented." | "{count} organisations were represented.", "{count} Organisation war vertreten." | "{count} Organisationen waren vertreten.";
    /// In place of the table.
    NO_ORGANISATIONS = "Nobody registered or present is known to be of an organisation.", "Von niemandem, der angemeldet oder anwesend war, ist eine Organisation bekannt.";
    /// Below the table.
    WITHOUT_ORGANISATION = "The last row is people without an organisation.", "Die letzte Zeile sind Personen ohne Organisation.";
    /// Below the names of a report for the public.
    NOT_NAMED = "{count} more organisation that was represented is not named here." | "{count} more organisations that were represented are not named here.", "{count} weitere vertretene Organisation ist hier nicht genannt." | "{count} weitere vertretene Organisationen sind hier nicht genannt.";
    /// Over bars.
    BY_REGION = "Organisations by region", "Organisationen nach Region";
    /// Over bars.
    BY_COUNTRY = "Organisations by country", "Organisationen nach Land";
    /// Over bars.
    BY_KIND = "Organisations by kind", "Organisationen nach Art";
    /// What the darker part of a bar is.
    BAR_REPRESENTED = "represented", "vertreten";
    /// What the lighter part of a bar is.
    BAR_LISTED = "registered or present", "angemeldet oder anwesend";
    /// The bar of those nothing is on file of.
    UNKNOWN = "unknown", "unbekannt";

    /// A section.
    NEW_AND_RETURNING = "New and returning", "Neue und Wiederkehrende";
    /// In place of the comparison.
    NO_EARLIER_EVENT = "There is no earlier event with recorded attendance to compare with.", "Es gibt keine frühere Veranstaltung mit erfasster Anwesenheit, mit der zu vergleichen wäre.";
    /// What is compared.
    COMPARED = "Compared with {count} earlier event: of {present} present, {new} were there for the first time and {returning} again." | "Compared with {count} earlier events: of {present} present, {new} were there for the first time and {returning} again.", "Im Vergleich mit {count} früheren Veranstaltung: Von {present} Anwesenden waren {new} zum ersten Mal dabei und {returning} wieder." | "Im Vergleich mit {count} früheren Veranstaltungen: Von {present} Anwesenden waren {new} zum ersten Mal dabei und {returning} wieder.";
    /// Before the table of organisations that stayed away.
    MISSING_ORGANISATIONS = "Represented at an earlier event, and not at this one:", "Bei einer früheren Veranstaltung vertreten, bei dieser nicht:";

    /// A section.
    NO_SHOWS = "No-shows", "Nicht erschienen";
    /// How many.
    NO_SHOW_COUNT = "{count} person who was expected did not come." | "{count} people who were expected did not come.", "{count} erwartete Person ist nicht erschienen." | "{count} erwartete Personen sind nicht erschienen.";
    /// How many told somebody.
    EXCUSED_COUNT = "{count} person had withdrawn or excused themselves." | "{count} people had withdrawn or excused themselves.", "{count} Person hatte sich abgemeldet oder entschuldigt." | "{count} Personen hatten sich abgemeldet oder entschuldigt.";

    /// A section.
    HOW_COUNTED = "How attendance was counted", "Wie die Anwesenheit gezählt wurde";
    /// The rule of all sessions.
    RULE = "Present is whoever was there for long enough: {rule}.", "Anwesend ist, wer lange genug da war: {rule}.";
    /// Before the rules of several sessions.
    RULES = "Present is whoever was there for long enough.", "Anwesend ist, wer lange genug da war.";
    /// The rule of some.
    RULE_OF_SOME = "In {sessions}: {rule}.", "In {sessions}: {rule}.";
    /// The rule of most.
    RULE_OF_OTHERS = "In all other sessions: {rule}.", "In allen anderen Sessions: {rule}.";
    /// Sessions that are too many to be named.
    SO_MANY_SESSIONS = "{count} session" | "{count} sessions", "{count} Session" | "{count} Sessions";
    /// A rule.
    RULE_ANY = "however short, any presence will do", "jede noch so kurze Anwesenheit genügt";
    /// A rule.
    RULE_MINUTES = "at least {count} minute, or throughout where a session is shorter" | "at least {count} minutes, or throughout where a session is shorter", "mindestens {count} Minute, in einer kürzeren Session die ganze Zeit" | "mindestens {count} Minuten, in einer kürzeren Session die ganze Zeit";
    /// A rule.
    RULE_SHARE = "at least {percent}% of the session", "mindestens {percent} % der Session";
    /// A session's title in a sentence.
    QUOTED = "“{title}”", "„{title}“";
    /// How stays become minutes.
    METHOD = "The times of a person in a session are cut to the session and put together: two devices or a re-join add nothing. Of an hour in two sessions at the same time, one hour counts for the event.", "Die Zeiten einer Person in einer Session werden auf die Session begrenzt und vereinigt: Zwei Geräte oder erneutes Einwählen zählen nicht doppelt. Eine Stunde in zwei gleichzeitigen Sessions zählt bei der ganzen Veranstaltung als eine Stunde.";
    /// The row of the log of the event as a whole.
    WHOLE_EVENT = "The event as a whole", "Die ganze Veranstaltung";
    /// Before the table of sources.
    SOURCES = "What was recorded, and where:", "Was erfasst wurde, und wo:";
    /// Nothing is left over.
    ALL_IDENTIFIED = "Every recorded stay was assigned to a person.", "Jeder erfasste Aufenthalt ist einer Person zugeordnet.";
    /// What is left over.
    UNIDENTIFIED = "{count} recorded stay could not be assigned to anybody. It is in no number, so the figures may be too low." | "{count} recorded stays could not be assigned to anybody. They are in no number, so the figures may be too low.", "{count} erfasster Aufenthalt konnte niemandem zugeordnet werden. Er steckt in keiner Zahl, die Zahlen können daher zu niedrig sein." | "{count} erfasste Aufenthalte konnten niemandem zugeordnet werden. Sie stecken in keiner Zahl, die Zahlen können daher zu niedrig sein.";
    /// Verdicts that are not what was recorded.
    BY_HAND = "{count} verdict on a person in a session was given by hand and stands over what was recorded." | "{count} verdicts on people in sessions were given by hand and stand over what was recorded.", "{count} Ergebnis in einer Session wurde von Hand gesetzt und gilt statt des Erfassten." | "{count} Ergebnisse in Sessions wurden von Hand gesetzt und gelten statt des Erfassten.";
    /// Sessions without a log.
    NOT_RECORDED = "Nothing was recorded of {sessions}.", "Nicht erfasst wurden: {sessions}.";
    /// Sessions that one log cannot tell apart.
    UNDECIDED = "One log was kept for sessions that ran at the same time: {sessions}. It does not say who was in which, so it counts for the event as a whole alone.", "Für gleichzeitige Sessions wurde ein gemeinsames Protokoll geführt: {sessions}. Es sagt nicht, wer wo war, und zählt daher nur für die ganze Veranstaltung.";
    /// Lengths without times.
    UNPLACED = "A log of the event as a whole tells no times: it counts for the event, and for no session.", "Ein Protokoll der ganzen Veranstaltung nennt keine Zeiten: Es zählt für die Veranstaltung, aber für keine Session.";
    /// Names are left out.
    FOR_THE_PUBLIC = "This edition names nobody but those the programme names, and of organisations only those that were represented, without numbers of people.", "Diese Fassung nennt niemanden außer den im Programm Genannten und von den Organisationen nur die vertretenen, ohne Personenzahlen.";

    /// Before the list of words.
    WORDS = "What the words mean:", "Was die Wörter bedeuten:";
    /// A word.
    WORD_REGISTERED = "Registered: registered for the event, and did not withdraw.", "Angemeldet (Veranstaltung): für die Veranstaltung angemeldet und nicht abgemeldet.";
    /// A word.
    WORD_SIGNED_UP = "Signed up: has a place in the session. In a plenary or keynote that nobody was asked to sign up for, everybody registered has one.", "Angemeldet (Session): hat einen Platz in der Session. Im Plenum oder in einer Keynote, für die sich niemand eigens anmelden musste, haben ihn alle Angemeldeten.";
    /// A word.
    WORD_CAME = "Came: was there at all, registered or not. Speakers, moderators and hosts count for the event when they were recorded, and not in the audience of their session.", "Gekommen: war überhaupt da, angemeldet oder nicht. Mitwirkende zählen zur Veranstaltung, wenn sie erfasst sind, aber nicht zum Publikum ihrer Session.";
    /// A word.
    WORD_PRESENT = "Present: expected, and there for long enough; for the event as a whole, in at least one session.", "Anwesend: erwartet und lange genug da; bei der ganzen Veranstaltung in mindestens einer Session.";
    /// A word.
    WORD_PARTIAL = "Partial: expected and came, but not for long enough.", "Teilweise: erwartet und gekommen, aber nicht lange genug.";
    /// A word.
    WORD_NOT_KNOWN = "Not known: registered, and nothing says whether they came.", "Nicht bekannt: angemeldet, und nichts sagt, ob die Person da war.";
    /// A word.
    WORD_WALK_IN = "Walk-in: there for long enough without having signed up. Brief: the same, but not for long enough.", "Ohne Anmeldung: lange genug da, ohne angemeldet zu sein. Kurz da: ebenso, aber nicht lange genug.";
    /// A word.
    WORD_EXCUSED = "Excused: withdrew, or told somebody.", "Entschuldigt: abgemeldet oder Bescheid gegeben.";
    /// A word.
    WORD_NO_SHOW = "No-show: expected, and never seen.", "Nicht erschienen: erwartet und nie gesehen.";
    /// A word.
    WORD_RATE = "Rate: the share of those signed up who were present.", "Quote: Anteil der Angemeldeten, die anwesend waren.";
    /// A word.
    WORD_PEAK = "Peak: the most people who were there at the same time.", "Höchstzahl: so viele waren höchstens gleichzeitig da.";
    /// A word.
    WORD_REPRESENTED = "Represented: somebody of the organisation was there for long enough, registered or not.", "Vertreten: Jemand von der Organisation war lange genug da, angemeldet oder nicht.";
}
