//! Files that are written: what they replace, what is recorded of them, and what an interrupted command leaves.

use std::cell::RefCell;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use rollcall::Environment;
use rollcall::model::PersonId;
use rollcall::store::Store;

use crate::support::{NOW, World, without_age};

const FORM: &str = "\
Registration time;Name;E-Mail;Organisation;Session
2020-09-07 08:00;Anna Müller-Lüdenscheidt;anna@bio.example.org;BioCluster;breakout-a
2020-09-07 08:05;Jörg Weiß;joerg@photonik.example.org;Photonik;breakout-b
2020-09-07 08:06;Nobody;no address;Photonik;breakout-b
";

/// A file with a programme and two people, and an input whose last row cannot be taken.
fn filled() -> World {
    let world = World::with_file();
    world.write("programme.csv", crate::desk::PROGRAMME);
    world.line("import programme.csv -q").success();
    world.write("form.csv", FORM);
    let imported = world.line("import form.csv -q");
    assert_eq!(imported.code, 3, "{imported}");
    std::fs::remove_file(world.path().join("programme.csv")).unwrap();
    world
}

/// Every file of a folder with its bytes, by name.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    let mut files: Vec<_> = entries
        .filter(|it| it.path().is_file())
        .map(|it| (it.path(), std::fs::read(it.path()).unwrap()))
        .collect();
    files.sort();
    files
}

/// Holds that a command line is refused as wrong, names the target and changes no file, forced or not.
#[track_caller]
fn refused(world: &World, arguments: &[&str], target: &str, why: &str) {
    let before = files(world.path());
    for force in [&[][..], &["--force"]] {
        let output = world.run(&[arguments, force].concat());
        assert_eq!(output.code, 2, "{arguments:?} {force:?}: {output}");
        let named = format!("`{target}` ");
        assert!(
            output.stderr.contains(&named) && output.stderr.contains(why),
            "{arguments:?}: {output}"
        );
        assert!(files(world.path()) == before, "{arguments:?} {force:?}");
    }
}

#[test]
fn nothing_replaces_the_database_or_its_journal() {
    let world = filled();
    let commands: &[&[&str]] = &[
        &["report", "event", "--format", "html", "-o"],
        &["report", "sessions", "--format", "xlsx", "-o"],
        &["export", "people", "--format", "csv", "-o"],
        &["export", "programme", "--format", "ics", "-o"],
        &["import", "form.csv", "--rejects"],
    ];
    for command in commands {
        refused(
            &world,
            &[*command, &["rollcall.db"]].concat(),
            "rollcall.db",
            "the database in use",
        );
        for side in [
            "rollcall.db-journal",
            "./rollcall.db-wal",
            "ROLLCALL.DB-SHM",
        ] {
            refused(
                &world,
                &[*command, &[side]].concat(),
                side,
                "a journal of the database",
            );
        }
    }
}

#[cfg(unix)]
#[test]
fn nothing_replaces_the_database_through_a_link() {
    let world = filled();
    let path = |name: &str| world.path().join(name);
    std::os::unix::fs::symlink("rollcall.db", path("soft.csv")).unwrap();
    std::os::unix::fs::symlink("soft.csv", path("softer.csv")).unwrap();
    std::fs::hard_link(path("rollcall.db"), path("hard.csv")).unwrap();
    // The second file with rejected rows has a number.
    std::os::unix::fs::symlink("rollcall.db", path("wrong-2.csv")).unwrap();
    world.write("again.csv", FORM);
    for link in ["soft.csv", "softer.csv", "hard.csv"] {
        refused(
            &world,
            &["export", "people", "-o", link],
            link,
            "the database in use",
        );
        refused(
            &world,
            &["import", "form.csv", "--rejects", link],
            link,
            "the database in use",
        );
    }
    let rejects = ["import", "form.csv", "again.csv", "--rejects", "wrong.csv"];
    refused(&world, &rejects, "wrong-2.csv", "the database in use");
    // By its other name the journal is the same one.
    let by_link = [
        "--db",
        "soft.csv",
        "export",
        "people",
        "--format",
        "csv",
        "-o",
        "rollcall.db-journal",
    ];
    refused(
        &world,
        &by_link,
        "rollcall.db-journal",
        "a journal of the database",
    );
}

