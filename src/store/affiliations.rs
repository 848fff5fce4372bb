//! The organisations that people registered for: their names at an event, and what a merge moved.
//!
//! All registrations for one organisation at one event use the same name of it, so that no document shows two.

use super::{Reader, StoreError, Writer};
use crate::model::{EventId, OrganisationId, PersonId, RegistrationId};

/// A registration for an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Affiliated {
    /// The registration.
    pub registration: RegistrationId,
    /// The person.
    pub person: PersonId,
    /// The event.
    pub event: EventId,
    /// The organisation's name there; `None` for its current name.
    pub name: Option<String>,
}

impl Reader<'_> {
    /// Returns the name of an organisation in the registrations for an event; `None` if no registration gives one.
    pub fn organisation_then(
        &self,
        event: EventId,
        organisation: OrganisationId,
    ) -> Result<Option<String>, StoreError> {
        let name = self.connection.query_row(
            "SELECT min(organisation_name) FROM registration
             WHERE event_id = ?1 AND organisation_id = ?2",
            (event.0, organisation.0),
            |row| row.get(0),
        )?;
        Ok(name)
    }

    /// Returns the organisations of a name that were merged into another one, by number: each with the operation that
    /// merged it.
    ///
    /// Only works as long as the journal is kept.
    pub fn merged_organisations(
        &self,
        name: &str,
    ) -> Result<Vec<(OrganisationId, i64)>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT row_id, operation_id FROM change
             WHERE table_name = 'organisation' AND kind = 'delete' AND image ->> '$.name' = ?1
             ORDER BY id",
        )?;
        let found = statement
            .query_map([name], |row| Ok((OrganisationId(row.get(0)?), row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(found)
    }

    /// Returns who belonged to an organisation before an operation, and belongs to another one now.
    pub fn people_before(
        &self,
        (before, operation): (OrganisationId, i64),
        now: OrganisationId,
    ) -> Result<Vec<PersonId>, StoreError> {
        let ids = self.ids_before("person", (before, operation), now)?;
        Ok(ids.into_iter().map(PersonId).collect())
    }

    /// Returns the registrations for an organisation before an operation that are for another one now.
    pub fn registrations_before(
        &self,
        (before, operation): (OrganisationId, i64),
        now: OrganisationId,
    ) -> Result<Vec<RegistrationId>, StoreError> {
        let ids = self.ids_before("registration", (before, operation), now)?;
        Ok(ids.into_iter().map(RegistrationId).collect())
    }

    fn ids_before(
        &self,
        table: &str,
        (before, operation): (OrganisationId, i64),
        now: OrganisationId,
    ) -> Result<Vec<i64>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(&format!(
            "SELECT DISTINCT {table}.id FROM change
             JOIN {table} ON {table}.id = change.row_id
             WHERE change.table_name = '{table}' AND change.operation_id = ?1
               AND change.image ->> '$.organisation_id' = ?2 AND {table}.organisation_id = ?3
             ORDER BY {table}.id"
        ))?;
        let ids = statement
            .query_map((operation, before.0, now.0), |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(ids)
    }

    /// Returns the registrations for an organisation at any event.
    pub fn registrations_for(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<Affiliated>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT id, person_id, event_id, organisation_name FROM registration
             WHERE organisation_id = ?1 ORDER BY id",
        )?;
        let found = statement
            .query_map([organisation.0], |row| {
                Ok(Affiliated {
                    registration: RegistrationId(row.get(0)?),
                    person: PersonId(row.get(1)?),
                    event: EventId(row.get(2)?),
                    name: row.get(3)?,
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(found)
    }
}

impl Writer<'_> {
    /// Sets the organisation of a registration, and its name there; returns whether anything differed.
    pub fn set_affiliation(
        &self,
        registration: RegistrationId,
        organisation: Option<OrganisationId>,
        name: Option<&str>,
    ) -> Result<bool, StoreError> {
        let changed = self.connection.execute(
            "UPDATE registration SET organisation_id = ?2, organisation_name = ?3
             WHERE id = ?1 AND (organisation_id, organisation_name) IS NOT (?2, ?3)",
            (registration.0, organisation.map(|id| id.0), name),
        )?;
        Ok(changed > 0)
    }

    /// Changes the name of an organisation in the registrations for an event; returns how many had a different one.
    pub fn rename_in_event(
        &self,
        event: EventId,
        organisation: OrganisationId,
        name: &str,
    ) -> Result<usize, StoreError> {
        let changed = self.connection.execute(
            "UPDATE registration SET organisation_name = ?3
             WHERE event_id = ?1 AND organisation_id = ?2 AND organisation_name <> ?3",
            (event.0, organisation.0, name),
        )?;
        Ok(changed)
    }

    /// Moves somebody to an organisation, without changing anything else.
    pub fn set_organisation(
        &self,
        person: PersonId,
        organisation: OrganisationId,
    ) -> Result<(), StoreError> {
        self.connection.execute(
            "UPDATE person SET organisation_id = ?2 WHERE id = ?1",
            (person.0, organisation.0),
        )?;
        Ok(())
    }
}
