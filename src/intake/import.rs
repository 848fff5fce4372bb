//! One call of `import`: files in the order required by their kinds, as one operation.

use chrono_tz::Tz;

use super::age::{Ages, Exports};
use super::desk::{Desk, Mode};
use super::logs::{Ahead, read_beside};
use super::outcome::FileOutcome;
use super::programme::outside_of_event;
use super::rows::{Prepared, take_file};
use super::{IntakeError, find_event, find_session};
use crate::catalogue::Message;
use crate::catalogue::messages::import;
use crate::import::plan::remembered_heading;
use crate::import::{Field, Kind, Options, Plan, Problem, Setting, Source};
use crate::message;
use crate::model::{Event, Instant, Session};
use crate::store::{Changed, NewEvent, Reader, Store, StoreError, Writer};

/// The organiser's request.
#[expect(
    clippy::struct_excessive_bools,
    reason = "switches of one command that have nothing to do with each other"
)]
#[derive(Debug, Clone)]
pub struct Request {
    /// The event, by any reference; not needed while there is only one.
    pub event: Option<String>,
    /// The session of a list of attendees, or of a log.
    pub session: Option<String>,
    /// Whether a log is from a room that served several sessions, one after the other.
    pub by_the_clock: bool,
    /// Whether only verdicts and rounded minutes of a log are kept.
    pub minimal: bool,
    /// How to read the files.
    pub options: Options,
    /// What may happen to people on file.
    pub mode: Mode,
    /// Whether to import all rows or none.
    pub strict: bool,
    /// Whether to report without changing anything.
    pub dry_run: bool,
    /// Whether rows of people who were removed for good are accepted.
    pub allow_again: bool,
    /// Whether to return the rejected rows.
    pub keep_rejects: bool,
    /// The zone of new events.
    pub default_zone: Tz,
    /// The event to create first, if none is on file.
    pub new_event: Option<NewEvent>,
    /// How to generate exports: a re-imported export is compared with its contents at that time. If `None`, nothing is
    /// compared.
    pub exports: Option<Exports>,
}

impl Request {
    /// Makes a request with only the zone of new events.
    pub fn new(default_zone: Tz) -> Self {
        Self {
            event: None,
            session: None,
            by_the_clock: false,
            minimal: false,
            options: Options::default(),
            mode: Mode::Update,
            strict: false,
            dry_run: false,
            allow_again: false,
            keep_rejects: false,
            default_zone,
            new_event: None,
            exports: None,
        }
    }
}

/// Imports files as one operation.
///
/// `progress` is called with the number of processed rows.
///
/// # Errors
/// If a file is refused as a whole, or a row with `--strict`; then nothing was changed.
pub fn import(
    store: &mut Store,
    sources: &[Source],
    request: &Request,
    now: Instant,
    mut progress: impl FnMut(u64),
) -> Result<Changed<Vec<FileOutcome>>, IntakeError> {
    store.change("import", now, request.dry_run, |writer| {
        let mut summary = None;
        if let Some(event) = &request.new_event {
            writer.add_event(event)?;
            summary = Some(message!(import::event_added { title: event.title }));
        }
        let outcomes = import_all(writer, now, sources, request, &mut progress)?;
        if request.new_event.is_some() && writer.events()?.len() > 1 {
            return Err(IntakeError::unfit(
                import::TWO_EVENTS,
                import::LEAVE_OUT_TITLE_AND_DATE,
            ));
        }
        let files = summary_of(&outcomes);
        let summary = match summary {
            Some(event) => message!(import::summaries {
                file: event,
                others: files
            }),
            None => files,
        };
        Ok((outcomes, summary))
    })
}

/// Returns the results of all files in one phrase.
fn summary_of(outcomes: &[FileOutcome]) -> Message {
    let summaries = outcomes.iter().rev().map(FileOutcome::summary);
    let all = summaries.reduce(|others, file| message!(import::summaries { file, others }));
    all.unwrap_or_else(|| Message::verbatim(""))
}

