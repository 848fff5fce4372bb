//! Lists that name one session in each row, and no time.
//!
//! Somebody in two rows of such a list wants both sessions: there is no sign that the later one is newer, and two that
//! overlap lead to a question as usual. Sessions that a person had and the list no longer names are given up once all
//! rows are known, if any of their rows is new: a list corrected by hand is a change of mind.

use std::collections::BTreeSet;

use super::desk::{Agenda, Desk, Mode};
use super::submission::Form;
use crate::import::rows::{RowStatus, SignupRow};
use crate::model::{PersonId, SessionId, Signup, SignupStatus, SourceLine};
use crate::store::StoreError;

/// What a list says about a person.
#[derive(Debug, Default)]
pub(super) struct Listed {
    sessions: BTreeSet<SessionId>,
    /// The line of the last row that was not known before.
    pub(super) newest: Option<u64>,
}

impl Desk<'_> {
    /// Adds the contents of a row to its person's entry.
    pub(super) fn list(&mut self, person: PersonId, row: &SignupRow) -> &mut Listed {
        let listed = self.listed.entry(person).or_default();
        if row.status != Some(RowStatus::Cancelled) {
            listed.sessions.extend(&row.choices);
        }
        listed
    }

    /// Gives up the sessions that people had and the list, read to its end, does not name.
    pub(super) fn drop_unlisted(
        &mut self,
        agenda: &Agenda,
        form: Form<'_>,
    ) -> Result<(), StoreError> {
        let scope = form.scope.unwrap_or_default();
        for (person, listed) in std::mem::take(&mut self.listed) {
            let Some(line) = listed.newest else {
                continue;
            };
            let Some(registration) = self.writer.registration(agenda.event.id, person)? else {
                continue;
            };
            if self.mode_for(person) != Mode::Update {
                continue;
            }
            for signup in self.writer.signups_of(registration.id)? {
                if signup.status == SignupStatus::Cancelled
                    || listed.sessions.contains(&signup.session_id)
                    || !scope.contains(&signup.session_id)
                {
                    continue;
                }
                self.touched.insert(signup.session_id);
                self.to_check.insert((agenda.event.id, person));
                self.writer.save_signup(&Signup {
                    status: SignupStatus::Cancelled,
                    read_from: SourceLine::new(form.file, line),
                    ..signup
                })?;
                self.resubmitted.push((line, true));
            }
        }
        self.resubmitted.dedup();
        Ok(())
    }
}
