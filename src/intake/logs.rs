//! The log of a meeting platform: where it belongs, whose its stays are, and what of it is new.
//!
//! # Where it belongs
//!
//! `--session` gives the whole log to one session. Else the title of the meeting (or the name of the file)
//! and the hours of most of its people decide, by [`crate::attendance::place`]; what they do not decide is
//! an error that asks, and nothing is taken. It is said which session a log was given to, and why.
//!
//! # What is new
//!
//! A log is often exported twice: during the meeting and after it, or with and without its times. So a
//! stay is compared with those that other files brought to the same session under the same name and
//! address: one that is within such a stay is known, one that goes on from it makes it longer. Of lengths
//! without times the first of one file is compared with the first of the other, the second with the
//! second, and the longer counts. Two rows of one file are never compared: two devices of one person are
//! two stays, and unite.
//!
//! # Who it was
//!
//! Each name is looked up once a file. Whoever is not certain stays themselves: the stay is kept without a
//! person, counts as unidentified, and one question is asked for all rows of that name in that session.
//! Nobody is made a new person of a log but by an answer. Two telephones with one masked number, or two
//! guests called "Guest", may be two people: such rows are asked about one by one.

use std::collections::{HashMap, HashSet};

use super::attendance::PendingStay;
use super::desk::{Agenda, Desk, lines};
use super::import::{Request, no_rejects};
use super::outcome::{Counts, FileOutcome};
use super::who::Found;
use super::{Fate, IntakeError, find_session};
use crate::attendance::{Interval, Placement, place, shares_by_the_clock};
use crate::identity::is_not_a_person;
use crate::import::fingerprint::Fingerprint;
use crate::import::log::{Log, LoggedStay, Meeting};
use crate::import::rows::Who;
use crate::import::{ImportError, Plan, SetAside};
use crate::model::{
    Candidate, Event, EventId, Instant, ReviewKind, ReviewState, Session, SessionId, StayId,
    StaySource,
};
use crate::store::{NewReview, NewStay, StoreError};

/// Where the stays of one meeting go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Session(SessionId),
    Event,
    /// It is another meeting of the same export, on another day or of another event.
    Elsewhere,
}

/// By what a stay is known again: where it was, and the name and address as recorded.
type Key = (Option<SessionId>, String, Option<String>);

/// A stay on file that another file brought.
#[derive(Debug)]
struct OnFile {
    id: StayId,
    joined_at: Option<Instant>,
    left_at: Option<Instant>,
    seconds: Option<i64>,
}

/// The stays of an event that other files brought, and the questions about them that are open.
#[derive(Debug, Default)]
struct EarlierLogs {
    stays: HashMap<Key, Vec<OnFile>>,
    /// How many lengths without times of each name this file has had.
    lengths: HashMap<Key, usize>,
    asked: HashSet<Key>,
}

impl EarlierLogs {
    fn load(desk: &Desk<'_>, event: EventId) -> Result<Self, StoreError> {
        let mut earlier = Self::default();
        let mut keys: HashMap<StayId, Key> = HashMap::new();
        for stay in desk.writer.stays(event)? {
            let Some(name) = stay.recorded_name else {
                continue;
            };
            let key = (stay.session_id, name, stay.recorded_email);
            keys.insert(stay.id, key.clone());
            if stay.source == StaySource::Door || stay.is_nobody {
                continue;
            }
            earlier.stays.entry(key).or_default().push(OnFile {
                id: stay.id,
                joined_at: stay.joined_at,
                left_at: stay.left_at,
                seconds: stay.seconds,
            });
        }
        for review in desk.writer.reviews()? {
            if review.state == ReviewState::Open
                && let Some(key) = review.question.stay_id.and_then(|id| keys.remove(&id))
            {
                earlier.asked.insert(key);
            }
        }
        Ok(earlier)
    }

