//! Events, sessions, and the people with a part in a session.

use std::collections::HashMap;

use chrono_tz::Tz;
use rusqlite::{OptionalExtension, Row, params};

use super::{Reader, StoreError, Writer};
use crate::catalogue::Message;
use crate::catalogue::messages::store as words;
use crate::model::{
    Event, EventFacts, EventId, Instant, Part, PersonId, Rule, Session, SessionId, SessionKind,
    SessionPerson, time,
};

/// An event to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// Short name.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Begin.
    pub start: Instant,
    /// End, not before the begin.
    pub end: Instant,
    /// Zone.
    pub zone: Tz,
    /// Place.
    pub place: Option<String>,
    /// Attendance rule.
    pub rule: Option<Rule>,
    /// Facts about the organisers, for its documents.
    pub facts: EventFacts,
}

/// A session to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSession {
    /// Its event.
    pub event_id: EventId,
    /// Short name.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Kind.
    pub kind: SessionKind,
    /// Begin.
    pub start: Instant,
    /// End, not before the begin.
    pub end: Instant,
    /// Places.
    pub capacity: Option<i64>,
    /// Room.
    pub room: Option<String>,
    /// Attendance rule.
    pub rule: Option<Rule>,
    /// Whether people come and go.
    pub drop_in: bool,
    /// Speakers, moderators and hosts.
    pub people: Vec<SessionPerson>,
}

const EVENT_COLUMNS: &str = "id, slug, title, start, \"end\", timezone, place, rule, organiser, \
    organiser_address, organiser_contact, project_title, funding_reference, funder, signatory, logos, \
    cancelled, keep";
const SESSION_COLUMNS: &str =
    "id, event_id, slug, title, kind, start, \"end\", capacity, room, rule, drop_in, cancelled";

pub(super) fn damaged(what: impl Into<Message>) -> StoreError {
    StoreError::Damaged(what.into())
}

pub(super) fn moment(text: &str) -> Result<Instant, StoreError> {
    time::from_text(text).ok_or_else(|| damaged(words::DAMAGED_TIME))
}

fn rule(text: Option<String>) -> Result<Option<Rule>, StoreError> {
    text.map(|text| text.parse().map_err(|_| damaged(words::DAMAGED_RULE)))
        .transpose()
}

fn event(row: &Row<'_>) -> Result<Event, StoreError> {
    Ok(Event {
        id: EventId(row.get(0)?),
        slug: row.get(1)?,
        title: row.get(2)?,
        start: moment(&row.get::<_, String>(3)?)?,
        end: moment(&row.get::<_, String>(4)?)?,
        zone: row
            .get::<_, String>(5)?
            .parse()
            .map_err(|_| damaged(words::DAMAGED_ZONE))?,
        place: row.get(6)?,
        rule: rule(row.get(7)?)?,
        facts: EventFacts {
            organiser: row.get(8)?,
            address: row.get(9)?,
            contact: row.get(10)?,
            project: row.get(11)?,
            funding_reference: row.get(12)?,
            funder: row.get(13)?,
            signatory: row.get(14)?,
            logos: row
                .get::<_, Option<String>>(15)?
                .map(|logos| logos.lines().map(str::to_owned).collect())
                .unwrap_or_default(),
        },
        cancelled: row.get(16)?,
        keep: row
            .get::<_, Option<String>>(17)?
            .map(|keep| keep.parse().map_err(|_| damaged(words::DAMAGED_KEEP)))
            .transpose()?,
    })
}

/// Returns the logos of an event as one column value.
fn in_lines(logos: &[String]) -> Option<String> {
    (!logos.is_empty()).then(|| logos.join("\n"))
}

fn session(row: &Row<'_>) -> Result<Session, StoreError> {
    Ok(Session {
        id: SessionId(row.get(0)?),
        event_id: EventId(row.get(1)?),
        slug: row.get(2)?,
        title: row.get(3)?,
        kind: SessionKind::parse(&row.get::<_, String>(4)?)
            .ok_or_else(|| damaged(words::DAMAGED_SESSION_KIND))?,
        start: moment(&row.get::<_, String>(5)?)?,
        end: moment(&row.get::<_, String>(6)?)?,
        capacity: row.get(7)?,
        room: row.get(8)?,
        rule: rule(row.get(9)?)?,
        drop_in: row.get(10)?,
        cancelled: row.get(11)?,
        people: Vec::new(),
    })
}

