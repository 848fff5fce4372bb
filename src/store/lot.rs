//! Rows of several tables that are written together.
//!
//! One statement for many rows of a table costs SQLite about half as much as one statement per row: it looks up the
//! table's last number once, and keeps using the pages of one table.

use std::sync::LazyLock;

use rusqlite::Connection;

/// A table whose rows are gathered. They are written in this order: rows after those they refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Table {
    Organisation,
    Person,
    PersonAddress,
    Registration,
    Signup,
    Stay,
    Review,
    KnownRow,
}

impl Table {
    pub(super) const ALL: [Self; 8] = [
        Self::Organisation,
        Self::Person,
        Self::PersonAddress,
        Self::Registration,
        Self::Signup,
        Self::Stay,
        Self::Review,
        Self::KnownRow,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Person => "person",
            Self::PersonAddress => "person_address",
            Self::Registration => "registration",
            Self::Signup => "signup",
            Self::Stay => "stay",
            Self::Review => "review",
            Self::KnownRow => "known_row",
        }
    }

    /// Returns the columns after the number, in the order of the cells.
    fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Organisation => &[
                "operation_id",
                "name",
                "key",
                "short_name",
                "kind",
                "country",
                "region",
                "website",
            ],
            Self::Person => &[
                "operation_id",
                "title",
                "given_name",
                "family_name",
                "key",
                "role",
                "phone",
                "language",
                "organisation_id",
                "restricted",
                "objected",
            ],
            Self::PersonAddress => &["operation_id", "person_id", "address", "position"],
            Self::Registration => &[
                "operation_id",
                "event_id",
                "person_id",
                "organisation_id",
                "organisation_name",
                "status",
                "requested_at",
                "answers",
                "scope",
                "choices",
                "file",
                "line",
            ],
            Self::Signup => &[
                "operation_id",
                "registration_id",
                "session_id",
                "status",
                "requested_at",
                "file",
                "line",
            ],
            Self::Stay => &[
                "operation_id",
                "event_id",
                "session_id",
                "person_id",
                "recorded_name",
                "recorded_email",
                "joined_at",
                "left_at",
                "seconds",
                "meets",
                "nobody",
                "source",
                "matched_by",
                "matched_row",
                "line",
            ],
            Self::Review => &[
                "operation_id",
                "kind",
                "state",
                "event_id",
                "person_id",
                "organisation_id",
                "stay_id",
                "name",
                "email",
                "detail",
                "candidates",
                "row",
                "file",
                "line",
            ],
            Self::KnownRow => &["operation_id", "event_id", "fingerprint"],
        }
    }

    /// Returns the statement that inserts this many rows.
    fn insert(self, rows: usize) -> String {
        let columns = self.columns();
        let row = format!("(?{})", ", ?".repeat(columns.len()));
        format!(
            "INSERT INTO {} (id, {}) VALUES {}",
            self.name(),
            columns.join(", "),
            vec![row; rows].join(", ")
        )
    }
}

/// The value of a cell.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cell<'a> {
    Nothing,
    Number(i64),
    Text(&'a str),
}

impl From<i64> for Cell<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Cell<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell<'_> {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Self::Nothing, Into::into)
    }
}

impl<'a> From<&'a Option<String>> for Cell<'a> {
    fn from(text: &'a Option<String>) -> Self {
        text.as_deref().into()
    }
}

/// The numbers of rows that one statement inserts, the largest first: there are few different statements, so that all
/// of them stay prepared.
const STEPS: [usize; 3] = [250, 16, 1];

/// The statements of every table, by step; the longest have about ten thousand characters.
static STATEMENTS: LazyLock<[[String; STEPS.len()]; Table::ALL.len()]> =
    LazyLock::new(|| Table::ALL.map(|table| STEPS.map(|step| table.insert(step))));

/// Rows that are written together, by table.
#[derive(Debug, Default)]
pub(super) struct Lot(Box<[Rows; Table::ALL.len()]>);

/// Rows of one table.
#[derive(Debug, Default)]
struct Rows {
    count: usize,
    cells: Vec<Kept>,
    /// The texts of all cells, one after the other.
    texts: String,
}

/// A cell of a row.
#[derive(Debug, Clone, Copy)]
enum Kept {
    Nothing,
    Number(i64),
    /// A text with this many bytes.
    Text(usize),
}

impl Lot {
    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|rows| rows.count == 0)
    }

    /// Returns the number of rows of a table.
    pub(super) fn count(&self, table: Table) -> usize {
        self.0[table as usize].count
    }

    /// Adds a row; its number precedes the other cells.
    pub(super) fn push<const CELLS: usize>(
        &mut self,
        table: Table,
        number: Cell<'_>,
        cells: [Cell<'_>; CELLS],
    ) {
        self.0[table as usize].push(number, cells);
    }

    /// Writes the rows, each table after those it refers to.
    pub(super) fn write(&self, connection: &Connection) -> rusqlite::Result<()> {
        for (table, rows) in Table::ALL.into_iter().zip(self.0.iter()) {
            rows.write(connection, table)?;
        }
        Ok(())
    }
}

impl Rows {
    fn push<const CELLS: usize>(&mut self, number: Cell<'_>, cells: [Cell<'_>; CELLS]) {
        for cell in [number].into_iter().chain(cells) {
            self.cells.push(match cell {
                Cell::Nothing => Kept::Nothing,
                Cell::Number(number) => Kept::Number(number),
                Cell::Text(text) => {
                    self.texts.push_str(text);
                    Kept::Text(text.len())
                }
            });
        }
        self.count += 1;
    }

    fn write(&self, connection: &Connection, table: Table) -> rusqlite::Result<()> {
        let mut cells = self.cells.iter();
        let mut texts = self.texts.as_str();
        let mut left = self.count;
        for (step, insert) in STEPS.into_iter().zip(&STATEMENTS[table as usize]) {
            while left >= step {
                left -= step;
                let mut statement = connection.prepare_cached(insert)?;
                for (place, cell) in cells
                    .by_ref()
                    .take(step * (table.columns().len() + 1))
                    .enumerate()
                {
                    let place = place + 1;
                    match cell {
                        Kept::Nothing => {
                            statement.raw_bind_parameter(place, rusqlite::types::Null)?;
                        }
                        Kept::Number(number) => statement.raw_bind_parameter(place, number)?,
                        Kept::Text(length) => {
                            let (text, rest) =
                                texts.split_at_checked(*length).unwrap_or((texts, ""));
                            texts = rest;
                            statement.raw_bind_parameter(place, text)?;
                        }
                    }
                }
                statement.raw_execute()?;
            }
        }
        Ok(())
    }
}
