//! Files in, a document out, and nothing kept; and an import where nothing is set up.

use std::path::Path;

use crate::support::{World, golden};

const SIGNUPS: &str = "Vorname;Nachname;E-Mail;Organisation;Zeitstempel\n\
    Anna;Müller;a.mueller@x.example;BioNord e.V.;01.06.2024 10:00\n\
    Jörg;Süß;j.suess@y.example;Hafen GmbH;02.06.2024 11:00\n";

const WRONG: &str = "Eva;Groß;nix;Hafen GmbH;02.06.2024 12:00\n";

/// A folder with files and without a database, and a private place for temporary files.
fn folder() -> World {
    let mut world = World::new();
    world.set_now("2024-06-13T09:00:00+02:00");
    std::fs::create_dir(world.path().join("tmp")).unwrap();
    let temporary = world.path().join("tmp").display().to_string();
    world.set_variable("TMPDIR", &temporary);
    world.write("Clustertreffen_2024-06-12.csv", SIGNUPS);
    world.write("anmeldungen.csv", format!("{SIGNUPS}{WRONG}"));
    world.write(
        "adressen.csv",
        "Name;E-Mail;Telefon\nAnna Müller;a@x.example;030 1\n",
    );
    world
}

/// The names of the files in the folder that were not there at first.
fn new_files(world: &World) -> Vec<String> {
    let at_first = [
        "tmp",
        "Clustertreffen_2024-06-12.csv",
        "anmeldungen.csv",
        "adressen.csv",
    ];
    let mut names = names(world.path());
    names.retain(|name| !at_first.contains(&name.as_str()));
    names
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[track_caller]
fn assert_nothing_private(world: &World) {
    assert_eq!(names(&world.path().join("tmp")), [""; 0]);
}

#[test]
fn a_file_becomes_a_document_and_nothing_else_is_left() {
    let world = folder();
    let written = world.line("report sign-in Clustertreffen_2024-06-12.csv -o list.md");
    assert_eq!(written.code, 0, "{written}");
    assert_eq!(new_files(&world), ["list.md"]);
    assert_nothing_private(&world);
    let list = std::fs::read_to_string(world.path().join("list.md")).unwrap();
    for text in [
        "Clustertreffen",
        "12 June 2024",
        "Müller, Anna",
        "Süß, Jörg",
    ] {
        assert!(list.contains(text), "{text}: {list}");
    }
}

#[test]
fn what_is_said_in_one_step_is_reviewed() {
    let mut text = String::new();
    for language in ["en", "de"] {
        let mut world = folder();
        world.set_variable("ROLLCALL_LANG", language);
        for command in [
            "report sign-in anmeldungen.csv -o list.md",
            "report sign-in anmeldungen.csv -o list.md --date 12.06.2024",
            "report sign-in anmeldungen.csv -o list.md --date 12.06.2024 --title Treffen",
            "report sessions Clustertreffen_2024-06-12.csv -o sessions.md",
            "report sign-in adressen.csv -o other.md",
            "report sign-in adressen.csv anmeldungen.csv --date 2024-06-12 --as signups --save kept.db",
            "report sign-in adressen.csv --save kept.db",
            "report sign-in anmeldungen.csv --date 2024-06-12 --db kept.db",
            "report sign-in --sheet Tabelle1",
            "report sign-in missing.csv",
            "import anmeldungen.csv",
            "import anmeldungen.csv --title Treffen",
            "import Clustertreffen_2024-06-12.csv --title Treffen --date '12.06.2024 10:00'",
            "import Clustertreffen_2024-06-12.csv --title Treffen --date '12.06.2024 10:00-16:00' --dry-run",
            "import Clustertreffen_2024-06-12.csv --title Treffen --date '12.06.2024 10:00-16:00'",
            "import Clustertreffen_2024-06-12.csv --title Treffen --date 12.06.2024",
            "report sign-in anmeldungen.csv --date 2024-06-12",
            "history",
        ] {
            let words: Vec<String> = words(command);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            text.push_str(&format!("$ rollcall {command}\n{}\n", world.run(&words)));
        }
        assert_nothing_private(&world);
    }
    golden("in-one-step.txt", text);
}

/// Splits a command line at its blanks, but for those in quotes.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (number, part) in command.split('\'').enumerate() {
        if number % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

#[test]
fn every_report_is_made_of_files_alone() {
    let world = folder();
    for name in ["programme.csv", "anmeldung_msforms.csv", "zoom_plenary.csv"] {
        world.fixture(&format!("demo/{name}"));
    }
    for report in [
        "attendance",
        "sign-in",
        "sessions",
        "organisations",
        "no-shows",
        "curve",
        "history",
        "event",
        "certificate",
    ] {
        let file = format!("{report}.md");
        let mut command = vec!["report", report, "-o", &file];
        command.extend(["zoom_plenary.csv", "anmeldung_msforms.csv", "programme.csv"]);
        if report == "certificate" {
            command.push("--all");
        }
        let made = world.run(&command);
        assert_eq!(made.code, 3, "rows wait for an answer: {made}");
        assert!(world.path().join(&file).exists(), "{made}");
    }
    let dossier = world.line("report dossier programme.csv zoom_plenary.csv -o all");
    assert_eq!(dossier.code, 3, "{dossier}");
    assert!(world.path().join("all/index.html").exists());
    assert!(!world.path().join("rollcall.db").exists());
    assert_nothing_private(&world);
}

#[test]
fn it_says_what_a_database_of_the_same_files_says() {
    let world = folder();
    let files = ["programme.csv", "anmeldung_msforms.csv", "zoom_plenary.csv"];
    for name in files {
        world.fixture(&format!("demo/{name}"));
    }
    let mut at_once = vec!["report", "attendance", "--format", "csv"];
    at_once.extend(files);
    let at_once = world.run(&at_once).code(3);
    let mut import = vec!["import"];
    import.extend(files);
    let imported = world.run(&import).code(3);
    let report = world.line("report attendance --format csv").success();
    assert_eq!(at_once.stdout, report);
    // What is said of the rows is the same too, where it does not disturb the result.
    for line in imported.stdout.lines() {
        assert!(at_once.stderr.contains(line), "{line}: {at_once}");
    }
    // A session is that of the report, and of lists.
    let mut of_session = vec![
        "report",
        "attendance",
        "--session",
        "keynote",
        "--format",
        "csv",
    ];
    of_session.extend(files);
    let of_session = world.run(&of_session).code(3).stdout;
    assert!(
        of_session.contains("keynote") && !of_session.contains("greeting"),
        "{of_session}"
    );
}

#[test]
fn the_database_in_the_folder_is_neither_read_nor_replaced() {
    let mut world = folder();
    world
        .line("import Clustertreffen_2024-06-12.csv --title Mine --date 2024-12-01")
        .success();
    let before = std::fs::read(world.path().join("rollcall.db")).unwrap();
    let file = "Clustertreffen_2024-06-12.csv";
    let made = world.run(&["report", "sign-in", file]).code(0);
    assert!(made.stderr.contains("`rollcall.db` is not read"), "{made}");
    assert!(!made.stdout.contains("Mine"), "{made}");
    for target in ["rollcall.db", "rollcall.db-journal", file] {
        let refused = world.run(&[
            "report", "sign-in", file, "-o", target, "--format", "csv", "--force",
        ]);
        assert_eq!(refused.code, 2, "{target}: {refused}");
        assert!(
            refused.stderr.contains("never replaced"),
            "{target}: {refused}"
        );
    }
    // The event that the variable names is one of the database.
    world.set_variable("ROLLCALL_EVENT", "mine");
    world.run(&["report", "sign-in", file]).success();
    assert_eq!(
        std::fs::read(world.path().join("rollcall.db")).unwrap(),
        before
    );
    assert_nothing_private(&world);
}

#[test]
fn what_is_saved_is_a_database_to_go_on_with_and_is_there_only_with_its_report() {
    let world = folder();
    let file = "Clustertreffen_2024-06-12.csv";
    world
        .run(&[
            "report", "sign-in", file, "-o", "list.csv", "--save", "kept.db",
        ])
        .success();
    let list = world
        .line("report sign-in --db kept.db --format csv")
        .success();
    assert_eq!(
        std::fs::read_to_string(world.path().join("list.csv")).unwrap(),
        list
    );
    // It knows the file that it wrote.
    world
        .line("report sign-in --db kept.db -o list.csv")
        .success();
    let failed = world.run(&[
        "report",
        "sign-in",
        file,
        "-o",
        "no/where.csv",
        "--save",
        "other.db",
    ]);
    assert_eq!(failed.code, 1, "{failed}");
    assert_eq!(new_files(&world), ["kept.db", "list.csv"]);
}

#[cfg(unix)]
#[test]
fn whoever_interrupts_finds_no_database_left() {
    use std::os::unix::fs::PermissionsExt;
    let world = folder();
    let browser = world.path().join("browser");
    std::fs::write(&browser, "#!/bin/sh\necho > ../started; sleep 600\n").unwrap();
    std::fs::set_permissions(&browser, PermissionsExt::from_mode(0o700)).unwrap();
    let tmp = world.path().join("tmp");
    let mut running = std::process::Command::new(env!("CARGO_BIN_EXE_rollcall"))
        .args([
            "report",
            "sign-in",
            "Clustertreffen_2024-06-12.csv",
            "-o",
            "list.pdf",
        ])
        .arg("--browser")
        .arg(&browser)
        .current_dir(world.path())
        .env("TMPDIR", &tmp)
        .spawn()
        .unwrap();
    for _ in 0..400 {
        if tmp.join("started").exists() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(25));
    }
    std::fs::remove_file(tmp.join("started")).unwrap();
    // One has the page, and one the data.
    let private = names(&tmp);
    assert_eq!(private.len(), 2, "{private:?}");
    for name in &private {
        let metadata = std::fs::metadata(tmp.join(name)).unwrap();
        assert_eq!(metadata.permissions().mode() & 0o777, 0o700);
    }
    let sent = std::process::Command::new("kill")
        .args(["-TERM", &running.id().to_string()])
        .status();
    assert!(sent.unwrap().success());
    assert!(running.wait().unwrap().code().is_none());
    assert_nothing_private(&world);
    assert!(!world.path().join("list.pdf").exists());
}

