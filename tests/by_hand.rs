//! The organiser's own instructions: people, organisations, events, sessions, sign-ups, the door.
//!
//! Every change is taken back and done again along the way: the dump before an operation equals the dump
//! after its undo, and the dump after it equals the dump after the undo of that.

use crate::support::{Output, World};

/// Runs a command that changes something, holds the laws of a change, and returns what it said.
#[track_caller]
pub(crate) fn change(world: &World, arguments: &[&str]) -> String {
    let before = world.dump();
    let dry = world.run(&[arguments, &["--dry-run"]].concat()).code(0);
    assert_eq!(world.dump(), before, "a dry run changed something: {dry}");
    let done = world.run(arguments).code(0);
    let after = world.dump();
    assert_ne!(after, before, "nothing changed: {done}");
    assert!(done.stdout.is_empty(), "talk is not a result: {done}");
    assert!(dry.stderr.contains("would be an operation"), "{dry}");
    let summary = |output: &Output, sign: &str| {
        let line = output.stderr.lines().find(|line| line.starts_with(sign));
        let line = line.unwrap_or_else(|| panic!("no summary: {output}"));
        line.split_once(": ").unwrap().1.to_owned()
    };
    assert_eq!(
        summary(&dry, "would be an operation"),
        summary(&done, "operation "),
        "a dry run is the real run"
    );
    world.run(&["undo", "--quiet"]).success();
    assert_eq!(world.dump(), before, "undo restores exactly: {arguments:?}");
    let undo = world.line("history --format json").success();
    let undo: serde_json::Value = serde_json::from_str(&undo).unwrap();
    let number = undo.as_array().unwrap().last().unwrap()["operation"].to_string();
    world.run(&["undo", &number, "--quiet"]).success();
    assert_eq!(world.dump(), after, "undo of an undo: {arguments:?}");
    assert_eq!(world.run(&["check"]).success(), "sound\n");
    done.stderr
}

/// Holds that a command changes nothing, and says so.
#[track_caller]
pub(crate) fn no_change(world: &World, arguments: &[&str]) {
    let before = world.dump();
    let output = world.run(arguments).code(0);
    assert_eq!(world.dump(), before, "{output}");
    assert!(output.stderr.ends_with("nothing changed\n"), "{output}");
}

/// Holds that a command fails, changes nothing, and repeats no address.
#[track_caller]
pub(crate) fn refused(world: &World, arguments: &[&str], code: i32, message: &str) {
    let before = world.dump();
    let output = world.run(arguments).code(code);
    assert_eq!(world.dump(), before, "{output}");
    assert!(output.stderr.contains(message), "{output}");
    let first = output.stderr.lines().next().unwrap();
    assert!(!first.contains('@'), "{output}");
}

/// A day with two parallel sessions of two and of many places, and three people.
pub(crate) fn day() -> World {
    let mut world = World::with_file();
    world.set_now("2020-09-20T10:00:00+02:00");
    for arguments in [
        &[
            "event",
            "add",
            "Tag",
            "--start",
            "08.10.2020 10:00",
            "--end",
            "18:00",
        ][..],
        &[
            "session",
            "add",
            "Breakout A: Eins",
            "--slug",
            "a",
            "--kind",
            "breakout",
            "--start",
            "11:30",
            "--end",
            "12:30",
            "--capacity",
            "2",
            "--speaker",
            "Prof. Dr. Ada Quell",
        ],
        &[
            "session",
            "add",
            "Breakout B: Zwei",
            "--slug",
            "b",
            "--kind",
            "breakout",
            "--start",
            "11:30",
            "--end",
            "12:30",
        ],
        &[
            "person",
            "add",
            "Dr. Anna Müller",
            "--email",
            "Anna.Mueller@Nord.example",
            "--organisation",
            "BioCluster Nord e.V.",
        ],
        &[
            "person",
            "add",
            "Becker, Jan",
            "--organisation",
            "Biocluster Nord",
        ],
        &["person", "add", "Beatrix Kohlgruber"],
    ] {
        change(&world, arguments);
    }
    world
}

