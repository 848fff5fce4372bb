//! Who is meant where two people have one name, or one person has two: asked, never taken in silence, and the same
//! whichever file comes first.

use crate::support::{World, zoom_minutes};

const PROGRAMME: &str = "\
event,slug,title,kind,start,end,timezone
treffen,,Treffen,event,2020-10-08T10:00:00+02:00,2020-10-08T18:00:00+02:00,Europe/Berlin
treffen,plenary,Plenum,plenary,2020-10-08T10:00:00+02:00,2020-10-08T12:00:00+02:00,
treffen,a,Session A,breakout,2020-10-08T13:00:00+02:00,2020-10-08T14:30:00+02:00,
treffen,b,Session B,breakout,2020-10-08T13:00:00+02:00,2020-10-08T14:30:00+02:00,
";

/// A meeting without anybody.
fn world() -> World {
    let world = World::with_file();
    world.write("programme.csv", PROGRAMME);
    world.run(&["import", "programme.csv"]).success();
    world
}

/// Imports sign-ups of rows `name, address, organisation, session`; returns what was said.
fn sign_up(world: &World, file: &str, rows: &[[&str; 4]]) -> String {
    let mut form = "Name,E-Mail,Organisation,session\n".to_owned();
    for row in rows {
        form.push_str(&row.join(","));
        form.push('\n');
    }
    world.write(file, form);
    let output = world.run(&["import", file, "--as", "signups"]);
    assert!([0, 3].contains(&output.code), "{output}");
    output.stdout + &output.stderr
}

/// Imports a log of the plenary of rows `name, address`; returns what was said.
fn log(world: &World, file: &str, rows: &[(&str, &str)]) -> String {
    let (from, to) = ("10:00:00 AM", "10:30:00 AM");
    let mut log =
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n".to_owned();
    for (name, address) in rows {
        log.push_str(&format!(
            "\"{name}\",{address},10/08/2020 {from},10/08/2020 {to},{}\n",
            zoom_minutes(from, to)
        ));
    }
    world.write(file, log);
    let output = world.run(&["import", file, "--session", "plenary"]);
    assert!([0, 3].contains(&output.code), "{output}");
    output.stdout + &output.stderr
}

/// Rows of an export: the columns that are asked for, with `|` between them, sorted.
fn rows(world: &World, what: &str, columns: &[&str]) -> Vec<String> {
    let json = world.run(&["export", what, "--format", "json"]).success();
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let mut rows: Vec<String> = rows
        .iter()
        .map(|row| {
            let cell = |column: &&str| match &row[*column] {
                serde_json::Value::String(text) => text.clone(),
                serde_json::Value::Null => String::new(),
                other => other.to_string(),
            };
            columns.iter().map(cell).collect::<Vec<_>>().join("|")
        })
        .collect();
    rows.sort();
    rows
}

fn people(world: &World) -> Vec<String> {
    rows(world, "people", &["given_name", "family_name", "email"])
}

/// Whose the stays are: the name in the log and the address of whoever it was given to.
fn stays(world: &World) -> Vec<String> {
    rows(world, "attendance", &["recorded_name", "email"])
}

/// The open questions: kind, name, and the numbers of the candidates.
fn questions(world: &World) -> Vec<String> {
    let json = world.line("review --list --format json").success();
    let questions: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let asked = |question: &serde_json::Value| {
        let candidates = question["candidates"].as_array().unwrap().iter();
        let candidates: Vec<String> = candidates
            .map(|it| {
                let id = [&it["person_id"], &it["organisation_id"]];
                id.into_iter().find(|id| id.is_i64()).unwrap().to_string()
            })
            .collect();
        let text = |key: &str| question[key].as_str().unwrap().to_owned();
        format!(
            "{} {}: {}",
            text("kind"),
            text("name"),
            candidates.join(" ")
        )
    };
    questions.iter().map(asked).collect()
}

