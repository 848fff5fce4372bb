//! People, their addresses and their aliases.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, Row};

use super::lot::Table;
use super::{Reader, StoreError, Writer};
use crate::identity::person_key;
use crate::message;
use crate::model::{OrganisationId, Person, PersonId, PersonStates, ReviewKind};

/// A person to be added.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewPerson {
    /// The number they must get if a complete file is imported; else the next free one.
    pub id: Option<PersonId>,
    /// Academic title.
    pub title: Option<String>,
    /// Given names.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Role.
    pub role: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Language.
    pub language: Option<String>,
    /// Organisation.
    pub organisation_id: Option<OrganisationId>,
    /// What they asked for about the use of their data.
    pub states: PersonStates,
}

const COLUMNS: &str = "id, title, given_name, family_name, role, phone, language, organisation_id, \
    restricted, objected";

fn from_row(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: PersonId(row.get(0)?),
        title: row.get(1)?,
        given_name: row.get(2)?,
        family_name: row.get(3)?,
        role: row.get(4)?,
        phone: row.get(5)?,
        language: row.get(6)?,
        organisation_id: row.get::<_, Option<i64>>(7)?.map(OrganisationId),
        states: PersonStates {
            restricted: row.get(8)?,
            objected: row.get(9)?,
        },
        addresses: Vec::new(),
        aliases: Vec::new(),
    })
}

impl Reader<'_> {
    /// Returns every person, by number.
    pub fn people(&self) -> Result<Vec<Person>, StoreError> {
        let connection = self.connection.complete()?;
        let mut people = connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM person ORDER BY id"))?
            .query_map([], from_row)?
            .collect::<Result<Vec<_>, _>>()?;
        let mut addresses = self.texts_by_person(
            "SELECT person_id, address FROM person_address ORDER BY person_id, position, id",
        )?;
        let mut aliases = self
            .texts_by_person("SELECT person_id, name FROM person_alias ORDER BY person_id, name")?;
        for person in &mut people {
            person.addresses = addresses.remove(&person.id.0).unwrap_or_default();
            person.aliases = aliases.remove(&person.id.0).unwrap_or_default();
        }
        Ok(people)
    }

    fn texts_by_person(&self, sql: &str) -> Result<HashMap<i64, Vec<String>>, StoreError> {
        let mut texts: HashMap<i64, Vec<String>> = HashMap::new();
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            texts.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        Ok(texts)
    }

    /// Returns one person.
    pub fn person(&self, id: PersonId) -> Result<Option<Person>, StoreError> {
        let connection = self.connection.complete()?;
        let found = connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM person WHERE id = ?1"))?
            .query_row([id.0], from_row)
            .optional()?;
        let Some(mut person) = found else {
            return Ok(None);
        };
        person.addresses = connection
            .prepare_cached(
                "SELECT address FROM person_address WHERE person_id = ?1 ORDER BY position, id",
            )?
            .query_map([id.0], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        person.aliases = connection
            .prepare_cached("SELECT name FROM person_alias WHERE person_id = ?1 ORDER BY name")?
            .query_map([id.0], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(Some(person))
    }

    /// Returns the people whose name has this key (see `identity::person_key`), by number.
    pub fn people_by_key(&self, key: &str) -> Result<Vec<PersonId>, StoreError> {
        self.people_where("SELECT id FROM person WHERE key = ?1 ORDER BY id", key)
    }

    /// Returns the people who have this address, by number.
    pub fn people_by_address(&self, address: &str) -> Result<Vec<PersonId>, StoreError> {
        self.people_where(
            "SELECT person_id FROM person_address WHERE address = ?1 ORDER BY person_id",
            address,
        )
    }

    /// Returns the numbers of all people, in order.
    pub fn person_ids(&self) -> Result<Vec<PersonId>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached("SELECT id FROM person ORDER BY id")?;
        let ids = statement
            .query_map([], |row| row.get(0).map(PersonId))?
            .collect::<Result<_, _>>()?;
        Ok(ids)
    }

    /// Returns everybody's name key (see `identity::person_key`) and names, by number.
    pub fn keyed_names(&self) -> Result<Vec<(String, Person)>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement =
            connection.prepare_cached(&format!("SELECT {COLUMNS}, key FROM person ORDER BY id"))?;
        let names = statement
            .query_map([], |row| Ok((row.get("key")?, from_row(row)?)))?
            .collect::<Result<_, _>>()?;
        Ok(names)
    }

    /// Returns every remembered display name with its person, by number.
    pub fn person_aliases(&self) -> Result<Vec<(PersonId, String)>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection
            .prepare_cached("SELECT person_id, name FROM person_alias ORDER BY person_id, name")?;
        let aliases = statement
            .query_map([], |row| Ok((PersonId(row.get(0)?), row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(aliases)
    }

    fn people_where(&self, sql: &str, value: &str) -> Result<Vec<PersonId>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(sql)?;
        let ids = statement
            .query_map([value], |row| row.get(0).map(PersonId))?
            .collect::<Result<_, _>>()?;
        Ok(ids)
    }
}

