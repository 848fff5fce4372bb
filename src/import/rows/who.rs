//! Who a row is about: in one cell or several, with their own address or the account's.

use serde::{Deserialize, Serialize};

use super::super::fingerprint::Fingerprint;
use super::super::plan::{Plan, Problem};
use super::super::values::words;
use super::super::{Field, Kind, Record};
use super::beside_name::NAMES;
use super::one_person::not_one_person;
use crate::catalogue::messages::rows;
use crate::formats::lexicon::LEXICON;
use crate::identity::{
    KeyedName, PersonName, fold_tokens, is_not_a_person, names_several, normalize_address,
    split_former, strip_marks,
};
use crate::import::content::is_whole_name;
use crate::import::forms::Shape;
use crate::message;

/// The person that a row names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Who {
    /// The name as written.
    pub written: String,
    /// Academic title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Given names.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub given_name: String,
    /// Family name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub family_name: String,
    /// Address in lower case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The number given in our own export.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_id: Option<i64>,
}

impl Who {
    /// Returns the name for comparing.
    pub fn name(&self) -> KeyedName {
        KeyedName::new(&self.given_name, &self.family_name)
    }

    /// Makes a person of whom only the name is known.
    fn called(written: String, name: PersonName) -> Self {
        Self {
            written,
            title: name.title,
            given_name: name.given,
            family_name: name.family,
            ..Self::default()
        }
    }

    /// Returns whether any name was given.
    pub fn has_name(&self) -> bool {
        !self.given_name.is_empty() || !self.family_name.is_empty()
    }

    /// Adds everything that distinguishes this person to a fingerprint.
    pub fn fingerprint(&self, fingerprint: &mut Fingerprint) {
        // As written: a different spelling of the same name is matched by the rules again, and changes nothing.
        fingerprint.text(&self.given_name);
        fingerprint.text(&self.family_name);
        fingerprint.optional(self.title.as_deref());
        fingerprint.optional(self.email.as_deref());
        // People with different numbers in our own export are different, even if nothing else distinguishes them.
        if let Some(number) = self.person_id {
            fingerprint.text(&number.to_string());
        }
    }
}

impl Plan {
    /// Reads who a row is about.
    ///
    /// If `somebody` is required, a row without a name and an address is a problem; otherwise it belongs to nobody.
    pub(in crate::import) fn who(&self, record: &Record, somebody: bool) -> Result<Who, Problem> {
        let own_email = self.address(record, &Field::Email)?;
        let account_email = self.address(record, &Field::AccountEmail)?;
        let person_id = self.own_number(record, &Field::PersonId);
        let mut who = self.named(record)?;
        let account = self
            .text(record, &Field::AccountName)
            .filter(|name| !is_anonymous(name) && !words::is_empty_word(name));
        // The name of an account belongs to its address, and to no other column's.
        let is_of_account =
            who.email.is_none() && (own_email.is_none() || own_email == account_email);
        if let Some(account) = &account
            && !who.has_name()
            && is_of_account
        {
            who = whole_name(account, false, who.title);
        }
        let is_colleague = || {
            // One account may answer a form for others; somebody who orders tickets for others gets the mails for all.
            self.layout.shape == Shape::Export
                && !self.layout.quirks.tickets
                && who.has_name()
                && account.as_ref().is_some_and(|name| is_another(name, &who))
        };
        let email = own_email
            .or_else(|| who.email.clone())
            .or_else(|| account_email.filter(|_| !is_colleague()));
        who.email = email;
        who.person_id = person_id;
        // An attendee without a name leads to a question.
        let may_be_nobody =
            who.has_name() && !self.layout.quirks.own && self.layout.kind != Kind::Attendance;
        let nobody = may_be_nobody
            .then(|| is_not_a_person(&who.written))
            .flatten();
        if nobody.is_some() {
            // Without a name the address identifies the person.
            who = Who {
                email: who.email,
                person_id,
                ..Who::default()
            };
        }
        if somebody && !who.has_name() && who.email.is_none() && who.person_id.is_none() {
            let sought = [
                Field::Email,
                Field::Name,
                Field::FamilyName,
                Field::GivenName,
            ];
            let named = &sought[usize::from(nobody.is_some())..];
            let column = named.iter().find_map(|field| self.layout.column(field));
            return Err(Problem {
                line: record.line(),
                column: column.map(|column| self.layout.columns[column].heading.clone()),
                reason: match nobody {
                    Some(why) => message!(rows::nobodys_name { why }),
                    None => rows::NOBODY.into(),
                },
            });
        }
        Ok(who)
    }

