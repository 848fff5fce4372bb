//! Places and conflicts after a change: the same for imports, sign-ups and undo.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::IntakeError;
use super::pending::Pending;
use crate::catalogue::Message;
use crate::catalogue::messages::places;
use crate::import::rows::RowStatus;
use crate::message;
use crate::model::{
    Detail, EventId, Instant, OperationId, Part, PersonId, RegistrationStatus, Resolution,
    ReviewKind, ReviewState, Session, SessionId, SignupStatus,
};
use crate::programme::{Choice, Claim, conflicts, settle, standing};
use crate::store::{NewReview, Reader, RegistrationRow, StoreError, Writer};

/// A change of somebody's place that they did not cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceMove {
    /// The person.
    pub person_id: PersonId,
    /// The session.
    pub session_id: SessionId,
    /// Their new status.
    pub to: SignupStatus,
}

/// Places that stay free because the session has begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftFree {
    /// The short name of the session.
    pub session: String,
    /// How many places are free; `None` if there is no limit.
    pub free: Option<i64>,
    /// How many people are still waiting.
    pub waiting: i64,
}

impl LeftFree {
    /// Says that nobody moves up, and why.
    pub fn message(&self) -> Message {
        let Self {
            session, waiting, ..
        } = self;
        match self.free {
            Some(free) => message!(places::left_free {
                free,
                session,
                waiting
            }),
            None => message!(places::room_for_everybody { session, waiting }),
        }
    }
}

/// The result of giving out places.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settled {
    /// Who moved, in order.
    pub moves: Vec<PlaceMove>,
    /// Places that stay free although people wait.
    pub left_free: Vec<LeftFree>,
    /// How many places of a session are held for rows that are waiting for an answer.
    pub held: BTreeMap<SessionId, usize>,
}

/// Gives out the free places of sessions.
///
/// New sign-ups for a session with a capacity are written as waiting. Everybody who waited before the operation or came
/// with it gets a free place in the order of their requests; a request without a time has the time it was recorded. A
/// row that is waiting for an answer keeps its place in the queue: if it would get a place, the place is held, and
/// people who asked later wait. Once a session has begun, only those in `fresh` get a place: the sign-ups made in this
/// operation.
pub fn settle_sessions(
    writer: &Writer<'_>,
    now: Instant,
    sessions: impl IntoIterator<Item = SessionId>,
    fresh: &BTreeSet<(SessionId, PersonId)>,
) -> Result<Settled, StoreError> {
    let mut settled = Settled::default();
    for id in sessions {
        if let Some(session) = writer.session(id)? {
            settle_session(writer, now, &session, fresh, &mut settled)?;
        }
    }
    Ok(settled)
}

fn settle_session(
    writer: &Writer<'_>,
    now: Instant,
    session: &Session,
    fresh: &BTreeSet<(SessionId, PersonId)>,
    settled: &mut Settled,
) -> Result<(), StoreError> {
    if session.cancelled {
        // Nobody moves up into it.
        return Ok(());
    }
    let has_begun = session.has_begun(now);
    let requests = if session.capacity.is_some() && !has_begun {
        writer.requests_that_wait(session.id)?
    } else {
        Vec::new()
    };
    if requests.is_empty() && !writer.anybody_waits(session.id)? {
        return Ok(());
    }
    let mut signups = writer.claims_by_turn(session.id)?;
    let mut claims = Vec::with_capacity(signups.len());
    for (signup, turn) in &signups {
        // The person only matters if new and old sign-ups are treated differently.
        let is_new = has_begun
            && signup.status == SignupStatus::Waitlisted
            && writer
                .person_of_signup(signup.id)?
                .is_some_and(|person| fresh.contains(&(session.id, person)));
        claims.push(Claim {
            id: Some(signup.id),
            requested_at: Some(*turn),
            status: signup.status,
            is_new,
        });
    }
    claims.extend(requests.into_iter().map(|turn| Claim {
        id: None,
        requested_at: Some(turn),
        status: SignupStatus::Waitlisted,
        is_new: false,
    }));
    for step in settle(session.capacity, has_begun, &mut claims) {
        let Some((signup, _)) = signups.iter_mut().find(|(it, _)| Some(it.id) == step.id) else {
            *settled.held.entry(session.id).or_default() += 1;
            continue;
        };
        signup.status = step.to;
        writer.save_signup(signup)?;
        if let Some(person_id) = writer.person_of_signup(signup.id)? {
            settled.moves.push(PlaceMove {
                person_id,
                session_id: session.id,
                to: step.to,
            });
        }
    }
    if has_begun {
        let (confirmed, waiting) = writer.places_taken(session.id)?;
        let free = standing(session.capacity, confirmed, waiting).free;
        if waiting > 0 && free != Some(0) {
            settled.left_free.push(LeftFree {
                session: session.slug.clone(),
                free,
                waiting,
            });
        }
    }
    Ok(())
}

