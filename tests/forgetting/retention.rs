//! What is kept longer than it should be goes, and only that: figures and verdicts stay.

use serde_json::Value;

use super::bytes::files_with;
use crate::support::World;

/// Given names of people of a meeting; each has a family name of its own.
const PEOPLE: [&str; 14] = [
    "Anna", "Berta", "Carla", "Dora", "Emil", "Frida", "Gustav", "Hanna", "Ida", "Jonas", "Karl",
    "Lena", "Moritz", "Nora",
];

fn family(number: usize) -> String {
    format!(
        "Vogelsang{}",
        ["a", "b", "c", "d"][number % 4].repeat(number + 1)
    )
}

fn name(number: usize) -> String {
    format!("{} {}", PEOPLE[number], family(number))
}

/// Two meetings: one of last spring with twelve people, and a later one with the last of these and two more.
fn meetings() -> World {
    let mut world = World::with_file();
    world.set_now("2024-05-20T10:00:00+02:00");
    for line in [
        "event|add|Spring|--slug|spring|--start|2024-05-12 09:00|--end|17:00",
        "session|add|Opening|--slug|opening|--kind|breakout|--start|09:00|--end|10:00|--event|spring",
        "session|add|Talk|--slug|talk|--kind|breakout|--start|10:00|--end|11:00|--event|spring",
        "event|add|Later|--slug|later|--start|2024-09-01 09:00|--end|17:00",
        "session|add|Panel|--slug|panel|--kind|breakout|--start|09:00|--end|10:00|--event|later",
    ] {
        world.run(&line.split('|').collect::<Vec<_>>()).success();
    }
    let row = |number: usize, sessions: &str, event: &str| {
        format!(
            "{};{}@bird{number}.example;{event};{sessions};2024-04-0{} 10:00\n",
            name(number),
            PEOPLE[number].to_lowercase(),
            number % 9 + 1
        )
    };
    let head = "Name;E-Mail;Event;Session;Zeitstempel\n";
    let spring: String = (0..12)
        .map(|it| row(it, "\"opening; talk\"", "spring"))
        .collect();
    world.write("spring.csv", format!("{head}{spring}"));
    let later: String = (11..14).map(|it| row(it, "panel", "later")).collect();
    world.write("later.csv", format!("{head}{later}"));
    for (file, event) in [("spring.csv", "spring"), ("later.csv", "later")] {
        let told = world.run(&["import", file, "--event", event]);
        assert_eq!(told.code, 0, "{told}");
    }
    let mut log = "Name;E-Mail;Beitritt;Austritt\n".to_owned();
    for (number, given) in PEOPLE.iter().enumerate().take(9) {
        // Seven stayed for both sessions, two for a part of the first.
        let left = if number < 7 { "10:41:17" } else { "09:03:07" };
        log += &format!(
            "{};{}@bird{number}.example;2024-05-12 09:01:13;2024-05-12 {left}\n",
            name(number),
            given.to_lowercase()
        );
    }
    log += "Unknown Wanderer;;2024-05-12 09:10:19;2024-05-12 09:40:23\n";
    world.write("log.csv", log);
    let told = world.line("import log.csv --as attendance --event spring");
    assert!([0, 3].contains(&told.code), "{told}");
    world
}

fn json(world: &World, arguments: &[&str]) -> Value {
    let told = world.run(&[arguments, &["--format", "json"]].concat());
    assert!([0, 3].contains(&told.code), "{told}");
    serde_json::from_str(&told.stdout).unwrap()
}

/// Returns who had which verdict in which session.
fn verdicts(world: &World, event: &str) -> Vec<String> {
    let mut rows = Vec::new();
    for by in ["session", "person"] {
        let arguments: &[&str] = if by == "person" {
            &["report", "attendance", "--event", event, "--by", "person"]
        } else {
            &["report", "attendance", "--event", event]
        };
        let all = json(world, arguments);
        for row in all.as_array().unwrap() {
            if row["person_id"].is_null() {
                // Nobody knows whose stay it was; it is without a name now.
                continue;
            }
            rows.push(format!(
                "{by} {} {} {} {}",
                row["session"], row["name"], row["verdict"], row["minutes"]
            ));
        }
    }
    rows.sort();
    rows
}

