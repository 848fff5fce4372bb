//! `rollcall attendance set`

use super::super::arguments::own_word;
use super::super::refusal::Unfit;
use super::super::telling::{Story, change, told_name};
use crate::catalogue::Message;
use crate::catalogue::messages::attendance;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, Ruled};
use crate::message;
use crate::model::{Ruling, Session, Verdict};
use crate::report::labels::Worded;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct SetArgs {
    #[arg(value_name = "PERSON")]
    person: String,
    #[arg(value_name = "SESSION")]
    session: String,
    #[arg(value_name = "VERDICT", value_parser = parse_verdict)]
    verdict: Verdict,
    #[arg(long, value_name = "TEXT", value_parser = parse_reason)]
    reason: String,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

fn parse_verdict(word: &str) -> Result<Verdict, Unfit> {
    own_word(word, Verdict::ALL)
}

fn parse_reason(text: &str) -> Result<String, Unfit> {
    // On one line, as in a cell of a spreadsheet.
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        return Err(Unfit::because(attendance::SAY_WHY));
    }
    Ok(words.join(" "))
}

pub(super) fn set(context: &mut Context, args: &SetArgs) -> Result<Exit, Error> {
    change(
        context,
        "attendance set",
        args.dry_run,
        |context, writer, story| {
            let event = context.find_event(writer)?;
            let session = intake::find_session(writer, &event, &args.session)?;
            let person = intake::find_person(writer, &args.person)?;
            let ruling = Ruling {
                person_id: person.id,
                session_id: session.id,
                verdict: args.verdict,
                reason: args.reason.clone(),
            };
            let name = told_name(writer, &person)?;
            let done = intake::rule(writer, &session, &person, &ruling)?;
            story.line(told(&done, story, &name, args.verdict, &session));
            Ok(message!(attendance::was_set {
                session: session.slug,
                verdict: args.verdict.word().wording()
            }))
        },
    )
}

/// Returns what a verdict by hand changed.
fn told(
    done: &Ruled,
    story: &Story,
    name: &Message,
    verdict: Verdict,
    session: &Session,
) -> Message {
    let (planned, session) = (story.is_planned(), &session.slug);
    let word = |verdict: Verdict| verdict.word().wording();
    match done {
        Ruled::Now => message!(attendance::counts_as {
            planned,
            name,
            verdict: word(verdict),
            session
        }),
        Ruled::Instead(before) if before.verdict == verdict => {
            message!(attendance::counts_for_another_reason {
                planned,
                name,
                verdict: word(verdict),
                session
            })
        }
        Ruled::Instead(before) => message!(attendance::counts_instead {
            planned,
            name,
            verdict: word(verdict),
            before: word(before.verdict),
            session
        }),
        Ruled::Already => message!(attendance::counted_already {
            name,
            verdict: word(verdict),
            session
        }),
    }
}
