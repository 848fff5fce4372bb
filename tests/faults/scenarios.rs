//! Every command that writes, and the folder it is given in.

use std::path::Path;

use super::{folder, tracer};
use crate::support::fixtures;

/// The day before the meeting, and the day after it.
const BEFORE: &str = "2020-10-07T10:00:00+02:00";
const AFTER: &str = "2020-10-09T09:00:00+02:00";

/// What there is before a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// The files of the demo, and no file of ours.
    Nothing,
    /// A new file.
    Empty,
    /// A meeting with sign-ups, open questions, outputs of an earlier day and a copy.
    Meeting,
}

/// A command and where it is given.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scenario {
    pub(super) start: Start,
    pub(super) now: &'static str,
    pub(super) line: &'static str,
    /// Whether it may stop in the middle and say so the next time: a folder of its own, all or nothing by hand.
    pub(super) is_story: bool,
}

impl Scenario {
    /// Returns the command's words; `'` holds together what has blanks in it.
    pub(super) fn command(&self) -> Vec<&'static str> {
        let mut words = Vec::new();
        for (index, part) in self.line.split('\'').enumerate() {
            if index % 2 == 1 {
                words.push(part);
            } else {
                words.extend(part.split_whitespace());
            }
        }
        words
    }
}

const fn on(start: Start, now: &'static str, line: &'static str) -> Scenario {
    Scenario {
        start,
        now,
        line,
        is_story: false,
    }
}

const fn meeting(line: &'static str) -> Scenario {
    on(Start::Meeting, BEFORE, line)
}

const fn afterwards(line: &'static str) -> Scenario {
    on(Start::Meeting, AFTER, line)
}

/// All of them.
pub(super) const SCENARIOS: &[Scenario] = &[
    on(Start::Nothing, BEFORE, "init"),
    on(
        Start::Empty,
        BEFORE,
        "import programme.csv organisations.csv",
    ),
    on(
        Start::Empty,
        BEFORE,
        "import programme.csv anmeldung_msforms.csv registration_google_forms.csv --rejects wrong.csv",
    ),
    meeting(
        "import registration_google_forms.csv --rejects rejects.csv --map 'Session D: Digital tools=session:breakout-b'",
    ),
    meeting("import more.csv --strict"),
    afterwards("import zoom_plenary.csv teams_session_a.csv"),
    afterwards("import zoom_plenary.csv --minimal"),
    afterwards("import anwesenheit_bar.csv --session bar-1"),
    meeting("review 2 person 8"),
    meeting("review 1 keep"),
    meeting("signup add 1 --session bar-3"),
    meeting("signup cancel 'Birthe Klüver' --session breakout-c"),
    meeting("signup move 1 --from breakout-c --to breakout-b"),
    meeting("person add 'Dr. Nora Neu' --email nora.neu@example.org --organisation 'Neue Werke'"),
    meeting("person edit 3 --phone '+49 30 5550101' --organisation 'Textilring Vogtland'"),
    meeting("person alias 3 'Annegret von nebenan'"),
    meeting("person merge 5 3"),
    meeting("person forget 5 --yes --mentions remove"),
    afterwards("person forget 2 --yes --mentions keep"),
    meeting("organisation add 'Cluster Nord' --short-name CN"),
    meeting("organisation edit 1 --country DE"),
    meeting("organisation alias 1 'Eine andere'"),
    meeting("organisation merge 2 1"),
    meeting("event add 'Spring meeting' --start '2021-04-15 09:00' --end 12:00"),
    meeting("event edit go-cluster-2020 --place Berlin"),
    meeting("session add 'Session D' --slug d --start 11:15 --end 12:30 --capacity 5"),
    meeting("session edit breakout-c --capacity 40"),
    meeting("session remove breakout-c"),
    meeting("session cancel breakout-c"),
    meeting("history prune --yes"),
    meeting("signup remove 12"),
    meeting("person remove 12"),
    on(
        Start::Meeting,
        "2020-10-08T11:30:00+02:00",
        "check-in 1 2 3 --session breakout-c --at 11:20",
    ),
    afterwards("attendance set 1 breakout-a present --reason because"),
    afterwards("attendance clear 2 breakout-a"),
    meeting("undo"),
    meeting("undo 6"),
    meeting("undo 3"),
    meeting("backup new-copy.db"),
    meeting("restore copy.db --db another.db"),
    meeting("restore copy.db --force"),
    afterwards("report attendance -o attendance.txt"),
    afterwards("report attendance --by person -o attendance.csv"),
    afterwards("report organisations -o organisations.json"),
    afterwards("report curve -o curve.jsonl"),
    afterwards("report sessions -o sessions.html --template letterhead.html"),
    afterwards("report no-shows -o no-shows.md"),
    afterwards("report sessions -o sessions.xlsx"),
    afterwards("report attendance --format xlsx"),
    afterwards("report event -o event.html"),
    afterwards("report certificate --all -o certificates.html"),
    meeting("export people -o people.csv"),
    meeting("export signups"),
    meeting("export programme -o programme.ics"),
    meeting("export all -o all"),
    meeting("export all -o all.xlsx"),
    afterwards("report dossier -o dossier"),
    Scenario {
        is_story: true,
        ..on(Start::Nothing, BEFORE, "demo story")
    },
];

