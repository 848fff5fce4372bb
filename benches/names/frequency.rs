//! How common a name is among the people made up here.

use super::lists::{TONGUES, Tongue};
use super::people::{Person, World};

/// How many further bearers of a name are expected at least, where it is frequent.
const FREQUENT: f64 = 0.02;

impl World {
    /// Whether a further bearer of somebody's whole name is expected among the people of the event: the
    /// shares of the given and of the family name, as [`TONGUES`] gives them, as if the two were chosen
    /// apart. Double names are rare.
    pub(crate) fn is_frequent(&self, person: &Person) -> bool {
        let others = self.people.iter().filter(|other| other.in_event).count();
        let others = f64::from(u32::try_from(others).unwrap());
        let given = share(&person.given, |tongue| {
            tongue.given.split_whitespace().collect()
        });
        let family = share(&person.family, |tongue| tongue.family.split(';').collect());
        given * family * others > FREQUENT
    }
}

/// How many people bear a name, of one.
fn share(name: &str, names: fn(&Tongue) -> Vec<&'static str>) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap());
    let shares = TONGUES.iter().map(|tongue| {
        let all = names(tongue);
        let equal = all.iter().filter(|one| **one == name).count();
        number(tongue.share) / 100.0 * number(equal) / number(all.len())
    });
    shares.sum()
}
