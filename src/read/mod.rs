//! Bytes to records: encodings, delimiters, quotes and workbooks, within a memory budget and with correct line numbers.
//!
//! This room does not know what a record means: it has no notion of fields or kinds of file.
//!
//! * `source`, `magic`, `other_text`: the type of a file by its bytes, and the reasons to refuse it.
//! * `text`, `decoder`, `survey`, `mojibake`: bytes to text, and text that was decoded wrongly before.
//! * `delimiter`, `lines`, `undoubled`, `unquoted`, `records`: text to records.
//! * `spreadsheet`, `sheet_rows`, `cell`, `sheet_marks`, `sheet_styles`, `workbook_parts`: workbooks to records,
//!   including what no library reads.
//! * `budget`: how much memory a file may use. `packed`, `measured`, `marked_up`, `attributes`, `rectangle`,
//!   `binary_sheet`, `compound`, `biff`: measure workbooks before a library reads them.
//! * `reading`: all of it together. `sorted`: records in a different order. `raw`: rejected rows in the file's own
//!   layout.

mod attributes;
mod biff;
mod binary_sheet;
mod budget;
mod cell;
mod compound;
mod decoder;
mod delimiter;
mod fault;
#[cfg(test)]
mod laws;
mod lines;
mod magic;
mod marked_up;
mod measured;
mod mojibake;
mod named;
mod note;
mod other_text;
mod packed;
mod raw;
mod reading;
mod record;
mod records;
mod rectangle;
mod sheet_marks;
mod sheet_rows;
mod sheet_styles;
mod sorted;
mod source;
mod spreadsheet;
mod survey;
mod text;
mod undoubled;
mod unquoted;
mod workbook_parts;

pub use budget::{Share, TooLarge};
pub use mojibake::is_misread;
pub use named::{lines, quoted};
pub use note::ReadNote;
pub use raw::RawWriter;
pub use reading::{ReadOptions, Sheet};
pub use record::Record;
pub use records::Records;
pub use sorted::{Sorted, Sorter};
pub use source::{ReadError, Source, unreadable};
pub use survey::lacks_letters;
