//! How people write their names in a meeting: the order, what they leave out, what they get wrong.

use super::lists::{SHORT_FORMS, TONGUES};
use super::people::{Person, ascii, plain, words};
use super::random::Random;

/// A name as somebody wrote it, without what stands round it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Written {
    pub(crate) text: String,
    /// Given and family names to be seen in it, plain; initials by their letter.
    pub(crate) given: Vec<String>,
    pub(crate) family: Vec<String>,
    /// Whether every word of the name is there with all its letters.
    pub(crate) is_whole: bool,
    /// Whether something in it is not their name on file.
    pub(crate) is_at_odds: bool,
    /// Names a reader could take for somebody's whole name.
    pub(crate) names: Vec<String>,
    pub(crate) kind: &'static str,
}

impl Written {
    /// The one name to be seen, where there is no more.
    pub(crate) fn alone(&self) -> Option<String> {
        match (self.given.as_slice(), self.family.as_slice()) {
            (words, []) | ([], words) => Some(words.join(" ")),
            _ => None,
        }
    }
}

/// Ways of writing a name, by how often in a thousand lines; the rest is plain.
const WAYS: &[(usize, &str)] = &[
    (295, "given family"),
    (110, "family, given"),
    (45, "family given"),
    (35, "capitals"),
    (45, "small letters"),
    (25, "FAMILY given"),
    (60, "title"),
    (45, "given name alone"),
    (12, "family name alone"),
    (35, "initial of the given name"),
    (30, "initial of the family name"),
    (30, "part of the name"),
    (35, "short form"),
    (45, "slip of one letter"),
    (20, "after a wedding"),
    (50, "new (old)"),
    (25, "device of somebody"),
    (15, "device (whole name)"),
    (10, "given.family"),
    (15, "lost letters"),
    (18, "number behind"),
];

/// Writes somebody's name in one of the ways.
pub(crate) fn written(random: &mut Random, person: &Person) -> Written {
    let way = random.weighted(WAYS);
    let mut it = in_way(random, person, way).unwrap_or_else(|| {
        whole(
            "given family",
            person,
            format!("{} {}", person.given, person.family),
        )
    });
    if it.names.is_empty() {
        it.names.push(it.text.clone());
    }
    if it.kind != "lost letters" {
        spell(random, &mut it);
    }
    it
}

fn whole(kind: &'static str, person: &Person, text: String) -> Written {
    Written {
        text,
        given: words(&person.given).collect(),
        family: words(&person.family).collect(),
        is_whole: true,
        kind,
        ..Written::default()
    }
}

/// Some words of the name.
fn part(kind: &'static str, text: String, given: &str, family: &str) -> Written {
    Written {
        text,
        given: words(given).collect(),
        family: words(family).collect(),
        kind,
        ..Written::default()
    }
}

fn in_way(random: &mut Random, person: &Person, way: &'static str) -> Option<Written> {
    let Person { given, family, .. } = person;
    let initial = |name: &str| name.chars().next().map(|letter| letter.to_string());
    let straight = format!("{given} {family}");
    Some(match way {
        "family, given" => whole(way, person, format!("{family}, {given}")),
        "family given" => whole(way, person, format!("{family} {given}")),
        "capitals" if random.happens(500) => whole(
            way,
            person,
            format!("{}, {}", family.to_uppercase(), given.to_uppercase()),
        ),
        "capitals" => whole(way, person, straight.to_uppercase()),
        "small letters" => whole(way, person, straight.to_lowercase()),
        "FAMILY given" => whole(way, person, format!("{} {given}", family.to_uppercase())),
        "title" => titled(random, person, way),
        "given name alone" => part(way, cased(random, given), given, ""),
        "family name alone" => part(
            way,
            format!("{}{family}", random.one_of(&["", "Herr ", "Frau "])),
            "",
            family,
        ),
        "initial of the given name" => {
            let letter = initial(given)?;
            let text = if random.happens(250) {
                format!("{family}, {letter}.")
            } else {
                format!("{letter}. {family}")
            };
            part(way, text, &letter, family)
        }
        "initial of the family name" => {
            let letter = initial(family.rsplit(' ').next()?)?;
            part(
                way,
                format!("{given} {letter}{}", random.one_of(&[".", ""])),
                given,
                &letter,
            )
        }
        "part of the name" => shorter(random, person, way)?,
        "short form" => {
            let (_, short) = SHORT_FORMS.iter().find(|(long, _)| long == given)?;
            part(way, format!("{short} {family}"), given, family)
        }
        "slip of one letter" => {
            let (given_slip, family_slip) = if random.happens(400) {
                (slip(random, given), family.clone())
            } else {
                (given.clone(), slip(random, family))
            };
            part(way, format!("{given_slip} {family_slip}"), given, family)
        }
        "after a wedding" => wedding(random, person, way),
        "new (old)" => renamed(random, person, way)?,
        "device of somebody" => {
            let device = random.one_of(&["iPad", "iPhone", "MacBook Pro", "Galaxy S20"]);
            let text = match random.below(3) {
                0 => format!("{device} von {given}"),
                1 => format!("{given}'s {device}"),
                _ => format!("{given} {device}"),
            };
            part(way, text, given, "")
        }
        "device (whole name)" => whole(
            way,
            person,
            format!(
                "{} ({straight})",
                random.one_of(&["iPhone", "iPad", "Galaxy A52", "24JR1A05L3"])
            ),
        ),
        "given.family" if !straight.contains(['-', '\'']) && words(&straight).count() == 2 => {
            let joint = random.one_of(&[".", "_"]);
            whole(
                way,
                person,
                format!("{}{joint}{}", ascii(given), ascii(family)),
            )
        }
        "lost letters" if !straight.is_ascii() => {
            let text = straight
                .chars()
                .map(|letter| if letter.is_ascii() { letter } else { '?' });
            part(way, text.collect(), given, family)
        }
        "number behind" => whole(
            way,
            person,
            format!("{straight} {}", random.one_of(&["2", "(2)", "(1)"])),
        ),
        _ => return None,
    })
}