/// What is done before, from the empty file on; the earlier outputs among it differ from those of the
/// scenarios, so that old and new can be told apart.
const HISTORY: &[(&str, &str)] = &[
    (BEFORE, "import programme.csv organisations.csv"),
    (
        BEFORE,
        "import anmeldung_msforms.csv registration_google_forms.csv",
    ),
    (AFTER, "import teams_session_b_deutsch.csv"),
    (AFTER, "report attendance -o attendance.txt"),
    (AFTER, "report attendance --by person -o attendance.csv"),
    (AFTER, "report organisations -o organisations.json"),
    (AFTER, "report curve -o curve.jsonl"),
    (AFTER, "report sessions -o sessions.html"),
    (AFTER, "report no-shows -o no-shows.md"),
    (AFTER, "report sessions -o sessions.xlsx"),
    (AFTER, "report event -o event.html"),
    (AFTER, "report certificate --all -o certificates.html"),
    (BEFORE, "export people -o people.csv"),
    (BEFORE, "export programme -o programme.ics"),
    (BEFORE, "export all -o all"),
    (BEFORE, "export all -o all.xlsx"),
    (AFTER, "report dossier -o dossier"),
    (BEFORE, "backup copy.db"),
    (
        BEFORE,
        "person edit 4 --title Dr. --organisation 'Andere Werke'",
    ),
    (
        BEFORE,
        "session edit breakout-b --capacity 25 --room 'Saal 2'",
    ),
    (BEFORE, "signup cancel 4"),
    (
        AFTER,
        "attendance set 2 breakout-a present --reason because",
    ),
];

/// A form with a row that is new to the meeting.
const MORE: &str = "Registration time;Name;Email;Organisation;Session\n\
    2020-10-01 08:00;Anna Fuchs;anna@fuchs.example.org;Fuchsbau;Session B: The role of clusters in economic recovery\n";

/// The folders that commands start from, by what is there.
pub(super) struct Starts {
    nothing: tempfile::TempDir,
    empty: tempfile::TempDir,
    meeting: tempfile::TempDir,
}

impl Starts {
    /// Makes them.
    pub(super) fn new() -> Self {
        let nothing = tempfile::tempdir().unwrap();
        folder::copy(&fixtures().join("demo"), nothing.path());
        std::fs::write(nothing.path().join("more.csv"), MORE).unwrap();
        std::fs::create_dir(nothing.path().join("tmp")).unwrap();
        let empty = tempfile::tempdir().unwrap();
        folder::copy(nothing.path(), empty.path());
        done(empty.path(), BEFORE, "init");
        let meeting = tempfile::tempdir().unwrap();
        folder::copy(empty.path(), meeting.path());
        for (now, line) in HISTORY {
            done(meeting.path(), now, line);
        }
        Self {
            nothing,
            empty,
            meeting,
        }
    }

    /// Copies what there is into another folder, as if it had always been there.
    pub(super) fn copy(&self, start: Start, to: &Path) {
        let from = self.path(start);
        folder::copy(from, to);
        if start != Start::Nothing {
            folder::move_record(from, to);
        }
    }

    fn path(&self, start: Start) -> &Path {
        match start {
            Start::Nothing => self.nothing.path(),
            Start::Empty => self.empty.path(),
            Start::Meeting => self.meeting.path(),
        }
    }
}

/// Gives a command that must be done.
fn done(folder: &Path, now: &'static str, line: &'static str) {
    let command = on(Start::Nothing, now, line).command();
    let run = tracer::run(folder, now, &command, None);
    assert!([0, 3].contains(&run.code), "{line}: {}", run.stderr);
}
