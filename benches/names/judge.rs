//! What the engine makes of a log, against the truth.

use rollcall::identity::{
    Attendee, Directory, DisplayName, KeyedName, Match, OrganisationDirectory, OrganisationMatch,
    Sought, address_domain, read_display_name,
};
use rollcall::model::PersonId;

use super::lines::{Line, Truth};
use super::signups::Signup;

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    /// Taken for the right person without a question.
    Right,
    /// Taken for somebody who was not meant.
    Wrong,
    /// Asked, and the right person is the first suggestion.
    First,
    /// Asked, and the right person is the second or the third.
    AmongThree,
    /// Asked, and the right person is not among the first three.
    Astray,
    /// Nobody found.
    Unknown,
}

/// All outcomes, in the order of the table.
pub(crate) const OUTCOMES: [Outcome; 6] = [
    Outcome::Right,
    Outcome::Wrong,
    Outcome::First,
    Outcome::AmongThree,
    Outcome::Astray,
    Outcome::Unknown,
];

/// Remembers what was answered after earlier meetings.
pub(crate) fn remember(
    directory: &mut Directory,
    organisations: &OrganisationDirectory,
    log: &[Line],
) {
    for line in log {
        if let Some(id) = line.remembered_for {
            let display = read(organisations, line);
            directory.add_alias(PersonId(id), &display.alias(&line.written));
        }
    }
}

fn read(organisations: &OrganisationDirectory, line: &Line) -> DisplayName {
    read_display_name(&line.written, &|text| {
        organisations.find_certain(text).is_some()
    })
}

/// Asks the engine about a line, as an import does.
pub(crate) fn ask(
    directory: &Directory,
    organisations: &OrganisationDirectory,
    line: &Line,
) -> Match {
    let display = read(organisations, line);
    directory.find_attendee(&Attendee {
        organisation: display.organisation(organisations).as_ref(),
        display: &display,
        written: &line.written,
        address: line.address.as_deref(),
    })
}

/// Asks the engine about a row of a form, as an import does.
pub(crate) fn ask_form(
    directory: &Directory,
    organisations: &OrganisationDirectory,
    signup: &Signup,
) -> Match {
    let organisation = organisations.hint(signup.organisation.as_deref(), domain(signup));
    directory.find(&Sought {
        name: &KeyedName::new(&signup.given, &signup.family),
        written: &signup.written(),
        address: signup.address.as_deref(),
        organisation,
    })
}

/// Whether an import asks which organisation a row of a form means.
pub(crate) fn asks_organisation(organisations: &OrganisationDirectory, signup: &Signup) -> bool {
    let name = signup.organisation.as_deref();
    let found = name.map(|name| organisations.find_at(name, domain(signup)));
    matches!(found, Some(OrganisationMatch::Doubtful(_)))
}

fn domain(signup: &Signup) -> Option<&str> {
    signup.address.as_deref().map(address_domain)
}

/// Judges what was found.
pub(crate) fn judge(found: &Match, truth: Truth) -> Outcome {
    let meant = |id: PersonId| truth.person() == Some(id.0);
    match found {
        Match::Certain { id, .. } if meant(*id) => Outcome::Right,
        Match::Certain { .. } => Outcome::Wrong,
        Match::Doubtful { candidates } => {
            match candidates.iter().position(|candidate| meant(candidate.id)) {
                Some(0) => Outcome::First,
                Some(1 | 2) => Outcome::AmongThree,
                _ => Outcome::Astray,
            }
        }
        Match::Unknown => Outcome::Unknown,
    }
}

/// How often each outcome came.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tally([usize; OUTCOMES.len()]);

impl Tally {
    /// Counts one more.
    pub(crate) fn add(&mut self, outcome: Outcome) {
        let at = OUTCOMES.iter().position(|one| *one == outcome).unwrap();
        self.0[at] += 1;
    }

    /// How often an outcome came.
    pub(crate) fn count(&self, outcome: Outcome) -> usize {
        self.0[OUTCOMES.iter().position(|one| *one == outcome).unwrap()]
    }

    /// All of them.
    pub(crate) fn lines(&self) -> usize {
        self.0.iter().sum()
    }

    /// The share of some outcomes, in per cent; all of nothing is all.
    pub(crate) fn percent(&self, outcomes: &[Outcome]) -> f64 {
        let count: usize = outcomes.iter().map(|outcome| self.count(*outcome)).sum();
        if self.lines() == 0 {
            return 100.0;
        }
        let number = |count: usize| f64::from(u32::try_from(count).unwrap());
        100.0 * number(count) / number(self.lines())
    }
}