    /// Compares a stay with those of other files; says whether it is known, or which one it makes longer.
    fn compare(&mut self, key: &Key, stay: &LoggedStay) -> Compared {
        let number = if stay.seconds.is_some() {
            let number = self.lengths.entry(key.clone()).or_default();
            *number += 1;
            *number - 1
        } else {
            0
        };
        let Some(known) = self.stays.get_mut(key) else {
            return Compared::New;
        };
        if let Some(seconds) = stay.seconds {
            let mut lengths = known.iter_mut().filter(|other| other.seconds.is_some());
            let Some(other) = lengths.nth(number) else {
                return Compared::New;
            };
            if other.seconds >= Some(seconds) {
                return Compared::Known;
            }
            other.seconds = Some(seconds);
            return Compared::Longer(other.id);
        }
        let timed = || known.iter().filter(|other| other.seconds.is_none());
        let begins_within = |other: &&OnFile| {
            other.joined_at <= stay.joined_at
                && (other.left_at.is_none() || stay.joined_at <= other.left_at)
        };
        let lasts = |other: &&OnFile| {
            other
                .left_at
                .is_some_and(|end| stay.left_at.is_some_and(|left| left <= end))
                || other.left_at.is_none() && stay.left_at.is_none()
        };
        if timed().filter(begins_within).any(|other| lasts(&other)) {
            return Compared::Known;
        }
        // The same coming, and a leaving that the earlier export had not seen yet.
        let position = known.iter().position(|other| {
            other.seconds.is_none() && other.joined_at == stay.joined_at && stay.left_at.is_some()
        });
        match position {
            Some(position) => {
                known[position].left_at = stay.left_at;
                Compared::Longer(known[position].id)
            }
            None => Compared::New,
        }
    }
}

/// How a stay stands to those of other files.
enum Compared {
    New,
    Known,
    /// It goes on from this one.
    Longer(StayId),
}

/// Takes a whole log; returns the lines that wait for an answer.
pub(super) fn take_log(
    desk: &mut Desk<'_>,
    plan: &Plan,
    request: &Request,
    event: &Event,
    outcome: &mut FileOutcome,
    progress: &mut dyn FnMut(u64),
) -> Result<Vec<u64>, IntakeError> {
    let log = plan.log(event)?;
    let agenda = Agenda::load(desk.writer, event.clone())?;
    desk.view_event(event.id)?;
    let targets = targets(desk, &log, &agenda, request, outcome)?;
    say_who_is_still_in(&log, &targets, outcome);
    let mut taker = Taker {
        earlier: EarlierLogs::load(desk, event.id)?,
        nobodies: desk.writer.nobodies()?.into_iter().collect(),
        found: HashMap::new(),
        repeated: HashMap::new(),
        file: outcome.file.clone(),
        agenda: &agenda,
        desk,
    };
    let mut counts = Counts::default();
    for line in &log.lines {
        let fate = match &line.says {
            Err(SetAside::Rejected(problem)) => Fate::Rejected(problem.clone()),
            Err(SetAside::Skipped(reason)) => Fate::Skipped(reason),
            Ok(stay) => match targets
                .get(stay.meeting)
                .copied()
                .unwrap_or(Target::Elsewhere)
            {
                Target::Elsewhere => Fate::Skipped("of another meeting"),
                Target::Event => {
                    let end = log
                        .meetings
                        .get(stay.meeting)
                        .and_then(|meeting| meeting.end);
                    taker.take(&ended(stay, end), None, line.lines[0])?
                }
                Target::Session(id) => taker.take(stay, Some(id), line.lines[0])?,
            },
        };
        for number in &line.lines {
            outcome.rows += 1;
            if outcome.rows.is_multiple_of(1000) {
                progress(outcome.rows as u64);
            }
            counts.count(outcome, fate.clone(), *number);
        }
    }
    counts.tell(outcome);
    if request.keep_rejects && outcome.rejected > 0 {
        outcome.rejects = rejects(plan, &log)?;
    }
    Ok(counts.waiting)
}

