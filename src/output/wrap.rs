//! Wraps text to a number of terminal columns: between words, and within a word only if it is wider than a line.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A word that is too wide is preferably broken after these characters, which are common in addresses.
const SEAMS: &str = "-/@._,;:&=?+";

/// Returns the number of terminal columns that a text occupies.
pub(super) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// Returns the width of the widest word.
pub(super) fn widest_word(text: &str) -> usize {
    text.split(' ').map(width).max().unwrap_or(0)
}

/// Returns the lines of a text, none wider than `room`, and none empty unless the text is empty.
pub(super) fn wrap(text: &str, room: usize) -> Vec<String> {
    // A single character may occupy two columns.
    let room = room.max(2);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|it| !it.is_empty()) {
        if !line.is_empty() && width(&line) + 1 + width(word) > room {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        let mut rest = word;
        while width(&line) + width(rest) > room {
            let (start, end) = broken(rest, room);
            lines.push(start.to_owned());
            rest = end;
        }
        line.push_str(rest);
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// Splits a word that is wider than `room`.
fn broken(word: &str, room: usize) -> (&str, &str) {
    let (mut taken, mut seam, mut end) = (0, None, 0);
    for (at, letter) in word.char_indices() {
        taken += letter.width().unwrap_or(0);
        if taken > room && end > 0 {
            break;
        }
        end = at + letter.len_utf8();
        if SEAMS.contains(letter) && taken * 2 > room {
            seam = Some(end);
        }
    }
    word.split_at(seam.unwrap_or(end))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_stay_whole_where_they_can() {
        assert_eq!(wrap("", 10), [""]);
        assert_eq!(wrap("ein langer Satz", 10), ["ein langer", "Satz"]);
        assert_eq!(
            wrap("an vorname.nachname@cluster-sued.example.org", 20),
            ["an", "vorname.nachname@", "cluster-sued.", "example.org"]
        );
        assert_eq!(wrap("田中太郎", 5), ["田中", "太郎"]);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_nothing_is_lost(text in "[a-z .@-]{0,60}|\\PC{0,40}", room in 2_usize..40) {
            let lines = wrap(&text, room);
            for line in &lines {
                prop_assert!(width(line) <= room, "{line:?}");
            }
            let letters = |text: &str| text.split(' ').collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
            for word in text.split(' ').filter(|it| width(it) <= room) {
                prop_assert!(lines.iter().any(|it| it.contains(word)), "{word:?}");
            }
        }
    }
}
