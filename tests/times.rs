//! Times that clocks skip or show twice, and midnight: one rule for everything that reads a time.

use crate::support::{Output, World};

/// A file with an event over a night.
fn night(start: &str, end: &str) -> World {
    let world = World::with_file();
    let event = [
        "event", "add", "Night", "--slug", "n", "--start", start, "--end", end,
    ];
    world.run(&event).success();
    world
}

/// The night in which clocks go from 02:00 to 03:00, and the one in which they go from 03:00 to 02:00.
fn spring() -> World {
    night("2020-03-28 20:00", "2020-03-29 06:00")
}

fn autumn() -> World {
    night("2020-10-24 20:00", "2020-10-25 06:00")
}

fn session(world: &World, start: &str, end: &str) -> Output {
    world.run(&[
        "session", "add", "S", "--slug", "s", "--start", start, "--end", end,
    ])
}

/// When a session begins and ends, as an export says it.
fn hours(world: &World) -> Vec<String> {
    let sessions = world.line("session list --format json").success();
    let sessions: serde_json::Value = serde_json::from_str(&sessions).unwrap();
    let rows = sessions.as_array().unwrap();
    let text = |row: &serde_json::Value, key: &str| row[key].as_str().unwrap().to_owned();
    rows.iter()
        .map(|row| format!("{} {}", text(row, "start"), text(row, "end")))
        .collect()
}

#[test]
fn a_time_that_clocks_skip_is_refused_by_hand() {
    let world = spring();
    let said = "error: there is no 02:30 on 2020-03-29 in Europe/Berlin: the clocks go forward, and the next time they show is 03:00\n\
                hint: give a time that clocks show, or one with its offset, such as 02:30+01:00\n";
    let refused = session(&world, "2020-03-29 02:30", "2020-03-29 04:00").code(2);
    assert_eq!(refused.stderr, said);
    assert_eq!(
        session(&world, "2020-03-29 01:00", "02:30").code(2).stderr,
        said
    );
    // A date alone is the whole day, also where its midnight is skipped.
    let event = [
        "event",
        "add",
        "Beirut",
        "--start",
        "2020-03-29",
        "--timezone",
        "Asia/Beirut",
    ];
    world.run(&event).success();
    session(&autumn(), "2020-10-25 04:00", "05:00").success();
    let with_offset =
        world.line("session add S --event n --start 2020-03-29T02:30+01:00 --end 04:00");
    with_offset.success();
}

#[test]
fn a_time_that_clocks_show_twice_needs_its_offset_by_hand() {
    let world = autumn();
    let refused = session(&world, "2020-10-25 02:30", "04:00").code(2);
    assert_eq!(
        refused.stderr,
        "error: clocks in Europe/Berlin show `2020-10-25 02:30` twice that day, as they go back\n\
         hint: write the offset behind it: +02:00 for the first time, +01:00 for the second\n"
    );
    session(&world, "2020-10-25 02:30+01:00", "04:00").success();
    let expected = "2020-10-25T02:30:00+01:00 2020-10-25T04:00:00+01:00";
    assert_eq!(hours(&world), [expected]);
}

#[test]
fn midnight_can_be_written_in_each_way() {
    for (start, end) in [
        ("2020-10-24 22:00", "24:00"),
        ("2020-10-24 22:00", "00:00"),
        ("2020-10-24 22:00", "2020-10-24 24:00"),
        ("22:00", "2020-10-25 00:00"),
    ] {
        let world = autumn();
        session(&world, start, end).success();
        let expected = "2020-10-24T22:00:00+02:00 2020-10-25T00:00:00+02:00";
        assert_eq!(hours(&world), [expected], "{start} {end}");
    }
    // Another end before the start is a slip.
    session(&autumn(), "2020-10-24 22:00", "01:00")
        .code(2)
        .stderr
        .contains("before it begins");
}

const HEADINGS: &str = "slug;title;kind;start;end\n";

