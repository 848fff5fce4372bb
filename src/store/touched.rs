//! Whom and what an operation has touched so far, as far as other rows may be matched by it.

use std::collections::BTreeSet;

use super::{StoreError, Writer};
use crate::model::PersonId;

impl Writer<'_> {
    /// Returns the people of whom this operation changed the name, an address, an alias, a registration, a stay or an
    /// answer "not the same", by number; also those who are gone.
    pub fn touched_people(&self) -> Result<BTreeSet<PersonId>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT id FROM person WHERE operation_id = ?1
             UNION SELECT person_id FROM person_address WHERE operation_id = ?1
             UNION SELECT person_id FROM person_alias WHERE operation_id = ?1
             UNION SELECT person_id FROM registration WHERE operation_id = ?1
             UNION SELECT person_id FROM distinction
                 WHERE operation_id = ?1 AND person_id IS NOT NULL
             UNION SELECT person_id FROM stay WHERE operation_id = ?1 AND person_id IS NOT NULL
             UNION SELECT row_id FROM change WHERE operation_id = ?1 AND table_name = 'person'
             UNION SELECT image ->> '$.person_id' FROM change
                 WHERE operation_id = ?1 AND image ->> '$.person_id' IS NOT NULL
                     AND table_name IN
                         ('person_address', 'person_alias', 'registration', 'distinction', 'stay')
             UNION SELECT stay.person_id FROM change JOIN stay ON stay.id = change.row_id
                 WHERE change.operation_id = ?1 AND table_name = 'stay'
                     AND stay.person_id IS NOT NULL",
        )?;
        let people = statement
            .query_map([self.operation.0], |row| row.get(0).map(PersonId))?
            .collect::<Result<_, _>>()?;
        Ok(people)
    }

    /// Returns the names of the organisations of which this operation changed the name, the short name or an alias.
    pub fn touched_organisations(&self) -> Result<BTreeSet<String>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT name FROM organisation WHERE operation_id = ?1
             UNION SELECT short_name FROM organisation
                 WHERE operation_id = ?1 AND short_name IS NOT NULL
             UNION SELECT name FROM organisation_alias WHERE operation_id = ?1
             UNION SELECT image ->> '$.name' FROM change
                 WHERE operation_id = ?1 AND image ->> '$.name' IS NOT NULL
                     AND table_name IN ('organisation', 'organisation_alias')
             UNION SELECT image ->> '$.short_name' FROM change
                 WHERE operation_id = ?1 AND image ->> '$.short_name' IS NOT NULL
                     AND table_name = 'organisation'",
        )?;
        let names = statement
            .query_map([self.operation.0], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(names)
    }
}
