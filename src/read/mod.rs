//! Bytes to records: encodings, delimiters, quotes, workbooks, all within a budget of memory and with the true lines.
//!
//! What a record means is none of this room's business: it knows no field and no kind of file.
//!
//! * `source`, `magic`, `other_text`: what a file is by its bytes, and what it is refused for.
//! * `text`, `decoder`, `survey`, `mojibake`: bytes to text, and text that was read in the wrong encoding before.
//! * `delimiter`, `lines`, `undoubled`, `unquoted`, `records`: text to records.
//! * `spreadsheet`, `sheet_rows`, `cell`, `sheet_marks`: workbooks to records, and what no library reads of them.
//! * `budget`: how much memory a file may take. `packed`, `measured`, `marked_up`, `attributes`, `rectangle`,
//!   `binary_sheet`, `compound`, `biff`: workbooks measured before a library reads them.
//! * `reading`: all of it together. `sorted`: records in another order. `raw`: rejected rows in the file's own layout.

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
mod sorted;
mod source;
mod spreadsheet;
mod survey;
mod text;
mod undoubled;
mod unquoted;

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
