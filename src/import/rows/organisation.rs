//! A row of a list of organisations.

use super::super::plan::{Plan, Problem, SetAside};
use super::super::{Field, Record};
use super::person::list;
use crate::catalogue::messages::rows;

/// An organisation as a list describes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrganisationRow {
    /// The line of the file.
    pub line: u64,
    /// The number given in our own export.
    pub id: Option<i64>,
    /// Its name.
    pub name: String,
    /// Short name.
    pub short_name: Option<String>,
    /// Kind.
    pub kind: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Region.
    pub region: Option<String>,
    /// Web address.
    pub website: Option<String>,
    /// Other names.
    pub aliases: Vec<String>,
}

impl Plan {
    /// Reads a row as an organisation.
    ///
    /// # Errors
    /// The reason why it is set aside.
    pub fn organisation(&self, record: &Record) -> Result<OrganisationRow, SetAside> {
        self.not_beside(record)?;
        let named = [Field::Name, Field::Organisation]
            .iter()
            .find_map(|field| self.text(record, field));
        let Some(name) = named else {
            let column = [Field::Name, Field::Organisation]
                .iter()
                .find_map(|field| self.layout.column(field))
                .map(|column| self.layout.columns[column].heading.clone());
            return Err(SetAside::Rejected(Problem {
                line: record.line(),
                column,
                reason: rows::NO_ORGANISATION.into(),
            }));
        };
        Ok(OrganisationRow {
            line: record.line(),
            id: self
                .layout
                .quirks
                .own
                .then(|| self.text(record, &Field::Id)?.parse().ok())
                .flatten(),
            name,
            short_name: self.text(record, &Field::ShortName),
            kind: self.text(record, &Field::Kind),
            country: self.text(record, &Field::Country),
            region: self.text(record, &Field::Region),
            website: self.text(record, &Field::Website),
            aliases: list(self.text(record, &Field::Aliases)),
        })
    }
}
