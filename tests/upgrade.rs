//! A file of layout 2, which kept questions and summaries in English: what it says stays the same, every question
//! takes its answer, and what was done before the upgrade is undone.

use serde_json::Value;

use crate::support::{World, fixtures};

/// The answers to the questions that are open in `layout2.db`: one of every kind of row, and every way to answer.
const ANSWERS: [(&str, &[&str], &str); 11] = [
    ("2", &["keep"], "Ida Igel: both sign-ups are kept\n"),
    (
        "4",
        &["same"],
        "question 4: same as organisation 1 (BioCluster Hansa)\n",
    ),
    (
        "5",
        &["person", "5"],
        "question 5: person 5, Tobias Kranz\n",
    ),
    ("6", &["new"], "question 6: new (Jan Beker)\n"),
    ("7", &["same"], "question 7: person 4, Katrin Lindner\n"),
    (
        "8",
        &["person", "2"],
        "question 8: person 2, Anna Amsel (Photonik Süd)\n",
    ),
    (
        "10",
        &["nobody"],
        "question 10: nobody (read.ai meeting notes)\n",
    ),
    (
        "11",
        &["person", "6"],
        "question 11: person 6, Hans Habicht\n",
    ),
    ("12", &["new"], "question 12: person 13, Regine Rabe\n"),
    ("13", &["different"], "question 13: person 14, Ida Igell\n"),
    (
        "14",
        &["person", "4"],
        "question 14: person 4, Katrin Lindner\n",
    ),
];

fn of_layout_2() -> World {
    let world = World::new();
    let fixture = fixtures().join("databases/layout2.db");
    std::fs::copy(fixture, world.path().join("rollcall.db")).unwrap();
    world
}

#[expect(
    clippy::disallowed_methods,
    reason = "a file is altered as another program would"
)]
fn connect(world: &World, name: &str) -> rusqlite::Connection {
    rusqlite::Connection::open(world.path().join(name)).unwrap()
}

fn layout(world: &World, name: &str) -> i64 {
    let connection = connect(world, name);
    let number = connection.query_row("PRAGMA user_version", [], |row| row.get(0));
    number.unwrap()
}

fn questions(world: &World) -> Value {
    let all = ["review", "--list", "--all", "--format", "json"];
    serde_json::from_str(&world.run(&all).success()).unwrap()
}

#[test]
fn a_file_of_layout_2_says_what_it_said() {
    let world = of_layout_2();
    let before = std::fs::read_to_string(fixtures().join("databases/layout2-review.json"));
    let before: Value = serde_json::from_str(&before.unwrap()).unwrap();
    let mut now = questions(&world);
    for question in now.as_array_mut().unwrap() {
        // Which questions are one is worked out anew.
        question.as_object_mut().unwrap().remove("also").unwrap();
    }
    assert_eq!(now, before);
    assert_eq!(world.run(&["check"]).success(), "sound\n");
    assert_eq!(layout(&world, "rollcall.db"), 8);
    assert_eq!(layout(&world, "rollcall.db.layout2"), 2);
    let history = world.run(&["history"]).success();
    for said in [
        "organisations2.csv: 2 rows: 2 created",
        "question 17: same as organisation 4",
        "took back operation 15 (review): 0 removed, 2 restored",
    ] {
        assert!(history.contains(said), "{history}");
    }
    // Reasons, details and answers are data, and so German as well.
    let german = world.line("review --list --all --lang de");
    let german = german.success();
    for said in [
        "a und b überschneiden sich",
        "ähnlicher Name 0,96, gleiche Organisation, gleiche Domain",
        "dieselbe wie Organisation 4",
        "erledigt: Die Sessions überschneiden sich nicht mehr",
        "Person 6",
    ] {
        assert!(german.contains(said), "{said} in {german}");
    }
}

#[test]
fn every_open_question_of_layout_2_takes_its_answer_and_the_answer_is_undone() {
    let world = of_layout_2();
    let before = questions(&world);
    let open = before.as_array().unwrap().iter();
    let open = open.filter(|it| it["state"] == "open").count();
    assert_eq!(open, ANSWERS.len());
    for (number, answer, told) in ANSWERS {
        let output = world.run(&[&["review", number], answer].concat()).code(0);
        assert!(output.stderr.starts_with(told), "{output}");
        assert_ne!(questions(&world), before, "{number}");
        assert_eq!(world.run(&["check"]).success(), "sound\n");
        world.run(&["undo"]).success();
        assert_eq!(questions(&world), before, "{number}");
    }
    // And one after the other, in this order.
    for (number, answer, _) in ANSWERS {
        let output = world.run(&[&["review", number], answer].concat());
        assert!(
            output.code == 0 || output.stderr.contains("was answered already: person"),
            "{output}"
        );
        assert_eq!(world.run(&["check"]).success(), "sound\n");
    }
    let after = questions(&world);
    let mut states = after.as_array().unwrap().iter().map(|it| &it["state"]);
    assert!(states.all(|it| it == "answered"), "{after}");
}

