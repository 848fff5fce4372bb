//! `rollcall demo`
//!
//! The story of one day, 8 October 2020, on invented data. Every step is an ordinary command, printed
//! before it runs, so that reading along teaches the program. The clock stands at the days of the
//! story; the outcome is the same on every machine.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::context::{Context, Environment, Writing};
use crate::error::{Error, Exit};

/// Show the whole story on invented data: programme, sign-ups, lists, reports
///
/// Everything is written into a new folder, where you can go on by yourself.
#[derive(Debug, clap::Args)]
#[command(before_help = "Examples:
  rollcall demo
  rollcall demo --lang de somewhere/else")]
pub(super) struct DemoArgs {
    /// The folder; must be new or empty [default: rollcall-demo]
    folder: Option<PathBuf>,
}

/// The files of the story.
const FILES: &[(&str, &[u8])] = &[
    (
        "programme.csv",
        include_bytes!("../../fixtures/demo/programme.csv"),
    ),
    (
        "organisations.csv",
        include_bytes!("../../fixtures/demo/organisations.csv"),
    ),
    (
        "anmeldung_msforms.csv",
        include_bytes!("../../fixtures/demo/anmeldung_msforms.csv"),
    ),
    (
        "registration_google_forms.csv",
        include_bytes!("../../fixtures/demo/registration_google_forms.csv"),
    ),
    (
        "anwesenheit_bar.csv",
        include_bytes!("../../fixtures/demo/anwesenheit_bar.csv"),
    ),
    (
        "zoom_plenary.csv",
        include_bytes!("../../fixtures/demo/zoom_plenary.csv"),
    ),
    (
        "teams_session_a.csv",
        include_bytes!("../../fixtures/demo/teams_session_a.csv"),
    ),
    (
        "teams_session_b_deutsch.csv",
        include_bytes!("../../fixtures/demo/teams_session_b_deutsch.csv"),
    ),
    (
        "LearningDashboard_bar-2_2020-10-08.csv",
        include_bytes!("../../fixtures/demo/LearningDashboard_bar-2_2020-10-08.csv"),
    ),
];

/// Where the rejected rows go.
const REJECTS: &str = "wrong.csv";

/// Where the dossier goes.
const DOSSIER: &str = "dossier";

/// A step: when, what there is to say, and the command.
struct Step {
    now: &'static str,
    says: &'static str,
    command: &'static [&'static str],
}

const fn step(now: &'static str, says: &'static str, command: &'static [&'static str]) -> Step {
    Step { now, says, command }
}

const AUTUMN: &str = "2020-10-06T18:00:00+02:00";
const EVE: &str = "2020-10-07T17:00:00+02:00";
const DAY: &str = "2020-10-08T11:20:00+02:00";
const LATER: &str = "2020-10-08T11:45:00+02:00";
const AFTER: &str = "2020-10-09T09:00:00+02:00";

