//! Judges decisions again when somebody new is added, or more is known about somebody.
//!
//! The order in which things become known must not matter. So after every answer, merge, new address, alias or
//! namesake, everything that depends on it is judged again:
//!
//! - An open question that is no longer in doubt is closed, and one that has other candidates now shows these.
//! - A stay that a rule gave to somebody only by the name, and that may now be somebody else's, goes back to the queue
//!   and counts for nobody until the question is answered. If the rules are certain of somebody else, it moves to them.
//!
//! Answers by people, and decisions based on an address or a number, are never judged again.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::IntakeError;
use super::asked::{AskedNames, stays_of_question};
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
    Candidate, Detail, EventId, Instant, PersonId, Resolution, ReviewId, ReviewKind, ReviewState,
    Stay, StaySource,
};
use crate::store::{MatchedStay, NewReview, Review, Writer};

/// The result of judging again.
#[derive(Debug, Default)]
pub(super) struct Judged {
    /// Questions that were settled, with messages about their rows.
    pub(super) outcomes: Vec<Outcome>,
    /// New questions about stays that had seemed certain.
    pub(super) asked: Vec<ReviewId>,
    /// The number of stays that moved to somebody else.
    pub(super) moved: usize,
}

impl Judged {
    /// Returns the messages for the organiser, without those about settled questions.
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

