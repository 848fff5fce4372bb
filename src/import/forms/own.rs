//! The exports of this program, known by their headings in either language.

use super::{Draft, Field, Head, Kind, Quirks, plain};
use crate::model::heading::{self, Heading};

const FAMILY: &str = "rollcall";

const EXPORTS: &[(Kind, &[Heading])] = &[
    (Kind::Organisations, heading::ORGANISATIONS),
    (Kind::People, heading::PEOPLE),
    (Kind::Programme, heading::PROGRAMME),
    (Kind::Signups, heading::SIGNUPS),
    (Kind::Attendance, heading::ATTENDANCE),
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
            && (headings
                .iter()
                .zip(&cells)
                .all(|(known, cell)| cell == known.key)
                || headings
                    .iter()
                    .zip(&cells)
                    .all(|(known, cell)| *cell == known.german.to_lowercase()))
    })?;
    let mut fields: Vec<Option<Field>> = headings
        .iter()
        .map(|known| Field::parse(known.key))
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
