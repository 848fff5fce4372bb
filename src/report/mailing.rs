//! The data for a mail merge: a row for everybody who is registered.
//!
//! The texts of a row are in the language of its reader: salutation, minutes and the personal line. `language` says
//! which one, so that the surrounding letter can be chosen by it; people whose language the program does not support
//! get the selected one.
//!
//! # The personal line
//!
//! The personal line is one sentence about attendance that can be used in a letter unchanged:
//!
//! * the sessions somebody was in, and for how long; whether that was long enough does not belong in a letter of
//!   thanks;
//! * for people who are known to have been at the event, but not in which session, that they were there;
//! * for no-shows of the event as a whole, that they were missed;
//! * nothing for everybody else: people who excused themselves or withdrew, and everybody while nothing is recorded or
//!   the event is not over.

use super::directory::Directory;
use super::event_data::EventData;
use super::recording::SessionRecord;
use super::{AsOf, days, notes, rules};
use crate::message;
use crate::model::{Agreed, Event, Person, PersonId, RegistrationStatus, SignupStatus, Verdict};
use crate::output::keyed::columns;
use crate::output::{Cell, Column, Language, Table, language_of_reader, one_stop, salutation};
use crate::store::StoreError;

/// Returns one row for everybody who is registered, sorted by name.
///
/// `email` is the preferred address. `sessions` are those that somebody chose and has a place in, `waiting_list` those
/// they chose and wait for; sessions for everybody are in neither. `attended` has each session that is over and that
/// they came to, with the minutes if known. Whoever asked that their data is not used is left out, and with `agreed`
/// whoever did not agree.
///
/// # Errors
/// Those of the store.
pub fn mailing(
    reader: &AsOf<'_>,
    event: &Event,
    agreed: Option<&Agreed>,
    language: Language,
) -> Result<Table, StoreError> {
    let directory = Directory::load(**reader, language)?;
    let data = EventData::load(*reader, event)?;
    let title = message!(letters::mailing { event: event.title }).in_language(language);
    let mut table = Table::new("mailing", title, columns());
    table
        .lines
        .extend(days::as_of(event, &data.recording, language));
    let registrations = data.registrations.values();
    let standing = registrations.filter(|it| it.status == RegistrationStatus::Confirmed);
    let (mut left_alone, mut not_agreed) = (0, 0);
    for person in directory.sorted(standing.map(|it| it.person_id))? {
        if person.states.is_left_alone() {
            left_alone += 1;
            continue;
        }
        if agreed.is_some_and(|it| !it.includes(Some(person.id))) {
            not_agreed += 1;
            continue;
        }
        let letter = Letter {
            event,
            data: &data,
            person,
            language: language_of_reader(person.language.as_deref(), language),
        };
        let organisation = directory.organisation_then(person, data.registrations.get(&person.id));
        table.push(letter.row(organisation));
    }
    if left_alone > 0 {
        let note = message!(letters::left_alone { count: left_alone });
        table.note(note.in_language(language));
    }
    if not_agreed > 0 {
        let note = message!(letters::have_not_agreed { count: not_agreed });
        table.note(note.in_language(language));
    }
    for sentence in notes::gaps(&data.recording, language) {
        table.note(sentence);
    }
    Ok(table)
}

fn columns() -> Vec<Column> {
    vec![
        Column::of(columns::PERSON_ID).hidden_in_text(),
        Column::of(columns::EMAIL),
        Column::of(columns::SALUTATION),
        Column::of(columns::TITLE).hidden_in_text(),
        Column::of(columns::GIVEN_NAME).hidden_in_text(),
        Column::of(columns::FAMILY_NAME).hidden_in_text(),
        Column::of(columns::ORGANISATION),
        Column::of(columns::LANGUAGE),
        Column::of(columns::CHOSEN_SESSIONS),
        Column::of(columns::WAITING_LIST),
        Column::of(columns::ATTENDED_SESSIONS),
        Column::of(columns::PERSONAL_LINE),
    ]
}

/// The data for one row.
struct Letter<'a> {
    event: &'a Event,
    data: &'a EventData,
    person: &'a Person,
    language: Language,
}

