//! Is the file sound: SQLite's own checks, and what this program promises beyond them.

use super::{Reader, StoreError};
use crate::identity::{organisation_key, person_key};
use crate::model::{Instant, time};

impl Reader<'_> {
    /// Returns what is wrong with the file, in plain words; empty when it is sound. In a session that has begun
    /// by `now`, places may stay free although people wait.
    pub fn check(&self, now: Instant) -> Result<Vec<String>, StoreError> {
        let mut problems = Vec::new();
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare("PRAGMA integrity_check")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let line: String = row.get(0)?;
            if line != "ok" {
                problems.push(format!("integrity: {line}"));
            }
        }
        let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            problems.push(format!(
                "{} {} refers to a missing {}",
                row.get::<_, String>(0)?,
                row.get::<_, Option<i64>>(1)?.unwrap_or_default(),
                row.get::<_, String>(2)?
            ));
        }
        for (sql, says) in INVARIANTS {
            let mut statement = connection.prepare(sql)?;
            let now = time::to_utc_text(now);
            let mut rows = match statement.parameter_count() {
                0 => statement.query([])?,
                _ => statement.query([now])?,
            };
            while let Some(row) = rows.next()? {
                problems.push(format!("{says}: {}", row.get::<_, i64>(0)?));
            }
        }
        for table in self.data_tables()? {
            let strays: i64 = self.connection.query_row(
                &format!(
                    "SELECT count(*) FROM {table} WHERE operation_id NOT IN (SELECT id FROM operation)"
                ),
                [],
                |row| row.get(0),
            )?;
            if strays > 0 {
                problems.push(format!("{strays} rows of {table} belong to no operation"));
            }
        }
        self.check_keys(&mut problems)?;
        Ok(problems)
    }

    /// The keys beside names are what searching goes by; they must be those of the names.
    fn check_keys(&self, problems: &mut Vec<String>) -> Result<(), StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection
            .prepare("SELECT id, given_name, family_name, key FROM person ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (given, family): (String, String) = (row.get(1)?, row.get(2)?);
            if person_key(&given, &family) != row.get::<_, String>(3)? {
                problems.push(format!(
                    "the search key of person {}",
                    row.get::<_, i64>(0)?
                ));
            }
        }
        let mut statement =
            connection.prepare("SELECT id, name, key FROM organisation ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if organisation_key(&row.get::<_, String>(1)?) != row.get::<_, String>(2)? {
                problems.push(format!(
                    "the search key of organisation {}",
                    row.get::<_, i64>(0)?
                ));
            }
        }
        Ok(())
    }
}

/// Each selects the numbers of rows that break a promise; `?1` is the moment.
const INVARIANTS: &[(&str, &str)] = &[
    (
        "SELECT DISTINCT waiting.session_id FROM signup AS waiting
         JOIN session ON session.id = waiting.session_id
         WHERE waiting.status = 'waitlisted' AND session.start > ?1
           AND (capacity IS NULL OR capacity > (SELECT count(*) FROM signup
                WHERE session_id = session.id AND status = 'confirmed'))",
        "somebody waits although a place is free, session",
    ),
    (
        "SELECT signup.id FROM signup JOIN registration ON registration.id = registration_id
         JOIN session ON session.id = session_id WHERE session.event_id <> registration.event_id",
        "a sign-up is for another event's session, sign-up",
    ),
    (
        "SELECT signup.id FROM signup JOIN registration ON registration.id = registration_id
         WHERE registration.status = 'cancelled' AND signup.status <> 'cancelled'",
        "a sign-up stands although the registration is cancelled, sign-up",
    ),
    (
        "SELECT id FROM person_address WHERE address <> lower(address) OR address <> trim(address)",
        "an address is not in lower case, address",
    ),
    (
        "SELECT stay.id FROM stay JOIN session ON session.id = session_id
         WHERE session.event_id <> stay.event_id",
        "a stay is in another event's session, stay",
    ),
    (
        "SELECT id FROM operation WHERE undoes >= id",
        "an operation takes back a later one, operation",
    ),
];
