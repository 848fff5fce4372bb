//! `rollcall event add` and `rollcall event edit`

use chrono_tz::Tz;

use super::super::arguments::{
    end_after, end_of_day, instant, is_date_only, nothing_to_change, or_nothing, parse_keep,
    parse_rule, parse_zone, single_spaced,
};
use super::super::telling::{Story, change, time_beside};
use super::facts::FactsArgs;
use crate::catalogue::Message;
use crate::catalogue::messages::{event, times};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, slug_of};
use crate::message;
use crate::model::{Event, EventFacts, EventId, Instant, Rule, RuleError};
use crate::store::{NewEvent, Reader, Writer};

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct AddArgs {
    title: String,
    #[arg(long, value_name = "NAME")]
    slug: Option<String>,
    #[arg(long, value_name = "TIME")]
    start: String,
    #[arg(long, value_name = "TIME")]
    end: Option<String>,
    #[arg(long, value_name = "ZONE", value_parser = parse_zone)]
    timezone: Option<Tz>,
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    #[arg(long, value_name = "RULE", value_parser = parse_rule)]
    rule: Option<Rule>,
    #[command(flatten)]
    facts: FactsArgs,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

/// Parses the end of something that begins at `start`; a time of day is on the same day.
pub(in crate::commands) fn end(text: &str, start: Instant, zone: Tz) -> Result<Instant, Error> {
    let end = end_after(text, start, zone)?;
    Ok(if is_date_only(text) {
        end_of_day(end.with_timezone(&zone).date_naive(), zone)
    } else {
        end
    })
}

/// Refuses an end before the begin.
pub(in crate::commands) fn in_order(start: Instant, end: Instant) -> Result<(), Error> {
    if end < start {
        return Err(
            Error::usage(times::ENDS_BEFORE_IT_BEGINS).hinted(event::GIVE_THE_END_WITH_DATE)
        );
    }
    Ok(())
}

/// Parses a short name, which is limited to plain characters so that it can be typed everywhere.
pub(in crate::commands) fn plain_slug(text: &str) -> Result<String, Error> {
    let plain = slug_of(text);
    if text == plain {
        return Ok(plain);
    }
    Err(Error::usage(message!(typed::not_a_short_name { text }))
        .hinted(Message::verbatim(format!("--slug {plain}"))))
}

fn refuse_taken(reader: &Reader<'_>, slug: &str, own: Option<EventId>) -> Result<(), Error> {
    let events = reader.events()?;
    let taken = events
        .iter()
        .find(|event| event.slug == slug && Some(event.id) != own);
    match taken {
        None => Ok(()),
        Some(event) => Err(Error::new(message!(event::taken {
            slug,
            title: event.title
        }))
        .hinted(message!(event::edit_it { slug }))),
    }
}

/// Returns start and end of an event, in one line.
fn span(event: &Event) -> Message {
    message!(times::span_in_zone {
        start: event.start.with_timezone(&event.zone).naive_local(),
        end: time_beside(event.end, event.start, event.zone),
        zone: event.zone.name()
    })
}

pub(super) fn add(context: &mut Context, args: &AddArgs) -> Result<Exit, Error> {
    let title = single_spaced(&args.title);
    if title.is_empty() {
        return Err(Error::usage(event::WITHOUT_A_TITLE));
    }
    let slug = match &args.slug {
        Some(slug) => plain_slug(slug)?,
        None => slug_of(&title),
    };
    let zone = args.timezone.unwrap_or(context.zone);
    let start = instant(&args.start, None, zone)?;
    let end = match &args.end {
        Some(text) => end(text, start, zone)?,
        None if is_date_only(&args.start) => {
            end_of_day(start.with_timezone(&zone).date_naive(), zone)
        }
        None => {
            return Err(Error::usage(event::WITHOUT_AN_END).hinted(event::ADD_AN_END));
        }
    };
    in_order(start, end)?;
    let facts = args.facts.applied(context, &EventFacts::default())?;
    change(context, "event add", args.dry_run, |_, writer, story| {
        refuse_taken(writer, &slug, None)?;
        let id = writer.add_event(&NewEvent {
            slug: slug.clone(),
            title: title.clone(),
            start,
            end,
            zone,
            place: args.place.as_deref().and_then(or_nothing),
            rule: args.rule,
            facts: facts.clone(),
        })?;
        if let Some(added) = writer.event(id)? {
            story.line(message!(event::is_event {
                planned: story.is_planned(),
                title,
                slug,
                span: span(&added)
            }));
        }
        story.hint(event::ADD_ITS_SESSIONS);
        Ok(message!(event::added { slug }))
    })
}

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct EditArgs {
    #[arg(value_name = "EVENT")]
    named: Option<String>,
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    #[arg(long, value_name = "NAME")]
    slug: Option<String>,
    #[arg(long, value_name = "TIME")]
    start: Option<String>,
    #[arg(long, value_name = "TIME")]
    end: Option<String>,
    #[arg(long, value_name = "ZONE", value_parser = parse_zone)]
    timezone: Option<Tz>,
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    #[arg(long, value_name = "RULE")]
    rule: Option<String>,
    #[arg(long, value_name = "KEEP")]
    keep: Option<String>,
    #[command(flatten)]
    facts: FactsArgs,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

impl EditArgs {
    fn changes_nothing(&self) -> bool {
        let fields = [
            &self.title,
            &self.slug,
            &self.start,
            &self.end,
            &self.place,
            &self.rule,
            &self.keep,
        ];
        let says_no_fact = self.timezone.is_none() && self.facts.is_empty();
        fields.iter().all(|field| field.is_none()) && says_no_fact
    }

    fn edited(&self, context: &Context, before: &Event) -> Result<Event, Error> {
        let mut after = before.clone();
        if let Some(title) = &self.title {
            after.title = single_spaced(title);
            if after.title.is_empty() {
                return Err(Error::usage(event::NEEDS_A_TITLE));
            }
        }
        if let Some(slug) = &self.slug {
            after.slug = plain_slug(slug)?;
        }
        if let Some(zone) = self.timezone {
            after.zone = zone;
        }
        if let Some(text) = &self.start {
            let day = before.start.with_timezone(&after.zone).date_naive();
            after.start = instant(text, Some(day), after.zone)?;
        }
        if let Some(text) = &self.end {
            after.end = end(text, after.start, after.zone)?;
        }
        in_order(after.start, after.end)?;
        if let Some(place) = &self.place {
            after.place = or_nothing(place);
        }
        if let Some(rule) = &self.rule {
            after.rule = rule_or_default(rule)?;
        }
        if let Some(keep) = &self.keep {
            let keep = or_nothing(keep).map(|text| parse_keep(&text));
            after.keep = keep
                .transpose()
                .map_err(|unfit| Error::usage(unfit.message()))?;
        }
        after.facts = self.facts.applied(context, &before.facts)?;
        Ok(after)
    }
}

/// Parses a rule; an empty one is the default.
pub(in crate::commands) fn rule_or_default(text: &str) -> Result<Option<Rule>, Error> {
    or_nothing(text)
        .map(|text| text.parse())
        .transpose()
        .map_err(|error: RuleError| Error::usage(error.message()))
}

pub(super) fn edit(context: &mut Context, args: &EditArgs) -> Result<Exit, Error> {
    if args.changes_nothing() {
        return Err(nothing_to_change("event edit"));
    }
    change(
        context,
        "event edit",
        args.dry_run,
        |context, writer, story| {
            let named = args.named.as_deref().or(context.event.as_deref());
            let before = intake::find_event(writer, named)?;
            let after = args.edited(context, &before)?;
            refuse_taken(writer, &after.slug, Some(after.id))?;
            if writer.save_event(&after)? {
                story.line(message!(event::is_now {
                    planned: story.is_planned(),
                    slug: after.slug,
                    title: after.title,
                    span: span(&after)
                }));
            }
            warn_of_sessions_outside(writer, story, &after)?;
            Ok(message!(event::changed { slug: after.slug }))
        },
    )
}

fn warn_of_sessions_outside(
    writer: &Writer<'_>,
    story: &mut Story,
    event: &Event,
) -> Result<(), Error> {
    for session in writer.sessions(event.id)? {
        if session.start < event.start || session.end > event.end {
            story.warn(message!(event::session_outside {
                session: session.slug
            }));
        }
    }
    Ok(())
}
