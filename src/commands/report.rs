//! `rollcall report`

use crate::context::{Context, Delivery};
use crate::error::{Error, Exit};
use crate::intake;
use crate::output::Table;
use crate::report::{self, AttendanceOptions, Of};
use crate::store::Store;

/// Print lists and reports
///
/// attendance: who was there, by session or by person. sign-in: the list to print beforehand.
/// sessions: the figures of every session. organisations: who was represented. no-shows: whom to write
/// to. curve: how many were there, minute by minute; in a terminal a picture. history: people or
/// organisations across events.
#[derive(Debug, clap::Args)]
#[command(before_help = "Examples:
  rollcall report sign-in --session breakout-a --blank 5
  rollcall report attendance -o attendance.csv
  rollcall report attendance --by person
  rollcall report sessions --format markdown
  rollcall report curve --session breakout-a
  rollcall report curve -o curve.csv
  rollcall report history --by organisation")]
pub(super) struct ReportArgs {
    /// Which one
    name: ReportName,
    /// One session alone
    #[arg(long, value_name = "SESSION")]
    session: Option<String>,
    /// What a row is: session or person (attendance), person or organisation (history)
    #[arg(long, value_name = "WHAT")]
    by: Option<By>,
    /// Empty lines under every sheet of the sign-in list
    #[arg(long, value_name = "N", default_value_t = 0)]
    blank: usize,
    #[command(flatten)]
    delivery: Delivery,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum ReportName {
    Attendance,
    SignIn,
    Sessions,
    Organisations,
    NoShows,
    Curve,
    History,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum By {
    Session,
    Person,
    Organisation,
}

pub(super) fn report(context: &mut Context, args: &ReportArgs) -> Result<Exit, Error> {
    let store = context.store()?;
    let language = context.language;
    let fits = match args.by {
        None => true,
        Some(By::Session) => args.name == ReportName::Attendance,
        Some(By::Person) => matches!(args.name, ReportName::Attendance | ReportName::History),
        Some(By::Organisation) => args.name == ReportName::History,
    };
    if !fits {
        return Err(Error::usage("this report has no such rows")
            .hinted("--by session or --by person goes with attendance, --by person or --by organisation with history"));
    }
    let table = if args.name == ReportName::History {
        let of = match args.by {
            Some(By::Organisation) => Of::Organisations,
            _ => Of::People,
        };
        report::history(&store.read(), language, of)?
    } else {
        of_event(context, args, &store)?
    };
    context.deliver(table, &args.delivery)?;
    Ok(Exit::Done)
}

/// Returns a report of one event.
fn of_event(context: &Context, args: &ReportArgs, store: &Store) -> Result<Table, Error> {
    let reader = store.read();
    let language = context.language;
    let event = context.find_event(store)?;
    let session = args
        .session
        .as_deref()
        .map(|reference| intake::find_session(&reader, &event, reference))
        .transpose()?
        .map(|session| session.id);
    if session.is_some() && matches!(args.name, ReportName::Sessions | ReportName::Organisations) {
        return Err(Error::usage("this report is about all sessions")
            .hinted("--session goes with attendance, sign-in, no-shows and curve"));
    }
    let table = match args.name {
        ReportName::History => report::history(&reader, language, Of::People)?,
        ReportName::Attendance => report::attendance(
            &reader,
            &event,
            &AttendanceOptions {
                session,
                by_person: args.by == Some(By::Person),
                language,
            },
        )?,
        ReportName::SignIn => report::sign_in(&reader, &event, session, args.blank, language)?,
        ReportName::Sessions => report::sessions(&reader, &event, language)?,
        ReportName::Organisations => report::organisations(&reader, &event, language)?,
        ReportName::NoShows => report::no_shows(&reader, &event, session, language)?,
        ReportName::Curve => report::curve(&reader, &event, session, language)?,
    };
    Ok(table)
}
