//! The lines of a log, and the truth about each.

use std::collections::{HashMap, HashSet};

use super::forms::{Written, slip, written};
use super::lists::PAIRS;
use super::people::{Person, World, key_of, plain_key, private_address, words};
use super::random::Random;

/// Who a line really means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Truth {
    /// A person on file, by number.
    OnFile(i64),
    /// Somebody who is not on file.
    Guest,
    /// A telephone, a bare device, a program: nobody can tell.
    Nobody,
}

impl Truth {
    /// The number of the person on file.
    pub(crate) fn person(self) -> Option<i64> {
        match self {
            Self::OnFile(id) => Some(id),
            Self::Guest | Self::Nobody => None,
        }
    }
}

/// A line of a log.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) written: String,
    pub(crate) address: Option<String>,
    pub(crate) truth: Truth,
    /// Whether a careful human who has the list of sign-ups would be sure (see the module above).
    pub(crate) is_sure: bool,
    /// How many people in the event could be meant.
    pub(crate) fits: usize,
    /// What was done to the name.
    pub(crate) kind: &'static str,
    /// Whose it was said to be when this very text stood in an earlier log.
    pub(crate) remembered_for: Option<i64>,
    /// The one name in it, where there is no more.
    alone: Option<String>,
}

/// What stands beside a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Company {
    None,
    /// Their organisation as the file has it.
    Own,
    /// One that the file does not have.
    Unheard(usize),
    /// One on file.
    Other(usize),
}

/// How many fit, where the list of sign-ups cannot tell.
const NO_ANSWER: usize = usize::MAX;

/// The address somebody joined with.
struct Joined {
    address: Option<String>,
    /// Whether it is on file as theirs alone.
    is_own: bool,
    /// Whether it is at another company than the address they signed up with.
    is_elsewhere: bool,
}

/// What a platform writes behind a name.
const MARKS: &[&str] = &[
    " (Guest)",
    " (Gast)",
    " (External)",
    " (Unverified)",
    " (EXT)",
    " (Extern)",
    " (she/her)",
    " (er/ihm)",
    " (they/them)",
    " (External) (Unverified)",
    " (Nicht überprüft)",
    "  (Unverified)",
    " she/her",
    " (Co-host)",
];

impl World {
    /// A log of so many lines.
    pub(crate) fn log(&self, random: &mut Random, lines: usize) -> Vec<Line> {
        let mut log: Vec<Line> = (0..lines).map(|_| self.line(random)).collect();
        // Some devices were asked about after an earlier meeting.
        let mut bearers: HashMap<String, HashSet<Option<i64>>> = HashMap::new();
        for line in &log {
            if let Some(name) = &line.alone {
                bearers
                    .entry(name.clone())
                    .or_default()
                    .insert(line.truth.person());
            }
        }
        for line in &mut log {
            let is_one_persons = line
                .alone
                .as_ref()
                .is_some_and(|name| bearers[name].len() == 1);
            if line.kind == "device of somebody"
                && line.fits == 1
                && is_one_persons
                && random.happens(500)
            {
                line.remembered_for = line.truth.person();
                line.is_sure = true;
            }
        }
        log
    }

    /// The next line of the log.
    fn line(&self, random: &mut Random) -> Line {
        loop {
            let line = match random.below(1000) {
                0..840 => self.line_of_somebody(random),
                840..930 => self.line_of_guest(random),
                _ => Some(self.line_of_nobody(random)),
            };
            if let Some(line) = line {
                return line;
            }
        }
    }

    fn line_of_somebody(&self, random: &mut Random) -> Option<Line> {
        let person = random.one_of(&self.people);
        // Whoever did not sign up comes seldom.
        if !person.in_event && random.happens(700) {
            return None;
        }
        let name = written(random, person);
        if self.is_somebody_elses(&name, person) {
            return None;
        }
        let company = match random.below(1000) {
            0..200 if person.organisation.is_some() => Company::Own,
            200..225 => Company::Unheard(
                self.on_file + random.below(self.organisations.len() - self.on_file),
            ),
            _ => Company::None,
        };
        let text = self.with_company(random, &name, company, person);
        let joined = self.joined(random, person);
        let organisation = person.organisation.filter(|_| company == Company::Own);
        let fits = self.fits(&name.given, &name.family, organisation);
        let is_told_apart = fits == 1 && person.in_event;
        let is_unheard = matches!(company, Company::Unheard(_));
        let is_named = name.is_whole && is_told_apart && !joined.is_elsewhere && !is_unheard;
        let is_sure = !name.is_at_odds && (joined.is_own || is_named);
        let fits = match () {
            () if joined.is_own => 1,
            // The list of sign-ups has no answer.
            () if name.is_at_odds || (!person.in_event && !name.is_whole) => NO_ANSWER,
            // Nobody would think of anybody but the one in the event.
            () if !person.in_event && organisation.is_none() && fits > 0 => return None,
            () => fits.max(1),
        };
        Some(Line {
            written: marked(random, text),
            address: joined.address,
            truth: Truth::OnFile(person.id),
            is_sure,
            fits,
            kind: name.kind,
            remembered_for: None,
            alone: name.alone(),
        })
    }

