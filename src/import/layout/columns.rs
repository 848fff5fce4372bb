//! What is known of a table: what it is, its columns, and by what each of them is known.

use chrono::NaiveDate;

use super::cell_words::CellWords;
use crate::catalogue::messages::layout;
use crate::catalogue::{Message, Wording};
use crate::formats::{CellWord, Field};
use crate::import::Kind;
use crate::import::choices::Choices;
use crate::import::forms::{Quirks, Shape};
use crate::import::heading;
use crate::model::Session;

/// A column with its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The heading, told apart from equal ones.
    pub heading: String,
    /// What it means.
    pub field: Field,
}

/// What a file is.
#[derive(Debug, Clone)]
pub struct Layout {
    /// The family: `ms-forms`, `rollcall`; `table` for a hand-made one, `list` for one without headings.
    pub family: &'static str,
    /// What it is about.
    pub kind: Kind,
    /// Whether somebody said so, or the family did; else the columns did.
    pub kind_is_certain: bool,
    /// Its columns.
    pub columns: Vec<Column>,
    /// How many records come before the first row.
    pub first_row: usize,
    /// How it is made.
    pub shape: Shape,
    /// What is odd about the family.
    pub quirks: Quirks,
    /// Whether it is the log of a meeting platform.
    pub is_log: bool,
    /// What a log was recognised as, and by what.
    pub recognised: Option<Message>,
    /// By which `--map` answers are remembered.
    pub headings_key: i64,
    /// What the organiser should know about the columns.
    pub notes: Vec<Message>,
    /// What words in its cells mean, by the organiser's word.
    pub words: CellWords,
    /// By what the meaning of each column is known; empty for a log.
    pub origins: Vec<Origin>,
}

/// What is known before looking at the columns.
#[derive(Debug, Clone, Copy)]
pub(in crate::import) struct Known<'a> {
    /// What the organiser said the file is.
    pub(in crate::import) kind: Option<Kind>,
    /// `--map`: left and right side.
    pub(in crate::import) map: &'a [(String, Field)],
    /// The sessions of the event.
    pub(in crate::import) sessions: &'a [Session],
    /// The same, by every name.
    pub(in crate::import) choices: &'a Choices,
    /// The first and the last day of the event.
    pub(in crate::import) days: Option<(NaiveDate, NaiveDate)>,
}

/// Who says what a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The organiser.
    Told,
    /// The family's description.
    Family,
    /// Its heading, or the name of a session in it.
    Words,
    /// Its cells.
    Cells,
    /// Nobody.
    Open,
}

/// Why a row that gives a file's people no name is nobody's.
pub const NOBODY: Wording = layout::NOBODY;

/// How many of the first records decide.
pub(in crate::import) const HEAD: usize = 2000;

impl Layout {
    /// Returns the first column of a field.
    pub fn column(&self, field: &Field) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.field == *field)
    }

    /// Whether words in the cells of a column count: where a sign-up stands, or who was there.
    pub(in crate::import) fn reads_words(&self, column: usize) -> bool {
        let field = self.columns.get(column).map(|column| &column.field);
        match self.kind {
            Kind::Attendance => matches!(
                field,
                Some(
                    Field::Present
                        | Field::Absent
                        | Field::SessionOption(_)
                        | Field::Word(CellWord::Excused)
                )
            ),
            Kind::Signups => matches!(field, Some(Field::Status)),
            _ => false,
        }
    }

    /// Whether a column names the kind of a ticket, read or not.
    pub(in crate::import) fn is_product(&self, column: usize) -> bool {
        let column = &self.columns[column];
        let means = || heading::field_of(&column.heading) == Some(Field::Product);
        column.field == Field::Product || column.field == Field::Ignore && !self.is_log && means()
    }

    /// Returns why a row with nothing but an address that nobody has is nobody's.
    pub fn why_nobody(&self) -> Wording {
        let is_named = [
            Field::Name,
            Field::GivenName,
            Field::FamilyName,
            Field::AccountName,
        ]
        .iter()
        .any(|field| self.column(field).is_some());
        if is_named {
            NOBODY
        } else {
            layout::NO_COLUMN_OF_NAMES
        }
    }

    /// Whether it is a table made by hand, with headings.
    pub fn is_hand_made(&self) -> bool {
        self.shape == Shape::HandMade
    }
}
