//! Answers to questions.

use std::collections::BTreeSet;

use super::affiliations::Follow;
use super::asked::stays_of_question;
use super::attendance::PendingStay;
use super::desk::{Agenda, Desk, Mode};
use super::pending::Pending;
use super::submission::{Form, PendingSignup, RowsOf, Taken};
use super::{Fate, IntakeError};
use crate::catalogue::Message;
use crate::catalogue::messages::review as words;
use crate::identity::{
    KeyedName, PersonName, is_shared_mailbox, name_key, person_key, read_display_name, strip_marks,
};
use crate::import::rows::PersonRow;
use crate::message;
use crate::model::{
    Candidate, Instant, Organisation, OrganisationId, Person, PersonId, Reason, Resolution,
    ReviewId, ReviewKind,
};
use crate::store::{Distinction, NewPerson, Other, Review, StoreError, Writer};

/// An answer by a person.
#[derive(Debug, Clone)]
pub enum Answer {
    /// It is this person.
    Person(Person),
    /// It is somebody new.
    New,
    /// It is the only candidate, or this organisation.
    Same(Option<Organisation>),
    /// It is none of the candidates.
    Different,
    /// Both overlapping sessions are kept.
    Keep,
    /// It is nobody: a program that takes notes, a second screen.
    Nobody,
}

/// An outcome of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The question is answered.
    Answered(ReviewId, Resolution),
    /// It also answers another question.
    Settled(ReviewId, PersonId),
    /// Further information.
    Note(Message),
}

impl Outcome {
    /// Returns it in words, without anybody's name.
    pub fn message(&self) -> Message {
        match self {
            Self::Answered(_, Resolution::Keep) => words::BOTH_STAY.into(),
            Self::Answered(number, answer) => message!(review::answered {
                number,
                answer: answer.message()
            }),
            Self::Settled(number, person) => message!(review::settled { number, person }),
            Self::Note(note) => note.clone(),
        }
    }
}

/// Applies an answer: processes the row that waited, remembers the answer, and settles other questions that it answers.
/// Returns the outcomes.
///
/// # Errors
/// If the question is unknown, was answered before, or the answer does not fit it.
pub fn answer(
    writer: &Writer<'_>,
    now: Instant,
    id: ReviewId,
    answer: &Answer,
) -> Result<Vec<Outcome>, IntakeError> {
    answer_beside(writer, now, id, answer, &BTreeSet::new())
}

/// Applies an answer, but settles none of the questions in `kept`: they have answers of their own.
pub(super) fn answer_beside(
    writer: &Writer<'_>,
    now: Instant,
    id: ReviewId,
    answer: &Answer,
    kept: &BTreeSet<ReviewId>,
) -> Result<Vec<Outcome>, IntakeError> {
    let review = writer.review(id)?.ok_or_else(|| IntakeError::Unknown {
        what: "question",
        reference: id.to_string(),
        nearest: Vec::new(),
    })?;
    if let Some(answer) = review.answer {
        return Err(IntakeError::Answered {
            id,
            answer: answer.message(),
        });
    }
    let mut desk = Desk::new(writer, now, Mode::Update, review.question.event_id)?;
    desk.kept.clone_from(kept);
    desk.check_standing(&review)?;
    desk.let_waiting_row_go(&review);
    let (resolution, left_out) = match review.question.kind {
        ReviewKind::Person => desk.answer_person(&review, answer)?,
        ReviewKind::Organisation => desk.answer_organisation(&review, answer)?,
        ReviewKind::Stay => (desk.answer_stay(&review, answer)?, None),
        ReviewKind::Conflict => match answer {
            Answer::Keep => (Resolution::Keep, None),
            _ => return Err(unfit(&review)),
        },
    };
    writer.answer_review(id, resolution)?;
    if matches!(resolution, Resolution::SameOrganisation(_)) {
        desk.load_again(review.question.event_id)?;
    }
    let mut outcomes = vec![Outcome::Answered(id, resolution)];
    outcomes.extend(left_out.map(Outcome::Note));
    // A new person may be the speaker named in a programme.
    desk.link_session_people()?;
    desk.note_answer(&review);
    let judged = desk.judge_again()?;
    let notes = judged.notes();
    outcomes.extend(judged.outcomes);
    outcomes.extend(notes.into_iter().map(Outcome::Note));
    let notes = desk.finish(review.question.file.as_deref())?;
    outcomes.extend(notes.into_iter().map(Outcome::Note));
    Ok(outcomes)
}

