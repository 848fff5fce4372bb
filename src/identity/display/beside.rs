//! Words next to a name that do not name an organisation: roles, places, groups, kinds of participation.
//!
//! Anything not on these lists counts as an organisation. An unknown word leads to a question rather than being
//! ignored: it may be all that distinguishes a stranger from somebody of the same name.

use std::collections::HashSet;
use std::sync::OnceLock;

use serde::Deserialize;

use super::super::fold::fold_tokens;

const SOURCE: &str = include_str!("beside.toml");

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    roles: Vec<String>,
    states: Vec<String>,
    groups: Vec<String>,
    places: Vec<String>,
}

#[derive(Debug, Default)]
struct Words {
    whole: HashSet<String>,
    groups: HashSet<String>,
}

/// Words before a place: `aus Köln`.
const BEFORE_PLACES: [&str; 7] = ["aus", "from", "in", "de", "di", "da", "z"];

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        // A test reads the lists, so they are never empty in a build whose tests pass.
        let lists: Lists = toml::from_str(SOURCE).unwrap_or_default();
        let folded = |word: &String| fold_tokens(word).join(" ");
        let whole = lists.roles.iter().chain(&lists.states).chain(&lists.places);
        Words {
            whole: whole.map(folded).collect(),
            groups: lists.groups.iter().map(folded).collect(),
        }
    })
}

/// Whether a text next to a name is a role, a place, a group or a kind of participation, not an organisation.
pub(super) fn names_no_organisation(text: &str) -> bool {
    let tokens = fold_tokens(text);
    let Some((last, before)) = tokens.split_last() else {
        return true;
    };
    let words = words();
    if words.whole.contains(&tokens.join(" ")) {
        return true;
    }
    let is_number = |token: &str| {
        token.chars().count() == 1 || token.chars().all(|letter| letter.is_ascii_digit())
    };
    if is_number(last) && words.groups.contains(&before.join(" ")) {
        return true;
    }
    tokens.split_first().is_some_and(|(first, rest)| {
        BEFORE_PLACES.contains(&first.as_str()) && words.whole.contains(&rest.join(" "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_can_be_read_and_say_nothing_twice() {
        let lists: Lists = toml::from_str(SOURCE).unwrap();
        for list in [lists.roles, lists.states, lists.groups, lists.places] {
            let mut seen = HashSet::new();
            for word in list {
                assert!(seen.insert(word.clone()), "{word} stands twice");
            }
        }
    }

    #[test]
    fn roles_places_and_groups_are_no_organisations() {
        for text in [
            "Köln",
            "aus Köln",
            "MODERATION",
            "Gruppe 3",
            "Tisch b",
            "Kamera aus",
            "IT",
        ] {
            assert!(names_no_organisation(text), "{text}");
        }
        for text in ["BMWi", "Siemens", "Köln Messe", "Gruppe Roth", "Optik"] {
            assert!(!names_no_organisation(text), "{text}");
        }
    }
}
