//! Finds the delimiter between the cells of a file.
//!
//! A `sep=;` in the first line, which many programs write for Excel, is a declaration and not data. Without it the
//! first records decide: each candidate splits them, respecting quotes, and the winner is the one that is found in the
//! most records and has the same count in the most of them. *Found in most* comes first, because rows may be ragged,
//! while a comma within texts is hardly ever in the heading as well. Tabs take precedence: nobody types them into a
//! cell, but a date such as `11/12/2020, 12:27:24` puts a comma in every row of a meeting list.

use super::source::ReadError;

/// Possible delimiters, the most likely first in case of a tie: semicolons are usual in Europe.
const CANDIDATES: [u8; 4] = [b'\t', b';', b',', b'|'];

/// How many records are examined.
const RECORDS: usize = 20;

/// Parses a delimiter given by the user: the character, or `tab`.
pub(super) fn from_word(word: &str) -> Option<u8> {
    match word.as_bytes() {
        b"tab" | b"TAB" | b"\\t" => Some(b'\t'),
        [byte] => check(*byte).ok(),
        _ => None,
    }
}

/// Refuses characters that cannot be delimiters: quotes, line ends, NUL and anything beyond ASCII.
pub(super) fn check(delimiter: u8) -> Result<u8, ReadError> {
    if !delimiter.is_ascii() || matches!(delimiter, b'"' | b'\r' | b'\n' | 0) {
        return Err(ReadError::BadDelimiter {
            delimiter: char::from(delimiter),
        });
    }
    Ok(delimiter)
}

/// Returns the delimiter that a `sep=` line at the beginning of the text declares.
///
/// The line may be quoted, and a program that pads rows may have repeated the delimiter.
pub(super) fn declared(text: &str) -> Option<u8> {
    let line = text
        .split(['\r', '\n'])
        .next()
        .unwrap_or_default()
        .trim_matches('"');
    let (word, rest) = line.split_at_checked(4)?;
    let delimiter = *rest.as_bytes().first()?;
    let padded = rest
        .bytes()
        .all(|byte| matches!(byte, b'"') || byte == delimiter);
    let letter = delimiter.is_ascii_alphanumeric();
    (word.eq_ignore_ascii_case("sep=") && padded && !letter)
        .then(|| check(delimiter).ok())
        .flatten()
}

/// Finds the delimiter by the first records; `None` if there is only one column.
///
/// `text` is the beginning of the file; `tabs_likely` is set for UTF-16, in which Excel and Teams write tabs.
pub(super) fn find(text: &str, tabs_likely: bool) -> Option<u8> {
    // A file of only delimiters is an empty table, not one column.
    let mut signs = text
        .bytes()
        .filter(|byte| !matches!(byte, b'\r' | b'\n' | b' '));
    if let Some(first) = signs.next().filter(|first| CANDIDATES.contains(first))
        && signs.all(|byte| byte == first)
    {
        return Some(first);
    }
    let score = |candidate| (score(text, candidate), candidate);
    let tab = self::score(text, b'\t');
    if tab.found > 0.0 && (tabs_likely || tab.found >= 0.5) {
        return Some(b'\t');
    }
    // `max_by` returns the last of equals, so the most likely candidate comes last.
    let (best, delimiter) =
        CANDIDATES
            .into_iter()
            .rev()
            .map(score)
            .max_by(|(one, _), (other, _)| {
                one.partial_cmp(other).unwrap_or(std::cmp::Ordering::Equal)
            })?;
    (best.found >= 0.5).then_some(delimiter)
}

/// How well a candidate splits the first records; compared from the first field on.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Score {
    /// The share of the records that contain it.
    found: f64,
    /// The share of the records with the most frequent count.
    same: f64,
    /// The most frequent count.
    count: usize,
}