/// Examines a file as `import` would, for the event of the request if there is one.
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
        // If rows name their events, use the zone that all events share.
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
    // A name that is unknown is refused where the rows are taken.
    let asked = match (reader, &event, &request.session) {
        (Some(reader), Some(event), Some(asked)) => find_session(reader, event, asked).ok(),
        _ => None,
    };
    let plan_with = |sessions: &[Session]| {
        Plan::new(
            source,
            &options,
            Setting {
                event: event.as_ref(),
                sessions,
                session: asked.as_ref(),
            },
            |key| {
                reader
                    .map(|reader| remembered_map(reader, key))
                    .unwrap_or_default()
            },
        )
    };
    let plan = plan_with(&sessions)?;
    if is_form_for_a_session(&plan, request) {
        return Err(IntakeError::unfit(
            message!(import::form_for_a_session {
                file: source.name()
            }),
            import::LEAVE_OUT_THE_SESSION,
        ));
    }
    // Rows that name their events choose among the sessions of all of them. The meaning of a cell is determined row by
    // row, but the columns about sessions can only be recognised with all sessions at hand.
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

/// Returns the options; a session to put people into means that the file is a list of attendees.
fn options_for(request: &Request) -> Options {
    let mut options = request.options.clone();
    if request.session.is_some() && options.kind.is_none() {
        options.kind = Some(Kind::Attendance);
    }
    options
}

/// Whether a file contains sign-up times but no attendance, and only the session of the call makes it a list of
/// attendees.
fn is_form_for_a_session(plan: &Plan, request: &Request) -> bool {
    let has = |field: &Field| plan.layout.column(field).is_some();
    let says_who_came = [
        Field::JoinedAt,
        Field::LeftAt,
        Field::Duration,
        Field::Present,
        Field::Absent,
    ];
    request.session.is_some()
        && request.options.kind.is_none()
        && has(&Field::RequestedAt)
        && !says_who_came.iter().any(has)
}

fn remembered_map(reader: &Reader<'_>, key: i64) -> Vec<(String, Field)> {
    reader
        .mappings(key)
        .unwrap_or_default()
        .into_iter()
        .filter_map(|(heading, field)| Some((heading, Field::parse(&field)?)))
        .collect()
}

