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
use super::submission::{Form, RowsOf, Submission, Taken};
use super::{Fate, IntakeError, Request, find_event, find_session};
use crate::catalogue::messages::import;
use crate::catalogue::{Message, Wording};
use crate::import::lines;
use crate::import::values::words::quotable;
use crate::import::{Field, ImportError, Kind, Plan, Problem, Record, SetAside};
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
        return take_log(
            desk,
            plan,
            prepared.ahead,
            request,
            &event,
            outcome,
            progress,
        );
    }
    let mut counts = Counts::default();
    let mut rejects = plan.sheet().raw_writer(Vec::new()).map_err(no_rejects)?;
    if request.keep_rejects {
        write_headings(plan, &mut rejects)?;
    }
    let contradictions = plan.contradictions()?;
    let mut late: Vec<(Record, Submission)> = Vec::new();
    let mut older: Vec<u64> = Vec::new();
    for_each_row(plan, |Row { record, submission }| {
        outcome.rows += 1;
        if outcome.rows.is_multiple_of(1000) {
            progress(outcome.rows as u64);
        }
        let by_age = prepared.ages.and_then(|ages| ages.fate(plan, record));
        older.extend(matches!(by_age, Some(Fate::Unchanged)).then(|| record.line()));
        let contradicted = plan.contradicted(record, &contradictions);
        let fate = match submission.take() {
            _ if contradicted.is_some() => contradicted.map_or(Fate::Unchanged, Fate::Rejected),
            _ if by_age.is_some() => by_age.unwrap_or(Fate::Unchanged),
            Some(Ok(submission)) if desk.is_nobody_yet(&submission) => {
                late.push((record.clone(), submission));
                return Ok(());
            }
            Some(submission) => take_submission(
                desk,
                plan,
                record,
                Some(submission),
                false,
                &mut agendas,
                outcome,
            )?,
            None => take_row(desk, plan, request, record, &mut agendas, outcome)?,
        };
        if request.keep_rejects && matches!(fate, Fate::Rejected(_)) {
            rejects.write(record.cells()).map_err(no_rejects)?;
        }
        counts.count(outcome, fate, record.line());
        Ok(())
    })?;
    for (record, submission) in late {
        let submission = Some(Ok(submission));
        let fate = take_submission(desk, plan, &record, submission, true, &mut agendas, outcome)?;
        if request.keep_rejects && matches!(fate, Fate::Rejected(_)) {
            rejects.write(record.cells()).map_err(no_rejects)?;
        }
        counts.count(outcome, fate, record.line());
    }
    for line in plan.skip_lines() {
        outcome.rows += 1;
        counts.count(outcome, Fate::Skipped(import::AS_ASKED.into()), *line);
    }
    outcome.problems.sort_by_key(|problem| problem.line);
    if plan.lists_signups()
        && let Some(named) = agendas.of(desk, None)?
    {
        let form = form_of(plan, named, true);
        desk.drop_unlisted(&named.agenda, form)?;
    }
    outcome.notes.extend(note_on_older(&older));
    if std::mem::take(&mut desk.goes_by_lines) {
        outcome.notes.extend(plan.newest_first()?);
    }
    counts.tell(outcome);
    outcome
        .notes
        .extend(nobody_ticked(plan, outcome).map(Message::from));
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
    if request.keep_rejects && outcome.rejected > 0 {
        outcome.rejects = rejects.finish().map_err(no_rejects)?;
    }
    Ok(counts.waiting)
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

/// The error of writing into memory, which cannot happen, but is not hidden either.
#[expect(clippy::needless_pass_by_value, reason = "an argument of `map_err`")]
pub(super) fn no_rejects(error: std::io::Error) -> IntakeError {
    IntakeError::Unfit {
        what: message!(import::rejects_not_written {
            reason: error.to_string()
        }),
        hint: None,
    }
}

/// Copies everything before the first row, so that the rejects are a file of the same family.
fn write_headings(
    plan: &Plan,
    rejects: &mut crate::import::RawWriter<Vec<u8>>,
) -> Result<(), IntakeError> {
    let mut records = plan.sheet().records().map_err(ImportError::from)?;
    let mut record = Record::default();
    let mut left = plan.layout.first_row;
    while left > 0 && records.read_into(&mut record).map_err(ImportError::from)? {
        if !record.is_blank() {
            left -= 1;
        }
        rejects.write(record.cells()).map_err(no_rejects)?;
    }
    Ok(())
}

