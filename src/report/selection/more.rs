//! Additional columns about the people or organisations in a table's rows: address, role, country, and answers in a
//! form.

use std::collections::{BTreeSet, HashMap};

use super::super::directory::Directory;
use super::super::labels;
use super::folded;
use crate::model::{Event, EventId, Organisation, OrganisationId, Person, PersonId, Registration};
use crate::output::keyed::{Keyed, columns, exports};
use crate::output::{Cell, Column, Heading, Language, Table, make_unique};
use crate::store::{Reader, StoreError};

/// An additional column that a table can have.
#[derive(Debug, Clone, PartialEq)]
pub struct More {
    /// The column.
    pub column: Column,
    /// One cell per row.
    pub cells: Vec<Cell>,
}

/// Returns the columns that a table can have in addition to its own. If its rows are about people, these are their data
/// on file, and their answers in the event of the row, or else in `event`; if they are about organisations, the data on
/// file about those.
///
/// # Errors
/// Those of the store.
pub fn more(
    reader: &Reader<'_>,
    event: Option<&Event>,
    table: &Table,
    language: Language,
) -> Result<Vec<More>, StoreError> {
    let organisations = reader.organisations()?.into_iter();
    let organisations: HashMap<_, _> = organisations.map(|it| (it.id, it)).collect();
    let people = people_of(table);
    let mut found = if people.iter().any(Option::is_some) {
        of_people(reader, event, table, &people, &organisations, language)?
    } else if let Some(place) = place(table, columns::ORGANISATION_ID.key()) {
        let rows = table.rows().iter();
        let ids = rows.map(|row| number(&row[place]).map(OrganisationId));
        let of = ids.map(|id| organisations.get(&id?)).collect::<Vec<_>>();
        of_organisations(
            &of,
            [columns::ORGANISATION_KIND, exports::KIND],
            table.taken_back,
        )
    } else {
        Vec::new()
    };
    found.retain(|it| is_new(table, &it.column));
    let own = table.columns().iter().map(|it| &*it.key);
    let keys = make_unique(own.chain(found.iter().map(|it| &*it.column.key)));
    let keys = keys.into_iter().skip(table.columns().len());
    for (more, key) in found.iter_mut().zip(keys) {
        more.column.key = key.into();
    }
    Ok(found)
}

/// Returns whether the table lacks this column; the same question counts as the same column.
fn is_new(table: &Table, column: &Column) -> bool {
    table.columns().iter().all(|own| match &column.heading {
        Heading::Question(_) => own.heading != column.heading,
        Heading::Wording(_) => own.key != column.key || matches!(own.heading, Heading::Question(_)),
    })
}

fn place(table: &Table, key: &str) -> Option<usize> {
    let mut columns = table.columns().iter();
    columns.position(|it| it.key == key && matches!(it.heading, Heading::Wording(_)))
}

fn number(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Integer(number) => Some(*number),
        _ => None,
    }
}

/// Returns the person that each row is about.
fn people_of(table: &Table) -> Vec<Option<PersonId>> {
    let place = place(table, columns::PERSON_ID.key()).or_else(|| {
        let is_of_people = table.name == "people";
        is_of_people.then(|| place(table, exports::ID.key()))?
    });
    let rows = table.rows().iter().zip(table.people());
    let ids = rows.map(|(row, person)| person.or_else(|| number(&row[place?])));
    ids.map(|id| id.map(PersonId)).collect()
}

/// The registrations for some events.
#[derive(Default)]
struct Registered {
    registrations: HashMap<(EventId, PersonId), Registration>,
    /// Everything that their forms asked.
    questions: Vec<String>,
}

impl Registered {
    fn at(reader: &Reader<'_>, events: &[Option<EventId>]) -> Result<Self, StoreError> {
        let mut registered = Self::default();
        let events: BTreeSet<EventId> = events.iter().copied().flatten().collect();
        for event in events {
            for row in reader.registrations(event)? {
                let registration = row.registration;
                for (question, _) in &registration.answers {
                    if !registered.questions.contains(question) {
                        registered.questions.push(question.clone());
                    }
                }
                let key = (event, registration.person_id);
                registered.registrations.insert(key, registration);
            }
        }
        Ok(registered)
    }
}

