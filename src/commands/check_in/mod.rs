//! `rollcall check-in`

mod moment;

use std::collections::HashSet;

use super::arguments::{address, instant, person, without_address};
use super::person::{NewcomerFields, add_newcomer};
use super::telling::{Story, clock, count, told_name};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, Astray, CheckIn, CheckedIn, IntakeError};
use crate::model::{Event, Person, PersonId, Session, SignupStatus};
use crate::store::{Reader, Writer};

use moment::{Noted, arrival, departure};

#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
#[derive(Debug, clap::Args)]
pub(super) struct CheckInArgs {
    #[arg(value_name = "PERSON", required = true)]
    people: Vec<String>,
    #[arg(long, value_name = "SESSION")]
    session: String,
    #[arg(long, value_name = "TIME", conflicts_with = "excused")]
    at: Option<String>,
    #[arg(long, conflicts_with_all = ["excused", "walk_in"])]
    out: bool,
    #[arg(long, conflicts_with = "walk_in")]
    excused: bool,
    #[arg(long)]
    walk_in: bool,
    #[arg(long, value_name = "ADDRESS", requires = "walk_in")]
    email: Option<String>,
    #[arg(long, value_name = "ORGANISATION", requires = "walk_in")]
    organisation: Option<String>,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn check_in(context: &mut Context, args: &CheckInArgs) -> Result<Exit, Error> {
    if args.people.len() > 1 && (args.email.is_some() || args.organisation.is_some()) {
        return Err(
            Error::usage("--email and --organisation are for one person")
                .hinted("check them in one by one"),
        );
    }
    let fields = NewcomerFields {
        addresses: args
            .email
            .iter()
            .map(|text| address(text))
            .collect::<Result<_, _>>()?,
        organisation: args.organisation.as_deref(),
        ..NewcomerFields::default()
    };
    let mut store = context.store()?;
    let mut story = Story::new(args.dry_run);
    let changed = store.change(
        "check-in",
        context.now,
        args.dry_run,
        |writer| -> Result<(String, String), Error> {
            let event = context.find_event(writer)?;
            let session = intake::find_session(writer, &event, &args.session)?;
            let what = what(args, context, &event, &session)?;
            let door = Door {
                writer,
                event: &event,
                session: &session,
                what,
            };
            let mut noted = 0;
            let mut seen: HashSet<PersonId> = HashSet::new();
            for reference in &args.people {
                let person = match named(writer, reference, args.walk_in)? {
                    Some(person) => person,
                    None => newcomer(writer, &mut story, reference, &fields)?,
                };
                if seen.insert(person.id) && door.note(&mut story, &person)? {
                    noted += 1;
                }
            }
            if noted > 0 && what == CheckIn::Came(None) {
                story.line(format!(
                    "`{}` is over: noted as present without a time; give --at HH:MM for the time",
                    session.slug
                ));
            }
            if args.at.is_some() {
                warn_if_astray(&mut story, &session, &event, what);
            }
            let how = match what {
                CheckIn::Came(_) => "checked in to",
                CheckIn::Left(_) => "checked out of",
                CheckIn::Excused => "excused from",
            };
            let summary = format!(
                "{} {how} {}",
                count(noted, "person", "people"),
                session.slug
            );
            Ok((summary.clone(), summary))
        },
    )?;
    story.tell(context, &changed)?;
    Ok(Exit::Done)
}

/// Returns what is to be noted, with its time.
fn what(
    args: &CheckInArgs,
    context: &Context,
    event: &Event,
    session: &Session,
) -> Result<CheckIn, Error> {
    if args.excused {
        return Ok(CheckIn::Excused);
    }
    let day = session.start.with_timezone(&event.zone).date_naive();
    let at = args
        .at
        .as_deref()
        .map(|text| instant(text, Some(day), event.zone))
        .transpose()?;
    Ok(if args.out {
        CheckIn::Left(departure(session, at, context.now)?)
    } else {
        CheckIn::Came(match arrival(session, at, context.now)? {
            Noted::At(at) => Some(at),
            Noted::Afterwards => None,
        })
    })
}

/// Warns of a time that is none of the session's: it is kept, and comes to nothing.
fn warn_if_astray(story: &mut Story, session: &Session, event: &Event, what: CheckIn) {
    let Some((at, astray)) = intake::astray(session, what) else {
        return;
    };
    let time = |moment| clock(moment, session, event);
    let (said, slug) = (time(at), &session.slug);
    story.warn(match (astray, what) {
        (Astray::After, _) => format!(
            "{said} is {} the end of `{slug}` ({}): it will not count",
            if at == session.end { "at" } else { "after" },
            time(session.end)
        ),
        (Astray::Before, CheckIn::Left(_)) => format!(
            "{said} is {} the start of `{slug}` ({}): it will not count",
            if at == session.start { "at" } else { "before" },
            time(session.start)
        ),
        (Astray::Before, _) => format!(
            "{said} is long before the start of `{slug}` ({}): it counts from then on",
            time(session.start)
        ),
    });
    story.hint(
        "where the time is wrong, `rollcall undo` takes it back; where the session's is, `rollcall session edit` changes it",
    );
}

/// Finds somebody; `None` for a newcomer who is to be added.
fn named(reader: &Reader<'_>, reference: &str, add_unknown: bool) -> Result<Option<Person>, Error> {
    if !add_unknown {
        return match intake::find_person(reader, reference) {
            Ok(person) => Ok(Some(person)),
            Err(error @ IntakeError::Unknown { .. }) => Err(without_address(error, reference)
                .hinted("--walk-in adds somebody who is not on file, by name")),
            Err(error) => Err(without_address(error, reference)),
        };
    }
    let is_name = reference.parse::<i64>().is_err() && !reference.contains('@');
    match intake::find_person(reader, reference) {
        Err(IntakeError::Unknown { .. }) if is_name => Ok(None),
        Err(error @ IntakeError::Unknown { .. }) => Err(without_address(error, reference)
            .hinted("write the name of somebody who is to be added")),
        _ => person(reader, reference).map(Some),
    }
}

/// Adds somebody at the door, and says whose name comes near.
fn newcomer(
    writer: &Writer<'_>,
    story: &mut Story,
    name: &str,
    fields: &NewcomerFields<'_>,
) -> Result<Person, Error> {
    if let Err(IntakeError::Unknown { nearest, .. }) = intake::find_person(writer, name) {
        for near in nearest {
            story.warn(format!("{near} is on file, and it is somebody else now"));
        }
    }
    let id = add_newcomer(writer, story, name, fields)?;
    person(writer, &id.to_string())
}

/// One session, and what is noted at its door.
struct Door<'a> {
    writer: &'a Writer<'a>,
    event: &'a Event,
    session: &'a Session,
    what: CheckIn,
}

