//! The list of 2020, `meetingAttendanceList.csv`: one row for each coming and each leaving, with names only. Seen in
//! real exports; it is still created today, during a meeting.
//!
//! *Unknown words.* With Teams headings in a known language, the file is a list whatever its other words are, and is
//! refused if their meaning is not certain. With other headings, it is a list if its second column contains the known
//! words, or if it could hardly be anything else: three columns, times on one or two days, two or three different
//! words, and half of the people more than once.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::super::table::{Fields, by_words};
use super::super::{RawLine, RawLog, RawStay, cell, is_moment};
use super::actions::{self, Meanings, word};
use super::pairing::{self, Event, Headings};
use super::{Read, collapsed, filled, has_moment, unreadable};
use crate::catalogue::Wording;
use crate::catalogue::messages::platforms as say;
use crate::import::platforms::Unreadable;
use crate::import::{Field, Record};
use crate::message;

/// The positions of the three columns.
#[derive(Debug, Clone, Copy)]
struct Places {
    name: usize,
    action: usize,
    time: usize,
}

pub(super) fn read(records: &[Record]) -> Read<'_> {
    let (header, rows) = records.split_first()?;
    let words: Fields = by_words(actions::platform(), header);
    let at = |field| words.iter().position(|it| it.as_ref() == Some(&field));
    let Some(action) = at(Field::Status) else {
        return by_shape(header, rows);
    };
    let in_place = filled(header) == 3 && action == 1;
    let looks = |column: usize, timed: bool| {
        rows.iter()
            .filter(|row| is_moment(cell(row, column)) == timed)
            .count()
            * 2
            >= rows.len()
    };
    let name = at(Field::Name).or_else(|| Some(0).filter(|_| in_place && looks(0, false)));
    let time = at(Field::Date).or_else(|| Some(2).filter(|_| in_place && looks(2, true)));
    let missing = |reason: Wording| Some(Err(unreadable(Some(header), reason)));
    let (Some(name), Some(time)) = (name, time) else {
        return missing(if name.is_none() {
            say::NAMES_MISSING
        } else {
            say::TIMES_MISSING
        });
    };
    let places = Places { name, action, time };
    Some(log(header, rows, places).ok_or_else(|| undecided(header, action)))
}

/// Reads a list with unknown headings.
fn by_shape<'file>(header: &'file Record, rows: &'file [Record]) -> Read<'file> {
    let places = Places {
        name: 0,
        action: 1,
        time: 2,
    };
    let is_three = filled(header) == 3
        && header.cells().take(3).all(|cell| !cell.trim().is_empty())
        && !has_moment(header)
        && rows.iter().all(|row| filled(row) <= 3);
    let timed = |row: &&Record| {
        let time = cell(row, 2);
        time.contains(':') && is_moment(time) && !is_moment(cell(row, 1))
    };
    if rows.is_empty() || !is_three || !most(rows.len(), rows.iter().filter(timed).count()) {
        return None;
    }
    let knows = |row: &&Record| actions::known(cell(row, 1)).is_some();
    if most(rows.len(), rows.iter().filter(knows).count()) {
        return Some(log(header, rows, places).ok_or_else(|| undecided(header, 1)));
    }
    let days: HashSet<&str> = rows
        .iter()
        .map(|row| cell(row, 2).split_whitespace().next().unwrap_or_default())
        .collect();
    let words: HashSet<String> = rows.iter().map(|row| word(cell(row, 1))).collect();
    let (people, of_rows) = people(rows, 0);
    let mut counts = vec![0_usize; people];
    for person in of_rows {
        counts[person] += 1;
    }
    let returning = counts.iter().filter(|count| **count > 1).count();
    let is_list = days.len() <= 2
        && matches!(words.len(), 2 | 3)
        && !words.contains("")
        && returning >= 2
        && returning * 2 >= people;
    is_list.then(|| log(header, rows, places).ok_or_else(|| undecided(header, 1)))
}

/// Whether at least nine of ten are.
fn most(all: usize, some: usize) -> bool {
    some * 10 >= all * 9
}

fn undecided(header: &Record, action: usize) -> Unreadable {
    let heading = pairing::heading(header, action);
    let reason = message!(platforms::unclear_actions { column: heading });
    unreadable(Some(header), reason)
}

/// Returns the number of different names, and the index of each row's name.
fn people(rows: &[Record], column: usize) -> (usize, Vec<usize>) {
    let mut numbers: HashMap<Cow<'_, str>, usize> = HashMap::new();
    let of_rows = rows
        .iter()
        .map(|row| {
            let next = numbers.len();
            *numbers.entry(collapsed(cell(row, column))).or_insert(next)
        })
        .collect();
    (numbers.len(), of_rows)
}

/// Reads the rows; `None` if the meaning of the words is not certain.
fn log<'file>(
    header: &'file Record,
    rows: &'file [Record],
    places: Places,
) -> Option<RawLog<'file>> {
    let (count, of_rows) = people(rows, places.name);
    let order = in_time(rows, &of_rows, places);
    let meanings = meanings(rows, &of_rows, &order, places)?;
    let wrong = |row: &Record, column, reason| pairing::wrong(header, row, column, reason);
    let mut lines: Vec<RawLine<'file>> = Vec::with_capacity(rows.len());
    let mut events: Vec<Vec<Event<'file>>> = vec![Vec::new(); count];
    let mut names: Vec<&'file str> = vec![""; count];
    for index in order {
        let (row, person) = (&rows[index], of_rows[index]);
        let name = cell(row, places.name);
        match meanings.get(&word(cell(row, places.action))) {
            _ if name.is_empty() => lines.push(wrong(row, places.name, say::NAME_MISSING)),
            None => lines.push(wrong(row, places.action, say::NEITHER_ACTION)),
            Some(action) => {
                if names[person].is_empty() {
                    names[person] = name;
                }
                events[person].push(Event {
                    line: row.line(),
                    action: *action,
                    time: cell(row, places.time),
                });
            }
        }
    }
    let headings = Headings {
        action: cell(header, places.action),
        time: cell(header, places.time),
    };
    let paired = events.iter().zip(names).map(|(events, name)| {
        let person = RawStay {
            name: Cow::Borrowed(name),
            ..RawStay::default()
        };
        pairing::pair(events, &person, headings)
    });
    let paired: Vec<_> = paired.collect();
    let field_of = |column| match column {
        _ if column == places.name => Field::Name,
        _ if column == places.action => Field::Status,
        _ if column == places.time => Field::JoinedAt,
        _ => Field::Ignore,
    };
    Some(RawLog {
        family: "teams-list",
        ..pairing::log(header, field_of, lines, paired)
    })
}

/// Returns the rows ordered by time; some lists run from the last event to the first.
fn in_time(rows: &[Record], of_rows: &[usize], places: Places) -> Vec<usize> {
    let times = rows.iter().map(|row| cell(row, places.time));
    let mut order: Vec<usize> = (0..rows.len()).collect();
    if pairing::is_backwards(of_rows.iter().copied().zip(times)) {
        order.reverse();
    }
    order
}

/// Returns the meanings of the words; `None` if they are not certain.
fn meanings(
    rows: &[Record],
    of_rows: &[usize],
    order: &[usize],
    places: Places,
) -> Option<Meanings> {
    let said = order
        .iter()
        .map(|row| (of_rows[*row], word(cell(&rows[*row], places.action))));
    let said: Vec<(usize, String)> = said.filter(|(_, word)| !word.is_empty()).collect();
    if said.is_empty() {
        return Some(Meanings::new());
    }
    actions::meanings(&said)
}