#[test]
fn two_namesakes_of_one_organisation_in_one_form_both_keep_their_sign_ups() {
    let world = world();
    world.write(
        "form.csv",
        "Zeitstempel,Name,E-Mail,Organisation,session\n\
         2020-09-01 10:00,Thomas Müller,thomas.mueller@siemens.example.org,Siemens,a\n\
         2020-09-02 11:00,Thomas Müller,thomas.mueller2@siemens.example.org,Siemens,b\n",
    );
    let _done = world.line("import form.csv --as signups").code(3);
    assert_eq!(questions(&world), ["person Thomas Müller: 1"]);
    let signups = |world: &World| rows(world, "signups", &["email", "session", "status"]);
    assert_eq!(
        signups(&world),
        ["thomas.mueller@siemens.example.org|a|confirmed"]
    );
    let before = world.dump();
    world.line("review 1 new").success();
    assert_eq!(
        signups(&world),
        [
            "thomas.mueller2@siemens.example.org|b|confirmed",
            "thomas.mueller@siemens.example.org|a|confirmed",
        ]
    );
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);
    // One person with two addresses, who has changed their mind.
    world.line("review 1 same").success();
    assert_eq!(
        signups(&world),
        [
            "thomas.mueller@siemens.example.org|a|cancelled",
            "thomas.mueller@siemens.example.org|b|confirmed",
        ]
    );
}

#[test]
fn another_company_beside_the_name_is_asked_about_in_one_word_as_in_two() {
    let world = world();
    sign_up(
        &world,
        "form.csv",
        &[
            [
                "Anna Schmidt",
                "anna.schmidt@biom.example.org",
                "BioM Biotech Cluster Development GmbH",
                "plenary",
            ],
            [
                "Zoe Qua",
                "z@bmwi.example.org",
                "Bundesministerium für Wirtschaft und Energie (BMWi)",
                "plenary",
            ],
        ],
    );
    let strangers = [
        "Anna Schmidt (BMWi)",
        "Anna Schmidt | Siemens",
        "Anna Schmidt (Siemens AG)",
        "Anna Schmidt - Quandor",
        "Anna Schmidt @ Quandor",
        "Anna Schmidt / Quandor",
        "Anna Schmidt_Quandor",
        "Quandor | Anna Schmidt",
        "Anna Schmidt, Quandor",
    ];
    let lines: Vec<(&str, &str)> = strangers.iter().map(|name| (*name, "")).collect();
    log(&world, "log.csv", &lines);
    let asked: Vec<String> = strangers
        .iter()
        .map(|name| format!("stay {name}: 1"))
        .collect();
    assert_eq!(questions(&world), asked);
    // What names no organisation is no reason to ask.
    log(
        &world,
        "marks.csv",
        &[
            ("Anna Schmidt (Moderation)", ""),
            ("AS (Anna Schmidt)", ""),
            ("Anna Schmidt - Gruppe 3", ""),
            ("Anna Schmidt (München)", ""),
        ],
    );
    assert_eq!(questions(&world).len(), strangers.len());
    let given = stays(&world);
    let given: Vec<&String> = given.iter().filter(|it| !it.ends_with('|')).collect();
    assert_eq!(given.len(), 4, "{given:?}");
    assert!(
        given
            .iter()
            .all(|it| it.ends_with("|anna.schmidt@biom.example.org")),
        "{given:?}"
    );
}

const ANNA: [&str; 4] = [
    "Anna Roth",
    "anna.roth@netz.example.org",
    "Netz e.V.",
    "plenary",
];
const ALSO_ANNA: [&str; 4] = ["Anna Roth", "roth.anna@gmx.de", "", "a"];

#[test]
fn a_row_that_waits_is_a_rival_of_whoever_is_on_file() {
    let world = world();
    sign_up(&world, "one.csv", &[ANNA]);
    sign_up(&world, "two.csv", &[ALSO_ANNA]);
    log(
        &world,
        "log.csv",
        &[("Anna Roth", "roth.anna@gmx.de"), ("Roth, Anna", "")],
    );
    assert_eq!(
        questions(&world),
        [
            "person Anna Roth: 1",
            "stay Anna Roth: 1",
            "stay Roth, Anna: 1"
        ]
    );
    let before = world.dump();
    world.line("review 1 new").success();
    // Which of the two came without an address is asked on, and of both.
    assert_eq!(questions(&world), ["stay Roth, Anna: 1 2"]);
    assert_eq!(stays(&world), ["Anna Roth|roth.anna@gmx.de", "Roth, Anna|"]);
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);
    world.line("review 1 same").success();
    assert_eq!(questions(&world), [""; 0]);
    assert_eq!(
        stays(&world),
        [
            "Anna Roth|anna.roth@netz.example.org",
            "Roth, Anna|anna.roth@netz.example.org"
        ]
    );
}

