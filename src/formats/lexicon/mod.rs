//! The vocabulary, ready for lookup.
//!
//! Words are folded by [`fold::words`] both when they are loaded and when they are looked up, so case, accents and
//! punctuation never matter. A cell may contain more than the word: `nein, krank`, `Deutsch (Schweiz)`; see
//! [`Lexicon::presence`].

mod cells;
mod consents;
mod headings;

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::fold;
use super::word_lists::{Columns, Headings, Owners, Stems, Words};

/// The one vocabulary.
pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    // A test makes sure that the file can be read; without words the program would still ask about every column.
    toml::from_str(SOURCE).unwrap_or_default()
});

const SOURCE: &str = include_str!("../vocabulary.toml");

/// What a cell says about a sign-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Takes part: `paid`, `Attending`, `zugesagt`, `gebucht`.
    Confirmed,
    /// Has a place but has not paid for it yet: `unpaid`, `unbezahlt`.
    Unpaid,
    /// Asked for a place, not confirmed yet: `pending`, `ausstehend`.
    Pending,
    /// Waits for a place.
    Waitlisted,
    /// No longer coming: `storniert`, `Refunded`, `Not Attending`.
    Cancelled,
    /// Refused by the organiser: `denied`, `abgelehnt`.
    Denied,
    /// The form was never submitted: `partial`, `draft`.
    Unfinished,
    /// Invited, without an answer: `Keine`, `no response`, `invited`.
    Unanswered,
}

/// What a cell says about somebody's presence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Presence {
    /// They were there, late or not.
    There,
    /// They were not there.
    Absent,
    /// They were not there, and had said so.
    Excused,
}

impl Presence {
    const fn of(is_yes: bool) -> Self {
        if is_yes { Self::There } else { Self::Absent }
    }
}

/// The vocabulary, folded.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lexicon {
    /// Words of headings.
    pub heading: HeadingWords,
    pub(super) owners: Owners,
    pub(super) columns: Columns,
    other_files: OtherFiles,
    subjects: BTreeMap<String, Stems>,
    beside: BTreeMap<String, Stems>,
    states: StateWords,
    taken_back: TakenBack,
    clock: ClockWords,
    presence: PresenceWords,
    /// Words and signs that answer a question.
    pub answers: AnswerWords,
    listing: ListingWords,
    consents: ConsentWords,
    /// Rows of a hand-made table that are not data.
    pub asides: AsideWords,
    /// Names for sessions, and words in choices of sessions.
    pub sessions: SessionWords,
    /// Words for each kind of session, by the name of the kind.
    pub session_kinds: BTreeMap<String, Stems>,
    /// Words for people's parts in a programme.
    pub programme: ProgrammeWords,
    /// Names of each language, by its code.
    pub languages: BTreeMap<String, Words>,
    /// Words in dates and lengths.
    pub times: TimeWords,
    /// Words in the column of the names that are not the name of one person.
    pub names: NameWords,
    /// Words in polls.
    pub polls: PollWords,
}

/// Words in headings.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadingWords {
    coming: Stems,
    pub(super) fillers: Words,
    pub(super) asking: Words,
    refunds: Stems,
    heads: Words,
    counts: Headings,
    companions: Stems,
    children: Words,
    substitutes: Stems,
    replies: Headings,
    to_come: Words,
    whether: Words,
    occasions: Words,
    pub(super) hours: Words,
    pub(super) minutes: Words,
    pub(super) seconds: Words,
    further: Words,
    confirmations: Words,
    signing_up: Stems,
    wished: Stems,
    other_years: Stems,
    past: Stems,
    sending: Stems,
    checking_out: Stems,
    moments: Stems,
    other_moments: Stems,
    written: Stems,
    payment: Stems,
    whole: Headings,
    signatures: Headings,
    filling_in: Words,
    lengths: Stems,
    other_lengths: Stems,
    missed: Stems,
    /// Headings that mean the cells below put the family name first.
    pub family_first: Headings,
    /// Headings that mean the people below take part.
    pub participants: Words,
}

/// Words about the list of participants.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ListingWords {
    list: Stems,
    asks: Stems,
    may: Stems,
    wants: Stems,
    agrees: Stems,
}

/// Words about the other purposes that forms ask a consent for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConsentWords {
    photographs: Stems,
    newsletter: Stems,
    recording: Stems,
    already: Stems,
    bare: Headings,
}

