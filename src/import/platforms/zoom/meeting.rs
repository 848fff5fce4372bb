//! Reports of meetings: the participants of one, with or without times, and a list of many meetings.

use std::collections::HashMap;

use super::super::table::{about, is_of_a_list, place};
use super::super::{RawLine, RawLog, RawMeeting, Unreadable, cell, is_moment};
use super::headings::Headings;
use super::shape::{Rows, is_address, is_alone, is_like_headings, is_whole};
use super::table::{Table, misplaced, missing, settle};
use super::unreadable;
use super::words::platform;
use crate::catalogue::messages::platforms as say;
use crate::formats::platform::folded;
use crate::import::{Field, Record};

/// The number of records among which the headings are searched; somebody may have written a title above them.
const LOOK: usize = 10;

pub(super) fn read(records: &[Record]) -> Option<Result<RawLog<'_>, Unreadable>> {
    let (preamble, at) = beginning(records)?;
    let is_report = preamble.is_some() || records.get(at).is_some_and(|it| Headings::of(it).sure);
    let found = if is_report {
        table_at(records, at)
    } else {
        Ok((by_shape(&records[at], &records[at + 1..])?, true))
    };
    Some(found.and_then(|(table, by_place)| {
        let (above, meeting) = preamble.map(|it| (it.header, it.meeting)).unzip();
        let notes = [
            by_place.then(|| say::BY_PLACE.into()),
            (!table.has_times()).then(|| say::NO_TIMES.into()),
        ];
        let mut log = RawLog {
            family: match (table.from, table.has_times()) {
                (1.., _) => "zoom-dashboard",
                (0, true) => "zoom-meeting",
                (0, false) => "zoom-unique-users",
            },
            columns: table.places.columns.clone(),
            notes: notes.into_iter().flatten().collect(),
            ..RawLog::default()
        };
        if table.from > 0 {
            list(&table, &records[at + 1..], &mut log);
        } else {
            log.meetings.push(meeting.unwrap_or_default());
            stays(records, at + 1, above, &table, &mut log)?;
        }
        Ok(log)
    }))
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
    let first = Preamble::by_words(records, 0).or_else(|| Preamble::by_shape(records, 0));
    if let Some(preamble) = first {
        let next = preamble.next;
        return Some((Some(preamble), next));
    }
    let mut first = records.iter().take(LOOK);
    let sure = first.position(|record| Headings::of(record).sure);
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
        let place = |field| about(platform(), header, &field);
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
        let end = place(Field::End).or(second.filter(|_| start.is_none()));
        Some(Self {
            header,
            meeting: RawMeeting::new(value(Some(topic)), value(start.or(first)), value(end)),
            next: at + 1 + usize::from(values.is_some()),
        })
    }

    /// Recognises the same in any language: number, title, begin, end, address, minutes, participants; or title,
    /// number, host with address, minutes, begin, end, participants.
    fn by_shape(records: &'file [Record], at: usize) -> Option<Self> {
        let [header, values, ..] = &records[at..] else {
            return None;
        };
        let first = (0..header.width()).find(|column| !cell(header, *column).is_empty())?;
        let value = |column: usize| cell(values, first + column);
        let (start, end) = times(values)?;
        let (title, number, address) = match start.checked_sub(first)? {
            2 => (1, 0, 4),
            4 => (0, 1, 2),
            _ => return None,
        };
        let fits = is_number_of_meeting(value(number))
            && is_address(value(address))
            && is_whole(value(address + 1))
            && is_like_headings(header, 0);
        fits.then(|| Self {
            header,
            meeting: RawMeeting::new(value(title), cell(values, start), cell(values, end)),
            next: at + 2,
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
    let only = |signs: &str| {
        let mut letters = cell.chars();
        letters.all(|letter| letter.is_ascii_digit() || signs.contains(letter))
    };
    let plain = only(" -\u{a0}");
    let rounded = cell.contains(['E', 'e']) && only(".,Ee+");
    digits >= 3 && (rounded || (plain && (9..=12).contains(&digits)))
}

/// Reads the rows below the first headings; the row `above` them is about the meeting.
fn stays<'file>(
    records: &'file [Record],
    mut next: usize,
    above: Option<&Record>,
    first: &Table<'file>,
    log: &mut RawLog<'file>,
) -> Result<(), Unreadable> {
    let mut table = first.clone();
    while let Some(record) = records.get(next) {
        let at = next;
        next += 1;
        if is_footer(record, next == records.len()) {
            continue;
        }
        // Two reports may have been combined in one file, one below the other.
        if !table.is_plainly_data(record) {
            let again = above.filter(|above| above.cells().eq(record.cells()));
            let again = again.and_then(|_| Preamble::by_shape(records, at));
            if let Some(preamble) = Preamble::by_words(records, at).or(again) {
                log.meetings.push(preamble.meeting);
                table = table_at(records, preamble.next)?.0;
                next = preamble.next + 1;
                continue;
            }
            if first.is_header(record) || Headings::of(record).sure {
                table = table_at(records, at)?.0;
                continue;
            }
        }
        let says = table.says(record, log.meetings.len() - 1);
        log.lines.push(RawLine::of(record, says));
    }
    Ok(())
}

/// Reads a list of many meetings, in which every row names its meeting.
fn list<'file>(table: &Table<'file>, rows: &'file [Record], log: &mut RawLog<'file>) {
    let [topic, id, start, end] = columns_of_meeting(table, Rows::new(rows));
    let mut known = HashMap::new();
    for (index, record) in rows.iter().enumerate() {
        if is_footer(record, index + 1 == rows.len()) || table.is_header(record) {
            continue;
        }
        let value = |column: Option<usize>| column.map_or("", |column| cell(record, column));
        let meetings = &mut log.meetings;
        let meeting = *known
            .entry((value(id.or(topic)), value(start)))
            .or_insert_with(|| {
                meetings.push(RawMeeting::new(value(topic), value(start), value(end)));
                meetings.len() - 1
            });
        log.lines
            .push(RawLine::of(record, table.says(record, meeting)));
    }
    if log.meetings.is_empty() {
        log.meetings.push(RawMeeting::default());
    }
}

