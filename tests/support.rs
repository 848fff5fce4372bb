//! A world of its own for every test: an empty folder, a fixed clock, an environment that holds nothing
//! of the machine's.
//!
//! Whole outputs are compared, standard output, standard error and exit code together, with files in
//! `tests/golden`; `SNAPSHOTS=overwrite cargo test` writes them anew.

use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// When everything happens, unless a test says otherwise: the morning after the demo's meeting.
pub(crate) const NOW: &str = "2020-10-09T09:00:00+02:00";

/// Two days before the demo's meeting, while people move up from waiting lists.
pub(crate) const BEFORE: &str = "2020-10-06T18:00:00+02:00";

/// What the program says of a panic.
pub(crate) const FAULT: &str = "this is a fault of the program";

/// A folder, a clock and a program.
#[derive(Debug)]
pub(crate) struct World {
    folder: tempfile::TempDir,
    now: String,
    variables: Vec<(String, String)>,
}

/// What a run wrote, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "compare the output or call .success()"]
pub(crate) struct Output {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) code: i32,
}

impl World {
    /// Makes an empty folder.
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            now: NOW.to_owned(),
            variables: Vec::new(),
        }
    }

    /// Makes a folder with a new `rollcall.db`.
    pub(crate) fn with_file() -> Self {
        let world = Self::new();
        world.run(&["init"]).success();
        world
    }

    /// Sets the clock.
    pub(crate) fn set_now(&mut self, now: &str) {
        now.clone_into(&mut self.now);
    }

    /// Sets a variable of the environment.
    pub(crate) fn set_variable(&mut self, name: &str, value: &str) {
        self.variables.push((name.to_owned(), value.to_owned()));
    }

    /// Returns the folder.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file into the folder.
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.path().join(name), content).unwrap();
    }

    /// Copies a file of `fixtures` into the folder, under its own name.
    pub(crate) fn fixture(&self, name: &str) {
        let source = fixtures().join(name);
        let target = self.path().join(source.file_name().unwrap());
        std::fs::copy(source, target).unwrap();
    }

    /// Runs the program.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.run_with_input(arguments, b"")
    }

    /// Runs the program with something on standard input.
    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_rollcall"))
            .args(arguments)
            .current_dir(self.path())
            .env_clear()
            .env("ROLLCALL_NOW", &self.now)
            .env("TZ", "Europe/Berlin")
            .env("LANG", "en_GB.UTF-8")
            .envs(self.variables.iter().cloned())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_vec();
        let writer = std::thread::spawn(move || {
            // A program that does not read closes the pipe; that is its right.
            drop(stdin.write_all(&input));
        });
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        let output = Output {
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code().unwrap(),
        };
        // A panic ends with an exit code of the contract, and is a fault all the same.
        assert!(!output.stderr.contains(FAULT), "{arguments:?}: {output}");
        output
    }

    /// Returns the content of all data tables as text (see `Reader::dump`).
    pub(crate) fn dump(&self) -> String {
        let store = rollcall::store::Store::open(&self.path().join("rollcall.db")).unwrap();
        store.read().dump().unwrap()
    }
}

impl Output {
    /// Holds that the run ended well, and returns what it wrote to standard output.
    #[track_caller]
    pub(crate) fn success(self) -> String {
        assert_eq!(self.code, 0, "{self}");
        self.stdout
    }

    /// Holds how the run ended.
    #[track_caller]
    pub(crate) fn code(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self}");
        self
    }
}

impl fmt::Display for Output {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.stdout)?;
        if !self.stderr.is_empty() {
            write!(formatter, "------- stderr -------\n{}", self.stderr)?;
        }
        if self.code != 0 {
            writeln!(formatter, "[exit status: {}]", self.code)?;
        }
        Ok(())
    }
}

/// Returns the folder of the fixtures.
pub(crate) fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// Compares a text with a file of `tests/golden`, or writes it with `SNAPSHOTS=overwrite`.
#[track_caller]
#[expect(
    clippy::needless_pass_by_value,
    reason = "reads best with an output made on the spot"
)]
pub(crate) fn golden(name: &str, actual: impl ToString) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    snapbox::Assert::new().action_env("SNAPSHOTS").eq(
        actual.to_string(),
        snapbox::Data::read_from(&path, Some(snapbox::data::DataFormat::Text)),
    );
}
