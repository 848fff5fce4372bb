//! Stays and excuses: what was recorded at the door and in lists.

use rusqlite::Row;

use super::events::{damaged, moment};
use super::lot::Table;
use super::{Reader, StoreError, Writer};
use crate::catalogue::messages::store as words;
use crate::model::{EventId, Instant, PersonId, Reason, SessionId, Stay, StayId, StaySource, time};

/// A stay to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStay {
    /// Event.
    pub event_id: EventId,
    /// Session; `None` means the event as a whole.
    pub session_id: Option<SessionId>,
    /// Person; `None` while not matched.
    pub person_id: Option<PersonId>,
    /// Name as recorded.
    pub recorded_name: Option<String>,
    /// Address as recorded.
    pub recorded_email: Option<String>,
    /// Came.
    pub joined_at: Option<Instant>,
    /// Left.
    pub left_at: Option<Instant>,
    /// Length in seconds: the total if no times are known, an upper limit if both are.
    pub seconds: Option<i64>,
    /// For a data-minimal import, whether the exact time met the rule.
    pub meets: Option<bool>,
    /// Origin.
    pub source: StaySource,
    /// The line of the file.
    pub line: Option<i64>,
}

/// How a rule matched a stay to its person.
#[derive(Debug, Clone, PartialEq)]
pub struct MatchedBy {
    /// The rule.
    pub rule: Reason,
    /// The row as JSON if the rule used a name: it is judged again when more is known about the name.
    pub row: Option<String>,
}

/// A stay that a rule matched to its person.
#[derive(Debug, Clone, PartialEq)]
pub struct MatchedStay {
    /// The stay.
    pub stay: Stay,
    /// How it was matched.
    pub by: MatchedBy,
}

/// How `source` is stored: the word for the door cannot be confused with a file name.
const DOOR: &str = "door";
const FILE: &str = "file:";
const SIGN_IN: &str = StaySource::SIGN_IN;

const COLUMNS: &str = "id, event_id, session_id, person_id, recorded_name, recorded_email, \
                       joined_at, left_at, source, seconds, meets, nobody, line";

fn stay(row: &Row<'_>) -> Result<Stay, StoreError> {
    let instant = |text: Option<String>| text.map(|text| moment(&text)).transpose();
    let source: String = row.get(8)?;
    Ok(Stay {
        id: StayId(row.get(0)?),
        event_id: EventId(row.get(1)?),
        session_id: row.get::<_, Option<i64>>(2)?.map(SessionId),
        person_id: row.get::<_, Option<i64>>(3)?.map(PersonId),
        recorded_name: row.get(4)?,
        recorded_email: row.get(5)?,
        joined_at: instant(row.get(6)?)?,
        left_at: instant(row.get(7)?)?,
        source: source_of(&source).ok_or_else(|| damaged(words::DAMAGED_SOURCE))?,
        seconds: row.get(9)?,
        meets: row.get(10)?,
        is_nobody: row.get(11)?,
        line: row.get(12)?,
    })
}

fn source_of(text: &str) -> Option<StaySource> {
    let file = text
        .strip_prefix(FILE)
        .map(|name| StaySource::File(name.to_owned()));
    let sign_in = || {
        text.strip_prefix(SIGN_IN)
            .map(|name| StaySource::SignIn(name.to_owned()))
    };
    file.or_else(sign_in)
        .or_else(|| (text == DOOR).then_some(StaySource::Door))
}

fn source_text(source: &StaySource) -> String {
    match source {
        StaySource::Door => DOOR.to_owned(),
        StaySource::File(name) => format!("{FILE}{name}"),
        StaySource::SignIn(name) => format!("{SIGN_IN}{name}"),
    }
}

/// Returns a rule in the form that is stored.
fn rule_text(rule: &Reason) -> Result<String, StoreError> {
    serde_json::to_string(rule).map_err(|_| damaged(words::DAMAGED_MATCH))
}