#[test]
fn an_answer_from_before_the_upgrade_is_undone_to_the_question_as_it_was() {
    let world = of_layout_2();
    // By operation: the answer that it gave, and the number of its question.
    for (operation, question) in [("11", 1), ("12", 9), ("13", 15), ("17", 17), ("18", 18)] {
        let before = questions(&world);
        assert_eq!(before[question - 1]["state"], "answered");
        world.run(&["undo", operation]).success();
        let asked = &questions(&world)[question - 1];
        assert_eq!(asked["state"], "open", "{asked}");
        assert_eq!(asked["answer"], Value::Null);
        assert_eq!(asked["question"], before[question - 1]["question"]);
        for column in ["candidates", "name", "file", "line"] {
            assert_eq!(asked[column], before[question - 1][column], "{asked}");
        }
        let show = ["review", "show", &question.to_string()];
        world.run(&show).success();
        assert_eq!(world.run(&["check"]).success(), "sound\n");
    }
    let output = world.line("review 17 same").code(0);
    assert!(
        output
            .stderr
            .contains("question 17: same as organisation 4"),
        "{output}"
    );
}

#[test]
fn all_that_was_done_in_layout_2_goes_back_to_nothing() {
    let world = of_layout_2();
    while world.run(&["undo"]).code == 0 {
        assert_eq!(world.run(&["check"]).success(), "sound\n");
    }
    assert_eq!(world.dump(), "");
}

#[test]
fn what_no_program_of_layout_2_wrote_is_refused_and_stays_as_it_is() {
    for (change, named) in [
        (
            r#"UPDATE review SET candidates = '[{"id":3,"score":0.9,"reasons":["a hunch"]}]' WHERE id = 6"#,
            "the column `candidates` of question 6",
        ),
        (
            "UPDATE review SET answer = 'maybe' WHERE id = 9",
            "the column `answer` of question 9",
        ),
    ] {
        let world = of_layout_2();
        connect(&world, "rollcall.db")
            .execute_batch(change)
            .unwrap();
        let told = world.run(&["review", "--list"]).code(1);
        assert!(told.stderr.contains(named), "{told}");
        assert_eq!(layout(&world, "rollcall.db"), 2);
    }
}

#[test]
fn a_row_that_cannot_be_read_is_an_error_and_no_answer_is_given_to_it() {
    let world = of_layout_2();
    questions(&world);
    let before = world.dump();
    let connection = connect(&world, "rollcall.db");
    let kept: String = connection
        .query_row("SELECT row FROM review WHERE id = 6", [], |row| row.get(0))
        .unwrap();
    for row in [
        r#"{"kind":"guess"}"#,
        r#"{"kind":"overlap","sessions":[2,3]}"#,
    ] {
        let sql = "UPDATE review SET row = ?1 WHERE id = 6";
        connection.execute(sql, [row]).unwrap();
        let told = world.line("review 6 new").code(1);
        assert!(
            told.stderr
                .starts_with("error: the file is damaged: the row of question 6\n"),
            "{told}"
        );
    }
    let sql = "UPDATE review SET row = ?1 WHERE id = 6; ";
    connection.execute(sql, [kept]).unwrap();
    assert_eq!(world.dump(), before);
}

