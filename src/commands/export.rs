//! `rollcall export`

use std::path::{Path, PathBuf};

use super::arguments::purpose;
use super::lists::{agreed, not_certain};
use super::narrowing::Narrowing;
use crate::catalogue::Message;
use crate::catalogue::messages::{errors, files, report as words, selection};
use crate::context::{Context, Delivery};
use crate::error::{Error, Exit};
use crate::import::Kind;
use crate::import::consent::Wanted;
use crate::intake::{self, Exported, IntakeError};
use crate::message;
use crate::model::{Agreed, Event, Purpose};
use crate::output::{Format, Heading, Language, Table};
use crate::report::{self, AsOf, exports};
use crate::store::{Reader, StoreError};

#[derive(Debug, clap::Args)]
pub(super) struct ExportArgs {
    what: What,
    #[arg(long, value_name = "PERSON")]
    person: Option<String>,
    #[arg(long, value_name = "PURPOSE", value_parser = purpose)]
    consent: Option<Purpose>,
    #[command(flatten)]
    narrowing: Narrowing,
    #[command(flatten)]
    delivery: Delivery,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum What {
    Organisations,
    People,
    Programme,
    Signups,
    Attendance,
    Mailing,
    All,
}

impl ExportArgs {
    /// Returns whether it is a partial export that would mean something else if imported alone: without some of the
    /// columns, or without the row with a registration's status.
    fn is_part(&self) -> bool {
        let is_joined = matches!(self.what, What::Signups | What::Programme);
        self.narrowing.leaves_columns_out() || is_joined && self.narrowing.leaves_rows_out()
    }
}

impl What {
    fn name(self) -> &'static str {
        match self {
            Self::Organisations => "organisations",
            Self::People => "people",
            Self::Programme => "programme",
            Self::Signups => "signups",
            Self::Attendance => "attendance",
            Self::Mailing => "mailing",
            Self::All => "all",
        }
    }
}

/// The parts of `all`, in the order they are written and imported.
const EVERYTHING: [What; 5] = [
    What::Programme,
    What::Organisations,
    What::People,
    What::Signups,
    What::Attendance,
];

pub(super) fn export(context: &mut Context, args: &ExportArgs) -> Result<Exit, Error> {
    if is_calendar(context, args)? {
        if args.narrowing.is_asked_for() {
            return Err(Error::usage(selection::NOT_FOR_A_CALENDAR));
        }
        return export_calendar(context, args);
    }
    if args.what == What::All {
        if args.narrowing.is_asked_for() {
            return Err(Error::usage(selection::NOT_FOR_ALL).hinted(selection::EXPORT_ONE));
        }
        return export_all(context, args);
    }
    if args.consent.is_some() && args.what != What::Mailing {
        return Err(Error::usage(words::CONSENT_GOES_WITH_MAILING));
    }
    let is_file = is_file(args);
    let table = context.read(|reader| {
        let event = context.event_if_named(reader)?;
        let table = match args.consent {
            Some(purpose) => mailing(context, reader, Some(purpose))?,
            None => table(context, reader, args.what, event.as_ref())?,
        };
        let about = match args.what {
            What::Mailing => Some(context.find_event(reader)?),
            _ => event.or_else(|| context.find_event(reader).ok()),
        };
        let mut table = args.narrowing.of(context, reader, about.as_ref(), table)?;
        if is_file && table.taken_back {
            if args.is_part() {
                exports::mark_part(&mut table);
            } else {
                exports::add_age(&mut table, reader)?;
            }
        }
        Ok(table)
    })?;
    // Data for further processing: CSV, unless another format is given.
    let is_named = context.format.is_some()
        || args
            .delivery
            .output
            .as_deref()
            .is_some_and(|path| path != Path::new("-"));
    if !is_named {
        context.format = Some(Format::Csv);
    }
    let format = context.format_for(args.delivery.output.as_deref())?;
    let is_for_programs = matches!(
        format,
        Format::Csv | Format::Json | Format::Jsonl | Format::Xlsx
    );
    // Letters are sent, so possible errors in them are reported even if only data is written.
    let is_unsaid = args.what == What::Mailing && is_for_programs;
    let notes = if is_unsaid {
        table.notes.clone()
    } else {
        Vec::new()
    };
    let is_taken_back = table.taken_back;
    context.deliver(table, &args.delivery)?;
    if is_taken_back && !is_file && args.is_part() {
        context.say(selection::IS_A_PART)?;
    }
    for note in &notes {
        context.say(Message::verbatim(note.to_string()))?;
    }
    Ok(Exit::Done)
}

