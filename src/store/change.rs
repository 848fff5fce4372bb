//! Runs each operation in one transaction.

use std::cell::Cell;
use std::ops::Deref;

use rusqlite::{Connection, ErrorCode};

use super::keeper::Keeper;
use super::layout::{self, Deviation, ObjectKind};
use super::link::Link;
use super::waiting::Waiting;
use super::{Reader, Store, StoreError};
use crate::catalogue::Message;
use crate::catalogue::messages::store as words;
use crate::model::{Instant, OperationId, time};

/// Changes the file, inside [`Store::change`].
#[derive(Debug)]
pub struct Writer<'store> {
    reader: Reader<'store>,
    pub(super) operation: OperationId,
    /// How many changes were rolled back, to look at the past.
    pub(super) given_up: Cell<u64>,
}

impl<'store> Deref for Writer<'store> {
    type Target = Reader<'store>;

    fn deref(&self) -> &Reader<'store> {
        &self.reader
    }
}

/// The result of [`Store::change`].
#[derive(Debug)]
pub struct Changed<T> {
    /// The return value of the work.
    pub value: T,
    /// The operation's number; `None` if nothing changed, or for a dry run.
    pub operation: Option<OperationId>,
    /// Whether the work changed anything, even in a dry run.
    pub anything: bool,
}

