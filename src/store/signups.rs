//! Registrations and sign-ups.

use std::collections::{HashMap, HashSet};

use rusqlite::{OptionalExtension, Row};

use super::events::{damaged, moment};
use super::lot::Table;
use super::{Reader, StoreError, Writer};
use crate::catalogue::messages::store as words;
use crate::model::{
    EventId, Instant, OrganisationId, PersonId, Registration, RegistrationId, RegistrationStatus,
    SessionId, Signup, SignupId, SignupStatus, SourceLine, time,
};

/// A registration to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRegistration {
    /// Event.
    pub event_id: EventId,
    /// Person.
    pub person_id: PersonId,
    /// Its current organisation.
    pub organisation_id: Option<OrganisationId>,
    /// The organisation as written.
    pub organisation_name: Option<String>,
    /// Status.
    pub status: RegistrationStatus,
    /// When the newest submission was made.
    pub requested_at: Option<Instant>,
    /// Other form answers.
    pub answers: Vec<(String, String)>,
    /// The hash of the set of sessions that the submission could choose from.
    pub scope: Option<i64>,
    /// The hash of its choices among them.
    pub choices: Option<i64>,
    /// Where it was read.
    pub read_from: Option<SourceLine>,
}

/// A registration with its sign-ups, for reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegistrationRow {
    /// The registration.
    pub registration: Registration,
    /// Its sign-ups, by session.
    pub signups: Vec<Signup>,
}

const REGISTRATION_COLUMNS: &str = "id, event_id, person_id, organisation_id, organisation_name, \
                                    status, requested_at, answers, scope, choices, file, line";

const SIGNUP_COLUMNS: &str = "signup.id, registration_id, session_id, signup.status, \
                              signup.requested_at, signup.file, signup.line";

fn optional_moment(text: Option<String>) -> Result<Option<Instant>, StoreError> {
    text.map(|text| moment(&text)).transpose()
}

fn registration(row: &Row<'_>) -> Result<Registration, StoreError> {
    Ok(Registration {
        id: RegistrationId(row.get(0)?),
        event_id: EventId(row.get(1)?),
        person_id: PersonId(row.get(2)?),
        organisation_id: row.get::<_, Option<i64>>(3)?.map(OrganisationId),
        organisation_name: row.get(4)?,
        status: RegistrationStatus::parse(&row.get::<_, String>(5)?)
            .ok_or_else(|| damaged(words::DAMAGED_REGISTRATION))?,
        requested_at: optional_moment(row.get(6)?)?,
        answers: answers_from(row.get(7)?)?,
        scope: row.get(8)?,
        choices: row.get(9)?,
        read_from: read_from(row, 10)?,
    })
}

/// Returns where a row was read, from its file and, in the next column, its line.
fn read_from(row: &Row<'_>, column: usize) -> Result<Option<SourceLine>, StoreError> {
    let file: Option<String> = row.get(column)?;
    let Some(file) = file else { return Ok(None) };
    let line = row.get(column + 1)?;
    Ok(Some(SourceLine { file, line }))
}

fn signup(row: &Row<'_>) -> Result<Signup, StoreError> {
    Ok(Signup {
        id: SignupId(row.get(0)?),
        registration_id: RegistrationId(row.get(1)?),
        session_id: SessionId(row.get(2)?),
        status: SignupStatus::parse(&row.get::<_, String>(3)?)
            .ok_or_else(|| damaged(words::DAMAGED_SIGNUP))?,
        requested_at: optional_moment(row.get(4)?)?,
        read_from: read_from(row, 5)?,
    })
}

/// Answers are stored as one JSON object in the form's order; no answers as `None`.
fn answers_text(answers: &[(String, String)]) -> Option<String> {
    if answers.is_empty() {
        return None;
    }
    let object: serde_json::Map<String, serde_json::Value> = answers
        .iter()
        .map(|(question, answer)| (question.clone(), answer.clone().into()))
        .collect();
    Some(serde_json::Value::Object(object).to_string())
}

fn answers_from(text: Option<String>) -> Result<Vec<(String, String)>, StoreError> {
    let Some(text) = text else {
        return Ok(Vec::new());
    };
    let object: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&text).map_err(|_| damaged(words::DAMAGED_ANSWERS))?;
    Ok(object
        .into_iter()
        .map(|(question, answer)| {
            let answer = answer
                .as_str()
                .map_or_else(|| answer.to_string(), str::to_owned);
            (question, answer)
        })
        .collect())
}

