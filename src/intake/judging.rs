//! What is judged again when somebody turns up, or more is known of them.
//!
//! Whoever comes later must find the file as if they had come first. So every answer, merge, new address, alias or
//! namesake looks again at what has to do with it:
//!
//! - An open question that leaves no doubt any more is answered by it, and one that has others to choose from shows
//!   these.
//! - A stay that a rule gave to somebody by the name alone, and that may now be somebody else's, goes back to the queue:
//!   it is nobody's until the question is answered. Where the rules are certain of somebody else, it is theirs.
//!
//! What somebody answered, and what rests on an address or a number, is never taken back.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::IntakeError;
use super::asked::stays_of_question;
use super::attendance::PendingStay;
use super::changed::Changed;
use super::desk::{Desk, Mode};
use super::pending::Pending;
use super::review::Outcome;
use super::submission::Taken;
use super::who::Found;
use crate::catalogue::Message;
use crate::identity::{KeyedName, PersonName, name_key, person_key, read_display_name};
use crate::import::rows::Who;
use crate::message;
use crate::model::{
    Candidate, Detail, EventId, Instant, PersonId, Reason, Resolution, ReviewId, ReviewKind,
    ReviewState, SessionId, Stay, StaySource,
};
use crate::store::{MatchedStay, NewReview, Review, Writer};

/// What judging again came to.
#[derive(Debug, Default)]
pub(super) struct Judged {
    /// Questions that were settled, and what of their rows is to be known.
    pub(super) outcomes: Vec<Outcome>,
    /// Questions that were asked about stays that had seemed certain.
    pub(super) asked: Vec<ReviewId>,
    /// Stays that are somebody else's now.
    pub(super) moved: usize,
}

impl Judged {
    /// Returns what an organiser is told of it beside the settled questions.
    pub(super) fn notes(&self) -> Vec<Message> {
        let mut notes = Vec::new();
        if !self.asked.is_empty() {
            let count = self.asked.len();
            notes.push(message!(review::doubtful_again { count }));
        }
        if self.moved > 0 {
            notes.push(message!(review::moved_by_rules { count: self.moved }));
        }
        notes
    }

    /// Returns all that an organiser is told of it after an import, which has asked nothing yet.
    pub(super) fn of_import(self) -> Vec<Message> {
        let mut notes = self.notes();
        let mut count = 0;
        for outcome in self.outcomes {
            match outcome {
                Outcome::Settled(..) => count += 1,
                outcome => notes.push(outcome.message()),
            }
        }
        if count > 0 {
            notes.push(message!(review::settled_by_import { count }));
        }
        notes
    }
}

/// Judges again what has to do with whom the operation has touched so far; returns what an organiser is told of it.
///
/// # Errors
/// Those of the store.
pub fn look_again(writer: &Writer<'_>, now: Instant) -> Result<Vec<Message>, IntakeError> {
    // Most changes concern nothing that is open, and everybody on file would be read for it.
    if !writer.has_matches_or_questions()? {
        return Ok(Vec::new());
    }
    let (people, organisations) = (writer.touched_people()?, writer.touched_organisations()?);
    if people.is_empty() && organisations.is_empty() {
        return Ok(Vec::new());
    }
    let mut desk = Desk::new(writer, now, Mode::Update, None)?;
    for id in people {
        desk.changed.person(id);
        if let Some(person) = writer.person(id)? {
            let name = KeyedName::new(&person.given_name, &person.family_name);
            desk.changed.name_key(name.key());
            for alias in &person.aliases {
                desk.changed.name(alias);
            }
            for address in &person.addresses {
                desk.changed.address(address);
            }
        }
    }
    for name in &organisations {
        desk.changed.organisation(name);
    }
    let mut notes = desk.judge_again()?.of_import();
    notes.extend(desk.finish(None)?);
    Ok(notes)
}

/// Stays of one name and address in one session.
type Group = (Option<SessionId>, Option<String>, Option<String>);

