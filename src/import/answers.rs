//! `--map` answers: which of them apply to something in the file, and which are useless for this kind of file.

use super::choices::Choices;
use super::error::ImportError;
use super::layout::{CellWords, Layout};
use super::{Field, Kind, Record};
use crate::formats::fold;
use crate::model::Session;

/// Returns for every answer whether it applies to something in this file.
pub(super) fn used_answers(
    map: &[(String, Field)],
    sessions: &[Session],
    layout: &Layout,
    rows: &[Record],
) -> Vec<bool> {
    let is_used = |(left, field): &(String, Field)| {
        is_heading(layout, left)
            || match field {
                Field::SessionOption(slug) => sessions.iter().any(|known| known.slug == *slug),
                // The left side may also be a word in a column of sessions.
                Field::Ignore => is_said(layout, rows, left),
                _ => layout.words.are_said(left, cells_of(layout, rows)),
            }
    };
    map.iter().map(is_used).collect()
}

/// Refuses a word with a meaning that this kind of file does not use.
pub(super) fn refuse_unread_words(
    name: &str,
    layout: &Layout,
    map: &[(String, Field)],
) -> Result<(), ImportError> {
    let unread = map.iter().find(|(left, field)| {
        let is_unread = match layout.kind {
            Kind::Attendance => CellWords::is_of_signups(field),
            Kind::Signups => CellWords::is_of_attendance(field),
            _ => false,
        };
        is_unread && !is_heading(layout, left)
    });
    match unread {
        None => Ok(()),
        Some((word, field)) => Err(ImportError::WordNotRead {
            file: name.to_owned(),
            word: word.clone(),
            field: field.clone(),
            kind: layout.kind,
        }),
    }
}

fn is_heading(layout: &Layout, left: &str) -> bool {
    let mut columns = layout.columns.iter();
    columns.any(|column| fold::plain(&column.heading) == fold::plain(left))
}

/// Returns the cells in a table's head in which words count, each with its column.
fn cells_of<'a>(layout: &'a Layout, head: &'a [Record]) -> impl Iterator<Item = (usize, &'a str)> {
    let rows = head.get(layout.first_row..).unwrap_or_default();
    let cells = rows.iter().flat_map(|record| record.cells().enumerate());
    cells.filter(|(column, _)| layout.reads_words(*column))
}

/// Whether a column of sessions contains exactly this word.
fn is_said(layout: &Layout, head: &[Record], word: &str) -> bool {
    layout
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.field == Field::Session)
        .any(|(index, _)| {
            head.get(layout.first_row..)
                .unwrap_or_default()
                .iter()
                .filter_map(|record| record.get(index))
                .any(|cell| Choices::says(cell, word))
        })
}
