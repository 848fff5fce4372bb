//! How commands end: with 0 to 3, whoever listens and whatever is full.
//!
//! Shells of Unix close streams and set limits; a disk that is full is a small one that the kernel keeps in memory, in a
//! world of mounts of its own. Where the system allows no such world, that is said and skipped.

#![cfg(unix)]

use std::process::Command;

use crate::support::{FAULT, NOW, Output, World};

const FORM: &str = "\
Registration time;Name;E-Mail;Organisation
2020-09-07 08:00;Anna Müller;anna@bio.example.org;BioCluster
2020-09-07 08:06;Nobody;no address;Photonik
";

/// Runs a shell's script in a world, with the program in the variable `ROLLCALL`.
pub(crate) fn shell(world: &World, script: &str) -> Output {
    run(world, Command::new("sh").args(["-c", script]))
}

fn run(world: &World, command: &mut Command) -> Output {
    let output = command
        .current_dir(world.path())
        .env_clear()
        .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
        .env("ROLLCALL", env!("CARGO_BIN_EXE_rollcall"))
        .env("ROLLCALL_NOW", NOW)
        .env("TZ", "Europe/Berlin")
        .env("LANG", "en_GB.UTF-8")
        .output()
        .unwrap();
    let output = Output {
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap_or(-1),
    };
    assert!(!output.stderr.contains(FAULT), "{output}");
    output
}

/// A file with an event; the form has a row to take and one to set aside.
fn prepared() -> World {
    let world = World::with_file();
    world.write("programme.csv", crate::desk::PROGRAMME);
    world.line("import programme.csv -q").success();
    world.write("form.csv", FORM);
    world
}

/// What becomes of the streams of a command.
const STREAMS: [&str; 8] = [
    ">/dev/full",
    "2>/dev/full",
    ">/dev/full 2>/dev/full",
    ">&-",
    "2>&-",
    ">&- 2>&-",
    "<&- >&- 2>&-",
    ">/dev/full 2>&-",
];

#[cfg(target_os = "linux")]
#[test]
fn a_committed_change_is_done_even_if_nobody_can_read_it() {
    for streams in STREAMS {
        for (command, code) in [
            ("import form.csv", 3),
            ("import form.csv --format json", 3),
            ("person add 'Ida Blau'", 0),
            ("event edit autumn --place Here", 0),
        ] {
            let world = prepared();
            let before = world.dump();
            let output = shell(&world, &format!("\"$ROLLCALL\" {command} {streams}"));
            assert_eq!(output.code, code, "{command} {streams}: {output}");
            assert_ne!(world.dump(), before, "{command} {streams}");
            // The number is said wherever it can be.
            let (out, err) = (
                streams.contains(" >") || streams.starts_with('>'),
                streams.contains("2>"),
            );
            if !err {
                assert!(
                    output.stderr.contains("operation 2"),
                    "{command} {streams}: {output}"
                );
            }
            if streams == "2>/dev/full" && !out {
                let number = if command.contains("json") {
                    "\"operation\":2"
                } else {
                    "operation 2"
                };
                assert!(
                    output.stdout.contains(number),
                    "{command} {streams}: {output}"
                );
            }
            assert_eq!(
                world.run(&["check"]).success(),
                "sound\n",
                "{command} {streams}"
            );
        }
    }
}

#[test]
fn a_committed_change_is_done_if_its_reader_has_gone() {
    let world = prepared();
    let before = world.dump();
    let script = "{ \"$ROLLCALL\" import form.csv; echo $? >code; } | true; sleep 0.1; cat code";
    // The reader is gone before anything is written.
    let script = script.replace("{ ", "{ sleep 0.3; ");
    assert_eq!(shell(&world, &script).success(), "3\n");
    assert_ne!(world.dump(), before);
    let both = script.replace("form.csv;", "form.csv 2>&1;");
    world.run(&["undo"]).success();
    assert_eq!(shell(&world, &both).success(), "3\n");
}

