//! Sign-ups from rows of forms.

use super::choosing::Chosen;
use super::desk::{Agenda, Desk, Mode};
use super::namesakes::Origin;
use super::pending::Pending;
use super::submission::{Form, PendingSignup, Submission, Taken, Weighed, Weight};
use super::who::{Found, take, take_name};
use super::{Fate, IntakeError};
use crate::catalogue::messages::import;
use crate::identity::{KeyedName, OrganisationHint};
use crate::import::Problem;
use crate::import::rows::SignupRow;
use crate::model::{
    Candidate, Detail, EventId, OrganisationId, PersonId, PersonStates, Registration,
    RegistrationStatus, ReviewKind, SessionId,
};
use crate::store::{NewPerson, NewReview, StoreError};

impl Desk<'_> {
    /// Processes one submission.
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
        let hint = self.organisation_hint(row.organisation.as_deref(), row.who.email.as_deref());
        if taken == Taken::ByTheRules
            && let Some(fate) = self.before_the_rules(submission, event, form, hint)?
        {
            return Ok(fate);
        }
        let found = match taken {
            Taken::For(id) => Found::Known(id, None),
            Taken::AsNew => Found::New,
            Taken::ByTheRules => self.who_is(&row.who, name, hint)?,
        };
        let known = match found {
            Found::Doubtful(candidates) => {
                self.remember_row(Some(event), *fingerprint)?;
                return self.ask_who(row, agenda, form, hint, candidates);
            }
            Found::Nobody => {
                return Ok(Fate::Rejected(Problem {
                    line: row.line,
                    column: None,
                    reason: form.why_nobody.into(),
                }));
            }
            Found::New => None,
            Found::Known(id, _) => Some(id),
        };
        let allowed = known.map_or(Mode::Update, |id| self.mode_for(id));
        if known.is_some() && allowed == Mode::Skip {
            return Ok(Fate::Skipped(import::KNOWN_ALREADY.into()));
        }
        let before = match known {
            Some(id) => self.writer.registration(event, id)?,
            None => None,
        };
        let weight = Weight::of(row, before.as_ref(), form);
        if let (Weight::Superseded, Some(before)) = (weight, &before) {
            self.fill_from_older(before, row, form, event)?;
            self.remember_row(Some(event), *fingerprint)?;
            return Ok(Fate::Skipped(import::NEWER_SUBMISSION.into()));
        }
        if let (Weight::Newest, Some(before)) = (weight, &before)
            && let Some(fate) = self.stays_cancelled(before, row, form)?
        {
            return Ok(fate);
        }
        let organisation = self.organisation_of(row, event, form)?;
        let mut changed = false;
        let weighed = Weighed {
            row,
            agenda,
            form,
            organisation,
            weight,
            allowed,
        };
        let person = match known {
            Some(id) => {
                let mode = weighed.mode();
                changed |= self.update_from_form(id, row, organisation, form, event, mode)?;
                id
            }
            None => self.add_from_form(row, name, organisation)?,
        };
        if let Some(id) = organisation {
            changed |= self.fill_place_of(id, row)?;
        }
        let (created, stood) = (before.is_none(), before.as_ref().map(|it| it.status));
        if created {
            // If two people in an event have one name, neither is found by the name alone.
            self.changed.name_key(name.key());
        }
        let (registration, is_updated) = self.register(person, before, weighed)?;
        changed |= is_updated;
        changed |= self.take_consents(&registration, weighed)?;
        self.note_waiting(stood, &registration, row)?;
        self.note_texts_and_event(created || changed, row, agenda, &registration);
        // A place that is given up or taken again is a change of mind like another session.
        let is_reversed = stood.is_some_and(|stood| stood != registration.status);
        let chosen = self.choose(&registration, created, weighed)?;
        changed |= chosen != Chosen::Nothing || is_reversed;
        if !created {
            self.note_change_of_mind(weighed, chosen, is_reversed);
        }
        if form.is_list() {
            self.list(person, row).newest = Some(row.line);
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

    /// Notes a later submission that replaces choices, gives a place up or takes it again, or chooses further sessions.
    fn note_change_of_mind(&mut self, weighed: Weighed<'_>, chosen: Chosen, is_reversed: bool) {
        let Weighed {
            row, form, weight, ..
        } = weighed;
        if form.is_own_export() || form.is_list() {
            return;
        }
        if chosen == Chosen::Further && !is_reversed {
            self.chose_further.push(row.line);
        } else if weight != Weight::OtherForm && (chosen != Chosen::Nothing || is_reversed) {
            self.resubmitted
                .push((row.line, row.requested_at.is_some()));
            self.goes_by_lines |= row.requested_at.is_none();
        }
    }

    /// Returns what becomes of a row that says nothing of a state, of somebody who cancelled; `None` if it was sent later
    /// than that, and so takes it back.
    fn stays_cancelled(
        &self,
        before: &Registration,
        row: &SignupRow,
        form: Form<'_>,
    ) -> Result<Option<Fate>, StoreError> {
        let is_off = before.status == RegistrationStatus::Cancelled;
        if !is_off || row.status.is_some() || form.is_own_export() {
            return Ok(None);
        }
        let since = match before.requested_at {
            Some(at) => at,
            None => self.writer.registration_changed_at(before.id)?,
        };
        Ok(match row.requested_at {
            Some(at) if at < since => Some(Fate::Skipped(import::CANCELLED_LATER.into())),
            Some(_) => None,
            None => Some(Fate::Rejected(Problem {
                line: row.line,
                column: None,
                reason: import::CANCELLED_BEFORE.into(),
            })),
        })
    }

    /// Notes what somebody should know of a row that was taken: texts that name who was removed, an event that does not take
    /// place.
    fn note_texts_and_event(
        &mut self,
        is_new: bool,
        row: &SignupRow,
        agenda: &Agenda,
        registration: &Registration,
    ) {
        if !is_new {
            return;
        }
        let texts = row.answers.iter().map(|(_, answer)| answer.as_str());
        self.note_names_in(row.line, texts.chain(row.organisation.as_deref()));
        if agenda.event.cancelled && registration.status != RegistrationStatus::Cancelled {
            let lines = self.chose_cancelled.entry(None).or_default();
            lines.insert(row.line);
        }
    }

    /// Returns what a submission comes to that was taken before, or brings somebody back who was removed; `None` for one
    /// that is to be judged.
    fn before_the_rules(
        &mut self,
        submission: &Submission,
        event: EventId,
        form: Form<'_>,
        hint: OrganisationHint,
    ) -> Result<Option<Fate>, IntakeError> {
        let row = &submission.row;
        let known = Some((Some(event), submission.fingerprint));
        let organisation = row.organisation.as_deref();
        let from = Origin {
            file: form.file,
            line: row.line,
            event: Some(event),
        };
        let fate = self.refused_or_known(&row.who, organisation, from, known)?;
        if fate == Some(Fate::Unchanged)
            && form.is_list()
            && let Found::Known(id, _) = self.who_is(&row.who, &submission.name, hint)?
        {
            self.list(id, row);
        }
        Ok(fate)
    }

    fn organisation_of(
        &mut self,
        row: &SignupRow,
        event: EventId,
        form: Form<'_>,
    ) -> Result<Option<OrganisationId>, StoreError> {
        let address = row.who.email.as_deref();
        let name = row.organisation.as_deref();
        name.map(|name| self.organisation(name, address, Some(event), form.file, row.line))
            .transpose()
    }

    fn ask_who(
        &mut self,
        row: &SignupRow,
        agenda: &Agenda,
        form: Form<'_>,
        hint: OrganisationHint,
        candidates: Vec<Candidate>,
    ) -> Result<Fate, IntakeError> {
        let event = agenda.event.id;
        let (name, address) = (row.organisation.as_deref(), row.who.email.as_deref());
        self.ask_organisation(hint, name, address, Some(event), (form.file, row.line))?;
        let pending = Pending::Signup(Box::new(PendingSignup {
            row: row.clone(),
            scope: form.scope.map(<[SessionId]>::to_vec),
            rows: form.rows,
            mode: self.mode,
        }));
        let question = NewReview {
            kind: ReviewKind::Person,
            event_id: Some(event),
            person_id: None,
            organisation_id: None,
            stay_id: None,
            name: row.who.written.clone(),
            email: row.who.email.clone(),
            detail: row.organisation.clone().map(Detail::Organisation),
            candidates,
            row: Some(pending.kept()?),
            file: Some(form.file.to_owned()),
            line: i64::try_from(row.line).ok(),
        };
        let id = self.writer.add_review(&question)?;
        self.changed.name_key(row.who.name().key());
        self.hold_waiting_row(id, &question)?;
        self.hold_places(row, agenda);
        Ok(Fate::Review)
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
                states: PersonStates::default(),
            },
            name.clone(),
            row.who.email.as_deref(),
        )?;
        if let Some(number) = row.who.person_id {
            self.number(number, id);
        }
        Ok(id)
    }

    /// Copies what a submission says about a known person to their record.
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
        let employer = person.organisation_id;
        if !form.is_own_export() {
            take(&mut person.phone, row.phone.as_ref(), mode);
            take(&mut person.role, row.role.as_ref(), mode);
            take(&mut person.language, row.language.as_ref(), mode);
            if organisation.is_some() {
                // If they signed up for a later event, that one says where they work now.
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
            changed |= self.add_address(id, address)?;
            if employer.is_some() && person.organisation_id != employer {
                // Letters go where they work now.
                self.writer.put_address_first(id, address)?;
            }
        }
        Ok(changed)
    }

    /// Fills in from an older submission what the newer one leaves open about the person: nothing is lost, whichever
    /// came first.
    fn fill_from_older(
        &mut self,
        registration: &Registration,
        row: &SignupRow,
        form: Form<'_>,
        event: EventId,
    ) -> Result<(), StoreError> {
        let is_without = registration.organisation_id.is_none();
        let organisation = if is_without {
            self.organisation_of(row, event, form)?
        } else {
            None
        };
        let person = registration.person_id;
        self.update_from_form(person, row, organisation, form, event, Mode::Fill)?;
        if let Some(id) = organisation {
            let name = self.organisation_names.get(&id).map(String::as_str);
            self.writer
                .set_affiliation(registration.id, Some(id), name)?;
        }
        Ok(())
    }

    /// Fills in where an organisation is, if that is unknown.
    fn fill_place_of(&mut self, id: OrganisationId, row: &SignupRow) -> Result<bool, StoreError> {
        let (has_country, has_region) = self.located.entry(id).or_default();
        let says_country = row.country.is_some() && !*has_country;
        let says_region = row.region.is_some() && !*has_region;
        if !says_country && !says_region {
            return Ok(false);
        }
        *has_country |= says_country;
        *has_region |= says_region;
        let Some(mut organisation) = self.writer.organisation(id)? else {
            return Ok(false);
        };
        take(&mut organisation.country, row.country.as_ref(), Mode::Fill);
        take(&mut organisation.region, row.region.as_ref(), Mode::Fill);
        self.writer.save_organisation(&organisation)
    }

    /// Settles the places of sessions requested by a row that is waiting for an answer: it keeps its own.
    fn hold_places(&mut self, row: &SignupRow, agenda: &Agenda) {
        let has_limit =
            |id: &&SessionId| agenda.session(**id).is_some_and(|it| it.capacity.is_some());
        self.touched.extend(row.choices.iter().filter(has_limit));
    }
}
