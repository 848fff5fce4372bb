//! Delivers results: to standard output, to a file, as a workbook, through a custom template.

use std::collections::BTreeSet;
use std::io::{Seek as _, Write as _};
use std::path::{Path, PathBuf};

use super::Context;
use super::browser::{Browser, Desk};
use super::files::Writing;
use super::new_file::cannot_write;
use super::protected::{Protects, folder_of};
use crate::catalogue::Message;
use crate::catalogue::messages::{files as words, pdf};
use crate::error::Error;
use crate::message;
use crate::output::{
    self, Content, Format, Options, OutputError, ShownLines, Table, Template, Workbook,
    WorkbookError, Written,
};

/// The size in bytes up to which a workbook for standard output is kept in memory; a larger one goes to the temporary
/// folder.
const IN_MEMORY: usize = 16 << 20;

/// Where a result goes, and how: the options of commands that write files.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Delivery {
    /// `--output`.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// `--force`.
    #[arg(long)]
    pub force: bool,
    /// `--raw`.
    #[arg(long)]
    pub raw: bool,
    /// `--template`.
    #[arg(long, value_name = "FILE")]
    pub template: Option<PathBuf>,
    /// `--browser`.
    #[arg(long, value_name = "PROGRAM")]
    pub browser: Option<PathBuf>,
}

impl Delivery {
    /// Returns the file to write; `None` for standard output.
    pub fn target(&self) -> Option<&Path> {
        let target = self.output.as_deref();
        target.filter(|path| *path != Path::new("-"))
    }

    /// Returns how the file is written: recorded, like everything that comes from the database.
    pub fn writing(&self) -> Writing {
        Writing {
            force: self.force,
            recorded: true,
        }
    }

    /// Refuses a browser if nothing is printed.
    ///
    /// # Errors
    /// If one is given, and the format is not PDF.
    pub fn check_browser(&self, format: Format) -> Result<(), Error> {
        if format == Format::Pdf || self.browser.is_none() {
            return Ok(());
        }
        let format = format.as_str();
        Err(Error::usage(message!(pdf::browser_is_for_pdf { format })).hinted(pdf::ASK_FOR_PDF))
    }

    /// Reads the custom template, which is only valid for pages.
    fn read_template(&self, format: Format) -> Result<Option<Template>, Error> {
        let Some(path) = &self.template else {
            return Ok(None);
        };
        if !matches!(format, Format::Html | Format::Pdf) {
            return Err(Error::usage(message!(files::not_html {
                format: format.as_str()
            }))
            .hinted(words::ASK_FOR_HTML));
        }
        let text = std::fs::read_to_string(path).map_err(|error| {
            Error::new(message!(files::template_not_read { file: path })).caused_by(error)
        })?;
        let name = path.display().to_string();
        Ok(Some(Template { name, text }))
    }
}

impl Context {
    /// Writes a table or a document to standard output.
    pub fn show(&mut self, content: impl Into<Content>) -> Result<(), Error> {
        self.deliver(content, &Delivery::default())
    }