#[test]
fn a_file_of_layout_3_keeps_its_stays_and_all_that_was_done_in_it_can_be_undone() {
    let world = World::new();
    let fixture = fixtures().join("databases/layout3.db");
    std::fs::copy(fixture, world.path().join("rollcall.db")).unwrap();
    let stays = |name: &str| -> Vec<(i64, Option<i64>)> {
        let connection = connect(&world, name);
        let mut statement = connection
            .prepare("SELECT id, person_id FROM stay ORDER BY id")
            .unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        rows.unwrap().map(Result::unwrap).collect()
    };
    let before = stays("rollcall.db");
    assert!(before.iter().any(|(_, person)| person.is_some()));
    assert_eq!(world.run(&["check"]).success(), "sound\n");
    assert_eq!(layout(&world, "rollcall.db"), 8);
    assert_eq!(layout(&world, "rollcall.db.layout3"), 3);
    assert_eq!(stays("rollcall.db"), before);
    // Nothing says which rule matched them: they are not judged again.
    let judged: i64 = connect(&world, "rollcall.db")
        .query_row(
            "SELECT count(*) FROM stay WHERE matched_by IS NOT NULL",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(judged, 0);
    while world.run(&["undo"]).code == 0 {
        assert_eq!(world.run(&["check"]).success(), "sound\n");
    }
    assert_eq!(world.dump(), "");
}

#[test]
fn names_that_are_found_by_another_key_than_in_layout_3_get_it_now_and_as_they_were() {
    let world = World::new();
    let fixture = fixtures().join("databases/layout3.db");
    std::fs::copy(fixture, world.path().join("rollcall.db")).unwrap();
    let connection = connect(&world, "rollcall.db");
    let triggers = rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER;
    connection.set_db_config(triggers, false).unwrap();
    // As a program of layout 3 wrote them: the key was in the letters of the name.
    let changed = connection.execute(
        "UPDATE person SET given_name = 'Иван', family_name = 'Петров', key = 'иван петров' WHERE id = 2",
        [],
    );
    assert_eq!(changed.unwrap(), 1);
    let images = connection.execute(
        "UPDATE change SET image = json_set(image, '$.given_name', 'Øyvind', '$.family_name', 'Aas',
             '$.key', 'stale') WHERE table_name = 'person' AND image IS NOT NULL",
        [],
    );
    assert!(images.unwrap() > 0);
    drop(connection);
    assert_eq!(world.run(&["check"]).success(), "sound\n");
    let shown = world.line("person show 'Ivan Petrov'").success();
    assert!(shown.contains("Иван"), "{shown}");
    while world.run(&["undo"]).code == 0 {
        assert_eq!(world.run(&["check"]).success(), "sound\n");
    }
}

#[test]
fn a_file_of_layout_4_gets_facts_of_its_event_and_what_was_done_before_is_undone() {
    let world = World::new();
    let fixture = fixtures().join("databases/layout4.db");
    std::fs::copy(fixture, world.path().join("rollcall.db")).unwrap();
    let shown = world.line("event show --format json").success();
    for text in [
        "\"title\":\"Clustertreffen\"",
        "\"place\":\"Kiel\"",
        "\"organiser\":null",
    ] {
        assert!(shown.contains(text), "{text}: {shown}");
    }
    assert_eq!(world.run(&["check"]).success(), "sound\n");
    assert_eq!(layout(&world, "rollcall.db"), 8);
    assert_eq!(layout(&world, "rollcall.db.layout4"), 4);
    let upgraded = world.dump();
    world
        .line("event edit --organiser 'Cluster Nord'")
        .success();
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), upgraded);
    // What a rule matched is judged again by the row that layout 4 kept.
    world.write(
        "two.csv",
        "Name;E-Mail;Organisation;Session\nAnna Amsel;anna@gmx.de;Photonik Süd;Plenum\n",
    );
    let told = world.line("import two.csv --as signups").code(3).stdout;
    assert!(told.contains("1 match by name"), "{told}");
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), upgraded);
    // An image of the event from before has no facts, and gives it back all the same.
    while world.run(&["undo"]).code == 0 {
        assert_eq!(world.run(&["check"]).success(), "sound\n");
    }
    assert_eq!(world.dump(), "");
}

#[test]
fn a_file_of_layout_5_can_forget_and_what_was_done_before_is_undone() {
    let world = World::new();
    let fixture = fixtures().join("databases/layout5.db");
    std::fs::copy(fixture, world.path().join("rollcall.db")).unwrap();
    assert_eq!(world.run(&["check"]).success(), "sound\n");
    assert_eq!(layout(&world, "rollcall.db"), 8);
    assert_eq!(layout(&world, "rollcall.db.layout5"), 5);
    // Whoever signs is a mention; so is what an import that was taken back said of a colleague.
    let refused = world.line("person forget 'Anna Amsel' --yes").code(2);
    assert!(
        refused.stderr.contains("texts of others name them"),
        "{refused}"
    );
    let told = world
        .line("person forget 'Anna Amsel' --yes --mentions remove")
        .code(0);
    assert!(told.stderr.contains("0 traces"), "{told}");
    // The copy of the former layout has all of it, and is named.
    assert!(told.stderr.contains("rollcall.db.layout5"), "{told}");
    assert_eq!(world.run(&["check"]).success(), "sound\n");
    while world.run(&["undo"]).code == 0 {
        assert_eq!(world.run(&["check"]).success(), "sound\n");
    }
    let dump = world.dump();
    let mut left = dump.lines().filter(|line| !line.starts_with("forgotten\t"));
    assert_eq!(left.next(), None);
}

