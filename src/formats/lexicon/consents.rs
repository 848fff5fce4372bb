//! What a question of a form asks a consent for, and what an answer to it says.

use super::{Asking, Lexicon, parts};
use crate::model::Purpose;

impl Lexicon {
    /// Returns what a question asks a consent for, and whether that is certain; `None` where it asks for none.
    pub fn consent(&self, question: &str) -> Option<(Purpose, Asking)> {
        if self.listing.list.are_about(question) {
            let asking = self.listing(question)?;
            return Some((Purpose::Participants, asking));
        }
        let words = &self.consents;
        let mut purposes = [
            (Purpose::Newsletter, &words.newsletter),
            (Purpose::Recording, &words.recording),
            (Purpose::Photographs, &words.photographs),
        ]
        .into_iter()
        .filter(|(_, stems)| stems.are_about(question))
        .map(|(purpose, _)| purpose);
        let purpose = purposes.next()?;
        // Whoever wants a newsletter agrees to get it.
        let is_wanted = purpose == Purpose::Newsletter && self.listing.wants.are_about(question);
        let is_bare = words.bare.has(&self.folded(question));
        let asks = is_wanted || is_bare || self.listing.asks.are_about(question);
        let is_contrary = self.negates(question) || words.already.are_about(question);
        match (asks, is_contrary || purposes.next().is_some()) {
            (true, false) => Some((purpose, Asking::Asked)),
            (true, true) => Some((purpose, Asking::Doubtful)),
            (false, _) if self.listing.may.are_about(question) => Some((purpose, Asking::Doubtful)),
            (false, _) => None,
        }
    }

    /// Returns how a question asks for the place on the list of participants; `None` for one whether somebody wants to
    /// have the list.
    fn listing(&self, question: &str) -> Option<Asking> {
        let asks = self.listing.asks.are_about(question);
        let wants = self.listing.wants.are_about(question);
        match (asks, wants) {
            (false, true) => None,
            (true, false) if !self.negates(question) => Some(Asking::Asked),
            _ => Some(Asking::Doubtful),
        }
    }

    /// Reads whether an answer agrees, in a word or a sentence: `ja`, `Ja, ich bin einverstanden`, `I do not agree`. `None`
    /// where it says neither, or both.
    pub fn agreement(&self, answer: &str) -> Option<bool> {
        if let Some(is_yes) = self.yes_no(answer) {
            return Some(is_yes);
        }
        let said: Vec<bool> = parts(answer)
            .iter()
            .filter_map(|words| self.answer(words))
            .collect();
        let has = |wanted| said.contains(&wanted);
        let agrees = has(true) || !has(false) && self.listing.agrees.are_about(answer);
        match (agrees, self.negates(answer) || has(false)) {
            (true, false) => Some(true),
            (true, true) if !has(true) => Some(false),
            (false, _) if has(false) => Some(false),
            _ => None,
        }
    }
}
