//! `rollcall review`

mod answer;
mod ask;
mod candidates;
mod data;
mod list;
mod offers;
mod on_file;
mod reasons;
mod show;
mod terminal;
mod words;

#[cfg(test)]
mod ask_tests;

pub(super) use reasons::in_words as reasons_in_words;

use clap::Subcommand;

use crate::catalogue::messages::review as said;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::model::ReviewId;

#[derive(Debug, clap::Args)]
#[command(
    subcommand_negates_reqs = true,
    args_conflicts_with_subcommands = false
)]
pub(super) struct ReviewArgs {
    number: Option<i64>,
    #[arg(long, conflicts_with = "number")]
    list: bool,
    #[arg(long)]
    all: bool,
    #[arg(short = 'n', long, global = true)]
    dry_run: bool,
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
    match (args.number, &args.action) {
        (None, None) if args.list || args.all || !context.may_ask() => {
            list::list(context, args.all)
        }
        (None, None) => {
            let mut asker = terminal::Terminal::new(context);
            ask::ask(context, &mut asker, args.dry_run)
        }
        (Some(number), None) => show::show(context, ReviewId(number)),
        (before, Some(Action::Show { number: after })) => match (before, *after) {
            (Some(number), None) | (None, Some(number)) => show::show(context, ReviewId(number)),
            (Some(_), Some(_)) => Err(Error::usage(said::ONE_AT_A_TIME).hinted(said::SHOW_ONE)),
            (None, None) => Err(Error::usage(said::WHICH_IS_SHOWN).hinted(said::SHOW_OR_LIST)),
        },
        (None, Some(Action::Given(_))) => {
            Err(Error::usage(said::WHICH_IS_ANSWERED).hinted(said::ANSWER_OR_LIST))
        }
        (Some(number), Some(Action::Given(given))) => {
            answer::answer(context, args.dry_run, ReviewId(number), given)
        }
    }
}
