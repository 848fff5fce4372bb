//! `rollcall report dossier`: all documents of an event, in one folder with an index.
//!
//! Every file is the same as that of its own command. File names are the same in every language, so that scripts find
//! them. The files are moved into place together; other files in the folder are not changed.
//!
//! With `--format pdf` the pages are PDFs, except for the index, which links to them.

use std::path::{Path, PathBuf};

use super::certificates::contested;
use super::lists::{agreed, blank_lines, not_certain};
use super::report::ReportName;
use crate::catalogue::Message;
use crate::catalogue::Wording;
use crate::catalogue::messages::{dossier as words, files, report as report_words};
use crate::context::{Context, Delivery, Talk};
use crate::error::{Error, Exit};
use crate::import::consent::Wanted;
use crate::message;
use crate::model::{Event, Purpose};
use crate::output::{Content, Document, Format, Link, Note, Part, Table};
use crate::report::{
    self, AnswersOf, AsOf, AttendanceOptions, EventReportOptions, Of, ParticipantsOptions,
    SheetFor, exports,
};

/// A file of the dossier.
struct File {
    name: String,
    what: Wording,
    body: Body,
}

/// The content of a file; its extension determines the format.
enum Body {
    Content(Box<Content>),
    /// A workbook with a title, and one sheet per table.
    Tables(String, Vec<Table>),
    Bytes(Vec<u8>),
}

impl File {
    fn new(name: impl Into<String>, what: Wording, content: impl Into<Content>) -> Self {
        let (name, body) = (name.into(), Body::Content(Box::new(content.into())));
        Self { name, what, body }
    }

    /// Turns a page into a PDF.
    fn printed(self) -> Self {
        let name = with_ending(&self.name, ".html", ".pdf").unwrap_or(self.name);
        Self { name, ..self }
    }
}

/// Returns a file name with another extension, if it has the given one.
fn with_ending(name: &str, ending: &str, other: &str) -> Option<String> {
    let stem = name.strip_suffix(ending)?;
    Some(format!("{stem}{other}"))
}

/// Writes the dossier to the folder in the delivery. Every list to write on gets `blank` empty lines, or as many as its
/// own command adds by default.
pub(super) fn dossier(
    context: &mut Context,
    delivery: &Delivery,
    blank: Option<usize>,
) -> Result<Exit, Error> {
    let folder = match delivery.output.as_deref() {
        Some(folder) if folder != Path::new("-") => folder,
        _ => {
            return Err(Error::usage(report_words::DOSSIER_IS_A_FOLDER)
                .hinted(report_words::NAME_THE_FOLDER));
        }
    };
    let is_printed = context.format == Some(Format::Pdf);
    let progress = context.progress(files::FILES);
    let (files, warnings) = context.read(|reader| {
        let event = context.find_event(reader)?;
        let as_of = AsOf::new(*reader, context.now);
        let lists = lists(context, &as_of, &event)?;
        let tables = lists.iter().map(|(_, _, table)| table.clone()).collect();
        let (mut to_read, warnings) = to_read(context, &as_of, &event, lists, blank)?;
        if is_printed {
            to_read = to_read.into_iter().map(File::printed).collect();
        }
        let to_work_with = to_work_with(context, &as_of, &event, tables)?;
        let lines = report::lines(&as_of, &event, context.language)?;
        let index = index(context, &event, (lines, &warnings), &to_read, &to_work_with);
        let files = to_read.into_iter().chain(to_work_with).chain([index]);
        Ok((files.collect::<Vec<File>>(), warnings))
    })?;
    let count = files.len();
    write_all(context, delivery, folder, files)?;
    if let Some(bar) = progress {
        bar.finish_and_clear();
    }
    context.say(message!(report::wrote_dossier {
        count,
        folder,
        index: folder.join(INDEX)
    }))?;
    if let Some(left_out) = context.logos_left_out() {
        context.say(left_out)?;
    }
    for warning in &warnings {
        context.say(Message::verbatim(warning.to_string()))?;
    }
    Ok(Exit::Done)
}

/// Files that not every event has.
const CERTIFICATES: &str = "certificates.html";
const PARTICIPANTS: &str = "participants.html";
const ANSWERS: &str = "answers.html";

/// Returns files that an earlier dossier may have left in the folder and this one does not write: certificates, perhaps
/// of another event, and the same documents as pages or as PDFs.
fn former(files: &[File]) -> Vec<String> {
    let optional = [CERTIFICATES, PARTICIPANTS, ANSWERS];
    let mut former: Vec<String> = optional.map(str::to_owned).to_vec();
    for file in files {
        former.extend(with_ending(&file.name, ".html", ".pdf"));
        former.extend(with_ending(&file.name, ".pdf", ".html"));
    }
    former.extend(
        optional
            .iter()
            .filter_map(|it| with_ending(it, ".html", ".pdf")),
    );
    former.retain(|name| files.iter().all(|file| file.name != *name));
    former.sort();
    former.dedup();
    former
}

