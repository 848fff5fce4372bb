//! Families of sign-up exports, each described in its own file: how to recognise it and what its columns mean.
//!
//! A description is data: to add a family, add a file to `families/`, with a fixture and its golden. Headings are
//! compared in lower case with collapsed spaces; one that ends in `*` matches every heading with that beginning.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use serde::Deserialize;

use super::Field;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/formats/families");

/// Every family, ordered by name.
static FAMILIES: LazyLock<Vec<Family>> = LazyLock::new(|| {
    let mut files: Vec<_> = FILES.files().collect();
    files.sort_by_key(|file| file.path());
    // A test makes sure that every file can be read.
    let read = files
        .iter()
        .filter_map(|file| toml::from_str(file.contents_utf8()?).ok());
    let mut families: Vec<Family> = read.collect();
    let known = families.clone();
    for family in &mut families {
        let like = known
            .iter()
            .find(|other| Some(&other.name) == family.like.as_ref());
        family
            .columns
            .extend(like.iter().flat_map(|other| other.columns.clone()));
    }
    families
});

/// A family.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// Its name.
    pub name: String,
    /// Its peculiarities.
    #[serde(default)]
    pub odd: Vec<Odd>,
    /// Words above the table; the first record contains one of them. The headings are somewhere below. Without such
    /// words the headings are the first record.
    #[serde(default)]
    title: Vec<String>,
    /// Headings, one of which comes first.
    #[serde(default)]
    first: Vec<String>,
    /// Groups of headings; one heading of each group is present.
    #[serde(default)]
    has: Vec<Vec<String>>,
    /// Headings that are absent.
    #[serde(default)]
    lacks: Vec<String>,
    /// The minimum number of columns.
    #[serde(default, rename = "columns")]
    width: usize,
    /// A family whose column meanings apply where this one does not define its own.
    like: Option<String>,
    #[serde(default, rename = "column")]
    columns: Vec<Columns>,
}

/// The headings of a field. A heading listed under two fields means the first field in its first column and the second
/// field in its next.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Columns {
    field: String,
    headings: Vec<String>,
}

/// A peculiarity of a family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Odd {
    /// Times are in UTC, not in the event's zone.
    Utc,
    /// A row without a time of request was never submitted.
    UnsentWithoutTime,
    /// A lone `-` means no answer.
    DashIsEmpty,
    /// A row is a ticket, which may not be assigned to anybody yet.
    Tickets,
    /// "Pending" refers to the payment: the order keeps its place.
    Sells,
    /// Cells that begin like a formula are prefixed with an apostrophe, and bars with a backslash.
    Defused,
}

/// A table recognised as one of a family.
#[derive(Debug, Clone)]
pub struct OfFamily {
    /// The family.
    pub family: &'static Family,
    /// The index of the record with the headings.
    pub header: usize,
    /// What each column means; `None` leaves it to the general rules.
    pub fields: Vec<Option<Field>>,
}

/// Returns the family of a table; `records` are its first records, with cells in lower case and spaces collapsed.
pub fn recognise(records: &[Vec<String>]) -> Option<OfFamily> {
    FAMILIES.iter().find_map(|family| {
        let header = family.header(records)?;
        let fields = family.fields(&records[header]);
        Some(OfFamily {
            family,
            header,
            fields,
        })
    })
}

impl Family {
    fn header(&self, records: &[Vec<String>]) -> Option<usize> {
        let titled = records.first()?.first()?;
        if self.title.is_empty() {
            return self.is_headed_by(&records[0]).then_some(0);
        }
        let is_titled = self.title.contains(titled);
        let mut below = records.iter().filter(|_| is_titled);
        below.position(|cells| self.is_headed_by(cells))
    }

    fn is_headed_by(&self, cells: &[String]) -> bool {
        let starts = || cells.first().is_some_and(|cell| self.first.contains(cell));
        let has = |group: &Vec<String>| group.iter().any(|heading| cells.contains(heading));
        cells.len() >= self.width
            && (self.first.is_empty() || starts())
            && self.has.iter().all(has)
            && !self.lacks.iter().any(|heading| cells.contains(heading))
    }

    fn fields(&self, cells: &[String]) -> Vec<Option<Field>> {
        let mut used = vec![false; self.columns.len()];
        let mut fields: Vec<Option<Field>> = Vec::with_capacity(cells.len());
        for cell in cells {
            let fits = |index: &usize| self.columns[*index].has(cell);
            let fresh = (0..used.len()).find(|index| !used[*index] && fits(index));
            if let Some(index) = fresh {
                used[index] = !self.columns[index].may_repeat();
                fields.push(Field::parse(&self.columns[index].field));
            } else {
                fields.push(None);
            }
        }
        // A column with the whole name repeats the columns with its parts.
        let has_parts = [Field::GivenName, Field::FamilyName]
            .iter()
            .all(|part| fields.contains(&Some(part.clone())));
        for field in fields
            .iter_mut()
            .filter(|it| has_parts && **it == Some(Field::Name))
        {
            *field = Some(Field::Ignore);
        }
        fields
    }
}

impl Columns {
    fn has(&self, cell: &str) -> bool {
        self.headings
            .iter()
            .any(|heading| match heading.strip_suffix('*') {
                Some(start) => cell.starts_with(start),
                None => cell == heading,
            })
    }

    fn may_repeat(&self) -> bool {
        Field::parse(&self.field).is_some_and(|field| field.may_repeat())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_description_can_be_read_and_says_nothing_twice() {
        assert_eq!(FAMILIES.len(), FILES.files().count());
        for file in FILES.files() {
            let family: Family = toml::from_str(file.contents_utf8().unwrap()).unwrap();
            let name = &family.name;
            assert_eq!(file.path().to_str(), Some(format!("{name}.toml").as_str()));
            let like = family.like.iter();
            assert!(
                like.clone()
                    .all(|like| FAMILIES.iter().any(|it| it.name == *like)),
                "{name}"
            );
            for columns in &family.columns {
                assert!(
                    Field::parse(&columns.field).is_some(),
                    "{name}: {}",
                    columns.field
                );
                let mut seen = HashSet::new();
                for heading in &columns.headings {
                    assert!(seen.insert(heading), "{name}: `{heading}` twice");
                    assert_eq!(*heading, heading.to_lowercase(), "{name}");
                }
            }
        }
    }

    fn cells(line: &str) -> Vec<String> {
        line.split(';').map(str::to_owned).collect()
    }

    #[test]
    fn a_heading_that_stands_twice_means_two_things_and_a_whole_name_beside_its_parts_nothing() {
        let line = "order code;product;attendee name;attendee name: given name;attendee name: family name;company;\
                    company;company;seat row;seat row";
        let found = recognise(&[cells(line)]).unwrap();
        assert_eq!(found.family.name, "pretix-positions");
        let expected = [
            Some(Field::Ignore),
            Some(Field::Product),
            Some(Field::Ignore),
            Some(Field::GivenName),
            Some(Field::FamilyName),
            Some(Field::Organisation),
            Some(Field::AccountOrganisation),
            None,
            Some(Field::Ignore),
            Some(Field::Ignore),
        ];
        assert_eq!(found.fields, expected);
    }

    #[test]
    fn a_title_above_the_headings_is_part_of_the_description() {
        let table = [
            "registration report",
            "topic;id",
            "first name;email;registration time",
        ];
        let records = table.map(cells);
        assert_eq!(recognise(&records).unwrap().header, 2);
        assert!(recognise(&records[1..]).is_none());
    }
}
