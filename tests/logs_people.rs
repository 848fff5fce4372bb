//! Whose the stays of a log are: what is certain, what is asked, and that an answer is remembered, for all
//! stays it is about and for the next log.

use serde_json::Value;

use crate::logs::{Minutes, minutes};
use crate::support::{NOW, World, zoom_minutes};
use rollcall::intake::{self, Answer, IntakeError};
use rollcall::model::{ReviewId, time};
use rollcall::store::Store;

/// A plenum and, after it, a round of questions: two rooms, two logs.
const PROGRAMME: &str = "\
event,slug,title,kind,start,end,timezone
herbst,,Herbsttreffen,event,2020-10-08T10:00:00+02:00,2020-10-08T14:00:00+02:00,Europe/Berlin
herbst,plenum,Plenum,plenary,2020-10-08T10:00:00+02:00,2020-10-08T12:00:00+02:00,
herbst,runde,Fragerunde,breakout,2020-10-08T13:00:00+02:00,2020-10-08T14:00:00+02:00,
";

const ANNA: &str = "1";
const THOMAS_OF_AUTO: &str = "5";
const THOMAS_OF_ENERGIE: &str = "6";
const KARIN: &str = "7";

/// The meeting with those who signed up, as in `fixtures/logs`.
fn world() -> World {
    let world = World::with_file();
    world.write("programme.csv", PROGRAMME);
    world.fixture("logs/signups.csv");
    for name in ["programme.csv", "signups.csv"] {
        world.run(&["import", name]).success();
    }
    world
}

/// Imports a Zoom report of rows `name, address, from, to`, and returns its exit code.
fn import(world: &World, file: &str, rows: &[(&str, &str, &str, &str)]) -> i32 {
    let mut log =
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n".to_owned();
    for (name, address, from, to) in rows {
        log.push_str(&format!(
            "\"{name}\",{address},10/08/2020 {from},10/08/2020 {to},{}\n",
            zoom_minutes(from, to)
        ));
    }
    world.write(file, log);
    world.run(&["import", file]).code
}

fn were(world: &World) -> Minutes {
    let report = world.line("report attendance --format json");
    minutes(&report.success())
}

/// Who was where for how long.
fn those(expected: &[(&str, &str, &[i64])]) -> Minutes {
    expected
        .iter()
        .map(|(session, who, minutes)| {
            let key = ((*session).to_owned(), (*who).to_owned());
            (key, minutes.iter().copied().map(Some).collect())
        })
        .collect()
}

/// The open questions: number, name as written, and the numbers of those suggested.
fn questions(world: &World) -> Vec<(String, String, Vec<i64>)> {
    let shown = world.line("review --format json").success();
    let rows: Vec<Value> = serde_json::from_str(&shown).unwrap();
    rows.iter()
        .map(|row| {
            let candidates = row["candidates"].as_array().unwrap().iter();
            (
                row["id"].to_string(),
                row["name"].as_str().unwrap_or_default().to_owned(),
                candidates
                    .map(|candidate| candidate["person_id"].as_i64().unwrap())
                    .collect(),
            )
        })
        .collect()
}

/// Answers that a stay was nobody's.
fn nobody(world: &World, number: &str) {
    let mut store = Store::open(&world.path().join("rollcall.db")).unwrap();
    let id = ReviewId(number.parse().unwrap());
    let now = time::from_text(NOW).unwrap();
    let answered: Result<_, IntakeError> = store.change("review", now, false, |writer| {
        intake::answer(writer, now, id, &Answer::Nobody)
            .map(|outcomes| (outcomes, rollcall::catalogue::Message::verbatim("")))
    });
    assert!(answered.unwrap().operation.is_some());
}

