//! Reports of meetings: the participants of one, with or without times, and a list of many meetings.

use std::collections::HashMap;

use super::super::table::{Fields, is_of_a_list};
use super::super::{RawLine, RawLog, RawMeeting, Unreadable, cell, is_moment};
use super::headings::Headings;
use super::shape::{Rows, is_address, is_alone, is_like_headings};
use super::table::{Table, misplaced, missing, settle};
use super::unreadable;
use super::words::platform;
use crate::catalogue::messages::platforms as say;
use crate::formats::platform::folded;
use crate::import::{Field, Record};

/// The number of records among which the headings are searched; somebody may have written a title above them.
const LOOK: usize = 10;

pub(super) fn read(records: &[Record]) -> Option<Result<RawLog<'_>, Unreadable>> {
    let (preamble, header) = beginning(records)?;
    let reader = match Reader::new(records, preamble, header)? {
        Ok(reader) => reader,
        Err(error) => return Some(Err(error)),
    };
    Some(reader.read())
}

/// The two rows about the meeting, above the participants.
#[derive(Debug)]
struct Preamble<'file> {
    header: &'file Record,
    meeting: RawMeeting<'file>,
    /// The index of the record after it.
    next: usize,
}

/// Finds the rows about the meeting, if there are any, and the headings of the participants.
fn beginning(records: &[Record]) -> Option<(Option<Preamble<'_>>, usize)> {
    if let Some(preamble) = Preamble::by_words(records, 0).or_else(|| Preamble::by_shape(records)) {
        let next = preamble.next;
        return Some((Some(preamble), next));
    }
    let sure = records
        .iter()
        .take(LOOK)
        .position(|record| Headings::of(record).sure);
    let header = sure.unwrap_or(0);
    let preamble = (1..=2)
        .filter_map(|above| Preamble::by_words(records, header.checked_sub(above)?))
        .find(|preamble| preamble.next == header);
    (!records.is_empty()).then_some((preamble, header))
}

impl<'file> Preamble<'file> {
    /// Recognises `Meeting ID,Topic,Start Time,…` or `Topic,ID,Host,…`.
    fn by_words(records: &'file [Record], at: usize) -> Option<Self> {
        let header = records.get(at)?;
        let place = |field| {
            header
                .cells()
                .position(|it| platform().about(it) == Some(&field))
        };
        let topic = place(Field::Event)?;
        place(Field::Id)?;
        let start = place(Field::Start);
        start.or(place(Field::Hosts))?;
        if Headings::of(header).sure {
            return None;
        }
        let values = records
            .get(at + 1)
            .filter(|values| !Headings::of(values).sure);
        let value = |column: Option<usize>| match (values, column) {
            (Some(values), Some(column)) => cell(values, column),
            _ => "",
        };
        let (first, second) = values.and_then(times).unzip();
        Some(Self {
            header,
            meeting: RawMeeting {
                title: value(Some(topic)).into(),
                start: value(start.or(first)),
                end: value(place(Field::End).or(second.filter(|_| start.is_none()))),
                day: "",
            },
            next: at + 1 + usize::from(values.is_some()),
        })
    }

    /// Recognises the same in any language: number, title, begin, end, address, minutes, participants; or title,
    /// number, host with address, minutes, begin, end, participants.
    fn by_shape(records: &'file [Record]) -> Option<Self> {
        let [header, values, ..] = records else {
            return None;
        };
        let first = (0..header.width()).find(|column| !cell(header, *column).is_empty())?;
        let at = |column: usize| cell(values, first + column);
        let (start, end) = times(values)?;
        let title = match start.checked_sub(first)? {
            2 if is_number_of_meeting(at(0)) && is_address(at(4)) && is_count(at(5)) => at(1),
            4 if is_number_of_meeting(at(1)) && is_address(at(2)) && is_count(at(3)) => at(0),
            _ => return None,
        };
        is_like_headings(header, 0).then(|| Self {
            header,
            meeting: RawMeeting {
                title: title.into(),
                start: cell(values, start),
                end: cell(values, end),
                day: "",
            },
            next: 2,
        })
    }
}

