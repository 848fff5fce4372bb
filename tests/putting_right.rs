//! What was put together wrongly comes apart, what is one becomes one, and nothing of it comes back by itself.

use serde_json::Value;

use crate::desk::PROGRAMME;
use crate::support::World;

fn world() -> World {
    let world = World::with_file();
    world.write("programme.csv", PROGRAMME);
    world.line("import --quiet programme.csv").success();
    world
}

fn import(world: &World, name: &str, content: &str, further: &[&str]) {
    world.write(name, content);
    let mut line = vec!["import", "--quiet", name];
    line.extend(further);
    let output = world.run(&line);
    assert!([0, 3].contains(&output.code), "{output}");
}

fn json(world: &World, line: &[&str]) -> Vec<Value> {
    let mut line = line.to_vec();
    line.extend(["--format", "json"]);
    serde_json::from_str(&world.run(&line).success()).unwrap()
}

fn person(world: &World, number: &str) -> Value {
    json(world, &["person", "show", number]).remove(0)
}

fn texts(value: &Value, table: &str, key: &str) -> Vec<String> {
    let rows = value[table].as_array().unwrap().iter();
    rows.map(|row| match &row[key] {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    })
    .collect()
}

/// Does it, and holds that an undo leaves the file as it was, that a dry run changes nothing, and that the undo can
/// be undone.
fn and_back(world: &World, line: &[&str]) -> String {
    let before = world.dump();
    let mut dry = line.to_vec();
    dry.push("--dry-run");
    world.run(&dry).success();
    assert_eq!(world.dump(), before, "a dry run");
    let output = world.run(line).code(0);
    let after = world.dump();
    assert_ne!(after, before);
    world.run(&["check"]).success();
    world.run(&["undo", "--quiet"]).success();
    assert_eq!(world.dump(), before, "the undo");
    let operations = json(world, &["history"]);
    let numbers = operations
        .iter()
        .map(|it| it["operation"].as_i64().unwrap());
    let undo = numbers.max().unwrap().to_string();
    world.run(&["undo", "--quiet", &undo]).success();
    assert_eq!(world.dump(), after, "the undo of the undo");
    format!("{}{}", output.stdout, output.stderr)
}

const FORM: &str = "Timestamp;Name;E-Mail;Organisation;Session;Diet\n";

/// Anna, and a row of another Anna that somebody took for her by mistake, with her stays of both.
fn two_in_one() -> World {
    let world = world();
    import(
        &world,
        "first.csv",
        &format!(
            "{FORM}2020-09-10 10:00;Anna Amsel;anna@nord.example.org;Cluster Nord;Session B: Economic recovery;none\n"
        ),
        &["--as", "signups"],
    );
    import(
        &world,
        "second.csv",
        &format!(
            "{FORM}2020-09-11 10:00;Anne Amsel;anne@nord.example.org;Cluster Nord;Bar 1: Harbour Pub;vegan\n"
        ),
        &["--as", "signups"],
    );
    import(
        &world,
        "log.csv",
        "Name,E-Mail,Joined,Left\nAnna Amsel,anna@nord.example.org,2020-10-08 11:20,2020-10-08 12:20\n",
        &["--session", "breakout-b"],
    );
    import(
        &world,
        "bar.csv",
        "Name,E-Mail,Joined,Left\nAnne Amsel,anne@nord.example.org,2020-10-08 16:05,2020-10-08 16:50\n",
        &["--session", "bar-1"],
    );
    world
}

/// The number of those on file.
fn count(world: &World) -> usize {
    json(world, &["person", "list"]).len()
}

