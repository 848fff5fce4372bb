//! The vocabulary, ready to be looked up.
//!
//! Words are folded by [`fold::words`] when they are loaded and when they are sought, so that case, accents and
//! punctuation never matter. A cell may say more than the word: `nein, krank`, `Deutsch (Schweiz)`; see
//! [`Lexicon::presence`].

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::fold;
use super::word_lists::{Columns, Headings, Owners, Stems, Words};

/// The one vocabulary.
pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    // A test holds that the file can be read; a program without words would still ask about every column.
    toml::from_str(SOURCE).unwrap_or_default()
});

const SOURCE: &str = include_str!("vocabulary.toml");

/// What a cell says of a sign-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Takes part: `paid`, `Attending`, `zugesagt`, `gebucht`.
    Confirmed,
    /// Has a place, and has not paid for it yet: `unpaid`, `unbezahlt`.
    Unpaid,
    /// Asked for a place, and nobody has said yes: `pending`, `ausstehend`.
    Pending,
    /// Waits for a place.
    Waitlisted,
    /// Does not come any more: `storniert`, `Refunded`, `Not Attending`.
    Cancelled,
    /// The organiser said no: `denied`, `abgelehnt`.
    Denied,
    /// The form was never sent: `partial`, `draft`.
    Unfinished,
    /// Was asked, and has not said anything: `Keine`, `no response`, `invited`.
    Unanswered,
}

/// What a cell says of somebody's presence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Presence {
    /// They were there, late or not.
    There,
    /// They were not.
    Absent,
    /// They were not, and had said so.
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
    presence: PresenceWords,
    /// Words and signs that answer something.
    pub answers: AnswerWords,
    listing: ListingWords,
    /// Rows of a hand-made table that are not data.
    pub asides: AsideWords,
    /// What sessions are called, and what choices of them say.
    pub sessions: SessionWords,
    /// What each kind of session is called, by the name of the kind.
    pub session_kinds: BTreeMap<String, Stems>,
    /// What people are in a programme.
    pub programme: ProgrammeWords,
    /// What each language is called, by its code.
    pub languages: BTreeMap<String, Words>,
    /// Words of dates and lengths.
    pub times: TimeWords,
    /// Words of polls.
    pub polls: PollWords,
}

/// Words of headings.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadingWords {
    coming: Stems,
    pub(super) fillers: Words,
    pub(super) asking: Words,
    replies: Headings,
    pub(super) hours: Words,
    further: Words,
    confirmations: Words,
    payment: Stems,
    whole: Headings,
    /// The family name comes first in the cells below.
    pub family_first: Headings,
    /// They say that those below take part.
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

/// What a question of a form has to do with the list of participants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// It asks whether somebody may stand on it: a yes is a yes.
    Asked,
    /// It speaks of the list, and what a yes means is not certain.
    Doubtful,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct OtherFiles {
    address_book: Stems,
    bank: Stems,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct StateWords {
    negations: Words,
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
    /// The lists in the order in which they count.
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

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct PresenceWords {
    excused: Words,
    absent: Words,
    late: Words,
    there: Words,
    letters_there: HashSet<char>,
    letters_late: HashSet<char>,
    letters_excused: HashSet<char>,
    letters_absent: HashSet<char>,
}

/// Words and signs that answer something.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerWords {
    yes: Words,
    no: Words,
    yes_signs: HashSet<String>,
    no_signs: HashSet<String>,
    none: Words,
    /// Boxes that nobody ticked.
    pub empty_boxes: HashSet<String>,
    /// What a spreadsheet shows for a failed formula, in small letters.
    pub errors: HashSet<String>,
    /// Written where the address is missing.
    pub no_address: Words,
    /// Written where somebody keeps their name to themselves.
    pub anonymous: Words,
}

/// Words of rows that are not data.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AsideWords {
    /// They say what the numbers of a row are. Each makes a label by itself.
    pub sums: Words,
    /// Signs that do so.
    pub sum_signs: HashSet<char>,
    /// They may stand beside those.
    pub counted: Words,
    /// First words of what stands over the rows of a section.
    pub sections: Words,
    /// First words of a remark.
    pub remarks: Words,
    /// Those that are family names as well.
    pub also_names: Words,
    /// They name an organisation, and no person.
    pub organisations: Words,
}

