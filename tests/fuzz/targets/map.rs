//! `--map`, and the other words that say how a file is read, as they are typed.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for option in ["--map", "--as", "--delimiter", "--date-order", "--timezone"] {
        let line = ["rollcall", "inspect", "list.csv", &format!("{option}={text}")];
        drop(rollcall::commands::command_line(rollcall::output::Language::En).try_get_matches_from(line));
    }
});
