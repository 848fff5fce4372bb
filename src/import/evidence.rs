//! What the cells of a column look like, regardless of its heading.
//!
//! Words alone mislead: `Teilnahme` is a heading over yes and no in a form and over `teilgenommen` in a list of
//! attendees; `State` is a region or a state of the sign-up. So the cells are counted by kind, and a meaning suggested
//! by the words has to fit them ([`Evidence::agreed`]).

use std::collections::HashMap;

use chrono::{NaiveDate, TimeDelta};

use super::values::dates::{self, DateOrder};
use super::values::{durations, names_a_day, words};
use super::{Field, Kind, Record};
use crate::formats::lexicon::{LEXICON, Presence, State};
use crate::identity::normalize_address;

/// How many filled cells are enough to know a column.
const ENOUGH: usize = 400;

/// The length in bytes beyond which a cell is a text.
const LONG: usize = 80;

/// Nobody signs up longer in advance than this: a date of birth is not a time of request.
const LONGEST_WAIT: TimeDelta = TimeDelta::days(550);

/// The kinds of cells in a column, counted. One cell may count as several kinds: `1` is a yes and a number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    /// The number of rows examined.
    pub(super) rows: usize,
    /// How many of them have a value in the column, not counting words for "none".
    pub(super) filled: usize,
    /// Yes and no, as words, numbers and signs.
    pub(super) yes_no: usize,
    /// Yes, words for attendance, dates and times.
    pub(super) affirmed: usize,
    /// Words for the state of a sign-up, other than yes and no.
    pub(super) states: usize,
    /// How many of these confirm it.
    pub(super) granted: usize,
    /// States that are also ordinary answers: `keine`, `online`.
    pub(super) ordinary: usize,
    /// Words for presence, other than yes and no.
    pub(super) presence: usize,
    /// How many of these cannot be the state of a sign-up.
    pub(super) presence_alone: usize,
    /// Words that say that somebody has come, though a sign-up may have such a state as well.
    came: usize,
    /// Letters of a register: `P`, `A`, `E`, `L`.
    pub(super) letters: usize,
    /// How many of these are `P`, without which the meaning of `A` is unknown: absent, anwesend, aanwezig.
    present_letters: usize,
    /// Dates, with a time of day or without.
    pub(super) dated: usize,
    /// How many of these are days of the event.
    pub(super) on_days: usize,
    /// How many of these are in the period before its end in which people sign up.
    pub(super) beforehand: usize,
    /// How many are days after the event.
    pub(super) afterwards: usize,
    /// How many cells name a day of an event of several.
    event_days: usize,
    /// Times of day.
    pub(super) timed: usize,
    /// Numbers that are times of day in a column of times: `9.30`.
    pub(super) dotted: usize,
    /// Hours from when to when: `09:00-10:30`.
    pub(super) ranges: usize,
    /// Lengths that cannot be times of day: `45 min`, `1h 2m`.
    pub(super) lengths: usize,
    /// Bare numbers.
    pub(super) numbers: usize,
    /// How many cells are numbers with decimals: `1,5`.
    pub(super) fractions: usize,
    /// The largest number, with or without decimals; whole.
    pub(super) largest: u64,
    /// How many of these are 1.
    ones: usize,
    /// How many of these are 0.
    zeros: usize,
    /// Addresses.
    pub(super) addresses: usize,
    /// Long texts.
    pub(super) texts: usize,
    /// The number of different cells.
    pub(super) distinct: usize,
    /// The first cell that is filled.
    pub(super) sample: String,
    /// The first yes, as written.
    pub(super) yes: String,
    /// The first no.
    pub(super) no: String,
}

/// The kinds that a single text counts as.
#[expect(
    clippy::struct_excessive_bools,
    reason = "kinds of cells that do not exclude each other"
)]
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    yes_no: bool,
    affirmed: bool,
    state: bool,
    granted: bool,
    ordinary: bool,
    presence: bool,
    came: bool,
    letter: bool,
    dated: Option<NaiveDate>,
    /// The day of a number that counts seconds, or days with decimals.
    counted: Option<NaiveDate>,
    timed: bool,
    dotted: bool,
    length: bool,
    number: bool,
    address: bool,
    event_day: bool,
}

