//! Whom the lists of an event name, by what the event knows of them.
//!
//! * *Of the event*: whose registration stands, who waits for a place at the event where a list says so, and who has a
//!   part in the programme, registered or not.
//! * *Of a day*: whoever has a place, waits or has a part in a session that begins on it, and, since they may come on any
//!   day, whoever registered and chose no session.
//! * *Of a session*: its speakers, moderators and hosts, who has a place, who waits.
//!
//! Nobody is named twice, and nobody who withdrew.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::AsOf;
use super::directory::Directory;
use super::event_data::EventData;
use super::recording::SessionRecord;
use super::times;
use crate::identity::PersonName;
use crate::model::{Event, Part, Person, PersonId, SignupStatus, sort_name};
use crate::output::{Language, name_key};
use crate::store::StoreError;

/// Somebody on a list.
#[derive(Debug, Clone)]
pub(super) struct Entry<'a> {
    /// `None` for whom the programme alone names.
    pub(super) person: Option<&'a Person>,
    /// As lists are sorted by: `Müller, Anna`.
    pub(super) name: String,
    /// What the order of names goes by.
    key: String,
    pub(super) organisation: Option<&'a str>,
    /// What they do, where they are not audience.
    pub(super) part: Option<Part>,
    /// Where their sign-up stands.
    pub(super) signup: Option<SignupStatus>,
}

/// An event and everybody on file.
pub(super) struct Roll<'a> {
    event: &'a Event,
    pub(super) directory: Directory,
    pub(super) data: EventData,
}