#[test]
fn a_match_by_name_goes_back_to_the_queue_when_a_namesake_turns_up() {
    let world = world();
    sign_up(&world, "one.csv", &[ANNA]);
    log(
        &world,
        "log.csv",
        &[("Anna Roth", "roth.anna@gmx.de"), ("Roth, Anna", "")],
    );
    assert_eq!(questions(&world), [""; 0]);
    let before = world.dump();
    let told = sign_up(&world, "two.csv", &[ALSO_ANNA]);
    assert!(
        told.contains("2 matches by name have become doubtful and wait for an answer"),
        "{told}"
    );
    // Nobody's minutes until somebody answers.
    assert_eq!(stays(&world), ["Anna Roth|", "Roth, Anna|"]);
    assert_eq!(
        questions(&world),
        [
            "person Anna Roth: 1",
            "stay Anna Roth: 1",
            "stay Roth, Anna: 1"
        ]
    );
    let asked = (stays(&world), questions(&world));
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);
    let _done = world.line("import two.csv --as signups").code(3);
    assert_eq!((stays(&world), questions(&world)), asked);
    // Numbers are never given twice.
    world.line("review 4 new").success();
    assert_eq!(questions(&world), ["stay Roth, Anna: 1 2"]);
    assert_eq!(stays(&world), ["Anna Roth|roth.anna@gmx.de", "Roth, Anna|"]);
}

#[test]
fn what_somebody_answered_stays_theirs() {
    let world = world();
    sign_up(&world, "one.csv", &[ANNA]);
    log(&world, "log.csv", &[("Anna Roth (Quandor)", "")]);
    world.line("review 1 same").success();
    sign_up(&world, "two.csv", &[ALSO_ANNA]);
    assert_eq!(
        stays(&world),
        ["Anna Roth (Quandor)|anna.roth@netz.example.org"]
    );
}

#[test]
fn one_name_at_one_domain_under_two_spellings_is_one_question_about_the_organisation() {
    let of = |address, organisation| ["Roberto Schwarz", address, organisation, "plenary"];
    let world = world();
    sign_up(
        &world,
        "one.csv",
        &[of(
            "roberto.schwarz@valley.example.org",
            "Medical Valley EMN e.V.",
        )],
    );
    sign_up(
        &world,
        "two.csv",
        &[of("rschwarz@valley.example.org", "Medical Valley")],
    );
    assert_eq!(questions(&world), ["organisation Medical Valley: 1"]);
    let before = world.dump();
    let told = world.line("review 1 same").code(0).stderr;
    assert!(
        told.contains("1 person who was on file under both spellings is one now"),
        "{told}"
    );
    assert_eq!(
        people(&world),
        ["Roberto|Schwarz|roberto.schwarz@valley.example.org"]
    );
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);
    world.line("review 1 different").success();
    assert_eq!(people(&world).len(), 2);
}

#[test]
fn an_address_that_speaks_for_two_is_asked_about_whatever_the_organisation_is_called() {
    let of = |address, organisation| ["Roberto Schwarz", address, organisation, "plenary"];
    let world = world();
    sign_up(
        &world,
        "one.csv",
        &[of(
            "roberto.schwarz@valley.example.org",
            "Medical Valley EMN e.V.",
        )],
    );
    sign_up(
        &world,
        "two.csv",
        &[of("roberto.schwarz2@valley.example.org", "Medical Valley")],
    );
    assert_eq!(
        questions(&world),
        [
            "organisation Medical Valley: 1",
            "person Roberto Schwarz: 1"
        ]
    );
    // One organisation does not make one person of them.
    world.line("review 1 same").success();
    assert_eq!(questions(&world), ["person Roberto Schwarz: 1"]);
}

