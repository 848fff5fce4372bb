//! The log of a meeting platform: where it belongs, whose stays it contains, and which of them are new.
//!
//! # Where it belongs
//!
//! `--session` assigns the whole log to one session. Otherwise the title of the meeting (or the name of the file) and
//! the hours of most of its people decide, by [`crate::attendance::place`]; if they do not, an error asks, and nothing
//! is imported. A note says which session a log was assigned to, and why.
//!
//! # What is new
//!
//! A log is often exported twice: during the meeting and after it, or with and without its times. So a stay is compared
//! with those that other files brought to the same session with the same name and address: one within such a stay is
//! known, one that continues it extends it. Among lengths without times the first of one file is compared with the
//! first of the other, the second with the second, and the longer counts. A length adds nothing to stays that are at
//! least as long in total, and times that are at least as long as a length replace it. A shorter length with the same
//! times limits them, in whichever order the files come. A list that only says who was there has no minutes: it is
//! never compared with a log, and takes nothing away from one. Two rows of one file are never compared: two devices of
//! one person are two stays, which are united.
//!
//! # Unseen ends
//!
//! If the log belongs to one session, an open stay lasts to its end, and one that began on an earlier day is set aside:
//! that person was not seen there. If sessions share the log by the clock, it lasts to the log's last moment on its own
//! day.
//!
//! # Who it was
//!
//! Each name is looked up once per file. If somebody is not certain, the stay is kept without a person, counts as
//! unidentified, and one question is asked for all rows of that name in that session. A log never creates a new person
//! without an answer; somebody who was at one session of an event belongs to that event for the next log. Two
//! telephones with one masked number, or two guests called "Guest", may be two people: such rows lead to one question
//! each, and so do rows with a different organisation from the first.
//!
//! # Data-minimal
//!
//! With `--minimal` only what the verdict needs is kept; see [`minimal`].

mod earlier;
mod minimal;
mod names;
mod placing;
mod taker;

use std::collections::HashSet;
use std::thread::{Builder, scope};

use chrono::TimeDelta;
use chrono_tz::Tz;

use super::coming_back::ComingBack;
use super::desk::{Agenda, Desk};
use super::import::Request;
use super::namesakes::Origin;
use super::outcome::{Counts, FileOutcome};
use super::outside::Outside;
use super::rejects::Rejects;
use super::{Fate, IntakeError, find_session};
use crate::catalogue::Message;
use crate::catalogue::messages::{import, log};
use crate::import::log::{Log, LoggedStay};
use crate::import::values::{TimeNote, TimeNotes};
use crate::import::{ImportError, Plan, SetAside};
use crate::model::{Event, EventId, Instant, Session};
use crate::store::Writer;
use earlier::Compared;
use names::{Names, logged_who};
use placing::{Target, targets};
use taker::Taker;

/// How early somebody may come before a session after midnight.
const EARLY: TimeDelta = TimeDelta::hours(1);

/// How long a meeting may continue into the next day.
const NIGHT: TimeDelta = TimeDelta::hours(12);

/// A log that was read in advance, or the error.
pub(super) type Ahead = Result<Log, ImportError>;

/// Does some work while the file is read, if it is a log: reading needs only the event and the session from the file.
pub(super) fn read_beside<T>(
    plan: &Plan,
    event: Option<&Event>,
    request: &Request,
    writer: &Writer<'_>,
    work: impl FnOnce() -> T,
) -> (Option<Ahead>, T) {
    let Some(event) = event.filter(|_| plan.is_log()) else {
        return (None, work());
    };
    let session = match &request.session {
        Some(reference) => match find_session(writer, event, reference) {
            Ok(session) => Some(session),
            // Reported when the log is processed.
            Err(_) => return (None, work()),
        },
        None => None,
    };
    scope(|scope| {
        let reader = Builder::new().spawn_scoped(scope, || plan.log(event, session.as_ref()));
        let done = work();
        // Without a thread it is read later.
        let log = reader.ok().and_then(|reader| reader.join().ok());
        (log, done)
    })
}

