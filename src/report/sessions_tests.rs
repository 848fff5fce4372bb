//! The figures of the fixture's sessions.

use super::super::fixture::{self, Fixture, csv, text};
use super::*;
use crate::model::{EventId, Rule};

fn table(fixture: &Fixture) -> Table {
    sessions(&fixture.read(), &fixture.event(), Language::En).unwrap()
}

#[test]
fn a_session_s_numbers_are_those_of_its_people() {
    // breakout-a: Anna, Bernd and Carla have places (present, no-show, partial), David waits, Eva withdrew (excused),
    // Finn walked in, Gerd was there briefly. Peak: Anna, Carla and Finn at 11:00; the mean of 45, 10, 60 and 5 minutes
    // is 30. Wiebke, who speaks, and Hanna, who moderates, are not counted. The keynote is for everybody: of six
    // registrations, only Anna's was used.
    assert_eq!(csv(&table(&Fixture::meeting())), "\
Session,Title,Cancelled,Kind,Start,Capacity,Signed up,Waiting,Here now,Present,Partial,No-show,Excused,Withdrew,Walk-ins and contributors,Walk-in,From waiting list,Speakers of other sessions,Excused or withdrew,Stayed briefly,Attended,Attended with a place,Rate,Peak,Average minutes,Average of,Unidentified,Rule,Speakers and hosts
keynote,The keynote,no,keynote,2020-10-08T10:00:00+02:00,,6,0,,1,0,5,0,0,0,0,0,0,0,0,1,1,0.1667,1,59,1,1,5min,2
breakout-a,The breakout-a,no,breakout,2020-10-08T11:00:00+02:00,3,3,1,,1,1,1,0,1,1,1,0,0,1,1,4,2,0.3333,3,30,4,1,50%,0
breakout-b,The breakout-b,no,breakout,2020-10-08T11:00:00+02:00,,0,0,,,,,0,0,,,,,0,,,,,,,,,50%,1
bar,The bar,no,networking,2020-10-08T12:00:00+02:00,,1,0,,0,0,0,1,0,1,1,0,0,1,0,1,0,0,1,10,1,0,any,0
");
}

#[test]
fn a_rule_that_is_longer_than_a_session_says_what_holds_there() {
    let rule = |minutes| {
        let mut fixture = Fixture::planned();
        fixture.change(|writer| {
            for mut session in writer.sessions(EventId(1))? {
                session.rule = Some(Rule::Minutes(minutes));
                writer.save_session(&session)?;
            }
            Ok(())
        });
        text(&table(&fixture))
    };
    // The bar takes 30 minutes.
    assert!(!rule(30).contains("throughout"));
    assert!(rule(31).contains("at least 31 minutes, or throughout where a session is shorter."));
}

#[test]
fn what_is_known_only_afterwards_is_empty_before() {
    assert_eq!(text(&table(&Fixture::planned())), "\
Sessions: Meeting herbst20
Thursday, 8 October 2020, 10:00–13:00 (CEST)
Place: Online
As of 8 October 2020

Title           Start  Capacity  Signed up  Waiting  Excused  Withdrew
──────────────────────────────────────────────────────────────────────
The keynote     10:00                    6        0        0         0
The breakout-a  11:00         3          3        1        0         1
The breakout-b  11:00                    0        0        0         0
The bar         12:00                    1        0        1         0

Anyone who met the minimum counts as present. In “The keynote”: at least 5 minutes. In “The bar”: any presence counts. In all other sessions: at least 50% of the session.
");
}

#[test]
fn the_registration_is_the_sign_up_for_what_is_for_everybody() {
    let mut fixture = Fixture::meeting();
    fixture.change(|writer| {
        // The speaker registered, which does not count; Bernd excused himself; Carla withdrew from the event, and David
        // did too but came all the same.
        fixture::register(writer, EventId(1), 7, None)?;
        writer.excuse(PersonId(2), SessionId(1))?;
        fixture::withdraw(writer, EventId(1), 3)?;
        fixture::withdraw(writer, EventId(1), 4)?;
        fixture::add_stay(writer, EventId(1), Some(1), Ok(4), Some(("10:00", "11:00")))
    });
    // Signed up: Anna, Bernd, Eva, Hanna. Present: Anna. No-show: Eva, Hanna. Walk-in: David. Excused: Bernd
    // and Carla.
    let shown = csv(&table(&fixture));
    assert!(
        shown.contains(",,4,0,,1,0,2,1,1,1,1,0,0,2,0,2,1,0.25,2,60,2,1,5min,2\n"),
        "{shown}"
    );
}

#[test]
fn one_sign_up_and_a_keynote_is_for_those_who_signed_up() {
    let mut fixture = Fixture::meeting();
    fixture.change(|writer| {
        let anna = writer.registration(EventId(1), PersonId(1))?.unwrap();
        writer.add_signup(anna.id, SessionId(1), SignupStatus::Cancelled, None, None)?;
        Ok(())
    });
    // Anna withdrew and came; nobody else is absent.
    let shown = csv(&table(&fixture));
    assert!(
        shown.contains("+02:00,,0,0,,0,0,0,0,0,1,1,0,0,0,0,1,0,,1,59,1,1,5min,2\n"),
        "{shown}"
    );
}

#[test]
fn lengths_without_times_have_a_mean_and_no_peak() {
    let mut fixture = Fixture::meeting();
    fixture.change(|writer| {
        for (person, minutes) in [(1, 40), (2, 20)] {
            writer.add_stay(&crate::store::NewStay {
                seconds: Some(minutes * 60),
                ..fixture::stay_of(EventId(1), SessionId(3), person)
            })?;
        }
        Ok(())
    });
    // Of the two who came, one was there for less than half the time.
    let breakout_b = |fixture: &Fixture| {
        let shown = csv(&table(fixture));
        let line = shown.lines().find(|line| line.starts_with("breakout-b,"));
        line.unwrap().to_owned()
    };
    let shown = breakout_b(&fixture);
    assert!(
        shown.ends_with(",0,0,,0,0,0,0,0,1,1,0,0,0,1,2,0,,,30,2,0,50%,1"),
        "{shown}"
    );
    // The times of only one are known, so the overall peak is unknown.
    fixture.change(|writer| {
        fixture::add_stay(writer, EventId(1), Some(3), Ok(4), Some(("11:00", "12:00")))
    });
    let shown = breakout_b(&fixture);
    assert!(
        shown.ends_with(",0,0,,0,0,0,0,0,2,2,0,0,0,1,3,0,,,40,3,0,50%,1"),
        "{shown}"
    );
}

#[test]
fn the_mean_is_rounded_once() {
    // 29 and 31 seconds: half a minute on average, which rounds to 1; rounded individually, 0 and 1.
    assert_eq!(mean(29 + 31, 2), Some(1));
    assert_eq!(mean(0, 0), None);
}
