//! Reports how many people were there, minute by minute.
//!
//! # Who is counted
//!
//! For a session this counts its audience, each person once however many devices they had, and separately the stays not
//! yet matched to a person, each as one. For the event as a whole it counts everybody who was in it, including
//! speakers, and the log of the event also between sessions. Verdicts by hand have no effect here: minutes are those of
//! the log.
//!
//! A row counts who was there at that very moment. People who leave at the end are no longer there at that moment, so
//! the last row is mostly 0. Somebody who was there for some seconds between two full minutes is in neither row, but in
//! the peak.
//!
//! A session of which nothing is recorded is drawn as such: a log of the plenary room goes on while people are being
//! welcomed or have a break, but it is not about that.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, TimeDelta, Timelike};

use super::recording::{Recording, SessionRecord};
use super::turnout::Turnout;
use super::{AsOf, days, notes, rules, times};
use crate::attendance::{Attended, Interval, Phase, curve as changes, unite};
use crate::catalogue::Wording;
use crate::catalogue::messages::{notes as words, sheets};
use crate::message;
use crate::model::{Event, Instant, PersonId, SessionId, StayId};
use crate::output::keyed::columns;
use crate::output::{Band, Cell, Chart, Column, Language, Panel, Series, Table};
use crate::store::StoreError;

/// The heights in lines of the picture of people, and of that of stays not yet matched to a person.
const HEIGHTS: (usize, usize) = (5, 2);

/// Intervals, some of which have no time of day.
#[derive(Debug, Default)]
struct Presence {
    /// By person, united.
    people: BTreeMap<PersonId, Vec<Interval>>,
    /// By stay not yet matched to a person, united.
    strangers: BTreeMap<StayId, Vec<Interval>>,
    /// Whether any interval has a time of day.
    on_clock: bool,
}

impl Presence {
    fn person(&mut self, person: PersonId, attended: &Attended) {
        let known = self.people.entry(person).or_default();
        known.extend(attended.intervals.iter().copied());
        self.on_clock |= attended.on_clock;
    }

    fn stranger(&mut self, stay: StayId, attended: &Attended) {
        let known = self.strangers.entry(stay).or_default();
        known.extend(attended.intervals.iter().copied());
        self.on_clock |= attended.on_clock;
    }

    fn turnout(&mut self, turnout: &Turnout) {
        for (person, attended) in &turnout.attended {
            self.person(*person, attended);
        }
        for stranger in &turnout.unidentified {
            self.stranger(stranger.stay, &stranger.attended);
        }
    }

    fn united(mut self) -> Self {
        for intervals in self.people.values_mut().chain(self.strangers.values_mut()) {
            unite(intervals);
        }
        self
    }

    fn of_session(record: &SessionRecord) -> Self {
        let mut presence = Self::default();
        for (person, attended) in record.audience() {
            presence.person(person, attended);
        }
        for stranger in &record.unidentified {
            presence.stranger(stranger.stay, &stranger.attended);
        }
        presence.united()
    }

    fn of_event(
        reader: AsOf<'_>,
        event: &Event,
        recording: &Recording,
    ) -> Result<Self, StoreError> {
        let mut presence = Self::default();
        for record in &recording.sessions {
            for (person, attended) in &record.attended {
                presence.person(*person, attended);
            }
            for stranger in &record.unidentified {
                presence.stranger(stranger.stay, &stranger.attended);
            }
        }
        presence.turnout(&Turnout::of_event(reader, event)?);
        presence.turnout(&recording.unplaced);
        Ok(presence.united())
    }

    /// Counts the people whose times are all unknown.
    fn without_times(&self) -> usize {
        self.people.values().filter(|it| it.is_empty()).count()
    }
}

/// Returns one row per minute, from the start of a session or of the event to its end, or to the current moment while
/// it runs; in text also a picture of it.
///
/// There are no rows if nothing is recorded, or if no log has times.
///
/// # Errors
/// Those of the store.
pub fn curve(
    reader: &AsOf<'_>,
    event: &Event,
    session: Option<SessionId>,
    language: Language,
) -> Result<Table, StoreError> {
    let mut recording = Recording::load(*reader, event)?;
    if let Some(session) = session {
        recording.narrow_to(session);
    }
    let own = recording.sessions.first().filter(|_| session.is_some());
    let (title, span, phase, is_recorded, presence) = match own {
        Some(record) => (
            format!("{} · {}", record.session.title, event.title),
            (record.session.start, record.session.end),
            record.phase,
            record.is_recorded,
            Presence::of_session(record),
        ),
        None => (
            event.title.clone(),
            (event.start, event.end),
            recording.phase,
            recording.is_recorded(),
            Presence::of_event(*reader, event, &recording)?,
        ),
    };
    let title = message!(titles::curve_of { of: title }).in_language(language);
    let mut table = Table::new("curve", title, columns());
    table.lines = days::lines_as_of(event, &recording, language);
    // Nobody knows who will be there.
    let span = match phase {
        Phase::Before | Phase::Over => span,
        Phase::Running => (span.0, recording.now),
    };
    if !is_recorded || phase == Phase::Before {
        table.note(words::NOTHING_RECORDED.in_language(language));
    } else if presence.on_clock {
        draw(
            &mut table,
            (event, &recording.sessions),
            span,
            &presence,
            language,
        );
    } else {
        table.note(words::NO_LOG_WITH_TIMES.in_language(language));
    }
    let elsewhere = not_recorded(&recording.sessions, &presence, language);
    if let Some(said) = elsewhere.filter(|_| session.is_none() && table.chart.is_some()) {
        table.note(said);
    }
    let without_times = presence.without_times();
    if presence.on_clock && without_times > 0 {
        table.note(
            message!(notes::others_without_times {
                count: without_times
            })
            .in_language(language),
        );
    }
    // Verdicts by hand have no times, so the rows contain nothing from them.
    for sentence in notes::gaps(&recording, language) {
        table.note(sentence);
    }
    Ok(table)
}