/// Writes the files, which are moved into place together, and removes what an earlier dossier left.
fn write_all(
    context: &mut Context,
    delivery: &Delivery,
    folder: &Path,
    files: Vec<File>,
) -> Result<(), Error> {
    context.create_folder(folder)?;
    let mut targets: Vec<PathBuf> = files.iter().map(|file| folder.join(&file.name)).collect();
    let former = former(&files).into_iter().map(|name| folder.join(name));
    let former: Vec<PathBuf> = former.collect();
    targets.extend(former.iter().cloned());
    // A single line for all of them is printed at the end, and every file has the format of its extension.
    let talk = std::mem::replace(&mut context.talk, Talk::Quiet);
    let format = context.format.take();
    let written = context.together(&targets, delivery, |context| {
        let mut files = files.into_iter();
        files.try_for_each(|file| write(context, delivery, folder, file))
    });
    context.talk = talk;
    context.format = format;
    written?;
    former
        .iter()
        .filter(|it| it.exists())
        .try_for_each(|it| context.remove_former(it))
}

/// The file to open first.
const INDEX: &str = "index.html";

/// Returns pages and documents, and what to know about them before they are shared.
fn to_read(
    context: &Context,
    as_of: &AsOf<'_>,
    event: &Event,
    lists: Vec<List>,
    blank: Option<usize>,
) -> Result<(Vec<File>, Vec<Note>), Error> {
    let language = context.language;
    let of_event = |public| report::event(as_of, event, &EventReportOptions { public, language });
    let report = of_event(false)?;
    let mut files = vec![
        File::new("report.html", words::REPORT, report.clone()),
        File::new("report.docx", words::REPORT_WORD, report.clone()),
        File::new("report.md", words::REPORT_MARKDOWN, report),
        File::new("report-public.html", words::REPORT_PUBLIC, of_event(true)?),
    ];
    let lines = |name| blank_lines(blank, name, Format::Html);
    let blank = lines(ReportName::SignIn);
    let sign_in = report::sign_in(as_of, event, SheetFor::EachSession, blank, language)?;
    files.push(File::new("sign-in.html", words::SIGN_IN, sign_in));
    let evidence = report::evidence(as_of, event, lines(ReportName::Evidence), language)?;
    files.push(File::new("evidence.html", words::EVIDENCE, evidence));
    let door = report::door(as_of, event, lines(ReportName::Door), language)?;
    files.push(File::new("door.html", words::DOOR, door));
    let mut warnings = Vec::new();
    let wanted = Wanted {
        purpose: Purpose::Participants,
        question: None,
    };
    match agreed(as_of, event, wanted)? {
        Ok(agreed) => {
            let options = ParticipantsOptions {
                language,
                ..ParticipantsOptions::default()
            };
            let list = report::participants(as_of, event, &agreed, options)?;
            files.push(File::new(PARTICIPANTS, words::PARTICIPANTS, list));
            if !agreed.asked {
                let said = report_words::NOBODY_WAS_ASKED.in_language(language);
                warnings.push(Note::from(said));
            }
        }
        // The others are written as usual; only this list cannot be written.
        Err(why) => warnings.push(Note::new(
            words::WITHOUT_PARTICIPANTS.in_language(language),
            not_certain(why).message.in_language(language),
        )),
    }
    for (name, what, table) in lists {
        files.push(File::new(name, what, table));
    }
    let options = report::CertificateOptions {
        language,
        ..report::CertificateOptions::default()
    };
    let certificates = report::certificates(as_of, event, &options)?;
    // There are none before the first log is imported.
    if certificates.letters > 0 {
        let letters = certificates.document.clone();
        files.push(File::new(CERTIFICATES, words::CERTIFICATES, letters));
    }
    let contested = contested(&certificates).into_iter();
    warnings.extend(contested.map(|it| Note::from(it.in_language(language))));
    if let Some(last) = warnings
        .last_mut()
        .filter(|_| !certificates.contested.is_empty())
    {
        let way_out = report_words::SETTLE_CONTESTED.in_language(language);
        way_out.clone_into(&mut last.way_out);
    }
    warnings.extend(certificates.gaps);
    Ok((files, warnings))
}

