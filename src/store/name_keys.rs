//! Upgrade from layout 3 to 4: recomputes the keys of people's names.
//!
//! The keys of names in other scripts, with ranks and with some letters have changed. Names are looked up by their key,
//! so the rows change, and so do their former images in the journal: an undo then restores a key that can still be
//! found.

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::StoreError;
use crate::identity::person_key;

/// Recomputes the key of everybody, and of every former image of a person; the caller holds the transaction.
pub(super) fn convert(connection: &Connection) -> Result<(), StoreError> {
    // This is not an operation, so the triggers must not journal it.
    let triggers = DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER;
    connection.set_db_config(triggers, false)?;
    let done = rewrite(
        connection,
        "SELECT id, given_name, family_name, key FROM person",
        "UPDATE person SET key = ?2 WHERE id = ?1",
    )
    .and_then(|()| {
        rewrite(
            connection,
            "SELECT id, image ->> '$.given_name', image ->> '$.family_name', image ->> '$.key'
             FROM change WHERE table_name = 'person' AND image IS NOT NULL",
            "UPDATE change SET image = json_set(image, '$.key', ?2) WHERE id = ?1",
        )
    });
    connection.set_db_config(triggers, true)?;
    done
}

/// Updates each row whose key has changed.
fn rewrite(connection: &Connection, select: &str, update: &str) -> Result<(), StoreError> {
    let mut select = connection.prepare(select)?;
    let mut update = connection.prepare(update)?;
    let mut stale: Vec<(i64, String)> = Vec::new();
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let (given, family): (String, String) = (row.get(1)?, row.get(2)?);
        let key = person_key(&given, &family);
        if key != row.get::<_, String>(3)? {
            stale.push((row.get(0)?, key));
        }
    }
    for key in stale {
        update.execute(key)?;
    }
    Ok(())
}
