//! Two programs at once: every command reads one state, and changes the state it has read.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::support::{Output, World, content_without_age};

/// A programme, and many people who sign up by one file.
fn filled() -> World {
    let world = World::with_file();
    for arguments in [
        &["event", "add", "T", "--start", "2030-10-08"][..],
        &["session", "add", "A", "--start", "9:00", "--end", "10:00"],
        &["session", "add", "B", "--start", "11:00", "--end", "12:00"],
    ] {
        world.run(arguments).success();
    }
    let mut form = "Name,E-Mail,Organisation,Session\n".to_owned();
    for number in 0..300 {
        let session = if number % 2 == 0 { "a" } else { "b" };
        form.push_str(&format!(
            "Person{number} Muster,p{number}@x{number}.example,Firma{number} GmbH,{session}\n"
        ));
    }
    world.write("form.csv", form);
    let imported = world.line("import form.csv --as signups");
    assert!([0, 3].contains(&imported.code), "{imported}");
    assert!(world.dump().matches("signup\t").count() > 200, "{imported}");
    world
}

/// Starts the program beside the test, in the world's folder.
fn start(world: &World, arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_rollcall"))
        .args(arguments)
        .current_dir(world.path())
        .env_clear()
        .env("ROLLCALL_NOW", crate::support::NOW)
        .env("TZ", "Europe/Berlin")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn end(child: Child) -> Output {
    let output = child.wait_with_output().unwrap();
    Output {
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap(),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "somebody else's program has no rules of ours"
)]
fn connect(world: &World) -> rusqlite::Connection {
    rusqlite::Connection::open(world.path().join("rollcall.db")).unwrap()
}

/// Returns all files of a folder, in order.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, std::fs::read(path).unwrap())
        })
        .filter(|(name, _)| {
            // A workbook says when it was made.
            Path::new(name).extension().is_none_or(|it| it != "xlsx")
        })
        .collect();
    files.sort();
    files
}

/// Writes an export, or a dossier, into a folder and returns its files.
fn written(world: &World, what: &[&str], folder: &str) -> Vec<(String, Vec<u8>)> {
    let mut arguments = what.to_vec();
    arguments.extend(["-o", folder, "--quiet"]);
    world.run(&arguments).success();
    let folder = world.path().join(folder);
    let names = files(&folder).into_iter().map(|(name, _)| name);
    let content = |name: String| {
        let content = content_without_age(&folder.join(&name));
        (name, content)
    };
    let written = names.map(content).collect();
    std::fs::remove_dir_all(folder).unwrap();
    written
}

#[test]
fn what_is_written_beside_a_writer_is_all_of_one_state() {
    let world = filled();
    let whats = [&["export", "all"][..], &["report", "dossier"]];
    let states = |world: &World| whats.map(|what| written(world, what, "state"));
    let with = states(&world);
    // The same rows go and come back for ever.
    world.run(&["undo", "4"]).success();
    let without = states(&world);
    assert_ne!(with, without);
    let is_over = AtomicBool::new(false);
    let mut read = 0;
    let mut seen = [0, 0];
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut newest = 5;
            while !is_over.load(Ordering::Relaxed) {
                world.run(&["undo", &newest.to_string()]).success();
                newest += 1;
            }
        });
        let begin = Instant::now();
        let seconds = |count| begin.elapsed() < Duration::from_secs(count);
        while seconds(8) || (seen.contains(&0) && seconds(60)) {
            for (index, what) in whats.iter().enumerate() {
                let files = written(&world, what, "beside");
                let state = [&with[index], &without[index]]
                    .iter()
                    .position(|state| **state == files);
                read += 1;
                match state {
                    Some(state) => seen[state] += 1,
                    None => {
                        is_over.store(true, Ordering::Relaxed);
                        panic!(
                            "`{}` mixes two states, at the {read}th time",
                            what.join(" ")
                        );
                    }
                }
            }
        }
        is_over.store(true, Ordering::Relaxed);
    });
    assert!(seen[0] > 0 && seen[1] > 0, "{seen:?}");
    assert_eq!(world.run(&["check"]).success(), "sound\n");
}

#[test]
fn of_two_undos_of_one_operation_one_succeeds_and_the_other_says_so() {
    let world = filled();
    for target in 4..12 {
        let number = target.to_string();
        let (one, other) = (
            start(&world, &["undo", &number]),
            start(&world, &["undo", &number]),
        );
        let mut outputs = [end(one), end(other)];
        outputs.sort_by_key(|output| output.code);
        let [done, told] = outputs;
        done.success();
        let told = told.code(1);
        assert!(
            told.stderr.starts_with(&format!(
                "error: operation {target} was taken back by operation {}\n",
                target + 1
            )),
            "{told}"
        );
    }
}

