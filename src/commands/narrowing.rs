//! `--columns` and `--where`: select columns and rows of a list.

use super::mistyped;
use crate::catalogue::Message;
use crate::catalogue::messages::selection as words;
use crate::context::Context;
use crate::error::Error;
use crate::import::values::dates;
use crate::message;
use crate::model::Event;
use crate::output::Table;
use crate::report::selection::{self, Around, Selection, SelectionError, Written};
use crate::store::Reader;

/// The options of commands that print a list.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct Narrowing {
    #[arg(long, value_name = "COLUMNS")]
    columns: Vec<String>,
    #[arg(long = "where", value_name = "CONDITION")]
    conditions: Vec<String>,
}

impl Narrowing {
    /// Returns whether any option is given.
    pub(super) fn is_asked_for(&self) -> bool {
        self.leaves_columns_out() || self.leaves_rows_out()
    }

    /// Returns whether columns are selected.
    pub(super) fn leaves_columns_out(&self) -> bool {
        !self.columns.is_empty()
    }

    /// Returns whether rows have to meet conditions.
    pub(super) fn leaves_rows_out(&self) -> bool {
        !self.conditions.is_empty()
    }

    /// Returns the table with the selected columns and rows. `event` is the one it is about; `None` if there are
    /// several.
    pub(super) fn of(
        &self,
        context: &Context,
        reader: &Reader<'_>,
        event: Option<&Event>,
        table: Table,
    ) -> Result<Table, Error> {
        if !self.is_asked_for() {
            return Ok(table);
        }
        let language = context.language;
        let sessions = match event {
            Some(event) => reader.sessions(event.id)?,
            None => Vec::new(),
        };
        let sessions = sessions.into_iter().map(|it| (it.slug, it.title));
        let around = Around {
            language,
            sessions: &sessions.collect::<Vec<_>>(),
            moment: &moment,
        };
        let more = selection::more(reader, event, &table, language)?;
        let selection = Selection {
            columns: &self.columns,
            conditions: &self.conditions,
        };
        selection::select(table, more, selection, around).map_err(refused)
    }
}

fn moment(text: &str) -> Result<Written, Message> {
    let read = dates::parse(text, None).map_err(|problem| problem.message())?;
    Ok(Written {
        day: read.date,
        clock: read.time,
        offset: read.offset_seconds,
    })
}

/// Returns the error for a selection, with the possible alternatives.
fn refused(error: SelectionError) -> Error {
    let made = Error::usage(error.message());
    match error {
        SelectionError::NoColumn { name, names } => {
            let near = names.iter().filter(|it| mistyped::is_close(&name, it));
            let near: Vec<String> = near.map(|it| format!("`{it}`")).collect();
            let made = if near.is_empty() {
                made
            } else {
                made.hinted(message!(selection::did_you_mean { names: near }))
            };
            made.hinted(message!(selection::columns_are { names }))
        }
        SelectionError::SeveralColumns { names, .. } => {
            let names: Vec<String> = names.iter().map(|it| format!("`{it}`")).collect();
            made.hinted(message!(selection::write_one_of { names }))
        }
        SelectionError::NeverSo { choices, .. } => {
            made.hinted(message!(selection::it_can_say { choices }))
        }
        SelectionError::NoSign { .. } => made.hinted(words::WRITE_A_CONDITION),
        SelectionError::NoShare { .. } => made.hinted(words::WRITE_A_SHARE),
        SelectionError::NoOrder { .. } => made.hinted(words::USE_OTHER_SIGNS),
        SelectionError::Twice { .. }
        | SelectionError::NoColumns
        | SelectionError::NoNumber { .. }
        | SelectionError::NoTime { .. } => made,
    }
}
