//! The vocabulary, ready to be looked up.
//!
//! Words are folded by [`fold`] when they are loaded and when they are sought, so that case, accents and
//! punctuation never matter. A cell may say more than the word: `nein, krank`, `Deutsch (Schweiz)`; see
//! [`Lexicon::presence`].

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Field, Owner};
use crate::identity::fold_tokens;

/// The one vocabulary.
pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    // A test holds that the file can be read; a program without words would still ask about every column.
    toml::from_str(SOURCE).map_or_else(|_| Lexicon::default(), Lexicon::of)
});

const SOURCE: &str = include_str!("vocabulary.toml");

/// Returns the words of a text: lower case, without accents, parted wherever there is no letter or digit.
pub fn fold(text: &str) -> Vec<String> {
    let parted: String = text
        .chars()
        .map(|sign| if is_part_of_word(sign) { sign } else { ' ' })
        .collect();
    fold_tokens(&parted)
}

fn is_part_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '\u{300}'..='\u{36f}')
}

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

/// The file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Vocabulary {
    heading: HeadingWords,
    owners: OwnerWords,
    columns: BTreeMap<String, Vec<String>>,
    other_files: OtherFiles,
    subjects: BTreeMap<String, Vec<String>>,
    beside: BTreeMap<String, Vec<String>>,
    states: StateWords,
    presence: PresenceWords,
    answers: AnswerWords,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadingWords {
    coming: Vec<String>,
    fillers: Vec<String>,
    asking: Vec<String>,
    replies: Vec<String>,
    hours: Vec<String>,
    further: Vec<String>,
    confirmations: Vec<String>,
    payment: Vec<String>,
    whole: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnerWords {
    participant: Vec<String>,
    contact: Vec<String>,
    buyer: Vec<String>,
    ticket: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OtherFiles {
    address_book: Vec<String>,
    bank: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StateWords {
    negations: Vec<String>,
    ordinary: Vec<String>,
    unfinished: Vec<String>,
    waitlisted: Vec<String>,
    denied: Vec<String>,
    cancelled: Vec<String>,
    unpaid: Vec<String>,
    pending: Vec<String>,
    unanswered: Vec<String>,
    confirmed: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PresenceWords {
    excused: Vec<String>,
    absent: Vec<String>,
    late: Vec<String>,
    there: Vec<String>,
    letters_there: Vec<String>,
    letters_late: Vec<String>,
    letters_excused: Vec<String>,
    letters_absent: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerWords {
    yes: Vec<String>,
    no: Vec<String>,
    yes_signs: Vec<String>,
    no_signs: Vec<String>,
    none: Vec<String>,
}

/// Folded words, and stems that begin a text.
#[derive(Debug, Default)]
struct Words {
    whole: HashSet<String>,
    stems: Vec<String>,
}

impl Words {
    fn of(entries: &[String]) -> Self {
        let mut words = Self::default();
        for entry in entries {
            let folded = fold(entry).join(" ");
            if entry.ends_with('*') {
                words.stems.push(folded);
            } else {
                words.whole.insert(folded);
            }
        }
        words
    }

    /// Whether a text is one of the words; of a stem it may be the only word, with a number behind it: `Warteplatz 2`.
    fn has(&self, words: &[String]) -> bool {
        let is_alone = words[1..]
            .iter()
            .all(|word| word.bytes().all(|it| it.is_ascii_digit()));
        let begins = |stem: &String| {
            if stem.contains(' ') {
                words.join(" ").starts_with(stem.as_str())
            } else {
                is_alone && words[0].starts_with(stem.as_str())
            }
        };
        self.whole.contains(&words.join(" ")) || self.stems.iter().any(begins)
    }

    /// Whether one of several words is one of these.
    fn has_any(&self, words: &[String]) -> bool {
        let text = format!(" {} ", words.join(" "));
        let is_inside = |word: &String| text.contains(&format!(" {word} "));
        self.whole.iter().any(is_inside)
            || self
                .stems
                .iter()
                .any(|stem| words.iter().any(|word| word.starts_with(stem)))
    }
}

/// The vocabulary, folded.
#[derive(Debug, Default)]
pub struct Lexicon {
    pub(super) fillers: HashSet<String>,
    pub(super) asking: HashSet<String>,
    replies: HashSet<String>,
    /// Words of headings that count in hours.
    pub(super) hours: HashSet<String>,
    further: HashSet<String>,
    confirmations: HashSet<String>,
    payment: Vec<String>,
    whole: HashSet<String>,
    /// Words of owners, the longest first: `teilnehmende person` before `person`.
    pub(super) owners: Vec<(Vec<String>, Owner)>,
    /// Headings without blanks, what they mean, and how plainly: the place in the list of words, the first is the
    /// plainest.
    pub(super) columns: HashMap<String, (Field, usize)>,
    address_book: Vec<String>,
    bank: Vec<String>,
    subjects: Vec<String>,
    beside: Vec<String>,
    /// Stems of headings about coming or having come.
    coming: Vec<String>,
    negations: HashSet<String>,
    ordinary: Words,
    states: Vec<(Words, State)>,
    presence: Vec<(Words, Presence)>,
    letters: HashMap<char, Presence>,
    yes: Words,
    no: Words,
    yes_signs: HashSet<String>,
    no_signs: HashSet<String>,
    none: Words,
}

impl Lexicon {
    fn of(vocabulary: Vocabulary) -> Self {
        let set = |words: &[String]| words.iter().flat_map(|word| fold(word)).collect();
        let stems = |words: &[String]| words.iter().map(|word| fold(word).join(" ")).collect();
        let owners = vocabulary.owners;
        let mut owners: Vec<(Vec<String>, Owner)> = [
            (owners.participant, Owner::Participant),
            (owners.contact, Owner::Contact),
            (owners.buyer, Owner::Buyer),
            (owners.ticket, Owner::Ticket),
        ]
        .into_iter()
        .flat_map(|(words, owner)| words.into_iter().map(move |word| (fold(&word), owner)))
        .collect();
        owners.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        let mut columns = HashMap::new();
        for (name, words) in &vocabulary.columns {
            let Some(field) = Field::parse(name) else {
                continue;
            };
            for (place, word) in words.iter().enumerate() {
                let meaning = (field.clone(), place);
                columns.entry(fold(word).concat()).or_insert(meaning);
            }
        }
        let states = vocabulary.states;
        let presence = vocabulary.presence;
        let letters = [
            (&presence.letters_there, Presence::There),
            (&presence.letters_late, Presence::There),
            (&presence.letters_excused, Presence::Excused),
            (&presence.letters_absent, Presence::Absent),
        ]
        .into_iter()
        .flat_map(|(letters, meaning)| {
            let first = |letter: &String| letter.chars().next();
            letters
                .iter()
                .filter_map(first)
                .map(move |it| (it, meaning))
        })
        .collect();
        Self {
            fillers: set(&vocabulary.heading.fillers),
            asking: set(&vocabulary.heading.asking),
            replies: vocabulary
                .heading
                .replies
                .iter()
                .map(|word| fold(word).concat())
                .collect(),
            hours: set(&vocabulary.heading.hours),
            further: set(&vocabulary.heading.further),
            confirmations: set(&vocabulary.heading.confirmations),
            payment: stems(&vocabulary.heading.payment),
            whole: set(&vocabulary.heading.whole),
            owners,
            columns,
            address_book: stems(&vocabulary.other_files.address_book),
            bank: stems(&vocabulary.other_files.bank),
            subjects: vocabulary
                .subjects
                .values()
                .flatten()
                .map(|word| fold(word).join(" "))
                .collect(),
            beside: vocabulary
                .beside
                .values()
                .flatten()
                .map(|word| fold(word).join(" "))
                .collect(),
            coming: stems(&vocabulary.heading.coming),
            negations: set(&states.negations),
            ordinary: Words::of(&states.ordinary),
            states: vec![
                (Words::of(&states.unfinished), State::Unfinished),
                (Words::of(&states.waitlisted), State::Waitlisted),
                (Words::of(&states.denied), State::Denied),
                (Words::of(&states.cancelled), State::Cancelled),
                (Words::of(&states.unanswered), State::Unanswered),
                (Words::of(&states.unpaid), State::Unpaid),
                (Words::of(&states.pending), State::Pending),
                (Words::of(&states.confirmed), State::Confirmed),
            ],
            presence: vec![
                (Words::of(&presence.excused), Presence::Excused),
                (Words::of(&presence.absent), Presence::Absent),
                (Words::of(&presence.late), Presence::There),
                (Words::of(&presence.there), Presence::There),
            ],
            letters,
            yes: Words::of(&vocabulary.answers.yes),
            no: Words::of(&vocabulary.answers.no),
            yes_signs: vocabulary.answers.yes_signs.into_iter().collect(),
            no_signs: vocabulary.answers.no_signs.into_iter().collect(),
            none: Words::of(&vocabulary.answers.none),
        }
    }

    /// Returns what a cell says of a sign-up. Where a remark says something else than the word before it, what takes a
    /// place away counts: `bezahlt (storniert)`.
    pub fn state(&self, cell: &str) -> Option<State> {
        let whole = fold(&cell.replace('_', " "));
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
        known.min_by_key(|state| self.states.iter().position(|(_, it)| it == state))
    }

    fn state_of(&self, words: &[String]) -> Option<State> {
        let found = self.states.iter().find(|(list, _)| list.has(words));
        found.map(|(_, state)| *state)
    }

    /// Returns a state that holds a place back, where a text of a few words mentions it: `Confirmation pending`.
    fn doubt_in(&self, words: &[String]) -> Option<State> {
        const FEW: usize = 5;
        let is_denied = words.iter().any(|word| self.negations.contains(word));
        if words.len() > FEW || words.len() < 2 || is_denied {
            return None;
        }
        let mut doubts = self.states.iter().filter(|(_, state)| {
            matches!(
                state,
                State::Cancelled | State::Denied | State::Waitlisted | State::Pending
            )
        });
        doubts
            .find(|(list, _)| list.has_any(words))
            .map(|(_, state)| *state)
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
        let words = fold(cell);
        !words.is_empty() && self.ordinary.has(&words)
    }

    /// Whether a heading speaks of coming, of a place or of somebody's presence.
    pub fn speaks_of_coming(&self, heading: &str) -> bool {
        is_about(&self.coming, heading)
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
            return Some(presence_of(is_yes));
        }
        let find = |words: &[String]| {
            let listed = self.presence.iter().find(|(list, _)| list.has(words));
            let is_yes = self.yes.has(words);
            let answer = (is_yes != self.no.has(words)).then_some(presence_of(is_yes));
            listed.map(|(_, meaning)| *meaning).or(answer)
        };
        let whole = fold(&cell.replace('_', " "));
        if whole.is_empty() {
            return None;
        }
        if let Some(meaning) = find(&whole) {
            return Some(meaning);
        }
        let said: Vec<Presence> = parts(cell).iter().filter_map(|words| find(words)).collect();
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

    /// Returns what a letter of a register means: `P`, or Moodle's `P (2/2)`.
    pub fn letter(&self, cell: &str) -> Option<Presence> {
        let mut words = cell.split_whitespace();
        let mut letters = words.next()?.chars();
        let letter = letters.next().filter(|_| letters.next().is_none())?;
        let is_bare = words.all(|word| word.starts_with('('));
        self.letters
            .get(&letter.to_ascii_uppercase())
            .copied()
            .filter(|_| is_bare)
    }

    /// Reads a yes or a no; `None` for an empty cell and for every other answer.
    pub fn yes_no(&self, cell: &str) -> Option<bool> {
        let sign = cell.trim().trim_end_matches('\u{fe0f}');
        if self.yes_signs.contains(sign) {
            return Some(true);
        }
        if self.no_signs.contains(sign) {
            return Some(false);
        }
        let words = fold(cell);
        if words.is_empty() {
            return None;
        }
        if self.yes.has(&words) {
            return Some(true);
        }
        self.no.has(&words).then_some(false)
    }

    /// Whether a cell says that it says nothing: `-`, `n/a`, `keine Angabe`.
    pub fn is_none_word(&self, cell: &str) -> bool {
        let words = fold(cell);
        if words.is_empty() {
            let text = cell.trim();
            return text
                .chars()
                .all(|sign| matches!(sign, '-' | '–' | '—' | '.' | '/'));
        }
        self.none.has(&words)
    }

    /// Whether a heading asks whether somebody comes.
    pub fn asks_for_a_reply(&self, heading: &str) -> bool {
        let words = fold(heading);
        self.replies.contains(&words.concat())
            || self.replies.contains(&super::heading::folded(heading))
    }

    /// Whether a folded word says that somebody comes after the first: `second`, `weitere`.
    pub fn says_further(&self, word: &str) -> bool {
        self.further.contains(word)
    }

    /// Whether a heading says that a sign-up is confirmed: a yes below it is a place, and a no none yet.
    pub fn is_confirmation(&self, heading: &str) -> bool {
        let words = fold(heading);
        matches!(words.as_slice(), [word] if self.confirmations.contains(word))
    }

    /// Whether a heading is about payment: who has paid may have cancelled all the same.
    pub fn is_of_payment(&self, heading: &str) -> bool {
        is_about(&self.payment, heading)
    }

    /// Whether a heading over names may mean all of the name as well as a half of it: `Nom`, `Nombre`.
    pub fn may_be_whole_name(&self, heading: &str) -> bool {
        self.whole.contains(&super::heading::folded(heading))
    }

    /// Whether a heading is about something that decides nothing, whatever else it says: food, photographs, travel.
    pub fn names_a_subject(&self, heading: &str) -> bool {
        is_about(&self.subjects, heading)
    }

    /// The same, or about something that decides nothing unless it speaks of coming as well: consent, interest.
    pub fn names_another_subject(&self, heading: &str) -> bool {
        self.names_a_subject(heading) || is_about(&self.beside, heading)
    }

    /// Whether a heading is about what one knows of people: their street, their birthday, their fax.
    pub fn is_of_an_address_book(&self, heading: &str) -> bool {
        is_about(&self.address_book, heading)
    }

    /// Whether a heading is about money that moved.
    pub fn is_of_a_bank(&self, heading: &str) -> bool {
        is_about(&self.bank, heading)
    }
}

/// Whether one of the stems is about a heading: short ones as a whole word, others at the start of one, long ones also
/// inside, as German writes "Mittagessenwunsch".
fn is_about(stems: &[String], heading: &str) -> bool {
    const SHORT: usize = 4;
    const LONG: usize = 6;
    let words = fold(heading);
    let text = format!(" {} ", words.join(" "));
    stems.iter().any(|stem| match stem.len() {
        _ if stem.contains(' ') => text.contains(&format!(" {stem}")),
        ..=SHORT => words.iter().any(|word| word == stem),
        LONG.. => text.contains(stem.as_str()),
        _ => words.iter().any(|word| word.starts_with(stem.as_str())),
    })
}

fn presence_of(is_yes: bool) -> Presence {
    if is_yes {
        Presence::There
    } else {
        Presence::Absent
    }
}

/// The parts of a cell: the word, and a remark in brackets, behind a comma or a dash.
fn parts(cell: &str) -> Vec<Vec<String>> {
    let text = cell.replace('_', " ").replace(" - ", " – ");
    let parts = text.split(['(', ')', ',', ';', ':', '–', '/']);
    parts.map(fold).filter(|words| !words.is_empty()).collect()
}

#[cfg(test)]
#[path = "lexicon_tests.rs"]
mod tests;