impl Reader<'_> {
    /// Returns a person's registration for an event.
    pub fn registration(
        &self,
        event: EventId,
        person: PersonId,
    ) -> Result<Option<Registration>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {REGISTRATION_COLUMNS} FROM registration WHERE event_id = ?1 AND person_id = ?2"
        ))?;
        let mut rows = statement.query((event.0, person.0))?;
        rows.next()?.map(registration).transpose()
    }

    /// Returns who is registered for an event, cancelled or not.
    pub fn registered(&self, event: EventId) -> Result<Vec<PersonId>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement =
            connection.prepare_cached("SELECT person_id FROM registration WHERE event_id = ?1")?;
        let people = statement
            .query_map([event.0], |row| row.get(0).map(PersonId))?
            .collect::<Result<_, _>>()?;
        Ok(people)
    }

    /// Returns every registration of a person, by number.
    pub fn registrations_of(&self, person: PersonId) -> Result<Vec<Registration>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {REGISTRATION_COLUMNS} FROM registration WHERE person_id = ?1 ORDER BY id"
        ))?;
        let mut rows = statement.query([person.0])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(registration(row)?);
        }
        Ok(found)
    }

    /// Returns whether a person is registered for an event that starts later than this one.
    pub fn is_registered_later(
        &self,
        event: EventId,
        person: PersonId,
    ) -> Result<bool, StoreError> {
        let connection = self.connection.complete()?;
        Ok(connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM registration JOIN event ON event.id = event_id
                 WHERE person_id = ?2 AND start > (SELECT start FROM event WHERE id = ?1))",
            )?
            .query_row((event.0, person.0), |row| row.get(0))?)
    }

    /// Returns all registrations of an event with their sign-ups, by number.
    pub fn registrations(&self, event: EventId) -> Result<Vec<RegistrationRow>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {REGISTRATION_COLUMNS} FROM registration WHERE event_id = ?1 ORDER BY id"
        ))?;
        let mut rows = statement.query([event.0])?;
        let mut found: Vec<RegistrationRow> = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(RegistrationRow {
                registration: registration(row)?,
                signups: Vec::new(),
            });
        }
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {SIGNUP_COLUMNS} FROM signup JOIN registration ON registration.id = registration_id
             WHERE event_id = ?1 ORDER BY registration_id, session_id"
        ))?;
        let mut rows = statement.query([event.0])?;
        let mut position = 0;
        while let Some(row) = rows.next()? {
            let signup = signup(row)?;
            while position < found.len() && found[position].registration.id < signup.registration_id
            {
                position += 1;
            }
            if let Some(owner) = found.get_mut(position) {
                owner.signups.push(signup);
            }
        }
        Ok(found)
    }

    /// Returns the sign-ups of a registration, by session.
    pub fn signups_of(&self, registration: RegistrationId) -> Result<Vec<Signup>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {SIGNUP_COLUMNS} FROM signup WHERE registration_id = ?1 ORDER BY session_id"
        ))?;
        let mut rows = statement.query([registration.0])?;
        let mut signups = Vec::new();
        while let Some(row) = rows.next()? {
            signups.push(signup(row)?);
        }
        Ok(signups)
    }

    /// Returns the sign-ups of a session that have or wait for a place, by number.
    pub fn claims(&self, session: SessionId) -> Result<Vec<Signup>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {SIGNUP_COLUMNS} FROM signup
             WHERE session_id = ?1 AND status IN ('confirmed', 'waitlisted') ORDER BY id"
        ))?;
        let mut rows = statement.query([session.0])?;
        let mut signups = Vec::new();
        while let Some(row) = rows.next()? {
            signups.push(signup(row)?);
        }
        Ok(signups)
    }

    /// Returns the sign-ups of a session that have or wait for a place, by number, each with the time that determines
    /// its turn: the time of request, else the time it was recorded.
    pub fn claims_by_turn(&self, session: SessionId) -> Result<Vec<(Signup, Instant)>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {SIGNUP_COLUMNS}, coalesce(requested_at, operation.time) FROM signup JOIN operation ON operation.id = signup.operation_id
             WHERE session_id = ?1 AND status IN ('confirmed', 'waitlisted')
               AND registration_id NOT IN (SELECT id FROM registration WHERE status = 'waitlisted')
             ORDER BY signup.id"
        ))?;
        let mut rows = statement.query([session.0])?;
        let mut claims = Vec::new();
        while let Some(row) = rows.next()? {
            let turn = moment(&row.get::<_, String>(7)?)?;
            claims.push((signup(row)?, turn));
        }
        Ok(claims)
    }

    /// Returns when a registration was last changed.
    pub fn registration_changed_at(&self, id: RegistrationId) -> Result<Instant, StoreError> {
        let connection = self.connection.complete()?;
        let time: String = connection
            .prepare_cached(
                "SELECT time FROM registration JOIN operation ON operation.id = operation_id
                 WHERE registration.id = ?1",
            )?
            .query_row([id.0], |row| row.get(0))?;
        moment(&time)
    }

    /// Returns whether anybody waits for a place in a session, and not for the event itself.
    pub fn anybody_waits(&self, session: SessionId) -> Result<bool, StoreError> {
        let connection = self.connection.complete()?;
        let waits = connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM signup
                                WHERE session_id = ?1 AND status = 'waitlisted'
                                  AND registration_id NOT IN
                                      (SELECT id FROM registration WHERE status = 'waitlisted'))",
            )?
            .query_row([session.0], |row| row.get(0))?;
        Ok(waits)
    }

    /// Returns how many have a place in a session, and how many wait, without those who wait for the event itself.
    pub fn places_taken(&self, session: SessionId) -> Result<(i64, i64), StoreError> {
        let connection = self.connection.complete()?;
        let counts = connection
            .prepare_cached(
                "SELECT count(*) FILTER (WHERE status = 'confirmed'),
                        count(*) FILTER (WHERE status = 'waitlisted')
                 FROM signup WHERE session_id = ?1
                   AND registration_id NOT IN
                       (SELECT id FROM registration WHERE status = 'waitlisted')",
            )?
            .query_row([session.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(counts)
    }

    /// Returns the person of a sign-up.
    pub fn person_of_signup(&self, id: SignupId) -> Result<Option<PersonId>, StoreError> {
        let connection = self.connection.complete()?;
        Ok(connection
            .prepare_cached(
                "SELECT person_id FROM signup JOIN registration ON registration.id = registration_id
                 WHERE signup.id = ?1",
            )?
            .query_row([id.0], |row| row.get(0).map(PersonId))
            .optional()?)
    }
}

/// The number of sign-ups of a session, or registrations for an event, by status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SignupCounts {
    /// With a place.
    pub confirmed: i64,
    /// Waiting; always 0 for registrations.
    pub waitlisted: i64,
    /// Withdrawn.
    pub cancelled: i64,
}

