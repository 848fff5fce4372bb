//! The programme with its numbers.
//!
//! Speakers have a list of their own, so that the table fits on a sheet of portrait paper.

use super::bars;
use super::{Source, cell, column, number, words};
use crate::model::Session;
use crate::output::keyed::columns;
use crate::output::{Bar, Bars, Cell, Column, Document, Part, Table};
use crate::report::recording::SessionRecord;
use crate::report::{days, times};

/// Columns of the sessions report, in order.
const NUMBERS: [&str; 7] = [
    "capacity",
    "signed_up",
    "waitlisted",
    "came",
    "rate",
    "peak",
    "average_minutes",
];

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
    let mut day = None;
    let recording = &source.data.recording;
    let records = recording.sessions.iter().map(|it| (&it.session, Some(it)));
    let cancelled = recording.cancelled.iter().map(|it| (it, None));
    let programme: Vec<(&Session, Option<&SessionRecord>)> = records.chain(cancelled).collect();
    for row in source.sessions.rows() {
        let slug = cell(&source.sessions, row, "session");
        let mut named = programme.iter();
        let Some((session, record)) = named.find(|it| Cell::from(it.0.slug.as_str()) == slug)
        else {
            continue;
        };
        let own = days::heading_of_day(session, source.event, language);
        if own.is_some() && own != day {
            table.continue_group(own.clone().unwrap_or_default(), Vec::new());
        }
        day = own;
        table.push(line(source, session, row));
        pictured.extend(record.and_then(|it| bar_of(source, it, row)));
    }
    if source.is_settled() && !source.options.public {
        table.note(words::CAME_IS_MORE.in_language(language));
    }
    document.push(Part::Table(table));
    if source.options.public {
        return;
    }
    let bars = Bars {
        caption: words::CAME_BY_SESSION.in_language(language).to_owned(),
        whole: Some(words::STAYED_AWAY.in_language(language).to_owned()),
        part: words::CAME.in_language(language).to_owned(),
        beyond: Some(words::CAME_WITHOUT_PLACE.in_language(language).to_owned()),
        bars: pictured,
    };
    bars::add(document, bars);
}

/// Returns the bar of a session: people with a place who came, those who did not, and people who came without one.
/// `None` if no log was kept of it.
fn bar_of(source: &Source<'_>, record: &SessionRecord, row: &[Cell]) -> Option<Bar> {
    let of_report = |key| number(&source.sessions, row, key);
    let came = of_report("came")?;
    let came_with_place = of_report("came_with_place")?;
    Some(Bar {
        name: record.session.title.clone(),
        part: came_with_place,
        whole: of_report("signed_up").filter(|it| *it > 0),
        beyond: came - came_with_place,
    })
}

fn table_columns(source: &Source<'_>) -> Vec<Column> {
    let of_report = |key| column(&source.sessions, key);
    let session = of_report("session").map(Column::hidden_in_text);
    let mut columns: Vec<Column> = session.into_iter().collect();
    columns.push(Column::of(columns::SESSION_TIME));
    columns.push(Column::of(columns::END).hidden_in_text());
    columns.extend(of_report("title"));
    let kind = of_report("kind");
    columns.extend(kind.map(|it| {
        if source.is_settled() {
            it.hidden_in_text()
        } else {
            it
        }
    }));
    if source.options.public {
        columns.extend(of_report("came"));
        return columns;
    }
    columns.extend(numbers(source).filter_map(of_report));
    columns
}

/// The numbers of places and of people waiting matter only while people can still get a place.
fn numbers(source: &Source<'_>) -> impl Iterator<Item = &'static str> {
    let is_open = ["capacity", "waitlisted"].map(|key| !source.is_settled() && source.has_any(key));
    let keys = NUMBERS.into_iter();
    keys.filter(move |key| match *key {
        "capacity" => is_open[0],
        "waitlisted" => is_open[1],
        _ => true,
    })
}

fn line(source: &Source<'_>, session: &Session, row: &[Cell]) -> Vec<Cell> {
    let (event, language) = (source.event, source.language());
    let of_report = |key| cell(&source.sessions, row, key);
    let start = match times::clock(session.start, event, language) {
        Cell::Moment { iso, .. } => Cell::Moment {
            iso,
            shown: times::span_of_day(session, event, language),
        },
        other => other,
    };
    let mut cells = vec![
        of_report("session"),
        start,
        times::clock(session.end, event, language),
        of_report("title"),
        of_report("kind"),
    ];
    if source.options.public {
        cells.push(of_report("came"));
        return cells;
    }
    cells.extend(numbers(source).map(of_report));
    cells
}
