//! Exports everything on file, or everything of one event, in the columns that `import` reads.
//!
//! The columns are those of [`headings`], in their order. Rows are sorted by number, or by event and then as each table
//! documents, so that the same file gives the same export.
//!
//! Text that was recorded at the time is exported as it was written (an organisation in a registration, a name in a
//! log), and times carry the offset of the event's zone.

use std::collections::{HashMap, HashSet};

use super::directory::Directory;
use super::{labels, scope, times};
use crate::catalogue::messages::titles;
use crate::model::{
    Event, Instant, Organisation, Part, Person, PersonId, Registration, RegistrationStatus,
    Session, SessionId, SessionPerson, Signup, Stay, StaySource, time,
};
use crate::output::keyed::{Keyed, exports as headings, labels as words};
use crate::output::{Cell, Column, Language, Table, make_unique};
use crate::store::{Reader, RegistrationRow, StoreError};

fn columns(headings: &[Keyed]) -> Vec<Column> {
    headings.iter().copied().map(Column::of).collect()
}

/// Adds a last column with the operations that the export includes: the newest, and before it ever fewer. From it
/// `import` later determines which parts of the export are older than what is on file (`intake`, "age").
///
/// # Errors
/// Those of the store.
pub fn add_age(table: &mut Table, reader: &Reader<'_>) -> Result<(), StoreError> {
    let marks = reader.marks()?;
    let mut known = Vec::new();
    let mut back = 0;
    while let Some((id, mark)) = marks.iter().rev().nth(back) {
        known.push(format!("{id}-{mark}"));
        back = if back == 0 { 1 } else { back * 4 };
    }
    if let Some((id, mark)) = marks.first().filter(|_| marks.len() > 1) {
        known.push(format!("{id}-{mark}"));
    }
    known.dedup();
    let cell = Cell::from(known.join(" "));
    table.add_column(Column::of(headings::AS_OF), &cell);
    Ok(())
}

/// Adds a last column marking the export as partial, so that `import` does not treat it as complete.
pub fn mark_part(table: &mut Table) {
    table.add_column(
        Column::of(headings::AS_OF),
        &Cell::from(headings::PART_OF_EXPORT),
    );
}

/// Returns every organisation, by number; for an event, those of its participants.
///
/// # Errors
/// Those of the store.
pub fn organisations(
    reader: &Reader<'_>,
    event: Option<&Event>,
    language: Language,
) -> Result<Table, StoreError> {
    let title = scope::title(titles::ORGANISATIONS, event, language);
    let mut table = Table::new("organisations", title, columns(headings::ORGANISATIONS));
    table.taken_back = true;
    let wanted = event.map(|it| scope::organisations_of(reader, it));
    let wanted = wanted.transpose()?;
    let is_wanted = |it: &Organisation| wanted.as_ref().is_none_or(|ids| ids.contains(&it.id));
    for organisation in reader.organisations()?.into_iter().filter(is_wanted) {
        table.push(vec![
            Cell::Integer(organisation.id.0),
            Cell::from(organisation.name),
            Cell::from(organisation.short_name),
            Cell::from(organisation.kind),
            Cell::from(organisation.country),
            Cell::from(organisation.region),
            Cell::from(organisation.website),
            Cell::Words(organisation.aliases),
        ]);
    }
    Ok(table)
}

/// Returns everybody, by number, with their current organisation; for an event, its participants.
///
/// # Errors
/// Those of the store.
pub fn people(
    reader: &Reader<'_>,
    event: Option<&Event>,
    language: Language,
) -> Result<Table, StoreError> {
    let title = scope::title(titles::PEOPLE, event, language);
    let mut uses = data_uses(reader)?;
    let headings = if uses.is_empty() {
        headings::PEOPLE
    } else {
        headings::PEOPLE_WITH_USE
    };
    let mut table = Table::new("people", title, columns(headings));
    table.taken_back = true;
    let organisations: HashMap<_, _> = reader
        .organisations()?
        .into_iter()
        .map(|it| (it.id, it.name))
        .collect();
    let wanted = event.map(|it| scope::people_of(reader, it)).transpose()?;
    let is_wanted = |it: &Person| wanted.as_ref().is_none_or(|ids| ids.contains(&it.id));
    for person in reader.people()?.into_iter().filter(is_wanted) {
        let organisation = person.organisation_id.and_then(|id| organisations.get(&id));
        let mut addresses = person.addresses.into_iter();
        let mut row = vec![
            Cell::Integer(person.id.0),
            Cell::from(person.title),
            Cell::from(person.given_name),
            Cell::from(person.family_name),
            Cell::from(addresses.next()),
            Cell::Words(addresses.collect()),
            Cell::from(person.phone),
            Cell::from(person.role),
            Cell::from(organisation.map(String::as_str)),
            Cell::from(person.language),
            Cell::Words(person.aliases),
        ];
        if headings.len() > row.len() {
            row.push(Cell::Words(uses.remove(&person.id).unwrap_or_default()));
        }
        table.push(row);
    }
    Ok(table)
}

