//! Processes the rows of one file, each by its kind.

use super::age::{Ages, note_on_older};
use super::agendas::{Agendas, Named};
use super::ahead::{Row, for_each_row};
use super::attendance_list::List;
use super::desk::Desk;
use super::import::event_of;
use super::logs::{Ahead, take_log};
use super::outcome::{Counts, FileOutcome};
use super::programme::zone_of_this_computer;
use super::rejects::Rejects;
use super::submission::{Form, RowsOf, Submission, Taken};
use super::{Fate, IntakeError, Request, find_event, find_session};
use crate::catalogue::messages::import;
use crate::catalogue::{Message, Wording};
use crate::import::lines;
use crate::import::rows::{AttendanceRow, ProgrammeRow};
use crate::import::values::words::quotable;
use crate::import::{Field, Kind, Plan, Problem, Record, SetAside};
use crate::message;
use crate::model::Event;

/// What was prepared for a file before its rows are processed.
#[derive(Debug)]
pub(super) struct Prepared<'a> {
    /// The log that was read in advance.
    pub(super) ahead: Option<Ahead>,
    /// The data that rows of an older export are compared with.
    pub(super) ages: Option<&'a Ages>,
}

/// Processes every row of one file, or the log read in advance; returns the lines that are waiting for an answer.
pub(super) fn take_file(
    desk: &mut Desk<'_>,
    plan: &Plan,
    prepared: Prepared<'_>,
    request: &Request,
    event: Option<&Event>,
    outcome: &mut FileOutcome,
    progress: &mut dyn FnMut(u64),
) -> Result<Vec<u64>, IntakeError> {
    let mut agendas = Agendas::new(event);
    demand_event_and_session(desk, plan, request, event)?;
    if plan.layout.column(&Field::Event).is_some() {
        agendas.survey(desk, plan)?;
    }
    hold_minimal(plan, request, &outcome.file)?;
    if plan.is_log() {
        let event = find_event(desk.writer, request.event.as_deref())?;
        let ahead = prepared.ahead;
        return take_log(desk, plan, ahead, request, &event, outcome, progress);
    }
    let mut rejects = Rejects::new(plan, request.keep_rejects)?;
    rejects.copy_headings(plan)?;
    let mut rows = Rows {
        desk,
        plan,
        request,
        ages: prepared.ages,
        agendas,
        outcome,
        counts: Counts::default(),
        rejects,
        older: Vec::new(),
    };
    rows.take_all(progress)?;
    rows.finish()
}

/// The rows of one file, and what became of them so far.
struct Rows<'a, 'db> {
    desk: &'a mut Desk<'db>,
    plan: &'a Plan,
    request: &'a Request,
    ages: Option<&'a Ages>,
    agendas: Agendas,
    outcome: &'a mut FileOutcome,
    counts: Counts,
    rejects: Rejects,
    /// The lines of an older export that newer changes overrule.
    older: Vec<u64>,
}

impl Rows<'_, '_> {
    fn take_all(&mut self, progress: &mut dyn FnMut(u64)) -> Result<(), IntakeError> {
        let contradictions = self.plan.contradictions()?;
        let mut late: Vec<(Record, Submission)> = Vec::new();
        for_each_row(self.plan, |Row { record, submission }| {
            self.outcome.rows += 1;
            if self.outcome.rows.is_multiple_of(1000) {
                progress(self.outcome.rows as u64);
            }
            let by_age = self.ages.and_then(|ages| ages.fate(self.plan, record));
            if by_age == Some(Fate::Unchanged) {
                self.older.push(record.line());
            }
            let contradicted = self.plan.contradicted(record, &contradictions);
            let fate = match (
                contradicted.map(Fate::Rejected).or(by_age),
                submission.take(),
            ) {
                (Some(fate), _) => fate,
                (None, Some(Ok(submission))) if self.desk.is_nobody_yet(&submission) => {
                    late.push((record.clone(), submission));
                    return Ok(());
                }
                (None, Some(submission)) => {
                    self.take_submission(record, Some(submission), false)?
                }
                (None, None) => self.take_row(record)?,
            };
            self.count(record, fate)
        })?;
        for (record, submission) in late {
            let fate = self.take_submission(&record, Some(Ok(submission)), true)?;
            self.count(&record, fate)?;
        }
        for line in self.plan.skip_lines() {
            self.outcome.rows += 1;
            let fate = Fate::Skipped(import::AS_ASKED.into());
            self.counts.count(self.outcome, fate, *line);
        }
        Ok(())
    }

    fn count(&mut self, record: &Record, fate: Fate) -> Result<(), IntakeError> {
        self.rejects.add_if_rejected(record, &fate)?;
        self.counts.count(self.outcome, fate, record.line());
        Ok(())
    }

