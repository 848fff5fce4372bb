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

use super::super::table::Table;
use super::super::{RawLine, RawStay, Says};
use super::actions::Action;
use crate::catalogue::messages::platforms as say;
use crate::import::Field;
use crate::import::values::dates::{self, DateOrder};

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
    stay: RawStay<'file>,
    is_over: bool,
    /// Whether another stay was not over when it began.
    is_second: bool,
}

/// The result for the events of a person.
#[derive(Debug, Default)]
pub(super) struct Pairs<'file> {
    pub(super) lines: Vec<RawLine<'file>>,
    /// The rows of people who came twice and left once.
    pub(super) half_left: Vec<u64>,
}

impl<'file> Pairs<'file> {
    /// Pairs the events of one person; `person` is a stay with only their name and address.
    pub(super) fn of(events: &[Event<'file>], person: &RawStay<'file>, table: &Table) -> Self {
        let mut pairs = Self::default();
        let mut drafts: Vec<Draft<'file>> = Vec::new();
        let mut open: VecDeque<usize> = VecDeque::new();
        let (mut has_come, mut last_over) = (false, None);
        for Event { line, action, time } in in_order(events) {
            let mut own = vec![line];
            if time.is_empty() {
                // A problem of its own, and not a row of the stay.
                own.clear();
                let says = table.wrong(&Field::JoinedAt, say::TIME_MISSING);
                pairs.lines.push(RawLine { line, says });
            }
            if action != Action::Left {
                has_come = true;
                let stay = RawStay {
                    joined: time,
                    joined_before: action == Action::JoinedBefore,
                    ..person.clone()
                };
                let is_second = !open.is_empty();
                open.push_back(drafts.len());
                drafts.push(Draft {
                    lines: own,
                    stay,
                    is_second,
                    is_over: false,
                });
            } else if let Some(index) = open.pop_front() {
                let draft = &mut drafts[index];
                draft.lines.extend(own);
                draft.stay.left = time;
                draft.is_over = true;
                last_over = Some(index);
            } else if !has_come {
                last_over = Some(drafts.len());
                let stay = RawStay {
                    left: time,
                    ..person.clone()
                };
                drafts.push(Draft {
                    lines: own,
                    stay,
                    is_over: true,
                    is_second: false,
                });
            } else if let Some(index) = last_over
                && drafts[index].stay.left == time
            {
                drafts[index].lines.extend(own);
            } else if !own.is_empty() {
                let says = table.wrong(&Field::Status, say::SECOND_LEAVING);
                pairs.lines.push(RawLine { line, says });
            }
        }
        merge_repeated(&mut drafts);
        let is_whole = |draft: &Draft<'_>| draft.is_over && !draft.stay.joined.is_empty();
        if drafts.iter().any(is_whole) {
            let half = drafts.iter().filter(|it| it.is_second && !it.is_over);
            pairs.half_left = half.filter_map(|it| it.lines.first().copied()).collect();
        }
        pairs.lines.extend(drafts.into_iter().flat_map(lines_of));
        pairs
    }

    /// Merges everything in a nameless session into one stay: somebody who comes back in it is the same viewer.
    pub(super) fn become_one_stay(&mut self) {
        let is_wrong = |line: &mut RawLine<'_>| matches!(line.says, Says::Wrong(..));
        let (mut whole, mut lines) = (None::<RawStay<'file>>, Vec::new());
        for line in self.lines.extract_if(.., |line| !is_wrong(line)) {
            lines.push(line.line);
            if let Says::Stay(stay) = line.says {
                let left = stay.left;
                whole.get_or_insert(*stay).left = left;
            }
        }
        let stay = whole.unwrap_or_default();
        self.lines.extend(lines_of(Draft {
            lines,
            stay,
            ..Draft::default()
        }));
        self.half_left.clear();
    }
}

/// Merges a coming without an end into another one of the same person in the same second.
fn merge_repeated(drafts: &mut Vec<Draft<'_>>) {
    let key = |draft: &Draft<'_>| (draft.stay.joined.to_owned(), draft.stay.joined_before);
    let mut first: HashMap<(String, bool), usize> = HashMap::new();
    for is_over in [true, false] {
        for (index, draft) in drafts.iter().enumerate() {
            if draft.is_over == is_over && !draft.stay.joined.is_empty() {
                first.entry(key(draft)).or_insert(index);
            }
        }
    }
    for index in 0..drafts.len() {
        let same = first.get(&key(&drafts[index])).copied();
        if let Some(same) = same.filter(|same| *same != index && !drafts[index].is_over) {
            let lines = std::mem::take(&mut drafts[index].lines);
            drafts[same].lines.extend(lines);
        }
    }
    // Merged drafts are empty; so is a coming whose own row is a problem.
    drafts.retain(|draft| !draft.lines.is_empty());
}

/// Returns the stay at its first row in the file, and the other rows as parts of it.
fn lines_of(mut draft: Draft<'_>) -> impl Iterator<Item = RawLine<'_>> {
    draft.lines.sort_unstable();
    let first = draft.lines.first().copied().unwrap_or_default();
    let mut stay = Some(Box::new(draft.stay));
    draft.lines.into_iter().map(move |line| {
        let says = stay.take().map_or(Says::PartOf(first), Says::Stay);
        RawLine { line, says }
    })
}

/// Returns the events ordered by time: a spreadsheet may have sorted them by another column.
///
/// Only if all of them are on one day, so that the order within the dates does not matter; events in the same second
/// keep the order of the file.
fn in_order<'file>(events: &[Event<'file>]) -> Vec<Event<'file>> {
    let moments: Option<Vec<_>> = events.iter().map(|event| moment(event.time)).collect();
    let Some(moments) = moments.filter(|it| it.iter().all(|(day, _)| *day == it[0].0)) else {
        return events.to_vec();
    };
    let mut ordered: Vec<_> = moments.into_iter().zip(events).collect();
    ordered.sort_by_key(|((_, time), _)| *time);
    ordered.into_iter().map(|(_, event)| *event).collect()
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
