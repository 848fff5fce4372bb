//! A long run on mutated files, through the program itself: its memory and its time are limited.
//!
//! `ROLLCALL_FILES=100000 ROLLCALL_SEED=1 cargo test --release -- --ignored mutated_files` takes about an
//! hour; `ROLLCALL_BINARY` names another build of the program. It says how far it is every thousand files.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::mutation::{Random, broken, samples};
use super::{kept, seed};
use crate::budgets::{allowed_here, watched};
use crate::desk::PROGRAMME;
use crate::support::World;

/// Ten seconds, on a machine that does other things as well.
const MOST_TIME: Duration = Duration::from_secs(30);

#[test]
#[ignore = "takes an hour: see the documentation of this file"]
fn mutated_files_end_within_their_budget() {
    let world = World::with_file();
    world.write("programme.csv", PROGRAMME);
    world.run(&["import", "programme.csv"]).success();
    std::fs::remove_file(world.path().join("programme.csv")).unwrap();
    let count: u32 = knob("ROLLCALL_FILES").map_or(1000, |count| count.parse().unwrap());
    let samples = samples();
    let mut random = Random(seed());
    let (mut faults, mut most, mut longest) = (Vec::new(), 0, Duration::ZERO);
    for round in 1..=count {
        let (name, bytes) = broken(&mut random, &samples);
        world.write(&name, &bytes);
        for line in [&["inspect", &name][..], &["import", &name, "--dry-run"]] {
            let start = Instant::now();
            let run = watched(world.path(), line, MOST_TIME);
            longest = longest.max(start.elapsed());
            most = most.max(run.peak);
            let ended = run.code.is_some_and(|code| (0..=3).contains(&code));
            if !ended || run.peak > allowed_here(&bytes) || run.stderr.contains("panicked") {
                let file: PathBuf = kept(round, &name, &bytes);
                let fault = format!(
                    "{line:?}: {:?}, {} bytes, {}",
                    run.code,
                    run.peak,
                    file.display()
                );
                eprintln!("{fault}\n{}", run.stderr);
                faults.push(fault);
            }
        }
        std::fs::remove_file(world.path().join(&name)).unwrap();
        if round % 1000 == 0 {
            eprintln!(
                "{round} files, {} faults, at most {most} bytes and {longest:?}",
                faults.len()
            );
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[expect(
    clippy::disallowed_methods,
    reason = "a knob of the tests, not of the program"
)]
fn knob(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
