//! The letter about everything that is held about one person: all of theirs, and nothing of others.

use serde_json::Value;

use crate::support::World;

const FORM: &str = "Name,E-Mail,Organisation,Phone,Session,Bemerkung\n\
    Anna Berg,anna@berg.example,Netz Nord,+49 30 5550101,a,\"neben Bernd Colm, bitte\"\n\
    Bernd Colm,bernd@colm.example,Werk Süd,,a,\"kommt mit Anna Berg\"\n\
    Anna Berg,a.berg@anders.example,,,b,\n";

fn world() -> World {
    let world = World::with_file();
    let run = |line: &str| {
        world.line(line).success();
    };
    run("event add Treffen --start '2020-10-08 10:00' --end 18:00");
    run("event edit treffen --organiser 'Netzwerk e.V.' --address 'Weg 1, Bonn'");
    run("session add 'Session A' --slug a --start 13:00 --end 17:00");
    run("session add 'Session B' --slug b --start 15:00 --end 17:00");
    world.write("form.csv", FORM);
    assert_eq!(world.run(&["import", "form.csv"]).code, 3);
    run("session edit a --speaker 'Anna Berg'");
    run("person alias 1 'Anni B.'");
    run("person edit 1 --phone '+49 30 999' --language de");
    run("check-in 1 --session a --at 13:05");
    run("check-in 2 --session b --excused");
    run("attendance set 1 b present --reason 'war mit Bernd Colm da'");
    run("report attendance -o liste.csv");
    world
}

fn data(world: &World, person: &str) -> Value {
    let output = world.run(&["report", "data", "--person", person, "--format", "json"]);
    let mut pages: Vec<Value> = serde_json::from_str(&output.success()).unwrap();
    pages.remove(0)
}

#[test]
fn every_row_of_theirs_is_in_it() {
    let world = world();
    let data = data(&world, "anna@berg.example").to_string();
    // Each line of the dump is a row: its table, then its values.
    let dump = world.dump();
    let mut tables = std::collections::BTreeSet::new();
    for line in dump.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let (table, values) = (fields[0], &fields[1..]);
        let is_theirs = match table {
            "person" => values[0] == "1",
            "person_address" | "person_alias" | "excuse" | "ruling" | "distinction" | "consent" => {
                values[2] == "1"
            }
            "registration" => values[3] == "1",
            "signup" => values[2] == "1",
            "stay" => values[4] == "1",
            "session_person" => values.contains(&"\"Anna Berg\""),
            "review" => line.contains("Anna Berg"),
            _ => false,
        };
        if !is_theirs {
            continue;
        }
        tables.insert(table.to_owned());
        assert!(data.contains(&format!("\"table\":\"{table}\"")), "{table}");
        for value in values
            .iter()
            .filter(|it| it.len() > 4 && it.starts_with('"'))
        {
            let text: String = serde_json::from_str(value).unwrap_or_default();
            // What names somebody else is struck out, and what only the program needs is left out.
            let is_told = !text.contains("Colm") && text != "anna berg" && !text.starts_with("[{");
            let found = serde_json::to_string(&text).unwrap();
            let found = found.trim_matches('"');
            let twice = serde_json::to_string(found).unwrap();
            let is_there = data.contains(found) || data.contains(twice.trim_matches('"'));
            let is_json = text.starts_with('{') || text.starts_with('[');
            assert!(is_there || !is_told || is_json, "{table}: {text}");
        }
    }
    let expected = [
        "person",
        "person_address",
        "person_alias",
        "registration",
        "review",
        "ruling",
        "session_person",
        "signup",
        "stay",
    ];
    assert_eq!(tables.into_iter().collect::<Vec<_>>(), expected);
    // Former states, and where they are written.
    assert!(data.contains("+49 30 5550101"), "the former number");
    assert!(data.contains("liste.csv"), "{data}");
    assert!(
        data.contains("form.csv, line 2") || data.contains("form.csv"),
        "{data}"
    );
}

