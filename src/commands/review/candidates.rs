//! The candidates of a question, with their current data.

use super::reasons;
use crate::error::Error;
use crate::model::{Candidate, OrganisationId, PersonId, ReviewKind};
use crate::output::Language;
use crate::store::{Reader, Review};

/// A candidate, with the data on file.
#[derive(Debug)]
pub(super) struct Seen<'a> {
    /// As stored in the question.
    pub(super) candidate: &'a Candidate,
    /// Whether they are still on file: an undo may have removed them.
    pub(super) is_on_file: bool,
    /// The name of a person or an organisation.
    pub(super) name: String,
    /// The organisation of a person.
    pub(super) organisation: Option<String>,
}

impl Seen<'_> {
    /// Returns `Anna Müller, BioCluster Nord`.
    pub(super) fn named(&self) -> String {
        match &self.organisation {
            Some(organisation) => format!("{}, {organisation}", self.name),
            None => self.name.clone(),
        }
    }

    /// Returns the formatted score: `0.92`.
    pub(super) fn score(&self, language: Language) -> String {
        crate::output::conventions::decimal(&format!("{:.2}", self.candidate.score), language)
    }

    /// Returns the reasons for and against them, in the reader's language.
    pub(super) fn sides(&self, language: Language) -> (Vec<String>, Vec<String>) {
        reasons::sides(self.candidate, language)
    }
}

/// Returns the candidates of a question, best first.
pub(super) fn seen<'a>(reader: &Reader<'_>, review: &'a Review) -> Result<Vec<Seen<'a>>, Error> {
    let mut seen = Vec::new();
    for candidate in &review.question.candidates {
        let (known, organisation) = if review.question.kind == ReviewKind::Organisation {
            let known = reader.organisation(OrganisationId(candidate.id))?;
            (known.map(|known| known.name), None)
        } else {
            let person = reader.person(PersonId(candidate.id))?;
            let organisation = person.as_ref().and_then(|person| person.organisation_id);
            let organisation = match organisation {
                Some(id) => reader.organisation(id)?.map(|known| known.name),
                None => None,
            };
            (person.map(|person| person.full_name()), organisation)
        };
        seen.push(Seen {
            candidate,
            is_on_file: known.is_some(),
            name: known.unwrap_or_default(),
            organisation,
        });
    }
    Ok(seen)
}

/// Returns the lead of the best candidate over the second best; `None` if there is no second.
pub(super) fn lead(review: &Review) -> Option<f64> {
    match review.question.candidates.as_slice() {
        [best, second, ..] => Some(((best.score - second.score) * 100.0).round() / 100.0),
        _ => None,
    }
}
