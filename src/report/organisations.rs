//! Reports which organisations were there.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::directory::Directory;
use super::event_data::EventData;
use super::measures::Tally;
use super::{AsOf, days, labels, notes, rules, times};
use crate::message;
use crate::model::{Event, OrganisationId, PersonId, Verdict};
use crate::output::keyed::{Keyed, columns};
use crate::output::{Cell, Column, Language, Table};
use crate::store::StoreError;

/// The organisation somebody represented at an event.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Affiliation {
    /// An organisation on file.
    Known(OrganisationId),
    /// A name not yet matched to an organisation.
    Written(String),
    /// No organisation.
    None,
}

impl Affiliation {
    /// Returns whom somebody represented: as registered, else as it is today.
    pub(super) fn of(
        directory: &Directory,
        data: &EventData,
        id: PersonId,
    ) -> Result<Self, StoreError> {
        if let Some(registration) = data.registrations.get(&id) {
            if let Some(organisation) = registration.organisation_id {
                return Ok(Self::Known(organisation));
            }
            if let Some(name) = &registration.organisation_name {
                return Ok(Self::Written(name.clone()));
            }
        }
        let person = directory.person(id)?;
        Ok(person.organisation_id.map_or(Self::None, Self::Known))
    }

    /// The organisation's number.
    pub(super) fn id(&self) -> Cell {
        match self {
            Self::Known(id) => Cell::Integer(id.0),
            Self::Written(_) | Self::None => Cell::Empty,
        }
    }

    /// Returns the organisation's current name; empty for none.
    pub(super) fn name<'a>(&'a self, directory: &'a Directory) -> &'a str {
        match self {
            Self::Known(id) => directory.organisation(*id).unwrap_or_default(),
            Self::Written(name) => name,
            Self::None => "",
        }
    }
}

/// Returns the names of organisations at an event, as used in every document about it: the name in their registrations,
/// or the current one if any registration has that.
fn names_then<'a>(
    directory: &'a Directory,
    data: &'a EventData,
) -> HashMap<OrganisationId, &'a str> {
    let mut names: HashMap<OrganisationId, &str> = HashMap::new();
    for registration in data.registrations.values() {
        let Some(id) = registration.organisation_id else {
            continue;
        };
        let today = directory.organisation(id).unwrap_or_default();
        let name = registration.organisation_name.as_deref().unwrap_or(today);
        let known = names.entry(id).or_insert(name);
        // This makes the result independent of the order.
        *known = [*known, name]
            .into_iter()
            .min_by_key(|name| (*name != today, *name))
            .unwrap_or(today);
    }
    names
}

/// The people of one organisation.
#[derive(Debug, Default)]
struct Count {
    people: i64,
    tally: Tally,
    /// Whether anybody was there for long enough, signed up or not.
    represented: bool,
    /// Signed up, and known not to have come.
    absent: i64,
}

impl Count {
    fn add(&mut self, other: &Self) {
        self.people += other.people;
        self.tally.add_all(&other.tally);
    }
}

