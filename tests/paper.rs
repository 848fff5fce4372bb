//! Lists that are printed, written on and handed out: their empty lines, who may be named, what goes with what.

use super::pages::of_html;
use super::support::World;

const PROGRAMME: &str = "kind,slug,title,start,end,timezone,drop_in\n\
    event,day,Cluster day,2025-03-03 09:00,2025-03-04 18:00,Europe/Berlin,\n\
    breakout,lab,Robotics lab,2025-03-03 13:00,2025-03-03 14:30,Europe/Berlin,\n\
    breakout,law,Law,2025-03-04 13:00,2025-03-04 14:30,Europe/Berlin,\n\
    networking,bar,Bar,2025-03-04 20:00,2025-03-04 23:00,Europe/Berlin,yes\n";

/// A file with people signed up, and a further column of their form.
fn asked(question: &str, answers: [&str; 3]) -> World {
    let world = World::with_file();
    world.write("programme.csv", PROGRAMME);
    let [ada, bert, cleo] = answers;
    world.write(
        "people.csv",
        format!(
            "Name;E-Mail;Organisation;Session;{question}\n\
             Ada Lenz;ada@lenz.example;Lenz AG;Robotics lab;{ada}\n\
             Bert Klug;bert@klug.example;Klug AG;Robotics lab; {bert}\n\
             Cleo Dahl;cleo@dahl.example;Dahl AG;Law;{cleo}\n"
        ),
    );
    world.line("import programme.csv people.csv").success();
    world
}