/// Returns the error that says which answers a question accepts.
fn unfit(review: &Review) -> IntakeError {
    let id = review.id;
    let fitting = match review.question.kind {
        ReviewKind::Person => message!(review::answers_of_a_person { number: id }),
        ReviewKind::Stay => message!(review::answers_of_a_stay { number: id }),
        ReviewKind::Organisation => message!(review::answers_of_an_organisation { number: id }),
        ReviewKind::Conflict => message!(review::answers_of_a_conflict { number: id }),
    };
    IntakeError::unfit(
        message!(review::not_answered_that_way { number: id }),
        fitting,
    )
}

/// Returns the person an answer means; `None` for somebody new.
fn meant(review: &Review, answer: &Answer) -> Result<Option<PersonId>, IntakeError> {
    match answer {
        Answer::Person(person) => Ok(Some(person.id)),
        Answer::New | Answer::Different => Ok(None),
        Answer::Same(None) => match review.question.candidates.as_slice() {
            [only] => Ok(Some(PersonId(only.id))),
            _ => Err(unfit(review)),
        },
        Answer::Same(Some(_)) | Answer::Keep | Answer::Nobody => Err(unfit(review)),
    }
}

/// Removes choices from a row whose sessions no longer exist; returns whether there were any.
fn leave_out_gone(pending: &mut PendingSignup, agenda: &Agenda) -> bool {
    let before = pending.row.choices.len();
    pending
        .row
        .choices
        .retain(|id| agenda.session(*id).is_some());
    if let Some(scope) = &mut pending.scope {
        scope.retain(|id| agenda.session(*id).is_some());
    }
    let mut is_anything_gone = pending.row.choices.len() < before;
    if let Some(slug) = &pending.row.session
        && !agenda.sessions.iter().any(|known| known.slug == *slug)
    {
        // The sign-up is gone, and what was said about it; but they did register.
        pending.row.session = None;
        pending.row.status = None;
        is_anything_gone = true;
    }
    is_anything_gone
}

/// Returns the stay that is waiting for an answer.
fn pending_stay(review: &Review) -> Result<PendingStay, IntakeError> {
    match Pending::of(review)? {
        Pending::Stay(stay) => Ok(stay),
        _ => Err(Pending::unreadable(review).into()),
    }
}

/// Returns the name for a new person, as written in a question's row; `None` if it has none.
pub(super) fn name_of(
    review: &Review,
    is_organisation: &dyn Fn(&str) -> bool,
) -> Option<PersonName> {
    let display = read_display_name(&review.question.name, is_organisation);
    display.name().filter(|_| display.nobody.is_none()).cloned()
}

