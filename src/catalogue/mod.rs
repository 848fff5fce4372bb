//! Everything that is said and printed, in every language.
//!
//! The words are in `locales`: one folder a language, one file a subject, in the syntax of
//! [Project Fluent](https://projectfluent.org), which has plurals and choices. A new language needs files only;
//! what it lacks is said in English.
//!
//! # Keys
//!
//! The build makes a typed key of each English message. One without arguments is a constant, a [`Wording`]:
//! [`titles::PEOPLE`](messages::titles). One with arguments is made by [`message!`](crate::message), with each
//! argument by its name:
//!
//! ```text
//! message!(import::rows_rejected { count: rejected, file: name })
//! ```
//!
//! A wrong key or argument does not compile. Crates that make such keys give finished texts, and only for what
//! every language has; here the rooms below pass a [`Message`] up as data, and whoever prints it chooses the
//! language. A message can be kept in the store, as its key and arguments, and is read there in any language.
//!
//! # How it is worded
//!
//! Short, active, in the present tense; a message says what happened, where, and what to do next. What is typed, and
//! what somebody else wrote, stands between backticks.
//!
//! * English: what stands behind a label (`error:`, `caused by:`, `hint:`, `warning:`, `note:`), and the line that says
//!   what a command did, begins in lower case and ends without a stop. Documents and help have sentences.
//! * German addresses the reader as "Sie". What stands behind a label (`Fehler:`, `Ursache:`, `Tipp:`, `Warnung:`,
//!   `Hinweis:`) or begins a line begins with a capital, and so does a whole sentence behind a colon; a part of a
//!   sentence does not. It ends without a stop as well.
//! * A list gets its "and" or "or" from the sentence: `{ AND($names) }`, `{ OR($names) }`. Behind a colon, and where a
//!   count of more follows, commas are enough.
//!
//! # Glossary
//!
//! One word for one thing:
//!
//! | English | German |
//! | --- | --- |
//! | event, session, programme | Veranstaltung, Session, Programm |
//! | registration, sign-up | Anmeldung (zur Veranstaltung, zu einer Session) |
//! | signed up, waiting list, cancelled | angemeldet, Warteliste, abgemeldet (Befehl: absagen) |
//! | to move up, to move | nachrücken, umbuchen |
//! | attendance, present, excused, no-show | Anwesenheit, anwesend, entschuldigt, nicht erschienen |
//! | walk-in | ohne Anmeldung |
//! | stay | Anwesenheitszeit |
//! | verdict, set by hand | Teilnahme, manuell festgelegt |
//! | attendance rule | Regel (in Dokumenten: Mindestdauer) |
//! | log | Protokoll |
//! | follow-up report, sign-in list, certificate | Nachbericht, Unterschriftenliste, Teilnahmebescheinigung |
//! | speakers, moderators and hosts | Mitwirkende: Vortrag, Moderation, Gastgebende |
//! | short name of an event or session, of an organisation | Kürzel, Kurzname |
//! | on file | erfasst |
//! | question, candidate, answer | Frage, Vorschlag, Antwort |
//! | rejected, set aside, for review, skipped | zurückgewiesen, zurückgestellt, zu klären, übersprungen |
//! | to import, to export | importieren, ausgeben |
//! | operation, to take back | Vorgang, zurücknehmen |
//! | backup, to restore | Sicherung, wiederherstellen |
//! | to rebuild (what another program altered) | wiederherstellen |
//!
//! # How a language is read
//!
//! A file of words is parsed when its first message is asked for, so that a command pays for what it says.

mod bundles;
mod message;
mod value;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod wording_tests;

/// The keys, made by `build.rs` from `locales/en`.
pub mod messages {
    #![expect(
        non_camel_case_types,
        clippy::doc_markdown,
        reason = "a message is named and documented in Rust as it is in its file"
    )]
    use super::{Message, Value, Wording};
    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

pub use message::{Message, Wording};
pub use messages::Language;
pub use value::{ToValue, Value};

use std::str::FromStr;

use crate::display_in_english;
use crate::message;

impl Language {
    /// What programs read, whatever people read.
    pub const FOR_PROGRAMS: Self = Self::En;
}

/// A word that does not name a language of this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLanguage(pub String);

impl UnknownLanguage {
    /// What is wrong, and which languages there are.
    pub fn message(&self) -> Message {
        let languages = Language::ALL.map(Language::code);
        message!(errors::unknown_language {
            name: self.0,
            languages: languages
        })
    }
}

display_in_english!(UnknownLanguage);

impl std::error::Error for UnknownLanguage {}

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Reads a code, `de`, or what a system calls a language, `de_DE.UTF-8` or `de-AT`.
    fn from_str(name: &str) -> Result<Self, UnknownLanguage> {
        let code = name.split(['_', '-', '.', '@']).next().unwrap_or(name);
        Self::KNOWN
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(code))
            .ok_or_else(|| UnknownLanguage(name.to_owned()))
    }
}

/// Shows an error that has a `message()` in English, for logs and for the errors of other crates.
#[macro_export]
macro_rules! display_in_english {
    ($($kind:ty),+) => {$(
        impl std::fmt::Display for $kind {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.message().in_english())
            }
        }
    )+};
}

/// Makes a [`Message`] from its key and its arguments: `message!(titles::sessions_of { event: title })`.
///
/// An argument is anything that is [`ToValue`] and is borrowed, as by `format!`; `{ count }` is short for `{ count: count }`.
#[macro_export]
macro_rules! message {
    (@value $argument:ident) => { $crate::catalogue::ToValue::to_value(&$argument) };
    (@value $argument:ident: $value:expr) => { $crate::catalogue::ToValue::to_value(&$value) };
    ($file:ident::$name:ident { $($argument:ident $(: $value:expr)?),+ $(,)? }) => {
        $crate::catalogue::Message::from($crate::catalogue::messages::$file::$name {
            $($argument: $crate::message!(@value $argument $(: $value)?)),+
        })
    };
}
