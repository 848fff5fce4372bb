//! What finds people without an engine: exact names, and the best likeness.

use std::collections::HashMap;

use rollcall::identity::{Match, Reason};
use rollcall::model::PersonId;

use crate::names::people::Person;

/// The least likeness that a spreadsheet's fuzzy look-up takes for the same.
const LIKENESS: f64 = 0.80;

/// The people who can be meant, prepared for both ways.
pub(crate) struct Baselines {
    by_name: HashMap<String, Vec<i64>>,
    sorted: Vec<(i64, String)>,
}

impl Baselines {
    /// Gets people ready.
    pub(crate) fn new<'a>(people: impl Iterator<Item = &'a Person>) -> Self {
        let mut it = Self {
            by_name: HashMap::new(),
            sorted: Vec::new(),
        };
        for person in people {
            let name = format!("{} {}", person.given, person.family);
            it.sorted.push((person.id, sorted(&name)));
            let bearers = it.by_name.entry(name.to_lowercase()).or_default();
            bearers.push(person.id);
        }
        it
    }

    /// What the name in lower case finds, where one person alone has it.
    pub(crate) fn exact(&self, written: &str) -> Match {
        let name = written.trim().to_lowercase();
        match self.by_name.get(&name).map(Vec::as_slice) {
            Some([id]) => certain(*id),
            _ => Match::Unknown,
        }
    }

    /// What the best likeness of sorted words finds, whoever is next.
    pub(crate) fn alike(&self, written: &str) -> Match {
        let sought = sorted(written);
        let mut best = (LIKENESS, None);
        for (id, name) in &self.sorted {
            let likeness = strsim::jaro_winkler(&sought, name);
            if likeness > best.0 || (best.1.is_none() && likeness >= LIKENESS) {
                best = (likeness, Some(*id));
            }
        }
        best.1.map_or(Match::Unknown, certain)
    }
}

fn sorted(text: &str) -> String {
    let small = text.to_lowercase();
    let mut words: Vec<&str> = small
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.sort_unstable();
    words.join(" ")
}

fn certain(id: i64) -> Match {
    Match::Certain {
        id: PersonId(id),
        reason: Reason::SameName,
    }
}