/// Returns the figures of the sessions of an event.
fn figures(world: &World, event: &str) -> Vec<Value> {
    let all = json(world, &["report", "sessions", "--event", event]);
    all.as_array().unwrap().clone()
}

fn has_times(world: &World) -> bool {
    let export = world.line("export attendance --event spring");
    let export = export.success();
    export.contains("09:01:13") || export.contains("Wanderer")
}

#[test]
fn a_log_is_reduced_after_the_fact_to_what_a_minimal_import_keeps() {
    let world = meetings();
    // What `--minimal` keeps of the same log.
    let minimal = meetings();
    minimal.run(&["undo"]).success();
    let told = minimal.line("import log.csv --as attendance --event spring --minimal");
    assert!([0, 3].contains(&told.code), "{told}");
    let (before, sums) = (verdicts(&world, "spring"), figures(&world, "spring"));
    let whole = world.dump();

    let planned = world.line("event minimise spring --dry-run").code(0);
    assert_eq!(world.dump(), whole);
    let refused = world.line("event minimise spring").code(2);
    assert!(refused.stderr.contains("--yes"), "{refused}");
    let told = world.line("event minimise spring --yes").code(0);
    assert!(told.stderr.contains("0 traces"), "{told}");
    let summary = "spring is reduced to minutes for good: ";
    let summed = |text: &str| {
        text.split(summary)
            .nth(1)
            .unwrap()
            .lines()
            .next()
            .unwrap()
            .to_owned()
    };
    assert_eq!(summed(&planned.stderr), summed(&told.stderr), "{planned}");

    assert_eq!(verdicts(&world, "spring"), before);
    assert_eq!(figures(&world, "spring"), sums);
    assert!(!has_times(&world));
    let columns = [
        "session",
        "person_id",
        "joined_at",
        "left_at",
        "seconds",
        "meets",
        "recorded_name",
    ];
    let stays = |world: &World| -> Vec<Vec<Value>> {
        let all = json(world, &["export", "attendance", "--event", "spring"]);
        let rows = all.as_array().unwrap().iter();
        let mut rows: Vec<Vec<Value>> = rows
            .map(|row| columns.map(|it| row[it].clone()).to_vec())
            .collect();
        rows.sort_by_key(|row| format!("{row:?}"));
        rows
    };
    assert_eq!(stays(&world), stays(&minimal));
    std::fs::remove_file(world.path().join("log.csv")).unwrap();
    for text in [
        "Unknown Wanderer",
        "2024-05-12T07:01:13Z",
        "2024-05-12T07:40:23Z",
    ] {
        assert_eq!(files_with(world.path(), text), [""; 0], "{text}");
    }
    assert_eq!(world.run(&["check"]).success(), "sound\n");
    // A second time nothing is left to do, and what was done before is still taken back.
    let again = world.line("event minimise spring --yes").code(0);
    assert!(again.stderr.contains("nothing changed"), "{again}");
    while world.run(&["undo"]).code == 0 {
        assert_eq!(world.run(&["check"]).success(), "sound\n");
    }
    assert_eq!(world.dump(), "");
}