/// Returns what people agreed to, refused and asked for about the use of their data: `restricted`, `objected`,
/// `newsletter=no 2020-10-01T09:00:00Z`, and with `@` and its short name for one event alone.
fn data_uses(reader: &Reader<'_>) -> Result<HashMap<PersonId, Vec<String>>, StoreError> {
    let mut uses: HashMap<PersonId, Vec<String>> = HashMap::new();
    for person in reader.people()? {
        let states = [
            (person.states.restricted, "restricted"),
            (person.states.objected, "objected"),
        ];
        for (_, word) in states.into_iter().filter(|(holds, _)| *holds) {
            uses.entry(person.id).or_default().push(word.to_owned());
        }
    }
    let events = reader.events()?;
    for consent in reader.consents()? {
        let event = events.iter().find(|it| Some(it.id) == consent.event_id);
        let event = event.map(|it| format!("@{}", it.slug)).unwrap_or_default();
        uses.entry(consent.person_id).or_default().push(format!(
            "{}={}{event} {}",
            consent.purpose.as_str(),
            if consent.given { "yes" } else { "no" },
            time::to_utc_text(consent.time)
        ));
    }
    Ok(uses)
}

/// Returns every event as a row of kind `event`, each followed by its sessions in programme order.
///
/// # Errors
/// Those of the store.
pub fn programme(
    reader: &Reader<'_>,
    event: Option<&Event>,
    language: Language,
) -> Result<Table, StoreError> {
    let title = scope::title(titles::PROGRAMME, event, language);
    let before = headings::PROGRAMME_WITHOUT_FACTS.len();
    let events = scope::events(reader, event)?;
    let default = reader.keep_by_default()?;
    let says_how_long = default.is_some() || events.iter().any(|it| it.keep.is_some());
    let headings = if says_how_long {
        headings::PROGRAMME_WITH_KEEP
    } else {
        headings::PROGRAMME
    };
    let columns = columns(headings).into_iter().enumerate();
    // People read the programme for its sessions.
    let columns = columns.map(|(place, column)| {
        if place < before {
            column
        } else {
            column.hidden_in_text()
        }
    });
    let mut table = Table::new("programme", title, columns.collect());
    table.taken_back = true;
    for event in events {
        let mut row = vec![
            Cell::from(event.slug.as_str()),
            Cell::Empty,
            Cell::from(event.title.as_str()),
            Cell::Label(words::EVENT),
            times::moment(event.start, event.zone, language),
            times::moment(event.end, event.zone, language),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::from(event.zone.name()),
            Cell::from(event.place.clone()),
            Cell::from(event.rule.map(|rule| rule.to_string())),
            Cell::from(event.facts.organiser.clone()),
            Cell::from(event.facts.address.clone()),
            Cell::from(event.facts.contact.clone()),
            Cell::from(event.facts.project.clone()),
            Cell::from(event.facts.funding_reference.clone()),
            Cell::from(event.facts.funder.clone()),
            Cell::from(event.facts.signatory.clone()),
            match &event.facts.logos {
                logos if logos.is_empty() => Cell::Empty,
                logos => Cell::Words(logos.clone()),
            },
            is_cancelled(event.cancelled),
        ];
        if says_how_long {
            let by_default = || default.map(|it| format!("{}{it}", headings::BY_DEFAULT));
            let own = event.keep.map(|it| it.to_string());
            row.push(own.or_else(by_default).into());
        }
        let width = row.len();
        table.push(row);
        for session in reader.sessions(event.id)? {
            let mut row = programme_row(&event, session, language);
            row.resize(width, Cell::Empty);
            table.push(row);
        }
    }
    Ok(table)
}

fn programme_row(event: &Event, session: Session, language: Language) -> Vec<Cell> {
    // The facts belong to the event.
    let mut row = vec![
        Cell::from(event.slug.as_str()),
        Cell::from(session.slug),
        Cell::from(session.title),
        labels::session_kind(session.kind),
        times::moment(session.start, event.zone, language),
        times::moment(session.end, event.zone, language),
        Cell::from(session.capacity),
        Cell::Boolean(session.drop_in),
        Cell::from(session.room),
        Cell::Words(session.people.iter().map(speaker).collect()),
        Cell::Empty,
        Cell::Empty,
        Cell::from(session.rule.map(|rule| rule.to_string())),
    ];
    row.resize(headings::PROGRAMME.len() - 1, Cell::Empty);
    row.push(is_cancelled(session.cancelled));
    row
}

