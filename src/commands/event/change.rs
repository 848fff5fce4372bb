//! `rollcall event add` and `rollcall event edit`

use chrono_tz::Tz;

use super::super::arguments::{
    end_after, end_of_day, instant, is_date_only, or_nothing, parse_rule, parse_zone, single_spaced,
};
use super::super::telling::{Story, count};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, slug_of};
use crate::model::{Event, EventId, Instant, Rule};
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
    #[arg(short = 'n', long)]
    dry_run: bool,
}

/// Reads the end of something that begins at `start`; a time of day is on the same day.
fn end(text: &str, start: Instant, zone: Tz) -> Result<Instant, Error> {
    let end = end_after(text, start, zone)?;
    Ok(if is_date_only(text) {
        end_of_day(end.with_timezone(&zone).date_naive(), zone)
    } else {
        end
    })
}

fn in_order(start: Instant, end: Instant) -> Result<(), Error> {
    if end < start {
        return Err(Error::usage("it would end before it begins")
            .hinted("give the end with its date: --end 'YYYY-MM-DD HH:MM'"));
    }
    Ok(())
}

/// Reads a short name, which is written plainly so that it can be typed everywhere.
pub(in crate::commands) fn plain_slug(text: &str) -> Result<String, Error> {
    let plain = slug_of(text);
    if text == plain {
        return Ok(plain);
    }
    Err(Error::usage(format!(
        "`{text}` is no short name: it has letters a to z, digits and hyphens"
    ))
    .hinted(format!("--slug {plain}")))
}

fn refuse_taken(reader: &Reader<'_>, slug: &str, own: Option<EventId>) -> Result<(), Error> {
    let events = reader.events()?;
    let taken = events
        .iter()
        .find(|event| event.slug == slug && Some(event.id) != own);
    match taken {
        None => Ok(()),
        Some(event) => Err(Error::new(format!(
            "there is an event `{slug}` already: {}",
            event.title
        ))
        .hinted(format!(
            "`rollcall event edit {slug}` changes it; --slug gives another one its own short name"
        ))),
    }
}

fn span(event: &Event) -> String {
    let start = event.start.with_timezone(&event.zone);
    let end = event.end.with_timezone(&event.zone);
    let until = if start.date_naive() == end.date_naive() {
        "%H:%M"
    } else {
        "%Y-%m-%d %H:%M"
    };
    format!(
        "{} to {}, {}",
        start.format("%Y-%m-%d %H:%M"),
        end.format(until),
        event.zone.name()
    )
}

pub(super) fn add(context: &mut Context, args: &AddArgs) -> Result<Exit, Error> {
    let title = single_spaced(&args.title);
    if title.is_empty() {
        return Err(Error::usage("the event has no title"));
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
            return Err(Error::usage("it is not said when the event ends")
                .hinted("add --end 18:00, or give the start as a date alone for the whole day"));
        }
    };
    in_order(start, end)?;
    let mut store = context.store()?;
    let mut story = Story::new(args.dry_run);
    let changed = store.change(
        "event add",
        context.now,
        args.dry_run,
        |writer| -> Result<(String, String), Error> {
            refuse_taken(writer, &slug, None)?;
            let id = writer.add_event(&NewEvent {
                slug: slug.clone(),
                title: title.clone(),
                start,
                end,
                zone,
                place: args.place.as_deref().and_then(or_nothing),
                rule: args.rule,
            })?;
            if let Some(event) = writer.event(id)? {
                let is = story.pick("is", "would be");
                story.line(format!("`{title}` {is} event `{slug}`: {}", span(&event)));
            }
            story.hint("add its sessions with `rollcall session add`, or import a programme");
            let summary = format!("{} added: {slug}", count(1, "event", "events"));
            Ok((summary.clone(), summary))
        },
    )?;
    story.tell(context, &changed)?;
    Ok(Exit::Done)
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
        ];
        fields.iter().all(|field| field.is_none()) && self.timezone.is_none()
    }

    fn edited(&self, before: &Event) -> Result<Event, Error> {
        let mut after = before.clone();
        if let Some(title) = &self.title {
            after.title = single_spaced(title);
            if after.title.is_empty() {
                return Err(Error::usage("an event needs a title"));
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
        Ok(after)
    }
}

/// Reads a rule; an empty one is the default.
pub(in crate::commands) fn rule_or_default(text: &str) -> Result<Option<Rule>, Error> {
    or_nothing(text)
        .map(|text| parse_rule(&text).map_err(Error::usage))
        .transpose()
}

pub(super) fn edit(context: &mut Context, args: &EditArgs) -> Result<Exit, Error> {
    if args.changes_nothing() {
        return Err(Error::usage("nothing to change is named")
            .hinted("`rollcall event edit --help` lists the options"));
    }
    let mut store = context.store()?;
    let mut story = Story::new(args.dry_run);
    let named = args.named.as_deref().or(context.event.as_deref());
    let changed = store.change(
        "event edit",
        context.now,
        args.dry_run,
        |writer| -> Result<(String, String), Error> {
            let before = intake::find_event(writer, named)?;
            let after = args.edited(&before)?;
            refuse_taken(writer, &after.slug, Some(after.id))?;
            if writer.save_event(&after)? {
                let is = story.pick("is", "would be");
                story.line(format!(
                    "`{}` {is} {}: {}",
                    after.slug,
                    after.title,
                    span(&after)
                ));
            }
            warn_of_sessions_outside(writer, &mut story, &after)?;
            let summary = format!("event {} changed", after.slug);
            Ok((summary.clone(), summary))
        },
    )?;
    story.tell(context, &changed)?;
    Ok(Exit::Done)
}

fn warn_of_sessions_outside(
    writer: &Writer<'_>,
    story: &mut Story,
    event: &Event,
) -> Result<(), Error> {
    for session in writer.sessions(event.id)? {
        if session.start < event.start || session.end > event.end {
            story.warn(format!("`{}` is outside of the event's time", session.slug));
        }
    }
    Ok(())
}
