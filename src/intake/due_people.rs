//! Who is due when the data of an event has been kept for as long as it should be: people whom no other event keeps.
//!
//! These are not only people on file. A row that waits for an answer names somebody as well, and so does the journal,
//! where an import was taken back or somebody was removed by mistake. Nothing else would ever let go of them.
//!
//! Whoever may be meant by a row that waits for an event whose data is kept is kept with it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::unheld::Unheld;
use crate::identity::normalize_address;
use crate::model::{EventId, PersonId, Resolution, ReviewKind, ReviewState};
use crate::store::{Fate, Reader, Review, RowFates, Sought, StoreError};

/// Those who are due.
#[derive(Debug, Default)]
pub(super) struct DuePeople {
    /// People on file.
    pub(super) people: BTreeSet<PersonId>,
    /// People whom only the journal still names.
    pub(super) former: BTreeSet<PersonId>,
    /// How many of both took part in each event that is due.
    pub(super) of_event: BTreeMap<EventId, usize>,
}

impl DuePeople {
    /// Finds them; `due` are the events whose people are due, `kept` is whoever is left alone in any case.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub(super) fn of(
        reader: &Reader<'_>,
        due: &BTreeSet<EventId>,
        mut kept: BTreeSet<PersonId>,
    ) -> Result<Self, StoreError> {
        let mut of_event: BTreeMap<EventId, BTreeSet<PersonId>> = BTreeMap::new();
        for event in reader.events()? {
            let people = reader.participants_ever(event.id)?;
            if due.contains(&event.id) {
                of_event.insert(event.id, people);
            } else {
                kept.extend(people);
            }
        }
        let waits = |it: &&Review| {
            it.state == ReviewState::Open
                && [ReviewKind::Person, ReviewKind::Stay].contains(&it.question.kind)
                && it.question.event_id.is_some_and(|it| !due.contains(&it))
        };
        for question in reader.reviews()?.iter().filter(waits) {
            let meant = question.question.candidates.iter();
            kept.extend(meant.map(|it| PersonId(it.id)));
        }
        let mut found = Self {
            former: former(reader, due)?,
            ..Self::default()
        };
        for (event, people) in of_event {
            let own: BTreeSet<PersonId> = people.difference(&kept).copied().collect();
            found.of_event.insert(event, own.len());
            found.people.extend(own);
        }
        Ok(found)
    }
}

/// Returns the people whom only the journal names, and who took part in nothing but events that are due.
fn former(reader: &Reader<'_>, due: &BTreeSet<EventId>) -> Result<BTreeSet<PersonId>, StoreError> {
    if due.is_empty() {
        return Ok(BTreeSet::new());
    }
    let on_file = reader.numbers("person")?;
    let rows: BTreeMap<&str, BTreeSet<i64>> = [
        ("registration", reader.numbers("registration")?),
        ("stay", reader.numbers("stay")?),
    ]
    .into();
    let mut events: BTreeMap<i64, BTreeSet<EventId>> = BTreeMap::new();
    // What was theirs is somebody else's now, who was merged with them: they go when that person does.
    let mut merged: BTreeSet<i64> = BTreeSet::new();
    reader.each_image(|row| {
        let number = |column: &str| row.fields.get(column).and_then(Value::as_i64);
        if let Some(there) = rows.get(row.table)
            && let Some(person) = number("person_id").filter(|it| !on_file.contains(it))
        {
            events
                .entry(person)
                .or_default()
                .extend(number("event_id").map(EventId));
            if there.contains(&row.id) {
                merged.insert(person);
            }
        }
        Ok(())
    })?;
    let is_due = |(person, events): &(i64, BTreeSet<EventId>)| {
        !merged.contains(person) && events.iter().all(|it| due.contains(it))
    };
    let found = events.into_iter().filter(is_due);
    Ok(found.map(|(person, _)| PersonId(person)).collect())
}

/// The rows of an event that wait, or waited, for somebody who is not on file.
#[derive(Debug, Default)]
pub(super) struct WaitingRows {
    pub(super) fates: RowFates,
    /// What the bytes are searched for afterwards.
    pub(super) sought: BTreeSet<Sought>,
}

impl WaitingRows {
    /// Finds them. A row that somebody on file was found to be, or whose name or address somebody on file has, stays.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub(super) fn of(reader: &Reader<'_>, event: EventId) -> Result<Self, StoreError> {
        let mut found = Self::default();
        let unheld = Unheld::load(reader)?;
        let on_file = reader.numbers("person")?;
        reader.each_row("review", |row| {
            let goes = goes(row.fields, event, &on_file, &unheld);
            if goes {
                found.fates.let_go("review", row.id);
                let text = |column: &str| row.fields.get(column).and_then(Value::as_str);
                found
                    .sought
                    .extend(unheld.sought(text("name"), text("email")));
            }
            Ok(())
        })?;
        let there = reader.numbers("review")?;
        reader.each_image(|row| {
            if row.table == "review"
                && !there.contains(&row.id)
                && goes(row.fields, event, &on_file, &unheld)
                && let Some(former) = row.former
            {
                found.fates.images.insert(former.change, Fate::Gone);
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// How many there are, with former images of them.
    pub(super) fn rows(&self) -> usize {
        let rows = self.fates.gone.values().map(BTreeSet::len);
        rows.sum::<usize>() + self.fates.images.len()
    }
}

fn goes(
    question: &crate::store::Fields,
    event: EventId,
    on_file: &BTreeSet<i64>,
    unheld: &Unheld,
) -> bool {
    let number = |column: &str| question.get(column).and_then(Value::as_i64);
    let text = |column: &str| question.get(column).and_then(Value::as_str);
    if number("event_id") != Some(event.0) || text("kind") != Some(ReviewKind::Person.as_str()) {
        return false;
    }
    let answer = text("answer").and_then(|it| serde_json::from_str::<Resolution>(it).ok());
    let Some(answer) = answer else {
        // Nobody said whose it is.
        return true;
    };
    let is_somebody = answer
        .person()
        .is_some_and(|person| on_file.contains(&person.0));
    let address = text("email").and_then(normalize_address);
    !is_somebody
        && text("name").is_none_or(|it| !unheld.is_held(it))
        && address.is_none_or(|it| !unheld.is_held_address(&it))
}
