//! `rollcall signup list`, and the sign-ups for `session show`

use std::collections::HashMap;

use super::super::arguments::own_word;
use super::super::narrowing::Narrowing;
use super::super::refusal::Unfit;
use super::super::telling::{moment, waiting_list};
use crate::catalogue::messages::titles;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;
use crate::model::{
    Event, OrganisationId, Person, PersonId, Registration, SessionId, Signup, SignupStatus,
};
use crate::output::keyed::facts;
use crate::output::{Cell, Collator, Column, Table, name_key};
use crate::report::labels::{registration_status, signup_status};
use crate::store::{Reader, RegistrationRow};

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct ListArgs {
    #[arg(long, value_name = "SESSION")]
    session: Option<String>,
    #[arg(long, value_name = "STATUS", value_parser = parse_status)]
    status: Option<SignupStatus>,
    #[command(flatten)]
    narrowing: Narrowing,
}

fn parse_status(word: &str) -> Result<SignupStatus, Unfit> {
    own_word(word, SignupStatus::ALL)
}

/// Which sign-ups to show.
#[derive(Debug, Clone, Copy)]
pub(in crate::commands) struct Shown {
    /// Those for one session; `None` means all, and the registrations without any.
    pub(in crate::commands) session: Option<SessionId>,
    /// Those with this status.
    pub(in crate::commands) status: Option<SignupStatus>,
}

pub(super) fn list(context: &mut Context, args: &ListArgs) -> Result<Exit, Error> {
    let table = context.read(|reader| {
        let event = context.find_event(reader)?;
        let session = args
            .session
            .as_deref()
            .map(|reference| intake::find_session(reader, &event, reference))
            .transpose()?;
        let shown = Shown {
            session: session.map(|session| session.id),
            status: args.status,
        };
        let table = signups(context, reader, &event, shown)?;
        args.narrowing.of(context, reader, Some(&event), table)
    })?;
    context.show(table)?;
    Ok(Exit::Done)
}

/// The names in the list.
struct Names {
    people: HashMap<PersonId, Person>,
    organisations: HashMap<OrganisationId, String>,
}

impl Names {
    fn load(reader: &Reader<'_>) -> Result<Self, Error> {
        let people = reader.people()?.into_iter();
        let organisations = reader.organisations()?.into_iter();
        Ok(Self {
            people: people.map(|person| (person.id, person)).collect(),
            organisations: organisations.map(|known| (known.id, known.name)).collect(),
        })
    }

    /// Returns the organisation as written at the time, else the current one.
    fn organisation(&self, registration: &Registration, person: &Person) -> Option<String> {
        registration.organisation_name.clone().or_else(|| {
            let id = registration.organisation_id.or(person.organisation_id)?;
            self.organisations.get(&id).cloned()
        })
    }
}

/// Returns sign-ups of an event: by session, status, then name or position in the waiting list.
pub(in crate::commands) fn signups(
    context: &Context,
    reader: &Reader<'_>,
    event: &Event,
    shown: Shown,
) -> Result<Table, Error> {
    let names = Names::load(reader)?;
    let mut rows = reader.registrations(event.id)?;
    Collator::new(context.language).sort_by_text(&mut rows, |row| {
        let person = names.people.get(&row.registration.person_id);
        person.map_or_else(String::new, |person| {
            name_key(&person.family_name, &person.given_name)
        })
    });
    let mut table = Table::new(
        "signups",
        titles::SIGNUPS.in_language(context.language),
        vec![
            Column::of(facts::SESSION),
            Column::of(facts::PERSON_ID).right(),
            Column::of(facts::NAME),
            Column::of(facts::ORGANISATION),
            Column::of(facts::EMAIL),
            Column::of(facts::STATUS),
            Column::of(facts::POSITION).right(),
            Column::of(facts::REQUESTED_AT),
        ],
    );
    let list = List {
        context,
        event,
        names: &names,
        shown,
    };
    for session in reader.sessions(event.id)? {
        if shown.session.is_some_and(|id| id != session.id) {
            continue;
        }
        let line = waiting_list(reader, &session)?;
        let mut found: Vec<(&RegistrationRow, &Signup)> = rows
            .iter()
            .filter_map(|row| {
                let signup = row.signups.iter().find(|it| it.session_id == session.id)?;
                Some((row, signup))
            })
            .collect();
        let position = |row: &RegistrationRow| {
            let person = row.registration.person_id;
            line.iter().position(|id| *id == person)
        };
        // A stable sort: names stay in order if nobody waits.
        found.sort_by_key(|(row, signup)| (signup.status, position(row)));
        for (row, signup) in found {
            let position = position(row).map(|index| index + 1);
            list.push(
                &mut table,
                &row.registration,
                Some((&session.slug, signup)),
                position,
            );
        }
    }
    if shown.session.is_none() {
        for row in rows.iter().filter(|row| row.signups.is_empty()) {
            list.push(&mut table, &row.registration, None, None);
        }
    }
    Ok(table)
}

/// The data that all rows of the list are made from.
struct List<'a> {
    context: &'a Context,
    event: &'a Event,
    names: &'a Names,
    shown: Shown,
}

impl List<'_> {
    fn push(
        &self,
        table: &mut Table,
        registration: &Registration,
        signup: Option<(&str, &Signup)>,
        position: Option<usize>,
    ) {
        let status = match signup {
            Some((_, signup)) => signup_status(signup.status),
            None => registration_status(registration.status),
        };
        let wanted = self.shown.status.map(signup_status);
        let Some(person) = self.names.people.get(&registration.person_id) else {
            return;
        };
        if wanted.is_some_and(|wanted| wanted != status) {
            return;
        }
        let requested_at = match signup {
            Some((_, signup)) => signup.requested_at,
            None => registration.requested_at,
        };
        table.push(vec![
            signup.map(|(slug, _)| slug).into(),
            Cell::Integer(person.id.0),
            person.sort_name().into(),
            self.names.organisation(registration, person).into(),
            person.addresses.first().cloned().into(),
            status,
            position.into(),
            requested_at
                .map(|at| moment(self.context, at, self.event.zone))
                .into(),
        ]);
    }
}
