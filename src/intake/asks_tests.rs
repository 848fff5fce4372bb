//! Queries to the file per row of a form: none for anything that could be loaded in advance.

use std::fmt::Write as _;

use super::{Request, import};
use crate::import::Source;
use crate::model::Instant;
use crate::store::{Store, asked};

const PROGRAMME: &str = "kind,slug,title,start,end,timezone\n\
    event,day,Cluster day,2025-03-03 09:00,2025-03-03 18:00,Europe/Berlin\n\
    breakout,lab,Robotics lab,2025-03-03 09:00,2025-03-03 12:00,Europe/Berlin\n\
    breakout,bio,Biology,2025-03-03 13:00,2025-03-03 14:30,Europe/Berlin\n";

/// Returns a form with every field, from this many different people of ten organisations.
fn form(people: usize) -> String {
    let mut text = "Timestamp;Title;First name;Last name;Email;Phone;Role;Organisation;Country;Region;Language;\
                    Session;Status;Vegetarian?\n"
        .to_owned();
    for number in 0..people {
        // Dissimilar names: similar ones would lead to a question, which is not the usual case.
        let name = |mut number: usize| {
            const SYLLABLES: [&str; 11] = [
                "ba", "keil", "lor", "mund", "nau", "resch", "sti", "tov", "wyk", "zing", "fje",
            ];
            let mut name = String::new();
            for _ in 0..3 {
                name += SYLLABLES[number % 11];
                number /= 11;
            }
            name
        };
        let (given, family) = (name(number * 97 + 5), name(number * 53 + 7));
        let region = number % 10;
        writeln!(
            text,
            "2025-02-01 10:{:02}:{:02};Dr.;{given};{family};k{number}@company{number}.example;+49 30 {number};\
             manager;Cluster {region};DE;Region {region};de;Robotics lab;confirmed;yes",
            number / 60 % 60,
            number % 60,
        )
        .unwrap();
    }
    text
}

/// Counts the queries to the file while a form is imported.
fn asks(people: usize) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("rollcall.db")).unwrap();
    let now: Instant = "2025-02-20T09:00:00Z".parse().unwrap();
    let request = Request::new(chrono_tz::Europe::Berlin);
    let mut take = |name: &str, text: &str| {
        let source = Source::from_reader(name, text.as_bytes()).unwrap();
        import(&mut store, &[source], &request, now, |_| {}).unwrap()
    };
    take("programme.csv", PROGRAMME);
    let before = asked();
    let changed = take("form.csv", &form(people));
    let outcome = &changed.value[0];
    assert_eq!(
        (outcome.created, outcome.rejected),
        (people, 0),
        "{:?}",
        outcome.problems
    );
    asked() - before
}

#[test]
fn a_row_asks_the_file_for_nothing_that_could_be_loaded_before() {
    let (few, many) = (asks(100), asks(400));
    // The places of a session are only queried once, whoever chose it.
    assert!(many <= few + 5, "{few} times for 100 rows, {many} for 400");
}
