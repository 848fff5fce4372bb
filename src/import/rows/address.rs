//! The address in a cell, with text around it or in its place.

use super::super::plan::{Plan, Problem};
use super::super::values::words;
use super::super::{Field, Kind, Record};
use super::who::{is_anonymous, may_be_a_name};
use crate::catalogue::messages::rows;
use crate::formats::lexicon::LEXICON;
use crate::identity::normalize_address;

impl Plan {
    /// Reads the address in the column of a field; an unreadable address of an account counts as none.
    pub(super) fn address(
        &self,
        record: &Record,
        field: &Field,
    ) -> Result<Option<String>, Problem> {
        let Some(column) = self.layout.column(field) else {
            return Ok(None);
        };
        let cell = self.cell(record, column);
        if let Some(address) = normalize_address(&cell).or_else(|| without_remark(&cell)) {
            return Ok(Some(address));
        }
        if cell.is_empty()
            || is_anonymous(&cell)
            || words::is_empty_word(&cell)
            || is_missing(&cell)
        {
            return Ok(None);
        }
        // A list of attendees may have addresses for some people and names for others.
        let is_name = self.layout.kind == Kind::Attendance && may_be_a_name(&cell);
        if *field == Field::AccountEmail || is_name {
            return Ok(None);
        }
        let reason = if holds_two(&cell) {
            rows::TWO_ADDRESSES
        } else {
            rows::NOT_AN_ADDRESS
        };
        Err(self.problem(record, column, reason))
    }
}

fn is_missing(cell: &str) -> bool {
    LEXICON.answers.no_address.are(cell)
}

/// `anna@example.org (private)`, `anna@example.org.`
fn without_remark(cell: &str) -> Option<String> {
    let bare = match cell.split_once('(') {
        Some((before, remark)) if !remark.contains('@') && remark.ends_with(')') => before,
        Some(_) => return None,
        None => cell,
    };
    normalize_address(bare.trim().trim_end_matches('.'))
}

fn holds_two(cell: &str) -> bool {
    let is_between =
        |letter: char| letter.is_whitespace() || matches!(letter, ';' | ',' | '/' | '|');
    let addresses = cell.split(is_between).filter_map(normalize_address);
    addresses.count() > 1
}

#[cfg(test)]
mod tests {
    use super::{holds_two, is_missing, without_remark};

    #[test]
    fn remarks_around_an_address_are_none_of_it() {
        for cell in [
            "a@example.org (privat)",
            "a@example.org.",
            "a@example.org(alt)",
        ] {
            assert_eq!(
                without_remark(cell).as_deref(),
                Some("a@example.org"),
                "{cell}"
            );
        }
        for cell in [
            "a@example.org (b@example.org)",
            "a at example.org",
            "(privat)",
        ] {
            assert_eq!(without_remark(cell), None, "{cell}");
        }
    }

    #[test]
    fn two_addresses_are_seen() {
        for cell in [
            "a@example.org; b@example.org",
            "a@example.org, b@example.org",
            "a@example.org / b@example.org",
            "a@example.org\nb@example.org",
        ] {
            assert!(holds_two(cell), "{cell}");
        }
        assert!(!holds_two("a@example.org; b@example"));
        assert!(is_missing("Keine") && is_missing("folgt noch …") && !is_missing("keine@example"));
    }
}
