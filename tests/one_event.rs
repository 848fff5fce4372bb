//! `--event` means that event everywhere.

use serde_json::Value;

use crate::support::World;

const PROGRAMME: &str = "\
event,slug,title,kind,start,end,capacity,drop_in,room,speakers,timezone,place,rule
autumn,,Autumn meeting,event,2020-10-08T10:00:00+02:00,2020-10-08T13:00:00+02:00,,,,,Europe/Berlin,,
autumn,talk,Talk,breakout,2020-10-08T10:00:00+02:00,2020-10-08T11:00:00+02:00,,no,A,Sina Sprecher,,,
spring,,Spring meeting,event,2021-04-15T10:00:00+02:00,2021-04-15T12:00:00+02:00,,,,,Europe/Berlin,,
spring,walk,Walk,breakout,2021-04-15T10:00:00+02:00,2021-04-15T11:00:00+02:00,,no,B,,,,
";

const PEOPLE: &str = "\
given_name,family_name,email,organisation
Anna,Adler,anna@adler.example.org,Nord
Bernd,Biber,bernd@biber.example.org,Süd
Sina,Sprecher,sina@sprecher.example.org,Uni
Wanda,Wolf,wanda@wolf.example.org,West
Zoe,Zander,zoe@zander.example.org,Zentrum
";

/// Anna is registered in autumn, Bernd in spring; Sina speaks in autumn; Wanda withdrew from autumn; Zoe was seen
/// there.
fn world() -> World {
    let mut world = World::with_file();
    world.set_now("2020-10-08T09:00:00+02:00");
    world.write("programme.csv", PROGRAMME);
    world.write("people.csv", PEOPLE);
    for line in [
        &["import", "programme.csv"][..],
        &["import", "people.csv", "--as", "people"],
        &[
            "signup",
            "add",
            "Anna Adler",
            "Wanda Wolf",
            "--session",
            "talk",
            "--event",
            "autumn",
        ],
        &[
            "signup",
            "add",
            "Bernd Biber",
            "--session",
            "walk",
            "--event",
            "spring",
        ],
        &["signup", "cancel", "Wanda Wolf", "--event", "autumn"],
        &[
            "check-in",
            "Zoe Zander",
            "--walk-in",
            "--session",
            "talk",
            "--event",
            "autumn",
            "--at",
            "10:05",
        ],
    ] {
        let output = world.run(line);
        if line.contains(&"--walk-in") && output.code == 2 {
            let without: Vec<&str> = line
                .iter()
                .copied()
                .filter(|it| *it != "--walk-in")
                .collect();
            world.run(&without).success();
        } else {
            output.success();
        }
    }
    world
}

