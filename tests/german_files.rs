//! What commands say in German about files: those they write, replace, copy, put back and check.

use crate::support::{World, golden};

/// A file with the demo's programme, where German is spoken.
fn german() -> World {
    let mut world = World::with_file();
    world.fixture("demo/programme.csv");
    world.line("import programme.csv --quiet").success();
    world.set_variable("LANG", "de_AT.UTF-8");
    world
}

/// Runs commands one after the other and returns all that they write.
fn transcript(world: &World, commands: &[&str]) -> String {
    let run = |command: &&str| format!("$ rollcall {command}\n{}\n", world.line(command));
    commands.iter().map(run).collect()
}

#[test]
fn files_are_written_and_replaced_in_german() {
    let world = german();
    let mut text = transcript(
        &world,
        &[
            "export organisations -o organisations.csv",
            "export programme -o programme.ics",
            "export all -o all.xlsx",
            "report event -o report.html",
            "report dossier -o dossier",
            "man --all pages",
        ],
    );
    world.write("organisations.csv", "mine");
    world.write("letter.html", "{{ nothing.here.is }}");
    text += &transcript(
        &world,
        &[
            "export organisations -o organisations.csv",
            "export people --format csv -o rollcall.db",
            "export people -o people.ics",
            "export people -o people.doc",
            "export people --template letter.html",
            "report event --template letter.html -o event.html",
            "export all",
            "export all -o all.csv",
            "export all --event 1 -o all",
            "export programme --person 1 -o person.csv",
            "report certificate",
            "report certificate --all",
            "report certificate --all --format json",
            "report sessions --by person",
            "report sessions --public",
            "report dossier",
        ],
    );
    golden("german/files.txt", text);
}

#[test]
fn copies_and_checks_speak_german() {
    let world = german();
    world.write("keys.txt", "# nobody's\n");
    let text = transcript(
        &world,
        &[
            "backup copy.db",
            "backup copy.age",
            "backup secret.db --passphrase",
            "backup secret.age --passphrase",
            "backup secret.age --recipient key",
            "backup secret.age --recipients-file keys.txt",
            "restore copy.db --force --passphrase",
            "check",
            "check --repair",
            "undo --dry-run",
            "undo",
            "demo .",
        ],
    );
    golden("german/copies.txt", text);
}
