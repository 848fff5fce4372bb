//! Broken files: whatever the bytes are, the program says what is wrong, and changes nothing by halves.
//!
//! Samples and workbooks are mutated, spliced and replaced by noise, from a seed. Never may the
//! program panic, end otherwise than its exit codes say, or leave a changed file behind an error.
//!
//! `ROLLCALL_SEED=7 ROLLCALL_ROUNDS=20 cargo test bytes` tries others and more. What breaks the law is
//! kept as a file, whose name the failure tells.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::desk::{Desk, PROGRAMME};
use super::laws::rounds;
use super::support::{Output, fixtures};

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
            assert_eq!(desk.read().check().unwrap(), Vec::<String>::new());
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

/// Returns every sample and a few workbooks, by name.
fn samples() -> Vec<(String, Vec<u8>)> {
    let mut samples = Vec::new();
    let mut folders = vec![fixtures()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.file_name().unwrap().to_str().unwrap().to_owned();
                samples.push((name, std::fs::read(path).unwrap()));
            }
        }
    }
    samples.sort();
    assert!(samples.len() > 10, "the fixtures are gone");
    for seed in 1..4 {
        samples.push((format!("workbook{seed}.xlsx"), workbook(&mut Random(seed))));
    }
    samples
}

/// Makes a file of which something is wrong.
fn broken(random: &mut Random, samples: &[(String, Vec<u8>)]) -> (String, Vec<u8>) {
    let (name, bytes) = random.pick(samples);
    let (mut name, mut bytes) = (name.clone(), bytes.clone());
    match random.below(12) {
        0 => {
            bytes = (0..random.below(2000)).map(|_| random.byte()).collect();
        }
        1 => {
            // Two files glued together.
            let (_, other) = random.pick(samples);
            let at = random.below(bytes.len() + 1);
            let from = random.below(other.len() + 1);
            bytes.truncate(at);
            bytes.extend(&other[from..]);
        }
        2 => {
            "random.xlsx".clone_into(&mut name);
            bytes = workbook(random);
        }
        3 => {
            // The right text in an unexpected encoding.
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let units: Vec<u16> = text.encode_utf16().collect();
            let big = random.below(2) == 0;
            bytes = units
                .into_iter()
                .flat_map(|unit| {
                    if big {
                        unit.to_be_bytes()
                    } else {
                        unit.to_le_bytes()
                    }
                })
                .collect();
        }
        4 => shuffle_cells(random, &mut bytes),
        _ => {}
    }
    for _ in 0..random.below(6) {
        mutate(random, &mut bytes);
    }
    (name, bytes)
}

/// Puts cells of a text into other places, so that values stand under the wrong headings.
fn shuffle_cells(random: &mut Random, bytes: &mut Vec<u8>) {
    let delimiter = *random.pick(b";,\t");
    let mut cells: Vec<Vec<u8>> = bytes
        .split(|byte| *byte == delimiter)
        .map(<[u8]>::to_vec)
        .collect();
    for _ in 0..8 {
        let (one, other) = (random.below(cells.len()), random.below(cells.len()));
        cells.swap(one, other);
    }
    *bytes = cells.join(&delimiter);
}

/// Things that mean something to readers of tables.
const TOKENS: &[&[u8]] = &[
    b"\"",
    b"\"\"",
    b";",
    b",",
    b"\t",
    b"\r",
    b"\n",
    b"\r\n",
    b"\0",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"sep=;\n",
    b"=1+1",
    b"'=",
    b"@",
    b"a@b.example.org",
    b"2020-02-30",
    b"31/12/99999999999",
    b"-",
    b"99999999999999999999",
    b"1e308",
    b"\xe2\x80\xae",
    b"\xf0\x9f\x98\x80",
    b"\xc3",
    b"\x1b[31m",
    b"confirmed",
    b"cancelled",
    b"breakout-a",
    b"person_id",
    b"0",
    b"-1",
    b"[SQ001]",
    b"10/8/2020 25:61 PM",
    b"Session A: Public relations;Bar 1: Harbour Pub;",
];

/// Changes bytes in one of the ways files get broken.
fn mutate(random: &mut Random, bytes: &mut Vec<u8>) {
    let at = random.below(bytes.len() + 1);
    let to = (at + random.below(64)).min(bytes.len());
    match random.below(8) {
        0 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
        1 if at < bytes.len() => bytes[at] = random.byte(),
        2 => drop(bytes.drain(at..to)),
        3 => {
            let copy = bytes[at..to].to_vec();
            let place = random.below(bytes.len() + 1);
            bytes.splice(place..place, copy);
        }
        4 => bytes.truncate(at),
        5 => {
            // One character for another, everywhere: another delimiter, another quote.
            let (from, with) = (
                *random.pick(b";,\t\"\n|. @"),
                *random.pick(b";,\t\"\n|. @\0"),
            );
            for byte in bytes.iter_mut().filter(|byte| **byte == from) {
                *byte = with;
            }
        }
        _ => {
            let token = *random.pick(TOKENS);
            bytes.splice(at..at, token.iter().copied());
        }
    }
}

/// Makes a workbook of plausible headings and arbitrary cells.
fn workbook(random: &mut Random) -> Vec<u8> {
    const HEADINGS: &[&str] = &[
        "Name",
        "E-Mail",
        "Vorname",
        "Nachname",
        "Organisation",
        "Session",
        "Registration time",
        "Status",
        "Startzeit",
        "Telefon",
        "title",
        "slug",
        "start",
        "end",
        "capacity",
        "",
        "Bemerkungen",
    ];
    let mut book = rust_xlsxwriter::Workbook::new();
    for _ in 0..=random.below(2) {
        let sheet = book.add_worksheet();
        let width = u16::try_from(1 + random.below(9)).unwrap();
        for column in 0..width {
            sheet.write(0, column, *random.pick(HEADINGS)).unwrap();
            for row in 1..=u32::try_from(random.below(9)).unwrap() {
                cell(random, sheet, row, column);
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn cell(random: &mut Random, sheet: &mut rust_xlsxwriter::Worksheet, row: u32, column: u16) {
    let date = rust_xlsxwriter::Format::new().set_num_format("dd.mm.yyyy hh:mm");
    let number = f64::from(u32::try_from(random.below(60_000)).unwrap());
    match random.below(9) {
        0 => sheet.write(row, column, number / 7.0),
        1 => sheet.write(row, column, -number),
        2 => sheet.write(row, column, number * 1e12),
        // Days since 1900, also of times that Excel does not show.
        3 => sheet.write_with_format(row, column, number, &date),
        4 => sheet.write_with_format(row, column, number * 1e9, &date),
        5 => sheet.write(row, column, random.below(2) == 0),
        6 => sheet.write_formula(
            row,
            column,
            rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!"),
        ),
        7 => sheet.write(row, column, "Anna Müller"),
        _ => {
            let token = *random.pick(TOKENS);
            let token = String::from_utf8_lossy(token).replace('\0', "");
            sheet.write(row, column, token)
        }
    }
    .unwrap();
}

/// The seed of `ROLLCALL_SEED`, else always the same one.
#[expect(
    clippy::disallowed_methods,
    reason = "a knob of the tests, not of the program"
)]
fn seed() -> u64 {
    std::env::var("ROLLCALL_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(SEED)
}

/// Numbers that look random: splitmix64, the same on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number below `limit`; 0 when there is none.
    fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit.max(1)).unwrap();
        usize::try_from(self.next() % limit).unwrap()
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }

    fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}
