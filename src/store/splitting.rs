//! Finds what belongs to a person and which operation brought it, to split one person into two.

use std::collections::BTreeSet;

use super::{Reader, StoreError, Writer};
use crate::model::{
    Consent, EventId, OperationId, OrganisationId, Person, PersonId, PersonStates, RegistrationId,
    SessionId, SignupId, Stay, StayId,
};

/// The operation that added each thing that belongs to a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MadeBy {
    /// The operation that added the person.
    pub person: Option<OperationId>,
    /// Sign-ups, with their registrations.
    pub signups: Vec<(SignupId, OperationId)>,
    /// Registrations.
    pub registrations: Vec<(RegistrationId, OperationId)>,
    /// Stays.
    pub stays: Vec<(StayId, OperationId)>,
    /// Addresses.
    pub addresses: Vec<(String, OperationId)>,
    /// Aliases.
    pub aliases: Vec<(String, OperationId)>,
}

/// Somebody who was merged into another person, reconstructed from the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former {
    /// The merged person, with addresses and aliases.
    pub person: Person,
    /// The other person before the merge, if it changed their fields; without addresses and aliases.
    pub before: Option<Person>,
    /// Registrations that were theirs and now belong to the other.
    pub registrations: BTreeSet<RegistrationId>,
    /// Sign-ups that were theirs, of a registration that no longer exists.
    pub signups: BTreeSet<SignupId>,
    /// Stays that were theirs.
    pub stays: BTreeSet<StayId>,
    /// What they agreed to and refused.
    pub consents: Vec<Consent>,
    /// What the other person had said before the merge, where theirs was newer.
    pub consents_before: Vec<Consent>,
}

