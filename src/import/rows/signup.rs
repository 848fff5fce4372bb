//! A row of a sign-up form.

use serde::{Deserialize, Serialize};

use super::super::fingerprint::Fingerprint;
use super::super::layout::{Column, pasteable};
use super::super::plan::{Plan, Problem, SetAside};
use super::super::values::words::{self, Phone, StatusWord};
use super::super::{Choices, Field, ImportError, Record};
use super::Who;
use crate::catalogue::messages::rows;
use crate::catalogue::{Message, Wording};
use crate::formats::lexicon::LEXICON;
use crate::message;
use crate::model::{Instant, Purpose, SessionId};

/// The maximum number of unknown words for which a hint is given.
const HINTS: usize = 5;

/// The length in bytes beyond which a cell is a sentence, which nobody repeats in an option.
const LONG_WORD: usize = 80;

/// One submission of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignupRow {
    /// The line of the file.
    pub line: u64,
    /// The person.
    pub who: Who,
    /// Telephone.
    pub phone: Option<String>,
    /// Role.
    pub role: Option<String>,
    /// Language.
    pub language: Option<String>,
    /// Organisation as written.
    pub organisation: Option<String>,
    /// Its country.
    pub country: Option<String>,
    /// Its region.
    pub region: Option<String>,
    /// The event that our own export names.
    pub event: Option<String>,
    /// The session that our own export names.
    pub session: Option<String>,
    /// The sessions chosen.
    pub choices: Vec<SessionId>,
    /// The status, if the file has one.
    pub status: Option<RowStatus>,
    /// When it was submitted.
    pub requested_at: Option<Instant>,
    /// All other answers: question and answer.
    pub answers: Vec<(String, String)>,
    /// What they agreed to, and refused; these answers are among the others, too.
    #[serde(default)]
    pub consents: Vec<RowConsent>,
    /// Values that could not be read although the row could: heading and reason.
    pub remarks: Vec<(String, Message)>,
}

/// A consent in a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowConsent {
    /// What it is about.
    pub purpose: Purpose,
    /// Whether they agree.
    pub given: bool,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
}

/// The status of a sign-up according to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RowStatus {
    /// Takes part.
    Confirmed,
    /// Waits.
    Waitlisted,
    /// Asked for a place, not confirmed yet: `pending_approval`.
    Pending,
    /// Withdrawn.
    Cancelled,
}

impl RowStatus {
    /// Whether it does not include a place.
    pub fn waits(self) -> bool {
        matches!(self, Self::Waitlisted | Self::Pending)
    }
}

impl SignupRow {
    /// Returns the fingerprint by which this row is recognised again.
    pub fn fingerprint(&self) -> i64 {
        let mut fingerprint = Fingerprint::new();
        self.who.fingerprint(&mut fingerprint);
        for text in [
            &self.phone,
            &self.role,
            &self.language,
            &self.organisation,
            &self.country,
            &self.region,
            &self.event,
            &self.session,
        ] {
            fingerprint.optional(text.as_deref());
        }
        let mut choices: Vec<i64> = self.choices.iter().map(|id| id.0).collect();
        choices.sort_unstable();
        for choice in choices {
            fingerprint.text(&choice.to_string());
        }
        fingerprint.text(match self.status {
            None => "",
            Some(RowStatus::Confirmed) => "confirmed",
            Some(RowStatus::Waitlisted) => "waitlisted",
            Some(RowStatus::Pending) => "pending",
            Some(RowStatus::Cancelled) => "cancelled",
        });
        if let Some(at) = self.requested_at {
            fingerprint.text(&at.timestamp().to_string());
        }
        for (question, answer) in &self.answers {
            fingerprint.text(question);
            fingerprint.text(answer);
        }
        fingerprint.value()
    }
}

impl Plan {
    /// Returns the event that a row names, as written.
    pub fn event_named(&self, record: &Record) -> Option<String> {
        self.text(record, &Field::Event)
    }

