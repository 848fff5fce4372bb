//! How well the engine finds who is meant, beside what a spreadsheet would do.
//!
//! `cargo bench --bench matching` makes up a meeting of 2,400 people and a log of 20,000 lines (see
//! [`names`] for who they are and what "named well enough" means), asks the engine about every line and
//! prints what became of them, for the engine and for two ways without one: exact names, and the best
//! likeness of sorted words from 0.80. `ROLLCALL_SEED=7` makes up another meeting, `-- --verbose` prints
//! every way of writing a name and each line that went wrong. Then it prints the time of a line, with
//! 1,000, 10,000 and 50,000 people on file. Targets are printed and never asserted here;
//! `tests/matching.rs` asserts on a smaller meeting that nothing is taken wrongly.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::disallowed_methods,
    reason = "a measurement prints, takes a seed from the environment, and needs three digits"
)]

mod names;

use std::collections::{BTreeMap, HashMap};
use std::time::Instant as Stopwatch;

use rollcall::identity::Match;
use rollcall::model::PersonId;

use names::judge::{OUTCOMES, Outcome, Tally, ask, judge, remember};
use names::lines::{Line, Truth};
use names::people::World;
use names::random::Random;

const SEED: u64 = 20_201_008;
const PEOPLE: usize = 2_400;
const LINES: usize = 20_000;
/// The least likeness that a spreadsheet's fuzzy look-up takes for the same.
const LIKENESS: f64 = 0.80;

fn main() {
    let seed = std::env::var("ROLLCALL_SEED").map_or(SEED, |seed| seed.parse().unwrap());
    let is_verbose = std::env::args().any(|argument| argument == "--verbose" || argument == "-v");
    let mut random = Random::new(seed);
    let world = World::new(&mut random, PEOPLE);
    let log = world.log(&mut random, LINES);
    println!(
        "seed {seed}: {} people on file, {} in the event, {} organisations, {} lines\n",
        world.people.len(),
        world.people.iter().filter(|person| person.in_event).count(),
        world.on_file,
        log.len()
    );

    let mut directory = world.directory();
    let organisations = world.organisation_directory();
    remember(&mut directory, &organisations, &log);
    let engine: Vec<Match> = log
        .iter()
        .map(|line| ask(&directory, &organisations, line))
        .collect();
    let exact = exact_names(&world, &log);
    let alike = best_likeness(&world, &log);

    print_outcomes(
        "lines of people on file",
        &log,
        |line| line.truth.person().is_some(),
        [&engine, &exact, &alike],
    );
    print_outcomes(
        "lines of guests, telephones, devices and programs (nobody is right)",
        &log,
        |line| line.truth.person().is_none(),
        [&engine, &exact, &alike],
    );
    print_targets(&log, [&engine, &exact, &alike]);
    if is_verbose {
        print_ways(&log, &engine);
        print_wrong(&world, &log, &engine);
    }
    print_times(seed);
}

/// What the name in lower case finds, where one person in the event alone has it.
fn exact_names(world: &World, log: &[Line]) -> Vec<Match> {
    let mut by_name: HashMap<String, Vec<i64>> = HashMap::new();
    for person in world.people.iter().filter(|person| person.in_event) {
        by_name
            .entry(format!("{} {}", person.given, person.family).to_lowercase())
            .or_default()
            .push(person.id);
    }
    log.iter()
        .map(|line| {
            match by_name
                .get(&line.written.trim().to_lowercase())
                .map(Vec::as_slice)
            {
                Some([id]) => certain(*id),
                _ => Match::Unknown,
            }
        })
        .collect()
}

/// What the best likeness of sorted words finds, whoever is next.
fn best_likeness(world: &World, log: &[Line]) -> Vec<Match> {
    let sorted = |text: &str| {
        let small = text.to_lowercase();
        let mut words: Vec<&str> = small
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        words.sort_unstable();
        words.join(" ")
    };
    let in_event = world.people.iter().filter(|person| person.in_event);
    let all: Vec<(i64, String)> = in_event
        .map(|person| {
            (
                person.id,
                sorted(&format!("{} {}", person.given, person.family)),
            )
        })
        .collect();
    log.iter()
        .map(|line| {
            let sought = sorted(&line.written);
            let mut best = (LIKENESS, None);
            for (id, name) in &all {
                let likeness = strsim::jaro_winkler(&sought, name);
                if likeness > best.0 || (best.1.is_none() && likeness >= LIKENESS) {
                    best = (likeness, Some(*id));
                }
            }
            best.1.map_or(Match::Unknown, certain)
        })
        .collect()
}

fn certain(id: i64) -> Match {
    Match::Certain {
        id: PersonId(id),
        reason: rollcall::identity::Reason::SameName,
    }
}

/// Counts the outcomes of the lines that are asked for.
fn tally(log: &[Line], found: &[Match], wanted: impl Fn(&Line) -> bool) -> Tally {
    let mut tally = Tally::default();
    for (line, found) in log.iter().zip(found).filter(|(line, _)| wanted(line)) {
        tally.add(judge(found, line.truth));
    }
    tally
}

const WAYS: [&str; 3] = ["rollcall", "exact names", "likeness 0.80"];