/// What a file says about a requested place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    /// The number of the file in the call.
    pub(super) file: usize,
    /// The line.
    pub(super) line: u64,
    /// The status; `None` if the file does not say, or is our own export.
    pub(super) status: Option<RowStatus>,
    /// Whether it has a time of request.
    pub(super) has_time: bool,
}

/// How the result for a place differs from the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Otherwise {
    /// Not approved in the file, but with a place here.
    PendingWithPlace,
    /// On a waiting list in the file, but with a place here.
    WaitingWithPlace,
    /// Not on a waiting list in the file, but waiting here.
    WaitingOnlyHere,
}

/// Returns notes about who got a place without their own doing, and where places differ from a file, with the file's
/// number.
///
/// `claims` are the requests in the files, `moved` is who got one of the limited places.
pub(super) fn tell_places(
    reader: &Reader<'_>,
    claims: &BTreeMap<(SessionId, PersonId), Said>,
    moved: &[PlaceMove],
) -> Result<Vec<(Option<usize>, Message)>, StoreError> {
    let mut notes = Vec::new();
    let mut limited: HashMap<SessionId, bool> = HashMap::new();
    let placed: HashSet<(SessionId, PersonId)> = moved
        .iter()
        .filter(|step| step.to == SignupStatus::Confirmed)
        .map(|step| (step.session_id, step.person_id))
        .collect();
    for (session, person) in moved
        .iter()
        .map(|step| (step.session_id, step.person_id))
        .filter(|place| placed.contains(place) && !claims.contains_key(place))
    {
        if let (Some(who), Some(session)) = (reader.person(person)?, reader.session(session)?) {
            let note = message!(import::moves_up {
                name: who.full_name(),
                session: session.slug
            });
            notes.push((None, note));
        }
    }
    let mut otherwise: BTreeMap<(usize, Otherwise), Vec<u64>> = BTreeMap::new();
    for (place, said) in claims {
        let Some(status) = said.status else {
            continue;
        };
        let is_limited = match limited.get(&place.0) {
            Some(known) => *known,
            None => {
                let session = reader.session(place.0)?;
                let is_limited = session.is_some_and(|session| session.capacity.is_some());
                limited.insert(place.0, is_limited);
                is_limited
            }
        };
        let has_place = !is_limited || placed.contains(place);
        let here = match status {
            RowStatus::Pending if has_place => Otherwise::PendingWithPlace,
            RowStatus::Confirmed if !has_place => Otherwise::WaitingOnlyHere,
            RowStatus::Waitlisted if has_place => Otherwise::WaitingWithPlace,
            _ => continue,
        };
        let lines = otherwise.entry((said.file, here)).or_default();
        lines.push(said.line);
    }
    for ((file, here), mut lines) in otherwise {
        lines.sort_unstable();
        lines.dedup();
        let lines = crate::import::lines(&lines);
        let note = match here {
            Otherwise::PendingWithPlace => message!(import::pending_with_place { lines }),
            Otherwise::WaitingOnlyHere => message!(import::waiting_only_here { lines }),
            Otherwise::WaitingWithPlace => message!(import::waiting_with_place { lines }),
        };
        notes.push((Some(file), note));
    }
    Ok(notes)
}

