//! Makes names unique.

use std::collections::{HashMap, HashSet};

/// Returns `names` with repeated ones numbered: `Question`, `Question (2)`.
///
/// Two questions of a form may have the same text; as keys of one JSON object the second answer would replace the
/// first. A name that is not repeated is unchanged, even if it looks numbered.
pub fn make_unique<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let names: Vec<&str> = names.into_iter().collect();
    let mut taken: HashSet<String> = names.iter().map(|&name| name.to_owned()).collect();
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut unique = Vec::with_capacity(names.len());
    for name in names {
        let count = seen.entry(name).or_insert(0);
        *count += 1;
        if *count == 1 {
            unique.push(name.to_owned());
            continue;
        }
        let mut candidate = format!("{name} ({count})");
        while !taken.insert(candidate.clone()) {
            *count += 1;
            candidate = format!("{name} ({count})");
        }
        unique.push(candidate);
    }
    unique
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn repeated_names_are_numbered() {
        assert_eq!(
            make_unique(["A", "B", "A", "A"]),
            ["A", "B", "A (2)", "A (3)"]
        );
        assert_eq!(make_unique(["A", "A", "A (2)"]), ["A", "A (3)", "A (2)"]);
    }

    proptest! {
        #[test]
        fn names_differ_and_those_that_did_stay(names in prop::collection::vec("A{0,2}( \\([23]\\))?", 0..8)) {
            let unique = make_unique(names.iter().map(String::as_str));
            prop_assert_eq!(unique.len(), names.len());
            prop_assert_eq!(unique.iter().collect::<HashSet<_>>().len(), names.len());
            for name in &names {
                prop_assert!(unique.contains(name));
            }
            prop_assert_eq!(make_unique(unique.iter().map(String::as_str)), unique);
        }
    }
}
