//! What a row of a form changes in somebody's registration: status, organisation, answers and consents.

use super::desk::{Desk, Mode};
use super::submission::{Weighed, Weight, note_submission};
use crate::import::rows::{RowStatus, SignupRow};
use crate::model::{
    Consent, ConsentSource, PersonId, Registration, RegistrationStatus, SessionId, SignupStatus,
};
use crate::store::{NewRegistration, StoreError};

impl Desk<'_> {
    /// Records that somebody is registered, or what a later row changes in it; returns whether it changed one.
    pub(super) fn register(
        &self,
        person: PersonId,
        before: Option<Registration>,
        weighed: Weighed<'_>,
    ) -> Result<(Registration, bool), StoreError> {
        match before {
            None => Ok((self.add_registration(person, weighed)?, false)),
            Some(registration) => self.change_registration(registration, weighed),
        }
    }

    fn add_registration(
        &self,
        person_id: PersonId,
        weighed: Weighed<'_>,
    ) -> Result<Registration, StoreError> {
        let Weighed {
            row,
            form,
            organisation,
            ..
        } = weighed;
        let new = NewRegistration {
            event_id: weighed.agenda.event.id,
            person_id,
            organisation_id: organisation,
            organisation_name: self.as_called_now(weighed),
            status: standing(weighed),
            requested_at: row.requested_at,
            answers: row.answers.clone(),
            scope: form.scope_number(),
            choices: form.choices_number(row),
            read_from: weighed.read_from(),
        };
        let id = self.writer.add_registration(&new)?;
        Ok(Registration {
            id,
            event_id: new.event_id,
            person_id,
            organisation_id: organisation,
            organisation_name: new.organisation_name,
            status: new.status,
            requested_at: new.requested_at,
            answers: new.answers,
            scope: new.scope,
            choices: new.choices,
            read_from: new.read_from,
        })
    }

    fn change_registration(
        &self,
        mut registration: Registration,
        weighed: Weighed<'_>,
    ) -> Result<(Registration, bool), StoreError> {
        let Weighed {
            row, form, weight, ..
        } = weighed;
        if row.organisation.is_some()
            && (weighed.mode() == Mode::Update || registration.organisation_name.is_none())
        {
            registration.organisation_name = self.as_called_now(weighed);
            registration.organisation_id = weighed.organisation;
        }
        // Answers are not changed by hand, so one in the form is newer, even if read again.
        let rewrite = weighed.allowed == Mode::Update
            && matches!(weight, Weight::Newest | Weight::Again { .. });
        for (question, answer) in &row.answers {
            let mut known = registration.answers.iter_mut();
            match known.find(|(known, _)| known == question) {
                Some((_, known)) if rewrite => known.clone_from(answer),
                Some(_) => {}
                None => registration
                    .answers
                    .push((question.clone(), answer.clone())),
            }
        }
        if rewrite {
            note_submission(&mut registration, row, form);
        }
        if rewrite && weight != (Weight::Again { chose_anew: false }) {
            registration.status = self.status_after(&registration, weighed)?;
        }
        registration.read_from = weighed.read_from();
        let is_changed = self.writer.save_registration(&registration)?;
        Ok((registration, is_changed))
    }

    /// Returns the status of a registration after a later row.
    fn status_after(
        &self,
        registration: &Registration,
        weighed: Weighed<'_>,
    ) -> Result<RegistrationStatus, StoreError> {
        let Weighed { row, form, .. } = weighed;
        let is_waiting = registration.status == RegistrationStatus::Waitlisted;
        let is_overridden = if form.is_own_export() {
            // A confirmed sign-up keeps its registration; the registration's own row, which comes last in an export,
            // may override that.
            let waits = is_waiting && row.status.is_some_and(RowStatus::waits);
            row.session.is_none() || !weighed.is_cancelled() && !waits
        } else if weighed.is_cancelled() {
            let is_all = !self.leaves_others(registration, row)?;
            return Ok(if is_all {
                RegistrationStatus::Cancelled
            } else {
                registration.status
            });
        } else {
            // Another form that says nothing about places does not give any away.
            row.status.is_some() || !is_waiting
        };
        Ok(if is_overridden {
            standing(weighed)
        } else {
            registration.status
        })
    }

    /// Saves what a row agrees to and refuses. Something on file goes before a row that may be older; what somebody told
    /// the organiser holds until a form that was sent later.
    pub(super) fn take_consents(
        &self,
        registration: &Registration,
        weighed: Weighed<'_>,
    ) -> Result<bool, StoreError> {
        let Weighed { row, form, .. } = weighed;
        let mut changed = false;
        let (person, event) = (registration.person_id, Some(registration.event_id));
        let known = if row.consents.is_empty() {
            Vec::new()
        } else {
            self.writer.consents_of(person)?
        };
        for said in &row.consents {
            let before = known
                .iter()
                .filter(|it| it.purpose == said.purpose)
                .filter(|it| it.event_id == event || it.event_id.is_none())
                .max_by_key(|it| it.time);
            let is_later = match before {
                None => true,
                Some(_) if form.is_own_export() || weighed.mode() != Mode::Update => false,
                Some(before) if before.source.is_some() && before.given == said.given => false,
                Some(before) => match row.requested_at {
                    Some(at) => at >= before.time,
                    None => before.source.is_some(),
                },
            };
            if !is_later {
                continue;
            }
            changed |= self.writer.save_consent(&Consent {
                person_id: person,
                event_id: event,
                purpose: said.purpose,
                given: said.given,
                time: row.requested_at.unwrap_or(self.now),
                source: Some(ConsentSource {
                    file: form.file.to_owned(),
                    line: i64::try_from(row.line).unwrap_or_default(),
                    question: said.question.clone(),
                    answer: said.answer.clone(),
                }),
            })?;
        }
        Ok(changed)
    }

    /// Records who waits for the event, and who no longer does; `stood` is their previous status.
    pub(super) fn note_waiting(
        &mut self,
        stood: Option<RegistrationStatus>,
        registration: &Registration,
        row: &SignupRow,
    ) -> Result<(), StoreError> {
        match registration.status {
            RegistrationStatus::Waitlisted if row.status == Some(RowStatus::Pending) => {
                self.undecided.push(row.line);
            }
            RegistrationStatus::Confirmed if stood == Some(RegistrationStatus::Waitlisted) => {
                self.join_lines(registration)?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Puts somebody who waited for the event into the queues of the sessions they asked for.
    fn join_lines(&mut self, registration: &Registration) -> Result<(), StoreError> {
        for signup in self.writer.signups_of(registration.id)? {
            if signup.status == SignupStatus::Waitlisted {
                self.touched.insert(signup.session_id);
                self.fresh
                    .insert((signup.session_id, registration.person_id));
            }
        }
        Ok(())
    }

    /// Returns the organisation's current name: one spelling in every list, whatever people typed. Our own export has
    /// the name of that time.
    fn as_called_now(&self, weighed: Weighed<'_>) -> Option<String> {
        let known = weighed.organisation;
        match known.and_then(|id| self.organisation_names.get(&id)) {
            Some(name) if !weighed.form.is_own_export() => Some(name.clone()),
            _ => weighed.row.organisation.clone(),
        }
    }

    /// Returns whether a cancelled row leaves sign-ups that it does not name: one of several tickets that was returned
    /// only cancels its own choices.
    fn leaves_others(
        &self,
        registration: &Registration,
        row: &SignupRow,
    ) -> Result<bool, StoreError> {
        if row.choices.is_empty() {
            return Ok(false);
        }
        Ok(self
            .writer
            .signups_of(registration.id)?
            .iter()
            .any(|signup| {
                signup.status != SignupStatus::Cancelled
                    && !row.choices.contains(&signup.session_id)
            }))
    }
}

/// Returns the status of the registration according to its row.
///
/// A waiting list may be one for the event or for a session. It is for the event if there is nothing else to wait for:
/// the row chooses no session, or only sessions with room for everybody.
fn standing(weighed: Weighed<'_>) -> RegistrationStatus {
    let Weighed {
        row, agenda, form, ..
    } = weighed;
    let Some(status) = row.status else {
        return RegistrationStatus::Confirmed;
    };
    // In our own export, what a row says about a sign-up does not apply to the registration yet.
    let is_of_signup = form.is_own_export() && row.session.is_some();
    let is_of_session = is_of_signup || form.is_list() && !row.choices.is_empty();
    let has_limit = |id: &SessionId| agenda.session(*id).is_some_and(|it| it.capacity.is_some());
    match status {
        RowStatus::Cancelled if !is_of_signup => RegistrationStatus::Cancelled,
        _ if status.waits() && !is_of_session && !row.choices.iter().any(has_limit) => {
            RegistrationStatus::Waitlisted
        }
        _ => RegistrationStatus::Confirmed,
    }
}
