//! What columns and cells are called: one folding, one vocabulary.
//!
//! * [`fold`]: takes case, accents and punctuation away where texts are compared.
//! * `vocabulary.toml`: the words, as data.
//! * [`lexicon`]: looks cells up in it: states of a sign-up, presence, yes and no.
//! * [`heading`]: takes a heading apart and says what it means and whose it is.
//! * [`family`]: the families of sign-up exports, described in `families/*.toml`.
//! * [`platform`]: the reports of meeting platforms, described in `platforms/*.toml`.
//! * [`field`]: the meanings a column can have.
//!
//! Every reader looks its words up here, so that what one reader understands, all of them do. Adding a word
//! is a change of the TOML file alone.

pub mod family;
pub mod field;
pub mod fold;
pub mod heading;
pub mod lexicon;
pub mod platform;
mod word_lists;

pub use field::{CellWord, Field};
pub use heading::Meaning;
pub use word_lists::{Owner, Words};