#[test]
fn rows_and_stays_that_are_somebody_elses_go_with_all_they_brought() {
    let world = two_in_one();
    // Whatever was found by itself: it was the same, by mistake.
    for question in json(&world, &["review", "--list"]) {
        let number = question["id"].to_string();
        drop(world.run(&["review", &number, "person", "1"]));
    }
    if count(&world) == 2 {
        world.line("person merge 2 1 --keep").success();
    }
    let before = person(&world, "1");
    let sessions = texts(&before, "rows", "session");
    let bar = sessions.iter().position(|it| it == "bar-1").unwrap() + 1;
    let rows = bar.to_string();
    let stays = texts(&before, "stays", "session");
    let place = stays.iter().position(|it| it == "bar-1").unwrap();
    let stay = texts(&before, "stays", "stay")[place].clone();
    world
        .line("attendance set 1 bar-1 present --reason seen")
        .success();
    // Her stay follows her address; named as well, it is the same.
    let alone = world
        .run(&["person", "split", "1", "--rows", &rows, "--dry-run"])
        .code(0);
    let stay_goes = format!("goes: stay {stay} in `bar-1`");
    assert!(
        format!("{}{}", alone.stdout, alone.stderr).contains(&stay_goes),
        "{alone}"
    );
    let output = and_back(
        &world,
        &["person", "split", "1", "--rows", &rows, "--stays", &stay],
    );
    assert!(output.contains("goes: the sign-up for `bar-1`"), "{output}");
    let list = json(&world, &["person", "list"]);
    assert_eq!(list.len(), 2, "{list:#?}");
    let number = list
        .iter()
        .map(|it| it["id"].to_string())
        .find(|it| it != "1")
        .unwrap();
    let (first, second) = (person(&world, "1"), person(&world, &number));
    assert_eq!(second["given_name"], "Anne", "{second:#}");
    assert_eq!(second["email"], "anne@nord.example.org", "{second:#}");
    assert_eq!(first["email"], "anna@nord.example.org");
    assert_eq!(texts(&second, "rows", "session"), ["null", "bar-1"]);
    assert_eq!(texts(&second, "stays", "session"), ["bar-1"]);
    assert_eq!(texts(&first, "stays", "session"), ["breakout-b"]);
    assert!(!texts(&first, "rows", "session").contains(&"bar-1".to_owned()));
    let rulings = json(&world, &["attendance", "list"]);
    assert_eq!(rulings[0]["person_id"].to_string(), number, "{rulings:#?}");

    // The same files again bring nothing back, and newer ones find either.
    let dump = world.dump();
    for (file, further) in [
        ("first.csv", ["--as", "signups"]),
        ("second.csv", ["--as", "signups"]),
        ("log.csv", ["--session", "breakout-b"]),
        ("bar.csv", ["--session", "bar-1"]),
    ] {
        world
            .run(&["import", "--quiet", file, further[0], further[1]])
            .success();
    }
    assert_eq!(world.dump(), dump);
    import(
        &world,
        "third.csv",
        &format!(
            "{FORM}2020-09-12 10:00;Anne Amsel;anne@nord.example.org;Cluster Nord;Session A: Public relations;vegan\n"
        ),
        &["--as", "signups"],
    );
    assert_eq!(count(&world), 2);
    let rows = texts(&person(&world, &number), "rows", "session");
    assert!(rows.contains(&"breakout-a".to_owned()), "{rows:?}");
    // And they are no duplicates any more.
    assert_eq!(json(&world, &["person", "duplicates"]).len(), 0);
}

#[test]
fn a_merge_that_others_build_on_comes_apart_as_it_was() {
    let world = world();
    import(
        &world,
        "form.csv",
        &format!(
            "{FORM}2020-09-10 10:00;Anna Amsel;anna@nord.example.org;Cluster Nord;Session B: Economic recovery;none
2020-09-10 10:01;Bernd Busch;bernd@sued.example.org;Photonik Süd;Bar 1: Harbour Pub;vegan\n"
        ),
        &["--as", "signups"],
    );
    world
        .line("person edit 2 --phone '+49 30 5550101' --title Dr.")
        .success();
    world.line("person alias 2 'Der mit dem Hut'").success();
    world.line("person merge 2 1 --keep").success();
    // The same rows change afterwards, so that the merge cannot be undone by itself.
    world.line("person edit 1 --role guest").success();
    world.line("signup cancel 1 --session bar-1").success();
    let merged = person(&world, "1");
    let sessions = texts(&merged, "rows", "session");
    let bar = sessions.iter().position(|it| it == "bar-1").unwrap() + 1;
    and_back(
        &world,
        &["person", "split", "1", "--rows", &bar.to_string()],
    );
    let number = json(&world, &["person", "list"])
        .iter()
        .map(|it| it["id"].to_string())
        .find(|it| it != "1")
        .unwrap();
    let second = person(&world, &number);
    assert_eq!(second["family_name"], "Busch", "{second:#}");
    assert_eq!(second["title"], "Dr.");
    assert_eq!(second["email"], "bernd@sued.example.org");
    assert_eq!(second["organisation"], "Photonik Süd");
    assert_eq!(second["aliases"], serde_json::json!(["Der mit dem Hut"]));
    let first = person(&world, "1");
    assert_eq!(first["aliases"], serde_json::json!([]), "{first:#}");
    assert_eq!(first["email"], "anna@nord.example.org");
}

