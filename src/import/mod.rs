//! Records to rows: kinds of file, columns and values.
//!
//! `bytes → text → records → family → columns → values`: what comes out are rows in the program's own
//! words ([`rows`]), or a reason with line and column. Who a row means and what it changes is decided
//! in `intake`, with the store; this room never sees the store.
//!
//! It may use `read`, `formats`, `identity` (to read names and addresses), `output` (only for the guard that exports put
//! before formulas, and for what tables are called in a workbook of ours) and `model`.
//!
//! * `read`, the room below: bytes to records. `damaged_names`: names that were read in the wrong encoding before.
//! * `forms/`: families of sign-up exports. Most are described in `formats/families`; here is what is not a table of
//!   columns (Doodle), and what this program wrote itself.
//! * `platforms/`: one file a meeting platform; whose stays the lines of its logs are. `log`: its dates read.
//! * `layout`: what a file is and what its columns mean, by what the organiser said, by family, by words, by cells
//!   (`evidence`); what nobody explains and could decide who is counted is asked. `heading`: headings told apart.
//! * `choices`: which sessions a cell means. `columns_of_sessions`: which one a heading over marks does.
//! * `values/`: dates, durations and words of cells.
//! * `contradictions`: rows of a hand-made list that say contrary things of one person.
//! * `plan`: everything about one file together; `rows/`: one kind of row a file. `sample`: the records by which a file
//!   is recognised. `answers`: what `--map` says of it.
//!
//! A file is read in passes and never held as a whole: a first look at its head decides family and
//! columns, a pass over the dates decides their order, the last one gives the rows. Only the log of a
//! meeting is held, since its rows have to be paired and compared with each other.

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

/// What a file is about, in the order several files of one call are taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Events and sessions.
    Programme,
    /// Organisations.
    Organisations,
    /// People, without any event.
    People,
    /// Registrations and sign-ups of an event.
    Signups,
    /// Who was there.
    Attendance,
}

impl Kind {
    /// All kinds, in the order of taking them in.
    pub const ALL: [Self; 5] = [
        Self::Programme,
        Self::Organisations,
        Self::People,
        Self::Signups,
        Self::Attendance,
    ];

    /// Returns the word commands and outcomes use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Organisations => "organisations",
            Self::People => "people",
            Self::Signups => "signups",
            Self::Attendance => "attendance",
        }
    }

    /// Returns what people read.
    pub fn label(self) -> Wording {
        match self {
            Self::Programme => kinds::PROGRAMME,
            Self::Organisations => kinds::ORGANISATIONS,
            Self::People => kinds::PEOPLE,
            Self::Signups => kinds::SIGNUPS,
            Self::Attendance => kinds::ATTENDANCE,
        }
    }

    /// Reads the word, or the label in any language; `None` when it is none of them.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == word || kind.label().is_word(word))
    }
}

/// Returns whose layout a file has as people read it; formats of other programs have names of their own.
pub fn family_label(family: &str) -> Message {
    match family {
        "table" => kinds::TABLE.into(),
        "list" => kinds::LIST.into(),
        name => Message::verbatim(name),
    }
}
