//! Finds the sessions that a cell means.
//!
//! Forms write several answers in one cell in five ways (`A;B;`, `A, B`, `A; B`, `A | B`, one per line) and escape none
//! of them, while titles contain commas and semicolons themselves. So a cell is not split before the lookup: at every
//! separator the longest stretch that is a known session wins.
//!
//! A session is known by its slug, its title, the title without its prefix ("Session A: …", "Bar 1 – …"), only the
//! prefix, only its letter or number, and, for grids of times, its hours. A label that fits two sessions of the event
//! fits none. A remark in brackets after it, `Session A (max. 20)`, does not matter unless it cancels the choice.
//!
//! Accents and umlauts are first compared as written, then without: people type `Offentlichkeit` and `Oeffentlichkeit`
//! for `Öffentlichkeit`.

mod label;
mod unknown;

use std::collections::{HashMap, HashSet};

use chrono_tz::Tz;

use label::{SEPARATORS, bare, chooses_nothing, floor, mark, prefix, remark};
pub(super) use label::{rank, without_remarks};
use unknown::Title;
pub(super) use unknown::UnknownChoice;

use super::Field;
use crate::formats::fold;
use crate::formats::lexicon::LEXICON;
use crate::model::{Session, SessionId};

/// The maximum length of a session's name, in bytes.
const LONG: usize = 2000;

/// How far into a text the end of its prefix is searched for, in bytes.
const PREFIX: usize = 120;

/// The sessions of an event, by every name that may be used to choose them.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// Sessions by label; `None` if two sessions share the label.
    labels: HashMap<String, Option<SessionId>>,
    /// The same without accents and umlauts.
    bare: HashMap<String, Option<SessionId>>,
    /// Only slugs and titles, with and without accents.
    strong: HashMap<String, Option<SessionId>>,
    /// Words that choose nothing, as given by the organiser.
    nothing: HashSet<String>,
    titles: Vec<Title>,
    /// The length of the longest label in bytes: nothing longer needs to be folded.
    longest: usize,
}

/// Returns the labels without accents; a label shared by two sessions then means none.
fn without_accents(
    labels: &HashMap<String, Option<SessionId>>,
) -> HashMap<String, Option<SessionId>> {
    let mut bared: HashMap<String, Option<SessionId>> = HashMap::new();
    for (label, id) in labels {
        bared
            .entry(bare(label))
            .and_modify(|known| {
                if known != id {
                    *known = None;
                }
            })
            .or_insert(*id);
    }
    bared
}

impl Choices {
    /// Adds the sessions of an event; `zone` is the event's.
    pub fn new(sessions: &[Session], zone: Tz) -> Self {
        let mut choices = Self::default();
        // Strong names first: a slug or title never loses to another session's letter or number.
        for session in sessions {
            choices.learn_all(
                session.id,
                [Some(session.slug.clone()), Some(session.title.clone())],
            );
            choices.titles.push(Title::of(session));
        }
        choices.strong.clone_from(&choices.labels);
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
        choices.bare = without_accents(&choices.labels);
        choices.strong.extend(without_accents(&choices.strong));
        for (label, id) in without_accents(&weak.labels) {
            choices.bare.entry(label).or_insert(id);
        }
        for (label, id) in weak.labels {
            choices.labels.entry(label).or_insert(id);
        }
        choices.longest = choices.labels.keys().map(String::len).max().unwrap_or(0);
        choices
    }

    /// Returns these names with the `--map` answers about words in cells: `'PR Runde=session:breakout-a'`,
    /// `'egal=ignore'`; later answers win.
    pub(super) fn told(&self, told: &[(String, Field)], sessions: &[Session]) -> Self {
        let mut choices = self.clone();
        for (word, field) in told {
            match field {
                Field::SessionOption(slug) => {
                    if let Some(session) = sessions.iter().find(|known| known.slug == *slug) {
                        choices.teach(word, session.id);
                    }
                }
                Field::Ignore => {
                    let folded = fold::label(word);
                    choices.labels.remove(&folded);
                    choices.bare.remove(&bare(&folded));
                    choices.nothing.insert(folded);
                }
                _ => {}
            }
        }
        choices
    }

