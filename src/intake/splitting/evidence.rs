//! Decides which addresses and names move to the second person, and which remain open.
//!
//! An address moves if a stay or an answered question that moves has it, if somebody who was merged brought it, or if
//! the operation that wrote it also wrote rows that move and none that stay. If there is evidence for both, it stays,
//! and a message says so: only the person who splits can know.

use std::collections::BTreeSet;

use super::Part;
use super::owned::{About, AnswerOf, Owned};
use crate::model::{OperationId, Person};
use crate::store::{Former, MadeBy};

/// What happens to an address or a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Goes,
    Stays,
    /// There is no evidence either way.
    Open,
}

/// Whether stays that are not named count as evidence for staying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stays {
    Counted,
    /// It is not known yet which of them follow.
    LeftOut,
}

/// The evidence for going and for staying.
#[derive(Debug)]
pub(super) struct Evidence<'a> {
    going: Side<'a>,
    staying: Side<'a>,
    /// A person merged earlier, if exactly their rows move.
    pub(super) former: Option<&'a Former>,
}

#[derive(Debug, Default)]
struct Side<'a> {
    operations: BTreeSet<OperationId>,
    addresses: BTreeSet<&'a str>,
    names: BTreeSet<String>,
}

impl<'a> Evidence<'a> {
    pub(super) fn new(
        owned: &'a Owned,
        part: &Part,
        made_by: &MadeBy,
        formers: &'a [Former],
        stays: Stays,
    ) -> Self {
        let (mut going, mut staying) = (Side::default(), Side::default());
        for row in &owned.rows {
            let side = if part.has_row(row) {
                &mut going
            } else {
                &mut staying
            };
            side.operations.insert(row.made_by);
        }
        for stay in &owned.stays {
            let is_going = part.stays.contains(&stay.id);
            if !is_going && stays == Stays::LeftOut {
                continue;
            }
            let side = if is_going { &mut going } else { &mut staying };
            let made = made_by.stays.iter().find(|it| it.0 == stay.id);
            side.operations.extend(made.map(|it| it.1));
            side.addresses.extend(stay.recorded_email.as_deref());
            side.names.extend(stay.recorded_name.as_deref().map(key));
        }
        for answer in &owned.answers {
            let is_going = goes(answer, owned, part);
            let is_of_stay = matches!(answer.about, About::Stay(_));
            if is_of_stay && !is_going && stays == Stays::LeftOut {
                continue;
            }
            let side = if is_going { &mut going } else { &mut staying };
            side.addresses
                .extend(answer.review.question.email.as_deref());
            side.names.insert(key(&answer.review.question.name));
        }
        staying.operations.extend(made_by.person);
        Self {
            former: whole(formers, owned, part, stays),
            going,
            staying,
        }
    }

    /// Decides whose an address is.
    pub(super) fn address(&self, address: &str, made_by: OperationId) -> Whose {
        let was_former = self
            .former
            .is_some_and(|it| it.person.addresses.iter().any(|own| own == address));
        whose(
            self.going.addresses.contains(address),
            self.staying.addresses.contains(address),
            was_former,
            self.wrote(made_by),
        )
    }

    /// Decides whose a name is, with which somebody was seen.
    pub(super) fn name(&self, name: &str, made_by: OperationId) -> Whose {
        let was_former = self.former.is_some_and(|it| {
            it.person.full_name() == name || it.person.aliases.iter().any(|own| own == name)
        });
        let key = key(name);
        whose(
            self.going.names.contains(&key),
            self.staying.names.contains(&key),
            was_former,
            self.wrote(made_by),
        )
    }

    /// Whether an operation wrote rows that go, and whether it wrote any that stay.
    fn wrote(&self, operation: OperationId) -> (bool, bool) {
        (
            self.going.operations.contains(&operation),
            self.staying.operations.contains(&operation),
        )
    }
}

fn whose(
    is_going: bool,
    is_staying: bool,
    was_former: bool,
    (wrote_going, wrote_staying): (bool, bool),
) -> Whose {
    match (is_going || was_former, is_staying) {
        (true, true) => Whose::Open,
        (true, false) => Whose::Goes,
        (false, true) => Whose::Stays,
        (false, false) => match (wrote_going, wrote_staying) {
            (true, false) => Whose::Goes,
            (true, true) => Whose::Open,
            (false, _) => Whose::Stays,
        },
    }
}

fn key(name: &str) -> String {
    crate::identity::name_key(&crate::identity::strip_marks(name).name)
}

/// Whether what an answered question brought goes.
pub(super) fn goes(answer: &AnswerOf, owned: &Owned, part: &Part) -> bool {
    match &answer.about {
        About::Stay(stay) => part.stays.contains(stay),
        About::Form(_) => owned
            .rows
            .iter()
            .any(|row| part.has_row(row) && answer.brought(&row.registration, row.signup.as_ref())),
        About::List => false,
    }
}

/// Returns the merged person who had everything that goes, and nothing that stays.
fn whole<'a>(
    formers: &'a [Former],
    owned: &Owned,
    part: &Part,
    stays: Stays,
) -> Option<&'a Former> {
    let is_whole = |former: &&Former| {
        let has_row = |row: &super::owned::OwnedRow| {
            former.registrations.contains(&row.registration.id)
                || row
                    .signup
                    .as_ref()
                    .is_some_and(|it| former.signups.contains(&it.id))
        };
        owned
            .rows
            .iter()
            .all(|row| has_row(row) == part.has_row(row))
            && owned.stays.iter().all(|stay| {
                let is_going = part.stays.contains(&stay.id);
                former.stays.contains(&stay.id) == is_going || !is_going && stays == Stays::LeftOut
            })
    };
    let mut whole = formers.iter().filter(is_whole);
    whole.next().filter(|_| whole.next().is_none())
}

/// Returns the name of the part that goes, if the records have a different one from the person's.
pub(super) fn other_name(
    owned: &Owned,
    part: &Part,
    person: &Person,
    read: &dyn Fn(&str) -> Option<crate::identity::PersonName>,
) -> Option<crate::identity::PersonName> {
    let own = crate::identity::person_key(&person.given_name, &person.family_name);
    let answers = owned.answers.iter().filter(|it| goes(it, owned, part));
    let answered = answers.filter_map(|it| it.name.clone());
    let stays = owned.stays.iter();
    let stays = stays.filter(|it| part.stays.contains(&it.id));
    let recorded = stays.filter_map(|it| it.recorded_name.as_deref().and_then(read));
    let mut names = answered.chain(recorded);
    names.find(|name| crate::identity::person_key(&name.given, &name.family) != own)
}