#[test]
fn what_nothing_tells_apart_stays_and_is_said() {
    let world = world();
    import(
        &world,
        "form.csv",
        &format!(
            "{FORM}2020-09-10 10:00;Anna Amsel;anna@nord.example.org;Cluster Nord;Session B: Economic recovery;none\n"
        ),
        &["--as", "signups"],
    );
    world
        .line("person edit 1 --add-email other@nord.example.org")
        .success();
    let shown = person(&world, "1");
    let sessions = texts(&shown, "rows", "session");
    assert_eq!(sessions, ["null", "breakout-b"]);
    // The registration goes with its sign-ups.
    let said = and_back(
        &world,
        &["person", "split", "1", "--rows", "1", "--name", "Bea Amsel"],
    );
    assert!(
        said.contains("goes: the registration for `autumn`"),
        "{said}"
    );
    let number = json(&world, &["person", "list"])
        .iter()
        .map(|it| it["id"].to_string())
        .find(|it| it != "1")
        .unwrap();
    assert_eq!(
        texts(&person(&world, &number), "rows", "session"),
        ["null", "breakout-b"]
    );
    assert_eq!(texts(&person(&world, "1"), "rows", "session").len(), 0);
    for (line, sentence) in [
        (
            ["person", "split", "1", "--rows", "9"].as_slice(),
            "has no row 9",
        ),
        (&["person", "split", "1", "--stays", "9"], "has no stay 9"),
        (&["person", "split", "1"], "nothing is named"),
        (
            &["person", "split", "1", "--email", "x@y.example.org"],
            "does not have the e-mail address",
        ),
    ] {
        let before = world.dump();
        let refused = world.run(line);
        assert!(
            refused.code == 1 && refused.stderr.contains(sentence),
            "{refused}"
        );
        assert_eq!(world.dump(), before);
    }
    let german = world.line("person split 1 --rows 9 --lang de");
    assert!(german.stderr.contains("hat keine Zeile 9"), "{german}");
}

#[test]
fn a_stay_goes_to_whose_it_was_alone_or_with_all_of_its_name() {
    let world = world();
    import(
        &world,
        "form.csv",
        &format!(
            "{FORM}2020-09-10 10:00;Anna Amsel;anna@nord.example.org;Cluster Nord;Session B: Economic recovery;none
2020-09-10 10:01;Bernd Busch;bernd@sued.example.org;Photonik Süd;Bar 1: Harbour Pub;vegan\n"
        ),
        &["--as", "signups"],
    );
    import(
        &world,
        "log.csv",
        "Name,E-Mail,Joined,Left\nAnna Amsel,anna@nord.example.org,2020-10-08 11:20,2020-10-08 12:20\nAnna Amsel,anna@nord.example.org,2020-10-08 12:22,2020-10-08 12:25\n",
        &["--session", "breakout-b"],
    );
    let stays = json(&world, &["attendance", "stays"]);
    assert_eq!(stays.len(), 2, "{stays:#?}");
    let first = stays[0]["stay"].to_string();
    and_back(&world, &["attendance", "move", &first, "2"]);
    let owners = || -> Vec<String> {
        let stays = json(&world, &["attendance", "stays"]);
        stays.iter().map(|it| it["person_id"].to_string()).collect()
    };
    assert_eq!(owners(), ["2", "1"]);
    // A log that is read again brings nothing back.
    world
        .line("import --quiet log.csv --session breakout-b")
        .success();
    assert_eq!(owners(), ["2", "1"]);
    let refused = world.run(&["attendance", "move", &first, "2"]).code(1);
    assert!(refused.stderr.contains("already"), "{refused}");
    let refused = world.line("attendance move 99 2").code(1);
    assert!(refused.stderr.contains("there is no stay 99"), "{refused}");
    and_back(&world, &["attendance", "move", &first, "1"]);
    assert_eq!(owners(), ["1", "1"]);
    and_back(
        &world,
        &["attendance", "move", &first, "2", "--all-of-name"],
    );
    assert_eq!(owners(), ["2", "2"]);
    // The name under her address is not hers any more, and nothing says yet that it is his.
    import(
        &world,
        "bar.csv",
        "Name,E-Mail,Joined,Left\nAnna Amsel,anna@nord.example.org,2020-10-08 16:05,2020-10-08 16:50\n",
        &["--session", "bar-1"],
    );
    assert_eq!(owners(), ["2", "2", "null"]);
    assert_eq!(json(&world, &["review", "--list"]).len(), 1);
}

