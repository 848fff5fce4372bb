//! The reasons for and against a candidate, in words.

use crate::catalogue::Wording;
use crate::catalogue::messages::reasons as words;
use crate::identity::Reason;
use crate::message;
use crate::model::Candidate;
use crate::output::Language;
use crate::output::conventions::decimal;

/// Whether a reason is for or against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    For,
    Against,
}

use Side::{Against, For};

/// The wording of a reason.
enum Told {
    /// Fixed words.
    Words(Wording),
    /// The similarity of two names.
    Likeness(f64),
}

use Told::{Likeness, Words};

/// Returns whether a reason is for or against, and its wording. Missing data that would have to agree, a second name
/// for example, is a reason against.
fn described(reason: Reason) -> (Side, Told) {
    match reason {
        Reason::NearName(likeness) => (For, Likeness(likeness)),
        Reason::SameAddress => (For, Words(words::SAME_ADDRESS)),
        Reason::RememberedName => (For, Words(words::REMEMBERED_NAME)),
        Reason::SameName => (For, Words(words::SAME_NAME)),
        Reason::SameNameSameOrganisation => (For, Words(words::SAME_NAME_SAME_ORGANISATION)),
        Reason::OnlyOneInEvent => (For, Words(words::ONLY_ONE_IN_EVENT)),
        Reason::Initial => (For, Words(words::INITIAL)),
        Reason::ShorterName | Reason::PartOfName => (For, Words(words::PART_OF_NAME)),
        Reason::Nickname => (For, Words(words::NICKNAME)),
        Reason::SameOrganisation => (For, Words(words::SAME_ORGANISATION)),
        Reason::SameDomain => (For, Words(words::SAME_DOMAIN)),
        Reason::SameWithoutBlanks => (For, Words(words::SAME_WITHOUT_BLANKS)),
        Reason::Abbreviated => (For, Words(words::ABBREVIATED)),
        Reason::Acronym => (For, Words(words::ACRONYM)),
        Reason::PartOfOrganisation => (For, Words(words::PART_OF_ORGANISATION)),
        Reason::DomainName => (For, Words(words::DOMAIN_NAME)),
        Reason::OtherLegalForm => (Against, Words(words::OTHER_LEGAL_FORM)),
        Reason::OneName => (Against, Words(words::ONE_NAME)),
        Reason::OtherFamilyName => (Against, Words(words::OTHER_FAMILY_NAME)),
        Reason::OtherGivenName => (Against, Words(words::OTHER_GIVEN_NAME)),
        Reason::NoName => (Against, Words(words::NO_NAME)),
        Reason::SharedAddress => (Against, Words(words::SHARED_ADDRESS)),
        Reason::SeveralOfThisName => (Against, Words(words::SEVERAL_OF_THIS_NAME)),
        Reason::OtherOrganisation => (Against, Words(words::OTHER_ORGANISATION)),
        Reason::OtherAddress => (Against, Words(words::OTHER_ADDRESS)),
        Reason::OtherOrder => (Against, Words(words::OTHER_ORDER)),
        Reason::NotInEvent => (Against, Words(words::NOT_IN_EVENT)),
        Reason::OtherAddressAtDomain => (Against, Words(words::OTHER_ADDRESS_AT_DOMAIN)),
        Reason::NumberedAddress => (Against, Words(words::NUMBERED_ADDRESS)),
        Reason::CommonName => (Against, Words(words::COMMON_NAME)),
        Reason::FormerName => (For, Words(words::FORMER_NAME)),
        Reason::RowWaits => (Against, Words(words::ROW_WAITS)),
    }
}

/// Returns a reason in the reader's language.
fn told(reason: Reason, language: Language) -> String {
    match described(reason).1 {
        Words(wording) => wording.in_language(language).to_owned(),
        Likeness(likeness) => {
            let likeness = decimal(&format!("{likeness:.2}"), language);
            message!(reasons::near_name { likeness }).in_language(language)
        }
    }
}

/// Returns every reason of a candidate, the most important first.
pub(super) fn all(candidate: &Candidate, language: Language) -> Vec<String> {
    in_words(&candidate.reasons, language)
}

/// Returns reasons in the reader's language, in their order.
pub(in crate::commands) fn in_words(reasons: &[Reason], language: Language) -> Vec<String> {
    let reasons = reasons.iter();
    reasons.map(|reason| told(*reason, language)).collect()
}

/// Returns the reasons for and against a candidate.
pub(in crate::commands) fn sides(
    candidate: &Candidate,
    language: Language,
) -> (Vec<String>, Vec<String>) {
    let of = |side: Side| {
        let reasons = candidate.reasons.iter();
        let reasons = reasons.filter(|reason| described(**reason).0 == side);
        reasons.map(|reason| told(*reason, language)).collect()
    };
    (of(For), of(Against))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_on_their_side_in_their_order() {
        let candidate = Candidate {
            id: 1,
            score: 0.8,
            reasons: vec![
                Reason::NearName(0.9412),
                Reason::OtherOrganisation,
                Reason::SameDomain,
                Reason::NotInEvent,
            ],
        };
        let (pro, contra) = sides(&candidate, Language::De);
        assert_eq!(pro, ["ähnlicher Name 0,94", "gleiche Domain"]);
        assert_eq!(
            contra,
            ["andere Organisation", "nicht in der Veranstaltung"]
        );
        assert_eq!(
            all(&candidate, Language::En),
            [
                "near name 0.94",
                "another organisation",
                "same domain",
                "not in the event"
            ]
        );
    }

    #[test]
    fn a_reason_is_kept_as_a_key_with_its_value() {
        let kept = r#"["same-address",{"near-name":0.94}]"#;
        let reasons = vec![Reason::SameAddress, Reason::NearName(0.94)];
        assert_eq!(serde_json::to_string(&reasons).unwrap(), kept);
        let read: Vec<Reason> = serde_json::from_str(kept).unwrap();
        assert_eq!(read, reasons);
    }
}