    /// Whether a reader would take the name for another person's on file: nobody could help it.
    fn is_somebody_elses(&self, name: &Written, person: &Person) -> bool {
        let own = key_of(person);
        let shown = [name.given.join(" "), name.family.join(" ")].join(" ");
        let texts = name.names.iter().chain([&name.text, &shown]);
        let mut keys = texts.map(|text| plain_key(text)).filter(|key| *key != own);
        keys.any(|key| self.by_key.contains_key(&key))
    }

    /// With which address somebody joins.
    fn joined(&self, random: &mut Random, person: &Person) -> Joined {
        let is_at_office = |address: &String| address.ends_with(".example.org");
        let address = match random.below(100) {
            0..34 => person.address.clone(),
            34..54 => Some(private_address(random, person)),
            54..60 => person
                .organisation
                .map(|organisation| self.office_address(random, person, organisation)),
            60..62 => {
                let other = self.other_organisation(random, person.organisation);
                Some(self.office_address(random, person, other))
            }
            // At the computer of somebody whose name is quite another one.
            62..65 => {
                let other = random.one_of(&self.people);
                let mut initials = words(&other.given).chain(words(&other.family));
                let is_other = initials.all(|word| {
                    words(&person.given)
                        .chain(words(&person.family))
                        .all(|own| own[..1] != word[..1])
                });
                let address = other.address.clone().filter(|_| is_other);
                let is_elsewhere = address.as_ref().is_some_and(is_at_office);
                return Joined {
                    address,
                    is_own: false,
                    is_elsewhere,
                };
            }
            _ => None,
        };
        let is_known = |address: &String| self.addresses.contains(address);
        // What was made up may be somebody's by chance.
        let address = address
            .filter(|address| !is_known(address) || person.address.as_ref() == Some(address));
        let is_theirs = address.is_some() && address == person.address;
        let own_domain = person
            .address
            .as_ref()
            .filter(|address| is_at_office(address))
            .and_then(|address| address.split('@').nth(1));
        let is_elsewhere = address.as_ref().is_some_and(|address| {
            is_at_office(address) && own_domain.is_some_and(|domain| !address.ends_with(domain))
        });
        Joined {
            is_own: is_theirs && person.is_own_address,
            is_elsewhere,
            address: address.map(|address| {
                if random.happens(300) {
                    address.to_uppercase()
                } else {
                    address
                }
            }),
        }
    }

    fn line_of_guest(&self, random: &mut Random) -> Option<Line> {
        let (person, company, address, kind) = self.guest(random)?;
        let mut name = written(random, &person);
        if kind == "guest with somebody's name" || kind == "guest with a name turned round" {
            // The name as it is, or else nobody could tell whose it was to be.
            name.text = format!("{} {}", person.given, person.family);
        } else if self.is_somebody_elses(&name, &Person::default()) {
            return None;
        }
        let text = self.with_company(random, &name, company, &person);
        Some(Line {
            written: marked(random, text),
            address,
            truth: Truth::Guest,
            is_sure: false,
            fits: 0,
            kind,
            remembered_for: None,
            alone: name.alone(),
        })
    }

