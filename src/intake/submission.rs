//! What a submission is, of which form, and what weight it has beside the registration on file.

use serde::{Deserialize, Serialize};

use super::desk::Mode;
use crate::identity::KeyedName;
use crate::import::fingerprint::Fingerprint;
use crate::import::rows::{RowStatus, SignupRow};
use crate::model::{PersonId, Registration, SessionId};

/// A submission that waits for an answer, with what is needed to take it later.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct PendingSignup {
    pub(super) row: SignupRow,
    pub(super) scope: Option<Vec<SessionId>>,
    #[serde(default)]
    pub(super) rows: RowsOf,
    /// What the import it came with was allowed.
    #[serde(default)]
    pub(super) mode: Mode,
}

/// A submission with what can be said of it before anything else is known.
#[derive(Debug)]
pub(super) struct Submission {
    pub(super) row: SignupRow,
    /// The name it gives.
    pub(super) name: KeyedName,
    /// The number by which it is known again.
    pub(super) fingerprint: i64,
}

impl From<SignupRow> for Submission {
    fn from(row: SignupRow) -> Self {
        Self {
            name: row.who.name(),
            fingerprint: row.fingerprint(),
            row,
        }
    }
}

/// What a row of a form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum RowsOf {
    /// A submission: all that somebody wants.
    #[default]
    Submissions,
    /// A ticket, of which somebody may have several.
    Tickets,
    /// A line of a list that names one session in each: those of a person add up.
    List,
    /// A sign-up of our own export.
    OwnSignups,
}

/// How the rows of a file are to be taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form<'a> {
    /// The file, without folders.
    pub(super) file: &'a str,
    /// The sessions a row decides about; `None` for a row that says nothing of any.
    pub(super) scope: Option<&'a [SessionId]>,
    /// What a row of it is.
    pub(super) rows: RowsOf,
    /// Whether the row had to wait until the others of the file were taken.
    pub(super) late: bool,
    /// Why a row with no name and an address that is not known is nobody's.
    pub(super) why_nobody: crate::catalogue::Wording,
}

impl Form<'_> {
    pub(super) fn is_own_export(&self) -> bool {
        self.rows == RowsOf::OwnSignups
    }

    pub(super) fn is_list(&self) -> bool {
        self.rows == RowsOf::List
    }

    pub(super) fn sells_tickets(&self) -> bool {
        self.rows == RowsOf::Tickets
    }

    /// Returns the number of the set of sessions a row decides about.
    pub(super) fn scope_number(&self) -> Option<i64> {
        if self.is_own_export() {
            return None;
        }
        Some(number_of(self.scope?))
    }

    /// Returns the number of what a row chooses.
    pub(super) fn choices_number(&self, row: &SignupRow) -> Option<i64> {
        self.scope_number()?;
        Some(if row.status == Some(RowStatus::Cancelled) {
            // Given back is something else than nothing chosen.
            let mut number = Fingerprint::new();
            number.text("cancelled");
            number.value()
        } else {
            number_of(&row.choices)
        })
    }
}

fn number_of(sessions: &[SessionId]) -> i64 {
    let mut ids: Vec<i64> = sessions.iter().map(|id| id.0).collect();
    ids.sort_unstable();
    let mut number = Fingerprint::new();
    for id in ids {
        number.text(&id.to_string());
    }
    number.value()
}

/// What weight a row has beside the registration on file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// It is the newest word.
    Newest,
    /// It is the newest submission, read again: what was done by hand since then stands, unless the
    /// answer itself was changed.
    Again {
        /// Whether it chooses something else now.
        chose_anew: bool,
    },
    /// It is older than the newest submission, but of another form: it counts for its own sessions.
    OtherForm,
    /// It is another ticket of the same person, given back: the one they keep says what they do.
    OtherTicket,
    /// It is an older word of the same form.
    Superseded,
}

impl Weight {
    pub(super) fn of(row: &SignupRow, before: Option<&Registration>, form: Form<'_>) -> Self {
        let Some(before) = before.filter(|_| !form.is_own_export()) else {
            return Self::Newest;
        };
        let both = |one: Option<i64>, other: Option<i64>| one.is_some() && other.is_some();
        if form.late && !form.is_list() && row.requested_at.is_none() {
            // Those it waited for stand below it, too.
            return Self::Superseded;
        }
        let scope = form.scope_number();
        match (row.requested_at, before.requested_at) {
            (Some(at), Some(newest)) if at < newest => {
                if both(scope, before.scope) && scope != before.scope {
                    Self::OtherForm
                } else {
                    Self::Superseded
                }
            }
            (Some(at), Some(newest)) if at == newest && both(scope, before.scope) => Self::Again {
                chose_anew: form.choices_number(row) != before.choices,
            },
            (Some(at), newest)
                if newest != Some(at)
                    && form.sells_tickets()
                    && row.status == Some(RowStatus::Cancelled)
                    && row.choices.is_empty() =>
            {
                Self::OtherTicket
            }
            _ => Self::Newest,
        }
    }

    /// Returns what the row may change of the person and of the registration's fields.
    pub(super) fn mode(self, mode: Mode) -> Mode {
        match self {
            Self::Newest => mode,
            _ if mode == Mode::Update => Mode::Fill,
            _ => mode,
        }
    }
}

/// What a row may do, by its weight and by what the organiser allowed for this person.
#[derive(Debug, Clone, Copy)]
pub(super) struct Taking {
    pub(super) weight: Weight,
    pub(super) allowed: Mode,
}

/// Who a row is to be taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// Whoever the rules say.
    ByTheRules,
    /// This person, somebody said so.
    For(PersonId),
    /// Somebody new, somebody said so.
    AsNew,
}

/// Notes in a registration which submission is its newest.
pub(super) fn note_submission(registration: &mut Registration, row: &SignupRow, form: Form<'_>) {
    let before = registration.requested_at;
    if form.is_own_export() && row.session.is_none() {
        // The registration's own row of an own export says what is so, not what is newer.
        registration.requested_at = row.requested_at;
    } else {
        registration.requested_at = before.max(row.requested_at);
    }
    if form.is_own_export() {
        if registration.requested_at != before {
            registration.scope = None;
            registration.choices = None;
        }
    } else if form.scope.is_some() && row.requested_at >= before {
        registration.scope = form.scope_number();
        registration.choices = form.choices_number(row);
    }
}
