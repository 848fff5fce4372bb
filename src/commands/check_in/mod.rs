//! `rollcall check-in`

mod moment;

use std::collections::HashSet;

use super::arguments::{address, instant, shown_command};
use super::person::{NewcomerFields, add_newcomer, asking_who_comes_back, with_command};
use super::telling::{Story, change, clock, told_name};
use crate::catalogue::messages::check_in as messages;
use crate::catalogue::{Message, Wording};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, Astray, CheckIn, CheckedIn, IntakeError};
use crate::message;
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
    #[arg(long, requires = "walk_in")]
    allow_again: bool,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

impl CheckInArgs {
    /// Returns the command that takes in whoever was removed for good.
    fn allowing(&self) -> String {
        let mut words = vec!["check-in"];
        words.extend(self.people.iter().map(String::as_str));
        words.extend(["--session", &self.session, "--walk-in"]);
        let options = [
            ("--at", self.at.as_ref()),
            ("--email", self.email.as_ref()),
            ("--organisation", self.organisation.as_ref()),
        ];
        for (option, value) in options {
            words.extend(value.into_iter().flat_map(|it| [option, it.as_str()]));
        }
        words.push("--allow-again");
        shown_command(words)
    }
}

pub(super) fn check_in(context: &mut Context, args: &CheckInArgs) -> Result<Exit, Error> {
    if args.people.len() > 1 && (args.email.is_some() || args.organisation.is_some()) {
        return Err(Error::usage(messages::FOR_ONE_PERSON).hinted(messages::ONE_BY_ONE));
    }
    let fields = NewcomerFields {
        addresses: args
            .email
            .iter()
            .map(|text| address(text))
            .collect::<Result<_, _>>()?,
        organisation: args.organisation.as_deref(),
        allow_again: args.allow_again,
        ..NewcomerFields::default()
    };
    asking_who_comes_back(context, fields, |context, fields| {
        note(context, args, fields)
    })
}

/// Records everybody who is named.
fn note(
    context: &mut Context,
    args: &CheckInArgs,
    fields: &NewcomerFields<'_>,
) -> Result<Exit, Error> {
    change(
        context,
        "check-in",
        args.dry_run,
        |context, writer, story| {
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
                    None => newcomer(writer, story, reference, fields)
                        .map_err(|error| with_command(error, fields, || args.allowing()))?,
                };
                if seen.insert(person.id) && door.note(story, &person)? {
                    noted += 1;
                }
            }
            if noted > 0 && what == CheckIn::Came(None) {
                story.line(message!(check_in::is_over {
                    session: session.slug
                }));
            }
            if args.at.is_some() {
                warn_if_astray(story, &session, &event, what);
            }
            Ok(summary(what, noted, &session))
        },
    )
}

/// Returns the summary of the operation.
fn summary(what: CheckIn, count: usize, session: &Session) -> Message {
    let session = &session.slug;
    match what {
        CheckIn::Came(_) => message!(check_in::checked_in { count, session }),
        CheckIn::Left(_) => message!(check_in::checked_out { count, session }),
        CheckIn::Excused => message!(check_in::excused { count, session }),
    }
}

/// Returns what to record, with its time.
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

/// Warns of a time outside the session: it is kept, but counts for nothing.
fn warn_if_astray(story: &mut Story, session: &Session, event: &Event, what: CheckIn) {
    let Some((at, astray)) = intake::astray(session, what) else {
        return;
    };
    let time = |moment| clock(moment, session, event);
    let (said, slug) = (time(at), &session.slug);
    story.warn(match (astray, what) {
        (Astray::After, _) => message!(check_in::after_the_end {
            at_once: at == session.end,
            time: said,
            session: slug,
            end: time(session.end)
        }),
        (Astray::Before, CheckIn::Left(_)) => message!(check_in::left_before_the_start {
            at_once: at == session.start,
            time: said,
            session: slug,
            start: time(session.start)
        }),
        (Astray::Before, _) => message!(check_in::long_before_the_start {
            time: said,
            session: slug,
            start: time(session.start)
        }),
    });
    story.hint(messages::PUT_THE_TIME_RIGHT);
}

/// Finds somebody; `None` for a newcomer who is to be added.
fn named(reader: &Reader<'_>, reference: &str, add_unknown: bool) -> Result<Option<Person>, Error> {
    let is_name = reference.parse::<i64>().is_err() && !reference.contains('@');
    match intake::find_person(reader, reference) {
        Ok(person) => Ok(Some(person)),
        Err(IntakeError::Unknown { .. }) if add_unknown && is_name => Ok(None),
        Err(error @ IntakeError::Unknown { .. }) => {
            Err(Error::from(error).hinted(if add_unknown {
                messages::WRITE_THE_NAME
            } else {
                messages::WALK_IN_ADDS
            }))
        }
        Err(error) => Err(error.into()),
    }
}

