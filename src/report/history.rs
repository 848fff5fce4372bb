//! Compares events: who comes, who comes back, who stays away.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::directory::Directory;
use super::event_data::EventData;
use super::labels::{self, Trend};
use super::organisations::{Affiliation, sorted};
use super::{AsOf, days, notes, rules, times};
use crate::catalogue::messages::titles;
use crate::message;
use crate::model::{Event, PersonId, Verdict};
use crate::output::keyed::columns;
use crate::output::{Cell, Column, Language, Note, Table};
use crate::store::StoreError;

/// What the rows of the history are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Of {
    /// One row per person.
    #[default]
    People,
    /// One row per organisation, by the organisation that people registered for at the time.
    Organisations,
}

/// The result of an event for somebody; better ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// The outcome for somebody who came.
    Came(Verdict),
    /// Registered; it is not known yet whether they came.
    Registered,
    /// Excused or absent.
    Missed(Verdict),
    /// Withdrew before anything was recorded.
    Withdrew,
}

impl Standing {
    /// Returns `None` for people at an event that is not over who did not register.
    fn of(data: &EventData, person: PersonId) -> Option<Self> {
        Some(match data.event_verdict(person) {
            Some(verdict @ (Verdict::Excused | Verdict::NoShow)) => Self::Missed(verdict),
            Some(verdict) => Self::Came(verdict),
            None if data.is_registered(person) => Self::Registered,
            None if data.registrations.contains_key(&person) => Self::Withdrew,
            None if !data.recording.phase.is_over() => return None,
            None => Self::Withdrew,
        })
    }

    fn is_present(self) -> bool {
        matches!(self, Self::Came(Verdict::Present | Verdict::WalkIn))
    }

    /// Returns the better of two results of an organisation's people; a colleague who came instead beats half an hour
    /// less.
    fn best(self, other: Self) -> Self {
        std::cmp::min_by_key(self, other, |it| (!it.is_present(), *it))
    }

    fn cell(self) -> Cell {
        match self {
            Self::Came(verdict) | Self::Missed(verdict) => labels::verdict(verdict),
            Self::Registered => labels::registered(),
            Self::Withdrew => labels::cancelled(),
        }
    }
}

/// One row: the result of each event.
type Line = HashMap<usize, AtEvent>;

/// The result of an event for somebody, or for an organisation.
#[derive(Debug, Clone, Copy)]
struct AtEvent {
    standing: Standing,
    /// Whether anybody from it is registered.
    is_registered: bool,
    /// The last day anybody from it was there for long enough.
    last_day: Option<NaiveDate>,
}

/// The column of an event.
struct Past {
    event: Event,
    /// Whether attendance is known.
    is_recorded: bool,
}