#[test]
fn a_programme_is_read_by_the_same_rule() {
    let world = spring();
    world.write(
        "programme.csv",
        format!(
            "{HEADINGS}a;A;plenary;29.03.2020 02:00;29.03.2020 03:00\n\
             b;B;plenary;28.03.2020 22:00;24:00\n\
             c;C;plenary;28.03.2020 22:00;00:00\n\
             d;D;plenary;29.03.2020 01:00;02:15\n"
        ),
    );
    let output = world.line("import programme.csv --format json").code(3);
    let outcome: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
    let file = &outcome["files"][0];
    assert_eq!(
        (&file["created"], &file["rejected"]),
        (&2.into(), &2.into()),
        "{file:#}"
    );
    let reasons: Vec<(u64, &str)> = file["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["line"].as_u64().unwrap(), it["reason"].as_str().unwrap()))
        .collect();
    let skipped = |time: &str| {
        format!(
            "there is no {time} on 2020-03-29 in Europe/Berlin: the clocks go forward, and the next time they show is 03:00"
        )
    };
    assert_eq!(reasons, [(2, &*skipped("02:00")), (5, &*skipped("02:15"))]);
    let note = "line 4: an end at 00:00, read as the midnight after the start";
    assert!(output.stdout.contains(note), "{output}");
    let expected = "2020-03-28T22:00:00+01:00 2020-03-29T00:00:00+01:00";
    assert_eq!(hours(&world), [expected, expected]);
}

#[test]
fn a_programme_in_the_hour_that_comes_twice_goes_by_its_order_and_says_so() {
    let world = autumn();
    world.write(
        "programme.csv",
        format!(
            "{HEADINGS}a;A;plenary;25.10.2020 02:40;25.10.2020 02:10\n\
             b;B;plenary;25.10.2020 02:50;25.10.2020 04:00\n"
        ),
    );
    let output = world.run(&["import", "programme.csv"]);
    let note = "lines 2, 3: a time that the clocks show twice as they go back, read as the first of the two";
    assert!(
        output.stdout.contains(note) || output.stderr.contains(note),
        "{output}"
    );
    assert_eq!(
        hours(&world),
        [
            "2020-10-25T02:40:00+02:00 2020-10-25T02:10:00+01:00",
            "2020-10-25T02:50:00+02:00 2020-10-25T04:00:00+01:00",
        ]
    );
}

/// Imports a list of those present in a session from 01:00 to 05:00; returns what was said, and the stays.
fn present(world: &World, day: &str, rows: &str) -> (String, Vec<String>) {
    let [start, end] = ["01:00", "05:00"].map(|time| format!("{day} {time}"));
    session(world, &start, &end).success();
    world.write("list.csv", format!("Name;Email;Joined;Left\n{rows}"));
    let output = world.line("import list.csv --as attendance --session s");
    assert!([0, 3].contains(&output.code), "{output}");
    let stays = world.line("export attendance --format json").success();
    let stays: serde_json::Value = serde_json::from_str(&stays).unwrap();
    let text = |row: &serde_json::Value, key: &str| row[key].as_str().unwrap_or("-").to_owned();
    let mut stays: Vec<String> = stays
        .as_array()
        .unwrap()
        .iter()
        .map(|row| format!("{} {}", text(row, "joined_at"), text(row, "left_at")))
        .collect();
    stays.sort();
    (format!("{}{}", output.stdout, output.stderr), stays)
}

#[test]
fn rows_of_a_log_in_the_hour_that_clocks_skip_are_read_and_noted() {
    let rows = "Anna Meier;a@c.example.org;02:30;03:45\nJan Weber;j@c.example.org;01:30;03:10\n";
    let (said, stays) = present(&spring(), "2020-03-29", rows);
    let note = "line 2: a time that the clocks skip as they go forward, read as the same time after the change";
    assert!(said.contains(note), "{said}");
    assert_eq!(
        stays,
        [
            "2020-03-29T01:30:00+01:00 2020-03-29T03:10:00+02:00",
            "2020-03-29T03:30:00+02:00 2020-03-29T03:45:00+02:00",
        ]
    );
}

#[test]
fn rows_of_a_log_in_the_hour_that_comes_twice_go_by_their_order_else_they_are_noted() {
    let rows = "Anna Meier;a@c.example.org;02:40;02:10\nJan Weber;j@c.example.org;02:20;04:00\n";
    let (said, stays) = present(&autumn(), "2020-10-25", rows);
    let note =
        "line 3: a time that the clocks show twice as they go back, read as the first of the two";
    assert!(said.contains(note), "{said}");
    assert_eq!(
        stays,
        [
            "2020-10-25T02:20:00+02:00 2020-10-25T04:00:00+01:00",
            "2020-10-25T02:40:00+02:00 2020-10-25T02:10:00+01:00",
        ]
    );
}
