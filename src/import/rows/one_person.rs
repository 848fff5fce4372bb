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
    let known = &LEXICON.names;
    let words = fold::words(cell);
    // `Gruppe, Max` is somebody's family name.
    let is_family_name = cell
        .split_whitespace()
        .next()
        .is_some_and(|it| it.ends_with(','));
    let begins =
        |list: &Words| !is_family_name && words.first().is_some_and(|it| list.has_word(it));
    let text = || words::quotable(cell);
    if words.len() < 2 {
        return None;
    }
    if begins(&known.groups) || known.several.has_any(&words) || counts_people(cell) {
        return Some(rows::SEVERAL_PEOPLE.into());
    }
    let deputy = ["i.V.", "i. V.", "i.A.", "i. A.", "ppa."];
    let is_deputy = deputy.iter().any(|it| cell.starts_with(it));
    if is_deputy || known.instead.has_any(&words) || begins(&known.instead_before) {
        return Some(message!(rows::name_of_another { cell: text() }));
    }
    if begins(&known.open_before) || known.open.has_any(&words) || cell.contains("??") {
        return Some(message!(rows::name_is_open { cell: text() }));
    }
    let is_marked = cell.ends_with(['*', '†']) || cell.starts_with('*');
    let is_in_brackets = cell.starts_with('(') && cell.ends_with(')');
    if is_marked || is_in_brackets {
        return Some(message!(rows::name_is_marked { cell: text() }));
    }
    is_company(cell).then(|| message!(rows::name_of_a_company { cell: text() }))
}

/// Whether a text is only the name of an organisation; a person's name may stand before one: `Anna Berg, BioM GmbH`.
fn is_company(cell: &str) -> bool {
    let is_parted = cell.contains([',', ';', '(', '[', '/', '|', '@', ':']) || cell.contains(" - ");
    let named = &LEXICON.asides.organisations;
    let begins = cell.split_whitespace().next().is_some_and(|first| {
        let first = fold::words(first);
        named.has_any(&first)
    });
    // `Se`, `Ag` and `Sa` are names; legal forms of two letters are written in capitals.
    let last = cell.split_whitespace().next_back().unwrap_or_default();
    let is_short = last.chars().count() < 3 && last.chars().any(char::is_lowercase);
    !is_parted && (begins || has_legal_form(cell) && !is_short)
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
        ] {
            assert!(not_one_person(name).is_none(), "{name}");
        }
    }
}
