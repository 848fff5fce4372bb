//! `rollcall review --automatic`: what was matched without a question.

use super::super::narrowing::Narrowing;
use super::super::person::whose;
use super::reasons::in_words;
use crate::catalogue::messages::{review as said, titles};
use crate::context::{Context, Delivery};
use crate::error::{Error, Exit};
use crate::message;
use crate::model::Reason;
use crate::output::keyed::facts;
use crate::output::{Cell, Column, Table};

/// Lists the stays of the event that a rule matched to people, with the rule, the weakest first.
pub(super) fn automatic(
    context: &mut Context,
    narrowing: &Narrowing,
    delivery: &Delivery,
) -> Result<Exit, Error> {
    let table = context.read(|reader| {
        let event = context.find_event(reader)?;
        let what = titles::MATCHED_STAYS.in_language(context.language);
        let title = message!(titles::of_event {
            what,
            event: event.title
        });
        let mut columns = whose::columns(true);
        columns.push(Column::of(facts::REASONS));
        let mut table = Table::new("matched", title.in_language(context.language), columns);
        let mut matched = reader.matched_stays(event.id)?;
        matched.sort_by_key(|matched| (strength(matched.by.rule), matched.stay.id));
        for matched in &matched {
            let mut row = whose::row(context, reader, &event, &matched.stay, true)?;
            row.push(Cell::from(
                in_words(&[matched.by.rule], context.language).join(", "),
            ));
            table.push(row);
        }
        narrowing.of(context, reader, Some(&event), table)
    })?;
    let is_empty = table.is_empty();
    context.deliver(table, delivery)?;
    if !is_empty {
        context.hint(said::MOVE_A_STAY)?;
    }
    Ok(Exit::Done)
}

/// Returns the strength of a rule; from the weakest: the name alone, a name that was answered, also the organisation,
/// the address.
fn strength(rule: Reason) -> u8 {
    match rule {
        Reason::OnlyOneInEvent => 0,
        Reason::RememberedName => 1,
        Reason::SameNameSameOrganisation => 2,
        _ => 3,
    }
}