fn score(text: &str, candidate: u8) -> Score {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(candidate)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let records: Vec<csv::StringRecord> = reader
        .records()
        .map_while(Result::ok)
        .filter(|record| record.iter().any(|cell| !cell.trim().is_empty()))
        .take(RECORDS)
        .collect();
    // Names such as `Müller, Anna` under a one-word heading are one column.
    let names = candidate == b','
        && records.first().is_some_and(|record| record.len() == 1)
        && records
            .iter()
            .all(|record| record.iter().skip(1).all(|cell| cell.starts_with(' ')));
    if names || records.is_empty() {
        return Score {
            found: 0.0,
            same: 0.0,
            count: 0,
        };
    }
    let counts: Vec<usize> = records.iter().map(|record| record.len() - 1).collect();
    let times = |count: usize| counts.iter().filter(|other| **other == count).count();
    let found: Vec<usize> = counts.iter().copied().filter(|count| *count > 0).collect();
    let common = found
        .iter()
        .copied()
        .max_by_key(|count| (times(*count), *count))
        .unwrap_or(0);
    Score {
        found: share(found.len(), counts.len()),
        same: share(times(common), counts.len()),
        count: common,
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "never more than a few dozen records"
)]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<char> {
        find(text, false).map(char::from)
    }

    #[test]
    fn the_declaration_of_the_first_line_is_read_in_all_its_forms() {
        assert_eq!(declared("sep=;\r\nName;Ort\r\n"), Some(b';'));
        assert_eq!(declared("SEP=,\nName,Ort\n"), Some(b','));
        assert_eq!(declared("\"sep=|\"\rName|Ort\r"), Some(b'|'));
        assert_eq!(declared("sep=\t"), Some(b'\t'));
        assert_eq!(declared("sep=;;;;\nName;;;\n"), Some(b';'));
        assert_eq!(declared("Name;sep=;"), None);
        assert_eq!(declared("sep=x\n"), None);
        assert_eq!(declared("sep=\n"), None);
        assert_eq!(declared("sep;Name\n"), None);
    }

    #[test]
    fn german_money_and_several_answers_do_not_mislead() {
        assert_eq!(
            found("Name;Ort;Betrag\nAnna;Bonn;2,05\nBen;Köln;3,10\n"),
            Some(';')
        );
        assert_eq!(
            found("Id,Name,Bars\n1,Anna,A;B;C\n2,Ben,A;B;C\n"),
            Some(',')
        );
        assert_eq!(
            found("Name;Firma;Bar\nMüller, Anna;X\nMeier, Karl;Y;A\nRau, Ida;Z\n"),
            Some(';')
        );
        assert_eq!(found("Name, Vorname;Ort\nMüller, Anna;Bonn\n"), Some(';'));
        assert_eq!(found("\"a;b;c\",x\n\"d;e\",y\n"), Some(','));
        assert_eq!(found("Name|Ort\nAnna|Bonn\n"), Some('|'));
    }

    #[test]
    fn tabs_win_over_the_commas_of_dates() {
        let list = "Full Name\tUser Action\tTimestamp\nMax\tJoined\t11/12/2020, 12:27:24\n";
        assert_eq!(found(list), Some('\t'));
        let report = "1. Summary\nMeeting title\tScrum, daily\nStart time\t14/11/22, 09:29:07\n\n2. Participants\nName\tFirst join\tLast leave\nAnna\t14/11/22, 09:30:46\t14/11/22, 09:50:12\n";
        assert_eq!(found(report), Some('\t'));
    }

    #[test]
    fn sections_of_other_widths_keep_their_delimiter() {
        let report = "Attendee Report\nReport Generated:,x\nTopic,Webinar ID,Start\nT,1,2\nHost Details\nAttended,Name,Email\nYes,Anna,a@example.org\nAttendee Details\nAttended,Name,Email,Phone\nNo,Ben,b@example.org,1\n";
        assert_eq!(found(report), Some(','));
    }

    #[test]
    fn one_column_has_none() {
        assert_eq!(found("E-Mail\nanna@example.org\nben@example.org\n"), None);
        assert_eq!(found("Name\nMüller, Anna\nMeier, Karl\n"), None);
        assert_eq!(found(""), None);
    }

    #[test]
    fn words_and_characters_name_a_delimiter() {
        assert_eq!(from_word("tab"), Some(b'\t'));
        assert_eq!(from_word(";"), Some(b';'));
        assert_eq!(from_word("\""), None);
        assert_eq!(from_word("semicolon"), None);
    }
}
