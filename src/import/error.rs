//! Reasons why a file is refused, and what to do about it.

use super::{Field, Kind, ReadError, quoted};
use crate::catalogue::messages::import_errors as words;
use crate::catalogue::{Message, Wording};
use crate::display_in_english;
use crate::message;

/// The reason why a file is refused as a whole.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Its bytes are not a table.
    Read(#[from] ReadError),
    /// Nothing in it looks like known headings.
    NotRecognised {
        /// The file.
        file: String,
        /// Its first cells, if they look like headings and not like people.
        first: Vec<String>,
        /// The number of its columns.
        width: usize,
    },
    /// It is a log of a meeting platform, but the user says that it is something else.
    IsLog {
        /// The file.
        file: String,
        /// The platform's log.
        family: &'static str,
        /// The kind given by the user.
        kind: Kind,
    },
    /// Rows of it are to be left out, but it is a log, whose rows depend on each other.
    LinesOfLog {
        /// The file.
        file: String,
    },
    /// A line that is to be left out is not the line of a row.
    NoSuchLine {
        /// The file.
        file: String,
        /// The lines.
        lines: Vec<u64>,
    },
    /// It is a part of an export: who is counted may depend on what was left out.
    IsPart {
        /// The file.
        file: String,
    },
    /// It is the mailing that this program wrote: its sessions and languages are not input from people.
    IsMailing {
        /// The file.
        file: String,
    },
    /// It looks like the log of a meeting platform, but something is missing.
    LogUnreadable {
        /// The file.
        file: String,
        /// The platform.
        platform: &'static str,
        /// The line of its headings.
        line: Option<u64>,
        /// What is missing.
        reason: Message,
    },
    /// A log for another day than the event's.
    OtherDay {
        /// The file.
        file: String,
        /// Its day.
        day: chrono::NaiveDate,
        /// The event.
        event: String,
    },
    /// A log with only times of day, for an event of several days.
    NoDay {
        /// The file.
        file: String,
    },
    /// It is a table about something else.
    ColumnMissing {
        /// The file.
        file: String,
        /// The assumed kind.
        kind: Kind,
        /// The missing columns.
        missing: Wording,
        /// Its headings.
        headings: Vec<String>,
    },
    /// Its columns are about people, but nothing says how the people relate to the event.
    KindUnclear {
        /// The file.
        file: String,
        /// Its first headings.
        headings: Vec<String>,
    },
    /// A column could decide who is counted, and neither its words nor its cells say how.
    Unexplained {
        /// The file.
        file: String,
        /// The columns; at least one.
        columns: Vec<Unexplained>,
    },
    /// A row names several people but counts as one.
    SeveralPeople {
        /// The file.
        file: String,
        /// The columns of the others; at least one.
        headings: Vec<String>,
        /// The options that leave them out.
        ways: Vec<String>,
    },
    /// A column is only filled in the first row of each block of rows.
    SaidOnce {
        /// The file.
        file: String,
        /// The column.
        heading: String,
        /// The option that reads it unchanged.
        way: String,
    },
    /// `--map` gives a word a meaning that this kind of file does not use.
    WordNotRead {
        /// The file.
        file: String,
        /// The word.
        word: String,
        /// The given meaning.
        field: Field,
        /// The assumed kind of the file.
        kind: Kind,
    },
    /// `--map` names a field that this kind of file does not use.
    FieldNotRead {
        /// The file.
        file: String,
        /// The heading.
        heading: String,
        /// The field.
        field: Field,
        /// The assumed kind of the file.
        kind: Kind,
    },
    /// Its title, its name or a line in it says that its people did not come, and no column says it for each row.
    SaysOtherwise {
        /// The file.
        file: String,
        /// What it says.
        text: String,
    },
    /// Its title names a day that is none of the event's, and its rows have none.
    TitledOtherDay {
        /// The file.
        file: String,
        /// The title.
        text: String,
        /// The title of the event.
        event: String,
    },
    /// Its title, sheet or section names another session than the organiser does.
    TitledOtherSession {
        /// The file.
        file: String,
        /// The title.
        text: String,
        /// The session that the organiser named.
        session: String,
    },
    /// The numbers of a column of lengths may be hours, minutes or seconds.
    UnitUnknown {
        /// The file.
        file: String,
        /// The column.
        heading: String,
        /// One of its cells.
        sample: String,
    },
    /// Its columns of times are in several zones, or in one that is not known.
    OtherZones {
        /// The file.
        file: String,
        /// The zones as written.
        zones: Vec<String>,
    },
    /// Its dates have two possible readings.
    DateOrder {
        /// The file.
        file: String,
        /// The ambiguity.
        reason: Message,
    },
}

