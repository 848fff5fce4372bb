//! When the people on a list came and left.

use chrono::{NaiveDate, TimeDelta};

use super::attendance_list::List;
use super::desk::Agenda;
use super::logs::is_of_an_earlier_day;
use crate::catalogue::Message;
use crate::catalogue::messages::import;
use crate::import::rows::AttendanceRow;
use crate::import::values::dates::{Moment, resolve, to_instant};
use crate::import::values::{Length, RowTimes, TimeNote};
use crate::model::time::{self, Reading};
use crate::model::{Instant, Session, SessionId};

/// When somebody came and left.
#[derive(Debug)]
pub(super) struct Times {
    pub(super) of_stay: RowTimes,
    /// What is to be said about them.
    pub(super) notes: Vec<TimeNote>,
}

/// Why a row gives no stay.
#[derive(Debug)]
pub(super) enum NoStay {
    /// The row is set aside: its times contradict one another or say too little.
    Wrong(Message),
    /// The person was not there.
    NotThere(Message),
}

impl List<'_> {
    /// Returns when the person of a row came and left.
    ///
    /// A time without a date is of the session's day. "23:30–00:15" ends on the next day, but nobody stays for half a
    /// day. A length completes and bounds the times.
    ///
    /// # Errors
    /// If the row gives no stay.
    pub(super) fn times_of(
        &self,
        row: &AttendanceRow,
        session: Option<SessionId>,
    ) -> Result<Times, NoStay> {
        let event = &self.agenda.event;
        let day = session
            .and_then(|id| self.agenda.session(id))
            .map_or(event.start, |session| session.start)
            .with_timezone(&event.zone)
            .date_naive();
        let left_day = row.joined_at.and_then(|joined| joined.date).unwrap_or(day);
        let joined_at = self.instant(row.joined_at, day);
        let mut left_at = self.instant(row.left_at, left_day);
        if row.left_at.is_some_and(|left| left.date.is_none()) && left_at < joined_at {
            left_at = self.past_midnight(row, joined_at, left_day).or(left_at);
        }
        let is_back = left_at < joined_at;
        if is_back {
            left_at = second_reading(left_at, joined_at, self.zone);
        }
        if let (Some(joined), Some(left)) = (joined_at, left_at)
            && left < joined
        {
            return Err(NoStay::Wrong(import::LEFT_TOO_EARLY.into()));
        }
        let read_as = |moment: Option<Moment>, day| {
            let read = resolve(moment?, Some(day), self.zone)?;
            Some(read.reading).filter(|reading| *reading == Reading::Skipped || !is_back)
        };
        let read_as = [read_as(row.joined_at, day), read_as(row.left_at, left_day)].into_iter();
        let mut notes: Vec<TimeNote> = read_as.flatten().filter_map(TimeNote::of_reading).collect();
        if self.own {
            let of_stay = RowTimes {
                joined_at,
                left_at,
                seconds: row.seconds,
            };
            return Ok(Times { of_stay, notes });
        }
        let span = joined_at.zip(left_at);
        let span = span.map(|(joined, left)| (left - joined).num_seconds());
        let length = row.seconds.zip(span);
        let length = length.and_then(|(length, span)| Length::beside(length, span));
        notes.extend(length.map(TimeNote::from));
        let mut of_stay = RowTimes::of(joined_at, left_at, row.seconds);
        match (of_stay.joined_at, of_stay.left_at) {
            (Some(joined), None) => {
                of_stay.left_at = self.end_of(session, joined)?;
                notes.push(match session {
                    Some(_) => TimeNote::UntilTheEnd,
                    None => TimeNote::UntilTheDayEnds,
                });
            }
            (None, Some(_)) => notes.push(TimeNote::FromTheStart),
            _ => {}
        }
        Ok(Times { of_stay, notes })
    }

    fn instant(&self, moment: Option<Moment>, day: NaiveDate) -> Option<Instant> {
        to_instant(moment?, Some(day), self.zone)
    }

    /// Returns when somebody left on the day after they came; `None` if that is half a day later.
    fn past_midnight(
        &self,
        row: &AttendanceRow,
        joined: Option<Instant>,
        day: NaiveDate,
    ) -> Option<Instant> {
        let next = self.instant(row.left_at, day.succ_opt()?)?;
        (next - joined? < TimeDelta::hours(12)).then_some(next)
    }

    /// Returns the end of a stay that the list does not end; `None` if it stays open.
    ///
    /// # Errors
    /// If the person came on an earlier day than the session's, or to the door of an event of several sessions.
    fn end_of(
        &self,
        session: Option<SessionId>,
        joined: Instant,
    ) -> Result<Option<Instant>, NoStay> {
        if session.is_none() && self.is_at_the_door(joined) {
            return Err(NoStay::Wrong(import::WHICH_SESSION.into()));
        }
        match session.and_then(|id| self.agenda.session(id)) {
            Some(session) if is_of_an_earlier_day(joined, session, self.agenda.event.zone) => {
                Err(NoStay::NotThere(import::EARLIER_DAY.into()))
            }
            Some(_) => Ok(None),
            None => Ok(end_of_day(self.agenda, joined)),
        }
    }

    /// Whether somebody came when no session was running and several of the day were to come: who came to a door in the
    /// morning need not have been anywhere in the evening.
    fn is_at_the_door(&self, joined: Instant) -> bool {
        let day = |instant: Instant| instant.with_timezone(&self.agenda.event.zone).date_naive();
        let ahead = |it: &&Session| it.end > joined && day(it.start) == day(joined);
        let mut ahead = self.agenda.sessions.iter().filter(ahead);
        let is_running = ahead.clone().any(|it| it.start <= joined);
        !is_running && ahead.nth(1).is_some()
    }
}

/// Returns the later of the two moments that clocks show as `left`, if it is not before the coming: from 02:40 to
/// 02:10, in the hour that the end of summer time repeats.
fn second_reading(
    left: Option<Instant>,
    joined: Option<Instant>,
    zone: chrono_tz::Tz,
) -> Option<Instant> {
    let second = time::second_reading(left?, zone);
    second.filter(|second| Some(*second) >= joined).or(left)
}

/// Returns when the last session of a day ended, for an event that continues on a later day: somebody who came and was
/// not seen leaving was not there for all of it. `None` if there is no such limit.
fn end_of_day(agenda: &Agenda, joined: Instant) -> Option<Instant> {
    let day = |instant: Instant| instant.with_timezone(&agenda.event.zone).date_naive();
    let is_later = |session: &&Session| day(session.start) > day(joined);
    agenda.sessions.iter().find(is_later)?;
    let of_the_day = agenda.sessions.iter().filter(|it| !is_later(it));
    of_the_day
        .map(|session| session.end)
        .max()
        .max(Some(joined))
}
