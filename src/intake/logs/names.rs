//! Whom the names of a log mean, each looked up once.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::super::desk::Desk;
use super::super::who::Found;
use crate::identity::is_not_a_person;
use crate::import::log::LoggedStay;
use crate::import::rows::Who;

/// All that a row says of who it is.
pub(super) type Seen<'log> = (
    &'log str,
    Option<(&'log str, &'log str)>,
    Option<&'log str>,
    Option<&'log str>,
);

/// Whom each name of a log means.
#[derive(Debug, Default)]
pub(super) struct Names<'log>(HashMap<Seen<'log>, Found, RandomState>);

impl<'log> Names<'log> {
    /// Says whose stay it is.
    pub(super) fn who(&mut self, desk: &Desk<'_>, stay: &'log LoggedStay) -> &Found {
        self.0
            .entry(seen(stay))
            .or_insert_with(|| desk.attendee(&logged_who(stay), stay.organisation.as_deref()))
    }
}

pub(super) fn seen(stay: &LoggedStay) -> Seen<'_> {
    (
        &stay.name,
        stay.parts
            .as_ref()
            .map(|(given, family)| (given.as_str(), family.as_str())),
        stay.email.as_deref(),
        stay.organisation.as_deref(),
    )
}

/// Whether several people may bear this name at once: a masked telephone number, a bare "Guest".
pub(super) fn stands_for_several(stay: &LoggedStay) -> bool {
    stay.email.is_none() && is_not_a_person(&stay.name).is_some()
}

/// Returns who a row of a log says somebody is.
pub(super) fn logged_who(stay: &LoggedStay) -> Who {
    let (given_name, family_name) = stay.parts.clone().unwrap_or_default();
    Who {
        written: stay.name.clone(),
        title: None,
        given_name,
        family_name,
        email: stay.email.clone(),
        person_id: None,
    }
}
