//! The meaning of several columns together: two halves of a name, choices of sessions, times of coming and leaving, one
//! of several addresses.

use chrono::{NaiveTime, Timelike as _};

use super::super::content::Survey;
use super::super::content::is_whole_name;
use super::super::{Field, Record};
use super::columns::{Known, Origin};
use super::decide::{Decided, Draft, by_its_cells};
use super::sessions::pasteable;
use super::{names_by_cells, sessions};
use crate::formats::lexicon::LEXICON;
use crate::formats::{Owner, heading};
use crate::message;

/// From this hour on somebody may come who leaves after midnight.
const EVENING: u32 = 16;
/// Before this hour they leave.
const MORNING: u32 = 6;

impl Decided {
    /// Finds further meanings from the combination of columns: names in two halves, choices of sessions, addresses,
    /// hours.
    pub(super) fn combine(&mut self, rows: &[Record], known: Known<'_>) {
        self.halves_of_names(rows);
        self.whole_names(rows);
        if !known.sessions.is_empty() {
            self.choices_of_sessions(known);
            self.find_rivals(rows);
        }
        for column in &mut self.columns {
            // A ticket that is not for a session only admits people.
            if column.is(&Field::Product)
                && !column.survey.sells_sessions()
                && !column.evidence.choose_days()
            {
                column.field = Some(Field::Ignore);
            }
            if column.origin == Origin::Told {
                continue;
            }
            match &column.field {
                None if column.survey.means_sessions() && !column.is_turned => {
                    if LEXICON.says_nothing_of_choosing(&column.heading) {
                        self.notes
                            .push(by_its_cells(&column.heading, &Field::Session));
                    }
                    column.set(Field::Session, Origin::Cells);
                }
                Some(Field::Session)
                    if !column.survey.means_sessions() && known.sessions.is_empty() =>
                {
                    column.field = Some(Field::Answer);
                }
                _ => {}
            }
        }
        self.hours(rows);
        self.addresses();
        names_by_cells::find(self, rows);
        self.one_of_each();
    }

    /// Makes `Name` next to one half of a name the other half, unless most of its cells contain that half as well.
    pub(super) fn halves_of_names(&mut self, rows: &[Record]) {
        let halves = (
            self.position(&Field::GivenName),
            self.position(&Field::FamilyName),
        );
        let (half, other) = match halves {
            (Some(given), None) => (given, Field::FamilyName),
            (None, Some(family)) => (family, Field::GivenName),
            _ => return,
        };
        let owner = self.columns[half].owner;
        let name = self
            .columns
            .iter()
            .position(|column| column.is(&Field::Name) && column.owner <= owner.max(Owner::Unsaid));
        let Some(name) = name else { return };
        let (mut filled, mut whole) = (0, 0);
        for row in rows {
            let cell = |column: usize| row.get(column).map(str::trim).unwrap_or_default();
            let (name, half) = (cell(name), cell(half));
            if !name.is_empty() && !half.is_empty() {
                filled += 1;
                whole += usize::from(is_whole_name(name, half));
            }
        }
        if filled == 0 {
            return;
        }
        if whole * 2 >= filled {
            // It has the whole name, and one half alone would be mistaken for it.
            self.columns[half].field = Some(Field::Ignore);
        } else if self.columns[name].is_open() {
            self.columns[name].field = Some(other);
        }
    }

    /// Makes a lone `Nom` or `Nombre` over names of several words a column of whole names.
    pub(super) fn whole_names(&mut self, rows: &[Record]) {
        let is_half = |it: &Draft| matches!(it.field, Some(Field::GivenName | Field::FamilyName));
        let mut halves = (0..self.columns.len()).filter(|index| is_half(&self.columns[*index]));
        let (Some(half), None) = (halves.next(), halves.next()) else {
            return;
        };
        let column = &self.columns[half];
        let may_be_whole = column.is_open() && LEXICON.may_be_whole_name(&column.heading);
        if self.has(&Field::Name) || !may_be_whole {
            return;
        }
        let cells = rows.iter().filter_map(|row| row.get(half)).map(str::trim);
        let (mut filled, mut several) = (0, 0);
        for cell in cells.filter(|cell| !cell.is_empty()) {
            filled += 1;
            several += usize::from(cell.contains(char::is_whitespace));
        }
        if several * 3 >= filled * 2 && filled > 0 {
            self.columns[half].field = Some(Field::Name);
        }
    }

