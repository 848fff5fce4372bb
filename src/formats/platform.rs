//! Meeting platforms, each described in its own file: its reports, the names of their columns, and the orders of their
//! columns.
//!
//! A description is data: a platform whose report is a plain table only needs a file in `platforms/`, with words for
//! its report in `locales/en/reports.ftl`, a fixture and its golden. `platforms/with_code/` has the words of the
//! platforms that are read by their own code. Headings and marks are compared by the one folding of the vocabulary,
//! without spaces.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

use include_dir::{Dir, File, include_dir};
use serde::Deserialize;

use super::Field;
use super::fold;
use super::word_lists::{Columns, Headings};
use crate::catalogue::messages::reports;
use crate::catalogue::{Message, Wording};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/formats/platforms");

/// The platforms that need no code, by file name.
static TABLES: LazyLock<Platforms> = LazyLock::new(|| read(FILES.files()));

/// The platforms that are read by their own code, by file name.
static WITH_CODE: LazyLock<Platforms> = LazyLock::new(|| read(with_code()));

static UNKNOWN: LazyLock<Platform> = LazyLock::new(Platform::default);

type Platforms = BTreeMap<&'static str, Platform>;

fn with_code() -> impl Iterator<Item = &'static File<'static>> {
    FILES.dirs().flat_map(Dir::files)
}

fn read(files: impl Iterator<Item = &'static File<'static>>) -> Platforms {
    // A test makes sure that each file can be read.
    let described = |file: &'static File<'_>| {
        let name = file.path().file_stem()?.to_str()?;
        Some((name, toml::from_str(file.contents_utf8()?).ok()?))
    };
    files.filter_map(described).collect()
}

/// A platform, with folded words.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Platform {
    /// The platform's name, as shown to the organiser.
    pub name: String,
    /// Whether one of its column orders proves the platform: then more columns may follow, and the general words in the
    /// headings do not matter.
    pub proof: bool,
    /// How many of the headings that no other platform has identify a table as its own.
    pub enough: usize,
    reports: BTreeSet<String>,
    orders: BTreeMap<String, Order>,
    own: Columns,
    columns: Columns,
    meeting: Columns,
    marks: HashMap<String, Headings>,
    brackets: HashMap<String, Folded>,
}

/// Folded words.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
struct Folded(Vec<String>);

impl From<Vec<String>> for Folded {
    fn from(words: Vec<String>) -> Self {
        Self(words.iter().map(|word| folded(word)).collect())
    }
}

/// An order of columns.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
struct Order(Vec<Field>);

impl From<Vec<String>> for Order {
    fn from(names: Vec<String>) -> Self {
        // A test makes sure that each name is a field.
        Self(names.iter().filter_map(|name| Field::parse(name)).collect())
    }
}

/// Returns the platforms whose reports are plain tables, which need no code.
pub fn tables() -> impl Iterator<Item = &'static Platform> {
    TABLES.values()
}

/// Returns the words of a platform that is read by its own code, by file name.
pub fn with_own_code(file: &str) -> &'static Platform {
    WITH_CODE.get(file).unwrap_or(&UNKNOWN)
}

/// Returns the description of a report for the organiser: its platform, and what a row of it means.
pub fn report_in_words(report: &str) -> Message {
    let words = Wording::named(&format!("reports.{report}"));
    words.unwrap_or(reports::UNNAMED).into()
}

/// Folds a heading or a mark as the vocabulary does, without spaces.
pub fn folded(text: &str) -> String {
    fold::words(text).concat()
}

impl Platform {
    /// Returns the family of its report, if it has only one.
    pub fn report(&self) -> &str {
        self.reports.first().map_or("", String::as_str)
    }

    /// Returns the meaning of a heading of the table.
    pub fn column(&self, heading: &str) -> Option<&Field> {
        let heading = folded(heading);
        self.own
            .get(&heading)
            .or_else(|| self.columns.get(&heading))
    }

    /// Returns what a heading or a label says about the meeting.
    pub fn about(&self, heading: &str) -> Option<&Field> {
        self.meeting.get(&folded(heading))
    }

    /// Whether no other platform has such a heading.
    pub fn owns(&self, heading: &str) -> bool {
        self.own.get(&folded(heading)).is_some()
    }

    /// Whether a text is one of the words of a mark.
    pub fn is_mark(&self, mark: &str, text: &str) -> bool {
        let words = self.marks.get(mark);
        words.is_some_and(|words| words.has(&folded(text)))
    }

    /// Returns the words that may be in brackets after a heading, folded.
    pub fn brackets(&self, meaning: &str) -> &[String] {
        self.brackets
            .get(meaning)
            .map_or(&[], |Folded(words)| words)
    }

    /// Returns one of the column orders.
    pub fn order(&self, name: &str) -> &[Field] {
        self.orders.get(name).map_or(&[], |Order(fields)| fields)
    }

    /// Returns every column order.
    pub fn orders(&self) -> impl Iterator<Item = &[Field]> {
        self.orders.values().map(|Order(fields)| fields.as_slice())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_description_can_be_read_and_says_nothing_twice() {
        assert_eq!(TABLES.len(), FILES.files().count());
        assert_eq!(WITH_CODE.len(), with_code().count());
        for file in FILES.files().chain(with_code()) {
            let path = file.path().display();
            let text = file.contents_utf8().unwrap();
            let platform: Platform = toml::from_str(text).unwrap();
            for report in &platform.reports {
                let words = report_in_words(report);
                assert!(!words.is(reports::UNNAMED), "{path}: {report}");
            }
            let written: toml::Table = toml::from_str(text).unwrap();
            let lists = |section: &str| -> Vec<(String, Vec<String>)> {
                let lists = written.get(section).cloned();
                let lists: toml::Table =
                    lists.map_or_else(Default::default, |it| it.try_into().unwrap());
                let list = |(name, words): (String, toml::Value)| (name, words.try_into().unwrap());
                lists.into_iter().map(list).collect()
            };
            for field in lists("orders").into_iter().flat_map(|(_, fields)| fields) {
                assert!(Field::parse(&field).is_some(), "{path}: {field}");
            }
            let columns = [lists("own"), lists("columns")].concat();
            for lists in [columns, lists("meeting")] {
                let mut seen = HashSet::new();
                for (field, words) in lists {
                    assert!(Field::parse(&field).is_some(), "{path}: {field}");
                    for word in words {
                        assert!(!folded(&word).is_empty(), "{path}: `{word}` has no letter");
                        assert!(seen.insert(folded(&word)), "{path}: `{word}` twice");
                        assert_eq!(word, word.to_lowercase(), "{path}");
                    }
                }
            }
        }
    }

    #[test]
    fn headings_are_compared_without_case_accents_and_punctuation() {
        let webex = &TABLES["webex"];
        for heading in ["\u{feff} Join Time ", "=\"Join\u{a0}Time\"", "JOIN-TIME"] {
            assert_eq!(webex.column(heading), Some(&Field::JoinedAt), "{heading}");
        }
        assert_eq!(webex.column(""), None);
        assert!(webex.owns("Data de inicio da reuniao"));
        assert!(!webex.owns("Name"));
    }

    #[test]
    fn every_report_is_said_in_words() {
        assert!(report_in_words("google-meet").is(reports::GOOGLE_MEET));
        assert!(report_in_words("?").is(reports::UNNAMED));
    }
}