    /// Draws the conclusions from all rows; returns the lines that are waiting for an answer.
    fn finish(mut self) -> Result<Vec<u64>, IntakeError> {
        let Self { plan, outcome, .. } = self;
        outcome.problems.sort_by_key(|problem| problem.line);
        if plan.lists_signups()
            && let Some(named) = self.agendas.of(self.desk, None)?
        {
            let form = form_of(plan, named, true);
            self.desk.drop_unlisted(&named.agenda, form)?;
        }
        outcome.notes.extend(note_on_older(&self.older));
        if std::mem::take(&mut self.desk.goes_by_lines) {
            outcome.notes.extend(plan.newest_first()?);
        }
        self.counts.tell(outcome);
        let unticked = nobody_ticked(plan, outcome).map(Message::from);
        outcome.notes.extend(unticked);
        if outcome.rejected > 0 && plan.layout.kind == Kind::Signups {
            outcome.notes.extend(plan.hints_on_unknown_choices()?);
        }
        if is_something_else(plan, outcome) {
            return Err(IntakeError::NothingFits {
                file: outcome.file.clone(),
                kind: outcome.kind,
                problems: std::mem::take(&mut outcome.problems),
            });
        }
        if outcome.rejected > 0 {
            outcome.rejects = self.rejects.finish()?;
        }
        Ok(self.counts.waiting)
    }

    /// Processes one row of any kind.
    fn take_row(&mut self, record: &Record) -> Result<Fate, IntakeError> {
        let (desk, plan) = (&mut *self.desk, self.plan);
        let file = plan.sheet().name();
        match plan.layout.kind {
            Kind::Organisations => match plan.organisation(record) {
                Ok(row) => desk.take_organisation(&row, file),
                Err(aside) => Ok(aside.into()),
            },
            Kind::People => match plan.person(record) {
                Ok(row) => desk.take_person(&row, file, plan.layout.why_nobody()),
                Err(aside) => Ok(aside.into()),
            },
            Kind::Programme => match plan.programme(record) {
                Ok(row) => self.take_programme(&row),
                Err(aside) => Ok(aside.into()),
            },
            Kind::Signups => self.take_submission(record, None, false),
            Kind::Attendance => match plan.attendance(record) {
                Ok(row) => self.take_attendance(&row),
                Err(aside) => Ok(aside.into()),
            },
        }
    }

    fn take_programme(&mut self, row: &ProgrammeRow) -> Result<Fate, IntakeError> {
        let Self {
            desk,
            request,
            agendas,
            ..
        } = self;
        if agendas.event.is_none() && request.event.is_some() {
            // An earlier row may have added it.
            agendas.event = event_of(desk.writer, request).ok().flatten();
        }
        let fate = desk.take_programme(row, agendas.event.as_ref(), request.default_zone)?;
        if matches!(fate, Fate::Created) {
            let zone = zone_of_this_computer(row, request.default_zone);
            self.outcome.notes.extend(zone);
        }
        Ok(fate)
    }

    fn take_attendance(&mut self, row: &AttendanceRow) -> Result<Fate, IntakeError> {
        let (desk, plan) = (&mut *self.desk, self.plan);
        let named = self.agendas.of_attendance(desk, row.event.as_deref())?;
        let Some((agenda, on_file, choices)) = named else {
            return Ok(no_such_event(row.line, row.event.is_some()));
        };
        let is_asked = row.session.is_none() || !plan.layout.quirks.own;
        let session = match self.request.session.as_ref().filter(|_| is_asked) {
            None => None,
            Some(reference) => match find_session(desk.writer, &agenda.event, reference) {
                Ok(session) => Some(session.id),
                Err(IntakeError::Unknown { .. }) => {
                    return Ok(Fate::Rejected(Problem {
                        line: row.line,
                        column: None,
                        reason: message!(import::unknown_session_of_row { session: reference }),
                    }));
                }
                Err(error) => return Err(error),
            },
        };
        let list = List {
            file: plan.sheet().name(),
            agenda,
            choices,
            session,
            zone: plan.zone(),
            own: plan.layout.quirks.own,
            is_about_one: plan.layout.is_about_one,
        };
        desk.take_attendance(row, &list, on_file)
    }