    pub(super) fn choices_of_sessions(&mut self, known: Known<'_>) {
        let headings: Vec<String> = self.columns.iter().map(|it| it.heading.clone()).collect();
        let mut fields: Vec<Option<Field>> =
            self.columns.iter().map(|it| it.field.clone()).collect();
        let surveys: Vec<&Survey> = self.columns.iter().map(|it| &it.survey).collect();
        let is_told = |column: usize| self.columns[column].origin == Origin::Told;
        let notes = sessions::name(&headings, &mut fields, &surveys, known, &is_told);
        self.notes.extend(notes);
        for (column, field) in self.columns.iter_mut().zip(fields) {
            if column.field != field {
                column.field = field;
                column.origin = Origin::Words;
            }
        }
    }

    /// Finds columns that choose one and the same session, one with a yes where another has none.
    fn find_rivals(&mut self, rows: &[Record]) {
        let is_choice = |index: &usize| {
            let it = &self.columns[*index];
            matches!(it.field, Some(Field::SessionOption(_)))
                && it.origin != Origin::Told
                && it.evidence.filled > 0
        };
        let choices: Vec<usize> = (0..self.columns.len()).filter(is_choice).collect();
        let is_yes = |row: &Record, column: usize| {
            let cell = row.get(column).map(str::trim).unwrap_or_default();
            !cell.is_empty() && LEXICON.yes_no(cell) != Some(false)
        };
        let contradict = |one: usize, other: usize| {
            let differs = |row: &Record| is_yes(row, one) != is_yes(row, other);
            self.columns[one].field == self.columns[other].field && rows.iter().any(differs)
        };
        let has_rival = |one: &usize| choices.iter().any(|other| contradict(*one, *other));
        self.rivals = choices.iter().copied().filter(has_rival).collect();
    }

    /// Finds the times of coming and leaving if the headings do not give them: the two columns with times on the
    /// event's days, or the one next to the known one.
    pub(super) fn hours(&mut self, rows: &[Record]) {
        let came = self
            .position(&Field::JoinedAt)
            .or(self.position(&Field::Start));
        let left = self.position(&Field::LeftAt).or(self.position(&Field::End));
        let open: Vec<usize> = (0..self.columns.len())
            .filter(|index| {
                let column = &self.columns[*index];
                column.field.is_none()
                    && column.evidence.timed > 0
                    && column.evidence.are_of_the_day()
                    && !LEXICON.names_another_subject(&column.heading)
            })
            .collect();
        match (came, left, open.as_slice()) {
            (None, None, [first, second]) => {
                // Where people leave stands before where they come, if that is how the times lie.
                let ways = [(*first, *second), (*second, *first)];
                let way = ways
                    .into_iter()
                    .find(|(one, other)| is_in_order(rows, *one, *other));
                if let Some((joined, left)) = way {
                    self.explained(joined, Field::JoinedAt);
                    self.explained(left, Field::LeftAt);
                }
            }
            (Some(came), None, []) => self.by_words_alone(&Field::LeftAt, came),
            (None, Some(left), []) => self.by_words_alone(&Field::JoinedAt, left),
            (None, Some(left), [column]) if is_in_order(rows, *column, left) => {
                self.explained(*column, Field::JoinedAt);
            }
            // "Rückreise" beside "Gekommen" may be anything: it is asked about.
            _ => {}
        }
    }

    /// Uses a heading such as "Left" next to known times of arrival; a cell that is not a time is then a problem of its
    /// row.
    fn by_words_alone(&mut self, field: &Field, beside: usize) {
        if !self.columns[beside].evidence.are_moments() {
            return;
        }
        let column = self.columns.iter_mut().find(|column| {
            let means = || heading::meaning(&column.heading).is_some_and(|it| it.field == *field);
            column.field.is_none() && !column.evidence.are_yes_no() && means()
        });
        if let Some(column) = column {
            column.set(field.clone(), Origin::Words);
        }
    }

    /// Chooses among several address columns: the participant's; among equals the one with the most addresses, in a tie
    /// the last, since forms put the account's first.
    pub(super) fn addresses(&mut self) {
        let named: Vec<usize> = (0..self.columns.len())
            .filter(|column| self.columns[*column].is(&Field::Email))
            .collect();
        if named
            .iter()
            .any(|column| self.columns[*column].origin == Origin::Told)
        {
            return;
        }
        let has_name = self.columns.iter().any(|column| {
            let is_name = [Field::Name, Field::GivenName, Field::FamilyName]
                .iter()
                .any(|it| column.is(it));
            is_name && column.owner < Owner::Contact
        });
        let is_of_others = |column: &&usize| {
            let draft = &self.columns[**column];
            let is_somebody_else =
                draft.owner == Owner::Contact || has_name && draft.owner > Owner::Contact;
            is_somebody_else && draft.origin > Origin::Family
        };
        let others: Vec<usize> = named.iter().filter(is_of_others).copied().collect();
        if !others.is_empty() {
            for column in others {
                self.columns[column].field = Some(Field::Answer);
                let heading = &self.columns[column].heading;
                self.notes
                    .push(message!(layout::address_of_another { heading }));
            }
            return self.addresses();
        }
        if named.is_empty() {
            let by_content = self
                .columns
                .iter_mut()
                .filter(|column| column.field.is_none())
                .filter(|column| column.evidence.mostly(column.evidence.addresses))
                .max_by_key(|column| column.evidence.addresses);
            if let Some(column) = by_content {
                column.set(Field::Email, Origin::Cells);
            }
            return;
        }
        let rank = |column: &usize| {
            let draft = &self.columns[*column];
            (
                std::cmp::Reverse(draft.owner.min(Owner::Contact)),
                draft.evidence.addresses,
            )
        };
        let best = named.iter().copied().max_by_key(rank);
        for column in named {
            if Some(column) != best {
                self.columns[column].field = Some(match self.columns[column].owner {
                    Owner::Contact => Field::Answer,
                    _ => Field::AccountEmail,
                });
            }
        }
    }

