//! The rows of a person that are on file, as they are now.

use std::collections::{BTreeMap, BTreeSet};

use chrono_tz::Tz;
use serde_json::Value;

use super::Held;
use super::others::Others;
use crate::model::EventId;
use crate::report::AsOf;
use crate::store::{Fields, StoreError};

/// Rows by table and number.
pub(super) struct States(BTreeMap<String, BTreeMap<i64, Fields>>);

impl States {
    pub(super) fn of(reader: &AsOf<'_>, held: &Held) -> Result<Self, StoreError> {
        let mut states = BTreeMap::new();
        for (table, rows) in &held.rows {
            let there = reader.numbers(table)?;
            let rows: BTreeSet<i64> = rows.intersection(&there).copied().collect();
            if !rows.is_empty() {
                states.insert(table.clone(), reader.last_states(table, &rows)?);
            }
        }
        Ok(Self(states))
    }

    /// Takes open questions out whose row has another name: it may be somebody else's, who shares a mailbox with them.
    pub(super) fn take_out_strangers(&mut self, others: &Others) -> BTreeSet<i64> {
        let mut taken = BTreeSet::new();
        if let Some(questions) = self.0.get_mut("review") {
            questions.retain(|id, question| {
                let text = |column: &str| question.get(column).and_then(Value::as_str);
                let is_theirs = text("name").is_some_and(|name| others.is_their_name(name));
                let stays = text("state") != Some("open") || is_theirs;
                if !stays {
                    taken.insert(*id);
                }
                stays
            });
        }
        taken
    }

    /// Returns the tables with their rows.
    pub(super) fn tables(&self) -> impl Iterator<Item = (&String, &BTreeMap<i64, Fields>)> {
        self.0.iter()
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &Fields> {
        self.0.values().flat_map(BTreeMap::values)
    }

    /// Returns the events that the rows are about.
    pub(super) fn events(&self) -> BTreeSet<EventId> {
        let numbers = self
            .rows()
            .filter_map(|it| it.get("event_id").and_then(Value::as_i64));
        numbers.map(EventId).collect()
    }

    /// Returns the zone of these events, if it is one: the letter has one clock.
    pub(super) fn zone(&self, reader: &AsOf<'_>) -> Result<Option<Tz>, StoreError> {
        let own = self.events();
        let events = reader.events()?.into_iter();
        let mut zones = events.filter(|it| own.contains(&it.id)).map(|it| it.zone);
        let first = zones.next();
        Ok(first.filter(|first| zones.all(|it| it == *first)))
    }

    /// Whether any times, or names of logs, are left.
    pub(super) fn are_timed(&self) -> bool {
        let stays = self.0.get("stay").into_iter().flat_map(BTreeMap::values);
        let mut columns = stays.flat_map(|stay| {
            ["joined_at", "left_at", "recorded_name"].map(|column| stay.get(column))
        });
        columns.any(|it| it.is_some_and(|it| !it.is_null()))
    }
}
