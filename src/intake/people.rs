//! Rows of a list of people.

use super::desk::{Desk, Mode};
use super::namesakes::Origin;
use super::pending::Pending;
use super::who::{Found, take, take_name};
use super::{Fate, IntakeError};
use crate::catalogue::messages::import;
use crate::import::Problem;
use crate::import::rows::{DataUse, PersonRow};
use crate::model::{Consent, Detail, PersonId, PersonStates, ReviewKind};
use crate::store::{NewPerson, NewReview, StoreError};

impl Desk<'_> {
    /// Processes one person; `why_nobody` is the reason given for a row that names none.
    pub(super) fn take_person(
        &mut self,
        row: &PersonRow,
        file: &str,
        why_nobody: crate::catalogue::Wording,
    ) -> Result<Fate, IntakeError> {
        let fingerprint = row.fingerprint();
        let known = Some((None, fingerprint));
        let organisation = row.organisation.as_deref();
        let from = Origin {
            file,
            line: row.line,
            event: None,
        };
        if let Some(fate) = self.refused_or_known(&row.who, organisation, from, known)? {
            return Ok(fate);
        }
        let (name, address) = (row.organisation.as_deref(), row.who.email.as_deref());
        self.note_names_in(row.line, name.into_iter());
        let hint = self.organisation_hint(name, address);
        match self.who_is(&row.who, &row.who.name(), hint)? {
            Found::Doubtful(candidates) => {
                self.ask_organisation(hint, name, address, None, (file, row.line))?;
                let pending = Pending::Listed(Box::new(row.clone()));
                let question = NewReview {
                    kind: ReviewKind::Person,
                    event_id: None,
                    person_id: None,
                    organisation_id: None,
                    stay_id: None,
                    name: row.who.written.clone(),
                    email: row.who.email.clone(),
                    detail: row.organisation.clone().map(Detail::Organisation),
                    candidates,
                    row: Some(pending.kept()?),
                    file: Some(file.to_owned()),
                    line: i64::try_from(row.line).ok(),
                };
                let id = self.writer.add_review(&question)?;
                self.hold_waiting_row(id, &question)?;
                self.remember_row(None, fingerprint)?;
                Ok(Fate::Review)
            }
            Found::Nobody => Ok(Fate::Rejected(Problem {
                line: row.line,
                column: None,
                reason: why_nobody.into(),
            })),
            Found::New => {
                let id = self.add_listed(row, file)?;
                self.fill_person(id, row, Mode::Update, file)?;
                self.remember_row(None, fingerprint)?;
                Ok(Fate::Created)
            }
            Found::Known(id, _) if self.mode_for(id) == Mode::Skip => {
                Ok(Fate::Skipped(import::KNOWN_ALREADY.into()))
            }
            Found::Known(id, _) => {
                let changed = self.fill_person(id, row, self.mode_for(id), file)?;
                self.remember_row(None, fingerprint)?;
                Ok(if changed {
                    Fate::Updated
                } else {
                    Fate::Unchanged
                })
            }
        }
    }

    /// Adds a person from a list, with their own number if that is free.
    pub(super) fn add_listed(
        &mut self,
        row: &PersonRow,
        file: &str,
    ) -> Result<PersonId, IntakeError> {
        let organisation_id = row
            .organisation
            .as_deref()
            .map(|name| self.organisation(name, row.who.email.as_deref(), None, file, row.line))
            .transpose()?;
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
                organisation_id,
                states: PersonStates::default(),
            },
            row.who.name(),
            row.who.email.as_deref(),
        )?;
        if let Some(number) = row.who.person_id {
            self.number(number, id);
        }
        self.people.set_in_event(id, true);
        self.take_data_use(id, row)?;
        Ok(id)
    }

    /// Saves what a row of our own export says about the use of somebody's data; what is newer on file stays.
    fn take_data_use(&self, id: PersonId, row: &PersonRow) -> Result<bool, StoreError> {
        let mut changed = false;
        if row.data_use.is_empty() {
            return Ok(changed);
        }
        let known = self.writer.consents_of(id)?;
        let events = self.writer.events()?;
        let Some(mut person) = self.writer.person(id)? else {
            return Ok(changed);
        };
        for said in &row.data_use {
            match said {
                DataUse::Restricted => person.states.restricted = true,
                DataUse::Objected => person.states.objected = true,
                DataUse::Consent {
                    purpose,
                    given,
                    event,
                    time,
                } => {
                    let of = |slug: &String| events.iter().find(|it| it.slug == *slug);
                    let event_id = event.as_ref().and_then(of).map(|it| it.id);
                    if event.is_some() && event_id.is_none() {
                        // It is about an event that is not on file here.
                        continue;
                    }
                    let is_newer = |it: &&Consent| {
                        (it.event_id, it.purpose) == (event_id, *purpose) && it.time >= *time
                    };
                    if !known.iter().any(|it| is_newer(&it)) {
                        changed |= self.writer.save_consent(&Consent {
                            person_id: id,
                            event_id,
                            purpose: *purpose,
                            given: *given,
                            time: *time,
                            source: None,
                        })?;
                    }
                }
            }
        }
        changed |= self.writer.save_person(&person)?;
        Ok(changed)
    }

    /// Copies what a list says about a person to their record.
    pub(super) fn fill_person(
        &mut self,
        id: PersonId,
        row: &PersonRow,
        mode: Mode,
        file: &str,
    ) -> Result<bool, IntakeError> {
        let Some(mut person) = self.writer.person(id)? else {
            return Ok(false);
        };
        take(&mut person.phone, row.phone.as_ref(), mode);
        take(&mut person.role, row.role.as_ref(), mode);
        take(&mut person.language, row.language.as_ref(), mode);
        if let Some(name) = &row.organisation
            && (mode == Mode::Update || person.organisation_id.is_none())
        {
            let organisation =
                self.organisation(name, row.who.email.as_deref(), None, file, row.line)?;
            person.organisation_id = Some(organisation);
            self.people.set_organisation(id, Some(organisation));
        }
        take_name(&mut person, &row.who, mode);
        let mut changed = self.writer.save_person(&person)?;
        for address in row.who.email.iter().chain(&row.other_emails) {
            changed |= self.add_address(id, address)?;
        }
        for alias in &row.aliases {
            changed |= self.add_alias(id, alias)?;
        }
        changed |= self.take_data_use(id, row)?;
        if let Some(number) = row.who.person_id {
            self.number(number, id);
        }
        Ok(changed)
    }
}
