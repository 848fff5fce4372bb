//! Strangers: people who are not on file and bear the full name of somebody who signed up. Each says
//! one thing that the other one does not: a company beside the name, or an address.

use super::lines::{Line, Truth};
use super::people::{Organisation, Person, World, ascii, key_of, private_address};
use super::random::Random;

/// What strangers say, by kind; each way is a list of its own.
pub(crate) const STRANGERS: [(&str, &[&str]); 6] = [
    (
        "one-word company in brackets",
        &["(Word)", "(ACR)", "[Word]"],
    ),
    (
        "one-word company after a sign",
        &["| Word", "- Word", "@ Word", "/ Word", "| ACR", "- ACR"],
    ),
    (
        "company in several words",
        &[
            "(Two Words)",
            "| Two Words",
            "- Two Words",
            ", Two Words",
            "Two Words - name",
        ],
    ),
    (
        "address at a company not on file",
        &["given.family@", "g.family@"],
    ),
    (
        "another personal address at the same domain",
        &[
            "given.family2@",
            "g.family@ for given.family@",
            "middle letter",
        ],
    ),
    (
        "another organisation of the roster",
        &[
            "in full",
            "short form",
            "in brackets",
            "short name on file",
            "domain's label",
            "cut short",
        ],
    ),
];

/// What people on file write beside their name, that should not be asked about.
pub(crate) const BESIDE: &[&str] = &[
    "own organisation, short name on file",
    "own organisation, domain's label",
    "own organisation, cut short",
    "initials (name)",
    "group number",
    "role",
    "place",
];

/// Syllables of companies that nobody has heard of.
const BEGINNINGS: &[&str] = &[
    "Bra", "Kel", "Tor", "Vel", "Zor", "Qui", "Dra", "Fen", "Gly", "Hux", "Jov", "Mir", "Nex",
    "Osk", "Pla", "Syn", "Tri", "Urk", "Wex", "Yel",
];
const MIDDLES: &[&str] = &["va", "do", "ri", "lu", "ten", "mo", "ka", "ze", "bi", "ro"];
const ENDS: &[&str] = &[
    "lux", "tec", "dyn", "ra", "nor", "via", "plan", "con", "mex", "zit", "flow", "gon", "werk",
];
/// What a company of several words does.
const TRADES: &[&str] = &[
    "Systeme",
    "Consulting",
    "Technologies",
    "Maschinenbau",
    "Solutions",
    "Engineering",
    "Stiftung",
    "Holding",
    "Verlag",
    "Logistik GmbH",
    "Software AG",
    "Research Institute",
];
/// What an address of one name may have before and behind its dot.
const LETTERS: &[&str] = &["a", "c", "h", "j", "k", "m", "p", "w"];

impl World {
    /// So many lines of strangers who say what they are in one way of [`STRANGERS`].
    pub(crate) fn strangers(
        &self,
        random: &mut Random,
        kind: &'static str,
        way: &'static str,
        lines: usize,
    ) -> Vec<Line> {
        let mut all = Vec::new();
        while all.len() < lines {
            let known = self.one_of_their_name(random);
            if let Some((written, address)) = self.stranger_line(random, known, kind, way) {
                all.push(Line {
                    written,
                    address,
                    truth: Truth::Guest,
                    is_sure: false,
                    fits: 0,
                    kind: way,
                    remembered_for: None,
                    alone: None,
                });
            }
        }
        all
    }

    /// So many lines of people who signed up and write something of [`BESIDE`] beside their name.
    pub(crate) fn beside_the_name(
        &self,
        random: &mut Random,
        way: &'static str,
        lines: usize,
    ) -> Vec<Line> {
        let mut line = || {
            let person = self.one_of_their_name(random);
            let own = &self.organisations[person.organisation.unwrap()];
            let name = format!("{} {}", person.given, person.family);
            let number = 1 + random.below(9);
            let written = match way {
                "own organisation, short name on file" => format!("{name} ({})", own.short_name()),
                "own organisation, domain's label" => format!("{name} ({})", own.label()),
                "own organisation, cut short" => format!("{name} | {}", own.cut_short()),
                "initials (name)" => {
                    let letters = format!("{}{}", initial(&person.given), initial(&person.family));
                    format!("{} ({name})", letters.to_uppercase())
                }
                "group number" => match number % 3 {
                    0 => format!("{name} (Gruppe {number})"),
                    1 => format!("{number} - {name}"),
                    _ => format!("G{number} {name}"),
                },
                "role" => {
                    let roles = ["Moderation", "Vorstand", "Referentin", "Speaker", "Host"];
                    format!("{name} ({})", random.one_of(&roles))
                }
                _ => format!(
                    "{name}, {}",
                    random.one_of(&["Köln", "Berlin", "Wien", "Zürich"])
                ),
            };
            Line {
                written,
                address: None,
                truth: Truth::OnFile(person.id),
                is_sure: true,
                fits: 1,
                kind: way,
                remembered_for: None,
                alone: None,
            }
        };
        (0..lines).map(|_| line()).collect()
    }