fn of_people(
    reader: &Reader<'_>,
    event: Option<&Event>,
    table: &Table,
    people: &[Option<PersonId>],
    organisations: &HashMap<OrganisationId, Organisation>,
    language: Language,
) -> Result<Vec<More>, StoreError> {
    let directory = Directory::load(*reader, language)?;
    let events = events_of(reader, event, table)?;
    let Registered {
        registrations,
        questions,
    } = Registered::at(reader, &events)?;
    let mut rows: Vec<Option<(&Person, Option<&Registration>)>> = Vec::new();
    for (person, event) in people.iter().zip(&events) {
        let Some(person) = person else {
            rows.push(None);
            continue;
        };
        let registration = event.and_then(|event| registrations.get(&(event, *person)));
        rows.push(Some((directory.person(*person)?, registration)));
    }
    let is_export = table.taken_back;
    let column = |keyed: [Keyed; 2], cell: &dyn Fn(&Person, Option<&Registration>) -> Cell| More {
        column: Column::of(keyed[usize::from(is_export)]),
        cells: rows
            .iter()
            .map(|it| {
                it.map_or(Cell::Empty, |(person, registration)| {
                    cell(person, registration)
                })
            })
            .collect(),
    };
    let mut found = vec![
        column([columns::NAME, exports::NAME], &|it, _| {
            it.sort_name().into()
        }),
        column([columns::EMAIL, exports::EMAIL], &|it, _| {
            it.addresses.first().cloned().into()
        }),
        column([columns::PHONE, exports::PHONE], &|it, _| {
            it.phone.clone().into()
        }),
        column([columns::ROLE, exports::ROLE], &|it, _| {
            it.role.clone().into()
        }),
        column([columns::LANGUAGE, exports::LANGUAGE], &|it, _| {
            it.language.clone().into()
        }),
        column(
            [columns::ORGANISATION, exports::ORGANISATION],
            &|it, then| directory.organisation_then(it, then).into(),
        ),
    ];
    if events.iter().any(Option::is_some) && place(table, columns::SIGN_UP.key()).is_none() {
        found.push(column([columns::STATUS, exports::STATUS], &|_, then| {
            then.map_or(Cell::Empty, |it| labels::registration_status(it.status))
        }));
    }
    let of = rows.iter().map(|it| {
        let (person, registration) = (*it)?;
        // A registration that names one not on file has none, whatever the person's is now.
        let is_named = registration.is_some_and(|it| it.organisation_name.is_some());
        let then = registration.and_then(|it| it.organisation_id);
        let now = person.organisation_id.filter(|_| !is_named);
        organisations.get(&then.or(now)?)
    });
    found.extend(of_organisations(
        &of.collect::<Vec<_>>(),
        [columns::ORGANISATION_KIND; 2],
        is_export,
    ));
    for question in questions {
        let answer = |registration: Option<&Registration>| {
            let mut answers = registration?.answers.iter();
            let found = answers.find(|(asked, _)| *asked == question);
            found.map(|(_, answer)| answer.clone())
        };
        let cells = rows
            .iter()
            .map(|it| Cell::from(it.and_then(|(_, then)| answer(then))));
        found.push(More {
            cells: cells.collect(),
            column: Column::answers(question.clone()),
        });
    }
    Ok(found)
}

/// Returns the event of each row: the one it names, else the one the table is about.
fn events_of(
    reader: &Reader<'_>,
    event: Option<&Event>,
    table: &Table,
) -> Result<Vec<Option<EventId>>, StoreError> {
    let about = event.map(|it| it.id);
    let Some(place) = place(table, exports::EVENT.key()) else {
        return Ok(vec![about; table.rows().len()]);
    };
    let events = reader.events()?.into_iter();
    let by_slug: HashMap<String, EventId> = events.map(|it| (folded(&it.slug), it.id)).collect();
    let rows = table.rows().iter().map(|row| match &row[place] {
        Cell::Text(slug) => by_slug.get(&folded(slug)).copied().or(about),
        _ => about,
    });
    Ok(rows.collect())
}

/// Exports have their own headings.
fn of_organisations(
    rows: &[Option<&Organisation>],
    kind: [Keyed; 2],
    is_export: bool,
) -> Vec<More> {
    let column = |keyed: [Keyed; 2], text: &dyn Fn(&Organisation) -> Option<String>| More {
        column: Column::of(keyed[usize::from(is_export)]),
        cells: rows
            .iter()
            .map(|it| Cell::from(it.and_then(text)))
            .collect(),
    };
    vec![
        column(kind, &|it| it.kind.clone()),
        column([columns::ORGANISATION_COUNTRY, exports::COUNTRY], &|it| {
            it.country.clone()
        }),
        column([columns::ORGANISATION_REGION, exports::REGION], &|it| {
            it.region.clone()
        }),
    ]
}