fn columns() -> Vec<Column> {
    vec![
        Column::of(columns::TIME),
        Column::of(columns::PEOPLE).right(),
        Column::of(columns::UNIDENTIFIED).right(),
    ]
}

/// Adds the rows and the picture.
fn draw(
    table: &mut Table,
    (event, sessions): (&Event, &[SessionRecord]),
    (start, end): (Instant, Instant),
    presence: &Presence,
    language: Language,
) {
    let people = changes(presence.people.values().flatten().copied());
    let strangers = changes(presence.strangers.values().flatten().copied());
    let minutes: Vec<Instant> = (0..=(end - start).num_minutes())
        .map(|minute| start + TimeDelta::minutes(minute))
        .collect();
    let (there, unknown) = (at_each(&minutes, &people), at_each(&minutes, &strangers));
    for ((minute, there), unknown) in minutes.iter().zip(&there).zip(&unknown) {
        table.push(vec![
            times::clock(*minute, event, language),
            Cell::from(*there),
            Cell::from(*unknown),
        ]);
    }
    let clock = |moment| match times::clock(moment, event, language) {
        Cell::Moment { shown, .. } => shown,
        _ => String::new(),
    };
    let caption = |what: Wording, changes: &[(Instant, usize)]| {
        let what = what.in_language(language);
        // The first of several equal peaks.
        let peak = changes.iter().rev().max_by_key(|(_, number)| *number);
        let Some((moment, most)) = peak.filter(|(_, most)| *most > 0) else {
            return format!("{what}: 0");
        };
        let time = clock(*moment);
        message!(sheets::peak {
            what,
            most: *most,
            time
        })
        .in_language(language)
    };
    let mut series = vec![Series {
        caption: caption(sheets::PEOPLE, &people),
        values: there,
        height: HEIGHTS.0,
    }];
    if !presence.strangers.is_empty() {
        series.push(Series {
            caption: caption(sheets::STAYS_OF_NOBODY_YET, &strangers),
            values: unknown,
            height: HEIGHTS.1,
        });
    }
    table.digest = Some(Box::new(digest(
        event, sessions, &minutes, &series, language,
    )));
    table.chart = Some(Chart {
        start: clock(start),
        end: clock(end),
        times: minutes
            .iter()
            .map(|it| times::clock(*it, event, language))
            .collect(),
        panels: panels(event, sessions, &minutes, &series, language),
        series,
    });
}

/// The number of minutes per row that people read.
const STEP: usize = 15;

/// Returns the maximum of each quarter of an hour, day by day. Quarters without anybody are left out, unless a log was
/// kept.
fn digest(
    event: &Event,
    sessions: &[SessionRecord],
    minutes: &[Instant],
    series: &[Series],
    language: Language,
) -> Table {
    let people = Column::of(columns::AT_MOST).right();
    let strangers = Column::of(columns::UNIDENTIFIED).right();
    let columns = vec![Column::of(columns::SESSION_TIME), people, strangers];
    let mut table = Table::new("curve", "", columns);
    let is_several = {
        let first = minutes.first().map(|it| day_of(*it, event));
        minutes.iter().any(|it| Some(day_of(*it, event)) != first)
    };
    let mut day = None;
    let count = minutes.len().saturating_sub(1);
    for from in (0..count).step_by(STEP) {
        let to = (from + STEP).min(count);
        let most = |values: &[usize]| values[from..to].iter().copied().max().unwrap_or(0);
        let numbers: Vec<usize> = series.iter().map(|it| most(&it.values)).collect();
        let (start, end) = (minutes[from], minutes[to]);
        let mut recorded = sessions.iter().filter(|it| it.is_recorded);
        let runs = recorded.any(|it| it.session.start < end && it.session.end > start);
        if !runs && numbers.iter().all(|it| *it == 0) {
            continue;
        }
        let own = day_of(start, event);
        if is_several && day != Some(own) {
            table.begin_group(days::of_week(own, language), Vec::new());
        }
        day = Some(own);
        let clock = |moment: Instant| moment.with_timezone(&event.zone).format("%H:%M");
        let mut row = vec![Cell::from(format!("{}–{}", clock(start), clock(end)))];
        row.extend(numbers.into_iter().map(Cell::from));
        table.push(row);
    }
    table.hide_zeros(&["unidentified"]);
    table.is_dense = true;
    table
}