fn titled(random: &mut Random, person: &Person, kind: &'static str) -> Written {
    let Person { given, family, .. } = person;
    let title = random.one_of(&["Dr.", "Prof. Dr.", "Frau", "Herr Dr.", "Dipl.-Ing."]);
    let text = if random.happens(300) {
        format!("{family}, {title} {given}")
    } else {
        format!("{title} {given} {family}")
    };
    whole(kind, person, text)
}

fn cased(random: &mut Random, text: &str) -> String {
    if random.happens(300) {
        text.to_lowercase()
    } else {
        text.to_owned()
    }
}

/// Leaves out a second given name or half of a double family name.
fn shorter(random: &mut Random, person: &Person, kind: &'static str) -> Option<Written> {
    let half = |random: &mut Random, name: &str| {
        let halves: Vec<&str> = name
            .split([' ', '-'])
            .filter(|word| word.len() > 3)
            .collect();
        (halves.len() > 1).then(|| (*random.one_of(&halves)).to_owned())
    };
    let (given, family) = match half(random, &person.family) {
        Some(family) => (person.given.clone(), family),
        None => (half(random, &person.given)?, person.family.clone()),
    };
    Some(part(kind, format!("{given} {family}"), &given, &family))
}

fn wedding(random: &mut Random, person: &Person, kind: &'static str) -> Written {
    let families: Vec<&str> = random.one_of(TONGUES).family.split(';').collect();
    let other = random.one_of(&families);
    if random.happens(500) {
        let text = format!("{} {}-{other}", person.given, person.family);
        return part(kind, text, &person.given, &person.family);
    }
    Written {
        is_at_odds: true,
        ..part(kind, format!("{} {other}", person.given), &person.given, "")
    }
}

/// `New (Old)`: one of them is the whole name.
fn renamed(random: &mut Random, person: &Person, kind: &'static str) -> Option<Written> {
    let straight = format!("{} {}", person.given, person.family);
    let other = *random.one_of(&[
        "given name alone",
        "initial of the given name",
        "initial of the family name",
        "short form",
        "family, given",
        "after a wedding",
    ]);
    let other = in_way(random, person, other)?;
    let one_word = !other.text.contains(' ');
    let (now, before) = if random.happens(750) || one_word {
        (&other.text, &straight)
    } else {
        (&straight, &other.text)
    };
    Some(Written {
        is_at_odds: other.is_at_odds,
        names: vec![straight.clone(), other.text.clone()],
        ..whole(kind, person, format!("{now} ({before})"))
    })
}

/// One letter left out, doubled, changed, or two in each other's place.
pub(crate) fn slip(random: &mut Random, name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = 1 + random.below(letters.len() - 1);
    let is_inside = |at: usize| letters.get(at).is_some_and(|letter| letter.is_alphabetic());
    if !is_inside(at - 1) || !is_inside(at) {
        return slip(random, name);
    }
    match random.below(4) {
        0 if letters.len() > 4 => {
            letters.remove(at);
        }
        1 if is_inside(at + 1) => letters.swap(at, at + 1),
        2 => letters.insert(at, letters[at]),
        _ => letters[at] = *random.one_of(&['e', 'a', 'n', 'r', 't', 'i']),
    }
    let slipped: String = letters.into_iter().collect();
    // One letter in the place of itself is none.
    if plain(&slipped) == plain(name) {
        slip(random, name)
    } else {
        slipped
    }
}

/// Spells umlauts and accents in one of the ways in which they are written and lost.
fn spell(random: &mut Random, written: &mut Written) {
    use unicode_normalization::UnicodeNormalization as _;
    let spell: fn(&str) -> String = match random.below(100) {
        0..64 => return,
        64..72 => |text| text.nfd().collect(),
        72..84 => |text| {
            let pairs = [
                ("ä", "ae"),
                ("ö", "oe"),
                ("ü", "ue"),
                ("Ä", "Ae"),
                ("Ö", "Oe"),
                ("Ü", "Ue"),
                ("ß", "ss"),
            ];
            // `MOELLER`, not `MOeLLER`.
            let words = text.split(' ').map(|word| {
                let is_loud = !word.contains(char::is_lowercase) && word.chars().count() > 1;
                let spelt = pairs.iter().fold(word.to_owned(), |word, (letter, two)| {
                    word.replace(letter, two)
                });
                if is_loud { spelt.to_uppercase() } else { spelt }
            });
            words.collect::<Vec<_>>().join(" ")
        },
        _ => |text| {
            text.chars()
                .flat_map(|letter| {
                    let small = plain(&letter.to_string());
                    let text = if letter.is_uppercase() {
                        small.to_uppercase()
                    } else {
                        small
                    };
                    text.chars().collect::<Vec<_>>()
                })
                .collect()
        },
    };
    written.text = spell(&written.text);
}