#[cfg(target_os = "linux")]
#[test]
fn rejected_rows_that_cannot_be_written_fail_no_import() {
    let world = prepared();
    let output = world.line("import form.csv --rejects /dev/full").code(3);
    for said in ["cannot write `/dev/full`", "with --rejects", "operation 2"] {
        assert!(output.stderr.contains(said), "{said}: {output}");
    }
    // The way to the rows: the same file changes nothing, and writes them.
    let dump = world.dump();
    let again = world.line("import form.csv --rejects wrong.csv").code(3);
    assert_eq!(world.dump(), dump, "{again}");
    let rejects = std::fs::read_to_string(world.path().join("wrong.csv")).unwrap();
    assert!(rejects.contains("Nobody;no address"), "{rejects}");
    // Where nothing was changed, it is a failure.
    let output = world.line("import form.csv --rejects /dev/full").code(1);
    assert!(
        output.stderr.contains("cannot write `/dev/full`"),
        "{output}"
    );
}

/// Commands that change nothing and have a result.
const READING: [&str; 9] = [
    "export people",
    "export people --format xlsx",
    "report event --format html",
    "report sessions",
    "history --format json",
    "check",
    "man",
    "completions bash",
    "inspect form.csv",
];

#[cfg(target_os = "linux")]
#[test]
fn a_result_that_cannot_be_written_is_a_failure() {
    let world = prepared();
    for command in READING
        .into_iter()
        .chain(["--help", "--version", "import --help"])
    {
        let full = shell(&world, &format!("\"$ROLLCALL\" {command} >/dev/full"));
        assert_eq!(full.code, 1, "{command}: {full}");
        assert!(
            full.stderr
                .starts_with("error: the output cannot be written\n"),
            "{command}: {full}"
        );
        assert!(
            full.stderr.contains("No space left on device"),
            "{command}: {full}"
        );
        let silent = shell(
            &world,
            &format!("\"$ROLLCALL\" {command} >/dev/full 2>/dev/full"),
        );
        assert_eq!(silent.code, 1, "{command}: {silent}");
    }
}

#[test]
fn a_pipe_that_its_reader_closed_ends_quietly() {
    let world = prepared();
    for command in READING.into_iter().chain(["--help", "--version"]) {
        let script = format!(
            "{{ sleep 0.2; \"$ROLLCALL\" {command}; echo $? >code; }} | true; sleep 0.3; while [ ! -s code ]; do sleep 0.1; done; cat code; rm code"
        );
        let output = shell(&world, &script);
        assert_eq!(
            (output.stdout.as_str(), output.stderr.as_str()),
            ("0\n", ""),
            "{command}"
        );
    }
}

/// A stream that is closed is none that somebody waits for: what is written there is lost, as in a device that takes all.
/// Above all the database does not become that stream.
#[test]
fn a_stream_that_is_closed_takes_everything_and_the_database_is_not_it() {
    let world = prepared();
    let path = world.path().join("rollcall.db");
    for command in READING {
        let before = std::fs::read(&path).unwrap();
        for streams in [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"] {
            let output = shell(&world, &format!("\"$ROLLCALL\" {command} {streams}"));
            assert_eq!(output.code, 0, "{command} {streams}: {output}");
            assert!(
                std::fs::read(&path).unwrap() == before,
                "{command} {streams}"
            );
        }
    }
    let wrong = shell(&world, "\"$ROLLCALL\" report nonsense 2>&-");
    assert_eq!(wrong.code, 2, "{wrong}");
}

/// Makes the file large enough for its workbooks to fill a small disk.
fn with_many_people() -> World {
    let world = prepared();
    let mut people = "given_name,family_name,email\n".to_owned();
    for number in 0..3000 {
        people += &format!("Given{number},Family{number},person@company{number}.example\n");
    }
    world.write("people.csv", people);
    world.line("import people.csv -q").success();
    world
}

