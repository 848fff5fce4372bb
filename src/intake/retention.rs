//! Lets go of data that has been kept for as long as it should be.
//!
//! # What is due
//!
//! Each event says how long its data is kept after its end, or else the file does. First go times and the names that logs
//! recorded ([`super::Minimising`]), then people whom no other event keeps, then everything of the event but its
//! programme and its figures, also of people whom other events keep. The last stage includes the others.
//!
//! With people go rows that wait for somebody who is not on file, and those whom the journal alone still names
//! ([`super::due_people`]).
//!
//! People who take part in no event are not due, since there is no end to count from. Whoever asked that their data is
//! only stored is left alone: it may be stored because they need it.
//!
//! # What stays
//!
//! Figures stay (`store::forgetting`, "figures"), and the numbers of rows that were read, so that a file that was
//! read before brings nobody back. No keyed hashes are made: whoever takes part again signs up as anybody does.

use std::collections::BTreeSet;

use serde_json::Value;

use super::IntakeError;
use super::due_people::{DuePeople, WaitingRows};
use super::forgetting::{Mentions, Plan as ForgettingPlan, forget};
use super::minimising::{Minimising, minimise};
use super::places::Settled;
use crate::attendance::{Present, turnover_without};
use crate::model::{Event, EventId, Instant, Keep, Person, PersonId, Stage};
use crate::store::{Fate, Reader, RowFates, StoreError, Writer};

/// A stage of an event that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The event.
    pub event: Event,
    /// The stage.
    pub stage: Stage,
    /// Since when.
    pub since: Instant,
    /// How many stays, people or registrations would go.
    pub count: usize,
}

/// What was let go of.
#[derive(Debug, Default)]
pub struct LetGo {
    /// Of how many events times and names went.
    pub events_without_times: usize,
    /// How many people were removed.
    pub people: usize,
    /// Of how many events everything went but figures.
    pub events_as_figures: usize,
    /// How many rows were removed with people.
    pub rows: usize,
    /// Changes to places.
    pub settled: Vec<Settled>,
}

/// The events, and what is due of them.
struct Calendar {
    events: Vec<Event>,
    now: Instant,
    default: Option<Keep>,
}

impl Calendar {
    fn load(reader: &Reader<'_>, now: Instant) -> Result<Self, StoreError> {
        Ok(Self {
            events: reader.events()?,
            now,
            default: reader.keep_by_default()?,
        })
    }

    /// Returns since when a stage of an event is due; a later stage includes it.
    fn since(&self, event: &Event, stage: Stage) -> Option<Instant> {
        let keep = event.keep.or(self.default)?;
        let stages = Stage::ALL.into_iter().filter(|it| *it >= stage);
        let ends = stages.filter_map(|it| keep.period(it)?.after(event.end));
        ends.min().filter(|end| *end <= self.now)
    }
}

/// Returns the people who are due.
fn people_due(reader: &Reader<'_>, calendar: &Calendar) -> Result<DuePeople, StoreError> {
    let is_due = |it: &&Event| calendar.since(it, Stage::People).is_some();
    let due: BTreeSet<EventId> = calendar
        .events
        .iter()
        .filter(is_due)
        .map(|it| it.id)
        .collect();
    DuePeople::of(reader, &due, restricted(reader)?)
}

fn restricted(reader: &Reader<'_>) -> Result<BTreeSet<PersonId>, StoreError> {
    let people = reader.people()?.into_iter();
    let restricted = people.filter(|it| it.states.restricted);
    Ok(restricted.map(|it| it.id).collect())
}