impl Reader<'_> {
    /// Counts the sign-ups of an event, session by session.
    pub fn signup_counts(
        &self,
        event: EventId,
    ) -> Result<HashMap<SessionId, SignupCounts>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT session_id, count(*) FILTER (WHERE status = 'confirmed'),
                    count(*) FILTER (WHERE status = 'waitlisted'),
                    count(*) FILTER (WHERE status = 'cancelled')
             FROM signup WHERE session_id IN (SELECT id FROM session WHERE event_id = ?1)
             GROUP BY session_id",
        )?;
        let counts = statement
            .query_map([event.0], |row| {
                Ok((
                    SessionId(row.get(0)?),
                    SignupCounts {
                        confirmed: row.get(1)?,
                        waitlisted: row.get(2)?,
                        cancelled: row.get(3)?,
                    },
                ))
            })?
            .collect::<Result<_, _>>()?;
        Ok(counts)
    }

    /// Returns the sessions of an event that anybody ever signed up for, including cancelled sign-ups.
    pub fn sessions_with_signups(&self, event: EventId) -> Result<HashSet<SessionId>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT id FROM session
             WHERE event_id = ?1 AND EXISTS (SELECT 1 FROM signup WHERE session_id = session.id)",
        )?;
        let sessions = statement
            .query_map([event.0], |row| row.get(0).map(SessionId))?
            .collect::<Result<_, _>>()?;
        Ok(sessions)
    }

    /// Counts the registrations for an event.
    pub fn registration_counts(&self, event: EventId) -> Result<SignupCounts, StoreError> {
        let connection = self.connection.complete()?;
        let counts = connection
            .prepare_cached(
                "SELECT count(*) FILTER (WHERE status = 'confirmed'),
                        count(*) FILTER (WHERE status = 'cancelled')
                 FROM registration WHERE event_id = ?1",
            )?
            .query_row([event.0], |row| {
                Ok(SignupCounts {
                    confirmed: row.get(0)?,
                    waitlisted: 0,
                    cancelled: row.get(1)?,
                })
            })?;
        Ok(counts)
    }

    /// Returns the status of registrations of people with a stay, an excuse or a ruling.
    pub fn registrations_of_the_recorded(
        &self,
        event: EventId,
    ) -> Result<Vec<(PersonId, RegistrationStatus)>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT person_id, status FROM registration
             WHERE event_id = ?1 AND person_id IN (
                SELECT person_id FROM stay WHERE event_id = ?1 AND person_id IS NOT NULL
                UNION SELECT person_id FROM excuse
                UNION SELECT person_id FROM ruling)",
        )?;
        let mut rows = statement.query([event.0])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let status = RegistrationStatus::parse(&row.get::<_, String>(1)?)
                .ok_or_else(|| damaged(words::DAMAGED_REGISTRATION))?;
            found.push((PersonId(row.get(0)?), status));
        }
        Ok(found)
    }

    /// Returns the sign-ups of people with a stay, an excuse or a ruling at an event.
    pub fn signups_of_the_recorded(
        &self,
        event: EventId,
    ) -> Result<Vec<(PersonId, SessionId, SignupStatus)>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT person_id, session_id, signup.status
             FROM registration JOIN signup ON registration_id = registration.id
             WHERE event_id = ?1 AND person_id IN (
                SELECT person_id FROM stay WHERE event_id = ?1 AND person_id IS NOT NULL
                UNION SELECT person_id FROM excuse
                UNION SELECT person_id FROM ruling)",
        )?;
        let mut rows = statement.query([event.0])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push((
                PersonId(row.get(0)?),
                SessionId(row.get(1)?),
                SignupStatus::parse(&row.get::<_, String>(2)?)
                    .ok_or_else(|| damaged(words::DAMAGED_SIGNUP))?,
            ));
        }
        Ok(found)
    }
}

