//! `GoToWebinar`: the attendee report, one row per registration or connection.
//!
//! A line with the time of generation, then blocks below titles: `General Information` with pairs of a heading row and
//! a row of values, and `Session Details` with the table. Headings may be padded with empty cells. Several sessions
//! follow each other. People who did not come are listed with `No` and `--`; people who came again have another row.
//! Times name their zone: `Oct 08, 2020 09:58 AM CEST`. Questions of the registration form are additional columns.

use std::borrow::Cow;

use super::table::{Fields, Table, about, by_words, missing, said, unreadable};
use super::{RawLine, RawLog, RawMeeting, Says, Unreadable, is_moment};
use crate::catalogue::messages::platforms as say;
use crate::formats::platform::{Platform, with_own_code};
use crate::import::values::words;
use crate::import::{Field, Record, heading};

fn platform() -> &'static Platform {
    with_own_code("goto-webinar")
}

pub(super) fn read(records: &[Record]) -> Option<Result<RawLog<'_>, Unreadable>> {
    let first = records.first()?;
    let is = |mark| records.iter().any(|record| is_mark(record, mark));
    let signs = [is_begin(first), is("general"), is("session")];
    // Somebody may have removed everything above the table.
    let fields = by_words(platform(), first);
    let bare = [Field::Present, Field::Ignore, Field::JoinedAt]
        .iter()
        .all(|field| fields.contains(&Some(field.clone())));
    if !bare && signs.iter().filter(|sign| **sign).count() < 2 {
        return None;
    }
    Some(Report::default().read(records))
}

/// Whether a row is the first of a report: `Attendee Report:`.
fn is_begin(record: &Record) -> bool {
    let first = record.get(0).unwrap_or_default();
    let title = first.split_once(':').map(|(title, _)| title);
    title.is_some_and(|title| platform().is_mark("report", title))
}

/// Whether a row contains only a mark.
fn is_mark(record: &Record, mark: &str) -> bool {
    // Every row of a file is checked here, and hardly any has a single cell.
    record.filled() == 1 && platform().is_mark(mark, record.get(0).unwrap_or_default())
}

/// Whether a row begins something new: a mark, known or not, another report, another heading row.
fn ends_table(record: &Record) -> bool {
    let first = said(record, 0);
    let alone = record.filled() == 1 && !first.is_empty() && words::yes_no(first).is_none();
    alone
        || is_begin(record)
        || is_header(record)
        || about(platform(), record, &Field::Event).is_some()
}

/// Whether a row is the heading of a table of stays.
fn is_header(record: &Record) -> bool {
    missing(&of_the_platform(record)).is_none()
}

/// Determines the columns: by the words of the platform, and the organisation by the general ones.
fn fields(header: &Record) -> Fields {
    let mut fields = of_the_platform(header);
    let asks = |heading| heading::field_of(heading) == Some(Field::Organisation);
    if let Some(place) = header.cells().position(asks) {
        fields[place] = Some(Field::Organisation);
    }
    fields
}

/// Determines the columns by the words of the platform alone, as is enough for every record that may be the headings.
fn of_the_platform(header: &Record) -> Fields {
    let mut fields = by_words(platform(), header);
    let has = |field| fields.contains(&Some(field));
    let is_named = has(Field::GivenName) && has(Field::FamilyName);
    let without = |field: &Field| match field {
        Field::Name => is_named,
        Field::GivenName | Field::FamilyName => !is_named,
        _ => false,
    };
    for field in &mut fields {
        field.take_if(|field| without(field));
    }
    fields
}

/// What has been read of a report.
#[derive(Default)]
struct Report<'file> {
    log: RawLog<'file>,
    /// The meeting that the next table is about.
    meeting: RawMeeting<'file>,
    /// Whether a table of it has been read.
    has_table: bool,
}

