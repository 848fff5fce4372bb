//! Several questions and one answer, a list of answers, and questions that are one: one operation, all or nothing.

use calamine::Reader as _;
use serde_json::Value;

use crate::desk::PROGRAMME;
use crate::support::World;

/// A form, and logs of two rooms with two programs, somebody whose name is near in both, and two guests.
fn world() -> World {
    let world = World::with_file();
    world.write("programme.csv", PROGRAMME);
    world.write(
        "form.csv",
        "Timestamp;Name;E-Mail;Organisation;Session
2020-09-10 10:00;Anna Amsel;anna@nord.example.org;Cluster Nord;Session B: Economic recovery
2020-09-10 10:02;Hans Habicht;hans@nord.example.org;Cluster Nord;Session B: Economic recovery
",
    );
    let log = |day_part: &str, rows: &[&str]| {
        let mut text = "Name,E-Mail,Joined,Left\n".to_owned();
        for name in rows {
            text.push_str(&format!("{name},,2020-10-08 {day_part}\n"));
        }
        text
    };
    world.write(
        "one.csv",
        log(
            "11:20,2020-10-08 12:20",
            &["Hanz Habicht", "read.ai meeting notes", "Otter.ai"],
        ),
    );
    world.write(
        "two.csv",
        log(
            "16:05,2020-10-08 16:50",
            &["Hanz Habicht", "read.ai meeting notes"],
        ),
    );
    for line in [
        ["programme.csv"].as_slice(),
        &["form.csv", "--as", "signups"],
        &["one.csv", "--session", "breakout-b"],
        &["two.csv", "--session", "bar-1"],
    ] {
        let mut arguments = vec!["import", "--quiet"];
        arguments.extend(line);
        drop(world.run(&arguments));
    }
    world
}

/// Answers every question of a workbook as a spreadsheet does: the same sheet with the last column filled in.
fn fill_in_workbook(world: &World, file: &str) {
    let path = world.path().join(file);
    let mut list: calamine::Xlsx<_> = calamine::open_workbook(&path).unwrap();
    let (_, range) = list.worksheets().remove(0);
    let rows = range
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect());
    let rows: Vec<Vec<String>> = rows.collect();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (place, row) in (0..).zip(&rows) {
        let is_question = row.first().is_some_and(|it| it.parse::<i64>().is_ok());
        let is_habicht = row.iter().any(|it| it.contains("Habicht"));
        let answer = if is_habicht { "2" } else { "niemand" };
        let (last, cells) = row.split_last().unwrap();
        for (column, cell) in (0..).zip(cells) {
            sheet.write(place, column, cell.as_str()).unwrap();
        }
        let last = if is_question { answer } else { last };
        let column = u16::try_from(cells.len()).unwrap();
        sheet.write(place, column, last).unwrap();
    }
    book.save(path).unwrap();
}

/// The questions: number, name, answer and the numbers of those that are one with it.
fn questions(world: &World) -> Vec<(i64, String, Option<String>, Vec<i64>)> {
    let text = world.line("review --all --format json").success();
    let rows: Vec<Value> = serde_json::from_str(&text).unwrap();
    rows.iter()
        .map(|row| {
            let also = row["also"].as_array().unwrap().iter();
            (
                row["id"].as_i64().unwrap(),
                row["name"].as_str().unwrap().to_owned(),
                row["answer"].as_str().map(str::to_owned),
                also.map(|it| it.as_i64().unwrap()).collect(),
            )
        })
        .collect()
}

fn answers(world: &World) -> Vec<Option<String>> {
    questions(world).into_iter().map(|it| it.2).collect()
}

fn operations(world: &World) -> usize {
    let text = world.line("history --format json").success();
    serde_json::from_str::<Vec<Value>>(&text).unwrap().len()
}