#[test]
fn a_file_of_layout_6_gets_what_people_agreed_to_and_what_was_done_before_is_undone() {
    let world = World::new();
    let fixture = fixtures().join("databases/layout6.db");
    std::fs::copy(fixture, world.path().join("rollcall.db")).unwrap();
    assert_eq!(world.run(&["check"]).success(), "sound\n");
    assert_eq!(layout(&world, "rollcall.db"), 8);
    assert_eq!(layout(&world, "rollcall.db.layout6"), 6);
    let number = |sql: &str| -> i64 {
        let connection = connect(&world, "rollcall.db");
        connection.query_row(sql, [], |row| row.get(0)).unwrap()
    };
    let states = "SELECT count(*) FROM person WHERE restricted + objected = 0";
    assert_eq!(number(states), 2);
    // What says nothing of a row still says nothing.
    let blank = "SELECT count(*) FROM change WHERE image IN ('{}', '{\"gone\":true}')";
    let had = connect(&world, "rollcall.db.layout6");
    let had: i64 = had.query_row(blank, [], |row| row.get(0)).unwrap();
    assert_eq!(number(blank), had);
    // Images from before give rows back that are not cancelled, and of people who asked for nothing.
    let upgraded = world.dump();
    for change in [
        &["event", "edit", "--place", "Kiel"][..],
        &["session", "edit", "a", "--capacity", "3"],
        &["person", "edit", "1", "--phone", "0431 1"],
    ] {
        world.run(change).success();
        assert_ne!(world.dump(), upgraded, "{change:?}");
        world.run(&["undo"]).success();
        assert_eq!(world.dump(), upgraded, "{change:?}");
    }
    while world.run(&["undo"]).code == 0 {
        assert_eq!(world.run(&["check"]).success(), "sound\n");
    }
    let dump = world.dump();
    let mut left = dump.lines().filter(|line| !line.starts_with("forgotten\t"));
    assert_eq!(left.next(), None);
}

#[test]
fn a_file_of_layout_7_gets_the_lines_that_it_kept_and_what_was_done_before_is_undone() {
    let world = World::new();
    let fixture = fixtures().join("databases/layout7.db");
    std::fs::copy(fixture, world.path().join("rollcall.db")).unwrap();
    assert_eq!(world.run(&["check"]).success(), "sound\n");
    assert_eq!(layout(&world, "rollcall.db"), 8);
    assert_eq!(layout(&world, "rollcall.db.layout7"), 7);
    let lines: Vec<(i64, Option<i64>)> = {
        let connection = connect(&world, "rollcall.db");
        let mut statement = connection
            .prepare("SELECT id, line FROM stay ORDER BY id")
            .unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        rows.unwrap().collect::<Result<_, _>>().unwrap()
    };
    // One was matched by its name, two are asked about.
    assert_eq!(lines, [(1, Some(2)), (2, Some(3)), (3, Some(4))]);
    // Nobody changed anything: the upgrade is not in the journal.
    let changes = |name: &str| -> i64 {
        let connection = connect(&world, name);
        let count = "SELECT count(*) FROM change";
        connection.query_row(count, [], |row| row.get(0)).unwrap()
    };
    assert_eq!(changes("rollcall.db"), changes("rollcall.db.layout7"));
    let letter = world
        .line("report data --person 1 --format text --lang en")
        .success();
    // Of a sign-up, only the files are known.
    assert!(letter.contains("eins.csv or zwei.csv"), "{letter}");
    let upgraded = world.dump();
    for change in [
        "signup cancel 1 --session b",
        "signup cancel 2",
        "review 1 new",
    ] {
        world.line(change).success();
        assert_ne!(world.dump(), upgraded, "{change}");
        world.run(&["undo"]).success();
        assert_eq!(world.dump(), upgraded, "{change}");
    }
    while world.run(&["undo"]).code == 0 {
        assert_eq!(world.run(&["check"]).success(), "sound\n");
    }
    assert_eq!(world.dump(), "");
}