    fn learn_all<const COUNT: usize>(&mut self, id: SessionId, labels: [Option<String>; COUNT]) {
        for label in labels.into_iter().flatten() {
            self.learn(&label, id);
        }
    }

    fn learn(&mut self, label: &str, id: SessionId) {
        let folded = fold::label(label);
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

    /// Adds another name from the organiser, which replaces any earlier meaning.
    pub fn teach(&mut self, label: &str, id: SessionId) {
        let folded = fold::label(label);
        self.longest = self.longest.max(folded.len());
        self.nothing.remove(&folded);
        self.bare.insert(bare(&folded), Some(id));
        self.labels.insert(folded, Some(id));
    }

    #[expect(
        clippy::option_option,
        reason = "no label at all, or one that is nobody's"
    )]
    /// Returns the meaning of a folded text; the inner `None` if two sessions share it.
    fn known(&self, folded: &str) -> Option<Option<SessionId>> {
        if folded.is_empty() || folded.len() > self.reach() {
            return None;
        }
        self.labels
            .get(folded)
            .or_else(|| self.bare.get(&bare(folded)))
            .copied()
    }

    /// Returns how long a folded text may be and still be a label: expanded umlauts make it longer.
    fn reach(&self) -> usize {
        self.longest + self.longest / 2 + 8
    }

    /// Returns the session with this slug or whole title.
    pub(super) fn titled(&self, text: &str) -> Option<SessionId> {
        let folded = fold::label(text);
        self.strong
            .get(&folded)
            .or_else(|| self.strong.get(&bare(&folded)))
            .copied()
            .flatten()
    }

    /// Whether one of the answers in a cell is exactly this word.
    pub(super) fn says(cell: &str, word: &str) -> bool {
        let word = fold::label(word);
        cell.len() < LONG && cell.split(SEPARATORS).any(|part| fold::label(part) == word)
    }

    /// Returns whether the event has no sessions at all.
    pub fn is_empty(&self) -> bool {
        self.titles.is_empty()
    }

    /// Returns the only session that a whole text means.
    pub fn one(&self, text: &str) -> Option<SessionId> {
        if text.len() > LONG {
            return None;
        }
        if let Some(known) = self.known(&fold::label(text)) {
            return known;
        }
        let text = without_remarks(text);
        if let Some(known) = self.known(&fold::label(text)) {
            return known;
        }
        // "Session A: Titel" if the programme only has "Titel", or "A" and another title.
        let (before, after) = prefix(text)?;
        self.prefixed(before, self.known(&fold::label(after)).flatten()?)
    }

    /// Returns the session of a title after a prefix, unless the prefix belongs to another session. A letter with an
    /// unknown title is a different session from the one with that letter.
    fn prefixed(&self, before: &str, title: SessionId) -> Option<SessionId> {
        let by_mark = self
            .known(&fold::label(before))
            .flatten()
            .or_else(|| self.known(&mark(before)?).flatten());
        by_mark.is_none_or(|mark| mark == title).then_some(title)
    }

    /// Returns every session a cell means, in order and without duplicates; none for words that choose nothing.
    ///
    /// # Errors
    /// The first part that is not a session.
    pub fn several(&self, cell: &str) -> Result<Vec<SessionId>, UnknownChoice> {
        let is_further = |part: &str| rank(part).is_some_and(|rank| rank > 1);
        if cell.len() < LONG
            && cell
                .split(SEPARATORS)
                .any(|part| is_further(part) && self.known(&fold::label(part)).is_none())
        {
            return Err(UnknownChoice::ranked(cell));
        }
        self.read(cell).map_err(|rest| {
            let end = rest.find(SEPARATORS).unwrap_or(rest.len());
            UnknownChoice::of(&rest[..end], rest, &self.titles)
        })
    }

    /// Reads a cell; the error is the rest of it that is not a session.
    pub(super) fn read<'cell>(&self, cell: &'cell str) -> Result<Vec<SessionId>, &'cell str> {
        let mut found = Vec::new();
        let mut rest = cell.trim_matches(is_separator_or_blank);
        while !rest.is_empty() {
            let after = match self.longest(rest) {
                Some((id, after)) => {
                    if !found.contains(&id) {
                        found.push(id);
                    }
                    after
                }
                None => {
                    let end = rest.find(SEPARATORS).unwrap_or(rest.len());
                    let part = fold::label(&rest[..end.min(floor(rest, LONG))]);
                    let is_nothing = self.nothing.contains(&part)
                        || (found.is_empty() && end == rest.len() && chooses_nothing(&part));
                    if !is_nothing {
                        return Err(rest);
                    }
                    &rest[end..]
                }
            };
            let next = after.trim_start_matches(is_separator_or_blank);
            rest = LEXICON
                .sessions
                .joining
                .iter()
                .find_map(|word| next.strip_prefix(word.trim_start()))
                .unwrap_or(next);
        }
        Ok(found)
    }

    /// Returns the longest beginning of `text`, up to a separator, that is a session.
    ///
    /// It scans once for the text itself and once for the text after a prefix, each no further than the longest label:
    /// a cell of many thousand commas costs no more than its length.
    fn longest<'text>(&self, text: &'text str) -> Option<(SessionId, &'text str)> {
        let plain = self.walk(text);
        let best = plain
            .iter()
            .rev()
            .find_map(|(end, id)| Some((*end, (*id)?)));
        // A prefix has at most three words.
        let head = &text[..floor(text, PREFIX)];
        let sign = head
            .char_indices()
            .find(|(_, letter)| matches!(letter, ':' | '–' | '—'))
            .map(|(at, sign)| (at, at + sign.len_utf8()));
        let dash = head.find(" - ").map(|at| (at, at + " - ".len()));
        let mut after_prefix = None;
        for (limit, at) in [
            (text.len(), sign),
            (sign.map_or(text.len(), |(at, _)| at), dash),
        ] {
            let Some((at, start)) = at.filter(|(_, start)| *start <= limit) else {
                continue;
            };
            let before = text[..at].trim();
            if before.is_empty() || before.split_whitespace().count() > 3 {
                continue;
            }
            let found = self
                .walk(&text[start..limit])
                .into_iter()
                .rev()
                .filter(|(end, _)| start + end < limit || limit == text.len())
                .filter(|(end, _)| !plain.iter().any(|(known, _)| *known == start + end))
                .find_map(|(end, id)| Some((start + end, self.prefixed(before, id?)?)));
            after_prefix = after_prefix.max(found);
        }
        let (end, id) = match (best, after_prefix) {
            (Some(one), Some(other)) if other.0 > one.0 => other,
            (Some(one), _) => one,
            (None, other) => other?,
        };
        Some((id, &text[end..]))
    }

    /// Returns where beginnings of `text` that are labels end, and their meanings.
    fn walk(&self, text: &str) -> Vec<(usize, Option<SessionId>)> {
        let mut ends: Vec<(usize, Option<SessionId>)> = Vec::new();
        let mut remarked: Vec<(usize, Option<SessionId>)> = Vec::new();
        let mut folded = String::new();
        let (mut looked_at, mut remarked_at) = (0, 0);
        for (at, letter) in text.char_indices() {
            let is_end = SEPARATORS.contains(&letter)
                || (letter == ' '
                    && LEXICON
                        .sessions
                        .joining
                        .iter()
                        .any(|word| text[at..].starts_with(word)));
            if is_end && folded.trim_end().len() > looked_at {
                looked_at = folded.trim_end().len();
                ends.extend(self.known(folded.trim_end()).map(|known| (at, known)));
            }
            if letter == '(' && folded.trim_end().len() > remarked_at {
                remarked_at = folded.trim_end().len();
                let end = remark(&text[at..]).map(|length| at + length);
                remarked.extend(end.zip(self.known(folded.trim_end())));
            }
            fold::add_to_label(letter, &mut folded);
            if folded.len() > self.reach() {
                break;
            }
        }
        if folded.len() <= self.reach() {
            ends.extend(
                self.known(folded.trim_end())
                    .map(|known| (text.len(), known)),
            );
        }
        // A label that is known with its brackets has no remark.
        remarked.retain(|(end, _)| !ends.iter().any(|(known, _)| known == end));
        ends.extend(remarked);
        ends.sort_by_key(|(end, _)| *end);
        ends
    }
}

fn is_separator_or_blank(letter: char) -> bool {
    SEPARATORS.contains(&letter) || letter.is_whitespace()
}

#[cfg(test)]
pub(super) mod tests;