    /// Writes a table or a document to a file, or to standard output.
    pub fn deliver(
        &mut self,
        content: impl Into<Content>,
        delivery: &Delivery,
    ) -> Result<(), Error> {
        let content = content.into();
        let format = self.format_for(delivery.target())?;
        let template = delivery.read_template(format)?;
        self.reads_template(delivery);
        delivery.check_browser(format)?;
        if format == Format::Xlsx {
            let title = content.title().to_owned();
            return self.deliver_tables(&title, &content.tables(self.language), delivery);
        }
        let to_file = delivery.target();
        let options = Options {
            language: self.language,
            width: self.width.filter(|_| to_file.is_none()),
            color: self.color && to_file.is_none(),
            raw: delivery.raw,
            is_report: self.is_report,
        };
        let left_out = match &content {
            Content::Table(table) if table.is_empty() => table.left_out,
            _ => 0,
        };
        if left_out > 0 {
            self.say(message!(selection::no_row_passes { count: left_out }))?;
        }
        let rows = match &content {
            Content::Table(table) => Some(table.rows().len()),
            Content::Document(_) => None,
        };
        let content = match format {
            Format::Html | Format::Pdf | Format::Docx if !self.logos.is_empty() => {
                let mut document = content.into_document();
                document.logos.clone_from(&self.logos);
                Content::Document(document)
            }
            _ => content,
        };
        let browser = match format {
            Format::Pdf => Some(self.browsers.find(delivery.browser.as_deref())?),
            _ => None,
        };
        if format == Format::Docx && to_file.is_none() && self.stdout_is_terminal {
            return Err(
                Error::usage(words::DOCUMENT_ON_A_TERMINAL).hinted(words::DOCUMENT_INTO_A_FILE)
            );
        }
        let Some(path) = to_file else {
            return match browser {
                Some(browser) => self.show_printed(content, &options, template.as_ref(), &browser),
                None => self.write_on_screen(content, format, &options, template.as_ref()),
            };
        };
        let left_out = match format {
            Format::Docx => self.logos_left_out(),
            _ => None,
        };
        let said = match rows {
            Some(count) => message!(files::wrote_rows { file: path, count }),
            None => message!(files::wrote { file: path }),
        };
        let progress = self.progress(if browser.is_some() {
            pdf::PRINTING
        } else {
            words::WRITING
        });
        let people = self.named(|names| names.in_content(&content));
        self.stage(path, people, delivery.writing(), |file| {
            if let Some(browser) = browser {
                let (_desk, mut pdf) = printed(content, &options, template.as_ref(), &browser)?;
                std::io::copy(&mut pdf, file).map_err(|error| cannot_write(path, &error))?;
                return Ok(vec![said]);
            }
            output::write(content, format, &options, template.as_ref(), file)
                .map_err(|error| not_written(path, error))?;
            Ok(std::iter::once(said).chain(left_out).collect())
        })?;
        if let Some(progress) = progress {
            progress.finish_and_clear();
        }
        Ok(())
    }

    /// Writes a PDF to standard output.
    ///
    /// # Errors
    /// If standard output is a terminal, where a PDF is unreadable.
    fn show_printed(
        &mut self,
        content: Content,
        options: &Options,
        template: Option<&Template>,
        browser: &Browser,
    ) -> Result<(), Error> {
        if self.stdout_is_terminal {
            return Err(Error::usage(pdf::ON_A_TERMINAL).hinted(pdf::INTO_A_FILE));
        }
        let (_desk, mut pdf) = printed(content, options, template, browser)?;
        let copied = std::io::copy(&mut pdf, &mut self.stdout);
        self.result(copied.map(drop))
    }

    /// Writes to standard output. A terminal interprets escape sequences and direction marks, wherever they come from,
    /// so they are escaped there. Text for people has its own escape sequences, and already escapes those in data.
    fn write_on_screen(
        &mut self,
        content: Content,
        format: Format,
        options: &Options,
        template: Option<&Template>,
    ) -> Result<(), Error> {
        let stdout = &mut self.stdout;
        let written = if self.stdout_is_terminal && format != Format::Text {
            let mut screen = ShownLines::new(stdout);
            output::write(content, format, options, template, &mut screen)
                .and_then(|()| Ok(screen.finish()?))
        } else {
            output::write(content, format, options, template, stdout)
        };
        match written {
            Err(OutputError::Write(error)) => self.result(Err(error)),
            other => other.map_err(|error| not_written(Path::new("-"), error)),
        }
    }

    /// Writes tables as one workbook, one sheet each, to a file or to standard output.
    ///
    /// # Errors
    /// If standard output is a terminal, where a workbook is unreadable.
    pub fn deliver_tables(
        &mut self,
        title: &str,
        tables: &[Table],
        delivery: &Delivery,
    ) -> Result<(), Error> {
        delivery.check_browser(Format::Xlsx)?;
        let Some(path) = delivery.target() else {
            return self.show_workbook(title, tables);
        };
        let progress = self.progress(words::WRITING);
        let people = self.named(|names| {
            let each = tables.iter().map(|table| names.in_table(table));
            each.fold(BTreeSet::new(), |mut all, people| {
                all.extend(people);
                all
            })
        });
        let options = self.workbook_options();
        let logos = self.logos.clone();
        let left_out = self.logos_left_out();
        self.stage(path, people, delivery.writing(), |file| {
            let failed = |error| workbook_not_written(path, error);
            let workbook = Workbook::beside(options, folder_of(path)).map_err(failed)?;
            let mut workbook = workbook.titled(title).with_logos(&logos);
            for table in tables {
                workbook.add(table).map_err(failed)?;
            }
            let written = workbook.write_to(file).map_err(failed)?;
            let said = said_of_workbook(path, written).into_iter();
            Ok(said.chain(left_out).collect())
        })?;
        if let Some(progress) = progress {
            progress.finish_and_clear();
        }
        Ok(())
    }

