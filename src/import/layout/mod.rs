//! What a file is and what its columns mean.
//!
//! In this order, each only for what the one before left open: what the organiser said (`--map`, now or for the same
//! headings before), the family, a column of its own for a session, the heading's words, the content of the cells (see
//! `decide`). What is still open could decide who is counted, and is asked; or it is an answer in a list of sign-ups, and
//! not used elsewhere.

mod arrangement;
mod cell_words;
mod decide;
mod explain;
mod kind;
mod names_by_cells;
mod sessions;
mod together;

pub use cell_words::CellWords;
use decide::Decided;
pub use decide::Origin;

use std::borrow::Cow;

use chrono::NaiveDate;

use super::asides::is_row_of_totals;
use super::choices::Choices;
use super::error::ImportError;
use super::forms::{self, Draft, Head, Quirks};
use super::heading;
use super::plain_table::plain_table;
use super::platforms::{self, RawLog};
use super::{Field, Kind, Record};
use crate::formats::{CellWord, fold};
use crate::model::Session;

pub(super) use sessions::pasteable;

/// A column with its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The heading, told apart from equal ones.
    pub heading: String,
    /// What it means.
    pub field: Field,
}

/// What a file is.
#[derive(Debug, Clone)]
pub struct Layout {
    /// The family: `ms-forms`, `rollcall`; `table` for a hand-made one, `list` for one without headings.
    pub family: &'static str,
    /// What it is about.
    pub kind: Kind,
    /// Whether somebody said so, or the family did; else the columns did.
    pub kind_is_certain: bool,
    /// Its columns.
    pub columns: Vec<Column>,
    /// How many records come before the first row.
    pub first_row: usize,
    /// What is odd about the family.
    pub quirks: Quirks,
    /// Whether it is the log of a meeting platform.
    pub is_log: bool,
    /// What a log was recognised as, and by what.
    pub recognised: Option<String>,
    /// By which `--map` answers are remembered.
    pub headings_key: i64,
    /// What the organiser should know about the columns.
    pub notes: Vec<String>,
    /// What words in its cells mean, by the organiser's word.
    pub words: CellWords,
    /// By what the meaning of each column is known; empty for a log.
    pub origins: Vec<Origin>,
}

/// What is known before looking at the columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'a> {
    /// What the organiser said the file is.
    pub(super) kind: Option<Kind>,
    /// `--map`: left and right side.
    pub(super) map: &'a [(String, Field)],
    /// The sessions of the event.
    pub(super) sessions: &'a [Session],
    /// The same, by every name.
    pub(super) choices: &'a Choices,
    /// The first and the last day of the event.
    pub(super) days: Option<(NaiveDate, NaiveDate)>,
}

/// Why a row that gives a file's people no name is nobody's.
pub const NOBODY: &str = "no name, and the address is not known";

/// How many of the first records decide.
pub(super) const HEAD: usize = 2000;

