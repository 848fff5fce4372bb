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

    /// Runs the program with a line as one types it: `person add 'Anna Berg'`.
    pub(crate) fn line(&self, line: &str) -> Output {
        let words = shlex::split(line).unwrap();
        self.run(&words.iter().map(String::as_str).collect::<Vec<_>>())
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

/// Returns an export as CSV without its last column: which operations it knows is another matter than what it says.
pub(crate) fn without_age(export: &str) -> String {
    let is_age = |cell: &str| {
        let mark = |letter: char| letter.is_ascii_hexdigit() || " -".contains(letter);
        let is_mark = cell.contains('-') && cell.chars().all(mark);
        is_mark || ["as_of", "Stand des Exports"].contains(&cell)
    };
    let line = |line: &str| match line.rsplit_once([',', ';']) {
        Some((row, cell)) if is_age(cell) => format!("{row}\n"),
        _ => format!("{line}\n"),
    };
    export.lines().map(line).collect()
}

/// Returns what a written file says, but of exports which operations they know: those are more after each undo.
pub(crate) fn content_without_age(path: &Path) -> Vec<u8> {
    let name = path.file_name().and_then(|it| it.to_str()).unwrap();
    match name {
        "everything.xlsx" => rows_without_age(path).into_bytes(),
        _ if path.extension().is_some_and(|it| it == "csv") => {
            without_age(&std::fs::read_to_string(path).unwrap()).into_bytes()
        }
        _ => std::fs::read(path).unwrap(),
    }
}

/// Returns the cells of a workbook of exports without each sheet's last column.
fn rows_without_age(path: &Path) -> String {
    use calamine::Reader as _;
    let mut workbook: calamine::Xlsx<_> = calamine::open_workbook(path).unwrap();
    let mut text = String::new();
    for (name, range) in workbook.worksheets() {
        for row in range.rows() {
            let cells = row.split_last().unwrap().1;
            text.push_str(&format!("{name}: {cells:?}\n"));
        }
    }
    text
}

/// Returns the minutes from one time of day to another, as Zoom counts them: begun ones too.
pub(crate) fn zoom_minutes(from: &str, to: &str) -> i64 {
    let clock = |text: &str| {
        let twelve = chrono::NaiveTime::parse_from_str(text, "%I:%M:%S %p");
        twelve.or_else(|_| chrono::NaiveTime::parse_from_str(text, "%H:%M:%S"))
    };
    let seconds = (clock(to).unwrap() - clock(from).unwrap()).num_seconds();
    (seconds.rem_euclid(86_400) + 59) / 60
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