impl Desk<'_> {
    /// Makes sure that the subject of a question is still on file: an undo may have removed it.
    fn check_standing(&self, review: &Review) -> Result<(), IntakeError> {
        let question = &review.question;
        let gone = |what: &str| IntakeError::Unfit {
            what: message!(review::its_subject_is_gone {
                what,
                number: review.id
            }),
            hint: None,
        };
        if let Some(id) = question.event_id
            && self.writer.event(id)?.is_none()
        {
            return Err(gone("event"));
        }
        if let Some(id) = question.stay_id
            && self.writer.stay(id)?.is_none()
        {
            return Err(gone("stay"));
        }
        if let Some(id) = question.organisation_id
            && self.writer.organisation(id)?.is_none()
        {
            return Err(gone("organisation"));
        }
        Ok(())
    }

    /// Returns the person an answer means, who must be on file; `None` for somebody new.
    fn meant(&self, review: &Review, answer: &Answer) -> Result<Option<PersonId>, IntakeError> {
        let meant = meant(review, answer)?;
        if let Some(person) = meant
            && self.writer.person(person)?.is_none()
        {
            return Err(IntakeError::unfit(
                message!(review::person_is_gone { person }),
                message!(review::another_person_or_new { number: review.id }),
            ));
        }
        Ok(meant)
    }

    /// Records what an answer means for other questions: those about the same name, address or candidates, or the same
    /// organisation. Other open questions are unrelated, and an answer about one person must not decide who another is.
    fn note_answer(&mut self, answered: &Review) {
        let question = &answered.question;
        match question.kind {
            ReviewKind::Conflict => {}
            ReviewKind::Organisation => self.changed.organisation(&question.name),
            ReviewKind::Person | ReviewKind::Stay => {
                self.changed.name(&strip_marks(&question.name).name);
                if let Some(address) = &question.email {
                    self.changed.address(address);
                }
                for candidate in &question.candidates {
                    self.changed.person(PersonId(candidate.id));
                }
            }
        }
    }

    /// Remembers that a name does not mean the candidates.
    fn remember_different(&mut self, review: &Review) -> Result<(), IntakeError> {
        for candidate in &review.question.candidates {
            let person = PersonId(candidate.id);
            let Some(known) = self.writer.person(person)? else {
                continue;
            };
            let name = self.remembered_as(review)?;
            // The bare name that both share is inconclusive: it still means the one on file as well.
            if review.question.email.is_none()
                && name_key(&name) == person_key(&known.given_name, &known.family_name)
            {
                continue;
            }
            self.people
                .remember_different(&name, review.question.email.as_deref(), person);
            self.writer.add_distinction(&Distinction {
                name,
                address: review.question.email.clone(),
                other: Other::Person(person),
            })?;
        }
        Ok(())
    }

    /// Remembers the name with which somebody was written.
    fn remember_name(&mut self, review: &Review, person: PersonId) -> Result<(), IntakeError> {
        let known = self.writer.person(person)?;
        let name = &review.question.name;
        if let Some(known) = known
            && !name.is_empty()
            && known.full_name() != *name
            && known.sort_name() != *name
        {
            let name = self.remembered_as(review)?;
            self.add_alias(person, &name)?;
        }
        Ok(())
    }

    /// Returns the text under which an answer is remembered: the name as written; for a log, without anything around
    /// it.
    fn remembered_as(&self, review: &Review) -> Result<String, IntakeError> {
        let written = &review.question.name;
        if !Pending::of(review)?.is_logged() {
            return Ok(written.clone());
        }
        let on_file = |name: &str| self.organisations.find_certain(name).is_some();
        Ok(read_display_name(written, &on_file).alias(written))
    }

    /// Returns the answer, and a message about omitted parts of the row.
    fn answer_person(
        &mut self,
        review: &Review,
        answer: &Answer,
    ) -> Result<(Resolution, Option<Message>), IntakeError> {
        let meant = self.meant(review, answer)?;
        let taken = match meant {
            Some(person) => {
                self.remember_name(review, person)?;
                Taken::For(person)
            }
            None => {
                self.remember_different(review)?;
                Taken::AsNew
            }
        };
        let left_out = self.take_pending(review, taken)?;
        Ok((meant.map_or(Resolution::New, Resolution::Person), left_out))
    }

    /// Processes the row that waited for an answer; returns a message about parts that no longer apply.
    pub(super) fn take_pending(
        &mut self,
        review: &Review,
        taken: Taken,
    ) -> Result<Option<Message>, IntakeError> {
        match Pending::of(review)? {
            Pending::Signup(pending) => self.take_pending_signup(review, *pending, taken),
            Pending::Listed(row) => {
                self.take_pending_person(review, &row, taken)?;
                Ok(None)
            }
            Pending::Stay(_) | Pending::Overlap { .. } => Err(Pending::unreadable(review).into()),
        }
    }

    fn take_pending_signup(
        &mut self,
        review: &Review,
        mut pending: PendingSignup,
        taken: Taken,
    ) -> Result<Option<Message>, IntakeError> {
        let event = review.question.event_id;
        let event = event.map(|id| self.writer.event(id)).transpose()?.flatten();
        let event = event.ok_or_else(|| Pending::unreadable(review))?;
        let agenda = Agenda::load(self.writer, event)?;
        let rows = if pending.row.session.is_some() {
            RowsOf::OwnSignups
        } else {
            pending.rows
        };
        let is_anything_gone = leave_out_gone(&mut pending, &agenda);
        let form = Form {
            file: review.question.file.as_deref().unwrap_or_default(),
            scope: pending.scope.as_deref(),
            rows,
            late: false,
            why_nobody: crate::import::NOBODY,
        };
        // The place that was held for the row is now theirs, or free.
        self.touched.extend(&pending.row.choices);
        let mode = std::mem::replace(&mut self.mode, pending.mode);
        let fate = self.take_signup(&pending.row.into(), &agenda, form, taken);
        self.mode = mode;
        match fate? {
            Fate::Rejected(problem) => Err(IntakeError::Unfit {
                what: problem.reason,
                hint: None,
            }),
            Fate::Skipped(why) => Ok(Some(message!(review::row_is_skipped { why }))),
            _ if is_anything_gone => Ok(Some(message!(review::session_is_gone {
                number: review.id
            }))),
            _ => Ok(None),
        }
    }

    fn take_pending_person(
        &mut self,
        review: &Review,
        row: &PersonRow,
        taken: Taken,
    ) -> Result<(), IntakeError> {
        let file = review.question.file.as_deref().unwrap_or_default();
        let id = match taken {
            Taken::For(id) => id,
            Taken::AsNew | Taken::ByTheRules => self.add_listed(row, file)?,
        };
        self.fill_person(id, row, Mode::Update, file)?;
        Ok(())
    }

    fn answer_organisation(
        &mut self,
        review: &Review,
        answer: &Answer,
    ) -> Result<(Resolution, Option<Message>), IntakeError> {
        let Some(new) = review.question.organisation_id else {
            return Err(unfit(review));
        };
        match answer {
            Answer::Same(named) => {
                let into = match (named, review.question.candidates.as_slice()) {
                    (Some(organisation), _) => organisation.id,
                    (None, [only]) => OrganisationId(only.id),
                    (None, _) => return Err(unfit(review)),
                };
                if into == new {
                    return Err(unfit(review));
                }
                let Some(target) = self.writer.organisation(into)? else {
                    return Err(IntakeError::unfit(
                        message!(review::organisation_is_gone { organisation: into }),
                        message!(review::another_organisation_or_different { number: review.id }),
                    ));
                };
                // An organisation has one spelling in the lists of an event, whether its name was recognised at once or
                // after a question.
                let note = match self.writer.organisation(new)? {
                    Some(source) => self.unite(&source, &target, Follow::All)?.1,
                    None => None,
                };
                // A name of several is from now on this one's.
                self.mean_another(review, |it| {
                    it.id != into.0 && it.reasons.contains(&Reason::SameName)
                })?;
                Ok((Resolution::SameOrganisation(into), note))
            }
            Answer::Different | Answer::New => {
                self.organisations.forget_question(new);
                self.mean_another(review, |_| true)?;
                Ok((Resolution::Different, None))
            }
            Answer::Person(_) | Answer::Keep | Answer::Nobody => Err(unfit(review)),
        }
    }

    /// Remembers that the name in a question means none of these candidates.
    fn mean_another(
        &self,
        review: &Review,
        is_other: impl Fn(&Candidate) -> bool,
    ) -> Result<(), StoreError> {
        let candidates = review.question.candidates.iter();
        for candidate in candidates.filter(|it| is_other(it)) {
            let other = OrganisationId(candidate.id);
            if self.writer.organisation(other)?.is_some() {
                self.writer.add_distinction(&Distinction {
                    name: review.question.name.clone(),
                    address: None,
                    other: Other::Organisation(other),
                })?;
            }
        }
        Ok(())
    }

    fn answer_stay(&mut self, review: &Review, answer: &Answer) -> Result<Resolution, IntakeError> {
        let Some(stay) = review.question.stay_id else {
            return Err(unfit(review));
        };
        let pending = pending_stay(review)?;
        let stays = stays_of_question(self.writer, &pending, stay)?;
        if matches!(answer, Answer::Nobody) {
            for stay in stays {
                self.writer.set_nobody(stay, true)?;
            }
            if !pending.is_alone {
                self.writer.add_nobody(&review.question.name)?;
            }
            return Ok(Resolution::Nobody);
        }
        let person = match self.meant(review, answer)? {
            Some(person) => {
                self.remember_name(review, person)?;
                person
            }
            None => {
                self.remember_different(review)?;
                self.add_guest(review)?
            }
        };
        for stay in stays {
            self.writer.give_stay(stay, person)?;
        }
        self.people.set_in_event(person, true);
        self.remember_address(review, person)?;
        Ok(Resolution::Person(person))
    }

    /// Remembers the address somebody joined with, unless it belongs to somebody else or an office.
    fn remember_address(&mut self, review: &Review, person: PersonId) -> Result<(), IntakeError> {
        let Some(address) = review.question.email.as_deref() else {
            return Ok(());
        };
        if is_shared_mailbox(address) || !self.writer.people_by_address(address)?.is_empty() {
            return Ok(());
        }
        self.add_address(person, address)?;
        Ok(())
    }

    /// Adds a new person for a stay.
    fn add_guest(&mut self, review: &Review) -> Result<PersonId, IntakeError> {
        let is_organisation = |name: &str| self.organisations.find_certain(name).is_some();
        let Some(name) = name_of(review, &is_organisation) else {
            return Err(IntakeError::unfit(
                words::STAY_HAS_NO_NAME,
                message!(review::add_person_first { number: review.id }),
            ));
        };
        let keyed = KeyedName::from(&name);
        Ok(self.add_person(
            &NewPerson {
                title: name.title,
                given_name: name.given,
                family_name: name.family,
                ..NewPerson::default()
            },
            keyed,
            review.question.email.as_deref(),
        )?)
    }
}