impl Door<'_> {
    /// Notes one person and tells it; returns whether it was new.
    fn note(&self, story: &mut Story, person: &Person) -> Result<bool, Error> {
        let (name, slug) = (told_name(self.writer, person)?, &self.session.slug);
        let done = intake::check_in(self.writer, self.event, self.session, person, self.what)?;
        let time = |at| clock(at, self.session, self.event);
        let line = match (self.what, done) {
            (CheckIn::Came(Some(at)), CheckedIn::Noted) => {
                let is = story.pick("is", "would be");
                format!("{name} {is} in `{slug}` since {}", time(at))
            }
            (CheckIn::Came(None), CheckedIn::Noted) => {
                let is = story.pick("is", "would be");
                format!("{name} {is} noted in `{slug}`")
            }
            (CheckIn::Came(_), CheckedIn::Already) => {
                format!("{name} was noted in `{slug}` already")
            }
            (CheckIn::Left(at), CheckedIn::Noted) => {
                let left = story.pick("left", "would have left");
                format!("{name} {left} `{slug}` at {}", time(at))
            }
            (CheckIn::Left(at), CheckedIn::Already) => {
                format!("{name} had left `{slug}` at {} already", time(at))
            }
            (CheckIn::Excused, CheckedIn::Noted) => {
                let is = story.pick("is", "would be");
                format!("{name} {is} excused from `{slug}`")
            }
            (CheckIn::Excused, CheckedIn::Already) => {
                format!("{name} was excused from `{slug}` already")
            }
        };
        story.line(match self.standing(person)? {
            Some(standing) if done == CheckedIn::Noted => format!("{line} ({standing})"),
            _ => line,
        });
        self.move_on(story, person, &name)?;
        Ok(done == CheckedIn::Noted)
    }

    /// Ends what somebody left for this session, and says so.
    fn move_on(&self, story: &mut Story, person: &Person, name: &str) -> Result<(), Error> {
        let CheckIn::Came(Some(at)) = self.what else {
            return Ok(());
        };
        for other in intake::move_on(self.writer, self.event, self.session, person.id, at)? {
            let left = story.pick("left", "would have left");
            let time = clock(at, &other, self.event);
            story.line(format!("{name} {left} `{}` at {time}", other.slug));
        }
        Ok(())
    }

    /// Says why somebody was not expected; `None` for whoever was, or belongs to the session.
    fn standing(&self, person: &Person) -> Result<Option<&'static str>, Error> {
        let own = self.session.people.iter();
        let has_part = own.filter_map(|it| it.person_id).any(|id| id == person.id);
        if has_part || !matches!(self.what, CheckIn::Came(_)) {
            return Ok(None);
        }
        let Some(registration) = self.writer.registration(self.event.id, person.id)? else {
            return Ok(Some("a walk-in: not registered for the event"));
        };
        let own = if self.is_for_everybody()? {
            Some(registration.status.into())
        } else {
            let signups = self.writer.signups_of(registration.id)?;
            let own = signups.iter().find(|it| it.session_id == self.session.id);
            own.map(|signup| signup.status)
        };
        Ok(match own {
            Some(SignupStatus::Confirmed) => None,
            Some(SignupStatus::Waitlisted) => Some("a walk-in: on the waiting list"),
            Some(SignupStatus::Cancelled) => Some("a walk-in: had cancelled"),
            // Whoever takes part in the event may drop in.
            None if self.session.drop_in => None,
            None => Some("a walk-in: not signed up"),
        })
    }

    /// Whether the registration is the sign-up: reports count those people as expected.
    fn is_for_everybody(&self) -> Result<bool, Error> {
        let chosen = self.writer.sessions_with_signups(self.event.id)?;
        Ok(self.session.kind.is_for_everybody() && !chosen.contains(&self.session.id))
    }
}
