//! Zoom's words other than whole headings: the text in brackets in every language, yes and no.

use crate::formats::fold;
use crate::formats::platform::{Platform, folded, with_own_code};
use crate::import::values::words::yes_no;

/// Returns the platform with Zoom's headings and titles.
pub(super) fn platform() -> &'static Platform {
    with_own_code("zoom")
}

/// Parses a yes or a no in Zoom's languages.
pub(super) fn said_yes(cell: &str) -> Option<bool> {
    yes_no(cell).or_else(|| {
        let is_yes = platform().is_mark("yes", cell);
        (is_yes || platform().is_mark("no", cell)).then_some(is_yes)
    })
}

/// Returns the text in brackets at the end of a heading, folded.
fn in_brackets(heading: &str) -> Option<String> {
    let before_end = heading.trim_end().strip_suffix([')', '）'])?;
    let (_, inside) = before_end.rsplit_once(['(', '（'])?;
    Some(folded(inside))
}

/// Whether a heading is a name with the original one in brackets, in any language.
pub(super) fn is_original(heading: &str) -> bool {
    let original = platform().brackets("original");
    platform().is_mark("original_name", heading)
        || in_brackets(heading).is_some_and(|it| original.iter().any(|word| it.contains(word)))
}

/// Whether a heading says that it counts minutes, in any language.
pub(super) fn is_in_minutes(heading: &str) -> bool {
    in_brackets(heading).is_some_and(|inside| {
        let mut minutes = platform().brackets("minutes").iter();
        platform().is_mark("minutes", &inside) || minutes.any(|word| inside.starts_with(word))
    })
}

/// Whether a heading is about the waiting room.
pub(super) fn is_about_waiting(heading: &str) -> bool {
    // Every heading of a file is looked at here, and the whole folding is slow.
    let heading = fold::plain(heading).replace(' ', "");
    let mut words = platform().brackets("waiting").iter();
    words.any(|word| heading.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_are_read_in_many_languages() {
        for (yes, no) in [
            ("Yes", "No"),
            ("Ja", "Nein"),
            ("はい", "いいえ"),
            ("Tak", "Nie"),
            ("Sí", "no"),
        ] {
            assert_eq!(
                (said_yes(yes), said_yes(no)),
                (Some(true), Some(false)),
                "{yes}"
            );
        }
        assert_eq!(said_yes("perhaps"), None);
    }
}