/// Returns one row per person or organisation, and one column per event, in order of their beginning.
///
/// The rows are those who ever registered or came. A cell has the result of the event for them: the verdict on the
/// event as a whole; `registered` if nothing is known yet, also while it runs; `cancelled`; or nothing. For an
/// organisation it is the best one of its people. `events_present` counts the events at which they were present, signed
/// up or not. The trend considers only events with a recording: `new` if present at the last of them and never before,
/// `regular` at each, `returning` at the last and at others, `lapsed` at others but not at the last.
///
/// # Errors
/// Those of the store.
pub fn history(reader: &AsOf<'_>, language: Language, of: Of) -> Result<Table, StoreError> {
    let directory = Directory::load(**reader, language)?;
    let mut people: HashMap<PersonId, Line> = HashMap::new();
    let mut organisations: HashMap<Affiliation, Line> = HashMap::new();
    let mut events = Vec::new();
    let mut notes = Vec::new();
    let mut last_change = None;
    let mut warnings = Vec::new();
    let mut removed = 0;
    for (index, event) in reader.events()?.into_iter().enumerate() {
        let data = EventData::load(*reader, &event)?;
        for person in data.everybody() {
            let Some(standing) = Standing::of(&data, person) else {
                continue;
            };
            let is_registered = data.is_registered(person);
            let line = match of {
                Of::People => people.entry(person).or_default(),
                Of::Organisations => match Affiliation::of(&directory, &data, person)? {
                    Affiliation::None => continue,
                    affiliation => organisations.entry(affiliation).or_default(),
                },
            };
            let last_day = data.last_day(person, &event);
            let cell = line.entry(index).or_insert(AtEvent {
                standing,
                is_registered,
                last_day,
            });
            cell.standing = cell.standing.best(standing);
            cell.is_registered |= is_registered;
            cell.last_day = cell.last_day.max(last_day);
        }
        removed += data.recording.removed;
        notes.push((
            event.title.clone(),
            rules::sentence(&data.recording.sessions, language),
        ));
        let as_of = days::as_of(&event, &data.recording, language);
        if data.recording.is_underway() {
            warnings.extend(as_of.map(|it| Note::from(format!("{}: {it}", event.title))));
        } else {
            last_change = as_of;
        }
        let others = notes::sentences(&data.recording, language).into_iter();
        warnings.extend(others.map(|it| Note {
            said: format!("{}: {}", event.title, it.said),
            ..it
        }));
        events.push(Past {
            is_recorded: data.recording.is_settled(),
            event,
        });
    }
    let title = match of {
        Of::People => titles::PEOPLE_ACROSS_EVENTS,
        Of::Organisations => titles::ORGANISATIONS_ACROSS_EVENTS,
    };
    let mut table = Table::new("history", title.in_language(language), columns(of, &events));
    table.lines.extend(last_change);
    for person in directory.sorted(people.keys().copied())? {
        let mut row = vec![
            Cell::Integer(person.id.0),
            Cell::from(person.sort_name()),
            Cell::from(
                person
                    .organisation_id
                    .and_then(|id| directory.organisation(id)),
            ),
        ];
        row.extend(cells(&people[&person.id], &events, language));
        table.push(row);
    }
    for (affiliation, line) in sorted(&directory, organisations) {
        let mut row = vec![affiliation.id(), Cell::from(affiliation.name(&directory))];
        row.extend(cells(&line, &events, language));
        table.push(row);
    }
    // A rule shared by all events is stated once.
    let is_one = notes.iter().all(|(_, rule)| *rule == notes[0].1);
    for (event, rule) in notes.iter().take(if is_one { 1 } else { notes.len() }) {
        table.note(if is_one {
            rule.clone()
        } else {
            format!("{event}: {rule}")
        });
    }
    for warning in warnings {
        table.note(warning);
    }
    if removed > 0 {
        table.note(message!(notes::compared_on_file { count: removed }).in_language(language));
    }
    Ok(table)
}

fn columns(of: Of, events: &[Past]) -> Vec<Column> {
    let mut columns = match of {
        Of::People => vec![
            Column::of(columns::PERSON_ID).hidden_in_text(),
            Column::of(columns::NAME),
            Column::of(columns::ORGANISATION),
        ],
        Of::Organisations => vec![
            Column::of(columns::ORGANISATION_ID).hidden_in_text(),
            Column::of(columns::ORGANISATION),
        ],
    };
    columns.extend(
        events
            .iter()
            .map(|it| Column::answers(it.event.slug.clone())),
    );
    columns.extend([
        Column::of(columns::EVENTS_REGISTERED).right(),
        Column::of(columns::EVENTS_PRESENT).right(),
        Column::of(columns::LAST_SEEN),
        Column::of(columns::TREND),
    ]);
    columns
}

/// Returns the cells of the events, and the totals.
fn cells(line: &Line, events: &[Past], language: Language) -> Vec<Cell> {
    let standing = |index| line.get(&index).map(|it| it.standing);
    let mut cells: Vec<Cell> = (0..events.len())
        .map(|index| Cell::from(standing(index).map(Standing::cell)))
        .collect();
    let was_present = |index| standing(index).is_some_and(Standing::is_present);
    let present: Vec<usize> = (0..events.len())
        .filter(|index| was_present(*index))
        .collect();
    let registered = line.values().filter(|it| it.is_registered);
    let last_seen = line.values().filter_map(|it| it.last_day).max();
    let recorded = (0..events.len()).filter(|index| events[*index].is_recorded);
    cells.extend([
        Cell::from(registered.count()),
        Cell::from(present.len()),
        Cell::from(last_seen.map(|day| times::date(day, language))),
        Cell::from(trend(&present, &recorded.collect::<Vec<_>>()).map(labels::trend)),
    ]);
    cells
}