impl Reader<'_> {
    /// Returns every event, by begin.
    pub fn events(&self) -> Result<Vec<Event>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {EVENT_COLUMNS} FROM event ORDER BY start, id"
        ))?;
        let mut rows = statement.query([])?;
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            events.push(event(row)?);
        }
        Ok(events)
    }

    /// Returns how many operations changed a session or its event; those that added them do not count.
    pub fn times_changed(&self, event: EventId, session: SessionId) -> Result<i64, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT count(DISTINCT operation_id) FROM change
             WHERE kind = 'update' AND (table_name = 'event' AND row_id = ?1
                 OR table_name = 'session' AND row_id = ?2)",
        )?;
        Ok(statement.query_row((event.0, session.0), |row| row.get(0))?)
    }

    /// Returns one event.
    pub fn event(&self, id: EventId) -> Result<Option<Event>, StoreError> {
        Ok(self.events()?.into_iter().find(|event| event.id == id))
    }

    /// Returns the sessions of an event in programme order: begin, end, then short name.
    pub fn sessions(&self, event: EventId) -> Result<Vec<Session>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {SESSION_COLUMNS} FROM session WHERE event_id = ?1 ORDER BY start, \"end\", id"
        ))?;
        let mut rows = statement.query([event.0])?;
        let mut sessions = Vec::new();
        while let Some(row) = rows.next()? {
            sessions.push(session(row)?);
        }
        let mut people = self.session_people(event)?;
        for session in &mut sessions {
            session.people = people.remove(&session.id).unwrap_or_default();
        }
        Ok(sessions)
    }

    fn session_people(
        &self,
        event: EventId,
    ) -> Result<HashMap<SessionId, Vec<SessionPerson>>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT session_id, part, name, person_id FROM session_person
             WHERE session_id IN (SELECT id FROM session WHERE event_id = ?1)
             ORDER BY session_id, position, id",
        )?;
        let mut rows = statement.query([event.0])?;
        let mut people: HashMap<SessionId, Vec<SessionPerson>> = HashMap::new();
        while let Some(row) = rows.next()? {
            people
                .entry(SessionId(row.get(0)?))
                .or_default()
                .push(SessionPerson {
                    part: Part::parse(&row.get::<_, String>(1)?)
                        .ok_or_else(|| damaged(words::DAMAGED_PART))?,
                    name: row.get(2)?,
                    person_id: row.get::<_, Option<i64>>(3)?.map(PersonId),
                });
        }
        Ok(people)
    }

    /// Returns one session.
    pub fn session(&self, id: SessionId) -> Result<Option<Session>, StoreError> {
        let event: Option<i64> = self
            .connection
            .query_row(
                "SELECT event_id FROM session WHERE id = ?1",
                [id.0],
                |row| row.get(0),
            )
            .optional()?;
        match event {
            None => Ok(None),
            Some(event) => Ok(self
                .sessions(EventId(event))?
                .into_iter()
                .find(|session| session.id == id)),
        }
    }

    /// Returns the names of speakers, moderators and hosts not yet matched to a person.
    pub fn unlinked_session_people(&self) -> Result<Vec<(i64, String)>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT id, name FROM session_person WHERE person_id IS NULL ORDER BY id",
        )?;
        let rows = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }
}