#[test]
fn the_owner_of_an_address_is_the_first_candidate_and_certain_where_a_part_of_the_name_fits() {
    let world = world();
    sign_up(
        &world,
        "form.csv",
        &[
            [
                "Jean-Pierre Dupré",
                "jp.dupre@uni.example.org",
                "Uni",
                "plenary",
            ],
            ["Eva Büro", "eva@uni.example.org", "Uni", "plenary"],
            ["Karin Vogt", "info@uni.example.org", "Uni", "plenary"],
            ["Tom Berg", "info@uni.example.org", "Uni", "plenary"],
        ],
    );
    log(
        &world,
        "log.csv",
        &[
            ("JP Dupré", "jp.dupre@uni.example.org"),
            ("Dupré", "jp.dupre@uni.example.org"),
            ("JPD", "jp.dupre@uni.example.org"),
            ("Saal 3 Nord", "jp.dupre@uni.example.org"),
            ("Empfang Nord", "info@uni.example.org"),
        ],
    );
    assert_eq!(
        questions(&world),
        ["stay Saal 3 Nord: 1", "stay Empfang Nord: 3 4"]
    );
}

#[test]
fn a_new_employer_in_another_year_is_asked_about() {
    let world = world();
    sign_up(&world, "one.csv", &[ANNA]);
    let next = PROGRAMME
        .replace("treffen", "naechstes")
        .replace("2020", "2021");
    world.write("next.csv", next);
    world.run(&["import", "next.csv"]).success();
    world.write(
        "two.csv",
        "Name,E-Mail,Organisation,session\n\
         Anna Roth,anna.roth@solar.example.org,Solarhafen,plenary\n",
    );
    let import = [
        "import",
        "two.csv",
        "--as",
        "signups",
        "--event",
        "naechstes",
    ];
    let _done = world.run(&import).code(3);
    assert_eq!(questions(&world), ["person Anna Roth: 1"]);
    world.line("review 1 same").success();
    assert_eq!(people(&world).len(), 1);
}

#[test]
fn a_merge_a_new_address_and_a_namesake_by_hand_are_judged_as_if_they_had_come_first() {
    let world = world();
    sign_up(&world, "one.csv", &[ANNA]);
    sign_up(&world, "two.csv", &[ALSO_ANNA]);
    log(
        &world,
        "log.csv",
        &[("Roth, Anna", ""), ("A. R.", "ar@web.example")],
    );
    world.line("review 1 new").success();
    assert_eq!(questions(&world), ["stay Roth, Anna: 1 2", "stay A. R.: "]);
    let before = world.dump();
    // One person after all: nothing is open about which of them it was.
    world.line("person merge 2 1").success();
    assert_eq!(questions(&world), ["stay A. R.: "]);
    assert_eq!(
        stays(&world),
        ["A. R.|", "Roth, Anna|anna.roth@netz.example.org"]
    );
    // Her address is that of another row.
    let told = world.line("person edit 1 --add-email ar@web.example");
    assert!(
        told.to_string()
            .contains("1 open question is settled by it"),
        "{told}"
    );
    assert_eq!(questions(&world), [""; 0]);
    // Somebody of her name, signed up by hand.
    let add = ["person", "add", "Anna Roth", "--email", "anna@sued.example"];
    let _done = world.run(&add).code(0);
    assert_eq!(questions(&world), [""; 0]);
    let told = world.line("signup add 3 --session plenary");
    assert!(
        told.to_string()
            .contains("1 match by name has become doubtful"),
        "{told}"
    );
    assert_eq!(questions(&world), ["stay Roth, Anna: 1 3"]);
    for _ in 0..4 {
        world.run(&["undo"]).success();
    }
    assert_eq!(world.dump(), before);
}