    /// Somebody who is not on file, many of them with a name near somebody's.
    fn guest(
        &self,
        random: &mut Random,
    ) -> Option<(Person, Company, Option<String>, &'static str)> {
        let stranger = self.stranger(random);
        let known = random.one_of(&self.people);
        let other_organisation = self.other_organisation(random, known.organisation);
        let named = |given: &str, family: &str| Person {
            given: given.to_owned(),
            family: family.to_owned(),
            organisation: Some(other_organisation),
            ..Person::default()
        };
        let (person, kind) = match random.below(100) {
            0..45 => (stranger, "guest"),
            45..55 => (
                named(&stranger.given, &known.family),
                "guest of a known family name",
            ),
            55..65 => (
                named(&known.given, &stranger.family),
                "guest of a known given name",
            ),
            65..75 => (
                named(&known.given, &slip(random, &known.family)),
                "guest with a near name",
            ),
            75..82 => {
                let pair = PAIRS
                    .iter()
                    .find(|(one, other)| *one == known.given || *other == known.given)?;
                let other = if pair.0 == known.given {
                    pair.1
                } else {
                    pair.0
                };
                (named(other, &known.family), "guest with a paired name")
            }
            82..90 => (
                named(&known.family, &known.given),
                "guest with a name turned round",
            ),
            _ => (
                named(&known.given, &known.family),
                "guest with somebody's name",
            ),
        };
        // Somebody who has the very name of somebody on file must say more, or nobody could tell.
        let must_say_more = kind == "guest with somebody's name";
        let is_turned = kind == "guest with a name turned round";
        if is_turned
            && (known.address.is_none()
                || words(&known.given).count() > 1
                || known.given == known.family)
        {
            return None;
        }
        let has_office = known
            .address
            .as_ref()
            .is_some_and(|address| address.ends_with("example.org"));
        let unheard = self.on_file + random.below(self.organisations.len() - self.on_file);
        let company = match random.below(4) {
            0 if !is_turned => Company::Other(other_organisation),
            1 if !is_turned => Company::Unheard(unheard),
            _ if must_say_more && !(has_office && known.organisation.is_some()) => {
                Company::Other(other_organisation)
            }
            _ => Company::None,
        };
        if must_say_more
            && (known.organisation.is_none()
                || self
                    .by_key
                    .get(&key_of(known))
                    .is_some_and(|all| all.len() > 1))
        {
            return None;
        }
        let address = if must_say_more && company == Company::None {
            Some(self.office_address(random, &person, other_organisation))
        } else {
            match random.below(4) {
                0 => Some(self.office_address(random, &person, other_organisation)),
                1 => Some(private_address(random, &person)),
                _ if is_turned => Some(private_address(random, &person)),
                _ => None,
            }
        };
        // By chance it may be somebody's.
        let is_taken = address
            .as_ref()
            .is_some_and(|address| self.addresses.contains(address));
        (!is_taken).then_some((person, company, address, kind))
    }

    fn other_organisation(&self, random: &mut Random, organisation: Option<usize>) -> usize {
        let other = random.below(self.on_file);
        if Some(other) == organisation {
            (other + 1) % self.on_file
        } else {
            other
        }
    }

    fn line_of_nobody(&self, random: &mut Random) -> Line {
        let person = random.one_of(&self.people);
        let number = random.below(90_000) + 10_000;
        let (kind, text) = match random.below(7) {
            0 => ("telephone", format!("4930****{}", number % 1000)),
            1 => ("telephone", format!(" 4930555{number} (Unverified)")),
            2 => ("telephone", format!("+49 30 555{number}")),
            3 => (
                "bare device",
                (*random.one_of(&[
                    "iPhone",
                    "iPad (2)",
                    "Galaxy S20",
                    "iPad",
                    "MacBook Pro",
                    "Samsung Galaxy A52",
                ]))
                .to_owned(),
            ),
            4 => (
                "program",
                (*random.one_of(&[
                    "read.ai meeting notes",
                    "Otter.ai",
                    "Fireflies.ai Notetaker",
                    "OtterPilot",
                ]))
                .to_owned(),
            ),
            5 => (
                "program",
                format!(
                    "{} {}{}",
                    person.given,
                    person.family,
                    random.one_of(&[
                        "'s Notetaker",
                        "'s OtterPilot",
                        " (Otter.ai)",
                        " - Fireflies.ai Notetaker",
                        "'s AI Notes"
                    ])
                ),
            ),
            _ => (
                "placeholder",
                (*random.one_of(&[
                    "Call-in User_2",
                    "Gast",
                    "Guest 3",
                    "Anonym",
                    "Teilnehmer 4",
                    "user",
                    "Anonymous",
                    "--",
                    "",
                ]))
                .to_owned(),
            ),
        };
        let has_letters = text.contains(char::is_alphanumeric);
        Line {
            written: text,
            // A program joins with the address of whoever sent it.
            address: person
                .address
                .clone()
                .filter(|_| kind == "program" && random.happens(300)),
            truth: Truth::Nobody,
            is_sure: false,
            fits: 0,
            kind,
            remembered_for: (has_letters && random.happens(150)).then_some(person.id),
            alone: None,
        }
    }

    /// Puts a company beside a name, in one of the ways.
    fn with_company(
        &self,
        random: &mut Random,
        name: &Written,
        company: Company,
        person: &Person,
    ) -> String {
        let index = match company {
            Company::None => return name.text.clone(),
            Company::Own => person.organisation.unwrap_or_default(),
            Company::Unheard(index) | Company::Other(index) => index,
        };
        let (name, company) = (&name.text, &self.organisations[index].name);
        match random.below(9) {
            0 => format!("[{company}] {name}"),
            1 | 2 => format!("{name} ({company})"),
            3 => format!("{name} | {company}"),
            4 => format!("{name} - {company}"),
            5 => format!("{name}, {company}"),
            6 => format!("{company} - {name}"),
            7 => format!("{name}_{company}"),
            _ => format!("{company} | {name}"),
        }
    }
}

fn marked(random: &mut Random, text: String) -> String {
    if random.happens(250) {
        format!("{text}{}", random.one_of(MARKS))
    } else {
        text
    }
}
