//! One call of `import`: files in the order their kinds need, as one operation.

use chrono_tz::Tz;

use super::agendas::Agendas;
use super::ahead::{Row, for_each_row};
use super::attendance::List;
use super::desk::{Desk, Mode};
use super::logs::{Ahead, read_beside, take_log};
use super::outcome::{Counts, FileOutcome};
use super::programme::zone_of_this_computer;
use super::signups::{Form, Submission, Taken};
use super::{Fate, IntakeError, find_event, find_session};
use crate::import::plan::remembered_heading;
use crate::import::values::words::quotable;
use crate::import::{
    Field, ImportError, Kind, Options, Plan, Problem, Record, SetAside, Setting, Source,
};
use crate::model::{Event, Instant, Session};
use crate::store::{Changed, Reader, Store, StoreError, Writer};

/// What the organiser asked for.
#[expect(
    clippy::struct_excessive_bools,
    reason = "switches of one command that have nothing to do with each other"
)]
#[derive(Debug, Clone)]
pub struct Request {
    /// The event, by any reference; not needed while there is only one.
    pub event: Option<String>,
    /// The session of a list of those present, or of a log.
    pub session: Option<String>,
    /// Whether a log is of a room that served several sessions, one after the other.
    pub by_the_clock: bool,
    /// Whether only verdicts and rounded minutes of a log are kept.
    pub minimal: bool,
    /// How the files are to be read.
    pub options: Options,
    /// What may happen to people on file.
    pub mode: Mode,
    /// All rows or none.
    pub strict: bool,
    /// Look, but change nothing.
    pub dry_run: bool,
    /// Whether the rejected rows are wanted back.
    pub keep_rejects: bool,
    /// The zone of new events.
    pub default_zone: Tz,
}

/// Takes files in, as one operation.
///
/// `progress` is told how many rows are done.
///
/// # Errors
/// When a file cannot be taken at all, or a row cannot with `--strict`; then nothing was changed.
pub fn import(
    store: &mut Store,
    sources: &[Source],
    request: &Request,
    now: Instant,
    mut progress: impl FnMut(u64),
) -> Result<Changed<Vec<FileOutcome>>, IntakeError> {
    store.change("import", now, request.dry_run, |writer| {
        let outcomes = import_all(writer, sources, request, &mut progress)?;
        let summary = outcomes
            .iter()
            .map(FileOutcome::summary)
            .collect::<Vec<_>>()
            .join("; ");
        Ok((outcomes, summary))
    })
}

/// Looks at a file as `import` would, for the event of the request where there is one.
pub fn plan_of(
    reader: Option<&Reader<'_>>,
    source: &Source,
    request: &Request,
) -> Result<Plan, IntakeError> {
    let event = match reader {
        Some(reader) => event_of(reader, request)?,
        None => None,
    };
    let mut options = options_for(request);
    if event.is_none()
        && options.zone.is_none()
        && let Some(reader) = reader
    {
        // Rows that name their events one by one: the zone those have in common.
        let mut zones = reader.events()?.into_iter().map(|event| event.zone);
        let first = zones.next().unwrap_or(request.default_zone);
        options.zone = Some(if zones.all(|zone| zone == first) {
            first
        } else {
            request.default_zone
        });
    }
    let sessions = match (reader, &event) {
        (Some(reader), Some(event)) => reader.sessions(event.id)?,
        _ => Vec::new(),
    };
    let plan_with = |sessions: &[Session]| {
        Plan::new(
            source,
            &options,
            Setting {
                event: event.as_ref(),
                sessions,
            },
            |key| {
                reader
                    .map(|reader| remembered_map(reader, key))
                    .unwrap_or_default()
            },
        )
    };
    let plan = plan_with(&sessions)?;
    // Rows that name their events choose among the sessions of all of them; what a cell means is
    // found out row by row, but which columns are about sessions can be told only with them at hand.
    if event.is_none()
        && plan.layout.column(&Field::Event).is_some()
        && matches!(plan.layout.kind, Kind::Signups | Kind::Attendance)
        && let Some(reader) = reader
    {
        let mut everywhere = Vec::new();
        for event in reader.events()? {
            everywhere.extend(reader.sessions(event.id)?);
        }
        return Ok(plan_with(&everywhere)?);
    }
    Ok(plan)
}

