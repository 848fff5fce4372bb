//! The lines of a log, and the truth about each.

use std::collections::{HashMap, HashSet};

use super::forms::{Written, written};
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
    pub(super) alone: Option<String>,
}

/// What stands beside a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Company {
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
            // Nobody would think of anybody but the one in the event.
            () if !person.in_event && organisation.is_none() && name.is_whole && fits > 0 => {
                return None;
            }
            // The list of sign-ups has no answer.
            () if name.is_at_odds || (!person.in_event && !name.is_whole) => NO_ANSWER,
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
    pub(super) fn is_somebody_elses(&self, name: &Written, person: &Person) -> bool {
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
        // At another company, or under another personal address at their own, as a colleague of the name has.
        let is_elsewhere = !is_theirs
            && address.as_ref().is_some_and(|address| {
                is_at_office(address)
                    && own_domain
                        .is_some_and(|domain| !address.ends_with(domain) || person.is_own_address)
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

    /// Puts a company beside a name, in one of the ways.
    pub(super) fn with_company(
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

pub(super) fn marked(random: &mut Random, text: String) -> String {
    if random.happens(250) {
        format!("{text}{}", random.one_of(MARKS))
    } else {
        text
    }
}
