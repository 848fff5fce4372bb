//! Sorts the rows of a file without keeping them in memory.
//!
//! Records go to an unnamed temporary file, which only the owner can read and which disappears when the program ends;
//! only the sort key and the position of each are in memory. Exports are nearly in order, so most rows are adjacent and
//! are read together.

use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};

use super::record::Record;

/// Collects records in order to return them sorted.
#[derive(Debug)]
pub struct Sorter<K> {
    file: BufWriter<File>,
    places: Vec<(K, Place)>,
    end: u64,
    bytes: Vec<u8>,
}

/// The position of a record in the file.
#[derive(Debug, Clone, Copy)]
struct Place {
    start: u64,
    length: u32,
}

impl Place {
    fn end(self) -> u64 {
        self.start + u64::from(self.length)
    }
}

impl<K: Ord + Copy> Sorter<K> {
    /// Creates the temporary file.
    pub fn new() -> io::Result<Self> {
        Ok(Self {
            file: BufWriter::with_capacity(TOGETHER, tempfile::tempfile()?),
            places: Vec::new(),
            end: 0,
            bytes: Vec::new(),
        })
    }

    /// Adds a record.
    pub fn push(&mut self, key: K, record: &Record) -> io::Result<()> {
        self.bytes.clear();
        self.bytes.extend(record.line().to_le_bytes());
        for cell in record.cells() {
            self.bytes.extend(size(cell.len())?.to_le_bytes());
            self.bytes.extend(cell.as_bytes());
        }
        self.file.write_all(&self.bytes)?;
        let place = Place {
            start: self.end,
            length: size(self.bytes.len())?,
        };
        self.end = place.end();
        self.places.push((key, place));
        Ok(())
    }

    /// Returns the records sorted; records with equal keys stay in order.
    pub fn sorted(mut self) -> io::Result<Sorted> {
        self.places.sort_by_key(|(key, _)| *key);
        let file = self
            .file
            .into_inner()
            .map_err(io::IntoInnerError::into_error)?;
        let places: Vec<Place> = self.places.into_iter().map(|(_, place)| place).collect();
        Ok(Sorted {
            file,
            places: places.into_iter(),
            bytes: Vec::new(),
            read: 0,
        })
    }
}

/// How many bytes are read and written at once.
const TOGETHER: usize = 64 * 1024;

fn size(bytes: usize) -> io::Result<u32> {
    u32::try_from(bytes).map_err(|_| io::Error::from(io::ErrorKind::FileTooLarge))
}

/// Records in their new order.
#[derive(Debug)]
pub struct Sorted {
    file: File,
    places: std::vec::IntoIter<Place>,
    /// The bytes of adjacent records.
    bytes: Vec<u8>,
    /// How many of these bytes were returned.
    read: usize,
}

impl Sorted {
    /// Reads the next record into a reused one; `false` at the end.
    pub fn read_into(&mut self, record: &mut Record) -> io::Result<bool> {
        let Some(place) = self.places.as_slice().first().copied() else {
            return Ok(false);
        };
        if self.read == self.bytes.len() {
            self.read_from(place)?;
        }
        self.places.next();
        let end = self.read + usize::try_from(place.length).unwrap_or(usize::MAX);
        let bytes = self.bytes.get(self.read..end);
        self.read = end;
        bytes
            .and_then(|bytes| decode(bytes, record))
            .map(|()| true)
            .ok_or_else(|| io::ErrorKind::InvalidData.into())
    }

    /// Reads a record and those of the next ones that are adjacent.
    fn read_from(&mut self, first: Place) -> io::Result<()> {
        let mut end = first.end();
        for place in self.places.as_slice().iter().skip(1) {
            if place.start != end || place.end() - first.start > TOGETHER as u64 {
                break;
            }
            end = place.end();
        }
        self.read = 0;
        self.bytes.clear();
        self.file.seek(SeekFrom::Start(first.start))?;
        let length = end - first.start;
        (&self.file).take(length).read_to_end(&mut self.bytes)?;
        Ok(())
    }
}

/// Decodes a record.
fn decode(bytes: &[u8], record: &mut Record) -> Option<()> {
    let (line, mut rest) = bytes.split_first_chunk()?;
    record.begin(u64::from_le_bytes(*line));
    while let Some((length, behind)) = rest.split_first_chunk() {
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let (cell, behind) = behind.split_at_checked(length)?;
        record.push(std::str::from_utf8(cell).ok()?);
        rest = behind;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(records: &[(i64, Record)]) -> Vec<Record> {
        let mut sorter = Sorter::new().unwrap();
        for (key, record) in records {
            sorter.push(*key, record).unwrap();
        }
        let mut sorted = sorter.sorted().unwrap();
        let mut found = Vec::new();
        let mut record = Record::default();
        while sorted.read_into(&mut record).unwrap() {
            found.push(record.clone());
        }
        found
    }

    #[test]
    fn records_come_back_as_they_were_and_in_order() {
        let long = "ä".repeat(TOGETHER);
        let records = [
            (2, Record::new(1, ["Anna", "", "two\nlines"])),
            (3, Record::new(5, [])),
            (1, Record::new(7, [""])),
            (2, Record::new(9, ["Ben"])),
            (2, Record::new(10, [long.as_str(), "x"])),
            (1, Record::new(11, ["Cleo", "ü"])),
        ];
        let expected: Vec<Record> = [2, 5, 0, 3, 4, 1]
            .map(|at: usize| records[at].1.clone())
            .to_vec();
        assert_eq!(sorted(&records), expected);
        assert_eq!(sorted(&[]), []);
    }

    #[test]
    fn a_file_that_stands_newest_first_is_turned_round() {
        let records: Vec<(i64, Record)> = (0..5000)
            .map(|number: i64| {
                let cell = number.to_string();
                (
                    -number,
                    Record::new(number.unsigned_abs(), [cell.as_str(), "Müller"]),
                )
            })
            .collect();
        let expected: Vec<Record> = records
            .iter()
            .rev()
            .map(|(_, record)| record.clone())
            .collect();
        assert_eq!(sorted(&records), expected);
    }
}