/// Returns one column of what a command writes as JSON.
fn column(world: &World, line: &[&str], key: &str) -> Vec<String> {
    let output = world.run(&[line, &["--format", "json"]].concat()).success();
    let rows: Vec<Value> = serde_json::from_str(&output).unwrap();
    rows.iter()
        .map(|row| row[key].as_str().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn an_export_of_people_holds_who_takes_part_in_that_event() {
    let mut world = world();
    let people = |world: &World, more: &[&str]| {
        column(
            world,
            &[&["export", "people"], more].concat(),
            "family_name",
        )
    };
    assert_eq!(
        people(&world, &[]),
        ["Adler", "Biber", "Sprecher", "Wolf", "Zander"]
    );
    assert_eq!(
        people(&world, &["--event", "autumn"]),
        ["Adler", "Sprecher", "Zander"]
    );
    assert_eq!(people(&world, &["--event", "spring"]), ["Biber"]);
    let organisations = ["export", "organisations", "--event", "autumn"];
    assert_eq!(
        column(&world, &organisations, "name"),
        ["Nord", "Uni", "Zentrum"]
    );
    world.set_variable("ROLLCALL_EVENT", "spring");
    assert_eq!(people(&world, &[]), ["Biber"]);
    assert_eq!(
        column(&world, &["export", "organisations"], "name"),
        ["Süd"]
    );
    assert_eq!(
        people(&world, &["--event", "autumn"]),
        ["Adler", "Sprecher", "Zander"]
    );
}

#[test]
fn every_export_and_list_is_of_that_event() {
    let world = world();
    for (line, key, expected) in [
        (
            &["export", "programme"][..],
            "event",
            &["autumn", "autumn"][..],
        ),
        (
            &["export", "signups"],
            "family_name",
            &["Adler", "Wolf", "Wolf"],
        ),
        (&["export", "attendance"], "family_name", &["Zander"]),
        (&["export", "mailing"], "family_name", &["Adler"]),
        (
            &["person", "list"],
            "name",
            &["Adler, Anna", "Sprecher, Sina", "Zander, Zoe"],
        ),
        (
            &["organisation", "list"],
            "name",
            &["Nord", "Uni", "Zentrum"],
        ),
        (&["session", "list"], "session", &["talk"]),
        (&["signup", "list"], "name", &["Adler, Anna", "Wolf, Wanda"]),
    ] {
        let line = [line, &["--event", "autumn"]].concat();
        let mut found = column(&world, &line, key);
        found.dedup();
        let mut expected: Vec<&str> = expected.to_vec();
        expected.dedup();
        assert_eq!(found, expected, "{line:?}");
    }
}

#[test]
fn a_title_says_of_which_events_it_is() {
    let world = world();
    let title = |line: &[&str]| {
        let text = world.run(&[line, &["--format", "text"]].concat()).success();
        text.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(title(&["export", "people"]), "People: all events");
    assert_eq!(
        title(&["export", "people", "--lang", "de"]),
        "Personen: alle Veranstaltungen"
    );
    assert_eq!(
        title(&["export", "signups", "--event", "spring"]),
        "Sign-ups: Spring meeting"
    );
    assert_eq!(title(&["export", "programme"]), "Programme: all events");
    assert_eq!(
        title(&["export", "attendance", "--lang", "de"]),
        "Anwesenheit: alle Veranstaltungen"
    );
    let csv = world.run(&["export", "people"]).success();
    assert!(csv.starts_with("id,title,given_name"), "{csv}");
}

#[test]
fn everything_is_of_all_events_and_refuses_one() {
    let mut world = world();
    for target in ["out", "out.xlsx"] {
        let refused = world
            .run(&["export", "all", "--event", "autumn", "-o", target])
            .code(2);
        assert!(
            refused
                .stderr
                .contains("`export all` writes the whole file"),
            "{refused}"
        );
        assert!(!world.path().join(target).exists());
    }
    world.set_variable("ROLLCALL_EVENT", "autumn");
    world.line("export all -o out").success();
    let people = std::fs::read_to_string(world.path().join("out/people.csv")).unwrap();
    assert!(people.contains("Biber"), "{people}");
}

#[test]
fn questions_are_of_that_event_and_history_is_of_all() {
    let world = world();
    for event in ["autumn", "spring"] {
        let list = format!("Name;E-Mail\nAdler {event};\nBernd {event};x@{event}.example.org\n");
        let file = format!("{event}.csv");
        world.write(&file, list);
        let session = if event == "autumn" { "talk" } else { "walk" };
        drop(world.run(&["import", &file, "--session", session, "--event", event]));
    }
    let names = |more: &[&str]| column(&world, &[&["review", "--list"], more].concat(), "name");
    let all = names(&[]);
    let [autumn, spring] = ["autumn", "spring"].map(|event| names(&["--event", event]));
    assert!(
        autumn.iter().all(|name| name.contains("autumn")),
        "{autumn:?}"
    );
    assert!(
        spring.iter().all(|name| name.contains("spring")),
        "{spring:?}"
    );
    assert_eq!(autumn.len() + spring.len(), all.len());
    let history = ["report", "history", "--event", "autumn"];
    assert_eq!(
        column(&world, &history, "spring").len(),
        column(&world, &["report", "history"], "spring").len()
    );
}

#[test]
fn a_dossier_holds_nobody_of_another_event_but_in_its_history() {
    let world = world();
    world
        .line("report dossier --event autumn -o dossier")
        .success();
    world.line("--db copy.db init").success();
    drop(world.line("--db copy.db import dossier/everything.xlsx"));
    let people = column(
        &world,
        &["--db", "copy.db", "export", "people"],
        "family_name",
    );
    assert!(people.contains(&"Adler".to_owned()), "{people:?}");
    assert!(!people.contains(&"Biber".to_owned()), "{people:?}");
}