impl ImportError {
    /// Says what happened.
    pub fn message(&self) -> Message {
        match self {
            Self::Read(error) => error.message(),
            Self::NotRecognised { file, first, width } => not_recognised(file, first, *width),
            Self::IsLog { file, family, kind } => message!(import_errors::is_log {
                file,
                family,
                kind: kind.label()
            }),
            Self::LinesOfLog { file } => message!(import_errors::lines_of_log { file }),
            Self::NoSuchLine { file, lines } => {
                let count = lines.len();
                let lines = lines.iter().map(|it| Message::verbatim(it.to_string()));
                let lines: Vec<Message> = lines.collect();
                message!(import_errors::no_such_line { file, lines, count })
            }
            Self::IsPart { file } => message!(import_errors::is_part { file }),
            Self::IsMailing { file } => message!(import_errors::is_mailing { file }),
            Self::LogUnreadable {
                file,
                platform,
                line,
                reason,
            } => log_unreadable(file, platform, *line, reason),
            Self::OtherDay { file, day, event } => {
                message!(import_errors::other_day { file, day, event })
            }
            Self::NoDay { file } => message!(import_errors::no_day { file }),
            Self::SaysOtherwise { file, text } => {
                message!(import_errors::says_otherwise { file, text })
            }
            Self::TitledOtherDay { file, text, event } => {
                message!(import_errors::titled_other_day { file, text, event })
            }
            Self::TitledOtherSession {
                file,
                text,
                session,
            } => message!(import_errors::titled_other_session {
                file,
                text,
                session
            }),
            Self::UnitUnknown {
                file,
                heading,
                sample,
            } => message!(import_errors::unit_unknown {
                file,
                heading,
                sample
            }),
            Self::OtherZones { file, zones } => message!(import_errors::other_zones {
                file,
                zones: quoted(zones)
            }),
            Self::DateOrder { file, reason } => {
                message!(import_errors::date_order { file, reason })
            }
            Self::ColumnMissing {
                file,
                kind,
                missing,
                headings,
            } => column_missing(file, *kind, *missing, headings),
            Self::KindUnclear { file, headings } => {
                message!(import_errors::kind_unclear { file, headings })
            }
            Self::Unexplained { file, columns } => unexplained(file, columns),
            Self::SeveralPeople { file, headings, .. } => message!(import_errors::several_people {
                file,
                count: headings.len(),
                headings: quoted(headings)
            }),
            Self::SaidOnce { file, heading, .. } => {
                message!(import_errors::said_once { file, heading })
            }
            Self::WordNotRead {
                file,
                word,
                field,
                kind,
            } => message!(import_errors::word_not_read {
                file,
                word,
                field: field.to_string(),
                kind: kind.label()
            }),
            Self::FieldNotRead {
                file,
                heading,
                field,
                kind,
            } => message!(import_errors::field_not_read {
                file,
                heading,
                field: field.to_string(),
                kind: kind.label()
            }),
        }
    }

    /// Says what to do about it.
    pub fn hint(&self) -> Option<Message> {
        Some(match self {
            Self::Read(error) => return error.hint(),
            Self::NotRecognised { first, width, .. } => match width {
                3.. if first.is_empty() => words::ADD_HEADINGS.into(),
                1 | 2 => words::LIST_OR_HEADINGS.into(),
                _ => words::SAY_WHAT_COLUMNS_MEAN.into(),
            },
            Self::IsLog { .. } => words::IMPORT_AS_IT_IS.into(),
            Self::LinesOfLog { .. } => words::MOVE_STAYS.into(),
            Self::NoSuchLine { .. } => words::LOOK_AT_THE_LINES.into(),
            Self::IsPart { .. } => words::EXPORT_THE_WHOLE.into(),
            Self::IsMailing { .. } => words::WHAT_CAN_BE_TAKEN_BACK.into(),
            Self::LogUnreadable { .. } => words::MAP_A_LOG.into(),
            Self::OtherDay { .. } => words::NAME_ITS_EVENT.into(),
            Self::NoDay { .. } => words::WRITE_THE_DAY.into(),
            Self::ColumnMissing { .. } => words::SOMETHING_ELSE.into(),
            Self::KindUnclear { .. } => words::WHICH_KIND.into(),
            Self::Unexplained { columns, .. } => which_of_these(columns),
            Self::SeveralPeople { ways, .. } => message!(import_errors::one_row_each {
                options: ways.join(" ")
            }),
            Self::SaidOnce { way, .. } => {
                message!(import_errors::fill_in_every_row { option: way })
            }
            Self::WordNotRead {
                kind: Kind::Attendance,
                ..
            } => words::WORDS_OF_ATTENDANCE.into(),
            Self::WordNotRead { .. } => words::WORDS_OF_SIGNUPS.into(),
            Self::FieldNotRead {
                heading,
                field: Field::Word(_),
                ..
            } => message!(import_errors::map_the_word { heading }),
            Self::FieldNotRead {
                heading,
                kind: Kind::Attendance,
                ..
            } => message!(import_errors::map_presence { heading }),
            Self::FieldNotRead { heading, .. } => message!(import_errors::map_ignore { heading }),
            Self::TitledOtherDay { .. } => words::TAKE_THE_DATE_OUT.into(),
            Self::TitledOtherSession { .. } => words::TAKE_THE_SESSION_OUT.into(),
            Self::SaysOtherwise { .. } => words::SAY_IT_IN_EVERY_ROW.into(),
            Self::UnitUnknown { heading, .. } => message!(import_errors::name_the_unit { heading }),
            Self::OtherZones { .. } => words::WRITE_ONE_ZONE.into(),
            Self::DateOrder { .. } => words::SAY_THE_ORDER.into(),
        })
    }
}

