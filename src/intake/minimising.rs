//! Reduces the logs of an event after the fact: what is left is what `import --minimal` would have kept.
//!
//! For each person and session these are the minutes, rounded, and whether the exact time met the rule; so verdicts stay.
//! Times, recorded names and addresses go, and so do the questions whose stay it was, since nobody can answer them without
//! a name. What is not matched to anybody stays as minutes without a person. The rows keep the operation that recorded
//! them, so that undoing it still removes them.
//!
//! A stay that counts for no session by the clock, although its person was at the event, becomes minutes of the event as a
//! whole. Where nothing would be left of what was recorded of a session, since all of it was outside its hours, the times
//! stay: without them the session would count as one that nobody recorded.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

use super::IntakeError;
use super::unheld::Unheld;
use crate::attendance::{StayTimes, attend, effective_rule, minutes, shares_by_the_clock};
use crate::model::{Event, Instant, PersonId, Rule, Session, SessionId, Stay, StayId};
use crate::store::{Fate, NewMinutes, Reader, RowFates, Sought, StoreError, Writer};

/// What reducing an event does.
#[derive(Debug, Default)]
pub struct Minimising {
    fates: RowFates,
    reduced: Vec<(StayId, NewMinutes)>,
    added: Vec<(StayId, NewMinutes)>,
    unnamed: Vec<StayId>,
    /// How many stays lose their times or names, or go since they are united with others.
    pub stays: usize,
    /// How many questions go.
    pub questions: usize,
    /// How many former images go.
    pub former: usize,
    sought: BTreeSet<Sought>,
}

/// Whose stays are added up together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Whose {
    Person(PersonId),
    Recorded(Option<String>, Option<String>),
    /// Without a name or an address.
    Row(StayId),
}

impl Whose {
    fn of(stay: &Stay) -> Self {
        match stay.person_id {
            Some(id) => Self::Person(id),
            None if stay.recorded_name.is_some() || stay.recorded_email.is_some() => {
                Self::Recorded(stay.recorded_name.clone(), stay.recorded_email.clone())
            }
            None => Self::Row(stay.id),
        }
    }
}

/// A session, or the event, against which stays are measured.
#[derive(Debug, Clone, Copy)]
struct Slot {
    session: Option<SessionId>,
    start: Instant,
    end: Instant,
    rule: Rule,
}

impl Slot {
    fn of(session: &Session, event: &Event) -> Self {
        Self {
            session: Some(session.id),
            start: session.start,
            end: session.end,
            rule: effective_rule(session.rule, event.rule, session.seconds()).rule,
        }
    }

    fn whole(event: &Event) -> Self {
        Self {
            session: None,
            start: event.start,
            end: event.end,
            rule: effective_rule(None, event.rule, (event.end - event.start).num_seconds()).rule,
        }
    }

    /// Returns what is left of stays here; `None` if they count for nothing.
    fn left_of(self, times: &[StayTimes]) -> Option<NewMinutes> {
        let attended = attend(self.start, self.end, times, self.rule)?;
        Some(NewMinutes {
            session_id: self.session,
            seconds: attended.seconds.map(|it| minutes(it) * 60),
            meets: attended.seconds.map(|_| attended.meets),
        })
    }
}

/// The stays of one person in one slot.
type Groups<'a> = BTreeMap<(Option<SessionId>, Whose), (Slot, Vec<&'a Stay>)>;