/// Words about sessions.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionWords {
    /// They make a question or a sentence of a session's name.
    pub asking: Words,
    /// What sessions are generally called before their letter: `Workshop A`.
    pub sorts: Words,
    /// Those that say a breakout, and would say nothing inside a title.
    pub sorts_of_breakouts: Words,
    /// A heading with one of them may be a choice.
    pub headings: Stems,
    /// An answer that chooses no session.
    pub nothing: Words,
    /// Words of a remark behind a session that make no choice of it, or none that counts.
    pub taken_back: Words,
    /// What stands between two answers, blanks included.
    pub joining: Vec<String>,
    /// What a choice is called that has a rank.
    pub wishes: Words,
    /// First, second, and so on.
    pub ranks: Vec<Words>,
}

/// Words of programmes.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeWords {
    /// The row is about the whole event.
    pub event: Words,
    /// Leads a session.
    pub moderator: Words,
    /// Is at home there.
    pub host: Words,
    /// Speaks.
    pub speaker: Words,
}

/// Words of dates and lengths.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeWords {
    /// The twelve months.
    pub months: Vec<Words>,
    /// Days of the week.
    pub weekdays: Words,
    /// They only join the date to the time.
    pub fillers: Words,
    /// Ends of English ordinals.
    pub ordinals: Words,
    /// Units of lengths.
    pub days: Words,
    /// Units of lengths.
    pub hours: Words,
    /// Units of lengths.
    pub minutes: Words,
    /// Units of lengths.
    pub seconds: Words,
    /// They join two units.
    pub joining: Words,
}

/// Words of polls.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PollWords {
    /// The title begins with one.
    pub titles: Words,
    /// The last row counts the others.
    pub count: Words,
    /// Below a question with one part.
    pub one_part: Words,
}

impl Lexicon {
    /// Returns what a cell says of a sign-up. Where a remark says something else than the word before it, what takes a
    /// place away counts: `bezahlt (storniert)`.
    pub fn state(&self, cell: &str) -> Option<State> {
        let whole = fold::words(&cell.replace('_', " "));
        if whole.is_empty() {
            return None;
        }
        if let Some(state) = self.state_of(&whole) {
            return Some(state);
        }
        let said = parts(cell);
        let known = said
            .iter()
            .filter_map(|words| self.state_of(words).or_else(|| self.doubt_in(words)));
        // The lists stand in the order in which they count, but for those that only say that nothing is said.
        let place = |state: &State| self.states.lists().iter().position(|(_, it)| it == state);
        known.min_by_key(place)
    }

    fn state_of(&self, words: &[String]) -> Option<State> {
        let mut lists = self.states.lists().into_iter();
        lists
            .find(|(list, _)| list.has(words))
            .map(|(_, state)| state)
    }

    /// Returns a state that holds a place back, where a text of a few words mentions it: `Confirmation pending`.
    fn doubt_in(&self, words: &[String]) -> Option<State> {
        const FEW: usize = 5;
        let is_denied = words
            .iter()
            .any(|word| self.states.negations.has_word(word));
        if words.len() > FEW || words.len() < 2 || is_denied {
            return None;
        }
        let mut doubts = self.states.lists().into_iter().filter(|(_, state)| {
            matches!(
                state,
                State::Cancelled | State::Denied | State::Waitlisted | State::Pending
            )
        });
        doubts
            .find(|(list, _)| list.has_any(words))
            .map(|(_, state)| state)
    }

    /// Whether a cell says that somebody has no place, or none yet.
    pub fn withholds(&self, cell: &str) -> bool {
        let state = self.state(cell);
        state.is_some_and(|it| it != State::Confirmed && it != State::Unfinished)
            && !self.is_ordinary(cell)
    }

    /// Whether a cell says in a word, and not by a yes or a no, that somebody was not there.
    pub fn states_absence(&self, cell: &str) -> bool {
        matches!(
            self.presence(cell, false),
            Some(Presence::Absent | Presence::Excused)
        ) && self.yes_no(cell).is_none()
    }

    /// Whether a state is a word that ordinary answers use as well: `keine`, `online`.
    pub fn is_ordinary(&self, cell: &str) -> bool {
        self.states.ordinary.are(cell)
    }

    /// Whether a heading speaks of coming, of a place or of somebody's presence.
    pub fn speaks_of_coming(&self, heading: &str) -> bool {
        self.heading.coming.are_about(heading)
    }

