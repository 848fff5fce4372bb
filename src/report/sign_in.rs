//! The list to print beforehand: a box to tick and a place to sign.

use super::directory::Directory;
use super::event_data::EventData;
use super::recording::SessionRecord;
use super::{AsOf, days, labels, times};
use crate::message;
use crate::model::{Event, Person, PersonId, SessionId, SignupStatus};
use crate::output::keyed::columns;
use crate::output::{Cell, Column, Language, Table};
use crate::store::StoreError;

/// How wide a signature is on paper, in characters.
const SIGNATURE: u16 = 24;

/// Returns one sheet a session: who has a part in it, in the programme's order, then who has a place, then who
/// waits, each by name, then `blank` empty lines. Nobody stands on a sheet twice.
///
/// A plenary or keynote that nobody signed up for has a sheet with everybody who registered. Any other
/// session without sign-ups has one when it is asked for, or when there are lines to fill in. Where no
/// session has anybody to sign, there is a sheet for the whole event with everybody who registered.
///
/// # Errors
/// Those of the store.
pub fn sign_in(
    reader: &AsOf<'_>,
    event: &Event,
    session: Option<SessionId>,
    blank: usize,
    language: Language,
) -> Result<Table, StoreError> {
    let directory = Directory::load(**reader, language)?;
    let data = EventData::load(*reader, event)?;
    let title = message!(titles::sign_in_list_of { event: event.title }).in_language(language);
    let mut table = Table::new("sign-in", title, columns());
    table.lines = days::lines_as_of(event, &data.recording, language);
    table.is_paged = true;
    let ranks = directory.ranks(data.registrations.keys().copied())?;
    let sessions = &data.recording.sessions;
    let stands = |it: &SessionRecord| {
        let mut signups = data.signups(it);
        signups.any(|(_, status)| status != SignupStatus::Cancelled)
    };
    if session.is_none() && !sessions.iter().any(stands) {
        let registered = data.registrations.keys().copied();
        let mut people: Vec<_> = registered.filter(|id| data.is_registered(*id)).collect();
        people.sort_unstable_by_key(|id| ranks[id]);
        table.begin_group(event.title.clone(), vec![signed_up(people.len(), language)]);
        for person in people {
            let status = labels::signup_status(SignupStatus::Confirmed);
            table.push_about(
                person.0,
                row(&directory, &data, "", directory.person(person)?, status),
            );
        }
        push_blank(&mut table, "", blank);
    }
    for record in sessions {
        if session.is_some_and(|asked| asked != record.session.id) {
            continue;
        }
        let mut people: Vec<(PersonId, SignupStatus)> = data.signups(record).collect();
        people.retain(|(_, status)| *status != SignupStatus::Cancelled);
        if people.is_empty() && session.is_none() && (blank == 0 || record.session.id.0 == 0) {
            continue;
        }
        people.sort_unstable_by_key(|(id, status)| (*status, ranks[id]));
        // Contributors sign at the top and are not counted as audience, here as in every report.
        people.retain(|(id, _)| !record.parts.contains_key(id));
        let facts = facts(record, event, &people, language);
        table.begin_group(record.session.title.clone(), facts);
        let slug = record.session.slug.as_str();
        for (place, it) in record.session.people.iter().enumerate() {
            // Who speaks and moderates signs once.
            let mut before = record.session.people[..place].iter();
            if before.any(|former| former.name == it.name && former.person_id == it.person_id) {
                continue;
            }
            let person = it.person_id.map(|id| directory.person(id)).transpose()?;
            let named = match person {
                Some(person) => row(&directory, &data, slug, person, labels::part(it.part)),
                // Nobody known: the name is as the programme has it.
                None => {
                    let name = Cell::from(it.name.as_str());
                    let part = labels::part(it.part);
                    vec![Cell::from(slug), Cell::Tick, name, Cell::Empty, part]
                }
            };
            match it.person_id {
                Some(id) => table.push_about(id.0, named),
                None => table.push(named),
            }
        }
        for (person, status) in people {
            let person = directory.person(person)?;
            let status = labels::signup_status(status);
            let row = row(&directory, &data, slug, person, status);
            table.push_about(person.id.0, row);
        }
        push_blank(&mut table, slug, blank);
    }
    labels::name_sessions(&mut table, sessions.iter().map(|it| &it.session));
    Ok(table)
}

