//! Two processes on one file: whatever both do at once is what one after the other would have done.
//!
//! Some 20 random sequences in the ordinary test; `ROLLCALL_SEQUENCES=1000 cargo test interleaved` tries 1,000, and
//! `ROLLCALL_READERS=200` writes so many dossiers and exports beside a writer. `ROLLCALL_SEED=7` tries others.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::bytes::{Random, seed};
use super::desk::{self, PROGRAMME};
use super::support::{Output, World, content_without_age};

/// How many sequences, and how many folders beside a writer, the ordinary test tries.
const SEQUENCES: usize = 20;
const READERS: usize = 6;

/// How many commands each of the two processes gives.
const COMMANDS: usize = 6;

/// The people both processes know.
const FORM: &str = "Registration time;Name;Email;Organisation;Session\n\
    2020-09-07 08:00;Anna Fuchs;anna@fuchs.example.org;Fuchsbau;Session A: Public relations\n\
    2020-09-07 08:05;Bernd Dachs;bernd@dachs.example.org;Dachsbau;\"Session A: Public relations; Session B: Economic recovery\"\n\
    2020-09-07 08:10;Clara Luchs;clara@luchs.example.org;Luchswerk;\"Session A: Public relations; Session C: Human resources\"\n\
    2020-09-07 08:15;Doris Marder;doris@marder.example.org;Marderhaus;Session C: Human resources\n";

#[expect(
    clippy::disallowed_methods,
    reason = "a knob of the tests, not of the program"
)]
fn knob(name: &str) -> Option<usize> {
    std::env::var(name).ok()?.parse().ok()
}

/// A command that changed the file, and the number of its operation.
struct Done {
    operation: i64,
    line: Vec<String>,
}

/// What a process of its own is to do: `process` and `step` make its names unlike those of the other.
fn command(random: &mut Random, process: usize, step: usize, world: &World) -> Vec<String> {
    let person = (1 + random.below(4)).to_string();
    let session = *random.pick(&["breakout-a", "breakout-b", "breakout-c", "bar-1", "bar-2"]);
    let number = (1 + random.below(6 + 2 * step)).to_string();
    let line = match random.below(16) {
        0 | 1 => {
            let name = format!("form-{process}-{step}.csv");
            world.write(&name, form(random, process, step));
            return words(&format!("import {name}"));
        }
        2 => format!("person add Nora-{process}-{step} --email nora{process}{step}@example.org"),
        3 | 4 => format!("signup add {person} --session {session}"),
        5 => format!("signup cancel {person} --session {session}"),
        6 => format!("signup move {person} --from breakout-a --to breakout-b"),
        7 => format!(
            "check-in {person} --session {session} --at 11:2{}",
            random.below(10)
        ),
        8 => format!("person edit {person} --phone 030-{process}{step}"),
        9 => format!("session edit {session} --capacity {}", random.below(4)),
        10 => format!("attendance set {person} {session} present --reason because"),
        11 | 12 => format!("review {} keep", 1 + random.below(4)),
        13 | 14 => format!("undo {number}"),
        _ => "undo".to_owned(),
    };
    words(&line)
}

fn words(line: &str) -> Vec<String> {
    line.split(' ').map(str::to_owned).collect()
}

/// A form with somebody new, and somebody of the others with another mind.
fn form(random: &mut Random, process: usize, step: usize) -> String {
    let sessions = [
        "Session A: Public relations",
        "Session B: Economic recovery",
        "Session C: Human resources",
    ];
    let known = FORM.lines().nth(1 + random.below(4)).unwrap();
    let known: Vec<&str> = known.split(';').collect();
    format!(
        "Registration time;Name;Email;Organisation;Session\n\
         2020-09-08 08:{step}0;Otto Neu-{process}-{step};otto{process}{step}@example.org;Neubau;{}\n\
         2020-09-08 08:{step}{process};{};{};{};{}\n",
        random.pick(&sessions),
        known[1],
        known[2],
        known[3],
        random.pick(&sessions),
    )
}

/// Returns the operation a command made.
fn operation_of(output: &Output) -> Option<i64> {
    let number = |rest: &str| {
        rest.split(|sign: char| !sign.is_ascii_digit())
            .next()?
            .parse()
            .ok()
    };
    output.stderr.lines().find_map(|line| {
        let made = line.strip_prefix("operation ").and_then(number);
        let undone = line.strip_prefix("hint: `rollcall undo ").and_then(number);
        made.or(undone.filter(|_| line.ends_with("does it again")))
    })
}

