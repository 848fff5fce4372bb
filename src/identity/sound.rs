//! The sound of a word in a name: one form for the many spellings of a sound.
//!
//! `Tschaikowski`, `Tchaikovsky`, `Čajkovskij`; `Schewtschenko`, `Shevchenko`; `Meier`, `Mayer`; `Satō`, `Satou`. The
//! form is deliberately coarse, since names that sound alike only lead to a question, and only if the rest of the name
//! agrees. Other scripts are read with the `any_ascii` tables.

use unicode_normalization::UnicodeNormalization;

use super::script::{Style, in_latin};

/// Returns the sound of a folded word.
pub(super) fn sound(word: &str) -> String {
    if word.is_ascii() {
        return of_letters(word.as_bytes());
    }
    let composed: String = word.nfc().collect();
    let latin =
        any_ascii::any_ascii(&in_latin(&composed, Style::of(&composed, ""))).to_ascii_lowercase();
    of_letters(latin.as_bytes())
}

/// Returns the sound of a folded name as one word, since CJK characters have no spaces.
pub(super) fn whole_sound(first: &str, second: &str) -> String {
    let words = first.split(' ').chain(second.split(' '));
    sound(&words.collect::<String>())
}

/// Whether two different folded words sound alike.
pub(super) fn sound_alike(one: &str, other: &str) -> bool {
    let is_possible = !(one.is_ascii() && other.is_ascii())
        || (one.len().abs_diff(other.len()) <= 5 && may_begin_alike(one, other));
    // Two different characters with the same sound would match as well, but are two names.
    let are_signs = !one.is_ascii() && !other.is_ascii();
    is_possible && !are_signs && sound(one) == sound(other)
}

/// Whether two given names only differ in their vowels: `Mohammed`, `Muhammad`.
pub(super) fn have_same_consonants(one: &str, other: &str) -> bool {
    let consonants = |word: &str| -> Vec<u8> {
        let mut letters: Vec<u8> = word.bytes().collect();
        letters.dedup();
        letters.retain(|it| !b"aeiouyhw".contains(it));
        letters
    };
    let is_possible = one.is_ascii()
        && other.is_ascii()
        && one.len().abs_diff(other.len()) <= 2
        && one.bytes().next() == other.bytes().next();
    is_possible && {
        let letters = consonants(one);
        letters.len() >= 3 && letters == consonants(other)
    }
}

/// Returns the first audible letter.
fn heard(word: &[u8]) -> u8 {
    match word {
        [b'h', next, ..] if is_vowel(*next) => *next,
        [b'h', ..] => b'k',
        [first, ..] => *first,
        [] => 0,
    }
}

/// Compares the first sounds of two words without computing the whole sound.
pub(super) fn may_begin_alike(one: &str, other: &str) -> bool {
    let first = |word: &str| match heard(word.as_bytes()) {
        b'c' | b'q' | b'k' | b't' | b'd' | b'z' | b's' | b'x' | b'g' => 1,
        b'v' | b'w' | b'f' | b'p' | b'b' => 2,
        b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'j' => 3,
        letter => letter,
    };
    first(one) == first(other)
}

/// `Mackenzie` is this long; the `Mac` of `Macke` is not a prefix.
const LONG: usize = 8;

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'j')
}

fn of_letters(word: &[u8]) -> String {
    let mut sound = Sound::default();
    let mut at = beginning(word, &mut sound);
    while let Some(rest) = word.get(at..).filter(|rest| !rest.is_empty()) {
        let before = at.checked_sub(1).and_then(|at| word.get(at)).copied();
        at += step(rest, before, &mut sound);
    }
    sound.finish()
}

/// Writes sounds that only occur at the beginning, and returns how many letters they use.
fn beginning(word: &[u8], sound: &mut Sound) -> usize {
    match word {
        // `MacDonald`, `McDonald`, `M'Donald`
        [b'm', b'a', b'c', next, ..]
            if !is_vowel(*next) && *next != b'h' && (*next != b'k' || word.len() >= LONG) =>
        {
            sound.text.push_str("mk");
            3
        }
        [b'm', next, ..] if !is_vowel(*next) && *next != b'c' && *next != b'h' => {
            sound.text.push_str("mk");
            1
        }
        // `Jewgeni`, `Yevgeny`, `Evgeny`
        [b'j' | b'y' | b'i', b'e', ..] => {
            sound.push('e');
            2
        }
        [b'h', next, ..] if is_vowel(*next) => 1,
        // `Hristov` and `Khristov`, `Hrytsenko` and `Gritsenko`
        [b'h', _, ..] => {
            sound.push('k');
            1
        }
        _ => 0,
    }
}

