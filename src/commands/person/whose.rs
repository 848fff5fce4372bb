//! Lists what belongs to somebody, with the numbers used by `person split` and `attendance move`.

use super::super::telling::moment;
use crate::catalogue::messages::{person as words, titles};
use crate::context::Context;
use crate::error::Error;
use crate::intake::Owned;
use crate::model::{Event, Stay};
use crate::output::keyed::{facts, labels};
use crate::output::{Cell, Column, Table};
use crate::report::labels::{registration_status, signup_status};
use crate::store::Reader;

/// Returns the registrations and sign-ups, numbered.
pub(super) fn rows(context: &Context, reader: &Reader<'_>, owned: &Owned) -> Result<Table, Error> {
    let mut table = Table::new(
        "rows",
        titles::SIGN_UP_ROWS.in_language(context.language),
        vec![
            Column::of(facts::ROW).right(),
            Column::of(facts::EVENT_SLUG),
            Column::of(facts::SESSION),
            Column::of(facts::STATUS),
            Column::of(facts::REQUESTED_AT),
            Column::of(facts::WRITTEN_BY).right(),
            Column::of(facts::FROM),
        ],
    );
    for (place, row) in owned.rows.iter().enumerate() {
        let Some(event) = reader.event(row.registration.event_id)? else {
            continue;
        };
        let session = match &row.signup {
            Some(signup) => reader.session(signup.session_id)?.map(|it| it.slug),
            None => None,
        };
        let (status, requested_at) = match &row.signup {
            Some(signup) => (signup_status(signup.status), signup.requested_at),
            None => (
                registration_status(row.registration.status),
                row.registration.requested_at,
            ),
        };
        let read_from = row.read_from();
        let read_from = read_from.map(|it| it.message().in_language(context.language));
        table.push(vec![
            i64::try_from(place + 1).unwrap_or(i64::MAX).into(),
            event.slug.clone().into(),
            session.into(),
            status,
            requested_at
                .map(|at| moment(context, at, event.zone))
                .into(),
            row.made_by.0.into(),
            read_from.into(),
        ]);
    }
    if owned.rows.len() > 1 {
        table.note(words::HOW_TO_SPLIT.in_language(context.language));
    }
    Ok(table)
}

/// Returns stays, by number.
pub(in crate::commands) fn stays(
    context: &Context,
    reader: &Reader<'_>,
    stays: &[Stay],
) -> Result<Table, Error> {
    let mut table = Table::new(
        "stays",
        titles::STAYS.in_language(context.language),
        columns(false),
    );
    let mut events: Vec<Event> = Vec::new();
    for stay in stays {
        if events.iter().all(|it| it.id != stay.event_id) {
            events.extend(reader.event(stay.event_id)?);
        }
        if let Some(event) = events.iter().find(|it| it.id == stay.event_id) {
            table.push(row(context, reader, event, stay, false)?);
        }
    }
    Ok(table)
}

/// Returns the columns of a list of stays; with the person if the list covers several.
pub(in crate::commands) fn columns(of_several: bool) -> Vec<Column> {
    let mut columns = vec![
        Column::of(facts::STAY).right(),
        Column::of(facts::EVENT_SLUG),
        Column::of(facts::SESSION),
    ];
    if of_several {
        columns.extend([
            Column::of(facts::PERSON_ID).right(),
            Column::of(facts::NAME),
        ]);
    }
    columns.extend([
        Column::of(facts::RECORDED_NAME),
        Column::of(facts::JOINED_AT),
        Column::of(facts::LEFT_AT),
        Column::of(facts::MINUTES).right(),
        Column::of(facts::SOURCE),
    ]);
    columns
}

/// Returns a stay as a row of a list; with the person if the list covers several.
pub(in crate::commands) fn row(
    context: &Context,
    reader: &Reader<'_>,
    event: &Event,
    stay: &Stay,
    of_several: bool,
) -> Result<Vec<Cell>, Error> {
    let session = match stay.session_id {
        Some(id) => reader.session(id)?.map(|it| it.slug),
        None => None,
    };
    let shown = |at: Option<_>| Cell::from(at.map(|at| moment(context, at, event.zone)));
    let mut row = vec![stay.id.0.into(), event.slug.clone().into(), session.into()];
    if of_several {
        let person = stay.person_id.map(|id| reader.person(id));
        let person = person.transpose()?.flatten();
        row.extend([
            Cell::from(person.as_ref().map(|it| it.id.0)),
            Cell::from(person.map(|it| it.full_name())),
        ]);
    }
    row.extend([
        stay.recorded_name.clone().into(),
        shown(stay.joined_at),
        shown(stay.left_at),
        super::super::review::minutes(stay).into(),
        match stay.read_from() {
            None => Cell::Label(labels::DOOR),
            Some(read_from) => read_from.message().in_language(context.language).into(),
        },
    ]);
    Ok(row)
}
