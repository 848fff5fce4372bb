//! Organisations: cluster management organisations, ministries, companies, universities.

use super::OrganisationId;

/// An organisation; it outlives every event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its number.
    pub id: OrganisationId,
    /// Its name as printed.
    pub name: String,
    /// A short name: `BioM`.
    pub short_name: Option<String>,
    /// What it is, in the organiser's words: `CMO`, `ministry`, `company`.
    pub kind: Option<String>,
    /// Its country, as the organiser writes it.
    pub country: Option<String>,
    /// Its region, as the organiser writes it.
    pub region: Option<String>,
    /// Its web address.
    pub website: Option<String>,
    /// Other names it is known by, sorted.
    pub aliases: Vec<String>,
}
