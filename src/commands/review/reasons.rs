//! What speaks for a candidate, and what against.
//!
//! A question keeps its reasons as [`Reason`](crate::identity::Reason) writes them, in English. Here they
//! are told apart, and put into the language of the reader.

use crate::catalogue::Wording;
use crate::catalogue::messages::reasons as words;
use crate::message;
use crate::model::Candidate;
use crate::output::Language;
use crate::output::conventions::decimal;

/// On which side a reason stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    For,
    Against,
}

use Side::{Against, For};

/// Every reason but how alike two names are, with its side. What is missing where two would have to agree, a
/// second name to compare for example, speaks against.
const REASONS: [(Wording, Side); 21] = [
    (words::SAME_ADDRESS, For),
    (words::REMEMBERED_NAME, For),
    (words::SAME_NAME, For),
    (words::SAME_NAME_SAME_ORGANISATION, For),
    (words::ONLY_ONE_IN_EVENT, For),
    (words::INITIAL, For),
    (words::PART_OF_NAME, For),
    (words::NICKNAME, For),
    (words::SAME_ORGANISATION, For),
    (words::SAME_DOMAIN, For),
    (words::SAME_WITHOUT_BLANKS, For),
    (words::ONE_NAME, Against),
    (words::OTHER_FAMILY_NAME, Against),
    (words::OTHER_GIVEN_NAME, Against),
    (words::NO_NAME, Against),
    (words::SHARED_ADDRESS, Against),
    (words::SEVERAL_OF_THIS_NAME, Against),
    (words::OTHER_ORGANISATION, Against),
    (words::OTHER_ADDRESS, Against),
    (words::OTHER_ORDER, Against),
    (words::NOT_IN_EVENT, Against),
];

/// Returns how alike two names are, where that is the reason.
fn likeness(reason: &str) -> Option<&str> {
    reason.strip_prefix("near name ")
}

fn as_written(wording: Wording) -> &'static str {
    wording.in_language(Language::FOR_PROGRAMS)
}

fn known(reason: &str) -> Option<&'static (Wording, Side)> {
    REASONS
        .iter()
        .find(|(wording, _)| as_written(*wording) == reason)
}

/// Returns the side of a reason. One that is not known here speaks against: better to look twice.
fn side(reason: &str) -> Side {
    if likeness(reason).is_some() {
        return For;
    }
    known(reason).map_or(Against, |(_, side)| *side)
}

/// Returns a reason in the reader's language.
pub(super) fn told(reason: &str, language: Language) -> String {
    if let Some(likeness) = likeness(reason) {
        let likeness = decimal(likeness, language);
        return message!(reasons::near_name { likeness }).in_language(language);
    }
    known(reason)
        .map_or(reason, |(wording, _)| wording.in_language(language))
        .to_owned()
}

/// Returns what speaks for a candidate and what against, as written.
pub(super) fn sides(candidate: &Candidate) -> (Vec<&str>, Vec<&str>) {
    candidate
        .reasons
        .iter()
        .map(String::as_str)
        .partition(|reason| side(reason) == For)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::Reason;

    /// Every reason there is; a new one does not compile here before it has its words.
    fn next(reason: Reason) -> Option<Reason> {
        Some(match reason {
            Reason::SameAddress => Reason::RememberedName,
            Reason::RememberedName => Reason::SameName,
            Reason::SameName => Reason::SameNameSameOrganisation,
            Reason::SameNameSameOrganisation => Reason::OnlyOneInEvent,
            Reason::OnlyOneInEvent => Reason::NearName(0.94),
            Reason::NearName(_) => Reason::Initial,
            Reason::Initial => Reason::ShorterName,
            Reason::ShorterName => Reason::OneName,
            Reason::OneName => Reason::Nickname,
            Reason::Nickname => Reason::OtherFamilyName,
            Reason::OtherFamilyName => Reason::OtherGivenName,
            Reason::OtherGivenName => Reason::NoName,
            Reason::NoName => Reason::SameOrganisation,
            Reason::SameOrganisation => Reason::SameDomain,
            Reason::SameDomain => Reason::SharedAddress,
            Reason::SharedAddress => Reason::SeveralOfThisName,
            Reason::SeveralOfThisName => Reason::OtherOrganisation,
            Reason::OtherOrganisation => Reason::OtherAddress,
            Reason::OtherAddress => Reason::OtherOrder,
            Reason::OtherOrder => Reason::NotInEvent,
            Reason::NotInEvent => Reason::SameWithoutBlanks,
            Reason::SameWithoutBlanks => Reason::PartOfName,
            Reason::PartOfName => return None,
        })
    }

    #[test]
    fn every_reason_has_its_german_words() {
        let mut written: Vec<String> = Vec::new();
        let mut reason = Some(Reason::SameAddress);
        while let Some(known) = reason {
            let words = known.to_string();
            assert_ne!(told(&words, Language::De), words);
            if likeness(&words).is_none() {
                written.push(words);
            }
            reason = next(known);
        }
        for (wording, _) in REASONS {
            let words = as_written(wording);
            assert!(
                written.contains(&words.to_owned()),
                "nobody writes `{words}`"
            );
        }
    }

    #[test]
    fn reasons_are_told_apart() {
        let candidate = Candidate {
            id: 1,
            score: 0.8,
            reasons: [
                "near name 0.94",
                "another organisation",
                "same domain",
                "not in the event",
                "a reason of a later version",
            ]
            .map(str::to_owned)
            .to_vec(),
        };
        let (pro, contra) = sides(&candidate);
        assert_eq!(pro, ["near name 0.94", "same domain"]);
        assert_eq!(
            contra,
            [
                "another organisation",
                "not in the event",
                "a reason of a later version"
            ]
        );
        assert_eq!(told("near name 0.94", Language::De), "ähnlicher Name 0,94");
    }
}
