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
    /// It is a log of a meeting platform, and somebody says that it is something else.
    #[error("{file} is a log of {family}: it says who was there, and cannot be taken as {}", kind.as_str())]
    IsLog {
        /// The file.
        file: String,
        /// Whose log.
        family: &'static str,
        /// What it was to be taken for.
        kind: Kind,
    },
    /// It is what this program wrote for letters: its sessions and languages are not what anybody said.
    #[error("{file} is a mailing that rollcall wrote for letters, and cannot be taken back")]
    IsMailing {
        /// The file.
        file: String,
    },
    /// It looks like the log of a meeting platform, and something is missing.
    #[error("{file} looks like a log of {platform}{}, but {reason}", at_line(*line))]
    LogUnreadable {
        /// The file.
        file: String,
        /// Whose log.
        platform: &'static str,
        /// Where its headings are.
        line: Option<u64>,
        /// What is missing.
        reason: String,
    },
    /// A log of another day than the event's.
    #[error("{file} is of {day}, and the event `{event}` is not")]
    OtherDay {
        /// The file.
        file: String,
        /// Its day.
        day: chrono::NaiveDate,
        /// The event.
        event: String,
    },
    /// A log with times of day alone, of an event of several days.
    #[error("{file} names times of day and no date, and the event has several days")]
    NoDay {
        /// The file.
        file: String,
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

fn at_line(line: Option<u64>) -> String {
    line.map(|line| format!(" (headings in line {line})"))
        .unwrap_or_default()
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
            Self::NotRecognised { first, width, .. } if first.is_empty() && *width > 2 => "if it has no row of headings, add a first line such as `Name;Organisation;E-Mail;Session`; if it has one, say what its columns mean, with --map 'HEADING=email', and what the file is, with --as signups".to_owned(),
            Self::NotRecognised { width: 1 | 2, .. } => "if it is a list of those present, one person a line, say --as attendance --session SESSION; else give it a row of headings: Name, E-Mail".to_owned(),
            Self::NotRecognised { .. } => "say what its columns mean, with --map 'HEADING=email', and what the file is, with --as signups; `rollcall inspect FILE` shows what was seen".to_owned(),
            Self::IsLog { .. } => "import it as it is, without --as, or with --as attendance".to_owned(),
            Self::IsMailing { .. } => "what can be taken back are people and sign-ups: `rollcall export people`, `rollcall export signups`".to_owned(),
            Self::LogUnreadable { .. } => "say what its columns mean: --as attendance --map 'HEADING=name' --map 'HEADING=joined_at' --map 'HEADING=left_at'".to_owned(),
            Self::OtherDay { .. } => "name the event it belongs to, with --event; if its day and month are read the wrong way round, with --date-order dmy or mdy".to_owned(),
            Self::NoDay { .. } => "write the day into the name of the file, as in log_2020-10-08.csv, or say which session it is: --session SESSION".to_owned(),
            Self::ColumnMissing { .. } => "if it is something else, say so with --as; if the column has another heading, with --map 'HEADING=name'".to_owned(),
            Self::DateOrder { .. } => "say which it is: --date-order dmy (day first) or --date-order mdy (month first)".to_owned(),
        })
    }
}