#[test]
fn nobody_else_is_in_it() {
    let world = world();
    for format in ["json", "csv", "text", "markdown", "html"] {
        let output = world.run(&["report", "data", "--person", "1", "--format", format]);
        let text = output.success();
        for other in ["Colm", "colm.example", "Werk Süd"] {
            assert!(!text.contains(other), "{format}: {other}");
        }
    }
    let text = data(&world, "1").to_string();
    assert!(text.contains("neben […], bitte"), "{text}");
    assert!(
        text.contains("kommt mit Anna Berg"),
        "somebody else's remark names her: {text}"
    );
    // And nothing of hers in his, but her name where he wrote it.
    let his = data(&world, "Bernd Colm").to_string();
    assert!(
        !his.contains("Berg") && !his.contains("berg.example"),
        "{his}"
    );
    assert!(his.contains("kommt mit […]"), "{his}");
}

#[test]
fn it_is_a_letter_in_the_language_of_its_reader() {
    let world = world();
    let german = world.line("report data --person 1").success();
    for text in [
        "Ihre personenbezogenen Daten",
        "Netzwerk e.V.",
        "Guten Tag Anna Berg,",
        "Wer Sie sind",
        "Anmeldung für „Session A“",
        "Manuell festgelegte Teilnahme an „Session B“",
        "Am Einlass",
    ] {
        assert!(german.contains(text), "{text}: {german}");
    }
    let english = world.line("report data --person 1 --lang en").success();
    for text in [
        "Your personal data",
        "Dear Anna Berg,",
        "sign-up for “Session A”",
    ] {
        assert!(english.contains(text), "{text}: {english}");
    }
    for name in ["a.html", "a.md", "a.xlsx", "a.docx", "a.json", "a.txt"] {
        let output = world.run(&["report", "data", "--person", "1", "-o", name]);
        assert_eq!(output.code, 0, "{output}");
    }
    for (line, code) in [
        (&["report", "data"][..], 2),
        (&["report", "data", "--person", "Anna"], 1),
        (&["report", "data", "--person", "1", "--minutes"], 2),
    ] {
        drop(world.run(line).code(code));
    }
}

/// Returns what the letter says in words: what it is, and its value.
fn said(world: &World, person: &str) -> Vec<(String, String)> {
    let letter = data(world, person);
    let kinds = letter.as_object().unwrap().values();
    let rows = kinds.filter_map(Value::as_array).flatten();
    let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    rows.map(|row| (text(row, "what"), text(row, "value")))
        .collect()
}

#[test]
fn every_answer_of_a_form_is_said_in_words_though_two_are_the_same() {
    let world = World::with_file();
    world
        .line("event add Treffen --start '2020-10-08 10:00' --end 18:00")
        .success();
    world.write(
        "form.csv",
        "Name;E-Mail;Essen;Kuchen;Anreise\nAnna Berg;anna@berg.example;vegan;vegan;Bahn\n",
    );
    world.line("import form.csv --as signups").success();
    let said = said(&world, "1");
    for (question, answer) in [("Essen", "vegan"), ("Kuchen", "vegan"), ("Anreise", "Bahn")] {
        let what = format!("registration for “Treffen”: {question}");
        assert!(
            said.contains(&(what, answer.to_owned())),
            "{question}: {said:#?}"
        );
    }
    // And so does the history.
    let shown = world.line("history show 2").success();
    assert!(shown.contains("Essen: vegan, Kuchen: vegan"), "{shown}");
}

#[test]
fn telephone_numbers_of_others_are_struck_out_however_they_are_written() {
    let world = world();
    world
        .line("person edit 2 --phone '+49 228 4445566'")
        .success();
    let ruling = ["attendance", "set", "1", "b", "present", "--reason"];
    let reason = "sagt 0228 444 55 66, sie selbst 030/999";
    world.run(&[&ruling[..], &[reason]].concat()).success();
    let said = data(&world, "1").to_string();
    assert!(said.contains("sagt […], sie selbst 030/999"), "{said}");
}

