//! What is remembered about imported files: rows, answers to `--map`, and "not the same".

use std::collections::HashSet;

use super::lot::Table;
use super::{Reader, StoreError, Writer};
use crate::model::{EventId, OrganisationId, PersonId};

/// An answer "this name is not that person or organisation".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distinction {
    /// The name as written.
    pub name: String,
    /// The address given with it.
    pub address: Option<String>,
    /// The one that is not meant.
    pub other: Other,
}

/// The person or organisation that is not meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// A person.
    Person(PersonId),
    /// An organisation.
    Organisation(OrganisationId),
}

impl Reader<'_> {
    /// Returns the fingerprints of rows imported before, for an event or (`None`) outside of any.
    pub fn known_rows(&self, event: Option<EventId>) -> Result<HashSet<i64>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement =
            connection.prepare_cached("SELECT fingerprint FROM known_row WHERE event_id IS ?1")?;
        let known = statement
            .query_map([event.map(|id| id.0)], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(known)
    }

    /// Returns the remembered `--map` answers for a heading row: heading and field, sorted by heading.
    pub fn mappings(&self, headings: i64) -> Result<Vec<(String, String)>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT heading, field FROM mapping WHERE headings = ?1 ORDER BY heading",
        )?;
        let found = statement
            .query_map([headings], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(found)
    }

    /// Returns every remembered `--map` answer, by number.
    pub fn all_mappings(&self) -> Result<Vec<Mapping>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection
            .prepare_cached("SELECT id, headings, heading, field FROM mapping ORDER BY id")?;
        let found = statement
            .query_map([], |row| {
                Ok(Mapping {
                    id: row.get(0)?,
                    headings: row.get(1)?,
                    heading: row.get(2)?,
                    field: row.get(3)?,
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(found)
    }

    /// Returns every "not the same", by number.
    pub fn distinctions(&self) -> Result<Vec<Distinction>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT name, address, person_id, organisation_id FROM distinction ORDER BY id",
        )?;
        let rows = statement
            .query_map([], |row| {
                let person: Option<i64> = row.get(2)?;
                let organisation: Option<i64> = row.get(3)?;
                Ok(Distinction {
                    name: row.get(0)?,
                    address: row.get(1)?,
                    // A constraint of the table ensures that exactly one of the two is set.
                    other: match person {
                        Some(id) => Other::Person(PersonId(id)),
                        None => Other::Organisation(OrganisationId(organisation.unwrap_or(0))),
                    },
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }
}

/// A remembered answer about the meaning of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// Its number.
    pub id: i64,
    /// The heading row it applies to.
    pub headings: i64,
    /// The heading, or a word in a cell.
    pub heading: String,
    /// Its meaning.
    pub field: String,
}

impl Writer<'_> {
    /// Remembers a row.
    pub fn add_known_row(
        &self,
        event: Option<EventId>,
        fingerprint: i64,
    ) -> Result<(), StoreError> {
        self.connection.insert_unnumbered(
            Table::KnownRow,
            [
                self.operation.0.into(),
                event.map(|id| id.0).into(),
                fingerprint.into(),
            ],
        )?;
        Ok(())
    }

    /// Remembers a `--map` answer for a heading row; the newest answer wins.
    pub fn remember_mapping(
        &self,
        headings: i64,
        heading: &str,
        field: &str,
    ) -> Result<(), StoreError> {
        self.connection.execute(
            "INSERT INTO mapping (operation_id, headings, heading, field) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (headings, heading) DO UPDATE SET field = excluded.field
             WHERE field IS NOT excluded.field",
            (self.operation.0, headings, heading, field),
        )?;
        Ok(())
    }

    /// Forgets a `--map` answer.
    pub fn forget_mapping(&self, id: i64) -> Result<(), StoreError> {
        self.connection
            .execute("DELETE FROM mapping WHERE id = ?1", [id])?;
        Ok(())
    }

    /// Remembers that a name does not mean a person or organisation.
    pub fn add_distinction(&self, distinction: &Distinction) -> Result<(), StoreError> {
        let (person, organisation) = match distinction.other {
            Other::Person(id) => (Some(id.0), None),
            Other::Organisation(id) => (None, Some(id.0)),
        };
        self.connection.execute(
            "INSERT INTO distinction (operation_id, name, address, person_id, organisation_id)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            (
                self.operation.0,
                &distinction.name,
                &distinction.address,
                person,
                organisation,
            ),
        )?;
        Ok(())
    }
}
