//! Repairs UTF-8 text that was read in another encoding and saved again: `JÃ¶rg`, `MÃ¼ller`, `â‚¬`.
//!
//! *One decision per file.* [`Detector`] looks at the whole text. The text is repaired if every sequence that looks
//! misread is valid UTF-8 for letters that fit their neighbours, and no letter contradicts that: in `JOÃO` the Ã is a
//! letter. A text that contains correct umlauts as well is only repaired if a sequence cannot be anything else, such as
//! a symbol in the middle of a word.
//!
//! *Repeated misreading.* A text may have been misread several times; each layer is found in the result of the previous
//! repair.
//!
//! *Lost letters.* A `?` after the first half of a letter replaces the other half, which was lost; both become U+FFFD,
//! which is reported like any other lost letter.
//!
//! Pure functions.

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use encoding_rs::{MACINTOSH, WINDOWS_1250, WINDOWS_1252};

/// The encoding that UTF-8 was mistaken for; `Display` writes its usual name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Misread {
    /// Windows for Western Europe, and Latin-1.
    Windows1252,
    /// Macintosh before UTF-8.
    MacRoman,
    /// Windows for Central Europe.
    Windows1250,
}

impl fmt::Display for Misread {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Windows1252 => "windows-1252",
            Self::MacRoman => "macintosh",
            Self::Windows1250 => "windows-1250",
        })
    }
}

/// How often a text may have been misread.
pub(super) const MOST_LAYERS: usize = 3;

impl Misread {
    const ALL: [Self; 3] = [Self::Windows1252, Self::MacRoman, Self::Windows1250];

    fn codec(self) -> &'static Codec {
        &CODECS[self as usize]
    }

    /// Returns the text as it was before it was misread.
    pub(super) fn repair(self, text: &str) -> Cow<'_, str> {
        let codec = self.codec();
        if !codec.pieces(text).any(|(_, piece)| piece.is_misread()) {
            return Cow::Borrowed(text);
        }
        let mut repaired = String::with_capacity(text.len());
        for (_, piece) in codec.pieces(text) {
            match piece {
                Piece::Plain(plain) => repaired.push_str(plain),
                Piece::Misread(letter) => repaired.push(letter.is),
                Piece::Half { is_blank: true } => {}
                Piece::Half { is_blank: false } => repaired.push(char::REPLACEMENT_CHARACTER),
                Piece::Own(letter) | Piece::OwnLead(letter) => repaired.push(letter),
            }
        }
        Cow::Owned(repaired)
    }
}

/// Undoes several layers, the last misreading first.
pub(super) fn repair<'text>(text: &'text str, layers: &[Misread]) -> Cow<'text, str> {
    layers.iter().fold(Cow::Borrowed(text), |text, layer| {
        match layer.repair(&text) {
            Cow::Borrowed(_) => text,
            Cow::Owned(repaired) => Cow::Owned(repaired),
        }
    })
}

/// Whether a short text has a sequence that must be misread, in any of the encodings.
pub fn is_misread(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let mut detector = Detector::default();
    detector.observe(text);
    detector.counts.iter().any(|count| count.certain > 0)
}

/// The result for a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nothing was misread.
    Clean,
    /// It was misread and can be repaired.
    Misread {
        /// The encoding it was mistaken for.
        from: Misread,
        /// The number of misread letters.
        letters: u64,
    },
    /// Some of it was misread, but some of it contradicts that.
    Doubtful,
}

/// Examines a text piece by piece; a piece is one or several whole lines, or a cell.
#[derive(Debug, Clone, Default)]
pub(super) struct Detector {
    counts: [Count; Misread::ALL.len()],
}

impl Detector {
    /// Examines the next piece.
    pub(super) fn observe(&mut self, text: &str) {
        if text.is_ascii() {
            return;
        }
        for (count, misread) in self.counts.iter_mut().zip(Misread::ALL) {
            count.observe(text, misread.codec());
        }
    }

    /// Decides about everything observed.
    pub(super) fn verdict(&self) -> Verdict {
        let ranked = |pure: bool| {
            let valid = Misread::ALL
                .into_iter()
                .zip(&self.counts)
                .filter(|(_, count)| count.is_valid() && (count.own == 0) == pure);
            // The first of equals: `max_by_key` would return the last.
            valid.rev().max_by_key(|(_, count)| count.letters)
        };
        let Some((from, best)) = ranked(true).or_else(|| ranked(false)) else {
            let is_certain = self.counts.iter().any(|count| count.certain > 0);
            return if is_certain {
                Verdict::Doubtful
            } else {
                Verdict::Clean
            };
        };
        let is_other = |count: &Count| {
            count.is_valid()
                && (count.own == 0) == (best.own == 0)
                && count.letters == best.letters
                && count.hash != best.hash
        };
        if self.counts.iter().any(is_other) {
            return Verdict::Doubtful;
        }
        Verdict::Misread {
            from,
            letters: best.letters,
        }
    }
}

