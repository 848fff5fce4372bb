//! `rollcall attendance stays`

use super::super::narrowing::Narrowing;
use super::super::person::whose;
use crate::catalogue::messages::titles;
use crate::context::{Context, Delivery};
use crate::error::{Error, Exit};
use crate::intake;
use crate::message;
use crate::output::Table;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct StaysArgs {
    #[arg(long)]
    session: Option<String>,
    #[command(flatten)]
    narrowing: Narrowing,
    #[command(flatten)]
    delivery: Delivery,
}

pub(super) fn stays(context: &mut Context, args: &StaysArgs) -> Result<Exit, Error> {
    let table = context.read(|reader| {
        let event = context.find_event(reader)?;
        let session = args.session.as_deref();
        let session = session.map(|it| intake::find_session(reader, &event, it));
        let session = session.transpose()?.map(|it| it.id);
        let what = titles::STAYS.in_language(context.language);
        let title = message!(titles::of_event {
            what,
            event: event.title
        });
        let mut table = Table::new(
            "stays",
            title.in_language(context.language),
            whose::columns(true),
        );
        for stay in reader.stays(event.id)? {
            if session.is_some() && stay.session_id != session {
                continue;
            }
            table.push(whose::row(context, reader, &event, &stay, true)?);
        }
        args.narrowing.of(context, reader, Some(&event), table)
    })?;
    context.deliver(table, &args.delivery)?;
    Ok(Exit::Done)
}
