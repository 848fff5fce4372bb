//! Everything an event leaves behind, in one folder.

use std::collections::BTreeMap;
use std::path::Path;

use crate::support::{World, golden};

const DATABASE: &str = "rollcall-demo/rollcall.db";

/// A world with the demo's file.
fn demo() -> World {
    let world = World::new();
    world.run(&["demo", "--quiet"]).success();
    world
}

/// The files of a folder, by name.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap();
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, std::fs::read(path).unwrap())
    };
    entries.map(read).collect()
}

#[test]
fn a_dossier_has_an_index_of_all_its_files() {
    let world = demo();
    for language in ["en", "de"] {
        let output = world.run(&[
            "report", "dossier", "--db", DATABASE, "-o", language, "--lang", language,
        ]);
        let files = files(&world.path().join(language));
        let index = String::from_utf8(files["index.html"].clone()).unwrap();
        let links = index
            .split("href=\"")
            .skip(1)
            .map(|it| it.split('"').next().unwrap());
        let mut links: Vec<&str> = links.collect();
        let names = links.join("\n");
        golden(
            &format!("dossier-{language}.txt"),
            format!("{output}\n{names}\n"),
        );
        links.push("index.html");
        links.sort_unstable();
        assert_eq!(links, files.keys().map(String::as_str).collect::<Vec<_>>());
    }
}

#[test]
fn the_same_file_gives_the_same_dossier_wherever_and_whenever() {
    let mut world = demo();
    let make = |world: &World, folder: &str| {
        world
            .run(&[
                "report", "dossier", "--db", DATABASE, "-o", folder, "--lang", "de",
            ])
            .success();
        files(&world.path().join(folder))
    };
    let first = make(&world, "first");
    world.set_variable("TZ", "Pacific/Auckland");
    world.set_variable("LANG", "fr_FR.UTF-8");
    world.set_now("2031-01-01T00:00:00+00:00");
    let second = make(&world, "second");
    assert_eq!(
        first.keys().collect::<Vec<_>>(),
        second.keys().collect::<Vec<_>>()
    );
    for (name, bytes) in &first {
        assert!(second[name] == *bytes, "{name} differs");
    }
    // Again into the same folder: replaced, and what else is there stays.
    world.write("second/mine.txt", "notes");
    assert_eq!(make(&world, "second").len(), first.len() + 1);
}

#[test]
fn each_file_is_what_its_own_command_writes() {
    let world = demo();
    world
        .run(&[
            "report", "dossier", "--db", DATABASE, "-o", "all", "--blank", "2",
        ])
        .success();
    let all = files(&world.path().join("all"));
    let commands: [(&str, &[&str]); 9] = [
        ("report.html", &["report", "event"]),
        ("report.md", &["report", "event"]),
        ("report.docx", &["report", "event"]),
        ("report-public.html", &["report", "event", "--public"]),
        ("sign-in.html", &["report", "sign-in", "--blank", "2"]),
        (
            "attendance-by-person.html",
            &["report", "attendance", "--by", "person"],
        ),
        ("certificates.html", &["report", "certificate", "--all"]),
        ("mailing.csv", &["export", "mailing"]),
        ("programme.ics", &["export", "programme"]),
    ];
    for (name, command) in commands {
        let mut arguments = command.to_vec();
        arguments.extend(["--db", DATABASE, "-o", name]);
        world.run(&arguments).success();
        assert!(
            std::fs::read(world.path().join(name)).unwrap() == all[name],
            "{name}"
        );
    }
    let everything = &["export", "all", "--db", DATABASE, "-o", "everything.xlsx"];
    world.run(everything).success();
    assert!(std::fs::read(world.path().join("everything.xlsx")).unwrap() == all["everything.xlsx"]);
}

#[test]
fn an_event_with_nothing_yet_has_a_dossier_too() {
    let world = World::with_file();
    world
        .line("event add Spring --start 2021-03-01T10:00 --end 2021-03-01T12:00 --quiet")
        .success();
    world.line("report dossier -o new/dossier").success();
    // What a dossier of another event left there would be handed on with this one.
    world.write("new/dossier/certificates.html", "of somebody else");
    let refused = world.line("report dossier -o new/dossier").code(1);
    assert!(
        refused.stderr.contains("not written by rollcall"),
        "{refused}"
    );
    world
        .line("report dossier -o new/dossier --force")
        .success();
    let files = files(&world.path().join("new/dossier"));
    assert!(
        files.contains_key("report.html") && !files.contains_key("certificates.html"),
        "{:?}",
        files.keys()
    );
}

#[test]
fn a_dossier_is_a_folder_and_whole() {
    let world = demo();
    let mut text = String::new();
    for more in [
        &[][..],
        &["-o", "x", "--session", "keynote"],
        &["-o", "x", "--format", "csv"],
    ] {
        let mut arguments = vec!["report", "dossier", "--db", DATABASE];
        arguments.extend(more);
        text.push_str(&format!("{}\n", world.run(&arguments).code(2)));
    }
    world.write("file", "taken");
    text.push_str(
        &world
            .run(&["report", "dossier", "--db", DATABASE, "-o", "file"])
            .code(1)
            .stderr,
    );
    golden("dossier-wrong.txt", text);
}

#[cfg(unix)]
#[test]
fn a_dossier_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let world = demo();
    world
        .run(&["report", "dossier", "--db", DATABASE, "-o", "mine"])
        .success();
    let folder = world.path().join("mine");
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    for name in files(&folder).keys() {
        assert_eq!(mode(&folder.join(name)), 0o600, "{name}");
    }
}
