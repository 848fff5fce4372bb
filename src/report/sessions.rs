//! Reports the figures of sessions.
//!
//! An event may have many more sign-ups than people with a recording. So the store counts the sign-ups, and only people
//! with a recording, and speakers, moderators and hosts, are examined one by one; the rest did not come.

use std::collections::{BTreeSet, HashMap};

use super::measures::Tally;
use super::recording::{Recording, SessionRecord};
use super::{AsOf, days, labels, notes, rules, times};
use crate::attendance::{Phase, minutes, peak};
use crate::message;
use crate::model::{Event, PersonId, Session, SessionId, SignupStatus};
use crate::output::keyed::columns;
use crate::output::{Cell, Column, Language, Table};
use crate::store::{Reader, SignupCounts, StoreError};

/// Returns one row per session in programme order.
///
/// The numbers are defined in [`measures`](super::measures). Speakers, moderators and hosts are in `contributors`, as
/// named in the programme, and in no other number. In a plenary or keynote that nobody signed up for, everybody who is
/// registered has a place. `excused` includes people excused by hand and people who withdrew. `average_minutes` is the
/// mean over `average_of` people; unmatched stays are in neither. Numbers that are only known afterwards are empty
/// until the session is over and something is recorded; before that only verdicts by hand and `excused` are counted.
/// `walk_in` counts whoever did not sign up, `without_sign_up` and `contributing` the same without and with a part in
/// another session. `here` is how many of the audience are there at this moment, until the session is over.
///
/// # Errors
/// Those of the store.
pub fn sessions(reader: &AsOf<'_>, event: &Event, language: Language) -> Result<Table, StoreError> {
    let recording = Recording::load(*reader, event)?;
    let signups = Signups::load(**reader, event, &recording)?;
    let title = message!(titles::sessions_of { event: event.title }).in_language(language);
    let mut table = Table::new("sessions", title, columns(&recording));
    table.lines = days::lines_as_of(event, &recording, language);
    let mut day = None;
    for session in &reader.sessions(event.id)? {
        let own = days::heading_of_day(session, event, language);
        if own.is_some() && own != day {
            table.continue_group(own.clone().unwrap_or_default(), Vec::new());
        }
        day = own;
        let mut records = recording.sessions.iter();
        let Some(record) = records.find(|it| it.session.id == session.id) else {
            let row = cancelled_row(session, event, table.columns().len(), language);
            table.push(row);
            continue;
        };
        let counts = signups.audience(record);
        let contributors = &recording.contributors;
        let mut tally = Tally::of_audience(record, &signups, counts, contributors);
        tally.add_removed(record);
        let mut row = vec![
            Cell::from(session.slug.as_str()),
            Cell::from(session.title.as_str()),
            Cell::Boolean(false),
            labels::session_kind(session.kind),
            times::clock_in(session.start, session, event, language),
            Cell::from(session.capacity),
            Cell::Integer(tally.signed_up),
            Cell::Integer(tally.waiting),
            here(record),
        ];
        row.extend(figures(record, &tally));
        row.push(rules::cell(record.rule.rule));
        row.push(Cell::from(session.people.len()));
        table.push(row);
    }
    table.hide_zeros(&[
        "waitlisted",
        "excused_with_place",
        "withdrew",
        "from_waiting_list",
        "contributing",
        "brief",
        "unidentified",
    ]);
    table.note(rules::sentence(&recording.sessions, language));
    if let Some(note) = averages(&table, language) {
        table.note(note);
    }
    notes::add(&mut table, &recording, language);
    Ok(table)
}

/// Returns the row of a cancelled session, which has no figures.
fn cancelled_row(session: &Session, event: &Event, width: usize, language: Language) -> Vec<Cell> {
    let mut row = vec![
        Cell::from(session.slug.as_str()),
        labels::title_of_cancelled(&session.title),
        Cell::Boolean(true),
        labels::session_kind(session.kind),
        times::clock_in(session.start, session, event, language),
        Cell::from(session.capacity),
    ];
    row.resize(width, Cell::Empty);
    row[width - 1] = Cell::from(session.people.len());
    row
}

/// Returns a note that the averages do not cover everybody who came; `None` if they do.
fn averages(table: &Table, language: Language) -> Option<String> {
    let number = |row: &[Cell], key: &str| {
        let place = table.columns().iter().position(|it| it.key == key)?;
        match row[place] {
            Cell::Integer(number) => Some(number),
            _ => None,
        }
    };
    let missing = table.rows().iter().filter_map(|row| {
        number(row, "average_minutes")?;
        Some(number(row, "came")? - number(row, "average_of")?)
    });
    let count = usize::try_from(missing.sum::<i64>()).unwrap_or(0);
    (count > 0).then(|| message!(notes::without_minutes { count }).in_language(language))
}

/// Returns how many of the audience have a place, wait and withdrew, session by session, as counted by [`sessions`].
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

