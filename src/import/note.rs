//! What is odd about a file, said aloud.
//!
//! This file calls `decoder` and `text`, and nothing of the other rooms.

use std::fmt;

use super::decoder::Tally;
use super::text::Encoding;

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
    /// The workbook has more sheets with rows than the one that was read.
    OtherSheets {
        /// The one that was read.
        sheet: String,
        /// The others.
        others: Vec<String>,
    },
}

impl fmt::Display for ReadNote {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::GuessedEncoding { encoding } => write!(
                formatter,
                "read as {encoding}, which is a guess; if letters look wrong, say which it is with `--encoding`"
            ),
            Self::MixedLines { lines: 1, encoding } => {
                write!(formatter, "1 line is not utf-8 and was read as {encoding}")
            }
            Self::MixedLines { lines, encoding } => {
                write!(
                    formatter,
                    "{lines} lines are not utf-8 and were read as {encoding}"
                )
            }
            Self::Unreadable { characters: 1 } => {
                formatter.write_str("1 character could not be read")
            }
            Self::Unreadable { characters } => {
                write!(formatter, "{characters} characters could not be read")
            }
            Self::Dropped { characters: 1 } => {
                formatter.write_str("1 invisible character that no text has was left out")
            }
            Self::Dropped { characters } => {
                write!(
                    formatter,
                    "{characters} invisible characters that no text has were left out"
                )
            }
            Self::OtherSheets { sheet, others } => {
                let first = others.first().map_or("NAME", String::as_str);
                let others: Vec<_> = others.iter().map(|other| format!("`{other}`")).collect();
                write!(
                    formatter,
                    "sheet `{sheet}` was read, not {}: --sheet '{first}' reads another one",
                    others.join(", ")
                )
            }
        }
    }
}

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
