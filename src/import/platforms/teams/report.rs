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
use std::hash::Hash;

use super::super::{RawLine, RawLog, Says, cell, is_moment};
use super::table::{Line, Table};
use super::{Read, collapsed, has_moment, platform, preamble, unreadable};
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
    let filled = |number| sections.body(number).filter(|records| !records.is_empty());
    let people = filled(2)
        .map(|it| Table::read(it, "people", 7))
        .transpose()?;
    let stays = filled(3).filter(|records| !is_engagement(records));
    let stays = stays.map(|it| Table::read(it, "stays", 6)).transpose()?;
    let stays = stays.filter(|it| !it.rows.is_empty() || people.is_none());
    let lines_of =
        |table: &Option<Table<'file>>| table.as_ref().map_or_else(Vec::new, Table::lines);
    let (summed, mut single) = (lines_of(&people), lines_of(&stays));
    if let (Some(people), Some(stays)) = (&people, &stays) {
        same_zone(people, stays, &summed, &single)?;
        let has_addresses = stays.places.place(&Field::Email).is_some();
        add_addresses(&summed, &mut single, has_addresses);
    }
    let utc = [&people, &stays]
        .into_iter()
        .flatten()
        .any(|table| table.utc);
    let Some(main) = stays.or(people) else {
        return Err(unreadable(None, say::SECTION_2_MISSING));
    };
    let mut lines = summed_up(&summed, &single);
    lines.extend(single.iter().map(Line::raw));
    Ok(RawLog {
        family: "teams-report",
        meetings: vec![preamble::meeting(about, 0)],
        columns: main.places.columns,
        utc,
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
                .is_some_and(|header| header.filled() >= 3 && !has_moment(header))
        };
        times >= 2
            && about.iter().all(|row| row.filled() <= 2)
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
    if record.filled() != 1 {
        return None;
    }
    let (number, _) = cell(record, 0).split_once(". ")?;
    let digit = number.parse().ok().filter(|digit| (1..=9).contains(digit));
    digit.filter(|_| number.len() == 1)
}

/// Whether this is the table of name, kind of engagement and time, which other reports have further down.
fn is_engagement(records: &[Record]) -> bool {
    records.split_first().is_some_and(|(header, rows)| {
        header.filled() == 3
            && !has_moment(header)
            && rows
                .iter()
                .all(|row| row.filled() <= 3 && !is_moment(cell(row, 1)))
            && rows.iter().any(|row| is_moment(cell(row, 2)))
    })
}

/// Returns the key by which a person of one section is found in the other.
fn key(line: &Line<'_>) -> (String, String) {
    let name = collapsed(&line.stay.name).into_owned();
    (name, line.stay.email.to_lowercase())
}

/// Refuses tables of which only one says UTC, unless they demonstrably mean the same.
fn same_zone(
    people: &Table<'_>,
    stays: &Table<'_>,
    summed: &[Line<'_>],
    single: &[Line<'_>],
) -> Result<(), Unreadable> {
    let agree = || !times(summed).is_disjoint(&times(single));
    if people.utc == stays.utc || single.is_empty() || agree() {
        return Ok(());
    }
    Err(unreadable(Some(stays.header), say::TWO_ZONES))
}

/// Returns the times of rows with their names.
fn times<'a>(lines: &'a [Line<'_>]) -> HashSet<(&'a str, &'a str)> {
    let both = lines.iter().flat_map(|Line { stay, .. }| {
        let name = stay.name.as_ref();
        [(name, stay.joined), (name, stay.left)]
    });
    both.filter(|(_, time)| !time.is_empty()).collect()
}

/// Adds information to the stays that only section 2 has: the address if section 3 has no column for it, and the one
/// somebody registered with.
fn add_addresses<'file>(summed: &[Line<'file>], single: &mut [Line<'file>], has_addresses: bool) {
    let name = |line: &Line<'_>| collapsed(&line.stay.name).into_owned();
    if !has_addresses {
        // Two people of one name get no address, since it is unknown which of them it is.
        let by_name = only(summed.iter().map(|line| (name(line), line.stay.email)));
        for line in single.iter_mut() {
            line.stay.email = by_name
                .get(&name(line))
                .copied()
                .flatten()
                .unwrap_or_default();
        }
    }
    let registered = summed.iter().filter(|line| !line.registered.is_empty());
    let registered = only(registered.map(|line| (key(line), line.registered)));
    for line in single.iter_mut().filter(|line| line.registered.is_empty()) {
        line.registered = registered
            .get(&key(line))
            .copied()
            .flatten()
            .unwrap_or_default();
    }
}

/// Returns the value of each key; `None` if it has several.
fn only<'file, K: Eq + Hash>(
    pairs: impl Iterator<Item = (K, &'file str)>,
) -> HashMap<K, Option<&'file str>> {
    let mut found: HashMap<K, Option<&str>> = HashMap::new();
    for (key, value) in pairs {
        let known = found.entry(key).or_insert(Some(value));
        *known = known.filter(|known| *known == value);
    }
    found
}

/// Decides for every row of section 2 whether section 3 has its stays.
fn summed_up<'file>(summed: &[Line<'file>], single: &[Line<'file>]) -> Vec<RawLine<'file>> {
    let mut stays: HashMap<(String, String), Vec<&Line<'file>>> = HashMap::new();
    for line in single.iter().filter(|line| !line.stay.says_nothing()) {
        stays.entry(key(line)).or_default().push(line);
    }
    let mut rows: HashMap<(String, String), usize> = HashMap::new();
    for line in summed {
        *rows.entry(key(line)).or_default() += 1;
    }
    let fate = |line: &Line<'file>| {
        let key = key(line);
        let listed = stays.get(&key).map_or(&[][..], Vec::as_slice);
        let is_whole = listed.len() >= rows[&key] || line.stay.says_nothing();
        let is_one = |stay: &&Line<'_>| shares_a_time(stay, line);
        if listed.is_empty() || !(is_whole || listed.iter().any(is_one)) {
            return line.raw();
        }
        RawLine {
            line: line.number,
            says: Says::Nothing(say::SUMMED_UP.into()),
        }
    };
    summed.iter().map(fate).collect()
}

fn shares_a_time(stay: &Line<'_>, row: &Line<'_>) -> bool {
    let (stay, row) = (&stay.stay, &row.stay);
    (!row.joined.is_empty() && stay.joined == row.joined)
        || (!row.left.is_empty() && stay.left == row.left)
}
