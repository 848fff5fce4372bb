//! `rollcall session edit`

use std::collections::BTreeSet;

use super::super::arguments::{capacity, end_after, nothing_to_change, or_nothing, single_spaced};
use super::super::event::{plain_slug, rule_or_default};
use super::super::telling::{Story, change};
use super::{in_order, parse_kind, people_of, refuse_taken, time_near, told, warn_if_outside};
use crate::catalogue::messages::session;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;
use crate::message;
use crate::model::{Event, Part, Session, SessionKind, SessionPerson};
use crate::store::Writer;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct EditArgs {
    #[arg(value_name = "SESSION")]
    session: String,
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    #[arg(long, value_name = "NAME")]
    slug: Option<String>,
    #[arg(long, value_name = "KIND", value_parser = parse_kind)]
    kind: Option<SessionKind>,
    #[arg(long, value_name = "TIME")]
    start: Option<String>,
    #[arg(long, value_name = "TIME")]
    end: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    capacity: Option<String>,
    #[arg(long, value_name = "ROOM")]
    room: Option<String>,
    #[arg(long, value_name = "RULE")]
    rule: Option<String>,
    #[arg(long, conflicts_with = "no_drop_in")]
    drop_in: bool,
    #[arg(long)]
    no_drop_in: bool,
    #[arg(long, value_name = "NAME")]
    speaker: Vec<String>,
    #[arg(long, value_name = "NAME")]
    moderator: Vec<String>,
    #[arg(long, value_name = "NAME")]
    host: Vec<String>,
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
            &self.capacity,
            &self.room,
            &self.rule,
        ];
        let people = [&self.speaker, &self.moderator, &self.host];
        fields.iter().all(|field| field.is_none())
            && people.iter().all(|names| names.is_empty())
            && self.kind.is_none()
            && !self.drop_in
            && !self.no_drop_in
    }

    fn edited(&self, before: &Session, event: &Event) -> Result<Session, Error> {
        let mut after = before.clone();
        if let Some(title) = &self.title {
            after.title = single_spaced(title);
            if after.title.is_empty() {
                return Err(Error::usage(session::NEEDS_A_TITLE));
            }
        }
        if let Some(slug) = &self.slug {
            after.slug = plain_slug(slug)?;
        }
        after.kind = self.kind.unwrap_or(before.kind);
        if let Some(text) = &self.start {
            after.start = time_near(text, before.start, event)?;
        }
        if let Some(text) = &self.end {
            after.end = end_after(text, after.start, event.zone)?;
        }
        in_order(after.start, after.end)?;
        if let Some(text) = &self.capacity {
            after.capacity = capacity(text)?;
        }
        if let Some(room) = &self.room {
            after.room = or_nothing(room);
        }
        if let Some(rule) = &self.rule {
            after.rule = rule_or_default(rule)?;
        }
        after.drop_in = (before.drop_in || self.drop_in) && !self.no_drop_in;
        after.people = self.people(before);
        Ok(after)
    }

    /// Returns speakers, moderators and hosts; those given by an option replace the former ones.
    fn people(&self, before: &Session) -> Vec<SessionPerson> {
        let parts = [
            (Part::Speaker, &self.speaker),
            (Part::Moderator, &self.moderator),
            (Part::Host, &self.host),
        ];
        if parts.iter().all(|(_, names)| names.is_empty()) {
            return before.people.clone();
        }
        let mut people = Vec::new();
        for (part, names) in parts {
            if names.is_empty() {
                let former = before.people.iter().filter(|known| known.part == part);
                people.extend(former.cloned());
            } else {
                people.extend(people_of(part, names));
            }
        }
        people
    }
}

pub(super) fn edit(context: &mut Context, args: &EditArgs) -> Result<Exit, Error> {
    if args.changes_nothing() {
        return Err(nothing_to_change("session edit"));
    }
    let now = context.now;
    change(
        context,
        "session edit",
        args.dry_run,
        |context, writer, story| {
            let event = context.find_event(writer)?;
            let before = intake::find_session(writer, &event, &args.session)?;
            let after = args.edited(&before, &event)?;
            refuse_taken(writer, &event, &after.slug, Some(after.id))?;
            let (mut moved, mut conflicts) = (0, 0);
            if writer.save_session(&after)? {
                intake::link_session_people(writer)?;
                story.line(message!(session::is_now {
                    planned: story.is_planned(),
                    slug: after.slug,
                    title: after.title,
                    facts: told(&after, &event)
                }));
                warn_if_outside(story, &event, after.start, after.end);
                let settled = intake::settle_sessions(writer, now, [after.id], &BTreeSet::new())?;
                moved = story.moves(writer, &settled.moves, &[])?;
                story.left_free(&settled.left_free);
                tell_places(writer, story, &after)?;
                if may_overlap_otherwise(&before, &after) {
                    conflicts = new_conflicts(writer, story, &event, &after)?;
                }
            }
            Ok(message!(session::changed {
                slug: after.slug,
                moved,
                conflicts
            }))
        },
    )
}

/// Reports if a session has become too small for those who have a place in it.
fn tell_places(writer: &Writer<'_>, story: &mut Story, session: &Session) -> Result<(), Error> {
    let Some(capacity) = session.capacity else {
        return Ok(());
    };
    let (confirmed, waiting) = writer.places_taken(session.id)?;
    if confirmed > capacity {
        story.warn(message!(session::too_small {
            planned: story.is_planned(),
            session: session.slug,
            capacity,
            people: confirmed
        }));
    }
    if waiting > 0 {
        story.line(message!(session::waiting {
            count: waiting,
            session: session.slug
        }));
    }
    Ok(())
}

/// Returns whether a change may create or settle anybody's conflict.
fn may_overlap_otherwise(before: &Session, after: &Session) -> bool {
    (before.start, before.end, before.drop_in) != (after.start, after.end, after.drop_in)
        || before.people != after.people
}

/// Finds overlaps of everybody who is signed up.
fn new_conflicts(
    writer: &Writer<'_>,
    story: &mut Story,
    event: &Event,
    session: &Session,
) -> Result<usize, Error> {
    let mut overlaps = 0;
    for signup in writer.claims(session.id)? {
        if let Some(person) = writer.person_of_signup(signup.id)? {
            overlaps += story.conflicts(writer, event.id, person)?;
        }
    }
    Ok(overlaps)
}
