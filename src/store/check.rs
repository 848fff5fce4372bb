//! Checks whether the file is sound: SQLite's own checks, and the invariants of this program.

use super::layout::{self, Deviation, Layout, Object, ObjectKind};
use super::{Reader, Store, StoreError};
use crate::catalogue::Message;
use crate::identity::{organisation_key, person_key};
use crate::message;
use crate::model::{Instant, time};

/// The result of a check.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// The problems in plain words; empty if the file is sound.
    pub problems: Vec<Message>,
    /// Deviations of the schema, which are also in `problems`.
    pub deviations: Vec<Deviation>,
    /// Objects that others added to the file, which are left alone.
    pub foreign: Vec<Object>,
    /// How many removed people can be recognised, and by how many hashes.
    pub removed: (usize, usize),
}

impl Store {
    /// Checks the file as of `now`, even if its schema deviates.
    ///
    /// # Errors
    /// If the file cannot be read at all.
    pub fn check(&self, now: Instant) -> Result<Checked, StoreError> {
        self.looking(|reader| {
            let mut checked = Checked::default();
            let compared = layout::compare(&*reader.connection.complete()?)?;
            let told = compared.deviations.iter().map(Deviation::message);
            checked.problems.extend(told);
            reader.check_pages(&mut checked.problems)?;
            // The following checks need the tables with their columns.
            let is_table = |it: &Deviation| it.object.kind == ObjectKind::Table;
            if !compared.deviations.iter().any(is_table) {
                match reader.check_rows(now) {
                    // SQLite has already reported more about it above.
                    Err(StoreError::Damaged(_)) if !checked.problems.is_empty() => {}
                    found => checked.problems.extend(found?),
                }
                let removed = reader.removed()?;
                checked.removed = (removed.people(), removed.hashes());
            }
            checked.deviations = compared.deviations;
            checked.foreign = compared.foreign;
            Ok(checked)
        })
    }
}

impl Reader<'_> {
    /// Returns the invariants that rows violate, in plain words; empty if there are none. In a session that has begun
    /// by `now`, places may stay free although people wait.
    fn check_rows(&self, now: Instant) -> Result<Vec<Message>, StoreError> {
        let mut problems = Vec::new();
        let connection = self.connection.complete()?;
        for table in Layout::newest().tables() {
            let mut statement =
                connection.prepare(&format!("PRAGMA foreign_key_check({table})"))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                problems.push(message!(store::refers_to_missing {
                    table: row.get::<_, String>(0)?,
                    number: row.get::<_, Option<i64>>(1)?.unwrap_or_default(),
                    other: row.get::<_, String>(2)?
                }));
            }
        }
        for (sql, says) in INVARIANTS {
            let mut statement = connection.prepare(sql)?;
            let now = time::to_utc_text(now);
            let mut rows = match statement.parameter_count() {
                0 => statement.query([])?,
                _ => statement.query([now])?,
            };
            while let Some(row) = rows.next()? {
                problems.push(says(row.get(0)?));
            }
        }
        for table in Layout::newest().data_tables() {
            let strays: i64 = self.connection.query_row(
                &format!(
                    "SELECT count(*) FROM {table} WHERE operation_id NOT IN (SELECT id FROM operation)"
                ),
                [],
                |row| row.get(0),
            )?;
            if strays > 0 {
                problems.push(message!(store::of_no_operation {
                    count: strays,
                    table
                }));
            }
        }
        self.check_keys(&mut problems)?;
        Ok(problems)
    }

    /// Runs SQLite's own checks of the pages, and of the constraints of tables.
    fn check_pages(&self, problems: &mut Vec<Message>) -> Result<(), StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare("PRAGMA integrity_check")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let line: String = row.get(0)?;
            if line != "ok" {
                problems.push(message!(store::integrity { line }));
            }
        }
        Ok(())
    }

    /// Checks that the stored keys, which searches use, match the names.
    fn check_keys(&self, problems: &mut Vec<Message>) -> Result<(), StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection
            .prepare("SELECT id, given_name, family_name, key FROM person ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (given, family): (String, String) = (row.get(1)?, row.get(2)?);
            if person_key(&given, &family) != row.get::<_, String>(3)? {
                problems.push(message!(store::key_of_person {
                    number: row.get::<_, i64>(0)?
                }));
            }
        }
        let mut statement =
            connection.prepare("SELECT id, name, key FROM organisation ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if organisation_key(&row.get::<_, String>(1)?) != row.get::<_, String>(2)? {
                problems.push(message!(store::key_of_organisation {
                    number: row.get::<_, i64>(0)?
                }));
            }
        }
        Ok(())
    }
}

/// Returns the message about a row, by its number.
type Says = fn(i64) -> Message;

/// Each query selects the numbers of rows that violate an invariant; `?1` is the moment.
const INVARIANTS: &[(&str, Says)] = &[
    (
        "SELECT DISTINCT waiting.session_id FROM signup AS waiting
         JOIN session ON session.id = waiting.session_id
         JOIN registration ON registration.id = waiting.registration_id
         WHERE waiting.status = 'waitlisted' AND session.start > ?1 AND NOT session.cancelled
           AND registration.status <> 'waitlisted'
           AND (capacity IS NULL OR capacity > (SELECT count(*) FROM signup
                WHERE session_id = session.id AND status = 'confirmed')
                + (SELECT count(*) FROM review WHERE state = 'open' AND kind = 'person'
                   AND coalesce(review.row ->> '$.row.status', '') <> 'cancelled'
                   AND EXISTS (SELECT 1 FROM json_each(review.row, '$.row.choices')
                               WHERE value = session.id)))",
        |number| message!(store::waits_though_free { number }),
    ),
    (
        "SELECT signup.id FROM signup JOIN registration ON registration.id = registration_id
         JOIN session ON session.id = session_id WHERE session.event_id <> registration.event_id",
        |number| message!(store::signup_of_another_event { number }),
    ),
    (
        "SELECT signup.id FROM signup JOIN registration ON registration.id = registration_id
         WHERE registration.status = 'cancelled' AND signup.status <> 'cancelled'",
        |number| message!(store::signup_though_cancelled { number }),
    ),
    (
        "SELECT id FROM person_address WHERE address <> lower(address) OR address <> trim(address)",
        |number| message!(store::address_not_in_lower_case { number }),
    ),
    (
        "SELECT stay.id FROM stay JOIN session ON session.id = session_id
         WHERE session.event_id <> stay.event_id",
        |number| message!(store::stay_of_another_event { number }),
    ),
    ("SELECT id FROM operation WHERE undoes >= id", |number| {
        message!(store::takes_back_a_later_one { number })
    }),
];
