//! Resolves the names of columns.

use super::{SelectionError, folded};
use crate::catalogue::messages::selection as words;
use crate::output::keyed::columns;
use crate::output::{Column, Heading, Language};

/// The columns and their names.
pub(super) struct Names<'a> {
    columns: &'a [Column],
    /// How many of them are the table's own.
    own: usize,
    language: Language,
}

impl<'a> Names<'a> {
    pub(super) fn new(columns: &'a [Column], own: usize, language: Language) -> Self {
        Self {
            columns,
            own,
            language,
        }
    }

    /// Returns the index of a column.
    pub(super) fn find(&self, name: &str) -> Result<usize, SelectionError> {
        let name = unquoted(name.trim());
        if let Some(question) = Self::question(name) {
            let mut found = self.called(question);
            found.retain(|it| self.is_answer(*it));
            if !found.is_empty() {
                return self.only(name, &found);
            }
        }
        let has_key = |it: &usize| *self.columns[*it].key == *name;
        let mut places = 0..self.columns.len();
        if let Some(place) = places.find(|it| has_key(it) && !self.is_answer(*it)) {
            return Ok(place);
        }
        let found = self.called(name);
        if found.iter().all(|it| self.is_answer(*it))
            && let Some(place) = self.alias(name)
        {
            return Ok(place);
        }
        if found.is_empty() {
            return Err(self.unknown(name));
        }
        self.only(name, &found)
    }

    /// Returns the one matching column; if several have the same name, the table's own takes precedence over those
    /// about its people.
    fn only(&self, name: &str, found: &[usize]) -> Result<usize, SelectionError> {
        let fixed = |it: &&usize| !self.is_answer(**it);
        let own: Vec<usize> = found.iter().filter(fixed).copied().collect();
        match (found, own.as_slice()) {
            ([one], _) => Ok(*one),
            (_, [one, ..]) if *one < self.own && own[1..].iter().all(|it| *it >= self.own) => {
                if found.len() == own.len() {
                    return Ok(*one);
                }
                Err(self.several(name, found))
            }
            _ => Err(self.several(name, found)),
        }
    }

    fn several(&self, name: &str, found: &[usize]) -> SelectionError {
        let write = |it: &usize| {
            let key = &self.columns[*it].key;
            if self.is_answer(*it) {
                format!("{}:{key}", words::ANSWER.in_language(self.language))
            } else {
                key.to_string()
            }
        };
        SelectionError::SeveralColumns {
            name: name.to_owned(),
            names: found.iter().map(write).collect(),
        }
    }

    fn unknown(&self, name: &str) -> SelectionError {
        let columns = self.columns.iter().enumerate();
        let names = columns.map(|(place, column)| {
            let heading = column.heading.in_language(self.language);
            if self.find(heading) == Ok(place) {
                heading.to_owned()
            } else {
                column.key.to_string()
            }
        });
        let names = names.collect();
        SelectionError::NoColumn {
            name: name.to_owned(),
            names,
        }
    }

    /// The status of a sign-up is called `signed_up` in tables that also show its outcome.
    fn alias(&self, name: &str) -> Option<usize> {
        let is_status = Language::ALL
            .into_iter()
            .map(|it| columns::STATUS.in_language(it))
            .chain([columns::STATUS.key()])
            .any(|it| folded(it) == folded(name));
        let mut places = 0..self.columns.len();
        places.find(|it| {
            let column = &self.columns[*it];
            is_status && column.key == columns::SIGN_UP.key() && !column.is_number()
        })
    }

    /// Returns the indices of columns in a comma-separated list. A heading may contain commas itself, so the longest
    /// match is used.
    pub(super) fn list(&self, texts: &[String]) -> Result<Vec<usize>, SelectionError> {
        let mut places = Vec::new();
        for text in texts {
            let pieces: Vec<&str> = text.split(',').collect();
            let mut at = 0;
            while at < pieces.len() {
                if pieces[at].trim().is_empty() {
                    at += 1;
                    continue;
                }
                let (place, end) = self.longest(&pieces, at)?;
                if places.contains(&place) {
                    let name = pieces[at..end].join(",").trim().to_owned();
                    return Err(SelectionError::Twice { name });
                }
                places.push(place);
                at = end;
            }
        }
        if places.is_empty() {
            return Err(SelectionError::NoColumns);
        }
        Ok(places)
    }

    fn longest(&self, pieces: &[&str], at: usize) -> Result<(usize, usize), SelectionError> {
        for end in (at + 1..=pieces.len()).rev() {
            match self.find(&pieces[at..end].join(",")) {
                Err(SelectionError::NoColumn { .. }) => {}
                found => return Ok((found?, end)),
            }
        }
        Err(self.unknown(pieces[at].trim()))
    }

    /// Returns the heading that people read.
    pub(super) fn heading(&self, place: usize) -> String {
        self.columns[place]
            .heading
            .in_language(self.language)
            .to_owned()
    }

    fn is_answer(&self, place: usize) -> bool {
        matches!(self.columns[place].heading, Heading::Question(_))
    }

    /// Returns the indices of the columns with this name in the reader's language, else in any: `Part` means a share in
    /// French.
    fn called(&self, name: &str) -> Vec<usize> {
        let name = folded(name);
        let called = |languages: &[Language]| -> Vec<usize> {
            let is_called = |column: &Column| {
                let mut headings = languages.iter().map(|it| column.heading.in_language(*it));
                folded(&column.key) == name || headings.any(|it| folded(it) == name)
            };
            let places = 0..self.columns.len();
            places.filter(|it| is_called(&self.columns[*it])).collect()
        };
        let own = called(&[self.language]);
        if own.is_empty() {
            called(&Language::ALL)
        } else {
            own
        }
    }

    /// Returns what follows `answer:`, in any language.
    fn question(name: &str) -> Option<&str> {
        let (before, question) = name.split_once(':')?;
        let mut languages = Language::ALL.into_iter();
        languages
            .any(|it| folded(words::ANSWER.in_language(it)) == folded(before))
            .then(|| question.trim())
    }
}

/// Returns a name without the quotation marks that protect its commas.
fn unquoted(name: &str) -> &str {
    let inside = name.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
    inside.unwrap_or(name)
}
