//! Turns sign-up forms and meeting logs into attendance lists and reports.
//!
//! # Map
//!
//! | room | purpose | may use |
//! | --- | --- | --- |
//! | [`commands`] | one file per command: its options, what it calls, what it shows | all below |
//! | [`context`], [`error`] | streams, clock, language; kind, cause and hints | all below |
//! | [`intake`] | decides what a row or an instruction changes in the file | `import`, `store`, and below |
//! | [`report`] | turns a question into a table | `store`, `output`, and below |
//! | [`import`] | turns records into rows | `read`, `formats`, `identity`, `output` (the guard, the headings of exports, the names of a workbook's tables), `model` |
//! | [`read`] | turns bytes into records | `formats`, `output` |
//! | [`formats`] | the vocabulary of columns and cells | `identity` |
//! | [`store`] | the SQLite file; only this module has a connection | `identity`, `model` |
//! | [`identity`] | decides who is meant: keys, matching, suggestions | `model` |
//! | [`attendance`] | turns stays into verdicts: arithmetic on intervals | `model` |
//! | [`programme`] | places, waiting list, conflicts | `model` |
//! | [`output`] | turns a table into text, CSV, JSON, Markdown, workbooks | `catalogue` |
//! | [`catalogue`] | all texts, in every language | nothing |
//! | [`model`] | plain types and ids | nothing |
//!
//! Every room (top-level module) may use [`catalogue`]. Arrows only point down; `tests/architecture.rs` checks this.

pub mod attendance;
pub mod catalogue;
pub mod commands;
pub mod context;
pub mod error;
pub mod formats;
pub mod identity;
pub mod import;
pub mod intake;
pub mod model;
pub mod output;
pub mod programme;
pub mod read;
pub mod report;
pub mod store;

pub use context::Environment;

/// Runs the command of a whole process and returns its exit code, which is always 0 to 3.
pub fn run_process() -> u8 {
    context::keep_quiet();
    context::outlive_limits();
    let run = || Ok(commands::run_guarded(Environment::of_process()));
    match context::caught(run) {
        Ok(exit) => exit.code(),
        Err(error) => {
            // Nobody is left to report this failure to.
            let mut environment = Environment::of_process();
            let language = context::language_of(&environment);
            drop(error.write(&mut environment.stderr, language, false));
            error.exit().code()
        }
    }
}

/// Runs one command and returns its exit code.
pub fn run(environment: Environment) -> u8 {
    commands::run(environment).code()
}