#[test]
fn what_was_matched_by_itself_is_listed_with_its_reason_the_weakest_first() {
    let world = world();
    sign_up(
        &world,
        "form.csv",
        &[
            ANNA,
            [
                "Jan Ott",
                "jan.ott@hafen.example.org",
                "Hafen AG",
                "plenary",
            ],
            ["Eva Vogt", "eva@web.example", "Hafen AG", "plenary"],
        ],
    );
    log(
        &world,
        "log.csv",
        &[
            ("Anna Roth", "anna.roth@netz.example.org"),
            ("Eva Vogt (Hafen)", ""),
            ("Jan Ott", ""),
            ("Eva", ""),
        ],
    );
    let listed = world.line("review --automatic --format json");
    let listed: Vec<serde_json::Value> = serde_json::from_str(&listed.success()).unwrap();
    let text = |row: &serde_json::Value| {
        let recorded = row["recorded_name"].as_str().unwrap().to_owned();
        format!("{recorded}: {}", row["reasons"].as_str().unwrap())
    };
    assert_eq!(
        listed.iter().map(text).collect::<Vec<_>>(),
        [
            "Jan Ott: only person of this name in the event",
            "Eva Vogt (Hafen): same name, same organisation",
            "Anna Roth: same address",
        ]
    );
    // What somebody answered is not matched by itself.
    world.line("review 1 person 3").success();
    let again = world.line("review --automatic --format json");
    let again: Vec<serde_json::Value> = serde_json::from_str(&again.success()).unwrap();
    assert_eq!(again.len(), 3);
}

/// Imports a list of those present of rows `name; organisation`.
fn present(world: &World, file: &str, rows: &[(&str, &str)]) {
    let mut list = "Name;Organisation;Anwesend\n".to_owned();
    for (name, organisation) in rows {
        list.push_str(&format!("{name};{organisation};ja\n"));
    }
    world.write(file, list);
    let output = world.run(&["import", file, "--session", "plenary"]);
    assert!([0, 3].contains(&output.code), "{output}");
}

#[test]
fn a_question_of_a_list_of_people_is_about_everybody_whatever_event_was_looked_at_before() {
    let world = world();
    world.write(
        "people.csv",
        "Given name,Family name,Email,Organisation\n\
         Anna,Roth,a@nord.example.org,Cluster Nord\nAnna,Roth,b@sued.example.org,Photonik Süd\n",
    );
    world.line("import people.csv --as people").success();
    sign_up(
        &world,
        "form.csv",
        &[["Anna Roth", "a@nord.example.org", "Cluster Nord", "plenary"]],
    );
    log(&world, "log.csv", &[("Anna Rot", "")]);
    world.write(
        "list.csv",
        "Given name,Family name,Phone\nAnna,Roth,030 123\n",
    );
    let _asked = world.line("import list.csv --as people").code(3);
    let asked = ["stay Anna Rot: 1 2", "person Anna Roth: 1 2"];
    assert_eq!(questions(&world), asked);
    // One of the two takes part in the event of the first question, which is judged again before the second.
    world.line("person alias 1 'Annchen R'").success();
    assert_eq!(questions(&world), asked);
}

#[test]
fn a_row_of_a_list_is_judged_again_by_the_organisation_it_named() {
    let world = world();
    sign_up(
        &world,
        "one.csv",
        &[["Anna Roth", "a@nord.example.org", "Cluster Nord", "plenary"]],
    );
    present(&world, "list.csv", &[("Anna Roth", "")]);
    assert_eq!(stays(&world), ["Anna Roth|a@nord.example.org"]);
    assert_eq!(questions(&world), [""; 0]);
    sign_up(
        &world,
        "two.csv",
        &[["Anna Roth", "b@sued.example.org", "Photonik Süd", "plenary"]],
    );
    // Nothing tells which of the two it was.
    assert_eq!(stays(&world), ["Anna Roth|"]);
    let [question] = questions(&world).try_into().unwrap();
    assert_eq!(question, "stay Anna Roth: 1 2");
}

