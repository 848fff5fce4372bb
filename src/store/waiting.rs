//! Rows to be inserted that wait for more of their kind.
//!
//! A bulk import adds half a dozen rows for each of the file's. One statement for many rows of a table
//! costs SQLite about half of what as many statements cost: it looks the table's last number up once,
//! and stays with one table's pages. So rows are gathered here, with the numbers they will have, and
//! written together: when there are many, and before anything else is asked of the connection (see
//! [`super::link`]), so that nobody ever sees the file without them.
//!
//! # Numbers
//!
//! Nobody else can write while an operation holds its transaction, so the next number is known: one
//! more than the greatest that was ever given (`AUTOINCREMENT`). It is looked up again whenever
//! something else was written in the meantime.

use std::cell::RefCell;

use rusqlite::Connection;

/// A table whose rows may wait. In this order they are written: a row after those it refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Table {
    Organisation,
    Person,
    PersonAddress,
    Registration,
    Signup,
    Stay,
    KnownRow,
}

impl Table {
    const ALL: [Self; 7] = [
        Self::Organisation,
        Self::Person,
        Self::PersonAddress,
        Self::Registration,
        Self::Signup,
        Self::Stay,
        Self::KnownRow,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Person => "person",
            Self::PersonAddress => "person_address",
            Self::Registration => "registration",
            Self::Signup => "signup",
            Self::Stay => "stay",
            Self::KnownRow => "known_row",
        }
    }

    /// The columns behind the number, in the order cells are given in.
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
            ],
            Self::Signup => &[
                "operation_id",
                "registration_id",
                "session_id",
                "status",
                "requested_at",
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
            ],
            Self::KnownRow => &["operation_id", "event_id", "fingerprint"],
        }
    }

    /// Returns the statement that inserts so many rows.
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

/// What stands in a cell.
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

/// How many rows of one table may wait.
const FULL: usize = 1000;
/// How many rows one statement inserts, the most first: few different statements, so that all of them
/// stay prepared.
const STEPS: [usize; 3] = [250, 16, 1];

/// Rows that wait, of every table.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    tables: RefCell<[Rows; Table::ALL.len()]>,
}

/// Rows of one table that wait.
#[derive(Debug, Default)]
struct Rows {
    count: usize,
    cells: Vec<Kept>,
    /// The texts of all cells, one after the other.
    texts: String,
    /// The number of the next row, and how many changes there were when it was looked up.
    next: Option<(i64, u64)>,
}

/// A cell that waits.
#[derive(Debug, Clone, Copy)]
enum Kept {
    Nothing,
    Number(i64),
    /// A text of so many bytes.
    Text(usize),
}

impl Waiting {
    /// Adds a row and returns its number; `given` is one it must have.
    pub(super) fn add<const CELLS: usize>(
        &self,
        connection: &Connection,
        table: Table,
        given: Option<i64>,
        cells: [Cell<'_>; CELLS],
    ) -> rusqlite::Result<i64> {
        let mut tables = self.tables.borrow_mut();
        let rows = &mut tables[table as usize];
        let next = rows.next_number(connection, table)?;
        let number = given.unwrap_or(next);
        rows.next = rows
            .next
            .map(|(next, changes)| (next.max(number.saturating_add(1)), changes));
        rows.push(Cell::Number(number), cells);
        if rows.count >= FULL {
            write(&mut *tables, connection)?;
        }
        Ok(number)
    }

    /// Adds a row of a table whose numbers nobody asks for: SQLite gives them when it is written.
    pub(super) fn add_unnumbered<const CELLS: usize>(
        &self,
        connection: &Connection,
        table: Table,
        cells: [Cell<'_>; CELLS],
    ) -> rusqlite::Result<()> {
        let mut tables = self.tables.borrow_mut();
        let rows = &mut tables[table as usize];
        rows.push(Cell::Nothing, cells);
        if rows.count >= FULL {
            write(&mut *tables, connection)?;
        }
        Ok(())
    }

    /// Writes all rows that wait.
    pub(super) fn write(&self, connection: &Connection) -> rusqlite::Result<()> {
        write(&mut *self.tables.borrow_mut(), connection)
    }

    /// Writes the rows that wait of a table and of those before it.
    pub(super) fn write_up_to(
        &self,
        connection: &Connection,
        table: Table,
    ) -> rusqlite::Result<()> {
        let mut tables = self.tables.borrow_mut();
        write(&mut tables[..=table as usize], connection)
    }
}

fn write(tables: &mut [Rows], connection: &Connection) -> rusqlite::Result<()> {
    if tables.iter().all(|rows| rows.count == 0) {
        return Ok(());
    }
    let before = connection.total_changes();
    for (table, rows) in Table::ALL.into_iter().zip(tables.iter_mut()) {
        if !rows.is_next_known(before) {
            rows.next = None;
        }
        let written = rows.write(connection, table);
        rows.clear();
        written?;
    }
    // What was written just now is no reason to look a number up again.
    let after = connection.total_changes();
    for rows in tables {
        rows.next = rows.next.map(|(next, _)| (next, after));
    }
    Ok(())
}

impl Rows {
    /// Whether the next number is still what it was when it was looked up: nobody can have added to the
    /// table since, neither while rows of it wait nor without any change at all.
    fn is_next_known(&self, changes: u64) -> bool {
        self.count > 0 || self.next.is_some_and(|(_, known_at)| known_at == changes)
    }

    /// Returns the number that SQLite would give to the next row.
    fn next_number(&mut self, connection: &Connection, table: Table) -> rusqlite::Result<i64> {
        let changes = connection.total_changes();
        if let Some((next, _)) = self.next
            && self.is_next_known(changes)
        {
            return Ok(next);
        }
        let name = table.name();
        let greatest: i64 = connection
            .prepare_cached(&format!(
                "SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{name}'), 0),
                            coalesce((SELECT max(id) FROM {name}), 0))"
            ))?
            .query_row([], |row| row.get(0))?;
        let next = greatest.saturating_add(1);
        self.next = Some((next, changes));
        Ok(next)
    }

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

    fn clear(&mut self) {
        self.count = 0;
        self.cells.clear();
        self.texts.clear();
    }

    fn write(&self, connection: &Connection, table: Table) -> rusqlite::Result<()> {
        let mut cells = self.cells.iter();
        let mut texts = self.texts.as_str();
        let mut left = self.count;
        for step in STEPS {
            while left >= step {
                left -= step;
                let mut statement = connection.prepare_cached(&table.insert(step))?;
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

#[cfg(test)]
#[path = "waiting_tests.rs"]
mod tests;