impl Cell {
    fn of(text: &str, days: Option<(NaiveDate, NaiveDate)>) -> Self {
        let yes_no = LEXICON.yes_no(text).is_some();
        let number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let moment = if number {
            None
        } else {
            dates::parse(text, Some(DateOrder::DayFirst))
                .or_else(|_| dates::parse(text, Some(DateOrder::MonthFirst)))
                .ok()
        };
        let presence = LEXICON.presence(text, false);
        let said = LEXICON.state(text).filter(|_| !yes_no && !number);
        let state = said.is_some();
        let ordinary = LEXICON.is_ordinary(text);
        Self {
            yes_no,
            affirmed: presence == Some(Presence::There) || moment.is_some(),
            state: state && !ordinary,
            granted: said == Some(State::Confirmed) && !ordinary,
            ordinary: state && ordinary,
            presence: !yes_no && presence.is_some(),
            came: LEXICON.has_come(text),
            letter: LEXICON.letter(text).is_some(),
            dated: moment.and_then(|moment| moment.date),
            counted: dates::counted_day(text),
            timed: moment.is_some_and(|moment| moment.time.is_some()),
            dotted: moment.is_none() && dates::dotted_time(text).is_some(),
            length: moment.is_none() && !number && durations::seconds(text).is_some(),
            number,
            address: text.contains('@') && normalize_address(text).is_some(),
            event_day: moment.is_none_or(|it| it.time.is_none())
                && days.is_some_and(|days| names_a_day(text, days)),
        }
    }
}

/// Whether a day is in the time in which people sign up for an event that ends on `last`.
fn is_of_requests(day: NaiveDate, last: NaiveDate) -> bool {
    day <= last && last - day < LONGEST_WAIT
}

/// Whether a text is hours from when to when: `09:00–10:30`, `9.00 - 10.30 Uhr`.
fn is_range(text: &str) -> bool {
    let first = text.split([',', ';']).next().unwrap_or(text);
    let parts = first.split_once(['-', '–', '—']);
    parts.is_some_and(|(from, to)| {
        let is_time = |part: &str| {
            let part = part.trim();
            part.contains([':', '.'])
                && dates::parse_time(part, None)
                    .is_ok_and(|it| it.date.is_none() && it.time.is_some())
        };
        let to = to
            .trim()
            .trim_end_matches(|it: char| it.is_alphabetic())
            .trim_end();
        is_time(from) && is_time(to)
    })
}

impl Evidence {
    /// Examines a column; `days` are the first and the last day of the event.
    pub(super) fn of(rows: &[Record], column: usize, days: Option<(NaiveDate, NaiveDate)>) -> Self {
        let mut evidence = Self::default();
        let mut known: HashMap<&str, Cell> = HashMap::new();
        for row in rows {
            if evidence.filled == ENOUGH {
                break;
            }
            evidence.rows += 1;
            let text = words::unexcel(row.get(column).unwrap_or_default()).trim();
            if text.is_empty() || words::is_empty_word(text) {
                continue;
            }
            evidence.filled += 1;
            if evidence.sample.is_empty() {
                text.clone_into(&mut evidence.sample);
            }
            if text.len() > LONG {
                evidence.texts += 1;
                continue;
            }
            let cell = *known.entry(text).or_insert_with(|| Cell::of(text, days));
            evidence.add(cell, days);
            let is_of_presence = cell.letter && text.starts_with(['P', 'p']);
            evidence.present_letters += usize::from(is_of_presence);
            evidence.ranges += usize::from(is_range(text));
            evidence.keep_answer(text);
            if durations::is_bare(text) {
                evidence.fractions += usize::from(!cell.number);
                let whole = text.split([',', '.']).next().and_then(|it| it.parse().ok());
                evidence.largest = evidence.largest.max(whole.unwrap_or_default());
            }
            evidence.ones += usize::from(text == "1");
            evidence.zeros += usize::from(text == "0");
        }
        evidence.distinct = known.len();
        evidence.tell_counts_from_marks();
        evidence
    }

