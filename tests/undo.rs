//! Undo in other orders than newest first: it restores exactly, or says what stands in the way.

use crate::desk::PROGRAMME;
use crate::support::World;

fn numbers_of(world: &World) -> (Option<String>, Option<String>) {
    let person = world.line("person show 1 --format json").success();
    let person: serde_json::Value = serde_json::from_str(&person).unwrap();
    let text = |key: &str| person[0][key].as_str().map(str::to_owned);
    (text("title"), text("phone"))
}

#[test]
fn an_undo_of_an_undo_does_not_bring_back_what_another_undo_took() {
    let world = World::with_file();
    world.line("person add 'Anna Muster'").success(); // 1
    world.line("person edit 1 --phone 111").success(); // 2
    world.line("person edit 1 --title Dr.").success(); // 3
    world.run(&["undo"]).success(); // 4 takes 3 back
    world.run(&["undo"]).success(); // 5 takes 2 back
    let before = world.dump();
    let refused = world.run(&["undo", "4"]).code(1);
    assert!(refused.stderr.contains("operation 5 (`undo`)"), "{refused}");
    assert_eq!(world.dump(), before);
    // In the right order both come back.
    world.run(&["undo", "5"]).success();
    world.run(&["undo", "4"]).success();
    assert_eq!(
        numbers_of(&world),
        (Some("Dr.".to_owned()), Some("111".to_owned()))
    );
}

#[test]
fn an_image_whose_row_is_gone_is_never_passed_over() {
    let world = World::with_file();
    world.line("person add 'Anna Muster'").success(); // 1
    world.line("person edit 1 --phone 111").success(); // 2
    world.run(&["undo"]).success(); // 3 takes 2 back
    world.run(&["undo"]).success(); // 4 takes 1 back
    let before = world.dump();
    let refused = world.run(&["undo", "3"]).code(1);
    assert!(
        refused.stderr.contains("cannot be taken back: operation 4"),
        "{refused}"
    );
    assert_eq!(world.dump(), before);
}

#[test]
fn a_refusal_always_names_what_stands_in_the_way() {
    let world = World::with_file();
    for arguments in [
        &["event", "add", "T", "--start", "2030-10-08"][..], // 1
        &["session", "add", "A", "--start", "9:00", "--end", "10:00"], // 2
        &["undo"],                                           // 3 takes 2 back
        &["undo"],                                           // 4 takes 1 back
        &["undo", "4"],                                      // 5 brings the event back
        &["undo", "3"],                                      // 6 brings the session back
    ] {
        world.run(arguments).success();
    }
    let refused = world.run(&["undo", "5"]).code(1);
    assert!(
        refused
            .stderr
            .contains("operation 6 (`undo`) uses what it created"),
        "{refused}"
    );
    assert!(refused.stderr.contains("`rollcall undo 6`"), "{refused}");
}

#[test]
fn two_later_operations_that_cancel_out_stand_in_nobodys_way() {
    let world = World::with_file();
    world.line("person add 'Anna Muster'").success(); // 1
    world.line("person edit 1 --phone 111").success(); // 2
    world.line("person edit 1 --title Dr.").success(); // 3
    world.run(&["undo", "3"]).success(); // 4
    world.run(&["undo", "2"]).success(); // 5
    assert_eq!(numbers_of(&world), (None, None));
}

#[test]
fn the_newest_operation_is_taken_back_exactly_also_over_the_limit() {
    let world = World::with_file();
    for arguments in [
        &["event", "add", "T", "--start", "2030-10-08"][..], // 1
        &["session", "add", "C", "--start", "11:00", "--end", "12:00"], // 2
        &["person", "add", "Eva Eins"],                      // 3
        &["signup", "add", "1", "--session", "c"],           // 4
        &["session", "edit", "c", "--capacity", "0"],        // 5
    ] {
        world.run(arguments).success();
    }
    let before = world.dump();
    world.run(&["undo", "4"]).success(); // 6
    world.run(&["undo", "6"]).success();
    assert_eq!(world.dump(), before);
}

#[test]
fn an_undo_elsewhere_does_not_keep_anything_from_coming_back_over_the_limit() {
    let world = World::with_file();
    for arguments in [
        &["event", "add", "T", "--start", "2030-10-08"][..], // 1
        &["session", "add", "C", "--start", "11:00", "--end", "12:00"], // 2
        &["person", "add", "Eva Eins"],                      // 3
        &["signup", "add", "1", "--session", "c"],           // 4
        &["session", "edit", "c", "--capacity", "0"],        // 5
        &["person", "edit", "1", "--phone", "111"],          // 6
    ] {
        world.run(arguments).success();
    }
    let before = world.dump();
    world.line("signup cancel 1 --session c").success(); // 7
    world.run(&["undo", "6"]).success(); // 8
    world.run(&["undo", "7"]).success();
    world.run(&["undo", "8"]).success();
    assert_eq!(world.dump(), before);
    // A place that is taken away meanwhile does.
    world.line("session edit c --capacity 1").success(); // 11
    world.line("signup cancel 1 --session c").success(); // 12
    world.line("session edit c --capacity 0").success(); // 13
    let refused = world.run(&["undo", "12"]).code(1);
    assert!(
        refused.stderr.contains("whose place was given"),
        "{refused}"
    );
}

#[test]
fn a_question_that_an_undo_asked_does_not_outlive_what_it_is_about() {
    let world = World::with_file();
    let empty = world.dump();
    world.write("programme.csv", PROGRAMME);
    let form = |name: &str, time: &str, sessions: &str| {
        let line = format!("{time};Bernd Dachs;bernd@dachs.example.org;Dachsbau;{sessions}");
        world.write(
            name,
            format!("Registration time;Name;Email;Organisation;Session\n{line}\n"),
        );
    };
    let (a, b, c) = (
        "Session A: Public relations",
        "Session B: Economic recovery",
        "Session C: Human resources",
    );
    form("form.csv", "2020-09-07 08:05", &format!("{a}; {b}"));
    form("changed.csv", "2020-09-08 08:05", c);
    world.line("import programme.csv form.csv").success(); // 1
    let moved = ["--from", "breakout-a", "--to", "breakout-b"];
    world
        .run(&[&["signup", "move", "1"], &moved[..]].concat())
        .success(); // 2
    world.run(&["import", "changed.csv"]).success(); // 3
    world.run(&["undo", "2"]).success(); // 4
    // Taking operation 3 back asks anew about the two sessions that overlap.
    world.run(&["undo", "3"]).success(); // 5
    let asked = world.line("review --format json").success();
    assert!(asked.contains("breakout-a and breakout-b"), "{asked}");
    let before = world.dump();
    world.run(&["undo", "1"]).success(); // 6
    assert_eq!(world.dump(), empty);
    world.run(&["undo", "6"]).success();
    assert_eq!(world.dump(), before);
}