impl Writer<'_> {
    /// Adds a person and returns their number.
    pub fn add_person(&self, new: &NewPerson) -> Result<PersonId, StoreError> {
        let id = self.connection.insert(
            Table::Person,
            new.id.map(|id| id.0),
            [
                self.operation.0.into(),
                (&new.title).into(),
                (&new.given_name).into(),
                (&new.family_name).into(),
                (&person_key(&new.given_name, &new.family_name)).into(),
                (&new.role).into(),
                (&new.phone).into(),
                (&new.language).into(),
                new.organisation_id.map(|id| id.0).into(),
                i64::from(new.states.restricted).into(),
                i64::from(new.states.objected).into(),
            ],
        )?;
        Ok(PersonId(id))
    }

    /// Saves a person's fields without addresses and aliases; returns whether anything differed.
    pub fn save_person(&self, person: &Person) -> Result<bool, StoreError> {
        let connection = self.connection.complete()?;
        let changed = connection
            .prepare_cached(
                "UPDATE person
                 SET title = ?2, given_name = ?3, family_name = ?4, key = ?5, role = ?6, phone = ?7,
                     language = ?8, organisation_id = ?9, restricted = ?10, objected = ?11
                 WHERE id = ?1
                   AND (title, given_name, family_name, role, phone, language, organisation_id,
                        restricted, objected)
                       IS NOT (?2, ?3, ?4, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute((
                person.id.0,
                &person.title,
                &person.given_name,
                &person.family_name,
                person_key(&person.given_name, &person.family_name),
                &person.role,
                &person.phone,
                &person.language,
                person.organisation_id.map(|id| id.0),
                person.states.restricted,
                person.states.objected,
            ))?;
        Ok(changed > 0)
    }

    /// Adds the first address, in lower case, to somebody who has none yet.
    pub fn add_first_address(&self, id: PersonId, address: &str) -> Result<(), StoreError> {
        self.connection.insert_unnumbered(
            Table::PersonAddress,
            [
                self.operation.0.into(),
                id.0.into(),
                address.into(),
                1.into(),
            ],
        )?;
        Ok(())
    }

    /// Adds an address in lower case, after the person's existing ones; returns whether it was new.
    pub fn add_address(&self, id: PersonId, address: &str) -> Result<bool, StoreError> {
        let connection = self.connection.complete()?;
        let added = connection
            .prepare_cached(
                "INSERT INTO person_address (operation_id, person_id, address, position)
                 VALUES (?1, ?2, ?3, (SELECT coalesce(max(position), 0) + 1 FROM person_address
                                      WHERE person_id = ?2))
                 ON CONFLICT (person_id, address) DO NOTHING",
            )?
            .execute((self.operation.0, id.0, address))?;
        Ok(added > 0)
    }

    /// Makes an address the preferred one; returns whether anything changed.
    pub fn put_address_first(&self, id: PersonId, address: &str) -> Result<bool, StoreError> {
        let changed = self.connection.execute(
            "UPDATE person_address
             SET position = (SELECT min(position) - 1 FROM person_address WHERE person_id = ?1)
             WHERE person_id = ?1 AND address = ?2
               AND position > (SELECT min(position) FROM person_address WHERE person_id = ?1)",
            (id.0, address),
        )?;
        Ok(changed > 0)
    }

    /// Removes an address; returns whether it existed.
    pub fn remove_address(&self, id: PersonId, address: &str) -> Result<bool, StoreError> {
        let removed = self.connection.execute(
            "DELETE FROM person_address WHERE person_id = ?1 AND address = ?2",
            (id.0, address),
        )?;
        Ok(removed > 0)
    }

    /// Remembers an alias of somebody; returns whether it was new.
    pub fn add_person_alias(&self, id: PersonId, name: &str) -> Result<bool, StoreError> {
        let connection = self.connection.complete()?;
        let added = connection
            .prepare_cached(
                "INSERT INTO person_alias (operation_id, person_id, name) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO NOTHING",
            )?
            .execute((self.operation.0, id.0, name))?;
        Ok(added > 0)
    }

    /// Removes an alias; returns whether it existed.
    pub fn remove_person_alias(&self, id: PersonId, name: &str) -> Result<bool, StoreError> {
        let removed = self.connection.execute(
            "DELETE FROM person_alias WHERE person_id = ?1 AND name = ?2",
            (id.0, name),
        )?;
        Ok(removed > 0)
    }

    /// Moves everything from `from` to `into` and removes `from`.
    ///
    /// Registrations and sign-ups of one event must have been combined before, since only the caller knows the rules.
    /// Names and addresses of `from` are kept with `into`.
    pub fn merge_people(&self, from: PersonId, into: PersonId) -> Result<(), StoreError> {
        let source = self
            .person(from)?
            .ok_or_else(|| StoreError::Damaged(message!(store::damaged_person { number: from })))?;
        for table in ["registration", "session_person", "stay", "review"] {
            self.connection.execute(
                &format!("UPDATE {table} SET person_id = ?2 WHERE person_id = ?1"),
                (from.0, into.0),
            )?;
        }
        // If both have an excuse or ruling for a session, that of `into` is kept.
        for table in ["excuse", "ruling"] {
            self.connection.execute(
                &format!(
                    "UPDATE {table} SET person_id = ?2 WHERE person_id = ?1 AND session_id NOT IN
                        (SELECT session_id FROM {table} WHERE person_id = ?2)"
                ),
                (from.0, into.0),
            )?;
        }
        self.merge_consents(from, into)?;
        self.replace_candidate(&[ReviewKind::Person, ReviewKind::Stay], from.0, into.0)?;
        for name in std::iter::once(&source.full_name()).chain(&source.aliases) {
            // The answer "not the same" was wrong.
            self.connection.execute(
                "DELETE FROM distinction WHERE person_id = ?1 AND name = ?2",
                (into.0, name),
            )?;
        }
        for table in [
            "excuse",
            "ruling",
            "distinction",
            "person_address",
            "person_alias",
        ] {
            self.connection.execute(
                &format!("DELETE FROM {table} WHERE person_id = ?1"),
                [from.0],
            )?;
        }
        self.connection
            .execute("DELETE FROM person WHERE id = ?1", [from.0])?;
        for address in &source.addresses {
            self.add_address(into, address)?;
        }
        for name in std::iter::once(&source.full_name()).chain(&source.aliases) {
            self.add_person_alias(into, name)?;
        }
        Ok(())
    }
}