impl Reader<'_> {
    /// Returns the operation that added each thing that belongs to a person.
    pub fn made_by(&self, person: PersonId) -> Result<MadeBy, StoreError> {
        let numbers = |sql: &str| self.pairs(sql, person, |number: i64| number);
        let texts = |sql: &str| self.pairs(sql, person, |text: String| text);
        let of = |pairs: Vec<(i64, OperationId)>| pairs.into_iter();
        Ok(MadeBy {
            person: numbers("SELECT id, operation_id FROM person WHERE id = ?1")?
                .first()
                .map(|it| it.1),
            registrations: of(numbers(
                "SELECT id, operation_id FROM registration WHERE person_id = ?1 ORDER BY id",
            )?)
            .map(|(id, made)| (RegistrationId(id), made))
            .collect(),
            signups: of(numbers(
                "SELECT id, operation_id FROM signup WHERE registration_id IN
                    (SELECT id FROM registration WHERE person_id = ?1) ORDER BY id",
            )?)
            .map(|(id, made)| (SignupId(id), made))
            .collect(),
            stays: of(numbers(
                "SELECT id, operation_id FROM stay WHERE person_id = ?1 ORDER BY id",
            )?)
            .map(|(id, made)| (StayId(id), made))
            .collect(),
            addresses: texts(
                "SELECT address, operation_id FROM person_address WHERE person_id = ?1
                 ORDER BY position, id",
            )?,
            aliases: texts(
                "SELECT name, operation_id FROM person_alias WHERE person_id = ?1 ORDER BY name",
            )?,
        })
    }

    fn pairs<T, U: rusqlite::types::FromSql>(
        &self,
        sql: &str,
        person: PersonId,
        made: impl Fn(U) -> T,
    ) -> Result<Vec<(T, OperationId)>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(sql)?;
        let rows = statement
            .query_map([person.0], |row| {
                Ok((made(row.get(0)?), OperationId(row.get(1)?)))
            })?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// Returns every stay of a person, by number.
    pub fn stays_of_person(&self, person: PersonId) -> Result<Vec<Stay>, StoreError> {
        let mut stays = Vec::new();
        for (id, _) in self.made_by(person)?.stays {
            stays.extend(self.stay(id)?);
        }
        Ok(stays)
    }

    /// Returns who was merged into a person and is no longer on file, by number. Often the merge cannot be undone,
    /// since other operations depend on it, but the journal still records what belonged to whom.
    ///
    /// A row was moved by a merge if the operation that moved it removed its former owner; other rows were moved
    /// individually.
    pub fn merged_into(&self, person: PersonId) -> Result<Vec<Former>, StoreError> {
        let mut found: Vec<Former> = Vec::new();
        for (id, row) in self.former_rows(
            "SELECT image ->> '$.person_id', row_id FROM change
             WHERE kind = 'update' AND table_name = 'registration'
               AND row_id IN (SELECT id FROM registration WHERE person_id = ?1)
               AND EXISTS (SELECT 1 FROM change AS person
                    WHERE person.operation_id = change.operation_id AND person.kind = 'delete'
                      AND person.table_name = 'person'
                      AND person.row_id = change.image ->> '$.person_id')",
            person,
        )? {
            if let Some(former) = self.former(&mut found, id, person)? {
                former.registrations.insert(RegistrationId(row));
            }
        }
        for (id, row) in self.former_rows(
            "SELECT gone.image ->> '$.person_id', moved.row_id
             FROM change AS moved JOIN change AS gone
               ON gone.kind = 'delete' AND gone.table_name = 'registration'
              AND gone.operation_id = moved.operation_id
              AND gone.row_id = moved.image ->> '$.registration_id'
             WHERE moved.kind = 'update' AND moved.table_name = 'signup'
               AND moved.row_id IN (SELECT id FROM signup WHERE registration_id IN
                    (SELECT id FROM registration WHERE person_id = ?1))
               AND EXISTS (SELECT 1 FROM change AS person
                    WHERE person.operation_id = moved.operation_id AND person.kind = 'delete'
                      AND person.table_name = 'person'
                      AND person.row_id = gone.image ->> '$.person_id')",
            person,
        )? {
            if let Some(former) = self.former(&mut found, id, person)? {
                former.signups.insert(SignupId(row));
            }
        }
        for (id, row) in self.former_rows(
            "SELECT image ->> '$.person_id', row_id FROM change
             WHERE kind = 'update' AND table_name = 'stay'
               AND row_id IN (SELECT id FROM stay WHERE person_id = ?1)
               AND EXISTS (SELECT 1 FROM change AS person
                    WHERE person.operation_id = change.operation_id AND person.kind = 'delete'
                      AND person.table_name = 'person'
                      AND person.row_id = change.image ->> '$.person_id')",
            person,
        )? {
            if let Some(former) = self.former(&mut found, id, person)? {
                former.stays.insert(StayId(row));
            }
        }
        found.sort_by_key(|it| it.person.id);
        Ok(found)
    }

    fn former_rows(
        &self,
        sql: &str,
        person: PersonId,
    ) -> Result<Vec<(Option<i64>, i64)>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(sql)?;
        let rows = statement
            .query_map([person.0], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// Returns the reconstruction of somebody who was removed; `None` for somebody who is on file, or not in the
    /// journal.
    fn former<'a>(
        &self,
        found: &'a mut Vec<Former>,
        id: Option<i64>,
        into: PersonId,
    ) -> Result<Option<&'a mut Former>, StoreError> {
        let Some(id) = id.map(PersonId) else {
            return Ok(None);
        };
        if let Some(place) = found.iter().position(|it| it.person.id == id) {
            return Ok(found.get_mut(place));
        }
        if self.person(id)?.is_some() {
            return Ok(None);
        }
        let Some((mut person, operation)) = self.image("delete", id, None)? else {
            return Ok(None);
        };
        if let Some(known) = person.organisation_id
            && self.organisation(known)?.is_none()
        {
            person.organisation_id = None;
        }
        let mut before = self.image("update", into, Some(operation))?.map(|it| it.0);
        if let Some(before) = &mut before
            && let Some(known) = before.organisation_id
            && self.organisation(known)?.is_none()
        {
            // An organisation that no longer exists cannot be restored, so theirs stays unchanged.
            before.organisation_id = self.person(into)?.and_then(|it| it.organisation_id);
        }
        found.push(Former {
            person: Person {
                addresses: self.texts_gone(id, operation, "person_address", "address")?,
                aliases: self.texts_gone(id, operation, "person_alias", "name")?,
                ..person
            },
            before,
            registrations: BTreeSet::new(),
            signups: BTreeSet::new(),
            stays: BTreeSet::new(),
            consents: self.former_consents("delete", id, operation)?,
            consents_before: self.former_consents("update", into, operation)?,
        });
        Ok(found.last_mut())
    }

    /// Returns a person's fields from the journal, from an operation or else the newest image, with its operation.
    fn image(
        &self,
        kind: &str,
        id: PersonId,
        operation: Option<i64>,
    ) -> Result<Option<(Person, i64)>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT image ->> '$.title', image ->> '$.given_name', image ->> '$.family_name',
                    image ->> '$.role', image ->> '$.phone', image ->> '$.language',
                    image ->> '$.organisation_id', image ->> '$.restricted',
                    image ->> '$.objected', operation_id
             FROM change WHERE kind = ?1 AND table_name = 'person' AND row_id = ?2
               AND operation_id = coalesce(?3, operation_id)
             ORDER BY id DESC LIMIT 1",
        )?;
        let mut rows = statement.query((kind, id.0, operation))?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        let person = Person {
            id,
            title: row.get(0)?,
            given_name: row.get(1)?,
            family_name: row.get(2)?,
            role: row.get(3)?,
            phone: row.get(4)?,
            language: row.get(5)?,
            organisation_id: row.get::<_, Option<i64>>(6)?.map(OrganisationId),
            states: PersonStates {
                restricted: row.get(7)?,
                objected: row.get(8)?,
            },
            addresses: Vec::new(),
            aliases: Vec::new(),
        };
        Ok(Some((person, row.get(9)?)))
    }

    /// Returns the addresses or aliases that were removed with a person.
    fn texts_gone(
        &self,
        id: PersonId,
        operation: i64,
        table: &str,
        field: &str,
    ) -> Result<Vec<String>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare(&format!(
            "SELECT image ->> '$.{field}' FROM change
             WHERE operation_id = ?1 AND kind = 'delete' AND table_name = '{table}'
               AND image ->> '$.person_id' = ?2
             ORDER BY image ->> '$.position', id"
        ))?;
        let texts = statement
            .query_map((operation, id.0), |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(texts)
    }
}