fn day_of(moment: Instant, event: &Event) -> NaiveDate {
    moment.with_timezone(&event.zone).date_naive()
}

/// Returns one picture per day, from the first to the last hour in which anything happens.
fn panels(
    event: &Event,
    sessions: &[SessionRecord],
    minutes: &[Instant],
    series: &[Series],
    language: Language,
) -> Vec<Panel> {
    let (Some(first), Some(last)) = (minutes.first(), minutes.last()) else {
        return Vec::new();
    };
    let count = minutes.len();
    let place = |moment: Instant| {
        let passed = (moment - *first).num_minutes();
        usize::try_from(passed).unwrap_or(0).min(count - 1)
    };
    let is_whole = |record: &&SessionRecord| record.session.id.0 != 0;
    let bands: Vec<Band> = sessions
        .iter()
        .filter(is_whole)
        .filter(|it| it.session.start < *last && it.session.end > *first)
        .map(|it| {
            let title = &it.session.title;
            let is_recorded = is_drawn(it);
            Band {
                name: if is_recorded {
                    title.clone()
                } else {
                    message!(sheets::not_recorded { title }).in_language(language)
                },
                is_recorded,
                range: place(it.session.start)..place(it.session.end),
            }
        })
        .collect();
    let happens = |at: usize| {
        bands.iter().any(|it| it.range.contains(&at))
            || series
                .iter()
                .any(|it| it.values.get(at).is_some_and(|it| *it > 0))
    };
    let days: BTreeSet<NaiveDate> = minutes.iter().map(|it| day_of(*it, event)).collect();
    let is_several = days.len() > 1;
    let mut panels = Vec::new();
    for day in days {
        let own = |at: &usize| day_of(minutes[*at], event) == day && happens(*at);
        let (Some(from), Some(to)) = ((0..count).find(own), (0..count).rev().find(own)) else {
            continue;
        };
        let is_full_hour = |at: &usize| minutes[*at].with_timezone(&event.zone).minute() == 0;
        // Extended to full hours.
        let from = (0..=from).rev().find(is_full_hour).unwrap_or(0);
        let to = (to..count)
            .find(is_full_hour)
            .unwrap_or(count - 1)
            .max(from + 1);
        let hours = (from..=to.min(count - 1)).filter(is_full_hour);
        let clock = |at: usize| minutes[at].with_timezone(&event.zone).format("%H:%M");
        panels.push(Panel {
            title: if is_several {
                days::of_week(day, language)
            } else {
                String::new()
            },
            range: from..to,
            hours: hours.map(|at| (at, clock(at).to_string())).collect(),
            bands: bands.clone(),
        });
    }
    panels
}

/// Returns whether the numbers are about a session: something is recorded of it, or of it and parallel ones together.
fn is_drawn(record: &SessionRecord) -> bool {
    record.is_recorded || !record.undecided.is_empty()
}

/// Names the sessions that nothing is recorded of, although people were recorded elsewhere at that time; `None` if there
/// are none.
fn not_recorded(
    sessions: &[SessionRecord],
    presence: &Presence,
    language: Language,
) -> Option<String> {
    let is_seen = |window: Interval| {
        let people = presence.people.values().chain(presence.strangers.values());
        people.flatten().any(|it| it.clip(window).is_some())
    };
    let sessions = sessions.iter().filter(|it| {
        let (start, end) = (it.session.start, it.session.end);
        it.session.id.0 != 0 && !is_drawn(it) && is_seen(Interval { start, end })
    });
    let sessions: Vec<&SessionRecord> = sessions.collect();
    let named = rules::titles(&sessions);
    let said = message!(notes::not_recorded { sessions: named });
    (!sessions.is_empty()).then(|| said.in_language(language))
}

/// Returns the number at each moment; both lists are in order.
fn at_each(moments: &[Instant], changes: &[(Instant, usize)]) -> Vec<usize> {
    let mut changes = changes.iter().peekable();
    let mut number = 0;
    let at = |moment: &Instant| {
        while let Some((_, next)) = changes.next_if(|(change, _)| change <= moment) {
            number = *next;
        }
        number
    };
    moments.iter().map(at).collect()
}

#[cfg(test)]
#[path = "curve_tests.rs"]
mod tests;
