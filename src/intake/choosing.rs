//! The sessions that a submission chooses, keeps and gives up.

use super::desk::{Agenda, Desk, Mode};
use super::places::Said;
use super::submission::{Weighed, Weight};
use crate::import::rows::{RowStatus, SignupRow};
use crate::model::{Registration, RegistrationStatus, SessionId, Signup, SignupStatus};
use crate::programme::{Choice, conflicts};
use crate::store::StoreError;

/// What a submission changes in the sign-ups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Chosen {
    /// Nothing.
    Nothing,
    /// It chooses sessions beside those that stay chosen.
    Further,
    /// It replaces earlier choices, or is the first to choose.
    Anew,
}

impl Desk<'_> {
    /// Applies a submission's choices to the sign-ups; returns what changed.
    pub(super) fn choose(
        &mut self,
        registration: &Registration,
        created: bool,
        weighed: Weighed<'_>,
    ) -> Result<Chosen, StoreError> {
        let Weighed {
            row,
            agenda,
            form,
            weight,
            allowed,
            ..
        } = weighed;
        if matches!(
            weight,
            Weight::Again { chose_anew: false } | Weight::OtherTicket
        ) {
            return Ok(Chosen::Nothing);
        }
        let is_off = registration.status == RegistrationStatus::Cancelled;
        if is_off && (allowed == Mode::Fill || weight == Weight::OtherForm) && !created {
            return Ok(Chosen::Nothing);
        }
        let existing = if created {
            Vec::new()
        } else {
            self.writer.signups_of(registration.id)?
        };
        if allowed == Mode::Fill && !existing.is_empty() {
            return Ok(Chosen::Nothing);
        }
        let mut replaced = self.give_up(registration, &existing, weighed)?;
        // Somebody who waits for the event waits for all of it, and is in no session's queue.
        if registration.status == RegistrationStatus::Waitlisted {
            let existing = existing.iter();
            replaced |= self.wait_for_all(existing.filter(|it| may_change(it, weighed)))?;
        }
        let mut changed = replaced;
        for session in &row.choices {
            let known = existing.iter().find(|signup| signup.session_id == *session);
            changed |= self.ask_for(registration, *session, known, weighed)?;
        }
        if let Some(slug) = row.session.as_deref().filter(|_| form.is_own_export()) {
            changed |= self.take_own_signup(registration, &existing, slug, weighed)?;
        }
        if created || changed {
            self.note_conflicts(registration, created, row, agenda);
        }
        let mut kept = existing
            .iter()
            .filter(|it| it.status != SignupStatus::Cancelled);
        Ok(if !changed {
            Chosen::Nothing
        } else if !replaced && kept.any(|it| !row.choices.contains(&it.session_id)) {
            Chosen::Further
        } else {
            Chosen::Anew
        })
    }

    /// Cancels the sign-ups that a submission no longer contains; returns whether there are any.
    fn give_up(
        &mut self,
        registration: &Registration,
        existing: &[Signup],
        weighed: Weighed<'_>,
    ) -> Result<bool, StoreError> {
        let Weighed { row, form, .. } = weighed;
        let is_off = registration.status == RegistrationStatus::Cancelled;
        let scope = form.scope.unwrap_or_default();
        let mut changed = false;
        for signup in existing.iter().filter(|it| may_change(it, weighed)) {
            let dropped = if weighed.is_cancelled() {
                is_off || row.choices.contains(&signup.session_id)
            } else {
                !form.is_own_export()
                    && !form.is_list()
                    && scope.contains(&signup.session_id)
                    && !row.choices.contains(&signup.session_id)
            };
            if dropped && signup.status != SignupStatus::Cancelled {
                changed |= self.writer.save_signup(&Signup {
                    status: SignupStatus::Cancelled,
                    read_from: weighed.read_from(),
                    ..signup.clone()
                })?;
                self.touched.insert(signup.session_id);
                self.to_check
                    .insert((registration.event_id, registration.person_id));
            }
        }
        Ok(changed)
    }

    /// Records the choice of one session; returns whether that changes anything.
    fn ask_for(
        &mut self,
        registration: &Registration,
        session: SessionId,
        known: Option<&Signup>,
        weighed: Weighed<'_>,
    ) -> Result<bool, StoreError> {
        let Weighed { row, agenda, .. } = weighed;
        let waits = registration.status == RegistrationStatus::Waitlisted;
        let status = match row.status {
            Some(RowStatus::Cancelled) => SignupStatus::Cancelled,
            _ if waits => SignupStatus::Waitlisted,
            _ => first_status(agenda, session),
        };
        let changed = match known {
            None => {
                let (id, at) = (registration.id, row.requested_at);
                let read_from = weighed.read_from();
                self.writer
                    .add_signup(id, session, status, at, read_from.as_ref())?;
                true
            }
            Some(signup)
                if may_change(signup, weighed)
                    && signup.status == SignupStatus::Cancelled
                    && status != SignupStatus::Cancelled =>
            {
                self.writer.save_signup(&Signup {
                    status,
                    requested_at: row.requested_at,
                    read_from: weighed.read_from(),
                    ..signup.clone()
                })?
            }
            Some(_) => return Ok(false),
        };
        self.note_cancelled(agenda, session, status, row.line);
        if waits {
            return Ok(changed);
        }
        let place = (session, registration.person_id);
        if status == SignupStatus::Waitlisted {
            self.touched.insert(session);
            self.fresh.insert(place);
            self.goes_by_lines |= row.requested_at.is_none();
        }
        if status == SignupStatus::Waitlisted || row.status.is_some_and(RowStatus::waits) {
            let said = Said {
                file: self.file,
                line: row.line,
                status: row.status,
                has_time: row.requested_at.is_some(),
            };
            self.claims.insert(place, said);
        }
        Ok(changed)
    }

    /// Notes a choice of a session that does not take place: the sign-up stays on record, and somebody should know.
    fn note_cancelled(
        &mut self,
        agenda: &Agenda,
        session: SessionId,
        status: SignupStatus,
        line: u64,
    ) {
        let chosen = agenda.session(session);
        if let Some(chosen) = chosen.filter(|it| it.cancelled && !agenda.event.cancelled)
            && status != SignupStatus::Cancelled
        {
            let lines = self.chose_cancelled.entry(Some(chosen.slug.clone()));
            lines.or_default().insert(line);
        }
    }

    /// Gives up the places of somebody who waits for the event itself.
    fn wait_for_all<'a>(
        &mut self,
        signups: impl Iterator<Item = &'a Signup>,
    ) -> Result<bool, StoreError> {
        let mut changed = false;
        for signup in signups.filter(|it| it.status == SignupStatus::Confirmed) {
            changed |= self.writer.save_signup(&Signup {
                status: SignupStatus::Waitlisted,
                ..signup.clone()
            })?;
            self.touched.insert(signup.session_id);
        }
        Ok(changed)
    }

    /// Applies a sign-up of our own export unchanged.
    fn take_own_signup(
        &mut self,
        registration: &Registration,
        existing: &[Signup],
        slug: &str,
        weighed: Weighed<'_>,
    ) -> Result<bool, StoreError> {
        let Weighed {
            row,
            agenda,
            allowed,
            ..
        } = weighed;
        let Some(session) = agenda.sessions.iter().find(|session| session.slug == slug) else {
            return Ok(false);
        };
        let status = match row.status {
            Some(RowStatus::Waitlisted | RowStatus::Pending) => SignupStatus::Waitlisted,
            Some(RowStatus::Cancelled) => SignupStatus::Cancelled,
            _ => SignupStatus::Confirmed,
        };
        self.to_check
            .insert((registration.event_id, registration.person_id));
        let said = Said {
            file: self.file,
            line: row.line,
            status: None,
            has_time: true,
        };
        self.claims
            .insert((session.id, registration.person_id), said);
        match existing
            .iter()
            .find(|signup| signup.session_id == session.id)
        {
            None => {
                if status == SignupStatus::Waitlisted {
                    self.touched.insert(session.id);
                }
                let (id, at) = (registration.id, row.requested_at);
                let read_from = weighed.read_from();
                self.writer
                    .add_signup(id, session.id, status, at, read_from.as_ref())?;
                Ok(true)
            }
            Some(signup) if allowed == Mode::Update => {
                self.touched.insert(session.id);
                self.writer.save_signup(&Signup {
                    status,
                    requested_at: row.requested_at,
                    read_from: weighed.read_from(),
                    ..signup.clone()
                })
            }
            Some(_) => Ok(false),
        }
    }

    /// Marks a person whose choices may overlap; for somebody new the row is sufficient.
    fn note_conflicts(
        &mut self,
        registration: &Registration,
        created: bool,
        row: &SignupRow,
        agenda: &Agenda,
    ) {
        let may_overlap = !created || {
            let choices: Vec<Choice> = row
                .choices
                .iter()
                .filter_map(|id| agenda.session(*id))
                .map(Choice::from)
                .collect();
            !conflicts(&choices).is_empty()
        };
        if may_overlap {
            self.to_check
                .insert((registration.event_id, registration.person_id));
        }
    }
}

/// Returns the initial status of a new sign-up: with a place if there is no limit, else in the queue, from which it
/// gets one when the operation is settled.
fn first_status(agenda: &Agenda, session: SessionId) -> SignupStatus {
    match agenda.session(session) {
        Some(session) if session.capacity.is_some() => SignupStatus::Waitlisted,
        _ => SignupStatus::Confirmed,
    }
}

/// Whether a row decides about a sign-up: requests made after an older row of another form was sent are kept.
fn may_change(signup: &Signup, weighed: Weighed<'_>) -> bool {
    weighed.weight != Weight::OtherForm || signup.requested_at < weighed.row.requested_at
}
