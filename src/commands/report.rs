//! `rollcall report`

use super::dossier;
use super::telling::count;
use crate::context::{Context, Delivery};
use crate::error::{Error, Exit};
use crate::intake;
use crate::output::{Content, Format};
use crate::report::{self, AsOf, AttendanceOptions, EventReportOptions, Of};
use crate::store::Reader;

/// Print lists and reports
///
/// attendance: who was there, by session or by person. sign-in: the list to print beforehand.
/// sessions: the figures of every session. organisations: who was represented. no-shows: whom to write
/// to. curve: how many were there, minute by minute; in a terminal a picture. history: people or
/// organisations across events. certificate: certificates of attendance, a page each, for whoever was in
/// a session for as long as its rule asks. event: the follow-up report as one document, with figures,
/// programme, organisations, new and returning, no-shows, and how all that was counted. dossier: all of
/// them in one folder, with workbooks, certificates, calendar, data and an index page.
#[derive(Debug, clap::Args)]
#[command(before_help = "Examples:
  rollcall report sign-in --session breakout-a --blank 5
  rollcall report attendance -o attendance.csv
  rollcall report sign-in -o sign-in.xlsx                 ready to be printed
  rollcall report attendance --by person
  rollcall report sessions --format markdown
  rollcall report curve --session breakout-a
  rollcall report curve -o curve.csv
  rollcall report history --by organisation
  rollcall report certificate --all -o certificates.html
  rollcall report certificate --person 'Anna Müller' -o anna.md
  rollcall report event -o report.html
  rollcall report event --public --lang de -o report.md
  rollcall report dossier -o dossier")]
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
    /// Whose certificate
    #[arg(long, value_name = "PERSON", conflicts_with = "all")]
    person: Option<String>,
    /// The certificates of everybody who has earned one
    #[arg(long)]
    all: bool,
    /// Name nobody but those the programme names (event)
    #[arg(long)]
    public: bool,
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
    Certificate,
    Event,
    Dossier,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum By {
    Session,
    Person,
    Organisation,
}

pub(super) fn report(context: &mut Context, args: &ReportArgs) -> Result<Exit, Error> {
    if args.public && args.name != ReportName::Event {
        return Err(Error::usage("this report names people").hinted("--public goes with event"));
    }
    if args.name == ReportName::Certificate {
        return certificates(context, args);
    }
    if args.name == ReportName::Dossier {
        return dossier_of_event(context, args);
    }
    if args.person.is_some() || args.all {
        return Err(Error::usage("this report is about everybody")
            .hinted("--person and --all go with certificate"));
    }
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
    let content = if args.name == ReportName::History {
        let of = match args.by {
            Some(By::Organisation) => Of::Organisations,
            _ => Of::People,
        };
        context.read(|reader| {
            let as_of = AsOf::new(*reader, context.now);
            Ok(report::history(&as_of, language, of)?.into())
        })?
    } else {
        context.read(|reader| of_event(context, reader, args))?
    };
    context.deliver(content, &args.delivery)?;
    Ok(Exit::Done)
}

/// Writes everything at once.
fn dossier_of_event(context: &mut Context, args: &ReportArgs) -> Result<Exit, Error> {
    let narrows = args.session.is_some() || args.by.is_some() || args.public;
    if narrows || args.person.is_some() || args.all || context.format.is_some() {
        return Err(
            Error::usage("a dossier is everything an event leaves behind")
                .hinted("rollcall report dossier -o dossier; --blank and --template go with it"),
        );
    }
    dossier::dossier(context, &args.delivery, args.blank)
}

