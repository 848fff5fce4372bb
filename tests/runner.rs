//! All integration tests, in one binary. What each file is for:

/// Runs the program in a world of its own.
mod support;

/// The arrows between the rooms.
mod architecture;
/// The demo's whole output.
mod demo;
/// Help texts, completions, manual pages.
mod help;
/// What every command promises.
mod house;
/// The README's tour.
mod readme;
/// Every sample export: its golden file, and the laws of all of them.
mod samples;
/// The same submissions by other tools give the same lists.
mod samples_alike;
/// Files that are no sign-ups: what is said of them, and that nothing changes.
mod wrong_files;

/// A file that nobody listed would never run.
#[test]
fn every_test_file_is_listed() {
    let runner = include_str!("runner.rs");
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if let Some(module) = name.strip_suffix(".rs")
            && module != "runner"
        {
            assert!(
                runner.contains(&format!("mod {module};")),
                "{name} is not listed"
            );
        }
    }
}