/// Gives random commands; returns those that changed the file.
fn work(world: &World, process: usize, seed: u64) -> Vec<Done> {
    let mut random = Random(seed);
    let mut all = Vec::new();
    for step in 0..COMMANDS {
        let line = command(&mut random, process, step, world);
        let arguments: Vec<&str> = line.iter().map(String::as_str).collect();
        let output = world.run(&arguments);
        assert!([0, 1, 3].contains(&output.code), "{line:?}: {output}");
        // A refusal speaks of what is on file, never of SQLite or of damage.
        for word in ["damaged", "SQL", "constraint", "locked", "internal"] {
            assert!(!output.stderr.contains(word), "{line:?}: {output}");
        }
        match operation_of(&output) {
            Some(operation) if output.code != 1 => all.push(Done { operation, line }),
            Some(operation) => panic!("{line:?} failed, and is operation {operation}: {output}"),
            None => {}
        }
    }
    all
}

/// A file with a programme and four people, one of them with an open question.
fn prepared() -> World {
    let world = World::with_file();
    world.write("programme.csv", PROGRAMME);
    world.write("form.csv", FORM);
    let output = world.line("import programme.csv form.csv");
    assert!([0, 3].contains(&output.code), "{output}");
    world
}

/// Runs a command line on the file of a world, in this process.
fn run(world: &World, arguments: &[&str]) -> Output {
    let database = world.path().join("rollcall.db");
    desk::run(&[&["rollcall", "--db", database.to_str().unwrap()], arguments].concat())
}

fn history(world: &World) -> Vec<serde_json::Value> {
    let output = run(world, &["history", "--format", "json"]).success();
    serde_json::from_str(&output).unwrap()
}

#[test]
fn two_processes_do_what_one_after_the_other_would_have_done() {
    let start = prepared();
    let database = start.path().join("rollcall.db");
    let empty = World::with_file().dump();
    for round in 0..knob("ROLLCALL_SEQUENCES").unwrap_or(SEQUENCES) {
        let seed = seed() + 1000 * u64::try_from(round).unwrap();
        let world = World::new();
        std::fs::copy(&database, world.path().join("rollcall.db")).unwrap();
        let mut done = std::thread::scope(|scope| {
            let other = scope.spawn(|| work(&world, 2, seed + 1));
            let mut done = work(&world, 1, seed);
            done.extend(other.join().unwrap());
            done
        });
        done.sort_by_key(|done| done.operation);
        let told = format!("ROLLCALL_SEED={seed}, round {round}");
        assert_eq!(run(&world, &["check"]).success(), "sound\n", "{told}");
        undos_are_of_what_stood(&history(&world), &told);
        is_what_one_would_have_done(&world, &done, &database, &told);
        // Taken back one by one, nothing remains.
        let count = history(&world).len();
        for _ in 0..=4 * count {
            let undone = run(&world, &["undo"]);
            // An undo of something earlier may stand in the way: then it says which goes first.
            match later_one(&undone.stderr) {
                Some(later) if undone.code == 1 => run(&world, &["undo", later]).success(),
                _ if undone.code == 1 => break,
                _ => continue,
            };
        }
        let left = run(&world, &["undo"]);
        assert_eq!(
            world.dump(),
            empty,
            "{told}: not everything was taken back: {left}{}{}",
            run(&world, &["history"]),
            lines(&done)
        );
    }
}

/// Returns the operation that a refused undo names as the one to take back first.
fn later_one(said: &str) -> Option<&str> {
    let (_, rest) = said.split_once("the newest first: `rollcall undo ")?;
    rest.split_once('`').map(|(number, _)| number)
}

/// Holds that the same commands, given one after the other, make the same operations and the same file.
fn is_what_one_would_have_done(world: &World, done: &[Done], start: &Path, told: &str) {
    let one = World::new();
    std::fs::copy(start, one.path().join("rollcall.db")).unwrap();
    for Done { operation, line } in done {
        let mut line = line.clone();
        if line[0] == "import" {
            let file = world.path().join(&line[1]);
            file.to_str().unwrap().clone_into(&mut line[1]);
        }
        let arguments: Vec<&str> = line.iter().map(String::as_str).collect();
        let output = run(&one, &arguments);
        assert_eq!(
            operation_of(&output),
            Some(*operation),
            "{told}, {line:?}: {output}"
        );
    }
    let (should, is) = (history(&one), history(world));
    for (should, is) in should.iter().zip(&is) {
        assert_eq!(
            should["summary"],
            is["summary"],
            "{told}: {}\n{}",
            should["operation"],
            lines(done)
        );
    }
    assert_eq!(
        should.len(),
        is.len(),
        "{told}: operations nobody was told of"
    );
    let (should, is) = (one.dump(), world.dump());
    let different: Vec<_> = should
        .lines()
        .zip(is.lines())
        .filter(|(should, is)| should != is)
        .collect();
    assert!(should == is, "{told}: {different:#?}\n{}", lines(done));
}