/// Returns the columns in which a list names the meeting: title, number, begin and end.
fn columns_of_meeting(table: &Table<'_>, rows: Rows<'_>) -> [Option<usize>; 4] {
    let fields = [Field::Event, Field::Id, Field::Start, Field::End];
    let named = fields.map(|field| table.about(&field));
    if named[0].is_some() {
        return named;
    }
    let start = rows.times(0);
    [Some(0), Some(1), start, start.map(|start| start + 1)]
}

/// Reads the headings of a report and finds their columns; also returns whether that needed more than their words.
fn table_at(records: &[Record], at: usize) -> Result<(Table<'_>, bool), Unreadable> {
    let Some(header) = records.get(at) else {
        return Err(unreadable(records.last(), say::PRESENT_MISSING));
    };
    let rows = Rows::until_headings(&records[at + 1..]);
    let headings = Headings::of(header);
    if !headings.sure && !is_like_headings(header, 3) {
        let reason = say::HEADINGS_OF_PRESENT_MISSING;
        return Err(unreadable(Some(header), reason));
    }
    let fields = settle(&headings, rows);
    if let Some(reason) = missing(&fields).or_else(|| misplaced(&fields, rows)) {
        return Err(unreadable(Some(header), reason));
    }
    let is_by_place = |field| place(&fields, field).is_some() && !headings.has(field);
    let by_place = DECISIVE.iter().any(is_by_place);
    Ok((Table::new(header, fields, headings.from), by_place))
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
fn by_shape<'file>(header: &'file Record, rows: &'file [Record]) -> Option<Table<'file>> {
    // The headings of hand-made lists are recognised where those lists are read.
    if header.cells().any(is_of_a_list) || !is_like_headings(header, 5) {
        return None;
    }
    let (fields, from) = Rows::until_headings(rows).of_meeting(header.width())?;
    Some(Table::new(header, fields, from))
}

/// Some copies end with a single cell `Zoom Report`.
fn is_footer(record: &Record, last: bool) -> bool {
    is_alone(record) && {
        let text = folded(cell(record, 0));
        text.starts_with("zoomreport") || (last && text.contains("zoom"))
    }
}