#[test]
fn an_event_that_is_not_over_is_not_reduced() {
    let world = meetings();
    let told = world.line("event minimise later --yes").code(1);
    assert!(told.stderr.contains("not over yet"), "{told}");
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "each step begins where the one before it ends"
)]
fn what_is_due_is_listed_said_and_let_go_of_in_three_steps() {
    let mut world = meetings();
    // Without a word about it, everything is kept.
    world.set_now("2030-01-01T10:00:00+01:00");
    assert!(
        world
            .run(&["retention"])
            .code(0)
            .stderr
            .contains("nothing is due")
    );
    world.set_now("2024-05-20T10:00:00+02:00");
    world
        .line("event edit spring --keep times=3months,people=12months,all=3years")
        .success();
    world.line("retention --default people=12months").success();
    assert!(
        world
            .line("event show spring")
            .success()
            .contains("times=3months")
    );
    let quiet = world.line("report sessions --event spring").code(0);
    assert!(!quiet.stderr.contains("kept longer"), "{quiet}");
    let (before, sums) = (verdicts(&world, "spring"), figures(&world, "spring"));

    // Times go, verdicts stay.
    world.set_now("2024-08-13T10:00:00+02:00");
    let loud = world.line("report sessions --event spring").code(0);
    assert!(
        loud.stderr.contains("kept longer than it should be"),
        "{loud}"
    );
    let due = json(&world, &["retention"]);
    assert_eq!(due[0]["due"][0]["stage"], "times");
    assert_eq!(due[0]["due"].as_array().unwrap().len(), 1);
    let whole = world.dump();
    let planned = world.line("retention --apply --dry-run").code(0);
    assert_eq!(world.dump(), whole);
    let told = world.line("retention --apply --yes").code(0);
    let said =
        "let go for good: times of 1 event, 0 people (0 rows), everything but figures of 0 events";
    assert!(planned.stderr.contains(said), "{planned}");
    assert!(told.stderr.contains(said), "{told}");
    assert!(told.stderr.contains("0 traces"), "{told}");
    assert!(!has_times(&world));
    assert_eq!(verdicts(&world, "spring"), before);
    assert_eq!(figures(&world, "spring"), sums);
    assert!(
        world
            .run(&["retention"])
            .code(0)
            .stderr
            .contains("nothing is due")
    );

    // People go whom no other event keeps.
    world.set_now("2025-05-13T10:00:00+02:00");
    world
        .run(&["person", "edit", &name(1), "--restrict"])
        .success();
    let due = json(&world, &["retention"]);
    assert_eq!(due[0]["due"][0]["stage"], "people");
    assert_eq!(due[0]["due"][0]["rows"], 10);
    let planned = world.line("retention --apply --dry-run").code(0);
    let told = world.line("retention --apply --yes").code(0);
    assert!(told.stderr.contains("10 people"), "{told}");
    let line = |text: &str| {
        let mut lines = text.lines().filter(|it| it.contains("let go for good"));
        lines
            .next()
            .unwrap()
            .split(": ")
            .skip(1)
            .collect::<Vec<_>>()
            .join(": ")
    };
    assert!(
        line(&told.stderr).ends_with(line(&planned.stderr).trim_start_matches("let go for good: ")),
        "{planned}{told}"
    );
    for file in ["spring.csv", "later.csv", "log.csv"] {
        std::fs::remove_file(world.path().join(file)).unwrap();
    }
    let is_kept = |number: usize| number == 1 || number >= 11;
    for (number, given) in PEOPLE.iter().enumerate().take(14) {
        let found = files_with(world.path(), &name(number));
        let shown = world.line("person list --format csv").success();
        let is_there = shown.contains(&format!("{}, {given}", family(number)));
        assert!(is_kept(number) || found.is_empty(), "{found:?}");
        assert_eq!(is_there, is_kept(number), "{} in {found:?}", name(number));
        let address = format!("{}@bird{number}.example", given.to_lowercase());
        assert_eq!(
            files_with(world.path(), &address).is_empty(),
            !is_kept(number),
            "{address}"
        );
    }
    assert_eq!(world.run(&["check"]).success(), "sound\n");
    // Groups of five and more are still counted, and how many went is said.
    let now = figures(&world, "spring");
    let opening = |rows: &[Value], key: &str| rows[0][key].as_i64();
    assert_eq!(opening(&sums, "present"), Some(7));
    assert_eq!(
        opening(&now, "present"),
        Some(1),
        "seven hide nobody beside smaller groups"
    );
    let noted = world.line("report sessions --event spring").success();
    assert!(
        noted.contains("10 people who took part were removed since"),
        "{noted}"
    );

    // At last figures alone are left, also of people whom another event keeps.
    world.set_now("2027-05-13T10:00:00+02:00");
    world.line("event edit later --keep forever").success();
    let told = world.line("retention --apply --yes").code(0);
    assert!(
        told.stderr.contains("everything but figures of 1 event"),
        "{told}"
    );
    let shown = world
        .line("report attendance --event spring")
        .code(0)
        .stdout;
    assert!(!shown.contains(&family(11)), "{shown}");
    assert!(
        world
            .line("report sign-in --event later")
            .success()
            .contains(&family(11))
    );
    // Whose data is only to be stored is left alone.
    assert!(shown.contains(&family(1)), "{shown}");
    assert!(
        world
            .run(&["retention"])
            .code(0)
            .stderr
            .contains("nothing is due")
    );
    assert_eq!(world.run(&["check"]).success(), "sound\n");
    while world.run(&["undo"]).code == 0 {
        assert_eq!(world.run(&["check"]).success(), "sound\n");
    }
    assert_eq!(world.dump(), "");
}

