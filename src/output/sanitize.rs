//! Makes untrusted text safe for a terminal: control characters are shown instead of interpreted.
//!
//! A display name may contain an escape sequence that clears the screen, or a mark that reverses the writing direction
//! and makes `gpj.exe` look like `exe.jpg`. Such characters are written in Rust's notation, `\u{202e}`, so that they
//! can be seen, searched and reported. fd and ls do the same.

use std::borrow::Cow;
use std::io::{self, Write};

/// Returns `text` for one line of a terminal or a message.
///
/// Line breaks become `⏎` and tabs a space; other control characters, direction marks and invisible characters become
/// their code, `\u{1b}`. Joiners, which emoji, Persian and Indic scripts need, are kept if they join something. Cells,
/// titles, and names in messages all go through this function.
pub fn shown(text: &str) -> Cow<'_, str> {
    // ASCII without control characters: nearly every cell.
    if text.chars().all(|it| !is_unsafe(it) && !is_joiner(it)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    let mut previous = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        match character {
            '\r' if next == Some('\n') => {}
            '\r' | '\n' | '\u{2028}' | '\u{2029}' => shown.push('⏎'),
            '\t' => shown.push(' '),
            _ if is_joiner(character) && joins(previous) && joins(next) => shown.push(character),
            _ if is_unsafe(character) || is_joiner(character) => {
                shown.extend(character.escape_unicode());
            }
            _ => shown.push(character),
        }
        previous = Some(character);
    }
    Cow::Owned(shown)
}

/// Escapes output to a terminal line by line; line breaks and tabs are kept.
///
/// A last line without a line break is written by [`ShownLines::finish`].
#[derive(Debug)]
pub struct ShownLines<W: Write> {
    output: W,
    /// The current, incomplete line.
    line: Vec<u8>,
}

impl<W: Write> ShownLines<W> {
    /// Writes everything to `output`.
    pub fn new(output: W) -> Self {
        let line = Vec::new();
        Self { output, line }
    }

    /// Writes the rest.
    ///
    /// # Errors
    /// If the output cannot be written to.
    pub fn finish(mut self) -> io::Result<()> {
        let rest = std::mem::take(&mut self.line);
        self.show(&rest)
    }

    fn show(&mut self, line: &[u8]) -> io::Result<()> {
        let text = String::from_utf8_lossy(line);
        let (text, end) = match text.strip_suffix('\n') {
            Some(text) => (text.strip_suffix('\r').unwrap_or(text), "\n"),
            None => (&*text, ""),
        };
        let cells: Vec<Cow<'_, str>> = text.split('\t').map(shown).collect();
        write!(self.output, "{}{end}", cells.join("\t"))
    }
}

impl<W: Write> Write for ShownLines<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for part in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(part);
            if part.ends_with(b"\n") {
                let line = std::mem::take(&mut self.line);
                self.show(&line)?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }
}

/// Returns whether `character` would mislead a terminal or a reader if left unchanged.
pub(super) fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            // Soft hyphen, Arabic letter mark, Mongolian vowel separator.
            '\u{ad}' | '\u{61c}' | '\u{180e}'
            // Zero-width space; left-to-right and right-to-left mark.
            | '\u{200b}' | '\u{200e}' | '\u{200f}'
            // Line and paragraph separator; embeddings and overrides.
            | '\u{2028}'..='\u{202e}'
            // Word joiner, invisible operators, isolates, deprecated format characters.
            | '\u{2060}'..='\u{206f}'
            // Byte-order mark, annotation marks, tags.
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// Zero-width joiner and non-joiner.
fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
}

/// Returns whether a joiner has something to join on this side.
fn joins(neighbour: Option<char>) -> bool {
    neighbour.is_some_and(|it| !it.is_whitespace() && !is_unsafe(it) && !is_joiner(it))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_would_be_obeyed_is_shown() {
        let cases = [
            ("Jörg Müller-Łukasz 田中", "Jörg Müller-Łukasz 田中"),
            ("\u{1b}[31mrot", "\\u{1b}[31mrot"),
            ("a\u{9b}1mb", "a\\u{9b}1mb"),
            ("x\u{202e}gpj.exe", "x\\u{202e}gpj.exe"),
            ("\u{200b}Anna\u{feff}", "\\u{200b}Anna\\u{feff}"),
            ("bell\u{7}", "bell\\u{7}"),
            ("one\r\ntwo\nthree\rfour", "one⏎two⏎three⏎four"),
            ("a\tb", "a b"),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn lines_are_shown_whatever_the_pieces_they_come_in() {
        let text = "Jörg\u{1b}[31m,\"two\r\nlines\"\r\n\tx\u{202e}gpj.exe\rover";
        let expected = "Jörg\\u{1b}[31m,\"two\nlines\"\n\tx\\u{202e}gpj.exe⏎over";
        for size in 1..text.len() {
            let mut written = Vec::new();
            let mut lines = ShownLines::new(&mut written);
            for piece in text.as_bytes().chunks(size) {
                lines.write_all(piece).unwrap();
            }
            lines.finish().unwrap();
            assert_eq!(String::from_utf8(written).unwrap(), expected, "{size}");
        }
    }

    #[test]
    fn joiners_stay_inside_words_only() {
        assert_eq!(shown("👩\u{200d}🔬"), "👩\u{200d}🔬");
        assert_eq!(shown("می\u{200c}خواهم"), "می\u{200c}خواهم");
        assert_eq!(shown("Anna\u{200d}"), "Anna\\u{200d}");
        assert_eq!(
            shown("a\u{200d}\u{200d}b"),
            "a\\u{200d}\\u{200d}b",
            "two of them join nothing"
        );
    }

    /// Generates texts with many of the relevant characters.
    fn tricky() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a \r\n\t\u{1b}\u{9b}\u{202e}\u{2066}\u{200b}-\u{200f}\u{feff}]{0,8}",
            any::<String>()
        ]
    }

    proptest! {
        #[test]
        fn nothing_shown_can_be_obeyed(text in tricky()) {
            prop_assert!(!shown(&text).contains(is_unsafe));
        }

        #[test]
        fn what_is_shown_stays(text in tricky()) {
            let once = shown(&text).into_owned();
            prop_assert_eq!(shown(&once), once.as_str());
        }
    }
}