#[test]
fn an_import_that_fails_leaves_no_new_database() {
    let world = folder();
    for command in [
        &["import", "missing.csv"][..],
        &["import", "anmeldungen.csv"],
        &[
            "import",
            "anmeldungen.csv",
            "--title",
            "T",
            "--date",
            "2024-06-12",
            "--strict",
        ],
        &[
            "import",
            "anmeldungen.csv",
            "--title",
            "T",
            "--date",
            "2024-06-12",
            "--map",
            "Nix=email",
        ],
    ] {
        assert_eq!(world.run(command).code, 1, "{command:?}");
        assert_eq!(new_files(&world), [""; 0], "{command:?}");
    }
    assert_nothing_private(&world);
}

#[test]
fn the_event_comes_with_the_import_and_goes_with_its_undo() {
    let world = folder();
    world.fixture("demo/programme.csv");
    let two = world
        .line("import programme.csv --title T --date 2024-06-12")
        .code(1);
    assert!(
        two.stderr
            .contains("the programme brings an event of its own"),
        "{two}"
    );
    world
        .line("import Clustertreffen_2024-06-12.csv --title T --date 2024-06-12")
        .success();
    assert!(
        world
            .run(&["event", "list"])
            .success()
            .contains("2024-06-12")
    );
    world.run(&["undo"]).success();
    assert!(
        !world
            .run(&["event", "list"])
            .success()
            .contains("2024-06-12")
    );
    // A programme brings the event that it is of.
    let world = folder();
    world.fixture("demo/programme.csv");
    let imported = world.run(&["import", "programme.csv"]).code(0);
    assert!(
        imported.stderr.starts_with("created rollcall.db\n"),
        "{imported}"
    );
}
