//! Given names that one person may use interchangeably, and pairs that look alike but mean two people.
//!
//! The names are in `given_names.txt`, folded as by [`super::keys::fold_tokens`], so without accents. A name may be in
//! several groups: Alex is Alexander as well as Alexandra, who are not the same person. No list is complete, so a given
//! name that could be short for another by its letters also leads to a question. Family names that differ between
//! languages are in `family_names.txt`.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::Map;

/// The groups and the pairs; see the head of the file.
const GIVEN_NAMES: &str = include_str!("given_names.txt");
/// Family names in two languages or two spellings.
const FAMILY_NAMES: &str = include_str!("family_names.txt");

/// The heading of the pairs.
const PAIRS_HEAD: &str = "[pairs]";

/// The minimum number of letters that a short form shares with its name.
const SHORTEST_STEM: usize = 3;

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

static PAIRS: LazyLock<HashSet<(&'static str, &'static str)>> = LazyLock::new(|| {
    let pairs = lines(GIVEN_NAMES)
        .skip_while(|line| *line != PAIRS_HEAD)
        .filter_map(|line| line.split_once(' '));
    pairs
        .flat_map(|(one, other)| [(one, other), (other, one)])
        .collect()
});

/// The groups that each name is in, and the names of each group.
struct Groups {
    of: Map<&'static str, Vec<u16>>,
    names: Vec<&'static str>,
    /// For each group, the first one of those connected with it.
    whole: Vec<u16>,
}

impl Groups {
    fn new(names: Vec<&'static str>) -> Self {
        let mut of: Map<&'static str, Vec<u16>> = Map::default();
        let mut whole: Vec<u16> = Vec::new();
        for (group, line) in (0..).zip(&names) {
            whole.push(group);
            for name in line.split(' ') {
                of.entry(name).or_default().push(group);
            }
        }
        // Names in two groups connect them, in any order.
        let mut is_changed = true;
        while is_changed {
            is_changed = false;
            for groups in of.values() {
                let first = groups
                    .iter()
                    .filter_map(|at| whole.get(usize::from(*at)))
                    .min();
                let Some(first) = first.copied() else {
                    continue;
                };
                for group in groups {
                    let of_group = &mut whole[usize::from(*group)];
                    is_changed |= *of_group != first;
                    *of_group = first;
                }
            }
        }
        Self { of, names, whole }
    }

    fn of(&self, name: &str) -> &[u16] {
        self.of.get(name).map_or(&[], Vec::as_slice)
    }

    fn share_one(&self, a: &str, b: &str) -> bool {
        let others = self.of(b);
        self.of(a).iter().any(|group| others.contains(group))
    }

    fn whole(&self, name: &str) -> Option<u16> {
        let group = *self.of(name).first()?;
        self.whole.get(usize::from(group)).copied()
    }
}

static GIVEN: LazyLock<Groups> = LazyLock::new(|| {
    Groups::new(
        lines(GIVEN_NAMES)
            .take_while(|line| *line != PAIRS_HEAD)
            .collect(),
    )
});

static FAMILY: LazyLock<Groups> = LazyLock::new(|| Groups::new(lines(FAMILY_NAMES).collect()));

/// Returns a number shared by all names that groups connect, directly or indirectly, with a folded given name.
pub(super) fn kin(name: &str) -> Option<u16> {
    GIVEN.whole(name)
}

/// Returns a number shared by all spellings of a folded family name.
pub(super) fn family_kin(name: &str) -> Option<u16> {
    FAMILY.whole(&composed(name))
}

/// Whether two folded family names are the same in two languages or two spellings.
pub(super) fn are_one_family_name(a: &str, b: &str) -> bool {
    FAMILY.share_one(&composed(a), &composed(b))
}

/// Recomposes Korean characters, which folding decomposes.
fn composed(name: &str) -> Cow<'_, str> {
    if name.is_ascii() {
        Cow::Borrowed(name)
    } else {
        Cow::Owned(name.nfc().collect())
    }
}

/// Returns the names a folded given name is used for, including itself.
pub(super) fn others(name: &str) -> impl Iterator<Item = &'static str> {
    let named = GIVEN.of(name).iter().map(|&group| usize::from(group));
    named
        .filter_map(|group| GIVEN.names.get(group))
        .flat_map(|names| names.split(' '))
}

/// Whether two folded given names are used for each other.
pub(super) fn are_nicknames(a: &str, b: &str) -> bool {
    GIVEN.share_one(a, b)
}

/// Whether one folded given name can be short for the other without a common group: its beginning (`Leo`, Leonhard;
/// `Conny`, Constanze) or its end (`Detta`, Bernadette).
pub(super) fn is_short_form(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if !short.is_ascii() || !long.is_ascii() || long.len() < short.len() + 2 {
        return false;
    }
    let stem = without_ending(short);
    let is_beginning = stem.len() >= SHORTEST_STEM && long.starts_with(stem)
        || short.len() >= SHORTEST_STEM && long.starts_with(short);
    // `Lore` is Hannelore, but `Anna` is not Johanna, for whom a question is asked because of the sound.
    let is_end = short.len() > SHORTEST_STEM
        && tail(short).is_some_and(|own| tail(long) == Some(own))
        && without_vowels_behind(long).ends_with(without_vowels_behind(short));
    is_beginning || is_end
}