/// Returns the log without the rows that were taken: what stands over and between them makes the rejected
/// ones a log of the same family.
fn rejects(plan: &Plan, log: &Log) -> Result<Vec<u8>, IntakeError> {
    let taken: HashSet<u64> = log
        .lines
        .iter()
        .filter(|line| !matches!(line.says, Err(SetAside::Rejected(_))))
        .flat_map(|line| line.lines.iter().copied())
        .collect();
    let mut writer = plan.sheet().raw_writer(Vec::new()).map_err(no_rejects)?;
    for record in plan.sheet().records().map_err(ImportError::from)? {
        let record = record.map_err(ImportError::from)?;
        if !taken.contains(&record.line()) {
            writer.write(record.cells()).map_err(no_rejects)?;
        }
    }
    writer.finish().map_err(no_rejects)
}

/// Ends a stay whose leaving nobody saw with the log: shared by the clock, it would last till the evening.
fn ended(stay: &LoggedStay, end: Option<Instant>) -> LoggedStay {
    let mut stay = stay.clone();
    if stay.joined_at.is_some() && stay.left_at.is_none() {
        stay.left_at = end.max(stay.joined_at);
    }
    stay
}

/// Finds out where the stays of each meeting go.
fn targets(
    desk: &Desk<'_>,
    log: &Log,
    agenda: &Agenda,
    request: &Request,
    outcome: &mut FileOutcome,
) -> Result<Vec<Target>, IntakeError> {
    let mut targets = Vec::new();
    let is_one = log.meetings.len() == 1;
    for (number, meeting) in log.meetings.iter().enumerate() {
        let stays = || {
            let lines = log.lines.iter().filter_map(|line| line.says.as_ref().ok());
            lines.filter(move |stay| stay.meeting == number)
        };
        let target = if !is_one && !is_on_a_day_of(meeting, &agenda.event) {
            Target::Elsewhere
        } else if let Some(reference) = &request.session {
            if !is_one {
                return Err(IntakeError::unfit(
                    format!(
                        "{} is of {} meetings, and --session names one session",
                        outcome.file,
                        log.meetings.len()
                    ),
                    "leave --session out: each meeting is given to the session that its title and hours fit",
                ));
            }
            Target::Session(find_session(desk.writer, &agenda.event, reference)?.id)
        } else if request.by_the_clock {
            Target::Event
        } else {
            let named = named(
                meeting,
                if is_one { &outcome.file } else { "" },
                &agenda.sessions,
            );
            let hours = hours(meeting, stays());
            match place(&agenda.sessions, hours, &named) {
                Placement::Event => Target::Event,
                Placement::Named(id) | Placement::ByHours(id) if stays().next().is_none() => {
                    Target::Session(id)
                }
                found => settled(&found, agenda, outcome)?,
            }
        };
        if target == Target::Event {
            hold_event(agenda, outcome, stays().any(|stay| stay.seconds.is_some()))?;
        }
        targets.push(target);
    }
    Ok(targets)
}

/// Says to which session a log was given, and why; or asks.
fn settled(
    placement: &Placement,
    agenda: &Agenda,
    outcome: &mut FileOutcome,
) -> Result<Target, IntakeError> {
    let slug = |id: SessionId| {
        agenda
            .session(id)
            .map_or("", |session| session.slug.as_str())
    };
    let file = &outcome.file;
    let (id, why) = match placement {
        Placement::Event => return Ok(Target::Event),
        Placement::Named(id) => (*id, "which its title or name says"),
        Placement::ByHours(id) => (*id, "whose hours it fits"),
        Placement::Disagrees(id) => {
            return Err(IntakeError::unfit(
                format!(
                    "{file} is called as the session `{}`, but its hours are those of others",
                    slug(*id)
                ),
                "say which it is: --session SESSION, or --by-the-clock when its room served several sessions, one after the other",
            ));
        }
        Placement::Parallel(ids) => {
            let slugs: Vec<String> = ids.iter().map(|id| format!("`{}`", slug(*id))).collect();
            return Err(IntakeError::unfit(
                format!(
                    "the hours of {file} are those of {}, which run at the same time",
                    slugs.join(", ")
                ),
                "say which it is: --session SESSION",
            ));
        }
        Placement::Outside => {
            return Err(IntakeError::unfit(
                format!("{file} is of hours in which no session of the event runs"),
                "say which session it is all the same: --session SESSION; or put the programme right: rollcall session edit SESSION --start TIME --end TIME",
            ));
        }
        Placement::Unknown => {
            return Err(IntakeError::unfit(
                format!(
                    "{file} does not say which session it is of: it has no times, and its title names none"
                ),
                "say which it is: --session SESSION",
            ));
        }
    };
    outcome
        .notes
        .push(format!("given to the session `{}`, {why}", slug(id)));
    Ok(Target::Session(id))
}

