//! How much memory the largest documents take: for each row a little, and never the whole page at once.
//!
//! Only Linux tells the most memory a process had while it runs; elsewhere nothing is measured.

#![cfg(target_os = "linux")]

use std::process::{Command, Stdio};
use std::time::Duration;

use crate::support::{NOW, World};

/// Sign-ups of the smaller and of the larger file.
const SMALL: usize = 2_000;
const LARGE: usize = 50_000;

/// A file with that many sign-ups, of a person each.
fn signed_up(count: usize) -> World {
    let world = World::with_file();
    world.write(
        "programme.csv",
        "event,slug,title,kind,start,end,capacity,drop_in,room,speakers,timezone,place,rule\n\
         e,,Large,event,2020-10-08T10:00:00+02:00,2020-10-08T18:00:00+02:00,,,,,Europe/Berlin,,\n\
         e,s,Session,plenary,2020-10-08T10:00:00+02:00,2020-10-08T11:00:00+02:00,,no,,,,,\n",
    );
    let mut form = "Registration time;Name;Email;Organisation;Session;Remarks\n".to_owned();
    for row in 0..count {
        let name = letters(row);
        form += &format!(
            "2020-09-07 08:00;{name} {};{name}@mail.example.org;Cluster {};s;Looking forward to it\n",
            letters(row * 31 + 7),
            letters(row % 50)
        );
    }
    world.write("form.csv", form);
    let imported = world.line("--quiet import programme.csv form.csv");
    assert!([0, 3].contains(&imported.code), "{imported}");
    world
}

/// A number as a word, so that neighbours look different.
fn letters(number: usize) -> String {
    let mut rest = number.wrapping_mul(2_654_435_761) % 4_294_967_296;
    let mut word = String::new();
    for place in 0..8 {
        let choice = if place % 2 == 0 {
            "bdfgklmnprstvwz"
        } else {
            "aeiou"
        };
        let letter = choice.as_bytes()[rest % choice.len()];
        word.push(char::from(letter));
        rest /= choice.len();
    }
    word
}

/// Runs the program; returns the most memory it had, in bytes, and the length of the file it wrote.
fn peak(world: &World, name: &str) -> (u64, u64) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rollcall"))
        .args(["--quiet", "export", "signups", "-o", name])
        .current_dir(world.path())
        .env_clear()
        .env("ROLLCALL_NOW", NOW)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let ended = loop {
        // The mark only rises, so what is missed is what came after the last look.
        let status = std::fs::read_to_string(&status).unwrap_or_default();
        let mark = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
        let kilobytes = mark.and_then(|it| it.split_whitespace().next()?.parse::<u64>().ok());
        peak = peak.max(kilobytes.unwrap_or(0) * 1024);
        if let Some(ended) = child.try_wait().unwrap() {
            break ended;
        }
        std::thread::sleep(Duration::from_millis(1));
    };
    assert!(ended.success());
    let length = std::fs::metadata(world.path().join(name)).unwrap().len();
    (peak, length)
}

/// The most bytes that a row may take: fifty thousand sign-ups stay below 300 megabytes.
const A_ROW: u64 = 6_000;

#[test]
fn a_large_list_takes_little_memory_for_each_row() {
    let worlds = [signed_up(SMALL), signed_up(LARGE)];
    let rows = u64::try_from(LARGE - SMALL).unwrap();
    let growth = |name: &str| {
        let [(before, shorter), (after, longer)] = worlds.each_ref().map(|it| peak(it, name));
        assert!(
            longer > shorter + 20 * rows,
            "{name}: not all rows are there"
        );
        let growth = after.saturating_sub(before) / rows;
        assert!(growth < A_ROW, "{name}: {growth} bytes a row");
        growth
    };
    // A table has to be there as a whole; a page or workbook of it is written row by row.
    let table = growth("list.csv");
    for name in ["list.html", "list.xlsx"] {
        let growth = growth(name);
        assert!(
            growth <= table + table / 4,
            "{name}: {growth} bytes a row, CSV {table}"
        );
    }
}
