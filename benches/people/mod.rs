//! A hundred thousand people, all invented, and the same every time.

use std::collections::HashSet;

/// How many there are.
pub(crate) const COUNT: usize = 100_000;
/// Of how many organisations.
const ORGANISATIONS: usize = 5_000;

pub(crate) struct Somebody {
    pub(crate) given_name: String,
    pub(crate) family_name: String,
    pub(crate) email: String,
    pub(crate) organisation: String,
}

/// Numbers that look random and are the same every time (`SplitMix64`).
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    /// As `below`, small numbers oftener: some names and organisations are frequent, most are rare.
    fn skewed(&mut self, end: usize) -> usize {
        self.below(end) * self.below(end) / end
    }
}

const GIVEN_STARTS: [&str; 20] = [
    "An", "Be", "Cor", "Da", "El", "Fri", "Ge", "Han", "Il", "Jo", "Ka", "Le", "Ma", "Ni", "Ol",
    "Pe", "Ro", "Su", "Ta", "Vi",
];
const GIVEN_ENDS: [&str; 25] = [
    "na", "ra", "line", "rik", "mon", "bert", "da", "nik", "ta", "ssa", "dor", "mir", "jana",
    "lou", "nel", "via", "tin", "sine", "fried", "gard", "nand", "rike", "lo", "mut", "nja",
];
const FAMILY_STARTS: [&str; 40] = [
    "Ahl", "Bach", "Birn", "Brom", "Dorn", "Eber", "Falk", "Feld", "Gold", "Grün", "Hage", "Harm",
    "Holl", "Isen", "Jung", "Kalk", "Kirch", "Lang", "Linden", "Löw", "Mark", "Moos", "Mühl",
    "Neu", "Ober", "Ost", "Peters", "Quint", "Rauch", "Rosen", "Sand", "Schön", "Stein", "Tann",
    "Ulm", "Vogel", "Wald", "Weiß", "Winter", "Zell",
];
const FAMILY_MIDDLES: [&str; 25] = [
    "", "acker", "au", "bach", "baum", "beck", "berg", "born", "brand", "bruch", "burg", "dorf",
    "eck", "en", "fels", "forst", "garten", "hof", "holz", "kamp", "mann", "rath", "see", "tal",
    "wies",
];
const FAMILY_ENDS: [&str; 20] = [
    "er", "ert", "haus", "heim", "horst", "huber", "ing", "ke", "l", "mann", "meier", "müller",
    "sen", "son", "stedt", "ski", "städter", "thaler", "weg", "wig",
];
const TOPICS: [&str; 25] = [
    "Bio",
    "Optik",
    "Mikro",
    "Holz",
    "Textil",
    "Energie",
    "Luftfahrt",
    "Maritim",
    "Automotive",
    "Medizin",
    "Agrar",
    "Chemie",
    "Digital",
    "Kunststoff",
    "Logistik",
    "Photonik",
    "Robotik",
    "Sensor",
    "Solar",
    "Stahl",
    "Umwelt",
    "Wasser",
    "Wind",
    "Leichtbau",
    "Ernährung",
];
const REGIONS: [&str; 40] = [
    "Nord",
    "Süd",
    "West",
    "Ost",
    "Mitte",
    "Rhein",
    "Ruhr",
    "Elbe",
    "Weser",
    "Donau",
    "Neckar",
    "Main",
    "Saar",
    "Mosel",
    "Spree",
    "Havel",
    "Oder",
    "Ems",
    "Lahn",
    "Isar",
    "Inn",
    "Lech",
    "Fulda",
    "Werra",
    "Harz",
    "Eifel",
    "Allgäu",
    "Franken",
    "Pfalz",
    "Hessen",
    "Bayern",
    "Sachsen",
    "Baden",
    "Schwaben",
    "Holstein",
    "Lausitz",
    "Anhalt",
    "Thüringen",
    "Westfalen",
    "Vogtland",
];
const FORMS: [&str; 5] = [
    "Cluster e.V.",
    "Netzwerk",
    "GmbH",
    "Institut",
    "Allianz e.V.",
];

pub(crate) fn people() -> Vec<Somebody> {
    let mut numbers = Numbers(20_201_008);
    let mut taken = HashSet::new();
    let mut people = Vec::with_capacity(COUNT);
    while people.len() < COUNT {
        let given = numbers.skewed(GIVEN_STARTS.len() * GIVEN_ENDS.len());
        let family = numbers.skewed(FAMILY_STARTS.len() * FAMILY_MIDDLES.len() * FAMILY_ENDS.len());
        let given_name = format!("{}{}", GIVEN_STARTS[given % 20], GIVEN_ENDS[given / 20]);
        let family_name = format!(
            "{}{}{}",
            FAMILY_STARTS[family % 40],
            FAMILY_MIDDLES[family / 40 % 25],
            FAMILY_ENDS[family / 1000]
        );
        // Namesakes are for the tests of identity: here both sides must find the same people.
        if !taken.insert((given, family)) {
            continue;
        }
        let organisation = numbers.skewed(ORGANISATIONS);
        let number = people.len();
        people.push(Somebody {
            email: format!(
                "{}.{}.{number}@org{organisation}.example.org",
                ascii(&given_name),
                ascii(&family_name)
            ),
            given_name,
            family_name,
            organisation: organisation_name(organisation),
        });
    }
    people
}

fn organisation_name(number: usize) -> String {
    format!(
        "{}{} {}",
        TOPICS[number % 25],
        REGIONS[number / 25 % 40],
        FORMS[number / 1000]
    )
}

fn ascii(name: &str) -> String {
    let lower = name.to_lowercase();
    lower
        .replace('ä', "ae")
        .replace('ö', "oe")
        .replace('ü', "ue")
        .replace('ß', "ss")
}
