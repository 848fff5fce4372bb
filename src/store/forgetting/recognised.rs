//! Hashes by which a removed person is recognised if a file brings them back.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::super::{Reader, StoreError, Writer};
use super::key::FileKey;
use crate::model::OperationId;

/// The texts that a hash is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HashKind {
    /// An address that nobody else had.
    Address,
    /// An address that others may have, with the name.
    AddressAndName,
    /// The name with an organisation.
    NameAndOrganisation,
    /// The name alone.
    Name,
    /// The name of a removed person, with the address or the organisation of somebody else.
    Another,
}

impl HashKind {
    /// Returns the word stored in the file.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::AddressAndName => "address-and-name",
            Self::NameAndOrganisation => "name-and-organisation",
            Self::Name => "name",
            Self::Another => "another",
        }
    }
}

/// The people who were removed, as far as hashes identify them.
#[derive(Debug, Default)]
pub struct Removed {
    key: Option<FileKey>,
    /// The operation that removed the person of each hash; the latest of several.
    hashes: HashMap<String, OperationId>,
    people: usize,
}

impl Removed {
    /// Returns whether there are no hashes.
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// Returns the number of hashes.
    pub fn hashes(&self) -> usize {
        self.hashes.len()
    }

    /// Returns the number of people they identify.
    pub fn people(&self) -> usize {
        self.people
    }

    /// Returns the operation that removed the person with these texts.
    pub fn find(&self, kind: HashKind, texts: &[&str]) -> Option<OperationId> {
        if self.hashes.is_empty() {
            return None;
        }
        self.hashes.get(&self.hash(kind, texts)?).copied()
    }

    /// Returns the hash of texts; `None` if nobody was ever removed.
    pub fn hash(&self, kind: HashKind, texts: &[&str]) -> Option<String> {
        Some(hash(self.key.as_ref()?, kind, texts))
    }
}

fn hash(key: &FileKey, kind: HashKind, texts: &[&str]) -> String {
    let mut all = vec![kind.as_str()];
    all.extend(texts);
    key.hash(&all)
}

impl Reader<'_> {
    /// Returns the people who were removed, as far as hashes identify them.
    pub fn removed(&self) -> Result<Removed, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement =
            connection.prepare_cached("SELECT hash, operation_id FROM forgotten ORDER BY id")?;
        let hashes = statement
            .query_map([], |row| Ok((row.get(0)?, OperationId(row.get(1)?))))?
            .collect::<Result<_, _>>()?;
        // Others were added by answers to questions.
        let people: i64 = connection.query_row(
            "SELECT count(DISTINCT forgotten.operation_id) FROM forgotten
             JOIN operation ON operation.id = forgotten.operation_id
             WHERE operation.command = 'person forget'",
            [],
            |row| row.get(0),
        )?;
        Ok(Removed {
            key: FileKey::read(&connection)?,
            hashes,
            people: usize::try_from(people).unwrap_or_default(),
        })
    }
}

impl Writer<'_> {
    /// Stores the hashes by which the person removed by this operation is recognised.
    pub fn keep_hashes(
        &self,
        texts: &BTreeSet<(HashKind, Vec<String>)>,
    ) -> Result<usize, StoreError> {
        let key = self.file_key()?;
        for (kind, texts) in texts {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            self.keep_hash(*kind, &hash(&key, *kind, &texts))?;
        }
        Ok(texts.len())
    }

    /// Stores one hash.
    pub fn keep_hash(&self, kind: HashKind, hash: &str) -> Result<(), StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "INSERT INTO forgotten (operation_id, kind, hash) VALUES (?1, ?2, ?3)",
        )?;
        statement.execute((self.operation.0, kind.as_str(), hash))?;
        Ok(())
    }

    /// Allows somebody removed by an operation to be added again, by deleting their hashes.
    pub fn let_return(&self, removed_by: OperationId) -> Result<(), StoreError> {
        self.connection.execute(
            "DELETE FROM forgotten WHERE operation_id = ?1",
            [removed_by.0],
        )?;
        Ok(())
    }

    /// Removes all hashes, also from the journal and from questions; returns how many there were.
    pub fn drop_hashes(&self) -> Result<usize, StoreError> {
        let dropped = self.connection.execute("DELETE FROM forgotten", [])?;
        self.connection
            .execute("DELETE FROM review WHERE kind = 'removed'", [])?;
        self.connection.execute(
            "UPDATE change SET image = ?1 WHERE table_name = 'forgotten'
                 OR table_name = 'review' AND image ->> '$.kind' = 'removed'",
            [super::GONE],
        )?;
        if dropped > 0 {
            self.connection.execute("DELETE FROM file_key", [])?;
        }
        Ok(dropped)
    }
}
