//! Texts of a file that name somebody who was removed: a remark, a title, an organisation. They are taken as they are, since
//! they are not about that person, but this is said, so that nobody is named again in silence.

use super::desk::Desk;
use crate::identity::{name_key, normalize_address};
use crate::store::HashKind;

/// The most words of a name.
const MOST: usize = 4;

impl Desk<'_> {
    /// Notes the line if one of the texts has the whole name or the address of somebody who was removed.
    pub(super) fn note_names_in<'a>(&mut self, line: u64, texts: impl Iterator<Item = &'a str>) {
        if self.removed.is_empty() || self.allow_again {
            return;
        }
        for text in texts {
            if self.names_removed(text) {
                self.named_again.insert(line);
                return;
            }
        }
    }

    fn names_removed(&self, text: &str) -> bool {
        let is_address = |word: &str| {
            let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            let address = normalize_address(word);
            address.is_some_and(|it| self.removed.find(HashKind::Address, &[&it]).is_some())
        };
        if text.contains('@') && text.split_whitespace().any(is_address) {
            return true;
        }
        let is_of_word = |letter: char| letter.is_alphanumeric() || "'’-.".contains(letter);
        let words = text.split(|letter| !is_of_word(letter));
        let words: Vec<&str> = words
            .map(|it| it.trim_matches(['.', '-', '\'']))
            .filter(|it| !it.is_empty())
            .collect();
        (2..=MOST).any(|count| {
            words.windows(count).any(|name| {
                let key = name_key(&name.join(" "));
                self.removed.find(HashKind::Name, &[&key]).is_some()
            })
        })
    }
}