/// Holds that a log of the event as a whole can be shared among its sessions by the clock, and says how.
fn hold_event(
    agenda: &Agenda,
    outcome: &mut FileOutcome,
    has_lengths: bool,
) -> Result<(), IntakeError> {
    if agenda.sessions.is_empty() {
        return Ok(());
    }
    let sharing: Vec<&Session> = shares_by_the_clock(&agenda.sessions).collect();
    let file = &outcome.file;
    if sharing.is_empty() {
        return Err(IntakeError::unfit(
            format!(
                "{file} is of several sessions, and each has a room of its own or runs beside another"
            ),
            "give it to one session: --session SESSION",
        ));
    }
    if has_lengths && agenda.sessions.len() > 1 {
        return Err(IntakeError::unfit(
            format!(
                "{file} says how long people were there and not when, and so it cannot be shared among several sessions"
            ),
            "export it with times (Zoom: without \"show unique users\"), or give it to one session: --session SESSION",
        ));
    }
    let slugs: Vec<String> = sharing
        .iter()
        .map(|session| format!("`{}`", session.slug))
        .collect();
    outcome
        .notes
        .push(format!("shared by the clock among {}", slugs.join(", ")));
    let beside: Vec<String> = agenda
        .sessions
        .iter()
        .filter(|session| session.room.is_none() && !sharing.iter().any(|it| it.id == session.id))
        .map(|session| format!("`{}`", session.slug))
        .collect();
    if !beside.is_empty() {
        outcome.notes.push(format!(
            "not counted for {}, which run at the same time: the log of each is imported with --session",
            beside.join(", ")
        ));
    }
    Ok(())
}

fn is_on_a_day_of(meeting: &Meeting, event: &Event) -> bool {
    let Some(start) = meeting.start else {
        return true;
    };
    let day = |instant: Instant| instant.with_timezone(&event.zone).date_naive();
    (day(event.start)..=day(event.end)).contains(&day(start))
}

/// Returns when most of a meeting's people were there: from the moment that a quarter of them had come to
/// the moment that a quarter had left. Hosts come early, and some stay to the bitter end.
fn hours<'a>(meeting: &Meeting, stays: impl Iterator<Item = &'a LoggedStay>) -> Option<Interval> {
    let mut people: HashMap<(&str, Option<&str>), (Option<Instant>, Option<Instant>)> =
        HashMap::new();
    for stay in stays {
        let entry = people
            .entry((stay.name.as_str(), stay.email.as_deref()))
            .or_default();
        entry.0 = entry.0.into_iter().chain(stay.joined_at).min();
        entry.1 = entry.1.max(stay.left_at);
    }
    let (mut came, mut left): (Vec<Instant>, Vec<Instant>) = (Vec::new(), Vec::new());
    for (joined_at, left_at) in people.into_values() {
        came.extend(joined_at);
        left.extend(left_at);
    }
    came.sort_unstable();
    left.sort_unstable();
    let quarter =
        |moments: &[Instant], share: usize| moments.get(moments.len() * share / 4).copied();
    let start = quarter(&came, 1).or(meeting.start)?;
    let end = match left.len() {
        0 => meeting.end?,
        length => left[(length * 3).div_ceil(4) - 1],
    };
    if start < end {
        return Some(Interval { start, end });
    }
    // They came one after the other.
    let (start, end) = (meeting.start?, meeting.end?);
    (start < end).then_some(Interval { start, end })
}

