//! Cells to values: the meaning of the text in one cell.
//!
//! Pure functions from text to a date, a duration, a yes or a status word. Nothing here depends on files, columns or
//! sessions; the caller has found the column and asks for the value.
//!
//! *Ambiguity.* A cell with two possible readings is a problem or `None`, never the more likely reading: the caller can
//! decide by the rest of the column and the event, or asks.
//!
//! *Personal data.* A problem only quotes its cell if the cell is known to contain only a date; free text is never
//! repeated in a message.

mod date_order;
mod date_shape;
mod date_tokens;
pub mod dates;
pub mod durations;
mod event_days;
mod row_times;
mod time_notes;
pub mod words;

pub use event_days::names_a_day;
pub use row_times::{Length, RowTimes};
pub use time_notes::{TimeNote, TimeNotes};