#[test]
fn a_short_name_settles_whom_a_list_means() {
    let world = world();
    sign_up(
        &world,
        "form.csv",
        &[
            ["Anna Roth", "a@nord.example.org", "Cluster Nord", "plenary"],
            ["Anna Roth", "b@sued.example.org", "Photonik Süd", "plenary"],
        ],
    );
    present(&world, "list.csv", &[("Anna Roth", "PHS")]);
    assert_eq!(questions(&world), ["stay Anna Roth: 1 2"]);
    world.line("organisation edit 2 --short-name PHS").success();
    assert_eq!(questions(&world), [""; 0]);
    assert_eq!(stays(&world), ["Anna Roth|b@sued.example.org"]);
}

#[test]
fn an_address_that_goes_to_somebody_else_is_judged_again_for_both() {
    let world = world();
    sign_up(
        &world,
        "form.csv",
        &[
            ["Anna Roth", "a@nord.example.org", "Cluster Nord", "plenary"],
            [
                "Bernd Busch",
                "b@nord.example.org",
                "Cluster Nord",
                "plenary",
            ],
        ],
    );
    log(&world, "log.csv", &[("A. Roth", "privat@gmx.de")]);
    assert_eq!(questions(&world), ["stay A. Roth: 1"]);
    world
        .line("person edit 1 --add-email privat@gmx.de")
        .success();
    assert_eq!(questions(&world), [""; 0]);
    assert_eq!(stays(&world), ["A. Roth|a@nord.example.org"]);
}

#[test]
fn a_former_name_in_a_cell_is_evidence_and_no_part_of_the_name() {
    let world = world();
    sign_up(
        &world,
        "one.csv",
        &[
            [
                "Anna Schmidt",
                "anna.schmidt@nord.example.org",
                "Cluster Nord",
                "plenary",
            ],
            [
                "Zoe Amsel",
                "zoe@sued.example.org",
                "Photonik Süd",
                "plenary",
            ],
        ],
    );
    sign_up(
        &world,
        "two.csv",
        &[
            ["Anna Müller geb. Schmidt", "a.mueller@web.de", "", "a"],
            [
                "Zoe Qua (née Amsel)",
                "zoe@sued.example.org",
                "Photonik Süd",
                "a",
            ],
            ["Marie Durand née Petit", "marie@web.de", "", "a"],
        ],
    );
    assert_eq!(questions(&world), ["person Anna Müller geb. Schmidt: 1"]);
    let show = world.line("review show 1").success();
    assert!(show.contains("the name they had before"), "{show}");
    // The same address and the name of before are one person; nobody is called `Durand née Petit`.
    assert_eq!(
        people(&world),
        [
            "Anna|Schmidt|anna.schmidt@nord.example.org",
            "Marie|Durand|marie@web.de",
            "Zoe|Amsel|zoe@sued.example.org"
        ]
    );
    world.line("review 1 same").success();
    log(
        &world,
        "log.csv",
        &[("Anna Müller", ""), ("Zoe Qua (geb. Amsel)", "")],
    );
    // A bare name that says it is another one than on file is asked about.
    assert_eq!(questions(&world), ["stay Zoe Qua (geb. Amsel): 2"]);
    assert_eq!(
        stays(&world),
        [
            "Anna Müller|anna.schmidt@nord.example.org",
            "Zoe Qua (geb. Amsel)|"
        ]
    );
}

#[test]
fn who_was_said_to_be_two_stays_two_when_their_organisations_become_one() {
    let world = world();
    sign_up(
        &world,
        "form.csv",
        &[
            ["Uli Wolff", "uli.wolff@gamma.org", "Gamma", "plenary"],
            ["Uli Wolff", "u.wolff@gamma.org", "Gamma Netzwerk AG", "a"],
        ],
    );
    let both = [
        "Uli|Wolff|u.wolff@gamma.org",
        "Uli|Wolff|uli.wolff@gamma.org",
    ];
    let different = ["person", "duplicates", "--different", "1", "2"];
    world.run(&different).success();
    world.line("review 1 same").success();
    assert_eq!(people(&world), both);
    world.run(&["undo"]).success();
    world.run(&["undo"]).success();
    let told = world.line("review 1 same").code(0).stderr;
    assert!(
        told.contains("under both spellings is one now: 2 is 1"),
        "{told}"
    );
    assert_eq!(people(&world), ["Uli|Wolff|uli.wolff@gamma.org"]);
}

