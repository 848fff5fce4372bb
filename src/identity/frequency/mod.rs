//! How common a name is: whether being the only one in the event identifies a person.
//!
//! *The lists.* `shares/` contains, for the German-speaking countries and their neighbours, the shares of the frequent
//! given and family names in per mille of the population. Each file names the statistics it follows. The lists are
//! short and only match the order of magnitude of what statistics offices and directories publish, since complete lists
//! of family names with a free licence exist for few countries. A name on none of them has the small share stated in
//! the head of the section, for names below its last one.
//!
//! *One country at a time.* The origin of a guest is unknown, and most people's two names are from one country. So a
//! full name has the largest share it has in any of them: a name that is frequent at home is treated as frequent.
//!
//! *The file.* The people on file say more about a network than any statistics, once there are many: [`Counts`] records
//! how often each given and each family name occurs there.

mod counts;

use std::sync::LazyLock;

use super::Map;
use super::agreement::FoldedView;
use super::keys::fold_tokens;

pub(super) use counts::Counts;

/// The lists, one for each country or group of countries.
const LISTS: &[&str] = &[
    include_str!("shares/at.txt"),
    include_str!("shares/ch.txt"),
    include_str!("shares/cz.txt"),
    include_str!("shares/de.txt"),
    include_str!("shares/en.txt"),
    include_str!("shares/es.txt"),
    include_str!("shares/fr.txt"),
    include_str!("shares/hu.txt"),
    include_str!("shares/it.txt"),
    include_str!("shares/nl.txt"),
    include_str!("shares/nordic.txt"),
    include_str!("shares/pl.txt"),
];

/// How much rarer a name of several words is than the rarest of them: `Anna Maria`, `Müller-Roth`.
const FURTHER_WORD: f64 = 0.1;

/// The shares of a country.
#[derive(Debug, Default)]
struct Shares {
    given: Part,
    family: Part,
}

/// The shares for one part of the name, as fractions of the population.
#[derive(Debug, Default)]
struct Part {
    /// Shares by the folded words, joined by spaces.
    of: Map<String, f64>,
    /// The share of a name that is not on the list.
    rest: f64,
}

static SHARES: LazyLock<Vec<Shares>> =
    LazyLock::new(|| LISTS.iter().map(|list| read(list)).collect());

/// Whether a folded word is on a list of given names.
pub(super) fn is_given_name(word: &str) -> bool {
    SHARES
        .iter()
        .any(|shares| shares.given.of.contains_key(word))
}

/// Whether a word is a given or a family name on any of the lists.
pub fn is_name_word(word: &str) -> bool {
    let folded = fold_tokens(word).concat();
    SHARES.iter().any(|shares| {
        let parts = [&shares.given, &shares.family];
        parts.iter().any(|part| part.of.contains_key(&folded))
    })
}

/// Returns the shares of the given and of the family name in the country where both together are most frequent.
fn shares(name: FoldedView<'_>) -> (f64, f64) {
    let in_countries = SHARES.iter().map(|shares| {
        (
            shares.given.share(name.given),
            shares.family.share(name.family),
        )
    });
    in_countries.fold((0.0, 0.0), |most, here| {
        if here.0 * here.1 > most.0 * most.1 {
            here
        } else {
            most
        }
    })
}

impl Part {
    fn share(&self, words: &str) -> f64 {
        if let Some(share) = self.of.get(words) {
            return *share;
        }
        let mut rarest: Option<f64> = None;
        let mut further = 1.0 / FURTHER_WORD;
        for word in words.split_ascii_whitespace() {
            let share = self.of.get(word).copied().unwrap_or(self.rest);
            rarest = Some(rarest.map_or(share, |rarest| rarest.min(share)));
            further *= FURTHER_WORD;
        }
        rarest.map_or(self.rest, |rarest| rarest * further)
    }
}

/// Reads a list: `[given 0.15]` or `[family 0.03]` with the share of names that are not on it, then lines with a share
/// and a name.
fn read(list: &str) -> Shares {
    let mut shares = Shares::default();
    let mut is_family = false;
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let head = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'));
        let Some((first, second)) = head.unwrap_or(line).split_once(' ') else {
            continue;
        };
        if head.is_some() {
            is_family = first == "family";
        }
        let part = if is_family {
            &mut shares.family
        } else {
            &mut shares.given
        };
        if head.is_some() {
            part.rest = per_mille(second);
        } else {
            // Two spellings that fold to one name are added up: `Jonsson`, `Jönsson`.
            *part.of.entry(fold_tokens(second).join(" ")).or_default() += per_mille(first);
        }
    }
    shares
}

fn per_mille(text: &str) -> f64 {
    text.parse().unwrap_or(0.0) / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::agreement::FoldedName;
    use std::collections::HashSet;

    fn share_of(given: &str, family: &str) -> f64 {
        let (given, family) = shares(FoldedName::new(given, family).view());
        given * family
    }

    #[test]
    fn every_line_is_read_and_no_name_stands_twice() {
        for list in LISTS {
            let mut seen = HashSet::new();
            let mut sections = 0;
            for line in list.lines().filter(|line| !line.starts_with('#')) {
                if line.starts_with('[') {
                    sections += 1;
                    seen.clear();
                    continue;
                }
                let (share, name) = line.split_once(' ').unwrap();
                let share: f64 = share.parse().unwrap();
                assert!(share > 0.0 && share < 50.0, "{line}");
                assert!(seen.insert(name), "{name} stands twice");
            }
            assert_eq!(sections, 2);
            let shares = read(list);
            for part in [&shares.given, &shares.family] {
                assert!(part.of.values().all(|share| *share > part.rest));
                // The shares cannot exceed the population.
                assert!(part.of.values().sum::<f64>() < 1.0);
            }
        }
    }

    #[test]
    fn a_full_name_has_the_share_of_both_parts() {
        let frequent = share_of("Thomas", "Müller");
        assert!((5e-5..2e-4).contains(&frequent), "{frequent}");
        assert!(share_of("Thomas", "Hinterstoisser") < frequent / 50.0);
        assert!(share_of("Xaver", "Hinterstoisser") < 1e-8);
        // Frequent in their own country.
        assert!(share_of("Piotr", "Nowak") > 5e-5);
        assert!(share_of("María", "García") > 1e-4);
    }

    #[test]
    fn two_given_names_are_rarer_than_one() {
        assert!(share_of("Anna Maria", "Müller") < share_of("Anna", "Müller"));
        assert!(share_of("Anna", "Müller-Schmidt") < share_of("Anna", "Schmidt"));
        // Some names are usually combined.
        assert!(share_of("Hans-Peter", "Müller") > share_of("Hans-Anton", "Müller"));
        assert!(share_of("Jan", "van den Berg") > share_of("Jan", "van den Bosch"));
        assert!(share_of("", "Müller") > 0.0);
    }
}
