//! Which sessions a cell means.
//!
//! Forms write several answers in one cell in five ways (`A;B;`, `A, B`, `A; B`, `A | B`, one a line)
//! and escape none of them, while titles hold commas and semicolons themselves. So a cell is not
//! split and then looked up: at every separator the longest stretch that is a known session wins.
//!
//! A session is known by its slug, its title, the title without its prefix ("Session A: …", "Bar 1 – …"),
//! the prefix alone, and its letter or number alone; by its hours as well, for grids of times. A label
//! that fits two sessions of the event fits none.

use std::collections::HashMap;

use chrono_tz::Tz;

use crate::model::{Session, SessionId};

/// What separates answers in a cell.
const SEPARATORS: &[char] = &[';', ',', '|', '\n', '\r'];

/// Words that do so where people type their choices: `A und C`.
const JOINING_WORDS: &[&str] = &[" und ", " and ", " & ", " + ", " sowie "];

/// The sessions of an event by every name they may be chosen by.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// `None` where two sessions share a label.
    labels: HashMap<String, Option<SessionId>>,
    titles: Vec<(String, String)>,
}

/// A part of a cell that means no session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownChoice {
    /// As written.
    pub written: String,
    /// The title that comes nearest.
    pub nearest: Option<String>,
}

/// Folds a label: letters and digits in lower case, single blanks.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            folded.extend(letter.to_lowercase());
        } else if !folded.ends_with(' ') && !folded.is_empty() {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Returns the prefix and the rest of "Session A: Titel", "Bar 1 – Titel".
fn prefix(title: &str) -> Option<(&str, &str)> {
    let (at, sign) = title
        .char_indices()
        .find(|(_, letter)| matches!(letter, ':' | '–' | '—'))
        .or_else(|| title.find(" - ").map(|at| (at + 1, '-')))?;
    let (before, after) = (title[..at].trim(), title[at + sign.len_utf8()..].trim());
    (!before.is_empty() && !after.is_empty() && before.split_whitespace().count() <= 3)
        .then_some((before, after))
}

/// Returns the single letter or the number a label ends in: `breakout-a` is `a`, `Bar 12` is `12`.
fn mark(label: &str) -> Option<String> {
    let folded = fold(label);
    let last = folded.split(' ').next_back()?;
    let is_mark = last.chars().count() == 1 || last.chars().all(|digit| digit.is_ascii_digit());
    (is_mark && !last.is_empty()).then(|| last.to_owned())
}

impl Choices {
    /// Learns the sessions of an event; `zone` is the event's.
    pub fn new(sessions: &[Session], zone: Tz) -> Self {
        let mut choices = Self::default();
        // Strong names first: a slug or title is never lost to another session's letter or number.
        for session in sessions {
            choices.learn_all(
                session.id,
                [Some(session.slug.clone()), Some(session.title.clone())],
            );
            choices
                .titles
                .push((fold(&session.title), session.title.clone()));
        }
        let mut weak = Self::default();
        for session in sessions {
            let parts = prefix(&session.title);
            let hours = format!(
                "{} {}",
                session.start.with_timezone(&zone).format("%H:%M"),
                session.end.with_timezone(&zone).format("%H:%M")
            );
            weak.learn_all(
                session.id,
                [
                    parts.map(|(before, _)| before.to_owned()),
                    parts.map(|(_, after)| after.to_owned()),
                    parts.and_then(|(before, _)| mark(before)),
                    mark(&session.slug),
                    Some(hours),
                ],
            );
        }
        for (label, id) in weak.labels {
            choices.labels.entry(label).or_insert(id);
        }
        choices
    }

    fn learn_all<const COUNT: usize>(&mut self, id: SessionId, labels: [Option<String>; COUNT]) {
        for label in labels.into_iter().flatten() {
            self.learn(&label, id);
        }
    }

    fn learn(&mut self, label: &str, id: SessionId) {
        let folded = fold(label);
        if folded.is_empty() {
            return;
        }
        self.labels
            .entry(folded)
            .and_modify(|known| {
                if *known != Some(id) {
                    *known = None;
                }
            })
            .or_insert(Some(id));
    }

    /// Learns another name, over whatever it meant before: the organiser's word.
    pub fn teach(&mut self, label: &str, id: SessionId) {
        self.labels.insert(fold(label), Some(id));
    }

    /// Returns whether the event has no sessions at all.
    pub fn is_empty(&self) -> bool {
        self.titles.is_empty()
    }

    /// Returns the one session a whole text means.
    pub fn one(&self, text: &str) -> Option<SessionId> {
        let folded = fold(text);
        if let Some(known) = self.labels.get(&folded) {
            return *known;
        }
        // "Session A: Titel" where the programme says only "Titel", or "A" and another title.
        let (before, after) = prefix(text)?;
        let by_title = self.labels.get(&fold(after)).copied().flatten();
        let by_mark = self
            .labels
            .get(&fold(before))
            .copied()
            .flatten()
            .or_else(|| self.labels.get(&mark(before)?).copied().flatten());
        match (by_title, by_mark) {
            (Some(title), Some(mark)) if title != mark => None,
            (Some(title), _) => Some(title),
            // A letter with a title nobody knows is another session, not that letter's.
            (None, _) => None,
        }
    }

    /// Reads every session a cell means, in its order and each once.
    ///
    /// # Errors
    /// The first part that means none.
    pub fn several(&self, cell: &str) -> Result<Vec<SessionId>, UnknownChoice> {
        let mut found = Vec::new();
        let mut rest = cell.trim_matches(is_separator_or_blank);
        while !rest.is_empty() {
            let (id, after) = self.longest(rest).ok_or_else(|| {
                let end = rest.find(SEPARATORS).unwrap_or(rest.len());
                self.unknown(&rest[..end], rest)
            })?;
            if !found.contains(&id) {
                found.push(id);
            }
            let next = after.trim_start_matches(is_separator_or_blank);
            rest = JOINING_WORDS
                .iter()
                .find_map(|word| next.strip_prefix(word.trim_start()))
                .unwrap_or(next);
        }
        Ok(found)
    }

    /// Returns the longest beginning of `text`, up to a separator, that is a session.
    fn longest<'text>(&self, text: &'text str) -> Option<(SessionId, &'text str)> {
        let mut ends: Vec<usize> = text.match_indices(SEPARATORS).map(|(at, _)| at).collect();
        for word in JOINING_WORDS {
            ends.extend(text.match_indices(word).map(|(at, _)| at));
        }
        ends.push(text.len());
        ends.sort_unstable();
        ends.into_iter()
            .rev()
            .find_map(|end| Some((self.one(&text[..end])?, &text[end..])))
    }

    fn unknown(&self, part: &str, rest: &str) -> UnknownChoice {
        let near = |text: &str| {
            let folded = fold(text);
            self.titles
                .iter()
                .map(|(title, shown)| (strsim::jaro_winkler(&folded, title), shown))
                .max_by(|one, other| one.0.total_cmp(&other.0))
                .filter(|(score, _)| *score >= 0.7)
        };
        let nearest = [near(part), near(rest)]
            .into_iter()
            .flatten()
            .max_by(|one, other| one.0.total_cmp(&other.0))
            .map(|(_, title)| title.clone());
        UnknownChoice {
            written: part.trim().to_owned(),
            nearest,
        }
    }
}

