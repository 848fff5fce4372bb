//! What other programs do to the file: theirs is left alone, and ours is found to be altered before it matters.

use std::path::{Path, PathBuf};

use rollcall::store::{ObjectKind, Store, StoreError};

use crate::support::{World, fixtures};

#[expect(
    clippy::disallowed_methods,
    reason = "somebody else's program has no rules of ours"
)]
fn connect(path: &Path) -> rusqlite::Connection {
    rusqlite::Connection::open(path).unwrap()
}

/// Somebody else's program at work on the file.
fn sql(world: &World, statements: &str) {
    connect(&world.path().join("rollcall.db"))
        .execute_batch(statements)
        .unwrap();
}

fn with_somebody() -> World {
    let world = World::with_file();
    world.line("person add 'Anna Muster'").success();
    world.line("person edit 1 --phone 111").success();
    world
}

/// Returns every object of a schema with the statement that makes it.
fn objects(path: &Path) -> Vec<(String, String)> {
    let connection = connect(path);
    let mut statement = connection
        .prepare(
            "SELECT type || ' ' || name, sql FROM sqlite_schema
             WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY 1",
        )
        .unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn what_others_add_is_left_alone_and_named() {
    let world = with_somebody();
    sql(
        &world,
        "CREATE TABLE notes (id INTEGER PRIMARY KEY, person INTEGER, operation_id INTEGER);
         INSERT INTO notes VALUES (1, 1, 2);
         CREATE INDEX notes_person ON notes (person);
         CREATE VIEW all_notes AS SELECT * FROM notes;
         CREATE TRIGGER notes_new AFTER INSERT ON notes BEGIN SELECT 1; END;",
    );
    let check = world.run(&["check"]).code(0);
    assert_eq!(check.stdout, "sound\n");
    for object in [
        "the table `notes`",
        "the index `notes_person`",
        "the view `all_notes`",
        "the trigger `notes_new`",
    ] {
        let line = format!("{object} is not of this program, and is left alone\n");
        assert!(check.stderr.contains(&line), "{check}");
    }
    assert!(!world.dump().contains("notes"));
    let shown = world.line("history show 2").success();
    assert!(!shown.contains("notes"), "{shown}");
    world.run(&["undo"]).success();
    world.run(&["undo"]).success();
    let rows: i64 = connect(&world.path().join("rollcall.db"))
        .query_row("SELECT count(*) FROM notes", [], |row| row.get(0))
        .unwrap();
    assert_eq!(rows, 1);
}

#[test]
fn rows_of_others_that_refer_to_ours_are_named_when_they_stand_in_the_way() {
    let world = with_somebody();
    sql(
        &world,
        "CREATE TABLE notes (id INTEGER PRIMARY KEY, person INTEGER REFERENCES person (id));
         INSERT INTO notes VALUES (1, 1);",
    );
    let before = world.dump();
    world.run(&["undo", "2"]).success();
    let refused = world.run(&["undo", "1"]).code(1);
    assert!(
        refused.stderr.starts_with(
            "error: rows of another program's table refer to what this would remove: notes\n"
        ),
        "{refused}"
    );
    world.run(&["undo", "3"]).success();
    assert_eq!(world.dump(), before);
    assert_eq!(world.run(&["check"]).success(), "sound\n");
}

/// What a program does to our layout, and what `check` says of it.
const REPAIRABLE: &[(&str, &str)] = &[
    (
        "DROP TRIGGER person_updated",
        "the trigger `person_updated` is missing",
    ),
    (
        "DROP TRIGGER stay_deleted;
         CREATE TRIGGER stay_deleted AFTER DELETE ON stay BEGIN SELECT 1; END;",
        "the trigger `stay_deleted` was altered",
    ),
    (
        "DROP VIEW people; CREATE VIEW people AS SELECT id FROM person",
        "the view `people` was altered",
    ),
    ("DROP VIEW attendance", "the view `attendance` is missing"),
    (
        "DROP INDEX stay_event; CREATE UNIQUE INDEX stay_event ON stay (id)",
        "the index `stay_event` was altered",
    ),
    (
        "DROP INDEX person_address_address",
        "the index `person_address_address` is missing",
    ),
    (
        "DROP TABLE written_file",
        "the table `written_file` is missing",
    ),
];

#[test]
fn an_altered_layout_stops_every_change_until_it_is_repaired() {
    for (damage, told) in REPAIRABLE {
        let world = with_somebody();
        let path = world.path().join("rollcall.db");
        let made = objects(&path);
        let before = world.dump();
        sql(&world, damage);
        for arguments in [
            &["person", "add", "Jan Becker"][..],
            &["person", "edit", "1", "--phone", "222"],
            &["undo"],
            &["undo", "--dry-run"],
        ] {
            let refused = world.run(arguments).code(1);
            let expected = format!("error: `rollcall.db` is not as rollcall made it: {told}\n");
            assert!(refused.stderr.starts_with(&expected), "{refused}");
            assert!(refused.stderr.contains("hint: "), "{refused}");
        }
        let check = world.run(&["check"]).code(1);
        assert_eq!(check.stdout, format!("{told}\n"), "{check}");
        let repaired = world.run(&["check", "--repair"]).code(0);
        assert_eq!(repaired.stdout, "sound\n", "{repaired}");
        assert!(
            repaired.stderr.starts_with(&format!("{told}: rebuilt\n")),
            "{repaired}"
        );
        let has_trigger = told.starts_with("the trigger");
        assert_eq!(
            repaired.stderr.contains("`undo` cannot bring it back"),
            has_trigger,
            "{repaired}"
        );
        assert_eq!(objects(&path), made, "{damage}");
        assert_eq!(world.dump(), before);
        world.run(&["undo"]).success();
        let again = world.run(&["check", "--repair"]).code(0);
        assert!(
            again.stderr.contains("there is nothing to repair"),
            "{again}"
        );
    }
}

#[test]
fn views_and_indices_that_are_missing_do_not_stop_a_report() {
    let world = with_somebody();
    let before = world.run(&["export", "people"]).success();
    sql(
        &world,
        "DROP VIEW people; DROP INDEX person_organisation; DROP TRIGGER person_updated;",
    );
    assert_eq!(world.run(&["export", "people"]).success(), before);
}

#[test]
fn an_altered_table_stops_reading_and_cannot_be_repaired() {
    for (damage, told) in [
        (
            "ALTER TABLE person ADD COLUMN note TEXT",
            "the table `person` was altered",
        ),
        ("DROP TABLE stay", "the table `stay` is missing"),
    ] {
        let world = with_somebody();
        sql(&world, damage);
        for arguments in [
            &["person", "list"][..],
            &["person", "add", "Jan Becker"],
            &["export", "all", "-o", "export"],
        ] {
            let refused = world.run(arguments).code(1);
            assert!(refused.stderr.contains(told), "{refused}");
            assert!(
                refused.stderr.contains("rollcall restore COPY"),
                "{refused}"
            );
        }
        assert!(!world.path().join("export").exists());
        let repaired = world.run(&["check", "--repair"]).code(1);
        assert!(
            repaired
                .stderr
                .contains(&format!("{told}: cannot be rebuilt without loss")),
            "{repaired}"
        );
    }
}

#[test]
fn a_missing_table_of_a_file_without_any_row_is_made_anew() {
    let world = World::with_file();
    let path = world.path().join("rollcall.db");
    let made = objects(&path);
    sql(&world, "DROP TABLE stay");
    world.run(&["check", "--repair"]).success();
    assert_eq!(objects(&path), made);
}

#[test]
fn every_object_of_ours_is_missed_and_all_but_tables_are_made_anew() {
    let world = with_somebody();
    let path = world.path().join("rollcall.db");
    let made = objects(&path);
    for (object, _) in &made {
        if object.starts_with("table") {
            continue;
        }
        sql(&world, &format!("DROP {object}"));
        let mut store = Store::open(&path).unwrap();
        let deviations = store.check(super::desk::now()).unwrap().deviations;
        assert_eq!(deviations.len(), 1, "{object}");
        let found = &deviations[0].object;
        assert_eq!(format!("{} {}", found.kind.as_str(), found.name), *object);
        assert_eq!(store.repair().unwrap().rebuilt, deviations);
        assert_eq!(objects(&path), made);
    }
    let kinds = |kind: ObjectKind| {
        let kind = kind.as_str();
        made.iter()
            .filter(|(name, _)| name.starts_with(kind))
            .count()
    };
    // What the file has today: more may come, none may go unnoticed.
    assert!(kinds(ObjectKind::Trigger) >= 34 && kinds(ObjectKind::View) >= 8);
}

/// Returns the files of a folder with their bytes.
fn bytes(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<(PathBuf, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), std::fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn nothing_of_another_programs_database_changes() {
    let world = World::new();
    let other = connect(&world.path().join("rollcall.db"));
    other
        .execute_batch(
            "PRAGMA journal_mode = WAL; CREATE TABLE notes (text TEXT);
             INSERT INTO notes VALUES ('mine');",
        )
        .unwrap();
    let before = bytes(world.path());
    assert_eq!(before.len(), 3, "a database, its log, and its index");
    for arguments in [
        &["person", "list"][..],
        &["person", "add", "Anna Muster"],
        &["init"],
        &["check", "--repair"],
        &["undo"],
    ] {
        assert_eq!(world.run(arguments).code, 1, "{arguments:?}");
        assert!(bytes(world.path()) == before, "{arguments:?}");
    }
}

#[test]
fn a_file_of_ours_with_a_log_is_one_file_again() {
    let world = with_somebody();
    let path = world.path().join("rollcall.db");
    let other = connect(&path);
    other
        .execute_batch("PRAGMA journal_mode = WAL; UPDATE person SET phone = '333';")
        .unwrap();
    let refused = world.line("person show 1").code(1);
    assert!(
        refused.stderr.starts_with(
            "error: another program set `rollcall.db` to write-ahead logging, and this cannot be undone now\n"
        ),
        "{refused}"
    );
    // A copy with its log, as an interrupted program leaves it.
    let copy = World::new();
    for name in ["rollcall.db", "rollcall.db-wal"] {
        std::fs::copy(world.path().join(name), copy.path().join(name)).unwrap();
    }
    drop(other);
    for world in [&world, &copy] {
        let shown = world.line("person show 1").success();
        assert!(shown.contains("333"), "{shown}");
        let names: Vec<PathBuf> = bytes(world.path()).into_iter().map(|it| it.0).collect();
        assert_eq!(names, [world.path().join("rollcall.db")]);
        assert_eq!(world.run(&["check"]).success(), "sound\n");
    }
}

/// A world with the file that version 0.1 left: layout 1, with people, sign-ups, questions and an undo.
fn of_layout_1() -> World {
    let world = World::new();
    let fixture = fixtures().join("databases/layout1.db");
    std::fs::copy(fixture, world.path().join("rollcall.db")).unwrap();
    world
}

#[test]
fn a_file_of_layout_1_is_upgraded_and_all_that_was_done_in_it_can_be_undone() {
    let world = of_layout_1();
    let old = std::fs::read(world.path().join("rollcall.db")).unwrap();
    let questions = world.line("review --list --format json").success();
    let questions: Vec<serde_json::Value> = serde_json::from_str(&questions).unwrap();
    let kinds: std::collections::BTreeSet<&str> = questions
        .iter()
        .map(|question| question["kind"].as_str().unwrap())
        .collect();
    assert_eq!(
        kinds.into_iter().collect::<Vec<_>>(),
        ["conflict", "organisation", "person", "stay"]
    );
    assert_eq!(world.run(&["check"]).success(), "sound\n");
    // The copy is what was there.
    let copy = connect(&world.path().join("rollcall.db.layout1"));
    let rows = |connection: &rusqlite::Connection, what: &str| -> i64 {
        connection.query_row(what, [], |row| row.get(0)).unwrap()
    };
    assert_eq!(rows(&copy, "PRAGMA user_version"), 1);
    world.write("old.db", &old);
    let old = connect(&world.path().join("old.db"));
    for table in ["person", "signup", "review", "operation", "change", "stay"] {
        let count = format!("SELECT count(*) FROM {table}");
        assert_eq!(rows(&copy, &count), rows(&old, &count), "{table}");
        assert!(rows(&old, &count) > 0, "{table}");
    }
    // A new file of this layout has the same schema.
    let new = World::with_file();
    let schema = |world: &World| objects(&world.path().join("rollcall.db"));
    assert_eq!(schema(&world), schema(&new));
    // Everything goes back to nothing.
    loop {
        let output = world.run(&["undo"]);
        if output.code != 0 {
            assert!(
                output.stderr.contains("there is nothing to undo"),
                "{output}"
            );
            break;
        }
        assert_eq!(world.run(&["check"]).success(), "sound\n");
    }
    assert_eq!(world.dump(), "");
}

#[test]
fn an_upgrade_that_was_interrupted_is_done_again_with_the_copy_it_had_made() {
    let world = of_layout_1();
    world.run(&["person", "list"]).success();
    let copy = world.path().join("rollcall.db.layout1");
    let first = std::fs::read(&copy).unwrap();
    // The upgrade was rolled back, and the copy is there.
    std::fs::copy(
        fixtures().join("databases/layout1.db"),
        world.path().join("rollcall.db"),
    )
    .unwrap();
    world.run(&["person", "list"]).success();
    assert_eq!(std::fs::read(&copy).unwrap(), first);
    assert!(!world.path().join("rollcall.db.layout1-2").exists());
}

#[test]
fn a_copy_that_is_something_else_stays_and_does_not_block_the_upgrade() {
    let world = of_layout_1();
    world.write("rollcall.db.layout1", "half a copy");
    world.run(&["person", "list"]).success();
    assert_eq!(
        std::fs::read(world.path().join("rollcall.db.layout1")).unwrap(),
        b"half a copy"
    );
    let copy = connect(&world.path().join("rollcall.db.layout1-2"));
    let layout: i64 = copy
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap();
    assert_eq!(layout, 1);
}

#[test]
fn two_programs_that_upgrade_at_once_make_one_copy() {
    for _ in 0..5 {
        let world = of_layout_1();
        std::thread::scope(|scope| {
            let run = || world.run(&["person", "list"]).success();
            let others: Vec<_> = (0..3).map(|_| scope.spawn(run)).collect();
            let own = run();
            for other in others {
                assert_eq!(other.join().unwrap(), own);
            }
        });
        assert!(world.path().join("rollcall.db.layout1").exists());
        assert!(!world.path().join("rollcall.db.layout1-2").exists());
    }
}

#[test]
fn what_an_interrupted_init_left_is_called_what_it_is() {
    let world = World::new();
    world.write("rollcall.db", "");
    for arguments in [&["init"][..], &["person", "list"], &["check"]] {
        let told = world.run(arguments).code(1);
        assert!(
            told.stderr.starts_with(
                "error: `rollcall.db` is empty: an interrupted `rollcall init` may have left it\n"
            ),
            "{told}"
        );
        assert!(told.stderr.contains("hint: delete it, then"), "{told}");
    }
    // A database without a table is as empty.
    let empty = connect(&world.path().join("rollcall.db"));
    empty
        .execute_batch("PRAGMA user_version = 0; VACUUM;")
        .unwrap();
    drop(empty);
    let told = world.run(&["init"]).code(1);
    assert!(told.stderr.contains("is empty"), "{told}");
    assert!(matches!(
        Store::open(&world.path().join("rollcall.db")),
        Err(StoreError::Unfinished(_))
    ));
}
