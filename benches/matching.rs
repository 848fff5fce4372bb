//! How well the engine finds who is meant, beside what a spreadsheet would do.
//!
//! `cargo bench --bench matching` makes up a meeting of 2,400 people and a log of 20,000 lines (see
//! [`names`] for who they are and what "named well enough" means), asks the engine about every line and
//! prints what became of them, for the engine and for two ways without one: exact names, and the best
//! likeness of sorted words from 0.80. The rosters that the log lacks follow, each as rows of one table:
//! strangers with the full name of somebody who signed up, second sign-ups, colleagues, other scripts
//! and rows that wait for an answer. `org. asked` counts those taken twice whose organisation is asked
//! about.
//!
//! `ROLLCALL_SEED=7` makes up another meeting, `ROLLCALL_SEEDS=1,2,3` several and sums them up,
//! `-- --verbose` prints every way of writing a name and each line that went wrong. Then it prints the
//! time of a line, with 1,000, 10,000 and 50,000 people on file. Targets are printed and never asserted
//! here; `tests/matching.rs` asserts on smaller meetings what must hold.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::disallowed_methods,
    reason = "a measurement prints, takes a seed from the environment, and needs three digits"
)]

#[path = "matching/baselines.rs"]
mod baselines;
#[path = "matching/log.rs"]
mod log;
mod names;
#[path = "matching/table.rs"]
mod table;

use std::time::Instant as Stopwatch;

use log::Log;
use names::judge::ask;
use names::lines::Line;
use names::people::World;
use names::random::Random;
use table::Table;

const SEED: u64 = 20_201_008;
const PEOPLE: usize = 2_400;
const LINES: usize = 20_000;
/// Lines of each kind in the rosters beside the log.
const OF_A_KIND: usize = 400;

fn main() {
    let is_verbose = std::env::args().any(|argument| argument == "--verbose" || argument == "-v");
    let seeds = seeds();
    let mut table = Table::default();
    let mut all = Log::default();
    for seed in &seeds {
        let mut random = Random::new(*seed);
        let world = World::new(&mut random, PEOPLE);
        let lines = world.log(&mut random, LINES);
        println!(
            "seed {seed}: {} people on file, {} in the event, {} organisations, {} lines",
            world.people.len(),
            world.people.iter().filter(|person| person.in_event).count(),
            world.on_file,
            lines.len()
        );
        let log = Log::of(&world, lines);
        if is_verbose {
            log.print_wrong(&world);
        }
        all.join(log);
        for roster in names::rosters::rosters(&world, *seed, OF_A_KIND) {
            table.add(&roster);
        }
    }
    println!();
    all.print_outcomes("lines of people on file", |one| {
        one.line.truth.person().is_some()
    });
    all.print_outcomes(
        "lines of guests, telephones, devices and programs (nobody is right)",
        |one| one.line.truth.person().is_none(),
    );
    all.print_targets();
    if is_verbose {
        all.print_ways();
    }
    table.print();
    print_times(seeds[0]);
}

/// The seeds of the meetings to make up.
fn seeds() -> Vec<u64> {
    let given = std::env::var("ROLLCALL_SEEDS").or_else(|_| std::env::var("ROLLCALL_SEED"));
    given.map_or(vec![SEED], |seeds| {
        let seeds = seeds.split(',');
        seeds.map(|seed| seed.trim().parse().unwrap()).collect()
    })
}

fn print_times(seed: u64) {
    println!(
        "{:>10}{:>10}{:>16}{:>28}",
        "people", "lines", "a line", "a line with a whole name"
    );
    for people in [1_000, 10_000, 50_000] {
        let mut random = Random::new(seed);
        let world = World::new(&mut random, people);
        let log = world.log(&mut random, 4_000);
        let whole: Vec<Line> = log.iter().filter(|line| line.is_sure).cloned().collect();
        let (directory, organisations) = (world.directory(), world.organisation_directory());
        let time = |log: &[Line]| {
            let times = (0..5).map(|_| {
                let started = Stopwatch::now();
                for line in log {
                    std::hint::black_box(ask(&directory, &organisations, line));
                }
                started.elapsed().as_secs_f64()
            });
            times.fold(f64::INFINITY, f64::min) * 1e6 / log.len() as f64
        };
        println!(
            "{people:>10}{:>10}{:>13.1} µs{:>25.1} µs",
            log.len(),
            time(&log),
            time(&whole)
        );
    }
}
