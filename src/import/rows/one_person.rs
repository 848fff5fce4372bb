//! Names that are not the name of one person: a company, a couple, a place held for somebody, somebody's substitute.
//!
//! Each would become a person who does not exist. What is written beside a name is looked at as well: `Anna Berg (+ 2)`.

use super::super::values::words;
use crate::catalogue::Message;
use crate::catalogue::messages::rows;
use crate::formats::lexicon::LEXICON;
use crate::formats::{Words, fold};
use crate::identity::has_legal_form;
use crate::message;

/// Returns why a name is not that of one person.
pub(super) fn not_one_person(cell: &str) -> Option<Message> {
    let mut parts = cell.split_whitespace();
    let (Some(first), Some(last)) = (parts.next(), parts.next_back()) else {
        return None;
    };
    let known = &LEXICON.names;
    let text = || words::quotable(cell);
    // `Gruppe, Max` is somebody's family name.
    let first_words = fold::words(first.trim_end_matches('.'));
    let begins = |list: &Words| !first.ends_with(',') && list.has(&first_words);
    if begins(&known.groups) {
        return Some(rows::SEVERAL_PEOPLE.into());
    }
    if begins(&known.instead_before) || known.is_of_a_deputy(cell) {
        return Some(message!(rows::name_of_another { cell: text() }));
    }
    if begins(&known.open_before) {
        return Some(message!(rows::name_is_open { cell: text() }));
    }
    if is_withheld(cell, first) {
        return Some(message!(rows::name_is_marked { cell: text() }));
    }
    if may_be_a_remark(cell)
        && let Some(reason) = remark(cell)
    {
        return Some(reason);
    }
    is_company(cell, &first_words, last).then(|| message!(rows::name_of_a_company { cell: text() }))
}

/// Whether a text may be more than a name, which nearly all are: in a name, words begin with a capital, and there are
/// few signs. Looking for every phrase in every name would take a quarter of the time of an import.
fn may_be_a_remark(cell: &str) -> bool {
    let is_of_name = |it: char| it.is_alphabetic() || it.is_whitespace() || "-.,'’".contains(it);
    let mut words = cell.split_whitespace();
    !cell.chars().all(is_of_name)
        || words.any(|it| it.starts_with(char::is_lowercase))
        || !cell.contains(char::is_lowercase)
}

/// Returns what a text says beside the name of a person, or in its place.
fn remark(cell: &str) -> Option<Message> {
    let known = &LEXICON.names;
    let words = fold::words(cell);
    let text = || words::quotable(cell);
    if known.several.has_any(&words) || counts_people(cell) {
        return Some(rows::SEVERAL_PEOPLE.into());
    }
    if known.instead.has_any(&words) {
        return Some(message!(rows::name_of_another { cell: text() }));
    }
    if known.open.has_any(&words) || cell.contains("??") {
        return Some(message!(rows::name_is_open { cell: text() }));
    }
    let is_marked = cell.ends_with(['*', '†'])
        || cell.starts_with(['*', '#'])
        || cell.contains(['!', '→'])
        || cell.contains("->")
        || is_abbreviated(cell);
    let is_in_brackets = cell.starts_with('(') && cell.ends_with(')');
    (is_marked || is_in_brackets).then(|| message!(rows::name_is_marked { cell: text() }))
}

/// Whether brackets behind a name hold an abbreviation, which may be of anything: `(entf.)`, `(n. a.)`, `(W)`.
fn is_abbreviated(cell: &str) -> bool {
    let Some((_, mark)) = cell.strip_suffix(')').and_then(|it| it.rsplit_once('(')) else {
        return false;
    };
    let is_letter = mark.chars().count() == 1 && mark.chars().all(char::is_alphabetic);
    is_letter
        || mark.starts_with(char::is_lowercase) && mark.ends_with('.') && !has_legal_form(mark)
}

