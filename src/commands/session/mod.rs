//! `rollcall session`

mod add;
mod edit;
mod show;

pub(super) use show::programme;

use clap::Subcommand;

use super::arguments::{instant, single_spaced};
use super::telling::Story;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::model::{Event, Instant, Part, Session, SessionId, SessionKind, SessionPerson};
use crate::store::Reader;

#[derive(Debug, Subcommand)]
pub(super) enum SessionCommand {
    List(show::ListArgs),
    Show(show::ShowArgs),
    Add(add::AddArgs),
    Edit(edit::EditArgs),
}

pub(super) fn session(context: &mut Context, command: &SessionCommand) -> Result<Exit, Error> {
    match command {
        SessionCommand::List(args) => show::list(context, args),
        SessionCommand::Show(args) => show::show(context, args),
        SessionCommand::Add(args) => add::add(context, args),
        SessionCommand::Edit(args) => edit::edit(context, args),
    }
}

/// Reads a kind of session, for clap.
fn parse_kind(word: &str) -> Result<SessionKind, String> {
    SessionKind::parse(word).ok_or_else(|| {
        let kinds: Vec<&str> = SessionKind::ALL
            .into_iter()
            .map(SessionKind::as_str)
            .collect();
        format!("write one of {}", kinds.join(", "))
    })
}

/// Makes the people of one part of the names that an option lists; empty names are left out.
fn people_of(part: Part, names: &[String]) -> impl Iterator<Item = SessionPerson> {
    names
        .iter()
        .map(|name| single_spaced(name))
        .filter(|name| !name.is_empty())
        .map(move |name| SessionPerson {
            part,
            name,
            person_id: None,
        })
}

/// Reads a time of a session; a time of day is on the day of `near`, in the event's zone.
fn time_near(text: &str, near: Instant, event: &Event) -> Result<Instant, Error> {
    let day = near.with_timezone(&event.zone).date_naive();
    instant(text, Some(day), event.zone)
}

fn in_order(start: Instant, end: Instant) -> Result<(), Error> {
    if end < start {
        return Err(Error::usage("it would end before it begins")
            .hinted("give both --start and --end; over midnight, with their dates"));
    }
    Ok(())
}

fn warn_if_outside(story: &mut Story, event: &Event, start: Instant, end: Instant) {
    if start < event.start || end > event.end {
        story.warn("this is outside of the event's time");
    }
}

fn refuse_taken(
    reader: &Reader<'_>,
    event: &Event,
    slug: &str,
    own: Option<SessionId>,
) -> Result<(), Error> {
    let sessions = reader.sessions(event.id)?;
    let taken = sessions
        .iter()
        .find(|session| session.slug == slug && Some(session.id) != own);
    match taken {
        None => Ok(()),
        Some(session) => Err(Error::new(format!(
            "there is a session `{slug}` already: {}",
            session.title
        ))
        .hinted(format!(
            "`rollcall session edit {slug}` changes it; --slug gives another one its own short name"
        ))),
    }
}

/// A session in one line: `2020-10-08 11:30 to 12:30, 25 places, Room 1`.
fn told(session: &Session, event: &Event) -> String {
    let start = session.start.with_timezone(&event.zone);
    let end = session.end.with_timezone(&event.zone);
    let until = if start.date_naive() == end.date_naive() {
        "%H:%M"
    } else {
        "%Y-%m-%d %H:%M"
    };
    let mut facts = vec![format!(
        "{} to {}",
        start.format("%Y-%m-%d %H:%M"),
        end.format(until)
    )];
    facts.extend(session.capacity.map(|places| match places {
        1 => "1 place".to_owned(),
        more => format!("{more} places"),
    }));
    facts.extend(session.room.clone());
    facts.extend(session.rule.map(|rule| format!("rule {rule}")));
    if session.drop_in {
        facts.push("drop-in".to_owned());
    }
    for known in &session.people {
        facts.push(format!("{} {}", known.part.as_str(), known.name));
    }
    facts.join(", ")
}