impl<'file> Report<'file> {
    fn read(mut self, records: &'file [Record]) -> Result<RawLog<'file>, Unreadable> {
        self.log.family = "goto-webinar";
        let mut rest = records;
        let mut expected = false;
        while let Some((record, after)) = rest.split_first() {
            rest = after;
            if expected || is_header(record) {
                let length = after.iter().position(ends_table).unwrap_or(after.len());
                let (rows, beyond) = after.split_at(length);
                self.table(record, rows)?;
                rest = beyond;
            } else if is_begin(record) {
                self.meeting = RawMeeting::new(said(record, 1), "", "");
            } else if let Some(values) = after.first() {
                self.describe(record, values);
            }
            expected = is_mark(record, "session");
        }
        if !self.has_table {
            return Err(unreadable(platform(), None, say::REGISTERED_MISSING));
        }
        Ok(self.log)
    }

    /// Sets what a heading row and the values below it say about the meeting.
    fn describe(&mut self, record: &Record, values: &'file Record) {
        let value = |field| {
            let place = about(platform(), record, field)?;
            let before = record.cells().take(place);
            let ordinal = before.filter(|cell| !cell.trim().is_empty()).count();
            // Values need not be padded like their headings.
            [place, ordinal]
                .into_iter()
                .map(|column| said(values, column))
                .find(|text| !text.is_empty())
        };
        if let Some(title) = value(&Field::Event) {
            self.meeting = RawMeeting::new(title, "", "");
        }
        if let Some(start) = value(&Field::Start).filter(|start| is_moment(start)) {
            self.meeting.start = start;
        }
    }

    fn table(&mut self, header: &'file Record, rows: &'file [Record]) -> Result<(), Unreadable> {
        let header = if is_padded_alone(header, rows) {
            let cells = header.cells().filter(|cell| !cell.trim().is_empty());
            Cow::Owned(Record::new(header.line(), cells))
        } else {
            Cow::Borrowed(header)
        };
        let fields = fields(&header);
        if let Some(reason) = missing(&fields) {
            return Err(unreadable(platform(), Some(&header), reason));
        }
        let table = Table::new(&header, fields, &Field::Ignore);
        let meeting = self.meeting_number();
        let absent = words_of_absence(&table, rows);
        for row in rows {
            let attended = table.said(row, &Field::Present);
            let was_there =
                words::yes_no(attended).or_else(|| absent.contains(&attended).then_some(false));
            let says = match was_there {
                Some(false) if table.unchecked(row, meeting).says_nothing() => {
                    Says::Nothing(say::NO_SHOW.into())
                }
                Some(false) => table.wrong(&Field::Present, say::ABSENT_WITH_TIME),
                None if is_misplaced(attended) => table.wrong(&Field::Present, say::NOT_YES_NO),
                _ if is_beside_headings(&header, row) => {
                    Says::Wrong(None, say::NOT_BELOW_HEADINGS.into())
                }
                _ => table.stay(row, meeting),
            };
            self.log.lines.push(RawLine::of(row, says));
        }
        if !self.has_table {
            self.log.columns = table.columns;
        }
        self.has_table = true;
        Ok(())
    }

    /// Returns the number of the current meeting; another session of a known meeting has the same number.
    fn meeting_number(&mut self) -> usize {
        let meetings = &mut self.log.meetings;
        let known = meetings.iter().position(|known| *known == self.meeting);
        known.unwrap_or_else(|| {
            meetings.push(self.meeting.clone());
            meetings.len() - 1
        })
    }
}

/// Whether there are empty cells between the headings, but none between the values of the rows.
fn is_padded_alone(header: &Record, rows: &[Record]) -> bool {
    let named = header.cells().filter(|cell| !cell.trim().is_empty());
    let named = named.count();
    header.filled() > named && !rows.is_empty() && rows.iter().all(|row| row.filled() <= named)
}

/// Whether there is a value below an empty cell between the headings.
fn is_beside_headings(header: &Record, row: &Record) -> bool {
    let is_empty = |cell: Option<&str>| cell.unwrap_or_default().trim().is_empty();
    (0..header.filled()).any(|place| is_empty(header.get(place)) && !is_empty(row.get(place)))
}

/// Whether a cell of the first column belongs into another one.
fn is_misplaced(attended: &str) -> bool {
    attended.contains(|letter: char| letter.is_ascii_digit() || letter == '@')
}

/// Returns the words of an unknown language that only occur for people who were not there.
fn words_of_absence<'file>(table: &Table, rows: &'file [Record]) -> Vec<&'file str> {
    let of = |timed: bool| {
        rows.iter()
            .filter(move |row| table.unchecked(row, 0).says_nothing() != timed)
            .map(|row| table.said(row, &Field::Present))
            .filter(|word| !word.is_empty() && words::yes_no(word).is_none())
    };
    let present: Vec<&str> = of(true).collect();
    let mut absent: Vec<&str> = of(false).filter(|word| !present.contains(word)).collect();
    absent.dedup();
    // More than one word means more than "no".
    if absent.iter().any(|word| *word != absent[0]) || present.is_empty() {
        absent.clear();
    }
    absent
}

#[cfg(test)]
#[path = "goto_tests.rs"]
mod tests;