impl Letter<'_> {
    fn row(&self, organisation: Option<&str>) -> Vec<Cell> {
        let person = self.person;
        let attended = self
            .came_to()
            .map(|record| with_minutes(record, person.id, self.language));
        let attended: Vec<String> = attended.collect();
        let line = one_stop(self.personal_line());
        vec![
            Cell::Integer(person.id.0),
            Cell::from(person.addresses.first().cloned()),
            Cell::from(salutation(
                person.title.as_deref(),
                &person.given_name,
                &person.family_name,
                self.language,
            )),
            Cell::from(person.title.clone()),
            Cell::from(person.given_name.as_str()),
            Cell::from(person.family_name.as_str()),
            Cell::from(organisation),
            Cell::from(self.language.code()),
            Cell::Words(self.chosen(SignupStatus::Confirmed)),
            Cell::Words(self.chosen(SignupStatus::Waitlisted)),
            Cell::Words(attended),
            Cell::from(line),
        ]
    }

    /// Returns the titles of the sessions that they chose themselves and for which their sign-up has this status.
    fn chosen(&self, status: SignupStatus) -> Vec<String> {
        let sessions = self.data.recording.sessions.iter();
        let chosen = sessions.filter(|record| {
            !record.is_for_everybody && self.data.signup(record, self.person.id) == Some(status)
        });
        chosen.map(|it| it.session.title.clone()).collect()
    }

    /// Returns the sessions they came to.
    fn came_to(&self) -> impl Iterator<Item = &SessionRecord> {
        let sessions = self.data.recording.sessions.iter();
        sessions.filter(|it| it.phase.is_over() && it.met_rule(self.person.id).is_some())
    }

    /// Returns the personal line. Minutes are in a column of their own: nobody wants to read that they were counted.
    fn personal_line(&self) -> String {
        let (language, person) = (self.language, self.person.id);
        if !self.data.recording.phase.is_over() {
            return String::new();
        }
        let sessions = rules::quoted(self.came_to());
        if !sessions.is_empty() {
            let said = message!(letters::you_were_in { sessions });
            return said.in_language(language);
        }
        let event = &self.event.title;
        let said = if self.data.met_rule(person).is_some() {
            message!(letters::you_were_at { event })
        } else if self.data.event_verdict(person) == Some(Verdict::NoShow) {
            message!(letters::we_missed_you { event })
        } else {
            return String::new();
        };
        said.in_language(language)
    }
}

