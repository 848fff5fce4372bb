//! What a public report must not reveal.

use super::tests::{bars, report, table};
use crate::model::{EventId, PersonId, RegistrationStatus, Ruling, SessionId, StaySource, Verdict};
use crate::output::Language;
use crate::report::fixture::{self, Fixture, text};
use crate::store::{NewOrganisation, NewRegistration, NewStay};

const EVENT: EventId = EventId(1);

/// The meeting with names that would leak easily: everybody and everything is named so that it is easy to find.
fn leaky() -> Fixture {
    let mut fixture = Fixture::meeting();
    fixture.change(|writer| {
        for number in 1..=9 {
            let mut person = writer.person(PersonId(number))?.unwrap();
            // Wiebke speaks, and Hanna moderates.
            if ![7, 9].contains(&number) {
                person.given_name = format!("Gname{number}");
                person.family_name = format!("Fname{number}");
                person.title = Some(format!("Tname{number}"));
            }
            writer.save_person(&person)?;
            writer.add_address(person.id, &format!("ename{number}@leak.example"))?;
            writer.add_person_alias(person.id, &format!("Aname{number}"))?;
        }
        for name in [
            "Praxis Gname1 Fname1",
            "Fname2 & Partner",
            "ename3@leak.example",
        ] {
            let organisation = NewOrganisation {
                name: name.to_owned(),
                region: Some("Nord".to_owned()),
                ..NewOrganisation::default()
            };
            let id = writer.add_organisation(&organisation)?;
            let person = PersonId(id.0 - 3);
            let mut registration = writer.registration(EVENT, person)?.unwrap();
            registration.organisation_id = Some(id);
            writer.save_registration(&registration)?;
        }
        let writes = NewRegistration {
            event_id: EVENT,
            person_id: PersonId(6),
            organisation_id: None,
            organisation_name: Some("Fname6 selbst".to_owned()),
            status: RegistrationStatus::Confirmed,
            requested_at: None,
            answers: vec![("Diet".to_owned(), "Fname6 eats all".to_owned())],
            scope: None,
            choices: None,
            read_from: None,
        };
        writer.add_registration(&writes)?;
        let file = "Gname1 Fname1's meeting.csv".to_owned();
        for (person, name) in [(Some(PersonId(2)), "Fname2s iPad"), (None, "Rname")] {
            writer.add_stay(&NewStay {
                person_id: person,
                recorded_name: Some(name.to_owned()),
                recorded_email: Some("rname@leak.example".to_owned()),
                joined_at: Some(fixture::at("2020-10-08", "11:00")),
                left_at: Some(fixture::at("2020-10-08", "11:40")),
                source: StaySource::File(file.clone()),
                ..fixture::stay_of(EVENT, SessionId(2), 2)
            })?;
        }
        writer.set_ruling(&Ruling {
            person_id: PersonId(3),
            session_id: SessionId(2),
            verdict: Verdict::Present,
            reason: "Fname3 said so".to_owned(),
        })?;
        let before = fixture::add_event(writer, "herbst19", "2019-10-10", None)?;
        for person in [1, 2, 5] {
            fixture::register(writer, before, person, Some(person.min(4)))?;
            fixture::add_stay(writer, before, None, Ok(person), Some(("10:00", "12:00")))?;
        }
        Ok(())
    });
    fixture
}

#[test]
fn for_the_public_nobody_is_named_but_whom_the_programme_names() {
    let fixture = leaky();
    let leaks = [
        "gname", "fname", "tname", "aname", "ename", "rname", "leak", "log.csv",
    ];
    for language in Language::ALL {
        // This contains every text of the document.
        let whole = format!("{:?}", report(&fixture, false, language)).to_lowercase();
        let public = format!("{:?}", report(&fixture, true, language)).to_lowercase();
        for leak in leaks {
            assert!(!public.contains(leak), "{leak}: {public}");
        }
        assert!(whole.contains("fname2") && whole.contains("log.csv"));
        for named in ["wiebke harms", "hanna nord", "ohne akte"] {
            assert!(public.contains(named), "{named}");
        }
    }
}

#[test]
fn for_the_public_organisations_have_no_numbers() {
    let document = report(&leaky(), true, Language::En);
    let organisations = table(&document, "organisations").unwrap();
    assert_eq!(
        text(organisations),
        "\
Organisation
───────────────────
Universität Auental

4 more organisations that were represented are not named here.
"
    );
    assert_eq!(table(&document, "no_shows"), None);
    assert_eq!(table(&document, "missing_organisations"), None);
    assert_eq!(
        bars(&document, "Organisations by region").unwrap(),
        [("Nord", 3, None), ("unknown", 2, None)]
    );
}
