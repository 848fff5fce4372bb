//! Why a file is not taken, and what to do about it.

use super::{Kind, ReadError};

/// Why a file is not taken at all.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Its bytes make no table.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Nothing in it looks like headings we know.
    #[error("{file}: no row of headings was recognised{}", seen(first, *width))]
    NotRecognised {
        /// The file.
        file: String,
        /// Its first cells, where they look like headings and not like people.
        first: Vec<String>,
        /// How many columns it has.
        width: usize,
    },
    /// It is a log of a meeting platform.
    #[error("{file} is a log of {platform}, and such logs are not read yet")]
    PlatformLog {
        /// The file.
        file: String,
        /// Whose log.
        platform: &'static str,
    },
    /// It is a table of something else.
    #[error("{file} cannot be taken as {}: {missing} is missing{}", kind.as_str(), quoted(headings))]
    ColumnMissing {
        /// The file.
        file: String,
        /// What it was taken for.
        kind: Kind,
        /// What it lacks.
        missing: &'static str,
        /// The headings it has.
        headings: Vec<String>,
    },
    /// Its dates can be read in two ways.
    #[error("{file}: {reason}")]
    DateOrder {
        /// The file.
        file: String,
        /// What is ambiguous.
        reason: String,
    },
}

fn seen(first: &[String], width: usize) -> String {
    match (quoted(first), width) {
        (text, _) if !text.is_empty() => text,
        (_, 1) => " (it has one column)".to_owned(),
        (_, width) => format!(" (it has {width} columns)"),
    }
}

fn quoted(cells: &[String]) -> String {
    let cells: Vec<String> = cells
        .iter()
        .filter(|cell| !cell.trim().is_empty() && !cell.contains('@'))
        .map(|cell| format!("`{cell}`"))
        .collect();
    if cells.is_empty() {
        String::new()
    } else {
        format!(" (it begins with {})", cells.join(", "))
    }
}

impl ImportError {
    /// Returns what to do about it.
    pub fn hint(&self) -> Option<String> {
        Some(match self {
            Self::Read(error) => return error.hint(),
            Self::NotRecognised { width: 1 | 2, .. } => "if it is a list of those present, one person a line, say --as attendance --session SESSION; else give it a row of headings: Name, E-Mail".to_owned(),
            Self::NotRecognised { .. } => "say what its columns mean, with --map 'HEADING=email', and what the file is, with --as signups; `rollcall inspect FILE` shows what was seen".to_owned(),
            Self::PlatformLog { .. } => "write the names of those present into a list, one a line, and import that with --as attendance --session SLUG".to_owned(),
            Self::ColumnMissing { .. } => "if it is something else, say so with --as; if the column has another heading, with --map 'HEADING=name'".to_owned(),
            Self::DateOrder { .. } => "say which it is: --date-order dmy (day first) or --date-order mdy (month first)".to_owned(),
        })
    }
}