/// Returns one row per organisation, as people registered at the time, under the name in their registrations.
///
/// `people` registered for the event or were there for long enough without registration; `signed_up`, `present`,
/// `walk_in`, `from_waiting_list` and `rate` are the [`measures`](super::measures) of the event as a whole.
/// `represented` is whether anybody from it was there for long enough, signed up or not: a colleague who came instead
/// counts, though not for the rate. `by_colleague` is how many of those who signed up did not come, but were
/// represented by a colleague who did; people of whom it is not known whether they came are not included. `last_seen`
/// is the last day, of all events on file, that anybody from it was present. The last row is for people without an
/// organisation; sums of all rows are below it. Before the event is over, `represented` and `rate` are empty.
///
/// # Errors
/// Those of the store.
pub fn organisations(
    reader: &AsOf<'_>,
    event: &Event,
    language: Language,
) -> Result<Table, StoreError> {
    let directory = Directory::load(**reader, language)?;
    let data = EventData::load(*reader, event)?;
    let last_seen = last_seen(*reader, &directory, event, &data)?;
    let mut counts: HashMap<Affiliation, Count> = HashMap::new();
    for person in data.everybody() {
        let is_registered = data.is_registered(person);
        let is_present = data.is_present(person);
        if !is_registered && !is_present {
            continue;
        }
        let affiliation = Affiliation::of(&directory, &data, person)?;
        let count = counts.entry(affiliation).or_default();
        count.people += 1;
        count.represented |= is_present;
        let verdict = data.event_verdict(person);
        count.tally.add(data.registration_status(person), verdict);
        let is_absent = matches!(verdict, Some(Verdict::NoShow | Verdict::Excused));
        count.absent += i64::from(is_registered && is_absent);
    }
    let title = message!(titles::organisations_of { event: event.title }).in_language(language);
    let mut table = Table::new("organisations", title, columns());
    table.lines = days::lines_as_of(event, &data.recording, language);
    let mut total = Count::default();
    table.begin_group("", Vec::new());
    let is_recorded = data.recording.is_settled();
    let names = names_then(&directory, &data);
    let name = |affiliation: &Affiliation| match affiliation {
        Affiliation::Known(id) => names.get(id).copied(),
        Affiliation::Written(_) | Affiliation::None => None,
    };
    let name = |it: &Affiliation| name(it).unwrap_or_else(|| it.name(&directory)).to_owned();
    for (affiliation, count) in sorted_by(&directory, counts, name) {
        total.add(&count);
        let mut row = vec![
            affiliation.id(),
            match affiliation {
                Affiliation::None => labels::no_organisation(),
                _ => Cell::from(name(&affiliation)),
            },
            Cell::Integer(count.people),
            Cell::Integer(count.tally.signed_up),
        ];
        let tally = &count.tally;
        for number in [tally.present, tally.walk_in, tally.from_waiting_list] {
            row.push(Cell::from(is_recorded.then_some(number)));
        }
        row.push(if is_recorded {
            tally.rate()
        } else {
            Cell::Empty
        });
        if affiliation != Affiliation::None {
            let by_colleague = if count.represented { count.absent } else { 0 };
            row.push(Cell::from(is_recorded.then_some(count.represented)));
            row.push(Cell::from(is_recorded.then_some(by_colleague)));
            let seen = last_seen.get(&affiliation);
            row.push(Cell::from(seen.map(|day| times::date(*day, language))));
        }
        table.push(row);
    }
    table.hide_zeros(&["walk_in", "from_waiting_list", "by_colleague"]);
    if !table.is_empty() {
        table.close_group(in_total(&total, is_recorded, &table, language));
    }
    table.note(rules::sentence(&data.recording.sessions, language));
    notes::add(&mut table, &data.recording, language);
    Ok(table)
}

/// Returns the sums of the columns that people see.
fn in_total(total: &Count, is_recorded: bool, table: &Table, language: Language) -> String {
    let tally = &total.tally;
    let known = |count: i64| Cell::from(is_recorded.then_some(count));
    let sums = [
        (columns::PEOPLE, Cell::Integer(total.people)),
        (columns::SIGNED_UP, Cell::Integer(tally.signed_up)),
        (columns::PRESENT, known(tally.present)),
        (columns::WALK_IN, known(tally.walk_in)),
        (columns::FROM_WAITING_LIST, known(tally.from_waiting_list)),
        (
            columns::RATE,
            if is_recorded {
                tally.rate()
            } else {
                Cell::Empty
            },
        ),
    ];
    let is_seen = |keyed: Keyed| {
        let mut columns = table.columns().iter();
        columns.any(|it| it.key == keyed.key() && !it.hidden_in_text)
    };
    let seen = sums
        .into_iter()
        .filter(|it| is_seen(it.0) && it.1 != Cell::Empty);
    let numbers = seen.map(|(keyed, cell)| {
        let name = keyed.in_language(language);
        let count = cell.for_people(language).into_owned();
        message!(measures::number { name, count }).in_language(language)
    });
    let numbers = numbers.collect::<Vec<_>>().join(" · ");
    message!(sheets::in_total { numbers }).in_language(language)
}

fn columns() -> Vec<Column> {
    vec![
        Column::of(columns::ORGANISATION_ID).hidden_in_text(),
        Column::of(columns::ORGANISATION),
        Column::of(columns::PEOPLE).right(),
        Column::of(columns::SIGNED_UP).right(),
        Column::of(columns::PRESENT).right(),
        Column::of(columns::WALK_IN).right(),
        Column::of(columns::FROM_WAITING_LIST).right(),
        Column::of(columns::RATE).right(),
        Column::of(columns::REPRESENTED),
        Column::of(columns::BY_COLLEAGUE).right(),
        Column::of(columns::LAST_SEEN),
    ]
}

/// Sorts by name; people without an organisation come last.
pub(super) fn sorted<T>(
    directory: &Directory,
    by_affiliation: HashMap<Affiliation, T>,
) -> Vec<(Affiliation, T)> {
    sorted_by(directory, by_affiliation, |it| {
        it.name(directory).to_owned()
    })
}

/// The same, with names other than the current ones.
fn sorted_by<T>(
    directory: &Directory,
    by_affiliation: HashMap<Affiliation, T>,
    name: impl Fn(&Affiliation) -> String,
) -> Vec<(Affiliation, T)> {
    let mut rows: Vec<_> = by_affiliation.into_iter().collect();
    // Organisations with the same name are sorted by number, one that is not on file last.
    rows.sort_by_key(|(affiliation, _)| match affiliation {
        Affiliation::Known(id) => (false, id.0),
        Affiliation::Written(_) | Affiliation::None => (true, 0),
    });
    directory
        .collator()
        .sort_by_text(&mut rows, |(affiliation, _)| name(affiliation));
    rows.sort_by_key(|(affiliation, _)| *affiliation == Affiliation::None);
    rows
}