fn is_separator_or_blank(letter: char) -> bool {
    SEPARATORS.contains(&letter) || letter.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EventId, SessionKind};

    fn session(id: i64, slug: &str, title: &str) -> Session {
        let start = "2020-10-08T09:00:00Z".parse().unwrap();
        Session {
            id: SessionId(id),
            event_id: EventId(1),
            slug: slug.to_owned(),
            title: title.to_owned(),
            kind: SessionKind::Breakout,
            start,
            end: start + chrono::TimeDelta::minutes(30),
            capacity: None,
            room: None,
            rule: None,
            drop_in: false,
            people: Vec::new(),
        }
    }

    fn sample() -> Choices {
        Choices::new(
            &[
                session(1, "breakout-a", "Session A: Kreislaufwirtschaft"),
                session(2, "breakout-b", "Session B: KI, Daten und Cluster"),
                session(3, "breakout-c", "Session C: Internationalisierung"),
                session(4, "bar-1", "Bar 1: Hafenkneipe"),
            ],
            chrono_tz::Europe::Berlin,
        )
    }

    #[test]
    fn all_five_encodings_mean_the_same() {
        let choices = sample();
        let both = vec![SessionId(2), SessionId(3)];
        for cell in [
            "Session B: KI, Daten und Cluster;Session C: Internationalisierung;",
            "Session B: KI, Daten und Cluster, Session C: Internationalisierung",
            "Session B: KI, Daten und Cluster; Session C: Internationalisierung",
            "Session B: KI, Daten und Cluster | Session C: Internationalisierung",
            "Session B: KI, Daten und Cluster\nSession C: Internationalisierung",
            "b, C",
            "B und C",
            "Session B: KI, Daten und Cluster and Session C: Internationalisierung",
            "breakout-b;breakout-c",
            "KI, Daten und Cluster; Internationalisierung",
            "Session B, Session C, session b",
        ] {
            assert_eq!(choices.several(cell), Ok(both.clone()), "{cell}");
        }
        assert_eq!(choices.several(" ; "), Ok(vec![]));
        assert_eq!(choices.several("1"), Ok(vec![SessionId(4)]));
    }

    #[test]
    fn what_means_none_is_named_with_the_nearest_title() {
        let error = sample()
            .several("Session A: Kreislaufwirtschaf")
            .unwrap_err();
        assert_eq!(error.written, "Session A: Kreislaufwirtschaf");
        assert_eq!(
            error.nearest.as_deref(),
            Some("Session A: Kreislaufwirtschaft")
        );
        // The letter is known, the title is not: another session than A.
        assert!(sample().several("Session A: Digitale Werkzeuge").is_err());
    }

    #[test]
    fn a_label_of_two_sessions_is_a_label_of_none() {
        let choices = Choices::new(
            &[
                session(1, "room-1", "Bar 1: Harbour"),
                session(2, "bar-1", "Hall 1: Plenary"),
            ],
            chrono_tz::Europe::Berlin,
        );
        assert_eq!(choices.one("1"), None);
        assert_eq!(choices.one("Bar 1"), Some(SessionId(2)));
        assert_eq!(choices.one("Hall 1"), Some(SessionId(2)));
    }
}