#[test]
fn figures_of_a_meeting_outlive_all_of_its_people() {
    let mut world = meetings();
    let sums = figures(&world, "spring");
    world.line("event edit spring --keep all=1year").success();
    world.set_now("2026-01-01T10:00:00+01:00");
    world.line("event edit later --keep all=1year").success();
    let told = world.line("retention --apply --yes").code(0);
    assert!(told.stderr.contains("0 traces"), "{told}");
    assert_eq!(json(&world, &["person", "list"]), Value::Array(Vec::new()));
    let now = figures(&world, "spring");
    for (before, after) in sums.iter().zip(&now) {
        // In the first session twelve signed up, of whom seven were present, two left early and three did not come: the
        // seven say something about the five others beside them, but not about one of them.
        for key in ["present", "peak"] {
            assert_eq!(after[key], before[key], "{key} of {}", before["session"]);
        }
        let counted = if before["session"] == "opening" {
            7
        } else {
            12
        };
        assert_eq!(after["signed_up"], counted, "{after}");
    }
    let noted = world.line("report sessions --event spring").success();
    assert!(
        noted.contains("12 people who took part were removed since"),
        "{noted}"
    );
    assert!(noted.contains("five or more"), "{noted}");
    // What was read before brings nobody back.
    for (file, event) in [("spring.csv", "spring"), ("later.csv", "later")] {
        let told = world.run(&["import", file, "--event", event]).code(0);
        assert!(told.stdout.contains("unchanged"), "{told}");
    }
    assert_eq!(json(&world, &["person", "list"]), Value::Array(Vec::new()));
    // And whoever takes part again signs up as anybody does.
    world.write(
        "new.csv",
        format!(
            "Name;E-Mail;Session;Zeitstempel\n{};anna@bird0.example;panel;2024-08-01 09:00\n",
            name(0)
        ),
    );
    world.line("import new.csv --event later").success();
    assert!(
        world
            .run(&["person", "list"])
            .success()
            .contains(&family(0))
    );
}

#[test]
fn a_wrong_period_is_refused_with_the_way_to_write_it() {
    let world = meetings();
    for (keep, said) in [
        ("times=3", "as in `3months`"),
        ("3months", "people=12months"),
        (
            "times=1year,people=1week",
            "`people` would go before `times`",
        ),
    ] {
        for command in [
            &["event", "edit", "spring", "--keep"][..],
            &["retention", "--default"],
        ] {
            let told = world.run(&[command, &[keep]].concat()).code(2);
            assert!(told.stderr.contains(said), "{told}");
        }
    }
    world.line("event edit spring --keep times=1day").success();
    let before = world.dump();
    world.line("event edit spring --keep ''").success();
    assert_ne!(world.dump(), before);
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);
}

