//! What the rows of a list of attendees have in common, and in which session each of them belongs.

use chrono::NaiveDate;

use super::desk::Agenda;
use super::namesakes::Origin;
use crate::catalogue::Message;
use crate::catalogue::messages::import;
use crate::import::Choices;
use crate::import::rows::AttendanceRow;
use crate::import::values::words::quotable;
use crate::message;
use crate::model::{Event, Instant, SessionId};

/// What the rows of a list of attendees have in common.
#[derive(Debug)]
pub(super) struct List<'a> {
    pub(super) file: &'a str,
    pub(super) agenda: &'a Agenda,
    pub(super) choices: &'a Choices,
    /// The session of rows that do not name one.
    pub(super) session: Option<SessionId>,
    pub(super) zone: chrono_tz::Tz,
    /// Whether it was written by this program.
    pub(super) own: bool,
    /// Whether all its rows are about one meeting, whatever that is called.
    pub(super) is_about_one: bool,
}

impl List<'_> {
    /// Returns where a row is from.
    pub(super) fn origin(&self, row: &AttendanceRow) -> Origin<'_> {
        Origin {
            file: self.file,
            line: row.line,
            event: Some(self.agenda.event.id),
        }
    }

    /// Whether a row without times means nothing until its session is known: a tick for the event, for a day or at the
    /// door does not say in which session somebody was.
    fn needs_session(&self, row: &AttendanceRow) -> bool {
        match row.tick {
            None => !self.own,
            Some(is_ticked) => is_ticked && !self.agenda.sessions.is_empty(),
        }
    }

    /// Returns the session a row counts for; `None` for the event as a whole.
    ///
    /// # Errors
    /// Why the row is set aside: its session is unknown or missing, or it is about another session or day.
    pub(super) fn place_of(&self, row: &AttendanceRow) -> Result<Option<SessionId>, Message> {
        let session = self.session_of(row)?;
        let event = &self.agenda.event;
        if let Some(day) = row
            .day
            .filter(|day| !self.own && !is_on_a_day_of(*day, event))
        {
            return Err(message!(import::of_another_day { day }));
        }
        let is_bare = row.joined_at.is_none() && row.left_at.is_none();
        if session.is_none() && is_bare && self.needs_session(row) {
            return Err(import::WHICH_SESSION.into());
        }
        Ok(session)
    }

    /// Returns the session a row is about, or why it is unknown.
    fn session_of(&self, row: &AttendanceRow) -> Result<Option<SessionId>, Message> {
        let Some(written) = &row.session else {
            return Ok(self.session);
        };
        if let Some(asked) = self.session.filter(|_| !self.own) {
            let other = Some(written).filter(|_| !row.is_choice);
            let other = other.and_then(|written| self.choices.one(written));
            let other = other.filter(|named| *named != asked);
            let is_of_event =
                || written.trim().to_lowercase() == self.agenda.event.title.to_lowercase();
            let is_unknown = !row.is_choice
                && !self.is_about_one
                && self.choices.one(written).is_none()
                && !is_of_event();
            if is_unknown {
                let session = quotable(written);
                return Err(message!(import::unknown_session { session }));
            }
            return match other.and_then(|id| self.agenda.session(id)) {
                None => Ok(Some(asked)),
                Some(other) => {
                    let session = &other.slug;
                    Err(message!(import::of_another_session { session }))
                }
            };
        }
        let unknown = || {
            let session = quotable(written);
            message!(import::unknown_session { session })
        };
        self.choices.one(written).map(Some).ok_or_else(unknown)
    }
}

/// Whether a day is one of the event's, in its zone.
fn is_on_a_day_of(day: NaiveDate, event: &Event) -> bool {
    let local = |instant: Instant| instant.with_timezone(&event.zone).date_naive();
    local(event.start) <= day && day <= local(event.end)
}
