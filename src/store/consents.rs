//! What people agreed to.

use std::collections::HashMap;

use rusqlite::Row;

use super::events::{damaged, moment};
use super::{Reader, StoreError, Writer};
use crate::catalogue::messages::store as words;
use crate::model::{Consent, ConsentSource, EventId, PersonId, Purpose, time};

const COLUMNS: &str = "person_id, event_id, purpose, given, time, file, line, question, answer";

fn from_row(row: &Row<'_>) -> Result<Consent, StoreError> {
    let file: Option<String> = row.get(5)?;
    let source = match file {
        Some(file) => Some(ConsentSource {
            file,
            line: row.get::<_, Option<i64>>(6)?.unwrap_or_default(),
            question: row.get::<_, Option<String>>(7)?.unwrap_or_default(),
            answer: row.get::<_, Option<String>>(8)?.unwrap_or_default(),
        }),
        None => None,
    };
    Ok(Consent {
        person_id: PersonId(row.get(0)?),
        event_id: row.get::<_, Option<i64>>(1)?.map(EventId),
        purpose: Purpose::parse(&row.get::<_, String>(2)?)
            .ok_or_else(|| damaged(words::DAMAGED_PURPOSE))?,
        given: row.get(3)?,
        time: moment(&row.get::<_, String>(4)?)?,
        source,
    })
}

impl Reader<'_> {
    /// Returns every consent and refusal, by person, purpose and event.
    pub fn consents(&self) -> Result<Vec<Consent>, StoreError> {
        self.consents_where("?1 IS NULL", None)
    }

    /// Returns somebody's consents and refusals, by purpose and event.
    pub fn consents_of(&self, person: PersonId) -> Result<Vec<Consent>, StoreError> {
        self.consents_where("person_id = ?1", Some(person.0))
    }

    /// Returns the consents and refusals that hold for an event, by person and purpose: where somebody spoke of the event
    /// and of all events, the newest word holds.
    pub fn consents_for(&self, event: EventId) -> Result<Vec<Consent>, StoreError> {
        let all = self.consents_where("coalesce(event_id, ?1) = ?1", Some(event.0))?;
        let mut newest: HashMap<(PersonId, Purpose), Consent> = HashMap::new();
        for consent in all {
            let key = (consent.person_id, consent.purpose);
            if newest.get(&key).is_none_or(|it| it.time <= consent.time) {
                newest.insert(key, consent);
            }
        }
        let mut found: Vec<Consent> = newest.into_values().collect();
        found.sort_by_key(|it| (it.person_id, it.purpose));
        Ok(found)
    }

    /// Returns somebody's consents that an operation deleted or replaced, by number.
    pub(super) fn former_consents(
        &self,
        kind: &str,
        person: PersonId,
        operation: i64,
    ) -> Result<Vec<Consent>, StoreError> {
        let columns: Vec<String> = COLUMNS
            .split(", ")
            .map(|column| format!("image ->> '$.{column}'"))
            .collect();
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {} FROM change
             WHERE operation_id = ?1 AND kind = ?2 AND table_name = 'consent'
               AND image ->> '$.person_id' = ?3
             ORDER BY id",
            columns.join(", ")
        ))?;
        let mut rows = statement.query((operation, kind, person.0))?;
        let mut consents = Vec::new();
        while let Some(row) = rows.next()? {
            consents.push(from_row(row)?);
        }
        Ok(consents)
    }

    fn consents_where(
        &self,
        condition: &str,
        number: Option<i64>,
    ) -> Result<Vec<Consent>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM consent WHERE {condition}
             ORDER BY person_id, purpose, coalesce(event_id, 0)"
        ))?;
        let mut rows = statement.query([number])?;
        let mut consents = Vec::new();
        while let Some(row) = rows.next()? {
            consents.push(from_row(row)?);
        }
        Ok(consents)
    }
}

impl Writer<'_> {
    /// Saves what somebody said about a purpose, in the place of what they said before; returns whether it is another
    /// answer.
    pub fn save_consent(&self, consent: &Consent) -> Result<bool, StoreError> {
        let source = consent.source.as_ref();
        let (person, event) = (consent.person_id.0, consent.event_id.map(|id| id.0));
        let changed = self.connection.execute(
            "UPDATE consent
             SET given = ?4, time = ?5, file = ?6, line = ?7, question = ?8, answer = ?9
             WHERE person_id = ?1 AND event_id IS ?2 AND purpose = ?3
               AND (given, time, file, line, question, answer)
                   IS NOT (?4, ?5, ?6, ?7, ?8, ?9)",
            (
                person,
                event,
                consent.purpose.as_str(),
                consent.given,
                time::to_utc_text(consent.time),
                source.map(|it| &it.file),
                source.map(|it| it.line),
                source.map(|it| &it.question),
                source.map(|it| &it.answer),
            ),
        )?;
        if changed > 0 {
            return Ok(true);
        }
        let added = self.connection.execute(
            "INSERT INTO consent (operation_id, person_id, event_id, purpose, given, time, file,
                                  line, question, answer)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             ON CONFLICT DO NOTHING",
            (
                self.operation.0,
                person,
                event,
                consent.purpose.as_str(),
                consent.given,
                time::to_utc_text(consent.time),
                source.map(|it| &it.file),
                source.map(|it| it.line),
                source.map(|it| &it.question),
                source.map(|it| &it.answer),
            ),
        )?;
        Ok(added > 0)
    }

    /// Gives one consent to another person, who has said nothing about it.
    pub fn give_consent(&self, consent: &Consent, to: PersonId) -> Result<(), StoreError> {
        self.connection.execute(
            "UPDATE consent SET person_id = ?4
             WHERE person_id = ?1 AND event_id IS ?2 AND purpose = ?3",
            (
                consent.person_id.0,
                consent.event_id.map(|id| id.0),
                consent.purpose.as_str(),
                to.0,
            ),
        )?;
        Ok(())
    }

    /// Removes one consent.
    pub fn remove_consent(&self, consent: &Consent) -> Result<(), StoreError> {
        self.connection.execute(
            "DELETE FROM consent WHERE person_id = ?1 AND event_id IS ?2 AND purpose = ?3",
            (
                consent.person_id.0,
                consent.event_id.map(|id| id.0),
                consent.purpose.as_str(),
            ),
        )?;
        Ok(())
    }

    /// Gives somebody's consents and refusals to another person; of two about the same, the newer one stays.
    pub(super) fn merge_consents(&self, from: PersonId, into: PersonId) -> Result<(), StoreError> {
        let known = self.consents_of(into)?;
        for mut consent in self.consents_of(from)? {
            consent.person_id = into;
            let is_newer = |it: &Consent| {
                (it.event_id, it.purpose) == (consent.event_id, consent.purpose)
                    && it.time >= consent.time
            };
            if !known.iter().any(is_newer) {
                self.save_consent(&consent)?;
            }
        }
        self.connection
            .execute("DELETE FROM consent WHERE person_id = ?1", [from.0])?;
        Ok(())
    }
}
