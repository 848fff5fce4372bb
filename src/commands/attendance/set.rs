//! `rollcall attendance set`

use super::super::arguments;
use super::super::telling::{Story, told_name};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, Ruled};
use crate::model::{Ruling, Verdict};

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

fn parse_verdict(word: &str) -> Result<Verdict, String> {
    Verdict::parse(word).ok_or_else(|| {
        let words = Verdict::ALL.map(Verdict::as_str);
        format!("write one of {}", words.join(", "))
    })
}

fn parse_reason(text: &str) -> Result<String, String> {
    // On one line, as a cell of a spreadsheet gives it back.
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        return Err("say why the log is wrong".to_owned());
    }
    Ok(words.join(" "))
}

pub(super) fn set(context: &mut Context, args: &SetArgs) -> Result<Exit, Error> {
    let mut store = context.store()?;
    let mut story = Story::new(args.dry_run);
    let changed = store.change(
        "attendance set",
        context.now,
        args.dry_run,
        |writer| -> Result<(String, String), Error> {
            let event = context.find_event(writer)?;
            let session = intake::find_session(writer, &event, &args.session)?;
            let person = arguments::person(writer, &args.person)?;
            let ruling = Ruling {
                person_id: person.id,
                session_id: session.id,
                verdict: args.verdict,
                reason: args.reason.clone(),
            };
            let name = told_name(writer, &person)?;
            let (slug, word) = (&session.slug, args.verdict.as_str());
            let stands = story.pick("stands", "would stand");
            let line = match intake::rule(writer, &session, &person, &ruling)? {
                Ruled::Now => format!("{name}: `{word}` {stands} for `{slug}`"),
                Ruled::Instead(before) if before.verdict == args.verdict => {
                    format!("{name}: `{word}` {stands} for `{slug}`, with another reason")
                }
                Ruled::Instead(before) => format!(
                    "{name}: `{word}` {stands} for `{slug}`, in place of `{}`",
                    before.verdict.as_str()
                ),
                Ruled::Already => format!("{name}: `{word}` stood for `{slug}` already"),
            };
            story.line(line);
            let summary = format!("1 verdict in {slug} set to {word}");
            Ok((summary.clone(), summary))
        },
    )?;
    story.tell(context, &changed)?;
    Ok(Exit::Done)
}
