//! A list of comings and leavings: whose each row is, and in which order they happened.

use std::collections::HashMap;

use super::super::table::{Fields, Table};
use super::super::{RawLine, RawLog, RawMeeting, RawStay};
use super::actions::Action;
use super::collapsed;
use super::pairing::{Event, Pairs, is_backwards};
use crate::catalogue::Wording;
use crate::catalogue::messages::platforms as say;
use crate::import::lines as named;
use crate::import::{Field, Record};
use crate::message;

/// The rows of a list.
pub(super) struct Events<'file> {
    pub(super) table: Table,
    rows: &'file [Record],
    /// The fields that say whose a row is.
    who: &'static [Field],
    /// The number of the person of each row.
    people: Vec<usize>,
    /// The rows in the order of their times; some lists run from the last event to the first.
    order: Vec<usize>,
}

impl<'file> Events<'file> {
    pub(super) fn of(
        header: &Record,
        rows: &'file [Record],
        fields: Fields,
        who: &'static [Field],
    ) -> Self {
        let mut table = Table::new(header, fields, &Field::Ignore);
        table.columns.truncate(header.filled());
        let mut numbers = HashMap::new();
        let number = |row: &'file Record| {
            let key = who.iter().map(|field| collapsed(table.cell(row, field)));
            let next = numbers.len();
            *numbers.entry(key.collect::<Vec<_>>()).or_insert(next)
        };
        let people: Vec<usize> = rows.iter().map(number).collect();
        let times = rows.iter().map(|row| table.cell(row, &Field::JoinedAt));
        let mut order: Vec<usize> = (0..rows.len()).collect();
        if is_backwards(people.iter().copied().zip(times)) {
            order.reverse();
        }
        Self {
            table,
            rows,
            who,
            people,
            order,
        }
    }

    /// Returns how many rows each person has.
    pub(super) fn counts(&self) -> Vec<usize> {
        let count = self.people.iter().max().map_or(0, |last| last + 1);
        let mut counts = vec![0; count];
        for person in &self.people {
            counts[*person] += 1;
        }
        counts
    }

    /// Returns the person and the word of each row, in the order of their times.
    pub(super) fn words(&self) -> impl Iterator<Item = (usize, &'file str)> {
        let rows = self
            .order
            .iter()
            .map(|&row| (self.people[row], &self.rows[row]));
        rows.map(|(person, row)| (person, self.table.cell(row, &Field::Status)))
    }

    /// Makes a log of the stays; `nobody` is the problem of a row that is nobody's.
    pub(super) fn log(
        self,
        nobody: Wording,
        meaning: impl Fn(&str) -> Option<Action>,
    ) -> RawLog<'file> {
        let table = &self.table;
        let mut lines = Vec::with_capacity(self.rows.len());
        let mut people = vec![(None, Vec::new()); self.counts().len()];
        for &index in &self.order {
            let row = &self.rows[index];
            if self
                .who
                .iter()
                .all(|field| table.cell(row, field).is_empty())
            {
                lines.push(RawLine::of(row, table.wrong(&self.who[0], nobody)));
                continue;
            }
            let Some(action) = meaning(table.cell(row, &Field::Status)) else {
                let wrong = table.wrong(&Field::Status, say::NEITHER_ACTION);
                lines.push(RawLine::of(row, wrong));
                continue;
            };
            let (first, events) = &mut people[self.people[index]];
            first.get_or_insert(row);
            events.push(Event {
                line: row.line(),
                action,
                time: table.cell(row, &Field::JoinedAt),
            });
        }
        let mut half_left = Vec::new();
        for (row, events) in people {
            let Some(row) = row else { continue };
            let (name, address) = (
                table.cell(row, &Field::Name),
                table.cell(row, &Field::Email),
            );
            let person = RawStay {
                name: name.into(),
                email: Some(address)
                    .filter(|it| it.contains('@'))
                    .unwrap_or_default(),
                ..RawStay::default()
            };
            let mut pairs = Pairs::of(&events, &person, table);
            if name.is_empty() && address.is_empty() {
                pairs.become_one_stay();
            }
            lines.extend(pairs.lines);
            half_left.extend(pairs.half_left);
        }
        lines.sort_by_key(|line| line.line);
        half_left.sort_unstable();
        let note = || {
            message!(platforms::half_left {
                lines: named(&half_left)
            })
        };
        RawLog {
            meetings: vec![RawMeeting::default()],
            notes: Vec::from_iter((!half_left.is_empty()).then(note)),
            columns: self.table.columns,
            lines,
            ..RawLog::default()
        }
    }
}