/// Returns the sessions that a meeting's title names, or else the file's name: by their title, their short
/// name or their room, in whole words. Of two such names the longer counts, when it contains the other.
fn named(meeting: &Meeting, file: &str, sessions: &[Session]) -> Vec<SessionId> {
    for text in [meeting.title.as_deref().unwrap_or_default(), stem(file)] {
        let text = words(text);
        let mut found: Vec<(SessionId, String)> = Vec::new();
        for session in sessions {
            let names = [
                Some(&session.title),
                Some(&session.slug),
                session.room.as_ref(),
            ];
            let longest = names
                .into_iter()
                .flatten()
                .map(|name| words(name))
                .filter(|name| !name.trim().is_empty() && text.contains(name.as_str()))
                .max_by_key(String::len);
            found.extend(longest.map(|name| (session.id, name)));
        }
        let is_part = |name: &String| {
            found
                .iter()
                .any(|(_, other)| other.len() > name.len() && other.contains(name.as_str()))
        };
        let whole: Vec<SessionId> = found
            .iter()
            .filter(|(_, name)| !is_part(name))
            .map(|(id, _)| *id)
            .collect();
        if !whole.is_empty() {
            return whole;
        }
    }
    Vec::new()
}

fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// Returns a text as folded words with a blank around each: ` bar 1 `.
fn words(text: &str) -> String {
    let mut words = String::from(" ");
    for token in crate::identity::fold_tokens(&text.replace(['-', '_', '.'], " ")) {
        words.push_str(&token);
        words.push(' ');
    }
    words
}

/// Says whose leaving the log does not tell, and what they are counted to.
fn say_who_is_still_in(log: &Log, targets: &[Target], outcome: &mut FileOutcome) {
    let still_in = |by_the_clock: bool| -> Vec<u64> {
        let of_this_kind = |stay: &LoggedStay| {
            (targets.get(stay.meeting) == Some(&Target::Event)) == by_the_clock
                && stay.joined_at.is_some()
                && stay.left_at.is_none()
        };
        log.lines
            .iter()
            .filter(|line| line.says.as_ref().is_ok_and(of_this_kind))
            .map(|line| line.lines[0])
            .collect()
    };
    for (by_the_clock, counted) in [
        (false, "the end of the session"),
        (true, "the last moment of the log"),
    ] {
        let numbers = still_in(by_the_clock);
        if !numbers.is_empty() {
            outcome.notes.push(format!(
                "nothing says when they left, so they are counted to {counted}: {}",
                lines(&numbers)
            ));
        }
    }
}

/// Takes the stays of one log.
struct Taker<'desk, 'store> {
    desk: &'desk mut Desk<'store>,
    agenda: &'desk Agenda,
    file: String,
    earlier: EarlierLogs,
    /// Display names that somebody said are nobody's.
    nobodies: HashSet<String>,
    /// Whom each name of this log means.
    found: HashMap<Seen, Found>,
    /// How often the very same row came.
    repeated: HashMap<i64, u32>,
}

/// All that a row says of who it is.
type Seen = (
    String,
    Option<(String, String)>,
    Option<String>,
    Option<String>,
);

