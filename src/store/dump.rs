//! Writes every row of every data table as text, to compare two states of a file.

use rusqlite::types::ValueRef;

use super::layout::Layout;
use super::{Reader, StoreError};

impl Reader<'_> {
    /// Returns the content of all data tables, one row per line, sorted by table and number.
    ///
    /// Operations and their journal are left out, since an undo adds to them. So the law "undo restores exactly" means:
    /// the dump before an operation equals the dump after its undo.
    pub fn dump(&self) -> Result<String, StoreError> {
        use std::fmt::Write as _;
        let mut text = String::new();
        for table in Layout::newest().data_tables() {
            let connection = self.connection.complete()?;
            let mut statement =
                connection.prepare(&format!("SELECT * FROM {table} ORDER BY id"))?;
            let columns = statement.column_count();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                text.push_str(table);
                for column in 0..columns {
                    text.push('\t');
                    let written = match row.get_ref(column)? {
                        ValueRef::Null => write!(text, "NULL"),
                        ValueRef::Integer(number) => write!(text, "{number}"),
                        ValueRef::Real(number) => write!(text, "{number:?}"),
                        ValueRef::Text(bytes) => {
                            write!(text, "{:?}", String::from_utf8_lossy(bytes))
                        }
                        ValueRef::Blob(bytes) => write!(text, "{bytes:?}"),
                    };
                    // Writing to a `String` cannot fail.
                    let _ = written;
                }
                text.push('\n');
            }
        }
        Ok(text)
    }
}