#[test]
fn nothing_replaces_a_template_or_an_input_of_the_call() {
    let world = filled();
    world.write("t.html", "{{ document.title }}");
    let why = "the template of this call";
    refused(
        &world,
        &["report", "sessions", "-o", "t.html", "--template", "t.html"],
        "t.html",
        why,
    );
    std::fs::create_dir(world.path().join("d")).unwrap();
    world.write("d/index.html", "{{ document.title }}");
    let dossier = ["report", "dossier", "-o", "d", "--template", "d/index.html"];
    refused(&world, &dossier, "d/index.html", why);
    assert_eq!(files(&world.path().join("d")).len(), 1);
    let dump = world.dump();
    world.write("more.csv", FORM.replace("Jörg Weiß;joerg", "Ida Blau;ida"));
    let import = ["import", "more.csv", "--rejects", "./more.csv"];
    refused(&world, &import, "./more.csv", "a file that this call reads");
    assert_eq!(world.dump(), dump, "nothing is imported");
}

#[test]
fn only_what_this_program_wrote_is_replaced_unasked() {
    let world = filled();
    let report =
        |more: &[&str]| world.run(&[&["export", "people", "-o", "people.csv"], more].concat());
    let read = || std::fs::read_to_string(world.path().join("people.csv")).unwrap();
    report(&[]).success();
    let first = read();
    report(&[]).success();
    world.line("person add 'Ida Blau'").success();
    report(&[]).success();
    assert_ne!(read(), first);
    // The record is no part of what an undo takes back.
    world.run(&["undo"]).success();
    report(&[]).success();
    assert_eq!(without_age(&read()), without_age(&first));
    let first = read();
    world.write("people.csv", first.clone() + "mine\n");
    let output = report(&[]).code(1);
    assert!(output.stderr.contains("`people.csv`"), "{output}");
    assert!(output.stderr.contains("changed since"), "{output}");
    assert!(output.stderr.contains("--force"), "{output}");
    assert_eq!(read(), first.clone() + "mine\n");
    report(&["--force"]).success();
    assert_eq!(read(), first);
    report(&[]).success();
    // What somebody else wrote is theirs, whatever it holds.
    world.write("other.csv", &first);
    let output = world.line("export people -o other.csv").code(1);
    assert!(
        output.stderr.contains("not written by rollcall"),
        "{output}"
    );
    let output = world.line("export people -o missing/people.csv").code(1);
    assert!(output.stderr.contains("`missing/people.csv`"), "{output}");
}

#[test]
fn rejected_rows_replace_nothing_that_was_corrected_and_nothing_is_imported() {
    let world = filled();
    let import = |form: &str, more: &[&str]| {
        world.write("form.csv", form);
        world.run(
            &[
                &["import", "form.csv", "--rejects", "wrong.csv", "-q"],
                more,
            ]
            .concat(),
        )
    };
    assert_eq!(import(FORM, &[]).code, 3);
    assert_eq!(import(FORM, &[]).code, 3, "its own file is replaced");
    world.write(
        "wrong.csv",
        FORM.replace("no address", "nobody@photonik.example.org"),
    );
    let dump = world.dump();
    let grown = FORM.to_owned() + "2020-09-08 08:00;Ida Blau;ida@x.example.org;X;breakout-b\n";
    let output = import(&grown, &[]).code(1);
    assert!(output.stderr.contains("`wrong.csv`"), "{output}");
    assert_eq!(world.dump(), dump);
    assert_eq!(import(&grown, &["--force"]).code, 3);
    assert_ne!(world.dump(), dump);
}

#[test]
fn all_files_in_the_way_are_named_before_one_is_written() {
    let world = filled();
    world.write("organisations.csv", "my own list\n");
    world.write("signups.csv", "my own list\n");
    let before = files(world.path());
    let output = world.line("export all -o .").code(1);
    for name in ["organisations.csv", "signups.csv"] {
        assert!(output.stderr.contains(name), "{output}");
    }
    assert!(!output.stderr.contains("people.csv"), "{output}");
    assert_eq!(
        files(world.path()).len(),
        before.len(),
        "nothing is written"
    );
    assert!(before.iter().all(|(path, bytes)| {
        path.ends_with("rollcall.db") || std::fs::read(path).unwrap() == *bytes
    }));
    world.line("export all -o . --force").success();
    world.line("export all -o .").success();
}

