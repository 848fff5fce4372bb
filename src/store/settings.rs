//! What holds for the whole file, by name.

use rusqlite::OptionalExtension as _;

use super::events::damaged;
use super::{Reader, StoreError, Writer};
use crate::catalogue::messages::store as words;
use crate::model::Keep;

/// How long data is kept where an event does not say.
const KEEP: &str = "keep";

/// On which legal basis data is used, as the organiser says it.
const BASIS: &str = "basis";

impl Reader<'_> {
    /// Returns how long the data of events is kept that do not say; without it, for good.
    pub fn keep_by_default(&self) -> Result<Option<Keep>, StoreError> {
        let value = self.setting(KEEP)?;
        let parsed = value.map(|text| text.parse().map_err(|_| damaged(words::DAMAGED_KEEP)));
        parsed.transpose()
    }

    /// Returns on which legal basis data is used, as the organiser says it.
    pub fn legal_basis(&self) -> Result<Option<String>, StoreError> {
        Ok(self.setting(BASIS)?.filter(|it| !it.is_empty()))
    }

    /// Returns what a name is set to.
    fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT value FROM setting WHERE name = ?1";
        let found = self.connection.query_row(sql, [name], |row| row.get(0));
        Ok(found.optional()?)
    }
}

impl Writer<'_> {
    /// Sets how long the data of events is kept that do not say; returns whether that is new.
    pub fn set_keep_by_default(&self, keep: Keep) -> Result<bool, StoreError> {
        self.set(KEEP, &keep.to_string())
    }

    /// Sets on which legal basis data is used; an empty text takes it away. Returns whether that is new.
    pub fn set_legal_basis(&self, basis: &str) -> Result<bool, StoreError> {
        self.set(BASIS, basis)
    }

    /// Sets a name to a value; returns whether that is new.
    fn set(&self, name: &str, value: &str) -> Result<bool, StoreError> {
        if self.setting(name)?.as_deref() == Some(value) {
            return Ok(false);
        }
        let changed = self.connection.execute(
            "UPDATE setting SET value = ?2 WHERE name = ?1",
            (name, value),
        )?;
        if changed == 0 {
            self.connection.execute(
                "INSERT INTO setting (operation_id, name, value) VALUES (?1, ?2, ?3)",
                (self.operation.0, name, value),
            )?;
        }
        Ok(true)
    }
}