impl Taker<'_, '_> {
    /// Takes one stay.
    fn take(
        &mut self,
        stay: &LoggedStay,
        session: Option<SessionId>,
        line: u64,
    ) -> Result<Fate, IntakeError> {
        let event = self.agenda.event.id;
        if self.nobodies.contains(&stay.name) {
            return Ok(Fate::Skipped("somebody said that this is nobody"));
        }
        let key: Key = (session, stay.name.clone(), stay.email.clone());
        let compared = self.earlier.compare(&key, stay);
        let fingerprint = self.fingerprint(stay, session);
        if self.desk.is_known(Some(event), fingerprint)? {
            return Ok(Fate::Unchanged);
        }
        self.desk.remember_row(Some(event), fingerprint)?;
        match compared {
            Compared::Known => return Ok(Fate::Unchanged),
            Compared::Longer(id) => {
                self.desk
                    .writer
                    .lengthen_stay(id, stay.left_at, stay.seconds)?;
                return Ok(Fate::Updated);
            }
            Compared::New => {}
        }
        let found = self.who(stay);
        let person = match &found {
            Found::Known(id) => Some(*id),
            _ => None,
        };
        let id = self.desk.writer.add_stay(&NewStay {
            event_id: event,
            session_id: session,
            person_id: person,
            recorded_name: Some(stay.name.clone()).filter(|name| !name.is_empty()),
            recorded_email: stay.email.clone(),
            joined_at: stay.joined_at,
            left_at: stay.left_at,
            seconds: stay.seconds,
            meets: None,
            source: StaySource::File(self.file.clone()),
        })?;
        let candidates = match found {
            Found::Known(_) => return Ok(Fate::Created),
            Found::Doubtful(candidates) => candidates,
            Found::New | Found::Nobody => Vec::new(),
        };
        if stay.name.is_empty() && stay.email.is_none() {
            // There is nothing to ask by.
            return Ok(Fate::Created);
        }
        let alone = stands_for_several(stay);
        if alone || self.earlier.asked.insert(key) {
            self.ask(stay, session, id, candidates, alone, line)?;
        }
        Ok(Fate::Review)
    }

    /// Returns the number by which this row is known again: the second of two equal rows is another one.
    fn fingerprint(&mut self, stay: &LoggedStay, session: Option<SessionId>) -> i64 {
        let mut fingerprint = Fingerprint::new();
        fingerprint.text("log");
        fingerprint.text(&stay.name);
        fingerprint.optional(stay.email.as_deref());
        for moment in [stay.joined_at, stay.left_at] {
            fingerprint.number(moment.map(|moment| moment.timestamp()));
        }
        fingerprint.number(stay.seconds);
        fingerprint.number(session.map(|id| id.0));
        let times = self.repeated.entry(fingerprint.value()).or_default();
        *times += 1;
        if *times > 1 {
            fingerprint.number(Some(i64::from(*times)));
        }
        fingerprint.value()
    }

    /// Says whose stay it is, looking up each name once.
    fn who(&mut self, stay: &LoggedStay) -> Found {
        let seen: Seen = (
            stay.name.clone(),
            stay.parts.clone(),
            stay.email.clone(),
            stay.organisation.clone(),
        );
        if let Some(found) = self.found.get(&seen) {
            return found.clone();
        }
        let found = self
            .desk
            .attendee(&logged_who(stay), stay.organisation.as_deref());
        self.found.insert(seen, found.clone());
        found
    }

    fn ask(
        &self,
        stay: &LoggedStay,
        session: Option<SessionId>,
        id: StayId,
        candidates: Vec<Candidate>,
        alone: bool,
        line: u64,
    ) -> Result<(), StoreError> {
        let pending = serde_json::to_string(&PendingStay {
            who: logged_who(stay),
            organisation: stay.organisation.clone(),
            is_logged: true,
            is_alone: alone,
        })
        .map_err(|_| StoreError::Damaged("a stay that waits".to_owned()))?;
        self.desk.writer.add_review(&NewReview {
            kind: ReviewKind::Stay,
            event_id: Some(self.agenda.event.id),
            person_id: None,
            organisation_id: None,
            stay_id: Some(id),
            name: stay.name.clone(),
            email: stay.email.clone(),
            detail: session
                .and_then(|id| self.agenda.session(id))
                .map(|session| session.slug.clone()),
            candidates,
            row: Some(pending),
            file: Some(self.file.clone()),
            line: i64::try_from(line).ok(),
        })?;
        Ok(())
    }
}

/// Whether several people may bear this name at once: a masked telephone number, a bare "Guest".
fn stands_for_several(stay: &LoggedStay) -> bool {
    stay.email.is_none() && is_not_a_person(&stay.name).is_some()
}

/// Returns who a row of a log says somebody is.
fn logged_who(stay: &LoggedStay) -> Who {
    let (given_name, family_name) = stay.parts.clone().unwrap_or_default();
    Who {
        written: stay.name.clone(),
        title: None,
        given_name,
        family_name,
        email: stay.email.clone(),
        person_id: None,
    }
}
