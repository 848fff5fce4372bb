//! What a file is and what its columns mean.
//!
//! In this order, each only for what the one before left open: what the organiser said (`--map`, now or for the same
//! headings before), the family, a column of its own for a session, the heading's words, the content of the cells (see
//! `decide`). What is still open could decide who is counted, and is asked; or it is an answer in a list of sign-ups, and
//! not used elsewhere.

mod arrangement;
mod cell_words;
mod columns;
mod decide;
mod explain;
mod kind;
mod names_by_cells;
mod recognise;
mod sessions;
mod together;

pub use cell_words::CellWords;
pub use columns::{Column, Layout, NOBODY, Origin};
pub(super) use columns::{HEAD, Known};
pub(super) use sessions::pasteable;

#[cfg(test)]
mod tests;
