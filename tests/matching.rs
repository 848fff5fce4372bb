//! Who is meant in a log, on meetings made up by the bench's generator: nothing is taken wrongly.

#[path = "../benches/names/mod.rs"]
mod names;

use names::judge::{OUTCOMES, Outcome, Tally, ask, judge, remember};
use names::lines::Line;
use names::people::World;
use names::random::Random;

/// Seeds of meetings; each has its own people and its own log.
const SEEDS: [u64; 4] = [1, 7, 20_201_008, 4_711];

/// The log of a made-up meeting, and what became of each line.
fn meeting(seed: u64) -> Vec<(Line, Outcome)> {
    let mut random = Random::new(seed);
    let world = World::new(&mut random, 600);
    let log = world.log(&mut random, 3_000);
    let mut directory = world.directory();
    let organisations = world.organisation_directory();
    remember(&mut directory, &organisations, &log);
    log.into_iter()
        .map(|line| {
            let outcome = judge(&ask(&directory, &organisations, &line), line.truth);
            (line, outcome)
        })
        .collect()
}

fn tally(log: &[(Line, Outcome)], wanted: impl Fn(&Line) -> bool) -> Tally {
    let mut tally = Tally::default();
    for (_, outcome) in log.iter().filter(|(line, _)| wanted(line)) {
        tally.add(*outcome);
    }
    tally
}

#[test]
fn nobody_is_taken_for_somebody_else() {
    for seed in SEEDS {
        let wrong: Vec<String> = meeting(seed)
            .into_iter()
            .filter(|(_, outcome)| *outcome == Outcome::Wrong)
            .map(|(line, _)| format!("{}: {:?} <{:?}>", line.kind, line.written, line.address))
            .collect();
        assert!(wrong.is_empty(), "seed {seed}: {wrong:#?}");
    }
}

#[test]
fn whoever_is_named_well_enough_is_found_and_most_others_are_suggested() {
    for seed in SEEDS {
        let log = meeting(seed);
        let all = tally(&log, |_| true);
        assert_eq!(
            OUTCOMES
                .iter()
                .map(|outcome| all.count(*outcome))
                .sum::<usize>(),
            all.lines()
        );
        let named = tally(&log, |line| line.is_sure);
        assert!(named.lines() > 1_500, "seed {seed}: {named:?}");
        assert!(
            named.percent(&[Outcome::Right]) >= 90.0,
            "seed {seed}: {named:?}"
        );
        let rest = tally(&log, |line| {
            line.truth.person().is_some() && !line.is_sure && line.fits <= 3
        });
        let found = [Outcome::Right, Outcome::First, Outcome::AmongThree];
        assert!(rest.lines() > 300, "seed {seed}: {rest:?}");
        assert!(rest.percent(&found) >= 90.0, "seed {seed}: {rest:?}");
    }
}