impl Writer<'_> {
    /// Adds a registration and returns its number.
    pub fn add_registration(&self, new: &NewRegistration) -> Result<RegistrationId, StoreError> {
        let id = self.connection.insert(
            Table::Registration,
            None,
            [
                self.operation.0.into(),
                new.event_id.0.into(),
                new.person_id.0.into(),
                new.organisation_id.map(|id| id.0).into(),
                (&new.organisation_name).into(),
                new.status.as_str().into(),
                (&new.requested_at.map(time::to_utc_text)).into(),
                (&answers_text(&new.answers)).into(),
                new.scope.into(),
                new.choices.into(),
                new.read_from.as_ref().map(|it| &it.file).into(),
                new.read_from.as_ref().and_then(|it| it.line).into(),
            ],
        )?;
        Ok(RegistrationId(id))
    }

    /// Saves a registration's fields; returns whether anything differed. That it was read again is no difference.
    pub fn save_registration(&self, registration: &Registration) -> Result<bool, StoreError> {
        let connection = self.connection.complete()?;
        let changed = connection
            .prepare_cached(
                "UPDATE registration
                 SET person_id = ?2, organisation_id = ?3, organisation_name = ?4, status = ?5,
                     requested_at = ?6, answers = ?7, scope = ?8, choices = ?9, file = ?10, line = ?11
                 WHERE id = ?1
                   AND (person_id, organisation_id, organisation_name, status, requested_at, answers,
                        scope, choices)
                       IS NOT (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute((
                registration.id.0,
                registration.person_id.0,
                registration.organisation_id.map(|id| id.0),
                &registration.organisation_name,
                registration.status.as_str(),
                registration.requested_at.map(time::to_utc_text),
                answers_text(&registration.answers),
                registration.scope,
                registration.choices,
                registration.read_from.as_ref().map(|it| &it.file),
                registration.read_from.as_ref().and_then(|it| it.line),
            ))?;
        Ok(changed > 0)
    }

    /// Removes a registration that has no sign-ups left.
    pub fn remove_registration(&self, id: RegistrationId) -> Result<(), StoreError> {
        self.connection
            .execute("DELETE FROM registration WHERE id = ?1", [id.0])?;
        Ok(())
    }

    /// Adds a sign-up and returns its number.
    pub fn add_signup(
        &self,
        registration: RegistrationId,
        session: SessionId,
        status: SignupStatus,
        requested_at: Option<Instant>,
        read_from: Option<&SourceLine>,
    ) -> Result<SignupId, StoreError> {
        let id = self.connection.insert(
            Table::Signup,
            None,
            [
                self.operation.0.into(),
                registration.0.into(),
                session.0.into(),
                status.as_str().into(),
                (&requested_at.map(time::to_utc_text)).into(),
                read_from.map(|it| &it.file).into(),
                read_from.and_then(|it| it.line).into(),
            ],
        )?;
        Ok(SignupId(id))
    }

    /// Saves a sign-up's fields; returns whether anything differed. That it was read again is no difference.
    pub fn save_signup(&self, signup: &Signup) -> Result<bool, StoreError> {
        let connection = self.connection.complete()?;
        let changed = connection
            .prepare_cached(
                "UPDATE signup
                 SET registration_id = ?2, status = ?3, requested_at = ?4, file = ?5, line = ?6
                 WHERE id = ?1 AND (registration_id, status, requested_at) IS NOT (?2, ?3, ?4)",
            )?
            .execute((
                signup.id.0,
                signup.registration_id.0,
                signup.status.as_str(),
                signup.requested_at.map(time::to_utc_text),
                signup.read_from.as_ref().map(|it| &it.file),
                signup.read_from.as_ref().and_then(|it| it.line),
            ))?;
        Ok(changed > 0)
    }

    /// Removes a sign-up.
    pub fn remove_signup(&self, id: SignupId) -> Result<(), StoreError> {
        self.connection
            .execute("DELETE FROM signup WHERE id = ?1", [id.0])?;
        Ok(())
    }
}
