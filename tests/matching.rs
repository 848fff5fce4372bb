//! Who is meant in a log or a form, on meetings made up by the bench's generator: nothing is taken wrongly.

use std::sync::LazyLock;

#[path = "../benches/names/mod.rs"]
mod names;

use names::figures::Figures;
use names::judge::{OUTCOMES, Outcome, Tally, ask, judge, remember};
use names::lines::Line;
use names::people::World;
use names::random::Random;
use names::rosters::{Aim, Roster, rosters};

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

/// The rosters beside the log, joined over the seeds by their list: made up once for all tests.
static LISTS: LazyLock<Vec<(String, Aim, Figures)>> = LazyLock::new(|| {
    let mut lists: Vec<(String, Aim, Figures)> = Vec::new();
    for roster in SEEDS.into_iter().flat_map(|seed| rosters_of(seed, 60)) {
        let figures = roster.figures();
        match lists.iter_mut().find(|(list, ..)| *list == roster.list) {
            Some((.., known)) => known.join(&figures),
            None => lists.push((roster.list, roster.aim, figures)),
        }
    }
    lists
});

fn rosters_of(seed: u64, lines: usize) -> Vec<Roster> {
    let world = World::new(&mut Random::new(seed), 600);
    rosters(&world, seed, lines)
}

/// Asserts that all lists of a name are as they should be.
fn assert_met(wanted: &str) {
    let named = LISTS.iter().filter(|(list, ..)| list.starts_with(wanted));
    let lists: Vec<_> = named.collect();
    assert!(!lists.is_empty());
    let failed: Vec<_> = lists
        .into_iter()
        .filter(|(_, aim, figures)| !aim.is_met(figures))
        .collect();
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn sure_lines_are_matched_and_the_rest_has_the_right_one_among_three() {
    let (mut sure, mut matched) = (0, 0);
    let mut rest = Tally::default();
    for seed in SEEDS {
        let world = World::new(&mut Random::new(seed), 600);
        for (line, outcome) in meeting(seed) {
            let Some(id) = line.truth.person() else {
                continue;
            };
            let meant = world.people.iter().find(|person| person.id == id);
            let is_frequent = meant.is_some_and(|person| world.is_frequent(person));
            if line.is_sure {
                sure += 1;
                let is_first = is_frequent && outcome == Outcome::First;
                matched += usize::from(outcome == Outcome::Right || is_first);
            } else if line.fits <= 3 {
                rest.add(outcome);
            }
        }
    }
    assert!(matched * 100 >= sure * 98, "{matched} of {sure}");
    let found = [Outcome::Right, Outcome::First, Outcome::AmongThree];
    assert!(rest.percent(&found) >= 95.0, "{rest:?}");
}

#[test]
fn every_line_of_a_roster_is_counted_once() {
    for roster in rosters_of(SEEDS[0], 12) {
        let it = roster.figures();
        let outcomes = [
            it.right,
            it.wrong,
            it.first,
            it.among_three,
            it.not_there,
            it.duplicates,
        ];
        let asked = it.first + it.among_three + it.not_there;
        assert_eq!(outcomes.iter().sum::<usize>(), it.lines, "{}", roster.title);
        assert!(it.questions <= asked, "{}: {it:?}", roster.title);
        assert!(roster.organisation_asked <= it.lines, "{}", roster.title);
        let is_form_of_all = roster.title == "one form of all";
        assert_eq!(roster.people.is_empty(), is_form_of_all, "{}", roster.title);
    }
}

#[test]
fn of_strangers_with_a_company_or_an_address_elsewhere_at_most_one_in_a_hundred_is_taken() {
    assert_met("stranger, company in several words");
    assert_met("stranger, address at a company not on file");
    assert_met("stranger, another organisation of the roster");
}

#[test]
fn of_each_kind_of_stranger_in_a_log_at_most_one_in_a_hundred_is_taken() {
    assert_met("stranger, ");
}

#[test]
fn of_strangers_who_sign_up_at_most_one_in_a_hundred_is_taken() {
    assert_met("stranger's sign-up");
}

#[test]
fn of_second_signups_at_most_one_in_a_hundred_makes_a_silent_duplicate() {
    assert_met("second sign-up");
}

#[test]
fn nobody_of_one_large_organisation_is_joined_unasked() {
    assert_met("colleagues");
}

#[test]
fn names_in_other_scripts_make_no_silent_duplicate() {
    assert_met("other script");
}

#[test]
fn a_word_beside_the_name_makes_nobody_somebody_else() {
    assert_met("signed up, a word beside the name");
}

#[test]
fn a_row_that_waits_is_a_rival() {
    assert_met("waiting row, a rival");
}
