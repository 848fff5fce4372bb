//! Rows about people who were there.

use serde::{Deserialize, Serialize};

use super::attendance_list::List;
use super::attendance_times::NoStay;
use super::desk::Desk;
use super::door::move_on;
use super::pending::Pending;
use super::stays_on_file::StaysOnFile;
use super::who::Found;
use super::{Fate, IntakeError};
use crate::catalogue::messages::{import, store as words};
use crate::catalogue::{Message, Wording};
use crate::import::Problem;
use crate::import::rows::{Absence, AttendanceRow, Who};
use crate::import::values::RowTimes;
use crate::model::{
    Candidate, Detail, EventId, PersonId, ReviewKind, Ruling, SessionId, StayId, StaySource,
};
use crate::store::{MatchedBy, NewReview, NewStay, StoreError};

/// The `source` in our own export for somebody who said they would not come.
const EXCUSED: &str = "excused";

/// The `source` for a verdict set by hand.
const RULING: &str = "ruling";

/// The row of a list, stored with the question whose stay it is: another answer may settle it, and must consider
/// everything in the row, not only the name.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct PendingStay {
    pub(super) who: Who,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) organisation: Option<String>,
    /// Whether it is from a log: then `who` has a display name, and parts only if the log has them.
    #[serde(default)]
    pub(super) is_logged: bool,
    /// Whether the question is only about this stay: others of this name may belong to somebody else.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) is_alone: bool,
    /// The line of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) line: Option<u64>,
}

impl PendingStay {
    /// Returns how somebody was found, if a rule found them.
    ///
    /// The row is stored if the rule depends on a name, but without the number from our own export, which means
    /// somebody else by then.
    pub(super) fn matched_by(
        found: &Found,
        row: impl FnOnce() -> Self,
    ) -> Result<Option<MatchedBy>, StoreError> {
        let Found::Known(_, Some(rule)) = found else {
            return Ok(None);
        };
        let kept = |mut row: Self| {
            row.who.person_id = None;
            Pending::Stay(row).kept()
        };
        let row = rule.rests_on_name().then(row).map(kept).transpose()?;
        Ok(Some(MatchedBy { rule: *rule, row }))
    }

    /// Reads the row that is stored with a stay.
    ///
    /// # Errors
    /// If it cannot be read: the file is damaged.
    pub(super) fn of_match(by: &MatchedBy) -> Result<Self, StoreError> {
        let row = by.row.as_deref().unwrap_or_default();
        match serde_json::from_str(row) {
            Ok(Pending::Stay(row)) => Ok(row),
            _ => Err(StoreError::Damaged(words::DAMAGED_MATCH.into())),
        }
    }

    fn listed(row: &AttendanceRow) -> Self {
        Self {
            who: row.who.clone(),
            organisation: row.organisation.clone(),
            is_logged: false,
            is_alone: true,
            line: Some(row.line),
        }
    }
}

