//! `rollcall person duplicates`

use super::super::narrowing::Narrowing;
use super::super::review::reasons;
use super::{described, organisation_of};
use crate::catalogue::messages::{person as words, titles};
use crate::context::{Context, Delivery};
use crate::error::{Error, Exit};
use crate::intake::{self, Duplicate};
use crate::model::Candidate;
use crate::output::keyed::facts;
use crate::output::{Cell, Column, Table};
use crate::store::Reader;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct DuplicatesArgs {
    #[arg(long, num_args = 2, value_names = ["PERSON", "PERSON"])]
    different: Option<Vec<String>>,
    #[arg(long, conflicts_with = "different")]
    json: bool,
    #[arg(short = 'n', long)]
    dry_run: bool,
    #[command(flatten)]
    narrowing: Narrowing,
    #[command(flatten)]
    delivery: Delivery,
}

pub(super) fn duplicates(context: &mut Context, args: &DuplicatesArgs) -> Result<Exit, Error> {
    if let Some([one, other]) = args.different.as_deref() {
        return hold_apart(context, one, other, args.dry_run);
    }
    if args.json {
        context.format = Some(crate::output::Format::Json);
    }
    let table = context.read(|reader| {
        let found = intake::duplicates(reader)?;
        let table = table(context, reader, &found)?;
        args.narrowing.of(context, reader, None, table)
    })?;
    context.deliver(table, &args.delivery)?;
    Ok(Exit::Done)
}

fn table(context: &Context, reader: &Reader<'_>, found: &[Duplicate]) -> Result<Table, Error> {
    let mut table = Table::new(
        "duplicates",
        titles::DUPLICATES.in_language(context.language),
        vec![
            Column::of(facts::ID).right(),
            Column::of(facts::NAME),
            Column::of(facts::ORGANISATION),
            Column::of(facts::EMAIL),
            Column::of(facts::OTHER_ID).right(),
            Column::of(facts::OTHER_NAME),
            Column::of(facts::OTHER_ORGANISATION),
            Column::of(facts::OTHER_EMAIL),
            Column::of(facts::SCORE).right(),
            Column::of(facts::FOR),
            Column::of(facts::AGAINST),
        ],
    );
    for pair in found {
        let mut row = Vec::new();
        for person in [&pair.one, &pair.other] {
            row.extend([
                person.id.0.into(),
                person.full_name().into(),
                organisation_of(reader, person)?.into(),
                person.addresses.first().cloned().into(),
            ]);
        }
        let candidate = Candidate {
            id: pair.other.id.0,
            score: pair.score,
            reasons: pair.reasons.clone(),
        };
        let (pro, contra) = reasons::sides(&candidate, context.language_of_sentences());
        row.extend([
            Cell::Decimal {
                value: pair.score,
                digits: 2,
            },
            Cell::Words(pro),
            Cell::Words(contra),
        ]);
        table.push(row);
    }
    if let Some(pair) = found.first() {
        let (one, other) = (pair.one.id, pair.other.id);
        let way = crate::message!(person::merge_or_different { one, other });
        table.note(way.in_language(context.language));
    } else {
        table.note(words::NO_DUPLICATES.in_language(context.language));
    }
    Ok(table)
}

/// Stores that two people are not the same.
fn hold_apart(context: &mut Context, one: &str, other: &str, dry_run: bool) -> Result<Exit, Error> {
    super::super::telling::change(context, "person duplicates", dry_run, |_, writer, story| {
        let one = intake::find_person(writer, one)?;
        let other = intake::find_person(writer, other)?;
        if one.id == other.id {
            return Err(Error::usage(crate::message!(person::both_are_one {
                number: one.id,
                name: one.full_name()
            })));
        }
        intake::hold_apart(writer, one.id, other.id)?;
        story.line(crate::message!(person::are_different {
            planned: story.is_planned(),
            one: described(writer, &one)?,
            other: described(writer, &other)?
        }));
        Ok(crate::message!(person::held_apart {
            one: one.id,
            other: other.id
        }))
    })
}
