//! The arrows between the rooms run down only, and SQL, printing and the clock stay in theirs.

use std::path::{Path, PathBuf};

/// Each room with the rooms it may use beside the catalogue, which every room uses.
const ARROWS: &[(&str, &[&str])] = &[
    ("catalogue", &[]),
    ("model", &[]),
    ("output", &[]),
    ("identity", &["model"]),
    ("attendance", &["model"]),
    ("programme", &["model"]),
    ("formats", &["identity", "model"]),
    ("read", &["formats", "output"]),
    (
        "import",
        &["read", "formats", "identity", "output", "model"],
    ),
    ("store", &["identity", "model"]),
    (
        "intake",
        &[
            "import",
            "store",
            "attendance",
            "programme",
            "identity",
            "model",
        ],
    ),
    (
        "report",
        &[
            "store",
            "output",
            "attendance",
            "programme",
            "identity",
            "model",
        ],
    ),
    ("context", &["error", "intake", "store", "output", "model"]),
    (
        "commands",
        &[
            "context",
            "error",
            "intake",
            "report",
            "import",
            "store",
            "output",
            "identity",
            "attendance",
            "programme",
            "model",
        ],
    ),
];

pub(crate) fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_under(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

pub(crate) fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Returns the code of a file without its comments.
fn code(path: &Path) -> String {
    std::fs::read_to_string(path)
        .unwrap()
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Returns the code of a file without its comments and tests.
pub(crate) fn program(path: &Path) -> String {
    let code = code(path);
    code.split("#[cfg(test)]\nmod tests")
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn arrows_run_down_only() {
    let mut wrong = Vec::new();
    for (room, allowed) in ARROWS {
        for file in files_under(&source().join(room)) {
            let code = code(&file);
            for (start, _) in code.match_indices("crate::") {
                let rest = &code[start + "crate::".len()..];
                let used: String = rest
                    .chars()
                    .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                    .collect();
                let is_a_word = matches!(
                    used.as_str(),
                    "catalogue" | "message" | "display_in_english"
                );
                if used != *room && !is_a_word && !allowed.contains(&used.as_str()) {
                    wrong.push(format!("{}: {room} uses {used}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_is_on_the_map() {
    let map = std::fs::read_to_string(source().join("lib.rs")).unwrap();
    for entry in std::fs::read_dir(source()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            let room = path.file_name().unwrap().to_str().unwrap().to_owned();
            assert!(
                ARROWS.iter().any(|(known, _)| *known == room),
                "{room} has no arrows"
            );
            assert!(
                map.contains(&format!("[`{room}`]")),
                "{room} is not on the map in lib.rs"
            );
        }
    }
}

#[test]
fn each_thing_keeps_to_its_room() {
    let rules: &[(&str, &[&str])] = &[
        // SQL and connections.
        ("rusqlite::", &["store"]),
        // Terminal tables.
        ("comfy_table::", &["output"]),
        // CSV and spreadsheets: read in `read`, written in `output`.
        ("csv::", &["read", "output"]),
        ("calamine::", &["read"]),
        // Printing and the clock.
        ("println!", &[]),
        ("eprintln!", &[]),
        ("Utc::now", &["context"]),
    ];
    let mut wrong = Vec::new();
    for file in files_under(&source()) {
        let inside = file.strip_prefix(source()).unwrap().to_owned();
        let room = inside.iter().next().unwrap().to_str().unwrap().to_owned();
        let program = program(&file);
        for (word, rooms) in rules {
            if program.contains(word) && !rooms.contains(&room.as_str()) {
                wrong.push(format!("{}: {word}", inside.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn commands_read_one_snapshot_and_change_what_they_read() {
    let mut wrong = Vec::new();
    for room in ["commands", "context", "intake"] {
        for file in files_under(&source().join(room)) {
            let inside = file.strip_prefix(source()).unwrap().to_owned();
            if is_of_tests(&inside) {
                continue;
            }
            let program = program(&file);
            for word in [
                "store.read()",
                "store()?.read()",
                "store().read()",
                "Store::read",
            ] {
                if program.contains(word) {
                    wrong.push(format!("{}: {word}", inside.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a file holds tests alone.
pub(crate) fn is_of_tests(inside: &Path) -> bool {
    let is_test = |name: &str| name.ends_with("tests") || ["laws", "fixture"].contains(&name);
    inside
        .with_extension("")
        .iter()
        .any(|part| is_test(part.to_str().unwrap()))
}

#[test]
fn only_output_knows_what_is_said_in_which_language() {
    // Everything else takes a wording of the catalogue; where somebody's language is chosen, it is named.
    let choosing = ["context"];
    let named = ["Language::En", "Language::De", "Language::{", "Language::*"];
    let mut wrong = Vec::new();
    for file in files_under(&source()) {
        let inside = file.strip_prefix(source()).unwrap().to_owned();
        let room = inside.iter().next().unwrap().to_str().unwrap().to_owned();
        if room == "output" || choosing.contains(&room.as_str()) || is_of_tests(&inside) {
            continue;
        }
        let program = program(&file);
        for word in named.into_iter().filter(|word| program.contains(word)) {
            wrong.push(format!("{}: {word}", inside.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_one_folding_compares_what_is_read() {
    let folds = ["to_lowercase", "nfc()", "nfd()", "nfkd()"];
    let mut wrong = Vec::new();
    for room in ["import", "formats", "read"] {
        for file in files_under(&source().join(room)) {
            let inside = file.strip_prefix(source()).unwrap().to_owned();
            let name = inside.to_str().unwrap().replace('\\', "/");
            if name == "formats/fold.rs" || is_of_tests(&inside) {
                continue;
            }
            let program = program(&file);
            for (number, line) in program.lines().enumerate() {
                // Addresses are not words.
                let folds_itself = folds.iter().any(|fold| line.contains(fold));
                if folds_itself && !line.contains("email.to_lowercase()") {
                    wrong.push(format!("{name}, around line {number}: {line}"));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "use `formats::fold`:\n{}",
        wrong.join("\n")
    );
}
