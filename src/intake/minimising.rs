//! Reduces the logs of an event after the fact: what is left is what `import --minimal` would have kept.
//!
//! For each person and session these are the minutes, rounded, and whether the exact time met the rule; so verdicts stay.
//! Times, recorded names and addresses go, and so do the questions whose stay it was, since nobody can answer them without
//! a name. What is not matched to anybody stays as minutes without a person. The rows keep the operation that recorded
//! them, so that undoing it still removes them.
//!
//! A log of the event as a whole does not say who was in which of several sessions that ran at the same time: such stays
//! are undecided. They become minutes of the event as a whole, as many as reports count for their person in all sessions
//! together. Where nothing would be left of what was recorded of a session, since all of it was outside its hours, the times
//! stay: without them the session would count as one that nobody recorded.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::IntakeError;
use super::unheld::Unheld;
use crate::attendance::{
    StayTimes, attend, effective_rule, minutes, seconds_together, sessions_of_the_whole,
    shares_by_the_clock,
};
use crate::identity::fold_tokens;
use crate::model::{
    Event, Instant, PersonId, Resolution, ReviewKind, Rule, Session, SessionId, Stay, StayId,
};
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
    /// How many other names of people go.
    names: usize,
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

/// Stays of one person in sessions that ran at the same time, and it is not known in which they were.
struct Undecided<'a> {
    stays: Vec<&'a Stay>,
    minutes: NewMinutes,
}

impl<'a> Undecided<'a> {
    /// Finds them; what else is known of the event as a whole of the same people becomes a part of them.
    fn of(
        stays: &'a [Stay],
        sessions: &[Session],
        shared: &[&Session],
        groups: &mut Groups<'a>,
        event: &Event,
    ) -> Vec<Self> {
        let is_shared = |session: &Session| shared.iter().any(|it| it.id == session.id);
        let is_undecided = |session: &Session| session.room.is_none() && !is_shared(session);
        let of_event = |stay: &Stay| {
            let has_times = stay.joined_at.is_some() || stay.left_at.is_some();
            stay.session_id.is_none() && has_times
        };
        let mut people: BTreeMap<Whose, Vec<&Stay>> = BTreeMap::new();
        for stay in stays.iter().filter(|it| !it.is_nobody) {
            people.entry(Whose::of(stay)).or_default().push(stay);
        }
        let mut found = Vec::new();
        for (whose, of_one) in people {
            let there = |session: &Session, counts: &dyn Fn(&Stay) -> bool| {
                let counted = of_one.iter().filter(|it| counts(it));
                let times: Vec<StayTimes> = counted.map(|it| StayTimes::from(*it)).collect();
                let slot = Slot::of(session, event);
                attend(slot.start, slot.end, &times, slot.rule)
            };
            let open = sessions.iter().filter(|it| is_undecided(it));
            let open = open.filter_map(|it| Some((it, there(it, &of_event)?)));
            let open: Vec<_> = open.collect();
            let is_known = groups
                .keys()
                .any(|(session, it)| *it == whose && session.is_some());
            // What nobody was found to be is counted once.
            if open.is_empty() || is_known && !matches!(whose, Whose::Person(_)) {
                continue;
            }
            let decided = sessions.iter().filter_map(|session| {
                let counts = |stay: &Stay| {
                    stay.session_id == Some(session.id) || is_shared(session) && of_event(stay)
                };
                Some((session, there(session, &counts)?))
            });
            let decided: Vec<_> = decided.collect();
            let all = open
                .iter()
                .chain(&decided)
                .map(|(session, it)| (*session, it));
            let mut seconds = seconds_together(all);
            let mut own: Vec<&Stay> = of_one.iter().copied().filter(|it| of_event(it)).collect();
            let is_met = open.iter().any(|(_, it)| it.meets);
            if let Some((slot, lengths)) = groups.remove(&(None, whose)) {
                let times: Vec<StayTimes> = lengths.iter().map(|it| StayTimes::from(*it)).collect();
                seconds = seconds.max(slot.left_of(&times).and_then(|it| it.seconds));
                own.extend(lengths);
            }
            let minutes = NewMinutes {
                session_id: None,
                seconds: seconds.map(|it| minutes(it) * 60),
                meets: seconds.map(|_| is_met),
            };
            found.push(Self {
                stays: own,
                minutes,
            });
        }
        found
    }

