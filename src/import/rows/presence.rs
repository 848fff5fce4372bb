//! Whether a row says that somebody was there: in one column for everything, or one for each session.

use super::super::plan::{Plan, Problem, SetAside};
use super::super::values::words;
use super::super::{Field, Record};
use crate::catalogue::messages::rows;
use crate::formats::CellWord;
use crate::formats::lexicon::{LEXICON, Presence};
use crate::message;

/// Whether a cell is an unticked box.
fn is_empty_box(cell: &str) -> bool {
    LEXICON.answers.empty_boxes.contains(cell) || LEXICON.is_none_word(cell)
}

/// Whether a cell says that nobody knows: `ja?`, `(ja)`, `k. A.`, the error of a formula.
fn is_doubtful(cell: &str) -> bool {
    let is_word = |text: &str| text.chars().filter(|it| it.is_alphabetic()).count() > 1;
    let in_brackets = cell
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    cell.contains('?')
        || cell.starts_with('#')
        || in_brackets.is_some_and(is_word)
        || words::is_empty_word(cell) && cell.contains(char::is_alphabetic)
}

/// The contents of the presence columns in a row.
#[derive(Debug, Default)]
pub(in crate::import) struct Seen {
    /// Whether any column says something about presence.
    pub(in crate::import) is_said: bool,
    /// Whether they were not there.
    pub(in crate::import) is_absent: bool,
    /// Whether they were not there, but had said so.
    pub(in crate::import) is_excused: bool,
    /// The sessions they attended, by short name, if each has its own column.
    pub(in crate::import) sessions: Vec<String>,
    /// The sessions they had said they would miss.
    pub(in crate::import) excused: Vec<String>,
    /// The sessions for which a word or a sign says that they were absent; an empty cell does not count.
    pub(in crate::import) missed: Vec<String>,
    /// What a word or a sign says about the row as a whole.
    pub(in crate::import) said: Option<Presence>,
    /// The decisive column.
    column: usize,
}

impl Seen {
    /// Returns the problem of a row that has times but says that nobody was there.
    pub(in crate::import) fn contradiction(&self, plan: &Plan, record: &Record) -> Problem {
        plan.problem(record, self.column, rows::TIMES_OF_THE_ABSENT)
    }

    /// Returns the problem of a row that says that somebody was there, in a log that did not see them.
    pub(in crate::import) fn unseen(&self, plan: &Plan, record: &Record) -> Problem {
        plan.problem(record, self.column, rows::THERE_WITHOUT_TIMES)
    }
}

impl Plan {
    /// Reads what a row says about presence. An empty cell in a column where others are marked means no.
    ///
    /// # Errors
    /// The reason why the row is set aside: a cell that is neither yes nor no.
    pub(in crate::import) fn presence(&self, record: &Record) -> Result<Seen, SetAside> {
        if self.layout.quirks.own {
            return Ok(Seen::default());
        }
        if self.layout.quirks.sign_in {
            return self.tick(record);
        }
        let mut seen = self.present_or_absent(record)?;
        let mut has_columns = false;
        for (index, column) in self.layout.columns.iter().enumerate() {
            let Field::SessionOption(slug) = &column.field else {
                continue;
            };
            has_columns = true;
            // A session's own column may repeat the session's name.
            let said = if self.names_session(record, index, slug) {
                Some(Presence::There)
            } else {
                self.cell_of_presence(record, index)?
            };
            match said {
                Some(Presence::There) => {
                    seen.sessions.push(slug.clone());
                    seen.column = index;
                }
                Some(Presence::Excused) => seen.excused.push(slug.clone()),
                Some(Presence::Absent) => seen.missed.push(slug.clone()),
                None => {}
            }
        }
        if has_columns && seen.is_absent && !seen.sessions.is_empty() {
            let problem = self.problem(record, seen.column, rows::MARKED_AND_ABSENT);
            return Err(SetAside::Rejected(problem));
        }
        if has_columns && seen.sessions.is_empty() {
            seen.is_absent = seen.excused.is_empty();
            seen.is_excused |= !seen.excused.is_empty();
        }
        seen.is_said |= has_columns;
        Ok(seen)
    }

