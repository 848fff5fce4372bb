//! A list on paper: its columns, empty lines and foot. Used for lists to sign, to tick at the door and to hand in.

use chrono::NaiveDate;

use super::labels;
use super::roll::{Entry, with_place};
use super::times;
use crate::catalogue::messages::letters;
use crate::message;
use crate::model::{Event, SignupStatus};
use crate::output::keyed::{Keyed, columns, labels as words};
use crate::output::{Cell, Column, Heading, Language, Table, day_and_month};

/// The width of a signature on paper, in characters.
const SIGNATURE: u16 = 34;

/// The width of a signature if there is one for each of several days.
const ONE_OF_SEVERAL: u16 = 18;

/// The content of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// The session's short name, for programs.
    Session,
    /// The day, for programs.
    Day,
    /// The line number.
    Number,
    /// A box to tick.
    Tick,
    Name,
    Organisation,
    /// The codes of their sessions.
    Codes,
    /// The status of a sign-up; people see it only where it differs from the usual one.
    Status,
    Signature,
    /// The signature for one of several days.
    SignatureOn(NaiveDate),
    /// Whether they were recorded as there, on one of several days if one is given.
    Attended(Option<NaiveDate>),
}

/// A list, sheet by sheet.
pub(super) struct Sheets {
    fields: Vec<Field>,
    pub(super) table: Table,
    language: Language,
    /// The session and the day of the current sheet.
    slug: String,
    day: Option<NaiveDate>,
    number: i64,
}

impl Sheets {
    pub(super) fn new(
        name: &'static str,
        title: String,
        fields: Vec<Field>,
        language: Language,
    ) -> Self {
        let columns = fields.iter().map(|it| column(*it, language)).collect();
        Self {
            table: Table::new(name, title, columns),
            fields,
            language,
            slug: String::new(),
            day: None,
            number: 0,
        }
    }

    /// Begins a sheet, whose lines are numbered from one.
    pub(super) fn begin(
        &mut self,
        (slug, day): (&str, Option<NaiveDate>),
        heading: String,
        facts: Vec<String>,
    ) {
        slug.clone_into(&mut self.slug);
        self.day = day;
        self.number = 0;
        self.table.begin_group(heading, facts);
    }

    /// Adds a person, with the codes of their sessions.
    pub(super) fn push(&mut self, entry: &Entry<'_>, codes: &[String]) {
        self.push_line(Some((entry, codes)), &mut std::iter::empty());
    }

    /// Adds a person with what was recorded: one cell for each column that says so.
    pub(super) fn push_recorded(&mut self, entry: &Entry<'_>, recorded: Vec<Cell>) {
        self.push_line(Some((entry, &[])), &mut recorded.into_iter());
    }

    /// Adds empty lines.
    pub(super) fn push_blank(&mut self, count: usize) {
        for _ in 0..count {
            self.push_line(None, &mut std::iter::empty());
        }
    }

