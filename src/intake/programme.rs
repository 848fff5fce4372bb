//! Rows of a programme.

use chrono::{NaiveDate, Offset};
use chrono_tz::Tz;

use super::desk::{Agenda, Desk, Mode};
use super::{Fate, IntakeError};
use crate::catalogue::Message;
use crate::catalogue::messages::import;
use crate::import::fingerprint::Fingerprint;
use crate::import::rows::{ProgrammePart, ProgrammeRow};
use crate::import::values::dates::{Moment, to_instant};
use crate::import::{Plan, Problem, lines};
use crate::message;
use crate::model::{
    Event, EventFact, EventFacts, Instant, Keep, Session, SessionKind, SessionPerson,
};
use crate::store::{NewEvent, NewSession, StoreError, Writer};

/// Makes a short name from a title: `Bar 1: Hafenkneipe` becomes `bar-1-hafenkneipe`.
pub fn slug_of(title: &str) -> String {
    let mut slug = String::new();
    for letter in title.to_lowercase().chars() {
        match letter {
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            letter if letter.is_ascii_alphanumeric() => slug.push(letter),
            _ if !slug.ends_with('-') && !slug.is_empty() => slug.push('-'),
            _ => {}
        }
    }
    let short: String = slug.chars().take(40).collect();
    let slug = short.trim_matches('-').to_owned();
    if slug.is_empty() {
        "event".to_owned()
    } else {
        slug
    }
}

/// Returns the fingerprint of a row.
fn fingerprint(row: &ProgrammeRow) -> i64 {
    let mut fingerprint = Fingerprint::new();
    fingerprint.text(match row.part {
        ProgrammePart::Event => "event",
        ProgrammePart::Session(None) => "session",
        ProgrammePart::Session(Some(kind)) => kind.as_str(),
    });
    for text in [&row.event, &row.slug, &row.title, &row.room, &row.place] {
        fingerprint.optional(text.as_deref());
    }
    fingerprint.text(&format!("{:?} {:?}", row.start, row.end));
    fingerprint.text(&format!("{:?} {:?}", row.capacity, row.drop_in));
    for (part, name) in &row.speakers {
        fingerprint.text(part.as_str());
        fingerprint.text(name);
    }
    fingerprint.optional(row.zone.map(Tz::name));
    fingerprint.optional(row.rule.map(|rule| rule.to_string()).as_deref());
    // A row of what takes place has the same fingerprint as before anything could be cancelled.
    if row.cancelled == Some(true) {
        fingerprint.text("cancelled");
    }
    if let Some(kept) = row.keep {
        fingerprint.text(&format!("{} {}", kept.keep, kept.is_default));
    }
    // A row without facts has the same fingerprint as before facts were introduced.
    if row.facts != EventFacts::default() {
        for fact in EventFact::ALL {
            fingerprint.optional(row.facts.text(fact));
        }
        for logo in &row.facts.logos {
            fingerprint.text(logo);
        }
    }
    fingerprint.value()
}

/// Returns the event that a session belongs to, or why there is none.
fn event_of<'a>(
    row: &ProgrammeRow,
    fallback: Option<&Event>,
    events: &'a [Event],
) -> Result<&'a Event, Message> {
    match &row.event {
        Some(slug) => events
            .iter()
            .find(|event| event.slug == *slug || event.title == *slug)
            .ok_or_else(|| message!(import::no_event_of_name { event: slug })),
        None => fallback
            .and_then(|fallback| events.iter().find(|event| event.id == fallback.id))
            // An event from the same file.
            .or_else(|| events.first().filter(|_| events.len() == 1))
            .ok_or_else(|| import::EVENT_OF_SESSION.into()),
    }
}

/// Returns the facts of one, completed with those of the other.
fn merged(one: &EventFacts, other: &EventFacts) -> EventFacts {
    let mut facts = one.clone();
    for fact in EventFact::ALL {
        let text = facts.text_mut(fact);
        *text = text.take().or_else(|| other.text(fact).map(str::to_owned));
    }
    if facts.logos.is_empty() {
        facts.logos.clone_from(&other.logos);
    }
    facts
}

fn problem(row: &ProgrammeRow, reason: impl Into<Message>) -> Problem {
    Problem {
        line: row.line,
        column: None,
        reason: reason.into(),
    }
}