    /// Reads the name in the columns of the people themselves, or an address in its place.
    fn named(&self, record: &Record) -> Result<Who, Problem> {
        let title = self.text(record, &Field::Title);
        let cell = |field: &Field| self.name_cell(record, field);
        let mut given = cell(&Field::GivenName).unwrap_or_default();
        let mut family = cell(&Field::FamilyName).unwrap_or_default();
        let parts = [given.as_str(), family.as_str()];
        let written = parts.map(str::to_owned).join(" ").trim().to_owned();
        if self.layout.quirks.own && !written.is_empty() {
            // Our own exports are read letter by letter.
            return Ok(Who {
                written,
                title,
                given_name: given,
                family_name: family,
                ..Who::default()
            });
        }
        // A mail program writes the name before the address.
        let recipient = || {
            let cell = self.text(record, &Field::Email)?;
            let (name, address) = name_and_address(&cell);
            let is_named = address.is_some() && !name.contains('@') && !self.layout.quirks.own;
            is_named.then_some(cell)
        };
        let whole = cell(&Field::Name)
            .filter(|name| !is_anonymous(name) && !words::is_empty_word(name))
            .or_else(|| written.is_empty().then(recipient).flatten());
        if !self.layout.quirks.own {
            self.demand_one(record, &written)?;
        }
        // `Anna` next to `Anna Müller` is less complete.
        let is_less = |whole: &String| family.is_empty() && is_whole_name(whole, &given);
        if !written.is_empty() && !whole.as_ref().is_some_and(is_less) {
            for part in [&mut given, &mut family] {
                if let Some((name, _)) = split_former(part) {
                    *part = name;
                }
            }
            let name = PersonName::from_parts(title.as_deref(), &given, &family);
            return Ok(Who::called(written, name));
        }
        let Some(whole) = whole else {
            return Ok(Who {
                title,
                ..Who::default()
            });
        };
        if !whole.contains(char::is_whitespace)
            && let Some(address) = normalize_address(&whole)
        {
            return Ok(Who {
                title,
                email: Some(address),
                ..Who::default()
            });
        }
        let (name, email) = name_and_address(&whole);
        let mut who = whole_name(name, self.layout.quirks.family_first, title);
        who.email = email;
        Ok(who)
    }

    /// Refuses several people in one cell: they would become one person who does not exist.
    fn demand_one(&self, record: &Record, written: &str) -> Result<(), Problem> {
        let columns = NAMES.iter().filter_map(|field| self.layout.column(field));
        let mut first = None;
        for column in columns {
            first = first.or(Some(column));
            let cell = self.cell(record, column);
            if names_several(&cell) || (first == Some(column) && names_several(written)) {
                return Err(self.problem(record, column, rows::SEVERAL_PEOPLE));
            }
            if let Some(reason) = not_one_person(&cell) {
                return Err(self.problem(record, column, reason));
            }
        }
        Ok(())
    }

    /// Reads the number of a person, which only our own exports have.
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
}

/// Whether a cell in the address column is a name instead, and not a misspelt address.
pub(in super::super) fn may_be_a_name(cell: &str) -> bool {
    let words: Vec<&str> = cell.split_whitespace().collect();
    words.len() > 1
        && cell.chars().all(|letter| {
            letter.is_alphabetic() || letter.is_whitespace() || "-'’.,".contains(letter)
        })
}

/// Splits `Berg, Anna <anna@example.org>`, as mail programs write a recipient.
fn name_and_address(cell: &str) -> (&str, Option<String>) {
    let parts = || {
        let (name, address) = cell.strip_suffix('>')?.rsplit_once('<')?;
        let name = name.trim().trim_matches(['"', '\'']).trim_end();
        Some((name, normalize_address(address)?)).filter(|(name, _)| !name.is_empty())
    };
    parts().map_or((cell, None), |(name, address)| (name, Some(address)))
}

/// Parses a whole name.
fn whole_name(whole: &str, is_family_first: bool, title: Option<String>) -> Who {
    let stripped = strip_marks(whole).name;
    let plain = PersonName::parse(&stripped);
    let in_order = is_family_first.then(|| PersonName::parse_family_first(&stripped));
    let (written, mut name) = match in_order {
        // Written so that it is parsed in the same way again.
        Some(name) if name != plain => (format!("{}, {}", name.family, name.given), name),
        _ => (whole.to_owned(), plain),
    };
    name.title = name.title.or(title);
    Who::called(written, name)
}

/// Whether an account's name, of at least two words, shares no word with the name in a row.
fn is_another(account: &str, who: &Who) -> bool {
    let account = fold_tokens(&strip_marks(account).name);
    let name = fold_tokens(&format!("{} {}", who.given_name, who.family_name));
    account.len() > 1 && !account.iter().any(|word| name.contains(word))
}

/// Placeholders of form tools for people who did not sign in.
pub(super) fn is_anonymous(cell: &str) -> bool {
    LEXICON.answers.anonymous.are(cell)
}