fn columns() -> Vec<Column> {
    vec![
        Column::of(columns::SESSION).hidden_in_text(),
        Column::of(columns::HERE),
        Column::of(columns::NAME).filled_by_hand(),
        Column::of(columns::ORGANISATION).filled_by_hand(),
        Column::of(columns::STATUS),
        Column::of(columns::SIGNATURE)
            .at_least(SIGNATURE)
            .filled_by_hand(),
    ]
}

fn row(
    directory: &Directory,
    data: &EventData,
    slug: &str,
    person: &Person,
    status: Cell,
) -> Vec<Cell> {
    let registration = data.registrations.get(&person.id);
    vec![
        Cell::from(slug),
        Cell::Tick,
        Cell::from(person.sort_name()),
        Cell::from(directory.organisation_then(person, registration)),
        status,
    ]
}

fn push_blank(table: &mut Table, slug: &str, blank: usize) {
    for _ in 0..blank {
        table.push(vec![Cell::from(slug), Cell::Tick]);
    }
}

/// What stands under a session's heading.
fn facts(
    record: &SessionRecord,
    event: &Event,
    people: &[(PersonId, SignupStatus)],
    language: Language,
) -> Vec<String> {
    let session = &record.session;
    let mut facts = vec![times::span(session, event, language)];
    facts.extend(session.room.clone());
    if let Some(capacity) = session.capacity {
        let places = usize::try_from(capacity).unwrap_or_default();
        facts.push(message!(sheets::places { count: places }).in_language(language));
    }
    let count = |status| people.iter().filter(|it| it.1 == status).count();
    facts.push(signed_up(count(SignupStatus::Confirmed), language));
    let waiting = count(SignupStatus::Waitlisted);
    if waiting > 0 {
        facts.push(message!(sheets::on_the_waiting_list { count: waiting }).in_language(language));
    }
    let mut lines = vec![facts.join(" · ")];
    if !session.people.is_empty() {
        let names: Vec<&str> = session.people.iter().map(|it| it.name.as_str()).collect();
        lines.push(message!(sheets::with { names }).in_language(language));
    }
    lines
}

