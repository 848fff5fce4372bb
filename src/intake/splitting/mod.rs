//! Splits one person into two: what belongs to the second moves to a new person.
//!
//! The store does not keep the rows of an imported file. It keeps each registration and sign-up with the operation that
//! wrote it and the time of the request, stays with name and address as recorded, rows that waited for an answer, and
//! the journal, which shows what belonged to whom before a merge. So a registration moves as a whole, or some of its
//! sign-ups do. In the latter case the second person is registered for the event as well, and the answers in the form
//! stay with the first, since nothing shows whose they are.
//!
//! From then on the two are held apart: the name and address of one never means the other (see `apart`). Rows that were
//! imported before are still recognised.

mod apart;
mod consents;
mod evidence;
mod giving;
mod owned;

use std::collections::BTreeSet;

use super::IntakeError;
use super::organisations::organisations_on_file;
use crate::catalogue::messages::person as words;
use crate::identity::{PersonName, name_key, person_key, read_display_name, strip_marks};
use crate::message;
use crate::model::{
    EventId, Person, RegistrationId, Resolution, SessionId, SignupId, Stay, StayId,
};
use crate::store::{Former, MadeBy, NewPerson, Writer};
pub use apart::hold_apart;
pub(super) use apart::{Apart, is_held_apart};
use consents::give_consents;
use evidence::{Evidence, Stays, Whose, goes, other_name};
use giving::{give_rows, give_stays};
pub use owned::{Owned, OwnedRow, owned};

/// What to move, by number.
#[derive(Debug, Clone, Default)]
pub struct Split {
    /// Rows, numbered from one as by [`owned()`].
    pub rows: Vec<usize>,
    /// Stays.
    pub stays: Vec<StayId>,
    /// The name of the second person; if missing, that of the rows.
    pub name: Option<PersonName>,
    /// Addresses that move whatever the records say.
    pub addresses: Vec<String>,
    /// Names they were seen with that move whatever the records say.
    pub aliases: Vec<String>,
}

/// The part of the records that moves.
#[derive(Debug, Default)]
struct Part {
    registrations: BTreeSet<RegistrationId>,
    signups: BTreeSet<SignupId>,
    stays: BTreeSet<StayId>,
}

impl Part {
    fn has_row(&self, row: &OwnedRow) -> bool {
        self.registrations.contains(&row.registration.id)
            || row
                .signup
                .as_ref()
                .is_some_and(|it| self.signups.contains(&it.id))
    }
}

/// What moved.
#[derive(Debug)]
pub struct SplitOff {
    /// The second person.
    pub person: Person,
    /// Events whose registration moved as a whole.
    pub registrations: Vec<EventId>,
    /// Events for which both are registered now.
    pub shared: Vec<EventId>,
    /// Sessions whose sign-ups moved.
    pub signups: Vec<SessionId>,
    /// Stays that moved.
    pub stays: Vec<Stay>,
    /// The number of verdicts and excuses that moved.
    pub verdicts: usize,
    /// The number of consents and refusals that moved.
    pub consents: usize,
    /// The number of those that stay although it is unknown whose they are.
    pub open_consents: usize,
    /// Addresses that stay although it is unknown whose they are.
    pub open_addresses: Vec<String>,
    /// Names that stay although it is unknown whose they are.
    pub open_aliases: Vec<String>,
}

impl SplitOff {
    /// Returns the events that involve both.
    pub fn events(&self) -> BTreeSet<EventId> {
        let stays = self.stays.iter().map(|it| it.event_id);
        let rows = self.registrations.iter().chain(&self.shared).copied();
        rows.chain(stays).collect()
    }
}

