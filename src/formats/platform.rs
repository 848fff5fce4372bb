//! Meeting platforms, each described in its own file: its reports, the names of their columns, and the orders of their
//! columns.
//!
//! A description is data: a platform whose report is a plain table only needs a file in `platforms/`, with words for
//! its report in `locales/en/reports.ftl`, a fixture and its golden. `platforms/with_code/` has the words of the
//! platforms that are read by their own code. Headings and marks are compared by the one folding of the vocabulary,
//! without spaces.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use include_dir::{Dir, File, include_dir};
use serde::Deserialize;

use super::Field;
use super::fold;
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
        let description: Description = toml::from_str(file.contents_utf8()?).ok()?;
        Some((name, Platform::of(description)))
    };
    files.filter_map(described).collect()
}

/// Words by the name of their meaning.
type Words = BTreeMap<String, Vec<String>>;

/// The file as written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Description {
    name: String,
    #[serde(default)]
    proof: bool,
    #[serde(default)]
    enough: usize,
    #[serde(default)]
    reports: BTreeSet<String>,
    #[serde(default)]
    orders: Words,
    #[serde(default)]
    own: Words,
    #[serde(default)]
    columns: Words,
    #[serde(default)]
    meeting: Words,
    #[serde(default)]
    marks: Words,
    #[serde(default)]
    brackets: Words,
}

/// A platform, with folded words.
#[derive(Debug, Default)]
pub struct Platform {
    /// The platform's name, as shown to the organiser.
    pub name: String,
    /// The family of its report, if it has only one.
    pub report: String,
    /// Whether one of its column orders proves the platform: then more columns may follow, and the general words in the
    /// headings do not matter.
    pub proof: bool,
    /// How many of the headings that no other platform has identify a table as its own.
    pub enough: usize,
    orders: BTreeMap<String, Vec<Field>>,
    own: HashSet<String>,
    columns: HashMap<String, Field>,
    meeting: HashMap<String, Field>,
    marks: HashMap<String, HashSet<String>>,
    brackets: Words,
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
    fn of(description: Description) -> Self {
        let columns = description.own.iter().chain(&description.columns);
        let own = description.own.values().flatten();
        let orders = description.orders.into_iter().map(|(name, columns)| {
            let fields = columns.iter().filter_map(|field| Field::parse(field));
            (name, fields.collect())
        });
        let marks = description.marks.into_iter();
        let marks = marks.map(|(mark, words)| (mark, words.iter().map(|it| folded(it)).collect()));
        let brackets = description.brackets.into_iter().map(|(meaning, words)| {
            let folded = words.iter().map(|word| folded(word));
            (meaning, folded.collect())
        });
        Self {
            name: description.name,
            report: description.reports.first().cloned().unwrap_or_default(),
            proof: description.proof,
            enough: description.enough,
            orders: orders.collect(),
            own: own.map(|heading| folded(heading)).collect(),
            columns: fields(columns),
            meeting: fields(description.meeting.iter()),
            marks: marks.collect(),
            brackets: brackets.collect(),
        }
    }

    /// Returns the meaning of a heading of the table.
    pub fn column(&self, heading: &str) -> Option<&Field> {
        self.columns.get(&folded(heading))
    }

    /// Returns what a heading or a label says about the meeting.
    pub fn about(&self, heading: &str) -> Option<&Field> {
        self.meeting.get(&folded(heading))
    }

    /// Whether no other platform has such a heading.
    pub fn owns(&self, heading: &str) -> bool {
        self.own.contains(&folded(heading))
    }

    /// Whether a text is one of the words of a mark.
    pub fn is_mark(&self, mark: &str, text: &str) -> bool {
        self.marks
            .get(mark)
            .is_some_and(|words| words.contains(&folded(text)))
    }

    /// Returns the words that may be in brackets after a heading, folded.
    pub fn brackets(&self, meaning: &str) -> &[String] {
        self.brackets.get(meaning).map_or(&[], Vec::as_slice)
    }

    /// Returns one of the column orders.
    pub fn order(&self, name: &str) -> &[Field] {
        self.orders.get(name).map_or(&[], Vec::as_slice)
    }

    /// Returns every column order.
    pub fn orders(&self) -> impl Iterator<Item = &[Field]> {
        self.orders.values().map(Vec::as_slice)
    }
}

fn fields<'a>(
    words: impl Iterator<Item = (&'a String, &'a Vec<String>)>,
) -> HashMap<String, Field> {
    let parsed = words.filter_map(|(field, headings)| Some((Field::parse(field)?, headings)));
    parsed
        .flat_map(|(field, headings)| {
            let keys = headings.iter().map(|heading| folded(heading));
            keys.map(move |key| (key, field.clone()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_description_can_be_read_and_says_nothing_twice() {
        assert_eq!(TABLES.len(), FILES.files().count());
        assert_eq!(WITH_CODE.len(), with_code().count());
        for file in FILES.files().chain(with_code()) {
            let path = file.path().display();
            let description: Description = toml::from_str(file.contents_utf8().unwrap()).unwrap();
            for report in &description.reports {
                let words = report_in_words(report);
                assert!(!words.is(reports::UNNAMED), "{path}: {report}");
            }
            let columns = description.own.iter().chain(&description.columns);
            let fields = columns.clone().map(|(field, _)| field);
            for field in fields
                .chain(description.meeting.keys())
                .chain(description.orders.values().flatten())
            {
                assert!(Field::parse(field).is_some(), "{path}: {field}");
            }
            let meeting = description.meeting.iter();
            for words in [columns.collect::<Vec<_>>(), meeting.collect()] {
                let mut seen = HashSet::new();
                for word in words.into_iter().flat_map(|(_, words)| words) {
                    assert!(!folded(word).is_empty(), "{path}: `{word}` has no letter");
                    assert!(seen.insert(folded(word)), "{path}: `{word}` twice");
                    assert_eq!(*word, word.to_lowercase(), "{path}");
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