    /// Processes one row of a form; `submission` is its parsed form, if it was read in advance.
    fn take_submission(
        &mut self,
        record: &Record,
        submission: Option<Result<Submission, SetAside>>,
        late: bool,
    ) -> Result<Fate, IntakeError> {
        let (desk, plan, agendas) = (&mut *self.desk, self.plan, &mut self.agendas);
        let written = plan.event_named(record);
        let named = agendas
            .of(desk, written.as_deref())?
            .map(|named| named.agenda.event.id);
        let is_of_the_file = named.is_none_or(|id| agendas.is_of_the_file(id));
        let named = agendas.of(desk, written.as_deref())?;
        let of_another = named.filter(|_| !is_of_the_file);
        let submission = match submission {
            Some(submission) => submission,
            None => plan
                .signup(record, of_another.map(|named| &named.choices))
                .map(Submission::from),
        };
        let (named, submission) = match (named, submission) {
            // Without its event, nothing else in a row can be judged.
            (None, Ok(_) | Err(SetAside::Rejected(_))) => {
                return Ok(no_such_event(record.line(), written.is_some()));
            }
            (_, Err(aside)) => return Ok(aside.into()),
            (Some(named), Ok(submission)) => (named, submission),
        };
        let sessions = &named.agenda.sessions;
        if let Some(slug) = &submission.row.session
            && !sessions.iter().any(|session| session.slug == *slug)
        {
            return Ok(Fate::Rejected(Problem {
                line: record.line(),
                column: Some("session".to_owned()),
                reason: message!(import::unknown_session {
                    session: quotable(slug)
                }),
            }));
        }
        for (column, reason) in &submission.row.remarks {
            let lines = lines(&[record.line()]);
            let note = message!(import::remark {
                lines,
                column,
                reason
            });
            self.outcome.notes.push(note);
        }
        let form = form_of(plan, named, is_of_the_file);
        let form = Form {
            scope: form.scope.filter(|_| !plan.is_spare_ticket(record)),
            late,
            ..form
        };
        desk.take_signup(&submission, &named.agenda, form, Taken::ByTheRules)
    }
}

/// Refuses a file whose rows need an event or a session that does not exist.
fn demand_event_and_session(
    desk: &Desk<'_>,
    plan: &Plan,
    request: &Request,
    event: Option<&Event>,
) -> Result<(), IntakeError> {
    let needs_event = matches!(plan.layout.kind, Kind::Signups | Kind::Attendance);
    if needs_event && event.is_none() && plan.layout.column(&Field::Event).is_none() {
        // Reports "no event" or "which event".
        find_event(desk.writer, request.event.as_deref())?;
    }
    if let (Some(reference), Some(event)) = (&request.session, event) {
        // A wrong session is wrong for every row that does not name another event.
        find_session(desk.writer, event, reference)?;
    }
    Ok(())
}

/// Makes sure that `--minimal` is only used for a log.
fn hold_minimal(plan: &Plan, request: &Request, file: &str) -> Result<(), IntakeError> {
    if request.minimal && plan.layout.kind == Kind::Attendance && !plan.is_log() {
        return Err(IntakeError::unfit(
            message!(import::list_and_minimal { file }),
            import::LIST_AND_MINIMAL_HINT,
        ));
    }
    Ok(())
}

/// Returns a warning for a sign-in list that came back unchanged: it changes nothing.
fn nobody_ticked(plan: &Plan, outcome: &FileOutcome) -> Option<Wording> {
    let is_empty = plan.layout.quirks.sign_in && outcome.skipped == outcome.rows;
    is_empty.then_some(import::NOBODY_TICKED)
}

/// Whether a hand-made table is about something else after all: all of its many rows fail in the same column. One or
/// two wrong rows may well be all of a file that was partly corrected.
fn is_something_else(plan: &Plan, outcome: &FileOutcome) -> bool {
    const MANY: usize = 5;
    let guessed = plan.layout.is_hand_made() && !plan.layout.kind_is_certain;
    let one_column = outcome
        .problems
        .windows(2)
        .all(|pair| pair[0].column == pair[1].column);
    // Unknown choices are words to be explained, in the right column.
    let of_choices = plan.layout.columns.iter().any(|column| {
        let is_it = |problem: &Problem| problem.column.as_ref() == Some(&column.heading);
        column.field == Field::Session && outcome.problems.first().is_some_and(is_it)
    });
    guessed && !of_choices && outcome.rows >= MANY && outcome.rejected == outcome.rows && one_column
}

/// Returns how to process the rows of a file that are about an event.
fn form_of<'file>(plan: &'file Plan, named: &'file Named, is_of_the_file: bool) -> Form<'file> {
    Form {
        file: plan.sheet().name(),
        scope: Some(if is_of_the_file {
            plan.scope()
        } else {
            &named.scope
        }),
        rows: if plan.layout.quirks.one_signup_a_row {
            RowsOf::OwnSignups
        } else if plan.layout.quirks.tickets {
            RowsOf::Tickets
        } else if plan.lists_signups() {
            RowsOf::List
        } else {
            RowsOf::Submissions
        },
        late: false,
        why_nobody: plan.layout.why_nobody(),
    }
}

fn no_such_event(line: u64, is_named: bool) -> Fate {
    Fate::Rejected(Problem {
        line,
        column: Some("event".to_owned()),
        reason: if is_named {
            import::UNKNOWN_EVENT.into()
        } else {
            import::WHICH_EVENT.into()
        },
    })
}
