//! The exports of this program, known by their headings in either language.

use super::{Draft, Field, Head, Kind, Quirks, Record, plain};
use crate::output::Language;
use crate::output::catalogue::{Keyed, columns, exports};

const FAMILY: &str = "rollcall";

const EXPORTS: &[(Kind, &[Keyed])] = &[
    (Kind::Organisations, exports::ORGANISATIONS),
    (Kind::People, exports::PEOPLE),
    (Kind::Programme, exports::PROGRAMME),
    (Kind::Signups, exports::SIGNUPS),
    (Kind::Attendance, exports::ATTENDANCE),
];

/// Whether it is `export mailing`, in either language: nearly a list of sign-ups, and none.
pub(in crate::import) fn is_mailing(records: &[Record]) -> bool {
    let Some(first) = records.first() else {
        return false;
    };
    let cells: Vec<String> = first.cells().map(plain).collect();
    Language::ALL.into_iter().any(|language| {
        let headings = [columns::SALUTATION, columns::PERSONAL_LINE];
        let mut headings = headings
            .map(|it| it.in_language(language).to_lowercase())
            .into_iter();
        headings.all(|heading| cells.contains(&heading))
    })
}

pub(super) fn recognise(head: &Head<'_>) -> Option<Draft> {
    let cells: Vec<String> = head.records.first()?.cells().map(plain).collect();
    let (kind, headings) = EXPORTS.iter().find(|(kind, headings)| {
        // Form answers stand behind the columns of sign-ups, and nowhere else.
        let width = if *kind == Kind::Signups {
            cells.len() >= headings.len()
        } else {
            cells.len() == headings.len()
        };
        width
            && Language::ALL.into_iter().any(|language| {
                let known = headings.iter().map(|it| it.in_language(language));
                known
                    .zip(&cells)
                    .all(|(known, cell)| *cell == known.to_lowercase())
            })
    })?;
    let mut fields: Vec<Option<Field>> = headings
        .iter()
        .map(|known| Field::parse(known.key()))
        .collect();
    fields.resize(cells.len(), Some(Field::Answer));
    Some(Draft {
        family: FAMILY,
        kind: *kind,
        header: 0,
        headings: None,
        fields,
        quirks: Quirks {
            one_signup_a_row: *kind == Kind::Signups,
            own: true,
            ..Quirks::default()
        },
    })
}
