//! The report of a live event, `AttendeeReport.csv`: one row for each coming and leaving of a viewer's
//! session. Known from parsers: commas, English, times in UTC with the month first; `UtcEventTimestamp` and
//! `UTC Event Timestamp` both occur. Whoever watched without an account has neither name nor address.

use std::borrow::Cow;
use std::collections::HashMap;

use super::super::{RawLine, RawLog, RawMeeting, RawStay, Says, cell, columns, is_moment};
use super::actions;
use super::pairing::{self, Event, Headings, Paired};
use super::{Read, filled, has_moment, unpadded, unreadable};
use crate::import::forms::plain;
use crate::import::values::dates::DateOrder;
use crate::import::{Field, Record};

/// Where the columns are.
#[derive(Debug, Clone, Copy)]
struct Places {
    session: usize,
    participant: usize,
    name: usize,
    time: usize,
    action: usize,
}

/// How they stand.
const ORDER: Places = Places {
    session: 0,
    participant: 1,
    name: 2,
    time: 4,
    action: 5,
};

pub(super) fn read(records: &[Record]) -> Read<'_> {
    let (header, rows) = records.split_first()?;
    let words: Vec<String> = (0..filled(header))
        .map(|column| plain(cell(header, column)).replace(' ', ""))
        .collect();
    let at = |word: &str| words.iter().position(|found| found == word);
    let wanted = [
        ("sessionid", "sessions"),
        ("participantid", "participants"),
        ("fullname", "names"),
        ("utceventtimestamp", "times in UTC"),
        ("action", "actions"),
    ];
    let found = wanted.iter().filter(|(word, _)| at(word).is_some()).count();
    let is_named = at("utceventtimestamp").is_some() && found >= 3
        || at("sessionid").is_some() && at("participantid").is_some();
    let missing = wanted.iter().find(|(word, _)| at(word).is_none());
    let places = match (is_named, missing) {
        (true, Some((_, what))) => {
            let reason = format!("the column of the {what} is missing");
            return Some(Err(unreadable(Some(header), reason)));
        }
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

/// Seven columns: a long number in the first, a time in the fifth and the known words in the sixth.
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
    let mut lines: Vec<RawLine<'file>> = Vec::new();
    let mut wrong = |row: &Record, column: usize, reason: &str| {
        let heading = cell(header, column)
            .trim_start_matches('\u{feff}')
            .to_owned();
        lines.push(RawLine {
            line: row.line(),
            says: Says::Wrong(Some(heading), reason.to_owned()),
        });
    };
    let mut numbers: HashMap<[&str; 3], usize> = HashMap::new();
    let mut viewers: Vec<Viewer<'file>> = Vec::new();
    let mut timeline: Vec<(usize, &'file str)> = Vec::new();
    for row in rows {
        let (session, participant, name) = (
            cell(row, places.session),
            cell(row, places.participant),
            cell(row, places.name),
        );
        if session.is_empty() && participant.is_empty() && name.is_empty() {
            wrong(row, places.session, "neither a session nor a name");
            continue;
        }
        let Some(action) = actions::known(cell(row, places.action)) else {
            wrong(row, places.action, "neither a coming nor a leaving");
            continue;
        };
        // A session is one viewer's; two names in one are kept apart all the same.
        let next = viewers.len();
        let number = *numbers.entry([session, participant, name]).or_insert(next);
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
    let headings = Headings {
        action: cell(header, places.action),
        time: cell(header, places.time),
    };
    let mut half_left = Vec::new();
    for viewer in &mut viewers {
        if backwards {
            viewer.events.reverse();
        }
        let person = RawStay {
            name: Cow::Borrowed(viewer.name),
            email: Some(viewer.participant)
                .filter(|participant| participant.contains('@'))
                .unwrap_or_default(),
            ..RawStay::default()
        };
        let mut paired = pairing::pair(&viewer.events, &person, headings);
        if viewer.name.is_empty() && viewer.participant.is_empty() {
            paired = one_stay(paired);
        }
        lines.extend(paired.lines);
        half_left.extend(paired.half_left);
    }
    lines.sort_by_key(|line| line.line);
    let field_of = |column| match column {
        _ if column == places.participant => Field::Email,
        _ if column == places.name => Field::Name,
        _ if column == places.action => Field::Status,
        _ if column == places.time => Field::JoinedAt,
        _ => Field::Ignore,
    };
    RawLog {
        family: "teams-live-event",
        meetings: vec![RawMeeting::default()],
        columns: columns(&unpadded(header), field_of),
        utc: true,
        order: Some(DateOrder::MonthFirst),
        lines,
        notes: pairing::note_half_left(half_left).into_iter().collect(),
    }
}

/// Makes one stay of everything a nameless session did: who comes back in it is the same viewer.
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