impl Desk<'_> {
    /// Processes one row of a programme; `fallback` is the event of sessions that do not name one.
    pub(super) fn take_programme(
        &mut self,
        row: &ProgrammeRow,
        fallback: Option<&Event>,
        default_zone: Tz,
    ) -> Result<Fate, IntakeError> {
        let events = self.writer.events()?;
        let event = match row.part {
            ProgrammePart::Event => None,
            ProgrammePart::Session(_) => match event_of(row, fallback, &events) {
                Ok(event) => Some(event),
                Err(reason) => return Ok(Fate::Rejected(problem(row, reason))),
            },
        };
        // The same row again changes nothing, whatever was corrected by hand since.
        let fingerprint = fingerprint(row);
        let about = event.map(|event| event.id);
        if self.is_known(about, fingerprint)? {
            return Ok(Fate::Unchanged);
        }
        let fate = match (row.part, event) {
            (ProgrammePart::Session(kind), Some(event)) => self.take_session(row, kind, event),
            _ => self.take_event(row, default_zone),
        }?;
        if matches!(fate, Fate::Created | Fate::Updated) {
            self.note_names_in(row.line, row.title.as_deref().into_iter());
        }
        if matches!(fate, Fate::Created | Fate::Updated | Fate::Unchanged) {
            self.remember_row(about, fingerprint)?;
        }
        Ok(fate)
    }

    fn take_event(&mut self, row: &ProgrammeRow, default_zone: Tz) -> Result<Fate, IntakeError> {
        let rejected = |reason: Message| Ok(Fate::Rejected(problem(row, reason)));
        let slug = match (&row.event, &row.slug, &row.title) {
            (Some(slug), _, _) | (None, Some(slug), _) => slug.clone(),
            (None, None, Some(title)) => slug_of(title),
            (None, None, None) => {
                return rejected(import::EVENT_WITHOUT_NAME.into());
            }
        };
        let known = self
            .writer
            .events()?
            .into_iter()
            .find(|event| event.slug == slug);
        let zone = row
            .zone
            .or(known.as_ref().map(|event| event.zone))
            .unwrap_or(default_zone);
        let start = match self.start_of(row, None, zone) {
            Ok(start) => start.or(known.as_ref().map(|event| event.start)),
            Err(reason) => return rejected(reason),
        };
        let Some(start) = start else {
            return rejected(import::EVENT_WITHOUT_START.into());
        };
        let end = match self.end_of(row, start, zone) {
            Ok(end) => end.or(known.as_ref().map(|event| event.end)),
            Err(reason) => return rejected(reason),
        };
        let Some(end) = end.filter(|end| *end >= start) else {
            return rejected(import::EVENT_WITHOUT_END.into());
        };
        let Some(mut event) = known else {
            let id = self.writer.add_event(&NewEvent {
                title: row.title.clone().unwrap_or_else(|| slug.clone()),
                slug,
                start,
                end,
                zone,
                place: row.place.clone(),
                rule: row.rule,
                facts: row.facts.clone(),
            })?;
            if let Some(event) = self.writer.event(id)? {
                self.writer.save_event(&Event {
                    cancelled: row.cancelled == Some(true),
                    keep: self.keep_of(row)?,
                    ..event
                })?;
            }
            return Ok(Fate::Created);
        };
        if self.mode == Mode::Skip {
            return Ok(Fate::Skipped(import::KNOWN_ALREADY.into()));
        }
        let before = self.writer.keep_by_default()?;
        let keep = self.keep_of(row)?;
        let is_new_default = self.writer.keep_by_default()? != before;
        match self.mode {
            Mode::Skip => {}
            Mode::Update => {
                event.keep = keep.or(event.keep);
                event.start = start;
                event.end = end;
                event.zone = zone;
                event.title = row.title.clone().unwrap_or(event.title);
                event.place = row.place.clone().or(event.place);
                event.rule = row.rule.or(event.rule);
                event.cancelled = row.cancelled.unwrap_or(event.cancelled);
                event.facts = merged(&row.facts, &event.facts);
            }
            Mode::Fill => {
                event.keep = event.keep.or(keep);
                event.place = event.place.or(row.place.clone());
                event.rule = event.rule.or(row.rule);
                event.facts = merged(&event.facts, &row.facts);
            }
        }
        Ok(if self.writer.save_event(&event)? || is_new_default {
            Fate::Updated
        } else {
            Fate::Unchanged
        })
    }

    /// Returns how long an event says that its data is kept. What held for the whole file that was exported holds for this
    /// one as well, unless it says something else: then the event says it.
    fn keep_of(&self, row: &ProgrammeRow) -> Result<Option<Keep>, StoreError> {
        let Some(kept) = row.keep else {
            return Ok(None);
        };
        if !kept.is_default {
            return Ok(Some(kept.keep));
        }
        match self.writer.keep_by_default()? {
            Some(default) if default != kept.keep => Ok(Some(kept.keep)),
            Some(_) => Ok(None),
            None => {
                self.writer.set_keep_by_default(kept.keep)?;
                Ok(None)
            }
        }
    }

    fn take_session(
        &mut self,
        row: &ProgrammeRow,
        kind: Option<SessionKind>,
        event: &Event,
    ) -> Result<Fate, IntakeError> {
        let rejected = |reason: Message| Ok(Fate::Rejected(problem(row, reason)));
        let agenda = Agenda::load(self.writer, event.clone())?;
        let slug = match (&row.slug, &row.title) {
            (Some(slug), _) => slug_of(slug),
            (None, Some(title)) => slug_of(title),
            (None, None) => {
                return rejected(import::SESSION_WITHOUT_NAME.into());
            }
        };
        let known = agenda
            .sessions
            .iter()
            .find(|session| session.slug == slug)
            .or_else(|| {
                agenda.sessions.iter().find(|session| {
                    row.slug.is_none() && row.title.as_ref() == Some(&session.title)
                })
            });
        let known = match known {
            None => self.without_short_name(row, &agenda),
            known => known,
        };
        let day = event.start.with_timezone(&event.zone).date_naive();
        let start = match self.start_of(row, Some(day), event.zone) {
            Ok(start) => start.or(known.map(|session| session.start)),
            Err(reason) => return rejected(reason),
        };
        let Some(start) = start else {
            return rejected(import::SESSION_WITHOUT_START.into());
        };
        let end = match self.end_of(row, start, event.zone) {
            Ok(end) => end.or(known.map(|session| session.end)),
            Err(reason) => return rejected(reason),
        };
        let Some(end) = end else {
            return rejected(import::SESSION_WITHOUT_END.into());
        };
        if end < start {
            return rejected(import::SESSION_ENDS_TOO_EARLY.into());
        }
        let people: Vec<SessionPerson> = row
            .speakers
            .iter()
            .filter(|(_, name)| !self.is_removed_speaker(name, known))
            .map(|(part, name)| SessionPerson {
                part: *part,
                name: name.clone(),
                person_id: None,
            })
            .collect();
        let Some(known) = known else {
            let kind = kind.unwrap_or(SessionKind::Other);
            let id = self.writer.add_session(&NewSession {
                event_id: event.id,
                title: row.title.clone().unwrap_or_else(|| slug.clone()),
                slug,
                kind,
                start,
                end,
                capacity: row.capacity,
                room: row.room.clone(),
                rule: row.rule,
                drop_in: row.drop_in.unwrap_or(false),
                people,
            })?;
            if row.cancelled == Some(true)
                && let Some(session) = self.writer.session(id)?
            {
                self.writer.save_session(&Session {
                    cancelled: true,
                    ..session
                })?;
            }
            self.of_this_call.insert(id);
            return Ok(Fate::Created);
        };
        self.of_this_call.insert(known.id);
        self.change_session(known, row, kind, (start, end), people)
    }

    /// Returns the session meant by a row that adds its short name: with the same title and begin, and so far with a
    /// short name generated from the title. Sessions of the same call are distinguished by their short names.
    fn without_short_name<'agenda>(
        &mut self,
        row: &ProgrammeRow,
        agenda: &'agenda Agenda,
    ) -> Option<&'agenda Session> {
        let event = &agenda.event;
        let day = event.start.with_timezone(&event.zone).date_naive();
        let start = self.start_of(row, Some(day), event.zone).ok()??;
        let slug = row.slug.as_deref().map(slug_of).unwrap_or_default();
        let is_it = |session: &&Session| {
            row.title.as_ref() == Some(&session.title)
                && session.start == start
                && session.slug == slug_of(&session.title)
                // `workshop-2` is in addition to `workshop`, not the same.
                && !slug.starts_with(&format!("{}-", session.slug))
                && !self.of_this_call.contains(&session.id)
        };
        let mut found = agenda.sessions.iter().filter(is_it);
        found.next().filter(|_| found.next().is_none())
    }

    fn change_session(
        &mut self,
        known: &Session,
        row: &ProgrammeRow,
        kind: Option<SessionKind>,
        (start, end): (Instant, Instant),
        people: Vec<SessionPerson>,
    ) -> Result<Fate, IntakeError> {
        let mut session = known.clone();
        match self.mode {
            Mode::Skip => return Ok(Fate::Skipped(import::KNOWN_ALREADY.into())),
            Mode::Update => {
                session.start = start;
                session.end = end;
                session.slug = row.slug.as_deref().map_or(session.slug, slug_of);
                session.title = row.title.clone().unwrap_or(session.title);
                session.kind = kind.unwrap_or(session.kind);
                session.capacity = row.capacity.or(session.capacity);
                session.room = row.room.clone().or(session.room);
                session.rule = row.rule.or(session.rule);
                session.drop_in = row.drop_in.unwrap_or(session.drop_in);
                session.cancelled = row.cancelled.unwrap_or(session.cancelled);
                if !people.is_empty() {
                    session.people = people;
                }
            }
            Mode::Fill => {
                session.capacity = session.capacity.or(row.capacity);
                session.room = session.room.or(row.room.clone());
                session.rule = session.rule.or(row.rule);
                if session.people.is_empty() {
                    session.people = people;
                }
            }
        }
        let changed = self.writer.save_session(&session)?;
        if changed {
            self.touched.insert(session.id);
            for row in self.writer.registrations(session.event_id)? {
                if row
                    .signups
                    .iter()
                    .any(|signup| signup.session_id == session.id)
                {
                    self.to_check
                        .insert((session.event_id, row.registration.person_id));
                }
            }
        }
        Ok(if changed {
            Fate::Updated
        } else {
            Fate::Unchanged
        })
    }

    /// Links speakers, moderators and hosts to the only person of their name, if there is one.
    pub(super) fn link_session_people(&self) -> Result<(), IntakeError> {
        Ok(link_session_people(self.writer)?)
    }
}