#[test]
fn places_go_first_come_first_served_and_move_up() {
    let world = day();
    let output = change(&world, &["signup", "add", "1", "2", "3", "--session", "a"]);
    assert!(
        output.contains("Beatrix Kohlgruber is 1st on the waiting list of `a`"),
        "{output}"
    );
    no_change(&world, &["signup", "add", "1", "2", "3", "--session", "a"]);
    let output = change(&world, &["signup", "add", "1", "--session", "b"]);
    assert!(
        output.contains("`a` and `b` of Dr. Anna Müller overlap"),
        "{output}"
    );
    let output = change(&world, &["signup", "cancel", "1", "--session", "a"]);
    assert!(
        output.contains("Beatrix Kohlgruber moves up in `a`"),
        "{output}"
    );
    let open = world.line("review --format json").success();
    assert_eq!(open, "[]\n", "the conflict went with the sign-up");
    no_change(&world, &["signup", "cancel", "1", "--session", "a"]);
    change(&world, &["signup", "move", "2", "--from", "a", "--to", "b"]);
    no_change(&world, &["signup", "move", "2", "--from", "a", "--to", "b"]);
    change(&world, &["signup", "cancel", "2", "3"]);
    no_change(&world, &["signup", "cancel", "2", "3"]);
    refused(
        &world,
        &["signup", "cancel", "1", "--session", "Nirgends"],
        1,
        "there is no session",
    );
    refused(
        &world,
        &[
            "signup",
            "add",
            "1",
            "nobody@nord.example",
            "--session",
            "a",
        ],
        1,
        "with this address",
    );
}

#[test]
fn more_places_move_people_up_and_fewer_take_none_away() {
    let world = day();
    change(&world, &["signup", "add", "1", "2", "3", "--session", "a"]);
    let output = change(&world, &["session", "edit", "a", "--capacity", "1"]);
    assert!(
        output.contains("`a` has fewer places (1) than people (2)"),
        "{output}"
    );
    let output = change(&world, &["session", "edit", "a", "--capacity", "none"]);
    assert!(
        output.contains("Beatrix Kohlgruber moves up in `a`"),
        "{output}"
    );
    no_change(&world, &["session", "edit", "a", "--capacity", ""]);
    change(&world, &["signup", "add", "1", "--session", "b"]);
    // Back to back is no conflict.
    change(
        &world,
        &["session", "edit", "b", "--start", "12:30", "--end", "13:00"],
    );
    assert_eq!(world.line("review --format json").success(), "[]\n");
    let output = change(&world, &["session", "edit", "b", "--start", "12:29"]);
    assert!(output.contains("1 new conflict"), "{output}");
    refused(
        &world,
        &["session", "edit", "b", "--start", "14:00"],
        2,
        "end before it begins",
    );
    refused(
        &world,
        &["session", "add", "A", "--slug", "a"],
        1,
        "there is a session `a` already",
    );
}

#[test]
fn merging_brings_everything_together() {
    let world = day();
    change(
        &world,
        &[
            "person",
            "add",
            "Anni Mueller",
            "--email",
            "anni@nord.example",
            "--phone",
            "030 1",
        ],
    );
    change(&world, &["signup", "add", "1", "3", "4", "--session", "a"]);
    change(&world, &["signup", "add", "1", "--session", "b"]);
    change(&world, &["signup", "cancel", "1", "--session", "a"]);
    change(&world, &["signup", "add", "2", "--session", "a"]);
    let output = change(&world, &["person", "merge", "4", "1"]);
    assert!(
        output.contains("`a` and `b` of Dr. Anna Müller overlap"),
        "{output}"
    );
    let shown = world.line("person show 1 --format json").success();
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    let shown = &shown[0];
    assert_eq!(shown["phone"], "030 1");
    assert_eq!(shown["aliases"][0], "Anni Mueller");
    assert_eq!(shown["other_emails"][0], "anni@nord.example");
    assert_eq!(shown["sessions"][0]["signed_up"], "confirmed");
    assert_eq!(shown["questions"].as_array().unwrap().len(), 1);
    refused(
        &world,
        &["person", "merge", "1", "Anni Mueller"],
        2,
        "both are person 1",
    );
}