/// Writes certificates; letters, which are for people alone.
fn certificates(context: &mut Context, args: &ReportArgs) -> Result<Exit, Error> {
    if args.person.is_none() && !args.all {
        return Err(Error::usage("whose certificate?")
            .hinted("--person PERSON names somebody, --all takes everybody who has earned one"));
    }
    if args.session.is_some() || args.by.is_some() {
        return Err(
            Error::usage("a certificate is about all sessions that somebody attended")
                .hinted("leave out --session and --by"),
        );
    }
    let format = context.format_for(args.delivery.output.as_deref())?;
    if !matches!(format, Format::Html | Format::Markdown | Format::Text) {
        return Err(Error::usage(format!(
            "a certificate is a letter, and {} is for tables",
            format.as_str()
        ))
        .hinted("write html, markdown or text: rollcall report certificate --all -o certificates.html; as a table: rollcall report attendance"));
    }
    let made = context.read(|reader| {
        let event = context.find_event(reader)?;
        let person = args.person.as_deref();
        let person = person.map(|it| intake::find_person(reader, it));
        let person = person.transpose()?.map(|it| it.id);
        Ok(report::certificates(
            &AsOf::new(*reader, context.now),
            &event,
            person,
            context.language,
        )?)
    })?;
    let not_over = match made.not_over.as_slice() {
        [] => None,
        slugs => Some(format!(
            "not over yet, and so not certified: {}",
            slugs.join(", ")
        )),
    };
    if made.letters == 0 {
        let who = if args.all { "nobody" } else { "this person" };
        let was = if args.all { "was" } else { "was not" };
        let error = Error::new(format!(
            "there is nothing to certify: {who} {was} in a session for as long as its rule asks"
        ));
        if let Some(not_over) = not_over {
            return Err(error
                .caused_by(not_over)
                .hinted("write certificates when the sessions have ended; `rollcall session list` says when"));
        }
        return Err(error
        .hinted("`rollcall report attendance` shows what is recorded; where the log is wrong, `rollcall attendance set` says so"));
    }
    context.deliver(made.document, &args.delivery)?;
    if args.all {
        let letters = count(made.letters, "certificate", "certificates");
        let others = count(made.left_out, "person", "people");
        context.say(&format!(
            "{letters}; {others} without a session attended for long enough left out"
        ))?;
    }
    if let Some(not_over) = not_over {
        context.say(&not_over)?;
    }
    for gap in &made.gaps {
        context.say(&gap.to_string())?;
    }
    if made.by_hand > 0 {
        let sessions = count(made.by_hand, "session", "sessions");
        context.detail(&format!("{sessions} certified by a verdict set by hand"))?;
    }
    Ok(Exit::Done)
}

/// Returns a report of one event.
fn of_event(context: &Context, reader: &Reader<'_>, args: &ReportArgs) -> Result<Content, Error> {
    let as_of = AsOf::new(*reader, context.now);
    let language = context.language;
    let event = context.find_event(reader)?;
    let session = args
        .session
        .as_deref()
        .map(|reference| intake::find_session(reader, &event, reference))
        .transpose()?
        .map(|session| session.id);
    let is_about_all = matches!(
        args.name,
        ReportName::Sessions | ReportName::Organisations | ReportName::Event
    );
    if session.is_some() && is_about_all {
        return Err(Error::usage("this report is about all sessions")
            .hinted("--session goes with attendance, sign-in, no-shows and curve"));
    }
    let table = match args.name {
        ReportName::History | ReportName::Certificate | ReportName::Dossier => {
            report::history(&as_of, language, Of::People)?
        }
        ReportName::Attendance => report::attendance(
            &as_of,
            &event,
            &AttendanceOptions {
                session,
                by_person: args.by == Some(By::Person),
                language,
            },
        )?,
        ReportName::SignIn => report::sign_in(&as_of, &event, session, args.blank, language)?,
        ReportName::Sessions => report::sessions(&as_of, &event, language)?,
        ReportName::Organisations => report::organisations(&as_of, &event, language)?,
        ReportName::NoShows => report::no_shows(&as_of, &event, session, language)?,
        ReportName::Curve => report::curve(&as_of, &event, session, language)?,
        ReportName::Event => {
            let options = EventReportOptions {
                public: args.public,
                language,
            };
            return Ok(report::event(&as_of, &event, &options)?.into());
        }
    };
    Ok(table.into())
}
