//! Particles of family names: `von der`, `de la`, `Freiherr von`, `Jr.`.

use super::case::{Case, is_small};
use super::fold::fold_letters;

/// Particles that belong to the family name after them.
const PARTICLES: &[&str] = &[
    "af", "al", "av", "da", "dal", "dalla", "de", "degli", "dei", "del", "dell", "della", "delle",
    "den", "der", "des", "di", "dos", "du", "el", "la", "las", "le", "los", "mac", "mc", "st",
    "van", "ver", "vom", "von", "zu", "zum", "zur",
];

/// Particles that are also names or other words: they only count in lower case.
const PARTICLES_IF_SMALL: &[&str] = &[
    "abu", "am", "auf", "aus", "ben", "bin", "bint", "d", "do", "e", "ibn", "im", "in", "lo", "op",
    "t", "ten", "ter", "thor",
];

/// Particles that may follow the given names in capitals: `HEIDE, ANNA VON DER`.
const PARTICLES_BEHIND: &[&str] = &["de", "den", "der", "van", "vom", "von", "zu"];

/// Ranks that belong to the family name if a particle follows: `Gräfin von Hardenberg`.
const RANKS: &[&str] = &[
    "baron",
    "baronin",
    "edle",
    "edler",
    "freifrau",
    "freiherr",
    "frhr",
    "furst",
    "furstin",
    "graf",
    "grafin",
    "prinz",
    "prinzessin",
    "ritter",
];

/// Returns the words of a name without ranks before a particle, and with `v.` expanded: `Graf v. Moltke` and
/// `von Moltke` are one family.
pub(super) fn without_ranks<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let is_rank = |at: usize| {
        RANKS.contains(&plain(words[at]).as_str())
            && words.get(at + 1).is_some_and(|next| is_particle(next))
    };
    (0..words.len())
        .filter(|&at| !is_rank(at))
        .map(|at| {
            if is_short_von(words[at]) {
                "von"
            } else {
                words[at]
            }
        })
        .collect()
}

/// `Friedrich v. Moltke`; `V.` is a given name.
fn is_short_von(word: &str) -> bool {
    word == "v."
}

/// Returns how many of the words are given names; the rest is the family name with its particles.
pub(super) fn count_of_given(words: &[&str]) -> usize {
    let suffixes = words
        .iter()
        .skip(2)
        .rev()
        .take_while(|word| is_suffix(word))
        .count();
    let end = words.len() - suffixes;
    let mut start = end.saturating_sub(1);
    while let Some(before) = start.checked_sub(1) {
        let (word, next) = (words[before], words[start]);
        if before >= 1 && plain(word) == "y" {
            // `Ortega y Gasset`: the word before is part of the family name too.
            start = before - 1;
        } else if before >= 1 && plain(word) == "und" && is_particle(next) {
            // `von und zu`
            start = before;
        } else if is_particle(word) {
            // `Van Morrison` begins with a given name; `van Dyck` and `Von der Heide` do not.
            let is_given =
                before == 0 && !begins_small(word) && !(start + 1 < end && is_particle(next));
            if is_given {
                break;
            }
            start = before;
        } else if start + 1 < end && RANKS.contains(&plain(word).as_str()) && is_particle(next) {
            start = before;
        } else {
            break;
        }
    }
    start
}

/// Returns how many words are the family name if it comes first: its particles and one word, with anything joined to
/// it. `Van Anh` is a family and a given name.
pub(super) fn count_of_family(words: &[&str]) -> usize {
    let is_ranked = words.len() > 2 && RANKS.contains(&plain(words[0]).as_str());
    let rank = usize::from(is_ranked && is_particle(words[1]));
    let particles = words[rank..]
        .iter()
        .take_while(|word| is_particle(word))
        .count();
    let mut end = (rank + particles + 1).min(words.len());
    if words.len() == 2 && particles > 0 && !begins_small(words[0]) {
        return 1;
    }
    while end + 1 < words.len() && plain(words[end]) == "y" {
        end += 2;
    }
    while words.get(end).is_some_and(|word| is_suffix(word)) {
        end += 1;
    }
    end
}

/// Returns how many words at the end of the given names are particles: `Anna von der`, from `Heide, Anna von der`. The
/// first word always stays a given name.
pub(super) fn count_of_particles_behind(given: &[&str]) -> usize {
    given
        .iter()
        .skip(1)
        .rev()
        .take_while(|word| {
            is_particle(word)
                && (begins_small(word)
                    || (Case::of([**word]) == Case::Upper
                        && PARTICLES_BEHIND.contains(&plain(word).as_str())))
        })
        .count()
}

/// Returns whether the word is a particle of family names (`von`, `De`).
pub fn is_particle(word: &str) -> bool {
    let plain = plain(word);
    // With its accent the Irish particle is not an initial.
    if is_short_von(word) || matches!(word, "Ó" | "Ní" | "Uí" | "Nic") {
        return true;
    }
    if word.ends_with('.') && plain != "st" {
        return false;
    }
    PARTICLES.contains(&plain.as_str())
        || plain == "und"
        || (begins_small(word) && PARTICLES_IF_SMALL.contains(&plain.as_str()))
}

/// Returns whether the word distinguishes a son from his father (`Jr.`, `III`): it stays with the family name. `Sen`
/// and `Jun` are names unless they have a dot or are in lower case.
pub(super) fn is_suffix(word: &str) -> bool {
    match plain(word).as_str() {
        "jr" | "sr" | "junior" | "senior" => true,
        "jun" | "sen" => word.ends_with('.') || begins_small(word),
        "ii" | "iii" | "iv" => !word.chars().any(is_small),
        _ => false,
    }
}

fn begins_small(word: &str) -> bool {
    word.chars().next().is_some_and(is_small)
}

/// Returns the folded letters of a word without its dots and apostrophes.
fn plain(word: &str) -> String {
    let mut folded = fold_letters(word);
    folded.retain(char::is_alphanumeric);
    folded
}
