//! The report of a live event, `AttendeeReport.csv`: one row for each coming and leaving in a viewer's session. Known
//! from parsers: commas, English, times in UTC with the month first; `UtcEventTimestamp` and `UTC Event Timestamp` both
//! occur. Viewers without an account have neither name nor address.

use std::borrow::Cow;
use std::collections::HashMap;

use super::super::{RawLine, RawLog, RawStay, Says, cell, is_moment};
use super::actions;
use super::pairing::{self, Event, Headings, Paired};
use super::{Read, filled, has_moment, unreadable};
use crate::catalogue::messages::platforms as say;
use crate::formats::platform::folded;
use crate::import::values::dates::DateOrder;
use crate::import::{Field, Record};

/// The positions of the columns.
#[derive(Debug, Clone, Copy)]
struct Places {
    session: usize,
    participant: usize,
    name: usize,
    time: usize,
    action: usize,
}

/// The usual order of the columns.
const ORDER: Places = Places {
    session: 0,
    participant: 1,
    name: 2,
    time: 4,
    action: 5,
};

pub(super) fn read(records: &[Record]) -> Read<'_> {
    let (header, rows) = records.split_first()?;
    let words: Vec<String> = header.cells().map(folded).collect();
    let at = |word: &str| words.iter().position(|found| found == word);
    let wanted = [
        ("sessionid", say::SESSIONS_MISSING),
        ("participantid", say::PARTICIPANTS_MISSING),
        ("fullname", say::NAMES_MISSING),
        ("utceventtimestamp", say::TIMES_IN_UTC_MISSING),
        ("action", say::ACTIONS_MISSING),
    ];
    let found = wanted.iter().filter(|(word, _)| at(word).is_some()).count();
    let is_named = at("utceventtimestamp").is_some() && found >= 3
        || at("sessionid").is_some() && at("participantid").is_some();
    let missing = wanted.iter().find(|(word, _)| at(word).is_none());
    let places = match (is_named, missing) {
        (true, Some((_, reason))) => return Some(Err(unreadable(Some(header), *reason))),
        (true, None) => Places {
            session: at("sessionid")?,
            participant: at("participantid")?,
            name: at("fullname")?,
            time: at("utceventtimestamp")?,
            action: at("action")?,
        },
        (false, _) if has_its_shape(header, rows) => ORDER,
        (false, _) => return None,
    };
    Some(Ok(log(header, rows, places)))
}

/// Whether there are seven columns: a long number in the first, a time in the fifth and the known words in the sixth.
fn has_its_shape(header: &Record, rows: &[Record]) -> bool {
    let is_session = |text: &str| {
        text.len() >= 32
            && text
                .chars()
                .all(|letter| letter.is_ascii_hexdigit() || letter == '-')
    };
    !rows.is_empty()
        && filled(header) == 7
        && !has_moment(header)
        && rows.iter().all(|row| {
            is_session(cell(row, ORDER.session))
                && is_moment(cell(row, ORDER.time))
                && actions::known(cell(row, ORDER.action)).is_some()
        })
}

/// A viewer in a session.
#[derive(Debug, Default)]
struct Viewer<'file> {
    name: &'file str,
    participant: &'file str,
    events: Vec<Event<'file>>,
}

fn log<'file>(header: &'file Record, rows: &'file [Record], places: Places) -> RawLog<'file> {
    let (mut viewers, lines, backwards) = viewers(header, rows, places);
    let headings = Headings {
        action: cell(header, places.action),
        time: cell(header, places.time),
    };
    let paired = viewers.iter_mut().map(|viewer| {
        if backwards {
            viewer.events.reverse();
        }
        viewer.paired(headings)
    });
    let paired = paired.collect();
    let field_of = |column| match column {
        _ if column == places.participant => Field::Email,
        _ if column == places.name => Field::Name,
        _ if column == places.action => Field::Status,
        _ if column == places.time => Field::JoinedAt,
        _ => Field::Ignore,
    };
    RawLog {
        family: "teams-live-event",
        utc: true,
        order: Some(DateOrder::MonthFirst),
        ..pairing::log(header, field_of, lines, paired)
    }
}

/// Returns everybody's events, the rows that cannot be read, and whether the list runs backwards.
fn viewers<'file>(
    header: &Record,
    rows: &'file [Record],
    places: Places,
) -> (Vec<Viewer<'file>>, Vec<RawLine<'file>>, bool) {
    let mut lines: Vec<RawLine<'file>> = Vec::new();
    let mut numbers: HashMap<[&str; 3], usize> = HashMap::new();
    let mut viewers: Vec<Viewer<'file>> = Vec::new();
    let mut timeline: Vec<(usize, &'file str)> = Vec::new();
    let wrong = |row: &Record, column, reason| pairing::wrong(header, row, column, reason);
    for row in rows {
        // A session belongs to one viewer, but two names in one are still separated.
        let who @ [_, participant, name] =
            [places.session, places.participant, places.name].map(|column| cell(row, column));
        if who.iter().all(|cell| cell.is_empty()) {
            lines.push(wrong(row, places.session, say::NEITHER_SESSION_NOR_NAME));
            continue;
        }
        let Some(action) = actions::known(cell(row, places.action)) else {
            lines.push(wrong(row, places.action, say::NEITHER_ACTION));
            continue;
        };
        let next = viewers.len();
        let number = *numbers.entry(who).or_insert(next);
        if number == next {
            viewers.push(Viewer {
                name,
                participant,
                events: Vec::new(),
            });
        }
        let time = cell(row, places.time);
        timeline.push((number, time));
        viewers[number].events.push(Event {
            line: row.line(),
            action,
            time,
        });
    }
    let backwards = pairing::is_backwards(timeline.into_iter());
    (viewers, lines, backwards)
}

impl<'file> Viewer<'file> {
    fn paired(&self, headings: Headings<'_>) -> Paired<'file> {
        let address = Some(self.participant).filter(|participant| participant.contains('@'));
        let person = RawStay {
            name: Cow::Borrowed(self.name),
            email: address.unwrap_or_default(),
            ..RawStay::default()
        };
        let paired = pairing::pair(&self.events, &person, headings);
        if self.name.is_empty() && self.participant.is_empty() {
            one_stay(paired)
        } else {
            paired
        }
    }
}

/// Merges everything in a nameless session into one stay: somebody who comes back in it is the same viewer.
fn one_stay(paired: Paired<'_>) -> Paired<'_> {
    let (others, own): (Vec<RawLine<'_>>, _) = paired
        .lines
        .into_iter()
        .partition(|line| matches!(line.says, Says::Wrong(..)));
    let mut numbers: Vec<u64> = own.iter().map(|line| line.line).collect();
    numbers.sort_unstable();
    let mut stays = own.into_iter().filter_map(|line| match line.says {
        Says::Stay(stay) => Some(stay),
        _ => None,
    });
    let mut lines = others;
    if let (Some(mut whole), Some(first)) = (stays.next(), numbers.first().copied()) {
        if let Some(last) = stays.next_back() {
            whole.left = last.left;
        }
        lines.push(RawLine {
            line: first,
            says: Says::Stay(whole),
        });
        lines.extend(numbers.into_iter().skip(1).map(|line| RawLine {
            line,
            says: Says::PartOf(first),
        }));
    }
    Paired {
        lines,
        half_left: Vec::new(),
    }
}