impl Reader<'_> {
    /// Returns the stays of an event that rules matched to people, by number.
    pub fn matched_stays(&self, event: EventId) -> Result<Vec<MatchedStay>, StoreError> {
        self.matched_where("matched_by IS NOT NULL AND event_id = ?1", [event.0])
    }

    /// Returns the stays of all events that a rule matched to people by a name, by number.
    pub fn stays_matched_by_name(&self) -> Result<Vec<MatchedStay>, StoreError> {
        self.matched_where("matched_row IS NOT NULL", [])
    }

    fn matched_where(
        &self,
        condition: &str,
        parameters: impl rusqlite::Params,
    ) -> Result<Vec<MatchedStay>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {COLUMNS}, matched_by, matched_row FROM stay WHERE {condition} ORDER BY id"
        ))?;
        let mut rows = statement.query(parameters)?;
        let mut stays = Vec::new();
        while let Some(row) = rows.next()? {
            let rule: String = row.get(13)?;
            stays.push(MatchedStay {
                stay: stay(row)?,
                by: MatchedBy {
                    rule: serde_json::from_str(&rule).map_err(|_| damaged(words::DAMAGED_MATCH))?,
                    row: row.get(14)?,
                },
            });
        }
        Ok(stays)
    }

    /// Returns the stays of an event, by number.
    pub fn stays(&self, event: EventId) -> Result<Vec<Stay>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM stay WHERE event_id = ?1 ORDER BY id"
        ))?;
        let mut rows = statement.query([event.0])?;
        let mut stays = Vec::new();
        while let Some(row) = rows.next()? {
            stays.push(stay(row)?);
        }
        Ok(stays)
    }

    /// Returns one stay.
    pub fn stay(&self, id: StayId) -> Result<Option<Stay>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement =
            connection.prepare_cached(&format!("SELECT {COLUMNS} FROM stay WHERE id = ?1"))?;
        let mut rows = statement.query([id.0])?;
        rows.next()?.map(stay).transpose()
    }

    /// Returns a person's stays recorded for one session, by number.
    pub fn stays_of(&self, person: PersonId, session: SessionId) -> Result<Vec<Stay>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM stay WHERE person_id = ?1 AND session_id = ?2 ORDER BY id"
        ))?;
        let mut rows = statement.query((person.0, session.0))?;
        let mut stays = Vec::new();
        while let Some(row) = rows.next()? {
            stays.push(stay(row)?);
        }
        Ok(stays)
    }

    /// Returns somebody's stays in an event as a whole, not in a session, by number.
    pub fn stays_at_event(
        &self,
        person: PersonId,
        event: EventId,
    ) -> Result<Vec<Stay>, StoreError> {
        let mut stays = self.stays(event)?;
        stays.retain(|it| it.session_id.is_none() && it.person_id == Some(person));
        Ok(stays)
    }

    /// Returns who was there at any time of an event, by number.
    pub fn attendees(&self, event: EventId) -> Result<Vec<PersonId>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT DISTINCT person_id FROM stay
             WHERE event_id = ?1 AND person_id IS NOT NULL ORDER BY person_id",
        )?;
        let people = statement
            .query_map([event.0], |row| row.get(0).map(PersonId))?
            .collect::<Result<_, _>>()?;
        Ok(people)
    }

    /// Returns the unmatched stays that were recorded for the same session under the same name and address, including
    /// itself, by number. Those that another open question is about are excluded.
    pub fn stays_like(&self, id: StayId) -> Result<Vec<StayId>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT stay.id FROM stay JOIN stay AS one ON one.id = ?1
             WHERE stay.event_id = one.event_id AND stay.session_id IS one.session_id
               AND stay.recorded_name IS one.recorded_name
               AND stay.recorded_email IS one.recorded_email
               AND stay.person_id IS NULL AND stay.nobody = 0
               AND (stay.id = one.id OR NOT EXISTS (
                    SELECT 1 FROM review WHERE state = 'open' AND stay_id = stay.id))
             ORDER BY stay.id",
        )?;
        let stays = statement
            .query_map([id.0], |row| row.get(0).map(StayId))?
            .collect::<Result<_, _>>()?;
        Ok(stays)
    }

    /// Returns the recorded names and addresses whose address nobody on file has.
    pub fn addresses_of_nobody(&self) -> Result<Vec<(String, String)>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT DISTINCT recorded_name, recorded_email FROM stay
             WHERE recorded_name IS NOT NULL AND recorded_email IS NOT NULL AND nobody = 0
               AND NOT EXISTS (SELECT 1 FROM person_address WHERE address = recorded_email)
             ORDER BY 1, 2",
        )?;
        let seen = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(seen)
    }

    /// Returns the display names that were marked as belonging to no person.
    pub fn nobodies(&self) -> Result<Vec<String>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached("SELECT name FROM nobody ORDER BY id")?;
        let names = statement
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(names)
    }

    /// Returns who excused themselves from which session.
    pub fn excuses(&self, event: EventId) -> Result<Vec<(PersonId, SessionId)>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT person_id, session_id FROM excuse
             WHERE session_id IN (SELECT id FROM session WHERE event_id = ?1) ORDER BY id",
        )?;
        let rows = statement
            .query_map([event.0], |row| {
                Ok((PersonId(row.get(0)?), SessionId(row.get(1)?)))
            })?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }
}