    /// Keeps the first yes and the first no as written.
    fn keep_answer(&mut self, text: &str) {
        let kept = match LEXICON.yes_no(text) {
            Some(true) => &mut self.yes,
            Some(false) => &mut self.no,
            None => return,
        };
        if kept.is_empty() {
            text.clone_into(kept);
        }
    }

    /// Decides whether numbers are counts: numbers beyond 0 and 1, or a 1 in every row, count tickets or people. A 1 is
    /// only a mark if the other rows have a 0 or nothing.
    fn tell_counts_from_marks(&mut self) {
        let marks = self.ones + self.zeros;
        let is_in_every_row = self.ones == self.rows;
        if self.numbers > marks || is_in_every_row {
            self.yes_no -= marks;
        }
    }

    fn add(&mut self, cell: Cell, days: Option<(NaiveDate, NaiveDate)>) {
        self.yes_no += usize::from(cell.yes_no);
        self.affirmed += usize::from(cell.affirmed);
        self.states += usize::from(cell.state);
        self.granted += usize::from(cell.granted);
        self.presence += usize::from(cell.presence);
        self.ordinary += usize::from(cell.ordinary);
        self.presence_alone += usize::from(cell.presence && !cell.state && !cell.ordinary);
        self.came += usize::from(cell.came);
        self.letters += usize::from(cell.letter);
        self.timed += usize::from(cell.timed);
        self.dotted += usize::from(cell.dotted);
        self.lengths += usize::from(cell.length);
        self.numbers += usize::from(cell.number);
        self.addresses += usize::from(cell.address);
        self.event_days += usize::from(cell.event_day);
        // Any number may be one that counts; only those of the time in which people sign up are.
        let is_beforehand =
            |date: &NaiveDate| days.is_some_and(|(_, last)| is_of_requests(*date, last));
        let Some(date) = cell.dated.or(cell.counted.filter(is_beforehand)) else {
            return;
        };
        self.dated += 1;
        if let Some((first, last)) = days {
            let is_on_days = first <= date && date <= last;
            self.on_days += usize::from(is_on_days);
            self.afterwards += usize::from(last < date);
            self.beforehand += usize::from(is_of_requests(date, last));
        }
    }

    /// Whether any number or length is more than nothing.
    pub(super) fn sample_is_not_zero(&self) -> bool {
        self.zeros < self.filled
    }

    /// Whether at least half of the filled cells (at least one) are of this kind.
    pub(super) fn mostly(&self, count: usize) -> bool {
        count > 0 && count * 2 >= self.filled
    }

    /// Whether the cells say if somebody comes: states, yes and no, or how they come.
    pub(super) fn are_replies(&self) -> bool {
        self.mostly(self.states + self.ordinary + self.yes_no)
    }

    /// Whether the cells are states, including yes and no.
    pub(super) fn are_states(&self) -> bool {
        self.states > 0 && self.mostly(self.states + self.yes_no)
    }

    /// Whether the cells are words for presence, including yes and no, or letters of a register.
    pub(super) fn are_presence(&self) -> bool {
        let are_words = self.presence_alone > 0 || self.came > 0 && self.presence == self.filled;
        are_words && self.mostly(self.presence + self.yes_no) || self.are_letters()
    }

    /// Whether the cells are letters of a register, at least two different ones.
    pub(super) fn are_letters(&self) -> bool {
        self.present_letters > 0 && self.letters == self.filled && self.distinct > 1
    }

    /// Whether the cells are yes and no, or marks.
    pub(super) fn are_yes_no(&self) -> bool {
        self.mostly(self.yes_no)
    }

    /// Whether the cells are dates, times of day or both.
    pub(super) fn are_moments(&self) -> bool {
        self.mostly(self.dated.max(self.timed))
    }

    /// Whether most dates are days of the event; times of day alone count as such.
    pub(super) fn are_of_the_day(&self) -> bool {
        self.are_moments() && (self.dated == 0 || self.on_days * 2 >= self.dated)
    }

    /// Whether the cells choose days of an event of several: at least one in five, and not the same in every row.
    pub(super) fn choose_days(&self) -> bool {
        self.event_days * 5 >= self.filled && self.event_days > 0 && self.distinct > 1
    }

