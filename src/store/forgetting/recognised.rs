//! By what somebody who was removed is recognised, should a file bring them back.

use std::collections::{BTreeSet, HashMap};

use super::super::{Reader, StoreError, Writer};
use super::key::FileKey;
use crate::model::OperationId;

/// What a hash is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HashKind {
    /// An address that nobody else had.
    Address,
    /// An address, which others may have, with the name.
    AddressAndName,
    /// The name with an organisation.
    NameAndOrganisation,
    /// The name alone.
    Name,
}

impl HashKind {
    /// Returns the word that the file keeps.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::AddressAndName => "address-and-name",
            Self::NameAndOrganisation => "name-and-organisation",
            Self::Name => "name",
        }
    }
}

/// Those who were removed, as far as hashes tell.
#[derive(Debug, Default)]
pub struct Removed {
    key: Option<FileKey>,
    /// The operation that removed whoever a hash is of; the latest of several.
    hashes: HashMap<String, OperationId>,
}

impl Removed {
    /// Whether nobody is recognised.
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// Returns how many hashes there are.
    pub fn hashes(&self) -> usize {
        self.hashes.len()
    }

    /// Returns how many people they are of.
    pub fn people(&self) -> usize {
        let operations: BTreeSet<OperationId> = self.hashes.values().copied().collect();
        operations.len()
    }

    /// Returns the operation that removed whoever these texts are of.
    pub fn find(&self, kind: HashKind, texts: &[&str]) -> Option<OperationId> {
        if self.hashes.is_empty() {
            return None;
        }
        let key = self.key.as_ref()?;
        self.hashes.get(&hash(key, kind, texts)).copied()
    }
}

fn hash(key: &FileKey, kind: HashKind, texts: &[&str]) -> String {
    let mut all = vec![kind.as_str()];
    all.extend(texts);
    key.hash(&all)
}

impl Reader<'_> {
    /// Returns those who were removed, as far as hashes tell.
    pub fn removed(&self) -> Result<Removed, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement =
            connection.prepare_cached("SELECT hash, operation_id FROM forgotten ORDER BY id")?;
        let hashes = statement
            .query_map([], |row| Ok((row.get(0)?, OperationId(row.get(1)?))))?
            .collect::<Result<_, _>>()?;
        Ok(Removed {
            key: FileKey::read(&connection)?,
            hashes,
        })
    }
}

impl Writer<'_> {
    /// Keeps hashes by which somebody who is removed by this operation is recognised.
    pub fn keep_hashes(
        &self,
        texts: &BTreeSet<(HashKind, Vec<String>)>,
    ) -> Result<usize, StoreError> {
        let key = self.file_key()?;
        let connection = self.connection.complete()?;
        let mut statement = connection
            .prepare("INSERT INTO forgotten (operation_id, kind, hash) VALUES (?1, ?2, ?3)")?;
        for (kind, texts) in texts {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            statement.execute((self.operation.0, kind.as_str(), hash(&key, *kind, &texts)))?;
        }
        Ok(texts.len())
    }

    /// Lets somebody be taken in again whom an operation removed: the hashes of them go.
    pub fn let_return(&self, removed_by: OperationId) -> Result<(), StoreError> {
        self.connection.execute(
            "DELETE FROM forgotten WHERE operation_id = ?1",
            [removed_by.0],
        )?;
        Ok(())
    }

    /// Removes all hashes, and what the journal keeps of any; returns how many there were.
    pub fn drop_hashes(&self) -> Result<usize, StoreError> {
        let dropped = self.connection.execute("DELETE FROM forgotten", [])?;
        self.connection.execute(
            "UPDATE change SET image = ?1 WHERE table_name = 'forgotten'",
            [super::GONE],
        )?;
        if dropped > 0 {
            self.connection.execute("DELETE FROM file_key", [])?;
        }
        Ok(dropped)
    }
}
