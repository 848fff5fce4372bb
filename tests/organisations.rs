//! Which organisation is meant: questions of names, legal forms and domains, and how to put it right.

use crate::by_hand::{change, no_change, refused};
use crate::support::World;

/// A file with two events, a year apart.
fn two_years() -> World {
    let mut world = World::with_file();
    world.set_now("2020-09-20T10:00:00+02:00");
    for (slug, day) in [("erstes", "08.10.2020"), ("zweites", "08.10.2021")] {
        let start = format!("{day} 10:00");
        let line = [
            "event", "add", "Treffen", "--slug", slug, "--start", &start, "--end", "18:00",
            "--quiet",
        ];
        world.run(&line).success();
    }
    world
}

/// Signs people up for an event: name, address, organisation.
fn sign_up(world: &World, event: &str, rows: &[(&str, &str, &str)]) {
    let mut form = "Name;E-Mail;Organisation\n".to_owned();
    for (name, address, organisation) in rows {
        form.push_str(&format!("{name};{address};{organisation}\n"));
    }
    let file = format!(
        "{event}-{}.csv",
        world.run(&["history"]).stdout.lines().count()
    );
    world.write(&file, form);
    let output = world.run(&[
        "import", &file, "--as", "signups", "--event", event, "--quiet",
    ]);
    assert!(
        output.stderr.is_empty() || output.stderr.starts_with("hint"),
        "{output}"
    );
}

fn json(world: &World, line: &[&str]) -> Vec<serde_json::Value> {
    let text = world.run(&[line, &["--format", "json"]].concat()).success();
    serde_json::from_str(&text).unwrap()
}

/// The open questions: kind, name, and the candidates with their reasons.
fn questions(world: &World) -> Vec<String> {
    let told = json(world, &["review", "--list"]).into_iter().map(|it| {
        let candidates = it["candidates"].as_array().unwrap().iter().map(|it| {
            let reasons = it["reasons"].as_array().unwrap().iter();
            let reasons: Vec<&str> = reasons.map(|it| it.as_str().unwrap()).collect();
            format!("{} ({})", it["name"].as_str().unwrap(), reasons.join(", "))
        });
        let candidates: Vec<String> = candidates.collect();
        let [kind, name] = ["kind", "name"].map(|key| it[key].as_str().unwrap());
        format!("{kind} {name}: {}", candidates.join(" / "))
    });
    told.collect()
}

/// The organisations on file, each with how many people it has.
fn organisations(world: &World) -> Vec<String> {
    let told = json(world, &["organisation", "list"]).into_iter();
    told.map(|it| format!("{} {}", it["name"].as_str().unwrap(), it["people"]))
        .collect()
}

/// What the registrations for an event say.
fn written(world: &World, event: &str) -> Vec<String> {
    let told = json(world, &["export", "signups", "--event", event]).into_iter();
    let mut told: Vec<String> = told
        .map(|it| it["organisation"].as_str().unwrap_or_default().to_owned())
        .collect();
    told.sort();
    told
}

#[test]
fn one_person_in_a_short_spelling_of_their_organisation_is_one_answer() {
    let world = two_years();
    let at = "medical-valley.example.org";
    let [one, other] = [format!("roberto.schwarz@{at}"), format!("rschwarz@{at}")];
    sign_up(
        &world,
        "erstes",
        &[("Roberto Schwarz", &one, "Medical Valley EMN e.V.")],
    );
    sign_up(
        &world,
        "erstes",
        &[("Roberto Schwarz", &other, "Medical Valley")],
    );
    assert_eq!(
        questions(&world),
        ["organisation Medical Valley: Medical Valley EMN e.V. (part of the name, same domain)",]
    );
    world.line("review 1 same --quiet").success();
    assert!(questions(&world).is_empty());
    assert_eq!(organisations(&world), ["Medical Valley EMN e.V. 1"]);
    assert_eq!(json(&world, &["person", "list"]).len(), 1);
}

