//! The programme with its numbers.
//!
//! Speakers stand in a list of their own, so that the table fits on a sheet of paper held upright.

use super::bars::{self, bar};
use super::{Source, cell, column, number, words};
use crate::output::keyed::columns;
use crate::output::{Bars, Cell, Column, Document, Part, Table};
use crate::report::recording::SessionRecord;
use crate::report::times;

/// Columns of the report of the sessions after `came`.
const AFTER_CAME: [&str; 3] = ["rate", "peak", "average_minutes"];

/// Adds the sessions.
pub(super) fn add(document: &mut Document, source: &Source<'_>) {
    let language = source.language();
    let heading = words::PROGRAMME.in_language(language);
    document.push(Part::Heading(heading.to_owned()));
    if source.sessions.is_empty() {
        let sentence = words::NO_SESSIONS.in_language(language);
        document.push(Part::Paragraph(sentence.to_owned()));
        return;
    }
    let mut table = Table::new("programme", "", table_columns(source));
    let mut pictured = Vec::new();
    // Both are in the programme's order.
    let records = &source.data.recording.sessions;
    for (record, row) in records.iter().zip(source.sessions.rows()) {
        table.push(line(source, record, row));
        let title = record.session.title.as_str();
        let whole = number(&source.sessions, row, "signed_up");
        if let Some(came) = came(source, row) {
            pictured.push(bar(title, came, whole.filter(|it| *it > 0)));
        }
    }
    let is_known = source.is_settled();
    if is_known {
        table.note(words::CAME_IS_MORE.in_language(language));
    }
    document.push(Part::Table(table));
    let bars = Bars {
        caption: words::CAME_BY_SESSION.in_language(language).to_owned(),
        whole: Some(words::SIGNED_UP.in_language(language).to_owned()),
        part: words::CAME.in_language(language).to_owned(),
        bars: pictured,
    };
    bars::add(document, bars);
}

fn table_columns(source: &Source<'_>) -> Vec<Column> {
    let of_report = |key| column(&source.sessions, key);
    let session = of_report("session").map(Column::hidden_in_text);
    let mut columns: Vec<Column> = session.into_iter().collect();
    columns.push(Column::of(columns::SESSION_TIME));
    columns.push(Column::of(columns::END).hidden_in_text());
    columns.extend(of_report("title"));
    columns.extend(of_report("kind"));
    columns.extend(of_report("signed_up"));
    columns.push(Column::of(columns::CAME).right());
    columns.extend(AFTER_CAME.into_iter().filter_map(of_report));
    columns
}

fn line(source: &Source<'_>, record: &SessionRecord, row: &[Cell]) -> Vec<Cell> {
    let (event, language) = (source.event, source.language());
    let session = &record.session;
    let of_report = |key| cell(&source.sessions, row, key);
    let start = match times::clock(session.start, event, language) {
        Cell::Moment { iso, .. } => Cell::Moment {
            iso,
            shown: times::span(session, event, language),
        },
        other => other,
    };
    let mut cells = vec![
        of_report("session"),
        start,
        times::clock(session.end, event, language),
        of_report("title"),
        of_report("kind"),
        of_report("signed_up"),
        Cell::from(came(source, row)),
    ];
    cells.extend(AFTER_CAME.into_iter().map(of_report));
    cells
}

/// How many of a session's audience were there at all; nothing where nobody knows.
fn came(source: &Source<'_>, row: &[Cell]) -> Option<usize> {
    let keys = ["present", "partial", "walk_in", "brief"];
    let numbers = keys.map(|key| number(&source.sessions, row, key));
    numbers
        .into_iter()
        .try_fold(0, |sum, number| Some(sum + number?))
}
