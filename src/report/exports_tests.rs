//! The complete exports of the fixture's meeting.

use super::super::fixture::{Fixture, csv};
use super::*;
use crate::model::{Ruling, Verdict};
use crate::store::NewStay;

const ENGLISH: Language = Language::En;

#[test]
fn organisations_and_people_stand_by_number() {
    let fixture = Fixture::meeting();
    let table = organisations(&fixture.read(), None, ENGLISH).unwrap();
    assert_eq!(
        csv(&table),
        "\
id,name,short_name,kind,country,region,website,aliases
1,BioCluster Nord e.V.,,,,,,
2,Ätherische Öle Süd,,,,,,
3,Universität Auental,,,,,,
"
    );
    let table = people(&fixture.read(), None, ENGLISH).unwrap();
    assert_eq!(
        csv(&table),
        "\
id,title,given_name,family_name,email,other_emails,phone,role,organisation,language,aliases
1,Dr.,Anna,Müller,anna@nord.example,mueller@nord.example,,,BioCluster Nord e.V.,,Anni M.
2,,Bernd,Zimmer,bernd@nord.example,,,,BioCluster Nord e.V.,,
3,,Carla,Äpfel,,,,,Ätherische Öle Süd,,
4,,David,Noorg,,,,,,,
5,,Eva,Lang,,,,,Ätherische Öle Süd,,
6,,Finn,Walk,,,,,BioCluster Nord e.V.,,
7,,Wiebke,Harms,,,,,Universität Auental,,
8,,Gerd,Kurz,,,,,,,
9,,Hanna,Nord,,,,,BioCluster Nord e.V.,,
"
    );
}

