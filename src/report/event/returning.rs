//! Compares who was at earlier events with who was at this one.

use crate::message;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use chrono::NaiveDate;

use super::{Annex, Source, column, words};
use crate::model::{Event, PersonId, Turnover as Kept};
use crate::output::keyed::columns;
use crate::output::{Cell, Column, Document, Figure, Part, Table};
use crate::report::AsOf;
use crate::report::directory::Directory;
use crate::report::event_data::EventData;
use crate::report::measures::rate;
use crate::report::organisations::{Affiliation, see, sorted};
use crate::report::times;
use crate::store::StoreError;

/// Who was present at an event.
struct Presence {
    event: Event,
    people: HashSet<PersonId>,
    /// Those with anybody present.
    organisations: HashSet<Affiliation>,
    /// Their last days there.
    last_days: HashMap<Affiliation, NaiveDate>,
    /// How many who took part were removed since.
    removed: i64,
    /// What those of them add to the comparison who are in a figure.
    kept: Kept,
}

/// This event compared with the earlier ones.
pub(super) struct Comparison {
    /// `None` before its end, and while nothing is recorded.
    now: Option<Presence>,
    /// The events that began earlier, are over and have a recording, in order.
    earlier: Vec<Presence>,
}

/// How many were present, compared with all earlier events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Turnover {
    pub(super) now: usize,
    pub(super) new: usize,
    pub(super) returning: usize,
    /// Present at any earlier event, but not now.
    pub(super) missing: usize,
}

impl Presence {
    /// `None` before the end, and while nothing is recorded.
    fn of(
        reader: AsOf<'_>,
        directory: &Directory,
        event: &Event,
        data: &EventData,
    ) -> Result<Option<Self>, StoreError> {
        let kept = reader.removed_turnover(event.id)?;
        if !data.recording.is_settled() && kept.present == 0 {
            return Ok(None);
        }
        let everybody = data.everybody().into_iter();
        let people: HashSet<PersonId> = everybody.filter(|it| data.is_present(*it)).collect();
        let mut last_days = HashMap::new();
        see(&mut last_days, directory, event, data)?;
        last_days.remove(&Affiliation::None);
        Ok(Some(Self {
            event: event.clone(),
            people,
            organisations: last_days.keys().cloned().collect(),
            last_days,
            removed: data.recording.removed,
            kept,
        }))
    }
}

impl Comparison {
    /// Loads the earlier events.
    pub(super) fn load(
        reader: AsOf<'_>,
        directory: &Directory,
        event: &Event,
        data: &EventData,
    ) -> Result<Self, StoreError> {
        let now = Presence::of(reader, directory, event, data)?;
        let mut earlier = Vec::new();
        if now.is_some() {
            let events = reader.events()?.into_iter();
            for event in events.filter(|it| it.start < event.start) {
                let data = EventData::load(reader, &event)?;
                earlier.extend(Presence::of(reader, directory, &event, &data)?);
            }
        }
        Ok(Self { now, earlier })
    }

    /// Returns the comparison of people; `None` if there is nothing to compare.
    pub(super) fn people(&self) -> Option<Turnover> {
        let on_file = self.turnover(|it| &it.people)?;
        let kept = &self.now.as_ref()?.kept;
        let plus =
            |count: usize, kept: i64| usize::try_from(as_number(count) + kept).unwrap_or_default();
        let now = plus(on_file.now, kept.present);
        let returning = plus(on_file.returning, kept.returning);
        Some(Turnover {
            now,
            new: now.saturating_sub(returning),
            returning,
            missing: plus(on_file.missing, kept.missing),
        })
    }

    /// Returns how many people were removed who took part in one of the events that are compared, and are in no figure:
    /// nobody knows any more whether they came again.
    fn removed(&self) -> i64 {
        let compared = self.earlier.iter().chain(&self.now);
        compared
            .map(|it| (it.removed - it.kept.present).max(0))
            .sum()
    }

    /// Returns the comparison of organisations; `None` if there is nothing to compare.
    pub(super) fn organisations(&self) -> Option<Turnover> {
        self.turnover(|it| &it.organisations)
    }

    fn turnover<T: Eq + Hash>(&self, of: fn(&Presence) -> &HashSet<T>) -> Option<Turnover> {
        let now = of(self.now.as_ref().filter(|_| !self.earlier.is_empty())?);
        let before: HashSet<&T> = self.earlier.iter().flat_map(of).collect();
        let returning = now.iter().filter(|it| before.contains(it)).count();
        Some(Turnover {
            now: now.len(),
            new: now.len() - returning,
            returning,
            missing: before.len() - returning,
        })
    }
}