/// Processes a whole log, which may have been read in advance; returns the lines that are waiting for an answer.
pub(super) fn take_log(
    desk: &mut Desk<'_>,
    plan: &Plan,
    ahead: Option<Ahead>,
    request: &Request,
    event: &Event,
    outcome: &mut FileOutcome,
    progress: &mut dyn FnMut(u64),
) -> Result<Vec<u64>, IntakeError> {
    let session = match &request.session {
        Some(reference) => Some(find_session(desk.writer, event, reference)?),
        None => None,
    };
    let mut log = match ahead {
        Some(log) => log?,
        None => plan.log(event, session.as_ref())?,
    };
    outcome.notes.append(&mut log.notes);
    if log.lines.is_empty() {
        outcome.notes.push(log::EMPTY.into());
        return Ok(Vec::new());
    }
    let agenda = Agenda::load(desk.writer, event.clone())?;
    desk.view(Some(event.id))?;
    desk.see_attendees(event.id)?;
    let stays = desk.writer.stays(event.id)?;
    let targets = targets(
        &log,
        &agenda,
        session.as_ref(),
        request.by_the_clock,
        outcome,
    )?;
    leave_other_days_out(&mut log, &targets, &agenda);
    let waiting = leave_removed_out(desk, &mut log, event.id, &outcome.file)?;
    outcome.notes.extend(unseen_ends(&log, &targets));
    end_with_the_log(&mut log, &targets, &agenda);
    let mut fates = if request.minimal {
        minimal::take(desk, &log, &targets, &agenda, &stays, outcome)?
    } else {
        outcome.notes.extend(outside(&log, &targets, &agenda));
        minimal::hold_apart(&stays, &targets, &agenda, &outcome.file)?;
        let mut taker = Taker::new(desk, &agenda, stays, &outcome.file)?;
        let fates = take_in_full(desk, &mut taker, &log, &targets, progress)?;
        taker.finish()?;
        // One name with two unknown addresses may belong to two people.
        for name in desk.see_recorded_addresses()? {
            desk.changed.name(&name);
        }
        fates
    };
    for place in waiting {
        fates[place] = Fate::Review;
    }
    let mut counts = Counts::default();
    for (line, fate) in log.lines.iter().zip(fates) {
        for number in &line.lines {
            outcome.rows += 1;
            counts.count(outcome, fate.clone(), *number);
        }
    }
    counts.tell(outcome);
    if request.keep_rejects && outcome.rejected > 0 {
        outcome.rejects = rejects(plan, &log)?;
    }
    Ok(counts.waiting)
}

/// Processes every stay of a log with all its details; returns the fate of each of its lines.
fn take_in_full(
    desk: &Desk<'_>,
    taker: &mut Taker<'_, '_>,
    log: &Log,
    targets: &[Target],
    progress: &mut dyn FnMut(u64),
) -> Result<Vec<Fate>, IntakeError> {
    for stay in log.lines.iter().filter_map(|line| line.says.as_ref().ok()) {
        if let Some(session) = target(targets, stay).session() {
            taker.expect(stay, session);
        }
    }
    let compared: Vec<Option<Compared>> = log
        .lines
        .iter()
        .map(|line| {
            let stay = line.says.as_ref().ok()?;
            let session = target(targets, stay).session()?;
            Some(taker.compare(stay, session))
        })
        .collect();
    let is_new = |place: usize, _: &LoggedStay| compared[place] == Some(Compared::New);
    let names = Names::of(log, is_new);
    names.look_up(desk, |names| {
        let mut fates = Vec::with_capacity(log.lines.len());
        for (place, (line, compared)) in log.lines.iter().zip(&compared).enumerate() {
            if place % 1000 == 999 {
                progress(place as u64 + 1);
            }
            fates.push(match (&line.says, compared) {
                (Err(aside), _) => aside.clone().into(),
                (Ok(stay), Some(compared)) => {
                    let session = target(targets, stay).session().flatten();
                    let found = names.who(place);
                    taker.take(stay, session, *compared, found, line.lines[0])?
                }
                (Ok(_), None) => Fate::Skipped(import::ANOTHER_MEETING.into()),
            });
        }
        Ok(fates)
    })
}

/// Returns the log without the accepted rows: the rows above and between them make the rejected ones a log of the same
/// family.
fn rejects(plan: &Plan, log: &Log) -> Result<Vec<u8>, IntakeError> {
    let taken: HashSet<u64> = log
        .lines
        .iter()
        .filter(|line| !matches!(line.says, Err(SetAside::Rejected(_))))
        .flat_map(|line| line.lines.iter().copied())
        .collect();
    let mut rejects = Rejects::new(plan, true)?;
    for record in plan.sheet().records().map_err(ImportError::from)? {
        let record = record.map_err(ImportError::from)?;
        if !taken.contains(&record.line()) {
            rejects.add(&record)?;
        }
    }
    rejects.finish()
}

/// Returns where a stay belongs.
fn target(targets: &[Target], stay: &LoggedStay) -> Target {
    targets
        .get(stay.meeting)
        .copied()
        .unwrap_or(Target::Elsewhere)
}

/// Whether somebody came on an earlier day than the session's, so that without an end they were not in it.
pub(super) fn is_of_an_earlier_day(joined: Instant, session: &Session, zone: Tz) -> bool {
    let day = |instant: Instant| instant.with_timezone(&zone).date_naive();
    joined + EARLY < session.start && day(joined) < day(session.start)
}

