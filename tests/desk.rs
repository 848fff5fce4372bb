//! A file of ours and the program in this very process, for tests that need hundreds of runs.
//!
//! `support` runs the real binary, and is what most tests should use; starting it a thousand times
//! takes minutes. Here the same command lines go through `rollcall::run`, and files through
//! `rollcall::intake`, with a clock that stands still.

use std::cell::RefCell;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use rollcall::Environment;
use rollcall::catalogue::Message;
use rollcall::import::Source;
use rollcall::intake::{self, FileOutcome, IntakeError, Request};
use rollcall::model::{Instant, time};
use rollcall::output::{self, Format, Language, Table};
use rollcall::report::exports;
use rollcall::store::{Changed, Reader, Store, StoreError};

use super::support::{NOW, Output};

/// A programme with parallel breakouts, two of them with few places, and bars to drop in.
pub(crate) const PROGRAMME: &str = "\
event,slug,title,kind,start,end,capacity,drop_in,room,speakers,timezone,place,rule
autumn,,\"Autumn meeting\",event,2020-10-08T10:00:00+02:00,2020-10-08T18:00:00+02:00,,,,,Europe/Berlin,Online,
autumn,opening,Opening,plenary,2020-10-08T10:00:00+02:00,2020-10-08T11:00:00+02:00,,no,,Regine Ahlersberg (moderator),,,
autumn,breakout-a,Session A: Public relations,breakout,2020-10-08T11:15:00+02:00,2020-10-08T12:30:00+02:00,2,no,Room A,Jörg Weiß; Iris Tannhof (moderator),,,50%
autumn,breakout-b,Session B: Economic recovery,breakout,2020-10-08T11:15:00+02:00,2020-10-08T12:30:00+02:00,,no,Room B,,,,
autumn,breakout-c,Session C: Human resources,breakout,2020-10-08T11:15:00+02:00,2020-10-08T12:30:00+02:00,1,no,,,,,15min
autumn,bar-1,Bar 1: Harbour Pub,networking,2020-10-08T16:00:00+02:00,2020-10-08T17:00:00+02:00,,yes,,,,,any
autumn,bar-2,Bar 2: Wine Parlour,networking,2020-10-08T16:00:00+02:00,2020-10-08T17:00:00+02:00,3,yes,,,,,any
";

/// What can be exported, in the order `export all` writes it.
pub(crate) const EXPORTS: [&str; 5] = [
    "programme",
    "organisations",
    "people",
    "signups",
    "attendance",
];

/// A file of ours in a folder of its own.
#[derive(Debug)]
pub(crate) struct Desk {
    folder: tempfile::TempDir,
    store: Store,
    now: Instant,
}

