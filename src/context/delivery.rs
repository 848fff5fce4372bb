//! Results on their way out: to standard output, to a file, as a workbook, through an own template.

use std::io::{BufWriter, Seek as _};
use std::path::{Path, PathBuf};

use super::Context;
use super::new_file::{NewFile, cannot_write};
use crate::error::Error;
use crate::output::{self, Content, Format, Options, OutputError, Template, Workbook};

/// Where a result goes, and how: what the commands that write files have on their command line.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Delivery {
    /// Write to this file; its ending decides the format
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Leave cells that look like formulas as they are (CSV)
    #[arg(long)]
    pub raw: bool,
    /// Your own page for HTML, with your letterhead
    #[arg(long, value_name = "FILE")]
    pub template: Option<PathBuf>,
}

impl Delivery {
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
        let target = delivery.output.as_deref();
        let format = self.format_for(target)?;
        let template = delivery.read_template(format)?;
        if format == Format::Xlsx {
            let mut workbook = self.workbook(target)?;
            for table in content.tables() {
                workbook.add(&table)?;
            }
            return self.deliver_workbook(workbook, target);
        }
        let to_file = target.filter(|path| *path != Path::new("-"));
        let options = Options {
            language: self.language,
            width: self.width.filter(|_| to_file.is_none()),
            color: self.color && to_file.is_none(),
            raw: delivery.raw,
        };
        let rows = match &content {
            Content::Table(table) => Some(table.rows().len()),
            Content::Document(_) => None,
        };
        let Some(path) = to_file else {
            return output::write(
                content,
                format,
                &options,
                template.as_ref(),
                &mut self.stdout,
            )
            .map_err(not_written);
        };
        let failed = |error| cannot_write(path, error);
        let progress = self.progress("writing");
        let mut file = NewFile::create(path).map_err(failed)?;
        output::write(content, format, &options, template.as_ref(), &mut file).map_err(
            |error| match error {
                OutputError::Write(error) => failed(error),
                other => not_written(other),
            },
        )?;
        file.finish().map_err(failed)?;
        if let Some(progress) = progress {
            progress.finish_and_clear();
        }
        let rows = rows.map_or_else(String::new, |rows| format!(" ({rows} rows)"));
        self.say(&format!("wrote {}{rows}", path.display()))
    }

    /// Begins a workbook that goes to a file, or to standard output.
    ///
    /// # Errors
    /// When standard output is a terminal: nobody can read a workbook there.
    pub fn workbook(&self, target: Option<&Path>) -> Result<Workbook, Error> {
        let to_file = target.filter(|path| *path != Path::new("-"));
        if to_file.is_none() && self.stdout_is_terminal {
            return Err(
                Error::usage("a workbook is no text, and standard output is a terminal")
                    .hinted("write it to a file: -o FILE.xlsx, or > FILE.xlsx behind the command"),
            );
        }
        Ok(Workbook::new(Options {
            language: self.language,
            ..Options::default()
        }))
    }

    /// Writes a workbook to a file, or to standard output.
    pub fn deliver_workbook(
        &mut self,
        workbook: Workbook,
        target: Option<&Path>,
    ) -> Result<(), Error> {
        let written = match target.filter(|path| *path != Path::new("-")) {
            None => {
                // Whole or not at all: half a workbook in a pipe would be opened as a broken one.
                let mut spool = tempfile::tempfile()?;
                let written = workbook.write_to(BufWriter::new(&spool))?;
                spool.rewind()?;
                std::io::copy(&mut spool, &mut self.stdout)?;
                written
            }
            Some(path) => {
                let progress = self.progress("writing");
                let mut file = NewFile::create(path).map_err(|error| cannot_write(path, error))?;
                let written = workbook.write_to(&mut file)?;
                file.finish().map_err(|error| cannot_write(path, error))?;
                if let Some(progress) = progress {
                    progress.finish_and_clear();
                }
                let sheets = if written.tables == 1 {
                    String::new()
                } else {
                    format!("{} sheets, ", written.tables)
                };
                self.say(&format!(
                    "wrote {} ({sheets}{} rows)",
                    path.display(),
                    written.rows
                ))?;
                written
            }
        };
        if written.cut > 0 {
            self.say(&format!(
                "{} too long for a workbook and cut; its notes say which, and CSV has all of it",
                if written.cut == 1 {
                    "1 text is".to_owned()
                } else {
                    format!("{} texts are", written.cut)
                }
            ))?;
        }
        Ok(())
    }
}

fn not_written(error: OutputError) -> Error {
    match error {
        OutputError::Write(error) => error.into(),
        OutputError::Workbook(error) => error.into(),
        mistake @ OutputError::Template { .. } => {
            Error::new("the template has a mistake; nothing useful was written")
                .caused_by(mistake)
                .hinted(
                    "the names a template may use are in the README under \"Your own letterhead\"",
                )
        }
    }
}