#[test]
fn a_place_that_two_of_one_person_held_goes_to_who_waits() {
    let world = day();
    change(&world, &["person", "add", "Anni Mueller"]);
    change(&world, &["signup", "add", "1", "4", "3", "--session", "a"]);
    let output = change(&world, &["person", "merge", "4", "1"]);
    assert!(
        output.contains("Beatrix Kohlgruber moves up in `a`"),
        "{output}"
    );
}

#[test]
fn people_are_changed_and_keep_their_former_name() {
    let world = day();
    change(
        &world,
        &[
            "person",
            "edit",
            "1",
            "--family",
            "Meyer",
            "--add-email",
            "a.meyer@nord.example",
            "--primary-email",
            "a.meyer@nord.example",
            "--remove-email",
            "anna.mueller@nord.example",
            "--title",
            "",
            "--organisation",
            "Ganz Neu GmbH",
        ],
    );
    let found = world
        .line("person show 'Anna Müller' --format json")
        .success();
    let found: serde_json::Value = serde_json::from_str(&found).unwrap();
    assert_eq!(found[0]["family_name"], "Meyer");
    assert_eq!(found[0]["title"], serde_json::Value::Null);
    assert_eq!(found[0]["email"], "a.meyer@nord.example");
    assert_eq!(found[0]["organisation"], "Ganz Neu GmbH");
    no_change(&world, &["person", "edit", "1", "--family", "Meyer"]);
    change(&world, &["person", "alias", "1", "Anni M."]);
    no_change(&world, &["person", "alias", "1", "Anni M."]);
    change(&world, &["person", "alias", "1", "Anni M.", "--remove"]);
    refused(&world, &["person", "edit", "1"], 2, "nothing to change");
    refused(
        &world,
        &["person", "edit", "1", "--given", "", "--family", ""],
        2,
        "needs a name",
    );
    refused(
        &world,
        &[
            "person",
            "add",
            "Anna Meyer",
            "--email",
            "a.meyer@nord.example",
        ],
        1,
        "on file already",
    );
    refused(
        &world,
        &["person", "add", "Eva", "--email", "eva@@nord"],
        2,
        "not an e-mail address",
    );
    change(
        &world,
        &[
            "person",
            "add",
            "Anna Meyer",
            "--email",
            "other@nord.example",
        ],
    );
    refused(
        &world,
        &["person", "show", "Anna Meyer"],
        1,
        "may be 2 people",
    );
}

#[test]
fn a_speaker_who_is_added_later_is_recognised() {
    let world = day();
    change(&world, &["person", "add", "Prof. Ada Quell"]);
    let shown = world.line("session show a --format json").success();
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(shown[0]["people"][0]["person_id"], 4);
    change(
        &world,
        &[
            "session",
            "edit",
            "a",
            "--speaker",
            "",
            "--host",
            "Jan Becker",
        ],
    );
    let shown = world.line("session show a --format json").success();
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(shown[0]["people"].as_array().unwrap().len(), 1);
    assert_eq!(shown[0]["people"][0]["person_id"], 2);
}