/// Keeps the places consistent after an older operation was undone while later ones remain.
///
/// Free places go to those who wait, and overlapping sessions lead to new questions. If somebody's sign-up came back
/// but one of the `later` operations gave their place away, the undo is refused rather than a place taken from anybody.
/// It is also refused if it would restore the sign-up of somebody who withdrew later.
pub fn settle_after_undo(
    writer: &Writer<'_>,
    now: Instant,
    before: &[(SessionId, i64)],
    later: &[OperationId],
) -> Result<Settled, IntakeError> {
    let mut to_settle = Vec::new();
    for event in writer.events()? {
        let is_withdrawn = |row: &RegistrationRow| {
            row.registration.status == RegistrationStatus::Cancelled
                && row
                    .signups
                    .iter()
                    .any(|signup| signup.status != SignupStatus::Cancelled)
        };
        let registrations = writer.registrations(event.id)?;
        if registrations.iter().any(is_withdrawn) {
            return Err(IntakeError::unfit(
                places::UNDO_OF_A_WITHDRAWAL,
                places::UNDO_THE_LATER_ONE,
            ));
        }
        let sessions = writer.sessions(event.id)?;
        for row in &registrations {
            // Few people chose sessions that overlap: only theirs are looked up in the file.
            if overlaps(row, &sessions) {
                sync_conflicts(
                    writer,
                    event.id,
                    &sessions,
                    row.registration.person_id,
                    None,
                )?;
            }
        }
        for review in writer.reviews()? {
            let question = &review.question;
            if let (ReviewKind::Conflict, ReviewState::Open, Some(person)) =
                (question.kind, review.state, question.person_id)
                && question.event_id == Some(event.id)
            {
                sync_conflicts(writer, event.id, &sessions, person, None)?;
            }
        }
        for session in sessions {
            let (confirmed, waiting) = writer.places_taken(session.id)?;
            let earlier = before
                .iter()
                .find(|(id, _)| *id == session.id)
                .map_or(0, |(_, confirmed)| *confirmed);
            // For a session that has begun there is only something to report if the undo freed a place.
            let may_settle = !session.has_begun(now) || confirmed < earlier;
            let Some(capacity) = session.capacity else {
                // The undone operation may have set the limit.
                if waiting > 0 && may_settle {
                    to_settle.push(session.id);
                }
                continue;
            };
            if confirmed > capacity
                && confirmed > earlier
                && writer.changed_places(session.id, later)?
            {
                return Err(IntakeError::unfit(
                    message!(places::undo_of_a_place {
                        session: session.slug
                    }),
                    places::UNDO_OR_MORE_PLACES,
                ));
            }
            if may_settle {
                to_settle.push(session.id);
            }
        }
    }
    Ok(settle_sessions(writer, now, to_settle, &BTreeSet::new())?)
}

/// Whether a registration has sign-ups for sessions that overlap in time.
fn overlaps(row: &RegistrationRow, sessions: &[Session]) -> bool {
    let choices: Vec<Choice> = sessions
        .iter()
        .filter(|session| {
            row.signups.iter().any(|signup| {
                signup.session_id == session.id && signup.status != SignupStatus::Cancelled
            })
        })
        .map(Choice::from)
        .collect();
    !conflicts(&choices).is_empty()
}

/// Returns the sessions in which a person has, or waits for, a place.
fn chosen(
    reader: &Reader<'_>,
    event: EventId,
    person: PersonId,
) -> Result<BTreeSet<SessionId>, StoreError> {
    let mut ids = BTreeSet::new();
    if let Some(registration) = reader.registration(event, person)? {
        for signup in reader.signups_of(registration.id)? {
            if signup.status != SignupStatus::Cancelled {
                ids.insert(signup.session_id);
            }
        }
    }
    Ok(ids)
}

/// Writes a question for every pair of overlapping sessions of one person, settles those that no longer overlap, and
/// returns the new pairs.
pub fn sync_conflicts(
    writer: &Writer<'_>,
    event: EventId,
    sessions: &[Session],
    person: PersonId,
    file: Option<&str>,
) -> Result<Vec<(SessionId, SessionId)>, StoreError> {
    let ids = chosen(writer, event, person)?;
    let choices: Vec<Choice> = sessions
        .iter()
        .filter(|session| {
            ids.contains(&session.id)
                // People who run a session are not in its audience.
                && !session.people.iter().any(|other| {
                    other.part != Part::Speaker && other.person_id == Some(person)
                })
        })
        .map(Choice::from)
        .collect();
    let overlapping = conflicts(&choices);
    let mut asked = Vec::new();
    for review in writer.conflicts_of(event, person)? {
        let Pending::Overlap { sessions } = Pending::of(&review)? else {
            return Err(Pending::unreadable(&review));
        };
        // A pair that was settled by itself and overlaps again leads to a new question.
        let is_settled = review.answer == Some(Resolution::NoOverlap);
        if overlapping.contains(&sessions) && !is_settled {
            asked.push(sessions);
        } else if review.state == ReviewState::Open {
            writer.answer_review(review.id, Resolution::NoOverlap)?;
        }
    }
    let Some(known) = writer.person(person)? else {
        return Ok(Vec::new());
    };
    let mut fresh = Vec::new();
    for pair in overlapping {
        if asked.contains(&pair) {
            continue;
        }
        let slug = |id: SessionId| {
            let mut known = sessions.iter();
            let known = known.find(|session| session.id == id);
            known.map_or_else(String::new, |session| session.slug.clone())
        };
        writer.add_review(&NewReview {
            kind: ReviewKind::Conflict,
            event_id: Some(event),
            person_id: Some(person),
            organisation_id: None,
            stay_id: None,
            name: known.full_name(),
            email: known.addresses.first().cloned(),
            detail: Some(Detail::Overlap(slug(pair.0), slug(pair.1))),
            candidates: Vec::new(),
            row: Some(Pending::Overlap { sessions: pair }.kept()?),
            file: file.map(str::to_owned),
            line: None,
        })?;
        fresh.push(pair);
    }
    Ok(fresh)
}
