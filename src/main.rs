//! Hands arguments, environment and streams to [`rollcall::run`].

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(rollcall::run(rollcall::Environment::of_process()))
}
