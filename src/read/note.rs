//! Notes about peculiarities of a file.

use super::decoder::Tally;
use super::named::{lines, quoted};
use super::text::Encoding;
use crate::catalogue::Message;
use crate::catalogue::messages::read;
use crate::display_in_english;
use crate::message;

/// Something about a file that the user should know, as a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadNote {
    /// The encoding is only a guess.
    GuessedEncoding {
        /// Its name.
        encoding: String,
    },
    /// Some lines are in a different encoding from the others.
    MixedLines {
        /// How many.
        lines: u64,
        /// The encoding they were read in.
        encoding: String,
    },
    /// Some characters replace bytes that could not be read.
    Unreadable {
        /// How many.
        characters: u64,
    },
    /// NUL characters or stray byte-order marks were left out.
    Dropped {
        /// How many.
        characters: u64,
    },
    /// UTF-8 had been read in another encoding, and was repaired.
    Repaired {
        /// How many letters.
        letters: u64,
        /// The encoding it was mistaken for.
        from: String,
        /// The line of the first of them.
        line: u64,
        /// Its column, counted from 1.
        column: usize,
    },
    /// Some letters look as if they had been read in the wrong encoding before, but others do not.
    Misread {
        /// The line of the first of them.
        line: u64,
        /// Its column, counted from 1.
        column: usize,
    },
    /// Names with a comma lacked quotation marks, and were joined again.
    Unquoted,
    /// The values of merged cells were copied to the rows they cover.
    MergedCells {
        /// The first of these rows.
        first: u64,
        /// The number of rows.
        rows: usize,
    },
    /// Rows were read that the sheet does not show.
    HiddenRows {
        /// The lines of these rows.
        rows: Vec<u64>,
    },
    /// Some rows have another colour than most.
    ColouredRows {
        /// The lines of these rows.
        rows: Vec<u64>,
    },
    /// Some rows have comments, which are not read.
    Comments {
        /// The lines of these rows.
        rows: Vec<u64>,
    },
    /// The workbook has more sheets with rows than the one read.
    OtherSheets {
        /// The sheet that was read.
        sheet: String,
        /// The others.
        others: Vec<String>,
    },
}

impl ReadNote {
    /// Returns the note in words.
    pub fn message(&self) -> Message {
        match self {
            Self::GuessedEncoding { encoding } => message!(read::guessed_encoding { encoding }),
            Self::MixedLines { lines, encoding } => message!(read::mixed_lines {
                count: lines,
                encoding
            }),
            Self::Unreadable { characters } => {
                message!(read::characters_unreadable { count: characters })
            }
            Self::Dropped { characters } => {
                message!(read::characters_dropped { count: characters })
            }
            Self::Repaired {
                letters,
                from,
                line,
                column,
            } => message!(read::repaired {
                count: letters,
                from,
                line,
                column
            }),
            Self::Misread { line, column } => message!(read::misread { line, column }),
            Self::Unquoted => read::UNQUOTED.into(),
            Self::MergedCells { first, rows } => {
                message!(read::merged_cells { count: rows, first })
            }
            Self::HiddenRows { rows } => message!(read::hidden_rows { lines: lines(rows) }),
            Self::ColouredRows { rows } => message!(read::coloured_rows { lines: lines(rows) }),
            Self::Comments { rows } => message!(read::comments { lines: lines(rows) }),
            Self::OtherSheets { sheet, others } => {
                let first = others.first().map_or("NAME", String::as_str);
                message!(read::other_sheets {
                    sheet,
                    others: quoted(others),
                    option: format!("--sheet '{first}'")
                })
            }
        }
    }
}

display_in_english!(ReadNote);

/// Returns the notes about a text in this encoding.
pub(super) fn notes_on(encoding: Encoding, tally: Tally) -> Vec<ReadNote> {
    let mut notes = Vec::new();
    if let Some(encoding) = encoding.mixed_with() {
        notes.push(ReadNote::MixedLines {
            lines: tally.other_lines,
            encoding,
        });
    } else if encoding.is_guessed() {
        notes.push(ReadNote::GuessedEncoding {
            encoding: encoding.to_string(),
        });
    }
    if tally.unreadable > 0 {
        notes.push(ReadNote::Unreadable {
            characters: tally.unreadable,
        });
    }
    if tally.nuls + tally.marks > 0 {
        notes.push(ReadNote::Dropped {
            characters: tally.nuls + tally.marks,
        });
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn notes(bytes: &[u8]) -> Vec<String> {
        let encoding = Encoding::detect(bytes, None).unwrap();
        let mut decoder = encoding.decode(bytes);
        decoder.read_to_string(&mut String::new()).unwrap();
        let notes = notes_on(encoding, decoder.tally());
        notes.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn oddities_are_told() {
        assert_eq!(
            notes(b"Name;Ort\nJ\xFCrgen\0;\x81\n"),
            [
                "read as windows-1252, which is a guess; if letters look wrong, say which it is with `--encoding`",
                "1 character could not be read",
                "1 invisible character that no text has was left out",
            ]
        );
        assert_eq!(
            notes(b"Name\nK\xC3\xB6ln\nJ\xFCrgen\nM\xFCller\n"),
            ["2 lines are not utf-8 and were read as windows-1252"]
        );
        assert_eq!(notes("Name;Ort\nJürgen;Köln\n".as_bytes()), [""; 0]);
    }
}
