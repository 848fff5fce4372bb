//! Zoom: attendance of a meeting or a webinar.
//!
//! * *Participants of a meeting* (`zoom-meeting`): one row per connection. `Name (Original Name)`, address, joining,
//!   leaving, minutes; then, depending on the year, guest, consent to the recording and waiting room. Seen in real
//!   exports of 2020 and 2021, the later columns in programs that read them.
//! * *Unique users* (`zoom-unique-users`): one row per person with the total minutes, and no times. Seen.
//! * Above either there may be two rows about the meeting: `Meeting ID,Topic,Start Time,End Time,User Email,…` (seen)
//!   or `Topic,ID,Host,Duration (minutes),Start time,…` (known from parsers). Their address is the host's, and their
//!   number of participants is not that of the rows.
//! * *Attendee report of a webinar* (`zoom-webinar`): a section each for hosts, panelists, attendees and telephones,
//!   with separate headings; seen in a real report that a parser quotes. It includes the questions of the registration,
//!   and people who registered but did not come.
//! * *Dashboard* (`zoom-dashboard`): the participants of many meetings, each row beginning with the columns of its
//!   meeting. The order is known from the documentation of a parser.
//!
//! Headings are translated and keep their order: Japanese ones were seen, German ones are known from a parser. So a
//! column with an unknown heading is identified by its position, and the cells have to agree. Minutes are rounded up,
//! which identifies a table without any known word. A report of unique users in an unknown language is only recognised
//! by the rows above it or by its brackets: `… (original …)`, `… (minut…)`.
//!
//! The registration report is a list of sign-ups and read as one; polls and chats contain no stays.

mod headings;
mod meeting;
mod shape;
mod table;
mod webinar;
mod words;

use super::{RawLog, Unreadable};
use crate::catalogue::Wording;
use crate::import::Record;
use words::platform;

/// Reads a report; `None` if it is none of these.
pub(super) fn read(records: &[Record]) -> Option<Result<RawLog<'_>, Unreadable>> {
    if platform().is_mark("other_report", records.first()?.get(0)?) {
        return None;
    }
    webinar::read(records).or_else(|| meeting::read(records))
}

fn unreadable(record: Option<&Record>, reason: Wording) -> Unreadable {
    super::table::unreadable(platform(), record, reason)
}

#[cfg(test)]
mod laws;
#[cfg(test)]
mod meeting_tests;
#[cfg(test)]
mod row_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod webinar_tests;
