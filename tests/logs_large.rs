//! The log of a large meeting, whose names are looked up by several threads: everybody's stays are theirs.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::Value;

use crate::support::World;

const PROGRAMME: &str = "\
event,slug,title,kind,start,end,timezone
herbst,,Herbsttreffen,event,2020-10-08T10:00:00+02:00,2020-10-08T12:00:00+02:00,Europe/Berlin
herbst,plenum,Plenum,plenary,2020-10-08T10:00:00+02:00,2020-10-08T12:00:00+02:00,
";

/// Enough for a few shares of names.
const PEOPLE: usize = 1_700;
/// One line of so many is somebody's who never signed up.
const STRANGERS: usize = 50;

fn given(number: usize) -> &'static str {
    const NAMES: [&str; 13] = [
        "Anna", "Björn", "Clara", "Dirk", "Elif", "Frieda", "Gregor", "Hanna", "Igor", "Jutta",
        "Kai", "Lena", "Moritz",
    ];
    NAMES[number % 13]
}

fn family(number: usize) -> String {
    const STARTS: [&str; 12] = [
        "Bach", "Dorn", "Falk", "Gold", "Holl", "Kirch", "Lind", "Moos", "Rosen", "Stein", "Vogel",
        "Winter",
    ];
    const MIDDLES: [&str; 12] = [
        "acker", "baum", "dorf", "eck", "fels", "garten", "hof", "kamp", "land", "see", "tal",
        "wies",
    ];
    const ENDS: [&str; 12] = [
        "a", "bert", "d", "er", "fried", "ger", "hold", "inger", "ke", "mann", "ner", "son",
    ];
    let (start, middle, end) = (number % 12, number / 12 % 12, number / 144 % 12);
    format!("{}{}{}", STARTS[start], MIDDLES[middle], ENDS[end])
}

/// Nobody shares a host with anybody: near names are no colleagues.
fn address(number: usize) -> String {
    format!("person@host{number}.example.org")
}

fn world() -> World {
    let world = World::with_file();
    let mut signups = String::from("Given name,Family name,E-mail,Status\n");
    let mut log =
        String::from("Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n");
    for number in 0..PEOPLE {
        let (given, family) = (given(number), family(number));
        writeln!(signups, "{given},{family},{},confirmed", address(number)).unwrap();
    }
    // Everybody comes twice, the second time from the last to the first, and some write their address.
    for number in (0..PEOPLE).chain((0..PEOPLE).rev()) {
        let name = match number % STRANGERS {
            0 => format!("Xaver Zeppelin{}", family(number).to_lowercase()),
            1..10 => format!("\"{}, {}\"", family(number), given(number)),
            _ => format!("{} {}", given(number), family(number)),
        };
        let address = match number % STRANGERS {
            20.. => address(number),
            _ => String::new(),
        };
        writeln!(
            log,
            "{name},{address},10/08/2020 10:00:00 AM,10/08/2020 10:{:02}:00 AM,{}",
            number % 50 + 1,
            number % 50 + 1
        )
        .unwrap();
    }
    world.write("programme.csv", PROGRAMME);
    world.write("signups.csv", signups);
    world.write("log.csv", log);
    for name in ["programme.csv", "signups.csv"] {
        world.run(&["import", name]).success();
    }
    world
}

fn stays(world: &World) -> Vec<Value> {
    let export = world.line("export attendance --format json");
    serde_json::from_str(&export.success()).unwrap()
}

fn family_of(stay: &Value) -> Option<&str> {
    stay["family_name"].as_str().filter(|name| !name.is_empty())
}

#[test]
fn everybody_in_a_large_log_is_found_and_nobody_else() {
    let world = world();
    let output = world.run(&["import", "log.csv"]);
    assert_eq!(output.code, 3, "{output}");
    let stays = stays(&world);
    assert_eq!(stays.len(), 2 * PEOPLE);
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for stay in &stays {
        let recorded = stay["recorded_name"].as_str().unwrap();
        match family_of(stay) {
            Some(family) => {
                assert!(recorded.contains(family), "{stay}");
                *count.entry(family).or_default() += 1;
            }
            None => assert!(recorded.starts_with("Xaver"), "{stay}"),
        }
    }
    assert_eq!(count.len(), PEOPLE - PEOPLE / STRANGERS);
    assert!(count.values().all(|stays| *stays == 2));
}

#[test]
fn the_minutes_of_a_large_log_are_those_of_its_people() {
    let world = world();
    world.line("import log.csv --minimal").success();
    let stays = stays(&world);
    let found: BTreeSet<&str> = stays.iter().filter_map(family_of).collect();
    let expected: BTreeSet<String> = (0..PEOPLE)
        .filter(|number| number % STRANGERS != 0)
        .map(family)
        .collect();
    assert_eq!(found, expected.iter().map(String::as_str).collect());
}