/// Returns whether the output is a file, which may be imported when it is older than what is on file then. Printed
/// output is for a pipe, and has only the columns with data.
fn is_file(args: &ExportArgs) -> bool {
    let output = args.delivery.output.as_deref();
    output.is_some_and(|path| path != Path::new("-"))
}

fn table(
    context: &Context,
    reader: &Reader<'_>,
    what: What,
    event: Option<&Event>,
) -> Result<Table, Error> {
    let language = context.language;
    Ok(match what {
        What::Mailing => return mailing(context, reader, None),
        What::Organisations => exports::organisations(reader, event, language)?,
        What::People => exports::people(reader, event, language)?,
        What::Programme => exports::programme(reader, event, language)?,
        What::Signups | What::All => exports::signups(reader, event, language)?,
        What::Attendance => exports::attendance(reader, event, language)?,
    })
}

/// Returns the data of letters to everybody, or to those who agreed to something.
fn mailing(
    context: &Context,
    reader: &Reader<'_>,
    consent: Option<Purpose>,
) -> Result<Table, Error> {
    let event = context.find_event(reader)?;
    let agreed = match consent {
        None => None,
        Some(purpose) => {
            let wanted = Wanted {
                purpose,
                question: None,
            };
            let agreed = agreed(reader, &event, wanted)?.map_err(not_certain)?;
            if !agreed.asked && agreed.yes.is_empty() {
                return Err(Error::new(words::NOBODY_ASKED_FOR_IT).hinted(words::MAP_THE_QUESTION));
            }
            // Whoever was not asked has not agreed.
            Some(Agreed {
                asked: true,
                ..agreed
            })
        }
    };
    let as_of = AsOf::new(*reader, context.now);
    Ok(report::mailing(
        &as_of,
        &event,
        agreed.as_ref(),
        context.language,
    )?)
}

/// Returns an export in its current state, for `import` to compare with a returned file.
pub(super) fn exported(reader: &Reader<'_>, kind: Kind) -> Result<Exported, StoreError> {
    let language = Language::default();
    let table = match kind {
        Kind::Organisations => exports::organisations(reader, None, language),
        Kind::People => exports::people(reader, None, language),
        Kind::Programme => exports::programme(reader, None, language),
        Kind::Signups => exports::signups(reader, None, language),
        Kind::Attendance => exports::attendance(reader, None, language),
    }?;
    let headings = table.columns().iter().map(|it| &it.heading);
    let questions: Vec<String> = headings
        .filter_map(|heading| match heading {
            Heading::Question(question) => Some(question.clone()),
            Heading::Wording(_) => None,
        })
        .collect();
    Ok(Exported {
        fixed: table.columns().len() - questions.len(),
        questions,
        rows: table.texts(language),
    })
}

/// Returns all tables, from one snapshot of the file.
fn everything(context: &Context) -> Result<Vec<(What, Table)>, Error> {
    context.read(|reader| {
        let tables = EVERYTHING.into_iter();
        tables
            .map(|what| {
                let mut table = table(context, reader, what, None)?;
                exports::add_age(&mut table, reader)?;
                Ok((what, table))
            })
            .collect()
    })
}

/// Returns whether a calendar is requested: by format, by extension, or by giving a person.
fn is_calendar(context: &Context, args: &ExportArgs) -> Result<bool, Error> {
    let is_file = |path: &&Path| *path != Path::new("-");
    let file = args.delivery.output.as_deref().filter(is_file);
    let ending = file.and_then(Path::extension);
    let is_asked = match (context.format, ending) {
        (Some(format), _) => format == Format::Ics,
        (None, Some(ending)) => ending.eq_ignore_ascii_case("ics"),
        (None, None) => args.person.is_some() && args.what == What::Programme,
    };
    if is_asked && args.what != What::Programme {
        return Err(
            Error::usage(errors::ONLY_THE_PROGRAMME).hinted(Message::verbatim(
                "rollcall export programme -o programme.ics",
            )),
        );
    }
    if args.person.is_some() && !is_asked {
        return Err(
            Error::usage(words::PERSON_IS_A_CALENDAR).hinted(Message::verbatim(
                "rollcall export programme --person PERSON -o PERSON.ics",
            )),
        );
    }
    Ok(is_asked)
}

