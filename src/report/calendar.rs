//! The programme as a calendar, for everybody or for one person.
//!
//! There is one entry per session, in programme order; an event without sessions is one entry itself. An entry is
//! identified by the short names of its session and event, so that importing a calendar again replaces its entries, and
//! a personal calendar replaces those of the programme.
//!
//! `DTSTAMP`, by which programs recognise the newer of two versions, is the time of the newest operation on file: no
//! entry contains anything newer. The clock is not used, so the same file gives the same calendar.
//!
//! # Personal calendars
//!
//! A personal calendar contains the sessions that the person has a place in, those they wait for (marked as tentative),
//! and those they speak in, moderate or host. For sessions for everybody their registration decides, as in every
//! report.

use super::AsOf;
use super::event_data::EventData;
use super::labels;
use super::recording::SessionRecord;
use crate::catalogue::Message;
use crate::catalogue::messages::letters;
use crate::identity::normalize_address;
use crate::message;
use crate::model::{Event, Instant, Part, Person, Session, SignupStatus};
use crate::output::{Calendar, Certainty, Entry, Language, language_of_reader};
use crate::store::StoreError;

/// Returns the programme of some events as a calendar; for a person, only their own sessions, in their language.
///
/// It may have no entries, and other programs may treat such a file as damaged.
///
/// # Errors
/// Those of the store.
pub fn calendar(
    reader: &AsOf<'_>,
    events: &[Event],
    person: Option<&Person>,
    language: Language,
) -> Result<Calendar, StoreError> {
    let language = match person {
        Some(person) => language_of_reader(person.language.as_deref(), language),
        None => language,
    };
    let newest = reader.operations()?.into_iter().map(|it| it.time).max();
    let mut entries = Vec::new();
    for event in events {
        let maker = Maker {
            event,
            changed_at: newest.unwrap_or(event.start),
            language,
            organiser: organiser(event),
        };
        let data = EventData::load(*reader, event)?;
        let mut own = Vec::new();
        for record in &data.recording.sessions {
            let place = match person {
                None => Some(SignupStatus::Confirmed),
                Some(person) => place_of(&data, record, person),
            };
            let certainty = place.map(|it| match it {
                SignupStatus::Waitlisted => Certainty::Tentative,
                _ => Certainty::Confirmed,
            });
            own.extend(certainty.map(|it| (&record.session, it)));
        }
        // Whoever has it in their calendar is to see that it is cancelled.
        for session in &data.recording.cancelled {
            if person.is_none_or(|it| data.was_to_be_in(session, it.id)) {
                own.push((session, Certainty::Cancelled));
            }
        }
        own.sort_by_key(|(session, _)| (session.start, session.id));
        for (session, certainty) in own {
            let sequence = reader.times_changed(event.id, session.id)?;
            entries.push(maker.entry(session, certainty, sequence));
        }
    }
    let name = match events {
        [event] => event.title.clone(),
        _ => letters::CALENDAR.in_language(language).to_owned(),
    };
    Ok(Calendar { name, entries })
}

/// Returns who organises an event, if an address of theirs is known.
fn organiser(event: &Event) -> Option<(String, String)> {
    let contact = event.facts.contact.as_deref()?;
    let is_separator = |it: char| it.is_whitespace() || ",;<>()".contains(it);
    let address = contact.split(is_separator).find_map(normalize_address)?;
    let name = event.facts.organiser.as_deref().unwrap_or(&address);
    Some((name.to_owned(), address))
}

/// Returns how certain it is that somebody will be in a session; `None` if it is not one of theirs.
fn place_of(data: &EventData, record: &SessionRecord, person: &Person) -> Option<SignupStatus> {
    if record.parts.contains_key(&person.id) {
        return Some(SignupStatus::Confirmed);
    }
    let signup = data.signup(record, person.id);
    signup.filter(|status| *status != SignupStatus::Cancelled)
}

/// The data that all entries of an event are made from.
struct Maker<'a> {
    event: &'a Event,
    changed_at: Instant,
    language: Language,
    organiser: Option<(String, String)>,
}

impl Maker<'_> {
    fn entry(&self, session: &Session, certainty: Certainty, sequence: i64) -> Entry {
        let event = self.event;
        // The session is the event itself if it has no sessions.
        let is_whole = session.id.0 == 0;
        let (uid, category) = if is_whole {
            (format!("{}@rollcall", event.slug), String::new())
        } else {
            let kind = labels::session_kind(session.kind);
            (
                format!("{}.{}@rollcall", session.slug, event.slug),
                kind.for_people(self.language).into_owned(),
            )
        };
        let location = [session.room.as_deref(), event.place.as_deref()];
        let location: Vec<&str> = location.into_iter().flatten().collect();
        Entry {
            uid,
            changed_at: self.changed_at,
            start: session.start,
            end: session.end,
            summary: match certainty {
                Certainty::Cancelled => labels::title_of_cancelled(&session.title)
                    .for_people(self.language)
                    .into_owned(),
                _ => session.title.clone(),
            },
            location: location.join(", "),
            description: self.description(session, is_whole, certainty),
            category,
            certainty,
            sequence,
            organiser: self.organiser.clone(),
        }
    }

    fn description(&self, session: &Session, is_whole: bool, certainty: Certainty) -> Vec<String> {
        let mut lines = Vec::new();
        if !is_whole {
            lines.push(self.event.title.clone());
        }
        for part in Part::ALL {
            let people = session.people.iter().filter(|it| it.part == part);
            let names: Vec<&str> = people.map(|it| it.name.as_str()).collect();
            if !names.is_empty() {
                let line = in_part(part, names.len(), &names.join(", "));
                lines.push(line.in_language(self.language));
            }
        }
        if certainty == Certainty::Tentative {
            let sentence = letters::ON_THE_WAITING_LIST.in_language(self.language);
            lines.push(sentence.to_owned());
        }
        lines
    }
}

