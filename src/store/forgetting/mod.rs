//! Removes a person for good: every row of theirs, every former image of one, and every byte.
//!
//! `intake::forgetting` looks at all rows ([`super::Reader::each_row`]), and decides what is somebody's and what happens to it
//! ([`Fate`]). This module carries that out.
//!
//! # Nothing is journalled
//!
//! The whole operation runs without the triggers, since nothing it removes may be kept in the journal. So it cannot be
//! undone (`operation.is_final`), and does not block other operations: undoing an earlier operation undoes what is left
//! of it. In the journal the images of removed rows become [`GONE`]: the counts of an operation stay, and its undo
//! skips these rows. A row that was given to somebody else stays theirs, but its image from the time when it was the
//! removed person's becomes [`NOT_THEIRS`]: undoing that change would give the row back to a removed person, so it
//! deletes the row instead.
//!
//! # Two steps
//!
//! The rows are removed in one transaction, which leaves a mark (`erasure`). Then the file is rewritten without free
//! pages, and searched byte by byte (see [`erasure`]). The mark stays until that is done; otherwise the next command
//! does it first.

mod adjacent;
mod erasure;
mod figures;
mod key;
mod pruning;
mod recognised;
mod rows;

pub use erasure::{Erased, Held, Sought, SoughtKind, Trace};
pub use figures::RemovedOutcome;
pub use recognised::{HashKind, Removed};
pub use rows::{Fate, RowFates, TracedRow};

use std::collections::BTreeSet;

use rusqlite::config::DbConfig;

use super::{Changed, Store, StoreError, Writer};
use crate::catalogue::Message;
use crate::model::{EventId, Instant, PersonId};

/// The image of a row that was removed for good.
pub(super) const GONE: &str = "{}";

/// The image of a row from the time when it belonged to somebody who was removed for good.
pub(super) const NOT_THEIRS: &str = r#"{"gone":true}"#;

/// The image of a row that an operation did not change, but its undo did, since somebody was removed for good in
/// between: the two cancel out.
pub(super) const SETTLED: &str = r#"{"settled":true}"#;

/// The image of a row that was dropped from the journal, since nobody needed it any more.
pub(super) const DROPPED: &str = r#"{"dropped":true}"#;

/// Returns whether an image says nothing about a row, or no longer does.
pub(super) fn is_blank(image: &str) -> bool {
    [GONE, NOT_THEIRS, SETTLED, DROPPED].contains(&image)
}

impl Store {
    /// Does `work` as one operation that cannot be undone: nothing is journalled, and what it removes is overwritten.
    ///
    /// # Errors
    /// The same as for [`Store::change`].
    pub fn change_for_good<T, S: Into<Message>, E: From<StoreError>>(
        &mut self,
        command: &str,
        now: Instant,
        dry_run: bool,
        work: impl FnOnce(&Writer<'_>) -> Result<(T, S), E>,
    ) -> Result<Changed<T>, E> {
        self.journal(false)?;
        let changed = self.change(command, now, dry_run, |writer| -> Result<(T, S), E> {
            let done = work(writer)?;
            writer.make_final()?;
            Ok(done)
        });
        let again = self.journal(true);
        let changed = changed?;
        again?;
        Ok(changed)
    }

    /// Turns the journal on or off; while it is off, deleted data is overwritten.
    fn journal(&self, is_on: bool) -> Result<(), StoreError> {
        let connection = self.connection.connection()?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, is_on)?;
        Ok(connection.pragma_update(None, "secure_delete", !is_on)?)
    }
}

impl Writer<'_> {
    /// Marks the operation as final if it changed anything.
    fn make_final(&self) -> Result<(), StoreError> {
        let sql = "UPDATE operation SET is_final = 1 WHERE id = ?1";
        let before = self.connection.complete()?.total_changes();
        self.connection.execute(sql, [self.operation.0])?;
        // The mark alone does not count as a change of the file.
        let made = self.connection.complete()?.total_changes() - before;
        self.given_up.set(self.given_up.get() + made);
        Ok(())
    }

    /// Counts people as removed participants of an event.
    pub fn count_removed(&self, event: EventId, people: usize) -> Result<(), StoreError> {
        let people = i64::try_from(people).unwrap_or(i64::MAX);
        if people > 0 {
            self.connection.execute(
                "INSERT INTO removed_participant (event_id, people) VALUES (?1, ?2)
                 ON CONFLICT (event_id) DO UPDATE SET people = people + excluded.people",
                (event.0, people),
            )?;
        }
        Ok(())
    }
}

impl super::Reader<'_> {
    /// Returns a number that stays the same for as long as nobody else changes the file.
    pub fn version(&self) -> Result<i64, StoreError> {
        Ok(self
            .connection
            .query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }

    /// Returns which of these people take part in an event, by a registration that stands or by a stay.
    pub fn participants_among(
        &self,
        event: EventId,
        people: &BTreeSet<i64>,
    ) -> Result<BTreeSet<PersonId>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT person_id FROM registration
             WHERE person_id IN (SELECT value FROM json_each(?2)) AND event_id = ?1
               AND status <> 'cancelled'
             UNION SELECT person_id FROM stay
             WHERE person_id IN (SELECT value FROM json_each(?2)) AND event_id = ?1",
        )?;
        let people = serde_json::json!(people).to_string();
        let found = statement
            .query_map((event.0, people), |row| row.get(0).map(PersonId))?
            .collect::<Result<_, _>>()?;
        Ok(found)
    }

    /// Returns how many participants of an event were removed since.
    pub fn removed_participants(&self, event: EventId) -> Result<i64, StoreError> {
        Ok(self.connection.query_row(
            "SELECT coalesce(sum(people), 0) FROM removed_participant WHERE event_id = ?1",
            [event.0],
            |row| row.get(0),
        )?)
    }
}
