//! Rows about who was there.

use std::collections::HashSet;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::desk::{Agenda, Desk};
use super::who::Found;
use super::{Fate, IntakeError};
use crate::import::rows::{AttendanceRow, Who};
use crate::import::values::dates::{Moment, resolve, to_instant};
use crate::import::values::words::quotable;
use crate::import::{Choices, Problem};
use crate::model::time::{self, Reading};
use crate::model::{
    Candidate, EventId, Instant, PersonId, ReviewKind, Ruling, SessionId, StayId, StaySource,
};
use crate::store::{NewReview, NewStay, StoreError};

/// Written in `source` of an own export for somebody who told us they would not come.
const EXCUSED: &str = "excused";

/// Written there for a verdict by hand.
const RULING: &str = "ruling";

/// Who a list said somebody was, kept with the question whose stay it is: another answer may settle
/// it, and must judge all that the row said, not the name alone.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct PendingStay {
    pub(super) who: Who,
    pub(super) organisation: Option<String>,
    /// A log said it: `who` holds a display name, and parts only where the log has them.
    #[serde(default)]
    pub(super) is_logged: bool,
    /// The question is about this stay alone: others of this name may be somebody else's.
    #[serde(default)]
    pub(super) is_alone: bool,
}

/// A stay, for telling one that is on file already.
type Known = (
    Option<SessionId>,
    Option<PersonId>,
    Option<String>,
    Option<String>,
    Option<Instant>,
    Option<Instant>,
    Option<i64>,
);

/// The stays of an event that are on file.
#[derive(Debug, Default)]
pub(super) struct StaysOnFile {
    /// By who was where and when; the recorded name and address count only where nobody is known by
    /// them.
    stays: HashSet<Known>,
    /// With the recorded name in any case, and where it was recorded: in an own export, two stays of
    /// one person that differ in these alone are two.
    records: HashSet<(Known, String)>,
}

impl StaysOnFile {
    /// Notes a stay; returns whether it is new, to an own export or to another list.
    fn add(&mut self, stay: &NewStay, own: bool) -> bool {
        let address = stay
            .recorded_email
            .as_ref()
            .filter(|_| stay.person_id.is_none());
        let known = |name: Option<&String>| {
            (
                stay.session_id,
                stay.person_id,
                name.cloned(),
                address.cloned(),
                stay.joined_at,
                stay.left_at,
                stay.seconds,
            )
        };
        let name = stay.recorded_name.as_ref();
        let source = match &stay.source {
            StaySource::Door => String::new(),
            StaySource::File(file) => file.clone(),
        };
        let is_new_record = self.records.insert((known(name), source));
        let is_new = self
            .stays
            .insert(known(name.filter(|_| stay.person_id.is_none())));
        if own { is_new_record } else { is_new }
    }

    pub(super) fn load(desk: &Desk<'_>, event: EventId) -> Result<Self, StoreError> {
        let mut on_file = Self::default();
        for stay in desk.writer.stays(event)? {
            on_file.add(
                &NewStay {
                    event_id: event,
                    session_id: stay.session_id,
                    person_id: stay.person_id,
                    recorded_name: stay.recorded_name,
                    recorded_email: stay.recorded_email,
                    joined_at: stay.joined_at,
                    left_at: stay.left_at,
                    seconds: stay.seconds,
                    meets: stay.meets,
                    source: stay.source,
                },
                false,
            );
        }
        Ok(on_file)
    }
}

/// What the rows of a list of those present have in common.
#[derive(Debug)]
pub(super) struct List<'a> {
    pub(super) file: &'a str,
    pub(super) agenda: &'a Agenda,
    pub(super) choices: &'a Choices,
    /// The session of rows that name none.
    pub(super) session: Option<SessionId>,
    pub(super) zone: chrono_tz::Tz,
    /// Written by this program.
    pub(super) own: bool,
}

