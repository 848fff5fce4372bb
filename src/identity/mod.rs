//! Who is meant: name keys, reading names, and matching people and organisations.
//!
//! Pure rules: no files, no clock, no database. The room may use `crate::model`; imports and commands call it. Sign-ups
//! and the logs of meeting platforms share one engine, so names are read in one place only.
//!
//! # Keys
//!
//! A key answers "is this the same name?", never "is this the same person?". Two equal keys are two spellings of one
//! name; whether they belong to one person is decided with the address and the organisation. Where a fold could join
//! two different names, the key keeps them apart: a missed match costs a question, a wrong one corrupts a list.
//!
//! # Reading
//!
//! A written name goes through [`strip_marks`] (brackets, bars, devices), then [`PersonName::parse`] (titles, order,
//! capitals), then [`person_key`]; [`name_key`] does all three.
//!
//! A platform's display name contains more, and may have several readings: [`read_display_name`] returns them, and
//! [`Directory::find_attendee`] finds the person that fits all of them.

mod address;
mod agreement;
mod blocking;
mod case;
mod directory;
mod display;
mod finding;
mod fold;
mod former;
mod frequency;
mod keyed_name;
mod keys;
mod local_part;
mod marks;
mod matching;
mod mention;
mod names;
mod nicknames;
mod nobody;
mod numbered;
mod organisation_directory;
mod organisation_key;
mod organisation_words;
mod particles;
mod script;
mod several;
mod sound;
mod titles;

/// A fast hash map for many short keys. Its random state keeps outsiders from choosing keys that collide.
type Map<K, V> = std::collections::HashMap<K, V, foldhash::fast::RandomState>;

pub use crate::model::Reason;
pub use agreement::{Agreement, agree};
pub use directory::Directory;
pub use display::{DisplayName, read_display_name};
pub use finding::Attendee;
pub use former::split_former;
pub use frequency::is_name_word;
pub use keyed_name::KeyedName;
pub use keys::{
    address_domain, fold_tokens, is_free_mail_domain, is_not_a_person, is_shared_mailbox, name_key,
    normalize_address, person_key,
};
pub use local_part::are_addresses_of_one;
pub use marks::is_platform_mark;
pub use matching::{Entry, Match, OrganisationHint, Resembled, Sought, Suggestion};
pub use mention::{Mentioned, STRUCK, digits_that_count, in_every_order};
pub use names::{PersonName, Stripped, strip_marks, without_company};
pub use organisation_directory::{OrganisationDirectory, OrganisationMatch, OrganisationPair};
pub use organisation_key::{has_legal_form, organisation_key};
pub use particles::is_particle;
pub use several::names_several;