#[test]
fn two_of_one_name_are_never_mixed() {
    let world = world();
    let code = import(
        &world,
        "log.csv",
        &[
            // By their own addresses.
            (
                "Thomas Müller",
                "t.mueller@auto-mitte.example.org",
                "10:00:00 AM",
                "10:20:00 AM",
            ),
            (
                "Müller, Thomas",
                "thomas.mueller@energie-nord.example.org",
                "10:00:00 AM",
                "10:30:00 AM",
            ),
            // By the organisation beside the name.
            (
                "Thomas Müller - Energie Nord",
                "",
                "11:00:00 AM",
                "11:05:00 AM",
            ),
            (
                "Thomas Müller (Auto Mitte)",
                "",
                "11:00:00 AM",
                "11:10:00 AM",
            ),
            // By nothing.
            ("Thomas Müller", "", "11:30:00 AM", "11:50:00 AM"),
            (
                "Thomas Müller",
                "tm@privat.example.com",
                "11:30:00 AM",
                "11:40:00 AM",
            ),
            // By the other's organisation.
            (
                "Thomas Müller",
                "thomas.mueller@energie-nord.example.org",
                "11:58:00 AM",
                "12:00:00 PM",
            ),
        ],
    );
    assert_eq!(code, 3);
    // 20 + 10, and 30 + 5 + 2.
    let expected = those(&[
        ("plenum", THOMAS_OF_AUTO, &[30]),
        ("plenum", THOMAS_OF_ENERGIE, &[37]),
        ("plenum", "Thomas Müller", &[10, 20]),
    ]);
    assert_eq!(were(&world), expected);
    let asked = questions(&world);
    assert_eq!(asked.len(), 2, "{asked:?}");
    for (_, name, candidates) in &asked {
        assert_eq!(name, "Thomas Müller");
        let mut candidates = candidates.clone();
        candidates.sort_unstable();
        assert_eq!(candidates, [5, 6]);
    }
    // An answer about one of them says nothing about the other row, and nothing about the next log.
    world
        .run(&[
            "review",
            &asked[0].0,
            "person",
            "t.mueller@auto-mitte.example.org",
        ])
        .success();
    assert_eq!(questions(&world).len(), 1);
    import(
        &world,
        "runde.csv",
        &[(
            "Thomas Müller",
            "tm@privat.example.com",
            "01:00:00 PM",
            "01:30:00 PM",
        )],
    );
    let were = were(&world);
    assert_eq!(
        were[&("plenum".to_owned(), THOMAS_OF_ENERGIE.to_owned())],
        [Some(37)]
    );
    assert!(!were.contains_key(&("runde".to_owned(), THOMAS_OF_ENERGIE.to_owned())));
}

#[test]
fn the_device_of_somebody_is_asked_once() {
    let world = world();
    let code = import(
        &world,
        "plenum.csv",
        &[("iPad von Karin", "", "10:02:14 AM", "11:15:00 AM")],
    );
    assert_eq!(code, 3);
    assert_eq!(were(&world), those(&[("plenum", "iPad von Karin", &[73])]));
    let asked = questions(&world);
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].2, [7], "Karin Holm is suggested");
    world
        .run(&["review", &asked[0].0, "person", "Karin Holm"])
        .success();
    assert_eq!(were(&world), those(&[("plenum", KARIN, &[73])]));
    // The next room, under the same name: hers at once.
    let code = import(
        &world,
        "runde.csv",
        &[("iPad von Karin", "", "01:10:00 PM", "01:40:00 PM")],
    );
    assert_eq!(code, 0);
    assert_eq!(
        were(&world),
        those(&[("plenum", KARIN, &[73]), ("runde", KARIN, &[30])])
    );
    assert!(questions(&world).is_empty());
}

/// A guest who never signed up, thrown out twice: 10:00–10:20, 10:25–11:00, 11:05–12:00 are 110 minutes.
const REJOINS: &[(&str, &str, &str, &str)] = &[
    ("Rolf Unbekannt", "", "10:00:00 AM", "10:20:00 AM"),
    ("Rolf Unbekannt", "", "10:25:00 AM", "11:00:00 AM"),
    ("Rolf Unbekannt", "", "11:05:00 AM", "12:00:00 PM"),
];

#[test]
fn three_rows_of_one_guest_are_one_question() {
    let world = world();
    assert_eq!(import(&world, "log.csv", REJOINS), 3);
    let asked = questions(&world);
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert_eq!(
        were(&world),
        those(&[("plenum", "Rolf Unbekannt", &[20, 35, 55])])
    );
    let before = world.dump();
    // Somebody new, who was not expected: a walk-in.
    world.run(&["review", &asked[0].0, "new"]).success();
    assert_eq!(were(&world), those(&[("plenum", "10", &[110])]));
    let report = world.line("report attendance --format csv");
    let report = report.success();
    let row = report
        .lines()
        .find(|row| row.contains("Unbekannt"))
        .unwrap();
    assert!(row.contains("walk-in"), "{row}");
    assert!(questions(&world).is_empty());
    // An answer is taken back like everything else.
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);
    assert_eq!(questions(&world), asked);
    // Or it was Anna, on another machine.
    world
        .run(&["review", &asked[0].0, "person", "Anna Müller-Lüdenscheidt"])
        .success();
    assert_eq!(were(&world), those(&[("plenum", ANNA, &[110])]));
    // The same log once more brings nothing back.
    let dump = world.dump();
    assert_eq!(import(&world, "log again.csv", REJOINS), 0);
    assert_eq!(world.dump(), dump);
}