    /// Whether some cells are days of the event and others are not, although nobody can sign up after it.
    pub(super) fn are_several_days(&self) -> bool {
        self.mostly(self.dated)
            && self.timed == 0
            && self.on_days > 0
            && self.on_days < self.dated
            && self.distinct < self.filled
    }

    /// Whether the cells are times of request: dates, nearly all before the event's end.
    pub(super) fn are_requests(&self) -> bool {
        self.mostly(self.dated) && self.beforehand * 10 >= self.dated * 9
    }

    /// Whether the cells are lengths or bare numbers.
    pub(super) fn are_lengths(&self) -> bool {
        self.mostly(self.lengths + self.numbers + self.timed.saturating_sub(self.dated))
    }

    /// Whether the cells are letters of a register whose meaning is open.
    pub(super) fn are_open_letters(&self) -> bool {
        self.letters > 0
            && self.letters == self.filled
            && self.present_letters == 0
            && self.yes_no < self.filled
    }

    /// Whether the cells say who comes or came, although the words of the heading are about something else: `Typ` over
    /// `anwesend` and `abwesend`, `Firma` over `storniert`.
    pub(super) fn belie(&self, field: &Field) -> bool {
        let is_about_that = matches!(
            field,
            Field::Status
                | Field::Void
                | Field::Unsent
                | Field::Present
                | Field::Absent
                | Field::RequestedAt
                | Field::RequestedTime
                | Field::JoinedAt
                | Field::LeftAt
                | Field::Duration
                | Field::Session
                | Field::Product
                | Field::Region
                | Field::Name
                | Field::GivenName
                | Field::FamilyName
                | Field::DropIn
                | Field::Speakers
                | Field::Moderators
                | Field::Hosts
        );
        !is_about_that && (self.are_states() || self.are_presence() && !self.are_letters())
    }

    /// Returns the meaning of the heading with these cells; `None` if they contradict it.
    pub(super) fn agreed(&self, field: Field, kind: Option<Kind>) -> Option<Field> {
        let is_empty = self.filled == 0;
        let is_attendance = kind == Some(Kind::Attendance);
        match field {
            Field::Name | Field::GivenName | Field::FamilyName => {
                let is_other = self.mostly(self.dated)
                    || self.filled > 1 && self.mostly(self.numbers)
                    || self.mostly(self.yes_no) && self.filled > 1;
                (!is_other).then_some(field)
            }
            // "Ticket" over `used` and `unused`, "Entrada" over times.
            Field::Product if self.are_presence() || self.are_moments() || self.are_states() => {
                None
            }
            Field::Status | Field::Region if self.are_presence() && is_attendance => {
                Some(Field::Present)
            }
            Field::Present if self.are_open_letters() => None,
            Field::Present if self.are_moments() => Some(Field::JoinedAt),
            Field::Present if self.are_states() && !self.are_presence() && !is_attendance => {
                Some(Field::Status)
            }
            Field::JoinedAt | Field::LeftAt if self.are_yes_no() && !self.are_moments() => {
                (field == Field::JoinedAt).then_some(Field::Present)
            }
            // "Arrival" over `train` and `car`.
            Field::JoinedAt | Field::LeftAt => {
                let moments = self.dotted + self.timed.max(self.dated);
                let numbers = moments + self.numbers + self.fractions;
                let may_be = is_empty || self.mostly(moments) || is_attendance && numbers > 0;
                may_be.then_some(field)
            }
            // A cell below such a heading that is not a length is a problem of its row.
            Field::Duration => (is_empty || is_attendance || self.are_lengths()).then_some(field),
            Field::Region | Field::RequestedAt if self.are_states() => Some(Field::Status),
            // "Anmeldung" over dates.
            Field::Status if self.are_requests() && !is_attendance => Some(Field::RequestedAt),
            Field::RequestedTime if self.dated > 0 => Some(Field::RequestedAt),
            Field::RequestedAt => (is_empty || self.dated > 0 || self.numbers > 0).then_some(field),
            // A time of day without a date is when somebody left.
            Field::Void => (self.timed <= self.dated).then_some(field),
            _ => Some(field),
        }
    }
}