    fn show_workbook(&mut self, title: &str, tables: &[Table]) -> Result<(), Error> {
        if self.stdout_is_terminal {
            return Err(
                Error::usage(words::WORKBOOK_ON_A_TERMINAL).hinted(words::WORKBOOK_INTO_A_FILE)
            );
        }
        let workbook = Workbook::new(self.workbook_options());
        let mut workbook = workbook.titled(title).with_logos(&self.logos);
        for table in tables {
            workbook.add(table)?;
        }
        // Written completely or not at all: half a workbook in a pipe would be opened as a broken one.
        let mut spool = tempfile::spooled_tempfile(IN_MEMORY);
        let written = workbook.write_to(&mut spool)?;
        let no_room = |source| {
            let folder = std::env::temp_dir();
            WorkbookError::NoRoom { folder, source }
        };
        spool.flush().map_err(no_room)?;
        spool.rewind().map_err(no_room)?;
        let copied = std::io::copy(&mut spool, &mut self.stdout);
        self.result(copied.map(drop))?;
        said_of_cuts(written)
            .iter()
            .try_for_each(|said| self.say(said))
    }

    fn workbook_options(&self) -> Options {
        Options {
            language: self.language,
            ..Options::default()
        }
    }

    /// Writes a calendar to a file or to standard output.
    pub fn deliver_calendar(
        &mut self,
        bytes: &[u8],
        entries: usize,
        delivery: &Delivery,
    ) -> Result<(), Error> {
        delivery.check_browser(Format::Ics)?;
        match delivery.target() {
            None => self.write(bytes),
            Some(path) => {
                let said = message!(files::wrote_entries {
                    file: path,
                    count: entries
                });
                self.write_file(path, bytes, delivery.writing(), vec![said])
            }
        }
    }

    /// Protects the template from being replaced by an output.
    pub(super) fn reads_template(&mut self, delivery: &Delivery) {
        if let Some(template) = &delivery.template {
            self.protect(template, Protects::Template);
        }
    }
}

/// Has a page printed; returns the PDF, which exists as long as its desk.
fn printed(
    content: Content,
    options: &Options,
    template: Option<&Template>,
    browser: &Browser,
) -> Result<(Desk, std::fs::File), Error> {
    let desk = browser.desk()?;
    let page = std::fs::File::create_new(desk.page()).map_err(|error| desk.no_room(&error))?;
    let mut page = std::io::BufWriter::new(page);
    output::write(content, Format::Html, options, template, &mut page)
        .and_then(|()| Ok(page.flush()?))
        .map_err(|error| match error {
            OutputError::Write(error) => desk.no_room(&error),
            other => not_written(&desk.page(), other),
        })?;
    drop(page);
    let pdf = browser.print(&desk)?;
    Ok((desk, pdf))
}

fn said_of_workbook(path: &Path, written: Written) -> Vec<Message> {
    let (file, count) = (path, written.rows);
    let wrote = match written.tables {
        1 => message!(files::wrote_rows { file, count }),
        sheets => message!(files::wrote_sheets {
            file,
            sheets,
            count
        }),
    };
    [wrote].into_iter().chain(said_of_cuts(written)).collect()
}

fn said_of_cuts(written: Written) -> Option<Message> {
    (written.cut > 0).then(|| message!(files::texts_cut { count: written.cut }))
}

fn not_written(path: &Path, error: OutputError) -> Error {
    match error {
        OutputError::Write(error) => cannot_write(path, &error),
        OutputError::Workbook(error) => workbook_not_written(path, error),
        mistake @ OutputError::Template { .. } => Error::new(words::TEMPLATE_MISTAKE)
            .because(mistake.message())
            .hinted(words::TEMPLATE_NAMES),
    }
}

/// Returns the error for a workbook, with the path that cannot be written. Its temporary files are in the same folder.
fn workbook_not_written(path: &Path, error: WorkbookError) -> Error {
    match error {
        WorkbookError::NoRoom { source, .. } | WorkbookError::Target(source) => {
            cannot_write(path, &source)
        }
        other => other.into(),
    }
}