    /// Returns the sessions that a row's answers name, if they belong to another event than the file's.
    pub fn sessions_named(&self, record: &Record, choices: &Choices) -> Vec<SessionId> {
        self.layout
            .columns
            .iter()
            .enumerate()
            .flat_map(|(index, column)| match &column.field {
                Field::Session | Field::Product => choices
                    .several(&self.cell(record, index))
                    .unwrap_or_default(),
                Field::SessionOption(slug) => choices.one(slug).into_iter().collect(),
                _ => Vec::new(),
            })
            .collect()
    }

    /// Returns hints how to explain words in columns of sessions that name none; each word once, and only the first
    /// few.
    ///
    /// # Errors
    /// If the file can no longer be read.
    pub fn hints_on_unknown_choices(&self) -> Result<Vec<Message>, ImportError> {
        let column =
            |(index, column): (usize, &Column)| (column.field == Field::Session).then_some(index);
        let columns: Vec<usize> = self
            .layout
            .columns
            .iter()
            .enumerate()
            .filter_map(column)
            .collect();
        // Rows that name their events use the sessions of those.
        let is_of_several = self.layout.column(&Field::Event).is_some();
        if columns.is_empty() || self.choices.is_empty() || is_of_several || self.layout.quirks.own
        {
            return Ok(Vec::new());
        }
        let mut seen: Vec<String> = Vec::new();
        let mut hints = Vec::new();
        let mut rows = self.rows()?;
        while hints.len() < HINTS
            && let Some(row) = rows.next_row()?
        {
            if self.not_beside(row).is_err() {
                continue;
            }
            for index in &columns {
                let cell = self.cell(row, *index);
                let Err(unknown) = self.choices.several(&cell) else {
                    continue;
                };
                let is_word = !unknown.is_ranked && unknown.written.len() < LONG_WORD;
                let is_said = unknown.written.contains('@')
                    || words::is_empty_word(&cell)
                    || words::yes_no(&cell).is_some();
                if !is_word || is_said || seen.contains(&unknown.written) || hints.len() == HINTS {
                    continue;
                }
                let slug = unknown.slug.as_deref().unwrap_or("SLUG");
                hints.push(message!(rows::word_unsettled {
                    word: unknown.written,
                    as_session: pasteable(&unknown.written, &format!("session:{slug}")),
                    as_none: pasteable(&unknown.written, "ignore"),
                }));
                seen.push(unknown.written);
            }
        }
        Ok(hints)
    }

    /// Reads a row as a submission.
    ///
    /// `of_another` contains the names of the sessions in the event that the row names, if that is not the file's: two
    /// events may well each have a session `a`.
    ///
    /// # Errors
    /// The reason why it is set aside.
    pub fn signup(
        &self,
        record: &Record,
        of_another: Option<&Choices>,
    ) -> Result<SignupRow, SetAside> {
        self.not_beside(record)?;
        let quirks = self.layout.quirks;
        let status = self.status(record).map_err(SetAside::Rejected)?;
        if let Some(reason) = self.why_not_sent(record, status) {
            return Err(SetAside::Skipped(reason.into()));
        }
        let mut remarks = Vec::new();
        let requested_at = match self.instant(record, &Field::RequestedAt, &Field::RequestedTime) {
            // Somebody's note in a hand-made table; what a platform writes can be read.
            Err(problem) if self.layout.is_hand_made() => {
                remarks.push((
                    problem.column.unwrap_or_default(),
                    rows::NO_TIME_OF_REQUEST.into(),
                ));
                None
            }
            read => read.map_err(SetAside::Rejected)?,
        };
        let who = self.who(record, true).map_err(SetAside::Rejected)?;
        if LEXICON.is_of_a_test(&who.written) && !quirks.own {
            let reason = message!(rows::like_a_test {
                line: record.line()
            });
            let mut named = [Field::Name, Field::FamilyName].iter();
            let heading = named.find(|field| self.layout.column(field).is_some());
            remarks.push((
                heading.map(|it| self.heading_of(it)).unwrap_or_default(),
                reason,
            ));
        }
        if matches!(status, None | Some(StatusWord::Confirmed)) {
            self.not_contradicted(record).map_err(SetAside::Rejected)?;
            remarks.extend(self.unread_remarks(record));
            remarks.extend(self.counted_as_one(record));
        }
        let phone = match self.text(record, &Field::Phone) {
            None => None,
            Some(cell) => match words::phone(&cell) {
                Phone::Number(number) => Some(number).filter(|number| !number.is_empty()),
                Phone::Ruined => {
                    let heading = self.heading_of(&Field::Phone);
                    remarks.push((heading, rows::RUINED_NUMBER_LEFT_OUT.into()));
                    None
                }
            },
        };
        let mut answers = self.answers(record);
        let consents = self.consents(record, &mut remarks);
        let (choices, firm) = if quirks.one_signup_a_row {
            (Vec::new(), Vec::new())
        } else {
            self.choices_of(record, of_another)
                .map_err(SetAside::Rejected)?
        };
        answers.extend(firm);
        let language = self.text(record, &Field::Language);
        Ok(SignupRow {
            line: record.line(),
            who,
            phone,
            role: self.text(record, &Field::Role),
            language: language.map(|word| words::language(&word).unwrap_or(word)),
            organisation: self
                .text(record, &Field::Organisation)
                .or_else(|| self.text(record, &Field::AccountOrganisation))
                .filter(|name| !words::is_empty_word(name)),
            country: self.text(record, &Field::Country),
            region: self.text(record, &Field::Region),
            event: self.text(record, &Field::Event),
            session: quirks
                .one_signup_a_row
                .then(|| self.text(record, &Field::Session))
                .flatten(),
            choices,
            status: status.map(|word| match word {
                StatusWord::Waitlisted => RowStatus::Waitlisted,
                StatusWord::Cancelled | StatusWord::Denied => RowStatus::Cancelled,
                // An unpaid order keeps its place.
                StatusWord::Pending if !quirks.sells => RowStatus::Pending,
                _ => RowStatus::Confirmed,
            }),
            requested_at,
            answers,
            consents,
            remarks,
        })
    }