/// The names on the list of participants, without the headings.
fn listed(world: &World, more: &[&str]) -> Vec<String> {
    let list = [&["report", "participants", "--format", "json"], more].concat();
    let list: serde_json::Value = serde_json::from_str(&world.run(&list).success()).unwrap();
    let rows = list.as_array().unwrap().iter();
    rows.map(|row| row["name"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn who_did_not_agree_is_not_listed_where_a_form_asked() {
    let world = asked(
        "Darf Ihr Name auf der Teilnehmerliste erscheinen?",
        ["Ja", "Nein", ""],
    );
    assert_eq!(listed(&world, &[]), ["Lenz, Ada"]);
    let said = world.line("report participants --lang de").code(0);
    assert!(
        said.stdout
            .contains("2 weitere Personen sind nicht aufgeführt"),
        "{said}"
    );
    assert_eq!(said.stderr, "");
    // Another question cannot be asked for by mistake.
    let wrong = world.line("report participants --consent 'Foto?'").code(1);
    assert!(
        wrong.stderr.contains("no form of the event asked"),
        "{wrong}"
    );
    // Whoever takes it upon themselves says so.
    assert_eq!(
        listed(&world, &["--consent", "none"]),
        ["Dahl, Cleo", "Klug, Bert", "Lenz, Ada"]
    );
}

#[test]
fn where_no_form_asked_everybody_is_listed_and_that_is_said() {
    let world = asked("Diet", ["vegan", "vegan", "halal"]);
    let said = world.run(&["report", "participants"]).code(0);
    assert!(said.stderr.contains("no form of the event asked"), "{said}");
    assert!(said.stdout.contains("Dahl, Cleo"), "{said}");
    assert!(!said.stdout.contains('@'), "{said}");
    let with = world.line("report participants --addresses").success();
    assert!(with.contains("cleo@dahl.example"), "{with}");
}

#[test]
fn what_a_yes_means_is_asked_where_it_is_not_certain() {
    let question = "Ich möchte nicht auf der Teilnehmerliste erscheinen";
    let world = asked(question, ["ja", "nein", ""]);
    let wrong = world.run(&["report", "participants"]).code(1);
    assert!(wrong.stderr.contains(question), "{wrong}");
    assert!(wrong.stderr.contains("--consent none"), "{wrong}");
    // A dossier is written without the list, and says so.
    let dossier = world.line("report dossier -o d").code(0);
    assert!(dossier.stderr.contains("is left out"), "{dossier}");
    assert!(!world.path().join("d/participants.html").exists());
    let index = std::fs::read_to_string(world.path().join("d/index.html")).unwrap();
    assert!(index.contains("is left out"), "{index}");
    // One that was there before goes.
    let world = asked("Einverständnis Teilnehmerliste", ["ja", "vielleicht", ""]);
    let wrong = world.run(&["report", "participants"]).code(1);
    assert!(wrong.stderr.contains("vielleicht"), "{wrong}");
}

#[test]
fn paper_has_empty_lines_and_data_have_none() {
    let world = asked("Diet", ["vegan", "vegan", "halal"]);
    let rows = |name: &str, more: &[&str]| -> Vec<usize> {
        let report = [&["report", name, "--format", "html"], more].concat();
        let page = world.run(&report).success();
        of_html(&page).iter().map(|it| it.rows.len()).collect()
    };
    // Two people and one, then the lines; the bar that nobody chose has lines alone.
    assert_eq!(rows("sign-in", &[]), [7, 6, 5]);
    assert_eq!(rows("sign-in", &["--blank", "0"]), [2, 1]);
    assert_eq!(rows("evidence", &[]), [8]);
    assert_eq!(rows("door", &[]), [1, 1, 1, 10]);
    for name in ["sign-in", "evidence", "door"] {
        let report = ["report", name, "--format", "csv"];
        assert_eq!(world.run(&report).success().lines().count(), 4, "{name}");
    }
    let book = ["report", "sign-in", "-o", "list.xlsx"];
    let written = world.run(&book).code(0);
    assert!(written.stderr.contains("18 rows"), "{written}");
}

#[test]
fn one_list_for_all_days_has_a_signature_for_each() {
    let world = asked("Diet", ["vegan", "vegan", "halal"]);
    let facts = [
        "event",
        "edit",
        "--project",
        "Netz",
        "--organiser",
        "Verbund",
    ];
    world.run(&facts).success();
    let said = world
        .line("report evidence --lang de --format markdown")
        .code(0);
    let columns = "| Nr. | Name | Organisation | Unterschrift 3. März | Unterschrift 4. März |";
    assert!(said.stdout.contains(columns), "{said}");
    // The one thing that funders ask for and nobody said.
    assert!(said.stderr.contains("und --funding-reference"), "{said}");
}

#[test]
fn answers_are_counted_for_the_caterer() {
    let world = asked("Diet", ["vegan", "Vegan", "halal"]);
    let counts = world
        .line("report answers --by session --format csv")
        .success();
    assert_eq!(
        counts,
        "Session,Question,Answer,People,Waiting\n\
         lab,Diet,Vegan,2,0\n\
         law,Diet,halal,1,0\n"
    );
    let one = ["report", "answers", "--session", "law", "--format", "csv"];
    assert!(world.run(&one).success().ends_with("law,Diet,halal,1,0\n"));
}

#[test]
fn what_does_not_go_together_is_refused() {
    let world = asked("Diet", ["vegan", "vegan", "halal"]);
    for wrong in [
        &["door", "--session", "lab"][..],
        &["evidence", "--by", "day"],
        &["participants", "--by", "person"],
        &["participants", "--session", "lab"],
        &["sign-in", "--by", "matrix"],
        &["sign-in", "--by", "day", "--session", "lab"],
        &["attendance", "--by", "event"],
        &["attendance", "--by", "matrix", "--session", "lab"],
        &["attendance", "--addresses"],
        &["sign-in", "--consent", "Diet"],
        &["sessions", "--absent"],
        &["organisations", "--absent", "--session", "lab"],
        &["answers", "--by", "person"],
    ] {
        let command = [&["report"], wrong].concat();
        let refused = world.run(&command).code(2);
        assert!(refused.stderr.contains("hint: "), "{refused}");
    }
}

#[test]
fn the_demo_has_a_matrix_of_the_people_and_sessions() {
    let world = World::new();
    world.run(&["demo", "--quiet"]).success();
    let report = |by: &str| {
        let command = [
            "report",
            "attendance",
            "--by",
            by,
            "--db",
            "rollcall-demo/rollcall.db",
            "--format",
            "json",
        ];
        let rows: serde_json::Value = serde_json::from_str(&world.run(&command).success()).unwrap();
        rows.as_array().unwrap().clone()
    };
    let (matrix, list) = (report("matrix"), report("session"));
    // Each verdict of the list stands in the matrix.
    let mut compared = 0;
    for row in list.iter().filter(|it| it["verdict"].is_string()) {
        let own = matrix.iter().find(|it| it["person_id"] == row["person_id"]);
        let session = row["session"].as_str().unwrap();
        assert_eq!(own.unwrap()[session], row["verdict"], "{row}");
        compared += 1;
    }
    assert!(compared > 200, "{compared}");
}
