//! Reports what changing commands did, and has texts shared by several commands.
//!
//! A change is reported in lines, one per subject, followed by its summary with the number of the operation. The lines
//! name people and are meant for the current user; the summary stays in `history` for good, even if somebody is
//! forgotten, so it only has counts and short names.

use chrono_tz::Tz;

use crate::catalogue::messages::{conventions, talk};
use crate::catalogue::{Message, ToValue, Value};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, LeftFree, PlaceMove};
use crate::message;
use crate::model::{Event, EventId, Instant, Person, PersonId, Session, SignupStatus, time};
use crate::output::Cell;
use crate::store::{Changed, Reader, Store, StoreError, Writer};

/// The messages of a change.
#[derive(Debug)]
pub(super) struct Story {
    dry_run: bool,
    lines: Vec<Message>,
    hints: Vec<Message>,
}

impl Story {
    /// Begins a report; with `dry_run`, about what would happen.
    pub(super) fn new(dry_run: bool) -> Self {
        Self {
            dry_run,
            lines: Vec::new(),
            hints: Vec::new(),
        }
    }

    /// Returns whether this is a dry run: the argument `$planned` of a message.
    pub(super) fn is_planned(&self) -> bool {
        self.dry_run
    }

    /// Adds a sentence.
    pub(super) fn line(&mut self, sentence: impl Into<Message>) {
        self.lines.push(sentence.into());
    }

    /// Adds a warning about something that was done all the same.
    pub(super) fn warn(&mut self, sentence: impl Into<Message>) {
        let sentence = sentence.into();
        self.lines.push(message!(talk::warning { sentence }));
    }

    /// Adds what to do next; omitted in a dry run, where the next step is to do it.
    pub(super) fn hint(&mut self, sentence: impl Into<Message>) {
        self.hints.push(sentence.into());
    }

    /// Prints everything, and the result; the change's value is its summary.
    pub(super) fn tell<S>(self, context: &mut Context, changed: &Changed<S>) -> Result<(), Error>
    where
        for<'a> &'a S: Into<Message>,
    {
        let summary: Message = (&changed.value).into();
        for line in &self.lines {
            context.say(line)?;
        }
        match changed.operation {
            _ if !changed.anything => context.say(talk::NOTHING_CHANGED)?,
            Some(operation) => context.say(message!(talk::operation { operation, summary }))?,
            None => context.say(message!(talk::would_be_an_operation { summary }))?,
        }
        if !self.dry_run {
            for hint in &self.hints {
                context.hint(hint)?;
            }
        }
        Ok(())
    }

    /// Reports whose place changed without their own doing; `but_not` are reported separately.
    pub(super) fn moves(
        &mut self,
        reader: &Reader<'_>,
        moves: &[PlaceMove],
        but_not: &[PersonId],
    ) -> Result<usize, StoreError> {
        let mut told = 0;
        for step in moves {
            if but_not.contains(&step.person_id) {
                continue;
            }
            let (Some(who), Some(session)) = (
                reader.person(step.person_id)?,
                reader.session(step.session_id)?,
            ) else {
                continue;
            };
            let name = told_name(reader, &who)?;
            let (planned, session) = (self.dry_run, session.slug);
            self.line(match step.to {
                SignupStatus::Confirmed => message!(places::moves_up {
                    planned,
                    name,
                    session
                }),
                _ => message!(places::waits {
                    planned,
                    name,
                    session
                }),
            });
            told += 1;
        }
        Ok(told)
    }

    /// Reports which places nobody gets, since the session has begun.
    pub(super) fn left_free(&mut self, left_free: &[LeftFree]) {
        for it in left_free {
            self.line(it.message());
        }
    }

    /// Adds the questions about a person's overlapping sessions, and reports them.
    pub(super) fn conflicts(
        &mut self,
        writer: &Writer<'_>,
        event: EventId,
        person: PersonId,
    ) -> Result<usize, StoreError> {
        let sessions = writer.sessions(event)?;
        let pairs = intake::sync_conflicts(writer, event, &sessions, person, None)?;
        let name = match writer.person(person)? {
            Some(known) => told_name(writer, &known)?,
            None => return Ok(0),
        };
        for (one, other) in &pairs {
            let slug = |id| {
                sessions
                    .iter()
                    .find(|session| session.id == id)
                    .map_or("", |session| session.slug.as_str())
            };
            self.warn(message!(places::overlap {
                one: slug(*one),
                other: slug(*other),
                name
            }));
        }
        Ok(pairs.len())
    }
}