#[test]
fn the_programme_begins_with_the_event() {
    let table = programme(&Fixture::meeting().read(), None, ENGLISH).unwrap();
    assert_eq!(csv(&table), "\
event,slug,title,kind,start,end,capacity,drop_in,room,speakers,timezone,place,rule,organiser,organiser_address,organiser_contact,project_title,funding_reference,funder,signatory,logos,is_cancelled
herbst20,,Meeting herbst20,event,2020-10-08T10:00:00+02:00,2020-10-08T13:00:00+02:00,,,,,Europe/Berlin,Online,,,,,,,,,,
herbst20,keynote,The keynote,keynote,2020-10-08T10:00:00+02:00,2020-10-08T11:00:00+02:00,,no,,Prof. Wiebke Harms; Ohne Akte (host),,,,,,,,,,,,
herbst20,breakout-a,The breakout-a,breakout,2020-10-08T11:00:00+02:00,2020-10-08T12:00:00+02:00,3,no,A,,,,50%,,,,,,,,,
herbst20,breakout-b,The breakout-b,breakout,2020-10-08T11:00:00+02:00,2020-10-08T12:00:00+02:00,,no,B,Hanna Nord (moderator),,,50%,,,,,,,,,
herbst20,bar,The bar,networking,2020-10-08T12:00:00+02:00,2020-10-08T12:30:00+02:00,,yes,Bar,,,,any,,,,,,,,,
");
}

#[test]
fn signups_keep_registrations_and_answers() {
    // Hanna's registration is newer than her sign-up; her form has a question named like a column.
    let mut fixture = Fixture::meeting();
    fixture.change(|writer| {
        let event = crate::model::EventId(1);
        let mut eva = writer.registration(event, PersonId(5))?.unwrap();
        eva.status = RegistrationStatus::Cancelled;
        writer.save_registration(&eva)?;
        super::super::fixture::register(writer, event, 8, None)?;
        Ok(())
    });
    let table = signups(&fixture.read(), None, ENGLISH).unwrap();
    assert_eq!(csv(&table), "\
event,session,person_id,title,given_name,family_name,email,organisation,status,requested_at,Diet,status (2)
herbst20,breakout-a,1,Dr.,Anna,Müller,anna@nord.example,BioCluster Nord e.V.,confirmed,2020-09-01T09:00:00+02:00,,
herbst20,breakout-a,2,,Bernd,Zimmer,bernd@nord.example,BioCluster Nord e.V.,confirmed,2020-09-01T09:00:00+02:00,,
herbst20,bar,2,,Bernd,Zimmer,bernd@nord.example,BioCluster Nord e.V.,confirmed,2020-09-01T09:00:00+02:00,,
herbst20,breakout-a,3,,Carla,Äpfel,,Ätherische Öle Süd,confirmed,2020-09-01T09:00:00+02:00,,
herbst20,breakout-a,4,,David,Noorg,,,waitlisted,2020-09-01T09:00:00+02:00,,
herbst20,breakout-a,5,,Eva,Lang,,Ätherische Öle Süd,cancelled,2020-09-01T09:00:00+02:00,,
herbst20,,5,,Eva,Lang,,Ätherische Öle Süd,cancelled,2020-09-01T09:00:00+02:00,,
herbst20,breakout-b,9,,Hanna,Nord,,Öle Süd alt,confirmed,2020-09-01T09:00:00+02:00,vegan,=1+1
herbst20,,9,,Hanna,Nord,,Öle Süd alt,confirmed,2020-09-02T09:00:00+02:00,vegan,=1+1
herbst20,,8,,Gerd,Kurz,,,confirmed,2020-09-01T09:00:00+02:00,,
");
}

#[test]
fn attendance_is_every_stay_every_excuse_and_every_verdict_by_hand() {
    let mut fixture = Fixture::meeting();
    fixture.change(|writer| {
        let event = crate::model::EventId(1);
        for (person, seconds, meets) in [(Some(4), 1234, None), (None, 1200, Some(false))] {
            let stay = writer.add_stay(&NewStay {
                person_id: person.map(PersonId),
                seconds: Some(seconds),
                meets,
                ..super::super::fixture::stay_of(event, SessionId(3), 1)
            })?;
            writer.set_nobody(stay, person.is_none())?;
        }
        writer.set_ruling(&Ruling {
            person_id: PersonId(2),
            session_id: SessionId(3),
            verdict: Verdict::WalkIn,
            reason: "Shared a screen".to_owned(),
        })?;
        Ok(())
    });
    let table = attendance(&fixture.read(), None, ENGLISH).unwrap();
    assert_eq!(csv(&table), "\
event,session,person_id,given_name,family_name,email,organisation,recorded_name,recorded_email,joined_at,left_at,source,seconds,meets,nobody,verdict,reason
herbst20,,1,Anna,Müller,anna@nord.example,BioCluster Nord e.V.,,,2020-10-08T09:55:00+02:00,2020-10-08T10:40:00+02:00,log.csv,,,no,,
herbst20,,1,Anna,Müller,anna@nord.example,BioCluster Nord e.V.,,,2020-10-08T10:30:00+02:00,2020-10-08T10:59:00+02:00,log.csv,,,no,,
herbst20,,7,Wiebke,Harms,,Universität Auental,,,2020-10-08T10:00:00+02:00,2020-10-08T11:00:00+02:00,log.csv,,,no,,
herbst20,,,,,,,iPhone,,2020-10-08T10:05:00+02:00,2020-10-08T10:20:00+02:00,log.csv,,,no,,
herbst20,breakout-a,1,Anna,Müller,anna@nord.example,BioCluster Nord e.V.,,,2020-10-08T11:00:00+02:00,2020-10-08T11:45:00+02:00,log.csv,,,no,,
herbst20,breakout-a,3,Carla,Äpfel,,Ätherische Öle Süd,,,2020-10-08T11:00:00+02:00,2020-10-08T11:10:00+02:00,log.csv,,,no,,
herbst20,breakout-a,6,Finn,Walk,,BioCluster Nord e.V.,,,2020-10-08T11:00:00+02:00,2020-10-08T12:00:00+02:00,log.csv,,,no,,
herbst20,breakout-a,8,Gerd,Kurz,,,,,2020-10-08T11:50:00+02:00,2020-10-08T11:55:00+02:00,log.csv,,,no,,
herbst20,breakout-a,,,,,,Gast,,2020-10-08T11:00:00+02:00,2020-10-08T11:30:00+02:00,log.csv,,,no,,
herbst20,bar,1,Anna,Müller,anna@nord.example,BioCluster Nord e.V.,,,2020-10-08T12:00:00+02:00,2020-10-08T12:10:00+02:00,log.csv,,,no,,
herbst20,breakout-b,4,David,Noorg,,,,,,,door,1234,,no,,
herbst20,breakout-b,,,,,,,,,,door,1200,no,yes,,
herbst20,bar,2,Bernd,Zimmer,bernd@nord.example,BioCluster Nord e.V.,,,,,excused,,,,,
herbst20,breakout-b,2,Bernd,Zimmer,bernd@nord.example,BioCluster Nord e.V.,,,,,ruling,,,,walk-in,Shared a screen
");
}

#[test]
fn keys_are_the_contract_and_headings_speak_german() {
    let table = people(&Fixture::empty().read(), None, Language::De).unwrap();
    let keys: Vec<&str> = table.columns().iter().map(|it| &*it.key).collect();
    let expected: Vec<&str> = headings::PEOPLE.iter().map(|it| it.key()).collect();
    assert_eq!(keys, expected);
    let heading = &table.columns()[2].heading;
    assert_eq!(
        [Language::En, Language::De].map(|language| heading.in_language(language)),
        ["given_name", "Vorname"]
    );
}