    /// Returns all messages for the organiser after an import: settled questions are counted, not listed.
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

/// Judges everything again that depends on the people and organisations touched by the operation so far; returns the
/// messages for the organiser.
///
/// # Errors
/// Those of the store.
pub fn look_again(writer: &Writer<'_>, now: Instant) -> Result<Vec<Message>, IntakeError> {
    // Most changes affect nothing that is open, and this would load everybody on file.
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

impl Desk<'_> {
    /// Judges everything again that depends on the changes, until nothing more changes.
    ///
    /// It terminates: a question is settled once, and a person who is given a stay takes part from then on.
    pub(super) fn judge_again(&mut self) -> Result<Judged, IntakeError> {
        let mut judged = Judged::default();
        while !self.changed.is_empty() {
            let changed = std::mem::take(&mut self.changed);
            self.judge_questions(&changed, &mut judged)?;
            self.judge_matches(&changed, &mut judged)?;
        }
        Ok(judged)
    }

    /// Settles the open questions related to the changes.
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
            let Some((who, organisation)) = pending.named() else {
                return Err(Pending::unreadable(&review).into());
            };
            let candidates = review.question.candidates.iter();
            let is_concerned = changed.has_person(candidates.map(|it| PersonId(it.id)))
                || changed.has_address(review.question.email.as_deref())
                || changed.has_organisation(organisation)
                || self.has_changed_name(&review.question.name, changed);
            // A new person may have a near name: then they are offered, and settle nothing.
            if !is_concerned && !changed.has_names() {
                continue;
            }
            self.view(review.question.event_id)?;
            // A row does not compete with itself.
            self.let_waiting_row_go(&review);
            let found = self.find_again(who, organisation, pending.is_logged())?;
            match found {
                Found::Known(person, _) if is_concerned => {
                    self.answer_by_others(&review, &pending, (&found, person), judged)?;
                }
                Found::Doubtful(candidates) => self.ask_on(review, candidates)?,
                Found::Known(..) | Found::New | Found::Nobody => {
                    self.hold_waiting_row(review.id, &review.question)?;
                }
            }
        }
        Ok(())
    }

    /// Keeps a question open, with the current candidates.
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

    /// Closes a question that other answers have settled.
    fn answer_by_others(
        &mut self,
        review: &Review,
        pending: &Pending,
        (found, person): (&Found, PersonId),
        judged: &mut Judged,
    ) -> Result<(), IntakeError> {
        match (pending, review.question.stay_id) {
            (Pending::Stay(pending), Some(stay)) => {
                let by = PendingStay::matched_by(found, || pending.clone())?;
                for stay in stays_of_question(self.writer, pending, stay)? {
                    match &by {
                        Some(by) => self.writer.match_stay(stay, person, by)?,
                        None => self.writer.give_stay(stay, person)?,
                    }
                }
                self.see_attendee(person);
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

    /// Judges the stays again that a rule gave to somebody by a name that changed.
    fn judge_matches(&mut self, changed: &Changed, judged: &mut Judged) -> Result<(), IntakeError> {
        let mut by_event: BTreeMap<EventId, Vec<(Stay, PendingStay)>> = BTreeMap::new();
        // Somebody in several sessions has the same name in all of them.
        let mut named: HashMap<String, bool> = HashMap::new();
        for MatchedStay { stay, by } in self.writer.stays_matched_by_name()? {
            let row = PendingStay::of_match(&by)?;
            let name = stay.recorded_name.clone().unwrap_or_default();
            let is_concerned = changed.has_person(stay.person_id.into_iter())
                || changed.has_address(stay.recorded_email.as_deref())
                || changed.has_organisation(row.organisation.as_deref())
                || *named
                    .entry(name)
                    .or_insert_with_key(|name| self.has_changed_name(name, changed));
            if is_concerned {
                by_event.entry(stay.event_id).or_default().push((stay, row));
            }
        }
        for (event, stays) in by_event {
            self.view(Some(event))?;
            self.judge_matches_of_event(stays, judged)?;
        }
        Ok(())
    }

    fn judge_matches_of_event(
        &mut self,
        stays: Vec<(Stay, PendingStay)>,
        judged: &mut Judged,
    ) -> Result<(), IntakeError> {
        let mut asked = AskedNames::default();
        let mut is_any_released = false;
        for (stay, mut row) in stays {
            let organisation = row.organisation.as_deref();
            let found = self.find_again(&row.who, organisation, row.is_logged)?;
            let candidates = match &found {
                Found::Known(person, _) if stay.person_id == Some(*person) => continue,
                Found::Known(person, _) => {
                    if let Some(by) = PendingStay::matched_by(&found, || row)? {
                        self.writer.match_stay(stay.id, *person, &by)?;
                        self.see_attendee(*person);
                        judged.moved += 1;
                    }
                    continue;
                }
                Found::Doubtful(candidates) => candidates.clone(),
                Found::New | Found::Nobody => Vec::new(),
            };
            self.writer.release_stay(stay.id)?;
            is_any_released = true;
            let name = stay.recorded_name.clone().unwrap_or_default();
            let name = (stay.session_id, name, stay.recorded_email.clone());
            if asked.must_ask(name, &mut row) {
                judged.asked.push(self.ask_again(&stay, row, candidates)?);
            }
        }
        if is_any_released {
            // Somebody who had one of these may not have been there at all.
            self.look_again_who_takes_part()?;
        }
        Ok(())
    }

    /// Returns who is meant by a row now, by the rules that were used at first.
    fn find_again(
        &mut self,
        who: &Who,
        organisation: Option<&str>,
        is_logged: bool,
    ) -> Result<Found, IntakeError> {
        if is_logged {
            return Ok(self.attendee(who, organisation));
        }
        let hint = self.organisation_hint(organisation, who.email.as_deref());
        Ok(self.who_is(who, &who.name(), hint)?)
    }

    /// Records that somebody was there: their name counts in the event from now on.
    fn see_attendee(&mut self, person: PersonId) {
        self.people.set_in_event(person, true);
        self.changed.person(person);
    }

    /// Asks about a stay that had seemed certain.
    fn ask_again(
        &self,
        stay: &Stay,
        row: PendingStay,
        candidates: Vec<Candidate>,
    ) -> Result<ReviewId, IntakeError> {
        let session = match stay.session_id {
            Some(id) => self.writer.session(id)?,
            None => None,
        };
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
            row: Some(Pending::Stay(row).kept()?),
            file,
            line: None,
        })?)
    }

    /// Returns the keys of all names that a display name may be read as.
    pub(super) fn names_in(&self, written: &str) -> Vec<String> {
        let on_file = |name: &str| self.organisations.find_certain(name).is_some();
        let display = read_display_name(written, &on_file);
        let names = display.names.iter().chain(&display.original);
        let key = |name: &PersonName| person_key(&name.given, &name.family);
        names.map(key).chain([name_key(written)]).collect()
    }

    /// Whether the meaning of a written name may have changed.
    fn has_changed_name(&self, written: &str, changed: &Changed) -> bool {
        changed.has_names() && changed.has_name(self.names_in(written).into_iter())
    }
}
