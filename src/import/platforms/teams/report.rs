//! The report since 2022: numbered sections. Section 1 is about the meeting, section 2 has a row for each person,
//! section 3 one for each stay, section 4 lists reactions. Seen in real exports; columns of engagement and of webinars,
//! short rows and empty times are known from parsers.
//!
//! *Two tables.* Section 2 has the first coming and the last leaving, section 3 everything in between. So people in
//! section 3 have their stays there, and their row in section 2 only sums them up; a person missing in section 3, or
//! everybody if there is no section 3, is read from section 2. Both are matched by name and address as written: a guest
//! without an address who comes twice has two rows in section 2 as well. Fewer stays in section 3 than rows in section
//! 2 means that section 3 is incomplete: then a row of section 2 is only summed up by a stay with one of its own times.

use std::collections::{HashMap, HashSet};

use super::super::{RawLine, RawLog, Says, cell, is_moment};
use super::table::{Line, Table};
use super::{Read, collapsed, filled, has_moment, platform, preamble, unreadable};
use crate::catalogue::messages::platforms as say;
use crate::import::platforms::Unreadable;
use crate::import::{Field, Record};

pub(super) fn read(records: &[Record]) -> Read<'_> {
    let sections = Sections::of(records)?;
    let about = sections.body(1)?;
    let is_named =
        platform().is_mark("sections", cell(&records[0], 0)) || preamble::is_known_block(about);
    (is_named || sections.have_their_shape(about)).then(|| log(&sections, about))
}

fn log<'file>(
    sections: &Sections<'file>,
    about: &'file [Record],
) -> Result<RawLog<'file>, Unreadable> {
    let people = match sections.body(2) {
        Some(records) if !records.is_empty() => Some(Table::read(records, "people", 7)?),
        _ => None,
    };
    let stays = match sections.body(3) {
        Some(records) if !records.is_empty() && !is_engagement(records) => {
            Some(Table::read(records, "stays", 6)?)
        }
        _ => None,
    };
    let Some(main) = stays
        .as_ref()
        .filter(|table| !table.rows.is_empty() || people.is_none())
        .or(people.as_ref())
    else {
        return Err(unreadable(None, say::SECTION_2_MISSING));
    };
    let lines_of = |table: Option<&Table<'file>>| -> Vec<Line<'file>> {
        table.map_or_else(Vec::new, |table| table.lines().collect())
    };
    let (summed, mut single) = (lines_of(people.as_ref()), lines_of(stays.as_ref()));
    if let (Some(people), Some(stays)) = (&people, &stays) {
        same_zone(people, stays, &summed, &single)?;
        add_addresses(&summed, &mut single, stays.has(&Field::Email));
    }
    let says = summed_up(&summed, &single);
    let lines = says
        .into_iter()
        .chain(single.iter().map(|line| RawLine {
            line: line.number,
            says: line.says(),
        }))
        .collect();
    Ok(RawLog {
        family: "teams-report",
        meetings: vec![preamble::meeting(about, 0)],
        columns: main.columns(),
        utc: main.utc || people.as_ref().is_some_and(|people| people.utc),
        lines,
        ..RawLog::default()
    })
}

/// The numbered parts of a report.
struct Sections<'file>(Vec<(u32, &'file [Record])>);

impl<'file> Sections<'file> {
    /// Splits the records at `1. …`, `2. …`; `None` if they do not start with the first.
    fn of(records: &'file [Record]) -> Option<Self> {
        if number(records.first()?) != Some(1) {
            return None;
        }
        let mut starts: Vec<(u32, usize)> = Vec::new();
        for (index, record) in records.iter().enumerate() {
            let last = starts.last().map_or(0, |(number, _)| *number);
            let is_next = number(record).is_some_and(|number| number > last);
            // Somebody may be called "3. Vorsitzender": a title is followed by a heading row, never by a time.
            let before_person = records.get(index + 1).is_some_and(has_moment);
            if is_next && !(before_person && last > 1) {
                starts.extend(number(record).map(|number| (number, index)));
            }
        }
        let ends = starts.iter().skip(1).map(|(_, start)| *start);
        let sections = starts
            .iter()
            .zip(ends.chain([records.len()]))
            .map(|((number, start), end)| (*number, &records[start + 1..end]))
            .collect();
        Some(Self(sections))
    }

    /// Whether the first is a block of two-cell rows with start and end, and another starts with the headings of a
    /// table: agendas and minutes have numbered parts as well.
    fn have_their_shape(&self, about: &[Record]) -> bool {
        let times = about.iter().filter(|row| is_moment(cell(row, 1))).count();
        let has_headings = |number| {
            self.body(number)
                .and_then(<[Record]>::first)
                .is_some_and(|header| filled(header) >= 3 && !has_moment(header))
        };
        times >= 2
            && about.iter().all(|row| filled(row) <= 2)
            && self.body(2).is_some()
            && (has_headings(2) || has_headings(3))
    }

