//! The subject of a question: the contents of its row, and the stays and sessions that depend on the answer.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::IntakeError;
use super::attendance::PendingStay;
use super::pending::Pending;
use crate::identity::organisation_key;
use crate::model::{ReviewKind, ReviewState, SessionId, Stay, StayId};
use crate::store::{Reader, Review, StoreError};

/// The subject of a question, beyond its own contents.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Asked {
    /// The organisation as the row wrote it.
    pub organisation: Option<String>,
    /// The stays an answer decides about, by number; for an answered question, those it decided about.
    pub stays: Vec<Stay>,
    /// The sessions: where the stay was, what the row chose, or the two that overlap.
    pub sessions: Vec<SessionId>,
    /// Whether a new person can be made from the row.
    pub can_be_new: bool,
}

/// Returns the subject of a question.
///
/// # Errors
/// If the file cannot be read.
pub fn asked(reader: &Reader<'_>, review: &Review) -> Result<Asked, IntakeError> {
    let mut asked = Asked::default();
    if review.question.kind == ReviewKind::Organisation {
        return Ok(asked);
    }
    match Pending::of(review)? {
        Pending::Signup(pending) => {
            asked.can_be_new = true;
            asked.organisation = pending.row.organisation;
            asked.sessions = pending.row.choices;
        }
        Pending::Listed(row) => {
            asked.can_be_new = true;
            asked.organisation = row.organisation;
        }
        Pending::Stay(pending) => {
            let organisations = organisation_keys(reader)?;
            let is_organisation = |name: &str| organisations.contains(&organisation_key(name));
            asked.can_be_new = super::review::name_of(review, &is_organisation).is_some();
            asked.stays = stays(reader, review, &pending)?;
            asked.organisation = pending.organisation;
            let sessions = asked.stays.first().and_then(|stay| stay.session_id);
            asked.sessions.extend(sessions);
        }
        Pending::Overlap { sessions } => asked.sessions = vec![sessions.0, sessions.1],
        Pending::Removed(_) => {}
    }
    Ok(asked)
}

/// Whether a question counts as one with others of its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Beside {
    /// It is only about one row: others of its name may belong to somebody else.
    Alone,
    /// It counts as one with others that name the same organisation, as written.
    Others(Option<String>),
}

/// Returns whether a question counts as one with others of its name.
///
/// # Errors
/// If its stored row cannot be read.
pub fn asked_beside(review: &Review) -> Result<Beside, IntakeError> {
    Ok(match Pending::of(review)? {
        Pending::Stay(pending) if !pending.is_alone => Beside::Others(pending.organisation),
        _ => Beside::Alone,
    })
}

/// The key of a stay: where it was, and the name and address as recorded.
pub(super) type LoggedName = (Option<SessionId>, String, Option<String>);

/// The names with an open question, each with its organisation: one question is about all stays of a name.
#[derive(Debug, Default)]
pub(super) struct AskedNames(HashMap<LoggedName, Option<String>>);

impl AskedNames {
    /// Adds a name that an open question is about.
    pub(super) fn note(&mut self, name: LoggedName, organisation: Option<String>) {
        self.0.insert(name, organisation);
    }

    /// Returns whether a row needs a question; one with a different organisation from the first needs its own, since it
    /// may belong to somebody else.
    pub(super) fn must_ask(&mut self, name: LoggedName, row: &mut PendingStay) -> bool {
        if row.is_alone {
            return true;
        }
        match self.0.entry(name) {
            Entry::Vacant(first) => {
                first.insert(row.organisation.clone());
                true
            }
            Entry::Occupied(asked) => {
                row.is_alone = *asked.get() != row.organisation;
                row.is_alone
            }
        }
    }
}

/// Returns the keys of all names of the organisations on file.
fn organisation_keys(reader: &Reader<'_>) -> Result<HashSet<String>, StoreError> {
    let mut keys = HashSet::new();
    for organisation in reader.organisations()? {
        let further = organisation.short_name.iter().chain(&organisation.aliases);
        let names = further.chain([&organisation.name]);
        keys.extend(names.map(|name| organisation_key(name)));
    }
    Ok(keys)
}

fn stays(
    reader: &Reader<'_>,
    review: &Review,
    pending: &PendingStay,
) -> Result<Vec<Stay>, StoreError> {
    let Some(stay) = review.question.stay_id else {
        return Ok(Vec::new());
    };
    let Some(stay) = reader.stay(stay)? else {
        return Ok(Vec::new());
    };
    if pending.is_alone {
        return Ok(vec![stay]);
    }
    if review.state == ReviewState::Open {
        let mut stays = Vec::new();
        for id in stays_of_question(reader, pending, stay.id)? {
            stays.extend(reader.stay(id)?);
        }
        return Ok(stays);
    }
    let is_like = |other: &Stay| {
        other.session_id == stay.session_id
            && other.recorded_name == stay.recorded_name
            && other.recorded_email == stay.recorded_email
            && other.person_id == stay.person_id
            && other.is_nobody == stay.is_nobody
    };
    let mut stays = reader.stays(stay.event_id)?;
    stays.retain(is_like);
    Ok(stays)
}

/// Returns the stays a question is about: all those without a person that were recorded for the same session with the
/// same name and address, unless others of that name may belong to somebody else.
pub(super) fn stays_of_question(
    reader: &Reader<'_>,
    pending: &PendingStay,
    stay: StayId,
) -> Result<Vec<StayId>, StoreError> {
    if pending.is_alone {
        return Ok(vec![stay]);
    }
    reader.stays_like(stay)
}