impl Minimising {
    /// Works out what is left of an event.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn of(reader: &Reader<'_>, event: &Event) -> Result<Self, StoreError> {
        let mut plan = Self::default();
        let stays = reader.stays(event.id)?;
        let sessions = reader.sessions(event.id)?;
        plan.reduce(&stays, &sessions, event);
        plan.unmatch(reader, event)?;
        plan.let_questions_go(reader, event)?;
        plan.empty_images(reader, event)?;
        plan.seek(reader, &stays)?;
        Ok(plan)
    }

    /// Whether nothing is left to reduce.
    pub fn is_empty(&self) -> bool {
        self.stays == 0 && self.questions == 0 && self.former == 0
    }

    fn reduce(&mut self, stays: &[Stay], sessions: &[Session], event: &Event) {
        let shared: Vec<&Session> = shares_by_the_clock(sessions).collect();
        let mut groups: Groups<'_> = BTreeMap::new();
        let mut apart: Vec<&Stay> = Vec::new();
        for stay in stays {
            if stay.is_nobody {
                self.fates.let_go("stay", stay.id.0);
                self.stays += 1;
                continue;
            }
            let is_bare =
                stay.joined_at.is_none() && stay.left_at.is_none() && stay.seconds.is_none();
            if is_bare {
                // It says that somebody was there, and nothing else.
                self.unname(stay);
                continue;
            }
            let slots: Vec<Slot> = match stay.session_id {
                Some(id) => {
                    let own = sessions.iter().filter(|it| it.id == id);
                    own.map(|it| Slot::of(it, event)).collect()
                }
                None if sessions.is_empty() => vec![Slot::whole(event)],
                // A length without times is of the event, unless one session is all of it.
                None if stay.is_a_length() && shared.len() != 1 => vec![Slot::whole(event)],
                None => shared.iter().map(|it| Slot::of(it, event)).collect(),
            };
            let times = StayTimes::from(stay);
            let mut counts = false;
            for slot in slots {
                if attend(slot.start, slot.end, &[times], slot.rule).is_some() {
                    counts = true;
                    let group = groups.entry((slot.session, Whose::of(stay)));
                    group.or_insert((slot, Vec::new())).1.push(stay);
                }
            }
            if !counts {
                apart.push(stay);
            }
        }
        self.place_apart(&apart, &mut groups, sessions, event);
        self.keep(stays, groups);
    }

    /// Decides about stays that count for no session by the clock.
    fn place_apart<'a>(
        &mut self,
        apart: &[&'a Stay],
        groups: &mut Groups<'a>,
        sessions: &[Session],
        event: &Event,
    ) {
        let recorded: BTreeSet<Option<SessionId>> =
            groups.keys().map(|(session, _)| *session).collect();
        for stay in apart {
            let is_undecided = stay.session_id.is_none()
                && sessions.iter().any(|it| {
                    let slot = Slot::of(it, event);
                    let times = StayTimes::from(*stay);
                    it.room.is_none() && slot.left_of(&[times]).is_some()
                });
            if is_undecided {
                let group = groups.entry((None, Whose::of(stay)));
                group
                    .or_insert((Slot::whole(event), Vec::new()))
                    .1
                    .push(stay);
            } else if stay.session_id.is_some() && !recorded.contains(&stay.session_id) {
                self.unname(stay);
            } else {
                self.fates.let_go("stay", stay.id.0);
                self.stays += 1;
            }
        }
    }

    fn keep(&mut self, stays: &[Stay], groups: Groups<'_>) {
        let mut used: BTreeSet<StayId> = BTreeSet::new();
        let mut known: HashMap<StayId, &Stay> = HashMap::new();
        known.extend(stays.iter().map(|it| (it.id, it)));
        let mut grouped: BTreeSet<StayId> = BTreeSet::new();
        for (slot, of_one) in groups.into_values() {
            grouped.extend(of_one.iter().map(|it| it.id));
            let times: Vec<StayTimes> = of_one.iter().map(|it| StayTimes::from(*it)).collect();
            let (Some(minutes), Some(first)) = (slot.left_of(&times), of_one.first()) else {
                continue;
            };
            match of_one.iter().find(|it| used.insert(it.id)) {
                Some(row) => {
                    if !is_reduced(row, minutes) {
                        self.reduced.push((row.id, minutes));
                    }
                }
                None => self.added.push((first.id, minutes)),
            }
        }
        for id in grouped.difference(&used) {
            self.fates.let_go("stay", id.0);
            self.stays += 1;
        }
        self.stays += self.reduced.len();
    }

    fn unname(&mut self, stay: &Stay) {
        if stay.recorded_name.is_some() || stay.recorded_email.is_some() {
            self.unnamed.push(stay.id);
            self.stays += 1;
        }
    }

    /// Removes the rows that stays are judged again by: they name people as the log did.
    fn unmatch(&mut self, reader: &Reader<'_>, event: &Event) -> Result<(), StoreError> {
        let done: BTreeSet<StayId> = self.reduced.iter().map(|it| it.0).collect();
        for matched in reader.matched_stays(event.id)? {
            let id = matched.stay.id;
            let is_done = done.contains(&id)
                || self.unnamed.contains(&id)
                || self.fates.is_gone("stay", id.0);
            if matched.by.row.is_some() && !is_done {
                self.unnamed.push(id);
                self.stays += 1;
            }
        }
        Ok(())
    }

    /// Removes the questions whose stay it was.
    fn let_questions_go(&mut self, reader: &Reader<'_>, event: &Event) -> Result<(), StoreError> {
        let fates = &mut self.fates;
        let mut questions = 0;
        reader.each_row("review", |row| {
            let is_of = row.fields.get("event_id").and_then(Value::as_i64) == Some(event.id.0);
            let is_about_a_stay = row.fields.get("kind").and_then(Value::as_str) == Some("stay");
            if is_of && is_about_a_stay {
                fates.let_go("review", row.id);
                questions += 1;
            }
            Ok(())
        })?;
        self.questions = questions;
        Ok(())
    }

    /// Empties the former images of stays, and of questions about them.
    fn empty_images(&mut self, reader: &Reader<'_>, event: &Event) -> Result<(), StoreError> {
        let fates = &mut self.fates;
        let mut former = 0;
        reader.each_image(|row| {
            let is_of = row.fields.get("event_id").and_then(Value::as_i64) == Some(event.id.0);
            let text = |column: &str| row.fields.get(column).and_then(Value::as_str);
            let goes = match row.table {
                "stay" => [
                    "joined_at",
                    "left_at",
                    "recorded_name",
                    "recorded_email",
                    "matched_row",
                ]
                .iter()
                .any(|column| text(column).is_some()),
                "review" => text("kind") == Some("stay"),
                _ => false,
            };
            if is_of
                && goes
                && let Some(image) = row.former
            {
                fates.images.insert(image.change, Fate::Gone);
                former += 1;
            }
            Ok(())
        })?;
        self.former = former;
        Ok(())
    }

    /// Finds out what the bytes are searched for afterwards.
    fn seek(&mut self, reader: &Reader<'_>, stays: &[Stay]) -> Result<(), StoreError> {
        let unheld = Unheld::load(reader)?;
        for stay in stays {
            let (name, address) = (&stay.recorded_name, &stay.recorded_email);
            self.sought
                .extend(unheld.sought(name.as_deref(), address.as_deref()));
        }
        Ok(())
    }
}

/// Whether a stay is what would be left of it.
fn is_reduced(stay: &Stay, minutes: NewMinutes) -> bool {
    stay.joined_at.is_none()
        && stay.left_at.is_none()
        && stay.recorded_name.is_none()
        && stay.recorded_email.is_none()
        && (stay.session_id, stay.seconds, stay.meets)
            == (minutes.session_id, minutes.seconds, minutes.meets)
}

/// Reduces the logs of an event; only to be called while the journal is off. A mark is left, so that the bytes are
/// searched.
///
/// # Errors
/// If the file cannot be written.
pub fn minimise(writer: &Writer<'_>, event: &Event, plan: &Minimising) -> Result<(), IntakeError> {
    if plan.is_empty() {
        return Ok(());
    }
    writer.keep_peaks(event.id)?;
    for (id, minutes) in &plan.added {
        writer.add_share_of_stay(*id, *minutes)?;
    }
    for (id, minutes) in &plan.reduced {
        writer.reduce_stay(*id, *minutes)?;
    }
    for id in &plan.unnamed {
        writer.unname_stay(*id)?;
    }
    writer.settle_fates(&plan.fates)?;
    writer.leave_mark(&plan.sought)?;
    Ok(())
}