    /// Returns the records of a section.
    fn body(&self, number: u32) -> Option<&'file [Record]> {
        self.0
            .iter()
            .find(|(found, _)| *found == number)
            .map(|(_, records)| *records)
    }
}

/// Returns the number of a section's title, which is alone in its row.
fn number(record: &Record) -> Option<u32> {
    if filled(record) != 1 {
        return None;
    }
    let (number, _) = cell(record, 0).split_once(". ")?;
    let digit = number.parse().ok().filter(|digit| (1..=9).contains(digit));
    digit.filter(|_| number.len() == 1)
}

/// Whether this is the table of name, kind of engagement and time, which other reports have further down.
fn is_engagement(records: &[Record]) -> bool {
    records.split_first().is_some_and(|(header, rows)| {
        filled(header) == 3
            && !has_moment(header)
            && rows
                .iter()
                .all(|row| filled(row) <= 3 && !is_moment(cell(row, 1)))
            && rows.iter().any(|row| is_moment(cell(row, 2)))
    })
}

/// Returns the key by which a person of one section is found in the other.
fn key(line: &Line<'_>) -> (String, String) {
    (collapsed(line.name).into_owned(), line.email.to_lowercase())
}

/// Refuses tables of which only one says UTC, unless they demonstrably mean the same.
fn same_zone(
    people: &Table<'_>,
    stays: &Table<'_>,
    summed: &[Line<'_>],
    single: &[Line<'_>],
) -> Result<(), Unreadable> {
    if people.utc == stays.utc || single.is_empty() {
        return Ok(());
    }
    let seen: HashSet<(&str, &str)> = single
        .iter()
        .flat_map(|line| [(line.name, line.joined), (line.name, line.left)])
        .filter(|(_, time)| !time.is_empty())
        .collect();
    let agree = summed.iter().any(|line| {
        seen.contains(&(line.name, line.joined)) || seen.contains(&(line.name, line.left))
    });
    if agree {
        return Ok(());
    }
    Err(unreadable(Some(stays.header), say::TWO_ZONES))
}

/// Adds information to the stays that only section 2 has: the address if section 3 has no column for it, and the one
/// somebody registered with.
fn add_addresses<'file>(summed: &[Line<'file>], single: &mut [Line<'file>], has_addresses: bool) {
    if !has_addresses {
        let mut by_name: HashMap<String, HashSet<&str>> = HashMap::new();
        for line in summed {
            by_name
                .entry(collapsed(line.name).into_owned())
                .or_default()
                .insert(line.email);
        }
        for line in single.iter_mut() {
            // Two people of one name get no address, since it is unknown which of them it is.
            if let Some(emails) = by_name.get(collapsed(line.name).as_ref())
                && emails.len() == 1
            {
                line.email = emails.iter().next().copied().unwrap_or_default();
            }
        }
    }
    let mut registered: HashMap<(String, String), HashSet<&str>> = HashMap::new();
    for line in summed.iter().filter(|line| !line.registered.is_empty()) {
        registered
            .entry(key(line))
            .or_default()
            .insert(line.registered);
    }
    if registered.is_empty() {
        return;
    }
    for line in single {
        if line.registered.is_empty()
            && let Some(emails) = registered.get(&key(line))
            && emails.len() == 1
        {
            line.registered = emails.iter().next().copied().unwrap_or_default();
        }
    }
}

/// Decides for every row of section 2 whether section 3 has its stays.
fn summed_up<'file>(summed: &[Line<'file>], single: &[Line<'file>]) -> Vec<RawLine<'file>> {
    let mut stays: HashMap<(String, String), Vec<&Line<'file>>> = HashMap::new();
    for line in single.iter().filter(|line| line.is_stay()) {
        stays.entry(key(line)).or_default().push(line);
    }
    let mut rows: HashMap<(String, String), usize> = HashMap::new();
    for line in summed {
        *rows.entry(key(line)).or_default() += 1;
    }
    summed
        .iter()
        .map(|line| {
            let key = key(line);
            let listed = stays.get(&key).map_or(&[][..], Vec::as_slice);
            let is_whole = listed.len() >= rows.get(&key).copied().unwrap_or_default();
            let is_summed_up = !listed.is_empty()
                && (is_whole
                    || !line.is_stay()
                    || listed.iter().any(|stay| shares_a_time(stay, line)));
            RawLine {
                line: line.number,
                says: if is_summed_up {
                    Says::Nothing(say::SUMMED_UP.into())
                } else {
                    line.says()
                },
            }
        })
        .collect()
}

fn shares_a_time(stay: &Line<'_>, row: &Line<'_>) -> bool {
    (!row.joined.is_empty() && stay.joined == row.joined)
        || (!row.left.is_empty() && stay.left == row.left)
}
