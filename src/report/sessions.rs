//! The sessions in numbers.
//!
//! An event may have many more sign-ups than people of whom anything is recorded. So the sign-ups are
//! counted by the store, and only those of the recorded, and of speakers, moderators and hosts, are looked
//! at one by one; who is left over never came.

use std::collections::{BTreeSet, HashMap};

use super::recording::{Recording, SessionRecord};
use super::{AsOf, days, labels, notes, rules, times};
use crate::attendance::{Phase, minutes, peak};
use crate::message;
use crate::model::{Event, PersonId, SessionId, SignupStatus, Verdict};
use crate::output::keyed::columns;
use crate::output::{Cell, Column, Language, Table};
use crate::store::{Reader, SignupCounts, StoreError};

/// Returns one row a session in the programme's order.
///
/// Speakers, moderators and hosts are in `contributors`, as the programme names them, and in no other
/// number. `signed_up` have a place: they are `present`, `partial`, `no_show` or excused; `excused`
/// counts those who withdrew as well. In a plenary or keynote that nobody signed up for, everybody has a
/// place whose registration stands. `rate` is the share of the signed up who were present, `peak` the
/// most people at once, empty where no log tells when anybody was there, `average_minutes` the mean over all who
/// came and whose time is known; stays of nobody are in none of these. What can only be known afterwards is
/// empty until the session is over and something is recorded; before that, verdicts by hand and `excused` are
/// counted, and nothing else. `here` is how many of the audience are there at this moment, until the session is
/// over.
///
/// # Errors
/// Those of the store.
pub fn sessions(reader: &AsOf<'_>, event: &Event, language: Language) -> Result<Table, StoreError> {
    let recording = Recording::load(*reader, event)?;
    let signups = Signups::load(**reader, event, &recording)?;
    let title = message!(titles::sessions_of { event: event.title }).in_language(language);
    let mut table = Table::new("sessions", title, columns(&recording));
    table.lines = days::lines_as_of(event, &recording, language);
    for record in recording.sessions.iter().filter(|it| it.session.id.0 != 0) {
        let session = &record.session;
        let counts = signups.audience(record);
        let mut row = vec![
            Cell::from(session.slug.as_str()),
            Cell::from(session.title.as_str()),
            labels::session_kind(session.kind),
            times::clock(session.start, event, language),
            Cell::from(session.capacity),
            Cell::Integer(counts.confirmed),
            Cell::Integer(counts.waitlisted),
            here(record),
        ];
        row.extend(figures(record, &signups, counts));
        row.push(rules::cell(record.rule.rule));
        row.push(Cell::from(session.people.len()));
        table.push(row);
    }
    notes::add(&mut table, &recording, language);
    Ok(table)
}

/// Returns how many of the audience have a place, wait and withdrew, session by session, as [`sessions`]
/// counts them.
///
/// # Errors
/// Those of the store.
pub fn audiences(
    reader: &AsOf<'_>,
    event: &Event,
) -> Result<HashMap<SessionId, SignupCounts>, StoreError> {
    let recording = Recording::load(*reader, event)?;
    let signups = Signups::load(**reader, event, &recording)?;
    let records = recording.sessions.iter();
    Ok(records
        .map(|record| (record.session.id, signups.audience(record)))
        .collect())
}

/// The columns; who is here is shown to people while a session runs.
fn columns(recording: &Recording) -> Vec<Column> {
    let here = Column::of(columns::HERE_NOW).right();
    let is_running = recording
        .sessions
        .iter()
        .any(|it| it.phase == Phase::Running);
    vec![
        Column::of(columns::SESSION),
        Column::of(columns::TITLE),
        Column::of(columns::KIND).hidden_in_text(),
        Column::of(columns::START),
        Column::of(columns::CAPACITY).right(),
        Column::of(columns::SIGNED_UP).right(),
        Column::of(columns::WAITLISTED).right(),
        if is_running {
            here
        } else {
            here.hidden_in_text()
        },
        Column::of(columns::PRESENT).right(),
        Column::of(columns::PARTIAL).right(),
        Column::of(columns::NO_SHOW).right(),
        Column::of(columns::WALK_IN).right(),
        Column::of(columns::EXCUSED).right(),
        Column::of(columns::BRIEF).right().hidden_in_text(),
        Column::of(columns::RATE).right(),
        Column::of(columns::PEAK).right(),
        Column::of(columns::AVERAGE_MINUTES).right(),
        Column::of(columns::UNIDENTIFIED).right(),
        Column::of(columns::RULE),
        Column::of(columns::CONTRIBUTORS).right().hidden_in_text(),
    ]
}

/// The cells from `present` to `unidentified`.
fn figures(record: &SessionRecord, signups: &Signups, counts: SignupCounts) -> Vec<Cell> {
    let tally = Tally::of(record, signups, counts);
    let has_verdicts = record.is_settled() || !record.rulings.is_empty();
    let verdicts = |count| Cell::from(has_verdicts.then_some(count));
    let mut cells = vec![
        verdicts(tally.present),
        verdicts(tally.partial),
        verdicts(tally.no_show),
        verdicts(tally.walk_in),
        Cell::Integer(tally.excused),
        verdicts(tally.brief),
    ];
    let unidentified = record.is_recorded.then_some(record.unidentified.len());
    if !record.is_settled() {
        // Some verdicts by hand say nothing about the others.
        cells.extend([const { Cell::Empty }; 3]);
        cells.push(Cell::from(unidentified));
        return cells;
    }
    let attended = || record.audience().map(|(_, attended)| attended);
    let without_times =
        attended().next().is_some() && attended().all(|attended| !attended.on_clock);
    let intervals = attended().flat_map(|it| it.intervals.iter().copied());
    cells.extend([
        rate(tally.present, counts.confirmed),
        // Of people whose times no log tells, nobody can say how many were there at once.
        if without_times {
            Cell::Empty
        } else {
            Cell::from(peak(intervals))
        },
        Cell::from(average(attended().filter_map(|it| it.seconds))),
        Cell::from(unidentified),
    ]);
    cells
}

