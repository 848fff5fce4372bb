//! Remarks next to a name that are not part of it: `Petra Berg (abgesagt)`.

use super::super::plan::{Plan, Problem};
use super::super::values::words;
use super::super::{Field, Record};
use crate::formats::lexicon::{LEXICON, Presence, State};
use crate::identity::{is_particle, is_platform_mark, split_former};
use crate::message;

/// The columns with the names of the people themselves.
pub(super) const NAMES: [Field; 3] = [Field::Name, Field::GivenName, Field::FamilyName];

/// The columns in which somebody may have written that a person does not come.
const WHO: [Field; 5] = [
    Field::Name,
    Field::GivenName,
    Field::FamilyName,
    Field::Email,
    Field::Organisation,
];

/// Splits a name from a status mark after it, as written: `(WL)`, `Warteliste`.
pub(super) fn split_status(cell: &str) -> (&str, Option<&str>) {
    // `(née Amsel)` contains a word that is Dutch for no.
    if split_former(cell).is_some() {
        return (cell, None);
    }
    let parted = |at: usize, mark: usize, inside: &str| {
        let name = cell[..at].trim_end_matches([' ', ',', '-', '–']);
        let is_absence = matches!(
            LEXICON.presence(inside, false),
            Some(Presence::Absent | Presence::Excused)
        );
        let is_status = words::signup_status(inside).is_some()
            || is_absence
            || LEXICON.takes_back(inside)
            || inside.trim().split(' ').any(|word| LEXICON.negates(word));
        (is_status && !name.is_empty()).then(|| (name, Some(cell[mark..].trim())))
    };
    let in_brackets = || {
        let rest = cell.strip_suffix([')', ']'])?;
        let open = rest.rfind(['(', '['])?;
        parted(open, open, &rest[open + 1..])
    };
    let behind_a_dash = || {
        let (at, dash) = [" - ", " – ", " — "]
            .iter()
            .filter_map(|dash| Some((cell.rfind(dash)?, dash)))
            .max()?;
        let inside = &cell[at + dash.len()..];
        // `Kim - No` may be a name.
        let is_said = words::yes_no(inside).is_none();
        parted(at, at + dash.len(), inside).filter(|_| is_said)
    };
    // `Klug storniert`, `Klug WL`: a family name begins with a capital and has small letters.
    let behind_a_space = || {
        let (name, word) = cell.trim_end().rsplit_once(' ')?;
        let is_word = word.chars().all(char::is_alphabetic);
        let is_small = is_word && word.starts_with(char::is_lowercase) && !is_particle(word);
        let is_short = || {
            let is_upper = word.chars().all(char::is_uppercase);
            is_upper && matches!(word.chars().count(), 2 | 3) && LEXICON.withholds(word)
        };
        let is_said = || LEXICON.withholds(word) || LEXICON.states_absence(word);
        // Most rows end here: looking every name up would slow an import down.
        let is_status = is_small && is_said() || is_short();
        let at = name.len();
        (is_status && words::yes_no(word).is_none())
            .then(|| parted(at, at + 1, word))
            .flatten()
    };
    in_brackets()
        .or_else(behind_a_dash)
        .or_else(behind_a_space)
        .unwrap_or((cell, None))
}

/// Whether a mark means that somebody does not come, or was not there.
fn signs_of_absence(mark: &str) -> bool {
    let mark = mark.trim_matches(['(', ')', '[', ']', '-', '–', ' ']);
    LEXICON.withholds(mark)
        || LEXICON.state(mark) == Some(State::Waitlisted)
        || LEXICON.takes_back(mark)
        || LEXICON.negates(mark)
        || matches!(
            LEXICON.presence(mark, false),
            Some(Presence::Absent | Presence::Excused)
        )
}

/// Returns an unknown text in brackets after a name: not a platform's mark, not a maiden name, and not capitalised as
/// organisations and places are.
fn unknown_word(cell: &str) -> Option<&str> {
    let (name, mark) = cell.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let mark = mark.trim();
    let is_small = mark.starts_with(char::is_lowercase) && !mark.contains(['@', '/']);
    let is_born = split_former(cell).is_some();
    let is_known = is_platform_mark(mark) || LEXICON.presence(mark, false) == Some(Presence::There);
    (is_small && !is_born && !is_known && !name.trim().is_empty()).then_some(mark)
}

