//! Pairs of names, one signed up and one shown in a log: what a careful reader is sure of is taken or
//! asked, and nobody is taken for another person.
//!
//! `fixtures/identity/name_pairs.csv` says of each pair whether a reader is sure (`S`), holds it for
//! likely (`L`), or knows it for two people (`D`).

use rollcall::identity::{
    Attendee, Directory, Entry, KeyedName, Match, OrganisationDirectory, PersonName,
    read_display_name,
};
use rollcall::model::PersonId;

const PAIRS: &str = include_str!("../fixtures/identity/name_pairs.csv");

/// Whoever is sought.
const SOUGHT: PersonId = PersonId(1);
/// Parts of names of those who are in the event as well.
const OTHERS: [(&str, &str); 12] = [
    ("Renate", "Brinkmann"),
    ("Oskar", "Lindqvist"),
    ("Ilka", "Thalheim"),
    ("Ruben", "Castellano"),
    ("Edda", "Wolters"),
    ("Tilman", "Oberhauser"),
    ("Noor", "Abbink"),
    ("Gregor", "Pfleiderer"),
    ("Svenja", "Quandt"),
    ("Lionel", "Marchais"),
    ("Bettina", "Kroll"),
    ("Ottokar", "Zandt"),
];

/// A line of the file.
struct Pair {
    language: String,
    given: String,
    family: String,
    shown: String,
    label: char,
}

/// What the engine makes of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Taken,
    First,
    Among,
    Lost,
    /// Somebody else is taken.
    Wrong,
}

fn pairs(text: &str) -> Vec<Pair> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(text.as_bytes());
    reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            Pair {
                language: record[0].to_owned(),
                given: record[1].to_owned(),
                family: record[2].to_owned(),
                shown: record[3].to_owned(),
                label: record[4].chars().next().unwrap(),
            }
        })
        .collect()
}

/// The person sought and twelve others; four share a part of the name, four its first letters.
fn roster(pair: &Pair) -> Directory {
    let beginning = |text: &str| -> String { text.chars().take(3).collect() };
    let mut directory = Directory::default();
    let mut sign_up = |id: i64, given: &str, family: &str| {
        let name = PersonName::from_parts(None, given, family);
        directory.insert(Entry {
            id: PersonId(id),
            name: KeyedName::from(&name),
            addresses: vec![format!("person{id}@company{id}.example.org")],
            aliases: Vec::new(),
            organisation: None,
            in_event: true,
        });
    };
    sign_up(SOUGHT.0, &pair.given, &pair.family);
    for (id, (given, family)) in (2..).zip(OTHERS) {
        match id {
            2 | 3 => sign_up(id, given, &pair.family),
            4 | 5 => sign_up(id, &pair.given, family),
            6 | 7 => sign_up(id, given, &format!("{}ora", beginning(&pair.family))),
            8 | 9 => sign_up(id, &format!("{}ux", beginning(&pair.given)), family),
            _ => sign_up(id, given, family),
        }
    }
    directory
}

fn ask(pair: &Pair) -> Answer {
    let directory = roster(pair);
    let organisations = OrganisationDirectory::default();
    let display = read_display_name(&pair.shown, &|_| false);
    let found = directory.find_attendee(&Attendee {
        organisation: display.organisation(&organisations).as_ref(),
        display: &display,
        written: &pair.shown,
        address: None,
    });
    match found {
        Match::Certain { id: SOUGHT, .. } => Answer::Taken,
        Match::Certain { .. } => Answer::Wrong,
        Match::Doubtful { candidates } => {
            match candidates
                .iter()
                .position(|candidate| candidate.id == SOUGHT)
            {
                Some(0) => Answer::First,
                Some(_) => Answer::Among,
                None => Answer::Lost,
            }
        }
        Match::Unknown => Answer::Lost,
    }
}

/// The pairs of a label that are not answered as wanted, and how many there are of it.
fn missed(label: char, wanted: &[Answer]) -> (Vec<String>, usize) {
    let pairs = pairs(PAIRS);
    let of_label: Vec<&Pair> = pairs.iter().filter(|pair| pair.label == label).collect();
    let missed = of_label
        .iter()
        .map(|pair| (pair, ask(pair)))
        .filter(|(_, answer)| !wanted.contains(answer))
        .map(|(pair, answer)| {
            let Pair {
                language,
                given,
                family,
                shown,
                ..
            } = pair;
            format!("{language}: {given} {family} / {shown}: {answer:?}")
        })
        .collect();
    (missed, of_label.len())
}

#[test]
fn who_is_surely_meant_is_taken() {
    let (missed, all) = missed('S', &[Answer::Taken]);
    assert!(missed.len() * 10 <= all, "of {all}: {missed:#?}");
}

#[test]
fn who_is_likely_meant_is_among_the_candidates() {
    let (missed, all) = missed('L', &[Answer::Taken, Answer::First, Answer::Among]);
    assert!(missed.len() * 20 <= all, "of {all}: {missed:#?}");
}

#[test]
fn another_person_is_never_taken() {
    use Answer::{Among, First, Lost};
    let (missed, all) = missed('D', &[First, Among, Lost]);
    assert!(missed.is_empty(), "of {all}: {missed:#?}");
}