/// Returns what is due by now, by event and stage; what has gone already is not.
///
/// # Errors
/// If the file cannot be read.
pub fn due(reader: &Reader<'_>, now: Instant) -> Result<Vec<Due>, StoreError> {
    let calendar = Calendar::load(reader, now)?;
    let people = people_due(reader, &calendar)?;
    // Nobody knows of which event somebody is who is in the journal alone; they are told with the first.
    let mut former = people.former.len();
    let mut found = Vec::new();
    for event in &calendar.events {
        for stage in Stage::ALL {
            let Some(since) = calendar.since(event, stage) else {
                continue;
            };
            let count = match stage {
                Stage::Times if reader.has_times(event.id)? => {
                    let plan = Minimising::of(reader, event)?;
                    plan.stays + plan.former
                }
                Stage::Times => 0,
                Stage::People => {
                    let on_file = people.of_event.get(&event.id).copied().unwrap_or_default();
                    let waiting = WaitingRows::of(reader, event.id)?.rows();
                    on_file + waiting + std::mem::take(&mut former)
                }
                Stage::All => whole_event(reader, event)?.rows(),
            };
            if count > 0 {
                found.push(Due {
                    event: event.clone(),
                    stage,
                    since,
                    count,
                });
            }
        }
    }
    Ok(found)
}

/// Returns whether anything is due, without working out how much.
///
/// # Errors
/// If the file cannot be read.
pub fn is_overdue(reader: &Reader<'_>, now: Instant) -> Result<bool, StoreError> {
    let calendar = Calendar::load(reader, now)?;
    let mut any = false;
    for event in &calendar.events {
        any |= calendar.since(event, Stage::Times).is_some();
    }
    // The rest reads many rows, and most files have nothing that is due.
    Ok(any && !due(reader, now)?.is_empty())
}

/// Returns how many people are due by now, and what removing them does.
///
/// # Errors
/// If the file cannot be read.
pub fn people_to_let_go(
    reader: &Reader<'_>,
    now: Instant,
) -> Result<Option<(usize, ForgettingPlan)>, StoreError> {
    let calendar = Calendar::load(reader, now)?;
    let due = people_due(reader, &calendar)?;
    let people = reader.people()?.into_iter();
    let people: Vec<Person> = people.filter(|it| due.people.contains(&it.id)).collect();
    let count = people.len() + due.former.len();
    if count == 0 {
        return Ok(None);
    }
    let plan = ForgettingPlan::of_all(reader, &people, &due.former)?;
    Ok(Some((count, plan)))
}

/// Lets go of everything that is due; only to be called while the journal is off. Marks are left, so that the bytes are
/// searched once at the end. `meetings` says who was at which, for the figures that stay; `planned` is what
/// [`people_to_let_go`] said of this very state of the file.
///
/// # Errors
/// If the file cannot be written.
pub fn let_go(
    writer: &Writer<'_>,
    now: Instant,
    mentions: Mentions,
    mut meetings: Vec<Present>,
    planned: Option<(usize, ForgettingPlan)>,
) -> Result<LetGo, IntakeError> {
    let calendar = Calendar::load(writer, now)?;
    let mut done = LetGo::default();
    for event in &calendar.events {
        if calendar.since(event, Stage::Times).is_some() && writer.has_times(event.id)? {
            let plan = Minimising::of(writer, event)?;
            minimise(writer, event, &plan)?;
            done.events_without_times += usize::from(!plan.is_empty());
        }
    }
    let people = match planned {
        // Names that logs recorded were a part of it.
        Some(planned) if done.events_without_times == 0 => Some(planned),
        _ => people_to_let_go(writer, now)?,
    };
    if let Some((people, plan)) = people {
        done.people = people;
        done.rows = plan.counts.iter().map(|it| it.rows).sum();
        keep_turnover(writer, &mut meetings, plan.people(), None)?;
        done.settled.push(forget(writer, now, plan, mentions)?);
    }
    for event in &calendar.events {
        if calendar.since(event, Stage::People).is_some() {
            let waiting = WaitingRows::of(writer, event.id)?;
            if waiting.rows() > 0 {
                done.rows += waiting.rows();
                writer.settle_fates(&waiting.fates)?;
                writer.leave_mark(&waiting.sought)?;
            }
        }
    }
    for event in &calendar.events {
        if calendar.since(event, Stage::All).is_some() {
            let rest = whole_event(writer, event)?;
            if rest.rows() > 0 {
                writer.keep_outcomes(&rest.people, Some(event.id), now)?;
                keep_turnover(writer, &mut meetings, &rest.people, Some(event.id))?;
                writer.count_removed(event.id, rest.people.len())?;
                writer.settle_fates(&rest.fates)?;
                writer.leave_mark(&BTreeSet::new())?;
                done.events_as_figures += 1;
            }
        }
    }
    Ok(done)
}

