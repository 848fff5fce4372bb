//! Verdicts by hand.

use rusqlite::{OptionalExtension, Row};

use super::events::damaged;
use super::{Reader, StoreError, Writer};
use crate::catalogue::messages::store as words;
use crate::model::{EventId, PersonId, Ruling, SessionId, Verdict};

const COLUMNS: &str = "person_id, session_id, verdict, reason";

fn ruling(row: &Row<'_>) -> Result<Ruling, StoreError> {
    Ok(Ruling {
        person_id: PersonId(row.get(0)?),
        session_id: SessionId(row.get(1)?),
        verdict: Verdict::parse(&row.get::<_, String>(2)?)
            .ok_or_else(|| damaged(words::DAMAGED_VERDICT))?,
        reason: row.get(3)?,
    })
}

impl Reader<'_> {
    /// Returns the verdicts by hand of an event, in the order they were first given.
    pub fn rulings(&self, event: EventId) -> Result<Vec<Ruling>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM ruling
             WHERE session_id IN (SELECT id FROM session WHERE event_id = ?1) ORDER BY id"
        ))?;
        let mut rows = statement.query([event.0])?;
        let mut rulings = Vec::new();
        while let Some(row) = rows.next()? {
            rulings.push(ruling(row)?);
        }
        Ok(rulings)
    }

    /// Returns the verdict by hand on somebody in a session.
    pub fn ruling(
        &self,
        person: PersonId,
        session: SessionId,
    ) -> Result<Option<Ruling>, StoreError> {
        let connection = self.connection.complete()?;
        connection
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM ruling WHERE person_id = ?1 AND session_id = ?2"
            ))?
            .query_row((person.0, session.0), |row| Ok(ruling(row)))
            .optional()?
            .transpose()
    }
}

impl Writer<'_> {
    /// Sets a verdict by hand, replacing an earlier one; returns whether anything differed.
    pub fn set_ruling(&self, ruling: &Ruling) -> Result<bool, StoreError> {
        let changed = self.connection.execute(
            "INSERT INTO ruling (operation_id, person_id, session_id, verdict, reason)
             VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (person_id, session_id) DO UPDATE
             SET verdict = excluded.verdict, reason = excluded.reason
             WHERE (verdict, reason) IS NOT (excluded.verdict, excluded.reason)",
            (
                self.operation.0,
                ruling.person_id.0,
                ruling.session_id.0,
                ruling.verdict.as_str(),
                &ruling.reason,
            ),
        )?;
        Ok(changed > 0)
    }

    /// Removes a verdict by hand; returns whether there was one.
    pub fn remove_ruling(&self, person: PersonId, session: SessionId) -> Result<bool, StoreError> {
        let removed = self.connection.execute(
            "DELETE FROM ruling WHERE person_id = ?1 AND session_id = ?2",
            (person.0, session.0),
        )?;
        Ok(removed > 0)
    }
}