/// How a question of a form asks for a consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// It asks whether somebody agrees: a yes does.
    Asked,
    /// It mentions the purpose, but the meaning of a yes is uncertain.
    Doubtful,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct OtherFiles {
    address_book: Stems,
    bank: Stems,
    invoice: Stems,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct TakenBack {
    withdrawals: Stems,
    titles: Stems,
    instead: Stems,
    remarks: Stems,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct StateWords {
    negations: Words,
    denials: Words,
    hedges: Words,
    ordinary: Words,
    unfinished: Words,
    waitlisted: Words,
    denied: Words,
    cancelled: Words,
    unpaid: Words,
    pending: Words,
    unanswered: Words,
    confirmed: Words,
}

impl StateWords {
    /// The lists in order of precedence.
    const fn lists(&self) -> [(&Words, State); 8] {
        [
            (&self.unfinished, State::Unfinished),
            (&self.waitlisted, State::Waitlisted),
            (&self.denied, State::Denied),
            (&self.cancelled, State::Cancelled),
            (&self.unanswered, State::Unanswered),
            (&self.unpaid, State::Unpaid),
            (&self.pending, State::Pending),
            (&self.confirmed, State::Confirmed),
        ]
    }
}

/// Words beside a number that make a time of day of it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockWords {
    before: Words,
    units: Words,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct PresenceWords {
    marking: Stems,
    excused: Words,
    absent: Words,
    late: Words,
    came: Words,
    there: Words,
    manner: Words,
    auxiliaries: Words,
    letters_there: HashSet<char>,
    letters_late: HashSet<char>,
    letters_excused: HashSet<char>,
    letters_absent: HashSet<char>,
}

/// Words and signs that answer a question.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerWords {
    yes: Words,
    no: Words,
    yes_signs: HashSet<String>,
    no_signs: HashSet<String>,
    none: Words,
    /// Unticked boxes.
    pub empty_boxes: HashSet<String>,
    /// What a spreadsheet shows for a failed formula, in lower case.
    pub errors: HashSet<String>,
    /// Placeholders for a missing address.
    pub no_address: Words,
    /// Placeholders of people who keep their name private.
    pub anonymous: Words,
}

/// Words of rows that are not data.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AsideWords {
    /// What a letter ends with.
    pub closings: Words,
    /// Where somebody is who is not in the meeting.
    pub outside: Words,
    /// They say what the numbers in a row are. Each is a label on its own.
    pub sums: Words,
    /// Signs with the same meaning.
    pub sum_signs: HashSet<char>,
    /// Words that may occur next to those.
    pub counted: Words,
    /// First words of the heading of a section of rows.
    pub sections: Words,
    /// First words of a remark.
    pub remarks: Words,
    /// First words that are also family names.
    pub also_names: Words,
    /// Words that mark an organisation rather than a person.
    pub organisations: Words,
}

/// Words about sessions.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionWords {
    /// Words that turn a session's name into a question or a sentence.
    pub asking: Words,
    /// Generic terms for sessions, used before a letter: `Workshop A`.
    pub sorts: Words,
    /// The generic terms that mean a breakout and would mean nothing inside a title.
    pub sorts_of_breakouts: Words,
    /// A heading with one of these may be a choice of sessions.
    pub headings: Stems,
    /// Answers that choose no session.
    pub nothing: Words,
    no_choice: Stems,
    choosing: Stems,
    not_chosen: Stems,
    meetings: Stems,
    /// Words of a remark after a session that take the choice back or make it invalid.
    pub taken_back: Words,
    /// Separators between two answers, including spaces.
    pub joining: Vec<String>,
    /// Words for a choice that has a rank.
    pub wishes: Words,
    /// First, second, and so on.
    pub ranks: Vec<Words>,
}

/// Words of programmes.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeWords {
    /// Marks a row about the whole event.
    pub event: Words,
    /// Words for a moderator.
    pub moderator: Words,
    /// Words for a host.
    pub host: Words,
    /// Words for a speaker.
    pub speaker: Words,
    /// First parts of words for a session that does not take place.
    pub called_off: Stems,
    /// First parts of words for a session that takes place at another time.
    pub put_off: Stems,
}

/// Words in the column of the names that are not the name of one person.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameWords {
    /// First words of several people, or of a part of an organisation.
    pub groups: Words,
    /// Words for several people.
    pub several: Words,
    /// Words for somebody who comes for somebody else.
    pub instead: Words,
    /// The same as first words.
    pub instead_before: Words,
    /// Signs of a deputy before the name, as written.
    deputies: Vec<String>,
    /// Words of a name that somebody gives who tries a form.
    tests: Words,
    /// Words for somebody who is not known yet.
    pub open: Words,
    /// The same as first words.
    pub open_before: Words,
}

impl NameWords {
    /// Whether somebody signs for somebody else: `i.V. Meier`.
    pub fn is_of_a_deputy(&self, cell: &str) -> bool {
        self.deputies.iter().any(|sign| cell.starts_with(sign))
    }
}

/// Words of dates and lengths.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeWords {
    /// The twelve months.
    pub months: Vec<Words>,
    /// Days of the week.
    pub weekdays: Words,
    /// Words that only join the date to the time.
    pub fillers: Words,
    /// Words behind the hour.
    pub behind_the_hour: Words,
    /// Words that join the day to the month, and the month to the year.
    pub joining_dates: Words,
    /// Words that make the name of a zone, beside a place.
    pub zone_words: Words,
    /// Endings of English ordinals.
    pub ordinals: Words,
    /// Units of lengths.
    pub days: Words,
    /// What numbers a day of several.
    pub nth_day: Words,
    /// Units of lengths.
    pub hours: Words,
    /// Units of lengths.
    pub minutes: Words,
    /// Units of lengths.
    pub seconds: Words,
    /// Words that join two units.
    pub joining: Words,
    /// Names of time zones as written, by the zone.
    pub zones: BTreeMap<String, ZoneNames>,
}

/// The names of a time zone.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ZoneNames {
    /// Names that say standard time.
    pub standard: Vec<String>,
    /// Names that say summer time.
    pub summer: Vec<String>,
    /// Names that say neither.
    #[serde(default)]
    pub either: Vec<String>,
    /// Names that mean other zones to other readers.
    #[serde(default)]
    pub in_headings: Vec<String>,
}

/// Words of polls.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PollWords {
    /// First words of the title.
    pub titles: Words,
    /// Words of the last row, which counts the others.
    pub count: Words,
    /// Words below a question that has only one part.
    pub one_part: Words,
}

/// The parts of a cell: the word, and a remark in brackets or after a comma or a dash.
fn parts(cell: &str) -> Vec<Vec<String>> {
    let text = cell.replace('_', " ").replace(" - ", " – ");
    let parts = text.split(['(', ')', ',', ';', ':', '–', '/']);
    parts
        .map(fold::words)
        .filter(|words| !words.is_empty())
        .collect()
}

#[cfg(test)]
mod tests;
