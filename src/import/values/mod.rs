//! Cells to values: what the text of one cell says.
//!
//! Pure functions from text to a date, a duration, a yes or a status word. Nothing here knows of
//! files, columns or sessions; a caller has found the column and asks what stands in it. The room
//! uses `crate::model` and `chrono` and nothing else.
//!
//! *Doubt.* A cell that can be read in two ways is a problem or `None`, never the likelier of the
//! two: whoever calls has the rest of the column and the event to decide by, or asks.
//!
//! *Personal data.* A problem quotes its cell only where the cell is known to hold nothing but a
//! date; free text is never repeated in a message.

mod date_order;
mod date_shape;
mod date_tokens;
pub mod dates;
pub mod durations;
mod readings;
pub mod words;

pub use readings::Readings;
