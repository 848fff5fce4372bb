//! Stays outside the hours that they are counted in: they are kept, but none of their minutes count, and a note says so.

use std::collections::{BTreeMap, BTreeSet};

use super::desk::Agenda;
use crate::catalogue::Message;
use crate::import::lines;
use crate::message;
use crate::model::{Instant, SessionId};

/// The lines of one file with such stays, by the short name of the session; without one, those that touch no session.
#[derive(Debug, Default)]
pub(super) struct Outside(BTreeMap<Option<String>, BTreeSet<u64>>);

impl Outside {
    /// Adds the line of a stay in a session, or at the event as a whole, if it is outside the hours.
    pub(super) fn add(
        &mut self,
        agenda: &Agenda,
        place: Option<SessionId>,
        (joined, left): (Option<Instant>, Option<Instant>),
        line: u64,
    ) {
        let misses = |start: Instant, end: Instant| {
            joined.is_some_and(|joined| joined >= end) || left.is_some_and(|left| left <= start)
        };
        let event = &agenda.event;
        let session = place.and_then(|id| agenda.session(id));
        let is_outside = match session {
            Some(session) => misses(session.start, session.end),
            None if agenda.sessions.is_empty() => misses(event.start, event.end),
            None => agenda.sessions.iter().all(|it| misses(it.start, it.end)),
        };
        if is_outside {
            let slug = session.map(|it| it.slug.clone());
            self.0.entry(slug).or_default().insert(line);
        }
    }

    /// Returns the notes, and clears them.
    pub(super) fn take(&mut self) -> Vec<Message> {
        let each = std::mem::take(&mut self.0).into_iter();
        each.map(|(session, of_it)| {
            let lines = lines(&of_it.into_iter().collect::<Vec<_>>());
            match session {
                Some(session) => message!(log::outside { session, lines }),
                None => message!(log::outside_all { lines }),
            }
        })
        .collect()
    }
}
