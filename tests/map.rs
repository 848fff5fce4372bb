//! `--map` says what columns and words mean, and `map` lists, removes and hands on what it said.

use super::support::World;

const PROGRAMME: &str = "kind,slug,title,start,end,timezone,capacity\n\
    event,day,Cluster day,2025-03-03 09:00,2025-03-03 18:00,Europe/Berlin,\n\
    plenary,main,Main session,2025-03-03 09:00,2025-03-03 12:00,Europe/Berlin,\n";

const FORM: &str = "Name;E-Mail;Zustand\n\
    Ada Lenz;ada@lenz.example;fest\n\
    Bert Klug;bert@klug.example;weg\n\
    Cleo Dahl;cleo@dahl.example;hinten\n\
    Dora Ems;dora@ems.example;blau\n";

fn world() -> World {
    let mut world = World::with_file();
    world.set_now("2025-03-04T09:00:00+01:00");
    world.write("programme.csv", PROGRAMME);
    world.write("form.csv", FORM);
    world.run(&["import", "programme.csv"]).success();
    world
}

fn values(world: &World, arguments: &[&str], key: &str) -> Vec<String> {
    let output = world
        .run(&[arguments, &["--format", "json"]].concat())
        .success();
    let rows: serde_json::Value = serde_json::from_str(&output).unwrap();
    let value = |row: &serde_json::Value| row[key].as_str().unwrap_or("-").to_owned();
    rows.as_array().unwrap().iter().map(value).collect()
}

const WORDS: [&str; 8] = [
    "--map",
    "Zustand: fest=confirmed",
    "--map",
    "weg=cancelled",
    "--map",
    "Zustand: hinten=waitlisted",
    "--map",
    "Zustand:blau=none",
];

#[test]
fn words_of_a_state_are_explained_and_remembered() {
    let world = world();
    let import = [&["import", "form.csv", "--as", "signups"], &WORDS[..]].concat();
    world.run(&import).success();
    let before = values(&world, &["export", "signups"], "status");
    assert_eq!(before.len(), 3, "{before:?}");
    assert_eq!(before[..2], ["confirmed", "cancelled"]);
    // Without saying it again, and turned round.
    assert_eq!(values(&world, &["map", "list"], "heading").len(), 4);
    world.write(
        "more.csv",
        "Name;E-Mail;Zustand\nEmil Fax;emil@fax.example;weg\n",
    );
    world.line("import more.csv --as signups").success();
    assert_eq!(
        values(&world, &["export", "signups"], "status")[3],
        "cancelled"
    );
    world.run(&["undo"]).success();
    world.run(&["undo"]).success();
    assert!(values(&world, &["map", "list"], "heading").is_empty());
    let turned = ["--map", "Zustand: fest=cancelled", "--map", "weg=confirmed"];
    world
        .run(&[&["import", "form.csv", "--as", "signups"], &turned[..]].concat())
        .code(3)
        .stdout
        .contains("`hinten`");
    assert_eq!(
        values(&world, &["export", "signups"], "status")[..2],
        ["cancelled", "confirmed"]
    );
}

#[test]
fn words_of_presence_are_explained() {
    let world = world();
    world
        .line("import form.csv --as people --map Zustand=ignore")
        .success();
    let words = [
        "--map",
        "Zustand: fest=present",
        "--map",
        "Zustand: weg=absent",
        "--map",
        "Zustand: hinten=excused",
        "--map",
        "blau=present",
    ];
    let list = [
        "import",
        "form.csv",
        "--as",
        "attendance",
        "--session",
        "main",
    ];
    world.run(&[&list, &words[..]].concat()).success();
    let who = values(&world, &["export", "attendance"], "given_name");
    assert_eq!(who, ["Ada", "Dora", "Cleo"]);
    let sources = values(&world, &["export", "attendance"], "source");
    assert_eq!(sources[2], "excused");
}

#[test]
fn a_word_that_nobody_explained_is_its_rows_problem() {
    let world = world();
    let import = [
        "import",
        "form.csv",
        "--as",
        "signups",
        "--map",
        "Zustand: fest=confirmed",
    ];
    let output = world.run(&import).code(3);
    assert!(
        output.stdout.contains("`blau` is not a known status"),
        "{output}"
    );
    assert_eq!(
        values(&world, &["export", "signups"], "given_name"),
        ["Ada"]
    );
}

#[test]
fn what_cannot_be_is_refused_and_nothing_changes() {
    let world = world();
    let before = world.dump();
    for (answer, code, said) in [
        ("Zustand=statuss", 2, "did you mean `status`?"),
        ("Zustand=person_id", 2, "there is no field `person_id`"),
        ("Zustand=joined_at", 1, "cannot be `joined_at`"),
        ("Zustand=confirmed", 1, "--map 'Zustand: WORD=confirmed'"),
        ("Stimmung=status", 1, "Stimmung"),
        ("Zustand: grün=confirmed", 1, "grün"),
    ] {
        let import = ["import", "form.csv", "--as", "signups", "--map", answer];
        let refused = world.run(&import).code(code);
        assert!(refused.stderr.contains(said), "{answer}: {refused}");
        assert_eq!(world.dump(), before, "{answer}");
    }
}

#[test]
fn answers_are_listed_removed_and_handed_on() {
    let world = world();
    world
        .run(&[&["import", "form.csv", "--as", "signups"], &WORDS[..]].concat())
        .success();
    let listed = world.line("map list --format csv").success();
    world.line("map export -o answers.csv").success();
    let other = self::world();
    std::fs::copy(
        world.path().join("answers.csv"),
        other.path().join("answers.csv"),
    )
    .unwrap();
    other.line("map import answers.csv").success();
    assert_eq!(other.line("map list --format csv").success(), listed);
    other.line("import form.csv --as signups").success();
    let status = |world: &World| values(world, &["export", "signups"], "status");
    assert_eq!(status(&other), status(&world));
    let again = other.line("map import answers.csv").success();
    assert!(again.is_empty(), "{again}");
    other.line("map remove 1").success();
    assert_eq!(values(&other, &["map", "list"], "heading").len(), 3);
    other.run(&["undo"]).success();
    assert_eq!(other.line("map list --format csv").success(), listed);
    other.write("answers.csv", "headings,heading,field\n12,name,naem\n");
    let refused = other.line("map import answers.csv").code(1);
    assert!(
        refused
            .stderr
            .contains("answers.csv, line 2: there is no such field"),
        "{refused}"
    );
    other
        .line("map remove 99")
        .code(1)
        .stderr
        .contains("map list");
}