/// The evidence for and against one encoding.
#[derive(Debug, Clone, Default)]
struct Count {
    /// Sequences that decode to one letter.
    letters: u64,
    /// Those among them that cannot occur in correct text.
    certain: u64,
    /// Those that continue the surrounding word.
    likely: u64,
    /// Letters beyond ASCII that are correct.
    own: u64,
    /// First halves of a letter whose second half was lost.
    halves: u64,
    /// Letters that could be first halves but are clearly letters: `JOÃO`.
    against: u64,
    /// Letters that do not fit their neighbours, as in `MÌller`.
    misfits: u64,
    /// A hash of the decoded letters, to compare results.
    hash: u64,
}

impl Count {
    fn is_valid(&self) -> bool {
        let is_alone = self.own == 0 && self.likely > 0;
        let is_sure = self.certain > 0 && (self.own == 0 || self.halves == 0);
        self.against == 0 && self.misfits == 0 && (is_alone || is_sure)
    }

    fn observe(&mut self, text: &str, codec: &Codec) {
        let mut before = None;
        // Whether a genuine quotation mark comes before in the same word.
        let mut is_quoted = false;
        let mut pieces = codec.pieces(text).peekable();
        while let Some((at, piece)) = pieces.next() {
            match &piece {
                Piece::Plain(plain) => is_quoted &= !plain.contains(char::is_whitespace),
                Piece::Own(char::REPLACEMENT_CHARACTER) => {}
                Piece::Misread(letter) => {
                    let after = pieces.peek().and_then(|(_, next)| next.first());
                    let next = text[at + letter.length..].chars().next();
                    let last = text[..at].chars().next_back();
                    self.letters += 1;
                    let is_half = codec.are_one(Some(letter.is), after)
                        || codec.are_one(before, Some(letter.is));
                    self.misfits += u64::from(!is_half && !fits(before, letter.is, after));
                    self.likely += u64::from(continues(before, letter.is, after));
                    let may_end_quote = is_quoted && letter.ends_in_sign;
                    self.certain += u64::from(!may_end_quote && letter.is_certain(last, next));
                    self.hash = (self.hash.rotate_left(5) ^ u64::from(u32::from(letter.is)))
                        .wrapping_mul(0x9E37_79B9_7F4A_7C15);
                }
                Piece::Half { .. } => self.halves += 1,
                Piece::Own(letter) => {
                    self.own += 1;
                    is_quoted |= "„“”‚‘«»‹›".contains(*letter);
                }
                Piece::OwnLead(_) => self.against += 1,
            }
            before = piece.last();
        }
    }
}

/// Whether a letter can occur between two others, by its case.
fn fits(before: Option<char>, letter: char, after: Option<char>) -> bool {
    let is_upper = |it: Option<char>| it.is_some_and(char::is_uppercase);
    // Words in capitals may contain an ß.
    let is_lower = |it: Option<char>| it.is_some_and(|it| it.is_lowercase() && it != 'ß');
    if letter.is_uppercase() {
        let follows = is_upper(before) || is_lower(before);
        return !(is_lower(before) || (follows && is_lower(after)));
    }
    let has_case = letter.is_lowercase() && letter.is_alphabetic();
    !(has_case && !"ßªº".contains(letter) && is_upper(before) && is_upper(after))
}

/// Whether a letter continues the adjacent word, or is a symbol, since no word ends in `Â` before one.
fn continues(before: Option<char>, letter: char, after: Option<char>) -> bool {
    let is_like = |it: char| {
        it.is_lowercase() && letter.is_lowercase() || it.is_uppercase() && letter.is_uppercase()
    };
    matches!(letter, '\u{A0}'..='\u{BF}')
        || before.is_some_and(is_like)
        || after.is_some_and(is_like)
}

/// A letter that was misread.
#[derive(Debug, Clone, Copy)]
struct Letter {
    /// The letter itself.
    is: char,
    /// The character that its first byte was read as.
    lead: char,
    /// Whether one of its bytes was read as something other than a letter.
    has_symbol: bool,
    /// Whether its last byte was read as punctuation that follows words: `Ä“`, `Ä…`.
    ends_in_sign: bool,
    /// The length of its misread text in bytes.
    length: usize,
}

