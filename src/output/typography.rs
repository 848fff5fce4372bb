//! How a text is set on a page: lines as they are, numbers beside what they count, nothing that misleads.

use super::shown;

/// A text with its lines as they are, and nothing in them that misleads.
pub(super) fn text(text: &str) -> String {
    let lines: Vec<_> = text.trim().lines().map(shown).collect();
    unbroken(&lines.join("\n"))
}

/// A text whose numbers stay with what they count: `8 October`, `12. Juni`, `92 %`, `45 Min.`
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