/// A table that becomes a page, with the page's name, and a sheet in a workbook.
type List = (&'static str, Wording, Table);

fn lists(context: &Context, as_of: &AsOf<'_>, event: &Event) -> Result<Vec<List>, Error> {
    let language = context.language;
    let attendance = |by_person| {
        let options = AttendanceOptions {
            session: None,
            by_person,
            language,
        };
        report::attendance(as_of, event, &options)
    };
    let answers = report::answers(as_of, event, AnswersOf::Event, language)?;
    let mut lists = vec![
        (
            "attendance-matrix.html",
            words::ATTENDANCE_MATRIX,
            report::matrix(as_of, event, language)?,
        ),
        ("attendance.html", words::ATTENDANCE, attendance(false)?),
        (
            "attendance-by-person.html",
            words::ATTENDANCE_BY_PERSON,
            attendance(true)?,
        ),
        (
            "sessions.html",
            words::SESSIONS,
            report::sessions(as_of, event, language)?,
        ),
        (
            "organisations.html",
            words::ORGANISATIONS,
            report::organisations(as_of, event, language)?,
        ),
        (
            "organisations-absent.html",
            words::ORGANISATIONS_ABSENT,
            report::absent_organisations(as_of, event, language)?,
        ),
        (
            "no-shows.html",
            words::NO_SHOWS,
            report::no_shows(as_of, event, None, language)?,
        ),
        (
            "curve.html",
            words::CURVE,
            report::curve(as_of, event, None, language)?,
        ),
        (
            "history.html",
            words::HISTORY,
            report::history(as_of, language, Of::People)?,
        ),
    ];
    // Not every form asks for more than names and sessions.
    if !answers.is_empty() {
        lists.push((ANSWERS, words::ANSWERS, answers));
    }
    Ok(lists)
}

/// Returns workbooks, tables and calendars.
fn to_work_with(
    context: &Context,
    as_of: &AsOf<'_>,
    event: &Event,
    lists: Vec<Table>,
) -> Result<Vec<File>, Error> {
    let language = context.language;
    // If the file has several events, one is given.
    let named = context.event.is_some().then_some(event);
    let mut everything = vec![
        exports::programme(as_of, named, language)?,
        exports::organisations(as_of, named, language)?,
        exports::people(as_of, named, language)?,
        exports::signups(as_of, named, language)?,
        exports::attendance(as_of, named, language)?,
    ];
    for table in &mut everything {
        exports::add_age(table, as_of)?;
    }
    let calendar = report::calendar(as_of, std::slice::from_ref(event), None, language)?;
    let title = message!(dossier::dossier { event: event.title }).in_language(language);
    Ok(vec![
        File {
            name: "lists.xlsx".to_owned(),
            what: words::WORKBOOK,
            body: Body::Tables(title, lists),
        },
        File::new(
            "mailing.csv",
            words::MAILING,
            report::mailing(as_of, event, None, language)?,
        ),
        File {
            name: "programme.ics".to_owned(),
            what: words::CALENDAR,
            body: Body::Bytes(calendar.to_bytes()),
        },
        File {
            name: "everything.xlsx".to_owned(),
            what: words::EVERYTHING,
            body: Body::Tables(String::new(), everything),
        },
    ])
}

/// Returns the page that links to all others.
///
/// It shows time and place, the moment the data is as of, and what to know before anything is shared.
fn index(
    context: &Context,
    event: &Event,
    (lines, warnings): (Vec<String>, &[Note]),
    to_read: &[File],
    to_work_with: &[File],
) -> File {
    let language = context.language;
    let title = message!(dossier::dossier { event: event.title }).in_language(language);
    let mut document = Document::new("dossier", title);
    document.lines = lines;
    for warning in warnings {
        document.push(Part::Paragraph(warning.said.clone()));
    }
    for (heading, files) in [
        (words::TO_READ, to_read),
        (words::TO_WORK_WITH, to_work_with),
    ] {
        document.push(Part::Heading(heading.in_language(language).to_owned()));
        let links = files.iter().map(|file| Link {
            target: file.name.clone(),
            text: file.what.in_language(language).to_owned(),
        });
        document.push(Part::Links(links.collect()));
    }
    let for_whom = words::FOR_WHOM.in_language(language).to_owned();
    document.push(Part::Paragraph(for_whom));
    File::new(INDEX, words::CONTENTS, document)
}

fn write(
    context: &mut Context,
    delivery: &Delivery,
    folder: &Path,
    file: File,
) -> Result<(), Error> {
    let path = folder.join(file.name);
    let has_ending = |ending: &str| path.extension().is_some_and(|it| it == ending);
    let is_printed = has_ending("pdf");
    let is_page = is_printed || has_ending("html");
    let delivery = Delivery {
        template: delivery.template.clone().filter(|_| is_page),
        browser: delivery.browser.clone().filter(|_| is_printed),
        output: Some(path),
        ..*delivery
    };
    match file.body {
        Body::Content(content) => context.deliver(*content, &delivery),
        Body::Bytes(bytes) => context.deliver_calendar(&bytes, 0, &delivery),
        Body::Tables(title, tables) => context.deliver_tables(&title, &tables, &delivery),
    }
}