const STORY: &[Step] = &[
    step(AUTUMN, "One file holds everything.", &["init"]),
    step(
        AUTUMN,
        "The programme of the day, and what is known of the organisations.",
        &["import", "programme.csv", "organisations.csv"],
    ),
    step(
        AUTUMN,
        "Two forms were used. What is in the first one?",
        &["inspect", "anmeldung_msforms.csv", "--rows", "2"],
    ),
    step(
        AUTUMN,
        "Look before you leap: a dry run is the real run, rolled back.",
        &[
            "import",
            "anmeldung_msforms.csv",
            "registration_google_forms.csv",
            "--dry-run",
        ],
    ),
    step(
        AUTUMN,
        "Both forms at once. Rows that cannot be taken go to a file of their own.",
        &[
            "import",
            "anmeldung_msforms.csv",
            "registration_google_forms.csv",
            "--rejects",
            REJECTS,
        ],
    ),
    step(
        AUTUMN,
        "The same file again changes nothing; but now the organiser says what \"Session D\" was.",
        &[
            "import",
            "registration_google_forms.csv",
            "--map",
            "Session D: Digital tools=session:breakout-b",
        ],
    ),
    step(
        AUTUMN,
        "What could not be told for sure is asked.",
        &["review"],
    ),
    step(
        AUTUMN,
        "The first is as it should be.",
        &["review", "1", "keep"],
    ),
    step(
        AUTUMN,
        "The second is one person with two addresses; the answer is remembered.",
        &["review", "2", "person", "Katrin Lindner"],
    ),
    step(
        EVE,
        "Somebody withdraws, and the first of the waiting list moves up.",
        &[
            "signup",
            "cancel",
            "Birthe Klüver",
            "--session",
            "breakout-c",
        ],
    ),
    step(EVE, "A mistake? Take it back.", &["undo"]),
    step(
        EVE,
        "No mistake after all: an undo can be undone.",
        &["undo", "7"],
    ),
    step(EVE, "Every step is on record.", &["history"]),
    step(
        EVE,
        "The list to print for the full session.",
        &[
            "report",
            "sign-in",
            "--session",
            "breakout-c",
            "--blank",
            "2",
        ],
    ),
    step(
        DAY,
        "At the door, by name or by address.",
        &[
            "check-in",
            "Sabine Reuter",
            "Holger Brandes",
            "Carola Buschkamp",
            "Inken Dahlmeier",
            "Beatrix Kohlgruber",
            "Giulia Montefalco",
            "Dorothea Munkelt",
            "Janine Rothfuchs",
            "lukasz.sliwinski@zielona-stal.example.com",
            "Rainer Sollbach",
            "Käthe Süßmühl",
            "Nuria Valcárcel",
            "Pia Zollernbeck",
            "--session",
            "breakout-c",
            "--at",
            "11:12",
        ],
    ),
    step(
        LATER,
        "One of them left early, one comes late without having signed up, one told us.",
        &[
            "check-in",
            "Rainer Sollbach",
            "--session",
            "breakout-c",
            "--out",
            "--at",
            "11:30",
        ],
    ),
    step(
        LATER,
        "",
        &[
            "check-in",
            "Svenja Lohmeier",
            "--session",
            "breakout-c",
            "--at",
            "11:40",
        ],
    ),
    step(
        LATER,
        "",
        &[
            "check-in",
            "Thijs Verhoogen",
            "--session",
            "breakout-c",
            "--excused",
        ],
    ),
    step(
        LATER,
        "While the session runs: who is here, and who is not yet?",
        &["report", "attendance", "--session", "breakout-c"],
    ),
    step(
        AFTER,
        "Next day: the list that somebody kept in the first bar, with a slip of the pen and a guest.",
        &["import", "anwesenheit_bar.csv", "--session", "bar-1"],
    ),
    step(AFTER, "", &["review"]),
    step(AFTER, "", &["review", "3", "same"]),
    step(AFTER, "", &["review", "4", "new"]),
    step(
        AFTER,
        "Every online room has left its log. What did the plenary's write down?",
        &["inspect", "zoom_plenary.csv"],
    ),
    step(
        AFTER,
        "All rooms at once: Zoom, Teams in English and in German, BigBlueButton. Each log finds its session.",
        &[
            "import",
            "zoom_plenary.csv",
            "teams_session_a.csv",
            "teams_session_b_deutsch.csv",
            "LearningDashboard_bar-2_2020-10-08.csv",
        ],
    ),
    step(
        AFTER,
        "Nobody is guessed: who is not certain stays themselves, and is asked about.",
        &["review"],
    ),
    step(AFTER, "Why this one?", &["review", "show", "7"]),
    step(
        AFTER,
        "It is she; a name that was answered is known in the next log.",
        &["review", "7", "same"],
    ),
    step(
        AFTER,
        "A program that takes notes is nobody.",
        &["review", "8", "nobody"],
    ),
    step(
        AFTER,
        "A journalist, not signed up; she was in Session A as well.",
        &["review", "11", "new"],
    ),
    step(
        AFTER,
        "One sat with a colleague at one screen. The organiser says so, with a reason.",
        &[
            "attendance",
            "set",
            "Volker Hasselrath",
            "breakout-b",
            "present",
            "--reason",
            "sat with a colleague",
        ],
    ),
    step(AFTER, "Is the file sound?", &["check"]),
    step(
        AFTER,
        "How many heard the keynote, minute by minute?",
        &["report", "curve", "--session", "keynote"],
    ),
    step(
        AFTER,
        "Who was there?",
        &["report", "attendance", "--session", "breakout-b"],
    ),
    step(
        AFTER,
        "",
        &["report", "attendance", "--session", "breakout-c"],
    ),
    step(AFTER, "", &["report", "attendance", "--session", "bar-1"]),
    step(AFTER, "The day in figures.", &["report", "sessions"]),
    step(
        AFTER,
        "Everything the day leaves behind, to read, to print and to send: begin with index.html.",
        &["report", "dossier", "-o", DOSSIER],
    ),
];