    /// Returns why a row is no submission: nobody sent it, or nobody holds the ticket that was given back.
    fn why_not_sent(&self, record: &Record, status: Option<StatusWord>) -> Option<Wording> {
        let says_unsent = self.text(record, &Field::Unsent);
        let is_unsent = says_unsent.is_some_and(|cell| words::yes_no(&cell) == Some(true))
            || self.layout.quirks.unsent_without_time
                && self.layout.column(&Field::RequestedAt).is_some()
                && self.text(record, &Field::RequestedAt).is_none();
        match status {
            Some(StatusWord::Unfinished) => Some(rows::UNFINISHED),
            Some(StatusWord::Unanswered) => Some(rows::UNANSWERED),
            _ if is_unsent => Some(rows::UNFINISHED),
            Some(StatusWord::Cancelled | StatusWord::Denied) => {
                self.is_spare_ticket(record).then_some(rows::SPARE_TICKET)
            }
            _ => None,
        }
    }

    /// Returns whether a row is a ticket that is not assigned to anybody yet. It counts for its buyer, but says nothing
    /// about what the buyer chose on their own ticket.
    pub fn is_spare_ticket(&self, record: &Record) -> bool {
        self.layout.quirks.tickets
            && [
                Field::Name,
                Field::GivenName,
                Field::FamilyName,
                Field::Email,
            ]
            .iter()
            .all(|field| self.text(record, field).is_none())
    }

    fn heading_of(&self, field: &Field) -> String {
        self.layout
            .column(field)
            .map(|column| self.layout.columns[column].heading.clone())
            .unwrap_or_default()
    }