#[test]
fn the_letter_says_on_which_basis_for_how_long_and_from_which_line() {
    let world = world();
    let letter = |language: &str| {
        let line = ["report", "data", "--person", "1", "--lang", language];
        world.run(&line).code(0)
    };
    let bare = letter("en");
    assert!(bare.stderr.contains("names no legal basis"), "{bare}");
    assert!(
        bare.stdout
            .contains("No period is set for Treffen: your data is kept until"),
        "{bare}"
    );
    let before = world.dump();
    let basis = "Article 6 (1) (b) GDPR";
    world.run(&["retention", "--basis", basis]).success();
    assert!(world.run(&["retention"]).success().contains(basis));
    let facts = "event|edit|treffen|--project|Netzwerk der Netze|--funding-reference|FKZ 03X|--keep|times=3months,people=12months";
    world.run(&facts.split('|').collect::<Vec<_>>()).success();
    let told = letter("en");
    for text in [
        "The legal basis that we rely on: Article 6 (1) (b) GDPR.",
        "What “Treffen” is held for and paid by: Netzwerk der Netze and FKZ 03X.",
        "the times of your attendance             2021-01-08",
        "your record with all that belongs to it  2021-10-08",
    ] {
        assert!(told.stdout.contains(text), "{text}: {told}");
    }
    assert!(!told.stderr.contains("legal basis"), "{told}");
    let german = letter("de");
    for text in [
        "Rechtsgrundlage und Zweck",
        "Die Zeiten Ihrer Anwesenheit",
        "08.01.2021",
    ] {
        assert!(german.stdout.contains(text), "{text}: {german}");
    }
    // A stay that was matched by the name has its line.
    world.write(
        "log.csv",
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n\
         Bernd Colm,,10/08/2020 03:10:00 PM,10/08/2020 04:50:00 PM,100\n\
         Anna Berg (Handy),,10/08/2020 03:10:00 PM,10/08/2020 04:50:00 PM,100\n",
    );
    drop(world.line("import log.csv --session b"));
    let his = data(&world, "2").to_string();
    assert!(his.contains("\"log.csv, line 2\""), "{his}");
    assert!(his.contains("recognised: by the name alone"), "{his}");
    world.write(
        "list.csv",
        "Name;Organisation;Beitritt;Austritt\nBernd Colm;Werk Süd;2020-10-08 13:10;2020-10-08 13:50\n",
    );
    drop(world.line("import list.csv --as attendance --session a"));
    let his = data(&world, "2").to_string();
    assert!(
        his.contains("recognised: by name and organisation"),
        "{his}"
    );
    assert!(his.contains("\"list.csv"), "{his}");
    for _ in 0..4 {
        world.run(&["undo"]).success();
    }
    assert_eq!(world.dump(), before);
}

#[test]
fn each_row_of_theirs_has_the_line_it_was_read_from_though_two_files_came_together() {
    let world = World::with_file();
    for line in [
        "event add Treffen --start '2020-10-08 10:00' --end 18:00",
        "session add 'Session A' --slug a --start 10:00 --end 11:00",
        "session add 'Session B' --slug b --start 11:00 --end 12:00",
    ] {
        world.line(line).success();
    }
    let head = "Timestamp,Name,E-Mail,Phone,Session\n";
    let first = "2020-09-01 09:00,Bernd Colm,bernd@colm.example,,a\n\
        2020-09-01 10:00,Anna Berg,anna@berg.example,,a\n";
    let second = "2020-09-02 10:00,Anna Berg,anna@berg.example,,b\n";
    world.write("eins.csv", format!("{head}{first}"));
    world.write("zwei.csv", format!("{head}{second}"));
    world.line("import eins.csv zwei.csv").success();
    // What comes from where: what it is, and the file with its line.
    let from = || -> Vec<(String, String)> {
        let letter = data(&world, "anna@berg.example");
        let kinds = letter.as_object().unwrap().values();
        let rows = kinds.filter_map(Value::as_array).flatten();
        let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let rows = rows.filter(|row| row["table"].is_string());
        rows.map(|row| (text(row, "what"), text(row, "from")))
            .collect()
    };
    let is_from = |what: &str, expected: &str| {
        let rows = from();
        let found = rows.iter().find(|(own, _)| own == what);
        assert_eq!(
            found.map(|(_, from)| from.as_str()),
            Some(expected),
            "{rows:#?}"
        );
    };
    is_from("given name", "eins.csv, line 3 or zwei.csv, line 2");
    is_from("sign-up for “Session A”", "eins.csv, line 3");
    is_from("sign-up for “Session B”", "zwei.csv, line 2");
    let shown = world.line("person show anna@berg.example").success();
    for line in ["eins.csv, line 3", "zwei.csv, line 2"] {
        assert!(shown.contains(line), "{line}: {shown}");
    }
    // What is read again keeps its line: nothing changes.
    let before = world.dump();
    world.write("wieder.csv", format!("{head}\n\n{second}"));
    world.line("import wieder.csv").success();
    assert_eq!(world.dump(), before);
    // A later submission has a line of its own, and undo brings the former one back.
    let third = "2020-09-03 10:00,Anna Berg,anna@berg.example,030 99,a\n";
    world.write("drei.csv", format!("{head}\n{third}"));
    world.line("import drei.csv").success();
    is_from("sign-up for “Session A”", "eins.csv, line 3");
    is_from("telephone", "drei.csv, line 3");
    world.line("undo").success();
    assert_eq!(world.dump(), before);
    // What is changed by hand was read there, and changed since.
    world.line("signup cancel 2 --session a").success();
    is_from("sign-up for “Session A”", "eins.csv, line 3; changed since");
    world.line("person edit 2 --phone '+49 30 1'").success();
    is_from("telephone", "entered by us");
    // An answer to a question brings the row with its line.
    let doubtful = "2020-09-04 10:00,Anna Berg,a.berg@berg.example,,b\n";
    world.write("vier.csv", format!("{head}{doubtful}"));
    assert_eq!(world.line("import vier.csv").code, 3);
    world.line("review 1 person 2").success();
    is_from(
        "registration for “Treffen”: signed up at",
        "vier.csv, line 2",
    );
    is_from("registration for “Treffen”: status", "zwei.csv, line 2");
}

