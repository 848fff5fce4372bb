//! People over time, on the command line.

use crate::by_hand::{change, day, refused};

#[test]
fn minute_by_minute_as_data_and_as_a_picture() {
    let mut world = day();
    world.set_now("2020-10-08T12:45:00+02:00");
    for (person, came, left) in [("1", "11:30", "12:00"), ("2", "11:40", "12:30")] {
        change(
            &world,
            &["check-in", person, "--session", "a", "--at", came],
        );
        change(
            &world,
            &["check-in", person, "--session", "a", "--out", "--at", left],
        );
    }
    let curve = ["report", "curve", "--session", "a"];
    let rows = world
        .run(&[&curve[..], &["--format", "json"]].concat())
        .success();
    let rows: Vec<serde_json::Value> = serde_json::from_str(&rows).unwrap();
    assert_eq!(rows.len(), 61);
    assert_eq!(
        rows[10],
        serde_json::json!({"time": "2020-10-08T11:40:00+02:00", "people": 2, "unidentified": 0})
    );
    let numbers = |minute: usize| rows[minute]["people"].as_i64().unwrap();
    assert_eq!([0, 9, 29, 30, 59, 60].map(numbers), [1, 1, 2, 1, 1, 0]);
    // A verdict by hand is no time, and says nothing here.
    let picture = world.run(&curve).success();
    let line = [
        "attendance",
        "set",
        "1",
        "a",
        "no-show",
        "--reason",
        "Somebody else",
    ];
    change(&world, &line);
    assert_eq!(world.run(&curve).success(), picture);
    assert_eq!(
        picture,
        "\
People over time: Breakout A: Eins · Tag
Thursday, 8 October 2020, 10:00–18:00 (CEST)
As of 8 October 2020

People: at most 2 at once (11:40)
2 ┤          ████████████████████
  │          ████████████████████
  │▄▄▄▄▄▄▄▄▄▄████████████████████▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄
  │████████████████████████████████████████████████████████████
  │████████████████████████████████████████████████████████████
0 └─────────────────────────────────────────────────────────────
   11:30                                                   12:30
"
    );
    let file = world.path().join("curve.csv");
    let target = ["-o", file.to_str().unwrap(), "--lang", "de"];
    drop(world.run(&[&curve[..], &target].concat()).code(0));
    let text = std::fs::read_to_string(file).unwrap();
    assert_eq!(
        text.lines().take(2).collect::<Vec<_>>(),
        [
            "\u{feff}Zeit;Personen;Nicht zugeordnet",
            "08.10.2020 11:30;1;0"
        ]
    );
    refused(
        &world,
        &["report", "curve", "--by", "person"],
        2,
        "no such rows",
    );
}