    fn has(&self, stay: &Stay) -> bool {
        self.stays.iter().any(|it| it.id == stay.id)
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
        let mut sessions = reader.sessions(event.id)?;
        // What is cancelled was not there, and decides nothing.
        sessions.retain(|it| !it.cancelled && !event.cancelled);
        plan.reduce(&stays, &sessions, event);
        plan.unmatch(reader, event)?;
        plan.let_questions_go(reader, event)?;
        plan.let_names_go(reader, event)?;
        plan.empty_images(reader, event)?;
        plan.seek(reader, &stays)?;
        Ok(plan)
    }

    /// Whether nothing is left to reduce.
    pub fn is_empty(&self) -> bool {
        self.stays == 0 && self.questions == 0 && self.names == 0 && self.former == 0
    }

    fn reduce(&mut self, stays: &[Stay], sessions: &[Session], event: &Event) {
        let shared: Vec<&Session> = shares_by_the_clock(sessions).collect();
        let is_one = shared.len() == 1 && sessions_of_the_whole(sessions).count() == 1;
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
                None if stay.is_a_length() && !is_one => vec![Slot::whole(event)],
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
        let undecided = Undecided::of(stays, sessions, &shared, &mut groups, event);
        let recorded: BTreeSet<Option<SessionId>> =
            groups.keys().map(|(session, _)| *session).collect();
        let is_undecided = |stay: &Stay| undecided.iter().any(|it| it.has(stay));
        for stay in apart.into_iter().filter(|it| !is_undecided(it)) {
            if stay.session_id.is_some() && !recorded.contains(&stay.session_id) {
                self.unname(stay);
            } else {
                self.fates.let_go("stay", stay.id.0);
                self.stays += 1;
            }
        }
        let decided = groups.into_values().filter_map(|(slot, of_one)| {
            let times: Vec<StayTimes> = of_one.iter().map(|it| StayTimes::from(*it)).collect();
            Some((slot.left_of(&times)?, of_one))
        });
        let undecided = undecided.into_iter().map(|it| (it.minutes, it.stays));
        self.keep(decided.chain(undecided).collect());
    }

    /// Keeps what is left of the stays of each person and session.
    fn keep(&mut self, left: Vec<(NewMinutes, Vec<&Stay>)>) {
        let mut used: BTreeSet<StayId> = BTreeSet::new();
        let mut grouped: BTreeSet<StayId> = BTreeSet::new();
        for (minutes, of_one) in left {
            grouped.extend(of_one.iter().map(|it| it.id));
            let Some(first) = of_one.first() else {
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

    /// Removes the other names that answers to these questions gave people: they are how the log names them.
    fn let_names_go(&mut self, reader: &Reader<'_>, event: &Event) -> Result<(), StoreError> {
        let mut named: BTreeMap<i64, Vec<Vec<String>>> = BTreeMap::new();
        for review in reader.reviews()? {
            let is_of = review.question.event_id == Some(event.id);
            let person = review.answer.and_then(Resolution::person);
            if let Some(person) =
                person.filter(|_| is_of && review.question.kind == ReviewKind::Stay)
            {
                let names = named.entry(person.0).or_default();
                names.push(fold_tokens(&review.question.name));
            }
        }
        let operations = reader.operations()?.into_iter();
        let answers: BTreeSet<i64> = operations
            .filter(|it| it.command == "review")
            .map(|it| it.id.0)
            .collect();
        let fates = &mut self.fates;
        let mut names = 0;
        reader.each_row("person_alias", |row| {
            let number = |column: &str| row.fields.get(column).and_then(Value::as_i64);
            let name = row.fields.get("name").and_then(Value::as_str);
            let words = fold_tokens(name.unwrap_or_default());
            let of_person = number("person_id").and_then(|it| named.get(&it));
            let is_named = of_person.is_some_and(|asked| {
                let has_all = |asked: &Vec<String>| words.iter().all(|word| asked.contains(word));
                asked.iter().any(has_all)
            });
            if is_named && number("operation_id").is_some_and(|it| answers.contains(&it)) {
                fates.let_go("person_alias", row.id);
                names += 1;
            }
            Ok(())
        })?;
        self.names = names;
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