/// Sets aside people who came on an earlier day than their session's and have no time of leaving: an open end only
/// counts for its own day. A platform that lists them in the room's next meeting did not see them there.
fn leave_other_days_out(log: &mut Log, targets: &[Target], agenda: &Agenda) {
    for line in &mut log.lines {
        if let Ok(stay) = &line.says
            && let (Some(joined), None) = (stay.joined_at, stay.left_at)
            && let Target::Session(id) = target(targets, stay)
            && let Some(session) = agenda.session(id)
            && is_of_an_earlier_day(joined, session, agenda.event.zone)
        {
            line.says = Err(SetAside::Skipped(import::EARLIER_DAY.into()));
        }
    }
}

/// Sets aside the lines of people who were removed for good, and of those who may be; returns the places of the latter,
/// which wait for an answer.
fn leave_removed_out(
    desk: &mut Desk<'_>,
    log: &mut Log,
    event: EventId,
    file: &str,
) -> Result<Vec<usize>, IntakeError> {
    let mut waiting = Vec::new();
    if desk.removed.is_empty() {
        return Ok(waiting);
    }
    for (place, line) in log.lines.iter_mut().enumerate() {
        if let Ok(stay) = &line.says {
            let organisation = stay.organisation.as_deref();
            let from = Origin {
                file,
                line: line.lines[0],
                event: Some(event),
            };
            match desk.logged_coming_back(&logged_who(stay), organisation, from)? {
                ComingBack::SetAside(Fate::Rejected(problem)) => {
                    line.says = Err(SetAside::Rejected(problem));
                }
                ComingBack::SetAside(_) => {
                    // Not even counted as a stay; the question says why.
                    line.says = Err(SetAside::Skipped(Message::verbatim("")));
                    waiting.push(place);
                }
                ComingBack::No | ComingBack::Allowed => {}
            }
        }
    }
    Ok(waiting)
}

/// Ends the stays with an unseen end at the end of the log, if that is shared by the clock: otherwise they would last
/// until the evening. In a log of several days the last moment of their own day counts.
fn end_with_the_log(log: &mut Log, targets: &[Target], agenda: &Agenda) {
    let zone = agenda.event.zone;
    let day = |instant: Instant| instant.with_timezone(&zone).date_naive();
    let is_open = |stay: &LoggedStay| {
        stay.joined_at.is_some() && stay.left_at.is_none() && target(targets, stay) == Target::Event
    };
    let stays = || log.lines.iter().filter_map(|line| line.says.as_ref().ok());
    if !stays().any(is_open) {
        return;
    }
    let mut moments: Vec<Vec<Instant>> = log
        .meetings
        .iter()
        .map(|meeting| meeting.end.into_iter().collect())
        .collect();
    for stay in stays() {
        if let Some(moments) = moments.get_mut(stay.meeting) {
            moments.extend([stay.joined_at, stay.left_at].into_iter().flatten());
        }
    }
    for moments in &mut moments {
        moments.sort_unstable();
    }
    for line in &mut log.lines {
        if let Ok(stay) = &mut line.says
            && is_open(stay)
            && let Some(joined) = stay.joined_at
            && let Some(moments) = moments.get(stay.meeting)
        {
            let is_of_it = |it: &Instant| *it <= joined + NIGHT || day(*it) <= day(joined);
            let count = moments.partition_point(is_of_it);
            stay.left_at = moments[..count].last().copied();
        }
    }
}

/// Returns notes about stays outside the hours of their session, or of every session.
fn outside(log: &Log, targets: &[Target], agenda: &Agenda) -> Vec<Message> {
    let mut outside = Outside::default();
    for line in &log.lines {
        let Ok(stay) = &line.says else { continue };
        let place = match target(targets, stay) {
            Target::Elsewhere => continue,
            Target::Session(id) => Some(id),
            Target::Event => None,
        };
        outside.add(agenda, place, (stay.joined_at, stay.left_at), line.lines[0]);
    }
    outside.take()
}

/// Returns notes about people without a time of leaving, and until when they count.
fn unseen_ends(log: &Log, targets: &[Target]) -> Vec<Message> {
    let mut notes = TimeNotes::default();
    for line in &log.lines {
        if let Ok(stay) = &line.says
            && stay.joined_at.is_some()
            && stay.left_at.is_none()
        {
            let by_the_clock = target(targets, stay) == Target::Event;
            let note = if by_the_clock {
                TimeNote::UntilTheLogEnds
            } else {
                TimeNote::UntilTheEnd
            };
            notes.add([note], line.lines[0]);
        }
    }
    notes.take()
}