/// Returns the trend of the events somebody was present at; both lists are in order.
fn trend(present: &[usize], recorded: &[usize]) -> Option<Trend> {
    let last_present = present.last()?;
    Some(if Some(last_present) != recorded.last() {
        Trend::Lapsed
    } else if present.len() == 1 {
        Trend::New
    } else if present.len() == recorded.len() {
        Trend::Regular
    } else {
        Trend::Returning
    })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, Fixture, text};
    use super::*;

    /// The meeting, after one in the previous year without sessions, and before one in the future.
    fn fixture() -> Fixture {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| {
            let before = fixture::add_event(writer, "herbst19", "2019-10-10", None)?;
            for (person, organisation) in [(1, 1), (2, 1), (5, 2)] {
                fixture::register(writer, before, person, Some(organisation))?;
            }
            fixture::add_stay(writer, before, None, Ok(1), Some(("10:00", "12:00")))?;
            fixture::add_stay(writer, before, None, Ok(5), Some(("10:00", "10:02")))?;
            fixture::add_stay(writer, before, None, Ok(8), Some(("10:00", "12:00")))?;
            let after = fixture::add_event(writer, "herbst21", "2021-10-07", None)?;
            fixture::register(writer, after, 1, Some(1))?;
            Ok(())
        });
        fixture
    }

    #[test]
    fn people_have_a_cell_an_event() {
        // Present at both: Anna. Only at the first: Gerd, who was back too briefly to count. An event without a
        // recording makes nobody lapsed.
        let table = history(&fixture().read(), Language::En, Of::People).unwrap();
        assert_eq!(text(&table), "\
People across events
As of 8 October 2020

Name           Organisation          herbst19  herbst20    herbst21    Events registered  Events attended  Last seen   Trend
──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Äpfel, Carla   Ätherische Öle Süd              partial                                 1                0
Harms, Wiebke  Universität Auental             present                                 0                1  2020-10-08  new
Kurz, Gerd                           walk-in   brief                                   0                1  2019-10-10  lapsed
Lang, Eva      Ätherische Öle Süd    partial   excused                                 2                0
Müller, Anna   BioCluster Nord e.V.  present   present     registered                  3                2  2020-10-08  regular
Noorg, David                                   no-show                                 1                0
Nord, Hanna    BioCluster Nord e.V.            registered                              1                0
Walk, Finn     BioCluster Nord e.V.            walk-in                                 0                1  2020-10-08  new
Zimmer, Bernd  BioCluster Nord e.V.  no-show   no-show                                 2                0

Meeting herbst19: Anyone who met the minimum counts as present: at least 5 minutes.
Meeting herbst20: Anyone who met the minimum counts as present. In “The keynote”: at least 5 minutes. In “The bar”: any presence counts. In all other sessions: at least 50% of the session.
Meeting herbst21: Anyone who met the minimum counts as present: at least 5 minutes.
Meeting herbst20: 2 stays (45 minutes) are not yet matched to a person: the figures may be too low. `rollcall review`
");
    }

    #[test]
    fn an_organisation_is_as_good_as_its_best() {
        let table = history(&fixture().read(), Language::En, Of::Organisations).unwrap();
        assert_eq!(
            text(&table),
            "\
Organisations across events
As of 8 October 2020

Organisation          herbst19  herbst20  herbst21    Events registered  Events attended  Last seen   Trend
─────────────────────────────────────────────────────────────────────────────────────────────────────────────
Ätherische Öle Süd    partial   partial                               2                0
BioCluster Nord e.V.  present   present   registered                  3                2  2020-10-08  regular
Universität Auental             present                               0                1  2020-10-08  new

Meeting herbst19: Anyone who met the minimum counts as present: at least 5 minutes.
Meeting herbst20: Anyone who met the minimum counts as present. In “The keynote”: at least 5 minutes. In “The bar”: any presence counts. In all other sessions: at least 50% of the session.
Meeting herbst21: Anyone who met the minimum counts as present: at least 5 minutes.
Meeting herbst20: 2 stays (45 minutes) are not yet matched to a person: the figures may be too low. `rollcall review`
"
        );
    }

    #[test]
    fn a_colleague_who_came_instead_is_better_than_half_a_visit() {
        let (half, instead) = (
            Standing::Came(Verdict::Partial),
            Standing::Came(Verdict::WalkIn),
        );
        assert_eq!(half.best(instead), instead);
        assert_eq!(half.best(Standing::Registered), half);
    }

    #[test]
    fn a_trend_looks_at_recorded_events() {
        let cases: [(&[usize], Option<Trend>); 6] = [
            (&[], None),
            (&[4], Some(Trend::New)),
            (&[0, 2, 4], Some(Trend::Regular)),
            (&[2, 4], Some(Trend::Returning)),
            (&[2], Some(Trend::Lapsed)),
            (&[0, 2], Some(Trend::Lapsed)),
        ];
        for (present, expected) in cases {
            assert_eq!(trend(present, &[0, 2, 4]), expected, "{present:?}");
        }
        assert_eq!(trend(&[1], &[1]), Some(Trend::New));
    }
}
