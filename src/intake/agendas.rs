//! The events named in the rows of a file.

use std::collections::HashMap;

use super::IntakeError;
use super::desk::{Agenda, Desk};
use super::stays_on_file::StaysOnFile;
use crate::import::{Choices, Kind, Plan};
use crate::model::{Event, EventId, SessionId};

/// An event named in rows of a file.
#[derive(Debug)]
pub(super) struct Named {
    pub(super) agenda: Agenda,
    /// Its sessions by the names used in cells.
    pub(super) choices: Choices,
    /// The sessions that its rows decide about, unless it is the event of the whole file.
    pub(super) scope: Vec<SessionId>,
    stays: Option<StaysOnFile>,
}

/// The events named in the rows of a file, each loaded once.
pub(super) struct Agendas {
    pub(super) event: Option<Event>,
    loaded: Vec<Named>,
    /// The index of an event named in a cell; `None` if there is no such event.
    positions: HashMap<String, Option<usize>>,
}

impl Agendas {
    pub(super) fn new(event: Option<&Event>) -> Self {
        Self {
            event: event.cloned(),
            loaded: Vec::new(),
            positions: HashMap::new(),
        }
    }

    /// Determines in advance which sessions of each event the rows of a file name: a row decides about those and no
    /// others. For the event of the whole file the plan has this list.
    pub(super) fn survey(&mut self, desk: &Desk<'_>, plan: &Plan) -> Result<(), IntakeError> {
        if plan.layout.kind != Kind::Signups || plan.layout.quirks.one_signup_a_row {
            return Ok(());
        }
        let mut named: HashMap<usize, Vec<SessionId>> = HashMap::new();
        let mut rows = plan.rows_as_sent()?;
        while let Some(record) = rows.next_row()? {
            let Some(written) = plan.event_named(record) else {
                continue;
            };
            let Some(position) = self.position(desk, Some(&written))? else {
                continue;
            };
            let sessions = named.entry(position).or_default();
            for id in plan.sessions_named(record, &self.loaded[position].choices) {
                if !sessions.contains(&id) {
                    sessions.push(id);
                }
            }
        }
        for (position, ids) in named {
            let loaded = &mut self.loaded[position];
            loaded.scope = reach(&ids, &loaded.agenda);
        }
        Ok(())
    }

    fn position(
        &mut self,
        desk: &Desk<'_>,
        written: Option<&str>,
    ) -> Result<Option<usize>, IntakeError> {
        let wanted = written.or(self.event.as_ref().map(|event| event.slug.as_str()));
        let Some(wanted) = wanted.map(str::to_owned) else {
            return Ok(None);
        };
        if let Some(known) = self.positions.get(&wanted) {
            return Ok(*known);
        }
        let events = desk.writer.events()?;
        let by_title: Vec<&Event> = events
            .iter()
            .filter(|event| event.title.to_lowercase() == wanted.to_lowercase())
            .collect();
        let event = events
            .iter()
            .find(|event| event.slug == wanted)
            .or_else(|| {
                events
                    .iter()
                    .find(|event| event.slug.eq_ignore_ascii_case(&wanted))
            })
            .or_else(|| by_title.first().copied().filter(|_| by_title.len() == 1));
        let position = match event {
            None => None,
            Some(event) => {
                let known = self
                    .loaded
                    .iter()
                    .position(|named| named.agenda.event.id == event.id);
                Some(match known {
                    Some(position) => position,
                    None => {
                        let agenda = Agenda::load(desk.writer, event.clone())?;
                        self.loaded.push(Named {
                            choices: Choices::new(&agenda.sessions, event.zone),
                            agenda,
                            scope: Vec::new(),
                            stays: None,
                        });
                        self.loaded.len() - 1
                    }
                })
            }
        };
        self.positions.insert(wanted, position);
        Ok(position)
    }

    /// Returns the event that a row names, by slug or title, else that of the whole file.
    pub(super) fn of(
        &mut self,
        desk: &mut Desk<'_>,
        written: Option<&str>,
    ) -> Result<Option<&Named>, IntakeError> {
        let Some(position) = self.position(desk, written)? else {
            return Ok(None);
        };
        desk.view(Some(self.id_at(position)))?;
        Ok(Some(&self.loaded[position]))
    }

    /// Does the same, including the stays on file.
    pub(super) fn of_attendance(
        &mut self,
        desk: &mut Desk<'_>,
        written: Option<&str>,
    ) -> Result<Option<(&Agenda, &mut StaysOnFile, &Choices)>, IntakeError> {
        let Some(position) = self.position(desk, written)? else {
            return Ok(None);
        };
        let id = self.id_at(position);
        desk.view(Some(id))?;
        let named = &mut self.loaded[position];
        let stays = match &mut named.stays {
            Some(stays) => stays,
            empty => empty.insert(StaysOnFile::load(desk, id)?),
        };
        Ok(Some((&named.agenda, stays, &named.choices)))
    }

    fn id_at(&self, position: usize) -> EventId {
        self.loaded[position].agenda.event.id
    }

    /// Returns whether this is the event of the whole file.
    pub(super) fn is_of_the_file(&self, event: EventId) -> bool {
        self.event.as_ref().is_some_and(|own| own.id == event)
    }
}

/// Returns the sessions that answers name, and those that somebody chose them over: of the same kind at the same time.
fn reach(named: &[SessionId], agenda: &Agenda) -> Vec<SessionId> {
    let chosen: Vec<_> = named.iter().filter_map(|id| agenda.session(*id)).collect();
    agenda
        .sessions
        .iter()
        .filter(|session| {
            chosen.iter().any(|other| {
                other.id == session.id
                    || (other.kind == session.kind
                        && other.start < session.end
                        && session.start < other.end)
            })
        })
        .map(|session| session.id)
        .collect()
}