/// Returns whether something does not take place; nothing of what does.
fn is_cancelled(is_cancelled: bool) -> Cell {
    if is_cancelled {
        Cell::Boolean(true)
    } else {
        Cell::Empty
    }
}

/// Returns a speaker by name only, others with their part: `Arne Kolbeck (moderator)`.
fn speaker(person: &SessionPerson) -> String {
    match person.part {
        Part::Speaker => person.name.clone(),
        part => format!("{} ({})", person.name, part.as_str()),
    }
}

/// Returns every sign-up, by event, registration and programme order, and the data of registrations that sign-ups do
/// not contain.
///
/// A registration has a row of its own, without a session and after its sign-ups, if it has no sign-ups, is withdrawn
/// or waiting, or if its newest submission has a different time from that of the newest sign-up. Otherwise that time
/// would be lost, and with it which form submission is the newest. Form answers appear in every row of their
/// registration, so that each row is complete.
///
/// # Errors
/// Those of the store.
pub fn signups(
    reader: &Reader<'_>,
    event: Option<&Event>,
    language: Language,
) -> Result<Table, StoreError> {
    let directory = Directory::load(*reader, language)?;
    let mut events = Vec::new();
    for event in scope::events(reader, event)? {
        let rows = reader.registrations(event.id)?;
        events.push((event, rows));
    }
    let questions = questions(events.iter().flat_map(|(_, rows)| rows));
    let mut columns = columns(headings::SIGNUPS);
    columns.extend(questions.iter().map(|it| Column::answers(*it)));
    let keys = make_unique(columns.iter().map(|it| &*it.key));
    for (column, key) in columns.iter_mut().zip(keys) {
        column.key = key.into();
    }
    let title = scope::title(titles::SIGNUPS, event, language);
    let mut table = Table::new("signups", title, columns);
    table.taken_back = true;
    for (event, rows) in &events {
        let sessions = reader.sessions(event.id)?;
        let places: HashMap<SessionId, usize> = sessions
            .iter()
            .enumerate()
            .map(|(place, session)| (session.id, place))
            .collect();
        for RegistrationRow {
            registration,
            signups,
        } in rows
        {
            let list = SignupRows {
                directory: &directory,
                event,
                questions: &questions,
                registration,
                language,
            };
            let mut signups: Vec<_> = signups
                .iter()
                .map(|signup| (places.get(&signup.session_id).copied(), signup))
                .collect();
            signups.sort_by_key(|(place, _)| *place);
            for (place, signup) in &signups {
                let slug = place.map_or("", |place| sessions[place].slug.as_str());
                table.push(list.signup(slug, signup)?);
            }
            let newest = signups.iter().filter_map(|(_, it)| it.requested_at).max();
            // A confirmed sign-up implies that its registration is confirmed.
            let says_more = registration.status != RegistrationStatus::Confirmed;
            if signups.is_empty() || says_more || registration.requested_at != newest {
                table.push(list.registration()?);
            }
        }
    }
    Ok(table)
}

/// Returns the questions of all forms, each once, in the order in which they were first asked.
fn questions<'a>(rows: impl Iterator<Item = &'a RegistrationRow>) -> Vec<&'a str> {
    let mut seen = HashSet::new();
    rows.flat_map(|row| &row.registration.answers)
        .map(|(question, _)| question.as_str())
        .filter(|question| seen.insert(*question))
        .collect()
}

/// The data that the rows of one registration are made from.
struct SignupRows<'a> {
    directory: &'a Directory,
    event: &'a Event,
    questions: &'a [&'a str],
    registration: &'a Registration,
    language: Language,
}

