//! `GoToWebinar`: the attendee report, one row per registration or connection.
//!
//! A line with the time of generation, then blocks below titles: `General Information` with pairs of a heading row and
//! a row of values, and `Session Details` with the table. Headings may be padded with empty cells. Several sessions
//! follow each other. People who did not come are listed with `No` and `--`; people who came again have another row.
//! Times name their zone: `Oct 08, 2020 09:58 AM CEST`. Questions of the registration form are additional columns.

use std::borrow::Cow;

use super::table::{Fields, Places, by_words, platform_error, said, said_in, shown, width};
use super::{RawLine, RawLog, RawMeeting, Says, Unreadable, is_moment};
use crate::catalogue::messages::platforms as say;
use crate::formats::platform::{Platform, with_own_code};
use crate::import::layout::Column;
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
    width(record) == 1 && platform().is_mark(mark, record.get(0).unwrap_or_default())
}

/// Whether a row begins something new: a mark, known or not, another report, another heading row.
fn ends_table(record: &Record) -> bool {
    let alone = width(record) == 1
        && record.get(0).is_some_and(|cell| {
            !cell.trim().is_empty() && words::yes_no(cell).is_none() && !said(record, 0).is_empty()
        });
    alone || is_begin(record) || is_header(record) || about(record, &Field::Event).is_some()
}

/// Whether a row is the heading of a table of stays.
fn is_header(record: &Record) -> bool {
    Places::of(&fields(record)).missing().is_none()
}

/// Returns the first column of a row whose heading means this field of the meeting.
fn about(record: &Record, field: &Field) -> Option<usize> {
    let mut cells = record.cells();
    cells.position(|heading| platform().about(heading) == Some(field))
}

/// Determines the columns: by the words of the platform, and the organisation by the general ones.
fn fields(header: &Record) -> Fields {
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
    let asks = |heading| heading::field_of(heading) == Some(Field::Organisation);
    if let Some(place) = header.cells().position(asks) {
        fields[place] = Some(Field::Organisation);
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
                self.meeting = RawMeeting {
                    title: Cow::Borrowed(said(record, 1)),
                    ..RawMeeting::default()
                };
            } else if let Some(values) = after.first() {
                self.describe(record, values);
            }
            expected = is_mark(record, "session");
        }
        if !self.has_table {
            return Err(Unreadable {
                platform: &platform().name,
                line: None,
                reason: say::REGISTERED_MISSING.into(),
            });
        }
        Ok(self.log)
    }

    /// Sets what a heading row and the values below it say about the meeting.
    fn describe(&mut self, record: &Record, values: &'file Record) {
        let value = |field| {
            let place = about(record, field)?;
            let before = record.cells().take(place);
            let ordinal = before.filter(|cell| !cell.trim().is_empty()).count();
            // Values need not be padded like their headings.
            [place, ordinal]
                .into_iter()
                .map(|column| said(values, column))
                .find(|text| !text.is_empty())
        };
        if let Some(title) = value(&Field::Event) {
            self.meeting = RawMeeting {
                title: Cow::Borrowed(title),
                ..RawMeeting::default()
            };
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
        let places = Places::of(&fields);
        if let Some(reason) = places.missing() {
            return Err(platform_error(platform(), &header, reason));
        }
        let columns = shown(&header, &fields, &Field::Ignore);
        let meeting = self.meeting_number();
        let absent = words_of_absence(&places, rows);
        for row in rows {
            let attended = said_in(row, places.attended);
            let was_there =
                words::yes_no(attended).or_else(|| absent.contains(&attended).then_some(false));
            let timed = has_time(&places, row);
            let says = match was_there {
                Some(false) if !timed => Says::Nothing(say::NO_SHOW.into()),
                Some(false) => Says::Wrong(
                    heading_of(&columns, places.attended),
                    say::ABSENT_WITH_TIME.into(),
                ),
                None if !attended.is_empty() && is_misplaced(attended) => Says::Wrong(
                    heading_of(&columns, places.attended),
                    say::NOT_YES_NO.into(),
                ),
                _ if is_beside_headings(&header, row) => {
                    Says::Wrong(None, say::NOT_BELOW_HEADINGS.into())
                }
                _ => places.stay(&columns, row, meeting),
            };
            self.log.lines.push(RawLine {
                line: row.line(),
                says,
            });
        }
        if !self.has_table {
            self.log.columns = columns;
        }
        self.has_table = true;
        Ok(())
    }

    /// Returns the number of the current meeting; another session of a known meeting has the same number.
    fn meeting_number(&mut self) -> usize {
        let known = self
            .log
            .meetings
            .iter()
            .position(|known| *known == self.meeting);
        known.unwrap_or_else(|| {
            self.log.meetings.push(self.meeting.clone());
            self.log.meetings.len() - 1
        })
    }
}

fn heading_of(columns: &[Column], place: Option<usize>) -> Option<String> {
    Some(columns.get(place?)?.heading.clone())
}

/// Whether there are empty cells between the headings, but none between the values of the rows.
fn is_padded_alone(header: &Record, rows: &[Record]) -> bool {
    let named = header
        .cells()
        .filter(|cell| !cell.trim().is_empty())
        .count();
    width(header) > named && !rows.is_empty() && rows.iter().all(|row| width(row) <= named)
}

/// Whether there is a value below an empty cell between the headings.
fn is_beside_headings(header: &Record, row: &Record) -> bool {
    let is_empty = |cell: Option<&str>| cell.unwrap_or_default().trim().is_empty();
    (0..width(header)).any(|place| is_empty(header.get(place)) && !is_empty(row.get(place)))
}

fn has_time(places: &Places, row: &Record) -> bool {
    [places.joined, places.left, places.duration]
        .into_iter()
        .any(|place| !said_in(row, place).is_empty())
}

/// Whether a cell of the first column belongs into another one.
fn is_misplaced(attended: &str) -> bool {
    attended.contains(|letter: char| letter.is_ascii_digit() || letter == '@')
}

/// Returns the words of an unknown language that only occur for people who were not there.
fn words_of_absence<'file>(places: &Places, rows: &'file [Record]) -> Vec<&'file str> {
    let of = |timed: bool| {
        rows.iter()
            .filter(move |row| has_time(places, row) == timed)
            .map(|row| said_in(row, places.attended))
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