#[test]
fn an_open_question_about_somebody_else_is_not_told() {
    let world = World::with_file();
    world
        .line("event add Treffen --start '2020-10-08 10:00' --end 18:00")
        .success();
    let head = "Timestamp;Name;E-Mail;Bemerkung\n";
    let peter = "2020-09-01 09:00;Peter Quandt;quandt@werk.example;\n";
    world.write("eins.csv", format!("{head}{peter}"));
    world.line("import eins.csv --as signups").success();
    // Two people with one mailbox: whose row it is has to be answered.
    let petra = "2020-09-02 09:00;Petra Quandt;quandt@werk.example;braucht einen Aufzug\n";
    world.write("zwei.csv", format!("{head}{petra}"));
    assert_eq!(world.line("import zwei.csv --as signups").code, 3);
    // A single word is nobody's alone, though he is called so as well.
    world.line("person alias 1 Petra").success();
    let open = world.line("review --format json").success();
    assert!(open.contains("Petra Quandt"), "{open}");
    for format in ["json", "text"] {
        let line = ["report", "data", "--person", "1", "--format", format];
        let line = [&line[..], &["-o", "letter.out"]].concat();
        let output = world.run(&line).code(0);
        assert!(output.stderr.contains("question 1"), "{output}");
        let letter = std::fs::read(world.path().join("letter.out")).unwrap();
        let letter = String::from_utf8_lossy(&letter);
        for text in ["Petra Quandt", "Aufzug"] {
            assert!(!letter.contains(text), "{format}, {text}: {letter}");
        }
        std::fs::remove_file(world.path().join("letter.out")).unwrap();
    }
    // Answered as theirs it is in it, with its line.
    world.line("review 1 person 1").success();
    let data = data(&world, "1").to_string();
    assert!(
        data.contains("Aufzug") && data.contains("zwei.csv, line 2"),
        "{data}"
    );
}

