//! Who was there, for the event as a whole: one row a person.

use std::collections::BTreeSet;

use super::directory::Directory;
use super::event_data::EventData;
use super::{AttendanceOptions, labels, rules, times};
use crate::attendance::{Attended, Interval, minutes, seconds, unite};
use crate::model::{Event, Instant, Person, PersonId, SignupStatus};
use crate::output::{Cell, Column, Table};
use crate::store::StoreError;

/// Returns the sessions of `data` put together, person by person.
pub(super) fn by_person(
    directory: &Directory,
    event: &Event,
    data: &EventData,
    options: &AttendanceOptions,
) -> Result<Table, StoreError> {
    let language = options.language;
    let title = language.pick("Attendance by person", "Anwesenheit nach Personen");
    let heading = format!("{title}: {}", event.title);
    let mut table = Table::new("attendance", heading, columns());
    let mut people = data.everybody();
    if options.session.is_some() {
        people = concerned(data);
    }
    for person in directory.sorted(people)? {
        table.push(row(directory, event, data, options, person));
    }
    let sessions = &data.recording.sessions;
    if !data.recording.is_recorded() {
        table.note(language.pick("Nothing is recorded yet.", "Noch ist nichts erfasst."));
    }
    table.note(rules::sentence(sessions, language));
    Ok(table)
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("person_id", "Person no.", "Person Nr.").hidden_in_text(),
        Column::new("name", "Name", "Name"),
        Column::new("organisation", "Organisation", "Organisation"),
        Column::new("sessions_signed_up", "Signed up", "Angemeldet").right(),
        Column::new("sessions_present", "Present", "Anwesend").right(),
        Column::new("minutes", "Minutes", "Minuten").right(),
        Column::new("verdict", "Verdict", "Ergebnis"),
        Column::new("first_joined", "First joined", "Gekommen"),
        Column::new("last_left", "Last left", "Gegangen"),
    ]
}

/// Everybody who has to do with the sessions that were asked for.
fn concerned(data: &EventData) -> BTreeSet<PersonId> {
    let sessions = data.recording.sessions.iter();
    let signups = sessions
        .clone()
        .flat_map(|it| data.signups(it).map(|(person, _)| person));
    let came = sessions.flat_map(|it| it.attended.keys().copied());
    signups.chain(came).collect()
}

fn row(
    directory: &Directory,
    event: &Event,
    data: &EventData,
    options: &AttendanceOptions,
    person: &Person,
) -> Vec<Cell> {
    let sessions = || data.recording.sessions.iter();
    let signed_up = sessions()
        .filter(|it| data.signup(it, person.id) == Some(SignupStatus::Confirmed))
        .count();
    let attended: Vec<&Attended> = sessions()
        .filter_map(|it| it.attended.get(&person.id))
        .collect();
    let present = data.recording.is_recorded();
    let clock = |moment| times::clock(moment, event, options.language);
    let verdict = match options.session {
        // Of one session alone, what that session says.
        Some(_) => sessions().find_map(|it| data.verdict(it, person.id)),
        None => data.event_verdict(person.id),
    };
    vec![
        Cell::Integer(person.id.0),
        Cell::from(person.sort_name()),
        Cell::from(directory.organisation_then(person, data.registrations.get(&person.id))),
        Cell::from(signed_up),
        Cell::from(present.then(|| data.sessions_present(person.id))),
        Cell::from(total_minutes(&attended)),
        Cell::from(verdict.map(labels::verdict)),
        Cell::from(first(&attended).map(clock)),
        Cell::from(last(&attended).map(clock)),
    ]
}

fn all_intervals(attended: &[&Attended]) -> Vec<Interval> {
    let mut intervals: Vec<_> = attended
        .iter()
        .flat_map(|it| it.intervals.iter().copied())
        .collect();
    unite(&mut intervals);
    intervals
}

/// Returns the minutes of all sessions together; an hour in two parallel ones is an hour.
fn total_minutes(attended: &[&Attended]) -> Option<i64> {
    let is_known = attended.iter().any(|it| it.seconds.is_some());
    is_known.then(|| minutes(seconds(&all_intervals(attended))))
}

/// Returns when somebody first came; nothing when an earlier coming went unseen.
fn first(attended: &[&Attended]) -> Option<Instant> {
    let seen = attended.iter().filter_map(|it| it.first_joined).min()?;
    let begin = all_intervals(attended).first().map(|it| it.start);
    (begin.is_none_or(|begin| seen <= begin)).then_some(seen)
}

/// Returns when somebody last left; nothing when a later leaving went unseen.
fn last(attended: &[&Attended]) -> Option<Instant> {
    let seen = attended.iter().filter_map(|it| it.last_left).max()?;
    let end = all_intervals(attended).last().map(|it| it.end);
    (end.is_none_or(|end| seen >= end)).then_some(seen)
}
