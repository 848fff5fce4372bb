//! Rows as SQLite writes them: the values of a record follow each other without anything between them. So the end of a
//! given name and the beginning of a family name may read as another name (`Katrin` and `Esser` as `Ines`), which is no
//! trace of anybody.

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::super::StoreError;

/// Passes the body of every record of every table and index to `each`, as it is in the file.
///
/// # Errors
/// If the file cannot be read.
pub(super) fn each_record(
    connection: &Connection,
    mut each: impl FnMut(&[u8]),
) -> Result<(), StoreError> {
    let mut statement = connection.prepare(
        "SELECT type, name, tbl_name FROM sqlite_schema
         WHERE type IN ('table', 'index') AND name <> 'erasure' ORDER BY name",
    )?;
    let objects = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<Vec<(String, String, String)>, _>>()?;
    let mut record: Vec<u8> = Vec::new();
    for (kind, name, table) in objects {
        let columns = columns(connection, &kind, &name)?;
        let columns: Vec<String> = columns.iter().map(|it| quoted(it)).collect();
        if columns.is_empty() {
            continue;
        }
        let sql = format!("SELECT {} FROM {}", columns.join(", "), quoted(&table));
        let mut statement = connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            record.clear();
            for place in 0..columns.len() {
                append(&mut record, row.get_ref(place)?);
            }
            each(&record);
        }
    }
    Ok(())
}

/// Returns the columns of a table that its records hold, or those of an index, with the number of the row at its end.
fn columns(connection: &Connection, kind: &str, name: &str) -> Result<Vec<String>, StoreError> {
    // The number of a row is the key of its table, and not in its record.
    let sql = if kind == "table" {
        "SELECT name FROM pragma_table_info(?1) WHERE NOT (pk = 1 AND type = 'INTEGER') ORDER BY cid"
    } else {
        "SELECT CASE cid WHEN -1 THEN 'rowid' ELSE name END FROM pragma_index_xinfo(?1)
         WHERE cid <> -2 ORDER BY seqno"
    };
    let mut statement = connection.prepare(sql)?;
    let columns = statement.query_map([name], |row| row.get(0))?;
    Ok(columns.collect::<Result<_, _>>()?)
}

fn quoted(name: &str) -> String {
    if name == "rowid" {
        return name.to_owned();
    }
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Appends a value as a record has it: <https://www.sqlite.org/fileformat2.html#record_format>.
fn append(record: &mut Vec<u8>, value: ValueRef<'_>) {
    match value {
        ValueRef::Null | ValueRef::Integer(0 | 1) => {}
        ValueRef::Integer(number) => {
            let bytes = number.to_be_bytes();
            let fits = |length: &usize| {
                let bits = u32::try_from(length * 8 - 1).unwrap_or(63);
                number >> bits == number >> 63
            };
            let length = [1, 2, 3, 4, 6].into_iter().find(fits).unwrap_or(8);
            record.extend(&bytes[8 - length..]);
        }
        ValueRef::Real(number) => record.extend(number.to_be_bytes()),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => record.extend(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_as_many_bytes_as_they_need() {
        let of = |number: i64| {
            let mut record = Vec::new();
            append(&mut record, ValueRef::Integer(number));
            record
        };
        assert_eq!(of(0), [0_u8; 0]);
        assert_eq!(of(1), [0_u8; 0]);
        assert_eq!(of(-1), [255]);
        assert_eq!(of(127), [127]);
        assert_eq!(of(128), [0, 128]);
        assert_eq!(of(-32_769), [255, 127, 255]);
        assert_eq!(of(1 << 31), [0, 0, 128, 0, 0, 0]);
        assert_eq!(of(i64::MAX).len(), 8);
    }
}
