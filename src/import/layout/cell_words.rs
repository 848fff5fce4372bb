//! The organiser's meanings of words in cells: `--map 'Heading: word=confirmed'`, or `--map 'word=confirmed'` if there
//! is no such heading.

use super::super::Field;
use crate::formats::CellWord;
use crate::formats::fold;
use crate::formats::lexicon::{LEXICON, Presence, State};

/// The words of a file that the organiser explained.
#[derive(Debug, Clone, Default)]
pub struct CellWords(Vec<Told>);

#[derive(Debug, Clone)]
struct Told {
    /// The column; `None` for every column of states or of presence.
    column: Option<usize>,
    word: String,
    field: Field,
    /// The index of the answer; `None` for a legend.
    place: Option<usize>,
}

impl CellWords {
    /// Selects the answers that are about words in cells.
    ///
    /// What a legend in a heading, or in the `titles` above the table, says about its marks comes before them.
    pub(super) fn of<'a>(
        told: &[(String, Field)],
        headings: &[String],
        titles: impl Iterator<Item = &'a str>,
    ) -> Self {
        let titles = titles.map(|title| (None, title));
        let legends = headings.iter().enumerate();
        let legends = legends.map(|(column, heading)| (Some(column), heading.as_str()));
        let legends = titles.chain(legends).flat_map(|(column, text)| {
            let marks = LEXICON.legend(text).into_iter();
            marks.map(move |(word, field)| Told {
                column,
                word,
                field,
                place: None,
            })
        });
        let headings: Vec<String> = headings.iter().map(|it| fold::plain(it)).collect();
        let words = told
            .iter()
            .enumerate()
            .filter_map(|(place, (left, field))| {
                let left = fold::plain(left);
                if !is_of_words(field) || headings.contains(&left) {
                    return None;
                }
                let in_column = headings.iter().enumerate().find_map(|(column, heading)| {
                    let word = left.strip_prefix(heading.as_str())?.strip_prefix(':')?;
                    Some((Some(column), word.trim().to_owned()))
                });
                let (column, word) = in_column.unwrap_or((None, left));
                Some(Told {
                    column,
                    word,
                    field: field.clone(),
                    place: Some(place),
                })
            });
        Self(legends.chain(words).collect())
    }

    /// Returns the field that a column must have because of the words explained in it, and the index of the answer;
    /// `None` for a legend.
    pub(super) fn field_of(&self, column: usize) -> Option<(Option<usize>, Field)> {
        let told = self
            .0
            .iter()
            .rev()
            .find(|told| told.column == Some(column))?;
        let is_of_presence = matches!(
            told.field,
            Field::Present | Field::Absent | Field::Word(CellWord::Excused)
        );
        let field = if is_of_presence {
            Field::Present
        } else {
            Field::Status
        };
        Some((told.place, field))
    }

    /// Whether a meaning is for a word in a list of sign-ups, and not about attendance.
    pub(in crate::import) fn is_of_signups(field: &Field) -> bool {
        matches!(
            field,
            Field::Word(CellWord::Confirmed | CellWord::Waitlisted | CellWord::Cancelled)
        )
    }

    /// Whether a meaning is for a word in a list of attendees, and not about sign-ups.
    pub(in crate::import) fn is_of_attendance(field: &Field) -> bool {
        matches!(field, Field::Absent | Field::Word(CellWord::Excused))
    }

    fn told(&self, column: usize, cell: &str) -> Option<&Field> {
        if self.0.is_empty() {
            return None;
        }
        let cell = fold::plain(cell);
        let mut told = self.0.iter().rev();
        let found = told.find(|it| it.column.is_none_or(|it| it == column) && it.word == cell)?;
        Some(&found.field)
    }

    /// Returns the state of a sign-up that the organiser gave for a cell.
    pub(in crate::import) fn state(&self, column: usize, cell: &str) -> Option<State> {
        Some(match self.told(column, cell)? {
            Field::Present | Field::Word(CellWord::Confirmed) => State::Confirmed,
            Field::Word(CellWord::Waitlisted) => State::Waitlisted,
            Field::Word(CellWord::Nothing) => State::Unanswered,
            _ => State::Cancelled,
        })
    }

    /// Returns the presence that the organiser gave for a cell.
    pub(in crate::import) fn presence(&self, column: usize, cell: &str) -> Option<Presence> {
        let told = self.told(column, cell)?;
        // An answer about the sign-ups in the same table says nothing about attendance.
        if Self::is_of_signups(told) {
            return None;
        }
        Some(match told {
            Field::Present => Presence::There,
            Field::Word(CellWord::Excused) => Presence::Excused,
            _ => Presence::Absent,
        })
    }

    /// Whether the left side of an answer is a word in one of the cells.
    pub(in crate::import) fn are_said<'a>(
        &self,
        left: &str,
        mut cells: impl Iterator<Item = (usize, &'a str)>,
    ) -> bool {
        let left = fold::plain(left);
        cells.any(|(column, cell)| {
            let word = fold::plain(cell);
            let is_it = left == word
                || left.ends_with(&format!(": {word}"))
                || left.ends_with(&format!(":{word}"));
            is_it && self.told(column, cell).is_some()
        })
    }
}

fn is_of_words(field: &Field) -> bool {
    matches!(field, Field::Word(_) | Field::Present | Field::Absent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(told: &[(&str, &str)]) -> CellWords {
        let field = |name: &str| Field::parse(name).unwrap();
        let told = told
            .iter()
            .map(|(left, name)| ((*left).to_owned(), field(name)));
        CellWords::of(
            &told.collect::<Vec<_>>(),
            &["Name".to_owned(), "Art".to_owned(), "Da".to_owned()],
            std::iter::empty(),
        )
    }

    #[test]
    fn a_word_counts_in_its_column_or_everywhere() {
        let words = words(&[
            ("Art: fest", "confirmed"),
            ("weg", "cancelled"),
            ("Da", "present"),
            ("später", "none"),
        ]);
        assert_eq!(words.state(1, "Fest"), Some(State::Confirmed));
        assert_eq!(words.state(2, "fest"), None);
        assert_eq!(words.state(1, "weg"), Some(State::Cancelled));
        assert_eq!(words.presence(2, " weg "), None, "a word of sign-ups");
        assert_eq!(words.state(0, "später"), Some(State::Unanswered));
        assert_eq!(words.state(1, "da"), None, "a heading is no word");
        assert_eq!(words.field_of(1), Some((Some(0), Field::Status)));
        assert_eq!(words.field_of(2), None);
    }
}