impl Plan {
    /// Returns a name cell without a status mark; our own exports have none.
    pub(super) fn name_cell(&self, record: &Record, field: &Field) -> Option<String> {
        let mut text = self.text(record, field)?;
        if !self.layout.quirks.own {
            let length = split_status(&text).0.len();
            text.truncate(length);
        }
        Some(text)
    }

    /// Refuses a row of attendees whose name has a mark that contradicts it: `Petra Berg (krank)`.
    ///
    /// # Errors
    /// The problem, with the mark.
    pub(in crate::import) fn not_taken_back(&self, record: &Record) -> Result<(), Problem> {
        if self.layout.quirks.own {
            return self.unread_absence(record).map_or(Ok(()), Err);
        }
        for field in WHO {
            let Some(column) = self.layout.column(&field) else {
                continue;
            };
            let cell = self.cell(record, column);
            if let Some(mark) = split_status(&cell).1
                && signs_of_absence(mark)
            {
                let reason = message!(rows::mark_beside_name { mark });
                return Err(self.problem(record, column, reason));
            }
        }
        if let Some(problem) = self.unknown_mark(record) {
            return Err(problem);
        }
        if let Some(problem) = self.unread_absence(record) {
            return Err(problem);
        }
        Ok(())
    }

    /// Asks for the meaning of a word in brackets if only the name says that somebody was there:
    /// `Anna Adam (unterwegs)`. Organisations and places are capitalised.
    fn unknown_mark(&self, record: &Record) -> Option<Problem> {
        let says_it = [
            Field::Present,
            Field::Absent,
            Field::JoinedAt,
            Field::LeftAt,
        ];
        if says_it
            .iter()
            .any(|field| self.layout.column(field).is_some())
        {
            return None;
        }
        let mut marks = NAMES.iter().filter_map(|field| {
            let column = self.layout.column(field)?;
            let cell = self.cell(record, column);
            let mark = unknown_word(&cell)?;
            let reason = message!(rows::mark_beside_name {
                mark: format!("({})", words::quotable(mark))
            });
            Some(self.problem(record, column, reason))
        });
        marks.next()
    }

    /// Returns the problem of a confirmed sign-up with a mark next to the name that contradicts it.
    pub(super) fn status_beside_name(&self, record: &Record) -> Option<Problem> {
        if self.layout.quirks.own {
            return None;
        }
        WHO.iter().find_map(|field| {
            let column = self.layout.column(field)?;
            let cell = self.cell(record, column);
            let mark = split_status(&cell)
                .1
                .filter(|mark| signs_of_absence(mark))?;
            let reason = message!(rows::status_beside_name { mark });
            Some(self.problem(record, column, reason))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::split_status;

    #[test]
    fn only_words_of_a_status_are_taken_off() {
        let cases = [
            ("Petra Berg (abgesagt)", ("Petra Berg", Some("(abgesagt)"))),
            ("Ina Iber (WL)", ("Ina Iber", Some("(WL)"))),
            ("Ina Iber [storniert]", ("Ina Iber", Some("[storniert]"))),
            ("Jan Otte - Warteliste", ("Jan Otte", Some("Warteliste"))),
            ("Karl Krank - krank", ("Karl Krank", Some("krank"))),
            ("Karl Krank", ("Karl Krank", None)),
            ("Kim - No", ("Kim - No", None)),
            ("Anna Müller (BioM)", ("Anna Müller (BioM)", None)),
            ("Anna Müller - BioM", ("Anna Müller - BioM", None)),
            ("(abgesagt)", ("(abgesagt)", None)),
            ("Klug storniert", ("Klug", Some("storniert"))),
            ("Ina Iber WL", ("Ina Iber", Some("WL"))),
            ("Jan van der Nee", ("Jan van der Nee", None)),
            ("Anna NO", ("Anna NO", None)),
        ];
        for (written, expected) in cases {
            assert_eq!(split_status(written), expected, "{written}");
        }
    }
}