#[test]
fn a_dossier_replaces_itself_and_removes_only_its_own_certificates() {
    let world = filled();
    let dossier = |more: &[&str]| world.run(&[&["report", "dossier", "-o", "d"], more].concat());
    dossier(&[]).success();
    dossier(&[]).success();
    let certificates = world.path().join("d/certificates.html");
    assert!(!certificates.exists(), "nobody was there");
    world.write("d/certificates.html", "mine");
    let output = dossier(&[]).code(1);
    assert!(output.stderr.contains("certificates.html"), "{output}");
    assert_eq!(std::fs::read(&certificates).unwrap(), b"mine");
    dossier(&["--force"]).success();
    assert!(!certificates.exists());
}

#[cfg(unix)]
#[test]
fn folders_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let world = filled();
    world.line("export all -o a/b -q").success();
    world.line("report dossier -o d -q").success();
    world.line("man --all m -q").success();
    world.line("demo story -q").success();
    for name in ["a", "a/b", "d", "m", "story", "story/dossier"] {
        let metadata = std::fs::metadata(world.path().join(name)).unwrap();
        assert_eq!(metadata.permissions().mode() & 0o777, 0o700, "{name}");
    }
    let output = world.line("man --all m").code(1);
    assert!(output.stderr.contains("rollcall-undo.1"), "{output}");
    world.line("man --all m --force").success();
}

#[test]
fn the_record_is_no_operation() {
    let world = filled();
    let (dump, history) = (world.dump(), world.run(&["history"]).success());
    world.line("export people -o people.csv").success();
    assert_eq!(world.dump(), dump);
    assert_eq!(world.run(&["history"]).success(), history);
    assert_eq!(world.run(&["check"]).success(), "sound\n");
}

#[test]
fn a_busy_database_reports_and_says_that_the_file_is_not_recorded() {
    let world = filled();
    let other = connection(&world);
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let begun = std::time::Instant::now();
    let output = world.line("export people -o people.csv").code(0);
    assert!(
        begun.elapsed().as_secs() < 4,
        "it waits as long as a change does"
    );
    assert!(output.stderr.contains("is not recorded"), "{output}");
    assert!(world.path().join("people.csv").exists());
    other.execute_batch("ROLLBACK").unwrap();
    let output = world.line("export people -o people.csv").code(1);
    assert!(output.stderr.contains("--force"), "{output}");
    world.line("export people -o people.csv --force").success();
}

#[expect(
    clippy::disallowed_methods,
    reason = "somebody else's program has no rules of ours"
)]
fn connection(world: &World) -> rusqlite::Connection {
    rusqlite::Connection::open(world.path().join("rollcall.db")).unwrap()
}

#[test]
fn what_an_interrupted_command_left_is_removed_by_the_next_one() {
    const LEFT: &str = ".rollcall-abcDEF123456";
    let world = filled();
    for folder in ["known", "new", "other"] {
        std::fs::create_dir(world.path().join(folder)).unwrap();
    }
    world.line("export people -o known/people.csv").success();
    let left = |folder: &str| world.path().join(folder).join(LEFT);
    for folder in [".", "known", "new", "other"] {
        std::fs::write(left(folder), "Anna Müller").unwrap();
    }
    std::fs::write(world.path().join(format!("{LEFT}-journal")), "Anna Müller").unwrap();
    let held = world.path().join(".rollcall-abcDEF123457");
    let lock = std::fs::File::create(&held).unwrap();
    lock.lock().unwrap();
    world.run(&["history"]).success();
    let there = |folder: &str| left(folder).exists();
    assert_eq!([".", "known", "new"].map(there), [false, false, true]);
    assert!(!world.path().join(format!("{LEFT}-journal")).exists());
    world.line("export people -o new/people.csv").success();
    assert_eq!(["new", "other"].map(there), [false, true]);
    assert!(held.exists(), "somebody holds it");
    drop(lock);
    world.run(&["history"]).success();
    assert!(!held.exists());
}

