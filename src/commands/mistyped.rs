//! Filters suggestions for unknown words on the command line.
//!
//! The parser suggests anything that shares some letters, so `person forget` would suggest `merge`, which cannot be
//! meant and does something irreversible. Only misspellings get a suggestion.

use clap::error::{ContextKind, ContextValue};

/// What was written, and the suggestions for it.
const KINDS: [(ContextKind, ContextKind); 3] = [
    (
        ContextKind::InvalidSubcommand,
        ContextKind::SuggestedSubcommand,
    ),
    (ContextKind::InvalidArg, ContextKind::SuggestedArg),
    (ContextKind::InvalidValue, ContextKind::SuggestedValue),
];

/// Removes suggestions that are not similar spellings of what was written.
pub(super) fn keep_misspellings(error: &mut clap::Error) {
    for (written, suggested) in KINDS {
        let Some(ContextValue::String(written)) = error.get(written).cloned() else {
            continue;
        };
        let kept = match error.get(suggested) {
            Some(ContextValue::String(word)) => {
                is_close(&written, word).then(|| ContextValue::String(word.clone()))
            }
            Some(ContextValue::Strings(words)) => {
                let close = words.iter().filter(|it| is_close(&written, it));
                let close: Vec<String> = close.cloned().collect();
                (!close.is_empty()).then_some(ContextValue::Strings(close))
            }
            _ => continue,
        };
        drop(match kept {
            Some(kept) => error.insert(suggested, kept),
            None => error.remove(suggested),
        });
    }
}

/// Returns whether two words are similar spellings: up to a third of the letters differ, or one is a prefix of the
/// other.
pub(super) fn is_close(written: &str, word: &str) -> bool {
    let bare = |text: &str| text.trim_start_matches('-').to_lowercase();
    // An argument is suggested with the name of its value: `--event <EVENT>`.
    let (written, word) = (bare(written), bare(word));
    let word = word.split(' ').next().unwrap_or_default();
    let written = written.split('=').next().unwrap_or_default();
    let letters = written.chars().count();
    let begins = letters > 1 && (word.starts_with(written) || written.starts_with(word));
    begins || strsim::damerau_levenshtein(written, word) <= (letters / 3).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelling_is_close_and_another_word_is_not() {
        for (written, word) in [
            ("imprt", "import"),
            ("mrege", "merge"),
            ("organization", "organisation"),
            ("org", "organisation"),
            ("--dryrun", "--dry-run"),
            ("--evnet=1", "--event <EVENT>"),
        ] {
            assert!(is_close(written, word), "{written}");
        }
        for (written, word) in [
            ("forget", "merge"),
            ("remove", "merge"),
            ("--session", "--reason"),
            ("delete", "edit"),
        ] {
            assert!(!is_close(written, word), "{written}");
        }
    }
}
