//! Records to rows: kinds of file, columns and values.
//!
//! `bytes → text → records → family → columns → values`: the result is rows in the program's own terms ([`rows`]), or a
//! reason with line and column. `intake` decides, with the store, whom a row means and what it changes; this room never
//! accesses the store.
//!
//! It may use `read`, `formats`, `identity` (to read names and addresses), `output` (only for the guard that exports
//! put before formulas, and for the names of tables in our own workbooks) and `model`.
//!
//! * `read`, the room below: bytes to records. `damaged_names`: names that were read in the wrong encoding before.
//! * `forms/`: families of sign-up exports. Most are described in `formats/families`; here are those that are not a
//!   table of columns (Doodle), and those this program wrote itself.
//! * `platforms/`: one file per meeting platform, which says whose stay each line of a log is. `log`: reads the dates
//!   of logs.
//! * `layout`: the kind of a file and the meaning of its columns, from the organiser, the family, words and cells
//!   (`evidence`); a question is asked about unexplained columns that could decide who is counted. `heading`: makes
//!   headings distinct.
//! * `choices`: the sessions that a cell means. `columns_of_sessions`: the session that a heading over marks means.
//! * `values/`: dates, durations and words in cells.
//! * `contradictions`: rows of a hand-made list that contradict each other about one person.
//! * `plan`: everything about one file together; `rows/`: one file per kind of row. `sample`: the records by which a
//!   file is recognised. `answers`: the use of `--map` answers.
//!
//! A file is read in passes and never kept in memory as a whole: a first look at its head decides family and columns, a
//! pass over the dates decides their order, the last pass returns the rows. Only the log of a meeting is kept in
//! memory, since its rows have to be paired and compared with each other.

mod choices;
mod columns_of_sessions;
mod content;
pub mod fingerprint;
mod forms;
mod heading;
mod layout;
mod place;
mod plain_log;
mod plain_table;
pub mod plan;
mod platforms;
pub mod rows;
pub mod values;

mod answers;
mod asides;
mod cells;
pub mod consent;
mod contradictions;
mod damaged_names;
mod error;
mod evidence;
mod fields_read;
pub mod log;
mod newest_first;
mod pass;
mod sample;
mod scope;
mod totals;

use crate::catalogue::messages::kinds;
use crate::catalogue::{Message, Wording};
pub use crate::formats::Field;
pub use crate::read::{
    RawWriter, ReadError, ReadNote, ReadOptions, Record, Sheet, Source, TooLarge,
};
pub use choices::Choices;
pub use contradictions::Contradictions;
pub use error::ImportError;
pub use layout::{CellWords, Column, Layout, NOBODY, Origin};
pub use pass::Rows;
pub use place::{lines, quoted};
pub use plan::{Options, Plan, Problem, SetAside, Setting};

/// What a file is about, in the order in which several files of one call are imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Events and sessions.
    Programme,
    /// Organisations.
    Organisations,
    /// People, without any event.
    People,
    /// Registrations and sign-ups for an event.
    Signups,
    /// Who was there.
    Attendance,
}

impl Kind {
    /// All kinds, in import order.
    pub const ALL: [Self; 5] = [
        Self::Programme,
        Self::Organisations,
        Self::People,
        Self::Signups,
        Self::Attendance,
    ];

    /// Returns the word used in commands and outcomes.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Organisations => "organisations",
            Self::People => "people",
            Self::Signups => "signups",
            Self::Attendance => "attendance",
        }
    }

    /// Returns the word that people read.
    pub fn label(self) -> Wording {
        match self {
            Self::Programme => kinds::PROGRAMME,
            Self::Organisations => kinds::ORGANISATIONS,
            Self::People => kinds::PEOPLE,
            Self::Signups => kinds::SIGNUPS,
            Self::Attendance => kinds::ATTENDANCE,
        }
    }

    /// Parses the word, or the label in any language; `None` if it is unknown.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == word || kind.label().is_word(word))
    }
}

/// Returns the name of a file's layout for people; formats of other programs have their own names.
pub fn family_label(family: &str) -> Message {
    match family {
        "table" => kinds::TABLE.into(),
        "list" => kinds::LIST.into(),
        name => Message::verbatim(name),
    }
}
