//! The tokens of a written date: numbers, signs and words.

use crate::formats::lexicon::LEXICON;
use crate::formats::{Words, ZoneName, fold};

/// One token of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// Its kind.
    pub kind: Kind<'a>,
    /// Whether it follows the previous token without a space.
    pub glued: bool,
}

/// The kind of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    /// Digits: their value (saturating) and their count.
    Number(u32, usize),
    /// Letters.
    Word(&'a str),
    /// Any other single character.
    Sign(char),
}

/// Splits a cell into tokens; all kinds of spaces only separate, bidi marks are dropped.
///
/// Browsers print a narrow no-break space before AM and PM, and some a left-to-right mark between the parts of a date.
pub(super) fn tokens(cell: &str) -> Vec<Token<'_>> {
    let mut found = Vec::with_capacity(12);
    let mut glued = false;
    let mut rest = cell;
    while let Some(first) = rest.chars().next() {
        let (kind, length) = if first.is_ascii_digit() {
            let length = span(rest, |letter| letter.is_ascii_digit());
            (Some(Kind::Number(value(&rest[..length]), length)), length)
        } else if first.is_alphabetic() {
            let length = span(rest, char::is_alphabetic);
            (Some(Kind::Word(&rest[..length])), length)
        } else if first.is_whitespace() {
            (None, first.len_utf8())
        } else if matches!(
            first,
            '\u{200e}' | '\u{200f}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        ) {
            rest = &rest[first.len_utf8()..];
            continue;
        } else {
            (Some(Kind::Sign(first)), first.len_utf8())
        };
        if let Some(kind) = kind {
            found.push(Token { kind, glued });
        }
        glued = kind.is_some();
        rest = &rest[length..];
    }
    found
}

/// Reads tokens from the left; a method that does not find its form consumes nothing.
pub(super) struct Reader<'a> {
    /// The remaining tokens.
    pub tokens: &'a [Token<'a>],
}

impl<'a> Reader<'a> {
    /// Returns the token at an index, counted from the cursor.
    pub(super) fn kind(&self, index: usize) -> Option<Kind<'a>> {
        self.tokens.get(index).map(|token| token.kind)
    }

    /// Whether the token at an index follows the previous one without a space.
    pub(super) fn glued(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.glued)
    }

    /// Returns the number at an index and its count of digits.
    pub(super) fn number(&self, index: usize) -> Option<(u32, usize)> {
        match self.kind(index)? {
            Kind::Number(value, digits) => Some((value, digits)),
            _ => None,
        }
    }

    /// Returns the word at an index.
    pub(super) fn word(&self, index: usize) -> Option<&'a str> {
        match self.kind(index)? {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// Whether the token at an index is this sign.
    pub(super) fn is_sign(&self, index: usize, sign: char) -> bool {
        self.kind(index) == Some(Kind::Sign(sign))
    }

    /// Advances the cursor.
    pub(super) fn skip(&mut self, count: usize) {
        self.tokens = self.tokens.get(count..).unwrap_or_default();
    }

    /// Consumes this sign if it is next, and returns whether it was.
    pub(super) fn sign(&mut self, sign: char) -> bool {
        let found = self.is_sign(0, sign);
        self.skip(usize::from(found));
        found
    }
}

fn span(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|letter| !belongs(letter)).unwrap_or(text.len())
}

fn value(digits: &str) -> u32 {
    digits.bytes().fold(0u32, |sum, digit| {
        sum.saturating_mul(10)
            .saturating_add(u32::from(digit - b'0'))
    })
}

/// The length in bytes beyond which a word is unknown.
const LONGEST: usize = 16;

fn is_one_of(words: &Words, word: &str) -> bool {
    word.len() <= LONGEST && words.are(word)
}

/// Returns the number of a month's name or abbreviation, 1 to 12.
pub(super) fn month(word: &str) -> Option<u32> {
    let mut months = LEXICON.times.months.iter();
    let place = months.position(|names| is_one_of(names, word))?;
    u32::try_from(place + 1).ok()
}

/// Whether the word names a day of the week.
///
/// It is ignored: the date is just as precise, and if the two disagree it is unknown which one is wrong.
pub(super) fn is_weekday(word: &str) -> bool {
    is_one_of(&LEXICON.times.weekdays, word)
}

/// Whether the word only joins the date to the time: `8. Oktober 2020 um 10:00 Uhr`.
pub(super) fn is_filler(word: &str) -> bool {
    is_one_of(&LEXICON.times.fillers, word)
}

/// Whether the word ends an English ordinal: `8th`.
pub(super) fn is_ordinal(word: &str) -> bool {
    is_one_of(&LEXICON.times.ordinals, word)
}

/// Whether the word stands behind the hour: `10 Uhr`.
pub(super) fn is_behind_the_hour(word: &str) -> bool {
    is_one_of(&LEXICON.times.behind_the_hour, word)
}

/// Whether the word joins the day to the month: `8th of October 2020`.
pub(super) fn joins_dates(word: &str) -> bool {
    is_one_of(&LEXICON.times.joining_dates, word)
}

/// Whether the word means universal time.
pub(super) fn is_universal(word: &str) -> bool {
    ["Z", "UTC", "GMT"]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
}

impl Reader<'_> {
    /// Returns the zone whose name comes next, and the count of its tokens: `MESZ`, `heure d’été d’Europe centrale`.
    pub(super) fn zone_name(&self) -> Option<(ZoneName, usize)> {
        const LONGEST_NAME: usize = 8;
        self.word(0)?;
        let mut words: Vec<String> = Vec::new();
        let mut found = None;
        for (index, token) in self.tokens.iter().enumerate().take(LONGEST_NAME) {
            match token.kind {
                Kind::Word(word) => words.extend(fold::words(word)),
                Kind::Sign('\'' | '’' | '-' | '.') => continue,
                _ => break,
            }
            if let Some(name) = ZoneName::find(&words.join(" ")) {
                found = Some((name, index + 1));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_separate_and_marks_vanish() {
        let found = tokens("\u{200e}10\u{200e}/8,\u{202f}PM");
        let kinds: Vec<_> = found.iter().map(|token| token.kind).collect();
        assert_eq!(
            kinds,
            [
                Kind::Number(10, 2),
                Kind::Sign('/'),
                Kind::Number(8, 1),
                Kind::Sign(','),
                Kind::Word("PM"),
            ]
        );
        let glued: Vec<_> = found.iter().map(|token| token.glued).collect();
        assert_eq!(glued, [false, true, true, true, false]);
    }

    #[test]
    fn months_are_known_in_both_languages() {
        for (number, words) in [
            (1, "January Januar Jänner JAN"),
            (3, "March März Mär Mrz Maerz"),
            (5, "May Mai"),
            (10, "October Oktober Okt Oct"),
            (12, "December Dezember Dez Dec"),
        ] {
            for word in words.split(' ') {
                assert_eq!(month(word), Some(number), "{word}");
            }
        }
        assert_eq!(month("Monat"), None);
    }

    #[test]
    fn a_number_longer_than_any_date_does_not_overflow() {
        assert_eq!(
            tokens("99999999999999999999")[0].kind,
            Kind::Number(u32::MAX, 20)
        );
    }
}