    /// Returns what a cell says of somebody's presence, a yes or a no included; `nein, entschuldigt` is excused.
    /// `None` where it says both that they were there and that they were not.
    ///
    /// Letters of a register (`P`, `A`, `E`, `L`) count only where `letters` says that the column has
    /// nothing else.
    pub fn presence(&self, cell: &str, letters: bool) -> Option<Presence> {
        if letters && let Some(meaning) = self.letter(cell) {
            return Some(meaning);
        }
        if let Some(is_yes) = self.yes_no(cell) {
            return Some(Presence::of(is_yes));
        }
        let whole = fold::words(&cell.replace('_', " "));
        if whole.is_empty() {
            return None;
        }
        if let Some(meaning) = self.presence_of(&whole) {
            return Some(meaning);
        }
        let said: Vec<Presence> = parts(cell)
            .iter()
            .filter_map(|words| self.presence_of(words))
            .collect();
        let has = |meaning| said.contains(&meaning);
        match (
            has(Presence::There),
            has(Presence::Absent),
            has(Presence::Excused),
        ) {
            (true, false, false) => Some(Presence::There),
            (false, _, true) => Some(Presence::Excused),
            (false, true, false) => Some(Presence::Absent),
            _ => None,
        }
    }

    fn presence_of(&self, words: &[String]) -> Option<Presence> {
        let lists = [
            (&self.presence.excused, Presence::Excused),
            (&self.presence.absent, Presence::Absent),
            (&self.presence.late, Presence::There),
            (&self.presence.there, Presence::There),
        ];
        let listed = lists.into_iter().find(|(list, _)| list.has(words));
        listed
            .map(|(_, meaning)| meaning)
            .or_else(|| self.answer(words).map(Presence::of))
    }

    /// Returns what a letter of a register means: `P`, or Moodle's `P (2/2)`.
    pub fn letter(&self, cell: &str) -> Option<Presence> {
        let mut words = cell.split_whitespace();
        let mut letters = words.next()?.chars();
        let letter = letters.next().filter(|_| letters.next().is_none())?;
        let is_bare = words.all(|word| word.starts_with('('));
        let lists = [
            (&self.presence.letters_there, Presence::There),
            (&self.presence.letters_late, Presence::There),
            (&self.presence.letters_excused, Presence::Excused),
            (&self.presence.letters_absent, Presence::Absent),
        ];
        let letter = letter.to_ascii_uppercase();
        let listed = lists.into_iter().find(|(list, _)| list.contains(&letter));
        listed.map(|(_, meaning)| meaning).filter(|_| is_bare)
    }

    /// Reads a yes or a no; `None` for an empty cell and for every other answer.
    pub fn yes_no(&self, cell: &str) -> Option<bool> {
        let sign = cell.trim().trim_end_matches('\u{fe0f}');
        if self.answers.yes_signs.contains(sign) {
            return Some(true);
        }
        if self.answers.no_signs.contains(sign) {
            return Some(false);
        }
        self.answer(&fold::words(cell))
    }

    fn answer(&self, words: &[String]) -> Option<bool> {
        if self.answers.yes.has(words) {
            return Some(true);
        }
        self.answers.no.has(words).then_some(false)
    }

    /// Returns what a question has to do with the list of participants; `None` for every other question, and for one
    /// whether somebody wants to have the list.
    pub fn listing(&self, question: &str) -> Option<Listing> {
        if !self.listing.list.are_about(question) {
            return None;
        }
        let asks = self.listing.asks.are_about(question);
        let wants = self.listing.wants.are_about(question);
        match (asks, wants) {
            (false, true) => None,
            (true, false) if !self.denies(question) => Some(Listing::Asked),
            _ => Some(Listing::Doubtful),
        }
    }

    /// Whether a text turns something round: `not`, `kein`.
    fn denies(&self, text: &str) -> bool {
        let words = fold::words(text);
        words
            .iter()
            .any(|word| self.states.negations.has_word(word))
    }

