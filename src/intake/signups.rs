//! Sign-ups from rows of forms.

use serde::{Deserialize, Serialize};

use super::desk::{Agenda, Desk, Mode};
use super::who::{Found, take, take_name};
use super::{Fate, IntakeError};
use crate::identity::{KeyedName, OrganisationHint};
use crate::import::fingerprint::Fingerprint;
use crate::import::rows::{RowStatus, SignupRow, Who};
use crate::model::{
    EventId, OrganisationId, PersonId, Registration, RegistrationStatus, ReviewKind, SessionId,
    SignupStatus,
};
use crate::store::{NewPerson, NewRegistration, NewReview, StoreError};

/// A submission that waits for an answer, with what is needed to take it later.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct PendingSignup {
    pub(super) row: SignupRow,
    pub(super) scope: Option<Vec<SessionId>>,
    #[serde(default)]
    pub(super) tickets: bool,
    /// What the import it came with was allowed.
    #[serde(default)]
    pub(super) mode: Mode,
}

/// A submission with what can be said of it before anything else is known.
#[derive(Debug)]
pub(super) struct Submission {
    pub(super) row: SignupRow,
    /// The name it gives.
    name: KeyedName,
    /// The number by which it is known again.
    fingerprint: i64,
}

impl From<SignupRow> for Submission {
    fn from(row: SignupRow) -> Self {
        Self {
            name: row.who.name(),
            fingerprint: row.fingerprint(),
            row,
        }
    }
}

/// How the rows of a file are to be taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form<'a> {
    /// The file, without folders.
    pub(super) file: &'a str,
    /// The sessions a row decides about; `None` for a row that says nothing of any.
    pub(super) scope: Option<&'a [SessionId]>,
    /// Whether a row is one sign-up, as in our own exports.
    pub(super) one_signup_a_row: bool,
    /// Whether a row is a ticket, of which somebody may have several.
    pub(super) tickets: bool,
}

impl Form<'_> {
    /// Returns the number of the set of sessions a row decides about.
    fn scope_number(&self) -> Option<i64> {
        if self.one_signup_a_row {
            return None;
        }
        Some(number_of(self.scope?))
    }

    /// Returns the number of what a row chooses.
    fn choices_number(&self, row: &SignupRow) -> Option<i64> {
        self.scope_number()?;
        Some(if row.status == Some(RowStatus::Cancelled) {
            // Given back is something else than nothing chosen.
            let mut number = Fingerprint::new();
            number.text("cancelled");
            number.value()
        } else {
            number_of(&row.choices)
        })
    }
}

fn number_of(sessions: &[SessionId]) -> i64 {
    let mut ids: Vec<i64> = sessions.iter().map(|id| id.0).collect();
    ids.sort_unstable();
    let mut number = Fingerprint::new();
    for id in ids {
        number.text(&id.to_string());
    }
    number.value()
}

/// What weight a row has beside the registration on file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// It is the newest word.
    Newest,
    /// It is the newest submission, read again: what was done by hand since then stands, unless the
    /// answer itself was changed.
    Again {
        /// Whether it chooses something else now.
        chose_anew: bool,
    },
    /// It is older than the newest submission, but of another form: it counts for its own sessions.
    OtherForm,
    /// It is another ticket of the same person, given back: the one they keep says what they do.
    OtherTicket,
    /// It is an older word of the same form.
    Superseded,
}

impl Weight {
    fn of(row: &SignupRow, before: Option<&Registration>, form: Form<'_>) -> Self {
        let Some(before) = before.filter(|_| !form.one_signup_a_row) else {
            return Self::Newest;
        };
        let both = |one: Option<i64>, other: Option<i64>| one.is_some() && other.is_some();
        let scope = form.scope_number();
        match (row.requested_at, before.requested_at) {
            (Some(at), Some(newest)) if at < newest => {
                if both(scope, before.scope) && scope != before.scope {
                    Self::OtherForm
                } else {
                    Self::Superseded
                }
            }
            (Some(at), Some(newest)) if at == newest && both(scope, before.scope) => Self::Again {
                chose_anew: form.choices_number(row) != before.choices,
            },
            (Some(at), newest)
                if newest != Some(at)
                    && form.tickets
                    && row.status == Some(RowStatus::Cancelled)
                    && row.choices.is_empty() =>
            {
                Self::OtherTicket
            }
            _ => Self::Newest,
        }
    }

