//! What is odd about a file, said aloud.
//!
//! This file calls `decoder`, `named` and `text`, and nothing of the other rooms.

use super::decoder::Tally;
use super::named::{lines, quoted};
use super::text::Encoding;
use crate::catalogue::Message;
use crate::catalogue::messages::read;
use crate::display_in_english;
use crate::message;

/// Something about a file that its reader should know, as a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadNote {
    /// The encoding is the likeliest, no more.
    GuessedEncoding {
        /// Its name.
        encoding: String,
    },
    /// Some lines are not in the encoding of the others.
    MixedLines {
        /// How many.
        lines: u64,
        /// What they were read as.
        encoding: String,
    },
    /// Characters stand for bytes that could not be read.
    Unreadable {
        /// How many.
        characters: u64,
    },
    /// NUL characters or stray byte-order marks were left out.
    Dropped {
        /// How many.
        characters: u64,
    },
    /// UTF-8 was read in another encoding before it came here, and was repaired.
    Repaired {
        /// How many letters.
        letters: u64,
        /// What it was mistaken for.
        from: String,
        /// The line of the first of them.
        line: u64,
        /// Its column, counted from 1.
        column: usize,
    },
    /// Some letters look as if they had been read in the wrong encoding before, others do not.
    Misread {
        /// The line of the first of them.
        line: u64,
        /// Its column, counted from 1.
        column: usize,
    },
    /// Names with a comma stood there without quotation marks, and were put together again.
    Unquoted,
    /// The values of merged cells were written into the rows they cover.
    MergedCells {
        /// The first of these rows.
        first: u64,
        /// How many there are.
        rows: usize,
    },
    /// Rows are read that the sheet does not show.
    HiddenRows {
        /// Which ones.
        rows: Vec<u64>,
    },
    /// The workbook has more sheets with rows than the one that was read.
    OtherSheets {
        /// The one that was read.
        sheet: String,
        /// The others.
        others: Vec<String>,
    },
}

impl ReadNote {
    /// What is odd.
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

/// Returns what is odd about a text in this encoding.
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