impl Store {
    /// Runs `work` on one snapshot of the file, whatever others write in the meantime.
    ///
    /// With a rollback journal a snapshot blocks every commit: read everything, and release it before anything is
    /// shown, written or asked.
    ///
    /// # Errors
    /// Those of `work`; [`StoreError::Busy`] if another program does not finish in time.
    pub fn snapshot<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction = self.begin("BEGIN", |deviation| {
            deviation.object.kind == ObjectKind::Table
        })?;
        let value = work(&self.read())?;
        transaction.roll_back()?;
        Ok(value)
    }

    /// Runs `work` as one operation.
    ///
    /// `work` returns its value and the operation's summary. If it fails, changes nothing, or this is a dry run, the
    /// file stays unchanged to the byte.
    ///
    /// # Errors
    /// Those of `work`; [`StoreError::Busy`] if another program does not finish in time.
    pub fn change<T, S: Into<Message>, E: From<StoreError>>(
        &mut self,
        command: &str,
        now: Instant,
        dry_run: bool,
        work: impl FnOnce(&Writer<'_>) -> Result<(T, S), E>,
    ) -> Result<Changed<T>, E> {
        self.change_after(
            command,
            now,
            dry_run,
            |_| Ok((None, ())),
            |writer, ()| work(writer),
        )
    }

    /// Returns an error with the foreign tables whose rows refer to removed ones, if this is why SQLite refuses to
    /// commit.
    fn held_by_others(&self, error: StoreError) -> Result<StoreError, StoreError> {
        let is_held = matches!(&error, StoreError::Sqlite(error)
            if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation));
        if !is_held {
            return Err(error);
        }
        let connection = self.connection.connection()?;
        let foreign = layout::compare(&connection)?.foreign.into_iter();
        let mut tables = Vec::new();
        for table in foreign.filter(|it| it.kind == ObjectKind::Table) {
            let sql = "SELECT EXISTS (SELECT 1 FROM pragma_foreign_key_check(?1))";
            if connection.query_row(sql, [&table.name], |row| row.get(0))? {
                tables.push(table.name);
            }
        }
        if tables.is_empty() {
            return Err(error);
        }
        Ok(StoreError::HeldByOthers(tables))
    }

    /// Runs `work` on one snapshot, even if the schema deviates.
    pub(super) fn looking<T>(
        &self,
        work: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let looked = || {
            let transaction = Transaction::begin(&self.connection, "BEGIN")?;
            let value = work(&self.read())?;
            transaction.roll_back()?;
            Ok(value)
        };
        looked().map_err(|error: StoreError| error.of_file(&self.path))
    }

    /// Runs `work` while nobody else reads or writes, even if the schema deviates.
    pub(super) fn exclusively<T>(
        &mut self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let transaction = Transaction::begin(&self.connection, "BEGIN EXCLUSIVE")?;
        self.expect_in_place()?;
        let value = work(&*self.connection.connection()?)?;
        transaction.commit()?;
        Ok(value)
    }

    /// Begins a transaction and takes its lock; fails if there is a deviation for which `is_in_the_way` returns true.
    fn begin(
        &self,
        begin: &str,
        is_in_the_way: impl Fn(&Deviation) -> bool,
    ) -> Result<Transaction<'_>, StoreError> {
        let begun = || {
            let transaction = Transaction::begin(&self.connection, begin)?;
            let mut deviations = layout::compare(&*self.connection.connection()?)?.deviations;
            deviations.retain(is_in_the_way);
            Ok((transaction, deviations))
        };
        let (transaction, deviations) =
            begun().map_err(|error: StoreError| error.of_file(&self.path))?;
        self.expect_in_place()?;
        if deviations.is_empty() {
            return Ok(transaction);
        }
        Err(StoreError::Layout {
            path: self.path.clone(),
            deviations,
        })
    }

    /// The same as [`Self::change`], after a look at the very state that is changed: `look` returns the operation to
    /// undo, if any, and whatever `work` needs to know about the state before.
    pub(super) fn change_after<L, T, S: Into<Message>, E: From<StoreError>>(
        &mut self,
        command: &str,
        now: Instant,
        dry_run: bool,
        look: impl FnOnce(&Reader<'_>) -> Result<(Option<OperationId>, L), StoreError>,
        work: impl FnOnce(&Writer<'_>, L) -> Result<(T, S), E>,
    ) -> Result<Changed<T>, E> {
        let of_file = |error: StoreError| error.of_file(&self.path);
        let transaction = self.begin("BEGIN IMMEDIATE", |_| true)?;
        let waiting = Waiting::default();
        let connection = Link::to_write(&self.connection, &waiting);
        let (undoes, before) = look(&Reader { connection })?;
        let operation = connection
            .insert_now(
                "INSERT INTO operation (time, command, summary, undoes, author)
                     VALUES (?1, ?2, '\"\"', ?3, ?4)",
                (
                    time::to_utc_text(now),
                    command,
                    undoes.map(|id| id.0),
                    &self.author,
                ),
            )
            .map(OperationId)
            .map_err(|error| of_file(error.into()))?;
        let changes = || -> Result<u64, StoreError> { Ok(connection.complete()?.total_changes()) };
        let changes_before = changes()?;
        let writer = Writer {
            reader: Reader { connection },
            operation,
            given_up: Cell::new(0),
        };
        // An early return drops the transaction, which rolls it back.
        let (value, summary) = work(&writer, before)?;
        let anything = changes()? != changes_before + writer.given_up.get();
        if anything && let Some(slug) = writer.recorded_in_cancelled()? {
            return Err(StoreError::InCancelled(slug).into());
        }
        if dry_run || !anything {
            transaction.roll_back()?;
            return Ok(Changed {
                value,
                operation: None,
                anything,
            });
        }
        connection
            .execute(
                "UPDATE operation SET summary = ?2 WHERE id = ?1",
                (operation.0, kept(&summary.into())?),
            )
            .map_err(StoreError::from)?;
        transaction
            .commit()
            .map_err(|error| self.held_by_others(error).unwrap_or_else(of_file))?;
        self.committed.set(operation);
        Ok(Changed {
            value,
            operation: Some(operation),
            anything,
        })
    }
}

/// Returns a summary in the form that is stored.
fn kept(summary: &Message) -> Result<String, StoreError> {
    serde_json::to_string(summary).map_err(|_| StoreError::Damaged(words::DAMAGED_SUMMARY.into()))
}

/// A transaction, rolled back unless it is committed. It does not borrow the connection, which may move to another
/// thread in the meantime.
#[derive(Debug)]
struct Transaction<'store>(&'store Keeper);

impl<'store> Transaction<'store> {
    fn begin(keeper: &'store Keeper, begin: &str) -> Result<Self, StoreError> {
        keeper.connection()?.execute_batch(begin)?;
        Ok(Self(keeper))
    }

    /// Commits; if that fails, the transaction continues until this is dropped.
    fn commit(&self) -> Result<(), StoreError> {
        Ok(self.0.connection()?.execute_batch("COMMIT")?)
    }

