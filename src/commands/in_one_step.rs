//! Turns files directly into a document: `rollcall report sign-in sign-ups.xlsx -o list.pdf`.
//!
//! This imports into a temporary database, and then makes the report from it; questions, refusals and messages of both
//! are the same as usual. Messages of the import go to standard error, since the result is the report.

use std::path::PathBuf;

use super::import::{About, ReadingArgs, import_into, lines_of, open_all};
use super::meeting::{Kept, MeetingArgs};
use crate::catalogue::Message;
use crate::catalogue::messages::in_one_step as words;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::import::{Kind, Source};
use crate::intake::{FileOutcome, Request, plan_of};
use crate::message;
use crate::store::{Changed, Store};

/// The files of a report, and how they are read.
#[derive(Debug, clap::Args)]
pub(super) struct FromFiles {
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    #[command(flatten)]
    meeting: MeetingArgs,
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
}

impl FromFiles {
    /// Returns whether there are files.
    pub(super) fn are_named(&self) -> bool {
        !self.files.is_empty()
    }

    /// Refuses options for reading files if no files are given.
    ///
    /// # Errors
    /// If an option has no effect.
    pub(super) fn check_without_files(&self) -> Result<(), Error> {
        let reading = &self.reading;
        let said = [
            ("--as", reading.kind.is_some()),
            ("--by-the-clock", reading.by_the_clock),
            ("--map", !reading.map.is_empty()),
            ("--encoding", reading.encoding.is_some()),
            ("--delimiter", reading.delimiter.is_some()),
            ("--sheet", reading.sheet.is_some()),
            ("--date-order", reading.date_order.is_some()),
            ("--timezone", reading.timezone.is_some()),
            ("--title and --date", self.meeting.is_said()),
            ("--save", self.save.is_some()),
        ];
        match said.iter().find(|(_, is_said)| *is_said) {
            None => Ok(()),
            Some((option, _)) => {
                Err(
                    Error::usage(message!(in_one_step::goes_with_files { option: *option }))
                        .hinted(words::NAME_THE_FILES),
                )
            }
        }
    }
}

/// Imports the files and makes the report from them.
///
/// # Errors
/// Those of an import, and those of the report; nothing is kept then.
pub(super) fn with_files(
    context: &mut Context,
    args: &FromFiles,
    accepts_nobody: bool,
    make: impl FnOnce(&mut Context) -> Result<Exit, Error>,
) -> Result<Exit, Error> {
    if context.database_is_said {
        return Err(Error::usage(words::FILES_AND_DATABASE).hinted(words::SAVE_OR_IMPORT));
    }
    if !context.event_is_said {
        // The variable is for the regular database, which is not read.
        context.event = None;
    }
    let sources = open_all(context, &args.files, args.reading.sheet.as_deref())?;
    if context.has_database() {
        context.say(message!(in_one_step::not_read {
            file: context.database
        }))?;
    }
    match &args.save {
        Some(path) => context.use_database(path),
        None => context.use_private_database()?,
    }
    // Errors from here on have changed nothing, so no operation is reported as done.
    let mut store = Store::create(&context.database)?;
    let made = taken(context, &mut store, args, &sources).and_then(|taken| {
        drop(store);
        if taken.is_of_nobody && !accepts_nobody {
            return Err(nobody(&taken));
        }
        let exit = make(context)?;
        tell_what_waits(context, args, &taken)?;
        Ok(match exit {
            Exit::Done if taken.is_set_aside() => Exit::SetAside,
            exit => exit,
        })
    });
    match (&made, &args.save) {
        (Err(_), Some(_)) => context.remove_database(),
        (Ok(_), Some(file)) => context.say(message!(in_one_step::saved { file }))?,
        (_, None) => {}
    }
    made
}

/// The result of the import.
struct Taken {
    outcomes: Vec<FileOutcome>,
    /// Whether nobody is signed up and nobody was there.
    is_of_nobody: bool,
}