#[test]
fn organisations_are_merged_and_known_by_all_their_names() {
    let world = day();
    change(
        &world,
        &[
            "organisation",
            "add",
            "Cluster Süd",
            "--kind",
            "CMO",
            "--alias",
            "CS",
        ],
    );
    refused(&world, &["organisation", "add", "cs"], 1, "on file");
    change(&world, &["person", "edit", "3", "--organisation", "CS"]);
    change(&world, &["signup", "add", "3", "--session", "b"]);
    change(&world, &["organisation", "merge", "CS", "1"]);
    let shown = world
        .line("organisation show 'Cluster Süd' --format json")
        .success();
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(shown[0]["kind"], "CMO");
    assert_eq!(shown[0]["people"].as_array().unwrap().len(), 3);
    assert_eq!(shown[0]["events"][0]["registered"], 1);
    change(
        &world,
        &[
            "organisation",
            "edit",
            "1",
            "--name",
            "Norden e.V.",
            "--kind",
            "",
        ],
    );
    no_change(
        &world,
        &["organisation", "edit", "BioCluster Nord", "--kind", ""],
    );
    change(&world, &["organisation", "alias", "1", "CS", "--remove"]);
    refused(
        &world,
        &["organisation", "merge", "1", "Norden"],
        2,
        "both are organisation 1",
    );
}

#[test]
fn events_are_changed_and_looked_at() {
    let world = day();
    change(
        &world,
        &[
            "event", "edit", "--rule", "15min", "--end", "12:00", "--place", "Hamburg",
        ],
    );
    change(
        &world,
        &["event", "edit", "tag", "--rule", "", "--place", ""],
    );
    no_change(&world, &["event", "edit", "tag", "--rule", ""]);
    refused(
        &world,
        &["event", "add", "Tag", "--start", "1.1.2021"],
        1,
        "there is an event `tag`",
    );
    refused(
        &world,
        &["event", "edit", "--slug", "Ein Tag"],
        2,
        "is not a short name",
    );
    change(
        &world,
        &[
            "event",
            "add",
            "Zwei Tage",
            "--start",
            "1.3.2021",
            "--end",
            "2.3.2021",
        ],
    );
    let shown = world.line("event show zwei-tage --format json").success();
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(shown[0]["start"], "2021-03-01T00:00:00+01:00");
    assert_eq!(shown[0]["end"], "2021-03-02T23:59:00+01:00");
    refused(&world, &["session", "list"], 1, "the file holds 2 events");
}

#[test]
fn the_door_of_a_drop_in_session_notes_who_has_cancelled_the_meeting() {
    let mut world = day();
    let bar = "session add Bar --slug bar --kind networking --start 11:30 --end 12:30 --drop-in";
    change(&world, &bar.split(' ').collect::<Vec<_>>());
    change(&world, &["signup", "add", "1", "2", "--session", "b"]);
    change(&world, &["signup", "cancel", "1"]);
    world.set_now("2020-10-08T11:35:00+02:00");
    let output = change(&world, &["check-in", "1", "2", "--session", "bar"]);
    assert!(
        output.contains("Dr. Anna Müller is in `bar` since 11:35 (a walk-in: had cancelled)\n"),
        "{output}"
    );
    assert_eq!(output.matches("walk-in").count(), 1, "{output}");
}