/// Returns the columns of the first two adjacent times.
fn times(record: &Record) -> Option<(usize, usize)> {
    (0..record.width().saturating_sub(1))
        .find(|&column| is_moment(cell(record, column)) && is_moment(cell(record, column + 1)))
        .map(|column| (column, column + 1))
}

/// Whether a cell has nine to eleven digits in groups; a spreadsheet turns them into `9.12346E+10`.
fn is_number_of_meeting(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let plain = cell
        .chars()
        .all(|letter| letter.is_ascii_digit() || matches!(letter, ' ' | '-' | '\u{a0}'));
    let rounded = cell.contains(['E', 'e'])
        && cell
            .chars()
            .all(|letter| letter.is_ascii_digit() || ".,Ee+".contains(letter));
    digits >= 3 && (rounded || (plain && (9..=12).contains(&digits)))
}

fn is_count(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// The columns in which a list of many meetings names the meeting.
#[derive(Debug, Default)]
struct Meetings {
    topic: Option<usize>,
    id: Option<usize>,
    start: Option<usize>,
    end: Option<usize>,
}

/// Iterates over the rows of a report.
struct Reader<'file> {
    records: &'file [Record],
    preamble: Option<&'file Record>,
    first: Table<'file>,
    next: usize,
    log: RawLog<'file>,
}

impl<'file> Reader<'file> {
    /// Finds the first table; `None` if the file is of another kind.
    fn new(
        records: &'file [Record],
        preamble: Option<Preamble<'file>>,
        header: usize,
    ) -> Option<Result<Self, Unreadable>> {
        let found = table_at(records, header, preamble.is_some());
        let (table, by_place) = match found? {
            Ok(found) => found,
            Err(error) => return Some(Err(error)),
        };
        let mut notes = Vec::new();
        if by_place {
            notes.push(say::BY_PLACE.into());
        }
        if !table.has_times() {
            notes.push(say::NO_TIMES.into());
        }
        let family = match (table.from, table.has_times()) {
            (1.., _) => "zoom-dashboard",
            (0, true) => "zoom-meeting",
            (0, false) => "zoom-unique-users",
        };
        let columns = table.columns();
        let (preamble, meeting) = preamble.map(|it| (it.header, it.meeting)).unzip();
        Some(Ok(Self {
            records,
            preamble,
            first: table,
            next: header + 1,
            log: RawLog {
                family,
                meetings: vec![meeting.unwrap_or_default()],
                columns,
                notes,
                ..RawLog::default()
            },
        }))
    }

    fn read(mut self) -> Result<RawLog<'file>, Unreadable> {
        if self.first.from > 0 {
            self.read_list();
            return Ok(self.log);
        }
        let mut table = self.first.clone();
        while let Some(record) = self.records.get(self.next) {
            let at = self.next;
            self.next += 1;
            if is_footer(record, self.next == self.records.len()) {
                continue;
            }
            // Two reports may have been combined in one file, one below the other.
            if !table.is_plainly_data(record) {
                if let Some(preamble) = self.preamble_at(at) {
                    self.next = preamble.next;
                    self.log.meetings.push(preamble.meeting);
                    table = self.table_at(self.next, true)?;
                    self.next += 1;
                    continue;
                }
                if self.first.is_header(record) || Headings::of(record).sure {
                    table = self.table_at(at, true)?;
                    continue;
                }
            }
            self.log.lines.push(RawLine {
                line: record.line(),
                says: table.says(record, self.log.meetings.len() - 1),
            });
        }
        Ok(self.log)
    }

    /// Returns repeated rows about the meeting, by words or equal to those at the top.
    fn preamble_at(&self, at: usize) -> Option<Preamble<'file>> {
        let repeats = self
            .preamble
            .is_some_and(|first| first.cells().eq(self.records[at].cells()));
        Preamble::by_words(self.records, at).or_else(|| {
            Preamble::by_shape(&self.records[at..])
                .filter(|_| repeats)
                .map(|preamble| Preamble {
                    next: at + preamble.next,
                    ..preamble
                })
        })
    }

    fn table_at(&self, at: usize, within: bool) -> Result<Table<'file>, Unreadable> {
        match table_at(self.records, at, within) {
            Some(Ok((table, _))) => Ok(table),
            Some(Err(error)) => Err(error),
            None => Err(unreadable(
                self.records.get(at),
                say::HEADINGS_OF_PRESENT_MISSING,
            )),
        }
    }

    /// Reads a list of many meetings, in which every row names its meeting.
    fn read_list(&mut self) {
        let rows = &self.records[self.next..];
        let meetings = Meetings::of(&self.first, Rows::new(rows));
        self.log.meetings.clear();
        let mut known = HashMap::new();
        for (index, record) in rows.iter().enumerate() {
            let ends = index + 1 == rows.len();
            if is_footer(record, ends) || self.first.is_header(record) {
                continue;
            }
            let value = |column: Option<usize>| column.map_or("", |column| cell(record, column));
            let (id, start) = (value(meetings.id.or(meetings.topic)), value(meetings.start));
            let all = &mut self.log.meetings;
            let meeting = *known.entry((id, start)).or_insert_with(|| {
                all.push(RawMeeting {
                    title: value(meetings.topic).into(),
                    start,
                    end: value(meetings.end),
                    day: "",
                });
                all.len() - 1
            });
            self.log.lines.push(RawLine {
                line: record.line(),
                says: self.first.says(record, meeting),
            });
        }
        if self.log.meetings.is_empty() {
            self.log.meetings.push(RawMeeting::default());
        }
    }
}