/// Links speakers, moderators and hosts to the only person of their name, if there is one.
pub fn link_session_people(writer: &Writer<'_>) -> Result<(), StoreError> {
    for (row, name) in writer.unlinked_session_people()? {
        let key = crate::identity::name_key(&name);
        if let [person] = writer.people_by_key(&key)?.as_slice() {
            writer.link_session_person(row, *person)?;
        }
    }
    Ok(())
}

/// Returns a note about rows of a programme that name sessions outside their event's time, now that the whole file has
/// been processed: the event may come after its sessions. `fallback` is the event of sessions that do not name one.
///
/// # Errors
/// If the file cannot be read again.
pub(super) fn outside_of_event(
    writer: &Writer<'_>,
    plan: &Plan,
    fallback: Option<&Event>,
) -> Result<Option<Message>, IntakeError> {
    let events = writer.events()?;
    let mut outside = Vec::new();
    let mut rows = plan.rows_as_sent()?;
    while let Some(record) = rows.next_row()? {
        let Ok(row) = plan.programme(record) else {
            continue;
        };
        let Ok(event) = event_of(&row, fallback, &events) else {
            continue;
        };
        if row.part == ProgrammePart::Event {
            continue;
        }
        let slug = row.slug.as_ref().or(row.title.as_ref());
        let slug = slug.map(|it| slug_of(it)).unwrap_or_default();
        let sessions = writer.sessions(event.id)?;
        let is_titled = |it: &&Session| row.slug.is_none() && row.title.as_ref() == Some(&it.title);
        let by_slug = sessions.iter().find(|it| it.slug == slug);
        let session = by_slug.or_else(|| sessions.iter().find(is_titled));
        if session.is_some_and(|it| it.start < event.start || it.end > event.end) {
            outside.push(row.line);
        }
    }
    let note = || {
        let lines = lines(&outside);
        message!(import::outside_the_event { lines })
    };
    Ok((!outside.is_empty()).then(note))
}

/// Returns a note if a new event gets the time zone of this computer although its start is written in another: times in
/// logs, which do not name a zone, would be read in the wrong one.
pub(super) fn zone_of_this_computer(row: &ProgrammeRow, zone: Tz) -> Option<Message> {
    let start = row.start?;
    let here = instant(Some(start), None, zone)?.with_timezone(&zone);
    let differs = start.offset_seconds? != here.offset().fix().local_minus_utc();
    (row.part == ProgrammePart::Event && row.zone.is_none() && differs)
        .then(|| message!(import::zone_of_this_computer { zone: zone.name() }))
}

fn instant(moment: Option<Moment>, day: Option<NaiveDate>, zone: Tz) -> Option<Instant> {
    to_instant(moment?, day, zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_are_plain() {
        assert_eq!(slug_of("Bar 1: Hafenkneipe"), "bar-1-hafenkneipe");
        assert_eq!(slug_of("Grußwort & Begrüßung"), "grusswort-begruessung");
        assert_eq!(slug_of("***"), "event");
    }
}
