//! `rollcall attendance clear`

use super::super::telling::{change, told_name};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;
use crate::message;
use crate::report::labels::Worded;

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
    change(
        context,
        "attendance clear",
        args.dry_run,
        |context, writer, story| {
            let event = context.find_event(writer)?;
            let session = intake::find_session(writer, &event, &args.session)?;
            let person = intake::find_person(writer, &args.person)?;
            let (name, slug) = (told_name(writer, &person)?, &session.slug);
            story.line(match intake::unrule(writer, &session, &person)? {
                Some(ruling) => message!(attendance::cleared {
                    planned: story.is_planned(),
                    name,
                    verdict: ruling.verdict.word().wording(),
                    session: slug
                }),
                None => message!(attendance::not_set {
                    name,
                    session: slug
                }),
            });
            Ok(message!(attendance::no_longer_set { session: slug }))
        },
    )
}
