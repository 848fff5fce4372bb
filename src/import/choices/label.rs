//! Labels of sessions, and their folded form for comparison.

use crate::formats::Words;
use crate::formats::fold;
use crate::formats::lexicon::{LEXICON, Presence, SessionWords, State};

/// Separators between answers in a cell.
pub(super) const SEPARATORS: &[char] = &[';', ',', '|', '\n', '\r'];

/// Returns the last position not after `at` where a text may be cut.
pub(super) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

/// Returns a folded label without accents, with `oe` and `ö` alike: only for comparison.
pub(super) fn bare(label: &str) -> String {
    fold::words(label).join(" ")
}

/// Whether a cell says that no session was chosen: `keine`, `no session`, `weiß noch nicht`.
pub(super) fn chooses_nothing(folded: &str) -> bool {
    LEXICON.sessions.nothing.are(folded)
}

/// Splits "Session A: Titel" or "Bar 1 – Titel" into the prefix and the rest.
pub(super) fn prefix(title: &str) -> Option<(&str, &str)> {
    let (at, sign) = title
        .char_indices()
        .find(|(_, letter)| matches!(letter, ':' | '–' | '—'))
        .or_else(|| title.find(" - ").map(|at| (at + 1, '-')))?;
    let (before, after) = (title[..at].trim(), title[at + sign.len_utf8()..].trim());
    (!before.is_empty() && !after.is_empty() && before.split_whitespace().count() <= 3)
        .then_some((before, after))
}

/// Returns the letter or number at the end of a label: `a` for `breakout-a`, `12` for `Bar 12`.
pub(super) fn mark(label: &str) -> Option<String> {
    let folded = fold::label(label);
    let last = folded.split(' ').next_back()?;
    let is_mark = last.chars().count() == 1 || last.chars().all(|digit| digit.is_ascii_digit());
    (is_mark && !last.is_empty()).then(|| last.to_owned())
}

/// The maximum length of a remark, in bytes.
const REMARK: usize = 120;

/// Whether a remark does not affect the choice before it: `max. 20`, `11:15 Uhr`, not `Warteliste`.
fn is_harmless(remark: &str) -> bool {
    // Next to a choice even an ordinary word such as `reserve` cancels it.
    let state = LEXICON
        .state(remark)
        .filter(|state| *state != State::Confirmed);
    let takes_back = state.is_some()
        || matches!(
            LEXICON.presence(remark, false),
            Some(Presence::Absent | Presence::Excused)
        );
    if takes_back {
        return false;
    }
    let words = fold::words(remark);
    rank(remark).is_none_or(|rank| rank == 1) && !LEXICON.sessions.taken_back.has_any(&words)
}

/// Returns the length of the remark at the beginning of a text, including brackets, if it ends an answer:
/// `(max. 20), Session B`.
pub(super) fn remark(text: &str) -> Option<usize> {
    let close = text.bytes().take(REMARK).position(|byte| byte == b')')?;
    let rest = text[close + 1..].trim_start_matches(' ');
    let is_last = rest.is_empty()
        || rest.starts_with(SEPARATORS)
        || (rest.len() < text[close + 1..].len()
            && LEXICON
                .sessions
                .joining
                .iter()
                .any(|word| rest.starts_with(word.trim_start())));
    (is_last && is_harmless(&text[1..close])).then_some(close + 1)
}

/// Returns a text without the remarks in brackets at its end.
pub(in crate::import) fn without_remarks(text: &str) -> &str {
    let mut text = text.trim();
    while let Some(open) = text.rfind('(').filter(|open| *open > 0)
        && let Some(inner) = text[open + 1..].strip_suffix(')')
        && inner.len() < REMARK
        && is_harmless(inner)
    {
        text = text[..open].trim_end();
    }
    text
}

/// Returns the rank of a choice as given in words: 2 for `2. Wahl`, `Zweitwunsch`, `Second choice`.
pub(in crate::import) fn rank(text: &str) -> Option<u32> {
    let SessionWords { ranks, wishes, .. } = &LEXICON.sessions;
    let words = fold::words(text);
    let place = |is_it: &dyn Fn(&Words) -> bool| {
        let place = ranks.iter().position(is_it)?;
        u32::try_from(place + 1).ok()
    };
    let number = |word: &String| {
        let digit = || word.parse().ok().filter(|number| (1..=9).contains(number));
        place(&|rank| rank.has_word(word)).or_else(digit)
    };
    words.iter().enumerate().find_map(|(index, word)| {
        // "Zweitwunsch"
        let joined = place(&|rank| rank.behind(word).any(|rest| wishes.has_word(rest)));
        if joined.is_some() {
            return joined;
        }
        if !wishes.has_word(word) {
            return None;
        }
        let before = index
            .checked_sub(1)
            .and_then(|before| number(&words[before]));
        before.or_else(|| number(words.get(index + 1)?))
    })
}