/// Runs one operation, and reports what it did; `work` returns the summary.
pub(super) fn change(
    context: &mut Context,
    command: &str,
    dry_run: bool,
    work: impl FnOnce(&Context, &Writer<'_>, &mut Story) -> Result<Message, Error>,
) -> Result<Exit, Error> {
    let mut store = context.store()?;
    change_in(context, &mut store, command, dry_run, work)?;
    Ok(Exit::Done)
}

/// Does the same in a file that is already open.
pub(super) fn change_in(
    context: &mut Context,
    store: &mut Store,
    command: &str,
    dry_run: bool,
    work: impl FnOnce(&Context, &Writer<'_>, &mut Story) -> Result<Message, Error>,
) -> Result<(), Error> {
    let mut story = Story::new(dry_run);
    let changed = store.change(
        command,
        context.now,
        dry_run,
        |writer| -> Result<_, Error> {
            let summary = work(context, writer, &mut story)?;
            // With more data, a person may now be the one meant in a question or a log.
            for note in intake::look_again(writer, context.now)? {
                story.line(note);
            }
            context.note_overdue(writer)?;
            Ok((summary.clone(), summary))
        },
    )?;
    story.tell(context, &changed)
}

/// Returns a person's name for messages: with the organisation, else the number, if somebody else on file has the same
/// name.
pub(super) fn told_name(reader: &Reader<'_>, person: &Person) -> Result<Message, StoreError> {
    let name = person.full_name();
    let key = crate::identity::person_key(&person.given_name, &person.family_name);
    let namesakes: Vec<PersonId> = reader
        .people_by_key(&key)?
        .into_iter()
        .filter(|id| *id != person.id)
        .collect();
    if namesakes.is_empty() {
        return Ok(Message::verbatim(name));
    }
    let mut is_told_by_organisation = person.organisation_id.is_some();
    for id in namesakes {
        let other = reader.person(id)?.and_then(|other| other.organisation_id);
        is_told_by_organisation &= other != person.organisation_id;
    }
    let organisation = match person.organisation_id {
        Some(id) if is_told_by_organisation => reader.organisation(id)?,
        _ => None,
    };
    Ok(match organisation {
        Some(organisation) => message!(person::of_organisation {
            name,
            organisation: organisation.name
        }),
        None => message!(person::with_number {
            name,
            number: person.id
        }),
    })
}

/// Returns who waits for a place in a session, in order of their turn.
pub(super) fn waiting_list(
    reader: &Reader<'_>,
    session: &Session,
) -> Result<Vec<PersonId>, StoreError> {
    let mut waiting: Vec<_> = reader
        .claims_by_turn(session.id)?
        .into_iter()
        .filter(|(signup, _)| signup.status == SignupStatus::Waitlisted)
        .collect();
    // The order in which `programme::settle` gives out places.
    waiting.sort_by_key(|(signup, turn)| (*turn, signup.id));
    let mut people = Vec::new();
    for (signup, _) in waiting {
        people.extend(reader.person_of_signup(signup.id)?);
    }
    Ok(people)
}

/// Returns the time of day in an event's zone, with the date if it is not the session's.
pub(super) fn clock(at: Instant, session: &Session, event: &Event) -> Value {
    time_beside(at, session.start, event.zone)
}

/// Returns a time in a zone: only the time of day if it is on the day of `other`, else with its date.
pub(super) fn time_beside(at: Instant, other: Instant, zone: Tz) -> Value {
    let local = at.with_timezone(&zone).naive_local();
    if local.date() == other.with_timezone(&zone).date_naive() {
        local.format("%H:%M").to_string().to_value()
    } else {
        local.to_value()
    }
}

/// Returns a moment with its date, as shown in tables.
pub(super) fn moment(context: &Context, at: Instant, zone: Tz) -> Cell {
    let pattern = conventions::DATE_AND_TIME.in_language(context.language);
    Cell::Moment {
        iso: time::to_zone_text(at, zone),
        shown: at.with_timezone(&zone).format(pattern).to_string(),
    }
}
