//! Removes people, sign-ups, sessions and events that were created by mistake, and counts what was recorded of them.

use super::{Reader, StoreError, Writer};
use crate::model::{EventId, PersonId, RegistrationId, ReviewKind, ReviewState, SessionId};

/// The tables whose rows belong to a person and go with them; those that refer to others come first.
const OF_A_PERSON: [&str; 6] = [
    "consent",
    "review",
    "distinction",
    "person_alias",
    "person_address",
    "registration",
];

/// How much attendance was recorded of a person, in a session or in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Recorded {
    /// Stays, including those not yet matched to a person.
    pub stays: usize,
    /// Verdicts by hand.
    pub verdicts: usize,
    /// People who excused themselves.
    pub excuses: usize,
}

impl Recorded {
    /// Returns whether nothing was recorded.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

impl Reader<'_> {
    /// Counts what was recorded in a session itself, without the log of the whole event.
    pub fn recorded_in_session(&self, session: SessionId) -> Result<Recorded, StoreError> {
        self.recorded("session_id = ?1", "session_id = ?1", session.0)
    }

    /// Counts what was recorded in an event and its sessions.
    pub fn recorded_in_event(&self, event: EventId) -> Result<Recorded, StoreError> {
        let of_its_sessions = "session_id IN (SELECT id FROM session WHERE event_id = ?1)";
        self.recorded("event_id = ?1", of_its_sessions, event.0)
    }

    /// Counts what was recorded of a person, in all events.
    pub fn recorded_of_person(&self, person: PersonId) -> Result<Recorded, StoreError> {
        self.recorded("person_id = ?1", "person_id = ?1", person.0)
    }

    /// Returns the short name of a cancelled session or event in which attendance is recorded: there may be none.
    pub(super) fn recorded_in_cancelled(&self) -> Result<Option<String>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT slug FROM event WHERE cancelled AND (
                 EXISTS (SELECT 1 FROM stay WHERE stay.event_id = event.id)
                 OR EXISTS (SELECT 1 FROM ruling JOIN session ON session.id = ruling.session_id
                            WHERE session.event_id = event.id))
             UNION ALL
             SELECT slug FROM session WHERE cancelled AND (
                 EXISTS (SELECT 1 FROM stay
                         WHERE stay.event_id = session.event_id AND stay.session_id = session.id)
                 OR EXISTS (SELECT 1 FROM ruling WHERE ruling.session_id = session.id))
             LIMIT 1",
        )?;
        let mut rows = statement.query([])?;
        Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
    }

    /// Counts stays by one condition, verdicts and excuses by another.
    fn recorded(&self, stays: &str, others: &str, id: i64) -> Result<Recorded, StoreError> {
        let connection = self.connection.complete()?;
        let count = |table: &str, condition: &str| -> Result<usize, StoreError> {
            let sql = format!("SELECT count(*) FROM {table} WHERE {condition}");
            let count: i64 = connection.query_row(&sql, [id], |row| row.get(0))?;
            Ok(usize::try_from(count).unwrap_or_default())
        };
        Ok(Recorded {
            stays: count("stay", stays)?,
            verdicts: count("ruling", others)?,
            excuses: count("excuse", others)?,
        })
    }

    /// Returns everybody with a sign-up for a session, including cancelled ones.
    pub fn people_of_session(&self, session: SessionId) -> Result<Vec<PersonId>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT registration.person_id FROM signup
             JOIN registration ON registration.id = signup.registration_id
             WHERE signup.session_id = ?1 ORDER BY signup.id",
        )?;
        let people = statement.query_map([session.0], |row| row.get(0).map(PersonId))?;
        Ok(people.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Removes a person of whom nothing was recorded, with their registrations and sign-ups, and the questions about
    /// them. They are no longer a candidate of open questions; the programme keeps their name.
    ///
    /// # Errors
    /// Those of SQLite, including one if something was recorded of them.
    pub fn remove_person(&self, person: PersonId) -> Result<(), StoreError> {
        for review in self.reviews()? {
            let mut candidates = review.question.candidates;
            let before = candidates.len();
            if [ReviewKind::Person, ReviewKind::Stay].contains(&review.question.kind) {
                candidates.retain(|it| it.id != person.0);
            }
            if review.state == ReviewState::Open && candidates.len() < before {
                self.set_candidates(review.id, &candidates)?;
            }
        }
        self.connection.execute(
            "UPDATE session_person SET person_id = NULL WHERE person_id = ?1",
            [person.0],
        )?;
        self.connection.execute(
            "DELETE FROM signup WHERE registration_id IN
                 (SELECT id FROM registration WHERE person_id = ?1)",
            [person.0],
        )?;
        for table in OF_A_PERSON {
            let sql = format!("DELETE FROM {table} WHERE person_id = ?1");
            self.connection.execute(&sql, [person.0])?;
        }
        self.connection
            .execute("DELETE FROM person WHERE id = ?1", [person.0])?;
        Ok(())
    }

    /// Removes a registration with its sign-ups.
    pub fn remove_registration_with_signups(&self, id: RegistrationId) -> Result<(), StoreError> {
        self.connection
            .execute("DELETE FROM signup WHERE registration_id = ?1", [id.0])?;
        self.remove_registration(id)
    }

    /// Removes a session in which nothing was recorded, with its sign-ups.
    ///
    /// # Errors
    /// Those of SQLite, including one if something was recorded in it.
    pub fn remove_session(&self, session: SessionId) -> Result<(), StoreError> {
        for sql in [
            "DELETE FROM signup WHERE session_id = ?1",
            "DELETE FROM session_person WHERE session_id = ?1",
            "DELETE FROM session WHERE id = ?1",
        ] {
            self.connection.execute(sql, [session.0])?;
        }
        Ok(())
    }

    /// Removes an event in which nothing was recorded and that has no sessions left, with its registrations, its
    /// questions, and the fingerprints of its imported rows.
    ///
    /// # Errors
    /// Those of SQLite, including one if something was recorded in it, or it has sessions.
    pub fn remove_event(&self, event: EventId) -> Result<(), StoreError> {
        for sql in [
            "DELETE FROM review WHERE event_id = ?1",
            "DELETE FROM known_row WHERE event_id = ?1",
            "DELETE FROM registration WHERE event_id = ?1",
            "DELETE FROM event WHERE id = ?1",
        ] {
            self.connection.execute(sql, [event.0])?;
        }
        Ok(())
    }
}