fn export_calendar(context: &mut Context, args: &ExportArgs) -> Result<Exit, Error> {
    if args.delivery.template.is_some() {
        return Err(Error::usage(files::NOT_HTML_BUT_CALENDAR));
    }
    let calendar = context.read(|reader| {
        let events = match &context.event {
            Some(_) => vec![context.find_event(reader)?],
            None => reader.events()?,
        };
        if events.is_empty() {
            return Err(IntakeError::NoEvent.into());
        }
        let person = args.person.as_deref();
        let person = person.map(|it| intake::find_person(reader, it));
        let person = person.transpose()?;
        Ok(report::calendar(
            &AsOf::new(*reader, context.now),
            &events,
            person.as_ref(),
            context.language,
        )?)
    })?;
    if calendar.entries.is_empty() {
        // Calendar programs refuse a file without entries.
        return Err(Error::new(words::NOTHING_OF_THIS_PERSON).hinted(words::WHO_IS_SIGNED_UP));
    }
    let entries = calendar.entries.len();
    context.deliver_calendar(&calendar.to_bytes(), entries, &args.delivery)?;
    Ok(Exit::Done)
}

fn export_all(context: &mut Context, args: &ExportArgs) -> Result<Exit, Error> {
    if context.event_is_said {
        return Err(Error::usage(words::ALL_IS_THE_WHOLE_FILE)
            .hinted(words::LEAVE_OUT_EVENT)
            .hinted(words::DOSSIER_OF_ONE_EVENT));
    }
    let target = args.delivery.output.as_deref();
    if is_one_workbook(context, target) {
        let tables: Vec<Table> = everything(context)?.into_iter().map(|it| it.1).collect();
        context.deliver_tables("", &tables, &args.delivery)?;
        return Ok(Exit::Done);
    }
    let Some(folder) = target else {
        return Err(Error::usage(words::ALL_IS_SEVERAL_FILES)
            .hinted(words::NAME_A_FOLDER)
            .hinted(message!(report::or_one_workbook {
                file: "export.xlsx"
            })));
    };
    // A folder named `all.csv` would be confusing.
    let has_ending = folder
        .extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| ending.chars().any(char::is_alphabetic));
    if has_ending && !folder.is_dir() {
        return Err(
            Error::usage(message!(report::all_is_not_one_file { file: folder }))
                .hinted(message!(report::name_this_folder {
                    folder: folder.with_extension("")
                }))
                .hinted(message!(report::or_one_workbook {
                    file: folder.with_extension("xlsx")
                })),
        );
    }
    let tables = everything(context)?;
    let format = *context.format.get_or_insert(Format::Csv);
    let ending = match format {
        Format::Text => "txt",
        Format::Csv => "csv",
        Format::Json => "json",
        Format::Jsonl => "jsonl",
        Format::Markdown => "md",
        Format::Html => "html",
        Format::Ics => "ics",
        Format::Pdf => "pdf",
        Format::Docx => "docx",
        Format::Xlsx => "xlsx",
    };
    let path = |what: What| folder.join(format!("{}.{ending}", what.name()));
    let mut files = Vec::new();
    for (what, table) in tables {
        files.push((path(what), table));
    }
    context.create_folder(folder)?;
    let targets: Vec<PathBuf> = files.iter().map(|(path, _)| path.clone()).collect();
    context.together(&targets, &args.delivery, |context| {
        for (path, table) in files {
            let output = Some(path);
            let delivery = Delivery {
                output,
                ..args.delivery.clone()
            };
            context.deliver(table, &delivery)?;
        }
        Ok(())
    })?;
    Ok(Exit::Done)
}

/// Returns whether everything goes into one workbook: by its extension, or by the format if there is no folder to write
/// to.
fn is_one_workbook(context: &Context, target: Option<&Path>) -> bool {
    let is_asked_for = context.format == Some(Format::Xlsx);
    match target {
        None => is_asked_for,
        Some(path) if path == Path::new("-") => is_asked_for,
        Some(path) => {
            let by_ending = Format::from_path(path) == Ok(Some(Format::Xlsx));
            by_ending && !path.is_dir() && context.format.is_none_or(|it| it == Format::Xlsx)
        }
    }
}