/// Returns the last day that anybody from each organisation was present, in all events on file.
pub(super) fn last_seen(
    reader: AsOf<'_>,
    directory: &Directory,
    event: &Event,
    data: &EventData,
) -> Result<HashMap<Affiliation, NaiveDate>, StoreError> {
    let mut seen = HashMap::new();
    for other in reader.events()? {
        let loaded;
        let data = if other.id == event.id {
            data
        } else {
            loaded = EventData::load(reader, &other)?;
            &loaded
        };
        see(&mut seen, directory, &other, data)?;
    }
    Ok(seen)
}

/// Updates the last day that anybody from each organisation was present with those of an event.
pub(super) fn see(
    seen: &mut HashMap<Affiliation, NaiveDate>,
    directory: &Directory,
    event: &Event,
    data: &EventData,
) -> Result<(), StoreError> {
    for person in data.everybody() {
        if let Some(day) = data.last_day(person, event) {
            let affiliation = Affiliation::of(directory, data, person)?;
            let last = seen.entry(affiliation).or_insert(day);
            *last = day.max(*last);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, Fixture, text};
    use super::*;

    fn shown(fixture: &Fixture, language: Language) -> String {
        let table = organisations(&fixture.read(), &fixture.event(), language).unwrap();
        text(&table)
    }

    #[test]
    fn organisations_are_those_people_registered_for() {
        // Öle: Carla (partial), Eva (withdrew from her session), Hanna, who has moved since: 3 people, none present.
        // Nord: Anna present, Bernd not, Finn came without a registration: 2 of 3, and one of the two who signed up was
        // represented by a colleague. None: David; Gerd was there too briefly and never registered.
        assert_eq!(
            shown(&Fixture::meeting(), Language::En),
            "\
Organisations: Meeting herbst20
Thursday, 8 October 2020, 10:00–13:00 (CEST)
Place: Online
As of 8 October 2020

Organisation          People  Signed up  Present  Walk-in  Rate  Represented  By a colleague  Last seen
────────────────────────────────────────────────────────────────────────────────────────────────────────
Ätherische Öle Süd         3          3        0        0    0%  no                        0
BioCluster Nord e.V.       3          2        1        1   50%  yes                       1  2020-10-08
Universität Auental        1          0        1        0        yes                       0  2020-10-08
(no organisation)          1          1        0        0    0%

In total: People: 8 · Signed up: 6 · Present: 2 · Walk-in: 1 · Rate: 17%

Anyone who met the minimum counts as present. In “The keynote”: at least 5 minutes. In “The bar”: any presence counts. In all other sessions: at least 50% of the session.
2 stays (45 minutes) are not yet matched to a person: the figures may be too low. `rollcall review`
"
        );
    }

    #[test]
    fn who_did_not_come_is_represented_by_a_colleague_who_did() {
        let row = |fixture: &Fixture| {
            let table = organisations(&fixture.read(), &fixture.event(), Language::En).unwrap();
            let shown = fixture::csv(&table);
            let line = shown
                .lines()
                .find(|line| line.contains("Ätherische Öle Süd,"));
            line.unwrap().to_owned()
        };
        // Carla was there too briefly, Eva withdrew from her session, and Hanna's is not recorded.
        let mut fixture = Fixture::meeting();
        assert_eq!(row(&fixture), "2,Ätherische Öle Süd,3,3,0,0,0,0,no,0,");
        // An unknown colleague came in Eva's place; Carla was there, and Hanna may have been.
        fixture.change(|writer| {
            let colleague = fixture::add_person(writer, ("Ina", "Stattdessen"), Some(2))?;
            let span = Some(("11:00", "12:00"));
            fixture::add_stay(
                writer,
                crate::model::EventId(1),
                Some(2),
                Ok(colleague.0),
                span,
            )
        });
        assert_eq!(
            row(&fixture),
            "2,Ätherische Öle Süd,4,3,0,1,0,0,yes,1,2020-10-08"
        );
    }

    #[test]
    fn an_organisation_was_last_seen_at_another_event() {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| {
            let event = fixture::add_event(writer, "fruehjahr20", "2020-03-05", None)?;
            fixture::register(writer, event, 3, Some(2))?;
            fixture::add_stay(writer, event, None, Ok(3), Some(("10:00", "12:00")))
        });
        assert!(shown(&fixture, Language::De).contains("05.03.2020"));
    }

    #[test]
    fn before_anything_is_recorded_nobody_is_unrepresented() {
        let table = organisations(
            &Fixture::planned().read(),
            &Fixture::planned().event(),
            Language::En,
        )
        .unwrap();
        let row = &table.rows()[0];
        assert_eq!(row[4..], [const { Cell::Empty }; 7]);
    }
}
