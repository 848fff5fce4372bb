//! Pairs comings and leavings into stays.
//!
//! The events of one person, or of one session of a live event, are processed in the order of their times; rows without
//! a comparable time keep their position. Then:
//!
//! * a leaving ends the coming that has waited longest; a leaving with no coming before it, at the beginning, is a stay
//!   whose beginning was not recorded;
//! * a second coming without a leaving in between is a second device: two stays, each with its own leaving, which
//!   together reach from the first coming to the last leaving;
//! * a coming without a leaving is a stay without an end, unless another stay of the same person began in the same
//!   second: then it is a duplicate of that one;
//! * a second leaving after the first is a duplicate if it is of the same second; otherwise the time of coming back is
//!   unknown, and the row is a problem;
//! * a row without a time is a problem, but the coming or leaving did happen: the stay it begins or ends has no time
//!   there.

use std::collections::{HashMap, VecDeque};

use chrono::{NaiveDate, NaiveTime};

use super::super::{RawLine, RawLog, RawMeeting, RawStay, Says, columns};
use super::actions::Action;
use super::unpadded;
use crate::catalogue::messages::platforms as say;
use crate::catalogue::{Message, Wording};
use crate::import::lines as named;
use crate::import::values::dates::{self, DateOrder};
use crate::import::{Field, Record};
use crate::message;

/// A row of a list of events.
#[derive(Debug, Clone, Copy)]
pub(super) struct Event<'file> {
    pub(super) line: u64,
    pub(super) action: Action,
    /// The time as written; may be empty.
    pub(super) time: &'file str,
}

/// A stay being assembled.
#[derive(Debug, Clone, Default)]
struct Draft<'file> {
    /// The lines of its rows.
    lines: Vec<u64>,
    joined: &'file str,
    left: &'file str,
    joined_before: bool,
    is_over: bool,
    /// Whether another stay was not over when it began.
    is_second: bool,
}

/// The result for the events of a person.
#[derive(Debug, Default)]
pub(super) struct Paired<'file> {
    pub(super) lines: Vec<RawLine<'file>>,
    /// The rows of people who came twice and left once.
    pub(super) half_left: Vec<u64>,
}

/// The headings named in problems.
#[derive(Debug, Clone, Copy)]
pub(super) struct Headings<'file> {
    pub(super) action: &'file str,
    pub(super) time: &'file str,
}

/// Returns the heading of a column, for a message.
pub(super) fn heading(header: &Record, column: usize) -> String {
    let heading = header.get(column).unwrap_or_default().trim();
    heading.trim_start_matches('\u{feff}').to_owned()
}

/// Makes the line for a row that cannot be read.
pub(super) fn wrong<'file>(
    header: &Record,
    row: &Record,
    column: usize,
    reason: Wording,
) -> RawLine<'file> {
    RawLine {
        line: row.line(),
        says: Says::Wrong(Some(heading(header, column)), reason.into()),
    }
}

/// Makes a log from everybody's paired events and the rows that cannot be read.
pub(super) fn log<'file>(
    header: &Record,
    field_of: impl Fn(usize) -> Field,
    mut lines: Vec<RawLine<'file>>,
    paired: Vec<Paired<'file>>,
) -> RawLog<'file> {
    let mut half_left = Vec::new();
    for paired in paired {
        lines.extend(paired.lines);
        half_left.extend(paired.half_left);
    }
    lines.sort_by_key(|line| line.line);
    RawLog {
        meetings: vec![RawMeeting::default()],
        columns: columns(&unpadded(header), field_of),
        lines,
        notes: note_half_left(half_left).into_iter().collect(),
        ..RawLog::default()
    }
}

/// Pairs the events of one person; `person` is a stay with only their name and address.
pub(super) fn pair<'file>(
    events: &[Event<'file>],
    person: &RawStay<'file>,
    headings: Headings<'_>,
) -> Paired<'file> {
    let mut paired = Paired::default();
    let wrong = |line, heading: &str, reason: Wording| RawLine {
        line,
        says: Says::Wrong(Some(heading.to_owned()), reason.into()),
    };
    let mut drafts: Vec<Draft<'file>> = Vec::new();
    let mut open: VecDeque<usize> = VecDeque::new();
    let (mut has_come, mut last_over) = (false, None);
    for event in in_order(events) {
        // A row without a time is a problem of its own, and not a row of the stay.
        let own: Vec<u64> = Some(event.line)
            .filter(|_| !event.time.is_empty())
            .into_iter()
            .collect();
        if own.is_empty() {
            paired
                .lines
                .push(wrong(event.line, headings.time, say::TIME_MISSING));
        }
        match event.action {
            Action::Joined | Action::JoinedBefore => {
                has_come = true;
                let is_second = !open.is_empty();
                open.push_back(drafts.len());
                drafts.push(Draft {
                    lines: own,
                    joined: event.time,
                    joined_before: event.action == Action::JoinedBefore,
                    is_second,
                    ..Draft::default()
                });
            }
            Action::Left => {
                if let Some(index) = open.pop_front() {
                    let draft = &mut drafts[index];
                    draft.lines.extend(own);
                    draft.left = event.time;
                    draft.is_over = true;
                    last_over = Some(index);
                } else if !has_come {
                    last_over = Some(drafts.len());
                    drafts.push(Draft {
                        lines: own,
                        left: event.time,
                        is_over: true,
                        ..Draft::default()
                    });
                } else if let Some(index) = last_over
                    && drafts[index].left == event.time
                {
                    drafts[index].lines.extend(own);
                } else if !own.is_empty() {
                    let reason = say::SECOND_LEAVING;
                    paired
                        .lines
                        .push(wrong(event.line, headings.action, reason));
                }
            }
        }
    }
    merge_repeated(&mut drafts);
    if drafts
        .iter()
        .any(|draft| draft.is_over && !draft.joined.is_empty())
    {
        let half = drafts
            .iter()
            .filter(|draft| draft.is_second && !draft.is_over);
        paired.half_left = half
            .filter_map(|draft| draft.lines.first().copied())
            .collect();
    }
    for draft in drafts {
        paired.lines.extend(lines_of(draft, person));
    }
    paired
}

