//! Shows two records side by side before they are merged.

use super::super::telling::moment;
use crate::catalogue::messages::titles;
use crate::context::Context;
use crate::error::Error;
use crate::intake::Merge;
use crate::model::Person;
use crate::output::keyed::{Keyed, columns, facts};
use crate::output::{Cell, Column, Table};
use crate::store::Reader;

/// Returns what is on file about both, and the result of merging them.
pub(super) fn table(context: &Context, reader: &Reader<'_>, merge: &Merge) -> Result<Table, Error> {
    let mut after = merge.after.clone();
    after.aliases.extend(merge.from.aliases.iter().cloned());
    after.aliases.sort();
    after.aliases.dedup();
    let mut table = Table::new(
        "merge",
        titles::TWO_RECORDS.in_language(context.language),
        vec![
            Column::of(columns::FACT),
            Column::of(facts::GOES),
            Column::of(facts::STAYS_ON_FILE),
            Column::of(facts::TOGETHER),
        ],
    );
    let all = [&merge.from, &merge.into, &after];
    let organisation = |person: &Person| -> Result<Cell, Error> {
        Ok(super::organisation_of(reader, person)?.into())
    };
    let organisations = [
        organisation(all[0])?,
        organisation(all[1])?,
        organisation(all[2])?,
    ];
    let rows: [(Keyed, [Cell; 3]); 9] = [
        (facts::NUMBER, all.map(|it| it.id.0.into())),
        (facts::NAME, all.map(|it| it.full_name().into())),
        (facts::ORGANISATION, organisations),
        (
            facts::EMAIL,
            all.map(|it| Cell::Words(it.addresses.clone())),
        ),
        (
            facts::ALIASES,
            all.map(|it| Cell::Words(it.aliases.clone())),
        ),
        (facts::ROLE, all.map(|it| it.role.clone().into())),
        (facts::PHONE, all.map(|it| it.phone.clone().into())),
        (facts::LANGUAGE, all.map(|it| it.language.clone().into())),
        (facts::NEWEST_FORM, newest(context, merge)),
    ];
    let words = |keyed: Keyed| keyed.in_language(context.language).to_owned();
    for (keyed, cells) in rows {
        let is_empty = |cell: &Cell| match cell {
            Cell::Empty => true,
            Cell::Words(words) => words.is_empty(),
            _ => false,
        };
        if !cells.iter().all(is_empty) {
            let mut row = vec![words(keyed).into()];
            row.extend(cells);
            table.push(row);
        }
    }
    for event in reader.events()? {
        let mut cells = Vec::new();
        for person in [&merge.from, &merge.into] {
            cells.push(taking_part(reader, event.id, person)?);
        }
        if cells.iter().any(|it| *it != Cell::Empty) {
            let mut row = vec![event.slug.into()];
            row.extend(cells);
            row.push(Cell::Empty);
            table.push(row);
        }
    }
    Ok(table)
}

/// Returns the time of the latest registration of each.
fn newest(context: &Context, merge: &Merge) -> [Cell; 3] {
    let [from, into] = merge.latest;
    [from, into, from.max(into)].map(|at| at.map(|at| moment(context, at, context.zone)).into())
}

/// Returns the sessions that somebody signed up for at an event, and those where they were seen.
fn taking_part(
    reader: &Reader<'_>,
    event: crate::model::EventId,
    person: &Person,
) -> Result<Cell, Error> {
    let mut slugs = Vec::new();
    let registration = reader.registration(event, person.id)?;
    let signups = registration.as_ref().map(|it| reader.signups_of(it.id));
    let signups = signups.transpose()?.unwrap_or_default();
    for session in reader.sessions(event)? {
        let is_signed_up = signups.iter().any(|it| it.session_id == session.id);
        if is_signed_up || !reader.stays_of(person.id, session.id)?.is_empty() {
            slugs.push(session.slug);
        }
    }
    Ok(match registration {
        None if slugs.is_empty() => Cell::Empty,
        Some(registration) if slugs.is_empty() => {
            crate::report::labels::registration_status(registration.status)
        }
        _ => Cell::Words(slugs),
    })
}