impl Desk<'_> {
    /// Judges again what has to do with what changed, until nothing more comes of it.
    pub(super) fn judge_again(&mut self) -> Result<Judged, IntakeError> {
        let mut judged = Judged::default();
        while !self.changed.is_empty() {
            let changed = std::mem::take(&mut self.changed);
            self.judge_questions(&changed, &mut judged)?;
            self.judge_matches(&changed, &mut judged)?;
        }
        Ok(judged)
    }

    /// Settles the open questions that have to do with what changed.
    fn judge_questions(
        &mut self,
        changed: &Changed,
        judged: &mut Judged,
    ) -> Result<(), IntakeError> {
        for review in self.writer.reviews()? {
            let is_about_somebody =
                matches!(review.question.kind, ReviewKind::Person | ReviewKind::Stay);
            let is_open = review.state == ReviewState::Open && !self.kept.contains(&review.id);
            if !is_open || !is_about_somebody {
                continue;
            }
            let pending = Pending::of(&review)?;
            let (who, organisation) = match &pending {
                Pending::Signup(pending) => (&pending.row.who, &pending.row.organisation),
                Pending::Listed(row) => (&row.who, &row.organisation),
                Pending::Stay(stay) => (&stay.who, &stay.organisation),
                Pending::Overlap { .. } => return Err(Pending::unreadable(&review).into()),
            };
            let organisation = organisation.as_deref();
            if !self.has_to_do_with(&review, organisation, changed) {
                continue;
            }
            if let Some(event) = review.question.event_id {
                self.view_event(event)?;
            }
            // A row is no rival of its own.
            self.let_waiting_row_go(&review);
            let found = if pending.is_logged() {
                self.attendee(who, organisation)
            } else {
                let hint = self.organisation_hint(organisation, who.email.as_deref());
                self.who_is(who, &who.name(), hint)?
            };
            match found {
                Found::Known(person, rule) => {
                    self.answer_by_others(&review, &pending, (person, rule), judged)?;
                }
                Found::Doubtful(candidates) => self.ask_on(review, candidates)?,
                Found::New | Found::Nobody => {
                    self.hold_waiting_row(review.id, &review.question)?;
                }
            }
        }
        Ok(())
    }

    /// Keeps a question open, with the candidates there are now.
    fn ask_on(
        &mut self,
        mut review: Review,
        candidates: Vec<Candidate>,
    ) -> Result<(), IntakeError> {
        let ids = |candidates: &[Candidate]| -> BTreeSet<i64> {
            candidates.iter().map(|it| it.id).collect()
        };
        if ids(&candidates) != ids(&review.question.candidates) {
            self.writer.set_candidates(review.id, &candidates)?;
            review.question.candidates = candidates;
        }
        Ok(self.hold_waiting_row(review.id, &review.question)?)
    }

    /// Takes a question as answered by others.
    fn answer_by_others(
        &mut self,
        review: &Review,
        pending: &Pending,
        (person, rule): (PersonId, Option<Reason>),
        judged: &mut Judged,
    ) -> Result<(), IntakeError> {
        match (pending, review.question.stay_id) {
            (Pending::Stay(pending), Some(stay)) => {
                for stay in stays_of_question(self.writer, pending, stay)? {
                    match &rule {
                        Some(rule) => self.writer.match_stay(stay, person, rule)?,
                        None => self.writer.give_stay(stay, person)?,
                    }
                }
                self.people.set_in_event(person, true);
            }
            _ => {
                let left_out = self.take_pending(review, Taken::For(person))?;
                judged.outcomes.extend(left_out.map(Outcome::Note));
            }
        }
        self.writer
            .answer_review(review.id, Resolution::PersonByOthers(person))?;
        judged.outcomes.push(Outcome::Settled(review.id, person));
        Ok(())
    }

    /// Judges the stays again that rest on a name that changed.
    fn judge_matches(&mut self, changed: &Changed, judged: &mut Judged) -> Result<(), IntakeError> {
        let mut by_event: BTreeMap<EventId, Vec<MatchedStay>> = BTreeMap::new();
        for matched in self.writer.matched_stays(None)? {
            let rests_on_name = matches!(
                matched.rule,
                Reason::OnlyOneInEvent | Reason::RememberedName
            );
            let stay = &matched.stay;
            let name = stay.recorded_name.as_deref().unwrap_or_default();
            let is_concerned = || {
                changed.has_address(stay.recorded_email.as_deref())
                    || changed.has_name(self.names_in(name).into_iter())
                    || changed.has_person(stay.person_id.into_iter())
            };
            if rests_on_name && is_concerned() {
                by_event.entry(stay.event_id).or_default().push(matched);
            }
        }
        for (event, stays) in by_event {
            self.view_event(event)?;
            let mut found: HashMap<(Option<String>, Option<String>), Found> = HashMap::new();
            let mut asked: BTreeMap<Group, ReviewId> = BTreeMap::new();
            for MatchedStay { stay, .. } in stays {
                let who = recorded_who(&stay);
                let key = (stay.recorded_name.clone(), stay.recorded_email.clone());
                let found = found
                    .entry(key)
                    .or_insert_with(|| self.attendee(&who, None));
                let candidates = match found {
                    Found::Known(person, _) if stay.person_id == Some(*person) => continue,
                    Found::Known(person, Some(rule)) => {
                        self.writer.match_stay(stay.id, *person, rule)?;
                        judged.moved += 1;
                        continue;
                    }
                    Found::Known(..) => continue,
                    Found::Doubtful(candidates) => candidates.clone(),
                    Found::New | Found::Nobody => Vec::new(),
                };
                self.writer.release_stay(stay.id)?;
                let group = (
                    stay.session_id,
                    stay.recorded_name.clone(),
                    stay.recorded_email.clone(),
                );
                if let Entry::Vacant(place) = asked.entry(group) {
                    let id = self.ask_again(&stay, who, candidates)?;
                    place.insert(id);
                    judged.asked.push(id);
                }
            }
        }
        Ok(())
    }

    /// Asks whose a stay was that had seemed certain.
    fn ask_again(
        &self,
        stay: &Stay,
        who: Who,
        candidates: Vec<Candidate>,
    ) -> Result<ReviewId, IntakeError> {
        let session = match stay.session_id {
            Some(id) => self.writer.session(id)?,
            None => None,
        };
        let pending = Pending::Stay(PendingStay {
            who,
            organisation: None,
            is_logged: true,
            is_alone: false,
        });
        let file = match &stay.source {
            StaySource::File(name) | StaySource::SignIn(name) => Some(name.clone()),
            StaySource::Door => None,
        };
        Ok(self.writer.add_review(&NewReview {
            kind: ReviewKind::Stay,
            event_id: Some(stay.event_id),
            person_id: None,
            organisation_id: None,
            stay_id: Some(stay.id),
            name: stay.recorded_name.clone().unwrap_or_default(),
            email: stay.recorded_email.clone(),
            detail: session.map(|session| Detail::Session(session.slug)),
            candidates,
            row: Some(pending.kept()?),
            file,
            line: None,
        })?)
    }

    /// Returns the keys of all names that a display name may be read as.
    fn names_in(&self, written: &str) -> Vec<String> {
        let on_file = |name: &str| self.organisations.find_certain(name).is_some();
        let display = read_display_name(written, &on_file);
        let names = display.names.iter().chain(&display.original);
        let key = |name: &PersonName| person_key(&name.given, &name.family);
        names.map(key).chain([name_key(written)]).collect()
    }

    /// Whether what changed may tell something about an open question.
    fn has_to_do_with(&self, open: &Review, organisation: Option<&str>, changed: &Changed) -> bool {
        let candidates = open.question.candidates.iter().map(|it| PersonId(it.id));
        changed.has_address(open.question.email.as_deref())
            || changed.has_organisation(organisation)
            || changed.has_person(candidates)
            || changed.has_name(self.names_in(&open.question.name).into_iter())
    }
}

/// Returns who was recorded for a stay.
fn recorded_who(stay: &Stay) -> Who {
    Who {
        written: stay.recorded_name.clone().unwrap_or_default(),
        title: None,
        given_name: String::new(),
        family_name: String::new(),
        email: stay.recorded_email.clone(),
        person_id: None,
    }
}
