//! Whether a row costs the same however large the file is, and however much its people have in common.
//!
//! Each line is a ratio of one run: what a row costs in a large or crowded form, by what it costs in an
//! ordinary one.

use std::fmt::Write as _;
use std::time::Duration;

use super::common::thousands;

/// Rows of the ordinary form, and of the crowded ones.
const CROWD: usize = 20_000;

const BEGINNINGS: [&str; 20] = [
    "Bau", "Ber", "Gro", "Hal", "Kra", "Lin", "Mül", "Neu", "Rot", "Sch", "Stei", "Wag", "Wei",
    "Zim", "Öst", "Thü", "Fre", "Dor", "Eck", "Jür",
];
const ENDINGS: [&str; 20] = [
    "ben", "den", "felder", "gart", "hauer", "kamp", "lach", "mann", "müller", "ner", "rich",
    "ster", "thal", "weg", "zer", "berg", "bach", "stedt", "ow", "itz",
];
const GIVEN: [&str; 20] = [
    "Anna", "Jürgen", "Martina", "Thomas", "Peter", "Sören", "Zoë", "Łukasz", "Mehmet", "Katrin",
    "Björn", "Claudia", "Eva", "Olaf", "Nina", "Paul", "Rita", "Sven", "Uta", "Yara",
];

/// How the people of a form hang together.
#[derive(Clone, Copy, PartialEq)]
enum Crowd {
    /// Few given names, 2,000 organisations.
    None,
    /// The first 5,000 have one address.
    OneAddress,
    /// All have nearly one family name.
    NearNames,
    /// All are of one organisation.
    OneOrganisation,
}

/// Tells the ratios; `import` takes in a form and returns how long it took.
pub(crate) fn tell(mut import: impl FnMut(&str) -> Duration) {
    let mut a_row = |rows: usize, crowd: Crowd| {
        let took = import(&form(rows, crowd));
        took / u32::try_from(rows).unwrap()
    };
    let few = a_row(100_000, Crowd::None);
    let many = a_row(400_000, Crowd::None);
    tell_ratio("a row at 400,000 rows", many, "at 100,000", few, 1.3);
    let ordinary = a_row(CROWD, Crowd::None);
    for (what, crowd) in [
        ("5,000 people with one address", Crowd::OneAddress),
        ("near names", Crowd::NearNames),
        ("one organisation", Crowd::OneOrganisation),
    ] {
        let what = format!("a row of {}, {what}", thousands(CROWD));
        tell_ratio(&what, a_row(CROWD, crowd), "an ordinary one", ordinary, 2.0);
    }
}

fn tell_ratio(what: &str, ours: Duration, beside: &str, theirs: Duration, target: f64) {
    println!(
        "{what}: {}, {beside}: {}, ratio {:.2} (target {target})",
        micros(ours),
        micros(theirs),
        super::common::ratio(ours, theirs)
    );
}

fn micros(duration: Duration) -> String {
    format!("{:.1} µs", duration.as_secs_f64() * 1e6)
}

/// A form of distinct people.
fn form(rows: usize, crowd: Crowd) -> String {
    let mut text = String::from("given_name,family_name,email,organisation,requested_at\n");
    for row in 0..rows {
        let (given, mut family) = name(row);
        if crowd == Crowd::NearNames {
            family = format!("Hinterstoi{family}");
        }
        let organisation = if crowd == Crowd::OneOrganisation {
            0
        } else {
            // Spread, so that an organisation has people of all given names.
            (row / 2_000 * 7 + row * 7_919) % 2_000
        };
        let local = if crowd == Crowd::OneAddress && row < 5_000 {
            "anmeldung@zentrale".to_owned()
        } else {
            format!("p{row}@cluster{organisation}")
        };
        writeln!(
            text,
            "{given},{family},{local}.example.org,Verbund {organisation} e.V.,2020-09-{:02}T{:02}:{:02}:00",
            1 + row % 28,
            row % 24,
            row % 60
        )
        .unwrap();
    }
    text
}

fn name(row: usize) -> (&'static str, String) {
    let (given, rest) = (GIVEN[row % 20], row / 20);
    let mut family = format!("{}{}", BEGINNINGS[rest % 20], ENDINGS[rest / 20 % 20]);
    let rest = rest / 400;
    if rest > 0 {
        family.push_str(ENDINGS[rest % 20]);
    }
    let rest = rest / 20;
    if rest > 0 {
        let second = (BEGINNINGS[rest % 20], ENDINGS[rest / 20 % 20]);
        write!(family, "-{}{}", second.0, second.1).unwrap();
    }
    (given, family)
}
