//! The exports of this program, known by their headings in either language.

use super::{Draft, Field, Head, Kind, Quirks, plain};
use crate::output::Language;
use crate::output::catalogue::{Keyed, exports};

const FAMILY: &str = "rollcall";

const EXPORTS: &[(Kind, &[Keyed])] = &[
    (Kind::Organisations, exports::ORGANISATIONS),
    (Kind::People, exports::PEOPLE),
    (Kind::Programme, exports::PROGRAMME),
    (Kind::Signups, exports::SIGNUPS),
    (Kind::Attendance, exports::ATTENDANCE),
];

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