#[test]
fn texts_of_others_that_name_who_is_due_are_asked_about() {
    let mut world = meetings();
    let remark = format!("--organiser|{}", name(0));
    let line = format!("event|edit|later|{remark}|--keep|forever");
    world.run(&line.split('|').collect::<Vec<_>>()).success();
    world
        .line("event edit spring --keep people=1month")
        .success();
    world.set_now("2024-10-01T10:00:00+02:00");
    let refused = world.line("retention --apply --yes").code(2);
    assert!(refused.stderr.contains("--mentions"), "{refused}");
    let told = world
        .line("retention --apply --yes --mentions remove")
        .code(0);
    assert!(told.stderr.contains("0 traces"), "{told}");
    let shown = world.line("event show later").success();
    assert!(!shown.contains(&name(0)), "{shown}");
}

/// Adds a form of last spring with somebody who may be Anna, and a question about that.
fn somebody_waits(world: &World, event: &str, file: &str, session: &str) {
    let head = "Name;E-Mail;Event;Session;Zeitstempel;Bemerkung\n";
    let who = format!("Anne {}", family(0));
    let row = format!("{who};anne@bird0.example;{event};{session};2024-04-20 10:00;Rollstuhl\n");
    world.write(file, format!("{head}{row}"));
    let asked = world.run(&["import", file, "--event", event]).code(3);
    assert!(asked.stdout.contains("for review"), "{asked}");
    std::fs::remove_file(world.path().join(file)).unwrap();
}

fn let_go_of_people(world: &mut World) {
    let line = ["event", "edit", "spring", "--keep", "people=1month"];
    world.run(&line).success();
    world.set_now("2024-08-20T10:00:00+02:00");
    let due = json(world, &["retention"])[0]["due"][0]["rows"].clone();
    assert!(due.as_i64() > Some(0), "{due}");
    let told = world
        .line("retention --apply --yes --mentions remove")
        .code(0);
    assert!(told.stderr.contains("0 traces"), "{told}");
    let after = world.run(&["retention"]).code(0);
    assert!(after.stderr.contains("nothing is due"), "{after}");
    assert_eq!(world.run(&["check"]).success(), "sound\n");
}

#[test]
fn rows_that_wait_for_somebody_go_with_the_people() {
    let mut world = meetings();
    somebody_waits(&world, "spring", "more.csv", "opening");
    let_go_of_people(&mut world);
    for text in ["anne@bird0.example", "Rollstuhl"] {
        assert_eq!(files_with(world.path(), text), [""; 0], "{text}");
    }
    let open = json(&world, &["review"]);
    assert_eq!(open, Value::Array(Vec::new()));
    while world.run(&["undo"]).code == 0 {
        assert_eq!(world.run(&["check"]).success(), "sound\n");
    }
    assert_eq!(world.dump(), "");
}

#[test]
fn whom_the_journal_alone_names_goes_with_the_people() {
    let mut world = meetings();
    let more = "Name;E-Mail;Session;Zeitstempel\nOskar Verworfen;oskar@weg.example;talk;2024-04-20 10:00\n\
                Paula Versehen;paula@weg.example;talk;2024-04-20 10:00\n";
    world.write("more.csv", more);
    world.line("import more.csv --event spring").success();
    world.run(&["undo"]).success();
    world.write(
        "later2.csv",
        more.replace("talk", "panel")
            .replace("Oskar", "Otto")
            .replace("oskar", "otto"),
    );
    world.line("import later2.csv --event later").success();
    world.line("person remove 'Otto Verworfen'").success();
    for file in ["more.csv", "later2.csv"] {
        std::fs::remove_file(world.path().join(file)).unwrap();
    }
    let_go_of_people(&mut world);
    assert_eq!(files_with(world.path(), "Oskar Verworfen"), [""; 0]);
    // Whoever is on file by now, and whoever was in a meeting that is kept, is left alone.
    let bytes = std::fs::read(world.path().join("rollcall.db")).unwrap();
    for text in ["Paula", "paula@weg.example", "Otto"] {
        assert!(super::bytes::has(&bytes, text), "{text}");
    }
    while world.run(&["undo"]).code == 0 {
        assert_eq!(world.run(&["check"]).success(), "sound\n");
    }
    assert_eq!(world.dump(), "");
}