#[test]
fn a_part_in_the_programme_an_answer_and_a_split_name_where_they_come_from() {
    let world = World::with_file();
    world.write(
        "programme.csv",
        "event,slug,title,kind,start,end,timezone,speaker\n\
         treffen,,Treffen,event,2020-10-08T09:00:00+02:00,2020-10-08T18:00:00+02:00,Europe/Berlin,\n\
         treffen,a,Session A,breakout,2020-10-08T10:00:00+02:00,2020-10-08T11:00:00+02:00,,Anna Berg\n",
    );
    world.line("import programme.csv").success();
    let eins = "Timestamp;Name;E-Mail;Essen\n2020-09-01 09:00;Anna Berg;anna@berg.example;vegan\n";
    world.write("eins.csv", eins);
    world.line("import eins.csv --as signups").success();
    let zwei =
        "Timestamp;Name;E-Mail;Anreise\n\n2020-09-02 09:00;Anna Berg;anna@berg.example;Bahn\n";
    world.write("zwei.csv", zwei);
    world.line("import zwei.csv --as signups").success();
    let from = |person: &str, what: &str| {
        let letter = data(&world, person);
        let kinds = letter.as_object().unwrap().values();
        let mut rows = kinds.filter_map(Value::as_array).flatten();
        let row = rows.find(|row| row["what"] == what);
        row.map(|row| row["from"].as_str().unwrap_or_default().to_owned())
    };
    for (what, expected) in [
        ("part in “Session A”", "programme.csv"),
        ("registration for “Treffen”: Essen", "eins.csv, line 2"),
        ("registration for “Treffen”: Anreise", "zwei.csv, line 3"),
        (
            "registration for “Treffen”: signed up at",
            "zwei.csv, line 3",
        ),
    ] {
        assert_eq!(from("1", what).as_deref(), Some(expected), "{what}");
    }
    // Another person gets the registration: it is where it was, and its name is ours.
    world
        .line("person split 1 --rows 1 --name 'Anna Bergen'")
        .success();
    let split = "registration for “Treffen”: Essen";
    assert_eq!(from("2", split).as_deref(), Some("eins.csv, line 2"));
    assert_eq!(from("2", "given name").as_deref(), Some("entered by us"));
    // Lists that name a record which was merged into theirs name them.
    world.line("person add 'Elli Doppel'").success();
    world.line("signup add 'Elli Doppel' --session a").success();
    world
        .line("report sign-in --session a -o liste.csv")
        .success();
    world.line("person add 'Ellen Doppel'").success();
    world
        .line("person merge 'Elli Doppel' 'Ellen Doppel'")
        .success();
    let merged = data(&world, "Ellen Doppel").to_string();
    assert!(merged.contains("liste.csv"), "{merged}");
}

#[test]
fn a_name_that_two_lines_of_one_file_have_names_both() {
    let world = World::with_file();
    for line in [
        "event add Treffen --start '2020-10-08 10:00' --end 18:00",
        "session add 'Session A' --slug a --start 10:00 --end 11:00",
        "session add 'Session B' --slug b --start 11:00 --end 12:00",
    ] {
        world.line(line).success();
    }
    let rows =
        "Name,E-Mail,Session\nAnna Berg,anna@berg.example,a\nAnna Berg,anna@berg.example,b\n";
    world.write("liste.csv", rows);
    world.line("import liste.csv --as signups").success();
    for (language, expected) in [
        ("de", "liste.csv, Zeilen 2 oder 3"),
        ("en", "liste.csv, lines 2 or 3"),
    ] {
        let line = ["report", "data", "--person", "1", "--lang", language];
        let letter = world.run(&line).success();
        assert!(letter.contains(expected), "{letter}");
    }
}

#[test]
fn an_answer_that_was_taken_back_leaves_nothing_of_the_stay_with_them() {
    let world = World::with_file();
    world
        .line("event add Treffen --start '2020-10-08 10:00' --end 18:00")
        .success();
    let form = "Name;E-Mail\nAnna Berg;anna@berg.example\nBernd Colm;bernd@colm.example\n";
    world.write("form.csv", form);
    world.line("import form.csv --as signups").success();
    world.write(
        "log.csv",
        "Name;E-Mail;Beitritt;Austritt\n\
         Anna Berg;anna@berg.example;2020-10-08 10:00;2020-10-08 17:00\n\
         Tablet Sued;;2020-10-08 10:00;2020-10-08 11:11\n",
    );
    assert_eq!(world.line("import log.csv --as attendance").code, 3);
    let before = world.dump();
    let said = || {
        let letter = world.line("report data --person 2 --lang en").success();
        let forgotten = world.line("person forget 2 --dry-run --format json");
        (letter, forgotten.stdout)
    };
    let unanswered = said();
    assert!(!unanswered.0.contains("Tablet"), "{}", unanswered.0);
    world.line("review 1 person 2").success();
    let (letter, forgotten) = said();
    assert!(letter.contains("Tablet"), "{letter}");
    assert_ne!(forgotten, unanswered.1);
    world.line("undo").success();
    assert_eq!(world.dump(), before);
    let (letter, _) = said();
    // The stay is nobody's again.
    assert!(!letter.contains("11:11"), "{letter}");
    let plan = world.line("person forget 2 --yes --dry-run").stdout;
    assert!(!plan.contains("stay"), "{plan}");
}