#[test]
fn two_undos_without_a_number_never_take_back_the_same() {
    let world = World::with_file();
    for number in 0..8 {
        world
            .run(&["person", "add", &format!("Anna Muster{number}")])
            .success();
    }
    let mut left = 8;
    while left > 0 {
        let children: Vec<Child> = (0..3).map(|_| start(&world, &["undo"])).collect();
        let outputs: Vec<Output> = children.into_iter().map(end).collect();
        let done = outputs.iter().filter(|output| output.code == 0).count();
        assert_eq!(done, left.min(3), "{outputs:?}");
        for told in outputs.iter().filter(|output| output.code != 0) {
            assert!(told.stderr.contains("there is nothing to undo"), "{told}");
        }
        left -= done;
        let history = world.line("person list --format json").success();
        let people: Vec<serde_json::Value> = serde_json::from_str(&history).unwrap();
        assert_eq!(people.len(), left);
    }
}

#[test]
fn whoever_waited_for_the_lock_goes_by_what_is_there_then() {
    let world = World::with_file();
    world.line("event add T --start 2030-10-08").success();
    let other = connect(&world);
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let waiting = start(
        &world,
        &["session", "add", "A", "--start", "9:00", "--end", "10:00"],
    );
    std::thread::sleep(Duration::from_millis(800));
    other
        .execute_batch(
            "UPDATE event SET start = '2031-01-02T08:00:00Z', \"end\" = '2031-01-02T16:00:00Z';
             COMMIT",
        )
        .unwrap();
    end(waiting).success();
    let session = world.line("session show a --format json").success();
    assert!(session.contains("2031-01-02T09:00:00+01:00"), "{session}");
}

#[test]
fn an_answer_means_who_is_there_when_it_is_given() {
    let world = World::with_file();
    world.line("event add T --start 2030-10-08").success();
    world
        .line("session add A --start 9:00 --end 10:00")
        .success();
    world.line("person add 'Anna Muster'").success();
    let other = connect(&world);
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let waiting = start(
        &world,
        &["check-in", "Anna Muster", "--session", "a", "--at", "9:00"],
    );
    std::thread::sleep(Duration::from_millis(800));
    other
        .execute_batch("UPDATE session SET slug = 'z', title = 'Z'; COMMIT")
        .unwrap();
    let refused = end(waiting).code(1);
    assert!(
        refused.stderr.starts_with("error: there is no session `a`"),
        "{refused}"
    );
}

#[test]
fn the_journal_of_an_interrupted_writer_is_played_back_by_whoever_reads_next() {
    let world = filled();
    let before = world.dump();
    let copy = World::new();
    let other = connect(&world);
    // Little memory, so that pages of the unfinished change reach the file.
    other
        .execute_batch(
            "PRAGMA cache_size = 5; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;
             UPDATE person SET phone = 'half a change' || hex(zeroblob(1000));",
        )
        .unwrap();
    for name in ["rollcall.db", "rollcall.db-journal"] {
        std::fs::copy(world.path().join(name), copy.path().join(name)).unwrap();
    }
    other.execute_batch("ROLLBACK").unwrap();
    drop(other);
    let raw = std::fs::read(copy.path().join("rollcall.db")).unwrap();
    let half = b"half a change";
    assert!(
        raw.windows(half.len()).any(|bytes| bytes == half),
        "nothing was interrupted"
    );
    let people = copy.run(&["export", "people"]).success();
    assert!(!people.contains("half a change"), "{people}");
    assert!(!copy.path().join("rollcall.db-journal").exists());
    assert_eq!(copy.dump(), before);
    assert_eq!(copy.run(&["check"]).success(), "sound\n");
}

#[test]
fn whoever_waits_in_vain_says_for_whom() {
    let world = filled();
    let other = connect(&world);
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let refused = world.run(&["person", "list"]).code(1);
    let holder = if cfg!(target_os = "linux") {
        format!("(process {}) is using the file", std::process::id())
    } else {
        "another program is using the file".to_owned()
    };
    assert!(refused.stderr.contains(&holder), "{refused}");
    assert!(
        refused
            .stderr
            .contains("hint: wait until it is done, then try again"),
        "{refused}"
    );
    other.execute_batch("ROLLBACK").unwrap();
    world.run(&["person", "list"]).success();
}
