//! Why a file is not taken, and what to do about it.

use super::{Field, Kind, ReadError};

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
    /// Its columns are those of people, and nothing says what the people have to do with the event.
    #[error("{file}: nothing in it says whether these people signed up, were there, or are an address book (columns: {})", headings.join(", "))]
    KindUnclear {
        /// The file.
        file: String,
        /// Its first headings.
        headings: Vec<String>,
    },
    /// A column could decide who is counted, and neither its words nor its cells say how.
    #[error(
        "{file}: {}, and it may decide who is counted",
        not_understood(columns)
    )]
    Unexplained {
        /// The file.
        file: String,
        /// The columns, one at least.
        columns: Vec<Unexplained>,
    },
    /// A row names several people, and stands for one.
    #[error(
        "{file}: {} further people, and a row stands for one",
        further(headings)
    )]
    SeveralPeople {
        /// The file.
        file: String,
        /// The columns of the others, one at least.
        headings: Vec<String>,
        /// The options that leave them out.
        ways: Vec<String>,
    },
    /// A column is filled in the first row of every block of rows only.
    #[error(
        "{file}: column `{heading}` is filled once and then empty for several rows: it may count for the rows below it as well"
    )]
    SaidOnce {
        /// The file.
        file: String,
        /// The column.
        heading: String,
        /// The option that takes it as it stands.
        way: String,
    },
    /// `--map` gives a word a meaning that this kind of file has no use for.
    #[error("{file}: `{word}` cannot mean `{field}`: a file taken as {} does not read it", kind.as_str())]
    WordNotRead {
        /// The file.
        file: String,
        /// The word.
        word: String,
        /// What it was said to mean.
        field: Field,
        /// What the file is taken for.
        kind: Kind,
    },
    /// `--map` names a field that means nothing in this kind of file.
    #[error("{file}: column `{heading}` cannot be `{field}`: a file taken as {} does not read it", kind.as_str())]
    FieldNotRead {
        /// The file.
        file: String,
        /// The heading.
        heading: String,
        /// The field.
        field: Field,
        /// What the file is taken for.
        kind: Kind,
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
            Self::KindUnclear { .. } => "say which it is: --as signups, or --as attendance --session SESSION, or --as people".to_owned(),
            Self::Unexplained { columns, .. } => {
                let ways = columns.first().map(|it| it.ways.join(", or ")).unwrap_or_default();
                match columns.len() {
                    1 => format!("say which it is: {ways}"),
                    _ => format!("say of each which it is, as in {ways}"),
                }
            }
            Self::SeveralPeople { ways, .. } => format!("give every person a row of their own; where only the first one is meant, say {}", ways.join(" ")),
            Self::SaidOnce { way, .. } => format!("fill it in in every row; where an empty cell says nothing, say {way}"),
            Self::WordNotRead { kind: Kind::Attendance, .. } => "a word of a list of those present is present, absent, excused or none".to_owned(),
            Self::WordNotRead { .. } => "a word of a list of sign-ups is confirmed, waitlisted, cancelled or none".to_owned(),
            Self::FieldNotRead { heading, field: Field::Word(_), .. } => format!("that is what a word in a cell means: --map '{heading}: WORD=confirmed'"),
            Self::FieldNotRead { heading, kind: Kind::Attendance, .. } => format!("for who was there, say --map '{heading}=present'; to leave it out, --map '{heading}=ignore'"),
            Self::FieldNotRead { heading, .. } => format!("to leave it out, say --map '{heading}=ignore'; what a file is, --as says"),
            Self::DateOrder { .. } => "say which it is: --date-order dmy (day first) or --date-order mdy (month first)".to_owned(),
        })
    }
}

fn further(headings: &[String]) -> String {
    let named: Vec<String> = headings.iter().map(|it| format!("`{it}`")).collect();
    match named.as_slice() {
        [one] => format!("column {one} names"),
        several => format!("columns {} name", several.join(", ")),
    }
}

/// A column whose cells could decide who is counted, and whose meaning nobody says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unexplained {
    /// Its heading.
    pub heading: String,
    /// A cell of it, without anything that names a person.
    pub sample: String,
    /// The options that settle it, ready to be pasted.
    pub ways: Vec<String>,
}

fn not_understood(columns: &[Unexplained]) -> String {
    const SHOWN: usize = 8;
    let mut said: Vec<String> = columns
        .iter()
        .take(SHOWN)
        .map(|it| format!("`{}` (a cell says `{}`)", it.heading, it.sample))
        .collect();
    if columns.len() > SHOWN {
        said.push(format!("{} more", columns.len() - SHOWN));
    }
    match said.as_slice() {
        [one] => format!("what column {one} means is not understood"),
        several => format!(
            "what the columns {} mean is not understood",
            several.join(", ")
        ),
    }
}
