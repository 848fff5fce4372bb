//! `rollcall report certificate`: letters, which are only for people.

use std::path::{Path, PathBuf};

use super::arguments::parse_rule;
use super::session::parse_kind;
use crate::catalogue::Message;
use crate::catalogue::messages::report as words;
use crate::context::{Context, Delivery, Talk};
use crate::error::{Error, Exit};
use crate::intake;
use crate::message;
use crate::model::{Rule, SessionKind};
use crate::output::{Document, Format};
use crate::report::{self, AsOf, CertificateOptions, Certificates};

/// Which certificates to write, and how.
#[derive(Debug, clap::Args)]
pub(super) struct CertificateArgs {
    #[arg(long, value_name = "PERSON", conflicts_with = "all")]
    person: Option<String>,
    #[arg(long)]
    all: bool,
    #[arg(long = "kind", value_name = "KIND", value_parser = parse_kind)]
    certified: Vec<SessionKind>,
    #[arg(long, value_name = "RULE", value_parser = parse_rule)]
    at_least: Option<Rule>,
    #[arg(long)]
    minutes: bool,
    #[arg(long)]
    each: bool,
}

impl CertificateArgs {
    /// Returns the one person that is named, if nothing else is asked for.
    pub(super) fn person_alone(&self) -> Option<&str> {
        let more = self.all || self.minutes || self.each || !self.certified.is_empty();
        self.person
            .as_deref()
            .filter(|_| !more && self.at_least.is_none())
    }

    /// Returns whether everybody is asked for, and nothing else.
    pub(super) fn are_all_alone(&self) -> bool {
        let more = self.person.is_some() || !self.certified.is_empty() || self.at_least.is_some();
        self.all && !more && !self.minutes && !self.each
    }

    /// Returns whether any option is given that only certificates have.
    pub(super) fn are_asked_for(&self) -> bool {
        let whose = self.person.is_some() || self.all;
        let which = !self.certified.is_empty() || self.at_least.is_some();
        whose || which || self.minutes || self.each
    }
}