    /// Reads the tick of a sign-in list. An empty line that somebody filled in has no status, as nobody had signed up
    /// there: a person who wrote their name was there.
    fn tick(&self, record: &Record) -> Result<Seen, SetAside> {
        let mut seen = self.present_or_absent(record)?;
        let column = self.layout.column(&Field::Present).unwrap_or_default();
        let is_said_no = self.cell_of_presence(record, column)? == Some(Presence::Absent)
            && !is_empty_box(&self.cell(record, column));
        let is_named = self.text(record, &Field::Name).is_some();
        let is_ticked = !seen.is_absent && !seen.is_excused;
        if !is_named && !is_ticked {
            return Err(SetAside::Skipped(rows::LINE_WITHOUT_NAME.into()));
        }
        let is_guest = is_named && self.text(record, &Field::Status).is_none();
        if !is_ticked
            && !is_guest
            && !is_said_no
            && let Some(signed) = self.signature(record)
        {
            let heading = &self.layout.columns[column].heading;
            let reason = message!(rows::signed_not_ticked { heading });
            return Err(SetAside::Rejected(self.problem(record, signed, reason)));
        }
        seen.is_absent &= !is_guest || is_said_no;
        Ok(seen)
    }

    /// Returns the column of a sign-in list in which somebody signed on a screen.
    fn signature(&self, record: &Record) -> Option<usize> {
        let columns = self.layout.columns.iter().enumerate();
        let mut signed = columns.filter(|(index, column)| {
            LEXICON.is_signed(&column.heading) && !self.cell(record, *index).is_empty()
        });
        signed.next().map(|(index, _)| index)
    }

    fn present_or_absent(&self, record: &Record) -> Result<Seen, SetAside> {
        let mut seen = Seen::default();
        if let Some(column) = self.layout.column(&Field::Present) {
            seen.is_said = true;
            seen.column = column;
            seen.said = self.cell_of_presence(record, column)?;
            match seen.said {
                Some(Presence::There) => {}
                Some(Presence::Excused) => seen.is_excused = true,
                Some(Presence::Absent) | None => seen.is_absent = true,
            }
        }
        if let Some(column) = self.layout.column(&Field::Absent) {
            seen.is_said = true;
            // The heading inverts a yes or a mark, but not a word for presence.
            let is_word = LEXICON.yes_no(&self.cell(record, column)).is_none();
            match self.cell_of_presence(record, column)? {
                Some(Presence::There) if is_word => {}
                Some(Presence::Absent) if is_word => {
                    seen.is_absent = true;
                    seen.column = column;
                }
                Some(Presence::There) => {
                    seen.is_absent = true;
                    seen.column = column;
                }
                Some(Presence::Excused) => {
                    seen.is_excused = true;
                    seen.column = column;
                }
                Some(Presence::Absent) | None => {}
            }
        }
        if let Some(column) = self.layout.column(&Field::Word(CellWord::Excused))
            && let Some(Presence::There | Presence::Excused) =
                self.cell_of_presence(record, column)?
        {
            seen.is_said = true;
            seen.is_excused = true;
            seen.column = column;
        }
        if seen.is_excused {
            seen.said = Some(Presence::Excused);
        } else if self.layout.column(&Field::Absent).is_some() {
            // Somebody not marked as absent was there.
            seen.said = match (seen.is_absent, seen.said) {
                (true, _) => Some(Presence::Absent),
                (false, said) => said.or(Some(Presence::There)),
            };
        }
        Ok(seen)
    }

    /// Reads one cell; `None` for an empty one.
    fn cell_of_presence(
        &self,
        record: &Record,
        column: usize,
    ) -> Result<Option<Presence>, SetAside> {
        let cell = self.cell(record, column);
        if let Some(presence) = self.layout.words.presence(column, &cell) {
            return Ok(Some(presence));
        }
        if cell.is_empty() || words::is_empty_word(&cell) && !is_doubtful(&cell) {
            return Ok(None);
        }
        match LEXICON
            .presence(&cell, true)
            .filter(|_| !is_doubtful(&cell))
        {
            Some(presence) => Ok(Some(presence)),
            // Whatever stands there is a signature, but not "non signé", "brak podpisu" or "i.V. Meier".
            None if LEXICON.is_signed(&self.layout.columns[column].heading)
                && !LEXICON.negates(&cell)
                && !LEXICON.says_nothing(&cell)
                && !LEXICON.names.is_of_a_deputy(&cell) =>
            {
                Ok(Some(Presence::There))
            }
            None => Err(SetAside::Rejected(self.problem(
                record,
                column,
                message!(rows::not_a_presence {
                    cell: words::quotable(&cell)
                }),
            ))),
        }
    }

    fn names_session(&self, record: &Record, column: usize, slug: &str) -> bool {
        let cell = self.cell(record, column);
        let own = self.choices.one(slug);
        own.is_some()
            && self
                .choices
                .several(&cell)
                .is_ok_and(|ids| ids.first().copied() == own)
    }
}
