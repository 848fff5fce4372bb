//! Selects columns of a table and their order, and rows: `--columns` and `--where`.
//!
//! It works on any [`Table`], so a new report needs no code for it. A column is named by its key, or by its heading in
//! any language; an answer also by `answer:QUESTION`, in case something else has the same name. In addition to its own
//! columns a table has [`mod@more`] columns about the people or organisations in its rows, which appear only on request.
//!
//! Nothing is guessed: an unknown column, an impossible verdict and an invalid number are errors that list what is
//! possible. Sentences of the table that counted all rows are removed with the rows, or marked as counting all.

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

/// The selection as the user wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Selection<'a> {
    /// The columns, separated by commas.
    pub columns: &'a [String],
    /// The conditions that every row must meet.
    pub conditions: &'a [String],
}

/// Parses a point in time as written by the user.
pub type ReadMoment<'a> = &'a dyn Fn(&str) -> Result<Written, Message>;

/// The context of a selection besides the table itself.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The reader's language.
    pub language: Language,
    /// The sessions, each with short name and title; empty if any session is allowed.
    pub sessions: &'a [(String, String)],
    /// Parses points in time.
    pub moment: ReadMoment<'a>,
}

/// The reasons why a selection is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SelectionError {
    /// The column does not exist.
    NoColumn {
        /// What was written.
        name: String,
        /// The names of the columns.
        names: Vec<String>,
    },
    /// The name fits several columns.
    SeveralColumns {
        /// What was written.
        name: String,
        /// An unambiguous name for each of them.
        names: Vec<String>,
    },
    /// A column is named twice.
    Twice {
        /// What was written.
        name: String,
    },
    /// No column is given.
    NoColumns,
    /// There is no operator between a column and a value.
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
        /// The possible values.
        choices: Vec<String>,
    },
    /// The column holds numbers, and this is not a number.
    NoNumber {
        /// The column.
        column: String,
        /// What was written.
        value: String,
    },
    /// The column holds shares, and this is not a share.
    NoShare {
        /// The column.
        column: String,
        /// What was written.
        value: String,
    },
    /// The column holds times, and this is not a time.
    NoTime {
        /// The column.
        column: String,
        /// What is wrong with it.
        reason: Message,
    },
    /// The values of the column have no order.
    NoOrder {
        /// The column.
        column: String,
        /// The operator that was written.
        sign: &'static str,
    },
}

impl SelectionError {
    /// Returns the message for the user.
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

/// Returns the table with the selected rows and columns; a line below its title names the conditions.
///
/// # Errors
/// If a column does not exist, or cannot have such a value.
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
    // Both were made from all rows and the original columns.
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

/// Folds a text: ignores letter case, accents and punctuation. Text without letters and digits is returned unchanged.
fn folded(text: &str) -> String {
    let words = fold_tokens(text);
    if words.is_empty() {
        text.trim().to_lowercase()
    } else {
        words.join(" ")
    }
}