impl Writer<'_> {
    /// Moves an address from one person to another.
    pub fn give_address(
        &self,
        address: &str,
        from: PersonId,
        to: PersonId,
    ) -> Result<bool, StoreError> {
        let given = self.connection.execute(
            "UPDATE person_address SET person_id = ?3 WHERE person_id = ?2 AND address = ?1",
            (address, from.0, to.0),
        )?;
        Ok(given > 0)
    }

    /// Moves an alias from one person to another.
    pub fn give_alias(&self, name: &str, from: PersonId, to: PersonId) -> Result<bool, StoreError> {
        let given = self.connection.execute(
            "UPDATE person_alias SET person_id = ?3 WHERE person_id = ?2 AND name = ?1",
            (name, from.0, to.0),
        )?;
        Ok(given > 0)
    }

    /// Moves a verdict by hand and an excuse for a session from one person to another who has none; returns how many.
    pub fn give_verdicts(
        &self,
        session: SessionId,
        from: PersonId,
        to: PersonId,
    ) -> Result<usize, StoreError> {
        let mut given = 0;
        for table in ["excuse", "ruling"] {
            given += self.connection.execute(
                &format!(
                    "UPDATE {table} SET person_id = ?3 WHERE person_id = ?2 AND session_id = ?1"
                ),
                (session.0, from.0, to.0),
            )?;
        }
        Ok(given)
    }

    /// Moves the parts under a name in the sessions of an event to another person.
    pub fn give_part(
        &self,
        session: SessionId,
        name: &str,
        from: PersonId,
        to: PersonId,
    ) -> Result<(), StoreError> {
        self.connection.execute(
            "UPDATE session_person SET person_id = ?4
             WHERE session_id = ?1 AND name = ?2 AND person_id = ?3",
            (session.0, name, from.0, to.0),
        )?;
        Ok(())
    }

    /// Moves the questions about overlapping sessions in an event from one person to another.
    pub fn give_conflicts(
        &self,
        event: EventId,
        from: PersonId,
        to: PersonId,
    ) -> Result<(), StoreError> {
        self.connection.execute(
            "UPDATE review SET person_id = ?3
             WHERE kind = 'conflict' AND event_id = ?1 AND person_id = ?2",
            (event.0, from.0, to.0),
        )?;
        Ok(())
    }
}
