//! The events that the rows of a file name.

use super::IntakeError;
use super::attendance::StaysOnFile;
use super::desk::{Agenda, Desk};
use crate::import::Choices;
use crate::model::Event;

/// The events that the rows of a file name, loaded once each.
pub(super) struct Agendas {
    pub(super) event: Option<Event>,
    loaded: Vec<(Agenda, Option<(StaysOnFile, Choices)>)>,
}

impl Agendas {
    pub(super) fn new(event: Option<&Event>) -> Self {
        Self {
            event: event.cloned(),
            loaded: Vec::new(),
        }
    }

    fn position(
        &mut self,
        desk: &mut Desk<'_>,
        slug: Option<&str>,
    ) -> Result<Option<usize>, IntakeError> {
        let wanted = slug.or(self.event.as_ref().map(|event| event.slug.as_str()));
        let Some(wanted) = wanted.map(str::to_owned) else {
            return Ok(None);
        };
        let position = self
            .loaded
            .iter()
            .position(|(agenda, _)| agenda.event.slug == wanted);
        let position = match position {
            Some(position) => position,
            None => {
                let event = desk
                    .writer
                    .events()?
                    .into_iter()
                    .find(|event| event.slug == wanted);
                let Some(event) = event else {
                    return Ok(None);
                };
                self.loaded.push((Agenda::load(desk.writer, event)?, None));
                self.loaded.len() - 1
            }
        };
        desk.view_event(self.loaded[position].0.event.id)?;
        Ok(Some(position))
    }

    pub(super) fn of(
        &mut self,
        desk: &mut Desk<'_>,
        slug: Option<&str>,
    ) -> Result<Option<&Agenda>, IntakeError> {
        Ok(self
            .position(desk, slug)?
            .map(|position| &self.loaded[position].0))
    }

    pub(super) fn of_attendance(
        &mut self,
        desk: &mut Desk<'_>,
        slug: Option<&str>,
    ) -> Result<Option<(&Agenda, &mut StaysOnFile, &Choices)>, IntakeError> {
        let Some(position) = self.position(desk, slug)? else {
            return Ok(None);
        };
        let (agenda, extra) = &mut self.loaded[position];
        if extra.is_none() {
            let stays = StaysOnFile::load(desk, agenda.event.id)?;
            *extra = Some((stays, Choices::new(&agenda.sessions, agenda.event.zone)));
        }
        Ok(extra
            .as_mut()
            .map(|(stays, choices)| (&*agenda, stays, &*choices)))
    }
}
