//! Determines who is on the lists of an event, from its registrations, sign-ups and programme.
//!
//! Before the meeting:
//!
//! * *Event*: everybody who is registered, who waits for a place at the event (if the list includes them), or who has a
//!   part in the programme, registered or not.
//! * *Day*: everybody who has a place, waits or has a part in a session that begins on it. People who registered and
//!   chose no session may come on any day, so they are on the list of every day.
//! * *Session*: its speakers, moderators and hosts, people with a place, and people who wait.
//!
//! Afterwards, *who came* are those whose attendance is recorded, however short and with or without a registration, and
//! those with a part in the programme, unless it is known that they stayed away: logs often lack the people on the
//! platform.
//!
//! Nobody is listed twice, and people who withdrew are not listed.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::AsOf;
use super::directory::Directory;
use super::event_data::EventData;
use super::recording::SessionRecord;
use super::times;
use crate::catalogue::Message;
use crate::identity::PersonName;
use crate::model::{Event, Part, Person, PersonId, SignupStatus, sort_name};
use crate::output::{Cell, Language, name_key};
use crate::store::StoreError;

/// Somebody on a list.
#[derive(Debug, Clone)]
pub(super) struct Entry<'a> {
    /// `None` for people who are only named in the programme.
    pub(super) person: Option<&'a Person>,
    /// The name in sorting order: `Müller, Anna`.
    pub(super) name: String,
    /// `Dr.`, as it is on file or in the programme.
    pub(super) title: Option<String>,
    /// The sorting key of the name.
    key: String,
    pub(super) organisation: Option<&'a str>,
    /// Their part; `None` for audience.
    pub(super) part: Option<Part>,
    /// The status of their sign-up.
    pub(super) signup: Option<SignupStatus>,
}

impl Entry<'_> {
    /// Returns the name for a list on paper, where it has its title: `Müller, Dr. Anna`. Programs get it without.
    pub(super) fn name_on_paper(&self) -> Cell {
        let Some(title) = &self.title else {
            return Cell::from(self.name.as_str());
        };
        let words = match self.name.split_once(", ") {
            Some((family, given)) => format!("{family}, {title} {given}"),
            None => format!("{}, {title}", self.name),
        };
        Cell::Worded {
            key: self.name.clone(),
            words: Message::verbatim(words),
        }
    }
}

/// An event and everybody on file.
pub(super) struct Roll<'a> {
    event: &'a Event,
    pub(super) directory: Directory,
    pub(super) data: EventData,
}

impl<'a> Roll<'a> {
    /// Loads both.
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

    /// Returns the sessions in programme order; the event itself if it has none.
    pub(super) fn sessions(&self) -> &[SessionRecord] {
        &self.data.recording.sessions
    }

    /// Returns the days on which sessions begin; all days of the event if it has no sessions.
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

    /// Returns the sessions that begin on a day.
    pub(super) fn sessions_on(&self, day: NaiveDate) -> Vec<&SessionRecord> {
        let sessions = self.sessions().iter();
        let is_on = |it: &&SessionRecord| it.session.id.0 == 0 || self.day_of(it) == day;
        sessions.filter(is_on).collect()
    }

