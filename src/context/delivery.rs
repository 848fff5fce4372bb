//! Results on their way out: to standard output, to a file, as a workbook, through an own template.

use std::collections::BTreeSet;
use std::io::{Seek as _, Write as _};
use std::path::{Path, PathBuf};

use super::Context;
use super::files::Writing;
use super::new_file::cannot_write;
use super::protected::folder_of;
use crate::error::Error;
use crate::output::{
    self, Content, Format, Options, OutputError, ShownLines, Table, Template, Workbook,
    WorkbookError, Written,
};

/// So much of a workbook for standard output is kept in memory, in bytes; what is larger goes to the temporary folder.
const IN_MEMORY: usize = 16 << 20;

/// Where a result goes, and how: what the commands that write files have on their command line.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Delivery {
    /// Write to this file; its ending decides the format
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace files that rollcall did not write, or that were changed since
    #[arg(long)]
    pub force: bool,
    /// Leave cells that look like formulas as they are (CSV)
    #[arg(long)]
    pub raw: bool,
    /// Your own page for HTML, with your letterhead
    #[arg(long, value_name = "FILE")]
    pub template: Option<PathBuf>,
}

impl Delivery {
    /// Returns the file to write; `None` for standard output.
    pub fn target(&self) -> Option<&Path> {
        let target = self.output.as_deref();
        target.filter(|path| *path != Path::new("-"))
    }

    /// How the file is written: recorded, as everything that comes from the database.
    pub fn writing(&self) -> Writing {
        Writing {
            force: self.force,
            recorded: true,
        }
    }

    /// Reads the own template; it is for HTML alone.
    fn read_template(&self, format: Format) -> Result<Option<Template>, Error> {
        let Some(path) = &self.template else {
            return Ok(None);
        };
        if format != Format::Html {
            return Err(Error::usage(format!(
                "a template is for HTML, and this is {}",
                format.as_str()
            ))
            .hinted("name a file that ends in .html, or add --format html"));
        }
        let text = std::fs::read_to_string(path).map_err(|error| {
            Error::new(format!("cannot read the template `{}`", path.display())).caused_by(error)
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
        if format == Format::Xlsx {
            return self.deliver_tables(&content.tables(), delivery);
        }
        let to_file = delivery.target();
        let options = Options {
            language: self.language,
            width: self.width.filter(|_| to_file.is_none()),
            color: self.color && to_file.is_none(),
            raw: delivery.raw,
        };
        let Some(path) = to_file else {
            return self.write_on_screen(content, format, &options, template.as_ref());
        };
        let rows = match &content {
            Content::Table(table) => format!(" ({} rows)", table.rows().len()),
            Content::Document(_) => String::new(),
        };
        let progress = self.progress("writing");
        let people = self.named(|names| names.in_content(&content));
        self.stage(path, people, delivery.writing(), |file| {
            output::write(content, format, &options, template.as_ref(), file)
                .map_err(|error| not_written(path, error))?;
            Ok(vec![format!("wrote {}{rows}", path.display())])
        })?;
        if let Some(progress) = progress {
            progress.finish_and_clear();
        }
        Ok(())
    }

    /// Writes to standard output. A terminal obeys escape sequences and direction marks, wherever they come from:
    /// there they are shown. Text for people has its own escape sequences, and shows those of others by itself.
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

    /// Writes tables as one workbook, a sheet each, to a file or to standard output.
    ///
    /// # Errors
    /// When standard output is a terminal: nobody can read a workbook there.
    pub fn deliver_tables(&mut self, tables: &[Table], delivery: &Delivery) -> Result<(), Error> {
        let Some(path) = delivery.target() else {
            return self.show_workbook(tables);
        };
        let progress = self.progress("writing");
        let people = self.named(|names| {
            let each = tables.iter().map(|table| names.in_table(table));
            each.fold(BTreeSet::new(), |mut all, people| {
                all.extend(people);
                all
            })
        });
        let options = self.workbook_options();
        self.stage(path, people, delivery.writing(), |file| {
            let failed = |error| workbook_not_written(path, error);
            let mut workbook = Workbook::beside(options, folder_of(path)).map_err(failed)?;
            for table in tables {
                workbook.add(table).map_err(failed)?;
            }
            let written = workbook.write_to(file).map_err(failed)?;
            Ok(said_of_workbook(path, written))
        })?;
        if let Some(progress) = progress {
            progress.finish_and_clear();
        }
        Ok(())
    }

    fn show_workbook(&mut self, tables: &[Table]) -> Result<(), Error> {
        if self.stdout_is_terminal {
            return Err(
                Error::usage("a workbook is not text, and standard output is a terminal")
                    .hinted("write it to a file: -o FILE.xlsx, or > FILE.xlsx behind the command"),
            );
        }
        let mut workbook = Workbook::new(self.workbook_options());
        for table in tables {
            workbook.add(table)?;
        }
        // Whole or not at all: half a workbook in a pipe would be opened as a broken one.
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

    /// Writes bytes, like those of a calendar, to a file or to standard output; `what` says what they are.
    pub fn deliver_bytes(
        &mut self,
        bytes: &[u8],
        what: &str,
        delivery: &Delivery,
    ) -> Result<(), Error> {
        match delivery.target() {
            None => self.write(bytes),
            Some(path) => {
                let said = vec![format!("wrote {} ({what})", path.display())];
                self.write_file(path, bytes, delivery.writing(), said)
            }
        }
    }

    /// Notes the template, which no output replaces.
    pub(super) fn reads_template(&mut self, delivery: &Delivery) {
        if let Some(template) = &delivery.template {
            self.reads(template, "the template of this call");
        }
    }
}

fn said_of_workbook(path: &Path, written: Written) -> Vec<String> {
    let sheets = match written.tables {
        1 => String::new(),
        tables => format!("{tables} sheets, "),
    };
    let rows = written.rows;
    let mut said = vec![format!("wrote {} ({sheets}{rows} rows)", path.display())];
    said.extend(said_of_cuts(written));
    said
}

fn said_of_cuts(written: Written) -> Option<String> {
    let texts = match written.cut {
        0 => return None,
        1 => "1 text is".to_owned(),
        more => format!("{more} texts are"),
    };
    Some(format!(
        "{texts} too long for a workbook and cut; its notes say which, and CSV has all of it"
    ))
}

fn not_written(path: &Path, error: OutputError) -> Error {
    match error {
        OutputError::Write(error) => cannot_write(path, &error),
        OutputError::Workbook(error) => workbook_not_written(path, error),
        mistake @ OutputError::Template { .. } => {
            Error::new("the template has a mistake; nothing useful was written")
                .caused_by(mistake)
                .hinted(
                    "the names a template may use are in the README under \"Your own letterhead\"",
                )
        }
    }
}

/// The error for a workbook: what cannot be written is named. Its temporary files are beside it.
fn workbook_not_written(path: &Path, error: WorkbookError) -> Error {
    match error {
        WorkbookError::NoRoom { source, .. } | WorkbookError::Target(source) => {
            cannot_write(path, &source)
        }
        other => other.into(),
    }
}
