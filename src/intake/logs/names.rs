//! Whom the names of a log mean, each looked up once.

use std::collections::{HashMap, HashSet};
use std::thread::Builder;

use foldhash::fast::RandomState;

use super::super::desk::Desk;
use super::super::who::{Found, attendee};
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

/// Fewer names than this are looked up at once by one thread.
const FEW: usize = 512;

impl<'log> Names<'log> {
    /// Looks up the names of stays, those of a large meeting on all processors: one name says nothing of
    /// another.
    pub(super) fn of(desk: &Desk<'_>, stays: impl Iterator<Item = &'log LoggedStay>) -> Self {
        let mut places: HashSet<Seen<'log>, RandomState> = HashSet::default();
        let different: Vec<&LoggedStay> = stays.filter(|stay| places.insert(seen(stay))).collect();
        let (people, organisations) = (&desk.people, &desk.organisations);
        let look_up = |stays: &[&'log LoggedStay]| -> Vec<(Seen<'log>, Found)> {
            let found = stays.iter().map(|stay| {
                let organisation = stay.organisation.as_deref();
                let found = attendee(people, organisations, &logged_who(stay), organisation);
                (seen(stay), found)
            });
            found.collect()
        };
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let share = different.len().div_ceil(threads).max(FEW);
        let found = std::thread::scope(|scope| {
            let mut shares = different.chunks(share);
            let own = shares.next().unwrap_or_default();
            let others: Vec<_> = shares
                .map(|share| (share, Builder::new().spawn_scoped(scope, || look_up(share))))
                .collect();
            let mut found = look_up(own);
            for (share, thread) in others {
                // A system that has no thread left: one share after the other.
                let names = thread.ok().and_then(|thread| thread.join().ok());
                found.extend(names.unwrap_or_else(|| look_up(share)));
            }
            found
        });
        Self(found.into_iter().collect())
    }

    /// Says whose stay it is, of those whose names were looked up.
    pub(super) fn who(&self, stay: &'log LoggedStay) -> &Found {
        self.0.get(&seen(stay)).unwrap_or(&Found::Nobody)
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

/// Whether several people may bear this name at once: none at all, a masked telephone number, a bare "Guest".
pub(super) fn stands_for_several(stay: &LoggedStay) -> bool {
    stay.email.is_none() && (stay.name.is_empty() || is_not_a_person(&stay.name).is_some())
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
