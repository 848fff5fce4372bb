//! `rollcall session edit`

use std::collections::BTreeSet;

use super::super::arguments::{capacity, end_after, or_nothing, single_spaced};
use super::super::event::{plain_slug, rule_or_default};
use super::super::telling::{Story, count};
use super::{in_order, parse_kind, people_of, refuse_taken, time_near, told, warn_if_outside};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;
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
                return Err(Error::usage("a session needs a title"));
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

    /// Speakers, moderators and hosts, those of an option that was given instead of the former ones.
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
        return Err(Error::usage("nothing to change is named")
            .hinted("`rollcall session edit --help` lists the options"));
    }
    let mut store = context.store()?;
    let now = context.now;
    let mut story = Story::new(args.dry_run);
    let changed = store.change(
        "session edit",
        context.now,
        args.dry_run,
        |writer| -> Result<(String, String), Error> {
            let event = context.find_event(writer)?;
            let before = intake::find_session(writer, &event, &args.session)?;
            let after = args.edited(&before, &event)?;
            refuse_taken(writer, &event, &after.slug, Some(after.id))?;
            let mut summary = format!("session {} changed", after.slug);
            if writer.save_session(&after)? {
                intake::link_session_people(writer)?;
                let is = story.pick("is", "would be");
                story.line(format!(
                    "`{}` {is} {}: {}",
                    after.slug,
                    after.title,
                    told(&after, &event)
                ));
                warn_if_outside(&mut story, &event, after.start, after.end);
                let settled = intake::settle_sessions(writer, now, [after.id], &BTreeSet::new())?;
                let moved = story.moves(writer, &settled.moves, &[])?;
                story.left_free(&settled.left_free);
                if moved > 0 {
                    summary.push_str(", ");
                    summary.push_str(&count(moved, "person moved up", "people moved up"));
                }
                tell_places(writer, &mut story, &after)?;
                let overlaps = if may_overlap_otherwise(&before, &after) {
                    conflicts(writer, &mut story, &event, &after)?
                } else {
                    0
                };
                if overlaps > 0 {
                    summary.push_str(", ");
                    summary.push_str(&count(overlaps, "new conflict", "new conflicts"));
                }
            }
            Ok((summary.clone(), summary))
        },
    )?;
    story.tell(context, &changed)?;
    Ok(Exit::Done)
}

/// Says when a session has become too small for those who have a place in it.
fn tell_places(writer: &Writer<'_>, story: &mut Story, session: &Session) -> Result<(), Error> {
    let Some(capacity) = session.capacity else {
        return Ok(());
    };
    let (confirmed, waiting) = writer.places_taken(session.id)?;
    if confirmed > capacity {
        let keeps = story.pick("keeps", "would keep");
        story.warn(format!(
            "`{}` has fewer places ({capacity}) than people ({confirmed}); everybody {keeps} theirs",
            session.slug
        ));
    }
    if waiting > 0 {
        story.line(format!(
            "{waiting} waiting for a place in `{}`",
            session.slug
        ));
    }
    Ok(())
}

/// Whether a change may bring or settle a conflict of anybody.
fn may_overlap_otherwise(before: &Session, after: &Session) -> bool {
    (before.start, before.end, before.drop_in) != (after.start, after.end, after.drop_in)
        || before.people != after.people
}

/// Looks for overlaps of everybody who is signed up.
fn conflicts(
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
