//! Names below a heading that is not understood.
//!
//! Next to one half of a name, an adjacent column whose cells can be names is the other half. If no column has names,
//! one whose words occur in the addresses of the rows does: `Anna Müller` next to `anna.mueller@…`.

use super::super::heading::unnamed;
use super::super::{Field, Record};
use super::columns::Origin;
use super::decide::{Decided, Draft};
use crate::formats::lexicon::LEXICON;
use crate::identity::fold_tokens;

/// The minimum length of a word, in letters; shorter ones occur in addresses by chance.
const SHORTEST: usize = 3;

pub(super) fn find(decided: &mut Decided, rows: &[Record]) {
    let has = |field: &Field| decided.columns.iter().position(|column| column.is(field));
    if has(&Field::Name).is_some() {
        return;
    }
    let (field, beside) = match (has(&Field::GivenName), has(&Field::FamilyName)) {
        (Some(_), Some(_)) => return,
        (Some(given), None) => (Field::FamilyName, Some(given)),
        (None, Some(family)) => (Field::GivenName, Some(family)),
        (None, None) => (Field::Name, None),
    };
    let address = has(&Field::Email).or(has(&Field::AccountEmail));
    let may_be_names = |column: &usize| {
        let draft = &decided.columns[*column];
        draft.field.is_none()
            && !LEXICON.names_a_child(&draft.heading)
            && can_be_names(draft, rows, *column)
    };
    let mut open = (0..decided.columns.len()).filter(may_be_names);
    let is_next = |column: &usize| beside.is_some_and(|it| it.abs_diff(*column) == 1);
    // One word is a half of a name, and which half nobody knows.
    let is_whole = |column: &usize| field != Field::Name || are_whole_names(rows, *column);
    let is_addressed =
        |column: &usize| address.is_some_and(|address| are_in_addresses(rows, *column, address));
    let is_corner = |column: &usize| {
        let is_unnamed = decided.columns[*column].heading == unnamed(0);
        *column == 0 && is_unnamed && decided.chooses_by_column() && are_whole_names(rows, 0)
    };
    let found = open.clone().find(is_next);
    let found = found
        .or_else(|| open.clone().find(is_addressed))
        .or_else(|| open.find(is_corner));
    match found {
        Some(column) if is_whole(&column) => decided.explained(column, field),
        Some(column) => decided.columns[column].origin = Origin::Asked,
        None => {}
    }
}

/// Whether most cells are more than one word.
fn are_whole_names(rows: &[Record], column: usize) -> bool {
    let cells = rows.iter().filter_map(|row| row.get(column)).map(str::trim);
    let (mut filled, mut whole) = (0, 0);
    for cell in cells.filter(|cell| !cell.is_empty()) {
        filled += 1;
        whole += usize::from(cell.contains(char::is_whitespace));
    }
    whole * 2 >= filled
}

/// Whether at least two of three cells are a few words of letters, and not the same few repeated.
pub(super) fn can_be_names(draft: &Draft, rows: &[Record], column: usize) -> bool {
    let evidence = &draft.evidence;
    if evidence.filled == 0 || evidence.distinct * 2 < evidence.filled {
        return false;
    }
    let cells = rows.iter().filter_map(|row| row.get(column)).map(str::trim);
    let (mut filled, mut fit) = (0, 0);
    for cell in cells.filter(|cell| !cell.is_empty()) {
        let is_letters = |sign: char| sign.is_alphabetic() || " -'’.,".contains(sign);
        let words = cell.split_whitespace().count();
        filled += 1;
        fit += usize::from(words <= 4 && cell.chars().all(is_letters));
    }
    fit * 3 >= filled * 2
}

/// Whether half of the cells have a word that occurs in the row's address.
fn are_in_addresses(rows: &[Record], column: usize, address: usize) -> bool {
    let (mut both, mut agree) = (0, 0);
    for row in rows {
        let (Some(cell), Some(address)) = (row.get(column), row.get(address)) else {
            continue;
        };
        let Some((local, _)) = address.trim().split_once('@') else {
            continue;
        };
        let words = fold_tokens(cell);
        if words.is_empty() {
            continue;
        }
        let local = fold_tokens(local).concat();
        both += 1;
        let stands =
            |word: &String| word.chars().count() >= SHORTEST && local.contains(word.as_str());
        agree += usize::from(words.iter().any(stands));
    }
    both > 0 && agree * 2 >= both
}