#[test]
fn a_domain_is_asked_about_once_for_a_pair_of_names() {
    let world = two_years();
    sign_up(
        &world,
        "erstes",
        &[
            ("Ada Amsel", "ada@werk.example.org", "Optik Hafen e.V."),
            ("Bert Buche", "bert@werk.example.org", "Leuchtturm"),
            ("Cora Cello", "cora@werk.example.org", "Leuchtturm"),
            ("Dora Dachs", "dora@gmx.de", "Kutter"),
            ("Emil Esche", "emil@gmx.de", "Netze"),
        ],
    );
    assert_eq!(
        questions(&world),
        ["organisation Leuchtturm: Optik Hafen e.V. (same domain)"]
    );
    world.line("review 1 different --quiet").success();
    sign_up(
        &world,
        "zweites",
        &[("Finn Falke", "finn@werk.example.org", "LEUCHTTURM")],
    );
    assert!(questions(&world).is_empty());
}

#[test]
fn two_legal_forms_are_asked_about_and_one_in_two_spellings_is_not() {
    let world = two_years();
    sign_up(
        &world,
        "erstes",
        &[
            ("Ada Amsel", "ada@gmx.de", "Roth"),
            ("Bert Buche", "bert@gmx.de", "Roth Aktiengesellschaft"),
            ("Cora Cello", "cora@gmx.de", "ROTH AG"),
        ],
    );
    assert!(questions(&world).is_empty());
    sign_up(
        &world,
        "zweites",
        &[("Dora Dachs", "dora@gmx.de", "Roth GmbH")],
    );
    assert_eq!(
        questions(&world),
        ["organisation Roth GmbH: Roth (same name, another legal form)"]
    );
    assert_eq!(organisations(&world), ["Roth 3", "Roth GmbH 1"]);
}

#[test]
fn what_a_merge_joined_is_split_again() {
    let world = two_years();
    sign_up(
        &world,
        "erstes",
        &[
            ("Ada Amsel", "ada@gmx.de", "Roth GmbH"),
            ("Bert Buche", "bert@gmx.de", "Licht AG"),
            ("Cora Cello", "cora@gmx.de", "Licht AG"),
        ],
    );
    sign_up(
        &world,
        "zweites",
        &[("Bert Buche", "bert@gmx.de", "Licht AG")],
    );
    let told = change(&world, &["organisation", "merge", "Licht AG", "Roth GmbH"]);
    assert!(
        told.contains("3 registrations say `Roth GmbH` now"),
        "{told}"
    );
    assert_eq!(written(&world, "zweites"), ["Roth GmbH"]);
    refused(
        &world,
        &["organisation", "split", "Roth GmbH", "--name", "Roth GmbH"],
        1,
        "is the name it is printed with",
    );
    refused(
        &world,
        &["organisation", "split", "Roth GmbH", "--name", "Werft"],
        1,
        "is not another name of",
    );
    let told = change(
        &world,
        &["organisation", "split", "Roth GmbH", "--name", "licht ag"],
    );
    assert!(
        told.contains("no longer `Roth GmbH`: 2 people with it"),
        "{told}"
    );
    assert!(
        told.contains("3 registrations say `Licht AG` now"),
        "{told}"
    );
    assert_eq!(organisations(&world), ["Licht AG 2", "Roth GmbH 1"]);
    assert_eq!(
        written(&world, "erstes"),
        ["Licht AG", "Licht AG", "Roth GmbH"]
    );
    assert_eq!(written(&world, "zweites"), ["Licht AG"]);
    // What was said to be two is not asked about again.
    assert!(json(&world, &["organisation", "duplicates"]).is_empty());
}

#[test]
fn who_came_after_a_merge_and_has_an_address_at_the_domain_is_named_at_a_split() {
    let world = two_years();
    let eva = ("Eva Roth", "eva@licht.example", "Licht AG");
    sign_up(
        &world,
        "erstes",
        &[("Ada Amsel", "ada@roth.example", "Roth GmbH"), eva],
    );
    change(&world, &["organisation", "merge", "Licht AG", "Roth GmbH"]);
    let split = ["organisation", "split", "Roth GmbH", "--name", "Licht AG"];
    assert!(!change(&world, &split).contains("same domain"));
    world.run(&["undo", "--quiet"]).success();

    sign_up(
        &world,
        "zweites",
        &[("Uwe Kahl", "uwe@licht.example", "Licht AG")],
    );
    let told = change(&world, &split);
    assert!(
        told.contains(
            "hint: person 3 has an address at the same domain and stays with `Roth GmbH`"
        ),
        "{told}"
    );
    world.run(&["undo", "--quiet"]).success();
    change(&world, &[&split[..], &["--person", "3"]].concat());
    assert_eq!(organisations(&world), ["Licht AG 2", "Roth GmbH 1"]);
}

