//! `rollcall session add`

use super::super::arguments::{capacity, end_after, or_nothing, parse_rule, single_spaced};
use super::super::event::plain_slug;
use super::super::telling::change;
use super::{in_order, parse_kind, people_of, refuse_taken, time_near, told, warn_if_outside};
use crate::catalogue::messages::session;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, slug_of};
use crate::message;
use crate::model::{Event, Instant, Part, Rule, SessionKind};
use crate::store::NewSession;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct AddArgs {
    title: String,
    #[arg(long, value_name = "NAME")]
    slug: Option<String>,
    #[arg(long, value_name = "KIND", default_value = "other", value_parser = parse_kind)]
    kind: SessionKind,
    #[arg(long, value_name = "TIME", requires = "end")]
    start: Option<String>,
    #[arg(long, value_name = "TIME", requires = "start")]
    end: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    capacity: Option<String>,
    #[arg(long, value_name = "ROOM")]
    room: Option<String>,
    #[arg(long, value_name = "RULE", value_parser = parse_rule)]
    rule: Option<Rule>,
    #[arg(long)]
    drop_in: bool,
    #[arg(long, value_name = "NAME")]
    speaker: Vec<String>,
    #[arg(long, value_name = "NAME")]
    moderator: Vec<String>,
    #[arg(long, value_name = "NAME")]
    host: Vec<String>,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn add(context: &mut Context, args: &AddArgs) -> Result<Exit, Error> {
    let title = single_spaced(&args.title);
    if title.is_empty() {
        return Err(Error::usage(session::WITHOUT_A_TITLE));
    }
    let slug = match &args.slug {
        Some(slug) => plain_slug(slug)?,
        None => slug_of(&title),
    };
    let capacity = args.capacity.as_deref().map_or(Ok(None), capacity)?;
    change(
        context,
        "session add",
        args.dry_run,
        |context, writer, story| {
            let event = context.find_event(writer)?;
            let (start, end) = times(args, &event)?;
            refuse_taken(writer, &event, &slug, None)?;
            let id = writer.add_session(&NewSession {
                event_id: event.id,
                slug: slug.clone(),
                title: title.clone(),
                kind: args.kind,
                start,
                end,
                capacity,
                room: args.room.as_deref().and_then(or_nothing),
                rule: args.rule,
                drop_in: args.drop_in,
                people: people_of(Part::Speaker, &args.speaker)
                    .chain(people_of(Part::Moderator, &args.moderator))
                    .chain(people_of(Part::Host, &args.host))
                    .collect(),
            })?;
            intake::link_session_people(writer)?;
            if let Some(added) = writer.session(id)? {
                story.line(message!(session::is_session {
                    planned: story.is_planned(),
                    title,
                    slug,
                    facts: told(&added, &event)
                }));
            }
            warn_if_outside(story, &event, start, end);
            Ok(message!(session::added { slug }))
        },
    )
}

/// Returns start and end of the session: as given, else those of the event.
fn times(args: &AddArgs, event: &Event) -> Result<(Instant, Instant), Error> {
    let start = match &args.start {
        Some(text) => time_near(text, event.start, event)?,
        None => event.start,
    };
    let end = match &args.end {
        Some(text) => end_after(text, start, event.zone)?,
        None => event.end,
    };
    in_order(start, end)?;
    Ok((start, end))
}