    /// Somebody of the event with an organisation and an own address there, whose name nobody else has.
    pub(crate) fn one_of_their_name(&self, random: &mut Random) -> &Person {
        loop {
            let person = random.one_of(&self.people);
            let is_at_office = person
                .address
                .as_ref()
                .zip(person.organisation)
                .is_some_and(|(address, own)| address.ends_with(&self.organisations[own].domain));
            if person.in_event
                && person.is_own_address
                && is_at_office
                && self.by_key[&key_of(person)].len() == 1
            {
                return person;
            }
        }
    }

    fn stranger_line(
        &self,
        random: &mut Random,
        known: &Person,
        kind: &str,
        way: &str,
    ) -> Option<(String, Option<String>)> {
        let Person { given, family, .. } = known;
        let name = match random.below(5) {
            0 if !way.starts_with(", ") => format!("{family}, {given}"),
            _ => format!("{given} {family}"),
        };
        let own = &self.organisations[known.organisation?];
        let at_home = known.address.as_ref()?;
        let text = match kind {
            "address at a company not on file" => {
                let company = ascii(&invented_word(random));
                let local = if way == "g.family@" {
                    local_part(&initial(given), family)
                } else {
                    local_part(given, family)
                };
                return Some((name, Some(format!("{local}@{company}.example"))));
            }
            "another personal address at the same domain" => {
                let local = match way {
                    "given.family2@" => format!("{}2", local_part(given, family)),
                    "middle letter" => {
                        let middle = random.one_of(LETTERS);
                        local_part(&format!("{given}.{middle}"), family)
                    }
                    _ => {
                        let whole = local_part(given, family);
                        let short = local_part(&initial(given), family);
                        if at_home.starts_with(&format!("{whole}@")) {
                            short
                        } else {
                            whole
                        }
                    }
                };
                let address = format!("{local}@{}", own.domain);
                return self.is_free(&address).then_some((name, Some(address)));
            }
            "another organisation of the roster" => {
                let other = self.other_organisation(random, known.organisation);
                let other = &self.organisations[other];
                beside(random, &name, other, way)
            }
            _ => match way {
                "(Word)" => format!("{name} ({})", invented_word(random)),
                "[Word]" => format!("{name} [{}]", invented_word(random)),
                "(ACR)" => format!("{name} ({})", invented_letters(random)),
                "(Two Words)" => format!("{name} ({})", invented_words(random)),
                ", Two Words" => format!("{name}, {}", invented_words(random)),
                "Two Words - name" => format!("{} - {name}", invented_words(random)),
                way => {
                    let (sign, what) = way.split_once(' ')?;
                    let company = match what {
                        "ACR" => invented_letters(random),
                        "Word" => invented_word(random),
                        _ => invented_words(random),
                    };
                    format!("{name} {sign} {company}")
                }
            },
        };
        let address = random
            .happens(250)
            .then(|| private_address(random, known))
            .filter(|address| self.is_free(address));
        Some((text, address))
    }

    /// Whether nobody on file has an address.
    pub(super) fn is_free(&self, address: &str) -> bool {
        !self.addresses.contains(address)
    }
}

fn beside(random: &mut Random, name: &str, other: &Organisation, way: &str) -> String {
    let sign = random.one_of(&["|", "-"]);
    match way {
        "in full" => format!("{name} {sign} {}", other.registered),
        "short form" => format!("{name} {sign} {}", other.name),
        "short name on file" => format!("{name} ({})", other.short_name()),
        "domain's label" => format!("{name} ({})", other.label()),
        "cut short" => format!("{name} {sign} {}", other.cut_short()),
        _ => format!("{name} ({})", other.name),
    }
}

fn initial(name: &str) -> String {
    name.chars().take(1).collect()
}

/// `given.family`, without accents.
pub(super) fn local_part(given: &str, family: &str) -> String {
    let plain = |name: &str| ascii(name).replace([' ', '\''], "");
    format!("{}.{}", plain(given), plain(family))
}

/// A company of one word.
pub(super) fn invented_word(random: &mut Random) -> String {
    let beginning = random.one_of(BEGINNINGS);
    let middle = random.one_of(MIDDLES);
    let end = random.one_of(ENDS);
    match random.below(4) {
        0 => format!("{beginning}{end}"),
        // `VeloTec`
        1 => format!(
            "{beginning}{middle}{}{}",
            end[..1].to_uppercase(),
            &end[1..]
        ),
        _ => format!("{beginning}{middle}{end}"),
    }
}

/// A company of a few capitals, some with a small letter behind.
fn invented_letters(random: &mut Random) -> String {
    let length = 3 + random.below(2);
    let letters: String = (0..length)
        .map(|_| {
            *random.one_of(&[
                "B", "D", "F", "G", "H", "K", "L", "M", "R", "T", "V", "W", "Z",
            ])
        })
        .collect();
    let behind = if random.happens(250) { "i" } else { "" };
    format!("{letters}{behind}")
}

/// A company of several words.
pub(super) fn invented_words(random: &mut Random) -> String {
    let word = invented_word(random);
    if random.happens(200) {
        return format!("Institut für {word}");
    }
    format!("{word} {}", random.one_of(TRADES))
}
