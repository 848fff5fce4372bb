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
            Self::Repaired {
                letters,
                from,
                line,
                column,
            } => {
                let letters = match letters {
                    1 => "1 letter was".to_owned(),
                    many => format!("{many} letters were"),
                };
                write!(
                    formatter,
                    "{letters} repaired: the text is utf-8 that another program had read as {from}; compare line {line}, column {column}"
                )
            }
            Self::Misread { line, column } => write!(
                formatter,
                "some letters look as if another program had read them in the wrong encoding, others do not, so none was changed: see line {line}, column {column}, and export the table again, as utf-8"
            ),
            Self::Unquoted => formatter.write_str(
                "some rows have more cells than there are headings, because names with a comma are not in quotation marks: a piece that begins with a space was put to the one before it",
            ),
            Self::MergedCells { first, rows: 1 } => write!(
                formatter,
                "a merged cell counts for the row it covers as well: line {first}"
            ),
            Self::MergedCells { first, rows } => write!(
                formatter,
                "merged cells count for every row they cover: {rows} cells were filled in, the first in line {first}"
            ),
            Self::HiddenRows { rows } => write!(
                formatter,
                "the sheet hides rows, perhaps by a filter, and they were read like the others: {}; delete those that do not count",
                named_lines(rows)
            ),
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

/// How many lines are named one by one.
const NAMED: usize = 10;

/// Names lines, the first few of many: `lines 2, 3 and 7 more`.
pub fn named_lines(lines: &[u64]) -> String {
    let named: Vec<String> = lines.iter().take(NAMED).map(u64::to_string).collect();
    let more = match lines.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let word = if lines.len() == 1 { "line" } else { "lines" };
    format!("{word} {}{more}", named.join(", "))
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
