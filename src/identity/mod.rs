//! Who is meant: the keys, the reading of names, and the matching of people and organisations.
//!
//! Pure rules: no files, no clock, no database. The room may use `crate::model`; imports and
//! commands call it. One engine serves sign-ups and the logs of meeting platforms, so a name is
//! read in one place only.
//!
//! # Keys
//!
//! A key answers "is this the same name?", never "is this the same person?". Two equal keys are two
//! spellings of one name; whether one person bears it is decided with the address and the
//! organisation. Where a fold could join two names that differ, the key keeps them apart: a missed
//! match costs a question, a wrong one spoils a list.
//!
//! # Reading
//!
//! A written name goes through [`strip_marks`] (brackets, bars, devices), then
//! [`PersonName::parse`] (titles, order, capitals), then [`person_key`]; [`name_key`] does all three.
//!
//! A platform's display name says more, and may be read in more than one way: [`read_display_name`]
//! gives its readings, and [`Directory::find_attendee`] finds whom all of them can mean.

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

/// Finds by keys that are many and short, and nobody outside chooses where they fall.
type Map<K, V> = std::collections::HashMap<K, V, foldhash::fast::RandomState>;

pub use crate::model::Reason;
pub use agreement::{Agreement, agree};
pub use directory::Directory;
pub use display::{DisplayName, read_display_name};
pub use finding::Attendee;
pub use former::split_former;
pub use keyed_name::KeyedName;
pub use keys::{
    address_domain, fold_tokens, is_free_mail_domain, is_not_a_person, is_shared_mailbox, name_key,
    normalize_address, person_key,
};
pub use local_part::are_addresses_of_one;
pub use marks::is_platform_mark;
pub use matching::{Entry, Match, OrganisationHint, Resembled, Sought, Suggestion};
pub use mention::{find_address, find_name, find_phone};
pub use names::{PersonName, Stripped, strip_marks, without_company};
pub use organisation_directory::{OrganisationDirectory, OrganisationMatch, OrganisationPair};
pub use organisation_key::{has_legal_form, organisation_key};
pub use several::names_several;
