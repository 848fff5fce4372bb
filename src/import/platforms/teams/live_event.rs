//! The report of a live event, `AttendeeReport.csv`: one row for each coming and leaving in a viewer's session. Known
//! from parsers: commas, English, times in UTC with the month first; `UtcEventTimestamp` and `UTC Event Timestamp` both
//! occur. Viewers without an account have neither name nor address.

use super::super::table::{by_words, place};
use super::super::{RawLog, cell, is_moment};
use super::events::Events;
use super::{Read, actions, has_moment, unreadable};
use crate::catalogue::Wording;
use crate::catalogue::messages::platforms as say;
use crate::formats::platform::with_own_code;
use crate::import::values::dates::DateOrder;
use crate::import::{Field, Record};

/// The columns that a report needs, and what is said where one is missing.
const NEEDED: [(Field, Wording); 5] = [
    (Field::Session, say::SESSIONS_MISSING),
    (Field::Email, say::PARTICIPANTS_MISSING),
    (Field::Name, say::NAMES_MISSING),
    (Field::JoinedAt, say::TIMES_IN_UTC_MISSING),
    (Field::Status, say::ACTIONS_MISSING),
];

pub(super) fn read(records: &[Record]) -> Read<'_> {
    let (header, rows) = records.split_first()?;
    let platform = with_own_code("teams-live-event");
    let words = by_words(platform, header);
    let has = |field: &Field| place(&words, field).is_some();
    let found = NEEDED.iter().filter(|(field, _)| has(field)).count();
    let is_named =
        has(&Field::JoinedAt) && found >= 3 || has(&Field::Session) && has(&Field::Email);
    let fields = match NEEDED.iter().find(|(field, _)| !has(field)) {
        None => words,
        Some((_, reason)) if is_named => return Some(Err(unreadable(Some(header), *reason))),
        Some(_) if has_its_shape(header, rows) => {
            platform.order("events").iter().cloned().map(Some).collect()
        }
        Some(_) => return None,
    };
    // A session belongs to one viewer, but two names in one are still separated.
    let who = &[Field::Session, Field::Email, Field::Name];
    let events = Events::of(header, rows, fields, who);
    Some(Ok(RawLog {
        family: "teams-live-event",
        utc: true,
        order: Some(DateOrder::MonthFirst),
        ..events.log(say::NEITHER_SESSION_NOR_NAME, actions::known)
    }))
}

/// Whether there are seven columns: a long number in the first, a time in the fifth and the known words in the sixth.
fn has_its_shape(header: &Record, rows: &[Record]) -> bool {
    let is_session = |text: &str| {
        let mut letters = text.chars();
        text.len() >= 32 && letters.all(|letter| letter.is_ascii_hexdigit() || letter == '-')
    };
    let is_event = |row: &Record| {
        is_session(cell(row, 0))
            && is_moment(cell(row, 4))
            && actions::known(cell(row, 5)).is_some()
    };
    !rows.is_empty() && header.filled() == 7 && !has_moment(header) && rows.iter().all(is_event)
}
