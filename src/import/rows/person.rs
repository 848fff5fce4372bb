//! A row of a list of people.

use serde::{Deserialize, Serialize};

use super::super::fingerprint::Fingerprint;
use super::super::plan::{Plan, SetAside};
use super::super::values::words::{self, Phone};
use super::super::{Field, Record};
use super::Who;
use crate::catalogue::messages::rows;
use crate::identity::normalize_address;
use crate::model::{Instant, Purpose, time};

/// A person as a list describes them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRow {
    /// The line of the file.
    pub line: u64,
    /// The person.
    pub who: Who,
    /// Further addresses.
    pub other_emails: Vec<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Role.
    pub role: Option<String>,
    /// Organisation.
    pub organisation: Option<String>,
    /// Language.
    pub language: Option<String>,
    /// Names they were seen under.
    pub aliases: Vec<String>,
    /// What they agreed to, refused and asked for about the use of their data, in our own export.
    #[serde(default)]
    pub data_use: Vec<DataUse>,
}

/// What somebody agreed to, refused or asked for about the use of their data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DataUse {
    /// Their data may only be stored.
    Restricted,
    /// They object to its use.
    Objected,
    /// They agreed or refused.
    Consent {
        /// To what.
        purpose: Purpose,
        /// Whether they agreed.
        given: bool,
        /// For which event, by its short name; `None` for all.
        event: Option<String>,
        /// When.
        time: Instant,
    },
}

impl DataUse {
    /// Parses an entry of our own export: `restricted`, `newsletter=no@autumn 2020-10-01T09:00:00Z`.
    fn parse(text: &str) -> Option<Self> {
        match text {
            "restricted" => return Some(Self::Restricted),
            "objected" => return Some(Self::Objected),
            _ => {}
        }
        let (said, moment) = text.split_once(' ')?;
        let (purpose, answer) = said.split_once('=')?;
        let (answer, event) = match answer.split_once('@') {
            Some((answer, event)) => (answer, Some(event.to_owned())),
            None => (answer, None),
        };
        Some(Self::Consent {
            purpose: Purpose::parse(purpose)?,
            given: match answer {
                "yes" => true,
                "no" => false,
                _ => return None,
            },
            event,
            time: time::from_text(moment)?,
        })
    }
}

impl PersonRow {
    /// Returns the fingerprint by which this row is recognised again.
    pub fn fingerprint(&self) -> i64 {
        let mut fingerprint = Fingerprint::new();
        self.who.fingerprint(&mut fingerprint);
        for text in [&self.phone, &self.role, &self.organisation, &self.language] {
            fingerprint.optional(text.as_deref());
        }
        for text in self.other_emails.iter().chain(&self.aliases) {
            fingerprint.text(text);
        }
        for said in &self.data_use {
            fingerprint.text(&format!("{said:?}"));
        }
        fingerprint.value()
    }
}

/// Splits a list in one cell: `a; b`.
pub(super) fn list(cell: Option<String>) -> Vec<String> {
    cell.map(|cell| {
        cell.split(';')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    })
    .unwrap_or_default()
}

impl Plan {
    /// Reads a row as a person.
    ///
    /// # Errors
    /// The reason why it is set aside.
    pub fn person(&self, record: &Record) -> Result<PersonRow, SetAside> {
        self.not_beside(record)?;
        let mut who = self.who(record, true).map_err(SetAside::Rejected)?;
        if who.person_id.is_none() {
            who.person_id = self.own_number(record, &Field::Id);
        }
        let phone = match self.text(record, &Field::Phone) {
            None => None,
            Some(cell) if self.layout.quirks.own => Some(cell),
            Some(cell) => match words::phone(&cell) {
                Phone::Number(number) => Some(number),
                Phone::Ruined => {
                    let column = self.layout.column(&Field::Phone).unwrap_or_default();
                    let reason = rows::RUINED_NUMBER;
                    return Err(SetAside::Rejected(self.problem(record, column, reason)));
                }
            },
        };
        let mut other_emails = Vec::new();
        for written in list(self.text(record, &Field::OtherEmails)) {
            match normalize_address(&written) {
                Some(address) => other_emails.push(address),
                None => {
                    let column = self.layout.column(&Field::OtherEmails).unwrap_or_default();
                    let reason = rows::NOT_ADDRESSES;
                    return Err(SetAside::Rejected(self.problem(record, column, reason)));
                }
            }
        }
        let mut data_use = Vec::new();
        for written in list(self.text(record, &Field::DataUse)) {
            match DataUse::parse(&written) {
                Some(said) => data_use.push(said),
                None => {
                    let column = self.layout.column(&Field::DataUse).unwrap_or_default();
                    let reason = rows::NO_USE_OF_DATA;
                    return Err(SetAside::Rejected(self.problem(record, column, reason)));
                }
            }
        }
        let language = self.text(record, &Field::Language);
        Ok(PersonRow {
            line: record.line(),
            who,
            other_emails,
            phone,
            role: self.text(record, &Field::Role),
            organisation: self.text(record, &Field::Organisation),
            language: language.map(|word| words::language(&word).unwrap_or(word)),
            aliases: list(self.text(record, &Field::Aliases)),
            data_use,
        })
    }
}