/// Returns the last two letters before the final vowels: the part of an ending that a short form keeps.
pub(super) fn tail(name: &str) -> Option<&str> {
    let bare = without_vowels_behind(name);
    bare.get(bare.len().checked_sub(2)?..)
}

fn without_vowels_behind(name: &str) -> &str {
    name.trim_end_matches(['a', 'e', 'i', 'o', 'y'])
}

/// Removes the diminutive ending of `Conny` and `Benni`.
fn without_ending(short: &str) -> &str {
    let stem = without_vowels_behind(short);
    let mut letters = stem.bytes().rev();
    if stem.len() > SHORTEST_STEM && stem.is_ascii() && letters.next() == letters.next() {
        return stem.get(..stem.len() - 1).unwrap_or(stem);
    }
    stem
}

/// Hungarian women used to be named after their husbands: `Kovács Jánosné` is the wife of János Kovács and has a given
/// name of her own.
pub(super) fn is_wife_of(name: &str) -> bool {
    const HUSBANDS: &[&str] = &[
        "andras", "antal", "attila", "balazs", "balint", "bela", "daniel", "denes", "erno",
        "ferenc", "gabor", "geza", "gyorgy", "gyula", "imre", "istvan", "janos", "jozsef",
        "kalman", "karoly", "laszlo", "lajos", "lorand", "marton", "matyas", "mihaly", "miklos",
        "pal", "peter", "sandor", "tamas", "tibor", "vilmos", "zoltan", "zsolt",
    ];
    name.strip_suffix("ne")
        .is_some_and(|husband| HUSBANDS.contains(&husband))
}
/// Whether two folded given names look alike but mean two people: Martin/Martina.
pub(super) fn are_paired_names(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long.strip_prefix(short)
        .is_some_and(|ending| matches!(ending, "a" | "e" | "ie" | "ina" | "ine" | "ette"))
        || PAIRS.contains(&(a, b))
}

#[cfg(test)]
mod tests {
    use super::super::keys::fold_tokens;
    use super::*;

    #[test]
    fn every_name_is_written_as_it_is_folded() {
        let pairs = PAIRS.iter().flat_map(|&(one, other)| [one, other]);
        let names = GIVEN.of.keys().copied().chain(pairs);
        let wrong: Vec<&str> = names.filter(|name| fold_tokens(name) != [*name]).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        for name in FAMILY.of.keys().copied() {
            assert_eq!(fold_tokens(name).len(), 1, "{name}");
        }
    }

    #[test]
    fn no_group_and_no_name_of_a_group_stands_twice() {
        for groups in [&*GIVEN, &*FAMILY] {
            let mut seen = HashSet::new();
            for line in &groups.names {
                let names: Vec<&str> = line.split(' ').collect();
                let different: HashSet<&str> = names.iter().copied().collect();
                assert_eq!(names.len(), different.len(), "{line}");
                let mut sorted = names;
                sorted.sort_unstable();
                assert!(seen.insert(sorted), "{line}");
            }
        }
        let pairs = lines(GIVEN_NAMES)
            .skip_while(|line| *line != PAIRS_HEAD)
            .skip(1);
        assert_eq!(pairs.count() * 2, PAIRS.len());
        for (one, other) in PAIRS.iter() {
            assert!(!are_nicknames(one, other), "{one} {other}");
        }
    }

    #[test]
    fn a_short_form_keeps_the_beginning_or_the_end() {
        for (short, name) in [
            ("leo", "leonhard"),
            ("seb", "sebastian"),
            ("conny", "constanze"),
            ("fran", "francisco"),
            ("lore", "hannelore"),
            ("detta", "bernadette"),
            ("bine", "sabine"),
            ("anne", "annegret"),
        ] {
            assert!(
                is_short_form(short, name) && is_short_form(name, short),
                "{short}"
            );
        }
        for (one, other) in [
            ("karl", "konrad"),
            ("jan", "jana"),
            ("ute", "renate"),
            ("eva", "erna"),
        ] {
            assert!(!is_short_form(one, other), "{one} {other}");
        }
        assert!(is_wife_of("janosne") && !is_wife_of("simone") && !is_wife_of("rene"));
    }

    #[test]
    fn names_that_are_tied_have_one_number() {
        assert_eq!(kin("bob"), kin("robert"));
        assert_ne!(kin("bob"), kin("zuzana"));
        assert_eq!(kin("nobodys"), None);
        assert_eq!(family_kin("wong"), family_kin("王"));
        assert!(are_one_family_name("oconnor", "oconchobhair"));
    }

    #[test]
    fn a_shared_short_form_does_not_join_its_names() {
        assert!(are_nicknames("alex", "alexander") && are_nicknames("alexandra", "alex"));
        assert!(!are_nicknames("alexander", "alexandra"));
        assert!(!are_nicknames("samuel", "samantha"));
        assert!(!are_nicknames("hannes", "jan") && !are_nicknames("nobodys", "nobodys"));
    }

    #[test]
    fn pairs_are_known_in_both_directions() {
        assert!(are_paired_names("martin", "martina") && are_paired_names("martina", "martin"));
        assert!(are_paired_names("andreas", "andrea") && are_paired_names("andrea", "andreas"));
        assert!(!are_paired_names("anna", "anne"));
    }
}
