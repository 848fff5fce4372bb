//! Determines what a file is and what its columns mean.
//!
//! The sources are used in this order, each only for what the previous ones left open: the organiser (`--map`, now or
//! for the same headings before), the family, a column for a single session, the words of the heading, the content of
//! the cells (see `decide`). If a column is still open and could decide who is counted, a question is asked; otherwise
//! it is an answer in a list of sign-ups, and unused elsewhere.

mod arrangement;
mod cell_words;
mod columns;
mod decide;
mod doubts;
mod explain;
mod kind;
mod names_by_cells;
mod recognise;
mod sessions;
mod titles;
mod together;
mod zones;

pub use cell_words::CellWords;
pub use columns::{Column, Layout, NOBODY, Origin};
pub(super) use columns::{HEAD, Known};
pub(super) use sessions::pasteable;

#[cfg(test)]
mod tests;
