//! The attendee report of a webinar: sections with separate headings.
//!
//! The rows are processed once. A row is the title of a section (one cell, with headings below it), headings (known
//! words, or only words where rows have times and addresses), or about somebody. Some copies lack the title of the
//! attendees, so headings do not need one above them. Everything before the first headings about people is about the
//! webinar.

use super::super::table::{Fields, about};
use super::super::{RawLine, RawLog, RawMeeting, Unreadable, cell, is_moment};
use super::headings::Headings;
use super::shape::{Rows, is_address, is_alone, is_like_headings, is_of_row};
use super::table::{Table, misplaced, missing};
use super::unreadable;
use super::words::platform;
use crate::catalogue::Wording;
use crate::catalogue::messages::platforms as say;
use crate::formats::platform::folded;
use crate::import::{Field, Record};

/// The number of records among which known headings are searched, if the first line is unknown.
const LOOK: usize = 40;

/// The minimum number of headings in a section: those of people on the telephone.
const LEAST: usize = 5;

pub(super) fn read(records: &[Record]) -> Option<Result<RawLog<'_>, Unreadable>> {
    let first = records.first()?;
    let titled = is_alone(first);
    let named = titled && platform().is_mark("report", cell(first, 0));
    let by_words = named
        || records
            .iter()
            .take(LOOK)
            .any(|record| is_of_people(&Headings::of(record)));
    if !by_words && !titled {
        return None;
    }
    let sections = match sections(records) {
        Ok(sections) => sections,
        Err(error) => return by_words.then_some(Err(error)),
    };
    let (about, people): (Vec<_>, Vec<_>) = sections.iter().partition(|it| it.is_about());
    let proven = !about.is_empty() && people.iter().any(|section| section.is_proven());
    if !by_words && !proven {
        return None;
    }
    if people.is_empty() {
        return Some(Err(unreadable(Some(first), say::PRESENT_MISSING)));
    }
    Some(log(&sections))
}

/// Headings and the rows below them.
#[derive(Debug)]
struct Section<'file> {
    header: &'file Record,
    headings: Headings,
    rows: &'file [Record],
}

/// Whether the words of the headings are about people.
fn is_of_people(headings: &Headings) -> bool {
    has_times(headings) && headings.has(&Field::Name) && headings.has(&Field::Present)
}

fn has_times(headings: &Headings) -> bool {
    headings.has(&Field::JoinedAt) && headings.has(&Field::LeftAt)
}

/// Splits a file into its sections.
fn sections(records: &[Record]) -> Result<Vec<Section<'_>>, Unreadable> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    let mut open = false;
    for (index, record) in records.iter().enumerate() {
        if is_title(record, records.get(index + 1)) {
            open = false;
        } else if let Some(headings) = headings_of(record, open) {
            open = true;
            sections.push(Section {
                header: record,
                headings,
                rows: &[],
            });
        } else if let Some(section) = sections.last_mut() {
            if open {
                section.rows = &records[index - section.rows.len()..=index];
            } else if !is_time_of_report(record) {
                return Err(unreadable(Some(record), say::HEADINGS_OF_SECTION_MISSING));
            }
        }
    }
    Ok(sections)
}

/// Whether a record is the title of a section, or the last line of some copies.
fn is_title(record: &Record, next: Option<&Record>) -> bool {
    if !is_alone(record) {
        return false;
    }
    let text = cell(record, 0);
    platform().is_mark("section", text)
        || platform().is_mark("report", text)
        || folded(text).starts_with("zoomreport")
        || next.is_some_and(|next| {
            is_alone(next) || is_like_headings(next, LEAST) || is_time_of_report(next)
        })
}

/// Whether a row is `Report Generated:` with the time next to it.
fn is_time_of_report(record: &Record) -> bool {
    let filled = record.cells().filter(|cell| !cell.trim().is_empty());
    filled.count() == 2 && is_moment(cell(record, 1))
}

/// Returns a record's headings, if it has any. Within a table only a row without any row value can be the headings of
/// the next one.
fn headings_of(record: &Record, open: bool) -> Option<Headings> {
    if is_like_headings(record, LEAST) {
        return Some(Headings::of(record));
    }
    // A question may look like a date or an address, but no heading before it does.
    if open && (0..LEAST).any(|column| is_of_row(cell(record, column))) {
        return None;
    }
    let headings = Headings::of(record);
    (has_times(&headings) && headings.has(&Field::Name)).then_some(headings)
}