#[test]
fn an_answer_about_a_dressed_up_name_says_nothing_of_others_of_that_name() {
    let world = world();
    sign_up(
        &world,
        "one.csv",
        &[
            ["Hans Weiß", "hans.weiss@beta.de", "Beta e.V.", "plenary"],
            ["Hans Weiß", "h.weiss@gamma.org", "Gamma AG", "plenary"],
        ],
    );
    log(&world, "log.csv", &[("Dr. Hans Weiß", "")]);
    world.line("review 1 person 2").success();
    sign_up(
        &world,
        "two.csv",
        &[["Hans Weiß", "hweiss@beta.de", "", "a"]],
    );
    assert_eq!(questions(&world), ["person Hans Weiß: 1 2"]);
}

#[test]
fn whoever_is_called_as_somebody_was_before_is_asked_about() {
    let world = world();
    sign_up(
        &world,
        "one.csv",
        &[["Anna Berg", "anna.berg@alpha.de", "Alpha GmbH", "plenary"]],
    );
    world.line("person edit 1 --family Lang").success();
    sign_up(
        &world,
        "two.csv",
        &[["Anna Berg", "anna.berg2@alpha.de", "Alpha GmbH", "a"]],
    );
    assert_eq!(questions(&world), ["person Anna Berg: 1"]);
}

#[test]
fn somebody_new_with_a_company_beside_the_name_settles_nothing_about_the_bare_name() {
    let world = world();
    sign_up(
        &world,
        "form.csv",
        &[
            ["Anna Berg", "anna.berg@alpha.de", "Alpha GmbH", "plenary"],
            ["Anna Berg", "a.berg@alpha.de", "Alpha GmbH", "a"],
        ],
    );
    log(&world, "log.csv", &[("Anna Berg (Gamma AG)", "")]);
    world.line("review 2 new").success();
    let [question] = questions(&world).try_into().unwrap();
    assert!(question.starts_with("person Anna Berg: 1"), "{question}");
}

#[test]
fn two_companies_beside_one_name_are_two_new_people() {
    let world = world();
    log(
        &world,
        "log.csv",
        &[("Xaver Zett (Zett AG)", ""), ("Xaver Zett (Ypsi AG)", "")],
    );
    world.line("review 1-2 new").success();
    assert_eq!(people(&world).len(), 2);
}

#[test]
fn a_name_under_several_unknown_addresses_is_asked_about() {
    let world = world();
    sign_up(&world, "form.csv", &[["Xaver Zett", "", "", "plenary"]]);
    log(&world, "log.csv", &[("Xaver Zett", "x@zett.de")]);
    assert_eq!(questions(&world), [""; 0]);
    log(&world, "other.csv", &[("Xaver Zett", "x@ypsi.de")]);
    let asked = ["stay Xaver Zett: 1", "stay Xaver Zett: 1"];
    assert_eq!(questions(&world), asked);
    // What has nothing to do with it settles nothing.
    world.line("person edit 1 --phone '030 1'").success();
    assert_eq!(questions(&world), asked);
}

#[test]
fn an_older_submission_fills_in_what_the_newer_one_leaves_open() {
    let form = |row: &str| format!("Zeitstempel,Name,E-Mail,Organisation,session\n{row}\n");
    let world = world();
    world.write("b.csv", form("2020-09-01 10:02,Jan Klein,,,a"));
    world.write(
        "a.csv",
        form("2020-09-01 10:01,Jan Klein,jan@alpha.de,Alpha GmbH,a"),
    );
    world.write(
        "c.csv",
        form("2020-09-01 10:03,Jan Klein,jan.klein@beta.de,Beta e.V.,b"),
    );
    for file in ["b.csv", "a.csv", "c.csv"] {
        let output = world.run(&["import", file, "--as", "signups"]);
        assert!([0, 3].contains(&output.code), "{output}");
    }
    assert_eq!(
        people(&world),
        ["Jan|Klein|jan.klein@beta.de", "Jan|Klein|jan@alpha.de"]
    );
}