#[test]
fn questions_that_are_one_are_listed_as_one_and_answered_with_one_answer() {
    let world = world();
    let asked = questions(&world);
    let numbers = |name: &str| -> Vec<i64> {
        let own = asked.iter().filter(|it| it.1.contains(name));
        own.map(|it| it.0).collect()
    };
    let (habicht, read, otter) = (numbers("Habicht"), numbers("read"), numbers("Otter"));
    assert_eq!(
        (habicht.len(), read.len(), otter.len()),
        (2, 2, 1),
        "{asked:?}"
    );
    for question in &asked {
        let others = question.3.len();
        let expected = if question.1.contains("Habicht") { 1 } else { 2 };
        assert_eq!(others, expected, "{question:?}");
    }
    let listed = world.line("review --list --format csv").success();
    assert_eq!(listed.lines().count(), 3, "{listed}");

    let before = world.dump();
    let first = habicht[0].to_string();
    world.run(&["review", &first, "person", "2"]).success();
    let by = |number: i64| {
        let all = questions(&world);
        all.into_iter().find(|it| it.0 == number).unwrap().2
    };
    assert_eq!(by(habicht[0]).as_deref(), Some("person 2"));
    assert_eq!(by(habicht[1]).as_deref(), Some("person 2"));
    world.run(&["undo", "--quiet"]).success();
    assert_eq!(world.dump(), before);

    // The single one, where that is said.
    world
        .run(&["review", &first, "person", "1", "--only"])
        .success();
    assert_eq!(by(habicht[0]).as_deref(), Some("person 1"));
    assert_ne!(by(habicht[1]).as_deref(), Some("person 1"));
    world.run(&["undo", "--quiet"]).success();

    // Somebody new of all of them is one somebody.
    let people = || world.line("person list --format jsonl").success();
    let count = people().lines().count();
    world.run(&["review", &first, "new"]).success();
    assert_eq!(people().lines().count(), count + 1);
    world.run(&["undo", "--quiet"]).success();
    assert_eq!(world.dump(), before);

    // Programs of several names have only one answer in common.
    let program = read[0].to_string();
    let refused = world.run(&["review", &program, "person", "1"]).code(1);
    assert!(
        refused.stderr.contains("stands for 3 programs"),
        "{refused}"
    );
    assert_eq!(world.dump(), before);
    world.run(&["review", &program, "nobody"]).success();
    for number in read.iter().chain(&otter) {
        assert_eq!(by(*number).as_deref(), Some("nobody"));
    }
    world.run(&["undo", "--quiet"]).success();
    assert_eq!(world.dump(), before);
}

#[test]
fn questions_that_name_two_organisations_are_two() {
    let world = world();
    let log = |organisation: &str, hour: &str| {
        format!(
            "Full Name,Company,Join Time,Leave Time,Duration\n\
             Anna Amzel,{organisation},2020-10-08 {hour}:20,2020-10-08 {hour}:50,30\n"
        )
    };
    world.write("three.csv", log("Photonik Süd", "11"));
    world.write("four.csv", log("Photonik Süd", "16"));
    world.write("five.csv", log("Werk Nord", "15"));
    for (file, session) in [
        ("three.csv", "breakout-b"),
        ("four.csv", "bar-1"),
        ("five.csv", "bar-1"),
    ] {
        let line = ["import", file, "--session", session, "--as", "attendance"];
        let _asked = world.run(&line).code(3);
    }
    let asked = questions(&world);
    let others: Vec<usize> = asked
        .iter()
        .filter(|it| it.1.contains("Amzel"))
        .map(|it| it.3.len())
        .collect();
    assert_eq!(others, [1, 1, 0], "{asked:?}");
}

#[test]
fn several_questions_and_one_answer_are_one_operation_or_none() {
    let world = world();
    let before = (world.dump(), operations(&world));
    let all = questions(&world);
    let programs: Vec<i64> = all
        .iter()
        .filter(|it| !it.1.contains("Habicht"))
        .map(|it| it.0)
        .collect();
    let typed = programs
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(",");
    world
        .run(&["review", &typed, "niemand", "--only"])
        .success();
    assert_eq!(operations(&world), before.1 + 1);
    assert_eq!(
        answers(&world)
            .iter()
            .filter(|it| it.as_deref() == Some("nobody"))
            .count(),
        programs.len()
    );
    world.run(&["undo", "--quiet"]).success();
    assert_eq!(world.dump(), before.0);

    // One that is not there, and one that does not take the answer: both are named, and nothing is done.
    let refused = world.line("review 1-9 keep --only").code(1);
    assert!(
        refused.stderr.contains("question 9: there is no question"),
        "{refused}"
    );
    assert!(
        refused
            .stderr
            .contains("question 1: question 1 is not answered that way"),
        "{refused}"
    );
    assert!(refused.stderr.contains("none is answered"), "{refused}");
    assert_eq!(world.dump(), before.0);
    assert_eq!(world.line("review 3-1 nobody").code, 2);
    assert_eq!(world.run(&["review", "1,2"]).code, 2);

    // What an earlier answer of the call settles is no error.
    let habicht: Vec<String> = all
        .iter()
        .filter(|it| it.1.contains("Habicht"))
        .map(|it| it.0.to_string())
        .collect();
    world
        .run(&[
            "review",
            &habicht[0],
            &habicht[1],
            "person",
            "hans@nord.example.org",
        ])
        .success();
    world.run(&["undo", "--quiet"]).success();
    world
        .run(&["review", &habicht[0], &habicht[1], "new", "--only"])
        .success();
    let people = world.line("person list --format jsonl").success();
    assert_eq!(
        people.matches("Hanz").count(),
        1,
        "nobody is there twice: {people}"
    );
    world.run(&["undo", "--quiet"]).success();
    assert_eq!(world.dump(), before.0);
}

