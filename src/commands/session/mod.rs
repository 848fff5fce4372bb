//! `rollcall session`

mod add;
mod cancel;
mod edit;
mod remove;
mod show;

pub(super) use show::programme;

use clap::Subcommand;

use super::arguments::{instant, own_word, single_spaced};
use super::refusal::Unfit;
use super::telling::{Story, time_beside};
use crate::catalogue::messages::{session as messages, times};
use crate::catalogue::{Message, ToValue, Value};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::message;
use crate::model::{Event, Instant, Part, Rule, Session, SessionId, SessionKind, SessionPerson};
use crate::report::labels::Worded;
use crate::store::Reader;

#[derive(Debug, Subcommand)]
pub(super) enum SessionCommand {
    List(show::ListArgs),
    Show(show::ShowArgs),
    Add(add::AddArgs),
    Edit(edit::EditArgs),
    Cancel(cancel::CancelArgs),
    Remove(remove::RemoveArgs),
}

pub(super) fn session(context: &mut Context, command: &SessionCommand) -> Result<Exit, Error> {
    match command {
        SessionCommand::List(args) => show::list(context, args),
        SessionCommand::Show(args) => show::show(context, args),
        SessionCommand::Add(args) => add::add(context, args),
        SessionCommand::Edit(args) => edit::edit(context, args),
        SessionCommand::Cancel(args) => cancel::cancel(context, args),
        SessionCommand::Remove(args) => remove::remove(context, args),
    }
}

/// Parses a kind of session, for clap.
pub(in crate::commands) fn parse_kind(word: &str) -> Result<SessionKind, Unfit> {
    own_word(word, SessionKind::ALL)
}

/// Returns the people with one part from the names in an option; empty names are left out.
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

/// Parses a time of a session; a time of day is on the day of `near`, in the event's zone.
fn time_near(text: &str, near: Instant, event: &Event) -> Result<Instant, Error> {
    let day = near.with_timezone(&event.zone).date_naive();
    instant(text, Some(day), event.zone)
}

fn in_order(start: Instant, end: Instant) -> Result<(), Error> {
    if end < start {
        return Err(Error::usage(times::ENDS_BEFORE_IT_BEGINS).hinted(messages::GIVE_START_AND_END));
    }
    Ok(())
}

fn warn_if_outside(story: &mut Story, event: &Event, start: Instant, end: Instant) {
    if start < event.start || end > event.end {
        story.warn(messages::OUTSIDE_OF_THE_EVENT);
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
        Some(session) => Err(Error::new(message!(session::taken {
            slug,
            title: session.title
        }))
        .hinted(message!(session::edit_it { slug }))),
    }
}

/// Returns a session in one line: `2020-10-08 11:30 to 12:30, 25 places, Room 1`.
fn told(session: &Session, event: &Event) -> Value {
    let start = session.start.with_timezone(&event.zone).naive_local();
    let end = time_beside(session.end, session.start, event.zone);
    let mut facts = vec![message!(times::span { start, end })];
    let places = session.capacity;
    if session.cancelled {
        facts.push(messages::CANCELLED.into());
    }
    facts.extend(places.map(|count| message!(sheets::places { count })));
    facts.extend(session.room.as_ref().map(Message::verbatim));
    let rule = session.rule.map(Rule::in_words);
    facts.extend(rule.map(|rule| message!(session::with_rule { rule })));
    if session.drop_in {
        facts.push(messages::DROP_IN.into());
    }
    facts.extend(session.people.iter().map(|known| {
        message!(session::with_part {
            part: known.part.word().wording(),
            name: known.name
        })
    }));
    facts.to_value()
}