    fn push_line(
        &mut self,
        line: Option<(&Entry<'_>, &[String])>,
        recorded: &mut dyn Iterator<Item = Cell>,
    ) {
        self.number += 1;
        let entry = line.map(|(entry, _)| entry);
        let mut cell = |field: &Field| match field {
            Field::Session => Cell::from(self.slug.as_str()),
            Field::Day => Cell::from(self.day.map(|day| times::date(day, self.language))),
            Field::Number => Cell::Integer(self.number),
            Field::Tick => Cell::Tick,
            Field::Name => entry.map_or(Cell::Empty, Entry::name_on_paper),
            Field::Organisation => Cell::from(entry.and_then(|it| it.organisation)),
            Field::Codes => line.map_or(Cell::Empty, |(_, codes)| Cell::Words(codes.to_vec())),
            Field::Status => entry.map_or(Cell::Empty, status),
            Field::Signature | Field::SignatureOn(_) => Cell::Empty,
            Field::Attended(_) => recorded.next().unwrap_or(Cell::Empty),
        };
        let row = self.fields.iter().map(&mut cell).collect();
        match entry.and_then(|it| it.person) {
            Some(person) => self.table.push_about(person.id.0, row),
            None => self.table.push(row),
        }
    }

    /// Leaves room for place, date and signature of the host at the foot of the sheet.
    pub(super) fn end_signed(&mut self, event: &Event) {
        let place = letters::PLACE_AND_DATE
            .in_language(self.language)
            .to_owned();
        let host = match &event.facts.signatory {
            Some(name) => message!(sheets::signature_of { name }).in_language(self.language),
            None => letters::SIGNATURE.in_language(self.language).to_owned(),
        };
        self.table.leave_to_sign(vec![place, host]);
    }
}

fn column(field: Field, language: Language) -> Column {
    match field {
        Field::Session => Column::of(columns::SESSION).hidden_in_text(),
        Field::Day => Column::of(columns::EVENT_DAY).hidden_in_text(),
        Field::Number => Column::of(columns::LINE_NUMBER).right(),
        Field::Tick => Column::of(columns::HERE),
        Field::Name => Column::of(columns::NAME).filled_by_hand(),
        Field::Organisation => Column::of(columns::ORGANISATION).filled_by_hand(),
        Field::Codes => Column::of(columns::SESSION_CODES),
        Field::Status => Column::of(columns::STATUS),
        Field::Signature => Column::of(columns::SIGNATURE)
            .at_least(SIGNATURE)
            .filled_by_hand(),
        Field::SignatureOn(day) => on(columns::SIGNATURE, day, language)
            .at_least(ONE_OF_SEVERAL)
            .filled_by_hand(),
        Field::Attended(Some(day)) => on(columns::ATTENDED, day, language).filled_by_hand(),
        Field::Attended(None) => Column::of(columns::ATTENDED).filled_by_hand(),
    }
}

/// Returns the column of one of several days.
fn on(word: Keyed, day: NaiveDate, language: Language) -> Column {
    Column {
        key: format!("{}_{day}", word.key()).into(),
        heading: Heading::Question(on_day(word, day, language)),
        ..Column::of(word)
    }
}

/// Returns the heading of such a column: `Signature 8 October`.
pub(super) fn on_day(word: Keyed, day: NaiveDate, language: Language) -> String {
    let day = day_and_month(day).in_language(language);
    format!("{} {day}", word.in_language(language))
}

/// Returns the part of a person, else the status of their sign-up.
fn status(entry: &Entry<'_>) -> Cell {
    match (entry.part, entry.signup) {
        (Some(part), _) => labels::part(part),
        (None, Some(SignupStatus::Confirmed)) => Cell::Reworded {
            of: Box::new(labels::signup_status(SignupStatus::Confirmed)),
            words: words::AS_NEARLY_ALL,
        },
        (None, signup) => Cell::from(signup.map(labels::signup_status)),
    }
}

/// Returns the number of people with a place, in words.
pub(super) fn signed_up(entries: &[Entry<'_>], language: Language) -> String {
    let count = with_place(entries);
    message!(sheets::signed_up { count }).in_language(language)
}

/// Returns how many people of the whole event are on a list: those with a place, and speakers, moderators and hosts
/// without one.
pub(super) fn on_the_list(entries: &[Entry<'_>], language: Language) -> String {
    let has_only_a_part = |it: &&Entry<'_>| it.part.is_some() && it.signup.is_none();
    let others = entries.iter().filter(has_only_a_part).count();
    if others == 0 {
        return signed_up(entries, language);
    }
    let count = with_place(entries);
    message!(sheets::signed_up_and_others {
        all: count + others,
        count,
        others
    })
    .in_language(language)
}

/// Returns how many of them were there without a place or a part, in words; `None` if nobody was.
pub(super) fn without_place(entries: &[Entry<'_>], language: Language) -> Option<String> {
    let has_none =
        |it: &&Entry<'_>| it.part.is_none() && it.signup != Some(SignupStatus::Confirmed);
    let count = entries.iter().filter(has_none).count();
    (count > 0).then(|| message!(sheets::there_without_place { count }).in_language(language))
}

/// Returns the number of people waiting, in words; `None` if there are none.
pub(super) fn waiting(entries: &[Entry<'_>], language: Language) -> Option<String> {
    let waits = |it: &&Entry<'_>| it.signup == Some(SignupStatus::Waitlisted);
    let count = entries.iter().filter(waits).count();
    (count > 0).then(|| message!(sheets::on_the_waiting_list { count }).in_language(language))
}