/// Whether the word before a name says that its person does not come: `ABGESAGT Bert Klug`, `Warteliste: Bert Klug`.
/// A name of two words begins like any other.
fn is_withheld(cell: &str, first: &str) -> bool {
    let is_parted = first.ends_with([':', '-', '–']);
    let is_loud = first.chars().count() > 1 && first.chars().all(char::is_uppercase);
    let may_be_one = is_parted || is_loud || cell.split_whitespace().nth(2).is_some();
    may_be_one
        && !first.ends_with(',')
        && (LEXICON.withholds(first) || LEXICON.states_absence(first))
}

/// Whether a text is only the name of an organisation; a person's name may stand before one: `Anna Berg, BioM GmbH`.
fn is_company(cell: &str, first: &[String], last: &str) -> bool {
    let is_parted = cell.contains([',', ';', '(', '[', '/', '|', '@', ':']) || cell.contains(" - ");
    // Names end in small letters, most legal forms do not; `Se`, `Ag` and `Sa` are names.
    let capitals = last.chars().filter(|it| it.is_uppercase()).count();
    let length = last.chars().count();
    let may_be_form = last.contains('.') || capitals > 1 || length == 3 || length == 4;
    let begins = || LEXICON.asides.organisations.has_any(first);
    !is_parted && (begins() || may_be_form && has_legal_form(cell))
}

/// Whether a text counts people: `(+ 2)`, `2x Anna Berg`, `+3`.
fn counts_people(cell: &str) -> bool {
    let digits = |text: &str| {
        let text = text.trim();
        !text.is_empty() && text.len() < 3 && text.bytes().all(|it| it.is_ascii_digit())
    };
    let behind = cell
        .rsplit_once('+')
        .is_some_and(|(_, rest)| digits(rest.trim_end_matches([')', ']', ' '])));
    let first = cell.split_whitespace().next().unwrap_or_default();
    let times = first.trim_end_matches(['x', 'X', '×']);
    behind || times.len() < first.len() && digits(times)
}

#[cfg(test)]
mod tests {
    use super::not_one_person;

    #[test]
    fn what_is_not_one_person_is_not_a_name() {
        for other in [
            "Ada Lenz + 1",
            "Ada Lenz (+ 2)",
            "2x Ada Lenz",
            "Ada Lenz (2 Personen)",
            "Ada Lenz et al.",
            "Ada Lenz und ein Gast",
            "Familie Lenz",
            "Ehepaar Lenz",
            "Lenz Optik GmbH",
            "Lenz Optique SARL",
            "Universität Saale",
            "Abteilung Einkauf",
            "Redaktion Tageblatt",
            "Platzhalter Lenz",
            "wird noch benannt",
            "Mitarbeiter Lenz Optik",
            "Textilring e.V.",
            "Lenz S.p.A.",
            "Lenz B.V.",
            "i.V. Ada Lenz",
            "Ada Lenz, vertreten durch Bert Klug",
            "Ada Lenz (Vertretung für Emil Fax)",
            "evtl. Ada Lenz",
            "Ada Lenz ???",
            "ABGESAGT Ada Lenz",
            "STORNO Ada",
            "Absage Ada Lenz",
            "Warteliste: Ada Lenz",
            "CANCELLED - Ada Lenz",
            "Ada Lenz -> Absage",
            "abgesagt!! Ada Lenz",
            "#Ada Lenz",
            "Ada Lenz (entf.)",
            "Ada Lenz (W)",
        ] {
            assert!(not_one_person(other).is_some(), "{other}");
        }
        for name in [
            "Ada Lenz",
            "Lenz, Ada",
            "Dr. Ada Lenz",
            "Ada Lenz (Lenz Optik GmbH)",
            "Ada Lenz, Lenz Optik GmbH",
            "Kim Se",
            "Minh Ag",
            "Ada Lenz (2)",
            "Max Gast",
            "Vera Familie",
            "Ada von der Heide",
            "Ada Lenz | Siemens AG",
            "Ada Lenz (BMWi)",
            "Jo Team",
            "Ivo Open",
            "I. V. Petrow",
            "Iva Novak",
            "Gruppe, Max",
            "Team, Thomas",
            "Krank, Ada Maria",
            "ADA LENZ",
            "Ada Maria Lenz",
            "Ada Lenz (Kurz e.V.)",
        ] {
            assert!(not_one_person(name).is_none(), "{name}");
        }
    }
}