    fn roll_back(self) -> Result<(), StoreError> {
        Ok(self.0.connection()?.execute_batch("ROLLBACK")?)
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        // Rows still being written are rolled back anyway, so errors from writing them do not matter.
        drop(self.0.end_shift());
        if let Ok(connection) = self.0.connection()
            && !connection.is_autocommit()
        {
            drop(connection.execute_batch("ROLLBACK"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Language;
    use crate::store::NewPerson;

    #[test]
    fn a_file_that_takes_no_change_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let mut store = Store::create(&path).unwrap();
        // Causes the error that SQLite gives for a file that it may not write.
        let connection = store.connection.connection().unwrap();
        connection.execute_batch("PRAGMA query_only = ON").unwrap();
        drop(connection);
        let changed = store.change("test", Instant::UNIX_EPOCH, false, |_| {
            Ok::<_, StoreError>(((), Message::verbatim("")))
        });
        let refused = changed.unwrap_err();
        assert!(
            matches!(&refused, StoreError::ReadOnly(named) if *named == path),
            "{refused:?}"
        );
    }

    #[test]
    fn a_summary_is_kept_as_data_and_read_in_any_language() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let mut store = Store::create(&path).unwrap();
        add_somebody(&path).unwrap();
        let now = Instant::UNIX_EPOCH;
        store
            .undo(
                None,
                now,
                false,
                |_| Ok(()),
                |_, (), _| Ok::<_, StoreError>(()),
            )
            .unwrap();
        let operations = store.read().operations().unwrap();
        let said = operations
            .iter()
            .map(|it| it.summary.in_language(Language::De));
        assert_eq!(
            said.collect::<Vec<_>>(),
            [
                "",
                "Vorgang 1 (test) zurückgenommen: 1 entfernt, 0 wiederhergestellt"
            ]
        );
        // A summary as older programs wrote it, after the upgrade.
        let mark = |summary: &str| {
            let connection = store.connection.connection().unwrap();
            let sql = "UPDATE operation SET summary = ?1 WHERE id = 1";
            connection.execute(sql, [summary]).unwrap();
            drop(connection);
            store.read().marks().unwrap()[0].1.clone()
        };
        assert_eq!(mark("2 people added"), mark("\"2 people added\""));
    }

    /// Adds somebody through a separate store, as another program does.
    fn add_somebody(path: &std::path::Path) -> Result<Changed<()>, StoreError> {
        let mut store = Store::open(path).unwrap();
        store.change("test", Instant::UNIX_EPOCH, false, |writer| {
            writer.add_person(&NewPerson {
                family_name: "Muster".to_owned(),
                ..NewPerson::default()
            })?;
            Ok::<_, StoreError>(((), Message::verbatim("")))
        })
    }

    #[test]
    fn a_snapshot_stays_as_it_is_and_whoever_changes_the_file_waits() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let store = Store::create(&path).unwrap();
        std::thread::scope(|scope| {
            let waiting = store
                .snapshot(|reader| {
                    let waiting = scope.spawn(|| add_somebody(&path));
                    std::thread::sleep(std::time::Duration::from_millis(500));
                    assert!(!waiting.is_finished());
                    assert!(reader.people()?.is_empty());
                    Ok::<_, StoreError>(waiting)
                })
                .unwrap();
            waiting.join().unwrap().unwrap();
        });
        let people = store.read().people().unwrap();
        assert_eq!(people.len(), 1);
    }

    #[test]
    fn an_undo_that_waited_finds_what_was_undone_meanwhile() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let mut store = Store::create(&path).unwrap();
        let operation = add_somebody(&path).unwrap().operation;
        let undo = |store: &mut Store, milliseconds| {
            let now = Instant::UNIX_EPOCH;
            let wait = move |_: &Writer<'_>, (), _: &[OperationId]| {
                std::thread::sleep(std::time::Duration::from_millis(milliseconds));
                Ok::<_, StoreError>(())
            };
            store.undo(operation, now, false, |_| Ok(()), wait)
        };
        let late = std::thread::scope(|scope| {
            let late = scope.spawn(|| {
                std::thread::sleep(std::time::Duration::from_millis(200));
                undo(&mut Store::open(&path).unwrap(), 0)
            });
            undo(&mut store, 800).unwrap();
            late.join().unwrap()
        });
        assert!(
            matches!(late, Err(StoreError::AlreadyUndone { by, .. }) if by == OperationId(2)),
            "{late:?}"
        );
    }
}