#[test]
fn a_guest_who_is_new_is_known_in_the_next_room() {
    let world = world();
    import(&world, "plenum.csv", REJOINS);
    let asked = questions(&world);
    world.run(&["review", &asked[0].0, "new"]).success();
    let code = import(
        &world,
        "runde.csv",
        &[("Rolf Unbekannt", "", "01:00:00 PM", "01:45:00 PM")],
    );
    assert_eq!(code, 0);
    assert_eq!(
        were(&world),
        those(&[("plenum", "10", &[110]), ("runde", "10", &[45])])
    );
}

#[test]
fn equal_masked_numbers_may_be_two_telephones() {
    let world = world();
    let code = import(
        &world,
        "log.csv",
        &[
            ("4930****123", "", "10:00:00 AM", "11:00:00 AM"),
            ("4930****123", "", "10:30:00 AM", "11:10:00 AM"),
        ],
    );
    assert_eq!(code, 3);
    let asked = questions(&world);
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert!(asked.iter().all(|(_, _, candidates)| candidates.is_empty()));
    assert_eq!(were(&world), those(&[("plenum", "4930****123", &[40, 60])]));
    // An answer about one of them is about that one alone.
    world
        .run(&["review", &asked[0].0, "person", "Karin Holm"])
        .success();
    assert_eq!(questions(&world).len(), 1);
    let expected = those(&[("plenum", "4930****123", &[40]), ("plenum", KARIN, &[60])]);
    assert_eq!(were(&world), expected);
    // And a number is never anybody's for certain, though it may be suggested whose it was.
    import(
        &world,
        "runde.csv",
        &[("4930****123", "", "01:00:00 PM", "01:30:00 PM")],
    );
    let asked = questions(&world);
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[1].2, [7], "{asked:?}");
    assert!(!were(&world).contains_key(&("runde".to_owned(), KARIN.to_owned())));
}

#[test]
fn nobody_counts_nowhere_and_is_not_asked_again() {
    let world = world();
    import(
        &world,
        "plenum.csv",
        &[
            ("read.ai meeting notes", "", "10:00:00 AM", "12:00:00 PM"),
            ("Zweiter Bildschirm", "", "10:10:00 AM", "11:00:00 AM"),
        ],
    );
    let asked = questions(&world);
    assert_eq!(asked.len(), 2, "{asked:?}");
    let before = world.dump();
    for (number, ..) in &asked {
        nobody(&world, number);
    }
    assert_eq!(were(&world), Minutes::new());
    let report = world.run(&["report", "attendance"]).success();
    assert!(!report.contains("belong to nobody yet") && !report.contains("belongs to nobody yet"));
    let rows = [("Zweiter Bildschirm", "", "01:00:00 PM", "02:00:00 PM")];
    assert_eq!(import(&world, "runde.csv", &rows), 0);
    assert_eq!(were(&world), Minutes::new());
    assert!(questions(&world).is_empty());
    // Both answers taken back, both are asked again.
    world.run(&["undo", "5"]).success();
    world.run(&["undo", "4"]).success();
    assert_eq!(world.dump(), before);
    assert_eq!(questions(&world), asked);
}

#[test]
fn a_name_that_says_little_is_asked_and_a_full_one_is_not() {
    let world = world();
    import(
        &world,
        "log.csv",
        &[
            ("Jörg W. (Jörg Weiß)", "", "10:00:00 AM", "10:10:00 AM"),
            ("WEISS JOERG", "", "10:10:00 AM", "10:20:00 AM"),
            (
                "[Photonik Süd] Jörg Weiß (Unverified)",
                "",
                "10:20:00 AM",
                "10:30:00 AM",
            ),
            ("Jörg Weiß, Photonik Süd", "", "10:30:00 AM", "10:40:00 AM"),
            ("Jörg W.", "", "11:00:00 AM", "11:30:00 AM"),
            (
                "Björn",
                "bjorn.akesson@maritim.example.net",
                "10:00:00 AM",
                "10:30:00 AM",
            ),
            ("Björn", "", "11:00:00 AM", "11:10:00 AM"),
        ],
    );
    assert_eq!(
        were(&world),
        those(&[
            ("plenum", "2", &[40]),
            ("plenum", "4", &[30]),
            ("plenum", "Björn", &[10]),
            ("plenum", "Jörg W.", &[30]),
        ])
    );
    let suggested: Vec<(String, Vec<i64>)> = questions(&world)
        .into_iter()
        .map(|(_, name, candidates)| (name, candidates))
        .collect();
    assert_eq!(
        suggested,
        [
            ("Jörg W.".to_owned(), vec![2]),
            ("Björn".to_owned(), vec![4])
        ]
    );
}