#[test]
fn the_door_notes_who_came_and_who_left() {
    let mut world = day();
    change(&world, &["signup", "add", "1", "--session", "a"]);
    refused(
        &world,
        &["check-in", "1", "--session", "a"],
        1,
        "more than 12 hours away",
    );
    change(&world, &["check-in", "2", "--session", "a", "--excused"]);
    no_change(&world, &["check-in", "2", "--session", "a", "--excused"]);
    world.set_now("2020-10-08T11:35:00+02:00");
    let output = change(&world, &["check-in", "1", "3", "--session", "a"]);
    assert!(
        output.contains("Dr. Anna Müller is in `a` since 11:35\n"),
        "{output}"
    );
    assert!(
        output.contains("since 11:35 (a walk-in: not registered"),
        "{output}"
    );
    no_change(&world, &["check-in", "1", "3", "3", "--session", "a"]);
    change(
        &world,
        &["check-in", "1", "--session", "a", "--out", "--at", "12:15"],
    );
    no_change(
        &world,
        &["check-in", "1", "--session", "a", "--out", "--at", "12:15"],
    );
    refused(
        &world,
        &[
            "check-in",
            "1",
            "--session",
            "a",
            "--at",
            "2020-10-10T10:00",
        ],
        2,
        "12 hours",
    );
    refused(
        &world,
        &["check-in", "2", "Eva Neu", "--session", "a"],
        1,
        "--walk-in",
    );
    refused(
        &world,
        &["check-in", "Kohlgruber", "--session", "a"],
        1,
        "did you mean `Beatrix Kohlgruber`?",
    );
    change(
        &world,
        &[
            "check-in",
            "Eva Neu",
            "--session",
            "a",
            "--walk-in",
            "--organisation",
            "1",
            "--email",
            "eva@nord.example",
        ],
    );
    no_change(
        &world,
        &["check-in", "Eva Neu", "--session", "a", "--walk-in"],
    );
    world.set_now("2020-10-08T21:00:00+02:00");
    // Whoever comes after all is excused no more.
    let output = change(&world, &["check-in", "2", "--session", "a"]);
    assert!(
        output.contains("`a` is over: recorded as present without a time"),
        "{output}"
    );
    change(&world, &["check-in", "3", "--session", "a", "--out"]);
    let report = world
        .line("report attendance --session a --format json")
        .success();
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    let minutes: Vec<(i64, Option<i64>)> = report
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["person_id"].as_i64().unwrap(), row["minutes"].as_i64()))
        .collect();
    assert_eq!(
        minutes,
        [(2, None), (3, Some(55)), (1, Some(40)), (4, Some(55))]
    );
}

#[test]
fn a_question_about_somebody_who_was_merged_can_still_be_answered() {
    let world = day();
    world.write(
        "in.csv",
        "Name;E-Mail;Organisation;Session\nAnna Müler;am@sued.example;BioCluster Nord;B\n",
    );
    drop(world.line("import in.csv --as signups --quiet").code(3));
    change(
        &world,
        &[
            "person",
            "add",
            "Anna Maria Müller",
            "--email",
            "x@y.example",
        ],
    );
    change(&world, &["person", "merge", "1", "Anna Maria Müller"]);
    change_answer(&world);
}

/// Answers the one open question with its first candidate.
fn change_answer(world: &World) {
    let open = world.line("review --format json").success();
    let open: serde_json::Value = serde_json::from_str(&open).unwrap();
    let question = &open[0];
    let person = question["candidates"][0]["person_id"].to_string();
    assert_eq!(person, "4", "{open}");
    world
        .run(&["review", &question["id"].to_string(), "person", &person])
        .success();
    assert_eq!(world.run(&["check"]).success(), "sound\n");
}

#[test]
fn a_cancellation_taken_back_late_asks_about_what_overlaps_by_then() {
    let world = World::with_file();
    for arguments in [
        &[
            "event",
            "add",
            "Meeting",
            "--start",
            "2020-10-08T10:00",
            "--end",
            "12:00",
        ][..],
        &[
            "session", "add", "Alpha", "--start", "10:00", "--end", "11:00",
        ],
        &[
            "session", "add", "Beta", "--start", "10:30", "--end", "11:30",
        ],
        &["person", "add", "Anna Muster"],
        &["signup", "add", "Anna Muster", "--session", "alpha"],
        &["signup", "cancel", "Anna Muster", "--session", "alpha"],
        &["signup", "add", "Anna Muster", "--session", "beta"],
    ] {
        world.run(arguments).success();
    }
    assert_eq!(world.line("review --format json").success(), "[]\n");
    world.run(&["undo", "6"]).success();
    let asked = world.line("review --format json").success();
    assert!(asked.contains("alpha and beta overlap"), "{asked}");
    world.run(&["undo", "8"]).success();
    assert_eq!(world.line("review --format json").success(), "[]\n");
}

