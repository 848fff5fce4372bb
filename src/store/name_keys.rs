//! From layout 3 to 4: the keys beside people's names are worked out anew.
//!
//! Names in other scripts, with ranks and with some letters have another key than they had. A key is what a name is found
//! by, so the rows change, and their former images in the journal: an undo brings back a key that is still found.

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::StoreError;
use crate::identity::person_key;

/// Works out the key of everybody, and of every former image of somebody; the caller holds the transaction.
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

/// Writes the key of each row whose key is another one now.
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
