//! Finds the people and organisations that an operation has touched so far, from the rows it wrote and the journal.

use std::collections::BTreeSet;

use super::{StoreError, Writer};
use crate::model::PersonId;

/// The tables whose rows belong to a person.
const OF_PEOPLE: [&str; 5] = [
    "person_address",
    "person_alias",
    "registration",
    "distinction",
    "stay",
];

/// The columns with names of organisations.
const NAMES: [(&str, &str); 3] = [
    ("organisation", "name"),
    ("organisation", "short_name"),
    ("organisation_alias", "name"),
];

impl Writer<'_> {
    /// Returns the people whose name, address, alias, registration, stay or answer "not the same" this operation
    /// changed, by number; including removed ones.
    pub fn touched_people(&self) -> Result<BTreeSet<PersonId>, StoreError> {
        let people = self.touched::<i64>("person", "id")?;
        let mut people: BTreeSet<PersonId> = people.into_iter().map(PersonId).collect();
        for table in OF_PEOPLE {
            people.extend(self.touched(table, "person_id")?.into_iter().map(PersonId));
        }
        Ok(people)
    }

    /// Returns the names of the organisations whose name, short name or alias this operation changed: the current and
    /// the former ones.
    pub fn touched_organisations(&self) -> Result<BTreeSet<String>, StoreError> {
        let mut names = BTreeSet::new();
        for (table, column) in NAMES {
            names.extend(self.touched::<String>(table, column)?);
        }
        Ok(names)
    }

    /// Returns the current and former values of a column in the rows that this operation added, changed or removed.
    fn touched<T: rusqlite::types::FromSql>(
        &self,
        table: &str,
        column: &str,
    ) -> Result<Vec<T>, StoreError> {
        let connection = self.connection.complete()?;
        // A changed row keeps the operation that added it; the change is in the journal.
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {column} FROM {table} WHERE operation_id = ?1 AND {column} IS NOT NULL
             UNION SELECT {table}.{column} FROM change JOIN {table} ON {table}.id = change.row_id
                 WHERE change.operation_id = ?1 AND table_name = '{table}'
                     AND {table}.{column} IS NOT NULL
             UNION SELECT image ->> '$.{column}' FROM change
                 WHERE operation_id = ?1 AND table_name = '{table}'
                     AND image ->> '$.{column}' IS NOT NULL"
        ))?;
        let values = statement
            .query_map([self.operation.0], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(values)
    }
}