impl<'a> Roll<'a> {
    /// Reads both.
    pub(super) fn load(
        reader: &AsOf<'_>,
        event: &'a Event,
        language: Language,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            event,
            directory: Directory::load(**reader, language)?,
            data: EventData::load(*reader, event)?,
        })
    }

    /// The sessions in the programme's order; the event itself where it has none.
    pub(super) fn sessions(&self) -> &[SessionRecord] {
        &self.data.recording.sessions
    }

    /// The days that sessions begin on; all of the event's where it has none.
    pub(super) fn days(&self) -> Vec<NaiveDate> {
        let mut days: Vec<NaiveDate> = match self.sessions() {
            [whole] if whole.session.id.0 == 0 => {
                let [first, last] = times::days(self.event.start, self.event.end, self.event.zone);
                first.iter_days().take_while(|day| *day <= last).collect()
            }
            sessions => sessions.iter().map(|it| self.day_of(it)).collect(),
        };
        days.sort_unstable();
        days.dedup();
        days
    }

    fn day_of(&self, record: &SessionRecord) -> NaiveDate {
        let start = record.session.start.with_timezone(&self.event.zone);
        start.date_naive()
    }

    /// The sessions that begin on a day.
    pub(super) fn sessions_on(&self, day: NaiveDate) -> Vec<&SessionRecord> {
        let sessions = self.sessions().iter();
        let is_on = |it: &&SessionRecord| it.session.id.0 == 0 || self.day_of(it) == day;
        sessions.filter(is_on).collect()
    }

    /// Everybody of the event, by name.
    pub(super) fn of_event(&self, with_waiting: bool) -> Result<Vec<Entry<'_>>, StoreError> {
        let registered = self.data.registrations.iter();
        let mut signups: BTreeMap<PersonId, SignupStatus> = registered
            .map(|(person, registration)| (*person, registration.status.into()))
            .collect();
        signups.retain(|_, status| match status {
            SignupStatus::Confirmed => true,
            SignupStatus::Waitlisted => with_waiting,
            SignupStatus::Cancelled => false,
        });
        self.by_name(self.sessions().iter(), signups)
    }

    /// Everybody of a day, by name.
    pub(super) fn of_day(&self, day: NaiveDate) -> Result<Vec<Entry<'_>>, StoreError> {
        let records = self.sessions_on(day);
        let mut signups: BTreeMap<PersonId, SignupStatus> = BTreeMap::new();
        for (person, status) in records.iter().flat_map(|it| self.data.signups(it)) {
            if status != SignupStatus::Cancelled {
                let best = signups.entry(person).or_insert(status);
                *best = status.min(*best);
            }
        }
        for (person, registration) in &self.data.registrations {
            let status = SignupStatus::from(registration.status);
            if status != SignupStatus::Cancelled && !self.data.has_chosen(*person) {
                signups.entry(*person).or_insert(status);
            }
        }
        self.by_name(records.into_iter(), signups)
    }

    /// Who has a part in a session, in the programme's order, then who has a place, then who waits, each by name.
    pub(super) fn of_session(&self, record: &SessionRecord) -> Result<Vec<Entry<'_>>, StoreError> {
        let mut entries = self.contributors(std::iter::once(record))?;
        let audience = self.data.signups(record);
        // Contributors sign at the top and are not counted as audience, here as in every report.
        let audience = audience.filter(|(id, status)| {
            *status != SignupStatus::Cancelled && !record.parts.contains_key(id)
        });
        let mut people = Vec::new();
        for (person, status) in audience {
            people.push(self.entry(person, None, Some(status))?);
        }
        self.sort(&mut people);
        people.sort_by_key(|it| it.signup);
        entries.extend(people);
        Ok(entries)
    }

    /// Who has a part in sessions, and who signed up, each once.
    fn by_name<'b>(
        &self,
        records: impl Iterator<Item = &'b SessionRecord>,
        mut signups: BTreeMap<PersonId, SignupStatus>,
    ) -> Result<Vec<Entry<'_>>, StoreError> {
        let mut entries = self.contributors(records)?;
        for entry in &mut entries {
            entry.signup = entry.person.and_then(|it| signups.remove(&it.id));
        }
        for (person, status) in signups {
            entries.push(self.entry(person, None, Some(status))?);
        }
        self.sort(&mut entries);
        Ok(entries)
    }

    /// Speakers, moderators and hosts, each once, as what the programme names first.
    fn contributors<'b>(
        &self,
        records: impl Iterator<Item = &'b SessionRecord>,
    ) -> Result<Vec<Entry<'_>>, StoreError> {
        let mut entries: Vec<Entry<'_>> = Vec::new();
        for named in records.flat_map(|it| &it.session.people) {
            let entry = match named.person_id {
                Some(person) => self.entry(person, Some(named.part), None)?,
                // Nobody on file: the name is as the programme has it.
                None => {
                    let name = PersonName::parse(&named.name);
                    Entry {
                        person: None,
                        name: sort_name(&name.given, &name.family),
                        key: name_key(&name.family, &name.given),
                        organisation: None,
                        part: Some(named.part),
                        signup: None,
                    }
                }
            };
            let id = |it: &Entry<'_>| it.person.map(|person| person.id);
            let is_it = |it: &Entry<'_>| match id(&entry) {
                Some(_) => id(it) == id(&entry),
                None => id(it).is_none() && it.name == entry.name,
            };
            if !entries.iter().any(is_it) {
                entries.push(entry);
            }
        }
        Ok(entries)
    }

    fn entry(
        &self,
        person: PersonId,
        part: Option<Part>,
        signup: Option<SignupStatus>,
    ) -> Result<Entry<'_>, StoreError> {
        let person = self.directory.person(person)?;
        let registration = self.data.registrations.get(&person.id);
        Ok(Entry {
            person: Some(person),
            name: person.sort_name(),
            key: name_key(&person.family_name, &person.given_name),
            organisation: self.directory.organisation_then(person, registration),
            part,
            signup,
        })
    }

    /// By name; two of one name by number.
    fn sort(&self, entries: &mut [Entry<'_>]) {
        entries.sort_by_key(|it| it.person.map(|person| person.id));
        let collator = self.directory.collator();
        collator.sort_by_text(entries, |it| it.key.clone());
    }
}

/// How many of them have a place. At the event speakers are people like any other; on the sheet of their own session they
/// have none.
pub(super) fn with_place(entries: &[Entry<'_>]) -> usize {
    let has_place = |it: &&Entry<'_>| it.signup == Some(SignupStatus::Confirmed);
    entries.iter().filter(has_place).count()
}

/// The letter that a name stands under in a list from A to Z.
pub(super) fn initial(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let letter = name.nfd().find(|it| it.is_alphanumeric());
    letter.map_or_else(String::new, |it| it.to_uppercase().collect())
}