/// Returns the columns; people see who is here while a session runs.
fn columns(recording: &Recording) -> Vec<Column> {
    let here = Column::of(columns::HERE_NOW).right();
    let is_running = recording
        .sessions
        .iter()
        .any(|it| it.phase == Phase::Running);
    vec![
        Column::of(columns::SESSION).hidden_in_text(),
        Column::of(columns::TITLE),
        Column::of(columns::SESSION_CANCELLED).hidden_in_text(),
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
        Column::of(columns::EXCUSED_WITH_PLACE).right(),
        Column::of(columns::WITHDREW).right(),
        Column::of(columns::WALK_IN_OR_CONTRIBUTING)
            .right()
            .hidden_in_text(),
        without_sign_up(),
        Column::of(columns::FROM_WAITING_LIST).right(),
        Column::of(columns::CONTRIBUTING).right(),
        Column::of(columns::EXCUSED).right().hidden_in_text(),
        Column::of(columns::BRIEF).right(),
        Column::of(columns::CAME).right().hidden_in_text(),
        Column::of(columns::CAME_WITH_PLACE)
            .right()
            .hidden_in_text(),
        Column::of(columns::RATE).right(),
        Column::of(columns::PEAK).right(),
        Column::of(columns::AVERAGE_MINUTES).right(),
        Column::of(columns::AVERAGE_OF).right().hidden_in_text(),
        Column::of(columns::UNIDENTIFIED).right(),
        Column::of(columns::RULE).hidden_in_text(),
        Column::of(columns::CONTRIBUTORS).right().hidden_in_text(),
    ]
}

/// Returns the column of people who did not sign up and have no part in another session. Programs have them in `walk_in`
/// together with those who have one, as in the views of the file.
fn without_sign_up() -> Column {
    Column {
        key: "without_sign_up".into(),
        ..Column::of(columns::WALK_IN).right()
    }
}

/// Returns the cells from `present` to `unidentified`.
fn figures(record: &SessionRecord, tally: &Tally) -> Vec<Cell> {
    let is_settled = record.is_settled();
    // A few verdicts by hand say nothing about the others, so 0 is not shown.
    let verdicts = |count: i64| Cell::from((is_settled || count > 0).then_some(count));
    let known = |count: i64| Cell::from(is_settled.then_some(count));
    let mut cells = vec![
        verdicts(tally.present),
        verdicts(tally.partial),
        verdicts(tally.no_show),
        Cell::Integer(tally.excused_with_place),
        Cell::Integer(tally.withdrew),
        verdicts(tally.walk_in + tally.contributing),
        verdicts(tally.walk_in),
        verdicts(tally.from_waiting_list),
        verdicts(tally.contributing),
        Cell::Integer(tally.excused),
        verdicts(tally.brief),
        known(tally.came()),
        known(tally.came_with_place),
    ];
    let unidentified = record.is_recorded.then_some(record.unidentified.len());
    if !is_settled {
        cells.extend([const { Cell::Empty }; 4]);
        cells.push(Cell::from(unidentified));
        return cells;
    }
    let attended = || record.audience().map(|(_, attended)| attended);
    // The peak is unknown if the log lacks somebody's times.
    let has_all_times = attended().all(|attended| attended.on_clock) && record.removed.is_empty();
    let intervals = attended().flat_map(|it| it.intervals.iter().copied());
    let of_now = has_all_times.then(|| i64::try_from(peak(intervals)).unwrap_or(i64::MAX));
    let seconds = attended().filter_map(|it| Some((it.seconds?, 1)));
    let removed = record.removed.iter().filter(|it| it.known().is_some());
    let lengths = seconds.chain(removed.map(|it| (it.seconds, it.timed)));
    let (sum, timed) = lengths.fold((0, 0), |(sum, timed), it| (sum + it.0, timed + it.1));
    cells.extend([
        tally.rate(),
        Cell::from(record.kept_peak.or(of_now)),
        Cell::from(mean(sum, timed)),
        Cell::Integer(timed),
        Cell::from(unidentified),
    ]);
    cells
}

/// Returns how many of the audience are here; empty once the session is over.
fn here(record: &SessionRecord) -> Cell {
    let here = record.audience().filter(|(_, attended)| attended.is_here);
    Cell::from((!record.phase.is_over()).then_some(here.count()))
}

impl Tally {
    /// Adds those who were removed since, as far as their figures are kept.
    fn add_removed(&mut self, record: &SessionRecord) {
        for group in &record.removed {
            if let Some((signup, verdict)) = group.known() {
                for _ in 0..group.people {
                    self.add(signup, verdict);
                }
            }
        }
    }

    /// Examines people with a recording one by one; the others, usually the majority, are only counted.
    fn of_audience(
        record: &SessionRecord,
        signups: &Signups,
        counts: SignupCounts,
        contributors: &BTreeSet<PersonId>,
    ) -> Self {
        let mut tally = Self::default();
        let mut others = counts;
        let on_record = record.attended.keys().chain(&record.excused);
        let on_record: BTreeSet<_> = on_record.chain(record.rulings.keys()).copied().collect();
        for person in on_record {
            if record.parts.contains_key(&person) {
                continue;
            }
            let signup = signups.of(record, person);
            match signup {
                Some(SignupStatus::Confirmed) => others.confirmed -= 1,
                Some(SignupStatus::Waitlisted) => others.waitlisted -= 1,
                Some(SignupStatus::Cancelled) => others.cancelled -= 1,
                None => {}
            }
            let contributes = contributors.contains(&person);
            tally.add_to_audience(signup, record.verdict(person, signup), contributes);
        }
        tally.waiting += others.waitlisted;
        tally.add_withdrawn(others.cancelled);
        if record.is_settled() {
            tally.add_absent(others.confirmed);
        } else {
            tally.add_expected(others.confirmed);
        }
        tally
    }
}

/// The number of sign-ups, and the sign-ups that have to be known individually.
struct Signups {
    counts: HashMap<SessionId, SignupCounts>,
    known: HashMap<(SessionId, PersonId), SignupStatus>,
    /// The same for sessions for everybody.
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

/// Returns the mean in whole minutes, of so many seconds in all.
fn mean(sum: i64, count: i64) -> Option<i64> {
    // Rounded once: the mean of rounded minutes would be a different number.
    (count > 0).then(|| minutes(sum / count))
}

#[cfg(test)]
#[path = "sessions_tests.rs"]
mod tests;
