//! The apostrophe that keeps a spreadsheet from running a text as a formula.
//!
//! Whoever fills in a sign-up form decides what stands in the organiser's spreadsheet:
//! `=HYPERLINK(…)` as a name is a formula as soon as the CSV file is opened. An apostrophe before it
//! makes it a text. Telephone numbers and negative numbers start with the same characters, contain
//! nothing that could name a cell or a function, and stay as they are.
//!
//! # What counts as a beginning
//!
//! The list is that of [OWASP](https://owasp.org/www-community/attacks/CSV_Injection): `=`, `+`, `-`, `@`, their
//! full-width forms, which spreadsheets set up for Japanese and Chinese take for the same signs, tab, and the two ends of
//! lines; ASVS 1.2.10 adds NUL. Blanks and control characters before a sign count as nothing: some programs, and
//! most wizards for text files, cut them away before they look. An apostrophe too many is seen and harmless, a
//! formula is neither.
//!
//! # The way back
//!
//! [`unguard`] takes away exactly what [`guard`] added: `unguard(guard(text)) == text` for every text.
//! For that, a text that looks guarded before it is guarded (`'=1`) gets one more apostrophe.

use std::borrow::Cow;

use super::sanitize::is_unsafe;

/// Returns `text` so that no spreadsheet takes it for a formula.
pub fn guard(text: &str) -> Cow<'_, str> {
    if needs_guard(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Returns `text` without the apostrophe that [`guard`] added, if it did.
pub fn unguard(text: &str) -> Cow<'_, str> {
    match text.strip_prefix('\'') {
        Some(rest) if needs_guard(rest) => Cow::Borrowed(rest),
        _ => Cow::Borrowed(text),
    }
}

/// Whether `text` could be run as a formula, or reads like a guarded one.
fn needs_guard(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    if text.starts_with(CUT_AWAY) {
        return true;
    }
    let text = text.trim_start_matches(is_blank);
    text.starts_with(SIGNS) && !is_number_like(text)
}

/// What a formula begins with.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What no honest text begins with, and some program cuts away or takes for the end of the cell before.
const CUT_AWAY: [char; 4] = ['\t', '\r', '\n', '\0'];

/// Whether a program may look past it for the sign. Marks that cannot be seen are among it, since whoever cleans a
/// file may take them out.
fn is_blank(character: char) -> bool {
    character.is_whitespace() || is_unsafe(character)
}

/// A telephone number or a number with a sign: digits and what people write between them.
fn is_number_like(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['+', '-']) else {
        return false;
    };
    rest.contains(|character: char| character.is_ascii_digit())
        && rest.chars().all(|character| {
            // Word processors put a no-break space between the groups of a telephone number.
            character.is_ascii_digit() || " \u{a0}()-/.,".contains(character)
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulas_are_guarded() {
        for text in [
            "=1+1",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "+49 30 A1",
            "-",
            "\n=1",
            "\0=1",
            " =1+1",
            "\u{a0}=1+1",
            "\u{3000}\u{200b}=1+1",
            "＝1+1",
            "＋1",
            "－1",
            " ＠SUM(A1)",
        ] {
            assert_eq!(guard(text), format!("'{text}"));
            assert_eq!(unguard(&format!("'{text}")), text);
        }
    }

    #[test]
    fn telephone_numbers_and_negative_numbers_stay() {
        for text in [
            "+49 30 5550101",
            "+49 (0)30/555-01.01",
            "+49\u{a0}30\u{a0}5550101",
            "-3",
            "-0,5",
            "-1.234,56",
            " -3",
            " Anna = Bert",
            " '=1",
            "Anna = Bert",
            "'n Abend",
            "'",
            "",
        ] {
            assert_eq!(guard(text), text);
            assert_eq!(unguard(text), text);
        }
    }

    #[test]
    fn a_text_that_looks_guarded_comes_back_as_it_was() {
        assert_eq!(guard("'=1"), "''=1");
        assert_eq!(unguard("''=1"), "'=1");
        assert_eq!(unguard("'=1"), "=1");
    }

    /// Texts made of what the guard looks at, which arbitrary texts seldom hold.
    fn tricky() -> impl Strategy<Value = String> {
        prop_oneof![
            "['=+@＝－\t\r\n\0\u{200b}\u{a0}0-9a (-]{0,6}",
            any::<String>()
        ]
    }

    proptest! {
        #[test]
        fn unguard_takes_back_what_guard_added(text in tricky()) {
            let guarded = guard(&text);
            prop_assert_eq!(unguard(&guarded), text.as_str());
        }

        #[test]
        fn nothing_guarded_starts_like_a_formula(text in tricky()) {
            let guarded = guard(&text);
            let seen = guarded.trim_start_matches(is_blank);
            prop_assert!(!seen.starts_with(SIGNS) || is_number_like(seen));
            prop_assert!(!guarded.starts_with(CUT_AWAY));
        }
    }
}
