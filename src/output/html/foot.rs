//! The title at the foot of every page.

use std::fmt::Write;

use super::super::shown;

/// The maximum length of a title at the foot of a page.
const FOOT: usize = 110;

/// Returns text for a double-quoted CSS string, on one line, and limited to the width of a page.
pub(super) fn css_text(text: &str) -> String {
    let text = shown(text.trim());
    let mut written = String::new();
    let end = end_of_words(&text, FOOT);
    for character in text.chars().take(end) {
        if character.is_alphanumeric() || " .,:;-–()/".contains(character) {
            written.push(character);
        } else {
            // The space ends the number.
            let _ = write!(written, "\\{:x} ", u32::from(character));
        }
    }
    if text.chars().count() > end {
        written.push('…');
    }
    written
}

/// Returns how many characters of a text are shown so that no word is cut, unless one word is nearly all of it.
fn end_of_words(text: &str, most: usize) -> usize {
    let characters: Vec<char> = text.chars().collect();
    if characters.len() <= most {
        return characters.len();
    }
    let space = characters[..=most].iter().rposition(|it| *it == ' ');
    let end = space.filter(|it| *it * 2 > most).unwrap_or(most);
    let is_pause = |it: &char| it.is_whitespace() || ",;:·–-(".contains(*it);
    let words = characters[..end].iter().rposition(|it| !is_pause(it));
    words.map_or(end, |it| it + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_ends_between_words() {
        let title = format!("Unterschriftenliste: {}", "Fachkräfte ".repeat(12));
        let foot = css_text(&title);
        assert!(foot.ends_with(" Fachkräfte…"), "{foot}");
        assert_eq!(css_text("Door list"), "Door list");
        // The comma goes with the words that are left out.
        let title = format!("{}, and more", "x".repeat(FOOT - 1));
        assert!(css_text(&title).ends_with("xx…"));
    }
}