/// Makes a second person from a part of somebody's records.
///
/// # Errors
/// If a number or an address is not theirs, or nothing moves.
pub fn split_person(
    writer: &Writer<'_>,
    person: &Person,
    split: &Split,
) -> Result<SplitOff, IntakeError> {
    let owned = owned(writer, person)?;
    let mut part = part_of(person, &owned, split)?;
    let made_by = writer.made_by(person.id)?;
    let formers = writer.merged_into(person.id)?;
    let following = following(person, &owned, &part, split, &made_by, &formers);
    part.stays.extend(following);
    let evidence = Evidence::new(&owned, &part, &made_by, &formers, Stays::Counted);
    let former = evidence.former.map(|it| &it.person);
    let second = second(writer, person, split, &owned, &part, former)?;
    let mut done = SplitOff {
        person: second,
        registrations: Vec::new(),
        shared: Vec::new(),
        signups: Vec::new(),
        stays: Vec::new(),
        verdicts: 0,
        consents: 0,
        open_consents: 0,
        open_addresses: Vec::new(),
        open_aliases: Vec::new(),
    };
    let to = done.person.id;
    for (address, made) in &made_by.addresses {
        let whose = if split.addresses.contains(address) {
            Whose::Goes
        } else {
            evidence.address(address, *made)
        };
        match whose {
            Whose::Goes => {
                writer.give_address(address, person.id, to)?;
            }
            Whose::Open => done.open_addresses.push(address.clone()),
            Whose::Stays => {}
        }
    }
    for (name, made) in &made_by.aliases {
        let whose = if split.aliases.contains(name) {
            Whose::Goes
        } else {
            evidence.name(name, *made)
        };
        match whose {
            Whose::Goes => {
                writer.give_alias(name, person.id, to)?;
            }
            Whose::Open => done.open_aliases.push(name.clone()),
            Whose::Stays => {}
        }
    }
    give_rows(writer, person.id, &owned, &part, &mut done)?;
    give_stays(writer, person.id, &owned, &part, &mut done)?;
    give_consents(writer, person.id, &owned, &part, evidence.former, &mut done)?;
    for answer in owned.answers.iter().filter(|it| goes(it, &owned, &part)) {
        writer.answer_review(answer.review.id, Resolution::Person(to))?;
    }
    if let Some(known) = writer.person(to)? {
        done.person = known;
    }
    settle_own_name(writer, &done.person)?;
    if let Some(former) = evidence.former {
        give_back(writer, person, former)?;
    }
    hold_apart(writer, person.id, to)?;
    Ok(done)
}

/// Resolves the numbers.
fn part_of(person: &Person, owned: &Owned, split: &Split) -> Result<Part, IntakeError> {
    let number = person.id;
    let show = || message!(person::show_them { number });
    let mut part = Part::default();
    for &row in &split.rows {
        let place = row.checked_sub(1);
        let Some(it) = place.and_then(|place| owned.rows.get(place)) else {
            return Err(IntakeError::unfit(
                message!(person::no_such_row { number, row }),
                show(),
            ));
        };
        match &it.signup {
            Some(signup) => part.signups.insert(signup.id),
            None => part.registrations.insert(it.registration.id),
        };
    }
    for &stay in &split.stays {
        if owned.stays.iter().all(|it| it.id != stay) {
            return Err(IntakeError::unfit(
                message!(person::no_such_stay { number, stay }),
                show(),
            ));
        }
        part.stays.insert(stay);
    }
    if split
        .addresses
        .iter()
        .any(|it| !person.addresses.contains(it))
    {
        return Err(IntakeError::unfit(
            message!(person::without_the_address { number }),
            show(),
        ));
    }
    for name in &split.aliases {
        if !person.aliases.contains(name) {
            let who = person.full_name();
            return Err(IntakeError::unfit(
                message!(person::not_another_name { name, who }),
                show(),
            ));
        }
    }
    let is_nothing = split.rows.is_empty()
        && split.stays.is_empty()
        && split.addresses.is_empty()
        && split.aliases.is_empty();
    if is_nothing {
        return Err(IntakeError::unfit(words::NOTHING_GOES, show()));
    }
    Ok(part)
}

/// Returns the stays that follow the moving rows: those recorded with an address or a name that moves with them. If
/// only stays are named, they are all.
fn following(
    person: &Person,
    owned: &Owned,
    part: &Part,
    split: &Split,
    made_by: &MadeBy,
    formers: &[Former],
) -> Vec<StayId> {
    if split.rows.is_empty() && split.addresses.is_empty() && split.aliases.is_empty() {
        return Vec::new();
    }
    let evidence = Evidence::new(owned, part, made_by, formers, Stays::LeftOut);
    let mut addresses = BTreeSet::new();
    for (address, made) in &made_by.addresses {
        let goes =
            split.addresses.contains(address) || evidence.address(address, *made) == Whose::Goes;
        addresses.extend(goes.then_some(address.as_str()));
    }
    let mut names = BTreeSet::new();
    for (name, made) in &made_by.aliases {
        let goes = split.aliases.contains(name) || evidence.name(name, *made) == Whose::Goes;
        names.extend(goes.then(|| name_key(name)));
    }
    let own = person_key(&person.given_name, &person.family_name);
    let goes = |stay: &&Stay| match (&stay.recorded_email, &stay.recorded_name) {
        (Some(address), _) => addresses.contains(address.as_str()),
        (None, Some(name)) => {
            let key = name_key(&strip_marks(name).name);
            key != own && names.contains(&key)
        }
        (None, None) => false,
    };
    owned.stays.iter().filter(goes).map(|it| it.id).collect()
}

