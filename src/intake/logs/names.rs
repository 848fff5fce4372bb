//! Whom the names of a log mean, each looked up once.

use std::collections::HashMap;

use super::super::desk::Desk;
use super::super::who::Found;
use crate::identity::is_not_a_person;
use crate::import::log::LoggedStay;
use crate::import::rows::Who;

/// All that a row says of who it is.
pub(super) type Seen = (
    String,
    Option<(String, String)>,
    Option<String>,
    Option<String>,
);

/// Whom each name of a log means.
#[derive(Debug, Default)]
pub(super) struct Names(HashMap<Seen, Found>);

impl Names {
    /// Says whose stay it is.
    pub(super) fn who(&mut self, desk: &Desk<'_>, stay: &LoggedStay) -> Found {
        let seen = seen(stay);
        if let Some(found) = self.0.get(&seen) {
            return found.clone();
        }
        let found = desk.attendee(&logged_who(stay), stay.organisation.as_deref());
        self.0.insert(seen, found.clone());
        found
    }
}

pub(super) fn seen(stay: &LoggedStay) -> Seen {
    (
        stay.name.clone(),
        stay.parts.clone(),
        stay.email.clone(),
        stay.organisation.clone(),
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
