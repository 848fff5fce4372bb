//! The numbers of the document agree with those of the reports, whatever was recorded.

use proptest::prelude::*;

use super::tests::{fact, figure, report, table};
use crate::model::{PersonId, RegistrationStatus};
use crate::output::{Language, Table};
use crate::report::event_data::EventData;
use crate::report::fixture::{self, Fixture, cell, count};
use crate::report::laws::{EVENT, meeting, write};
use crate::report::{
    AttendanceOptions, Of, attendance, curve, history, no_shows, notes, organisations, sessions,
};
use crate::store::{NewOrganisation, StoreError, Writer};

const ENGLISH: Language = Language::En;

fn sum(table: &Table, key: &str) -> usize {
    let rows = table.rows().iter();
    rows.map(|row| cell(table, row, key).parse().unwrap_or(0))
        .sum()
}

/// Returns the number at the beginning of the first sentence that contains this text.
fn number_of(sentences: &[String], said: &str) -> usize {
    let sentence = sentences.iter().find(|it| it.contains(said));
    sentence.map_or(0, |it| it.split(' ').next().unwrap().parse().unwrap())
}

/// Gives most people an organisation.
fn join(writer: &Writer<'_>) -> Result<(), StoreError> {
    for (number, people) in [(1, [1, 2]), (2, [3, 4])] {
        let organisation = writer.add_organisation(&NewOrganisation {
            name: format!("Organisation {number}"),
            ..NewOrganisation::default()
        })?;
        for person in people {
            let mut person = writer.person(PersonId(person))?.unwrap();
            person.organisation_id = Some(organisation);
            writer.save_person(&person)?;
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn its_numbers_are_those_of_the_reports(meeting in meeting()) {
        let mut fixture = Fixture::empty();
        fixture.change(|writer| {
            write(writer, &meeting)?;
            join(writer)
        });
        let (reader, event) = (fixture.read(), fixture.event());
        let document = report(&fixture, false, ENGLISH);
        prop_assert_eq!(&document, &report(&fixture, false, ENGLISH));
        let mut options = AttendanceOptions::default();
        let list = attendance(&reader, &event, &options).unwrap();
        options.by_person = true;
        let people = attendance(&reader, &event, &options).unwrap();
        let verdicts = |words: &[&str]| words.iter().map(|it| count(&people, &[("verdict", it)])).sum::<usize>();

        // Who registered, who came, and the outcome for everybody.
        let registrations = reader.registrations(EVENT).unwrap();
        let stands = registrations.iter().filter(|it| it.registration.status == RegistrationStatus::Confirmed).count();
        prop_assert_eq!(figure(&document, "registered"), Some(stands.to_string()));
        let is_known = figure(&document, "came").is_some();
        let data = EventData::load(reader, &event).unwrap();
        prop_assert_eq!(is_known, data.recording.is_known());
        if is_known {
            let came = verdicts(&["present", "partial", "walk-in", "brief"]);
            prop_assert_eq!(figure(&document, "came"), Some(came.to_string()));
            for (key, word) in [
                ("present", "present"), ("partial", "partial"), ("brief", "brief"),
                ("excused", "excused"), ("no_show", "no-show"),
            ] {
                prop_assert_eq!(fact(&document, key), Some(verdicts(&[word]).to_string()));
            }
        }

        // The sessions.
        let figures = sessions(&reader, &event, ENGLISH).unwrap();
        let programme = table(&document, "programme").unwrap();
        prop_assert_eq!(programme.rows().len(), figures.rows().len());
        for (row, of_report) in programme.rows().iter().zip(figures.rows()) {
            for key in ["session", "title", "kind", "signed_up", "came", "rate", "peak", "average_minutes"] {
                prop_assert_eq!(cell(programme, row, key), cell(&figures, of_report, key));
            }
            let session = cell(&figures, of_report, "session");
            let verdict = |word| count(&list, &[("session", &session), ("part", ""), ("verdict", word)]);
            let came: usize = ["present", "partial", "walk-in", "brief"].into_iter().map(verdict).sum();
            let shown = cell(programme, row, "came");
            // Sessions with nothing but verdicts by hand do not count as recorded.
            let record = data.recording.sessions.iter().find(|it| it.session.slug == session);
            let is_recorded = record.is_some_and(|it| it.is_recorded);
            prop_assert_eq!(shown, if is_recorded { came.to_string() } else { String::new() });
        }

        // The organisations.
        let of_report = organisations(&reader, &event, ENGLISH).unwrap();
        let represented = of_report.rows().iter().filter(|row| cell(&of_report, row, "represented") == "Boolean(true)");
        let represented = represented.count();
        if let Some(own) = table(&document, "organisations") {
            prop_assert_eq!(own.rows().len(), of_report.rows().len());
            for key in ["signed_up", "present"] {
                prop_assert_eq!(sum(own, key), sum(&of_report, key));
            }
            if is_known {
                prop_assert_eq!(figure(&document, "organisations_represented"), Some(represented.to_string()));
            }
        }

        // Who did not come, and uncertainties in the logs.
        let missing = no_shows(&reader, &event, None, ENGLISH).unwrap();
        prop_assert_eq!(table(&document, "no_shows").map_or(0, |it| sum(it, "no_shows")), missing.rows().len());
        let said = notes::sentences(&data.recording, ENGLISH);
        let said: Vec<String> = said.into_iter().map(|it| it.said).collect();
        let unidentified = number_of(&said, "matched to a person: the figures");
        prop_assert_eq!(super::how_counted::unidentified(&data.recording), unidentified);
        let own: Vec<String> = super::tests::sentences(&document);
        prop_assert_eq!(number_of(&own, "could not be matched"), unidentified);
        prop_assert_eq!(number_of(&own, "by hand"), number_of(&said, "by hand"));
        let picture = curve(&reader, &event, None, ENGLISH).unwrap().chart;
        prop_assert_eq!(super::tests::chart(&document), picture.as_ref());
    }

    /// Who is new, returning or missing agrees with `history` for the last event.
    #[test]
    fn it_compares_as_the_history_does(
        events in prop::collection::vec(prop::collection::vec(prop::bool::ANY, 6), 2..5),
        affiliations in prop::collection::vec(prop::option::of(1_i64..4), 6),
    ) {
        let mut fixture = Fixture::empty();
        fixture.change(|writer| {
            for number in 1..4 {
                writer.add_organisation(&NewOrganisation {
                    name: format!("Organisation {number}"),
                    ..NewOrganisation::default()
                })?;
            }
            for affiliation in &affiliations {
                fixture::add_person(writer, ("Anna", "Gleich"), *affiliation)?;
            }
            // The reported event was created first and began last.
            let days = ["2020-10-08", "2017-01-01", "2018-01-01", "2019-01-01"];
            for (number, (present, day)) in events.iter().zip(days).enumerate() {
                let event = fixture::add_event(writer, &format!("e{number}"), day, None)?;
                // Somebody unknown, so that every event is recorded.
                fixture::add_stay(writer, event, None, Err("Gast"), Some(("10:00", "12:00")))?;
                for (person, _) in (1..).zip(present).filter(|(_, is_present)| **is_present) {
                    fixture::add_stay(writer, event, None, Ok(person), Some(("10:00", "12:00")))?;
                }
            }
            Ok(())
        });
        let document = report(&fixture, false, ENGLISH);
        for (of, new, returning, missing) in [
            (Of::People, "people_new", "people_returning", "people_missing"),
            (Of::Organisations, "organisations_new", "organisations_returning", "organisations_missing"),
        ] {
            let history = history(&fixture.read(), ENGLISH, of).unwrap();
            let trend = |word| count(&history, &[("trend", word)]);
            prop_assert_eq!(figure(&document, new), Some(trend("new").to_string()));
            let again = trend("returning") + trend("regular");
            prop_assert_eq!(figure(&document, returning), Some(again.to_string()));
            prop_assert_eq!(figure(&document, missing), Some(trend("lapsed").to_string()));
        }
        let earlier = table(&document, "earlier_events").unwrap();
        prop_assert_eq!(earlier.rows().len(), events.len() - 1);
        for (row, then) in earlier.rows().iter().zip(&events[1..]) {
            let again = then.iter().zip(&events[0]).filter(|(then, now)| **then && **now);
            prop_assert_eq!(cell(earlier, row, "people_again"), again.count().to_string());
            let people = then.iter().filter(|it| **it).count();
            prop_assert_eq!(cell(earlier, row, "people"), people.to_string());
        }
    }
}