/// Keeps how meetings compare with each other, before people are let go of; `only` is the event they are let go of, if it
/// is not all of them.
fn keep_turnover(
    writer: &Writer<'_>,
    meetings: &mut [Present],
    people: &BTreeSet<i64>,
    only: Option<EventId>,
) -> Result<(), StoreError> {
    let people: BTreeSet<PersonId> = people.iter().copied().map(PersonId).collect();
    for (event, turnover) in turnover_without(meetings, &people, only) {
        writer.keep_turnover(event, &turnover)?;
    }
    for meeting in meetings {
        if only.is_none_or(|it| it == meeting.event) {
            meeting.people.retain(|it| !people.contains(it));
        }
    }
    Ok(())
}

/// Everything of an event but its programme.
#[derive(Debug, Default)]
struct WholeEvent {
    fates: RowFates,
    /// Who took part.
    people: BTreeSet<i64>,
}

impl WholeEvent {
    fn rows(&self) -> usize {
        let rows = self.fates.gone.values().map(BTreeSet::len);
        rows.sum::<usize>() + self.fates.images.len()
    }
}

/// Works out what goes of an event when figures alone are kept.
fn whole_event(reader: &Reader<'_>, event: &Event) -> Result<WholeEvent, StoreError> {
    let restricted: BTreeSet<i64> = restricted(reader)?.into_iter().map(|it| it.0).collect();
    let sessions: BTreeSet<i64> = reader
        .sessions(event.id)?
        .iter()
        .map(|it| it.id.0)
        .collect();
    let mut rest = WholeEvent::default();
    let mut registrations: BTreeSet<i64> = BTreeSet::new();
    for tables in [
        &[
            "registration",
            "stay",
            "excuse",
            "ruling",
            "review",
            "consent",
        ][..],
        &["signup"],
    ] {
        let is_of = |row: &crate::store::TracedRow<'_>, registrations: &BTreeSet<i64>| {
            let number = |column: &str| row.fields.get(column).and_then(Value::as_i64);
            let is_left_alone = number("person_id").is_some_and(|it| restricted.contains(&it));
            !is_left_alone
                && match row.table {
                    "excuse" | "ruling" => {
                        number("session_id").is_some_and(|it| sessions.contains(&it))
                    }
                    "signup" => {
                        number("registration_id").is_some_and(|it| registrations.contains(&it))
                    }
                    _ => number("event_id") == Some(event.id.0),
                }
        };
        let mut more: BTreeSet<i64> = BTreeSet::new();
        for table in tables {
            reader.each_row(table, |row| {
                if is_of(row, &registrations) {
                    rest.fates.let_go(table, row.id);
                    let person = row.fields.get("person_id").and_then(Value::as_i64);
                    rest.people.extend(person.filter(|_| *table != "review"));
                    if *table == "registration" {
                        more.insert(row.id);
                    }
                }
                Ok(())
            })?;
        }
        reader.each_image(|row| {
            if tables.contains(&row.table)
                && is_of(row, &registrations)
                && let Some(former) = row.former
            {
                rest.fates.images.insert(former.change, Fate::Gone);
                if row.table == "registration" {
                    more.insert(row.id);
                }
            }
            Ok(())
        })?;
        registrations.extend(more);
    }
    Ok(rest)
}
