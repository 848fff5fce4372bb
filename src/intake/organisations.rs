//! Rows of a list of organisations.

use super::desk::{Desk, Mode};
use super::who::take;
use super::{Fate, IntakeError};
use crate::catalogue::messages::import;
use crate::identity::{OrganisationDirectory, OrganisationMatch};
use crate::import::fingerprint::Fingerprint;
use crate::import::rows::OrganisationRow;
use crate::model::OrganisationId;
use crate::store::{NewOrganisation, Reader, StoreError};

/// Returns the fingerprint of a row.
fn fingerprint(row: &OrganisationRow) -> i64 {
    let mut fingerprint = Fingerprint::new();
    fingerprint.text("organisation");
    fingerprint.text(&format!("{:?}", row.id));
    fingerprint.text(&row.name);
    for text in [
        &row.short_name,
        &row.kind,
        &row.country,
        &row.region,
        &row.website,
    ] {
        fingerprint.optional(text.as_deref());
    }
    for alias in &row.aliases {
        fingerprint.text(alias);
    }
    fingerprint.value()
}

impl Desk<'_> {
    /// Processes one organisation.
    pub(super) fn take_organisation(
        &mut self,
        row: &OrganisationRow,
        file: &str,
    ) -> Result<Fate, IntakeError> {
        let fingerprint = fingerprint(row);
        if self.is_known(None, fingerprint)? {
            return Ok(Fate::Unchanged);
        }
        self.note_names_in(row.line, std::iter::once(row.name.as_str()));
        let own = match row.id {
            Some(number) => self.writer.organisation(OrganisationId(number))?,
            None => None,
        };
        let mut is_apart = false;
        let found = own
            .as_ref()
            .filter(|known| {
                crate::identity::organisation_key(&known.name)
                    == crate::identity::organisation_key(&row.name)
            })
            .map(|known| known.id)
            .or_else(|| match self.organisations.find(&row.name) {
                OrganisationMatch::Certain(id) => Some(id),
                OrganisationMatch::Doubtful(_) | OrganisationMatch::Unknown => None,
            })
            .filter(|id| {
                // Two numbers are two organisations, even if one has the other's name as a further one.
                is_apart = row.id.is_some() && self.numbered_organisations.contains(id);
                !is_apart
            });
        let Some(id) = found else {
            // Its own number, if it is free: re-importing a whole file keeps its numbers.
            let number = row.id.map(OrganisationId).filter(|_| own.is_none());
            let id = if number.is_some() || is_apart {
                let id = self.writer.add_organisation(&NewOrganisation {
                    id: number,
                    name: row.name.clone(),
                    ..NewOrganisation::default()
                })?;
                self.organisations.insert(id, &row.name, None, &[]);
                self.organisation_names.insert(id, row.name.clone());
                id
            } else {
                self.organisation(&row.name, None, None, file, row.line)?
            };
            self.note_numbered(row, id);
            self.fill_organisation(id, row, Mode::Update)?;
            self.remember_row(None, fingerprint)?;
            return Ok(Fate::Created);
        };
        self.note_numbered(row, id);
        if self.mode == Mode::Skip {
            return Ok(Fate::Skipped(import::KNOWN_ALREADY.into()));
        }
        let changed = self.fill_organisation(id, row, self.mode)?;
        self.remember_row(None, fingerprint)?;
        Ok(if changed {
            Fate::Updated
        } else {
            Fate::Unchanged
        })
    }

    /// Remembers that a number in our own export means an organisation.
    fn note_numbered(&mut self, row: &OrganisationRow, id: OrganisationId) {
        if row.id.is_some() {
            self.numbered_organisations.insert(id);
        }
    }

    fn fill_organisation(
        &mut self,
        id: OrganisationId,
        row: &OrganisationRow,
        mode: Mode,
    ) -> Result<bool, IntakeError> {
        let Some(mut organisation) = self.writer.organisation(id)? else {
            return Ok(false);
        };
        take(&mut organisation.short_name, row.short_name.as_ref(), mode);
        take(&mut organisation.kind, row.kind.as_ref(), mode);
        take(&mut organisation.country, row.country.as_ref(), mode);
        take(&mut organisation.region, row.region.as_ref(), mode);
        take(&mut organisation.website, row.website.as_ref(), mode);
        let located = (
            organisation.country.is_some(),
            organisation.region.is_some(),
        );
        self.located.insert(id, located);
        self.note_website(id, organisation.website.as_deref());
        let mut changed = self.writer.save_organisation(&organisation)?;
        if let Some(short_name) = &organisation.short_name {
            self.organisations.add_name(id, short_name);
        }
        let mut names: Vec<&String> = row.aliases.iter().collect();
        // Another spelling of the name is worth keeping: the next file may use it.
        if row.name != organisation.name {
            names.push(&row.name);
        }
        for name in names {
            changed |= self.writer.add_organisation_alias(id, name)?;
            self.organisations.add_name(id, name);
        }
        Ok(changed)
    }
}

/// Returns the organisations on file, by their names.
///
/// # Errors
/// If the file cannot be read.
pub fn organisations_on_file(reader: &Reader<'_>) -> Result<OrganisationDirectory, StoreError> {
    let mut directory = OrganisationDirectory::default();
    for known in reader.organisations()? {
        let short_name = known.short_name.as_deref();
        directory.insert(known.id, &known.name, short_name, &known.aliases);
    }
    Ok(directory)
}