display_in_english!(ImportError);

/// Says what was found in place of headings.
fn not_recognised(file: &str, first: &[String], width: usize) -> Message {
    let cells = shown(first);
    if cells.is_empty() {
        message!(import_errors::not_recognised { file, width })
    } else {
        message!(import_errors::headings_not_recognised { file, cells })
    }
}

/// Says what a platform's log lacks, and where its headings are.
fn log_unreadable(file: &str, platform: &str, line: Option<u64>, reason: &Message) -> Message {
    match line {
        Some(line) => message!(import_errors::log_unreadable_below {
            file,
            platform,
            line,
            reason
        }),
        None => message!(import_errors::log_unreadable {
            file,
            platform,
            reason
        }),
    }
}

/// Says what a table lacks, and what its headings are.
fn column_missing(file: &str, kind: Kind, missing: Wording, headings: &[String]) -> Message {
    let headings = shown(headings);
    message!(import_errors::column_missing {
        file,
        kind: kind.label(),
        missing,
        count: headings.len(),
        headings
    })
}

/// Returns the cells that may be shown: addresses are personal.
fn shown(cells: &[String]) -> Vec<Message> {
    let shown = cells.iter();
    quoted(shown.filter(|cell| !cell.trim().is_empty() && !cell.contains('@')))
}

/// A column whose cells could decide who is counted, and whose meaning is unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unexplained {
    /// Its heading.
    pub heading: String,
    /// One of its cells, without anything that identifies a person.
    pub sample: String,
    /// The options that settle it, ready to be pasted.
    pub ways: Vec<String>,
}

/// Names the columns that are not understood, at most the first few.
fn unexplained(file: &str, columns: &[Unexplained]) -> Message {
    const SHOWN: usize = 8;
    let shown = columns.iter().take(SHOWN).map(|it| {
        message!(import_errors::column_with_sample {
            heading: it.heading,
            sample: it.sample
        })
    });
    message!(import_errors::unexplained {
        file,
        count: columns.len(),
        columns: shown.collect::<Vec<_>>(),
        more: columns.len().saturating_sub(SHOWN)
    })
}

/// Names the options that settle the columns, at most the first few.
fn which_of_these(columns: &[Unexplained]) -> Message {
    const SHOWN: usize = 4;
    let of_each = columns.iter().take(SHOWN).filter_map(|it| {
        let ways = it.ways.iter().map(Message::verbatim);
        ways.reduce(|one, other| message!(import_errors::or { one, other }))
    });
    let more = (columns.len() > SHOWN).then(|| Message::verbatim("…"));
    let ways = of_each
        .chain(more)
        .reduce(|one, other| message!(import_errors::each_of { one, other }));
    let ways = ways.unwrap_or(Message::verbatim(""));
    // A stay of "09:00-10:30" has to be written into two columns: no meaning reads it.
    if columns.iter().all(|it| it.ways.len() == 1) {
        return message!(import_errors::write_it_elsewhere { ways });
    }
    message!(import_errors::which_of_these {
        count: columns.len(),
        ways
    })
}

#[cfg(test)]
#[path = "error_tests.rs"]
mod tests;
