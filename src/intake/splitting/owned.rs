//! The records of a person, numbered: `person show` lists them, and `person split` refers to them.

use super::super::IntakeError;
use super::super::organisations::organisations_on_file;
use super::super::pending::Pending;
use crate::identity::{OrganisationDirectory, PersonName, read_display_name};
use crate::model::{
    OperationId, Person, Registration, Resolution, ReviewKind, ReviewState, Signup, SourceLine,
    Stay, StayId,
};
use crate::store::{Reader, Review};

/// A row of somebody's sign-ups: a registration, or its part about one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnedRow {
    /// The registration.
    pub registration: Registration,
    /// The sign-up for a session; `None` for the registration as a whole.
    pub signup: Option<Signup>,
    /// The operation that first wrote it.
    pub made_by: OperationId,
}

/// The records of a person.
#[derive(Debug, Default)]
pub struct Owned {
    /// Registrations, each followed by its sign-ups; they are numbered from one.
    pub rows: Vec<OwnedRow>,
    /// Stays, by number.
    pub stays: Vec<Stay>,
    /// Answered questions that brought them a row or a stay.
    pub(super) answers: Vec<AnswerOf>,
}

/// An answered question, as evidence of what belongs to whom.
#[derive(Debug)]
pub(super) struct AnswerOf {
    pub(super) review: Review,
    /// The name in its row.
    pub(super) name: Option<PersonName>,
    pub(super) about: About,
}

/// The subject of an answered question.
#[derive(Debug, Clone)]
pub(super) enum About {
    Stay(StayId),
    Form(Box<crate::import::rows::SignupRow>),
    List,
}

/// Returns the numbered records of a person.
///
/// # Errors
/// If the file cannot be read.
pub fn owned(reader: &Reader<'_>, person: &Person) -> Result<Owned, IntakeError> {
    let made_by = reader.made_by(person.id)?;
    let mut owned = Owned {
        answers: answers(reader, person)?,
        stays: reader.stays_of_person(person.id)?,
        rows: Vec::new(),
    };
    for registration in reader.registrations_of(person.id)? {
        let made = made_by.registrations.iter();
        let made = made.filter(|it| it.0 == registration.id).map(|it| it.1);
        owned.rows.extend(made.map(|made_by| OwnedRow {
            registration: registration.clone(),
            signup: None,
            made_by,
        }));
        for signup in reader.signups_of(registration.id)? {
            let made = made_by.signups.iter();
            let made = made.filter(|it| it.0 == signup.id).map(|it| it.1);
            owned.rows.extend(made.map(|made_by| OwnedRow {
                registration: registration.clone(),
                signup: Some(signup.clone()),
                made_by,
            }));
        }
    }
    Ok(owned)
}

impl OwnedRow {
    /// Returns where it was read.
    pub fn read_from(&self) -> Option<&SourceLine> {
        match &self.signup {
            Some(signup) => signup.read_from.as_ref(),
            None => self.registration.read_from.as_ref(),
        }
    }
}

impl AnswerOf {
    /// Whether the row of the question brought a registration, or a sign-up of it.
    pub(super) fn brought(&self, registration: &Registration, signup: Option<&Signup>) -> bool {
        let About::Form(row) = &self.about else {
            return false;
        };
        if self.review.question.event_id != Some(registration.event_id) {
            return false;
        }
        match signup {
            None => row.requested_at == registration.requested_at,
            Some(signup) => {
                row.choices.contains(&signup.session_id) && row.requested_at == signup.requested_at
            }
        }
    }
}

fn answers(reader: &Reader<'_>, person: &Person) -> Result<Vec<AnswerOf>, IntakeError> {
    let mut answers = Vec::new();
    let mut organisations: Option<OrganisationDirectory> = None;
    for review in reader.reviews()? {
        let is_theirs = review.answer.and_then(Resolution::person) == Some(person.id);
        let is_about_somebody =
            matches!(review.question.kind, ReviewKind::Person | ReviewKind::Stay);
        if review.state == ReviewState::Open || !is_theirs || !is_about_somebody {
            continue;
        }
        let (name, about) = match Pending::of(&review)? {
            Pending::Signup(pending) => {
                let who = &pending.row.who;
                let name =
                    PersonName::from_parts(who.title.as_deref(), &who.given_name, &who.family_name);
                (Some(name), About::Form(Box::new(pending.row)))
            }
            Pending::Listed(row) => {
                let who = &row.who;
                let name =
                    PersonName::from_parts(who.title.as_deref(), &who.given_name, &who.family_name);
                (Some(name), About::List)
            }
            Pending::Stay(_) => {
                let Some(stay) = review.question.stay_id else {
                    continue;
                };
                if organisations.is_none() {
                    organisations = Some(organisations_on_file(reader)?);
                }
                let known = organisations.as_ref();
                let on_file = |name: &str| known.is_some_and(|it| it.find_certain(name).is_some());
                let display = read_display_name(&review.question.name, &on_file);
                (display.name().cloned(), About::Stay(stay))
            }
            Pending::Overlap { .. } | Pending::Removed(_) => continue,
        };
        answers.push(AnswerOf {
            name: name.filter(|it| !it.is_empty()),
            review,
            about,
        });
    }
    Ok(answers)
}