impl Layout {
    /// Returns the first column of a field.
    pub fn column(&self, field: &Field) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.field == *field)
    }

    /// Whether words in the cells of a column count: where a sign-up stands, or who was there.
    pub(super) fn reads_words(&self, column: usize) -> bool {
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

    /// Whether a column names the kind of a ticket, read or not.
    pub(super) fn is_product(&self, column: usize) -> bool {
        let column = &self.columns[column];
        let means = || heading::field_of(&column.heading) == Some(Field::Product);
        column.field == Field::Product || column.field == Field::Ignore && !self.is_log && means()
    }

    /// Returns why a row with nothing but an address that nobody has is nobody's.
    pub fn why_nobody(&self) -> &'static str {
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
            "no column was taken for the name (--map 'HEADING=name' says which), and the address is not known"
        }
    }

    /// Finds out what a file is from its first records, and by which names it may call the sessions.
    pub(super) fn recognise(
        name: &str,
        records: &[Record],
        known: Known<'_>,
        remembered: impl FnOnce(i64) -> Vec<(String, Field)>,
    ) -> Result<(Self, Choices), ImportError> {
        refuse_mailing(name, records)?;
        let head = Head { records };
        let draft = forms::recognise(&head);
        if draft.is_none()
            && let Some(read) = platforms::read(records)
        {
            // What somebody says of its headings goes before what is known of the platform.
            let is_told = |cell: &str| {
                known
                    .map
                    .iter()
                    .any(|(left, _)| fold::plain(left) == fold::plain(cell))
            };
            let is_overruled = records.iter().any(|record| record.cells().any(is_told));
            match read {
                Ok(raw) if !is_overruled => {
                    return Ok((Self::of_log(name, raw, known)?, known.choices.clone()));
                }
                Err(unreadable) if !is_overruled => return Err(unreadable.of(name.to_owned())),
                _ => {}
            }
        }
        let draft = match draft {
            Some(draft) => draft,
            None => plain_table(records, known).ok_or_else(|| not_recognised(name, records))?,
        };
        let mut cells = heading_cells(&draft, records);
        // Ragged rows come and go; a heading row is known again without what they add.
        let named = cells
            .iter()
            .rposition(|cell| !cell.trim().is_empty())
            .map_or(0, |last| last + 1);
        // Rows wider than their headings lose nothing: what has no heading gets a number.
        if cells.len() < draft.fields.len() {
            cells.resize(draft.fields.len(), String::new());
        }
        let mut headings = heading::distinct(&cells);
        // Rows re-saved by a spreadsheet are padded; columns without a heading and content are none.
        let rows = records.get(draft.header + 1..).unwrap_or_default();
        let rows = without_totals(rows);
        while headings.len() > draft.fields.len().max(1)
            || (headings.len() > 1
                && cells[headings.len() - 1].trim().is_empty()
                && rows.iter().all(|row| {
                    row.get(headings.len() - 1)
                        .is_none_or(|cell| cell.trim().is_empty())
                }))
        {
            headings.pop();
        }
        let headings_key = heading::headings_key(&headings[..named.clamp(1, headings.len())]);
        let told: Vec<(String, Field)> = remembered(headings_key)
            .into_iter()
            .chain(known.map.iter().cloned())
            .collect();
        let choices = known.choices.told(&told, known.sessions);
        let known = Known {
            choices: &choices,
            ..known
        };
        let mut layout = Self {
            family: draft.family,
            kind: known.kind.unwrap_or(draft.kind),
            kind_is_certain: known.kind.is_some() || draft.family != "table",
            columns: Vec::new(),
            first_row: draft.header + 1,
            quirks: draft.quirks,
            is_log: false,
            recognised: None,
            headings_key,
            notes: Vec::new(),
            words: CellWords::of(&told, &headings),
            origins: Vec::new(),
        };
        if draft.family == "list" {
            layout.first_row = 0;
        }
        let mut decided = Decided::of(&headings, draft.fields, &rows, &told, &layout.words, known);
        if !layout.quirks.own {
            decided.combine(&rows, known);
        }
        layout.columns = decided.columns();
        let mut is_unclear = false;
        if !layout.kind_is_certain {
            let kind = layout.kind_of_columns(&rows, known);
            // What the columns of a form are is asked before what the file is.
            layout.kind = kind.unwrap_or(Kind::Signups);
            is_unclear = kind.is_none();
        }
        if !layout.quirks.own {
            layout.explain_or_refuse(&mut decided, &rows, name, known)?;
        }
        if is_unclear {
            return Err(ImportError::KindUnclear {
                file: name.to_owned(),
                headings: headings.iter().take(8).map(|it| short(it)).collect(),
            });
        }
        layout.origins = decided.columns.iter().map(|it| it.origin).collect();
        layout.notes.append(&mut decided.notes);
        layout.settle(known, &decided.marks());
        layout.demand(name)?;
        Ok((layout, choices))
    }

    /// Explains the columns that are left, and refuses what cannot be read as it stands.
    fn explain_or_refuse(
        &mut self,
        decided: &mut Decided,
        rows: &[Record],
        name: &str,
        known: Known<'_>,
    ) -> Result<(), ImportError> {
        self.refuse_other_arrangements(decided, rows, name)?;
        self.explain(decided, name, known)?;
        self.refuse_unread(decided, name, known)?;
        self.columns = decided.columns();
        Ok(())
    }

    /// Returns what is known of a log by its head.
    fn of_log(name: &str, raw: RawLog<'_>, known: Known<'_>) -> Result<Self, ImportError> {
        if let Some(kind) = known.kind.filter(|kind| *kind != Kind::Attendance) {
            return Err(ImportError::IsLog {
                file: name.to_owned(),
                family: raw.family,
                kind,
            });
        }
        let headings: Vec<String> = raw
            .columns
            .iter()
            .map(|column| column.heading.clone())
            .collect();
        let recognised = platforms::recognised(&raw);
        Ok(Self {
            family: raw.family,
            kind: Kind::Attendance,
            kind_is_certain: true,
            columns: raw.columns,
            first_row: 0,
            quirks: Quirks {
                utc: raw.utc,
                ..Quirks::default()
            },
            is_log: true,
            headings_key: heading::headings_key(&headings),
            recognised: Some(recognised),
            notes: raw.notes,
            words: CellWords::default(),
            origins: Vec::new(),
        })
    }

    /// Makes the columns fit the kind, and says what the organiser should know.
    ///
    /// `marks` says of every column whether its cells are nothing but yes and no.
    fn settle(&mut self, known: Known<'_>, marks: &[bool]) {
        self.quirks.family_first = self
            .column(&Field::Name)
            .is_some_and(|column| heading::is_family_first(&self.columns[column].heading));
        let kind = self.kind;
        if kind == Kind::Attendance && !self.quirks.own {
            // "Von" and "Bis" are when the session was in a programme, and the person's in a list.
            for (said, meant) in [(Field::Start, Field::JoinedAt), (Field::End, Field::LeftAt)] {
                if self.column(&meant).is_none()
                    && let Some(column) = self.column(&said)
                {
                    self.columns[column].field = meant;
                }
            }
        }
        if kind == Kind::Programme
            && self.column(&Field::Slug).is_none()
            && let Some(column) = self.column(&Field::ShortName)
        {
            // Only organisations have another one.
            self.columns[column].field = Field::Slug;
        }
        for column in self.columns.iter_mut().filter(|_| !self.quirks.own) {
            match &column.field {
                // The number of a form's answer or of a ticket is nobody's number here: only what this program wrote
                // knows its numbers of people.
                Field::Id | Field::PersonId => column.field = Field::Ignore,
                // Words of a programme or a list that a form may ask for as well.
                Field::Date
                | Field::Moderators
                | Field::Hosts
                | Field::Duration
                | Field::Void
                | Field::Unsent
                | Field::Present
                | Field::Absent
                    if !kind.reads(&column.field) =>
                {
                    column.field = Field::Answer;
                }
                _ => {}
            }
        }
        if kind != Kind::Signups {
            let mut unused = Vec::new();
            for column in &mut self.columns {
                if column.field == Field::Answer {
                    column.field = Field::Ignore;
                    unused.push(format!("`{}`", column.heading));
                }
            }
            if !unused.is_empty() {
                let columns = if unused.len() == 1 {
                    "column"
                } else {
                    "columns"
                };
                self.notes
                    .push(format!("{columns} not used: {}", unused.join(", ")));
            }
            return;
        }
        self.notes.extend(self.notes_on_choices(known, marks));
    }

    /// Refuses a table that cannot be of its kind.
    fn demand(&self, name: &str) -> Result<(), ImportError> {
        let has = |fields: &[Field]| fields.iter().any(|field| self.column(field).is_some());
        let named = has(&[
            Field::Name,
            Field::GivenName,
            Field::FamilyName,
            Field::Email,
            Field::AccountName,
            Field::AccountEmail,
        ]);
        let (complete, missing) = match self.kind {
            Kind::Programme => (
                has(&[Field::Title, Field::Name, Field::Slug]) && has(&[Field::Start]),
                "a column for the title and one for the start",
            ),
            Kind::Organisations => (
                has(&[Field::Name, Field::Organisation]),
                "a column for the organisation's name",
            ),
            Kind::People | Kind::Signups => (named, "a column for the name or the e-mail address"),
            Kind::Attendance => (
                named || has(&[Field::PersonId, Field::RecordedName, Field::RecordedEmail]),
                "a column for the name or the e-mail address",
            ),
        };
        if complete {
            Ok(())
        } else {
            Err(ImportError::ColumnMissing {
                file: name.to_owned(),
                kind: self.kind,
                missing,
                headings: self
                    .columns
                    .iter()
                    .take(12)
                    .map(|column| short(&column.heading))
                    .collect(),
            })
        }
    }
}