/// Processes one row of any kind.
fn take_row(
    desk: &mut Desk<'_>,
    plan: &Plan,
    request: &Request,
    record: &Record,
    agendas: &mut Agendas,
    outcome: &mut FileOutcome,
) -> Result<Fate, IntakeError> {
    let file = plan.sheet().name();
    let set_aside = |aside: SetAside| match aside {
        SetAside::Rejected(problem) => Fate::Rejected(problem),
        SetAside::Skipped(reason) => Fate::Skipped(reason),
    };
    match plan.layout.kind {
        Kind::Organisations => match plan.organisation(record) {
            Ok(row) => desk.take_organisation(&row, file),
            Err(aside) => Ok(set_aside(aside)),
        },
        Kind::People => match plan.person(record) {
            Ok(row) => desk.take_person(&row, file, plan.layout.why_nobody()),
            Err(aside) => Ok(set_aside(aside)),
        },
        Kind::Programme => match plan.programme(record) {
            Ok(row) => {
                if agendas.event.is_none() && request.event.is_some() {
                    // An earlier row may have added it.
                    agendas.event = event_of(desk.writer, request).ok().flatten();
                }
                let fate =
                    desk.take_programme(&row, agendas.event.as_ref(), request.default_zone)?;
                if matches!(fate, Fate::Created) {
                    outcome
                        .notes
                        .extend(zone_of_this_computer(&row, request.default_zone));
                }
                Ok(fate)
            }
            Err(aside) => Ok(set_aside(aside)),
        },
        Kind::Signups => take_submission(desk, plan, record, None, false, agendas, outcome),
        Kind::Attendance => match plan.attendance(record) {
            Ok(row) => {
                let Some((agenda, on_file, choices)) =
                    agendas.of_attendance(desk, row.event.as_deref())?
                else {
                    return Ok(no_such_event(record, row.event.is_some()));
                };
                let session = match &request.session {
                    Some(reference) if row.session.is_none() || !plan.layout.quirks.own => {
                        match find_session(desk.writer, &agenda.event, reference) {
                            Ok(session) => Some(session.id),
                            Err(IntakeError::Unknown { .. }) => {
                                return Ok(Fate::Rejected(Problem {
                                    line: record.line(),
                                    column: None,
                                    reason: message!(import::unknown_session_of_row {
                                        session: reference
                                    }),
                                }));
                            }
                            Err(error) => return Err(error),
                        }
                    }
                    _ => None,
                };
                let list = List {
                    file,
                    agenda,
                    choices,
                    session,
                    zone: plan.zone(),
                    own: plan.layout.quirks.own,
                    is_about_one: plan.layout.is_about_one,
                };
                desk.take_attendance(&row, &list, on_file)
            }
            Err(aside) => Ok(set_aside(aside)),
        },
    }
}

/// Processes one row of a form; `submission` is its parsed form, if it was read in advance.
fn take_submission(
    desk: &mut Desk<'_>,
    plan: &Plan,
    record: &Record,
    submission: Option<Result<Submission, SetAside>>,
    late: bool,
    agendas: &mut Agendas,
    outcome: &mut FileOutcome,
) -> Result<Fate, IntakeError> {
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
    let submission = match submission {
        Ok(submission) => submission,
        // Without its event, nothing else in a row can be judged.
        Err(SetAside::Rejected(_)) if named.is_none() => {
            return Ok(no_such_event(record, written.is_some()));
        }
        Err(SetAside::Rejected(problem)) => return Ok(Fate::Rejected(problem)),
        Err(SetAside::Skipped(reason)) => return Ok(Fate::Skipped(reason)),
    };
    let Some(named) = named else {
        return Ok(no_such_event(record, written.is_some()));
    };
    if let Some(slug) = &submission.row.session
        && !named
            .agenda
            .sessions
            .iter()
            .any(|session| session.slug == *slug)
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
        outcome.notes.push(note);
    }
    let form = form_of(plan, named, is_of_the_file);
    let form = Form {
        scope: form.scope.filter(|_| !plan.is_spare_ticket(record)),
        late,
        ..form
    };
    desk.take_signup(&submission, &named.agenda, form, Taken::ByTheRules)
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

fn no_such_event(record: &Record, is_named: bool) -> Fate {
    Fate::Rejected(Problem {
        line: record.line(),
        column: Some("event".to_owned()),
        reason: if is_named {
            import::UNKNOWN_EVENT.into()
        } else {
            import::WHICH_EVENT.into()
        },
    })
}