impl Writer<'_> {
    /// Adds an event and returns its number.
    pub fn add_event(&self, new: &NewEvent) -> Result<EventId, StoreError> {
        let number = self.connection.insert_now(
            "INSERT INTO event (operation_id, slug, title, start, \"end\", timezone, place, rule,
                                organiser, organiser_address, organiser_contact, project_title,
                                funding_reference, funder, signatory, logos)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
            params![
                self.operation.0,
                &new.slug,
                &new.title,
                time::to_utc_text(new.start),
                time::to_utc_text(new.end),
                new.zone.name(),
                &new.place,
                new.rule.map(|rule| rule.to_string()),
                &new.facts.organiser,
                &new.facts.address,
                &new.facts.contact,
                &new.facts.project,
                &new.facts.funding_reference,
                &new.facts.funder,
                &new.facts.signatory,
                in_lines(&new.facts.logos),
            ],
        )?;
        Ok(EventId(number))
    }

    /// Saves an event's fields; returns whether anything differed.
    pub fn save_event(&self, event: &Event) -> Result<bool, StoreError> {
        let changed = self.connection.execute(
            "UPDATE event
             SET slug = ?2, title = ?3, start = ?4, \"end\" = ?5, timezone = ?6, place = ?7, rule = ?8,
                 organiser = ?9, organiser_address = ?10, organiser_contact = ?11, project_title = ?12,
                 funding_reference = ?13, funder = ?14, signatory = ?15, logos = ?16,
                 cancelled = ?17, keep = ?18
             WHERE id = ?1 AND (slug, title, start, \"end\", timezone, place, rule, organiser,
                                organiser_address, organiser_contact, project_title,
                                funding_reference, funder, signatory, logos, cancelled, keep)
                IS NOT (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
                        ?18)",
            params![
                event.id.0,
                &event.slug,
                &event.title,
                time::to_utc_text(event.start),
                time::to_utc_text(event.end),
                event.zone.name(),
                &event.place,
                event.rule.map(|rule| rule.to_string()),
                &event.facts.organiser,
                &event.facts.address,
                &event.facts.contact,
                &event.facts.project,
                &event.facts.funding_reference,
                &event.facts.funder,
                &event.facts.signatory,
                in_lines(&event.facts.logos),
                event.cancelled,
                event.keep.map(|keep| keep.to_string()),
            ],
        )?;
        Ok(changed > 0)
    }

    /// Adds a session with its people and returns its number.
    pub fn add_session(&self, new: &NewSession) -> Result<SessionId, StoreError> {
        let number = self.connection.insert_now(
            "INSERT INTO session (operation_id, event_id, slug, title, kind, start, \"end\",
                                  capacity, room, rule, drop_in)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            (
                self.operation.0,
                new.event_id.0,
                &new.slug,
                &new.title,
                new.kind.as_str(),
                time::to_utc_text(new.start),
                time::to_utc_text(new.end),
                new.capacity,
                &new.room,
                new.rule.map(|rule| rule.to_string()),
                new.drop_in,
            ),
        )?;
        let id = SessionId(number);
        self.add_session_people(id, &new.people)?;
        Ok(id)
    }

    /// Saves a session's fields and people; returns whether anything differed.
    pub fn save_session(&self, session: &Session) -> Result<bool, StoreError> {
        let changed = self.connection.execute(
            "UPDATE session
             SET slug = ?2, title = ?3, kind = ?4, start = ?5, \"end\" = ?6, capacity = ?7, room = ?8,
                 rule = ?9, drop_in = ?10, cancelled = ?11
             WHERE id = ?1 AND (slug, title, kind, start, \"end\", capacity, room, rule, drop_in,
                                cancelled)
                IS NOT (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            (
                session.id.0,
                &session.slug,
                &session.title,
                session.kind.as_str(),
                time::to_utc_text(session.start),
                time::to_utc_text(session.end),
                session.capacity,
                &session.room,
                session.rule.map(|rule| rule.to_string()),
                session.drop_in,
                session.cancelled,
            ),
        )?;
        let before = self
            .session(session.id)?
            .ok_or_else(|| damaged(words::DAMAGED_SESSION))?
            .people;
        let named = |people: &[SessionPerson]| -> Vec<(Part, String)> {
            people
                .iter()
                .map(|person| (person.part, person.name.clone()))
                .collect()
        };
        if named(&before) == named(&session.people) {
            return Ok(changed > 0);
        }
        self.connection.execute(
            "DELETE FROM session_person WHERE session_id = ?1",
            [session.id.0],
        )?;
        self.add_session_people(session.id, &session.people)?;
        Ok(true)
    }

    fn add_session_people(
        &self,
        id: SessionId,
        people: &[SessionPerson],
    ) -> Result<(), StoreError> {
        for (position, person) in (1_i64..).zip(people) {
            self.connection.execute(
                "INSERT INTO session_person (operation_id, session_id, part, name, person_id, position)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                (
                    self.operation.0,
                    id.0,
                    person.part.as_str(),
                    &person.name,
                    person.person_id.map(|id| id.0),
                    position,
                ),
            )?;
        }
        Ok(())
    }

    /// Links a speaker, moderator or host in the programme to a person.
    pub fn link_session_person(&self, row: i64, person: PersonId) -> Result<(), StoreError> {
        self.connection.execute(
            "UPDATE session_person SET person_id = ?2 WHERE id = ?1",
            (row, person.0),
        )?;
        Ok(())
    }
}
