//! Formats lines and names for messages.

use crate::catalogue::Message;
use crate::message;

/// The maximum number of lines named individually.
const NAMED: usize = 8;

/// Names lines, or only the first few: `lines 2, 3 and 7 more`.
pub fn lines(numbers: &[u64]) -> Message {
    message!(lines::some {
        count: numbers.len(),
        lines: &numbers[..numbers.len().min(NAMED)],
        more: numbers.len().saturating_sub(NAMED),
    })
}

/// Puts each name between backticks.
pub fn quoted(names: impl IntoIterator<Item = impl std::fmt::Display>) -> Vec<Message> {
    let quoted = names.into_iter().map(|name| format!("`{name}`"));
    quoted.map(Message::verbatim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Language;

    #[test]
    fn the_first_lines_of_many_are_named() {
        let said = |count: u64| lines(&(1..=count).collect::<Vec<_>>());
        assert_eq!(said(1).in_english(), "line 1");
        assert_eq!(said(8).in_english(), "lines 1, 2, 3, 4, 5, 6, 7, 8");
        assert_eq!(
            said(10).in_english(),
            "lines 1, 2, 3, 4, 5, 6, 7, 8 and 2 more"
        );
        assert_eq!(
            said(9).in_language(Language::De),
            "Zeilen 1, 2, 3, 4, 5, 6, 7, 8 und 1 weitere"
        );
    }
}