#[test]
fn a_form_is_no_list_of_those_present_because_a_session_is_named() {
    let world = world();
    world.write(
        "form.csv",
        "Zeitstempel,Name,E-Mail,Session\n2020-09-01 10:00,Anna Roth,a@nord.example.org,Session A\n",
    );
    let refused = world.line("import form.csv --session plenary").code(1);
    assert!(
        refused
            .stderr
            .contains("form.csv says when people signed up, and not who was there"),
        "{refused}"
    );
    let told = [
        "import",
        "form.csv",
        "--session",
        "plenary",
        "--as",
        "attendance",
    ];
    let _asked = world.run(&told).code(3);
    assert_eq!(stays(&world), ["Anna Roth|"]);
}

#[test]
fn a_log_before_the_sign_ups_is_asked_about_with_whoever_signs_up() {
    let world = world();
    log(
        &world,
        "log.csv",
        &[("Thomas Schäffer", ""), ("Katrin L.", "")],
    );
    assert_eq!(
        questions(&world),
        ["stay Thomas Schäffer: ", "stay Katrin L.: "]
    );
    sign_up(
        &world,
        "form.csv",
        &[
            [
                "Thomas Schäfer",
                "t@nord.example.org",
                "Cluster Nord",
                "plenary",
            ],
            [
                "Katrin Lindner",
                "k@nord.example.org",
                "Cluster Nord",
                "plenary",
            ],
        ],
    );
    assert_eq!(
        questions(&world),
        ["stay Thomas Schäffer: 1", "stay Katrin L.: 2"]
    );
}

#[test]
fn a_guest_of_a_log_whose_name_two_people_sign_up_under_is_asked_about() {
    let alpha = ["Anna Berg", "anna.berg@alpha.example", "Alpha GmbH", "a"];
    let beta = ["Anna Berg", "a.berg@beta.example", "Beta AG", "a"];
    for (first, second) in [(alpha, beta), (beta, alpha)] {
        let world = world();
        log(&world, "log.csv", &[("Anna Berg", "")]);
        world.line("review 1 new").success();
        sign_up(&world, "form.csv", &[first, second]);
        assert_eq!(people(&world), [format!("Anna|Berg|{}", first[1])]);
        assert_eq!(questions(&world), ["person Anna Berg: 1"]);
        world.line("review 2 new").success();
        assert_eq!(people(&world).len(), 2);
    }

    // One who signs up was the guest, and the next form has a namesake as any form may.
    let world = world();
    log(&world, "log.csv", &[("Anna Berg", "")]);
    world.line("review 1 new").success();
    sign_up(
        &world,
        "form.csv",
        &[alpha, ["Eva Roth", "e.roth@beta.example", "Beta AG", "a"]],
    );
    assert_eq!(people(&world).len(), 2);
    assert_eq!(questions(&world), [""; 0]);
}

#[test]
fn the_stay_of_a_namesake_within_another_one_is_asked_about() {
    let world = world();
    sign_up(
        &world,
        "form.csv",
        &[
            ["Anna Berg", "anna.berg@alpha.de", "Alpha GmbH", "plenary"],
            ["Anna Berg", "anna@beta.de", "Beta e.V.", "plenary"],
        ],
    );
    log(&world, "one.csv", &[("Anna Berg", "")]);
    world.line("review 1 person 1").success();
    let second = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n\
                  Anna Berg,,10/08/2020 10:05:00 AM,10/08/2020 10:30:00 AM,25\n";
    world.write("two.csv", second);
    let _asked = world.line("import two.csv --session plenary").code(3);
    assert_eq!(questions(&world), ["stay Anna Berg: 1 2"]);
    // The same log again, and an export of it that began at the same time, are known.
    let again = ["import", "two.csv", "--session", "plenary"];
    assert!(world.run(&again).success().contains("1 unchanged"));
    assert!(
        world
            .line("import one.csv --session plenary")
            .success()
            .contains("1 unchanged")
    );
}
