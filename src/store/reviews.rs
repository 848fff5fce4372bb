//! Questions that wait for a person's answer.

use rusqlite::Row;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::events::{damaged, moment};
use super::lot::Table;
use super::{Reader, StoreError, Writer};
use crate::catalogue::Wording;
use crate::catalogue::messages::store as words;
use crate::model::{
    Candidate, Detail, EventId, Instant, OrganisationId, PersonId, Resolution, ReviewId,
    ReviewKind, ReviewState, SessionId, StayId,
};

/// A question to be added.
#[derive(Debug, Clone, PartialEq)]
pub struct NewReview {
    /// Its kind.
    pub kind: ReviewKind,
    /// The event it came up in.
    pub event_id: Option<EventId>,
    /// The person it is about, for a conflict.
    pub person_id: Option<PersonId>,
    /// The organisation it is about.
    pub organisation_id: Option<OrganisationId>,
    /// The stay it is about.
    pub stay_id: Option<StayId>,
    /// The name as written.
    pub name: String,
    /// The address as written.
    pub email: Option<String>,
    /// Further data besides the name.
    pub detail: Option<Detail>,
    /// The people or organisations that may be meant, best first.
    pub candidates: Vec<Candidate>,
    /// The whole row as JSON, to be imported once the question is answered.
    pub row: Option<String>,
    /// The file name it came from, without folders.
    pub file: Option<String>,
    /// The line in the file.
    pub line: Option<i64>,
}

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// Its number.
    pub id: ReviewId,
    /// Whether it is open.
    pub state: ReviewState,
    /// How it was answered.
    pub answer: Option<Resolution>,
    /// The question.
    pub question: NewReview,
}

const COLUMNS: &str = "id, kind, state, event_id, person_id, organisation_id, stay_id, name, email, \
                       detail, candidates, row, file, line, answer";

/// Reads a value that is stored as JSON; errors name it as `what`.
fn kept<T: DeserializeOwned>(
    row: &Row<'_>,
    column: usize,
    what: Wording,
) -> Result<Option<T>, StoreError> {
    let text: Option<String> = row.get(column)?;
    let value = text.map(|text| serde_json::from_str(&text)).transpose();
    value.map_err(|_| damaged(what))
}

/// Returns a value in the form that is stored.
fn to_keep(value: &impl Serialize, what: Wording) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| damaged(what))
}

fn review(row: &Row<'_>) -> Result<Review, StoreError> {
    Ok(Review {
        id: ReviewId(row.get(0)?),
        state: ReviewState::parse(&row.get::<_, String>(2)?)
            .ok_or_else(|| damaged(words::DAMAGED_QUESTION_STATE))?,
        answer: kept(row, 14, words::DAMAGED_ANSWER)?,
        question: NewReview {
            kind: ReviewKind::parse(&row.get::<_, String>(1)?)
                .ok_or_else(|| damaged(words::DAMAGED_QUESTION_KIND))?,
            event_id: row.get::<_, Option<i64>>(3)?.map(EventId),
            person_id: row.get::<_, Option<i64>>(4)?.map(PersonId),
            organisation_id: row.get::<_, Option<i64>>(5)?.map(OrganisationId),
            stay_id: row.get::<_, Option<i64>>(6)?.map(StayId),
            name: row.get(7)?,
            email: row.get(8)?,
            detail: kept(row, 9, words::DAMAGED_DETAIL)?,
            candidates: kept(row, 10, words::DAMAGED_CANDIDATES)?.unwrap_or_default(),
            row: row.get(11)?,
            file: row.get(12)?,
            line: row.get(13)?,
        },
    })
}

