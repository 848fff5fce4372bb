//! Word lists as the vocabulary writes them, folded once when they are loaded.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;

use super::{Field, fold};

/// Words in cells; an entry that ends in `*` is a stem and matches words that begin with it.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Words {
    whole: HashSet<String>,
    stems: Vec<String>,
}

impl From<Vec<String>> for Words {
    fn from(entries: Vec<String>) -> Self {
        let mut words = Self::default();
        for entry in entries {
            let folded = fold::words(&entry).join(" ");
            if entry.ends_with('*') {
                words.stems.push(folded);
            } else {
                words.whole.insert(folded);
            }
        }
        words
    }
}

impl Words {
    /// Whether a cell is one of the words.
    pub fn are(&self, cell: &str) -> bool {
        self.has(&fold::words(cell))
    }

    /// Whether a text is one of the words; a stem has to be the only word, apart from a number after it:
    /// `Warteplatz 2`.
    pub fn has(&self, words: &[String]) -> bool {
        let Some((first, others)) = words.split_first() else {
            return false;
        };
        let is_number = |word: &String| word.bytes().all(|it| it.is_ascii_digit());
        let is_alone = others.iter().all(is_number);
        let joined = words.join(" ");
        let begins = |stem: &String| {
            if stem.contains(' ') {
                joined.starts_with(stem.as_str())
            } else {
                is_alone && first.starts_with(stem.as_str())
            }
        };
        self.whole.contains(&joined) || self.stems.iter().any(begins)
    }

    /// Whether one of several words is in the list.
    pub fn has_any(&self, words: &[String]) -> bool {
        let text = format!(" {} ", words.join(" "));
        let is_inside = |word: &String| text.contains(&format!(" {word} "));
        let begins = |stem: &String| words.iter().any(|word| word.starts_with(stem));
        self.whole.iter().any(is_inside) || self.stems.iter().any(begins)
    }

    /// Returns the rest of a folded word after each list word that it begins with.
    pub fn behind<'word>(&self, word: &'word str) -> impl Iterator<Item = &'word str> {
        self.whole
            .iter()
            .filter_map(|known| word.strip_prefix(known.as_str()))
    }

    /// Whether a folded word is in the list.
    pub fn has_word(&self, word: &str) -> bool {
        self.whole.contains(word)
    }
}

/// Subjects of headings, in the order of the list.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Stems(Vec<String>);

impl From<Vec<String>> for Stems {
    fn from(entries: Vec<String>) -> Self {
        Self(entries.iter().map(|it| fold::words(it).join(" ")).collect())
    }
}

impl Stems {
    /// Whether one of the stems matches a heading: short ones as a whole word, others at the start of a word, long ones
    /// also inside, as in German "Mittagessenwunsch".
    pub fn are_about(&self, heading: &str) -> bool {
        const SHORT: usize = 4;
        const LONG: usize = 6;
        with_folded(heading, |words, text| {
            self.0.iter().any(|stem| match stem.len() {
                _ if stem.contains(' ') => text.contains(&format!(" {stem}")),
                ..=SHORT => words.iter().any(|word| word == stem),
                LONG.. => text.contains(stem.as_str()),
                _ => words.iter().any(|word| word.starts_with(stem.as_str())),
            })
        })
    }

    /// Whether a word of a text ends with one of these: `Nettozeit` with `zeit`.
    pub fn end_a_word(&self, text: &str) -> bool {
        with_folded(text, |words, _| {
            let ends = |stem: &String| words.iter().any(|word| word.ends_with(stem));
            self.0.iter().any(ends)
        })
    }

    /// Whether a word of a text begins with one of these; short ones have to be a whole word.
    pub fn begin_a_word(&self, text: &str) -> bool {
        const SHORT: usize = 4;
        let text = format!(" {} ", fold::words(text).join(" "));
        self.0.iter().any(|stem| {
            let whole = || text.contains(&format!(" {stem} "));
            let start = || stem.len() > SHORT && text.contains(&format!(" {stem}"));
            whole() || start()
        })
    }
}

thread_local! {
    /// The text folded last, with its words, and with these between spaces.
    static LAST: RefCell<(String, Vec<String>, String)> = RefCell::default();
}

/// Calls `read` with the words of a text, and with these between spaces. One heading is looked up in many lists after
/// each other, and most of the time would go into folding it anew.
fn with_folded<T>(text: &str, read: impl FnOnce(&[String], &str) -> T) -> T {
    LAST.with_borrow_mut(|(last, words, joined)| {
        if last != text {
            text.clone_into(last);
            *words = fold::words(text);
            *joined = format!(" {} ", words.join(" "));
        }
        read(words, joined)
    })
}

/// Whole headings, compared without spaces.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Headings(HashSet<String>);

impl From<Vec<String>> for Headings {
    fn from(entries: Vec<String>) -> Self {
        Self(entries.iter().map(|it| fold::words(it).concat()).collect())
    }
}

impl Headings {
    /// Whether a folded heading is one of them.
    pub fn has(&self, folded: &str) -> bool {
        self.0.contains(folded)
    }
}

/// Headings without spaces, with their field and their position in the list of words; the first is the plainest.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "BTreeMap<String, Vec<String>>")]
pub(super) struct Columns(pub(super) HashMap<String, (Field, usize)>);

impl From<BTreeMap<String, Vec<String>>> for Columns {
    fn from(lists: BTreeMap<String, Vec<String>>) -> Self {
        let mut columns = HashMap::new();
        for (name, words) in lists {
            // A test makes sure that each name is a field.
            let Some(field) = Field::parse(&name) else {
                continue;
            };
            for (place, word) in words.iter().enumerate() {
                let meaning = (field.clone(), place);
                columns.entry(fold::words(word).concat()).or_insert(meaning);
            }
        }
        Self(columns)
    }
}

impl Columns {
    /// Returns the field of a folded heading.
    pub(super) fn get(&self, folded: &str) -> Option<&Field> {
        self.0.get(folded).map(|(field, _)| field)
    }
}

/// The person a column is about, best first: if two columns hold the same field for different people, the first one
/// wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// The heading names them: "Teilnehmer", "Attendee".
    Participant,
    /// The heading does not say.
    Unsaid,
    /// A ticket, which may mean its holder or the ticket itself.
    Ticket,
    /// A contact person of the organisation.
    Contact,
    /// The person who ordered or paid.
    Buyer,
}

/// Owner words, the longest first: `teilnehmende person` before `person`.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "BTreeMap<Owner, Vec<String>>")]
pub(super) struct Owners(pub(super) Vec<(Vec<String>, Owner)>);

impl From<BTreeMap<Owner, Vec<String>>> for Owners {
    fn from(lists: BTreeMap<Owner, Vec<String>>) -> Self {
        let mut owners: Vec<(Vec<String>, Owner)> = lists
            .into_iter()
            .flat_map(|(owner, words)| words.into_iter().map(move |it| (fold::words(&it), owner)))
            .collect();
        owners.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        Self(owners)
    }
}