/// The commands, as they are given.
fn lines(done: &[Done]) -> String {
    let lines = done
        .iter()
        .map(|done| format!("{}: {}\n", done.operation, done.line.join(" ")));
    lines.collect()
}

/// Holds that each undo took back an operation that stood at that moment.
fn undos_are_of_what_stood(history: &[serde_json::Value], told: &str) {
    let mut target_of = BTreeMap::new();
    let mut stands = BTreeSet::new();
    for operation in history {
        let number = operation["operation"].as_i64().unwrap();
        stands.insert(number);
        let summary = operation["summary"].as_str().unwrap();
        if let Some(rest) = summary.strip_prefix("took back operation ") {
            let target: i64 = rest.split(' ').next().unwrap().parse().unwrap();
            assert!(
                stands.remove(&target),
                "{told}: {number} took back {target}, which did not stand"
            );
            // What an undo took back stands again when that undo is taken back.
            stands.extend(target_of.get(&target));
            target_of.insert(number, target);
        }
    }
}

#[test]
fn what_is_written_beside_a_writer_is_one_state_of_the_file() {
    let mut world = prepared();
    world.set_now("2020-10-09T09:00:00+02:00");
    world.write(
        "log.csv",
        "Name,Join Time,Leave Time\nAnna Fuchs,2020-10-08 10:05,2020-10-08 10:50\n",
    );
    world.write("change.csv", form(&mut Random(1), 1, 1));
    let output = world.line("import change.csv log.csv");
    assert!([0, 3].contains(&output.code), "{output}");
    let mut newest = operation_of(&output).unwrap();
    // Taken back and done again, every row gets its number again.
    let toggle = |newest: i64| {
        let output = world.run(&["undo", &newest.to_string()]).code(0);
        operation_of(&output).unwrap()
    };
    let mut states = Vec::new();
    for round in 0..4 {
        states.push([
            write(&world, "dossier", round),
            write(&world, "export", round),
        ]);
        newest = toggle(newest);
    }
    assert_eq!(states[0], states[2], "done again, it is the same");
    assert_eq!(states[1], states[3], "taken back, it is the same");
    assert_ne!(states[0], states[1]);
    let is_over = AtomicBool::new(false);
    let wrong = std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut newest = newest;
            while !is_over.load(Ordering::Relaxed) {
                newest = toggle(newest);
            }
        });
        let readers = knob("ROLLCALL_READERS").unwrap_or(READERS);
        let mut wrong = Vec::new();
        for round in 10..10 + readers {
            for (what, name) in ["dossier", "export"].iter().enumerate() {
                let written = write(&world, name, round);
                if ![&states[0][what], &states[1][what]].contains(&&written) {
                    wrong.push(mixed(
                        &written,
                        &states[0][what],
                        &states[1][what],
                        name,
                        round,
                    ));
                }
            }
        }
        is_over.store(true, Ordering::Relaxed);
        wrong
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Says which files are of which state.
fn mixed(written: &Written, one: &Written, other: &Written, name: &str, round: usize) -> String {
    let Ok(files) = written else {
        return format!("{name} {round}: {written:?}");
    };
    let of = |state: &Written, name: &String, text: &Vec<u8>| {
        state
            .as_ref()
            .is_ok_and(|state| state.get(name) == Some(text))
    };
    let files =
        files.iter().map(
            |(name, text)| match (of(one, name, text), of(other, name, text)) {
                (true, true) => String::new(),
                (true, false) => format!(" {name}: with;"),
                (false, true) => format!(" {name}: without;"),
                (false, false) => format!(" {name}: neither;"),
            },
        );
    format!(
        "{name} {round} mixes two states:{}",
        files.collect::<String>()
    )
}

/// The files of a folder, by name; what was said where they could not be written.
type Written = Result<BTreeMap<String, Vec<u8>>, String>;

/// Writes a dossier, or everything there is, into a folder of its own, and returns its files.
fn write(world: &World, what: &str, round: usize) -> Written {
    let folder = format!("{what}-{round}");
    let output = match what {
        "dossier" => world.run(&["report", "dossier", "-o", &folder]),
        _ => world.run(&["export", "all", "-o", &folder]),
    };
    if output.code != 0 {
        return Err(output.to_string());
    }
    let entries = std::fs::read_dir(world.path().join(&folder)).unwrap();
    let files = entries.map(|entry| {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let content = content_without_age(&path);
        (name, content)
    });
    let files = files.collect();
    std::fs::remove_dir_all(world.path().join(&folder)).unwrap();
    Ok(files)
}