impl Desk<'_> {
    /// Ends stays that somebody left for a stay whose beginning the list gives.
    fn move_on(&self, stay: &NewStay, list: &List<'_>) -> Result<(), StoreError> {
        if let (Some(person), Some(at), None) = (stay.person_id, stay.joined_at, stay.left_at)
            && let Some(session) = stay.session_id.and_then(|id| list.agenda.session(id))
            && !list.own
        {
            move_on(self.writer, &list.agenda.event, session, person, at)?;
        }
        Ok(())
    }

    /// Processes one row, for each of the sessions it marks.
    pub(super) fn take_attendance(
        &mut self,
        row: &AttendanceRow,
        list: &List<'_>,
        on_file: &mut StaysOnFile,
    ) -> Result<Fate, IntakeError> {
        if row.marked.is_empty() && row.missed.is_empty() {
            return self.take_attendance_once(row, list, on_file);
        }
        let mut fate = Fate::Skipped(import::NOT_THERE.into());
        // If the organiser names a session, the other columns are irrelevant.
        let is_asked = |(slug, _): &(&String, bool)| {
            list.session
                .is_none_or(|id| list.choices.one(slug) == Some(id))
        };
        let marked = row.marked.iter().map(|slug| (slug, false));
        let all = marked.chain(row.missed.iter().map(|slug| (slug, true)));
        for (session, is_excused) in all.filter(is_asked) {
            let one = AttendanceRow {
                session: Some(session.clone()),
                marked: Vec::new(),
                missed: Vec::new(),
                absence: is_excused.then_some(Absence::Excused),
                ..row.clone()
            };
            let next = self.take_attendance_once(&one, list, on_file)?;
            if matches!(next, Fate::Rejected(_)) {
                return Ok(next);
            }
            let is_first = matches!(fate, Fate::Skipped(_));
            if is_first || !matches!(fate, Fate::Review) && !matches!(next, Fate::Unchanged) {
                fate = next;
            }
        }
        Ok(fate)
    }

    fn take_attendance_once(
        &mut self,
        row: &AttendanceRow,
        list: &List<'_>,
        on_file: &mut StaysOnFile,
    ) -> Result<Fate, IntakeError> {
        let event = &list.agenda.event;
        let wrong = |reason: Message| {
            Ok(Fate::Rejected(Problem {
                line: row.line,
                column: None,
                reason,
            }))
        };
        let session = match list.place_of(row) {
            Ok(session) => session,
            Err(_) if row.absence == Some(Absence::Stated) => {
                return Ok(Fate::Skipped(import::NOT_THERE.into()));
            }
            Err(reason) => return wrong(reason),
        };
        let fingerprint = row.fingerprint(session.map(|id| id.0));
        // A tick may be removed and come back.
        let known = row.tick.is_none().then_some((Some(event.id), fingerprint));
        let organisation = row.organisation.as_deref();
        let from = list.origin(row);
        if let Some(fate) = self.refused_or_known(&row.who, organisation, from, known)? {
            return Ok(fate);
        }
        let times = match list.times_of(row, session) {
            Ok(times) => times,
            Err(NoStay::Wrong(reason)) => return wrong(reason),
            Err(NoStay::NotThere(reason)) => return Ok(Fate::Skipped(reason)),
        };
        self.time_notes.add(times.notes, row.line);
        if !list.own {
            let RowTimes {
                joined_at, left_at, ..
            } = times.of_stay;
            let line = row.line;
            self.outside
                .add(list.agenda, session, (joined_at, left_at), line);
        }
        let is_unknown = list.own && row.who.person_id.is_none() && !row.who.has_name();
        let found = if is_unknown {
            Found::Nobody
        } else {
            let hint =
                self.organisation_hint(row.organisation.as_deref(), row.who.email.as_deref());
            self.who_is(&row.who, &row.who.name(), hint)?
        };
        let person = match &found {
            Found::Known(id, _) => Some(*id),
            _ => None,
        };
        if row.absence == Some(Absence::Stated) {
            let had_come = person.is_some_and(|person| on_file.had_come(person, session));
            let reason = if had_come {
                import::THERE_BY_ANOTHER_FILE
            } else {
                import::NOT_THERE
            };
            return Ok(Fate::Skipped(reason.into()));
        }
        if let Some(fate) = self.take_tick(row, person.map(|it| (it, session)), list, on_file)? {
            return Ok(fate);
        }
        if let Some(fate) = self.take_word(row, event.id, fingerprint, person.zip(session))? {
            return Ok(fate);
        }
        let stay = recorded(row, list, session, person, times.of_stay);
        if list.own && on_file.is_another_version(&stay) {
            return wrong(import::OTHER_STAY.into());
        }
        if !list.own && on_file.is_another_length(&stay) {
            return wrong(import::OTHER_LENGTH.into());
        }
        self.remember_row(Some(event.id), fingerprint)?;
        if !on_file.add(&stay, list.own) {
            return Ok(Fate::Unchanged);
        }
        let by = PendingStay::matched_by(&found, || PendingStay::listed(row))?;
        let id = self.writer.add_matched_stay(&stay, by.as_ref())?;
        self.move_on(&stay, list)?;
        if row.is_nobody && person.is_none() {
            self.writer.set_nobody(id, true)?;
            return Ok(Fate::Created);
        }
        let candidates = match found {
            Found::Known(..) => return Ok(Fate::Created),
            Found::Doubtful(candidates) => candidates,
            // Nobody has that name: a guest to be added, or a name to be explained.
            Found::New | Found::Nobody => Vec::new(),
        };
        self.ask_whose(row, list, &stay, id, candidates)?;
        Ok(Fate::Review)
    }

    /// Processes a tick on a sign-in list; `None` if the row is recorded like one of any other list.
    fn take_tick(
        &mut self,
        row: &AttendanceRow,
        place: Option<(PersonId, Option<SessionId>)>,
        list: &List<'_>,
        on_file: &mut StaysOnFile,
    ) -> Result<Option<Fate>, IntakeError> {
        let is_excused = row.absence == Some(Absence::Excused);
        match row.tick {
            None => Ok(None),
            Some(true) if !is_excused => {
                self.ticked.extend(place);
                Ok(None)
            }
            Some(_) => {
                let fate = self.take_tick_away(place, list, on_file)?;
                Ok((!is_excused).then_some(fate))
            }
        }
    }

    /// People who are not ticked on a sign-in list get no record; one that came from an earlier copy of the list is
    /// removed. A copy has the list's name: a list from another door says nothing about the ticks on this one.
    fn take_tick_away(
        &self,
        place: Option<(PersonId, Option<SessionId>)>,
        list: &List<'_>,
        on_file: &mut StaysOnFile,
    ) -> Result<Fate, IntakeError> {
        let mut fate = Fate::Skipped(import::NOT_TICKED.into());
        // One tick is enough for somebody who is on the list twice.
        if place.is_some_and(|place| self.ticked.contains(&place)) {
            return Ok(fate);
        }
        let stays = match place {
            None => Vec::new(),
            Some((person, Some(session))) => self.writer.stays_of(person, session)?,
            Some((person, None)) => {
                let event = list.agenda.event.id;
                self.writer.stays_at_event(person, event)?
            }
        };
        for stay in stays {
            match &stay.source {
                StaySource::SignIn(name) if name == list.file => {
                    self.writer.remove_stay(stay.id)?;
                    on_file.forget(&stay);
                    fate = Fate::Updated;
                }
                StaySource::SignIn(_) if !matches!(fate, Fate::Updated) => {
                    fate = Fate::Skipped(import::TICKED_ELSEWHERE.into());
                }
                _ => {}
            }
        }
        Ok(fate)
    }

    /// Processes a row of our own export that is not a stay: an excuse, or a verdict set by hand; `None` for a stay.
    fn take_word(
        &mut self,
        row: &AttendanceRow,
        event: EventId,
        fingerprint: i64,
        place: Option<(PersonId, SessionId)>,
    ) -> Result<Option<Fate>, IntakeError> {
        let ruling = match (row.source.as_deref(), &row.ruling) {
            _ if row.absence == Some(Absence::Excused) => {
                let Some((person, session)) = place else {
                    return Ok(Some(Fate::Skipped(import::EXCUSED.into())));
                };
                let is_new = self.writer.excuse(person, session)?;
                self.remember_row(Some(event), fingerprint)?;
                return Ok(Some(if is_new {
                    Fate::Created
                } else {
                    Fate::Unchanged
                }));
            }
            (Some(EXCUSED), _) => None,
            (Some(RULING), Some(ruling)) => Some(ruling),
            _ => return Ok(None),
        };
        let wrong = |reason: Wording| {
            Ok(Some(Fate::Rejected(Problem {
                line: row.line,
                column: None,
                reason: reason.into(),
            })))
        };
        let is_new = match (ruling, place) {
            (None, None) => return wrong(import::EXCUSE_OF_NOBODY),
            (Some(_), None) => return wrong(import::VERDICT_ON_NOBODY),
            (None, Some((person, session))) => self.writer.excuse(person, session)?,
            (Some((verdict, reason)), Some((person_id, session_id))) => {
                let ruling = Ruling {
                    person_id,
                    session_id,
                    verdict: *verdict,
                    reason: reason.clone(),
                };
                // It is unknown which of the two is newer.
                let known = self.writer.ruling(person_id, session_id)?;
                if known.is_some_and(|known| known != ruling) {
                    return wrong(import::ANOTHER_VERDICT);
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
        let pending = Pending::Stay(PendingStay::listed(row));
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
                .map(|session| Detail::Session(session.slug.clone())),
            candidates,
            row: Some(pending.kept()?),
            file: Some(list.file.to_owned()),
            line: i64::try_from(row.line).ok(),
        })?;
        Ok(())
    }
}

/// Returns the stay that a row records.
fn recorded(
    row: &AttendanceRow,
    list: &List<'_>,
    session_id: Option<SessionId>,
    person_id: Option<PersonId>,
    times: RowTimes,
) -> NewStay {
    // Empty cells in our own export were empty; elsewhere the row's own values are what was recorded.
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
        joined_at: times.joined_at,
        left_at: times.left_at,
        seconds: times.seconds,
        meets: row.meets,
        source: match row.source.as_deref() {
            Some("door") => StaySource::Door,
            Some(source) => match source.strip_prefix(StaySource::SIGN_IN) {
                Some(file) => StaySource::SignIn(file.to_owned()),
                None => StaySource::File(source.to_owned()),
            },
            None if row.tick.is_some() => StaySource::SignIn(list.file.to_owned()),
            None => StaySource::File(list.file.to_owned()),
        },
        // Our own export names the file that it had the stay from, and not the line there.
        line: i64::try_from(row.line)
            .ok()
            .filter(|_| row.source.is_none()),
    }
}