#[test]
fn whoever_may_be_meant_by_a_row_of_a_meeting_that_is_kept_is_kept_with_it() {
    let mut world = meetings();
    somebody_waits(&world, "later", "more.csv", "panel");
    let_go_of_people(&mut world);
    let people = world.run(&["person", "list"]).success();
    let listed = |number: usize| format!("{}, {}", family(number), PEOPLE[number]);
    assert!(people.contains(&listed(0)), "{people}");
    assert!(!people.contains(&listed(1)), "{people}");
}

#[test]
fn how_long_data_is_kept_goes_with_the_programme() {
    let world = meetings();
    let before = world.run(&["export", "programme"]).success();
    assert!(!before.lines().next().unwrap().contains("keep"), "{before}");
    let keep = [
        "event",
        "edit",
        "spring",
        "--keep",
        "times=3months,all=5years",
    ];
    world.run(&keep).success();
    world.line("retention --default people=1year").success();
    for (file, language) in [("p.csv", "en"), ("p.xlsx", "de")] {
        let export = ["export", "programme", "-o", file, "--lang", language];
        world.run(&export).success();
        let other = World::with_file();
        std::fs::copy(world.path().join(file), other.path().join(file)).unwrap();
        other.run(&["import", file]).success();
        let rows = |world: &World| -> Vec<Value> {
            let rows = json(world, &["export", "programme"]);
            let rows = rows.as_array().unwrap().iter();
            rows.map(|it| it["keep"].clone()).collect()
        };
        assert_eq!(rows(&other), rows(&world));
        assert_eq!(rows(&other)[0], "times=3months,all=5years");
        let again = other.run(&["import", file]).code(0);
        assert!(again.stdout.contains("5 unchanged"), "{again}");
        let shown = other.line("retention --format json").success();
        assert!(shown.contains("people=1year"), "{shown}");
        // Where the file says something else, the event says what held for it.
        let third = World::with_file();
        third.line("retention --default forever").success();
        std::fs::copy(world.path().join(file), third.path().join(file)).unwrap();
        third.run(&["import", file]).success();
        assert_eq!(rows(&third)[3], "people=1year");
        third.run(&["undo"]).success();
        third.run(&["undo"]).success();
        assert_eq!(third.dump(), "");
    }
    world.write(
        "wrong.csv",
        world
            .run(&["export", "programme"])
            .success()
            .replace("people=1year", "a year"),
    );
    let wrong = world.run(&["import", "wrong.csv"]).code(3);
    assert!(
        wrong.stdout.contains("times=3months,people=12months"),
        "{wrong}"
    );
}

#[test]
fn a_comparison_with_a_meeting_that_lost_people_says_so() {
    let world = meetings();
    let event = |world: &World| world.run(&["report", "history"]).success();
    assert!(
        !event(&world).contains("Only people still on file"),
        "{}",
        event(&world)
    );
    drop(world.run(&["person", "forget", &name(3), "--yes"]).code(0));
    let told = event(&world);
    assert!(
        told.contains("Only people still on file are compared: 1 participation"),
        "{told}"
    );
}

