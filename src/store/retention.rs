//! What is kept longer than it should be.

use std::collections::BTreeSet;

use super::{Reader, StoreError, Writer};
use crate::model::{EventId, PersonId, SessionId, StayId};

/// What is left of stays: minutes in a session, and whether they met the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewMinutes {
    /// The session; `None` for the event as a whole.
    pub session_id: Option<SessionId>,
    /// How long, in seconds, rounded to minutes; `None` if it is only known that they were there.
    pub seconds: Option<i64>,
    /// Whether the exact time met the rule.
    pub meets: Option<bool>,
}

impl Reader<'_> {
    /// Returns whether times or names that logs recorded are kept of an event, in its stays or in former images of them.
    pub fn has_times(&self, event: EventId) -> Result<bool, StoreError> {
        Ok(self.connection.query_row(
            "SELECT EXISTS (
                SELECT 1 FROM stay WHERE event_id = ?1
                    AND coalesce(joined_at, left_at, recorded_name, recorded_email, matched_row)
                        IS NOT NULL)
             OR EXISTS (
                SELECT 1 FROM change WHERE table_name = 'stay' AND image ->> '$.event_id' = ?1
                    AND coalesce(image ->> '$.joined_at', image ->> '$.left_at',
                                 image ->> '$.recorded_name', image ->> '$.recorded_email',
                                 image ->> '$.matched_row') IS NOT NULL)",
            [event.0],
            |row| row.get(0),
        )?)
    }

    /// Returns who took part in an event, or may have: registrations in any state, stays, excuses, verdicts and parts in
    /// the programme.
    pub fn participants_ever(&self, event: EventId) -> Result<BTreeSet<PersonId>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT person_id FROM registration WHERE event_id = ?1
             UNION SELECT person_id FROM stay WHERE event_id = ?1 AND person_id IS NOT NULL
             UNION SELECT person_id FROM excuse
                 WHERE session_id IN (SELECT id FROM session WHERE event_id = ?1)
             UNION SELECT person_id FROM ruling
                 WHERE session_id IN (SELECT id FROM session WHERE event_id = ?1)
             UNION SELECT person_id FROM session_person
                 WHERE person_id IS NOT NULL
                   AND session_id IN (SELECT id FROM session WHERE event_id = ?1)",
        )?;
        let people = statement
            .query_map([event.0], |row| row.get(0).map(PersonId))?
            .collect::<Result<_, _>>()?;
        Ok(people)
    }
}

impl Writer<'_> {
    /// Leaves of a stay what a data-minimal import would have kept.
    pub fn reduce_stay(&self, id: StayId, minutes: NewMinutes) -> Result<(), StoreError> {
        self.connection.execute(
            "UPDATE stay
             SET session_id = ?2, joined_at = NULL, left_at = NULL, recorded_name = NULL,
                 recorded_email = NULL, matched_by = NULL, matched_row = NULL, seconds = ?3,
                 meets = ?4, line = NULL
             WHERE id = ?1",
            (
                id.0,
                minutes.session_id.map(|it| it.0),
                minutes.seconds,
                minutes.meets,
            ),
        )?;
        Ok(())
    }

    /// Adds what a data-minimal import would have kept of a stay in a further session; it belongs to the operation that
    /// recorded the stay.
    pub fn add_share_of_stay(&self, id: StayId, minutes: NewMinutes) -> Result<(), StoreError> {
        self.connection.execute(
            "INSERT INTO stay (operation_id, event_id, session_id, person_id, seconds, meets, nobody,
                               source)
             SELECT operation_id, event_id, ?2, person_id, ?3, ?4, nobody, source
             FROM stay WHERE id = ?1",
            (
                id.0,
                minutes.session_id.map(|it| it.0),
                minutes.seconds,
                minutes.meets,
            ),
        )?;
        Ok(())
    }

    /// Removes the names from a stay that counts for no session, and leaves its times.
    pub fn unname_stay(&self, id: StayId) -> Result<(), StoreError> {
        self.connection.execute(
            "UPDATE stay SET recorded_name = NULL, recorded_email = NULL, matched_by = NULL,
                 matched_row = NULL, line = NULL
             WHERE id = ?1",
            [id.0],
        )?;
        Ok(())
    }
}