/// A session to put people into says that the file is a list of those present.
fn options_for(request: &Request) -> Options {
    let mut options = request.options.clone();
    if request.session.is_some() && options.kind.is_none() {
        options.kind = Some(Kind::Attendance);
    }
    options
}

fn remembered_map(reader: &Reader<'_>, key: i64) -> Vec<(String, Field)> {
    reader
        .mappings(key)
        .unwrap_or_default()
        .into_iter()
        .filter_map(|(heading, field)| Some((heading, Field::parse(&field)?)))
        .collect()
}

/// Returns the event of the request; `None` while there is none at all, or several and none is named.
fn event_of(reader: &Reader<'_>, request: &Request) -> Result<Option<Event>, IntakeError> {
    match find_event(reader, request.event.as_deref()) {
        Ok(event) => Ok(Some(event)),
        Err(IntakeError::NoEvent | IntakeError::WhichEvent(_)) if request.event.is_none() => {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Looks at every file, so that a wrong one stops the call before anything is taken, and returns them
/// in the order of their kinds; each is looked at again with what the ones before it brought.
fn in_order(
    writer: &Writer<'_>,
    sources: &[Source],
    request: &Request,
) -> Result<Vec<(Kind, usize)>, IntakeError> {
    let mut order: Vec<(Kind, usize)> = Vec::new();
    // An event named by --event may come with a programme of this very call.
    let unknown_event = match event_of(writer, request) {
        Err(error @ IntakeError::Unknown { what: "event", .. }) => Some(error),
        found => found.map(|_| None)?,
    };
    let without = Request {
        event: None,
        ..request.clone()
    };
    let at_first = if unknown_event.is_some() {
        &without
    } else {
        request
    };
    for (index, source) in sources.iter().enumerate() {
        let plan = plan_of(Some(writer), source, at_first)?;
        order.push((plan.layout.kind, index));
    }
    order.sort_unstable();
    let has_programme = order
        .first()
        .is_some_and(|(kind, _)| *kind == Kind::Programme);
    if let Some(error) = unknown_event
        && !has_programme
    {
        return Err(error);
    }
    Ok(order)
}

fn import_all(
    writer: &Writer<'_>,
    sources: &[Source],
    request: &Request,
    progress: &mut impl FnMut(u64),
) -> Result<Vec<FileOutcome>, IntakeError> {
    let order = in_order(writer, sources, request)?;
    let mut used_map = vec![false; request.options.map.len()];
    let mut outcomes: Vec<(usize, FileOutcome)> = Vec::new();
    let mut desk: Option<Desk<'_>> = None;
    let mut failures: Vec<(String, Problem)> = Vec::new();
    let mut done = 0;
    for (kind, index) in order {
        let source = &sources[index];
        let plan = if kind == Kind::Programme {
            // A programme may bring its event along.
            let event = event_of(writer, request).ok().flatten();
            Plan::new(
                source,
                &options_for(request),
                Setting {
                    event: event.as_ref(),
                    sessions: &[],
                },
                |key| remembered_map(writer, key),
            )?
        } else {
            plan_of(Some(writer), source, request)?
        };
        for (used, now) in used_map.iter_mut().zip(plan.used_map()) {
            *used |= now;
        }
        remember_map(writer, &plan, request)?;
        let current = match event_of(writer, request) {
            Err(IntakeError::Unknown { what: "event", .. }) if kind == Kind::Programme => None,
            found => found?,
        };
        let in_view = match kind {
            Kind::Signups | Kind::Attendance => current.as_ref().map(|event| event.id),
            _ => None,
        };
        let (desk, ahead) = match (&mut desk, in_view) {
            (Some(desk), Some(event)) => {
                desk.view_event(event)?;
                (desk, None)
            }
            (Some(desk), None) => (desk, None),
            (empty, in_view) => {
                let open = || Desk::new(writer, request.mode, in_view);
                let (ahead, desk) = read_beside(&plan, current.as_ref(), request, writer, open);
                (empty.insert(desk?), ahead)
            }
        };
        let mut outcome = FileOutcome::of(&plan);
        let waiting = take_file(
            desk,
            &plan,
            ahead,
            request,
            current.as_ref(),
            &mut outcome,
            &mut |rows| {
                progress(done + rows);
            },
        )?;
        done += outcome.rows as u64;
        outcome.notes.extend(desk.finish(Some(&outcome.file))?);
        let mut wrong = outcome.problems.clone();
        if request.strict {
            // All rows or none: a row that waits for an answer was not taken either.
            wrong.extend(waiting.into_iter().map(|line| Problem {
                line,
                column: None,
                reason: "it needs an answer".to_owned(),
            }));
            wrong.sort_by_key(|problem| problem.line);
        }
        failures.extend(
            wrong
                .into_iter()
                .map(|problem| (outcome.file.clone(), problem)),
        );
        outcomes.push((index, outcome));
    }
    if failures.is_empty() {
        // A programme was taken, and did not bring the event that --event names.
        event_of(writer, request)?;
    }
    if let Some(position) = used_map.iter().position(|used| !used) {
        return Err(IntakeError::UnusedMap(
            request.options.map[position].0.clone(),
        ));
    }
    if request.strict && !failures.is_empty() {
        return Err(IntakeError::Strict {
            count: failures.len(),
            problems: failures,
        });
    }
    if let Some(desk) = &desk {
        desk.link_session_people()?;
    }
    outcomes.sort_by_key(|(index, _)| *index);
    Ok(outcomes.into_iter().map(|(_, outcome)| outcome).collect())
}

/// Keeps the `--map` answers that this file used, for the next one with the same headings.
fn remember_map(writer: &Writer<'_>, plan: &Plan, request: &Request) -> Result<(), StoreError> {
    for ((left, field), used) in request.options.map.iter().zip(plan.used_map()) {
        if *used {
            // However it was typed: the newest answer about a heading replaces the one before.
            let heading = remembered_heading(left);
            writer.remember_mapping(plan.layout.headings_key, &heading, &field.to_string())?;
        }
    }
    Ok(())
}

/// Takes every row of one file, or the log read ahead of it; returns the lines that wait for an answer.
fn take_file(
    desk: &mut Desk<'_>,
    plan: &Plan,
    ahead: Option<Ahead>,
    request: &Request,
    event: Option<&Event>,
    outcome: &mut FileOutcome,
    progress: &mut dyn FnMut(u64),
) -> Result<Vec<u64>, IntakeError> {
    let mut agendas = Agendas::new(event);
    let needs_event = matches!(plan.layout.kind, Kind::Signups | Kind::Attendance);
    let names_event = plan.layout.column(&Field::Event).is_some();
    if needs_event && event.is_none() && !names_event {
        // Says "no event" or "which event".
        find_event(desk.writer, request.event.as_deref())?;
    }
    if let (Some(reference), Some(event)) = (&request.session, event) {
        // Wrong once is wrong for every row that names no other event.
        find_session(desk.writer, event, reference)?;
    }
    if names_event {
        agendas.survey(desk, plan)?;
    }
    if request.minimal && plan.layout.kind == Kind::Attendance && !plan.is_log() {
        return Err(IntakeError::unfit(
            format!(
                "{} is a list of those present and no log: it has nothing that --minimal could leave out",
                outcome.file
            ),
            "import it without --minimal, or keep its names out of the file",
        ));
    }
    if plan.is_log() {
        let event = find_event(desk.writer, request.event.as_deref())?;
        return take_log(desk, plan, ahead, request, &event, outcome, progress);
    }
    let mut counts = Counts::default();
    let mut rejects = plan.sheet().raw_writer(Vec::new()).map_err(no_rejects)?;
    if request.keep_rejects {
        write_headings(plan, &mut rejects)?;
    }
    for_each_row(plan, |Row { record, submission }| {
        outcome.rows += 1;
        if outcome.rows.is_multiple_of(1000) {
            progress(outcome.rows as u64);
        }
        let fate = match submission.take() {
            Some(submission) => {
                take_submission(desk, plan, record, Some(submission), &mut agendas, outcome)?
            }
            None => take_row(desk, plan, request, record, &mut agendas, outcome)?,
        };
        if request.keep_rejects && matches!(fate, Fate::Rejected(_)) {
            rejects.write(record.cells()).map_err(no_rejects)?;
        }
        counts.count(outcome, fate, record.line());
        Ok(())
    })?;
    counts.tell(outcome);
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

/// Whether a hand-made table is about something else after all: all of its many rows fail in one and
/// the same column. One or two wrong rows may well be all of a file that was corrected in part.
fn is_something_else(plan: &Plan, outcome: &FileOutcome) -> bool {
    const MANY: usize = 5;
    let guessed = plan.layout.family == "table" && !plan.layout.kind_is_certain;
    let one_column = outcome
        .problems
        .windows(2)
        .all(|pair| pair[0].column == pair[1].column);
    guessed && outcome.rows >= MANY && outcome.rejected == outcome.rows && one_column
}

/// Writing into memory; the error cannot happen, and is not hidden either.
#[expect(clippy::needless_pass_by_value, reason = "an argument of `map_err`")]
pub(super) fn no_rejects(error: std::io::Error) -> IntakeError {
    IntakeError::Unfit {
        what: format!("the rejected rows cannot be written: {error}"),
        hint: None,
    }
}

/// Repeats everything before the first row, so that the rejects are a file of the same family.
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

/// Takes one row, whatever its kind.
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
            Ok(row) => desk.take_person(&row, file),
            Err(aside) => Ok(set_aside(aside)),
        },
        Kind::Programme => match plan.programme(record) {
            Ok(row) => {
                if agendas.event.is_none() && request.event.is_some() {
                    // A row before this one may have brought it.
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
        Kind::Signups => take_submission(desk, plan, record, None, agendas, outcome),
        Kind::Attendance => match plan.attendance(record) {
            Ok(row) => {
                let Some((agenda, on_file, choices)) =
                    agendas.of_attendance(desk, row.event.as_deref())?
                else {
                    return Ok(no_such_event(record, row.event.is_some()));
                };
                let session = match &request.session {
                    Some(reference) if row.session.is_none() => {
                        match find_session(desk.writer, &agenda.event, reference) {
                            Ok(session) => Some(session.id),
                            Err(IntakeError::Unknown { .. }) => {
                                return Ok(Fate::Rejected(Problem {
                                    line: record.line(),
                                    column: None,
                                    reason: format!(
                                        "the event of this row has no session `{reference}`"
                                    ),
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
                };
                desk.take_attendance(&row, &list, on_file)
            }
            Err(aside) => Ok(set_aside(aside)),
        },
    }
}

/// Takes one row of a form; `submission` is what it says, where that was read before.
fn take_submission(
    desk: &mut Desk<'_>,
    plan: &Plan,
    record: &Record,
    submission: Option<Result<Submission, SetAside>>,
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
        // Without its event, nothing else of a row can be judged.
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
            reason: format!("`{}` is no session of the event", quotable(slug)),
        }));
    }
    for (heading, reason) in &submission.row.remarks {
        outcome
            .notes
            .push(format!("line {}, `{heading}`: {reason}", record.line()));
    }
    let form = Form {
        file: plan.sheet().name(),
        scope: (!plan.is_spare_ticket(record)).then_some(if is_of_the_file {
            plan.scope()
        } else {
            &named.scope
        }),
        one_signup_a_row: plan.layout.quirks.one_signup_a_row,
        tickets: plan.layout.quirks.tickets,
    };
    desk.take_signup(&submission, &named.agenda, form, Taken::ByTheRules)
}

fn no_such_event(record: &Record, is_named: bool) -> Fate {
    Fate::Rejected(Problem {
        line: record.line(),
        column: Some("event".to_owned()),
        reason: if is_named {
            "there is no such event"
        } else {
            "it is not said which event this is about"
        }
        .to_owned(),
    })
}