#[test]
fn whoever_is_named_is_recorded_whatever_the_format() {
    let world = filled();
    let anna = PersonId(1);
    let mut expected = Vec::new();
    for name in [
        "p.csv", "p.json", "p.jsonl", "p.md", "p.html", "p.xlsx", "p.txt",
    ] {
        world.run(&["export", "people", "-o", name]).success();
        expected.push(world.path().join(name).canonicalize().unwrap());
    }
    world.line("report event --public -o public.html").success();
    world.line("report sessions -o sessions.csv").success();
    world
        .line("report sign-in --session breakout-b -o b.csv")
        .success();
    let store = Store::open(&world.path().join("rollcall.db")).unwrap();
    let named = store.read().files_that_name(anna).unwrap();
    let mut named: Vec<PathBuf> = named.into_iter().map(|it| it.path).collect();
    named.sort();
    expected.sort();
    assert_eq!(named, expected);
    let joerg = store.read().files_that_name(PersonId(2)).unwrap();
    assert!(
        joerg.iter().any(|it| it.path.ends_with("b.csv")),
        "{joerg:?}"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn devices_take_what_is_written() {
    let world = filled();
    world
        .line("export people --format csv -o /dev/null")
        .success();
    let expected = world.run(&["export", "people"]).success();
    let piped = world.line("export people --format csv -o /dev/stdout");
    assert_eq!(without_age(&piped.success()), expected);
    let line = "\"$ROLLCALL\" export people --format csv -o /dev/stdout";
    crate::exit_codes::shell(&world, &format!("{line} > a.csv; {line} >> a.csv")).success();
    let written = std::fs::read_to_string(world.path().join("a.csv")).unwrap();
    assert_eq!(without_age(&written), expected.clone() + &expected);
}

#[cfg(unix)]
#[test]
fn an_input_on_standard_input_is_not_replaced() {
    let world = filled();
    let import = "\"$ROLLCALL\" import - --as signups --rejects form.csv --force < form.csv";
    let output = crate::exit_codes::shell(&world, import).code(2);
    assert!(
        output.stderr.contains("a file that this call reads"),
        "{output}"
    );
    assert_eq!(
        std::fs::read_to_string(world.path().join("form.csv")).unwrap(),
        FORM
    );
}

/// Standard output of a terminal, in this very process.
#[derive(Clone, Default)]
struct Screen(Rc<RefCell<Vec<u8>>>);

impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Runs a command whose standard output is a terminal or a pipe; returns what it wrote there.
fn on_screen(world: &World, arguments: &[&str], is_terminal: bool) -> String {
    let screen = Screen::default();
    let database = world.path().join("rollcall.db").into_os_string();
    let mut words = vec!["rollcall".into(), "--db".into(), database];
    words.extend(arguments.iter().map(Into::into));
    let code = rollcall::run(Environment {
        arguments: words,
        variables: [
            ("ROLLCALL_NOW".into(), NOW.into()),
            ("TZ".into(), "Europe/Berlin".into()),
        ]
        .into(),
        stdin: Box::new(std::io::empty()),
        stdout: Box::new(screen.clone()),
        stderr: Box::new(std::io::sink()),
        stdin_is_terminal: false,
        stdout_is_terminal: is_terminal,
        stderr_is_terminal: false,
        terminal_width: None,
        system_language: None,
    });
    assert_eq!(code, 0, "{arguments:?}");
    let bytes = screen.0.borrow().clone();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_terminal_shows_what_it_would_obey_in_every_format() {
    let world = World::with_file();
    let evil = "Anna \u{1b}[2J\u{9b}31m\u{202e}gpj";
    world
        .run(&["event", "add", evil, "--start", "2020-10-08"])
        .success();
    let commands: &[&[&str]] = &[
        &["export", "programme"],
        &["export", "programme", "--raw"],
        &["export", "programme", "--format", "json"],
        &["export", "programme", "--format", "jsonl"],
        &["export", "programme", "--format", "markdown"],
        &["export", "programme", "--format", "html"],
        &["export", "programme", "--format", "ics"],
        &["event", "list", "--color", "never"],
    ];
    for command in commands {
        let text = on_screen(&world, command, true);
        let is_obeyed = |it: char| (it.is_control() && it != '\n') || it == '\u{202e}';
        assert!(!text.contains(is_obeyed), "{command:?}: {text:?}");
        assert!(
            text.contains("Anna ") && text.contains('\n'),
            "{command:?}: {text:?}"
        );
    }
    // Into a pipe the bytes stay as they are.
    let piped = on_screen(&world, commands[0], false);
    assert!(piped.contains(evil), "{piped:?}");
    assert!(on_screen(&world, commands[0], true).contains("\\u{202e}"));
}
