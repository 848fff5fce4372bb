//! Question to table: who was there, from where, in which sessions, and who was not.
//!
//! Each report is one function from a [`Reader`] and a moment, [`AsOf`], to a
//! [`Table`](crate::output::Table), a [`Document`](crate::output::Document) or a
//! [`Calendar`](crate::output::Calendar); the caller decides on the format and on where it goes. The room may
//! use `store` (reading alone), `attendance`, `output` and `model`. There is no SQL here, no file, no
//! printing and no clock: the same data give the same table, and while a meeting runs the same data and the same
//! moment do.
//!
//! # One computation
//!
//! What stays come to is computed in one place, `recording.rs`, and what that means for the event as a
//! whole in another, `event_data.rs`. Every report counts those answers, so their numbers add up among
//! each other: the columns of [`sessions()`] are the counts of the rows of [`attendance()`].
//!
//! # Who is counted
//!
//! * *Audience.* Speakers, moderators and hosts of a session have a row in its attendance when they came
//!   or signed up, marked as what they are, but no verdict there, so that nobody counts them among the
//!   audience by mistake. For the event as a whole they are people who came like any other.
//! * *Nothing recorded is not nobody there.* A session that no stay touches has no verdicts: before the
//!   first log arrives nobody is a no-show.
//! * *Before the end there is no verdict.* Before a session people are expected, while it runs they are here, have
//!   left or are not here yet, and have the minutes so far; see `recording.rs`. There are no no-shows, rates,
//!   averages or certificates of what is not over, and none of the event as a whole before its end. A verdict by
//!   hand, an excuse and a withdrawal are facts, and shown at once. Who is present or not is a column of its own.
//! * *Stays of nobody yet* are listed and counted apart, one by one. Two stays of one name may be two
//!   people, so they are not put together. Every report says below it how many there are, since they may
//!   make its figures too low. A stay that somebody said was nobody's counts nowhere.
//! * *Never in three rooms at once.* A log of the event as a whole does not say who was in which of several
//!   sessions that ran at the same time without rooms of their own: it counts for none of them, and every report
//!   names them. For the event as a whole it counts.
//! * *By hand.* A verdict that somebody gave by hand stands over what was recorded, in every report, with its
//!   reason in [`attendance()`] and as a note in the others. Minutes stay those of the log. Present, partial, walk-in
//!   and brief are having come; whether somebody was expected at the event, their registration says.
//! * *For everybody.* In a plenary or keynote that nobody signed up for, not even to withdraw, the
//!   registration for the event is the sign-up: whose registration stands has a place there, who
//!   cancelled it withdrew. One sign-up, and only those who signed up are expected.
//! * *The event as a whole.* Somebody who registered is expected at the event, so that being in any of its
//!   sessions for long enough is being present. Never seen, they
//!   are a no-show when they missed a session they chose; having excused themselves from
//!   another one does not change that, since every change of mind leaves a cancelled sign-up behind. Missing
//!   a session for everybody says less: they are a no-show for it unless a session they have a place in
//!   is not recorded yet, they told us or withdrew from all they chose, or they have a part themselves.
//! * *Events without sessions* are treated as one session for everybody, except in [`sessions()`], which has
//!   nothing to list.

pub mod exports;
pub mod labels;
pub mod scope;
pub mod selection;

mod absent;
mod answers;
mod attendance;
mod by_person;
mod calendar;
mod certificate;
mod codes;
mod curve;
mod days;
mod directory;
mod door;
mod event;
mod event_data;
mod evidence;
mod file_names;
mod history;
mod mailing;
mod matrix;
mod measures;
mod no_shows;
mod notes;
mod organisations;
mod participants;
mod recording;
mod roll;
pub mod rules;
mod rulings;
mod sessions;
mod sheet;
mod sign_in;
mod times;
mod turnout;

use std::ops::Deref;

use crate::model::{Event, Instant};
use crate::output::Language;
use crate::store::{Reader, StoreError};

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod terminal_tests;

pub use absent::absent_organisations;
pub use answers::{AnswersOf, answers};
pub use attendance::{AttendanceOptions, attendance};
pub use calendar::calendar;
pub use certificate::{
    BY_DEFAULT as CERTIFIED_BY_DEFAULT, CertificateOptions, Certificates, Certified, certificates,
};
pub use curve::curve;
pub use door::door;
pub use event::{EventReportOptions, event};
pub use evidence::evidence;
pub use file_names::file_names;
pub use history::{Of, history};
pub use mailing::mailing;
pub use matrix::matrix;
pub use no_shows::no_shows;
pub use organisations::organisations;
pub use participants::participants;
pub use rulings::rulings;
pub use sessions::{audiences, sessions};
pub use sign_in::{SheetFor, sign_in};

/// Returns what stands below the title of everything about an event: when and where it was, and as of when that is told.
///
/// # Errors
/// Those of the store.
pub fn lines(
    reader: &AsOf<'_>,
    event: &Event,
    language: Language,
) -> Result<Vec<String>, StoreError> {
    let recording = recording::Recording::load(*reader, event)?;
    Ok(days::lines_as_of(event, &recording, language))
}

/// The file as a report reads it, and the moment that the report speaks of.
#[derive(Debug, Clone, Copy)]
pub struct AsOf<'a> {
    reader: Reader<'a>,
    now: Instant,
}

impl<'a> AsOf<'a> {
    /// Reads as of a moment.
    pub fn new(reader: Reader<'a>, now: Instant) -> Self {
        Self { reader, now }
    }
}

impl<'a> Deref for AsOf<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}