/// Writes the certificates.
pub(super) fn certificates(
    context: &mut Context,
    wanted: &CertificateArgs,
    delivery: &Delivery,
) -> Result<Exit, Error> {
    if wanted.person.is_none() && !wanted.all {
        return Err(Error::usage(words::WHOSE_CERTIFICATE).hinted(words::NAME_WHOSE));
    }
    let folder = wanted.each.then(|| folder(delivery)).transpose()?;
    let format = match folder {
        Some(_) => context.format.unwrap_or(Format::Html),
        None => context.format_for(delivery.output.as_deref())?,
    };
    let Some(ending) = ending(format) else {
        let format = format.as_str();
        return Err(
            Error::usage(message!(report::certificate_is_a_letter { format }))
                .hinted(words::LETTER_FORMATS),
        );
    };
    let made = made(context, wanted)?;
    let contested = contested(&made);
    let sessions = &made.not_over;
    let not_over = (!sessions.is_empty()).then(|| message!(report::not_over { sessions }));
    if made.letters == 0 {
        return Err(nothing(&made, wanted, not_over));
    }
    match folder {
        Some(folder) => write_each(context, &made, folder, (format, ending), delivery)?,
        None => context.deliver(made.document, delivery)?,
    }
    if wanted.all {
        context.say(message!(report::certificates {
            count: made.letters,
            others: made.left_out
        }))?;
    }
    if made.below > 0 {
        context.say(message!(report::below_minimum { count: made.below }))?;
    }
    let is_contested = !contested.is_empty();
    for sentence in contested {
        context.say(sentence)?;
    }
    if is_contested {
        context.say(words::SETTLE_CONTESTED)?;
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

fn made(context: &Context, wanted: &CertificateArgs) -> Result<Certificates, Error> {
    context.read(|reader| {
        let event = context.find_event(reader)?;
        let person = wanted
            .person
            .as_deref()
            .map(|it| intake::find_person(reader, it));
        let kinds = match wanted.certified.as_slice() {
            [] => &report::CERTIFIED_BY_DEFAULT,
            kinds => kinds,
        };
        let options = CertificateOptions {
            person: person.transpose()?.map(|it| it.id),
            kinds,
            at_least: wanted.at_least,
            minutes: wanted.minutes,
            language: context.language,
        };
        let as_of = AsOf::new(*reader, context.now);
        Ok(report::certificates(&as_of, &event, &options)?)
    })
}

/// Returns whose records claim sessions that ran at the same time, one sentence each.
pub(super) fn contested(made: &Certificates) -> Vec<Message> {
    let who = made.contested.iter().map(|it| {
        message!(report::contested {
            name: it.name,
            number: it.person.0,
            sessions: it.sessions
        })
    });
    who.collect()
}

/// Returns the error if there is nobody to write a certificate for.
fn nothing(made: &Certificates, wanted: &CertificateArgs, not_over: Option<Message>) -> Error {
    if !made.contested.is_empty() && made.below == 0 {
        let error = Error::new(words::NOTHING_BUT_CONTESTED);
        let error = contested(made).into_iter().fold(error, Error::because);
        return error.hinted(words::SETTLE_CONTESTED);
    }
    let error = Error::new(match (wanted.all, made.below) {
        (true, 0) => words::NOTHING_FOR_ANYBODY,
        (false, 0) => words::NOTHING_FOR_THIS_PERSON,
        (true, _) => words::NOBODY_REACHES_THE_MINIMUM,
        (false, _) => words::PERSON_IS_BELOW_THE_MINIMUM,
    });
    match not_over {
        Some(not_over) => error.because(not_over).hinted(words::CERTIFY_LATER),
        None => error.hinted(words::LOOK_AT_ATTENDANCE),
    }
}

/// Returns the file extension of a format that letters can be written in.
fn ending(format: Format) -> Option<&'static str> {
    match format {
        Format::Html => Some("html"),
        Format::Pdf => Some("pdf"),
        Format::Docx => Some("docx"),
        Format::Markdown => Some("md"),
        Format::Text => Some("txt"),
        _ => None,
    }
}

/// Returns the folder for one file per person.
fn folder(delivery: &Delivery) -> Result<&Path, Error> {
    let Some(folder) = delivery.target() else {
        return Err(Error::usage(words::EACH_IS_SEVERAL_FILES).hinted(words::NAME_THEIR_FOLDER));
    };
    // A folder named `anna.pdf` would be confusing.
    if Format::from_path(folder).is_ok_and(|it| it.is_some()) && !folder.is_dir() {
        let made = Error::usage(message!(report::each_is_not_one_file { file: folder }));
        return Err(made.hinted(words::NAME_THEIR_FOLDER));
    }
    Ok(folder)
}

/// Writes one file per person; they are moved into place together.
fn write_each(
    context: &mut Context,
    made: &Certificates,
    folder: &Path,
    (format, ending): (Format, &str),
    delivery: &Delivery,
) -> Result<(), Error> {
    let names = report::file_names(&made.people).into_iter();
    let targets: Vec<PathBuf> = names
        .map(|name| folder.join(format!("{name}.{ending}")))
        .collect();
    let is_new = !folder.exists();
    context.create_folder(folder)?;
    // A single line for all of them is printed at the end.
    let talk = std::mem::replace(&mut context.talk, Talk::Quiet);
    let former = context.format.replace(format);
    let documents: Vec<Document> = made.apart();
    let written = context.together(&targets, delivery, |context| {
        let mut letters = targets.iter().zip(documents);
        letters.try_for_each(|(path, document)| {
            let delivery = Delivery {
                output: Some(path.clone()),
                ..delivery.clone()
            };
            context.deliver(document, &delivery)
        })
    });
    context.talk = talk;
    context.format = former;
    if written.is_err() && is_new {
        // Only removes an empty folder.
        drop(std::fs::remove_dir(folder));
    }
    written?;
    context.say(message!(report::wrote_certificates {
        count: made.letters,
        folder
    }))
}