impl Reader<'_> {
    /// Returns every question, by number.
    pub fn reviews(&self) -> Result<Vec<Review>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement =
            connection.prepare_cached(&format!("SELECT {COLUMNS} FROM review ORDER BY id"))?;
        let mut rows = statement.query([])?;
        let mut reviews = Vec::new();
        while let Some(row) = rows.next()? {
            reviews.push(review(row)?);
        }
        Ok(reviews)
    }

    /// Returns the times at which waiting rows about unknown people requested a place in a session: they keep their
    /// position in the waiting list. A row without a time uses the time of its import.
    pub fn requests_that_wait(&self, session: SessionId) -> Result<Vec<Instant>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT coalesce(review.row ->> '$.row.requested_at', operation.time)
             FROM review JOIN operation ON operation.id = review.operation_id
             WHERE review.state = 'open' AND review.kind = 'person'
               AND coalesce(review.row ->> '$.row.status', '') <> 'cancelled'
               AND EXISTS (SELECT 1 FROM json_each(review.row, '$.row.choices') WHERE value = ?1)",
        )?;
        let mut rows = statement.query([session.0])?;
        let mut moments = Vec::new();
        while let Some(row) = rows.next()? {
            moments.push(moment(&row.get::<_, String>(0)?)?);
        }
        Ok(moments)
    }

    /// Returns the questions about a person's overlapping sessions in an event, by number.
    pub fn conflicts_of(
        &self,
        event: EventId,
        person: PersonId,
    ) -> Result<Vec<Review>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM review
             WHERE person_id = ?1 AND event_id = ?2 AND kind = 'conflict' ORDER BY id"
        ))?;
        let mut rows = statement.query([person.0, event.0])?;
        let mut reviews = Vec::new();
        while let Some(row) = rows.next()? {
            reviews.push(review(row)?);
        }
        Ok(reviews)
    }

    /// Returns the open questions about which person a row means, by number.
    pub fn open_rows(&self) -> Result<Vec<Review>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM review WHERE kind = 'person' AND state = 'open' ORDER BY id"
        ))?;
        let mut rows = statement.query([])?;
        let mut reviews = Vec::new();
        while let Some(row) = rows.next()? {
            reviews.push(review(row)?);
        }
        Ok(reviews)
    }

    /// Returns the organisations about which a question is open, each with the candidates.
    pub fn organisations_in_question(
        &self,
    ) -> Result<Vec<(OrganisationId, Vec<OrganisationId>)>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM review
             WHERE kind = 'organisation' AND state = 'open' AND organisation_id IS NOT NULL ORDER BY id"
        ))?;
        let mut rows = statement.query([])?;
        let mut asked = Vec::new();
        while let Some(row) = rows.next()? {
            let question = review(row)?.question;
            let others = question.candidates.iter().map(|it| OrganisationId(it.id));
            asked.extend(question.organisation_id.map(|id| (id, others.collect())));
        }
        Ok(asked)
    }

    /// Returns one question.
    pub fn review(&self, id: ReviewId) -> Result<Option<Review>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement =
            connection.prepare_cached(&format!("SELECT {COLUMNS} FROM review WHERE id = ?1"))?;
        let mut rows = statement.query([id.0])?;
        rows.next()?.map(review).transpose()
    }

    /// Returns whether any question is open, or any stay may have to be judged again.
    pub fn has_matches_or_questions(&self) -> Result<bool, StoreError> {
        Ok(self.connection.query_row(
            "SELECT EXISTS (SELECT 1 FROM review WHERE state = 'open')
                 OR EXISTS (SELECT 1 FROM stay WHERE matched_row IS NOT NULL)",
            [],
            |row| row.get(0),
        )?)
    }

    /// Returns the number of open questions.
    pub fn open_reviews(&self) -> Result<i64, StoreError> {
        Ok(self.connection.query_row(
            "SELECT count(*) FROM review WHERE state = 'open'",
            [],
            |row| row.get(0),
        )?)
    }
}

impl Writer<'_> {
    /// Adds a question and returns its number.
    pub fn add_review(&self, new: &NewReview) -> Result<ReviewId, StoreError> {
        let candidates = to_keep(&new.candidates, words::DAMAGED_CANDIDATES)?;
        let detail = new.detail.as_ref();
        let detail = detail.map(|it| to_keep(it, words::DAMAGED_DETAIL));
        let number = self.connection.insert(
            Table::Review,
            None,
            [
                self.operation.0.into(),
                new.kind.as_str().into(),
                ReviewState::Open.as_str().into(),
                new.event_id.map(|id| id.0).into(),
                new.person_id.map(|id| id.0).into(),
                new.organisation_id.map(|id| id.0).into(),
                new.stay_id.map(|id| id.0).into(),
                (&new.name).into(),
                (&new.email).into(),
                (&detail.transpose()?).into(),
                (&candidates).into(),
                (&new.row).into(),
                (&new.file).into(),
                new.line.into(),
            ],
        )?;
        Ok(ReviewId(number))
    }

    /// Stores the answer to a question.
    pub fn answer_review(&self, id: ReviewId, answer: Resolution) -> Result<(), StoreError> {
        let answer = to_keep(&answer, words::DAMAGED_ANSWER)?;
        self.connection.execute(
            "UPDATE review SET state = 'answered', answer = ?2 WHERE id = ?1",
            (id.0, answer),
        )?;
        Ok(())
    }

    /// Updates the candidates of an open question.
    pub fn set_candidates(&self, id: ReviewId, candidates: &[Candidate]) -> Result<(), StoreError> {
        let candidates = to_keep(&candidates, words::DAMAGED_CANDIDATES)?;
        self.connection.execute(
            "UPDATE review SET candidates = ?2 WHERE id = ?1",
            (id.0, candidates),
        )?;
        Ok(())
    }

    /// Replaces one candidate by another in the open questions of some kinds, after a merge.
    pub(super) fn replace_candidate(
        &self,
        kinds: &[ReviewKind],
        from: i64,
        into: i64,
    ) -> Result<(), StoreError> {
        for review in self.reviews()? {
            let question = review.question;
            let is_named = question.candidates.iter().any(|it| it.id == from);
            if review.state == ReviewState::Answered || !kinds.contains(&question.kind) || !is_named
            {
                continue;
            }
            // Best first; if both were candidates, the better of the two is kept.
            let mut kept: Vec<Candidate> = Vec::new();
            for mut candidate in question.candidates {
                if candidate.id == from {
                    candidate.id = into;
                }
                if kept.iter().all(|it| it.id != candidate.id) {
                    kept.push(candidate);
                }
            }
            self.set_candidates(review.id, &kept)?;
        }
        Ok(())
    }

    /// Removes a question that the data has settled.
    pub fn remove_review(&self, id: ReviewId) -> Result<(), StoreError> {
        self.connection
            .execute("DELETE FROM review WHERE id = ?1", [id.0])?;
        Ok(())
    }
}
