//! Prepares text for a page: line breaks are kept, numbers stay with their units, misleading characters are escaped.

use super::shown;

/// Returns text with its line breaks, and misleading characters escaped.
pub(super) fn text(text: &str) -> String {
    let lines: Vec<_> = text.trim().lines().map(shown).collect();
    unbroken(&lines.join("\n"))
}

/// Returns text for a page in a browser, whose ranges stay on one line as well: `10:15–11:00`. Word processors have no
/// common character for that.
pub(super) fn page_text(written: &str) -> String {
    let text = text(written);
    if !text.contains('–') {
        return text;
    }
    let mut joined = String::with_capacity(text.len() + 8);
    let mut characters = text.chars().peekable();
    let mut before = None;
    while let Some(character) = characters.next() {
        let is_digit = |it: Option<char>| it.is_some_and(|it| it.is_ascii_digit());
        if character == '–' && is_digit(before) && is_digit(characters.peek().copied()) {
            joined.push_str("\u{2060}–\u{2060}");
        } else {
            joined.push(character);
        }
        before = Some(character);
    }
    joined
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_of_times_stays_in_one_line_of_a_page() {
        assert_eq!(
            page_text("Keynote, 10:30–11:30"),
            "Keynote, 10:30\u{2060}–\u{2060}11:30"
        );
        assert_eq!(page_text("Bio – Nord, A–Z"), "Bio – Nord, A–Z");
        assert_eq!(text("10:30–11:30"), "10:30–11:30");
    }
}