impl Taken {
    fn is_set_aside(&self) -> bool {
        self.outcomes.iter().any(FileOutcome::set_aside)
    }
}

fn taken(
    context: &mut Context,
    store: &mut Store,
    args: &FromFiles,
    sources: &[Source],
) -> Result<Taken, Error> {
    let about = About {
        files: &args.files,
        meeting: &args.meeting,
        kept: Kept::Passes,
    };
    let request = Request {
        dry_run: false,
        session: None,
        ..args.reading.request(context)
    };
    let mut outcomes = Vec::new();
    let steps = steps(sources, &request, args.reading.session.as_deref());
    for (sources, session) in steps {
        let request = Request {
            session,
            ..request.clone()
        };
        // The facts about the event are passed with the first step.
        let about = if outcomes.is_empty() {
            about
        } else {
            About {
                meeting: &MeetingArgs::default(),
                ..about
            }
        };
        let Changed { value, .. } = import_into(context, store, &sources, request, &about)?;
        outcomes.extend(value);
    }
    for outcome in &outcomes {
        for line in lines_of(outcome, context.language) {
            context.say(Message::verbatim(line))?;
        }
    }
    let is_of_nobody = store.snapshot(|reader| {
        let mut is_of_nobody = true;
        for event in reader.events()? {
            is_of_nobody &= reader.registrations(event.id)?.is_empty();
            is_of_nobody &= reader.stays(event.id)?.is_empty();
        }
        Ok::<_, Error>(is_of_nobody)
    })?;
    Ok(Taken {
        outcomes,
        is_of_nobody,
    })
}

/// Returns the files in the order in which they are imported. `--session` is the session of the report; a list of
/// attendees, and a log, belong to that session too, and come after the file that contains the session.
fn steps(
    sources: &[Source],
    request: &Request,
    session: Option<&str>,
) -> Vec<(Vec<Source>, Option<String>)> {
    let Some(session) = session else {
        return vec![(sources.to_vec(), None)];
    };
    let is_of_session = |source: &Source| match plan_of(None, source, request) {
        Ok(plan) => plan.layout.kind == Kind::Attendance,
        // With a session its kind may be recognised.
        Err(_) => true,
    };
    let (lists, others): (Vec<Source>, Vec<Source>) =
        sources.iter().cloned().partition(is_of_session);
    let steps = [(others, None), (lists, Some(session.to_owned()))];
    let steps = steps.into_iter().filter(|(sources, _)| !sources.is_empty());
    steps.collect()
}

/// Returns the error for files that name nobody who would be in the report.
fn nobody(taken: &Taken) -> Error {
    let people = taken.outcomes.iter().find(|it| it.kind == Kind::People);
    match people {
        Some(outcome) => Error::new(message!(in_one_step::only_people {
            file: outcome.file,
            count: outcome.rows
        }))
        .hinted(words::TAKE_AS_SIGNUPS),
        None => Error::new(words::NOBODY).hinted(words::NAME_WHO_COMES),
    }
}

/// Reports what is missing in the report, and how to fix it.
fn tell_what_waits(context: &mut Context, args: &FromFiles, taken: &Taken) -> Result<(), Error> {
    let sum = |count: fn(&FileOutcome) -> usize| taken.outcomes.iter().map(count).sum::<usize>();
    let (review, rejected) = (sum(|it| it.review), sum(|it| it.rejected));
    if review > 0 {
        context.say(message!(in_one_step::waiting { count: review }))?;
        context.hint(match &args.save {
            Some(file) => message!(in_one_step::answer { file }),
            None => words::SAVE_TO_ANSWER.into(),
        })?;
    }
    if rejected > 0 {
        context.say(message!(in_one_step::rejected { count: rejected }))?;
        context.hint(words::CORRECT_AND_AGAIN)?;
    }
    Ok(())
}
