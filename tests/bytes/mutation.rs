//! Files of which something is wrong, made of the samples and a seed.
//!
//! Text is mutated byte by byte, cell by cell and number by number. Of a packed workbook one part is
//! unpacked, mutated and packed again, since a changed byte of the packed file is found by its checksum; of an
//! .xls the sectors and the numbers in them are.

use std::io::{Cursor, Read};

use crate::budgets::files::{self, packed};
use crate::support::fixtures;

/// Returns every sample and a few workbooks, by name.
pub(super) fn samples() -> Vec<(String, Vec<u8>)> {
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
    samples.extend(sheets());
    samples
}

/// The same small list in every format of a spreadsheet.
fn sheets() -> [(String, Vec<u8>); 3] {
    const ROWS: [[&str; 3]; 3] = [
        ["Name", "E-Mail", "Session"],
        ["Anna Meier", "anna@cluster.example.org", "breakout-a"],
        ["Jan Weber", "jan@cluster.example.org", "2020-10-08 10:15"],
    ];
    let labels: Vec<u8> = (0..)
        .zip(ROWS)
        .flat_map(|(row, cells)| {
            let cells = (0..).zip(cells);
            cells.flat_map(move |(column, text)| files::label(row, column, text))
        })
        .collect();
    let texts: Vec<u8> = ROWS
        .as_flattened()
        .iter()
        .flat_map(|text| files::binary_text(text, u32::try_from(text.len()).unwrap()))
        .collect();
    let rows: [&[(u32, u32)]; 3] = [
        &[(0, 0), (1, 1), (2, 2)],
        &[(0, 3), (1, 4), (2, 5)],
        &[(0, 6), (1, 7), (2, 8)],
    ];
    let ods: String = ROWS.iter().map(|cells| files::ods_row(cells)).collect();
    [
        ("list.xls".to_owned(), files::xls(&[], &labels)),
        ("list.ods".to_owned(), files::ods(&ods)),
        (
            "list.xlsb".to_owned(),
            files::xlsb(&rows, &files::binary_texts(9, &texts), &[]),
        ),
    ]
}

/// Changes one part of a packed file and packs it again; `None` where it is not one.
fn repacked(random: &mut Random, bytes: &[u8]) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).ok()?;
        parts.push((part.name().unwrap().into_owned(), content));
    }
    if parts.is_empty() {
        return None;
    }
    let chosen = random.below(parts.len());
    for _ in 0..=random.below(4) {
        mutate(random, &mut parts[chosen].1);
    }
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, content)| (&**name, &**content))
        .collect();
    Some(packed(&parts))
}

/// Sets a number to one that nobody expects: digits in text, two to eight bytes elsewhere.
fn extreme(random: &mut Random, bytes: &mut Vec<u8>) {
    const NUMBERS: [&str; 8] = [
        "0",
        "-1",
        "65536",
        "1048577",
        "2147483648",
        "4294967296",
        "18446744073709551616",
        "1e308",
    ];
    let digits: Vec<usize> = (0..bytes.len())
        .filter(|at| bytes[*at].is_ascii_digit())
        .collect();
    if !digits.is_empty() && random.below(3) > 0 {
        let at = *random.pick(&digits);
        let rest = &bytes[at..];
        let length = rest.iter().position(|it| !it.is_ascii_digit());
        let end = at + length.unwrap_or(rest.len());
        bytes.splice(at..end, random.pick(&NUMBERS).bytes());
        return;
    }
    let size = *random.pick(&[2, 4, 8]);
    let value = *random.pick(&[0, 1, 0x7F, 0x80, 0xFE, 0xFF]);
    let at = random.below(bytes.len() / size) * size;
    for byte in bytes.iter_mut().skip(at).take(size) {
        *byte = value;
    }
}

/// Puts one sector of a compound file over another.
fn swap_sectors(random: &mut Random, bytes: &mut [u8]) {
    let count = bytes.len() / 512;
    let (from, to) = (random.below(count) * 512, random.below(count) * 512);
    if bytes.len() >= 512 {
        bytes.copy_within(from..from + 512, to);
    }
}

/// Makes a file of which something is wrong.
pub(super) fn broken(random: &mut Random, samples: &[(String, Vec<u8>)]) -> (String, Vec<u8>) {
    let (name, bytes) = random.pick(samples);
    let (mut name, mut bytes) = (name.clone(), bytes.clone());
    match random.below(14) {
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
        5 if has_ending(&name, "xls") => swap_sectors(random, &mut bytes),
        5..=9 => {
            if let Some(changed) = repacked(random, &bytes) {
                return (name, changed);
            }
        }
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
    match random.below(10) {
        8 | 9 => extreme(random, bytes),
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

/// Numbers that look random: splitmix64, the same on every machine.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number below `limit`; 0 when there is none.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit.max(1)).unwrap();
        usize::try_from(self.next() % limit).unwrap()
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }

    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

/// Whether a file has this ending.
fn has_ending(name: &str, ending: &str) -> bool {
    std::path::Path::new(name)
        .extension()
        .is_some_and(|it| it == ending)
}