/// Returns the headings of a family as they are written.
fn heading_cells(draft: &Draft, records: &[Record]) -> Vec<String> {
    if let Some(headings) = &draft.headings {
        return headings.clone();
    }
    let Some(record) = records.get(draft.header) else {
        return Vec::new();
    };
    let cell = |cell: &str| {
        if draft.quirks.own {
            crate::output::unguard(cell).into_owned()
        } else {
            cell.to_owned()
        }
    };
    record.cells().map(cell).collect()
}

/// Returns the rows that can tell what a column means: sums below it do not.
fn without_totals(rows: &[Record]) -> Cow<'_, [Record]> {
    if !rows.iter().any(is_row_of_totals) {
        return Cow::Borrowed(rows);
    }
    let others = rows.iter().filter(|row| !is_row_of_totals(row));
    Cow::Owned(others.cloned().collect())
}

/// A mailing has names, addresses and sessions in columns, and reads like a list of sign-ups.
fn refuse_mailing(name: &str, records: &[Record]) -> Result<(), ImportError> {
    if forms::is_mailing(records) {
        return Err(ImportError::IsMailing {
            file: name.to_owned(),
        });
    }
    Ok(())
}

/// Says what was seen, without quoting people: only cells that look like headings are shown.
fn not_recognised(name: &str, records: &[Record]) -> ImportError {
    let cells: Vec<&str> = records
        .first()
        .map(|record| record.cells().collect())
        .unwrap_or_default();
    let look_like_headings = cells.iter().all(|cell| !cell.contains('@'))
        && cells.iter().any(|cell| heading::field_of(cell).is_some());
    ImportError::NotRecognised {
        file: name.to_owned(),
        first: if look_like_headings {
            cells.iter().take(8).map(|cell| short(cell)).collect()
        } else {
            Vec::new()
        },
        width: records.iter().map(Record::width).max().unwrap_or(0),
    }
}

/// A heading as a message quotes it.
fn short(heading: &str) -> String {
    let mut text: String = heading.chars().take(40).collect();
    if text.len() < heading.len() {
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests;
