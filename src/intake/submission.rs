//! A submission, its form, and its weight relative to the registration on file.

use serde::{Deserialize, Serialize};

use super::desk::{Agenda, Mode};
use crate::identity::KeyedName;
use crate::import::fingerprint::Fingerprint;
use crate::import::rows::{RowStatus, SignupRow};
use crate::model::{OrganisationId, PersonId, Registration, SessionId, SourceLine};

/// A submission that is waiting for an answer, with what is needed to process it later.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct PendingSignup {
    pub(super) row: SignupRow,
    pub(super) scope: Option<Vec<SessionId>>,
    #[serde(default)]
    pub(super) rows: RowsOf,
    /// The mode of the import it came with.
    #[serde(default)]
    pub(super) mode: Mode,
}

/// A submission with everything that can be computed from it alone.
#[derive(Debug)]
pub(super) struct Submission {
    pub(super) row: SignupRow,
    /// The name it gives.
    pub(super) name: KeyedName,
    /// Its fingerprint.
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

/// The kind of a form's rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum RowsOf {
    /// A submission: everything that somebody wants.
    #[default]
    Submissions,
    /// A ticket; somebody may have several.
    Tickets,
    /// A line of a list that names one session in each: those of a person add up.
    List,
    /// A sign-up of our own export.
    OwnSignups,
}

/// How to process the rows of a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form<'a> {
    /// The file's name, without folders.
    pub(super) file: &'a str,
    /// The sessions a row decides about; `None` if it decides about none.
    pub(super) scope: Option<&'a [SessionId]>,
    /// The kind of its rows.
    pub(super) rows: RowsOf,
    /// Whether the row was postponed until the others of the file were processed.
    pub(super) late: bool,
    /// The reason given for a row without a name and with an unknown address.
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

    /// Returns the number of the set that a row chooses.
    pub(super) fn choices_number(&self, row: &SignupRow) -> Option<i64> {
        self.scope_number()?;
        Some(if row.status == Some(RowStatus::Cancelled) {
            // Cancelled is different from nothing chosen.
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

/// The weight of a row relative to the registration on file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// It is the newest submission.
    Newest,
    /// It is the newest submission, read again: manual changes since then remain, unless the answer itself was changed.
    Again {
        /// Whether it chooses something different now.
        chose_anew: bool,
    },
    /// It is older than the newest submission, but from another form: it counts for its own sessions.
    OtherForm,
    /// It is another ticket of the same person that was returned: the ticket they keep decides.
    OtherTicket,
    /// It is an older submission of the same form.
    Superseded,
}

impl Weight {
    pub(super) fn of(row: &SignupRow, before: Option<&Registration>, form: Form<'_>) -> Self {
        let Some(before) = before.filter(|_| !form.is_own_export()) else {
            return Self::Newest;
        };
        let both = |one: Option<i64>, other: Option<i64>| one.is_some() && other.is_some();
        if form.late && !form.is_list() && row.requested_at.is_none() {
            // The rows it waited for come after it, too.
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
}

/// A row, and what decides how much of it applies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weighed<'a> {
    pub(super) row: &'a SignupRow,
    pub(super) agenda: &'a Agenda,
    pub(super) form: Form<'a>,
    /// The record of the organisation it names.
    pub(super) organisation: Option<OrganisationId>,
    /// Its weight relative to the registration on file.
    pub(super) weight: Weight,
    /// What the organiser allows to change in this person.
    pub(super) allowed: Mode,
}

impl Weighed<'_> {
    /// Returns what the row may change in the person and in the registration's fields.
    pub(super) fn mode(&self) -> Mode {
        match self.weight {
            Weight::Newest => self.allowed,
            _ if self.allowed == Mode::Update => Mode::Fill,
            _ => self.allowed,
        }
    }

    pub(super) fn is_cancelled(&self) -> bool {
        self.row.status == Some(RowStatus::Cancelled)
    }

    /// Returns where the row was read.
    pub(super) fn read_from(&self) -> Option<SourceLine> {
        SourceLine::new(self.form.file, self.row.line)
    }
}

/// Whom a row is assigned to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// The person found by the rules.
    ByTheRules,
    /// This person, by an answer.
    For(PersonId),
    /// Somebody new, by an answer.
    AsNew,
}

/// Records in a registration which submission is its newest.
pub(super) fn note_submission(registration: &mut Registration, row: &SignupRow, form: Form<'_>) {
    let before = registration.requested_at;
    if form.is_own_export() && row.session.is_none() {
        // The registration's own row in our own export says what is current, not what is newer.
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