impl<'file> Section<'file> {
    /// Whether it is about the webinar: by its words, or as a single row with a single time.
    fn is_about(&self) -> bool {
        let has = |field| self.about(&field).is_some();
        if has(Field::Event) && (has(Field::Id) || has(Field::Start)) {
            return true;
        }
        let people = [Field::Name, Field::JoinedAt, Field::LeftAt];
        let unknown = people.iter().all(|field| !self.headings.has(field));
        let [row] = self.rows else {
            return false;
        };
        let times = (0..row.width()).filter(|column| is_moment(cell(row, *column)));
        unknown && times.count() == 1 && Rows::new(self.rows).times(0).is_none()
    }

    /// Returns the column with this information about the webinar.
    fn about(&self, field: &Field) -> Option<usize> {
        about(platform(), self.header, field)
    }

    fn meeting(&self) -> RawMeeting<'file> {
        let Some(row) = self.rows.first() else {
            return RawMeeting::default();
        };
        let time = || (0..row.width()).find(|column| is_moment(cell(row, *column)));
        let value = |column: Option<usize>| column.map_or("", |column| cell(row, column));
        let title = cell(row, self.about(&Field::Event).unwrap_or(0));
        let start = self.about(&Field::Start).or_else(time);
        RawMeeting::new(title, value(start), value(self.about(&Field::End)))
    }

    /// Determines the columns, by words or else by position; the reason if that is not certain.
    fn fields(&self) -> Result<Fields, Wording> {
        let rows = Rows::new(self.rows);
        let mut fields = self.headings.fields.clone();
        let has = |field| self.headings.has(&field);
        let complete = missing(&fields).is_none() && has(Field::Present) && has(Field::Email);
        if !complete && let Some(placed) = by_place(rows, &fields) {
            fields = placed;
        }
        // Headings without people below them need not be understood.
        let nobody = rows.is_empty() && !has(Field::JoinedAt) && !has(Field::LeftAt);
        match missing(&fields).or_else(|| misplaced(&fields, rows)) {
            Some(reason) if !nobody => Err(reason),
            _ => Ok(fields),
        }
    }

    /// Whether it is certainly about people, in any language: its minutes fit its times.
    fn is_proven(&self) -> bool {
        let rows = Rows::new(self.rows);
        let joined = rows.times(1);
        joined.is_some_and(|joined| rows.fit(joined))
            && by_place(rows, &self.headings.fields).is_some()
    }
}

/// Determines the columns of a section in an unknown language.
///
/// Attendance, name, perhaps given and family name, address, perhaps registration data, joining, leaving, minutes; for
/// telephones name, joining, leaving, minutes.
fn by_place(rows: Rows<'_>, known: &Fields) -> Option<Fields> {
    let joined = rows.times(1)?;
    let email = (1..joined).find(|&column| rows.hold(column, is_address));
    let mut before = match (joined, email) {
        (1, None) => vec![Field::Name],
        (_, Some(2)) | (3, None) => vec![Field::Present, Field::Name, Field::Email],
        (_, Some(4)) => platform().order("webinar").to_vec(),
        _ => return None,
    };
    before.resize(joined, Field::Ignore);
    before.extend([Field::JoinedAt, Field::LeftAt, Field::Duration]);
    let mut fields = known.clone();
    fields.resize(fields.len().max(before.len()), None);
    for (known, placed) in fields.iter_mut().zip(before) {
        match known {
            None => *known = Some(placed),
            // Questions of the registration.
            Some(Field::Organisation) if placed == Field::Ignore => {}
            Some(known) if *known == placed => {}
            Some(_) => return None,
        }
    }
    Some(fields)
}

/// Reads the rows of every section.
fn log<'file>(sections: &[Section<'file>]) -> Result<RawLog<'file>, Unreadable> {
    let mut log = RawLog {
        family: "zoom-webinar",
        ..RawLog::default()
    };
    for section in sections {
        // Two reports may have been combined in one file, one below the other.
        if section.is_about() {
            log.meetings.push(section.meeting());
            continue;
        }
        if log.meetings.is_empty() {
            log.meetings.push(RawMeeting::default());
        }
        let fields = section
            .fields()
            .map_err(|reason| unreadable(Some(section.header), reason))?;
        if fields != section.headings.fields && log.notes.is_empty() {
            log.notes.push(say::BY_PLACE.into());
        }
        let table = Table::new(section.header, fields, 0);
        let meeting = log.meetings.len() - 1;
        let line = |row: &'file Record| RawLine::of(row, table.says(row, meeting));
        log.lines.extend(section.rows.iter().map(line));
        if table.places.columns.len() > log.columns.len() {
            log.columns = table.places.columns;
        }
    }
    Ok(log)
}