/// Two meetings of which the second is compared with the first: of twelve people each, so many were at both.
fn compared(both: usize) -> World {
    let world = World::with_file();
    for (slug, day, first) in [("one", "2020-03-10", 0), ("two", "2020-09-10", 12 - both)] {
        let start = format!("{day} 09:00");
        let add = ["event", "add", slug, "--slug", slug, "--start", &start];
        world
            .run(&[&add[..], &["--end", "17:00"]].concat())
            .success();
        let session = [
            "session", "add", "Talk", "--event", slug, "--kind", "plenary",
        ];
        world
            .run(&[&session[..], &["--start", "09:00", "--end", "17:00"]].concat())
            .success();
        let head = "Name;E-Mail;Beitritt;Austritt\n".to_owned();
        let rows = (first..first + 12).map(|it| {
            let who = format!("{} {};p@bird{it}.example", PEOPLE[it % 14], family(it));
            format!("{who};{day} 09:00;{day} 16:00\n")
        });
        let log = rows.fold(head, |log, row| log + &row);
        let form: String = log
            .lines()
            .map(|line| line.rsplitn(3, ';').nth(2).unwrap().to_owned() + "\n")
            .collect();
        world.write("form.csv", form);
        world.write("log.csv", log);
        let import = ["import", "form.csv", "--as", "signups", "--event", slug];
        world.run(&import).success();
        let import = ["import", "log.csv", "--as", "attendance", "--event", slug];
        world.run(&import).success();
    }
    world
}

/// Returns what the report of the second meeting says of the first.
fn comparison(world: &World) -> Vec<Value> {
    let document = &json(world, &["report", "event", "--event", "two"])[0];
    let mut all: Vec<Value> = ["people_new", "people_returning", "people_missing"]
        .map(|key| document[key].clone())
        .to_vec();
    let earlier = &document["earlier_events"][0];
    all.extend(["people", "people_again"].map(|key| earlier[key].clone()));
    all
}

#[test]
fn meetings_are_still_compared_when_their_people_are_gone() {
    let mut world = compared(6);
    let before = comparison(&world);
    assert_eq!(before, [6, 6, 6, 12, 6]);
    let keep = ["retention", "--default", "people=6months"];
    world.run(&keep).success();
    // First those go who were at the first one alone, then all others.
    for (day, left) in [("2020-09-20", 12), ("2021-05-01", 0)] {
        world.set_now(&format!("{day}T10:00:00+02:00"));
        let told = world.line("retention --apply --yes").code(0);
        assert!(told.stderr.contains("0 traces"), "{told}");
        let people = json(&world, &["person", "list"]);
        assert_eq!(people.as_array().unwrap().len(), left);
        assert_eq!(comparison(&world), before);
    }
    assert_eq!(world.run(&["check"]).success(), "sound\n");
}

#[test]
fn what_a_few_people_did_is_in_no_comparison() {
    let mut world = compared(2);
    assert_eq!(comparison(&world), [10, 2, 10, 12, 2]);
    let keep = ["event", "edit", "one", "--keep", "all=6months"];
    world.run(&keep).success();
    world.set_now("2021-05-01T10:00:00+02:00");
    drop(world.line("retention --apply --yes").code(0));
    // Ten were not at the second meeting, and are in the figures; nothing is kept of the two who were.
    assert_eq!(comparison(&world), [12, 0, 10, 10, 0]);
    let said = world.line("report event --event two").success();
    let note = "Not compared: 2 participations in these events";
    assert!(said.contains(note), "{said}");
}

