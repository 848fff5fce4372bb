//! What a cell says: a state of a sign-up, presence, yes or no, nothing.

use super::super::{CellWord, Field, fold};
use super::{Lexicon, Presence, State, Words, parts};

impl Lexicon {
    /// Returns what a cell says about a sign-up. If a remark contradicts the word before it, the meaning that takes the
    /// place away wins: `bezahlt (storniert)`.
    pub fn state(&self, cell: &str) -> Option<State> {
        let whole = fold::words(&cell.replace('_', " "));
        if whole.is_empty() || cell.contains("://") {
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
        let state = known.min_by_key(place)?;
        let is_granted = matches!(state, State::Confirmed | State::Unpaid);
        let is_unread = |words: &&Vec<String>| self.state_of(words).is_none();
        let is_doubtful = is_granted
            && said
                .iter()
                .filter(is_unread)
                .any(|words| self.is_doubt(words));
        (!is_doubtful).then_some(state)
    }

    /// Whether words behind a yes limit it or take it back, whatever else they say.
    fn is_doubt(&self, words: &[String]) -> bool {
        self.states.hedges.has_any(words)
            || self.states.negations.has_any(words)
            || self.taken_back.remarks.begin_a_word(&words.join(" "))
    }

    pub(super) fn state_of(&self, words: &[String]) -> Option<State> {
        // `WL 2` is a place in the waiting list.
        let is_number = |word: &String| word.bytes().all(|it| it.is_ascii_digit());
        let bare = match words {
            [state, numbers @ ..] if numbers.iter().all(is_number) => std::slice::from_ref(state),
            _ => words,
        };
        let mut lists = self.states.lists().into_iter();
        lists
            .find(|(list, _)| list.has(bare))
            .map(|(_, state)| state)
    }

    /// Returns a state that withholds a place, if a text of a few words mentions it: `Confirmation pending`.
    fn doubt_in(&self, words: &[String]) -> Option<State> {
        const FEW: usize = 5;
        let is_limited = self.states.negations.has_any(words) || self.states.hedges.has_any(words);
        if words.len() > FEW || words.len() < 2 || is_limited {
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

    /// Whether a cell says so and nothing else, but for a reason: `storniert`, `Absage (krank)`.
    pub fn withholds_plainly(&self, cell: &str) -> bool {
        let said = parts(cell);
        let state = said.first().and_then(|words| self.state_of(words));
        state.is_some_and(|it| it != State::Confirmed && it != State::Unfinished)
            && !self.is_ordinary(cell)
    }

    /// Whether a remark says in a sentence that somebody does not come, or did not; a question does not, nor does what
    /// is about a meal, a room or an invoice.
    pub fn withdraws(&self, remark: &str) -> bool {
        (self.taken_back.withdrawals.begin_a_word(remark) || self.ends_in_a_refusal(remark))
            && !remark.contains('?')
            && !self.names_a_subject(remark)
            && !self.is_of_money(remark)
    }

    /// Whether a remark denies something about the person of its row, in whatever words: `nicht gesehen`, `was er niet`;
    /// not what is about food, a room or an invoice.
    pub fn denies(&self, remark: &str) -> bool {
        self.states.denials.has_any(&fold::words(remark))
            && !remark.contains('?')
            && !self.names_another_subject(remark)
            && !self.is_of_money(remark)
    }

    /// Whether a number is a time of day beside these words: `bis 11`, `11 Uhr`.
    pub fn tells_the_time(&self, before: Option<&str>, after: Option<&str>) -> bool {
        let is_in = |list: &Words, word: Option<&str>| {
            word.is_some_and(|word| list.has_word(&fold::plain(word)))
        };
        is_in(&self.clock.before, before) || is_in(&self.clock.units, after)
    }

    /// Whether the last word of a short remark says that somebody does not come: `hat am 1.3. abgesagt`.
    fn ends_in_a_refusal(&self, remark: &str) -> bool {
        const FEW: usize = 6;
        let words = fold::words(remark);
        let is_refused = |word: &String| {
            let state = self.state_of(std::slice::from_ref(word));
            matches!(state, Some(State::Cancelled | State::Denied))
        };
        words.len() <= FEW
            && words.last().is_some_and(is_refused)
            && self.presence.auxiliaries.has_any(&words)
            && !self.negates(remark)
            && !self.names_another_subject(remark)
    }

    /// Whether a remark takes a sign-up back: `bitte aus der Liste nehmen`, `kann doch nicht`.
    pub fn takes_back(&self, remark: &str) -> bool {
        self.taken_back.remarks.begin_a_word(remark)
    }

    /// Whether a remark says that somebody else comes, or has the place: `Kollegin Stoll kommt statt mir`.
    pub fn sends_another(&self, remark: &str) -> bool {
        self.taken_back.instead.begin_a_word(remark)
    }

    /// Whether a name is one that people give who try a form: `Test Test`.
    pub fn is_of_a_test(&self, name: &str) -> bool {
        let tests = &self.names.tests;
        let mut words = name.split_whitespace();
        let is_one = |word: &str| tests.has_word(&fold::plain(word));
        words.next().is_some_and(is_one) && words.all(is_one)
    }

    /// Whether a text beside a table gives its marks the contrary of their meaning: `x = abwesend`, `0: da`, or asks to
    /// mark those who are not there.
    pub fn turns_marks_round(&self, text: &str) -> bool {
        let legend = text.split([',', ';', '/', '|', '(', ')']);
        let mut pairs = legend.filter_map(|part| {
            let (mark, meaning) = part.split_once('=').or_else(|| part.split_once(':'))?;
            let is_yes = self.yes_no(mark.split_whitespace().next_back()?)?;
            let meaning = self.presence(meaning.trim(), false)?;
            Some((meaning == Presence::There) == is_yes)
        });
        let is_reversed = pairs.clone().any(|agrees| !agrees);
        let is_legend = pairs.next().is_some();
        let words = fold::words(text);
        let asks_to_mark = self.presence.marking.begin_a_word(text);
        let mut absent = words.iter();
        let names_absent =
            absent.any(|word| self.is_of_the_others(word)) || self.is_of_the_others(text);
        is_reversed || !is_legend && asks_to_mark && names_absent
    }

    /// Returns what a legend in or above a table gives its marks to mean: "Status (1 = angemeldet, 2 = storniert)". It
    /// has to give one for those who come or came: otherwise a mark may stand for absence, and an empty cell for
    /// presence.
    pub fn legend(&self, text: &str) -> Vec<(String, Field)> {
        const MARK: usize = 4;
        let inner = text
            .rsplit_once(['(', '['])
            .map_or(text, |(_, inner)| inner);
        let parts = inner.split([',', ';', '/', '|', '\n']);
        let pairs = parts.filter_map(|part| {
            let (mark, meaning) = part.trim_end_matches([')', ']']).split_once('=')?;
            // "anwesend 1 = nein": the words before the first mark are the heading's.
            let mark = mark.rsplit([':', ' ']).find(|it| !it.is_empty())?;
            let is_mark = mark.chars().count() <= MARK;
            is_mark.then(|| (fold::plain(mark), meaning.trim()))
        });
        let pairs: Vec<(String, &str)> = pairs.collect();
        let read = |field_of: &dyn Fn(&str) -> Option<Field>| {
            let read = pairs
                .iter()
                .map(|(mark, meaning)| Some((mark.clone(), field_of(meaning)?)));
            read.collect::<Option<Vec<_>>>().filter(|read| {
                let is_yes = |(_, field): &(String, Field)| {
                    matches!(field, Field::Present | Field::Word(CellWord::Confirmed))
                };
                read.iter().any(is_yes)
            })
        };
        read(&|meaning| self.field_of_presence(meaning))
            .or_else(|| read(&|meaning| self.field_of_state(meaning)))
            .unwrap_or_default()
    }

    fn field_of_presence(&self, word: &str) -> Option<Field> {
        Some(match self.presence(word, false)? {
            Presence::There => Field::Present,
            Presence::Absent => Field::Absent,
            Presence::Excused => Field::Word(CellWord::Excused),
        })
    }

    fn field_of_state(&self, word: &str) -> Option<Field> {
        Some(Field::Word(match self.state(word)? {
            State::Confirmed => CellWord::Confirmed,
            State::Waitlisted => CellWord::Waitlisted,
            State::Cancelled | State::Denied => CellWord::Cancelled,
            State::Unanswered => CellWord::Nothing,
            State::Unpaid | State::Pending | State::Unfinished => return None,
        }))
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

    /// Whether a short remark begins by saying so, and gives a reason: `fehlte krankheitsbedingt`.
    pub fn begins_with_absence(&self, remark: &str) -> bool {
        const FEW: usize = 4;
        let words = fold::words(remark);
        let first = words.first().map(std::slice::from_ref);
        let said = first.and_then(|first| self.presence_of(first));
        words.len() <= FEW
            && matches!(said, Some(Presence::Absent | Presence::Excused))
            && self.answer(&words[..1]).is_none()
    }

    /// Whether a state is a word that ordinary answers use as well: `keine`, `online`.
    pub fn is_ordinary(&self, cell: &str) -> bool {
        self.states.ordinary.are(cell)
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
        if is_turned(cell) {
            return None;
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
        // "Ja, abgesagt", "ja (war aber nicht da)".
        let is_doubtful = || {
            let all = parts(cell);
            let mut others = all.iter().filter(|words| self.presence_of(words).is_none());
            others.any(|words| {
                self.is_doubt(words)
                    || self
                        .state_of(words)
                        .is_some_and(|it| it != State::Confirmed)
            })
        };
        match (
            has(Presence::There),
            has(Presence::Absent),
            has(Presence::Excused),
        ) {
            (true, false, false) if is_doubtful() => None,
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
            (&self.presence.came, Presence::There),
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
        // "A-1" is the number of a ticket.
        let is_number = |word: &String| word.bytes().all(|it| it.is_ascii_digit());
        if rest.is_empty() || rest.len() == words.len() || rest.iter().all(is_number) {
            return None;
        }
        match negations {
            0 => self.presence_of(&rest),
            1 if self.presence.came.has(&rest) || self.presence.there.has(&rest) => {
                Some(Presence::Absent)
            }
            _ => None,
        }
    }

    /// Whether a cell says that somebody has come, though it may be a state of a sign-up as well: `attended`.
    pub fn has_come(&self, cell: &str) -> bool {
        self.presence.came.are(cell)
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
        self.answer(&fold::words(cell)).filter(|_| !is_turned(cell))
    }

    pub(super) fn answer(&self, words: &[String]) -> Option<bool> {
        if self.answers.yes.has(words) {
            return Some(true);
        }
        self.answers.no.has(words).then_some(false)
    }

    /// Whether a cell says that there is nothing: `brak podpisu`.
    pub fn says_nothing(&self, cell: &str) -> bool {
        self.is_none_word(cell) || self.answers.none.has_any(&fold::words(cell))
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
}

/// Whether a sign before a mark turns it round or weakens it: `!x`, `¬x`, `~x`.
fn is_turned(cell: &str) -> bool {
    cell.trim_start().starts_with(['!', '¬', '~', '≠'])
}