impl Letter {
    /// Whether this cannot occur between these two characters in correct text.
    fn is_certain(self, last: Option<char>, next: Option<char>) -> bool {
        if u32::from(self.is) >= 0x2000 {
            return true;
        }
        let is_accent = matches!(self.is, '\u{300}'..='\u{36F}');
        let is_latin =
            matches!(self.is, 'À'..='ſ' | '\u{218}'..='\u{21B}' | '\u{1E00}'..='\u{1EFF}');
        // Words in capitals may contain an ß.
        let is_small = |it: char| it.is_lowercase() && it != 'ß';
        let goes_on = next.is_some_and(|next| next.is_ascii_lowercase());
        let breaks_case = last.is_some_and(is_small)
            && !self.lead.is_lowercase()
            && (!self.ends_in_sign || goes_on);
        let cuts_word = self.has_symbol && goes_on;
        (is_latin || is_accent) && (breaks_case || cuts_word)
    }
}

/// A piece of text as interpreted by one encoding.
#[derive(Debug, Clone, Copy)]
enum Piece<'text> {
    /// ASCII.
    Plain(&'text str),
    /// A letter that was misread.
    Misread(Letter),
    /// The first half of a letter, or of a no-break space, which is an ordinary space by now.
    Half { is_blank: bool },
    /// A correct letter beyond ASCII.
    Own(char),
    /// A letter that could have been the first half of another but is followed by a letter.
    OwnLead(char),
}

impl Piece<'_> {
    fn is_misread(&self) -> bool {
        matches!(self, Self::Misread(_) | Self::Half { .. })
    }

    fn first(&self) -> Option<char> {
        match self {
            Self::Plain(plain) => plain.chars().next(),
            other => other.last(),
        }
    }

    fn last(&self) -> Option<char> {
        match self {
            Self::Plain(plain) => plain.chars().next_back(),
            Self::Misread(letter) => Some(letter.is),
            Self::Half { .. } => None,
            Self::Own(letter) | Self::OwnLead(letter) => Some(*letter),
        }
    }
}

/// The bytes of a single-byte encoding.
#[derive(Debug)]
struct Codec {
    /// The characters of the bytes from 0x80 on.
    characters: [char; 128],
    /// The reverse mapping, up to U+0250.
    bytes: Vec<u8>,
    /// Only the first halves of Latin letters and of punctuation are searched for: the others are quotation marks and
    /// letters used in this part of Europe.
    is_latin: bool,
}

static CODECS: LazyLock<[Codec; Misread::ALL.len()]> = LazyLock::new(|| {
    [
        Codec::new(WINDOWS_1252, false),
        Codec::new(MACINTOSH, true),
        Codec::new(WINDOWS_1250, true),
    ]
});

/// The end of the table of bytes.
const TABLE: usize = 0x250;

impl Codec {
    fn new(encoding: &'static encoding_rs::Encoding, is_latin: bool) -> Self {
        let mut characters = ['\0'; 128];
        for (byte, character) in (0x80..=0xFF_u8).zip(&mut characters) {
            let bytes = [byte];
            let text = encoding.decode_without_bom_handling(&bytes).0;
            *character = text.chars().next().unwrap_or_default();
        }
        let mut bytes = vec![0; TABLE];
        // Latin-1 has control codes where the others have letters.
        for byte in 0x80..0xA0_u8 {
            bytes[usize::from(byte)] = byte;
        }
        for (byte, character) in (0x80..=0xFF_u8).zip(characters) {
            if let Some(place) = bytes.get_mut(character as usize) {
                *place = byte;
            }
        }
        Self {
            characters,
            bytes,
            is_latin,
        }
    }

    fn byte(&self, character: char) -> Option<u8> {
        if let Some(byte) = self.bytes.get(character as usize) {
            return Some(*byte).filter(|byte| *byte > 0);
        }
        let place = self.characters.iter().position(|it| *it == character)?;
        u8::try_from(place + 0x80).ok()
    }

    /// Whether two characters are one misread letter.
    fn are_one(&self, first: Option<char>, second: Option<char>) -> bool {
        let byte = |letter: Option<char>| letter.and_then(|it| self.byte(it)).unwrap_or_default();
        byte(first) >= 0xC2 && matches!(byte(second), 0x80..=0xBF)
    }