/// How many of the audience are here; empty once the session is over.
fn here(record: &SessionRecord) -> Cell {
    let here = record.audience().filter(|(_, attended)| attended.is_here);
    Cell::from((!record.phase.is_over()).then_some(here.count()))
}

/// How many of the audience came to which verdict.
#[derive(Default)]
struct Tally {
    present: i64,
    partial: i64,
    walk_in: i64,
    brief: i64,
    excused: i64,
    no_show: i64,
}

impl Tally {
    /// Looks at those of whom anything is on record, one by one; the others, mostly many, are counts.
    fn of(record: &SessionRecord, signups: &Signups, counts: SignupCounts) -> Self {
        let mut tally = Self::default();
        let (mut others_expected, mut others_withdrew) = (counts.confirmed, counts.cancelled);
        let on_record = record.attended.keys().chain(&record.excused);
        let on_record: BTreeSet<_> = on_record.chain(record.rulings.keys()).copied().collect();
        for person in on_record {
            if record.parts.contains_key(&person) {
                continue;
            }
            let signup = signups.of(record, person);
            match signup {
                Some(SignupStatus::Confirmed) => others_expected -= 1,
                Some(SignupStatus::Cancelled) => others_withdrew -= 1,
                Some(SignupStatus::Waitlisted) | None => {}
            }
            match record.verdict(person, signup) {
                Some(Verdict::Present) => tally.present += 1,
                Some(Verdict::Partial) => tally.partial += 1,
                Some(Verdict::WalkIn) => tally.walk_in += 1,
                Some(Verdict::Brief) => tally.brief += 1,
                Some(Verdict::Excused) => tally.excused += 1,
                Some(Verdict::NoShow) => tally.no_show += 1,
                None => {}
            }
        }
        tally.excused += others_withdrew;
        if record.is_settled() {
            tally.no_show += others_expected;
        }
        tally
    }
}

/// The sign-ups, counted, and those that must be known one by one.
struct Signups {
    counts: HashMap<SessionId, SignupCounts>,
    known: HashMap<(SessionId, PersonId), SignupStatus>,
    /// The same of what is for everybody.
    everybody: SignupCounts,
    known_of_everybody: HashMap<PersonId, SignupStatus>,
}

impl Signups {
    fn load(reader: Reader<'_>, event: &Event, recording: &Recording) -> Result<Self, StoreError> {
        let recorded = reader.signups_of_the_recorded(event.id)?;
        let mut known: HashMap<_, _> = recorded
            .into_iter()
            .map(|(person, session, status)| ((session, person), status))
            .collect();
        let mut everybody = SignupCounts::default();
        let mut known_of_everybody = HashMap::new();
        if recording.sessions.iter().any(|it| it.is_for_everybody) {
            everybody = reader.registration_counts(event.id)?;
            let recorded = reader.registrations_of_the_recorded(event.id)?.into_iter();
            known_of_everybody.extend(recorded.map(|(person, status)| (person, status.into())));
        }
        let mut contributors: Vec<PersonId> = recording
            .sessions
            .iter()
            .flat_map(|it| it.parts.keys().copied())
            .collect();
        contributors.sort_unstable();
        contributors.dedup();
        for person in contributors {
            let Some(registration) = reader.registration(event.id, person)? else {
                continue;
            };
            known_of_everybody.insert(person, registration.status.into());
            for signup in reader.signups_of(registration.id)? {
                known.insert((signup.session_id, person), signup.status);
            }
        }
        Ok(Self {
            counts: reader.signup_counts(event.id)?,
            known,
            everybody,
            known_of_everybody,
        })
    }

    fn of(&self, record: &SessionRecord, person: PersonId) -> Option<SignupStatus> {
        if record.is_for_everybody {
            return self.known_of_everybody.get(&person).copied();
        }
        self.known.get(&(record.session.id, person)).copied()
    }

    /// Counts without speakers, moderators and hosts.
    fn audience(&self, record: &SessionRecord) -> SignupCounts {
        let mut counts = if record.is_for_everybody {
            self.everybody
        } else {
            let chosen = self.counts.get(&record.session.id);
            chosen.copied().unwrap_or_default()
        };
        for person in record.parts.keys() {
            match self.of(record, *person) {
                Some(SignupStatus::Confirmed) => counts.confirmed -= 1,
                Some(SignupStatus::Waitlisted) => counts.waitlisted -= 1,
                Some(SignupStatus::Cancelled) => counts.cancelled -= 1,
                None => {}
            }
        }
        counts
    }
}

/// A share of a whole; empty when there is nothing to have a share of.
#[expect(
    clippy::cast_precision_loss,
    reason = "people are fewer than a double counts exactly"
)]
pub(super) fn rate(part: i64, whole: i64) -> Cell {
    if whole == 0 {
        Cell::Empty
    } else {
        Cell::Percent(part as f64 / whole as f64)
    }
}

/// Returns the mean in whole minutes.
fn average(seconds: impl Iterator<Item = i64>) -> Option<i64> {
    let (mut count, mut sum) = (0, 0);
    for length in seconds {
        count += 1;
        sum += length;
    }
    // Rounded once: the mean of rounded minutes would be another number.
    (count > 0).then(|| minutes(sum / count))
}

#[cfg(test)]
#[path = "sessions_tests.rs"]
mod tests;
