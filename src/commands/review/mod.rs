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

pub(super) use words::detail_of;

use clap::Subcommand;

use crate::context::Context;
use crate::error::{Error, Exit};
use crate::model::ReviewId;

/// List the open questions, and answer them
///
/// What the data could not tell for sure waits here: who a row means, whether two organisations are
/// one, whose stay it was, two sessions of one person at the same time. On a terminal the questions are
/// asked one after the other; in a pipe, and with --list, they are listed. Every answer is remembered
/// for the next file, is an operation of its own, and can be undone.
#[derive(Debug, clap::Args)]
#[command(
    subcommand_negates_reqs = true,
    args_conflicts_with_subcommands = false,
    before_help = "Examples:
  rollcall review                    ask one question after the other (in a pipe: list them)
  rollcall review --list             only list them
  rollcall review show 3             question 3: what the row says, what speaks for whom
  rollcall review 3 person 12        it is person 12 (a number, an address or a name)
  rollcall review 3 new              it is somebody new
  rollcall review 3 nobody           it is nobody: a program that takes notes
  rollcall review 4 same             the two are the same
  rollcall review 4 different        they are not
  rollcall review 5 keep             both sessions stand"
)]
pub(super) struct ReviewArgs {
    /// The question's number
    number: Option<i64>,
    /// Only list the questions, and ask nothing
    #[arg(long, conflicts_with = "number")]
    list: bool,
    /// List the questions that were answered as well
    #[arg(long)]
    all: bool,
    /// Say what would happen, and change nothing
    #[arg(short = 'n', long, global = true)]
    dry_run: bool,
    #[command(subcommand)]
    action: Option<Action>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Tell all there is to know about one question
    #[command(before_help = "Examples:
  rollcall review show 3
  rollcall review show 3 --format json")]
    Show {
        /// The question's number
        number: Option<i64>,
    },
    #[command(flatten)]
    Given(Given),
}

/// The answers.
#[derive(Debug, Subcommand)]
enum Given {
    /// It is this person
    Person {
        /// A number, an address or a name
        reference: String,
    },
    /// It is somebody new
    New,
    /// It is nobody: a program that takes notes, a second screen; the stay does not count
    Nobody,
    /// The two are the same; names the organisation where there are several candidates
    Same {
        /// A number, or a name
        reference: Option<String>,
    },
    /// It is none of the candidates
    Different,
    /// Both sessions stand
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
            (Some(_), Some(_)) => {
                Err(Error::usage("one question at a time").hinted("rollcall review show 3"))
            }
            (None, None) => Err(Error::usage("which question is shown?")
                .hinted("rollcall review show 3; `rollcall review --list` lists the numbers")),
        },
        (None, Some(Action::Given(_))) => Err(Error::usage("which question is answered?")
            .hinted("rollcall review 3 new; `rollcall review --list` lists the numbers")),
        (Some(number), Some(Action::Given(given))) => {
            answer::answer(context, args.dry_run, ReviewId(number), given)
        }
    }
}