#[test]
fn a_further_name_of_two_is_asked_about_once_and_a_name_of_their_own_not_at_all() {
    let world = two_years();
    sign_up(
        &world,
        "erstes",
        &[
            ("Ada Amsel", "ada@gmx.de", "Roth GmbH"),
            ("Bert Buche", "bert@gmx.de", "Licht AG"),
        ],
    );
    for organisation in ["1", "2"] {
        change(&world, &["organisation", "alias", organisation, "VDR"]);
    }
    change(&world, &["organisation", "alias", "1", "Licht AG"]);
    world.line("export all -o all").success();
    sign_up(
        &world,
        "zweites",
        &[
            ("Cora Cello", "cora@gmx.de", "Licht AG"),
            ("Dora Deich", "dora@gmx.de", "VDR"),
            ("Emil Eck", "emil@gmx.de", "VDR"),
        ],
    );
    let questions = json(&world, &["review", "--list"]);
    assert_eq!(questions.len(), 1, "{questions:?}");
    assert_eq!(
        organisations(&world),
        ["Licht AG 2", "Roth GmbH 1", "VDR 2"]
    );

    // Two numbers of an export stay two organisations in another file.
    let again = two_years();
    let list = std::fs::read_to_string(world.path().join("all/organisations.csv")).unwrap();
    again.write("organisations.csv", list);
    let people = std::fs::read_to_string(world.path().join("all/people.csv")).unwrap();
    again.write("people.csv", people);
    again.line("import organisations.csv people.csv").success();
    assert_eq!(organisations(&again), ["Licht AG 1", "Roth GmbH 1"]);
}

#[test]
fn somebody_whom_nothing_on_file_tells_is_named() {
    let world = two_years();
    sign_up(
        &world,
        "erstes",
        &[
            ("Ada Amsel", "ada@gmx.de", "Roth"),
            ("Bert Buche", "bert@gmx.de", "Roth AG"),
        ],
    );
    let alone = change(
        &world,
        &["organisation", "split", "Roth", "--name", "Roth AG"],
    );
    assert!(
        alone.contains("hint: nothing on file tells who was written as `Roth AG`"),
        "{alone}"
    );
    world.run(&["undo", "--quiet"]).success();
    let line = [
        "organisation",
        "split",
        "Roth",
        "--name",
        "Roth AG",
        "--person",
        "Bert Buche",
    ];
    let told = change(&world, &line);
    assert!(told.contains("1 person with it"), "{told}");
    assert_eq!(written(&world, "erstes"), ["Roth", "Roth AG"]);
    assert_eq!(organisations(&world), ["Roth 1", "Roth AG 1"]);
}

#[test]
fn a_corrected_name_is_in_every_document_and_a_new_one_from_its_day() {
    let world = two_years();
    for event in ["erstes", "zweites"] {
        sign_up(&world, event, &[("Ada Amsel", "ada@gmx.de", "Optk Hafen")]);
    }
    let told = change(
        &world,
        &["organisation", "edit", "1", "--name", "Optik Hafen"],
    );
    assert!(
        told.contains("2 registrations say `Optik Hafen` now"),
        "{told}"
    );
    let line = [
        "organisation",
        "edit",
        "1",
        "--name",
        "Lichthafen",
        "--from",
        "2021-01-01",
    ];
    let told = change(&world, &line);
    assert!(
        told.contains("1 registration says `Lichthafen` now"),
        "{told}"
    );
    assert_eq!(written(&world, "erstes"), ["Optik Hafen"]);
    assert_eq!(written(&world, "zweites"), ["Lichthafen"]);
    for (event, name) in [("erstes", "Optik Hafen"), ("zweites", "Lichthafen")] {
        let report = json(&world, &["report", "organisations", "--event", event]);
        assert_eq!(report[0]["organisation"], name);
    }
    let kept = change(
        &world,
        &[
            "organisation",
            "edit",
            "1",
            "--name",
            "Hafenlicht",
            "--keep",
        ],
    );
    assert!(!kept.contains("registration"), "{kept}");
    assert_eq!(written(&world, "zweites"), ["Lichthafen"]);
    refused(
        &world,
        &["organisation", "edit", "1", "--kind", "CMO", "--keep"],
        2,
        "they need --name",
    );
    refused(
        &world,
        &[
            "organisation",
            "edit",
            "1",
            "--name",
            "X",
            "--keep",
            "--correct",
        ],
        2,
        "--correct",
    );
}