/// Restores values of the first person that the merge with the second one had replaced.
fn give_back(writer: &Writer<'_>, person: &Person, former: &Former) -> Result<(), IntakeError> {
    let (Some(before), Some(mut own)) = (&former.before, writer.person(person.id)?) else {
        return Ok(());
    };
    let gone = &former.person;
    let back = |own: &mut Option<String>, before: &Option<String>, gone: &Option<String>| {
        if own == gone {
            own.clone_from(before);
        }
    };
    back(&mut own.title, &before.title, &gone.title);
    back(&mut own.role, &before.role, &gone.role);
    back(&mut own.phone, &before.phone, &gone.phone);
    back(&mut own.language, &before.language, &gone.language);
    if own.organisation_id == gone.organisation_id {
        own.organisation_id = before.organisation_id;
    }
    if (&own.given_name, &own.family_name) == (&gone.given_name, &gone.family_name) {
        own.given_name.clone_from(&before.given_name);
        own.family_name.clone_from(&before.family_name);
    }
    writer.save_person(&own)?;
    settle_own_name(writer, &own)
}

/// Creates the second person.
fn second(
    writer: &Writer<'_>,
    person: &Person,
    split: &Split,
    owned: &Owned,
    part: &Part,
    former: Option<&Person>,
) -> Result<Person, IntakeError> {
    let organisations = organisations_on_file(writer)?;
    let on_file = |name: &str| organisations.find_certain(name).is_some();
    let read = |text: &str| {
        let display = read_display_name(text, &on_file);
        display.name().filter(|_| display.nobody.is_none()).cloned()
    };
    let of_alias = || split.aliases.iter().find_map(|it| read(it));
    let name = split.name.clone();
    let name = name.or_else(|| former.map(name_of));
    let name = name.or_else(|| other_name(owned, part, person, &read));
    let name = name.or_else(of_alias).unwrap_or_else(|| PersonName {
        title: None,
        ..name_of(person)
    });
    let rows = owned.rows.iter().filter(|it| part.has_row(it));
    let newest = rows
        .filter(|it| part.registrations.contains(&it.registration.id))
        .max_by_key(|it| it.registration.requested_at);
    let new = NewPerson {
        id: None,
        title: name.title,
        given_name: name.given,
        family_name: name.family,
        role: former.and_then(|it| it.role.clone()),
        phone: former.and_then(|it| it.phone.clone()),
        language: former.and_then(|it| it.language.clone()),
        organisation_id: match former {
            Some(former) => former.organisation_id,
            None => newest.and_then(|it| it.registration.organisation_id),
        },
        states: former.map(|it| it.states).unwrap_or_default(),
    };
    let id = writer.add_person(&new)?;
    Ok(Person {
        id,
        title: new.title,
        given_name: new.given_name,
        family_name: new.family_name,
        role: new.role,
        phone: new.phone,
        language: new.language,
        organisation_id: new.organisation_id,
        states: new.states,
        addresses: Vec::new(),
        aliases: Vec::new(),
    })
}

fn name_of(person: &Person) -> PersonName {
    PersonName {
        title: person.title.clone(),
        given: person.given_name.clone(),
        family: person.family_name.clone(),
    }
}

/// Removes a person's own name from their other names.
fn settle_own_name(writer: &Writer<'_>, second: &Person) -> Result<(), IntakeError> {
    for name in [
        second.full_name(),
        Person {
            title: None,
            ..second.clone()
        }
        .full_name(),
    ] {
        writer.remove_person_alias(second.id, &name)?;
    }
    Ok(())
}