fn in_part(part: Part, count: usize, names: &str) -> Message {
    match part {
        Part::Speaker => message!(letters::speakers { count, names }),
        Part::Moderator => message!(letters::moderators { count, names }),
        Part::Host => message!(letters::hosts { count, names }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, Fixture};
    use super::*;
    use crate::model::{EventId, PersonId};

    /// Returns UID, title and whether it is tentative, for the calendar of one person or of everybody.
    fn entries(fixture: &Fixture, person: Option<i64>) -> Vec<(String, bool)> {
        let reader = fixture.read();
        let person = person.map(|id| reader.person(PersonId(id)).unwrap().unwrap());
        let events = reader.events().unwrap();
        let made = calendar(&reader, &events, person.as_ref(), Language::En).unwrap();
        let entries = made.entries.into_iter();
        entries
            .map(|it| (it.uid, it.certainty == Certainty::Tentative))
            .collect()
    }

    fn certain(slug: &str) -> (String, bool) {
        (format!("{slug}.herbst20@rollcall"), false)
    }

    #[test]
    fn every_session_is_an_entry() {
        let fixture = Fixture::planned();
        let all = ["keynote", "breakout-a", "breakout-b", "bar"].map(certain);
        assert_eq!(entries(&fixture, None), all);
        let events = fixture.read().events().unwrap();
        let made = calendar(&fixture.read(), &events, None, Language::De).unwrap();
        assert_eq!(made.name, "Meeting herbst20");
        let keynote = &made.entries[0];
        assert_eq!(
            *keynote,
            Entry {
                uid: "keynote.herbst20@rollcall".to_owned(),
                // When the fixture was written.
                changed_at: fixture::at("2020-10-08", "18:00"),
                start: fixture::at("2020-10-08", "10:00"),
                end: fixture::at("2020-10-08", "11:00"),
                summary: "The keynote".to_owned(),
                location: "Online".to_owned(),
                description: vec![
                    "Meeting herbst20".to_owned(),
                    "Vortrag: Prof. Wiebke Harms".to_owned(),
                    "Gastgebende: Ohne Akte".to_owned(),
                ],
                category: "Keynote".to_owned(),
                certainty: Certainty::Confirmed,
                sequence: 0,
                organiser: None,
            }
        );
        assert_eq!(made.entries[1].location, "A, Online");
    }

    #[test]
    fn one_s_own_are_places_waits_parts_and_what_is_for_everybody() {
        let mut fixture = Fixture::planned();
        let waiting = ("breakout-a.herbst20@rollcall".to_owned(), true);
        assert_eq!(
            entries(&fixture, Some(2)),
            ["keynote", "breakout-a", "bar"].map(certain)
        );
        assert_eq!(entries(&fixture, Some(4)), [certain("keynote"), waiting]);
        // Eva withdrew from her session; Wiebke speaks without being registered; Finn has no sessions.
        assert_eq!(entries(&fixture, Some(5)), [certain("keynote")]);
        assert_eq!(entries(&fixture, Some(7)), [certain("keynote")]);
        assert_eq!(entries(&fixture, Some(6)), []);
        // After one sign-up, the keynote is only for those who signed up.
        fixture.change(|writer| {
            let bernd = writer.registration(EventId(1), PersonId(2))?.unwrap();
            let keynote = crate::model::SessionId(1);
            writer.add_signup(bernd.id, keynote, SignupStatus::Confirmed, None, None)?;
            Ok(())
        });
        assert_eq!(entries(&fixture, Some(5)), []);
        assert_eq!(entries(&fixture, Some(2)).len(), 3);
    }

    #[test]
    fn whoever_waits_reads_it_in_their_language() {
        let mut fixture = Fixture::planned();
        fixture.change(|writer| {
            let mut david = writer.person(PersonId(4))?.unwrap();
            david.language = Some("de".to_owned());
            writer.save_person(&david).map(drop)
        });
        let reader = fixture.read();
        let david = reader.person(PersonId(4)).unwrap();
        let events = reader.events().unwrap();
        let made = calendar(&reader, &events, david.as_ref(), Language::En).unwrap();
        let said = made.entries[1].description.last().map(String::as_str);
        assert_eq!(said, Some("Sie stehen auf der Warteliste."));
    }

    #[test]
    fn an_event_without_sessions_is_one_entry_and_several_events_are_one_calendar() {
        let mut fixture = Fixture::planned();
        fixture.change(|writer| {
            fixture::add_event(writer, "winter20", "2020-12-01", None)?;
            fixture::register(writer, EventId(2), 6, None).map(drop)
        });
        let whole = ("winter20@rollcall".to_owned(), false);
        assert_eq!(entries(&fixture, None).last(), Some(&whole));
        assert_eq!(entries(&fixture, Some(6)), [whole]);
        let events = fixture.read().events().unwrap();
        let made = calendar(&fixture.read(), &events, None, Language::De).unwrap();
        assert_eq!(made.name, "Programm");
        let entry = made.entries.last().unwrap();
        assert_eq!(entry.summary, "Meeting winter20");
        assert!(entry.description.is_empty() && entry.category.is_empty());
    }
}