/// Returns a session's title, with the minutes somebody was there if a log gives them.
fn with_minutes(record: &SessionRecord, person: PersonId, language: Language) -> String {
    let title = &record.session.title;
    let minutes = record.attended.get(&person).and_then(|it| it.minutes);
    match minutes.map(|it| usize::try_from(it).unwrap_or_default()) {
        None => title.clone(),
        Some(0) => message!(letters::less_than_a_minute { session: title }).in_language(language),
        Some(count) => message!(letters::session_minutes {
            count,
            session: title
        })
        .in_language(language),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, BREAKOUT_A, Fixture, csv, text};
    use super::*;
    use crate::model::{EventId, Ruling, SessionId};
    use crate::store::NewStay;

    fn table(fixture: &Fixture) -> Table {
        mailing(&fixture.read(), &fixture.event(), None, Language::En).unwrap()
    }

    /// Returns everybody's personal line, by family name.
    fn lines(fixture: &Fixture) -> Vec<(String, String)> {
        let table = table(fixture);
        let rows = table.rows().iter();
        let cell = |row: &[Cell], key| fixture::cell(&table, row, key);
        rows.map(|row| (cell(row, "family_name"), cell(row, "personal_line")))
            .collect()
    }

    fn line_of(fixture: &Fixture, family: &str) -> String {
        let mut lines = lines(fixture).into_iter();
        lines.find(|(name, _)| name == family).unwrap().1
    }

    #[test]
    fn everybody_who_is_registered_has_a_row() {
        assert_eq!(
            csv(&table(&Fixture::meeting())),
            r#"Person no.,E-mail,Salutation,Title,Given name,Family name,Organisation,Language,Sessions,Waiting list,Attended,Personal line
3,,Dear Carla Äpfel,,Carla,Äpfel,Ätherische Öle Süd,en,The breakout-a,,The breakout-a (10 minutes),You were with us in “The breakout-a”.
5,,Dear Eva Lang,,Eva,Lang,Ätherische Öle Süd,en,,,,
1,anna@nord.example,Dear Dr. Müller,Dr.,Anna,Müller,BioCluster Nord e.V.,en,The breakout-a,,The keynote (59 minutes); The breakout-a (45 minutes); The bar (10 minutes),"You were with us in “The keynote”, “The breakout-a” and “The bar”."
4,,Dear David Noorg,,David,Noorg,,en,,The breakout-a,,We missed you at Meeting herbst20.
9,,Dear Hanna Nord,,Hanna,Nord,Öle Süd alt,en,The breakout-b,,,
2,bernd@nord.example,Dear Bernd Zimmer,,Bernd,Zimmer,BioCluster Nord e.V.,en,The breakout-a; The bar,,,We missed you at Meeting herbst20.
"#
        );
    }

    #[test]
    fn a_row_is_in_its_reader_s_language() {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| {
            for (id, language) in [(1, "de"), (2, "de-AT"), (3, "sv")] {
                let mut person = writer.person(PersonId(id))?.unwrap();
                person.language = Some(language.to_owned());
                writer.save_person(&person)?;
            }
            Ok(())
        });
        let table = table(&fixture);
        let shown: Vec<String> = ["Äpfel", "Müller", "Zimmer"]
            .map(|name| {
                let row = table.rows().iter();
                let mut row = row.filter(|it| fixture::cell(&table, it, "family_name") == name);
                let row = row.next().unwrap();
                let cells = ["language", "salutation", "personal_line"];
                cells.map(|key| fixture::cell(&table, row, key)).join(" | ")
            })
            .into();
        assert_eq!(
            shown,
            [
                "en | Dear Carla Äpfel | You were with us in “The breakout-a”.",
                "de | Guten Tag Dr. Anna Müller | Sie waren dabei: „The keynote“, „The breakout-a“ und „The bar“.",
                "de | Guten Tag Bernd Zimmer | Wir haben Sie bei „Meeting herbst20“ vermisst.",
            ]
        );
    }

    #[test]
    fn before_the_event_nobody_is_missed() {
        let fixture = Fixture::planned();
        assert_eq!(lines(&fixture).len(), 6);
        assert!(lines(&fixture).iter().all(|(_, line)| line.is_empty()));
    }

    #[test]
    fn whoever_withdrew_is_written_to_no_more() {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| fixture::withdraw(writer, EventId(1), 1));
        assert!(lines(&fixture).iter().all(|(name, _)| name != "Müller"));
    }

    #[test]
    fn a_verdict_by_hand_is_what_the_letter_says() {
        let mut fixture = Fixture::meeting();
        let rule = |verdict, person| Ruling {
            person_id: PersonId(person),
            session_id: BREAKOUT_A,
            verdict,
            reason: "Said so".to_owned(),
        };
        fixture.change(|writer| {
            writer.set_ruling(&rule(Verdict::Present, 2))?;
            writer.set_ruling(&rule(Verdict::NoShow, 3)).map(drop)
        });
        assert_eq!(
            line_of(&fixture, "Zimmer"),
            "You were with us in “The breakout-a”."
        );
        assert_eq!(
            line_of(&fixture, "Äpfel"),
            "We missed you at Meeting herbst20."
        );
    }

    #[test]
    fn whoever_was_there_nobody_knows_where_was_at_the_event() {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| {
            for number in [2, 3] {
                let mut session = writer.session(SessionId(number))?.unwrap();
                session.room = None;
                writer.save_session(&session)?;
            }
            fixture::add_stay(writer, EventId(1), None, Ok(5), Some(("11:05", "11:45")))?;
            let glimpse = NewStay {
                seconds: Some(20),
                ..fixture::stay_of(EventId(1), SessionId(4), 4)
            };
            writer.add_stay(&glimpse).map(drop)
        });
        assert_eq!(
            line_of(&fixture, "Lang"),
            "You were with us at Meeting herbst20."
        );
        assert_eq!(line_of(&fixture, "Noorg"), "You were with us in “The bar”.");
        // Somebody who is missed may be one of the people not yet matched.
        assert!(text(&table(&fixture)).contains("are not yet matched to a person"));
    }
}