/// A meeting with a log of all of it, in which two sessions ran at the same time, then one alone, and one was cancelled.
fn with_undecided_stays() -> World {
    let world = World::with_file();
    for line in [
        "event|add|Spring|--slug|spring|--start|2020-10-08 09:00|--end|17:00",
        "session|add|Session A|--slug|a|--kind|breakout|--start|10:00|--end|11:00",
        "session|add|Session B|--slug|b|--kind|breakout|--start|11:00|--end|12:00",
        "session|add|Session C|--slug|c|--kind|plenary|--start|13:00|--end|14:00",
        "session|add|Session D|--slug|d|--kind|breakout|--start|15:00|--end|16:00",
    ] {
        world.run(&line.split('|').collect::<Vec<_>>()).success();
    }
    let form = "Name;E-Mail;Session\nAnna Berg;a@berg.example;Session A\n\
                Bernd Colm;b@colm.example;Session B\nCara Dorn;c@dorn.example;Session B\n";
    world.write("form.csv", form);
    world.run(&["import", "form.csv"]).success();
    let row =
        |name: &str, from: &str, to: &str| format!("{name},,10/08/2020 {from},10/08/2020 {to},\n");
    let head = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n";
    let rows = [
        row("Anna Berg", "10:01:07 AM", "11:50:09 AM"),
        row("Bernd Colm", "10:31:00 AM", "01:40:00 PM"),
        row("Cara Dorn", "02:31:00 PM", "03:40:00 PM"),
    ];
    world.write("log.csv", format!("{head}{}", rows.concat()));
    let told = world.run(&["import", "log.csv"]);
    assert!([0, 3].contains(&told.code), "{told}");
    let edit = ["session", "edit", "b", "--start", "10:00", "--end", "11:30"];
    world.run(&edit).success();
    let add = "session|add|Session E|--slug|e|--kind|breakout|--start|15:00|--end|16:00";
    world.run(&add.split('|').collect::<Vec<_>>()).success();
    world.line("session cancel e").success();
    world
}

#[test]
fn stays_in_one_of_several_sessions_keep_their_minutes_and_are_given_to_none() {
    let world = with_undecided_stays();
    let (before, sums) = (verdicts(&world, "spring"), figures(&world, "spring"));
    let minutes = |world: &World| -> Vec<Value> {
        let line = ["report", "attendance", "--by", "person"];
        let rows = json(world, &line);
        let rows = rows.as_array().unwrap().iter();
        rows.map(|it| it["minutes"].clone()).collect()
    };
    // Anna in one of the two until half past eleven; Bernd as well, and in the plenary; Cara beside a session that was
    // cancelled.
    assert_eq!(minutes(&world), [89, 99, 40]);
    let told = world.line("event minimise spring --yes").code(0);
    assert!(told.stderr.contains("0 traces"), "{told}");
    assert_eq!(minutes(&world), [89, 99, 40]);
    assert_eq!(verdicts(&world, "spring"), before);
    assert_eq!(figures(&world, "spring"), sums);
    assert_eq!(world.run(&["check"]).success(), "sound\n");
    let again = world.line("event minimise spring --yes").code(0);
    assert!(again.stderr.contains("nothing changed"), "{again}");
    while world.run(&["undo"]).code == 0 {
        assert_eq!(world.run(&["check"]).success(), "sound\n");
    }
    assert_eq!(world.dump(), "");
}

#[test]
fn a_name_that_an_answer_gave_somebody_goes_with_the_log_and_one_by_hand_stays() {
    let world = meetings();
    world.write(
        "talk.csv",
        "Name;E-Mail;Beitritt;Austritt\n\
         Tablet Jonas;;2024-05-12 10:00;2024-05-12 10:55\n",
    );
    drop(world.run(&[
        "import",
        "talk.csv",
        "--as",
        "attendance",
        "--event",
        "spring",
        "--session",
        "talk",
    ]));
    let list = json(&world, &["review"]);
    let is_it = |it: &&Value| it["question"].as_str().unwrap().contains("Tablet");
    let question = list.as_array().unwrap().iter().find(is_it).unwrap()["id"].clone();
    world
        .run(&["review", &question.to_string(), "person", &name(9)])
        .success();
    world.run(&["person", "alias", &name(9), "Joni"]).success();
    let aliases = || {
        let dump = world.dump();
        let rows = dump.lines().filter(|it| it.starts_with("person_alias\t"));
        rows.map(|it| it.rsplit('\t').next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(aliases(), ["\"Tablet Jonas\"", "\"Joni\""]);
    let before = verdicts(&world, "spring");
    world.line("event minimise spring --yes").success();
    assert_eq!(aliases(), ["\"Joni\""]);
    assert_eq!(verdicts(&world, "spring"), before);
    assert_eq!(
        files_with(world.path(), "Tablet").len(),
        1,
        "the log itself"
    );
    assert_eq!(world.run(&["check"]).success(), "sound\n");
}
