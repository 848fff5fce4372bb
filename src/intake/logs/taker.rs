//! Processes the stays of a log one by one: whose they are, whether they are new, and what to ask.

use std::collections::HashSet;

use super::super::attendance::PendingStay;
use super::super::desk::{Agenda, Desk};
use super::super::pending::Pending;
use super::super::who::Found;
use super::super::{Fate, IntakeError};
use super::earlier::{Compared, EarlierLogs, key};
use super::names::{logged_who, stands_for_several};
use crate::catalogue::messages::import;
use crate::import::log::LoggedStay;
use crate::model::{Candidate, Detail, ReviewKind, SessionId, Stay, StayId, StaySource};
use crate::store::{NewReview, NewStay, StoreError};

/// Processes the stays of one log.
pub(super) struct Taker<'desk, 'store> {
    desk: &'desk Desk<'store>,
    agenda: &'desk Agenda,
    file: String,
    earlier: EarlierLogs,
    /// Questions in order of occurrence, asked together when all stays are on file.
    questions: Vec<NewReview>,
    /// Display names that were answered to be nobody's.
    nobodies: HashSet<String>,
}

impl<'desk, 'store> Taker<'desk, 'store> {
    /// Loads what other files brought; `stays` are those of the event.
    pub(super) fn new(
        desk: &'desk Desk<'store>,
        agenda: &'desk Agenda,
        stays: Vec<Stay>,
        file: &str,
    ) -> Result<Self, IntakeError> {
        Ok(Self {
            earlier: EarlierLogs::of(stays, desk)?,
            questions: Vec::new(),
            nobodies: desk.writer.nobodies()?.into_iter().collect(),
            file: file.to_owned(),
            agenda,
            desk,
        })
    }

    /// Examines a stay before any is processed.
    pub(super) fn expect(&mut self, stay: &LoggedStay, session: Option<SessionId>) {
        self.earlier.expect(stay, session);
    }

    /// Returns what is new about a stay, before any is processed.
    pub(super) fn compare(&mut self, stay: &LoggedStay, session: Option<SessionId>) -> Compared {
        if self.nobodies.contains(&stay.name) {
            return Compared::Nobody;
        }
        match self.earlier.compare(stay, session) {
            // While one of them was there, another with the same name may have come.
            Compared::Known
                if stay.joined_at.is_some()
                    && !self.earlier.begins_alike(stay, session)
                    && self.desk.people.are_several_in_event(&stay.name) =>
            {
                Compared::New
            }
            compared => compared,
        }
    }

    /// Processes one stay.
    pub(super) fn take(
        &mut self,
        stay: &LoggedStay,
        session: Option<SessionId>,
        compared: Compared,
        found: &Found,
        line: u64,
    ) -> Result<Fate, IntakeError> {
        match compared {
            Compared::Nobody => {
                return Ok(Fate::Skipped(import::NOBODY_BY_HAND.into()));
            }
            Compared::Known => return Ok(Fate::Unchanged),
            Compared::Shorter => return Ok(Fate::Skipped(import::MORE_ON_FILE.into())),
            Compared::Longer(id) | Compared::Timed(id) => {
                self.desk
                    .writer
                    .time_stay(id, stay.joined_at, stay.left_at, stay.seconds)?;
                return Ok(Fate::Updated);
            }
            Compared::New => {}
        }
        let person = match found {
            Found::Known(id, _) => Some(*id),
            _ => None,
        };
        let new = NewStay {
            event_id: self.agenda.event.id,
            session_id: session,
            person_id: person,
            recorded_name: Some(stay.name.clone()).filter(|name| !name.is_empty()),
            recorded_email: stay.email.clone(),
            joined_at: stay.joined_at,
            left_at: stay.left_at,
            seconds: stay.seconds,
            meets: None,
            source: StaySource::File(self.file.clone()),
            line: i64::try_from(line).ok(),
        };
        let alone = stands_for_several(stay);
        let row = || PendingStay {
            who: logged_who(stay),
            organisation: stay.organisation.clone(),
            is_logged: true,
            is_alone: alone,
            line: Some(line),
        };
        let by = PendingStay::matched_by(found, row)?;
        let id = self.desk.writer.add_matched_stay(&new, by.as_ref())?;
        let candidates = match found {
            Found::Known(..) => return Ok(Fate::Created),
            Found::Doubtful(candidates) => candidates.clone(),
            Found::New | Found::Nobody => Vec::new(),
        };
        if stay.name.is_empty() && stay.email.is_none() {
            // There is nothing to ask about.
            return Ok(Fate::Created);
        }
        let mut row = row();
        if self.earlier.asked.must_ask(key(stay, session), &mut row) {
            self.ask(stay, session, id, candidates, row, line)?;
        }
        Ok(Fate::Review)
    }

    fn ask(
        &mut self,
        stay: &LoggedStay,
        session: Option<SessionId>,
        id: StayId,
        candidates: Vec<Candidate>,
        row: PendingStay,
        line: u64,
    ) -> Result<(), StoreError> {
        let pending = Pending::Stay(row);
        self.questions.push(NewReview {
            kind: ReviewKind::Stay,
            event_id: Some(self.agenda.event.id),
            person_id: None,
            organisation_id: None,
            stay_id: Some(id),
            name: stay.name.clone(),
            email: stay.email.clone(),
            detail: session
                .and_then(|id| self.agenda.session(id))
                .map(|session| Detail::Session(session.slug.clone())),
            candidates,
            row: Some(pending.kept()?),
            file: Some(self.file.clone()),
            line: i64::try_from(line).ok(),
        });
        Ok(())
    }

    /// Asks the collected questions, once all stays are processed.
    pub(super) fn finish(self) -> Result<(), StoreError> {
        for question in &self.questions {
            self.desk.writer.add_review(question)?;
        }
        Ok(())
    }
}
