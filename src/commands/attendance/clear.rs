//! `rollcall attendance clear`

use super::super::arguments;
use super::super::telling::{Story, told_name};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct ClearArgs {
    #[arg(value_name = "PERSON")]
    person: String,
    #[arg(value_name = "SESSION")]
    session: String,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn clear(context: &mut Context, args: &ClearArgs) -> Result<Exit, Error> {
    let mut store = context.store()?;
    let mut story = Story::new(args.dry_run);
    let changed = store.change(
        "attendance clear",
        context.now,
        args.dry_run,
        |writer| -> Result<(String, String), Error> {
            let event = context.find_event(writer)?;
            let session = intake::find_session(writer, &event, &args.session)?;
            let person = arguments::person(writer, &args.person)?;
            let (name, slug) = (told_name(writer, &person)?, &session.slug);
            story.line(match intake::unrule(writer, &session, &person)? {
                Some(ruling) => {
                    let is = story.pick("is", "would be");
                    let word = ruling.verdict.as_str();
                    format!("{name}: `{word}` {is} gone from `{slug}`, what was recorded counts")
                }
                None => format!("{name} has no verdict by hand in `{slug}`"),
            });
            let summary = format!("1 verdict in {slug} no longer set by hand");
            Ok((summary.clone(), summary))
        },
    )?;
    story.tell(context, &changed)?;
    Ok(Exit::Done)
}