    /// Lets only the best column keep a field that can occur once: the organiser's choice, the family's, the
    /// participant before contact and buyer, then the first.
    pub(super) fn one_of_each(&mut self) {
        let mut fields: Vec<Field> = self
            .columns
            .iter()
            .filter_map(|it| it.field.clone())
            .collect();
        // Two attendance columns lead to a question; see `explain_attendance`.
        fields.retain(|field| !field.may_repeat() && *field != Field::Present);
        fields.dedup();
        for field in fields {
            let mut rivals: Vec<usize> = (0..self.columns.len())
                .filter(|column| self.columns[*column].is(&field))
                .collect();
            if rivals.len() < 2 {
                continue;
            }
            rivals.sort_by_key(|column| {
                let draft = &self.columns[*column];
                let is_told = draft.origin != Origin::Told;
                let is_drafted = draft.origin != Origin::Family;
                let is_repetitive = is_repetitive(draft, &field);
                (
                    is_told,
                    is_drafted,
                    draft.owner,
                    is_repetitive,
                    draft.rank,
                    *column,
                )
            });
            let first = rivals.remove(0);
            // Columns of states are read together: a row in which they contradict each other is set aside.
            if field == Field::Status && self.columns[first].says_a_state() {
                rivals.retain(|column| !self.columns[*column].says_a_state());
            }
            let kept = self.columns[first].heading.clone();
            for column in rivals {
                self.give_up(column, &field, &kept);
            }
        }
    }

    /// Changes the field of a column whose field another one keeps.
    fn give_up(&mut self, column: usize, field: &Field, kept: &str) {
        let draft = &mut self.columns[column];
        let is_buyer = draft.owner == Owner::Buyer;
        draft.field = match field {
            Field::Name if is_buyer => Some(Field::AccountName),
            Field::Organisation if is_buyer => Some(Field::AccountOrganisation),
            _ if draft.owner > Owner::Unsaid => Some(Field::Answer),
            _ => None,
        };
        let is_of_people = matches!(
            field,
            Field::Name | Field::Status | Field::RequestedAt | Field::Present
        );
        if is_of_people && draft.is_open() && draft.field != Some(Field::AccountName) {
            self.notes.push(message!(layout::rivals {
                kept,
                heading: draft.heading,
                field: field.to_string(),
                option: pasteable(&draft.heading, &field.to_string())
            }));
        }
        if draft.field.is_none() {
            draft.field = Some(Field::Answer);
        }
    }
}

/// Whether a column of names repeats a few values: kinds of tickets, not people.
fn is_repetitive(draft: &Draft, field: &Field) -> bool {
    let evidence = &draft.evidence;
    *field == Field::Name && evidence.filled > 3 && evidence.distinct * 2 < evidence.filled
}

/// Whether the second time is never before the first one in any row, but for an evening that ends after midnight.
fn is_in_order(rows: &[Record], first: usize, second: usize) -> bool {
    use super::super::values::dates::{self, DateOrder};
    let moment = |row: &Record, column: usize| {
        let cell = super::super::values::words::unexcel(row.get(column)?);
        let moment = dates::parse(cell, Some(DateOrder::DayFirst)).ok()?;
        Some((moment.date, moment.time))
    };
    let mut pairs = rows
        .iter()
        .filter_map(|row| Some((moment(row, first)?, moment(row, second)?)));
    let is_overnight =
        |from: NaiveTime, to: NaiveTime| from.hour() >= EVENING && to.hour() < MORNING;
    pairs.all(|(one, two)| match (one, two) {
        ((None, Some(from)), (None, Some(to))) if to < from => is_overnight(from, to),
        _ => one.0.is_some() != two.0.is_some() || one <= two,
    })
}
