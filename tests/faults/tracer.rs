//! Runs the program with one of its calls struck (see `faults.c`).

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// What happens to a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    Kill,
    KillHalf,
    KillAfter,
    Io,
    Full,
    Denied,
    Short,
    IoFromThenOn,
    FullFromThenOn,
    DeniedFromThenOn,
}

impl Action {
    pub(super) const KILLS: [Self; 3] = [Self::Kill, Self::KillHalf, Self::KillAfter];
    pub(super) const ERRORS: [Self; 7] = [
        Self::Io,
        Self::Full,
        Self::Denied,
        Self::Short,
        Self::IoFromThenOn,
        Self::FullFromThenOn,
        Self::DeniedFromThenOn,
    ];

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Kill => "kill",
            Self::KillHalf => "kill-half",
            Self::KillAfter => "kill-after",
            Self::Io => "EIO",
            Self::Full => "ENOSPC",
            Self::Denied => "EACCES",
            Self::Short => "short",
            Self::IoFromThenOn => "EIO+",
            Self::FullFromThenOn => "ENOSPC+",
            Self::DeniedFromThenOn => "EACCES+",
        }
    }

    pub(super) fn kills(self) -> bool {
        Self::KILLS.contains(&self)
    }
}

/// One call of one run, and what happens to it; the first call is number 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fault {
    pub(super) action: Action,
    pub(super) call: usize,
}

/// How a run ended.
#[derive(Debug)]
pub(super) struct Run {
    /// The exit code; 128 and the number of a signal that ended it.
    pub(super) code: i32,
    pub(super) stdout: Vec<u8>,
    pub(super) stderr: String,
    /// The calls that write or change files, a line each.
    pub(super) calls: Vec<String>,
}

impl Run {
    /// Returns the first call that was struck.
    pub(super) fn struck(&self) -> Option<&str> {
        let calls = self.calls.iter();
        calls.map(String::as_str).find(|call| call.ends_with(" <-"))
    }
}

/// Runs a command in a folder, whose `tmp` holds its temporary files.
pub(super) fn run(folder: &Path, now: &str, command: &[&str], fault: Option<Fault>) -> Run {
    let log = tempfile::NamedTempFile::new().unwrap();
    let (action, call) = match fault {
        Some(fault) => (fault.action.as_str(), fault.call),
        None => ("count", 0),
    };
    let output = Command::new(tracer())
        .arg(log.path())
        .args([action, &call.to_string()])
        .arg(env!("CARGO_BIN_EXE_rollcall"))
        .args(command)
        .current_dir(folder)
        .env_clear()
        .env("ROLLCALL_NOW", now)
        .env("TZ", "Europe/Berlin")
        .env("LANG", "en_GB.UTF-8")
        .env("TMPDIR", folder.join("tmp"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = std::fs::read_to_string(log.path()).unwrap();
    let mut calls: Vec<String> = text.lines().map(str::to_owned).collect();
    let end = calls.pop().unwrap_or_default();
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        end.starts_with("exit ") || end.starts_with("signal "),
        "the tracer failed: {stderr}"
    );
    Run {
        code: output.status.code().unwrap(),
        stdout: output.stdout,
        stderr,
        calls,
    }
}

/// Compiles the tracer, once, and returns where it is.
fn tracer() -> &'static Path {
    static TRACER: OnceLock<PathBuf> = OnceLock::new();
    TRACER.get_or_init(|| {
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/faults/faults.c");
        // Two test runs at once must not write one file.
        let name = format!("faults-{}", std::process::id());
        let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let compiled = Command::new("cc")
            .args(["-O1", "-Wall", "-Wextra", "-Werror", "-o"])
            .arg(&program)
            .arg(source)
            .output()
            .expect("a C compiler named `cc` is needed for the tests of faults");
        let said = String::from_utf8_lossy(&compiled.stderr);
        assert!(compiled.status.success(), "{source}: {said}");
        program
    })
}