/// Writes the sound of the first letters of the rest, and returns how many they are.
fn step(rest: &[u8], before: Option<u8>, sound: &mut Sound) -> usize {
    let (text, taken) = match rest {
        [b't', b's', b'c', b'h', ..] => ("k", 4),
        [b'd', b's', b'c', b'h', ..] => ("ds", 4),
        [b's', b'c', b'h', ..] => ("s", 3),
        [b't', b'c' | b's', b'h', ..] => ("k", 3),
        [b's', b'h' | b'z', ..] | [b'z', b'h', ..] | [b't', b's' | b'z', ..] => ("s", 2),
        [b'c', b'h' | b'k' | b'z', ..] | [b'k' | b'q', b'h', ..] => ("k", 2),
        [b'p', b'h', ..] => ("f", 2),
        [b'q', b'u', ..] => ("kf", 2),
        [b't', b'h', ..] | [b'd', b't', ..] => ("t", 2),
        [b'g' | b'd' | b'b' | b'r' | b'l' | b'n', b'h', ..] => (
            match rest[0] {
                b'g' => "k",
                b'd' => "d",
                b'b' => "b",
                b'r' => "r",
                b'l' => "l",
                _ => "n",
            },
            2,
        ),
        // Long vowels and the silent letter after them.
        [b'h', next, ..] if before.is_some_and(is_vowel) && !is_vowel(*next) => ("", 1),
        // `Kiefer`, but `Maria`, `Julie`
        [b'i', b'e', next, ..] if !is_vowel(*next) && !before.is_some_and(is_vowel) => ("i", 2),
        [b'x', ..] => ("ks", 1),
        [b'c' | b'q' | b'k' | b'g', ..] => ("k", 1),
        [b'v' | b'w' | b'f', ..] => ("f", 1),
        [b'z' | b's', ..] => ("s", 1),
        [b'j' | b'y' | b'i', ..] => ("i", 1),
        [b'o' | b'u', ..] => ("o", 1),
        [b'h'] | [] => ("", 1),
        [letter, ..] => {
            sound.push(char::from(*letter));
            ("", 1)
        }
    };
    for letter in text.chars() {
        sound.push(letter);
    }
    taken
}

/// A sound being written: no letter twice, `ei` as `ai`.
#[derive(Default)]
struct Sound {
    text: String,
}

impl Sound {
    fn push(&mut self, letter: char) {
        if !letter.is_ascii_alphanumeric() || self.text.ends_with(letter) {
            return;
        }
        if letter == 'i' && self.text.ends_with('e') {
            self.text.pop();
            self.text.push('a');
        }
        self.text.push(letter);
    }

    /// Devoices the last letter: `Schmid`, `Schmitt`.
    fn finish(mut self) -> String {
        let last = match self.text.chars().next_back() {
            Some('d') => 't',
            Some('b') => 'p',
            _ => return self.text,
        };
        self.text.pop();
        self.push(last);
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::fold::fold_name;

    fn alike(one: &str, other: &str) -> bool {
        let folded = |word: &str| fold_name(word, Style::of(word, "")).concat();
        sound_alike(&folded(one), &folded(other))
    }

    #[test]
    fn one_name_in_two_ways_of_writing_sounds_alike() {
        for (one, other) in [
            ("Tschaikowski", "Tchaikovsky"),
            ("Schewtschenko", "Shevchenko"),
            ("Schewtschenko", "Ševčenko"),
            ("Iwanowa", "Ivanova"),
            ("Julia", "Yuliya"),
            ("Jewgeni", "Evgeniy"),
            ("Jewgeni", "Yevgeny"),
            ("Khrushchev", "Chruschtschew"),
            ("Jovanović", "Jovanovitsch"),
            ("Meyer", "Maier"),
            ("Satō", "Satou"),
            ("Ōno", "Ohno"),
            ("Schmid", "Schmitt"),
            ("Schmidt", "Schmitt"),
            ("Böhm", "Boem"),
            ("MacDonald", "M'Donald"),
            ("Hanna", "Anna"),
            ("Philipp", "Filip"),
            ("Hristov", "Христов"),
            ("Hrytsenko", "Gritsenko"),
            ("Mackenzie", "McKenzie"),
            ("Lü", "Lu"),
            ("王", "Wang"),
            ("伟", "Wei"),
        ] {
            assert!(
                alike(one, other),
                "{one} / {other}: {} {}",
                sound(one),
                sound(other)
            );
        }
    }

    #[test]
    fn other_names_sound_otherwise() {
        for (one, other) in [
            ("Müller", "Miller"),
            ("Braun", "Brandt"),
            ("Peter", "Petra"),
            ("Kowalski", "Kowalczyk"),
            ("王", "汪"),
        ] {
            assert!(!alike(one, other), "{one} / {other}");
        }
        assert!(have_same_consonants("mohammed", "muhammad"));
        assert!(!have_same_consonants("anna", "anne"));
        assert!(!have_same_consonants("martin", "manton"));
    }
}