/// Adds the comparison, or a sentence that there is none.
pub(super) fn add(document: &mut Document, source: &Source<'_>) {
    let language = source.language();
    let heading = words::NEW_AND_RETURNING.in_language(language);
    document.push(Part::Heading(heading.to_owned()));
    let comparison = &source.comparison;
    let Some(people) = comparison.people() else {
        let sentence = words::NO_EARLIER_EVENT.in_language(language);
        document.push(Part::Paragraph(sentence.to_owned()));
        return;
    };
    let compared = message!(event_report::compared {
        count: comparison.earlier.len(),
        present: people.now,
        new: people.new,
        returning: people.returning,
    });
    document.push(Part::Paragraph(compared.in_language(language)));
    let removed = comparison.removed();
    if removed > 0 {
        let sentence = message!(event_report::not_compared { count: removed });
        document.push(Part::Paragraph(sentence.in_language(language)));
    }
}

/// Adds the comparison in numbers; nothing if there is none.
pub(super) fn annex(annex: &mut Annex<'_>, source: &Source<'_>) {
    let language = source.language();
    let comparison = &source.comparison;
    let (Some(people), Some(organisations)) = (comparison.people(), comparison.organisations())
    else {
        return;
    };
    annex.heading(words::NEW_AND_RETURNING);
    let figures = [
        // New people are among the figures at the top.
        (columns::PEOPLE_RETURNING, people.returning),
        (columns::PEOPLE_MISSING, people.missing),
        (columns::ORGANISATIONS_NEW, organisations.new),
        (columns::ORGANISATIONS_RETURNING, organisations.returning),
        (columns::ORGANISATIONS_MISSING, organisations.missing),
    ];
    let figures = figures.into_iter().map(|(keyed, number)| Figure {
        column: Column::of(keyed),
        value: Cell::from(number),
        remark: String::new(),
    });
    annex.push(Part::Figures(figures.collect()));
    annex.push(Part::Table(rates(source)));
    if organisations.missing > 0 {
        let sentence = words::MISSING_ORGANISATIONS.in_language(language);
        annex.push(Part::Paragraph(sentence.to_owned()));
        annex.push(Part::Table(missing(source)));
    }
}

/// Returns how many from each earlier event were present again.
fn rates(source: &Source<'_>) -> Table {
    let columns = vec![
        Column::of(columns::EVENT),
        Column::of(columns::EVENT_DAY),
        Column::of(columns::PEOPLE_THEN).right(),
        Column::of(columns::PEOPLE_AGAIN).right(),
        Column::of(columns::PEOPLE_AGAIN_RATE).right(),
        Column::of(columns::ORGANISATIONS_THEN).right(),
        Column::of(columns::ORGANISATIONS_AGAIN).right(),
        Column::of(columns::ORGANISATIONS_AGAIN_RATE).right(),
    ];
    let mut table = Table::new("earlier_events", "", columns);
    let Some(now) = &source.comparison.now else {
        return table;
    };
    for then in &source.comparison.earlier {
        let people = then.people.intersection(&now.people).count();
        let people = as_number(people) + then.kept.again.get(&now.event.id).unwrap_or(&0);
        let organisations = then.organisations.intersection(&now.organisations).count();
        let mut row = vec![
            Cell::from(then.event.title.as_str()),
            times::day(&then.event, source.language()),
        ];
        row.extend(again(
            people,
            as_number(then.people.len()) + then.kept.present,
        ));
        row.extend(again(
            as_number(organisations),
            as_number(then.organisations.len()),
        ));
        table.push(row);
    }
    table
}

fn again(again: i64, then: i64) -> [Cell; 3] {
    [Cell::Integer(then), Cell::Integer(again), rate(again, then)]
}

fn as_number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Returns organisations that were at an earlier event but not at this one, with their last day at one.
fn missing(source: &Source<'_>) -> Table {
    let last_seen = column(&source.organisations, "last_seen");
    let mut columns = vec![Column::of(columns::ORGANISATION)];
    columns.extend(last_seen);
    let mut table = Table::new("missing_organisations", "", columns);
    let Some(now) = &source.comparison.now else {
        return table;
    };
    let mut seen: HashMap<Affiliation, NaiveDate> = HashMap::new();
    for then in &source.comparison.earlier {
        for away in then.organisations.difference(&now.organisations) {
            if let Some(day) = then.last_days.get(away) {
                let last = seen.entry(away.clone()).or_insert(*day);
                *last = (*day).max(*last);
            }
        }
    }
    for (affiliation, day) in sorted(&source.directory, seen) {
        table.push(vec![
            Cell::from(affiliation.name(&source.directory)),
            times::date(day, source.language()),
        ]);
    }
    table
}