impl Desk<'_> {
    /// Takes one row.
    pub(super) fn take_attendance(
        &mut self,
        row: &AttendanceRow,
        list: &List<'_>,
        on_file: &mut StaysOnFile,
    ) -> Result<Fate, IntakeError> {
        let event = &list.agenda.event;
        let wrong = |reason: String| {
            Ok(Fate::Rejected(Problem {
                line: row.line,
                column: None,
                reason,
            }))
        };
        let session = match &row.session {
            Some(written) => match list.choices.one(written) {
                Some(id) => Some(id),
                None => {
                    return wrong(format!(
                        "`{}` is no session of the event",
                        quotable(written)
                    ));
                }
            },
            None => list.session,
        };
        if session.is_none() && row.joined_at.is_none() && row.left_at.is_none() && !list.own {
            return wrong(
                "it is not said which session this is: add --session, or a column `session`"
                    .to_owned(),
            );
        }
        let fingerprint = row.fingerprint(session.map(|id| id.0));
        if self.is_known(Some(event.id), fingerprint)? {
            return Ok(Fate::Unchanged);
        }
        let day = session
            .and_then(|id| list.agenda.session(id))
            .map_or(event.start, |session| session.start)
            .with_timezone(&event.zone)
            .date_naive();
        let instant = |moment: Option<Moment>, day| to_instant(moment?, Some(day), list.zone);
        let joined_at = instant(row.joined_at, day);
        let left_day = row.joined_at.and_then(|joined| joined.date).unwrap_or(day);
        let mut left_at = instant(row.left_at, left_day);
        // "23:30–00:15": a time of day alone may be the next day's, but nobody stays for half a day.
        if row.left_at.is_some_and(|left| left.date.is_none())
            && left_at < joined_at
            && let Some(next_day) = left_day.succ_opt()
        {
            let next = instant(row.left_at, next_day);
            let is_short = joined_at
                .zip(next)
                .is_some_and(|(joined, next)| next - joined < TimeDelta::hours(12));
            left_at = if is_short { next } else { left_at };
        }
        let is_back = left_at < joined_at;
        if is_back && let Some(left) = left_at {
            // From 02:40 to 02:10, in the hour that the end of summer time repeats.
            let second = time::second_reading(left, list.zone);
            left_at = second
                .filter(|second| Some(*second) >= joined_at)
                .or(left_at);
        }
        if let (Some(joined), Some(left)) = (joined_at, left_at)
            && left < joined
        {
            return wrong("they left before they came".to_owned());
        }
        for (moment, day) in [(row.joined_at, day), (row.left_at, left_day)] {
            let read = moment.and_then(|moment| resolve(moment, Some(day), list.zone));
            let reading = read.map_or(Reading::Once, |read| read.reading);
            if reading == Reading::Skipped || !is_back {
                self.readings.add(reading, row.line);
            }
        }
        let is_unknown = list.own && row.who.person_id.is_none() && !row.who.has_name();
        let found = if is_unknown {
            Found::Nobody
        } else {
            let hint = self.organisation_hint(row.organisation.as_deref());
            self.who_is(&row.who, &row.who.name(), hint)?
        };
        let person = match &found {
            Found::Known(id) => Some(*id),
            _ => None,
        };
        if let Some(fate) = self.take_word(row, event.id, fingerprint, person.zip(session))? {
            return Ok(fate);
        }
        self.remember_row(Some(event.id), fingerprint)?;
        let stay = recorded(row, list, session, person, (joined_at, left_at));
        if !on_file.add(&stay, list.own) {
            return Ok(Fate::Unchanged);
        }
        let id = self.writer.add_stay(&stay)?;
        if row.is_nobody && person.is_none() {
            self.writer.set_nobody(id, true)?;
            return Ok(Fate::Created);
        }
        let candidates = match found {
            Found::Known(_) => return Ok(Fate::Created),
            Found::Doubtful(candidates) => candidates,
            // Nobody of that name: a guest to be added, or a name to be explained.
            Found::New | Found::Nobody => Vec::new(),
        };
        self.ask_whose(row, list, &stay, id, candidates)?;
        Ok(Fate::Review)
    }

    /// Takes what an own export says of somebody that is no stay: an excuse, or a verdict by hand; `None` for a
    /// stay.
    fn take_word(
        &mut self,
        row: &AttendanceRow,
        event: EventId,
        fingerprint: i64,
        place: Option<(PersonId, SessionId)>,
    ) -> Result<Option<Fate>, IntakeError> {
        let ruling = match (row.source.as_deref(), &row.ruling) {
            (Some(EXCUSED), _) => None,
            (Some(RULING), Some(ruling)) => Some(ruling),
            _ => return Ok(None),
        };
        let wrong = |reason: &str| {
            Ok(Some(Fate::Rejected(Problem {
                line: row.line,
                column: None,
                reason: reason.to_owned(),
            })))
        };
        let is_new = match (ruling, place) {
            (None, None) => return wrong("an excuse of somebody who is not on file"),
            (Some(_), None) => return wrong("a verdict by hand on somebody who is not on file"),
            (None, Some((person, session))) => self.writer.excuse(person, session)?,
            (Some((verdict, reason)), Some((person_id, session_id))) => {
                let ruling = Ruling {
                    person_id,
                    session_id,
                    verdict: *verdict,
                    reason: reason.clone(),
                };
                // Nothing tells which of the two is the newer word.
                let known = self.writer.ruling(person_id, session_id)?;
                if known.is_some_and(|known| known != ruling) {
                    return wrong("another verdict by hand is on file");
                }
                self.writer.set_ruling(&ruling)?
            }
        };
        self.remember_row(Some(event), fingerprint)?;
        Ok(Some(if is_new {
            Fate::Created
        } else {
            Fate::Unchanged
        }))
    }

    /// Asks whose stay it was.
    fn ask_whose(
        &self,
        row: &AttendanceRow,
        list: &List<'_>,
        stay: &NewStay,
        id: StayId,
        candidates: Vec<Candidate>,
    ) -> Result<(), StoreError> {
        let pending = serde_json::to_string(&PendingStay {
            who: row.who.clone(),
            organisation: row.organisation.clone(),
            is_logged: false,
            is_alone: true,
        })
        .map_err(|_| StoreError::Damaged("a stay that waits".to_owned()))?;
        self.writer.add_review(&NewReview {
            kind: ReviewKind::Stay,
            event_id: Some(stay.event_id),
            person_id: None,
            organisation_id: None,
            stay_id: Some(id),
            name: if row.who.written.is_empty() {
                row.recorded_name.clone().unwrap_or_default()
            } else {
                row.who.written.clone()
            },
            email: stay.recorded_email.clone(),
            detail: stay
                .session_id
                .and_then(|id| list.agenda.session(id))
                .map(|session| session.slug.clone()),
            candidates,
            row: Some(pending),
            file: Some(list.file.to_owned()),
            line: i64::try_from(row.line).ok(),
        })?;
        Ok(())
    }
}

/// Returns the stay a row records.
fn recorded(
    row: &AttendanceRow,
    list: &List<'_>,
    session_id: Option<SessionId>,
    person_id: Option<PersonId>,
    (joined_at, left_at): (Option<Instant>, Option<Instant>),
) -> NewStay {
    // What an own export leaves empty was empty; elsewhere the row's own words are what was recorded.
    let (name, email) = if list.own {
        (None, None)
    } else {
        (
            Some(row.who.written.clone()).filter(|name| !name.is_empty()),
            row.who.email.clone(),
        )
    };
    NewStay {
        event_id: list.agenda.event.id,
        session_id,
        person_id,
        recorded_name: row.recorded_name.clone().or(name),
        recorded_email: row.recorded_email.clone().or(email),
        joined_at,
        left_at,
        seconds: row.seconds,
        meets: row.meets,
        source: match row.source.as_deref() {
            Some("door") => StaySource::Door,
            Some(source) => StaySource::File(source.to_owned()),
            None => StaySource::File(list.file.to_owned()),
        },
    }
}