impl SignupRows<'_> {
    fn signup(&self, session: &str, signup: &Signup) -> Result<Vec<Cell>, StoreError> {
        let status = labels::signup_status(signup.status);
        self.row(session, status, signup.requested_at)
    }

    fn registration(&self) -> Result<Vec<Cell>, StoreError> {
        let status = labels::registration_status(self.registration.status);
        self.row("", status, self.registration.requested_at)
    }

    fn row(
        &self,
        session: &str,
        status: Cell,
        requested_at: Option<Instant>,
    ) -> Result<Vec<Cell>, StoreError> {
        let person = self.directory.person(self.registration.person_id)?;
        let zone = self.event.zone;
        let mut row = vec![
            Cell::from(self.event.slug.as_str()),
            Cell::from(session),
            Cell::Integer(person.id.0),
            Cell::from(person.title.clone()),
            Cell::from(person.given_name.clone()),
            Cell::from(person.family_name.clone()),
            Cell::from(person.addresses.first().cloned()),
            Cell::from(self.directory.organisation_of(self.registration)),
            status,
            Cell::from(requested_at.map(|it| times::moment(it, zone, self.language))),
        ];
        let answers: HashMap<&str, &str> = self
            .registration
            .answers
            .iter()
            .map(|(question, answer)| (question.as_str(), answer.as_str()))
            .collect();
        let answers = self.questions.iter().map(|it| answers.get(it).copied());
        row.extend(answers.map(Cell::from));
        Ok(row)
    }
}

/// Returns every stay, by event and number, then excuses, then verdicts by hand.
///
/// `source` says what a row is: the file name or `door` for a stay, `excused` for an excuse, `ruling` for a verdict by
/// hand. A stay has its length in `seconds` if it has no times, or if it is shorter than the span between both; and
/// then, if these are rounded, `meets` has the result of the exact ones. `nobody` is yes for a stay marked as belonging
/// to no person. `verdict` and `reason` are only set for verdicts by hand: computed verdicts are in reports, not in
/// exports.
///
/// # Errors
/// Those of the store.
pub fn attendance(
    reader: &Reader<'_>,
    event: Option<&Event>,
    language: Language,
) -> Result<Table, StoreError> {
    let directory = Directory::load(*reader, language)?;
    let title = scope::title(titles::ATTENDANCE, event, language);
    let mut table = Table::new("attendance", title, columns(headings::ATTENDANCE));
    table.taken_back = true;
    for event in scope::events(reader, event)? {
        let sessions: HashMap<SessionId, String> = reader
            .sessions(event.id)?
            .into_iter()
            .map(|it| (it.id, it.slug))
            .collect();
        let registrations: HashMap<PersonId, Registration> = reader
            .registrations(event.id)?
            .into_iter()
            .map(|it| (it.registration.person_id, it.registration))
            .collect();
        let head = |session: Option<SessionId>, person: Option<&Person>| {
            let registration = person.and_then(|it| registrations.get(&it.id));
            let organisation = person.and_then(|it| directory.organisation_then(it, registration));
            vec![
                Cell::from(event.slug.as_str()),
                Cell::from(session.and_then(|id| sessions.get(&id)).map(String::as_str)),
                Cell::from(person.map(|it| it.id.0)),
                Cell::from(person.map(|it| it.given_name.as_str())),
                Cell::from(person.map(|it| it.family_name.as_str())),
                Cell::from(person.and_then(|it| it.addresses.first().cloned())),
                Cell::from(organisation),
            ]
        };
        for stay in reader.stays(event.id)? {
            let person = stay.person_id.map(|id| directory.person(id)).transpose()?;
            let mut row = head(stay.session_id, person);
            row.extend(stay_cells(&event, stay, language));
            table.push(row);
        }
        for (person, session) in reader.excuses(event.id)? {
            let mut row = head(Some(session), Some(directory.person(person)?));
            row.extend([const { Cell::Empty }; 4]);
            row.push(Cell::Label(words::EXCUSED));
            table.push(row);
        }
        for ruling in reader.rulings(event.id)? {
            let person = directory.person(ruling.person_id)?;
            let mut row = head(Some(ruling.session_id), Some(person));
            row.extend([const { Cell::Empty }; 4]);
            row.push(Cell::Label(words::RULING));
            row.extend([const { Cell::Empty }; 3]);
            row.push(labels::verdict(ruling.verdict));
            row.push(Cell::from(ruling.reason));
            table.push(row);
        }
    }
    Ok(table)
}

/// Returns the cells from `recorded_name` on.
fn stay_cells(event: &Event, stay: Stay, language: Language) -> [Cell; 8] {
    let moment = |instant| times::moment(instant, event.zone, language);
    [
        Cell::from(stay.recorded_name),
        Cell::from(stay.recorded_email),
        Cell::from(stay.joined_at.map(moment)),
        Cell::from(stay.left_at.map(moment)),
        match stay.source {
            StaySource::Door => Cell::Label(words::DOOR),
            StaySource::File(name) => Cell::from(name),
            StaySource::SignIn(name) => Cell::from(format!("{}{name}", StaySource::SIGN_IN)),
        },
        Cell::from(stay.seconds),
        Cell::from(stay.meets),
        Cell::Boolean(stay.is_nobody),
    ]
}

#[cfg(test)]
#[path = "exports_tests.rs"]
mod tests;
