//! What speaks for a candidate, and what against.
//!
//! A question keeps its reasons as [`Reason`](crate::identity::Reason) writes them, in English. Here they
//! are told apart, and put into German.

use crate::model::Candidate;
use crate::output::Language;

/// On which side a reason stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    For,
    Against,
}

use Side::{Against, For};

/// How alike two names are follows these words.
const NEAR_NAME: (&str, &str) = ("near name ", "ähnlicher Name ");

/// Every other reason as it is written, in German, and its side. What is missing where two would have to
/// agree, a second name to compare for example, speaks against.
const REASONS: [(&str, &str, Side); 21] = [
    ("same address", "gleiche Adresse", For),
    ("remembered name", "gemerkter Name", For),
    ("same name", "gleicher Name", For),
    (
        "same name, same organisation",
        "gleicher Name, gleiche Organisation",
        For,
    ),
    (
        "only person of this name in the event",
        "sonst niemand dieses Namens in der Veranstaltung",
        For,
    ),
    ("initial", "passender Anfangsbuchstabe", For),
    ("part of the name", "Teil des Namens", For),
    ("nickname", "Kurzform des Vornamens", For),
    ("same organisation", "gleiche Organisation", For),
    ("same domain", "gleiche Domain", For),
    (
        "same name without blanks",
        "gleicher Name ohne Leerzeichen",
        For,
    ),
    (
        "only one name to compare",
        "nur ein Name zum Vergleichen",
        Against,
    ),
    (
        "same given name, another family name",
        "gleicher Vorname, anderer Familienname",
        Against,
    ),
    (
        "same family name, another given name",
        "gleicher Familienname, anderer Vorname",
        Against,
    ),
    ("no name given", "kein Name angegeben", Against),
    ("shared address", "geteilte Adresse", Against),
    (
        "several people of this name",
        "mehrere dieses Namens",
        Against,
    ),
    ("another organisation", "andere Organisation", Against),
    ("another address", "andere Adresse", Against),
    (
        "given and family name the other way round",
        "Vor- und Familienname vertauscht",
        Against,
    ),
    ("not in the event", "nicht in der Veranstaltung", Against),
];

/// Returns the side of a reason. One that is not known here speaks against: better to look twice.
fn side(reason: &str) -> Side {
    if reason.starts_with(NEAR_NAME.0) {
        return For;
    }
    REASONS
        .iter()
        .find(|(written, ..)| *written == reason)
        .map_or(Against, |(.., side)| *side)
}

/// Returns a reason in the reader's language.
pub(super) fn told(reason: &str, language: Language) -> String {
    if language == Language::English {
        return reason.to_owned();
    }
    if let Some(likeness) = reason.strip_prefix(NEAR_NAME.0) {
        return format!("{}{}", NEAR_NAME.1, likeness.replace('.', ","));
    }
    REASONS
        .iter()
        .find(|(written, ..)| *written == reason)
        .map_or(reason, |(_, german, _)| german)
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
            assert_ne!(told(&words, Language::German), words);
            if !words.starts_with(NEAR_NAME.0) {
                written.push(words);
            }
            reason = next(known);
        }
        for (words, ..) in REASONS {
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
        assert_eq!(
            told("near name 0.94", Language::German),
            "ähnlicher Name 0,94"
        );
    }
}
