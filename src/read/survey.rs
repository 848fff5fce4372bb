//! One pass over a text before its records are read: its beginning, unreadable characters, whether it was misread
//! before, and whether letters may be lost.

use std::convert::Infallible;
use std::io::{self, Read};

use super::decoder::Tally;
use super::mojibake::{Detector, MOST_LAYERS, Misread, Verdict};
use super::record::Record;
use super::source::{ReadError, Source, unreadable};
use super::text::Encoding;

/// How much of a file is used to find its delimiter, in bytes.
pub(super) const SAMPLE: u64 = 256 * 1024;

/// The result of one pass over the text.
pub(super) struct Survey {
    /// The repaired beginning.
    pub(super) start: String,
    /// Whether there is only whitespace.
    pub(super) is_blank: bool,
    /// Counts of dropped and unreadable characters.
    pub(super) tally: Tally,
    /// The damage to its letters.
    pub(super) damage: Damage,
}

impl Survey {
    /// Surveys a file, with another pass for each time it was misread.
    pub(super) fn of(source: &Source, encoding: Encoding) -> Result<Self, ReadError> {
        let failed = |error| unreadable(source.name(), error);
        let (mut survey, damage) =
            peeled(|layers| pass(source.bytes()?, encoding, layers).map_err(failed))?;
        survey.damage = damage;
        Ok(survey)
    }
}

/// The damage to the letters of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Damage {
    /// The misreadings that can be repaired, the last one first.
    pub(super) layers: Vec<Misread>,
    /// The number of letters concerned.
    pub(super) letters: u64,
    /// Whether some of it was misread and cannot be repaired with certainty.
    pub(super) is_doubtful: bool,
    /// Whether a `?` or U+FFFD seems to replace a letter, as far as this can be known without the column.
    pub(super) may_lack_letters: bool,
}

impl Damage {
    /// Surveys rows in memory.
    pub(super) fn of_rows(rows: &[Record]) -> Self {
        let pass = |layers: &[Misread]| {
            let (mut detector, mut damage) = (Detector::default(), Self::default());
            for (index, row) in rows.iter().enumerate() {
                for cell in row.cells() {
                    let cell = super::mojibake::repair(cell, layers);
                    detector.observe(&cell);
                    damage.may_lack_letters |=
                        lacks_letters(&cell) && (index > 0 || cell.contains('\u{FFFD}'));
                }
            }
            Ok::<_, Infallible>(((), damage, detector.verdict()))
        };
        let Ok(((), damage)) = peeled(pass);
        damage
    }

    /// Whether cells with names have to be checked one by one.
    pub(super) fn concerns_names(&self) -> bool {
        self.is_doubtful || self.may_lack_letters
    }
}

/// Makes passes over a text, each with one more misreading undone, until nothing is left to undo.
fn peeled<T, E>(
    mut pass: impl FnMut(&[Misread]) -> Result<(T, Damage, Verdict), E>,
) -> Result<(T, Damage), E> {
    let (mut layers, mut letters) = (Vec::new(), 0);
    loop {
        let (found, mut damage, verdict) = pass(&layers)?;
        match verdict {
            Verdict::Misread { from, letters: of } if layers.len() < MOST_LAYERS => {
                layers.push(from);
                letters = letters.max(of);
                continue;
            }
            Verdict::Misread { .. } | Verdict::Doubtful => damage.is_doubtful = true,
            Verdict::Clean => {}
        }
        (damage.layers, damage.letters) = (layers, letters);
        return Ok((found, damage));
    }
}

fn pass(
    bytes: impl Read,
    encoding: Encoding,
    layers: &[Misread],
) -> io::Result<(Survey, Damage, Verdict)> {
    let mut decoder = encoding.decode(bytes).repairing(layers);
    let (mut start, mut is_blank) = (String::new(), true);
    let mut detector = Detector::default();
    let mut damage = Damage::default();
    loop {
        let text = decoder.next_text()?;
        if text.is_empty() {
            let tally = decoder.tally();
            damage.may_lack_letters |= tally.unreadable > 0;
            let survey = Survey {
                start,
                is_blank,
                tally,
                damage: Damage::default(),
            };
            return Ok((survey, damage, detector.verdict()));
        }
        detector.observe(text);
        // Headings are often questions.
        let headings = text.find('\n').filter(|_| is_blank).unwrap_or(0);
        damage.may_lack_letters = damage.may_lack_letters || lacks_letters(&text[headings..]);
        is_blank = is_blank && text.trim().is_empty();
        if (start.len() as u64) < SAMPLE {
            start.push_str(text);
        }
    }
}

/// Whether a letter of a text may be lost: a `?` directly next to a letter, U+FFFD, or a letter as web pages write it,
/// `&uuml;`.
pub fn lacks_letters(text: &str) -> bool {
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic() || !byte.is_ascii();
    let bytes = text.as_bytes();
    let follows = |at: usize| bytes.get(at.wrapping_sub(1)).is_some_and(is_letter);
    text.match_indices('?')
        .any(|(at, _)| follows(at) || bytes.get(at + 1).is_some_and(is_letter))
        || (!text.is_ascii() && text.contains(char::REPLACEMENT_CHARACTER))
        || text
            .match_indices('&')
            .any(|(at, _)| begins_with_entity(&bytes[at + 1..]))
}

/// Whether a text goes on like `&uuml;`, behind the sign.
fn begins_with_entity(rest: &[u8]) -> bool {
    /// `&thetasym;`
    const LONGEST: usize = 9;
    let is_inside = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
    let length = rest
        .iter()
        .take(LONGEST)
        .take_while(|it| is_inside(it))
        .count();
    length > 1 && rest.get(length) == Some(&b';')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surveyed(text: &str) -> Damage {
        let source = Source::from_reader("list.csv", text.as_bytes()).unwrap();
        let encoding = Encoding::detect(text.as_bytes(), None).unwrap();
        Survey::of(&source, encoding).unwrap().damage
    }

    #[test]
    fn a_file_is_surveyed_once_more_for_each_layer() {
        let damage = surveyed("Name\nJÃƒÂ¶rg\n");
        assert_eq!(damage.layers, [Misread::Windows1252; 2]);
        assert!(!damage.concerns_names());
        let rows = [Record::new(1, ["Name"]), Record::new(2, ["JÃƒÂ¶rg"])];
        assert_eq!(Damage::of_rows(&rows).layers, damage.layers);
    }

    #[test]
    fn a_question_in_a_heading_is_not_a_lost_letter() {
        assert_eq!(surveyed("Name;Kommen Sie?\nAnna;ja\n"), Damage::default());
        assert!(surveyed("Name\nJ?rg\n").may_lack_letters);
        assert!(surveyed("Name\nGro?\n").may_lack_letters);
        assert!(surveyed("Name\n?pfel\n").may_lack_letters);
        assert!(surveyed("Name\nJ\u{FFFD}rg\n").may_lack_letters);
        assert!(!surveyed("Name;Kommt\nAnna;? (?)\n").may_lack_letters);
    }
}
