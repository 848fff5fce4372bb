//! `rollcall report`

use super::dossier;
use super::in_one_step::{FromFiles, with_files};
use super::lists::{self, How, ListArgs};
use super::session::parse_kind;
use crate::catalogue::Message;
use crate::catalogue::messages::{in_one_step, report as words};
use crate::context::{Context, Delivery};
use crate::error::{Error, Exit};
use crate::intake;
use crate::message;
use crate::model::SessionKind;
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
    #[arg(long, value_name = "PERSON", conflicts_with = "all")]
    person: Option<String>,
    #[arg(long)]
    all: bool,
    #[arg(long)]
    public: bool,
    #[arg(long = "kind", value_name = "KIND", value_parser = parse_kind)]
    certified: Vec<SessionKind>,
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
        // A sheet of empty lines is a list for whoever comes.
        let accepts_nobody = args.list.asks_for_lines(args.name);
        return with_files(context, &args.from, accepts_nobody, |context| {
            of_database(context, args)
        });
    }
    args.from.check_without_files()?;
    of_database(context, args)
}

/// Puts the logos of the event into the head of a document; only a page has one.
fn use_logos(context: &mut Context, args: &ReportArgs) -> Result<(), Error> {
    let is_page = args.name == ReportName::Dossier
        || matches!(
            context.format_for(args.delivery.target())?,
            Format::Html | Format::Pdf
        );
    if !is_page {
        return Ok(());
    }
    // A report across several events has none; another one says which event it needs.
    let event = context.read(|reader| Ok(context.find_event(reader).ok()))?;
    match event {
        Some(event) => context.use_logos(&event.facts),
        None => Ok(()),
    }
}

/// Makes the report of the database in use.
fn of_database(context: &mut Context, args: &ReportArgs) -> Result<Exit, Error> {
    if args.public && args.name != ReportName::Event {
        return Err(Error::usage(words::NAMES_PEOPLE).hinted(words::PUBLIC_GOES_WITH_EVENT));
    }
    args.list.check(args.name)?;
    if args.name == ReportName::Certificate {
        use_logos(context, args)?;
        return certificates(context, args);
    }
    if args.name == ReportName::Dossier {
        return dossier_of_event(context, args);
    }
    if args.person.is_some() || args.all || !args.certified.is_empty() {
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
            Ok(report::history(&as_of, language, of)?.into())
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

/// Writes everything at once.
fn dossier_of_event(context: &mut Context, args: &ReportArgs) -> Result<Exit, Error> {
    let narrows = args.session().is_some() || args.by.is_some() || args.public;
    let is_letter = args.person.is_some() || args.all || !args.certified.is_empty();
    let is_other = context.format.is_some_and(|it| it != Format::Pdf);
    if narrows || is_letter || is_other {
        return Err(Error::usage(words::DOSSIER_IS_EVERYTHING).hinted(words::DOSSIER_GOES_WITH));
    }
    args.delivery
        .check_browser(context.format.unwrap_or(Format::Html))?;
    use_logos(context, args)?;
    dossier::dossier(context, &args.delivery, args.list.blank())
}

/// Writes certificates; letters, which are for people alone.
fn certificates(context: &mut Context, args: &ReportArgs) -> Result<Exit, Error> {
    if args.person.is_none() && !args.all {
        return Err(Error::usage(words::WHOSE_CERTIFICATE).hinted(words::NAME_WHOSE));
    }
    if args.session().is_some() || args.by.is_some() {
        return Err(
            Error::usage(words::CERTIFICATE_OF_ALL_SESSIONS).hinted(words::LEAVE_OUT_SESSION)
        );
    }
    let format = context.format_for(args.delivery.output.as_deref())?;
    if !matches!(
        format,
        Format::Html | Format::Pdf | Format::Markdown | Format::Text
    ) {
        return Err(Error::usage(message!(report::certificate_is_a_letter {
            format: format.as_str()
        }))
        .hinted(words::LETTER_FORMATS));
    }
    let kinds = if args.certified.is_empty() {
        report::CERTIFIED_BY_DEFAULT.to_vec()
    } else {
        args.certified.clone()
    };
    let made = context.read(|reader| {
        let event = context.find_event(reader)?;
        let person = args.person.as_deref();
        let person = person.map(|it| intake::find_person(reader, it));
        let person = person.transpose()?.map(|it| it.id);
        Ok(report::certificates(
            &AsOf::new(*reader, context.now),
            &event,
            person,
            &kinds,
            context.language,
        )?)
    })?;
    let sessions = &made.not_over;
    let not_over = (!sessions.is_empty()).then(|| message!(report::not_over { sessions }));
    if made.letters == 0 {
        let error = Error::new(if args.all {
            words::NOTHING_FOR_ANYBODY
        } else {
            words::NOTHING_FOR_THIS_PERSON
        });
        return Err(match not_over {
            Some(not_over) => error.because(not_over).hinted(words::CERTIFY_LATER),
            None => error.hinted(words::LOOK_AT_ATTENDANCE),
        });
    }
    context.deliver(made.document, &args.delivery)?;
    if args.all {
        context.say(message!(report::certificates {
            count: made.letters,
            others: made.left_out
        }))?;
    }
    if let Some(not_over) = not_over {
        context.say(not_over)?;
    }
    for gap in &made.gaps {
        context.say(Message::verbatim(gap.to_string()))?;
    }
    if made.by_hand > 0 {
        context.detail(message!(report::by_hand {
            count: made.by_hand
        }))?;
    }
    Ok(Exit::Done)
}

/// Returns a report of one event, and what to say beside it.
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
        session,
        format: context.format_for(args.delivery.target())?,
        language,
    };
    if let Some(made) = lists::list(&as_of, &event, args.name, &how)? {
        return Ok((made.table.into(), made.said));
    }
    let table = match args.name {
        ReportName::History
        | ReportName::Certificate
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
    Ok((table.into(), Vec::new()))
}