#[test]
fn a_list_with_answers_is_one_operation() {
    for (ending, language) in [("csv", "en"), ("csv", "de"), ("xlsx", "de"), ("csv", "fr")] {
        let world = world();
        let (before, made) = (world.dump(), operations(&world));
        let file = format!("list.{ending}");
        world
            .run(&["review", "-o", &file, "--lang", language])
            .success();
        // Nothing is filled in.
        world.run(&["review", "--from", &file]).success();
        assert_eq!(world.dump(), before);
        assert_eq!(operations(&world), made);
        if ending == "xlsx" {
            // Filled in on screen and saved as text, as spreadsheets are.
            fill_in_workbook(&world, &file);
            world.run(&["review", "--from", &file]).success();
            assert_eq!(operations(&world), made + 1);
            let given = answers(&world);
            assert!(given.iter().all(Option::is_some), "{given:?}");
            continue;
        }
        let list = std::fs::read_to_string(world.path().join(&file)).unwrap();
        let filled = |answer: &dyn Fn(&str) -> &'static str| {
            let mut lines = list.lines();
            let mut text = format!("{}\n", lines.next().unwrap());
            for line in lines {
                // The answer is the last column.
                text.push_str(&format!("{line}{}\n", answer(line)));
            }
            text
        };
        let word = if language == "de" {
            "niemand"
        } else {
            "nobody"
        };
        world.write(
            &file,
            filled(&|line| if line.contains("Habicht") { "2" } else { word }),
        );
        world.run(&["review", "--from", &file]).success();
        assert_eq!(operations(&world), made + 1);
        let given = answers(&world);
        assert!(given.iter().all(Option::is_some), "{given:?}");
        world.run(&["undo", "--quiet"]).success();
        assert_eq!(world.dump(), before);

        // A word that is none is refused with its line and column, and nothing is done.
        world.write(
            &file,
            filled(&|line| {
                if line.contains("Habicht") {
                    "vielleicht"
                } else {
                    word
                }
            }),
        );
        let refused = world.run(&["review", "--from", &file]).code(1);
        assert!(
            refused.stderr.contains("`vielleicht` is not an answer"),
            "{refused}"
        );
        assert!(refused.stderr.contains("line 2"), "{refused}");
        assert_eq!(world.dump(), before);
    }
    let world = world();
    // What a call says of a question counts, whatever its other answers would settle.
    let asked = questions(&world);
    let habicht: Vec<i64> = asked
        .iter()
        .filter(|it| it.1.contains("Habicht"))
        .map(|it| it.0)
        .collect();
    let list = format!("no.,answer\n{},1\n{},2\n", habicht[0], habicht[1]);
    world.write("apart.csv", list);
    world.line("review --from apart.csv").success();
    let given: Vec<Option<String>> = questions(&world)
        .into_iter()
        .filter(|it| habicht.contains(&it.0))
        .map(|it| it.2)
        .collect();
    assert_eq!(
        given,
        [Some("person 1".to_owned()), Some("person 2".to_owned())]
    );
    world.run(&["undo", "--quiet"]).success();
    world.write("other.csv", "Name;E-Mail\nAnna;anna@example.org\n");
    let refused = world.line("review --from other.csv").code(1);
    assert!(
        refused.stderr.contains("not a list of questions"),
        "{refused}"
    );
    world.write("unknown.csv", "no.,answer\n99,new\n");
    let refused = world.line("review --from unknown.csv").code(1);
    assert!(
        refused.stderr.contains("there is no question 99"),
        "{refused}"
    );
    world.write("twice.csv", "no.,answer\n1,new\n1,2\n");
    let refused = world.line("review --from twice.csv").code(1);
    assert!(refused.stderr.contains("line 3"), "{refused}");
}
