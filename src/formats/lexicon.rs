//! The vocabulary, ready for lookup.
//!
//! Words are folded by [`fold::words`] both when they are loaded and when they are looked up, so case, accents and
//! punctuation never matter. A cell may contain more than the word: `nein, krank`, `Deutsch (Schweiz)`; see
//! [`Lexicon::presence`].

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::fold;
use super::word_lists::{Columns, Headings, Owners, Stems, Words};
use crate::model::Purpose;

/// The one vocabulary.
pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    // A test makes sure that the file can be read; without words the program would still ask about every column.
    toml::from_str(SOURCE).unwrap_or_default()
});

const SOURCE: &str = include_str!("vocabulary.toml");

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
    heads: Words,
    counts: Headings,
    companions: Stems,
    children: Words,
    substitutes: Stems,
    replies: Headings,
    pub(super) hours: Words,
    pub(super) minutes: Words,
    pub(super) seconds: Words,
    further: Words,
    confirmations: Words,
    payment: Stems,
    whole: Headings,
    signatures: Headings,
    filling_in: Words,
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
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct TakenBack {
    titles: Stems,
    remarks: Stems,
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

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct PresenceWords {
    excused: Words,
    absent: Words,
    late: Words,
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
    /// Endings of English ordinals.
    pub ordinals: Words,
    /// Units of lengths.
    pub days: Words,
    /// Units of lengths.
    pub hours: Words,
    /// Units of lengths.
    pub minutes: Words,
    /// Units of lengths.
    pub seconds: Words,
    /// Words that join two units.
    pub joining: Words,
    /// Short names of time zones in capitals, by the zone.
    pub zones: BTreeMap<String, Vec<String>>,
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

impl Lexicon {
    /// Returns what a cell says about a sign-up. If a remark contradicts the word before it, the meaning that takes the
    /// place away wins: `bezahlt (storniert)`.
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
        // The lists are in order of precedence, except for those that only say that there is no answer.
        let place = |state: &State| self.states.lists().iter().position(|(_, it)| it == state);
        known.min_by_key(place)
    }

    fn state_of(&self, words: &[String]) -> Option<State> {
        let mut lists = self.states.lists().into_iter();
        lists
            .find(|(list, _)| list.has(words))
            .map(|(_, state)| state)
    }

    /// Returns a state that withholds a place, if a text of a few words mentions it: `Confirmation pending`.
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

    /// Whether a cell says that somebody has no place, or no place yet.
    pub fn withholds(&self, cell: &str) -> bool {
        let state = self.state(cell);
        state.is_some_and(|it| it != State::Confirmed && it != State::Unfinished)
            && !self.is_ordinary(cell)
    }

    /// Whether a title says that the people below it did not come, or have no place: `Abwesende`, `Warteliste Tagung`.
    pub fn is_of_the_others(&self, title: &str) -> bool {
        self.taken_back
            .titles
            .begin_a_word(&title.replace('_', " "))
    }

    /// Whether a remark takes a sign-up back: `bitte aus der Liste nehmen`, `kann doch nicht`.
    pub fn takes_back(&self, remark: &str) -> bool {
        self.taken_back.remarks.begin_a_word(remark)
    }

    /// Whether a heading counts the people or places of a row.
    pub fn counts_heads(&self, heading: &str) -> bool {
        let words = fold::words(heading);
        self.heading.heads.has_any(&words) || self.heading.counts.has(&words.concat())
    }

    /// Whether a heading is about somebody who comes along.
    pub fn names_a_companion(&self, heading: &str) -> bool {
        self.heading.companions.are_about(heading)
    }

    /// Whether a heading is about somebody's child, who may be the one to come.
    pub fn names_a_child(&self, heading: &str) -> bool {
        self.heading.children.has_any(&fold::words(heading))
    }

    /// Whether a heading is about somebody who comes instead of the person of the row.
    pub fn names_a_substitute(&self, heading: &str) -> bool {
        self.heading.substitutes.are_about(heading)
    }

    /// Whether a text turns what it says round: `not`, `nicht`, `ne … pas`.
    pub fn negates(&self, text: &str) -> bool {
        self.states.negations.has_any(&fold::words(text))
    }

    /// Whether a cell says in a word, not by a yes or no, that somebody was not there.
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

    /// Whether a heading is about coming, a place or somebody's presence.
    pub fn speaks_of_coming(&self, heading: &str) -> bool {
        self.heading.coming.are_about(heading)
    }

    /// Returns what a cell says about somebody's presence, including a yes or no; `nein, entschuldigt` is excused.
    /// `None` if it says both that they were there and that they were not.
    ///
    /// Letters of a register (`P`, `A`, `E`, `L`) only count if `letters` says that the column contains nothing else.
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
        // `1:05` and `1,08` are lengths; their numbers are not marks.
        let is_word = |words: &&Vec<String>| {
            let is_digit = |letter: char| letter.is_ascii_digit();
            !words.iter().all(|word| word.chars().all(is_digit))
        };
        let said: Vec<Presence> = parts(cell)
            .iter()
            .filter(is_word)
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
            .or_else(|| self.presence.manner.has(words).then_some(Presence::There))
            .or_else(|| self.answer(words).map(Presence::of))
            .or_else(|| self.presence_of_sentence(words))
    }

    /// Reads a word for presence with its auxiliaries, and turned round by a negation: `war nicht anwesend`, `kom ikke`.
    fn presence_of_sentence(&self, words: &[String]) -> Option<Presence> {
        let is_negation = |word: &String| self.states.negations.has_word(word);
        let is_plain = |word: &&String| {
            !is_negation(word) && !self.presence.auxiliaries.has_word(word.as_str())
        };
        let rest: Vec<String> = words.iter().filter(is_plain).cloned().collect();
        let negations = words.iter().filter(|word| is_negation(word)).count();
        if rest.is_empty() || rest.len() == words.len() {
            return None;
        }
        match negations {
            0 => self.presence_of(&rest),
            1 if self.presence.there.has(&rest) => Some(Presence::Absent),
            _ => None,
        }
    }

    /// Returns the meaning of a register letter: `P`, or Moodle's `P (2/2)`.
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

    /// Parses a yes or a no; `None` for an empty cell and for any other answer.
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

    /// Returns what a question asks a consent for, and whether that is certain; `None` where it asks for none.
    pub fn consent(&self, question: &str) -> Option<(Purpose, Asking)> {
        if self.listing.list.are_about(question) {
            let asking = self.listing(question)?;
            return Some((Purpose::Participants, asking));
        }
        let words = &self.consents;
        let mut purposes = [
            (Purpose::Newsletter, &words.newsletter),
            (Purpose::Recording, &words.recording),
            (Purpose::Photographs, &words.photographs),
        ]
        .into_iter()
        .filter(|(_, stems)| stems.are_about(question))
        .map(|(purpose, _)| purpose);
        let purpose = purposes.next()?;
        // Whoever wants a newsletter agrees to get it.
        let is_wanted = purpose == Purpose::Newsletter && self.listing.wants.are_about(question);
        let is_bare = words.bare.has(&self.folded(question));
        let asks = is_wanted || is_bare || self.listing.asks.are_about(question);
        let is_contrary = self.negates(question) || words.already.are_about(question);
        match (asks, is_contrary || purposes.next().is_some()) {
            (true, false) => Some((purpose, Asking::Asked)),
            (true, true) => Some((purpose, Asking::Doubtful)),
            (false, _) if self.listing.may.are_about(question) => Some((purpose, Asking::Doubtful)),
            (false, _) => None,
        }
    }

    /// Returns how a question asks for the place on the list of participants; `None` for one whether somebody wants to
    /// have the list.
    fn listing(&self, question: &str) -> Option<Asking> {
        let asks = self.listing.asks.are_about(question);
        let wants = self.listing.wants.are_about(question);
        match (asks, wants) {
            (false, true) => None,
            (true, false) if !self.negates(question) => Some(Asking::Asked),
            _ => Some(Asking::Doubtful),
        }
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
        match (agrees, self.negates(answer) || has(false)) {
            (true, false) => Some(true),
            (true, true) if !has(true) => Some(false),
            (false, _) if has(false) => Some(false),
            _ => None,
        }
    }

    /// Whether a cell is a word for "no answer": `-`, `n/a`, `keine Angabe`.
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
        let words = fold::words(&fold::without_markup(self.without_legend(heading)));
        self.without_fillers(&words).concat()
    }

    /// Returns the words that carry meaning, or all of them if none does.
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

    /// Whether a heading asks if somebody is coming.
    pub fn asks_for_a_reply(&self, heading: &str) -> bool {
        let replies = &self.heading.replies;
        let words = fold::words(self.without_legend(heading));
        let is_asking = |word: &&String| !self.heading.asking.has_word(word);
        let plain: Vec<String> = self.without_fillers(&words);
        let bare: Vec<String> = plain.iter().filter(is_asking).cloned().collect();
        [words, plain, bare]
            .iter()
            .any(|it| replies.has(&it.concat()))
    }

    /// Whether a folded word means somebody besides the first person: `second`, `weitere`.
    pub fn says_further(&self, word: &str) -> bool {
        self.heading.further.has_word(word)
    }

    /// Whether a heading says that a sign-up is confirmed: a yes below it is a place, a no is not a place yet.
    pub fn is_confirmation(&self, heading: &str) -> bool {
        let words = fold::words(self.without_legend(heading));
        matches!(words.as_slice(), [word] if self.heading.confirmations.has_word(word))
    }

    /// Whether a heading is about payment: somebody who has paid may still have cancelled.
    pub fn is_of_payment(&self, heading: &str) -> bool {
        self.heading.payment.are_about(heading)
    }

    /// Whether whatever is written below a heading says that somebody was there: "Unterschrift".
    pub fn is_signed(&self, heading: &str) -> bool {
        self.heading.signatures.has(&self.folded(heading))
    }

    /// Whether the numbers below a heading are time that somebody was not there: "Fehlzeit", "Pause (min)".
    pub fn counts_what_was_missed(&self, heading: &str) -> bool {
        self.heading.missed.are_about(heading)
    }

    /// Returns a heading without a legend of its marks behind it, if that says nothing unusual: "Anwesend (ja/nein)",
    /// "Da (x = anwesend)", but not "Da (x = abwesend)".
    pub fn without_legend<'heading>(&self, heading: &'heading str) -> &'heading str {
        let trimmed = heading.trim_end();
        let inner = |open: char, close: char| {
            let (outer, inner) = trimmed.strip_suffix(close)?.rsplit_once(open)?;
            self.is_legend(inner).then(|| outer.trim_end())
        };
        inner('(', ')')
            .or_else(|| inner('[', ']'))
            .unwrap_or(heading)
    }

    fn is_legend(&self, text: &str) -> bool {
        let read = |mark: &str| {
            let is_blank = self.is_none_word(mark) || self.answers.empty_boxes.contains(mark);
            self.letter(mark)
                .or_else(|| self.presence(mark, false))
                .or(is_blank.then_some(Presence::Absent))
        };
        let is_known = |part: &str| match part.split_once(['=', ':']) {
            Some((mark, meaning)) => {
                let mark = read(mark.trim());
                mark.is_some() && mark == read(meaning.trim())
            }
            None => read(part).is_some(),
        };
        let mut parts = text.split([',', ';', '/', '|']).map(str::trim);
        self.heading.filling_in.are(text) || !text.trim().is_empty() && parts.all(is_known)
    }

    /// Whether a heading over sessions says that they are not those chosen: "Alternative", "Interesse an"; but not
    /// "Für welche Session interessieren Sie sich?".
    pub fn is_no_choice(&self, heading: &str) -> bool {
        let asks_which = self.sessions.headings.are_about(heading);
        self.sessions.no_choice.are_about(heading) && !asks_which
    }

    /// Whether a heading neither asks nor is about sessions, so that it may be about something else than a choice.
    pub fn says_nothing_of_choosing(&self, heading: &str) -> bool {
        let is_question = heading.trim_end().ends_with('?');
        !is_question && !self.sessions.headings.are_about(heading)
    }

    /// Whether a heading says that its cells name what somebody came to: "Meeting", "Raum", "Termin".
    pub fn names_meetings(&self, heading: &str) -> bool {
        self.sessions.meetings.are_about(heading)
    }

    /// Whether a heading over names may mean the whole name as well as one half of it: `Nom`, `Nombre`.
    pub fn may_be_whole_name(&self, heading: &str) -> bool {
        self.heading.whole.has(&self.folded(heading))
    }

    /// Whether a heading is about a subject that decides nothing, whatever else it says: food, photographs, travel.
    pub fn names_a_subject(&self, heading: &str) -> bool {
        let is_of_the_list = self.listing.list.are_about(heading);
        is_of_the_list && self.listing.may.are_about(heading) || are_about(&self.subjects, heading)
    }

    /// The same, but including subjects that decide nothing unless the heading is about coming as well: consent,
    /// interest.
    pub fn names_another_subject(&self, heading: &str) -> bool {
        self.names_a_subject(heading) || are_about(&self.beside, heading)
    }

    /// Whether a heading is about personal details: street, birthday, fax.
    pub fn is_of_an_address_book(&self, heading: &str) -> bool {
        self.other_files.address_book.are_about(heading)
    }

    /// Whether a heading is about money transfers.
    pub fn is_of_a_bank(&self, heading: &str) -> bool {
        self.other_files.bank.are_about(heading)
    }
}

fn are_about(subjects: &BTreeMap<String, Stems>, heading: &str) -> bool {
    subjects.values().any(|stems| stems.are_about(heading))
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
#[path = "lexicon_tests.rs"]
mod tests;
