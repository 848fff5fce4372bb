//! Parts of cells that are not a session, with the session that may be meant.

use super::super::values::words;
use super::label::{floor, mark, prefix};
use crate::catalogue::Message;
use crate::formats::fold;
use crate::message;
use crate::model::Session;

/// The names of a session, to find the nearest one.
#[derive(Debug, Clone)]
pub(super) struct Title {
    folded: String,
    shown: String,
    slug: String,
    /// The text before its mark: `session`.
    head: Option<String>,
    /// Its letter or number.
    mark: Option<String>,
}

impl Title {
    pub(super) fn of(session: &Session) -> Self {
        let before = prefix(&session.title).map_or(session.title.as_str(), |(before, _)| before);
        let own = mark(before);
        let folded = fold::label(before);
        let head = own
            .as_ref()
            .and_then(|mark| folded.strip_suffix(mark.as_str()))
            .map(|head| head.trim_end().to_owned());
        Self {
            folded: fold::label(&session.title),
            shown: session.title.clone(),
            slug: session.slug.clone(),
            head: head.filter(|head| !head.is_empty()),
            mark: own.or_else(|| mark(&session.slug)),
        }
    }
}

/// A part of a cell that is not a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownChoice {
    /// As written.
    pub written: String,
    /// The nearest title.
    pub nearest: Option<String>,
    /// The short name of that session.
    pub slug: Option<String>,
    /// Whether the cell contains a first choice and further ones, and everything in it is known.
    pub is_ranked: bool,
}

impl UnknownChoice {
    /// Says what is wrong with it.
    pub fn reason(&self) -> Message {
        let cell = &self.written;
        if self.is_ranked {
            return message!(rows::second_choice { cell });
        }
        match &self.nearest {
            Some(nearest) => message!(rows::unknown_session_nearest { cell, nearest }),
            None => message!(rows::unknown_session { cell }),
        }
    }

    pub(super) fn ranked(cell: &str) -> Self {
        Self {
            written: words::quotable(cell.trim()),
            nearest: None,
            slug: None,
            is_ranked: true,
        }
    }

    /// Finds the nearest title for a part, or for the rest of its cell, since titles contain commas.
    pub(super) fn of(part: &str, rest: &str, titles: &[Title]) -> Self {
        let marked = by_mark(part, titles);
        let near = |text: &str| {
            let folded = fold::label(&text[..floor(text, 300)]);
            titles
                .iter()
                .filter(|title| {
                    // A different letter is a different session, even if the rest is similar.
                    title.mark.is_none() || marked.as_ref().is_none_or(|mark| mark.allows(title))
                })
                .map(|title| (strsim::jaro_winkler(&folded, &title.folded), title))
                .max_by(|one, other| one.0.total_cmp(&other.0))
                .filter(|(score, _)| *score >= 0.7)
        };
        let nearest = [near(part), near(rest)]
            .into_iter()
            .flatten()
            .max_by(|one, other| one.0.total_cmp(&other.0))
            .map(|(_, title)| title)
            .or_else(|| {
                let mut same = titles
                    .iter()
                    .filter(|title| marked.as_ref().is_some_and(|mark| mark.allows(title)));
                same.next().filter(|_| same.next().is_none())
            });
        Self {
            written: words::quotable(part.trim()),
            nearest: nearest.map(|title| title.shown.clone()),
            slug: nearest.map(|title| title.slug.clone()),
            is_ranked: false,
        }
    }
}

/// The letter or number of an unknown part, and the text before it.
struct Marked {
    mark: String,
    /// Set if a session has the same text before its mark.
    head: Option<String>,
}

impl Marked {
    fn allows(&self, title: &Title) -> bool {
        title.mark.as_ref() == Some(&self.mark)
            && self
                .head
                .as_ref()
                .is_none_or(|head| title.head.as_ref() == Some(head))
    }
}

/// Finds the mark among the first words of a part: `Session D: Neues`, `Workshop A`.
fn by_mark(part: &str, titles: &[Title]) -> Option<Marked> {
    let folded = fold::label(&part[..floor(part, 300)]);
    let words: Vec<&str> = folded.split(' ').collect();
    let (at, found) = (0..words.len().min(3)).find_map(|at| Some((at, mark(words[at])?)))?;
    let head = words[..at].join(" ");
    let is_known = titles
        .iter()
        .any(|title| title.head.as_deref() == Some(head.as_str()));
    // "Arbeit 4 Zukunft" has a number but no mark.
    (is_known || at < 2).then(|| Marked {
        mark: found,
        head: is_known.then_some(head),
    })
}
