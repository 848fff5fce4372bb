//! The status of a sign-up according to a row: in one or several columns of states, or as a mark of a void ticket.
//!
//! The first column of states decides. Further ones are kept as answers, but must not contradict it: a row with
//! `bestätigt` in one and `storniert` in another is set aside. An empty or pending state contradicts nothing, nor does
//! `bezahlt` below a heading about payment.

use super::super::layout::{Column, pasteable};
use super::super::plan::{Plan, Problem};
use super::super::values::words::{self, StatusWord};
use super::super::{Field, Record};
use crate::catalogue::messages::rows;
use crate::formats::lexicon::LEXICON;
use crate::message;

impl Plan {
    /// Reads the columns of states, or the mark of a void ticket.
    pub(in crate::import) fn status(&self, record: &Record) -> Result<Option<StatusWord>, Problem> {
        if self
            .text(record, &Field::Void)
            .is_some_and(|cell| says_void(&cell))
        {
            return Ok(Some(StatusWord::Cancelled));
        }
        let Some(first) = self.layout.column(&Field::Status) else {
            return Ok(None);
        };
        let mut status = self.state_in(record, first)?;
        for column in (first + 1..self.layout.columns.len()).filter(|it| self.is_further_state(*it))
        {
            let Ok(Some(further)) = self.state_in(record, column) else {
                continue;
            };
            // The organiser's meaning of a word takes precedence over its column and others.
            if self.is_explained(record, column) {
                status = Some(further);
                continue;
            }
            let is_paid = gives_a_place(further)
                && LEXICON.is_of_payment(&self.layout.columns[column].heading);
            match status {
                _ if is_paid || says_nothing(further) => {}
                None => status = Some(further),
                Some(known) if says_nothing(known) => status = Some(further),
                Some(known) if is_alike(known, further) => {}
                Some(_) => return Err(self.states_disagree(record, first, column)),
            }
        }
        Ok(status)
    }

    /// Whether a column is one of states, but not the first.
    pub(super) fn is_further_state(&self, column: usize) -> bool {
        let is_first = || self.layout.column(&Field::Status) == Some(column);
        let field = self.layout.columns.get(column).map(|it| &it.field);
        field == Some(&Field::Status) && !is_first()
    }

    /// Whether another column of states has a state in this row.
    fn is_stated_elsewhere(&self, record: &Record, column: usize) -> bool {
        let mut others = self.layout.columns.iter().enumerate();
        others.any(|(index, it)| {
            index != column && it.field == Field::Status && !self.cell(record, index).is_empty()
        })
    }

    fn is_explained(&self, record: &Record, column: usize) -> bool {
        let cell = self.cell(record, column);
        self.layout.words.state(column, &cell).is_some()
    }

    fn states_disagree(&self, record: &Record, first: usize, column: usize) -> Problem {
        let (cell, other) = (self.cell(record, first), self.cell(record, column));
        let heading = &self.layout.columns[column].heading;
        let reason = message!(rows::states_disagree {
            cell: words::quotable(&cell),
            column: heading,
            other: words::quotable(&other),
            way: pasteable(heading, "answer"),
        });
        self.problem(record, first, reason)
    }

    fn state_in(&self, record: &Record, column: usize) -> Result<Option<StatusWord>, Problem> {
        let cell = self.cell(record, column);
        let Column {
            heading,
            asks,
            is_needed,
            ..
        } = &self.layout.columns[column];
        let is_confirmation = LEXICON.is_confirmation(heading);
        if cell.is_empty() {
            // Somebody who was asked if they come, and did not answer, has not said yes.
            if *is_needed && !is_confirmation && !self.is_stated_elsewhere(record, column) {
                return Err(self.problem(record, column, rows::CELL_NEEDED));
            }
            let unsaid = asks.then_some(StatusWord::Unanswered);
            return Ok(unsaid.or(is_confirmation.then_some(StatusWord::Pending)));
        }
        // "ja?" says that nobody knows.
        let is_open = cell.ends_with('?');
        let answer = words::yes_no(&cell).filter(|_| !is_open);
        let told = self.layout.words.state(column, &cell);
        // "Keine" is an answer here: none yet.
        let word = told
            .or_else(|| answer.filter(|_| is_confirmation).map(confirmed))
            .or_else(|| words::signup_status(&cell).filter(|_| !is_open))
            .or_else(|| answer.filter(|_| *asks).map(replied));
        word.map(Some).ok_or_else(|| {
            self.problem(
                record,
                column,
                message!(rows::not_a_status {
                    cell: words::quotable(&cell),
                    way: pasteable(
                        &format!("{heading}: {}", words::quotable(&cell)),
                        "confirmed"
                    ),
                }),
            )
        })
    }
}

fn confirmed(is_yes: bool) -> StatusWord {
    if is_yes {
        StatusWord::Confirmed
    } else {
        StatusWord::Pending
    }
}

fn replied(comes: bool) -> StatusWord {
    if comes {
        StatusWord::Confirmed
    } else {
        StatusWord::Cancelled
    }
}

fn gives_a_place(status: StatusWord) -> bool {
    matches!(status, StatusWord::Confirmed | StatusWord::Unpaid)
}

fn takes_the_place(status: StatusWord) -> bool {
    matches!(status, StatusWord::Cancelled | StatusWord::Denied)
}

/// Whether a state does not contradict another column.
fn says_nothing(status: StatusWord) -> bool {
    matches!(
        status,
        StatusWord::Pending | StatusWord::Unanswered | StatusWord::Unfinished
    )
}

fn is_alike(one: StatusWord, other: StatusWord) -> bool {
    one == other
        || gives_a_place(one) && gives_a_place(other)
        || takes_the_place(one) && takes_the_place(other)
}

/// Whether a cell says that the sign-up is void: a mark or a date does, `nein` does not.
fn says_void(cell: &str) -> bool {
    match (words::yes_no(cell), words::signup_status(cell)) {
        (Some(answer), _) => answer,
        (None, Some(word)) => matches!(word, StatusWord::Cancelled | StatusWord::Denied),
        (None, None) => !words::is_empty_word(cell),
    }
}