fn print_outcomes(title: &str, log: &[Line], wanted: impl Fn(&Line) -> bool, found: [&[Match]; 3]) {
    println!(
        "{title}\n{:24}{:>8}{:>12}{:>12}{:>12}{:>12}{:>12}{:>12}",
        "", "lines", "automatic,", "automatic,", "suggested", "suggested", "suggested,", "unknown"
    );
    println!(
        "{:32}{:>12}{:>12}{:>12}{:>12}{:>12}",
        "", "right", "wrong", "first", "2nd or 3rd", "not there"
    );
    for (way, found) in WAYS.iter().zip(found) {
        let tally = tally(log, found, &wanted);
        print!("{way:24}{:>8}", tally.lines());
        for outcome in OUTCOMES {
            print!("{:>12}", tally.count(outcome));
        }
        println!();
    }
    println!();
}

fn print_targets(log: &[Line], found: [&[Match]; 3]) {
    let is_on_file = |line: &Line| line.truth.person().is_some();
    println!(
        "{:62}{:>10}{:>14}{:>14}{:>16}",
        "", "target", WAYS[0], WAYS[1], WAYS[2]
    );
    let print = |title: &str, target: &str, shares: [f64; 3]| {
        println!(
            "{title:62}{target:>10}{:>13.1}%{:>13.1}%{:>15.1}%",
            shares[0], shares[1], shares[2]
        );
    };
    let wrong = found.map(|found| tally(log, found, |_| true).count(Outcome::Wrong));
    println!(
        "{:62}{:>10}{:>14}{:>14}{:>16}",
        "wrong automatic matches", "0", wrong[0], wrong[1], wrong[2]
    );
    print(
        "signed up and named well enough: automatic and right",
        ">= 90%",
        found.map(|found| tally(log, found, |line| line.is_sure).percent(&[Outcome::Right])),
    );
    let named = log.iter().filter(|line| line.is_sure).count();
    let is_rest = |line: &Line| is_on_file(line) && !line.is_sure && line.fits <= 3;
    let answered = [Outcome::Right, Outcome::First, Outcome::AmongThree];
    print(
        "the rest, where at most three fit: among the first three",
        ">= 90%",
        found.map(|found| tally(log, found, is_rest).percent(&answered)),
    );
    let first = [Outcome::Right, Outcome::First];
    print(
        "of these, where only one fits: the first",
        ">= 90%",
        found
            .map(|found| tally(log, found, |line| is_rest(line) && line.fits <= 1).percent(&first)),
    );
    print(
        "guests and nobody: no question at all",
        "",
        found.map(|found| tally(log, found, |line| !is_on_file(line)).percent(&[Outcome::Unknown])),
    );
    let rest = log.iter().filter(|line| is_rest(line)).count();
    let many = log
        .iter()
        .filter(|line| is_on_file(line) && !line.is_sure && line.fits > 3)
        .count();
    println!(
        "\n{named} lines are named well enough, {rest} are the rest, {many} more fit more than three people or have no answer\n"
    );
}

fn print_ways(log: &[Line], engine: &[Match]) {
    let mut ways: BTreeMap<(bool, bool, &str), Tally> = BTreeMap::new();
    for (line, found) in log.iter().zip(engine) {
        let key = (line.truth.person().is_none(), !line.is_sure, line.kind);
        ways.entry(key).or_default().add(judge(found, line.truth));
    }
    println!(
        "{:46}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}",
        "", "lines", "right", "wrong", "first", "2nd/3rd", "astray", "unknown"
    );
    for ((is_other, is_rest, kind), tally) in ways {
        let group = match (is_other, is_rest) {
            (true, _) => "",
            (false, true) => "the rest: ",
            (false, false) => "named: ",
        };
        print!("{:46}{:>8}", format!("{group}{kind}"), tally.lines());
        for outcome in OUTCOMES {
            print!("{:>8}", tally.count(outcome));
        }
        println!();
    }
    println!();
}

/// Lines taken wrongly, and some that were named well enough and asked about.
fn print_wrong(world: &World, log: &[Line], engine: &[Match]) {
    let person = |id: i64| world.people.iter().find(|person| person.id == id);
    let mut shown: HashMap<(bool, &str), usize> = HashMap::new();
    for (line, found) in log.iter().zip(engine) {
        let outcome = judge(found, line.truth);
        let is_missed = (line.is_sure && outcome != Outcome::Right)
            || (line.truth.person().is_some()
                && line.fits <= 1
                && matches!(outcome, Outcome::Astray | Outcome::Unknown));
        let times = shown.entry((line.is_sure, line.kind)).or_default();
        if outcome == Outcome::Wrong || (is_missed && *times < 4) {
            *times += 1;
            let meant = match line.truth {
                Truth::OnFile(id) => format!("{:?}", person(id).unwrap()),
                Truth::Guest | Truth::Nobody => format!("{:?}", line.truth),
            };
            println!(
                "{outcome:?} [{}] {:?} <{}>\n    meant {meant}\n    found {found:?}",
                line.kind,
                line.written,
                line.address.as_deref().unwrap_or_default()
            );
        }
    }
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
