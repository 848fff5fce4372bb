//! The few key figures.

use super::{Source, number, words};
use crate::attendance::Phase;
use crate::message;
use crate::model::SignupStatus;
use crate::output::keyed::{Keyed, columns};
use crate::output::{Cell, Column, Document, Figure, Part};
use crate::report::measures::{Tally, rate as share};
use crate::report::{AttendanceOptions, by_person};
use crate::store::StoreError;

/// Adds the figures, and the outcome for everybody.
pub(super) fn add(document: &mut Document, source: &Source<'_>) -> Result<(), StoreError> {
    let heading = words::AT_A_GLANCE.in_language(source.language());
    document.push(Part::Heading(heading.to_owned()));
    let tally = source.data.tally();
    let mut figures = vec![registered(source)];
    figures.extend(here_now(source));
    if source.is_settled() {
        figures.push(came(source, &tally));
        if !source.options.public {
            figures.extend(rate(source, &tally));
        }
        figures.extend(represented(source));
    } else {
        figures.extend(waiting(source));
        figures.extend(expected_organisations(source));
    }
    figures.extend(sessions(source));
    if source.is_settled() {
        figures.extend(first_timers(source));
        if !source.options.public {
            figures.extend(average_minutes(source)?);
        }
    }
    document.push(Part::Figures(figures));
    if !source.is_settled() {
        document.push(Part::Paragraph(source.why_not_settled().to_owned()));
    } else if !source.options.public {
        document.push(Part::Facts(verdicts(&tally)));
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
    // Somebody who withdrew and was there all the same is one of those who attended.
    let withdrew = source.count(|person| {
        source.data.has_withdrawn(person) && source.data.met_rule(person).is_none()
    });
    let remark = match withdrew {
        _ if source.options.public => String::new(),
        0 => String::new(),
        _ => message!(event_report::withdrew { count: withdrew }).in_language(source.language()),
    };
    figure(columns::REGISTERED, registered, remark)
}

/// `None` unless the event is running.
fn here_now(source: &Source<'_>) -> Option<Figure> {
    let recording = &source.data.recording;
    let here = recording.here.len();
    let is_running = recording.phase == Phase::Running && recording.is_known();
    is_running.then(|| figure(columns::HERE_NOW, here, String::new()))
}

fn came(source: &Source<'_>, tally: &Tally) -> Figure {
    let remark = if source.options.public {
        String::new()
    } else {
        let present = source.count(|person| source.data.is_present(person));
        message!(event_report::long_enough { count: present }).in_language(source.language())
    };
    figure(columns::CAME, tally.came(), remark)
}

/// `None` if nobody registered.
fn rate(source: &Source<'_>, tally: &Tally) -> Option<Figure> {
    let remark = message!(event_report::of_registered {
        count: tally.present_with_place(),
        whole: tally.signed_up
    })
    .in_language(source.language());
    (tally.signed_up > 0).then(|| figure(columns::RATE, tally.rate(), remark))
}

/// Counts who waits for a place, at the event or in a session; `None` if nobody does.
fn waiting(source: &Source<'_>) -> Option<Figure> {
    let data = &source.data;
    let waits = |person| {
        let mut sessions = data.recording.sessions.iter();
        sessions.any(|it| data.signup(it, person) == Some(SignupStatus::Waitlisted))
            || data.registration_status(person) == Some(SignupStatus::Waitlisted)
    };
    let count = source.count(waits);
    (count > 0).then(|| figure(columns::WAITLISTED, count, String::new()))
}

/// `None` if nobody's organisation is known.
fn expected_organisations(source: &Source<'_>) -> Option<Figure> {
    let (listed, _) = super::organisations::counts(source);
    (listed > 0).then(|| figure(columns::ORGANISATIONS_REGISTERED, listed, String::new()))
}

/// `None` if nobody's organisation is known.
fn represented(source: &Source<'_>) -> Option<Figure> {
    let (listed, represented) = super::organisations::counts(source);
    let remark = if source.options.public {
        String::new()
    } else {
        message!(event_report::of_organisations { count: listed }).in_language(source.language())
    };
    let figure = figure(columns::ORGANISATIONS_REPRESENTED, represented, remark);
    (listed > 0).then_some(figure)
}

/// `None` if the event has no sessions.
fn sessions(source: &Source<'_>) -> Option<Figure> {
    let rows = source.sessions.rows();
    let records = &source.data.recording.sessions;
    let recorded = records.iter().filter(|it| it.is_recorded).count();
    let count = rows.len() - source.data.recording.cancelled.len().min(rows.len());
    // Before the event there is nothing to record.
    let is_complete = recorded == count || source.options.public;
    let remark = if is_complete || source.data.recording.phase == Phase::Before {
        String::new()
    } else {
        message!(event_report::sessions_recorded { count: recorded }).in_language(source.language())
    };
    let figure = figure(columns::SESSION_COUNT, count, remark);
    (count > 0).then_some(figure)
}

/// `None` if there is no earlier event.
fn first_timers(source: &Source<'_>) -> Option<Figure> {
    let people = source.comparison.people()?;
    let remark =
        message!(event_report::of_present { count: people.now }).in_language(source.language());
    Some(figure(columns::PEOPLE_NEW, people.new, remark))
}

/// Returns the mean of the minutes in the attendance by person; `None` if no log gives any.
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
    // Rounded to the nearest minute.
    let mean = (minutes.iter().sum::<usize>() + minutes.len() / 2) / minutes.len();
    Ok(Some(figure(columns::MINUTES_AT_EVENT, mean, String::new())))
}

/// Returns the number of people for each verdict; people see only those that are not 0. `came_of_registered` is for
/// programs: the share of the registered who were there at all.
fn verdicts(tally: &Tally) -> Vec<(Column, Cell)> {
    let counts = [
        (columns::PRESENT, tally.present),
        (columns::PARTIAL, tally.partial),
        (columns::WALK_IN, tally.walk_in),
        (columns::FROM_WAITING_LIST, tally.from_waiting_list),
        (columns::BRIEF, tally.brief),
        (columns::NO_SHOW, tally.no_show),
        (columns::EXCUSED_WITH_PLACE, tally.excused_with_place),
        (columns::WITHDREW, tally.withdrew),
        (columns::NOT_KNOWN, tally.not_known),
    ];
    let counts = counts.into_iter().map(|(keyed, count)| {
        let column = Column::of(keyed);
        let column = if count == 0 {
            column.hidden_in_text()
        } else {
            column
        };
        (column, Cell::Integer(count))
    });
    let mut facts: Vec<(Column, Cell)> = counts.collect();
    let hidden = |keyed| Column::of(keyed).hidden_in_text();
    facts.push((hidden(columns::EXCUSED), Cell::Integer(tally.excused)));
    let came = share(tally.came_with_place, tally.signed_up);
    facts.push((hidden(columns::CAME_OF_REGISTERED), came));
    facts
}