    /// Returns everybody at the event, by name.
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
        self.by_name(self.sessions().iter(), optional(signups))
    }

    /// Returns everybody with a place at the event, and everybody who was there without one, by name.
    pub(super) fn of_event_and_who_came(&self) -> Result<Vec<Entry<'_>>, StoreError> {
        let everybody = self.data.everybody().into_iter();
        let listed = everybody.filter(|it| self.data.is_registered(*it) || self.data.came(*it));
        let signups = listed.map(|it| (it, self.data.registration_status(it)));
        self.by_name(self.sessions().iter(), signups.collect())
    }

    /// Returns who came, by name.
    pub(super) fn who_came(&self) -> Result<Vec<Entry<'_>>, StoreError> {
        let everybody = self.data.everybody().into_iter();
        let came = everybody.filter(|it| self.data.came(*it));
        let signups = came.map(|it| (it, self.data.registration_status(it)));
        let mut entries = self.by_name(self.sessions().iter(), signups.collect())?;
        entries.retain(|it| {
            it.person
                .is_none_or(|it| self.data.came(it.id) || self.data.event_verdict(it.id).is_none())
        });
        Ok(entries)
    }

    /// Returns who is registered, although nothing says whether they were there.
    pub(super) fn not_known(&self) -> impl Iterator<Item = PersonId> {
        let (data, contributors) = (&self.data, &self.data.recording.contributors);
        let everybody = data.everybody().into_iter();
        everybody.filter(move |it| {
            data.is_registered(*it)
                && data.event_verdict(*it).is_none()
                && !contributors.contains(it)
        })
    }

    /// Returns everybody on a day, by name.
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
        self.by_name(records.into_iter(), optional(signups))
    }

    /// Returns everybody with a part in a session, in programme order, then people with a place, then people who wait,
    /// both by name.
    pub(super) fn of_session(&self, record: &SessionRecord) -> Result<Vec<Entry<'_>>, StoreError> {
        let mut entries = self.contributors(std::iter::once(record))?;
        let audience = self.data.signups(record);
        // Contributors sign at the top and do not count as audience, as in every report.
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

    /// Returns people with a part in sessions and people who signed up, each once.
    fn by_name<'b>(
        &self,
        records: impl Iterator<Item = &'b SessionRecord>,
        mut signups: BTreeMap<PersonId, Option<SignupStatus>>,
    ) -> Result<Vec<Entry<'_>>, StoreError> {
        let mut entries = self.contributors(records)?;
        for entry in &mut entries {
            let signup = entry.person.and_then(|it| signups.remove(&it.id));
            entry.signup = signup.flatten();
        }
        for (person, status) in signups {
            entries.push(self.entry(person, None, status)?);
        }
        self.sort(&mut entries);
        Ok(entries)
    }

    /// Returns speakers, moderators and hosts, each once, with the first part that the programme gives them.
    fn contributors<'b>(
        &self,
        records: impl Iterator<Item = &'b SessionRecord>,
    ) -> Result<Vec<Entry<'_>>, StoreError> {
        let mut entries: Vec<Entry<'_>> = Vec::new();
        for named in records.flat_map(|it| &it.session.people) {
            let entry = match named.person_id {
                Some(person) => {
                    let entry = self.entry(person, Some(named.part), None)?;
                    let title = entry.title.or_else(|| PersonName::parse(&named.name).title);
                    Entry { title, ..entry }
                }
                // Not on file, so the name is used as written in the programme.
                None => {
                    let name = PersonName::parse(&named.name);
                    Entry {
                        person: None,
                        name: sort_name(&name.given, &name.family),
                        key: name_key(&name.family, &name.given),
                        title: name.title,
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
            title: person.title.clone(),
            key: name_key(&person.family_name, &person.given_name),
            organisation: self.directory.organisation_then(person, registration),
            part,
            signup,
        })
    }

    /// Sorts by name; people with the same name by number.
    fn sort(&self, entries: &mut [Entry<'_>]) {
        entries.sort_by_key(|it| it.person.map(|person| person.id));
        let collator = self.directory.collator();
        collator.sort_by_text(entries, |it| it.key.clone());
    }
}

/// Everybody on such a list signed up.
fn optional(signups: BTreeMap<PersonId, SignupStatus>) -> BTreeMap<PersonId, Option<SignupStatus>> {
    let signups = signups.into_iter();
    signups
        .map(|(person, status)| (person, Some(status)))
        .collect()
}

/// Counts the people with a place. At the event speakers count like anybody else; on the sheet of their own session
/// they do not.
pub(super) fn with_place(entries: &[Entry<'_>]) -> usize {
    let has_place = |it: &&Entry<'_>| it.signup == Some(SignupStatus::Confirmed);
    entries.iter().filter(has_place).count()
}

/// Returns the letter under which a name is listed from A to Z.
pub(super) fn initial(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let letter = name.nfd().find(|it| it.is_alphanumeric());
    letter.map_or_else(String::new, |it| it.to_uppercase().collect())
}
