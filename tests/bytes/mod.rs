//! Broken files: whatever the bytes are, the program says what is wrong, and changes nothing by halves.
//!
//! Samples and workbooks are mutated, spliced and replaced by noise, from a seed. Never may the
//! program panic, end otherwise than its exit codes say, or leave a changed file behind an error.
//!
//! `ROLLCALL_SEED=7 ROLLCALL_ROUNDS=20 cargo test bytes` tries others and more. What breaks the law is
//! kept as a file, whose name the failure tells. `mutation` makes the files; `limits` runs the program
//! itself on many more of them, with its memory watched.

mod limits;
mod mutation;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

pub(crate) use mutation::Random;
use mutation::{broken, samples};

use super::desk::{Desk, PROGRAMME};
use super::laws::rounds;
use super::support::Output;

/// How many files are tried, unless time is up before.
const TRIES: u32 = 500;

/// How long the test may take: a slow machine tries fewer files.
const TIME: Duration = Duration::from_secs(15);

/// The seed, where none is given.
const SEED: u64 = 20_201_008;

#[test]
fn broken_files_are_refused_or_taken_row_by_row_and_never_by_halves() {
    let seed = seed();
    let mut random = Random(seed);
    let samples = samples();
    let mut desk = prepared();
    let mut dump = desk.dump();
    let until = Instant::now() + TIME * rounds();
    for round in 0..TRIES * rounds() {
        if Instant::now() > until {
            break;
        }
        let (name, bytes) = broken(&mut random, &samples);
        let path = desk.path().join(&name);
        std::fs::write(&path, &bytes).unwrap();
        let held = catch_unwind(AssertUnwindSafe(|| hold(&desk, &path, &dump, &mut random)));
        if let Err(panic) = held {
            let kept = kept(round, &name, &bytes);
            eprintln!(
                "ROLLCALL_SEED={seed}, round {round}, kept as {}",
                kept.display()
            );
            std::panic::resume_unwind(panic);
        }
        std::fs::remove_file(&path).unwrap();
        // Garbage that was taken in makes the file slow and the next round something else.
        if desk.dump() != dump {
            desk = prepared();
            dump = desk.dump();
        }
    }
}

#[test]
fn every_sample_is_read_as_it_is() {
    for (name, bytes) in samples() {
        let desk = prepared();
        let path = desk.path().join(&name);
        std::fs::write(&path, &bytes).unwrap();
        hold(&desk, &path, &desk.dump(), &mut Random(SEED));
    }
}

/// Looks at a file and takes it in, and holds what must be so.
fn hold(desk: &Desk, path: &Path, dump: &str, random: &mut Random) {
    let file = path.to_str().unwrap();
    let inspected = desk.run(&["inspect", file]);
    assert!([0, 1].contains(&inspected.code), "inspect: {inspected}");
    assert_eq!(desk.dump(), dump, "inspect changed the file");
    let mut line = vec!["--format", "json", "import", file];
    line.extend(match random.below(8) {
        0 => &["--as", "signups"][..],
        1 => &["--as", "people"],
        2 => &["--as", "organisations"],
        3 => &["--as", "programme"],
        4 => &["--session", "bar-1"],
        5 => &["--strict"],
        _ => &[],
    });
    let mut dry = line.clone();
    dry.push("--dry-run");
    let tried = desk.run(&dry);
    assert_eq!(desk.dump(), dump, "a dry run changed the file");
    let imported = desk.run(&line);
    assert_eq!(tried.code, imported.code, "{line:?}: {tried}{imported}");
    match imported.code {
        1 | 2 => {
            assert_eq!(
                desk.dump(),
                dump,
                "it failed, and changed the file: {imported}"
            );
            assert!(imported.stderr.contains("error: "), "{imported}");
        }
        0 | 3 => {
            adds_up(&imported);
            desk.check();
        }
        code => panic!("exit code {code}: {imported}"),
    }
    assert!(!imported.stderr.contains("internal"), "{imported}");
}

/// Holds that the outcome accounts for every row, and that 3 says that rows were set aside.
fn adds_up(output: &Output) {
    let outcome: serde_json::Value =
        serde_json::from_str(&output.stdout).unwrap_or_else(|_| panic!("{output}"));
    let mut set_aside = 0;
    for file in outcome["files"].as_array().unwrap() {
        let count = |key: &str| file[key].as_u64().unwrap();
        let fates = [
            "created",
            "updated",
            "unchanged",
            "review",
            "rejected",
            "skipped",
        ];
        assert_eq!(
            fates.iter().map(|fate| count(fate)).sum::<u64>(),
            count("rows"),
            "{file:#}"
        );
        set_aside += count("review") + count("rejected");
    }
    assert_eq!(output.code == 3, set_aside > 0, "{output}");
}

/// Returns a file with a programme and a few people, for whom the broken files may be meant.
fn prepared() -> Desk {
    let mut desk = Desk::with_programme(PROGRAMME);
    desk.import(
        "people.csv",
        "Registration time;Name;E-Mail;Organisation;Session\n\
         2020-09-07 08:00;Anna Müller-Lüdenscheidt;anna.mueller@biocluster-nord.example.org;BioCluster Nord e.V.;breakout-a\n\
         2020-09-07 08:05;Jörg Weiß;joerg.weiss@photonik-sued.example.org;Photonik Süd;bar-1\n"
            .as_bytes(),
    );
    desk
}

/// Keeps bytes that broke the law.
fn kept(round: u32, name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("broken-{round}-{name}"));
    std::fs::write(&path, bytes).unwrap();
    path
}

/// The seed of `ROLLCALL_SEED`, else always the same one.
#[expect(
    clippy::disallowed_methods,
    reason = "a knob of the tests, not of the program"
)]
pub(crate) fn seed() -> u64 {
    std::env::var("ROLLCALL_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(SEED)
}
