//! Who a row says somebody is: in one cell or several, with an address of their own or the account's.

use serde::{Deserialize, Serialize};

use super::super::fingerprint::Fingerprint;
use super::super::plan::{Plan, Problem};
use super::super::values::words;
use super::super::{Field, Kind, Record};
use crate::identity::{KeyedName, PersonName, normalize_address, strip_marks};

/// Who a row says somebody is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// The name as written.
    pub written: String,
    /// Academic title.
    pub title: Option<String>,
    /// Given names.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Address in lower case.
    pub email: Option<String>,
    /// The number an own export gives.
    pub person_id: Option<i64>,
}

impl Who {
    /// Returns the name for comparing.
    pub fn name(&self) -> KeyedName {
        KeyedName::new(&self.given_name, &self.family_name)
    }

    /// Returns whether any name was given.
    pub fn has_name(&self) -> bool {
        !self.given_name.is_empty() || !self.family_name.is_empty()
    }

    /// Adds to a fingerprint what tells this person from others.
    pub fn fingerprint(&self, fingerprint: &mut Fingerprint) {
        // As written: another spelling of the same goes by the rules again, and changes nothing.
        fingerprint.text(&self.given_name);
        fingerprint.text(&self.family_name);
        fingerprint.optional(self.title.as_deref());
        fingerprint.optional(self.email.as_deref());
        // People whom an own export numbers apart are apart, even when nothing else tells them apart.
        if let Some(number) = self.person_id {
            fingerprint.text(&number.to_string());
        }
    }
}

impl Plan {
    /// Reads who a row is about.
    ///
    /// With `somebody`, a row without a name and an address is a problem; else it is nobody's.
    pub(super) fn who(&self, record: &Record, somebody: bool) -> Result<Who, Problem> {
        let (email, problem) = self.address(record);
        if let Some(problem) = problem {
            return Err(problem);
        }
        let title = self.text(record, &Field::Title);
        let given = self.text(record, &Field::GivenName).unwrap_or_default();
        let family = self.text(record, &Field::FamilyName).unwrap_or_default();
        let whole = self
            .text(record, &Field::Name)
            .or_else(|| self.text(record, &Field::AccountName))
            .filter(|name| !is_anonymous(name) && !words::is_empty_word(name));
        let (written, name) = if !given.is_empty() || !family.is_empty() {
            let written = [given.as_str(), family.as_str()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" ");
            let mut name = PersonName::from_parts(title.as_deref(), &given, &family);
            if self.layout.quirks.own {
                // What this program wrote is taken letter by letter.
                name = PersonName {
                    title,
                    given,
                    family,
                };
            }
            (written, name)
        } else if let Some(whole) = whole {
            let mut name = PersonName::parse(&strip_marks(&whole).name);
            name.title = name.title.or(title);
            (whole, name)
        } else {
            (
                String::new(),
                PersonName {
                    title,
                    given: String::new(),
                    family: String::new(),
                },
            )
        };
        let who = Who {
            written,
            title: name.title,
            given_name: name.given,
            family_name: name.family,
            email,
            person_id: self.own_number(record, &Field::PersonId),
        };
        if somebody && !who.has_name() && who.email.is_none() && who.person_id.is_none() {
            let column = [
                Field::Email,
                Field::Name,
                Field::FamilyName,
                Field::GivenName,
            ]
            .iter()
            .find_map(|field| self.layout.column(field));
            return Err(Problem {
                line: record.line(),
                column: column.map(|column| self.layout.columns[column].heading.clone()),
                reason: "neither a name nor an address".to_owned(),
            });
        }
        Ok(who)
    }

    /// Reads the number of a person, which only an own export knows.
    pub(super) fn own_number(&self, record: &Record, field: &Field) -> Option<i64> {
        // Larger ones lose digits in spreadsheets and JSON.
        const END: i64 = 1 << 53;
        self.layout
            .quirks
            .own
            .then(|| self.text(record, field)?.parse().ok())
            .flatten()
            .filter(|number| (1..END).contains(number))
    }

    /// Reads the address; the account's where the row has none of its own.
    fn address(&self, record: &Record) -> (Option<String>, Option<Problem>) {
        for field in [Field::Email, Field::AccountEmail] {
            let Some(column) = self.layout.column(&field) else {
                continue;
            };
            let cell = self.cell(record, column);
            if cell.is_empty() || is_anonymous(&cell) || words::is_empty_word(&cell) {
                continue;
            }
            return match normalize_address(&cell) {
                Some(address) => (Some(address), None),
                None if field == Field::AccountEmail => continue,
                // A list of those present may hold an address for some and a name for others.
                None if self.layout.kind == Kind::Attendance && may_be_a_name(&cell) => continue,
                None => (
                    None,
                    Some(self.problem(record, column, "this is no e-mail address".to_owned())),
                ),
            };
        }
        (None, None)
    }
}

/// Whether a cell where an address should be is a name instead, and not an address with a slip.
pub(in super::super) fn may_be_a_name(cell: &str) -> bool {
    let words: Vec<&str> = cell.split_whitespace().collect();
    words.len() > 1
        && cell.chars().all(|letter| {
            letter.is_alphabetic() || letter.is_whitespace() || "-'’.,".contains(letter)
        })
}

/// What form tools write for people who did not sign in.
fn is_anonymous(cell: &str) -> bool {
    ["anonymous", "anonym"]
        .iter()
        .any(|word| cell.eq_ignore_ascii_case(word))
}