#[test]
fn probable_duplicates_have_reasons_and_the_weakest_come_last() {
    let world = world();
    import(
        &world,
        "people.csv",
        "Name;E-Mail;Organisation
Anna Amsel;anna@nord.example.org;Cluster Nord
Anna Amsel;amsel@west.example.net;Leichtbau West
Hans Habicht;hans@nord.example.org;Cluster Nord
Zora Zobel;zora@sued.example.org;Photonik Süd
",
        &["--as", "people"],
    );
    world
        .run(&[
            "person",
            "add",
            "Hanz Habicht",
            "--email",
            "h.habicht@nord.example.org",
            "--organisation",
            "Cluster Nord",
        ])
        .success();
    drop(world.line("person add 'Anna Amsel' --email amsel@west.example.net"));
    let pairs = json(&world, &["person", "duplicates"]);
    let named: Vec<(String, String)> = pairs
        .iter()
        .map(|it| {
            (
                it["name"].as_str().unwrap().to_owned(),
                it["other_name"].as_str().unwrap().to_owned(),
            )
        })
        .collect();
    assert!(
        named.contains(&("Hans Habicht".to_owned(), "Hanz Habicht".to_owned())),
        "{pairs:#?}"
    );
    assert!(
        !named
            .iter()
            .any(|it| it.0.contains("Zora") || it.1.contains("Zora"))
    );
    let scores: Vec<f64> = pairs
        .iter()
        .map(|it| it["score"].as_f64().unwrap())
        .collect();
    assert!(scores.is_sorted_by(|one, other| one >= other), "{scores:?}");
    for pair in &pairs {
        assert!(!pair["for"].as_array().unwrap().is_empty(), "{pair:#}");
    }
    let annas = pairs.iter().find(|it| it["name"] == "Anna Amsel");
    let against = annas.map(|it| it["against"].to_string());
    assert!(
        against.is_some_and(|it| it.contains("another organisation")),
        "{pairs:#?}"
    );
    // They are two, and are not listed again.
    let pair = &pairs[0];
    let (one, other) = (pair["id"].to_string(), pair["other_id"].to_string());
    and_back(
        &world,
        &["person", "duplicates", "--different", &one, &other],
    );
    assert_eq!(
        json(&world, &["person", "duplicates"]).len(),
        pairs.len() - 1
    );
}

#[test]
fn after_a_merge_the_newest_address_name_and_organisation_come_first() {
    let world = world();
    import(
        &world,
        "form.csv",
        &format!(
            "{FORM}2020-09-10 10:00;Anna Amsel;anna@nord.example.org;Cluster Nord;Session B: Economic recovery;none
2020-09-20 10:01;Anna Busch;busch@sued.example.org;Photonik Süd;Bar 1: Harbour Pub;vegan\n"
        ),
        &["--as", "signups"],
    );
    let preview = world.line("person merge 2 1 --dry-run").code(0);
    for word in [
        "Anna Amsel",
        "Anna Busch",
        "Cluster Nord",
        "Photonik Süd",
        "who stays",
    ] {
        assert!(preview.stdout.contains(word), "{word}: {preview}");
    }
    let german = world.line("person merge 2 1 --dry-run --lang de").code(0);
    assert!(german.stdout.contains("bleibt"), "{german}");
    let said = and_back(&world, &["person", "merge", "2", "1"]);
    assert!(
        said.contains("from person 2 comes first: the name, the organisation, the address to write to (the newest registration is theirs)"),
        "{said}"
    );
    let merged = person(&world, "1");
    assert_eq!(merged["family_name"], "Busch", "{merged:#}");
    assert_eq!(merged["email"], "busch@sued.example.org");
    assert_eq!(merged["organisation"], "Photonik Süd");
    assert_eq!(merged["aliases"], serde_json::json!(["Anna Amsel"]));

    // And apart again: each has what was theirs.
    world.line("person edit 1 --role guest").success();
    let sessions = texts(&person(&world, "1"), "rows", "session");
    let bar = sessions.iter().position(|it| it == "bar-1").unwrap() + 1;
    and_back(
        &world,
        &["person", "split", "1", "--rows", &bar.to_string()],
    );
    let first = person(&world, "1");
    assert_eq!(first["family_name"], "Amsel", "{first:#}");
    assert_eq!(first["organisation"], "Cluster Nord");
    assert_eq!(first["email"], "anna@nord.example.org");
    assert_eq!(first["aliases"], serde_json::json!([]));
    for _ in 0..2 {
        world.run(&["undo", "--quiet"]).success();
    }

    // The other way round, and where the own is to be kept.
    let other = self::world();
    import(
        &other,
        "form.csv",
        &std::fs::read_to_string(world.path().join("form.csv")).unwrap(),
        &["--as", "signups"],
    );
    world.run(&["undo", "--quiet"]).success();
    and_back(&world, &["person", "merge", "2", "1", "--keep"]);
    let kept = person(&world, "1");
    assert_eq!(kept["family_name"], "Amsel");
    assert_eq!(kept["email"], "anna@nord.example.org");
    and_back(&other, &["person", "merge", "1", "2"]);
    let newer = person(&other, "2");
    assert_eq!(newer["family_name"], "Busch");
    assert_eq!(newer["email"], "busch@sued.example.org");
}