#[test]
fn a_time_that_is_remembered_later_is_noted() {
    let mut world = day();
    world.set_now("2020-10-08T21:00:00+02:00");
    change(&world, &["check-in", "1", "--session", "a"]);
    refused(
        &world,
        &["check-in", "2", "--session", "a", "--out"],
        1,
        "Jan Becker is not inside `a`",
    );
    let came = ["check-in", "1", "--session", "a", "--at", "11:40"];
    change(&world, &came);
    no_change(&world, &came);
    refused(
        &world,
        &["check-in", "1", "--session", "a", "--out", "--at", "11:30"],
        1,
        "Dr. Anna Müller would leave before they came",
    );
    change(
        &world,
        &["check-in", "1", "--session", "a", "--out", "--at", "12:10"],
    );
    let report = world
        .line("report attendance --session a --format json")
        .success();
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report[0]["minutes"], 30, "{report}");
}

#[test]
fn a_date_that_can_be_read_in_two_ways_is_refused() {
    let world = day();
    let start = |text| ["event", "edit", "--end", text];
    refused(
        &world,
        &start("10/8/2020"),
        2,
        "hint: write 2020-08-10 (10.08.2020) or 2020-10-08 (08.10.2020)\n",
    );
    refused(&world, &start("soon"), 2, "hint: write `YYYY-MM-DD HH:MM`");
    change(&world, &start("10/25/2020"));
}

#[test]
fn a_request_without_a_time_has_the_time_it_was_written_down() {
    let mut world = day();
    change(&world, &["session", "edit", "a", "--capacity", "1"]);
    world.write(
        "list.csv",
        "Name;E-Mail;Session\nZora Zahn;z@x.example;a\nYan Yilmaz;y@x.example;a\nXaver Xu;x@x.example;a\n",
    );
    world.line("import list.csv --as signups").success();
    world.set_now("2020-09-21T10:00:00+02:00");
    let moved = change(&world, &["signup", "cancel", "Zora Zahn", "--session", "a"]);
    assert!(moved.contains("Yan Yilmaz moves up in `a`"), "{moved}");
    world.set_now("2020-09-22T10:00:00+02:00");
    let waits = change(&world, &["signup", "add", "Zora Zahn", "--session", "a"]);
    assert!(waits.contains("2nd"), "{waits}");
    let moved = change(&world, &["session", "edit", "a", "--capacity", "2"]);
    assert!(moved.contains("Xaver Xu moves up in `a`"), "{moved}");
    let signups = world
        .line("signup list --session a --format json")
        .success();
    let signups: serde_json::Value = serde_json::from_str(&signups).unwrap();
    for row in signups.as_array().unwrap() {
        let is_zora = row["name"] == "Zahn, Zora";
        assert_eq!(row["requested_at"].is_null(), !is_zora, "{row}");
        assert_eq!(row["position"].is_null(), !is_zora, "{row}");
    }
}

#[test]
fn the_programme_counts_the_signed_up_as_the_report_does() {
    let world = day();
    for arguments in [
        &[
            "session", "add", "Impulse", "--slug", "keynote", "--kind", "keynote", "--start",
            "10:00", "--end", "11:00",
        ][..],
        &["person", "add", "Ada Quell"],
        &["signup", "add", "1", "2", "Ada Quell", "--session", "a"],
    ] {
        world.run(arguments).success();
    }
    let read = |arguments: &[&str]| -> serde_json::Value {
        let arguments = [arguments, &["--format", "json"]].concat();
        serde_json::from_str(&world.run(&arguments).success()).unwrap()
    };
    let report = read(&["report", "sessions"]);
    let list = read(&["session", "list"]);
    let page = read(&["event", "show"]);
    let counted: Vec<i64> = report
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["signed_up"].as_i64().unwrap())
        .collect();
    assert_eq!(counted, [3, 2, 0], "{report}");
    for (index, row) in report.as_array().unwrap().iter().enumerate() {
        let own = read(&["session", "show", row["session"].as_str().unwrap()]);
        for key in ["signed_up", "waitlisted"] {
            assert_eq!(list[index][key], row[key], "{list}");
            assert_eq!(page[0]["sessions"][index][key], row[key], "{page}");
            assert_eq!(own[0][key], row[key], "{own}");
        }
    }
}