impl Writer<'_> {
    /// Adds a stay and returns its number.
    pub fn add_stay(&self, new: &NewStay) -> Result<StayId, StoreError> {
        self.add_matched_stay(new, None)
    }

    /// Adds a stay with the rule that matched it to its person, and returns its number.
    pub fn add_matched_stay(
        &self,
        new: &NewStay,
        by: Option<&MatchedBy>,
    ) -> Result<StayId, StoreError> {
        let matched_by = by.map(|by| rule_text(&by.rule)).transpose()?;
        let matched_row = by.and_then(|by| by.row.clone());
        let joined_at = new.joined_at.map(time::to_utc_text);
        let left_at = new.left_at.map(time::to_utc_text);
        let number = self.connection.insert(
            Table::Stay,
            None,
            [
                self.operation.0.into(),
                new.event_id.0.into(),
                new.session_id.map(|id| id.0).into(),
                new.person_id.map(|id| id.0).into(),
                (&new.recorded_name).into(),
                (&new.recorded_email).into(),
                (&joined_at).into(),
                (&left_at).into(),
                new.seconds.into(),
                new.meets.map(i64::from).into(),
                0.into(),
                (&source_text(&new.source)).into(),
                (&matched_by).into(),
                (&matched_row).into(),
                new.line.into(),
            ],
        )?;
        Ok(StayId(number))
    }

    /// Matches a stay to a person, as somebody answered.
    pub fn give_stay(&self, id: StayId, person: PersonId) -> Result<(), StoreError> {
        self.set_person_of(id, Some(person), None)
    }

    /// Matches a stay to the person that a rule found.
    pub fn match_stay(
        &self,
        id: StayId,
        person: PersonId,
        by: &MatchedBy,
    ) -> Result<(), StoreError> {
        self.set_person_of(id, Some(person), Some(by))
    }

    /// Separates a stay from the person a rule matched it to.
    pub fn release_stay(&self, id: StayId) -> Result<(), StoreError> {
        self.set_person_of(id, None, None)
    }

    fn set_person_of(
        &self,
        id: StayId,
        person: Option<PersonId>,
        by: Option<&MatchedBy>,
    ) -> Result<(), StoreError> {
        let rule = by.map(|by| rule_text(&by.rule)).transpose()?;
        let row = by.and_then(|by| by.row.as_ref());
        let connection = self.connection.complete()?;
        connection
            .prepare_cached(
                "UPDATE stay SET person_id = ?2, matched_by = ?3, matched_row = ?4
                 WHERE id = ?1 AND (person_id IS NOT ?2 OR matched_by IS NOT ?3)",
            )?
            .execute((id.0, person.map(|id| id.0), rule, row))?;
        Ok(())
    }

    /// Replaces the times and the length of a stay.
    pub fn time_stay(
        &self,
        id: StayId,
        joined_at: Option<Instant>,
        left_at: Option<Instant>,
        seconds: Option<i64>,
    ) -> Result<(), StoreError> {
        let connection = self.connection.complete()?;
        connection
            .prepare_cached(
                "UPDATE stay SET joined_at = ?2, left_at = ?3, seconds = ?4 WHERE id = ?1",
            )?
            .execute((
                id.0,
                joined_at.map(time::to_utc_text),
                left_at.map(time::to_utc_text),
                seconds,
            ))?;
        Ok(())
    }

    /// Removes a stay.
    pub fn remove_stay(&self, id: StayId) -> Result<(), StoreError> {
        self.connection
            .execute("DELETE FROM stay WHERE id = ?1", [id.0])?;
        Ok(())
    }

    /// Marks a stay as belonging to no person, or removes that mark.
    pub fn set_nobody(&self, id: StayId, is_nobody: bool) -> Result<(), StoreError> {
        let connection = self.connection.complete()?;
        connection
            .prepare_cached("UPDATE stay SET nobody = ?2 WHERE id = ?1 AND nobody IS NOT ?2")?
            .execute((id.0, is_nobody))?;
        Ok(())
    }

    /// Remembers a display name as belonging to no person; returns whether it was new.
    pub fn add_nobody(&self, name: &str) -> Result<bool, StoreError> {
        let added = self.connection.execute(
            "INSERT INTO nobody (operation_id, name) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            (self.operation.0, name),
        )?;
        Ok(added > 0)
    }

    /// Forgets that a display name belongs to no person.
    pub fn remove_nobody(&self, name: &str) -> Result<(), StoreError> {
        self.connection
            .execute("DELETE FROM nobody WHERE name = ?1", [name])?;
        Ok(())
    }

    /// Sets when somebody came; returns whether anything differed.
    pub fn begin_stay(&self, id: StayId, joined_at: Instant) -> Result<bool, StoreError> {
        let changed = self.connection.execute(
            "UPDATE stay SET joined_at = ?2 WHERE id = ?1 AND joined_at IS NOT ?2",
            (id.0, time::to_utc_text(joined_at)),
        )?;
        Ok(changed > 0)
    }

    /// Sets when somebody left; returns whether anything differed.
    pub fn end_stay(&self, id: StayId, left_at: Instant) -> Result<bool, StoreError> {
        let changed = self.connection.execute(
            "UPDATE stay SET left_at = ?2 WHERE id = ?1 AND left_at IS NOT ?2",
            (id.0, time::to_utc_text(left_at)),
        )?;
        Ok(changed > 0)
    }

    /// Stores that somebody excused themselves; returns whether it was new.
    pub fn excuse(&self, person: PersonId, session: SessionId) -> Result<bool, StoreError> {
        let added = self.connection.execute(
            "INSERT INTO excuse (operation_id, person_id, session_id) VALUES (?1, ?2, ?3)
             ON CONFLICT DO NOTHING",
            (self.operation.0, person.0, session.0),
        )?;
        Ok(added > 0)
    }

    /// Removes an excuse; returns whether there was one.
    pub fn remove_excuse(&self, person: PersonId, session: SessionId) -> Result<bool, StoreError> {
        let removed = self.connection.execute(
            "DELETE FROM excuse WHERE person_id = ?1 AND session_id = ?2",
            (person.0, session.0),
        )?;
        Ok(removed > 0)
    }
}