    /// Splits a text into pieces with their offsets.
    fn pieces<'text>(
        &self,
        text: &'text str,
    ) -> impl Iterator<Item = (usize, Piece<'text>)> + use<'_, 'text> {
        let (mut at, mut foreign) = (0, false);
        std::iter::from_fn(move || {
            let rest = &text[at..];
            let first = rest.chars().next()?;
            let (piece, length) = if first.is_ascii() {
                let end = rest.find(|it: char| !it.is_ascii()).unwrap_or(rest.len());
                (Piece::Plain(&rest[..end]), end)
            } else {
                self.beyond_ascii(first, rest, foreign)
            };
            foreign = matches!(piece, Piece::Misread(letter) if is_foreign(letter.is));
            let found = (at, piece);
            at += length;
            Some(found)
        })
    }

    fn beyond_ascii<'text>(
        &self,
        first: char,
        rest: &str,
        follows_foreign: bool,
    ) -> (Piece<'text>, usize) {
        if let Some(letter) = self.letter(rest) {
            let is_among_its_like = || {
                let next = self.letter(&rest[letter.length..]);
                follows_foreign || next.is_some_and(|next| is_foreign(next.is))
            };
            if !is_foreign(letter.is) || is_among_its_like() {
                return (Piece::Misread(letter), letter.length);
            }
        }
        let lead = self.byte(first).unwrap_or_default();
        let length = first.len_utf8();
        let next = rest[length..].chars().next();
        match (lead, next) {
            (0xC2, Some(' ')) => (Piece::Half { is_blank: true }, length),
            (0xC3..=0xC5, Some('?')) => (Piece::Half { is_blank: false }, length + 1),
            (0xC3, None | Some(' ' | ';' | ',' | '\t' | '"' | '\r' | '\n')) => {
                (Piece::Half { is_blank: false }, length)
            }
            (0xC2 | 0xC3, Some(next)) if next.is_alphabetic() => (Piece::OwnLead(first), length),
            _ => (Piece::Own(first), length),
        }
    }

    /// Reads one letter whose bytes were read as several characters.
    fn letter(&self, text: &str) -> Option<Letter> {
        let mut characters = text.chars();
        let lead = characters.next()?;
        let first = self.byte(lead)?;
        let is_sought = !self.is_latin || matches!(first, 0xC2..=0xC5 | 0xE2);
        let length = match first {
            0xC2..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF4 => 4,
            _ => return None,
        };
        let mut bytes = [first, 0, 0, 0];
        let mut has_symbol = !lead.is_alphabetic();
        let (mut used, mut ends_in_sign) = (lead.len_utf8(), false);
        for byte in bytes.get_mut(1..length)? {
            let character = characters.next()?;
            *byte = self.byte(character).filter(|byte| *byte < 0xC0)?;
            // An apostrophe may be within a word: `Ä’s`.
            has_symbol |= !character.is_alphabetic() && character != '’';
            ends_in_sign = "“”„‘’‚«»‹›–—…".contains(character);
            used += character.len_utf8();
        }
        let is = std::str::from_utf8(bytes.get(..length)?)
            .ok()?
            .chars()
            .next()?;
        let is_plausible = is_plausible(is) && (!self.is_latin || is < '\u{2000}' || is_usual(is));
        (is_sought && is_plausible).then_some(Letter {
            is,
            lead,
            has_symbol,
            ends_in_sign,
            length: used,
        })
    }
}

/// Whether a letter is Greek or Cyrillic; such letters occur next to each other.
fn is_foreign(letter: char) -> bool {
    matches!(letter, '\u{370}'..='\u{4FF}')
}

/// Whether people type the sign. On a Mac any other may be a quoted word: `‚Äöff‘`.
fn is_usual(sign: char) -> bool {
    "–—‘’“”„•…€".contains(sign)
}

/// Whether a table of people may contain a character.
fn is_plausible(character: char) -> bool {
    matches!(character,
        // Control codes and standalone accents were letters before they were misread a second time.
        '\u{80}'..='\u{17F}' | '\u{192}' | '\u{2C6}'..='\u{2DD}'
        | '\u{218}'..='\u{21B}'
        // Combining accents, as in file names on a Mac.
        | '\u{300}'..='\u{304}' | '\u{306}'..='\u{308}' | '\u{30A}'..='\u{30C}' | '\u{327}' | '\u{328}'
        | '\u{370}'..='\u{4FF}'
        | '\u{1E00}'..='\u{1EFF}'
        | '\u{2010}'..='\u{2044}'
        | '\u{20A0}'..='\u{20BF}'
        | '\u{2100}'..='\u{22FF}'
        | '\u{2500}'..='\u{27BF}'
        | '\u{FE0F}' | '\u{FEFF}' | '\u{FFFD}'
        | '\u{1F000}'..='\u{1FAFF}')
}

#[cfg(test)]
#[path = "mojibake_tests.rs"]
mod tests;