/// Adds somebody at the door, and lists people with similar names.
fn newcomer(
    writer: &Writer<'_>,
    story: &mut Story,
    name: &str,
    fields: &NewcomerFields<'_>,
) -> Result<Person, Error> {
    if let Err(IntakeError::Unknown { nearest, .. }) = intake::find_person(writer, name) {
        for near in nearest {
            story.warn(message!(check_in::somebody_else { name: near }));
        }
    }
    let id = add_newcomer(writer, story, name, fields)?;
    Ok(intake::find_person(writer, &id.to_string())?)
}

/// One session, and what is recorded at its door.
struct Door<'a> {
    writer: &'a Writer<'a>,
    event: &'a Event,
    session: &'a Session,
    what: CheckIn,
}

impl Door<'_> {
    /// Records one person and reports it; returns whether it was new.
    fn note(&self, story: &mut Story, person: &Person) -> Result<bool, Error> {
        let name = told_name(self.writer, person)?;
        let done = intake::check_in(self.writer, self.event, self.session, person, self.what)?;
        let line = self.told(story, done, &name);
        story.line(match self.standing(person)? {
            Some(standing) if done == CheckedIn::Noted => {
                message!(check_in::with_standing { line, standing })
            }
            _ => line,
        });
        self.move_on(story, person, &name)?;
        Ok(done == CheckedIn::Noted)
    }

    /// Returns what recording somebody did.
    fn told(&self, story: &Story, done: CheckedIn, name: &Message) -> Message {
        let (planned, session) = (story.is_planned(), &self.session.slug);
        let time = |at| clock(at, self.session, self.event);
        match (self.what, done) {
            (CheckIn::Came(Some(at)), CheckedIn::Noted) => message!(check_in::is_in_since {
                planned,
                name,
                session,
                time: time(at)
            }),
            (CheckIn::Came(None), CheckedIn::Noted) => message!(check_in::is_noted {
                planned,
                name,
                session
            }),
            (CheckIn::Came(_), CheckedIn::Already) => {
                message!(check_in::was_noted_already { name, session })
            }
            (CheckIn::Left(at), CheckedIn::Noted) => message!(check_in::left {
                planned,
                name,
                session,
                time: time(at)
            }),
            (CheckIn::Left(at), CheckedIn::Already) => message!(check_in::had_left_already {
                name,
                session,
                time: time(at)
            }),
            (CheckIn::Excused, CheckedIn::Noted) => message!(check_in::is_excused {
                planned,
                name,
                session
            }),
            (CheckIn::Excused, CheckedIn::Already) => {
                message!(check_in::was_excused_already { name, session })
            }
        }
    }

    /// Ends the stay in the session that somebody left for this one, and reports it.
    fn move_on(&self, story: &mut Story, person: &Person, name: &Message) -> Result<(), Error> {
        let CheckIn::Came(Some(at)) = self.what else {
            return Ok(());
        };
        for other in intake::move_on(self.writer, self.event, self.session, person.id, at)? {
            story.line(message!(check_in::left {
                planned: story.is_planned(),
                name,
                session: other.slug,
                time: clock(at, &other, self.event)
            }));
        }
        Ok(())
    }

    /// Returns why somebody was not expected; `None` if they were, or have a part in the session.
    fn standing(&self, person: &Person) -> Result<Option<Wording>, Error> {
        let own = self.session.people.iter();
        let has_part = own.filter_map(|it| it.person_id).any(|id| id == person.id);
        if has_part || !matches!(self.what, CheckIn::Came(_)) {
            return Ok(None);
        }
        let Some(registration) = self.writer.registration(self.event.id, person.id)? else {
            return Ok(Some(messages::NOT_REGISTERED));
        };
        let for_the_event = registration.status.into();
        let signups = self.writer.signups_of(registration.id)?;
        let own = signups.iter().find(|it| it.session_id == self.session.id);
        let status = match own {
            _ if intake::is_for_everybody(self.writer, self.event.id, self.session)? => {
                for_the_event
            }
            Some(signup) => signup.status,
            // Participants of the event may drop in.
            None if self.session.drop_in => for_the_event,
            None => return Ok(Some(messages::NOT_SIGNED_UP)),
        };
        Ok(match status {
            SignupStatus::Confirmed => None,
            SignupStatus::Waitlisted => Some(messages::ON_THE_WAITING_LIST),
            SignupStatus::Cancelled => Some(messages::HAD_CANCELLED),
        })
    }
}