#[test]
fn a_file_that_outgrows_the_limit_of_the_process_is_an_error() {
    let world = with_many_people();
    for command in [
        "export people --format xlsx",
        "export people -o list.xlsx",
        "export people -o list.csv",
        "export people -o list.html",
    ] {
        let output = shell(
            &world,
            &format!("ulimit -f 32; \"$ROLLCALL\" {command} | cat >/dev/null"),
        );
        assert!(output.stderr.starts_with("error: "), "{command}: {output}");
        let output = shell(
            &world,
            &format!("ulimit -f 32; \"$ROLLCALL\" {command} >/dev/null"),
        );
        assert_eq!(output.code, 1, "{command}: {output}");
        assert!(
            output.stderr.contains("File too large"),
            "{command}: {output}"
        );
    }
    let before = world.dump();
    let mut form = FORM.to_owned();
    for number in 0..2000 {
        form += &format!("2020-09-07 08:00;New{number} Name{number};n{number}@x.example.org;X\n");
    }
    world.write("form.csv", form);
    let output = shell(&world, "ulimit -f 900; \"$ROLLCALL\" import form.csv");
    assert_eq!(output.code, 1, "{output}");
    assert_eq!(world.dump(), before);
    assert_eq!(world.run(&["check"]).success(), "sound\n");
}

/// Runs a script beside an empty disk `full` of 64 kilobytes; `None` where that is not allowed.
#[cfg(target_os = "linux")]
fn beside_a_small_disk(world: &World, script: &str) -> Option<Output> {
    std::fs::create_dir_all(world.path().join("full")).unwrap();
    let script = format!("mount -t tmpfs -o size=64k none full || exit 99; {script}");
    let mut unshare = Command::new("unshare");
    let output = run(world, unshare.args(["-rm", "sh", "-c", &script]));
    if output.code == 99 || output.stderr.starts_with("unshare: ") {
        eprintln!("skipped: this system allows no mounts of one's own: {output}");
        return None;
    }
    Some(output)
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_temporary_folder_is_an_error_that_names_it() {
    let world = with_many_people();
    let folder = world.path().join("full");
    let folder = folder.to_str().unwrap();
    let script = format!("TMPDIR='{folder}' \"$ROLLCALL\" export people --format xlsx >out.xlsx");
    let Some(output) = beside_a_small_disk(&world, &script) else {
        return;
    };
    assert_eq!(output.code, 1, "{output}");
    for said in [folder, "No space left on device", "make room"] {
        assert!(output.stderr.contains(said), "{said}: {output}");
    }
    // A workbook that goes to a file has its temporary files beside it.
    let script = script.replace("--format xlsx >out.xlsx", "-o list.xlsx");
    let output = beside_a_small_disk(&world, &script).unwrap();
    assert_eq!(output.code, 0, "{output}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_keeps_what_was_there_and_nothing_of_what_was_not_written() {
    let world = with_many_people();
    for name in ["list.csv", "list.xlsx", "list.html", "list.json"] {
        let script = format!(
            "\"$ROLLCALL\" report sessions -o full/{name} || exit 98
            cp full/{name} before; \"$ROLLCALL\" export people -o full/{name}; code=$?
            cmp before full/{name} || exit 97; ls -A full; exit $code"
        );
        let Some(output) = beside_a_small_disk(&world, &script) else {
            return;
        };
        assert_eq!(
            (output.code, output.stdout.as_str()),
            (1, &*format!("{name}\n")),
            "{output}"
        );
        let full = format!("error: cannot write `full/{name}`\ncaused by: No space left on device");
        assert!(output.stderr.contains(&full), "{output}");
        assert!(!output.stderr.contains("ZipWriter"), "{output}");
    }
    // All files of a folder or none.
    let script = "\"$ROLLCALL\" export all -o full/export; code=$?; ls -A full/export; exit $code";
    let output = beside_a_small_disk(&world, script).unwrap();
    assert_eq!((output.code, output.stdout.as_str()), (1, ""), "{output}");
}
