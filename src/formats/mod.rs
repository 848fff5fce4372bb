//! The meaning of columns and cells: one folding, one vocabulary.
//!
//! * [`fold`]: removes case, accents and punctuation so that texts can be compared.
//! * `vocabulary.toml`: the words, as data.
//! * [`lexicon`]: looks up cells in it: states of a sign-up, presence, yes and no.
//! * [`heading`]: takes a heading apart and finds its meaning and its owner.
//! * [`family`]: the families of sign-up exports, described in `families/*.toml`.
//! * [`platform`]: the reports of meeting platforms, described in `platforms/*.toml`.
//! * [`field`]: the meanings a column can have.
//! * [`zone`]: the time zone that a heading names.
//!
//! All readers look words up here, so they all understand the same words. Adding a word only changes the TOML file.

pub mod family;
pub mod field;
pub mod fold;
pub mod heading;
pub mod lexicon;
pub mod platform;
mod word_lists;
pub mod zone;

pub use field::{CellWord, Field};
pub use heading::Meaning;
pub use word_lists::{Owner, Words};
pub use zone::ZoneName;
