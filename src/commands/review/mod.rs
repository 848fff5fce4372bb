//! `rollcall review`

mod answer;
mod ask;
mod automatic;
mod candidates;
mod data;
mod groups;
mod list;
mod offers;
mod on_file;
pub(in crate::commands) mod reasons;
mod sheet;
mod show;
mod terminal;
mod words;

#[cfg(test)]
mod ask_tests;

pub(super) use reasons::in_words as reasons_in_words;
use std::path::PathBuf;

pub(super) use words::minutes;

use clap::Subcommand;

use super::narrowing::Narrowing;
use super::numbers::Numbers;
use crate::catalogue::messages::review as said;
use crate::context::{Context, Delivery};
use crate::error::{Error, Exit};
use crate::model::ReviewId;

#[derive(Debug, clap::Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "switches of a command line, which have nothing to do with each other"
)]
#[command(
    subcommand_negates_reqs = true,
    args_conflicts_with_subcommands = false,
    subcommand_precedence_over_arg = true
)]
pub(super) struct ReviewArgs {
    #[arg(value_name = "NUMBER", value_parser = Numbers::parse)]
    number: Vec<Numbers>,
    #[arg(long, conflicts_with = "number")]
    list: bool,
    #[arg(long)]
    all: bool,
    #[arg(long, conflicts_with_all = ["number", "list", "all"])]
    automatic: bool,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["number", "list", "all", "automatic", "output"])]
    from: Option<PathBuf>,
    #[arg(long, global = true)]
    only: bool,
    #[arg(short = 'n', long, global = true)]
    dry_run: bool,
    #[command(flatten)]
    narrowing: Narrowing,
    #[command(flatten)]
    delivery: Delivery,
    #[command(subcommand)]
    action: Option<Action>,
}

#[derive(Debug, Subcommand)]
enum Action {
    Show {
        number: Option<i64>,
    },
    #[command(flatten)]
    Given(Given),
}

/// The answers.
#[derive(Debug, Subcommand)]
enum Given {
    Person {
        reference: String,
    },
    #[command(alias = "neu")]
    New,
    #[command(alias = "niemand")]
    Nobody,
    #[command(alias = "gleich")]
    Same {
        reference: Option<String>,
    },
    #[command(alias = "verschieden")]
    Different,
    #[command(alias = "behalten")]
    Keep,
}

pub(super) fn review(context: &mut Context, args: &ReviewArgs) -> Result<Exit, Error> {
    let numbers = Numbers::all(&args.number).into_iter().map(ReviewId);
    let numbers: Vec<ReviewId> = numbers.collect();
    let is_no_list = !numbers.is_empty() || args.action.is_some() || args.from.is_some();
    if args.narrowing.is_asked_for() && is_no_list {
        return Err(Error::usage(said::NO_LIST_TO_NARROW).hinted(said::LISTS_TO_NARROW));
    }
    if let Some(file) = &args.from {
        return sheet::answer_from(context, file, args.dry_run);
    }
    if args.automatic {
        return automatic::automatic(context, &args.narrowing, &args.delivery);
    }
    let is_named = args.list || args.all || args.narrowing.is_asked_for();
    let is_list = is_named || args.delivery.output.is_some() || !context.may_ask();
    match (numbers.as_slice(), &args.action) {
        ([], None) if is_list => list::list(context, args.all, &args.narrowing, &args.delivery),
        ([], None) => {
            let mut asker = terminal::Terminal::new(context);
            ask::ask(context, &mut asker, args.dry_run)
        }
        ([number], None) => show::show(context, *number),
        (before, Some(Action::Show { number: after })) => {
            let after = after.map(ReviewId);
            match before.iter().copied().chain(after).collect::<Vec<_>>()[..] {
                [number] => show::show(context, number),
                [] => Err(Error::usage(said::WHICH_IS_SHOWN).hinted(said::SHOW_OR_LIST)),
                _ => Err(Error::usage(said::ONE_AT_A_TIME).hinted(said::SHOW_ONE)),
            }
        }
        (_, None) => Err(Error::usage(said::ONE_AT_A_TIME).hinted(said::SHOW_ONE)),
        ([], Some(Action::Given(_))) => {
            Err(Error::usage(said::WHICH_IS_ANSWERED).hinted(said::ANSWER_OR_LIST))
        }
        (numbers, Some(Action::Given(given))) => {
            answer::answer(context, args.dry_run, args.only, numbers, given)
        }
    }
}