/// Collects what a step writes to both streams, in the order it is written.
#[derive(Debug, Clone, Default)]
struct Screen(Rc<RefCell<Vec<u8>>>);

impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

pub(super) fn demo(context: &mut Context, args: &DemoArgs) -> Result<Exit, Error> {
    let folder = free_folder(args.folder.as_deref())?;
    context.create_folder(&folder)?;
    // The database of the demo is none of the one in use here.
    let writing = Writing {
        force: false,
        recorded: false,
    };
    for (name, bytes) in FILES {
        context.write_file(&folder.join(name), bytes, writing, Vec::new())?;
    }
    context.line(&format!("$ cd {}", folder.display()))?;
    for step in STORY {
        context.line("")?;
        if !step.says.is_empty() {
            context.line(&format!("# {}", step.says))?;
        }
        context.line(&format!("$ rollcall {}", shown_command(step.command)))?;
        let screen = Screen::default();
        let exit = super::run(environment(context, step, &folder, &screen));
        context.write(&screen.0.borrow())?;
        if !matches!(exit, Exit::Done | Exit::SetAside) {
            return Err(
                Error::new("a step of the demo failed; this is a defect of the program")
                    .caused_by(format!("rollcall {}", shown_command(step.command))),
            );
        }
    }
    context.line("")?;
    context.say(&format!(
        "everything is in {}; go on by yourself there, or delete it",
        folder.display()
    ))?;
    Ok(Exit::Done)
}

/// Returns a folder that is empty or not there yet.
fn free_folder(named: Option<&Path>) -> Result<PathBuf, Error> {
    let is_free = |path: &Path| {
        std::fs::read_dir(path).map_or(!path.exists(), |mut entries| entries.next().is_none())
    };
    let folder = match named {
        Some(path) if is_free(path) => path.to_owned(),
        Some(path) => {
            return Err(Error::new(format!("`{}` is not empty", path.display()))
                .hinted("name a new folder: rollcall demo FOLDER"));
        }
        None => std::iter::once("rollcall-demo".to_owned())
            .chain((2..1000).map(|number| format!("rollcall-demo-{number}")))
            .map(PathBuf::from)
            .find(|path| is_free(path))
            .ok_or_else(|| Error::new("there are a thousand demos here already"))?,
    };
    Ok(folder)
}

/// Returns a command as one would type it.
fn shown_command(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| {
            if word.contains([' ', '=']) {
                format!("\"{word}\"")
            } else {
                (*word).to_owned()
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Returns the outside world of one step: its clock, its file, its folder.
fn environment(context: &Context, step: &Step, folder: &Path, screen: &Screen) -> Environment {
    let mut arguments: Vec<OsString> = vec!["rollcall".into(), "--color".into(), "never".into()];
    for word in step.command {
        let is_made = *word == REJECTS || (*word == DOSSIER && arguments.ends_with(&["-o".into()]));
        let is_file = is_made || FILES.iter().any(|(name, _)| name == word);
        arguments.push(if is_file {
            folder.join(word).into_os_string()
        } else {
            word.into()
        });
    }
    let language = context.language.code();
    let variables: HashMap<OsString, OsString> = [
        (
            "ROLLCALL_DB".into(),
            folder.join("rollcall.db").into_os_string(),
        ),
        ("ROLLCALL_NOW".into(), step.now.into()),
        ("ROLLCALL_LANG".into(), language.into()),
        ("TZ".into(), "Europe/Berlin".into()),
    ]
    .into();
    Environment {
        arguments,
        variables,
        stdin: Box::new(std::io::empty()),
        stdout: Box::new(screen.clone()),
        stderr: Box::new(screen.clone()),
        stdin_is_terminal: false,
        stdout_is_terminal: false,
        stderr_is_terminal: false,
        terminal_width: None,
    }
}
