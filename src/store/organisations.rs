//! Organisations and their aliases.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, Row};

use super::lot::Table;
use super::{Reader, StoreError, Writer};
use crate::identity::organisation_key;
use crate::message;
use crate::model::{Organisation, OrganisationId, ReviewKind};

/// An organisation to be added.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewOrganisation {
    /// The number it must get if a complete file is imported; else the next free one.
    pub id: Option<OrganisationId>,
    /// Its name.
    pub name: String,
    /// A short name.
    pub short_name: Option<String>,
    /// Its kind.
    pub kind: Option<String>,
    /// Its country.
    pub country: Option<String>,
    /// Its region.
    pub region: Option<String>,
    /// Its web address.
    pub website: Option<String>,
}

const COLUMNS: &str = "id, name, short_name, kind, country, region, website";

fn from_row(row: &Row<'_>) -> rusqlite::Result<Organisation> {
    Ok(Organisation {
        id: OrganisationId(row.get(0)?),
        name: row.get(1)?,
        short_name: row.get(2)?,
        kind: row.get(3)?,
        country: row.get(4)?,
        region: row.get(5)?,
        website: row.get(6)?,
        aliases: Vec::new(),
    })
}

impl Reader<'_> {
    /// Returns every organisation, by number.
    pub fn organisations(&self) -> Result<Vec<Organisation>, StoreError> {
        let connection = self.connection.complete()?;
        let mut organisations = connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM organisation ORDER BY id"))?
            .query_map([], from_row)?
            .collect::<Result<Vec<_>, _>>()?;
        let mut aliases: HashMap<i64, Vec<String>> = HashMap::new();
        let mut statement = connection
            .prepare_cached("SELECT organisation_id, name FROM organisation_alias ORDER BY name")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            aliases.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        for organisation in &mut organisations {
            organisation.aliases = aliases.remove(&organisation.id.0).unwrap_or_default();
        }
        Ok(organisations)
    }

    /// Returns one organisation.
    pub fn organisation(&self, id: OrganisationId) -> Result<Option<Organisation>, StoreError> {
        let connection = self.connection.complete()?;
        let found = connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM organisation WHERE id = ?1"))?
            .query_row([id.0], from_row)
            .optional()?;
        let Some(mut organisation) = found else {
            return Ok(None);
        };
        organisation.aliases = connection
            .prepare_cached(
                "SELECT name FROM organisation_alias WHERE organisation_id = ?1 ORDER BY name",
            )?
            .query_map([id.0], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(Some(organisation))
    }
}

impl Writer<'_> {
    /// Adds an organisation and returns its number.
    pub fn add_organisation(&self, new: &NewOrganisation) -> Result<OrganisationId, StoreError> {
        let id = self.connection.insert(
            Table::Organisation,
            new.id.map(|id| id.0),
            [
                self.operation.0.into(),
                (&new.name).into(),
                (&organisation_key(&new.name)).into(),
                (&new.short_name).into(),
                (&new.kind).into(),
                (&new.country).into(),
                (&new.region).into(),
                (&new.website).into(),
            ],
        )?;
        Ok(OrganisationId(id))
    }

    /// Saves an organisation's fields without aliases; returns whether anything differed.
    pub fn save_organisation(&self, organisation: &Organisation) -> Result<bool, StoreError> {
        let connection = self.connection.complete()?;
        let changed = connection
            .prepare_cached(
                "UPDATE organisation
                 SET name = ?2, key = ?3, short_name = ?4, kind = ?5, country = ?6, region = ?7, website = ?8
                 WHERE id = ?1 AND (name, short_name, kind, country, region, website)
                    IS NOT (?2, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute((
                organisation.id.0,
                &organisation.name,
                organisation_key(&organisation.name),
                &organisation.short_name,
                &organisation.kind,
                &organisation.country,
                &organisation.region,
                &organisation.website,
            ))?;
        Ok(changed > 0)
    }

    /// Adds an alias; returns whether it was new.
    pub fn add_organisation_alias(
        &self,
        id: OrganisationId,
        name: &str,
    ) -> Result<bool, StoreError> {
        let connection = self.connection.complete()?;
        let added = connection
            .prepare_cached(
                "INSERT INTO organisation_alias (operation_id, organisation_id, name)
                 VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            )?
            .execute((self.operation.0, id.0, name))?;
        Ok(added > 0)
    }

    /// Removes an alias; returns whether it existed.
    pub fn remove_organisation_alias(
        &self,
        id: OrganisationId,
        name: &str,
    ) -> Result<bool, StoreError> {
        let removed = self.connection.execute(
            "DELETE FROM organisation_alias WHERE organisation_id = ?1 AND name = ?2",
            (id.0, name),
        )?;
        Ok(removed > 0)
    }

    /// Moves everything from `from` to `into` and removes `from`; its names become aliases of `into`.
    pub fn merge_organisations(
        &self,
        from: OrganisationId,
        into: OrganisationId,
    ) -> Result<(), StoreError> {
        for table in ["person", "registration", "review"] {
            self.connection.execute(
                &format!("UPDATE {table} SET organisation_id = ?2 WHERE organisation_id = ?1"),
                (from.0, into.0),
            )?;
        }
        self.connection.execute(
            "DELETE FROM distinction WHERE organisation_id = ?1",
            [from.0],
        )?;
        let source = self.organisation(from)?.ok_or_else(|| {
            StoreError::Damaged(message!(store::damaged_organisation { number: from }))
        })?;
        self.connection.execute(
            "DELETE FROM organisation_alias WHERE organisation_id = ?1",
            [from.0],
        )?;
        self.connection
            .execute("DELETE FROM organisation WHERE id = ?1", [from.0])?;
        self.replace_candidate(&[ReviewKind::Organisation], from.0, into.0)?;
        for name in std::iter::once(&source.name)
            .chain(&source.short_name)
            .chain(&source.aliases)
        {
            // The answer "not the same" was wrong.
            self.connection.execute(
                "DELETE FROM distinction WHERE organisation_id = ?1 AND name = ?2",
                (into.0, name),
            )?;
            self.add_organisation_alias(into, name)?;
        }
        Ok(())
    }
}
