//! The supported formats, and their file extensions.

use crate::catalogue::Message;
use crate::display_in_english;
use crate::message;
use std::path::Path;
use std::str::FromStr;

/// A format to write a table in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// Aligned columns for a terminal.
    #[default]
    Text,
    /// For spreadsheets, and for `import`.
    Csv,
    /// One array of objects.
    Json,
    /// One object per line.
    Jsonl,
    /// For a wiki or an email.
    Markdown,
    /// For a browser and for paper.
    Html,
    /// A calendar: only for the programme, not for tables.
    Ics,
    /// For paper and for sharing: the page of [`Self::Html`], printed by a browser, which is run elsewhere.
    Pdf,
    /// For Word, to be edited.
    Docx,
    /// A workbook, for spreadsheets, paper and `import`.
    Xlsx,
}

/// Why a format is not accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormatError {
    /// A file extension without a format.
    Ending(String),
    /// An unknown name.
    Unknown(String),
}

impl FormatError {
    /// Returns the message for the user, with the supported formats.
    pub fn message(&self) -> Message {
        match self {
            Self::Ending(ending) => message!(output::unknown_ending {
                ending,
                endings: [
                    ".txt", ".csv", ".json", ".jsonl", ".md", ".html", ".pdf", ".docx", ".xlsx"
                ]
            }),
            Self::Unknown(name) => {
                let formats = Format::ALL.map(Format::as_str);
                message!(output::unknown_format { name, formats })
            }
        }
    }
}

display_in_english!(FormatError);

impl std::error::Error for FormatError {}

impl Format {
    /// Every format of a table, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Text,
        Self::Csv,
        Self::Json,
        Self::Jsonl,
        Self::Markdown,
        Self::Html,
        Self::Pdf,
        Self::Docx,
        Self::Xlsx,
    ];

    /// Returns the name used by `--format`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Ics => "ics",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
        }
    }

    /// Returns whether the format is printed, and may be written on by hand.
    pub fn is_for_paper(self) -> bool {
        matches!(self, Self::Html | Self::Pdf | Self::Docx | Self::Xlsx)
    }

    /// Returns the format for the extension of `path`, `None` if it has no extension.
    ///
    /// # Errors
    ///
    /// For every other extension, including those of possible future formats: if text were written to `list.html` or
    /// `list.tsv`, only the program that cannot open it would notice.
    pub fn from_path(path: &Path) -> Result<Option<Self>, FormatError> {
        let Some(ending) = path.extension().and_then(|ending| ending.to_str()) else {
            return Ok(None);
        };
        match ending.to_ascii_lowercase().as_str() {
            "txt" | "text" => Ok(Some(Self::Text)),
            "csv" => Ok(Some(Self::Csv)),
            "json" => Ok(Some(Self::Json)),
            "jsonl" | "ndjson" => Ok(Some(Self::Jsonl)),
            "md" | "markdown" => Ok(Some(Self::Markdown)),
            "htm" | "html" => Ok(Some(Self::Html)),
            "ics" => Ok(Some(Self::Ics)),
            "pdf" => Ok(Some(Self::Pdf)),
            "docx" => Ok(Some(Self::Docx)),
            "xlsx" => Ok(Some(Self::Xlsx)),
            _ => Err(FormatError::Ending(ending.to_owned())),
        }
    }
}

impl FromStr for Format {
    type Err = FormatError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let lower = name.to_ascii_lowercase();
        if lower == "ics" {
            return Ok(Self::Ics);
        }
        Self::ALL
            .into_iter()
            .find(|format| format.as_str() == lower)
            .ok_or_else(|| FormatError::Unknown(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_found_by_its_name() {
        for format in Format::ALL {
            assert_eq!(format.as_str().parse(), Ok(format));
        }
        assert_eq!("ICS".parse(), Ok(Format::Ics));
        assert_eq!(
            "tsv".parse::<Format>().unwrap_err().to_string(),
            "`tsv` is not a format; choose one of text, csv, json, jsonl, markdown, html, pdf, docx and xlsx"
        );
    }

    #[test]
    fn an_ending_asks_for_its_format() {
        let of = |path: &str| Format::from_path(Path::new(path));
        assert_eq!(of("list.csv"), Ok(Some(Format::Csv)));
        assert_eq!(of("LIST.CSV"), Ok(Some(Format::Csv)));
        assert_eq!(of("a.json/list.jsonl"), Ok(Some(Format::Jsonl)));
        assert_eq!(of("report.md"), Ok(Some(Format::Markdown)));
        assert_eq!(of("report.txt"), Ok(Some(Format::Text)));
        assert_eq!(of("programme.ics"), Ok(Some(Format::Ics)));
        assert_eq!(of("report.Pdf"), Ok(Some(Format::Pdf)));
        assert_eq!(of("report.Docx"), Ok(Some(Format::Docx)));
        assert_eq!(of("report"), Ok(None));
        assert_eq!(
            of("report.tsv").unwrap_err().to_string(),
            "no format has the ending `.tsv`; choose one of .txt, .csv, .json, .jsonl, .md, .html, .pdf, .docx and .xlsx, or none for text"
        );
        assert_eq!(of("report.v2"), Err(FormatError::Ending("v2".to_owned())));
        assert_eq!(of("-"), Ok(None));
        assert_eq!(of("report.XLSX"), Ok(Some(Format::Xlsx)));
        assert_eq!(of("report.HTM"), Ok(Some(Format::Html)));
    }
}