#[test]
fn stays_without_a_name_move_one_by_one() {
    let world = world();
    import(
        &world,
        "form.csv",
        &format!(
            "{FORM}2020-09-10 10:00;Anna Amsel;anna@nord.example.org;Cluster Nord;Session B: Economic recovery;none
2020-09-10 10:01;Bernd Busch;bernd@sued.example.org;Photonik Süd;Bar 1: Harbour Pub;vegan\n"
        ),
        &["--as", "signups"],
    );
    import(
        &world,
        "log.csv",
        "Name,E-Mail,Joined,Left\n,anna@nord.example.org,2020-10-08 11:20,2020-10-08 12:20\n,bernd@sued.example.org,2020-10-08 11:22,2020-10-08 12:25\n",
        &["--session", "breakout-b"],
    );
    let owners = || -> Vec<String> {
        let stays = json(&world, &["attendance", "stays"]);
        stays.iter().map(|it| it["person_id"].to_string()).collect()
    };
    assert_eq!(owners(), ["1", "2"]);
    let before = world.dump();
    let refused = world.line("attendance move 1 2 --all-of-name").code(1);
    assert!(
        refused
            .stderr
            .contains("stay 1 was recorded without a name"),
        "{refused}"
    );
    assert_eq!(world.dump(), before);
    and_back(&world, &["attendance", "move", "1", "2"]);
    assert_eq!(owners(), ["2", "2"]);
}

#[test]
fn a_name_that_was_nobodys_is_somebodys_once_all_its_stays_are() {
    let world = world();
    import(
        &world,
        "form.csv",
        &format!(
            "{FORM}2020-09-10 10:01;Bernd Busch;bernd@sued.example.org;Photonik Süd;Bar 1: Harbour Pub;vegan\n"
        ),
        &["--as", "signups"],
    );
    let log = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n";
    let at = |from: &str, to: &str| format!("{log}iPad Saal 2,,{from},{to},30\n");
    import(
        &world,
        "one.csv",
        &at("10/08/2020 11:20:00 AM", "10/08/2020 11:50:00 AM"),
        &["--session", "breakout-b"],
    );
    let of_later = at("10/08/2020 04:10:00 PM", "10/08/2020 04:40:00 PM");
    world.line("review 1 nobody").success();
    world.write("two.csv", &of_later);
    let skipped = world.line("import two.csv --session bar-1").success();
    assert!(skipped.contains("1 skipped"), "{skipped}");
    and_back(&world, &["attendance", "move", "1", "1", "--all-of-name"]);
    world.line("import two.csv --session bar-1").success();
    let stays = json(&world, &["attendance", "stays"]);
    let owners: Vec<_> = stays.iter().map(|it| it["person_id"].to_string()).collect();
    assert_eq!(owners, ["1", "1"]);
}

#[test]
fn somebody_who_was_merged_elsewhere_does_not_come_back_in_a_split() {
    let world = world();
    import(
        &world,
        "form.csv",
        &format!(
            "{FORM}2020-09-10 10:00;Anna Amsel;anna@nord.example.org;Cluster Nord;Session B: Economic recovery;none
2020-09-10 10:01;Bernd Busch;bernd@sued.example.org;Photonik Süd;Bar 1: Harbour Pub;vegan
2020-09-10 10:02;Carl Cron;carl@sued.example.org;Photonik Süd;Bar 1: Harbour Pub;vegan\n"
        ),
        &["--as", "signups"],
    );
    import(
        &world,
        "log.csv",
        "Name,E-Mail,Joined,Left\nBernd Busch,bernd@sued.example.org,2020-10-08 11:20,2020-10-08 12:20\n",
        &["--session", "breakout-b"],
    );
    world.line("attendance move 1 1").success();
    world.line("person merge 2 3").success();
    and_back(&world, &["person", "split", "1", "--stays", "1"]);
    // The stay was recorded under his name, but his record went to somebody else.
    let people = json(&world, &["person", "list"]);
    let numbers = people.iter().map(|it| it["id"].to_string());
    let number = numbers.max_by_key(|it| it.parse::<i64>().unwrap()).unwrap();
    let second = person(&world, &number);
    assert_eq!(second["family_name"], "Busch", "{second:#}");
    assert_eq!(second["organisation"], Value::Null, "{second:#}");
}