impl Desk {
    /// Makes an empty file.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&folder.path().join("rollcall.db")).unwrap();
        Self {
            folder,
            store,
            now: now(),
        }
    }

    /// Makes a file of the bytes of another.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rollcall.db");
        std::fs::write(&path, bytes).unwrap();
        let store = Store::open(&path).unwrap();
        Self {
            folder,
            store,
            now: now(),
        }
    }

    /// Makes a file with a programme.
    pub(crate) fn with_programme(programme: &str) -> Self {
        let mut desk = Self::new();
        let outcome = desk.import("programme.csv", programme.as_bytes());
        assert_eq!(
            outcome.value[0].rejected, 0,
            "{:?}",
            outcome.value[0].problems
        );
        desk
    }

    /// Sets the clock.
    pub(crate) fn set_now(&mut self, now: &str) {
        self.now = time::from_text(now).unwrap();
    }

    /// Returns the folder.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Returns where the file is.
    pub(crate) fn database(&self) -> PathBuf {
        self.store.path().to_owned()
    }

    /// Returns a view of the file.
    pub(crate) fn read(&self) -> Reader<'_> {
        self.store.read()
    }

    /// Returns all data as text.
    pub(crate) fn dump(&self) -> String {
        self.read().dump().unwrap()
    }

    /// Holds that the file is sound.
    #[track_caller]
    pub(crate) fn check(&self) {
        let checked = self.store.check(self.now).unwrap();
        assert_eq!(checked.problems, []);
    }

    /// Imports one file, which must be readable; holds that its counts add up.
    #[track_caller]
    pub(crate) fn import(&mut self, name: &str, bytes: &[u8]) -> Changed<Vec<FileOutcome>> {
        self.import_as(&[(name, bytes)], &request()).unwrap()
    }

    /// Imports files in one call; holds that their counts add up.
    #[track_caller]
    pub(crate) fn import_as(
        &mut self,
        files: &[(&str, &[u8])],
        request: &Request,
    ) -> Result<Changed<Vec<FileOutcome>>, IntakeError> {
        let sources: Vec<Source> = files
            .iter()
            .map(|(name, bytes)| Source::from_reader(name, *bytes).unwrap())
            .collect();
        let changed = intake::import(&mut self.store, &sources, request, self.now, |_| {})?;
        for outcome in &changed.value {
            adds_up(outcome);
        }
        Ok(changed)
    }

    /// Returns one export as CSV.
    pub(crate) fn export(&self, what: &str) -> String {
        let reader = self.read();
        let table: Result<Table, StoreError> = match what {
            "programme" => exports::programme(&reader, None, Language::En),
            "organisations" => exports::organisations(&reader, None, Language::En),
            "people" => exports::people(&reader, None, Language::En),
            "signups" => exports::signups(&reader, None, Language::En),
            "attendance" => exports::attendance(&reader, None, Language::En),
            other => panic!("no export {other}"),
        };
        let bytes =
            output::render(&table.unwrap(), Format::Csv, &output::Options::default()).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    /// Returns all exports as CSV, in the order of [`EXPORTS`].
    pub(crate) fn exports(&self) -> Vec<(&'static str, String)> {
        EXPORTS
            .iter()
            .map(|what| (*what, self.export(what)))
            .collect()
    }

    /// Runs a command line on the file.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        let database = self.database();
        let mut line = vec!["rollcall", "--db", database.to_str().unwrap()];
        line.extend(arguments);
        run_at(&line, self.now)
    }

    /// Runs a line as one types it.
    pub(crate) fn line(&self, line: &str) -> Output {
        let words = shlex::split(line).unwrap();
        self.run(&words.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

/// Returns an import with nothing said.
pub(crate) fn request() -> Request {
    Request::new(chrono_tz::Europe::Berlin)
}

/// Returns the moment at which everything happens, unless a test says otherwise.
pub(crate) fn now() -> Instant {
    time::from_text(NOW).unwrap()
}

/// Holds that every row has exactly one fate.
#[track_caller]
pub(crate) fn adds_up(outcome: &FileOutcome) {
    let sum = outcome.created
        + outcome.updated
        + outcome.unchanged
        + outcome.review
        + outcome.rejected
        + outcome.skipped;
    assert_eq!(sum, outcome.rows, "{outcome:?}");
    assert_eq!(outcome.problems.len(), outcome.rejected, "{outcome:?}");
}

/// Runs a command line in this process.
pub(crate) fn run(line: &[&str]) -> Output {
    run_at(line, now())
}

fn run_at(line: &[&str], now: Instant) -> Output {
    let now = time::to_utc_text(now);
    let (stdout, stderr) = (Stream::default(), Stream::default());
    let variables = [
        ("ROLLCALL_NOW", now.as_str()),
        ("TZ", "Europe/Berlin"),
        ("LANG", "en_GB.UTF-8"),
    ];
    let code = rollcall::run(Environment {
        arguments: line.iter().map(Into::into).collect(),
        variables: variables
            .iter()
            .map(|(name, value)| (name.into(), value.into()))
            .collect(),
        stdin: Box::new(io::empty()),
        stdout: Box::new(stdout.clone()),
        stderr: Box::new(stderr.clone()),
        stdin_is_terminal: false,
        stdout_is_terminal: false,
        stderr_is_terminal: false,
        terminal_width: None,
        system_language: None,
    });
    Output {
        stdout: stdout.text(),
        stderr: stderr.text(),
        code: code.into(),
    }
}

/// Keeps what is written.
#[derive(Debug, Clone, Default)]
struct Stream(Rc<RefCell<Vec<u8>>>);

impl Stream {
    fn text(&self) -> String {
        String::from_utf8(self.0.borrow().clone()).unwrap()
    }
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns what is said of a file.
pub(crate) fn notes(outcome: &FileOutcome) -> Vec<String> {
    let notes = outcome.notes.iter();
    notes.map(Message::in_english).collect()
}