    /// Returns what the row may change of the person and of the registration's fields.
    fn mode(self, mode: Mode) -> Mode {
        match self {
            Self::Newest => mode,
            _ if mode == Mode::Update => Mode::Fill,
            _ => mode,
        }
    }
}

/// What a row may do, by its weight and by what the organiser allowed for this person.
#[derive(Debug, Clone, Copy)]
pub(super) struct Taking {
    pub(super) weight: Weight,
    pub(super) allowed: Mode,
}

/// Who a row is to be taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// Whoever the rules say.
    ByTheRules,
    /// This person, somebody said so.
    For(PersonId),
    /// Somebody new, somebody said so.
    AsNew,
}

impl Desk<'_> {
    /// Takes one submission.
    pub(super) fn take_signup(
        &mut self,
        submission: &Submission,
        agenda: &Agenda,
        form: Form<'_>,
        taken: Taken,
    ) -> Result<Fate, IntakeError> {
        let Submission {
            row,
            name,
            fingerprint,
        } = submission;
        let event = agenda.event.id;
        if taken == Taken::ByTheRules && self.is_known(Some(event), *fingerprint)? {
            return Ok(Fate::Unchanged);
        }
        let hint = self.organisation_hint(row.organisation.as_deref());
        let found = match taken {
            Taken::For(id) => Found::Known(id),
            Taken::AsNew => Found::New,
            Taken::ByTheRules => self.who_is(&row.who, name, hint)?,
        };
        let known = match found {
            Found::Doubtful(candidates) => {
                let pending = PendingSignup {
                    row: row.clone(),
                    scope: form.scope.map(<[SessionId]>::to_vec),
                    tickets: form.tickets,
                    mode: self.mode,
                };
                self.ask_who(&row.who, event, form.file, row.line, candidates, &pending)?;
                self.remember_row(Some(event), *fingerprint)?;
                return Ok(Fate::Review);
            }
            Found::Nobody => {
                return Ok(Fate::Rejected(crate::import::Problem {
                    line: row.line,
                    column: None,
                    reason: "no name, and the address is not known".to_owned(),
                }));
            }
            Found::New => None,
            Found::Known(id) => Some(id),
        };
        let allowed = known.map_or(Mode::Update, |id| self.mode_for(id));
        if known.is_some() && allowed == Mode::Skip {
            return Ok(Fate::Skipped("known already"));
        }
        let before = match known {
            Some(id) => self.writer.registration(event, id)?,
            None => None,
        };
        let weight = Weight::of(row, before.as_ref(), form);
        if weight == Weight::Superseded {
            self.remember_row(Some(event), *fingerprint)?;
            return Ok(Fate::Skipped("a newer submission is on file"));
        }
        let organisation = match (hint, &row.organisation) {
            (OrganisationHint::Known(id), _) => Some(id),
            (_, Some(name)) => Some(self.organisation(name, Some(event), form.file, row.line)?),
            (_, None) => None,
        };
        let mut changed = false;
        let person = match known {
            Some(id) => {
                let mode = weight.mode(allowed);
                changed |= self.update_from_form(id, row, organisation, form, event, mode)?;
                id
            }
            None => self.add_from_form(row, name, organisation)?,
        };
        if let Some(id) = organisation {
            changed |= self.fill_place_of(id, row)?;
        }
        let created = before.is_none();
        let taking = Taking { weight, allowed };
        let registration = self.register(
            person,
            before,
            row,
            organisation,
            agenda,
            form,
            taking,
            &mut changed,
        )?;
        if self.choose(&registration, created, row, agenda, form, taking)? {
            changed = true;
            if !created && !form.one_signup_a_row && weight != Weight::OtherForm {
                self.resubmitted.push(row.line);
            }
        }
        self.people.set_in_event(person, true);
        self.remember_row(Some(event), *fingerprint)?;
        Ok(if created {
            Fate::Created
        } else if changed {
            Fate::Updated
        } else {
            Fate::Unchanged
        })
    }

    fn ask_who(
        &self,
        who: &Who,
        event: EventId,
        file: &str,
        line: u64,
        candidates: Vec<crate::model::Candidate>,
        pending: &PendingSignup,
    ) -> Result<(), StoreError> {
        let row = serde_json::to_string(pending)
            .map_err(|_| StoreError::Damaged("a row that waits".to_owned()))?;
        self.writer.add_review(&NewReview {
            kind: ReviewKind::Person,
            event_id: Some(event),
            person_id: None,
            organisation_id: None,
            stay_id: None,
            name: who.written.clone(),
            email: who.email.clone(),
            detail: pending.row.organisation.clone(),
            candidates,
            row: Some(row),
            file: Some(file.to_owned()),
            line: i64::try_from(line).ok(),
        })?;
        Ok(())
    }

    fn add_from_form(
        &mut self,
        row: &SignupRow,
        name: &KeyedName,
        organisation: Option<OrganisationId>,
    ) -> Result<PersonId, StoreError> {
        let free = match row.who.person_id {
            Some(number) if self.writer.person(PersonId(number))?.is_none() => {
                Some(PersonId(number))
            }
            _ => None,
        };
        let id = self.add_person(
            &NewPerson {
                id: free,
                title: row.who.title.clone(),
                given_name: row.who.given_name.clone(),
                family_name: row.who.family_name.clone(),
                role: row.role.clone(),
                phone: row.phone.clone(),
                language: row.language.clone(),
                organisation_id: organisation,
            },
            name.clone(),
            row.who.email.as_deref(),
        )?;
        if let Some(number) = row.who.person_id {
            self.number(number, id);
        }
        Ok(id)
    }

    /// Brings what a submission says of a known person into their record.
    fn update_from_form(
        &mut self,
        id: PersonId,
        row: &SignupRow,
        organisation: Option<OrganisationId>,
        form: Form<'_>,
        event: EventId,
        mode: Mode,
    ) -> Result<bool, StoreError> {
        let Some(mut person) = self.writer.person(id)? else {
            return Ok(false);
        };
        let mut changed = false;
        if !form.one_signup_a_row {
            take(&mut person.phone, row.phone.as_ref(), mode);
            take(&mut person.role, row.role.as_ref(), mode);
            take(&mut person.language, row.language.as_ref(), mode);
            if organisation.is_some() {
                // Where they work now, whoever signed up for a later event has said there.
                let is_current =
                    mode == Mode::Update && !self.writer.is_registered_later(event, id)?;
                if is_current || person.organisation_id.is_none() {
                    person.organisation_id = organisation;
                    self.people.set_organisation(id, organisation);
                }
            }
        }
        take_name(&mut person, &row.who, mode);
        changed |= self.writer.save_person(&person)?;
        if let Some(address) = &row.who.email
            && !person.addresses.contains(address)
        {
            changed |= self.writer.add_address(id, address)?;
            self.people.add_address(id, address);
        }
        Ok(changed)
    }

    /// Fills in where an organisation is, when nothing is known of that yet.
    fn fill_place_of(&self, id: OrganisationId, row: &SignupRow) -> Result<bool, StoreError> {
        if row.country.is_none() && row.region.is_none() {
            return Ok(false);
        }
        let Some(mut organisation) = self.writer.organisation(id)? else {
            return Ok(false);
        };
        take(&mut organisation.country, row.country.as_ref(), Mode::Fill);
        take(&mut organisation.region, row.region.as_ref(), Mode::Fill);
        self.writer.save_organisation(&organisation)
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one step of taking a row, apart for reading only"
    )]
    fn register(
        &self,
        person: PersonId,
        before: Option<Registration>,
        row: &SignupRow,
        organisation: Option<OrganisationId>,
        agenda: &Agenda,
        form: Form<'_>,
        taking: Taking,
        changed: &mut bool,
    ) -> Result<Registration, StoreError> {
        let Taking { weight, allowed } = taking;
        let mode = weight.mode(allowed);
        let cancelled = row.status == Some(RowStatus::Cancelled);
        let called = self.as_called_now(row, organisation, form);
        let Some(mut registration) = before else {
            // In an own export, a cancelled sign-up is not yet a cancelled registration.
            let status = if cancelled && !(form.one_signup_a_row && row.session.is_some()) {
                RegistrationStatus::Cancelled
            } else {
                RegistrationStatus::Confirmed
            };
            let new = NewRegistration {
                event_id: agenda.event.id,
                person_id: person,
                organisation_id: organisation,
                organisation_name: called,
                status,
                requested_at: row.requested_at,
                answers: row.answers.clone(),
                scope: form.scope_number(),
                choices: form.choices_number(row),
            };
            let id = self.writer.add_registration(&new)?;
            return Ok(Registration {
                id,
                event_id: new.event_id,
                person_id: person,
                organisation_id: organisation,
                organisation_name: new.organisation_name,
                status,
                requested_at: new.requested_at,
                answers: new.answers,
                scope: new.scope,
                choices: new.choices,
            });
        };
        if row.organisation.is_some()
            && (mode == Mode::Update || registration.organisation_name.is_none())
        {
            registration.organisation_name = called;
            registration.organisation_id = organisation;
        }
        // Nobody changes an answer by hand, so that one in the form is newer, also read again.
        let rewrite =
            allowed == Mode::Update && matches!(weight, Weight::Newest | Weight::Again { .. });
        for (question, answer) in &row.answers {
            match registration
                .answers
                .iter_mut()
                .find(|(known, _)| known == question)
            {
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
            if form.one_signup_a_row {
                // A sign-up that stands holds its registration up; the registration's own row, which
                // an export puts last, may say otherwise.
                if !cancelled {
                    registration.status = RegistrationStatus::Confirmed;
                } else if row.session.is_none() {
                    registration.status = RegistrationStatus::Cancelled;
                }
            } else if !cancelled {
                registration.status = RegistrationStatus::Confirmed;
            } else if !self.leaves_others(&registration, row)? {
                registration.status = RegistrationStatus::Cancelled;
            }
        }
        *changed |= self.writer.save_registration(&registration)?;
        Ok(registration)
    }

    /// Returns what the organisation is called now: one spelling of it in every list, whatever people
    /// typed. An own export says what it was called then.
    fn as_called_now(
        &self,
        row: &SignupRow,
        organisation: Option<OrganisationId>,
        form: Form<'_>,
    ) -> Option<String> {
        let known = organisation.and_then(|id| self.organisation_names.get(&id));
        match known {
            Some(name) if !form.one_signup_a_row => Some(name.clone()),
            _ => row.organisation.clone(),
        }
    }

    /// Returns whether a cancelled row leaves sign-ups that it does not name: a ticket given back
    /// among several takes only its own choices along.
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

/// Notes in a registration which submission is its newest.
fn note_submission(registration: &mut Registration, row: &SignupRow, form: Form<'_>) {
    let before = registration.requested_at;
    if form.one_signup_a_row && row.session.is_none() {
        // The registration's own row of an own export says what is so, not what is newer.
        registration.requested_at = row.requested_at;
    } else {
        registration.requested_at = before.max(row.requested_at);
    }
    if form.one_signup_a_row {
        if registration.requested_at != before {
            registration.scope = None;
            registration.choices = None;
        }
    } else if form.scope.is_some() && row.requested_at >= before {
        registration.scope = form.scope_number();
        registration.choices = form.choices_number(row);
    }
}
