//! Answers about who a row of a form or list means: the row that waited is processed.

use super::super::desk::{Agenda, Desk, Mode};
use super::super::pending::Pending;
use super::super::submission::{Form, PendingSignup, RowsOf, Taken};
use super::super::{Fate, IntakeError};
use super::Answer;
use crate::catalogue::Message;
use crate::import::rows::PersonRow;
use crate::message;
use crate::model::Resolution;
use crate::store::Review;

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

impl Desk<'_> {
    /// Returns the answer, and a message about omitted parts of the row.
    pub(super) fn answer_person(
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
    pub(in crate::intake) fn take_pending(
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
            Pending::Stay(_) | Pending::Overlap { .. } | Pending::Removed(_) => {
                Err(Pending::unreadable(review).into())
            }
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
}