    /// Returns the chosen sessions, and answers that certainly choose nothing.
    #[expect(
        clippy::type_complexity,
        reason = "two lists that nobody else needs together"
    )]
    fn choices_of(
        &self,
        record: &Record,
        of_another: Option<&Choices>,
    ) -> Result<(Vec<SessionId>, Vec<(String, String)>), Problem> {
        let choices = of_another.unwrap_or(&self.choices);
        let mut chosen: Vec<SessionId> = Vec::new();
        let mut kept = Vec::new();
        for (index, column) in self.layout.columns.iter().enumerate() {
            let found = match &column.field {
                Field::Session => {
                    let cell = self.cell(record, index);
                    if words::is_empty_word(&cell) {
                        continue;
                    }
                    choices
                        .several(&cell)
                        .map_err(|unknown| self.problem(record, index, unknown.reason()))?
                }
                // A ticket that is not for a session only admits its owner, and chooses nothing.
                Field::Product => choices
                    .several(&self.cell(record, index))
                    .unwrap_or_default(),
                Field::SessionOption(slug) => {
                    let cell = self.cell(record, index);
                    let Some(session) = choices.one(slug) else {
                        // Nobody chose sessions of another event.
                        if of_another.is_some()
                            && (cell.is_empty() || words::yes_no(&cell) == Some(false))
                        {
                            continue;
                        }
                        let reason = message!(rows::no_session { session: slug });
                        return Err(self.problem(record, index, reason));
                    };
                    if cell == "(OK)" {
                        // "If need be" is not a sign-up, but must not be lost.
                        kept.push((column.heading.clone(), cell.into_owned()));
                        continue;
                    }
                    let yes = match (words::yes_no(&cell), choices.several(&cell)) {
                        // "x?" and "(x)" say that nobody knows.
                        (Some(answer), _) if !cell.ends_with(['?', ')']) => answer,
                        (None, Ok(ids)) if ids == [session] => true,
                        (None, Ok(ids)) if ids.is_empty() => false,
                        _ if words::is_empty_word(&cell) => false,
                        _ if is_taken_back(&cell) => false,
                        // Treated as neither yes nor no: it may have been meant as either.
                        _ => {
                            let reason = not_a_choice(&cell);
                            return Err(self.problem(record, index, reason));
                        }
                    };
                    if yes { vec![session] } else { Vec::new() }
                }
                _ => continue,
            };
            for id in found {
                if !chosen.contains(&id) {
                    chosen.push(id);
                }
            }
        }
        Ok((chosen, kept))
    }

    /// Returns what a row agrees to, and refuses. An answer that says neither stays an answer, and is named.
    fn consents(&self, record: &Record, remarks: &mut Vec<(String, Message)>) -> Vec<RowConsent> {
        let mut consents: Vec<RowConsent> = Vec::new();
        for (index, column) in self.layout.columns.iter().enumerate() {
            let Field::Consent(purpose) = column.field else {
                continue;
            };
            let answer = self.cell(record, index);
            if answer.trim().is_empty() || LEXICON.is_none_word(&answer) {
                continue;
            }
            let Some(given) = LEXICON.agreement(&answer) else {
                let reason = message!(rows::neither_agrees_nor_refuses {
                    answer: words::quotable(&answer)
                });
                remarks.push((column.heading.clone(), reason));
                continue;
            };
            let consent = RowConsent {
                purpose,
                given,
                question: column.heading.clone(),
                answer: answer.into_owned(),
            };
            match consents.iter_mut().find(|it| it.purpose == purpose) {
                // Of two questions about one purpose, a no decides.
                Some(other) if !given => *other = consent,
                Some(_) => {}
                None => consents.push(consent),
            }
        }
        consents
    }

    fn answers(&self, record: &Record) -> Vec<(String, String)> {
        self.layout
            .columns
            .iter()
            .enumerate()
            .filter(|(index, column)| {
                matches!(column.field, Field::Answer | Field::Consent(_))
                    || self.is_further_state(*index)
            })
            .filter_map(|(index, column)| {
                let cell = self.cell(record, index);
                (!cell.is_empty()).then(|| {
                    (
                        column.heading.clone(),
                        cell.replace("\r\n", "\n").replace('\r', "\n"),
                    )
                })
            })
            .collect()
    }
}

/// Whether a cell below a session says that nobody comes to it any more: `abgesagt`.
fn is_taken_back(cell: &str) -> bool {
    matches!(
        words::signup_status(cell),
        Some(StatusWord::Cancelled | StatusWord::Denied)
    )
}

/// Says why a cell below a session is not a choice.
fn not_a_choice(cell: &str) -> Message {
    let shown = words::quotable(cell);
    if words::signup_status(cell).is_some() {
        return message!(rows::state_of_session { cell: shown });
    }
    message!(rows::not_a_choice { cell: shown })
}
