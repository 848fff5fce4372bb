//! Counts how often given and family names occur among everybody on file.

use std::collections::hash_map::Entry;
use std::hash::BuildHasher;

use super::super::Map;
use super::super::agreement::FoldedView;
use super::shares;

/// The expected number of other bearers from which a name counts as frequent.
const EXPECTED: f64 = 0.02;

/// The number of people the lists count for: once more people are on file, the file outweighs the lists.
const WEIGHT_OF_LISTS: f64 = 100.0;

/// The given and family names on file, and how many people are in the event.
///
/// Names are stored as hashes: a collision makes both a little more frequent, which only costs a question.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Counts {
    people: u32,
    in_event: u32,
    given: Map<u64, u32>,
    family: Map<u64, u32>,
}

impl Counts {
    /// Counts a person on file.
    pub(in super::super) fn add(&mut self, name: FoldedView<'_>) {
        self.people += 1;
        *self.given.entry(number(name.given)).or_default() += 1;
        *self.family.entry(number(name.family)).or_default() += 1;
    }

    /// Reverts [`Self::add`].
    pub(in super::super) fn take(&mut self, name: FoldedView<'_>) {
        self.people = self.people.saturating_sub(1);
        lower(&mut self.given, number(name.given));
        lower(&mut self.family, number(name.family));
    }

    /// Counts a person who starts or stops taking part.
    pub(in super::super) fn change_in_event(&mut self, before: bool, now: bool) {
        match (before, now) {
            (false, true) => self.in_event += 1,
            (true, false) => self.in_event = self.in_event.saturating_sub(1),
            _ => {}
        }
    }

    /// Whether another bearer of the name is expected among as many people as are in the event.
    ///
    /// The bearer on file is not counted, nor are as many others as may be there by chance (the square root of their
    /// number): a few people with one name in a small file do not make it common. Lists and file are combined: the
    /// fewer people on file, the more the lists count.
    pub(in super::super) fn is_frequent(&self, name: FoldedView<'_>) -> bool {
        self.is_expected_among(self.in_event, name)
    }

    /// Does the same for as many people as are on file.
    pub(in super::super) fn is_frequent_on_file(&self, name: FoldedView<'_>) -> bool {
        self.is_expected_among(self.people, name)
    }

    fn is_expected_among(&self, guests: u32, name: FoldedView<'_>) -> bool {
        let (given, family) = shares(name);
        let among = f64::from(self.people.saturating_sub(1)) + WEIGHT_OF_LISTS;
        let found = |counts: &Map<u64, u32>, part: &str, listed: f64| {
            let all = counts.get(&number(part)).copied().unwrap_or_default();
            let others = f64::from(all.saturating_sub(1));
            (others - others.sqrt() + listed * WEIGHT_OF_LISTS) / among
        };
        let on_file =
            found(&self.given, name.given, given) * found(&self.family, name.family, family);
        f64::from(guests) * on_file > EXPECTED
    }
}

fn number(part: &str) -> u64 {
    foldhash::fast::FixedState::default().hash_one(part)
}

fn lower(counts: &mut Map<u64, u32>, number: u64) {
    if let Entry::Occupied(mut known) = counts.entry(number) {
        *known.get_mut() -= 1;
        if *known.get() == 0 {
            known.remove();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::agreement::FoldedName;

    /// Makes this many guests; about one in a hundred has each common name as one of two, and nobody has two.
    fn guests(number: u32) -> Counts {
        let mut counts = Counts::default();
        for guest in 0..number {
            let given = match guest % 100 {
                11 => "Thomas".to_owned(),
                12 => "Anna".to_owned(),
                13 => "Piotr".to_owned(),
                _ => format!("Given{guest}"),
            };
            let family = match guest % 100 {
                21 => "Müller".to_owned(),
                22 => "Schmidt".to_owned(),
                23 => "Nowak".to_owned(),
                _ => format!("Family{guest}"),
            };
            add(&mut counts, &given, &family);
        }
        counts
    }

    fn add(counts: &mut Counts, given: &str, family: &str) {
        counts.add(FoldedName::new(given, family).view());
        counts.change_in_event(false, true);
    }

    fn is_frequent(counts: &Counts, given: &str, family: &str) -> bool {
        counts.is_frequent(FoldedName::new(given, family).view())
    }

    #[test]
    fn the_more_guests_the_more_names_are_frequent() {
        let (few, many) = (guests(70), guests(2_400));
        for (given, family) in [
            ("Thomas", "Müller"),
            ("Anna", "Schmidt"),
            ("Piotr", "Nowak"),
        ] {
            assert!(!is_frequent(&few, given, family), "{given} {family}");
            assert!(is_frequent(&many, given, family), "{given} {family}");
        }
        for counts in [&few, &many, &guests(100_000)] {
            assert!(!is_frequent(counts, "Xaver", "Hinterstoisser"));
        }
    }

    #[test]
    fn what_is_common_on_file_is_frequent_whatever_the_lists_say() {
        let mut counts = guests(2_000);
        for guest in 0..40 {
            add(&mut counts, "Xaver", &format!("Family{guest}"));
            add(&mut counts, &format!("Given{guest}"), "Hinterstoisser");
        }
        assert!(is_frequent(&counts, "Xaver", "Hinterstoisser"));
        assert!(!is_frequent(&counts, "Xaver", "Unterstoisser"));
    }

    #[test]
    fn the_bearers_own_record_does_not_count() {
        let mut counts = guests(70);
        add(&mut counts, "Xaver", "Hinterstoisser");
        assert!(!is_frequent(&counts, "Xaver", "Hinterstoisser"));
        // Nor do a few others make a name frequent among few guests.
        add(&mut counts, "Anna", "Roth");
        add(&mut counts, "Anna", "Berg");
        add(&mut counts, "Jan", "Berg");
        assert!(!is_frequent(&counts, "Anna", "Berg"));
    }

    #[test]
    fn whoever_goes_is_counted_no_more() {
        let mut counts = guests(2);
        counts.take(FoldedName::new("Given0", "Family0").view());
        counts.change_in_event(true, false);
        assert_eq!((counts.people, counts.in_event), (1, 1));
        assert_eq!((counts.given.len(), counts.family.len()), (1, 1));
    }
}
