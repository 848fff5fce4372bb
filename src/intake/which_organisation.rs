//! Determines the organisation that a row means.
//!
//! A name that may belong to another organisation is added as a new one, with a question: the row that brought it is
//! not delayed, and the answer "same" merges the two. While the question is open, the two are not known to be
//! different: people of one are not distinguished from people of the other by it.

use super::desk::Desk;
use crate::identity::{OrganisationHint, OrganisationMatch, address_domain};
use crate::model::{Candidate, EventId, OrganisationId, ReviewKind};
use crate::store::{NewOrganisation, NewReview, StoreError};

impl Desk<'_> {
    /// Loads the organisations on file, with the questions about them.
    pub(super) fn load_organisations(&mut self) -> Result<(), StoreError> {
        for organisation in self.writer.organisations()? {
            self.organisations.insert(
                organisation.id,
                &organisation.name,
                organisation.short_name.as_deref(),
                &organisation.aliases,
            );
            self.note_website(organisation.id, organisation.website.as_deref());
            let located = (
                organisation.country.is_some(),
                organisation.region.is_some(),
            );
            self.located.insert(organisation.id, located);
            self.organisation_names
                .insert(organisation.id, organisation.name);
        }
        for (organisation, others) in self.writer.organisations_in_question()? {
            self.organisations.note_question(organisation, &others);
        }
        Ok(())
    }

    /// Adds the domain of a web address: people may have their addresses there.
    pub(super) fn note_website(&mut self, id: OrganisationId, website: Option<&str>) {
        let Some(website) = website else {
            return;
        };
        let website = website.to_lowercase();
        let rest = website.split_once("//").map_or(&*website, |(_, rest)| rest);
        let host = rest.split(['/', ':', '?', '#']).next().unwrap_or_default();
        let domain = host.strip_prefix("www.").unwrap_or(host);
        self.organisations.note_domain(id, domain);
    }

    /// Returns the organisation that a name means together with an address, without writing anything.
    pub(super) fn organisation_hint(
        &self,
        name: Option<&str>,
        address: Option<&str>,
    ) -> OrganisationHint {
        self.organisations.hint(name, address.map(address_domain))
    }

    /// Returns the organisation for a name together with an address; adds it if it is new, with a question if it may be
    /// one on file.
    pub(super) fn organisation(
        &mut self,
        name: &str,
        address: Option<&str>,
        event: Option<EventId>,
        file: &str,
        line: u64,
    ) -> Result<OrganisationId, StoreError> {
        let domain = address.map(address_domain);
        let id = match self.organisations.find_at(name, domain) {
            OrganisationMatch::Certain(id) => {
                self.remember_spelling(id, name)?;
                id
            }
            OrganisationMatch::Unknown => self.add_organisation(name)?,
            OrganisationMatch::Doubtful(near) => {
                let id = self.add_organisation(name)?;
                let others: Vec<OrganisationId> = near.iter().map(|one| one.id).collect();
                self.organisations.note_question(id, &others);
                let candidates = near.into_iter().map(|one| Candidate {
                    id: one.id.0,
                    score: one.score,
                    reasons: one.reasons,
                });
                self.writer.add_review(&NewReview {
                    kind: ReviewKind::Organisation,
                    event_id: event,
                    person_id: None,
                    organisation_id: Some(id),
                    stay_id: None,
                    name: name.to_owned(),
                    email: None,
                    detail: None,
                    candidates: candidates.collect(),
                    row: None,
                    file: Some(file.to_owned()),
                    line: i64::try_from(line).ok(),
                })?;
                id
            }
        };
        if let Some(domain) = domain {
            self.organisations.note_domain(id, domain);
        }
        Ok(id)
    }

    /// Asks which organisation is meant by a row that is waiting for another answer: this answer may settle it.
    pub(super) fn ask_organisation(
        &mut self,
        hint: OrganisationHint,
        name: Option<&str>,
        address: Option<&str>,
        event: Option<EventId>,
        (file, line): (&str, u64),
    ) -> Result<(), StoreError> {
        if let (OrganisationHint::Perhaps(_), Some(name)) = (hint, name) {
            self.organisation(name, address, event, file, line)?;
        }
        Ok(())
    }

    fn add_organisation(&mut self, name: &str) -> Result<OrganisationId, StoreError> {
        let id = self.writer.add_organisation(&NewOrganisation {
            name: name.to_owned(),
            ..NewOrganisation::default()
        })?;
        self.organisations.insert(id, name, None, &[]);
        self.organisation_names.insert(id, name.to_owned());
        Ok(id)
    }

    /// Remembers a spelling with something that no name on file has: a legal form, so that a different one leads to a
    /// question.
    fn remember_spelling(&mut self, id: OrganisationId, name: &str) -> Result<(), StoreError> {
        if self.organisations.is_new_name(id, name) {
            self.writer.add_organisation_alias(id, name)?;
            self.organisations.add_name(id, name);
        }
        Ok(())
    }
}
