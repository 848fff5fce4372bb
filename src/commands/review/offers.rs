//! The possible answers to a question: as commands ready to be typed, and as choices on a terminal.

use super::candidates::Seen;
use crate::catalogue::messages::review as words;
use crate::error::Error;
use crate::intake::Asked;
use crate::message;
use crate::model::{OrganisationId, PersonId, ReviewKind, ReviewState, SessionId};
use crate::output::Language;
use crate::store::{Reader, Review};

/// A kind of answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// It is this candidate.
    Person(PersonId),
    /// It is somebody new.
    New,
    /// It is somebody on file who is not a candidate.
    SomebodyElse,
    /// It is the person who was removed.
    Removed,
    /// It is not a person.
    Nobody,
    /// It is the same as this organisation.
    Same(OrganisationId),
    /// It is the same as one on file that is not a candidate.
    AnotherOrganisation,
    /// It is a different organisation.
    Different,
    /// Both sign-ups are kept.
    Keep,
    /// The sign-up for this session of the two is cancelled.
    Cancel(SessionId),
}

/// A possible answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Offer {
    /// Its kind.
    pub(super) way: Way,
    /// The command that gives it; words in capitals are to be replaced.
    pub(super) command: String,
    /// Its meaning.
    pub(super) meaning: String,
}

/// Returns the possible answers to a question, the candidates first; none if it was already answered.
pub(super) fn offers(
    reader: &Reader<'_>,
    review: &Review,
    asked: &Asked,
    candidates: &[Seen<'_>],
    language: Language,
) -> Result<Vec<Offer>, Error> {
    if review.state == ReviewState::Answered {
        return Ok(Vec::new());
    }
    let on_file = candidates.iter().filter(|seen| seen.is_on_file);
    Ok(match review.question.kind {
        ReviewKind::Person | ReviewKind::Stay => {
            let mut offers: Vec<Offer> = on_file
                .map(|seen| offer_person(review, seen, language))
                .collect();
            offers.extend(offers_without_candidates(review, asked, language));
            offers
        }
        ReviewKind::Organisation => {
            let mut offers: Vec<Offer> = on_file
                .map(|seen| offer_organisation(review, seen, language))
                .collect();
            offers.push(of(
                review,
                Way::Different,
                "different",
                words::NONE_OF_THEM.in_language(language),
            ));
            offers.push(of(
                review,
                Way::AnotherOrganisation,
                "same REF",
                words::ANOTHER_ORGANISATION.in_language(language),
            ));
            offers
        }
        ReviewKind::Conflict => conflict(reader, review, asked, language)?,
        ReviewKind::Removed => vec![
            of(
                review,
                Way::Removed,
                "same",
                words::THE_REMOVED.in_language(language),
            ),
            of(
                review,
                Way::New,
                "new",
                words::ANOTHER_OF_THE_NAME.in_language(language),
            ),
        ],
    })
}

fn of(review: &Review, way: Way, answer: &str, meaning: impl Into<String>) -> Offer {
    Offer {
        way,
        command: format!("rollcall review {} {answer}", review.id),
        meaning: meaning.into(),
    }
}

fn offer_person(review: &Review, seen: &Seen<'_>, language: Language) -> Offer {
    let id = seen.candidate.id;
    of(
        review,
        Way::Person(PersonId(id)),
        &format!("person {id}"),
        message!(review::it_is { name: seen.named() }).in_language(language),
    )
}

fn offer_organisation(review: &Review, seen: &Seen<'_>, language: Language) -> Offer {
    let id = seen.candidate.id;
    of(
        review,
        Way::Same(OrganisationId(id)),
        &format!("same {id}"),
        message!(review::same_as { name: seen.name }).in_language(language),
    )
}

fn offers_without_candidates(review: &Review, asked: &Asked, language: Language) -> Vec<Offer> {
    let mut offers = Vec::new();
    if asked.can_be_new {
        let meaning = words::SOMEBODY_NEW.in_language(language);
        offers.push(of(review, Way::New, "new", meaning));
    }
    offers.push(of(
        review,
        Way::SomebodyElse,
        "person REF",
        words::SOMEBODY_ELSE.in_language(language),
    ));
    if review.question.kind == ReviewKind::Stay {
        offers.push(of(
            review,
            Way::Nobody,
            "nobody",
            words::NOBODY.in_language(language),
        ));
    }
    offers
}

fn conflict(
    reader: &Reader<'_>,
    review: &Review,
    asked: &Asked,
    language: Language,
) -> Result<Vec<Offer>, Error> {
    let mut offers = vec![of(
        review,
        Way::Keep,
        "keep",
        words::KEEP.in_language(language),
    )];
    let events = reader.events()?;
    let of_several = events
        .iter()
        .find(|event| events.len() > 1 && Some(event.id) == review.question.event_id)
        .map_or_else(String::new, |event| format!(" --event {}", event.slug));
    let Some(person) = review.question.person_id else {
        return Ok(offers);
    };
    for id in &asked.sessions {
        if let Some(session) = reader.session(*id)? {
            offers.push(Offer {
                way: Way::Cancel(*id),
                command: format!(
                    "rollcall signup cancel {person} --session {}{of_several}",
                    session.slug
                ),
                meaning: message!(review::cancel {
                    session: session.slug
                })
                .in_language(language),
            });
        }
    }
    Ok(offers)
}
