//! The names of what rows refer to: people, organisations, events, sessions, as they are or last were.

use std::collections::{BTreeMap, BTreeSet};

use chrono_tz::Tz;
use serde_json::Value;

use crate::store::{Fields, Reader, StoreError};

/// What rows refer to.
#[derive(Debug, Default)]
pub(super) struct Names {
    people: BTreeMap<i64, Fields>,
    organisations: BTreeMap<i64, Fields>,
    events: BTreeMap<i64, Fields>,
    sessions: BTreeMap<i64, Fields>,
    registrations: BTreeMap<i64, Fields>,
}

/// Returns a number in a row.
pub(super) fn number(fields: &Fields, column: &str) -> Option<i64> {
    fields.get(column).and_then(Value::as_i64)
}

/// Returns a text in a row.
pub(super) fn text<'a>(fields: &'a Fields, column: &str) -> Option<&'a str> {
    fields.get(column).and_then(Value::as_str)
}

fn numbers<'a>(rows: impl Iterator<Item = &'a Fields>, column: &str) -> BTreeSet<i64> {
    rows.filter_map(|it| number(it, column)).collect()
}

impl Names {
    /// Loads what these rows refer to.
    pub(super) fn load(reader: &Reader<'_>, rows: &[&Fields]) -> Result<Self, StoreError> {
        let of = |column: &str| numbers(rows.iter().copied(), column);
        let registrations = reader.last_states("registration", &of("registration_id"))?;
        let mut people = of("person_id");
        people.extend(numbers(registrations.values(), "person_id"));
        for row in rows {
            people.extend(answered(row));
        }
        let sessions = reader.last_states("session", &of("session_id"))?;
        let mut events = of("event_id");
        events.extend(numbers(registrations.values(), "event_id"));
        events.extend(numbers(sessions.values(), "event_id"));
        Ok(Self {
            people: reader.last_states("person", &people)?,
            organisations: reader.last_states("organisation", &of("organisation_id"))?,
            events: reader.last_states("event", &events)?,
            sessions,
            registrations,
        })
    }

    /// Returns the name of a person; the number if nothing else is left.
    pub(super) fn person(&self, id: i64) -> String {
        self.people
            .get(&id)
            .map_or_else(|| id.to_string(), full_name)
    }

    /// Returns the name of an organisation.
    pub(super) fn organisation(&self, id: i64) -> String {
        named(&self.organisations, id, "name")
    }

    /// Returns the title of an event.
    pub(super) fn event(&self, id: i64) -> String {
        named(&self.events, id, "title")
    }

    /// Returns the title of a session.
    pub(super) fn session(&self, id: i64) -> String {
        named(&self.sessions, id, "title")
    }

    /// Returns the person a row is about.
    pub(super) fn person_of(&self, table: &str, fields: &Fields) -> Option<i64> {
        match table {
            "person" => number(fields, "id"),
            _ => number(fields, "person_id")
                .or_else(|| number(self.registration_of(fields)?, "person_id")),
        }
    }

    /// Returns the session or else the event a row is about, by title.
    pub(super) fn place_of(&self, fields: &Fields) -> Option<String> {
        if let Some(session) = number(fields, "session_id") {
            return Some(self.session(session));
        }
        let event = number(fields, "event_id")
            .or_else(|| number(self.registration_of(fields)?, "event_id"))?;
        Some(self.event(event))
    }

    /// Returns the zone of the event a row is about.
    pub(super) fn zone_of(&self, table: &str, fields: &Fields) -> Option<Tz> {
        let own = |fields: &Fields| text(fields, "timezone")?.parse().ok();
        if table == "event" {
            return own(fields);
        }
        let of_session = || {
            let session = self.sessions.get(&number(fields, "session_id")?)?;
            number(session, "event_id")
        };
        let event = number(fields, "event_id")
            .or_else(of_session)
            .or_else(|| number(self.registration_of(fields)?, "event_id"))?;
        own(self.events.get(&event)?)
    }

    fn registration_of(&self, fields: &Fields) -> Option<&Fields> {
        self.registrations.get(&number(fields, "registration_id")?)
    }
}

/// Returns the person an answered question names.
pub(super) fn answered(fields: &Fields) -> Option<i64> {
    let answer: Value = serde_json::from_str(text(fields, "answer")?).ok()?;
    let person = answer.get("person").or(answer.get("person-by-others"))?;
    person.as_i64()
}

fn named(rows: &BTreeMap<i64, Fields>, id: i64, column: &str) -> String {
    let name = rows.get(&id).and_then(|it| text(it, column));
    name.map_or_else(|| id.to_string(), str::to_owned)
}

/// Returns the name of a person in a row.
pub(super) fn full_name(fields: &Fields) -> String {
    let parts = ["title", "given_name", "family_name"];
    let parts = parts.into_iter().filter_map(|it| text(fields, it));
    let parts: Vec<&str> = parts.filter(|it| !it.is_empty()).collect();
    parts.join(" ")
}