#[test]
fn a_change_of_job_leaves_what_was_then() {
    let world = two_years();
    for event in ["erstes", "zweites"] {
        sign_up(&world, event, &[("Ada Amsel", "ada@gmx.de", "Optik Hafen")]);
    }
    let line = ["person", "edit", "Ada Amsel", "--organisation", "Werft Kai"];
    change(&world, &line);
    assert_eq!(written(&world, "zweites"), ["Optik Hafen"]);
    no_change(&world, &line);
    let from = [&line[..], &["--from", "01.01.2021"]].concat();
    let told = change(&world, &from);
    assert!(
        told.contains("1 registration says `Werft Kai` now"),
        "{told}"
    );
    assert_eq!(written(&world, "erstes"), ["Optik Hafen"]);
    assert_eq!(written(&world, "zweites"), ["Werft Kai"]);
    change(&world, &[&line[..], &["--correct"]].concat());
    assert_eq!(written(&world, "erstes"), ["Werft Kai"]);
    refused(
        &world,
        &[
            "person",
            "edit",
            "Ada Amsel",
            "--role",
            "expert",
            "--correct",
        ],
        2,
        "they need --organisation",
    );
}

#[test]
fn merged_organisations_have_one_name_at_an_event_of_both() {
    let world = two_years();
    sign_up(
        &world,
        "erstes",
        &[
            ("Ada Amsel", "ada@gmx.de", "Optik Hafen"),
            ("Bert Buche", "bert@gmx.de", "Kutterbau"),
        ],
    );
    sign_up(
        &world,
        "zweites",
        &[("Bert Buche", "bert@gmx.de", "Kutterbau")],
    );
    change(
        &world,
        &[
            "organisation",
            "merge",
            "Kutterbau",
            "Optik Hafen",
            "--keep",
        ],
    );
    assert_eq!(written(&world, "erstes"), ["Optik Hafen", "Optik Hafen"]);
    assert_eq!(written(&world, "zweites"), ["Kutterbau"]);
    let report = json(&world, &["report", "organisations", "--event", "zweites"]);
    assert_eq!(report[0]["organisation"], "Kutterbau");
}

#[test]
fn probable_duplicates_are_listed_best_first_with_their_reasons() {
    let world = two_years();
    world.write(
        "organisations.csv",
        "organisation_id,name
1,Deutsche Anstalt für Tiefbau und Wasser
2,DATW
3,Optik Hafen GmbH
4,Optik-Hafen AG
5,Werft Kai
",
    );
    world
        .line("import organisations.csv --as organisations --quiet")
        .success();
    let pairs = json(&world, &["organisation", "duplicates"]);
    assert_eq!(
        serde_json::to_value(&pairs).unwrap(),
        serde_json::json!([
            {
                "organisation_id": 3, "organisation": "Optik Hafen GmbH",
                "other_id": 4, "other": "Optik-Hafen AG",
                "score": 0.9, "reasons": ["same name, another legal form"],
            },
            {
                "organisation_id": 1, "organisation": "Deutsche Anstalt für Tiefbau und Wasser",
                "other_id": 2, "other": "DATW",
                "score": 0.85, "reasons": ["initials of the name"],
            },
        ])
    );
    let german = world.line("organisation duplicates --lang de").success();
    assert!(german.contains("Anfangsbuchstaben des Namens"), "{german}");
}
