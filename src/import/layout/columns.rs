//! What is known about a table: its kind, its columns, and how their meanings were determined.

use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::cell_words::CellWords;
use crate::catalogue::messages::layout;
use crate::catalogue::{Message, Wording};
use crate::formats::{CellWord, Field};
use crate::import::Kind;
use crate::import::choices::Choices;
use crate::import::error::ImportError;
use crate::import::forms::{Quirks, Shape};
use crate::model::Session;

/// A column with its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The heading, made distinct from equal ones.
    pub heading: String,
    /// Its meaning.
    pub field: Field,
    /// Whether its heading asks if somebody comes.
    pub asks: bool,
    /// Whether an empty cell is a gap: other rows say expressly what it would have to say.
    pub is_needed: bool,
}

/// The layout of a file.
#[derive(Debug, Clone)]
pub struct Layout {
    /// The family: `ms-forms`, `rollcall`; `table` for a hand-made one, `list` for one without headings.
    pub family: &'static str,
    /// What it is about.
    pub kind: Kind,
    /// Whether the user or the family gave the kind; otherwise the columns did.
    pub kind_is_certain: bool,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The number of records before the first row.
    pub first_row: usize,
    /// How it was made.
    pub shape: Shape,
    /// The peculiarities of the family.
    pub quirks: Quirks,
    /// The line in which the end of a letter begins below the table: `Viele Grüße`.
    pub letter: Option<u64>,
    /// Whether it is the log of a meeting platform.
    pub is_log: bool,
    /// What a log was recognised as, and by which headings.
    pub recognised: Option<Message>,
    /// The key under which `--map` answers are remembered.
    pub headings_key: i64,
    /// Notes about the columns for the organiser.
    pub notes: Vec<Message>,
    /// The organiser's meanings of words in its cells.
    pub words: CellWords,
    /// The zone of its times, if it names one.
    pub zone: Option<Tz>,
    /// Whether every row is about the same meeting, as far as a column says so.
    pub is_about_one: bool,
    /// How the meaning of each column was determined; empty for a log.
    pub origins: Vec<Origin>,
    /// Why an import refuses the file, if it is only inspected.
    pub refusals: Vec<Arc<ImportError>>,
}

/// What is known before looking at the columns.
#[derive(Debug, Clone, Copy)]
pub(in crate::import) struct Known<'a> {
    /// The kind given by the organiser.
    pub(in crate::import) kind: Option<Kind>,
    /// The `--map` answers: left and right side.
    pub(in crate::import) map: &'a [(String, Field)],
    /// The sessions of the event.
    pub(in crate::import) sessions: &'a [Session],
    /// The same sessions by every name.
    pub(in crate::import) choices: &'a Choices,
    /// The one of them that the organiser asked for.
    pub(in crate::import) session: Option<&'a Session>,
    /// The first and the last day of that session.
    pub(in crate::import) session_days: Option<(NaiveDate, NaiveDate)>,
    /// The name of the sheet of a workbook.
    pub(in crate::import) sheet: Option<&'a str>,
    /// Whether the file is only inspected.
    pub(in crate::import) is_inspected: bool,
    /// Whether the organiser named the zone of the times.
    pub(in crate::import) is_zone_told: bool,
    /// The title of the event; empty without one.
    pub(in crate::import) title: &'a str,
    /// The first and the last day of the event.
    pub(in crate::import) days: Option<(NaiveDate, NaiveDate)>,
}

/// Where the meaning of a column comes from.
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
    /// It is unknown.
    Open,
    /// It is unknown and could decide who is counted, so the organiser is asked.
    Asked,
}

/// The reason why a row without a name is not matched to a person.
pub const NOBODY: Wording = layout::NOBODY;

/// How many of the first records are used to decide.
pub(in crate::import) const HEAD: usize = 2000;

impl Layout {
    /// Returns the first column of a field.
    pub fn column(&self, field: &Field) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.field == *field)
    }

    /// Whether words in the cells of a column count: as states of sign-ups, or for attendance.
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

    /// Returns why a row with only an unknown address is not matched to a person.
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