    /// Reads whether an answer agrees, in a word or a sentence: `ja`, `Ja, ich bin einverstanden`, `I do not agree`. `None`
    /// where it says neither, or both.
    pub fn agreement(&self, answer: &str) -> Option<bool> {
        if let Some(is_yes) = self.yes_no(answer) {
            return Some(is_yes);
        }
        let said: Vec<bool> = parts(answer)
            .iter()
            .filter_map(|words| self.answer(words))
            .collect();
        let has = |wanted| said.contains(&wanted);
        let agrees = has(true) || !has(false) && self.listing.agrees.are_about(answer);
        match (agrees, self.denies(answer) || has(false)) {
            (true, false) => Some(true),
            (true, true) if !has(true) => Some(false),
            (false, _) if has(false) => Some(false),
            _ => None,
        }
    }

    /// Whether a cell says that it says nothing: `-`, `n/a`, `keine Angabe`.
    pub fn is_none_word(&self, cell: &str) -> bool {
        let words = fold::words(cell);
        if words.is_empty() {
            let text = cell.trim();
            return text
                .chars()
                .all(|sign| matches!(sign, '-' | '–' | '—' | '.' | '/'));
        }
        self.answers.none.has(&words)
    }

    /// Returns the words of a heading that carry meaning, joined.
    pub fn folded(&self, heading: &str) -> String {
        let words = fold::words(&fold::without_markup(heading));
        self.without_fillers(&words).concat()
    }

    /// Returns the words that carry meaning, or all where none does.
    pub(super) fn without_fillers(&self, words: &[String]) -> Vec<String> {
        let fillers = &self.heading.fillers;
        let meaning: Vec<String> = words
            .iter()
            .filter(|word| !fillers.has_word(word))
            .cloned()
            .collect();
        if meaning.is_empty() {
            words.to_vec()
        } else {
            meaning
        }
    }

    /// Whether a heading asks whether somebody comes.
    pub fn asks_for_a_reply(&self, heading: &str) -> bool {
        let replies = &self.heading.replies;
        replies.has(&fold::words(heading).concat()) || replies.has(&self.folded(heading))
    }

    /// Whether a folded word says that somebody comes after the first: `second`, `weitere`.
    pub fn says_further(&self, word: &str) -> bool {
        self.heading.further.has_word(word)
    }

    /// Whether a heading says that a sign-up is confirmed: a yes below it is a place, and a no none yet.
    pub fn is_confirmation(&self, heading: &str) -> bool {
        let words = fold::words(heading);
        matches!(words.as_slice(), [word] if self.heading.confirmations.has_word(word))
    }

    /// Whether a heading is about payment: who has paid may have cancelled all the same.
    pub fn is_of_payment(&self, heading: &str) -> bool {
        self.heading.payment.are_about(heading)
    }

    /// Whether a heading over names may mean all of the name as well as a half of it: `Nom`, `Nombre`.
    pub fn may_be_whole_name(&self, heading: &str) -> bool {
        self.heading.whole.has(&self.folded(heading))
    }

    /// Whether a heading is about something that decides nothing, whatever else it says: food, photographs, travel.
    pub fn names_a_subject(&self, heading: &str) -> bool {
        let is_of_the_list = self.listing.list.are_about(heading);
        is_of_the_list && self.listing.may.are_about(heading) || are_about(&self.subjects, heading)
    }

    /// The same, or about something that decides nothing unless it speaks of coming as well: consent, interest.
    pub fn names_another_subject(&self, heading: &str) -> bool {
        self.names_a_subject(heading) || are_about(&self.beside, heading)
    }

    /// Whether a heading is about what one knows of people: their street, their birthday, their fax.
    pub fn is_of_an_address_book(&self, heading: &str) -> bool {
        self.other_files.address_book.are_about(heading)
    }

    /// Whether a heading is about money that moved.
    pub fn is_of_a_bank(&self, heading: &str) -> bool {
        self.other_files.bank.are_about(heading)
    }
}

fn are_about(subjects: &BTreeMap<String, Stems>, heading: &str) -> bool {
    subjects.values().any(|stems| stems.are_about(heading))
}

/// The parts of a cell: the word, and a remark in brackets, behind a comma or a dash.
fn parts(cell: &str) -> Vec<Vec<String>> {
    let text = cell.replace('_', " ").replace(" - ", " – ");
    let parts = text.split(['(', ')', ',', ';', ':', '–', '/']);
    parts
        .map(fold::words)
        .filter(|words| !words.is_empty())
        .collect()
}

#[cfg(test)]
#[path = "lexicon_tests.rs"]
mod tests;
