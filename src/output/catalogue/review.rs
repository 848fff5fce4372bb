//! Open questions and the answers they take, in lists and on a terminal.

use super::wordings;

wordings! {
    WHO_IS_OF = "Who is {person} ({organisation})?", "Wer ist {person} ({organisation})?";
    WHO_IS = "Who is {person}?", "Wer ist {person}?";
    WHO_WAS_IN = "Who was {person} in `{session}`?", "Wer war {person} in `{session}`?";
    WHO_WAS = "Who was {person}?", "Wer war {person}?";
    IS_ON_FILE =
        "Is `{name}` an organisation that is on file?",
        "Ist `{name}` eine Organisation, die schon da ist?";
    /// Of two sessions.
    OVERLAP = "{one} and {other} overlap", "{one} und {other} überschneiden sich";
    /// In place of a name.
    PERSON_OF_LINE = "the person of line {line}", "die Person in Zeile {line}";
    /// In place of a name.
    PERSON = "the person", "die Person";
    /// Where a question comes from.
    LINE_OF = "{file}, line {line}", "{file}, Zeile {line}";
    /// On a terminal, where the question begins.
    QUESTION = "question {number}: {question}", "Frage {number}: {question}";

    NO_TIMES = "no times recorded", "ohne Zeiten aufgezeichnet";
    /// `times` are those of the first few.
    STAYS = "{count} stay: {times}" | "{count} stays: {times}", "{count} Aufenthalt: {times}" | "{count} Aufenthalte: {times}";
    /// What speaks for a candidate; `reasons` are those of `reasons.rs`.
    FOR = "for: {reasons}", "dafür: {reasons}";
    /// What speaks against a candidate.
    AGAINST = "against: {reasons}", "dagegen: {reasons}";

    IT_IS = "it is {name}", "es ist {name}";
    SAME_AS = "the same as {name}", "dieselbe wie {name}";
    NONE_OF_THEM =
        "none of them: an organisation of its own",
        "keine davon: eine eigene Organisation";
    ANOTHER_ORGANISATION =
        "another organisation on file, by number or name",
        "eine andere Organisation, die schon da ist: Nummer oder Name";
    SOMEBODY_NEW = "somebody new", "jemand Neues";
    SOMEBODY_ELSE =
        "somebody else on file, by number, address or name",
        "jemand anders, der schon da ist: Nummer, Adresse oder Name";
    NOBODY =
        "nobody: a program that takes notes, a second screen",
        "niemand: ein Programm, das mitschreibt, ein zweiter Bildschirm";
    KEEP = "both sessions stand", "beide Sessions bleiben stehen";
    CANCEL = "cancel `{session}`", "`{session}` absagen";
    SKIP = "skip: leave it open", "überspringen: offen lassen";
    STOP = "stop", "aufhören";

    WHO_IS_IT = "Who is it?", "Wer ist es?";
    WHO_WAS_IT = "Who was it?", "Wer war es?";
    WHICH_IS_IT = "Which is it?", "Welche ist es?";
    WHICH_ORGANISATION = "Which organisation is it?", "Welche Organisation ist es?";
    WHAT_HOLDS = "What holds?", "Was gilt?";
    HOW_TO_CHOOSE =
        "↑↓ to move, Enter to choose, Esc to stop",
        "↑↓ bewegt, Eingabe wählt, Esc hört auf";
    HOW_TO_NAME =
        "type a part of it, ↑↓ to move, Enter to choose, Esc to go back",
        "einen Teil tippen, ↑↓ bewegt, Eingabe wählt, Esc geht zurück";
}