fn signed_up(count: usize, language: Language) -> String {
    message!(sheets::signed_up { count }).in_language(language)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, Fixture, text};
    use super::*;
    use crate::model::EventId;

    const BAR: SessionId = SessionId(4);

    fn sheet(fixture: &Fixture, session: Option<SessionId>, blank: usize) -> Table {
        let event = fixture.event();
        sign_in(&fixture.read(), &event, session, blank, Language::En).unwrap()
    }

    #[test]
    fn a_sheet_has_parts_then_places_then_the_waiting_list_then_empty_lines() {
        assert_eq!(
            text(&sheet(&Fixture::planned(), None, 1)),
            "\
Sign-in list: Meeting herbst20
Thursday, 8 October 2020, 10:00–13:00 (CEST)
Place: Online
As of 8 October 2020

The keynote
10:00–11:00 · 6 signed up
with Prof. Wiebke Harms and Ohne Akte

Here  Name           Organisation          Status      Signature
───────────────────────────────────────────────────────────────────────────────
□     Harms, Wiebke  Universität Auental   speaker
□     Ohne Akte                            host
□     Äpfel, Carla   Ätherische Öle Süd    confirmed
□     Lang, Eva      Ätherische Öle Süd    confirmed
□     Müller, Anna   BioCluster Nord e.V.  confirmed
□     Noorg, David                         confirmed
□     Nord, Hanna    Öle Süd alt           confirmed
□     Zimmer, Bernd  BioCluster Nord e.V.  confirmed
□

The breakout-a
11:00–12:00 · A · 3 places · 3 signed up · 1 on the waiting list

Here  Name           Organisation          Status      Signature
───────────────────────────────────────────────────────────────────────────────
□     Äpfel, Carla   Ätherische Öle Süd    confirmed
□     Müller, Anna   BioCluster Nord e.V.  confirmed
□     Zimmer, Bernd  BioCluster Nord e.V.  confirmed
□     Noorg, David                         waitlisted
□

The breakout-b
11:00–12:00 · B · 0 signed up
with Hanna Nord

Here  Name           Organisation          Status      Signature
───────────────────────────────────────────────────────────────────────────────
□     Nord, Hanna    Öle Süd alt           moderator
□

The bar
12:00–12:30 · Bar · 1 signed up

Here  Name           Organisation          Status      Signature
───────────────────────────────────────────────────────────────────────────────
□     Zimmer, Bernd  BioCluster Nord e.V.  confirmed
□
"
        );
    }

    #[test]
    fn a_session_without_sign_ups_has_a_sheet_when_it_is_of_use() {
        let mut fixture = Fixture::planned();
        let titles = |table: Table| -> Vec<String> {
            table.groups().iter().map(|it| it.heading.clone()).collect()
        };
        let all = ["The keynote", "The breakout-a", "The breakout-b", "The bar"];
        assert_eq!(titles(sheet(&fixture, None, 0)), all);
        // Somebody withdrew from the keynote: nobody is expected there.
        fixture.change(|writer| {
            let anna = writer.registration(EventId(1), PersonId(1))?.unwrap();
            writer.add_signup(anna.id, SessionId(1), SignupStatus::Cancelled, None)?;
            Ok(())
        });
        assert_eq!(titles(sheet(&fixture, None, 0)), all[1..]);
        assert_eq!(titles(sheet(&fixture, None, 1)), all);
        assert_eq!(titles(sheet(&fixture, Some(SessionId(1)), 0)), all[..1]);
        assert_eq!(titles(sheet(&fixture, Some(BAR), 0)), all[3..]);
    }

    #[test]
    fn where_everybody_withdrew_there_are_lines_to_fill_in() {
        let mut fixture = Fixture::planned();
        fixture.change(|writer| {
            let event = fixture::add_event(writer, "herbst21", "2021-10-07", None)?;
            fixture::register(writer, event, 1, Some(1))?;
            fixture::withdraw(writer, event, 1)
        });
        let event = fixture.read().event(EventId(2)).unwrap().unwrap();
        let table = sign_in(&fixture.read(), &event, None, 2, Language::En).unwrap();
        assert_eq!(table.rows().len(), 2);
    }

    #[test]
    fn where_nobody_chose_sessions_everybody_signs_for_the_event() {
        let mut fixture = Fixture::planned();
        fixture.change(|writer| {
            let event = fixture::add_event(writer, "herbst21", "2021-10-07", None)?;
            fixture::register(writer, event, 2, Some(1))?;
            fixture::register(writer, event, 1, Some(1))?;
            Ok(())
        });
        let event = fixture.read().event(EventId(2)).unwrap().unwrap();
        let table = sign_in(&fixture.read(), &event, None, 0, Language::De).unwrap();
        assert_eq!(
            text(&table),
            "\
Unterschriftenliste: Meeting herbst21
Donnerstag, 7. Oktober 2021, 10:00–13:00 Uhr
Ort: Online
Stand: 8. Oktober 2020

Meeting herbst21
10:00–13:00 · 2 angemeldet

Here  Name           Organisation          Status     Signature
──────────────────────────────────────────────────────────────────────────────
□     Müller, Anna   BioCluster Nord e.V.  confirmed
□     Zimmer, Bernd  BioCluster Nord e.V.  confirmed
"
        );
    }

    #[test]
    fn who_has_a_part_is_counted_among_nobody_who_signed_up_as_in_the_sessions() {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| fixture::register(writer, EventId(1), 7, None).map(drop));
        let (reader, event) = (fixture.read(), fixture.event());
        let figures = super::super::sessions(&reader, &event, Language::En).unwrap();
        let signed_up = fixture::cell(&figures, &figures.rows()[0], "signed_up");
        let sheet = sheet(&fixture, Some(SessionId(1)), 0);
        let facts = &sheet.groups()[0].lines[0];
        assert!(
            facts.ends_with(&format!(" · {signed_up} signed up")),
            "{facts}"
        );
    }
}
