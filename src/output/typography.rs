//! Prepares text for a page: line breaks are kept, numbers stay with their units, misleading characters are escaped.

use super::shown;

/// Returns text with its line breaks, and misleading characters escaped.
pub(super) fn text(text: &str) -> String {
    let lines: Vec<_> = text.trim().lines().map(shown).collect();
    unbroken(&lines.join("\n"))
}

/// Returns text whose numbers are not separated from their units: `8 October`, `12. Juni`, `92 %`, `45 Min.`
fn unbroken(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 8);
    let mut is_number = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek();
        let is_counted = next.is_some_and(|it| it.is_alphabetic() || *it == '%');
        if character == ' ' && is_number && is_counted {
            written.push('\u{a0}');
        } else {
            written.push(character);
        }
        is_number = character.is_ascii_digit() || is_number && character == '.';
    }
    written
}
