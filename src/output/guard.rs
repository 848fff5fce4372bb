//! Adds the apostrophe that prevents a spreadsheet from running text as a formula.
//!
//! People who fill in a sign-up form decide what is in the organiser's spreadsheet: `=HYPERLINK(…)` as a name becomes a
//! formula as soon as the CSV file is opened. A leading apostrophe makes it text. Telephone numbers and negative
//! numbers begin with the same characters, but cannot refer to cells or functions, and are left unchanged.
//!
//! # What is guarded
//!
//! The list is that of [OWASP](https://owasp.org/www-community/attacks/CSV_Injection): `=`, `+`, `-`, `@`, their
//! full-width forms, which Japanese and Chinese spreadsheets treat as the same signs, tab, and both line endings; ASVS
//! 1.2.10 adds NUL. Blanks and control characters before a sign are skipped: some programs, and most text import
//! wizards, strip them first. A superfluous apostrophe is visible and harmless, a formula is neither.
//!
//! # The way back
//!
//! [`unguard`] removes exactly what [`guard`] added: `unguard(guard(text)) == text` for every text. For this, text that
//! already looks guarded (`'=1`) gets another apostrophe.

use std::borrow::Cow;

use super::sanitize::is_unsafe;

/// Returns `text` in a form that no spreadsheet treats as a formula.
pub fn guard(text: &str) -> Cow<'_, str> {
    if needs_guard(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Returns `text` without the apostrophe that [`guard`] added, if any.
pub fn unguard(text: &str) -> Cow<'_, str> {
    match text.strip_prefix('\'') {
        Some(rest) if needs_guard(rest) => Cow::Borrowed(rest),
        _ => Cow::Borrowed(text),
    }
}

/// Returns whether `text` could be run as a formula, or looks guarded.
fn needs_guard(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    if text.starts_with(CUT_AWAY) {
        return true;
    }
    let text = text.trim_start_matches(is_blank);
    text.starts_with(SIGNS) && !is_number_like(text)
}

/// The characters that a formula begins with.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Characters that no legitimate text begins with, and that some programs strip or treat as the end of the previous
/// cell.
const CUT_AWAY: [char; 4] = ['\t', '\r', '\n', '\0'];

/// Returns whether a program may skip a character before the sign. This includes invisible characters, since they may
/// be removed when a file is cleaned.
fn is_blank(character: char) -> bool {
    character.is_whitespace() || is_unsafe(character)
}

/// Returns whether text is a telephone number or a number with a sign: digits and their usual separators.
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

    /// Generates texts made of characters relevant to the guard, which arbitrary texts rarely contain.
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
