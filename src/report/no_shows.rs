//! People who did not come, with the data to write to them.

use super::directory::Directory;
use super::event_data::EventData;
use super::{AsOf, days, notes, rules};
use crate::catalogue::messages::notes as words;
use crate::message;
use crate::model::{Event, PersonId, SessionId, Verdict};
use crate::output::keyed::columns;
use crate::output::{Cell, Column, Language, Table};
use crate::store::StoreError;

/// Returns who did not come, with the data for a letter: name, address, language and what they missed.
///
/// For the event as a whole these are people who were in none of its sessions and missed one they had a place in; if
/// the whole event was logged, also those who registered without choosing any session. People who only missed a plenary
/// or keynote for everybody are not listed as long as a session they chose is not recorded. With a session, these are
/// the people who missed that one, even if they were elsewhere. Sessions without a recording or not over, and people
/// who withdrew or excused themselves, are not listed; a note below names the sessions that are not over.
///
/// # Errors
/// Those of the store.
pub fn no_shows(
    reader: &AsOf<'_>,
    event: &Event,
    session: Option<SessionId>,
    language: Language,
) -> Result<Table, StoreError> {
    let directory = Directory::load(**reader, language)?;
    let mut data = EventData::load(*reader, event)?;
    let missing: Vec<PersonId> = match session {
        None => {
            let everybody = data.everybody().into_iter();
            everybody
                .filter(|person| data.verdict_so_far(*person) == Some(Verdict::NoShow))
                .collect()
        }
        Some(session) => {
            data.recording.narrow_to(session);
            let sessions = data.recording.sessions.iter();
            let missed = sessions.flat_map(|record| {
                let people = data.concerned(record).into_iter();
                people.filter(|person| data.verdict(record, *person) == Some(Verdict::NoShow))
            });
            missed.collect()
        }
    };
    let title = message!(titles::no_shows_of { event: event.title }).in_language(language);
    let mut table = Table::new("no-shows", title, columns());
    table.lines = days::lines_as_of(event, &data.recording, language);
    for person in directory.sorted(missing)? {
        let registration = data.registrations.get(&person.id);
        let sessions = data.recording.sessions.iter();
        let missed = sessions.filter(|it| data.verdict(it, person.id) == Some(Verdict::NoShow));
        let titles: Vec<String> = missed.map(|it| it.session.title.clone()).collect();
        table.push(vec![
            Cell::Integer(person.id.0),
            Cell::from(person.sort_name()),
            Cell::from(person.full_name()),
            Cell::from(directory.organisation_then(person, registration)),
            Cell::from(person.addresses.first().cloned()),
            Cell::from(person.language.clone()),
            Cell::Words(titles),
        ]);
    }
    if !data.recording.is_known() {
        table.note(words::NOTHING_RECORDED.in_language(language));
    }
    if let Some(note) = notes::not_over(&data.recording, language) {
        table.note(note);
    }
    table.note(rules::sentence(&data.recording.sessions, language));
    notes::add(&mut table, &data.recording, language);
    Ok(table)
}

fn columns() -> Vec<Column> {
    vec![
        Column::of(columns::PERSON_ID).hidden_in_text(),
        Column::of(columns::NAME),
        Column::of(columns::FULL_NAME).hidden_in_text(),
        Column::of(columns::ORGANISATION),
        Column::of(columns::EMAIL),
        Column::of(columns::LANGUAGE),
        Column::of(columns::MISSED),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, BREAKOUT_A, BREAKOUT_B, Fixture, csv};
    use super::*;
    use crate::model::{EventId, SignupStatus};

    fn list(fixture: &Fixture, session: Option<SessionId>) -> String {
        let event = fixture.event();
        csv(&no_shows(&fixture.read(), &event, session, Language::En).unwrap())
    }

    #[test]
    fn who_missed_everything_is_written_to() {
        // Carla came, Eva withdrew, and Hanna's session is not recorded. David, who waited for a place, was not in the
        // keynote either.
        let fixture = Fixture::meeting();
        assert_eq!(
            list(&fixture, None),
            r#"Person no.,Name,Full name,Organisation,E-mail,Language,Missed
4,"Noorg, David",David Noorg,,,,The keynote
2,"Zimmer, Bernd",Bernd Zimmer,BioCluster Nord e.V.,bernd@nord.example,,The keynote; The breakout-a
"#
        );
        assert_eq!(
            list(&fixture, Some(BREAKOUT_A)),
            r#"Person no.,Name,Full name,Organisation,E-mail,Language,Missed
2,"Zimmer, Bernd",Bernd Zimmer,BioCluster Nord e.V.,bernd@nord.example,,The breakout-a
"#
        );
    }

    #[test]
    fn who_missed_a_session_for_everybody_is_a_no_show_of_it() {
        // Everybody who registered except Anna; Wiebke, who speaks, is not registered.
        let list = list(&Fixture::meeting(), Some(SessionId(1)));
        let names: Vec<&str> = list
            .lines()
            .filter_map(|line| line.split('"').nth(1))
            .collect();
        assert_eq!(
            names,
            [
                "Äpfel, Carla",
                "Lang, Eva",
                "Noorg, David",
                "Nord, Hanna",
                "Zimmer, Bernd"
            ]
        );
    }

    #[test]
    fn who_was_elsewhere_is_a_no_show_of_the_session_alone() {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| {
            fixture::add_stay(writer, EventId(1), Some(4), Ok(2), Some(("12:00", "12:30")))
        });
        assert!(!list(&fixture, None).contains("Zimmer"));
        assert_eq!(list(&fixture, Some(BREAKOUT_A)).lines().count(), 2);
        assert_eq!(list(&fixture, Some(BREAKOUT_B)).lines().count(), 1);
    }

    #[test]
    fn who_chose_no_session_is_missed_in_the_log_of_the_event() {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| {
            // Once somebody has signed up for the keynote, it is no longer for everybody.
            let anna = writer.registration(EventId(1), PersonId(fixture::ANNA))?;
            let place = SignupStatus::Confirmed;
            writer.add_signup(anna.unwrap().id, SessionId(1), place, None, None)?;
            fixture::register(writer, EventId(1), 8, None)?;
            let nobody = fixture::add_person(writer, ("Ida", "Still"), None)?;
            fixture::register(writer, EventId(1), nobody.0, None)?;
            Ok(())
        });
        // Gerd, person 8, was there for five minutes.
        let list = list(&fixture, None);
        assert!(list.contains("\n10,\"Still, Ida\","), "{list}");
        assert_eq!(list.lines().count(), 3);
    }
}