impl Meetings {
    fn of(table: &Table<'_>, rows: Rows<'_>) -> Self {
        let headings = table.meeting_headings();
        let place = |field| {
            headings
                .iter()
                .position(|it| platform().about(it) == Some(&field))
        };
        if let Some(topic) = place(Field::Event) {
            return Self {
                topic: Some(topic),
                id: place(Field::Id),
                start: place(Field::Start),
                end: place(Field::End),
            };
        }
        let start = rows.times(0);
        Self {
            topic: Some(0),
            id: Some(1),
            start,
            end: start.map(|start| start + 1),
        }
    }
}

/// Reads headings and finds their columns; also returns whether that needed more than their words.
///
/// `within` a report it must be the table of participants; otherwise `None` is returned if it is not Zoom's.
fn table_at(
    records: &[Record],
    at: usize,
    within: bool,
) -> Option<Result<(Table<'_>, bool), Unreadable>> {
    let Some(header) = records.get(at) else {
        return within.then(|| Err(unreadable(records.last(), say::PRESENT_MISSING)));
    };
    let rows = Rows::until_headings(&records[at + 1..]);
    let headings = Headings::of(header);
    if !headings.sure && !within {
        let (fields, from) = by_shape(header, rows)?;
        return Some(Ok((Table::new(header, fields, from), true)));
    }
    if !headings.sure && !is_like_headings(header, 3) {
        return Some(Err(unreadable(
            Some(header),
            say::HEADINGS_OF_PRESENT_MISSING,
        )));
    }
    let fields = settle(&headings, rows);
    if let Some(reason) = missing(&fields).or_else(|| misplaced(&fields, rows)) {
        return Some(Err(unreadable(Some(header), reason)));
    }
    let by_place = DECISIVE
        .into_iter()
        .any(|field| fields.contains(&Some(field.clone())) && !headings.has(field));
    let from = headings.from;
    Some(Ok((Table::new(header, fields, from), by_place)))
}

/// The columns named in the note if they were found without words.
const DECISIVE: [Field; 6] = [
    Field::Name,
    Field::Email,
    Field::JoinedAt,
    Field::LeftAt,
    Field::Duration,
    Field::Absent,
];

/// Recognises a table in an unknown language with nothing above it.
fn by_shape(header: &Record, rows: Rows<'_>) -> Option<(Fields, usize)> {
    // The headings of hand-made lists are recognised where those lists are read.
    let by_hand = header.cells().any(is_of_a_list);
    if by_hand || !is_like_headings(header, 5) {
        return None;
    }
    rows.of_meeting(header.width())
}

/// Some copies end with a single cell `Zoom Report`.
fn is_footer(record: &Record, last: bool) -> bool {
    is_alone(record) && {
        let text = folded(cell(record, 0));
        text.starts_with("zoomreport") || (last && text.contains("zoom"))
    }
}
