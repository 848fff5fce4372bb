//! `rollcall report`

use super::certificates::{CertificateArgs, certificates};
use super::dossier;
use super::in_one_step::{FromFiles, with_files};
use super::lists::{self, How, ListArgs};
use super::narrowing::Narrowing;
use super::personal_data::personal_data;
use crate::catalogue::Message;
use crate::catalogue::messages::{in_one_step, report as words, selection};
use crate::context::{Context, Delivery};
use crate::error::{Error, Exit};
use crate::intake;
use crate::output::{Content, Format};
use crate::report::{self, AsOf, AttendanceOptions, EventReportOptions, Of};
use crate::store::Reader;

#[derive(Debug, clap::Args)]
pub(super) struct ReportArgs {
    name: ReportName,
    #[command(flatten)]
    from: FromFiles,
    #[arg(long, value_name = "WHAT")]
    by: Option<By>,
    #[command(flatten)]
    list: ListArgs,
    #[arg(long)]
    public: bool,
    #[command(flatten)]
    letters: CertificateArgs,
    #[command(flatten)]
    narrowing: Narrowing,
    #[command(flatten)]
    delivery: Delivery,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum ReportName {
    Attendance,
    SignIn,
    Evidence,
    Door,
    Participants,
    Answers,
    Sessions,
    Organisations,
    NoShows,
    Curve,
    History,
    Certificate,
    Data,
    Event,
    Dossier,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum By {
    Session,
    Person,
    Organisation,
    Event,
    Day,
    Matrix,
}

impl ReportArgs {
    fn session(&self) -> Option<&str> {
        self.from.reading.session.as_deref()
    }
}

pub(super) fn report(context: &mut Context, args: &ReportArgs) -> Result<Exit, Error> {
    if args.from.are_named() {
        // A sheet of empty lines is a list for people who come unexpectedly.
        let accepts_nobody = args.list.asks_for_lines(args.name);
        return with_files(context, &args.from, accepts_nobody, |context| {
            of_database(context, args)
        });
    }
    args.from.check_without_files()?;
    of_database(context, args)
}

/// Puts the logos of the event into the head of a document; only printed documents have one.
fn use_logos(context: &mut Context, args: &ReportArgs) -> Result<(), Error> {
    let is_page = args.name == ReportName::Dossier
        || matches!(
            context.format_for(args.delivery.target())?,
            Format::Html | Format::Pdf | Format::Docx | Format::Xlsx
        );
    if !is_page {
        return Ok(());
    }
    // A report across several events has no logos; any other one reports which event it needs.
    let event = context.read(|reader| Ok(context.find_event(reader).ok()))?;
    match event {
        Some(event) => context.use_logos(&event.facts),
        None => Ok(()),
    }
}

/// Makes the report from the database in use.
fn of_database(context: &mut Context, args: &ReportArgs) -> Result<Exit, Error> {
    if args.public && args.name != ReportName::Event {
        return Err(Error::usage(words::NAMES_PEOPLE).hinted(words::PUBLIC_GOES_WITH_EVENT));
    }
    args.list.check(args.name)?;
    let is_document = matches!(
        args.name,
        ReportName::Certificate | ReportName::Data | ReportName::Dossier | ReportName::Event
    );
    if is_document && args.narrowing.is_asked_for() {
        return Err(Error::usage(selection::NOT_A_LIST).hinted(selection::LISTS_ARE));
    }
    if args.name == ReportName::Certificate {
        use_logos(context, args)?;
        if args.session().is_some() || args.by.is_some() {
            return Err(
                Error::usage(words::CERTIFICATE_OF_ALL_SESSIONS).hinted(words::LEAVE_OUT_SESSION)
            );
        }
        return certificates(context, &args.letters, &args.delivery);
    }
    if args.name == ReportName::Data {
        if args.session().is_some() || args.by.is_some() {
            return Err(Error::usage(words::DATA_OF_ALL_EVENTS).hinted(words::LEAVE_OUT_SESSION));
        }
        return personal_data(context, &args.letters, &args.delivery);
    }
    if args.name == ReportName::Dossier {
        return dossier_of_event(context, args);
    }
    context.is_report = true;
    // The list of participants is asked for everybody who is registered.
    let is_of_all = args.name == ReportName::Participants && args.letters.are_all_alone();
    if args.letters.are_asked_for() && !is_of_all {
        return Err(
            Error::usage(words::ABOUT_EVERYBODY).hinted(words::PERSON_GOES_WITH_CERTIFICATE)
        );
    }
    let language = context.language;
    let fits = match args.by {
        None => true,
        Some(By::Session) => matches!(
            args.name,
            ReportName::Attendance | ReportName::SignIn | ReportName::Answers
        ),
        Some(By::Event | By::Day) => args.name == ReportName::SignIn,
        Some(By::Matrix) => args.name == ReportName::Attendance,
        Some(By::Person) => matches!(args.name, ReportName::Attendance | ReportName::History),
        Some(By::Organisation) => args.name == ReportName::History,
    };
    if !fits {
        return Err(Error::usage(words::NO_SUCH_ROWS).hinted(words::BY_GOES_WITH));
    }
    let mut said = Vec::new();
    let content = if args.name == ReportName::History {
        let of = match args.by {
            Some(By::Organisation) => Of::Organisations,
            _ => Of::People,
        };
        context.read(|reader| {
            let as_of = AsOf::new(*reader, context.now);
            let table = report::history(&as_of, language, of)?;
            Ok(args.narrowing.of(context, reader, None, table)?.into())
        })?
    } else {
        let made = context.read(|reader| of_event(context, reader, args))?;
        said = made.1;
        made.0
    };
    use_logos(context, args)?;
    let is_empty = matches!(&content, Content::Table(table) if table.is_empty());
    context.deliver(content, &args.delivery)?;
    if is_empty && args.delivery.target().is_some() {
        context.say(in_one_step::EMPTY_LIST)?;
    }
    for sentence in said {
        context.say(sentence)?;
    }
    Ok(Exit::Done)
}

/// Writes all documents at once.
fn dossier_of_event(context: &mut Context, args: &ReportArgs) -> Result<Exit, Error> {
    let narrows = args.session().is_some() || args.by.is_some() || args.public;
    let is_letter = args.letters.are_asked_for();
    let is_other = context.format.is_some_and(|it| it != Format::Pdf);
    if narrows || is_letter || is_other {
        return Err(Error::usage(words::DOSSIER_IS_EVERYTHING).hinted(words::DOSSIER_GOES_WITH));
    }
    args.delivery
        .check_browser(context.format.unwrap_or(Format::Html))?;
    use_logos(context, args)?;
    dossier::dossier(context, &args.delivery, args.list.blank())
}

/// Returns a report about one event, and the messages about it.
fn of_event(
    context: &Context,
    reader: &Reader<'_>,
    args: &ReportArgs,
) -> Result<(Content, Vec<Message>), Error> {
    let as_of = AsOf::new(*reader, context.now);
    let language = context.language;
    let event = context.find_event(reader)?;
    let session = args
        .session()
        .map(|reference| intake::find_session(reader, &event, reference))
        .transpose()?
        .map(|session| session.id);
    let is_about_all = matches!(
        args.name,
        ReportName::Sessions
            | ReportName::Organisations
            | ReportName::Event
            | ReportName::Evidence
            | ReportName::Door
            | ReportName::Participants
    ) || matches!(args.by, Some(By::Event | By::Day | By::Matrix));
    if session.is_some() && is_about_all {
        return Err(Error::usage(words::ABOUT_ALL_SESSIONS).hinted(words::SESSION_GOES_WITH));
    }
    let how = How {
        args: &args.list,
        by: args.by,
        all: args.letters.are_all_alone(),
        session,
        format: context.format_for(args.delivery.target())?,
        language,
    };
    if let Some(made) = lists::list(&as_of, &event, args.name, &how)? {
        let table = args
            .narrowing
            .of(context, reader, Some(&event), made.table)?;
        return Ok((table.into(), made.said));
    }
    let table = match args.name {
        ReportName::History
        | ReportName::Certificate
        | ReportName::Data
        | ReportName::Dossier
        | ReportName::SignIn
        | ReportName::Evidence
        | ReportName::Door
        | ReportName::Participants
        | ReportName::Answers => report::history(&as_of, language, Of::People)?,
        ReportName::Attendance => report::attendance(
            &as_of,
            &event,
            &AttendanceOptions {
                session,
                by_person: args.by == Some(By::Person),
                language,
            },
        )?,
        ReportName::Sessions => report::sessions(&as_of, &event, language)?,
        ReportName::Organisations => report::organisations(&as_of, &event, language)?,
        ReportName::NoShows => report::no_shows(&as_of, &event, session, language)?,
        ReportName::Curve => report::curve(&as_of, &event, session, language)?,
        ReportName::Event => {
            let options = EventReportOptions {
                public: args.public,
                language,
            };
            return Ok((report::event(&as_of, &event, &options)?.into(), Vec::new()));
        }
    };
    let table = args.narrowing.of(context, reader, Some(&event), table)?;
    Ok((table.into(), Vec::new()))
}
