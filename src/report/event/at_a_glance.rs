//! The few numbers to be remembered.

use super::{Source, column, number, words};
use crate::attendance::Phase;
use crate::message;
use crate::model::{PersonId, Verdict};
use crate::output::keyed::{Keyed, columns};
use crate::output::{Cell, Column, Document, Figure, Part};
use crate::report::sessions::rate;
use crate::report::{AttendanceOptions, by_person};
use crate::store::StoreError;

/// Adds the figures, and what came of everybody.
pub(super) fn add(document: &mut Document, source: &Source<'_>) -> Result<(), StoreError> {
    let heading = words::AT_A_GLANCE.in_language(source.language());
    document.push(Part::Heading(heading.to_owned()));
    let mut figures = vec![registered(source)];
    figures.extend(here_now(source));
    if source.is_settled() {
        figures.extend([came(source), came_of_registered(source)]);
        figures.extend(represented(source));
    }
    figures.extend(sessions(source));
    if source.is_settled() {
        figures.extend(first_timers(source));
        figures.extend(average_minutes(source)?);
    }
    document.push(Part::Figures(figures));
    if source.is_settled() {
        document.push(Part::Facts(verdicts(source)));
    } else {
        document.push(Part::Paragraph(source.why_not_settled().to_owned()));
    }
    Ok(())
}

fn figure(keyed: Keyed, value: impl Into<Cell>, remark: String) -> Figure {
    Figure {
        column: Column::of(keyed),
        value: value.into(),
        remark,
    }
}

fn registered(source: &Source<'_>) -> Figure {
    let registered = source.count(|person| source.data.is_registered(person));
    let withdrew = source.count(|person| source.data.has_withdrawn(person));
    let remark = match withdrew {
        0 => String::new(),
        _ => message!(event_report::withdrew { count: withdrew }).in_language(source.language()),
    };
    figure(columns::REGISTERED, registered, remark)
}

/// Nothing unless the event runs.
fn here_now(source: &Source<'_>) -> Option<Figure> {
    let recording = &source.data.recording;
    let here = recording.here.len();
    let is_running = recording.phase == Phase::Running && recording.is_known();
    is_running.then(|| figure(columns::HERE_NOW, here, String::new()))
}

fn came(source: &Source<'_>) -> Figure {
    let came = source.count(|person| source.data.met_rule(person).is_some());
    let present = source.count(|person| source.data.is_present(person));
    let remark =
        message!(event_report::long_enough { count: present }).in_language(source.language());
    figure(columns::CAME, came, remark)
}

fn came_of_registered(source: &Source<'_>) -> Figure {
    let is_registered = |person| source.data.is_registered(person);
    let registered = source.count(is_registered);
    let has_come = |person| is_registered(person) && source.data.met_rule(person).is_some();
    let came = source.count(has_come);
    let remark = message!(event_report::of_registered {
        count: came,
        whole: registered
    })
    .in_language(source.language());
    let as_number = |count| i64::try_from(count).unwrap_or(i64::MAX);
    let share = rate(as_number(came), as_number(registered));
    figure(columns::CAME_OF_REGISTERED, share, remark)
}

/// Nothing where nobody is known to be of an organisation.
fn represented(source: &Source<'_>) -> Option<Figure> {
    let (listed, represented) = super::organisations::counts(source);
    let remark =
        message!(event_report::of_organisations { count: listed }).in_language(source.language());
    let figure = figure(columns::ORGANISATIONS_REPRESENTED, represented, remark);
    (listed > 0).then_some(figure)
}

/// Nothing where the event has no sessions.
fn sessions(source: &Source<'_>) -> Option<Figure> {
    let rows = source.sessions.rows();
    let records = source.data.recording.sessions.iter();
    let recorded = records.filter(|it| it.is_recorded).count();
    let remark = if recorded == rows.len() {
        String::new()
    } else {
        message!(event_report::sessions_recorded { count: recorded }).in_language(source.language())
    };
    let figure = figure(columns::SESSION_COUNT, rows.len(), remark);
    (!rows.is_empty()).then_some(figure)
}

/// Nothing where there is no earlier event.
fn first_timers(source: &Source<'_>) -> Option<Figure> {
    let people = source.comparison.people()?;
    let remark =
        message!(event_report::of_present { count: people.now }).in_language(source.language());
    Some(figure(columns::PEOPLE_NEW, people.new, remark))
}

/// The mean of the minutes that the attendance by person shows; nothing where no log tells any.
fn average_minutes(source: &Source<'_>) -> Result<Option<Figure>, StoreError> {
    let options = AttendanceOptions {
        by_person: true,
        language: source.language(),
        ..AttendanceOptions::default()
    };
    let (directory, data) = (&source.directory, &source.data);
    let people = by_person::by_person(directory, source.event, data, &options)?;
    let minutes = people.rows().iter();
    let minutes: Vec<usize> = minutes
        .filter_map(|row| number(&people, row, "minutes"))
        .collect();
    if minutes.is_empty() {
        return Ok(None);
    }
    // Rounded to the nearest.
    let mean = (minutes.iter().sum::<usize>() + minutes.len() / 2) / minutes.len();
    Ok(Some(figure(columns::MINUTES_AT_EVENT, mean, String::new())))
}

/// How many people came to which verdict, under the names the report of the sessions has for them.
fn verdicts(source: &Source<'_>) -> Vec<(Column, Cell)> {
    let count = |wanted| {
        let verdict = |person: PersonId| source.data.event_verdict(person);
        source.count(|person| verdict(person) == Some(wanted))
    };
    let named = [
        ("present", Verdict::Present),
        ("partial", Verdict::Partial),
        ("walk_in", Verdict::WalkIn),
        ("brief", Verdict::Brief),
        ("excused", Verdict::Excused),
        ("no_show", Verdict::NoShow),
    ];
    let named = named.into_iter();
    let mut facts: Vec<(Column, Cell)> = named
        .filter_map(|(key, verdict)| {
            Some((column(&source.sessions, key)?, Cell::from(count(verdict))))
        })
        .collect();
    let not_known = source.count(|person| {
        source.data.is_registered(person) && source.data.event_verdict(person).is_none()
    });
    facts.push((Column::of(columns::NOT_KNOWN), Cell::from(not_known)));
    facts
}