#[test]
fn namesakes_are_told_apart() {
    let world = day();
    world.write(
        "people.csv",
        "Name,E-Mail,Organisation\nAnna Müller,anna@sued.example,BioCluster Süd\n",
    );
    world.line("import people.csv --as people").success();
    let said = change(&world, &["signup", "add", "1", "4", "2", "--session", "b"]);
    assert!(
        said.contains("Dr. Anna Müller (BioCluster Nord e.V.) "),
        "{said}"
    );
    assert!(said.contains("Anna Müller (BioCluster Süd) "), "{said}");
    assert!(said.contains("Jan Becker has"), "{said}");
}

#[test]
fn an_answer_says_who_was_meant_and_how_to_take_it_back() {
    let world = day();
    world.write(
        "people.csv",
        "Name,E-Mail,Organisation\nJan Beker,jan@nord.example,Biocluster Nord\n",
    );
    drop(world.line("import people.csv --as people").code(3));
    let german = world.line("review --lang de").success();
    assert!(
        german.contains("Wer ist Jan Beker (Biocluster Nord)?"),
        "{german}"
    );
    let data = world.line("review --lang de --format json").success();
    assert!(
        data.contains("Who is Jan Beker (Biocluster Nord)?"),
        "{data}"
    );
    let unknown = world.line("review 1 person nobody@x.example").code(1);
    assert!(!unknown.stderr.contains("nobody@"), "{unknown}");
    let done = world.line("review 1 person 2").code(0);
    assert!(
        done.stderr.contains("question 1: person 2, Jan Becker\n"),
        "{done}"
    );
    let (_, after) = done.stderr.split_once("operation ").unwrap();
    let (number, after) = after.split_once(": question 1 answered\n").unwrap();
    assert!(
        after.contains(&format!("hint: `rollcall undo {number}` takes it back")),
        "{done}"
    );
    let history = world.line("history --format json").success();
    assert!(!history.contains("Jan Becker"), "{history}");
}

#[test]
fn an_answer_about_a_row_that_is_out_of_date_says_so() {
    let world = day();
    let form = |name: &str, time: &str, session: &str| {
        format!(
            "Timestamp;Name;E-Mail;Organisation;Session\n{time};{name};am@sued.example;BioCluster Nord;{session}\n"
        )
    };
    world.write("old.csv", form("Anna Müler", "2020-09-10 10:00", "B"));
    drop(world.line("import old.csv --as signups").code(3));
    let newer = form("Anna Müller", "2020-09-12 10:00", "A")
        .replace("am@sued.example", "anna.mueller@nord.example");
    world.write("new.csv", newer);
    world.line("import new.csv --as signups").success();
    let done = world.line("review 1 person 1").code(0);
    assert!(
        done.stderr
            .contains("the row that waited is skipped: a newer submission is on file\n"),
        "{done}"
    );
}

#[test]
fn one_more_person_for_a_plenary_leaves_the_others_expected() {
    let world = day();
    change(
        &world,
        &[
            "session", "add", "Welcome", "--slug", "welcome", "--kind", "plenary", "--start",
            "10:00", "--end", "11:00",
        ],
    );
    change(&world, &["signup", "add", "1", "2", "--session", "b"]);
    let expected = |count: &str| {
        let list = world.line("report sessions --format json").success();
        let sessions: serde_json::Value = serde_json::from_str(&list).unwrap();
        let welcome = sessions
            .as_array()
            .unwrap()
            .iter()
            .find(|it| it["session"] == "welcome")
            .unwrap();
        assert_eq!(welcome["signed_up"].to_string(), count);
    };
    expected("2");
    let output = change(&world, &["signup", "add", "3", "--session", "welcome"]);
    assert!(
        output.contains(
            "Beatrix Kohlgruber is registered, and expected in `welcome` like everybody registered"
        ),
        "{output}"
    );
    expected("3");
    no_change(&world, &["signup", "add", "3", "--session", "welcome"]);
    expected("3");
}
