//! Which columns of a table to show, in which order, and which rows: `--columns` and `--where`.
//!
//! It works on any [`Table`], whatever it is about, so that a new report has it for nothing. A column goes by its key,
//! or by its heading in any language; an answer also by `answer:QUESTION`, where something else is called so too. Beside the columns of the table there are [`more`] of whom its rows
//! are about, which nobody sees who does not ask for them.
//!
//! Nothing is guessed: a column that is not there, a word that a verdict cannot be and a number that is none are
//! errors with what there is. What of a table's sentences counted all rows is taken away with the rows, or says so.

mod choices;
mod condition;
mod moment;
mod more;
mod names;

#[cfg(test)]
pub(super) mod laws;
#[cfg(test)]
mod tests;

pub use choices::{as_typed, is_called};
pub use moment::Written;
pub use more::{More, more};

use crate::catalogue::Message;
use crate::catalogue::messages::selection as words;
use crate::identity::fold_tokens;
use crate::message;
use crate::output::{Language, Table};

use condition::Condition;
use names::Names;

/// What somebody wants to see, as they wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Selection<'a> {
    /// The columns, separated by commas.
    pub columns: &'a [String],
    /// What holds of every row.
    pub conditions: &'a [String],
}

/// Reads what somebody wrote of a point in time.
pub type ReadMoment<'a> = &'a dyn Fn(&str) -> Result<Written, Message>;

/// What has to be known beside the table.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The reader's language.
    pub language: Language,
    /// The sessions, each by short name and title; none where a session may be any.
    pub sessions: &'a [(String, String)],
    /// How points in time are written.
    pub moment: ReadMoment<'a>,
}

/// Why a table cannot be shown so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SelectionError {
    /// There is no such column.
    NoColumn {
        /// What was written.
        name: String,
        /// What the columns are called.
        names: Vec<String>,
    },
    /// Several columns are called so.
    SeveralColumns {
        /// What was written.
        name: String,
        /// How to write each of them.
        names: Vec<String>,
    },
    /// A column is named twice.
    Twice {
        /// What was written.
        name: String,
    },
    /// No column is named.
    NoColumns,
    /// Nothing stands between a column and a value.
    NoSign {
        /// What was written.
        text: String,
    },
    /// The column never has this value.
    NeverSo {
        /// The column.
        column: String,
        /// What was written.
        value: String,
        /// What it can be.
        choices: Vec<String>,
    },
    /// The column holds numbers, and this is none.
    NoNumber {
        /// The column.
        column: String,
        /// What was written.
        value: String,
    },
    /// The column holds shares, and this is none.
    NoShare {
        /// The column.
        column: String,
        /// What was written.
        value: String,
    },
    /// The column holds times, and this is none.
    NoTime {
        /// The column.
        column: String,
        /// What is wrong with it.
        reason: Message,
    },
    /// What the column holds is neither more nor less.
    NoOrder {
        /// The column.
        column: String,
        /// The sign that was written.
        sign: &'static str,
    },
}

impl SelectionError {
    /// What is wrong.
    pub fn message(&self) -> Message {
        match self {
            Self::NoColumn { name, .. } => message!(selection::no_column { name }),
            Self::SeveralColumns { name, .. } => message!(selection::several_columns { name }),
            Self::Twice { name } => message!(selection::twice { name }),
            Self::NoColumns => words::NO_COLUMNS.into(),
            Self::NoSign { text } => message!(selection::no_sign { text }),
            Self::NeverSo { column, value, .. } => {
                message!(selection::never_so { column, value })
            }
            Self::NoNumber { column, value } => message!(selection::no_number { column, value }),
            Self::NoShare { column, value } => message!(selection::no_share { column, value }),
            Self::NoTime { column, reason } => message!(selection::no_time { column, reason }),
            Self::NoOrder { column, sign } => message!(selection::no_order {
                column,
                sign: *sign
            }),
        }
    }
}

/// Returns the table with the rows and columns that somebody wants; a line below its title says which rows.
///
/// # Errors
/// When it has no such column, or a column cannot have such a value.
pub fn select(
    mut table: Table,
    more: Vec<More>,
    selection: Selection<'_>,
    around: Around<'_>,
) -> Result<Table, SelectionError> {
    let own = table.columns().len();
    for More { column, cells } in more {
        table.add_cells(column, cells);
    }
    let names = Names::new(table.columns(), own, around.language);
    let conditions = selection.conditions.iter();
    let conditions = conditions.map(|text| Condition::read(text, &table, &names, around));
    let conditions: Vec<Condition> = conditions.collect::<Result<_, _>>()?;
    let places = if selection.columns.is_empty() {
        None
    } else {
        Some(names.list(selection.columns)?)
    };
    if !conditions.is_empty() {
        keep(&mut table, &conditions, around.language);
    }
    match places {
        Some(places) => table.choose_columns(&places),
        None => table.truncate_columns(own),
    }
    // Both were drawn from every row and their own columns.
    table.chart = None;
    table.digest = None;
    Ok(table)
}

fn keep(table: &mut Table, conditions: &[Condition], language: Language) {
    let rows = table.rows().iter();
    let marks: Vec<bool> = rows
        .map(|row| conditions.iter().all(|it| it.holds(row)))
        .collect();
    let shown = marks.iter().filter(|it| **it).count();
    table.keep_rows(&marks, |shown, all| {
        message!(sheets::partly { shown, count: all }).in_language(language)
    });
    let conditions = conditions.iter().map(|it| it.in_words(language));
    let conditions = conditions.collect::<Vec<_>>().join("; ");
    let count = marks.len();
    let said = if table.notes.is_empty() {
        message!(sheets::filtered {
            conditions,
            shown,
            count
        })
    } else {
        message!(sheets::filtered_beside_notes {
            conditions,
            shown,
            count
        })
    };
    table.lines.push(said.in_language(language));
}

/// Returns a text without what nobody minds: letter case, accents, punctuation; of one without letters and digits,
/// the text itself.
fn folded(text: &str) -> String {
    let words = fold_tokens(text);
    if words.is_empty() {
        text.trim().to_lowercase()
    } else {
        words.join(" ")
    }
}
