//! The sessions that the rows of a file decide about.

use std::collections::HashSet;

use super::error::ImportError;
use super::plan::Plan;
use super::{Field, Kind};
use crate::model::{Session, SessionId};

impl Plan {
    /// Returns whether each row of a hand-made table names at most one session, and no time.
    pub(super) fn names_one_session_a_row(&self) -> Result<bool, ImportError> {
        let fields: Vec<&Field> = self
            .layout
            .columns
            .iter()
            .map(|column| &column.field)
            .collect();
        let is_other = |field: &&Field| {
            matches!(
                field,
                Field::SessionOption(_) | Field::RequestedAt | Field::Event
            )
        };
        let is_list = self.layout.is_hand_made()
            && self.layout.kind == Kind::Signups
            && !self.layout.quirks.one_signup_a_row
            && fields
                .iter()
                .filter(|field| ***field == Field::Session)
                .count()
                == 1
            && !fields.iter().any(is_other);
        let Some(column) = self.layout.column(&Field::Session).filter(|_| is_list) else {
            return Ok(false);
        };
        let mut rows = self.rows()?;
        while let Some(row) = rows.next_row()? {
            let cell = self.cell(row, column);
            let several = self.choices.read(&cell);
            if several.is_ok_and(|sessions| sessions.len() > 1) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Looks at every row: a session that only a late one names is in scope for all. Parallel sessions of the same kind
    /// are as well, even if nobody has chosen them yet; those of the same kind at other times may belong to another
    /// form.
    pub(super) fn sessions_in_reach(
        &self,
        sessions: &[Session],
    ) -> Result<Vec<SessionId>, ImportError> {
        let mut slugs: Vec<&str> = Vec::new();
        let mut columns = Vec::new();
        for (index, column) in self.layout.columns.iter().enumerate() {
            match &column.field {
                Field::SessionOption(slug) => slugs.push(slug),
                // Not those of products: a ticket says nothing about other tickets.
                Field::Session => columns.push(index),
                _ => {}
            }
        }
        let mut named: HashSet<SessionId> = HashSet::new();
        let by_answers = self.layout.kind == Kind::Signups && !self.layout.quirks.one_signup_a_row;
        if by_answers && !columns.is_empty() && !sessions.is_empty() {
            // A few answers are repeated many times: read each only once.
            let mut seen: HashSet<String> = HashSet::new();
            let mut rows = self.rows()?;
            while named.len() < sessions.len()
                && let Some(row) = rows.next_row()?
            {
                for index in &columns {
                    let cell = self.cell(row, *index);
                    if !seen.contains(cell.as_ref()) {
                        named.extend(self.choices.read(&cell).unwrap_or_default());
                        seen.insert(cell.into_owned());
                    }
                }
            }
        }
        let beside = |session: &Session| {
            sessions.iter().any(|other| {
                named.contains(&other.id)
                    && other.kind == session.kind
                    && other.start < session.end
                    && session.start < other.end
            })
        };
        Ok(sessions
            .iter()
            .filter(|session| {
                named.contains(&session.id)
                    || slugs.contains(&session.slug.as_str())
                    || beside(session)
            })
            .map(|session| session.id)
            .collect())
    }
}
