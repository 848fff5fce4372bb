//! What became of one roster's lines: a row of the table.

use std::collections::HashSet;

use rollcall::identity::Match;

use super::judge::{Outcome, judge};
use super::lines::{Line, Truth};
use super::signups::Signup;

/// What a line of a log or a row of a form says, and whom it really means.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    /// The name, with all that stands round it.
    pub(crate) written: String,
    pub(crate) address: Option<String>,
    pub(crate) truth: Truth,
}

impl Told {
    /// What it would be asked as: equal names with equal addresses are one question.
    pub(crate) fn question(&self) -> (&str, String) {
        let address = self.address.as_deref().unwrap_or_default();
        (self.written.trim(), address.to_lowercase())
    }
}

impl From<&Line> for Told {
    fn from(line: &Line) -> Self {
        Self {
            written: line.written.clone(),
            address: line.address.clone(),
            truth: line.truth,
        }
    }
}

impl From<&Signup> for Told {
    fn from(signup: &Signup) -> Self {
        Self {
            written: signup.written(),
            address: signup.address.clone(),
            truth: signup.truth,
        }
    }
}

/// What became of some lines.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Figures {
    pub(crate) lines: usize,
    /// The right person, or rightly nobody, without a question.
    pub(crate) right: usize,
    /// Somebody who is not meant, without a question.
    pub(crate) wrong: usize,
    /// Asked, with the right person first.
    pub(crate) first: usize,
    /// Asked, with the right person second or third.
    pub(crate) among_three: usize,
    /// Asked, with the right person not there, as with whoever is not on file.
    pub(crate) not_there: usize,
    /// Somebody on file, taken for somebody new without a question.
    pub(crate) duplicates: usize,
    /// How many of these come with a question about the organisation, whose answer brings the two together.
    pub(crate) organisation_asked: usize,
    /// Questions, where equal names with equal addresses are one.
    pub(crate) questions: usize,
}

impl Figures {
    /// Counts what was found for the lines of one log or form.
    pub(crate) fn of<'a>(told: impl IntoIterator<Item = (&'a Told, &'a Match)>) -> Self {
        let mut figures = Self::default();
        let mut questions = HashSet::new();
        for (told, found) in told {
            let truth = told.truth;
            figures.lines += 1;
            let place = match judge(found, truth) {
                Outcome::Unknown if truth.person().is_none() => &mut figures.right,
                Outcome::Right => &mut figures.right,
                Outcome::Wrong => &mut figures.wrong,
                Outcome::First => &mut figures.first,
                Outcome::AmongThree => &mut figures.among_three,
                Outcome::Astray => &mut figures.not_there,
                Outcome::Unknown => &mut figures.duplicates,
            };
            *place += 1;
            if matches!(found, Match::Doubtful { .. }) {
                questions.insert(told.question());
            }
        }
        figures.questions = questions.len();
        figures
    }

    /// Adds those of another log.
    pub(crate) fn join(&mut self, other: &Self) {
        self.lines += other.lines;
        self.right += other.right;
        self.wrong += other.wrong;
        self.first += other.first;
        self.among_three += other.among_three;
        self.not_there += other.not_there;
        self.duplicates += other.duplicates;
        self.organisation_asked += other.organisation_asked;
        self.questions += other.questions;
    }

    /// How many were taken for somebody new, and nothing asks whether they are.
    pub(crate) fn silent_duplicates(&self) -> usize {
        self.duplicates - self.organisation_asked
    }

    /// A count as a share of the lines, in per cent; nothing of nothing.
    pub(crate) fn percent(&self, count: usize) -> f64 {
        let number = |count: usize| f64::from(u32::try_from(count).unwrap());
        100.0 * number(count) / number(self.lines.max(1))
    }
}
