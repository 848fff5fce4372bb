//! Turns questions into tables: who was there, from where, in which sessions, and who was not.
//!
//! Each report is one function from a [`Reader`] and a moment, [`AsOf`], to a [`Table`](crate::output::Table), a
//! [`Document`](crate::output::Document) or a [`Calendar`](crate::output::Calendar); the caller chooses the format and
//! the destination. This module may use `store` (read only), `attendance`, `output` and `model`. It contains no SQL,
//! file access, printing or clock: the same data and the same moment give the same table, and once a meeting is over
//! the moment makes no difference.
//!
//! # One computation
//!
//! The results of stays are computed in one place, `recording.rs`, and what they mean for the event as a whole in
//! another, `event_data.rs`. Every report counts those results, so their numbers agree: the columns of [`sessions()`]
//! are the counts of the rows of [`attendance()`].
//!
//! # Who is counted
//!
//! * *Audience.* Speakers, moderators and hosts of a session have a row in its attendance if they came or signed up,
//!   marked with their part, but without a verdict, so that nobody counts them as audience by mistake. For the event as
//!   a whole they count as participants like anybody else.
//! * *No record does not mean no attendance.* A session without any stay has no verdicts: before the first log is
//!   imported nobody is a no-show.
//! * *No verdicts before the end.* Before a session people are expected; while it runs they are here, have left or are
//!   not here yet, and have the minutes so far; see `recording.rs`. A session that is not over has no no-shows, rates,
//!   averages or certificates, and the event as a whole has none before its end. Verdicts by hand, excuses and
//!   withdrawals are facts, and are shown at once. Who is currently present has a column of its own.
//! * *Stays not yet matched to a person* are listed and counted separately, one by one. Two stays with one name may be
//!   two people, so they are not combined. Every report states their number below the table, since they may make its
//!   figures too low. A stay that somebody has marked as belonging to no person counts nowhere.
//! * *Never in three rooms at once.* A log of the event as a whole does not say who was in which of several sessions
//!   that ran at the same time without rooms of their own. It counts for none of them, and every report names them; it
//!   does count for the event as a whole.
//! * *By hand.* A verdict given by hand overrides the recorded one in every report, with its reason in [`attendance()`]
//!   and as a note in the others. The minutes remain those of the log. Present, partial, walk-in and brief count as
//!   having come; whether somebody was expected at the event depends on their registration.
//! * *For everybody.* In a plenary or keynote that nobody signed up for (or withdrew from), the registration for the
//!   event is the sign-up: people who are registered have a place, people who cancelled have withdrawn. As soon as
//!   there is one sign-up, only those who signed up are expected.
//! * *The event as a whole.* Somebody who registered is expected at the event, so being in any of its sessions for long
//!   enough means being present. If they were never seen, they are a no-show if they missed a session they chose;
//!   excusing themselves from another one does not change that, since every change of mind leaves a cancelled sign-up
//!   behind. Missing a session for everybody is weaker evidence: they are a no-show for it unless a session they have a
//!   place in is not recorded yet, they excused themselves or withdrew from all they chose, or they have a part
//!   themselves.
//! * *Events without sessions* are treated as one session for everybody, except in [`sessions()`], which has nothing to
//!   list.

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
mod contested;
mod curve;
mod days;
mod directory;
mod door;
mod event;
mod event_data;
mod evidence;
mod file_names;
mod history;
mod journal;
mod mailing;
mod matrix;
mod measures;
mod no_shows;
mod notes;
mod organisations;
mod participants;
mod personal_data;
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
use crate::output::{Language, Note};
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
    BY_DEFAULT as CERTIFIED_BY_DEFAULT, CertificateOptions, Certificates, Certified, Contested,
    certificates,
};
pub use curve::curve;
pub use door::door;
pub use event::{EventReportOptions, event};
pub use event_data::present;
pub use evidence::evidence;
pub use file_names::file_names;
pub use history::{Of, history};
pub use journal::{Change, Changes, changes};
pub use mailing::mailing;
pub use matrix::matrix;
pub use no_shows::no_shows;
pub use organisations::organisations;
pub use participants::{ParticipantsOptions, participants};
pub use personal_data::{Held, personal_data};
pub use rulings::rulings;
pub use sessions::{audiences, sessions};
pub use sign_in::{SheetFor, sign_in};

/// Returns the lines below the title of every report about an event: its time and place, and the moment the data is as
/// of.
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

/// Returns why people who came may be missing from a list, one sentence each.
///
/// # Errors
/// Those of the store.
pub fn gaps(reader: &AsOf<'_>, event: &Event, language: Language) -> Result<Vec<Note>, StoreError> {
    let recording = recording::Recording::load(*reader, event)?;
    Ok(notes::gaps(&recording, language))
}

/// A reader of the file, and the moment a report describes.
#[derive(Debug, Clone, Copy)]
pub struct AsOf<'a> {
    reader: Reader<'a>,
    now: Instant,
}

impl<'a> AsOf<'a> {
    /// Creates a view as of a moment.
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