/// Merges a coming without an end into another one of the same person in the same second.
fn merge_repeated(drafts: &mut Vec<Draft<'_>>) {
    let mut first: HashMap<(&str, bool), usize> = HashMap::new();
    for is_over in [true, false] {
        for (index, draft) in drafts.iter().enumerate() {
            if draft.is_over == is_over && !draft.joined.is_empty() {
                first
                    .entry((draft.joined, draft.joined_before))
                    .or_insert(index);
            }
        }
    }
    for index in 0..drafts.len() {
        let draft = &drafts[index];
        let same = first.get(&(draft.joined, draft.joined_before)).copied();
        if let Some(same) = same.filter(|same| *same != index && !draft.is_over) {
            let lines = std::mem::take(&mut drafts[index].lines);
            drafts[same].lines.extend(lines);
        }
    }
    // Merged drafts are empty; so is a coming whose own row is a problem.
    drafts.retain(|draft| !draft.lines.is_empty());
}

/// Returns the stay at its first row in the file, and the other rows as parts of it.
fn lines_of<'file>(
    mut draft: Draft<'file>,
    person: &RawStay<'file>,
) -> impl Iterator<Item = RawLine<'file>> {
    draft.lines.sort_unstable();
    let first = draft.lines.first().copied();
    let stay = RawStay {
        joined: draft.joined,
        left: draft.left,
        joined_before: draft.joined_before,
        ..person.clone()
    };
    let mut stay = Some(Box::new(stay));
    draft.lines.into_iter().filter_map(move |line| {
        let says = match stay.take() {
            Some(stay) => Says::Stay(stay),
            None => Says::PartOf(first?),
        };
        Some(RawLine { line, says })
    })
}

/// Returns the events ordered by time: a spreadsheet may have sorted them by another column.
///
/// Only if all of them are on one day, so that the order within the dates does not matter; events in the same second
/// keep the order of the file.
fn in_order<'file>(events: &[Event<'file>]) -> Vec<Event<'file>> {
    let moments: Option<Vec<_>> = events.iter().map(|event| moment(event.time)).collect();
    let mut ordered: Vec<Event<'file>> = events.to_vec();
    let Some(moments) = moments else {
        return ordered;
    };
    if moments.iter().all(|(day, _)| *day == moments[0].0) {
        let mut indices: Vec<usize> = (0..events.len()).collect();
        indices.sort_by_key(|index| moments[*index].1);
        ordered = indices.into_iter().map(|index| events[index]).collect();
    }
    ordered
}

/// Returns the day and time of a cell, with the day in whichever order is possible.
fn moment(cell: &str) -> Option<(Option<NaiveDate>, NaiveTime)> {
    let read = dates::parse(cell, Some(DateOrder::DayFirst))
        .or_else(|_| dates::parse(cell, Some(DateOrder::MonthFirst)))
        .ok()?;
    Some((read.date, read.time?))
}

/// Whether a list runs from the last event to the first: most events that follow another of the same person on the same
/// day are earlier.
pub(super) fn is_backwards<'file>(events: impl Iterator<Item = (usize, &'file str)>) -> bool {
    let mut last: HashMap<usize, (Option<NaiveDate>, NaiveTime)> = HashMap::new();
    let (mut forwards, mut backwards) = (0_usize, 0_usize);
    for (person, time) in events {
        let Some(now) = moment(time) else { continue };
        if let Some(before) = last.insert(person, now)
            && before.0 == now.0
        {
            forwards += usize::from(now.1 > before.1);
            backwards += usize::from(now.1 < before.1);
        }
    }
    backwards > 4 * forwards
}

/// Returns a note about people who came twice and left once, if there are any.
fn note_half_left(mut lines: Vec<u64>) -> Option<Message> {
    lines.sort_unstable();
    let note = || {
        message!(platforms::half_left {
            lines: named(&lines)
        })
    };
    (!lines.is_empty()).then(note)
}