/// Returns the event of the request; `None` while there is none at all, or there are several and none is named.
pub(super) fn event_of(
    reader: &Reader<'_>,
    request: &Request,
) -> Result<Option<Event>, IntakeError> {
    match find_event(reader, request.event.as_deref()) {
        Ok(event) => Ok(Some(event)),
        Err(IntakeError::NoEvent | IntakeError::WhichEvent(_)) if request.event.is_none() => {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Examines every file, so that a wrong one stops the call before anything is imported, and returns them in the order
/// of their kinds; each is examined again with the results of the ones before it.
fn in_order(
    writer: &Writer<'_>,
    sources: &[Source],
    request: &Request,
) -> Result<Vec<(Kind, usize, Option<Ages>)>, IntakeError> {
    let mut order: Vec<(Kind, usize, Option<Ages>)> = Vec::new();
    // An event named by --event may come with a programme in this very call.
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
        let ages = match request.exports {
            Some(exports) => Ages::of(writer, &plan, exports)?,
            None => None,
        };
        order.push((plan.layout.kind, index, ages));
    }
    order.sort_by_key(|(kind, index, _)| (*kind, *index));
    let has_programme = order
        .first()
        .is_some_and(|(kind, ..)| *kind == Kind::Programme);
    if let Some(error) = unknown_event
        && !has_programme
    {
        return Err(error);
    }
    Ok(order)
}

fn import_all(
    writer: &Writer<'_>,
    now: Instant,
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
    for (position, &(kind, index, ref ages)) in order.iter().enumerate() {
        let plan = plan_in_turn(writer, kind, &sources[index], request)?;
        for (used, is_used) in used_map.iter_mut().zip(plan.used_map()) {
            *used |= is_used;
        }
        remember_map(writer, &plan, request)?;
        let event = match event_of(writer, request) {
            Err(IntakeError::Unknown { what: "event", .. }) if kind == Kind::Programme => None,
            found => found?,
        };
        let event = event.as_ref();
        let (desk, ahead) = desk_for(&mut desk, writer, now, &plan, event, request)?;
        let mut outcome = FileOutcome::of(&plan);
        desk.file = outcomes.len();
        let ages = ages.as_ref();
        let prepared = Prepared { ahead, ages };
        let mut so_far = |rows| progress(done + rows);
        let waiting = take_file(
            desk,
            &plan,
            prepared,
            request,
            event,
            &mut outcome,
            &mut so_far,
        )?;
        done += outcome.rows as u64;
        if kind == Kind::Programme {
            let event = event_of(writer, request).ok().flatten();
            let outside = outside_of_event(writer, &plan, event.as_ref())?;
            outcome.notes.extend(outside);
        }
        // Whoever asked first comes first, in any file; verdicts depend on who has a place.
        let next = order.get(position + 1);
        if next.is_none_or(|(next, ..)| *next == Kind::Attendance) {
            outcome.notes.extend(desk.judge_again()?.of_import());
            for (file, note) in desk.settle()? {
                match file.and_then(|file| outcomes.get_mut(file)) {
                    Some((_, before)) => before.notes.push(note),
                    None => outcome.notes.push(note),
                }
            }
        }
        outcome.notes.extend(desk.close_file(Some(&outcome.file))?);
        // Only a call for all rows or none is affected by rows that are waiting.
        let waiting = if request.strict { waiting } else { Vec::new() };
        let not_taken = not_taken(&outcome, waiting).into_iter();
        failures.extend(not_taken.map(|problem| (outcome.file.clone(), problem)));
        outcomes.push((index, outcome));
    }
    if failures.is_empty() {
        // A programme was imported, but did not contain the event that --event names.
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

/// Returns how to import a file once those before it are imported: a programme may bring its event along.
fn plan_in_turn(
    writer: &Writer<'_>,
    kind: Kind,
    source: &Source,
    request: &Request,
) -> Result<Plan, IntakeError> {
    if kind != Kind::Programme {
        return plan_of(Some(writer), source, request);
    }
    let event = event_of(writer, request).ok().flatten();
    let setting = Setting {
        event: event.as_ref(),
        sessions: &[],
        session: None,
    };
    let options = options_for(request);
    Ok(Plan::new(source, &options, setting, |key| {
        remembered_map(writer, key)
    })?)
}

/// Returns the desk of the call, opened for the first file, with the log read meanwhile, if it is one.
fn desk_for<'desk, 'db>(
    desk: &'desk mut Option<Desk<'db>>,
    writer: &'db Writer<'db>,
    now: Instant,
    plan: &Plan,
    event: Option<&Event>,
    request: &Request,
) -> Result<(&'desk mut Desk<'db>, Option<Ahead>), IntakeError> {
    let in_view = match plan.layout.kind {
        Kind::Signups | Kind::Attendance => event.map(|event| event.id),
        _ => None,
    };
    match desk {
        Some(desk) => {
            if in_view.is_some() {
                desk.view(in_view)?;
            }
            Ok((desk, None))
        }
        empty => {
            let open = || {
                let desk = Desk::new(writer, now, request.mode, in_view)?;
                Ok::<_, StoreError>(desk.allowing(request.allow_again))
            };
            let (ahead, desk) = read_beside(plan, event, request, writer, open);
            Ok((empty.insert(desk?), ahead))
        }
    }
}

/// Returns why rows were not imported; `waiting` contains the lines of those that are waiting for an answer.
fn not_taken(outcome: &FileOutcome, waiting: Vec<u64>) -> Vec<Problem> {
    let mut problems = outcome.problems.clone();
    problems.extend(waiting.into_iter().map(|line| Problem {
        line,
        column: None,
        reason: import::NEEDS_AN_ANSWER.into(),
    }));
    problems.sort_by_key(|problem| problem.line);
    problems
}

/// Stores the `--map` answers that this file used, for the next one with the same headings.
fn remember_map(writer: &Writer<'_>, plan: &Plan, request: &Request) -> Result<(), StoreError> {
    for ((left, field), used) in request.options.map.iter().zip(plan.used_map()) {
        if *used {
            // In normalised form: the newest answer about a heading replaces the previous one.
            let heading = remembered_heading(left);
            writer.remember_mapping(plan.layout.headings_key, &heading, &field.to_string())?;
        }
    }
    Ok(())
}
