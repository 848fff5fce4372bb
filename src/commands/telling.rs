//! How changing commands tell what they did, and the words that several commands print.
//!
//! A change is told in lines, one a subject, and closed by its summary with the number of the operation.
//! People are named in the lines, which are meant for whoever typed the command; the summary stays in
//! `history` for good, also when somebody is forgotten, and so it has counts and short names alone.

use chrono_tz::Tz;

use crate::catalogue::Message;
use crate::catalogue::messages::{conventions, talk};
use crate::context::Context;
use crate::error::Error;
use crate::intake::{self, LeftFree, PlaceMove};
use crate::message;
use crate::model::{Event, EventId, Instant, Person, PersonId, Session, SignupStatus, time};
use crate::output::Cell;
use crate::store::{Changed, Reader, StoreError, Writer};

/// Returns a number with the word that fits it: `1 person`, `3 people`.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// What a change has to say.
#[derive(Debug)]
pub(super) struct Story {
    dry_run: bool,
    lines: Vec<Message>,
    hints: Vec<Message>,
}

impl Story {
    /// Begins to tell; with `dry_run`, what would happen.
    pub(super) fn new(dry_run: bool) -> Self {
        Self {
            dry_run,
            lines: Vec::new(),
            hints: Vec::new(),
        }
    }

    /// Chooses the words for what happened, or would happen.
    pub(super) fn pick<'a>(&self, happened: &'a str, would: &'a str) -> &'a str {
        if self.dry_run { would } else { happened }
    }

    /// Adds a sentence.
    pub(super) fn line(&mut self, sentence: impl Into<Message>) {
        self.lines.push(sentence.into());
    }

    /// Adds something that may be wrong and was done all the same.
    pub(super) fn warn(&mut self, sentence: impl Into<Message>) {
        let sentence = sentence.into();
        self.lines.push(message!(talk::warning { sentence }));
    }

    /// Adds what to do next; not said in a dry run, where the next thing is to do it.
    pub(super) fn hint(&mut self, sentence: impl Into<Message>) {
        self.hints.push(sentence.into());
    }

    /// Says everything, and what came of it; the change's value is its summary.
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

    /// Tells whose place changed without their own doing; `but_not` are told of by themselves.
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
            self.line(match step.to {
                SignupStatus::Confirmed => {
                    let moves = self.pick("moves up", "would move up");
                    format!("{name} {moves} in `{}`", session.slug)
                }
                _ => {
                    let waits = self.pick("waits", "would wait");
                    format!("{name} {waits} for a place in `{}`", session.slug)
                }
            });
            told += 1;
        }
        Ok(told)
    }

    /// Tells which places nobody gets, since the session has begun.
    pub(super) fn left_free(&mut self, left_free: &[LeftFree]) {
        for it in left_free {
            self.line(it.to_string());
        }
    }

    /// Writes the questions for overlapping sessions of a person, and tells them.
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
            self.warn(format!(
                "`{}` and `{}` of {name} overlap in time: see `rollcall review`",
                slug(*one),
                slug(*other)
            ));
        }
        Ok(pairs.len())
    }
}

/// Returns a person's name as messages say it: with the organisation, else the number, where somebody else
/// on file has the same name.
pub(super) fn told_name(reader: &Reader<'_>, person: &Person) -> Result<String, StoreError> {
    let name = person.full_name();
    let key = crate::identity::person_key(&person.given_name, &person.family_name);
    let namesakes: Vec<PersonId> = reader
        .people_by_key(&key)?
        .into_iter()
        .filter(|id| *id != person.id)
        .collect();
    if namesakes.is_empty() {
        return Ok(name);
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
        Some(organisation) => format!("{name} ({})", organisation.name),
        None => format!("{name} (person {})", person.id),
    })
}

/// Returns who waits for a place in a session, first in line first.
pub(super) fn waiting_list(
    reader: &Reader<'_>,
    session: &Session,
) -> Result<Vec<PersonId>, StoreError> {
    let mut waiting: Vec<_> = reader
        .claims_by_turn(session.id)?
        .into_iter()
        .filter(|(signup, _)| signup.status == SignupStatus::Waitlisted)
        .collect();
    // The order in which `programme::settle` gives places away.
    waiting.sort_by_key(|(signup, turn)| (*turn, signup.id));
    let mut people = Vec::new();
    for (signup, _) in waiting {
        people.extend(reader.person_of_signup(signup.id)?);
    }
    Ok(people)
}

/// Returns `1st`, `2nd`, `3rd`, `11th`.
pub(super) fn ordinal(number: usize) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// Returns the time of day in an event's zone, with the date when it is not the session's.
pub(super) fn clock(at: Instant, session: &Session, event: &Event) -> String {
    let local = at.with_timezone(&event.zone);
    let day = session.start.with_timezone(&event.zone).date_naive();
    let pattern = if local.date_naive() == day {
        "%H:%M"
    } else {
        "%Y-%m-%d %H:%M"
    };
    local.format(pattern).to_string()
}

/// Returns a moment with its date, as tables show it.
pub(super) fn moment(context: &Context, at: Instant, zone: Tz) -> Cell {
    let pattern = conventions::DATE_AND_TIME.in_language(context.language);
    Cell::Moment {
        iso: time::to_zone_text(at, zone),
        shown: at.with_timezone(&zone).format(pattern).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_end_as_they_are_spoken() {
        let said: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 102, 111]
            .into_iter()
            .map(ordinal)
            .collect();
        assert_eq!(
            said,
            [
                "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th"
            ]
        );
    }

    #[test]
    fn one_is_singular() {
        assert_eq!(count(1, "person", "people"), "1 person");
        assert_eq!(count(0, "person", "people"), "0 people");
    }
}
