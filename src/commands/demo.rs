//! `rollcall demo`
//!
//! It plays the story of one day, 8 October 2020, with invented data. Every step is an ordinary command, printed before
//! it runs, so that readers learn the program. The clock is set to the days of the story; the outcome is the same on
//! every machine.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::arguments::shown_command;
use crate::catalogue::messages::demo as words;
use crate::catalogue::{Message, Wording};
use crate::context::{Context, Environment, Writing};
use crate::error::{Error, Exit};
use crate::message;

#[derive(Debug, clap::Args)]
pub(super) struct DemoArgs {
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

/// The file for rejected rows.
const REJECTS: &str = "wrong.csv";

/// The folder for the dossier.
const DOSSIER: &str = "dossier";

/// A step: the time, an explanation, and the command.
struct Step {
    now: &'static str,
    says: Option<Wording>,
    command: &'static [&'static str],
}

const fn step(now: &'static str, says: Option<Wording>, command: &'static [&'static str]) -> Step {
    Step { now, says, command }
}

const AUTUMN: &str = "2020-10-06T18:00:00+02:00";
const EVE: &str = "2020-10-07T17:00:00+02:00";
const DAY: &str = "2020-10-08T11:20:00+02:00";
const LATER: &str = "2020-10-08T11:45:00+02:00";
const AFTER: &str = "2020-10-09T09:00:00+02:00";

const STORY: &[Step] = &[
    step(AUTUMN, Some(words::ONE_FILE), &["init"]),
    step(
        AUTUMN,
        Some(words::PROGRAMME),
        &["import", "programme.csv", "organisations.csv"],
    ),
    step(
        AUTUMN,
        Some(words::TWO_FORMS),
        &["inspect", "anmeldung_msforms.csv", "--rows", "2"],
    ),
    step(
        AUTUMN,
        Some(words::DRY_RUN),
        &[
            "import",
            "anmeldung_msforms.csv",
            "registration_google_forms.csv",
            "--dry-run",
        ],
    ),
    step(
        AUTUMN,
        Some(words::BOTH_FORMS),
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
        Some(words::SAME_FILE_AGAIN),
        &[
            "import",
            "registration_google_forms.csv",
            "--map",
            "Session D: Digital tools=session:breakout-b",
        ],
    ),
    step(AUTUMN, Some(words::NOT_CERTAIN), &["review"]),
    step(
        AUTUMN,
        Some(words::FIRST_QUESTION),
        &["review", "1", "keep"],
    ),
    step(
        AUTUMN,
        Some(words::SECOND_QUESTION),
        &["review", "2", "person", "Katrin Lindner"],
    ),
    step(
        EVE,
        Some(words::WITHDRAWS),
        &[
            "signup",
            "cancel",
            "Birthe Klüver",
            "--session",
            "breakout-c",
        ],
    ),
    step(EVE, Some(words::MISTAKE), &["undo"]),
    step(EVE, Some(words::NO_MISTAKE), &["undo", "7"]),
    step(EVE, Some(words::HISTORY), &["history"]),
    step(
        EVE,
        Some(words::SIGN_IN),
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
        Some(words::AT_THE_DOOR),
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
        Some(words::LEFT_EARLY),
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
        None,
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
        None,
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
        Some(words::WHO_IS_HERE),
        &["report", "attendance", "--session", "breakout-c"],
    ),
    step(
        AFTER,
        Some(words::FIRST_BAR),
        &["import", "anwesenheit_bar.csv", "--session", "bar-1"],
    ),
    step(AFTER, None, &["review"]),
    step(AFTER, None, &["review", "3", "same"]),
    step(AFTER, None, &["review", "4", "new"]),
    step(AFTER, Some(words::A_LOG), &["inspect", "zoom_plenary.csv"]),
    step(
        AFTER,
        Some(words::ALL_ROOMS),
        &[
            "import",
            "zoom_plenary.csv",
            "teams_session_a.csv",
            "teams_session_b_deutsch.csv",
            "LearningDashboard_bar-2_2020-10-08.csv",
        ],
    ),
    step(AFTER, Some(words::NOBODY_IS_GUESSED), &["review"]),
    step(AFTER, Some(words::WHY_THIS_ONE), &["review", "show", "7"]),
    step(AFTER, Some(words::IT_IS_SHE), &["review", "7", "same"]),
    step(AFTER, Some(words::TAKES_NOTES), &["review", "8", "nobody"]),
    step(AFTER, Some(words::JOURNALIST), &["review", "11", "new"]),
    step(
        AFTER,
        Some(words::ONE_SCREEN),
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
    step(AFTER, Some(words::SOUND), &["check"]),
    step(
        AFTER,
        Some(words::KEYNOTE),
        &["report", "curve", "--session", "keynote"],
    ),
    step(
        AFTER,
        Some(words::WHO_WAS_THERE),
        &["report", "attendance", "--session", "breakout-b"],
    ),
    step(
        AFTER,
        None,
        &["report", "attendance", "--session", "breakout-c"],
    ),
    step(AFTER, None, &["report", "attendance", "--session", "bar-1"]),
    step(AFTER, Some(words::FIGURES), &["report", "sessions"]),
    step(
        AFTER,
        Some(words::DOSSIER),
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
    // The demo does not use the current database.
    let writing = Writing {
        force: false,
        recorded: false,
    };
    for (name, bytes) in FILES {
        context.write_file(&folder.join(name), bytes, writing, Vec::new())?;
    }
    let folder_shown = folder.display();
    context.line(Message::verbatim(format!("$ cd {folder_shown}")))?;
    for step in STORY {
        context.line(Message::verbatim(""))?;
        if let Some(says) = step.says {
            let says = says.in_language(context.language);
            context.line(Message::verbatim(format!("# {says}")))?;
        }
        let command = shown_command(step.command.iter().copied());
        context.line(Message::verbatim(format!("$ {command}")))?;
        let screen = Screen::default();
        let exit = super::run(environment(context, step, &folder, &screen));
        context.write(&screen.0.borrow())?;
        if !matches!(exit, Exit::Done | Exit::SetAside) {
            return Err(Error::new(words::STEP_FAILED).because(Message::verbatim(command)));
        }
    }
    context.line(Message::verbatim(""))?;
    context.say(message!(demo::done { folder }))?;
    Ok(Exit::Done)
}

/// Returns a folder that is empty or does not exist yet.
fn free_folder(named: Option<&Path>) -> Result<PathBuf, Error> {
    let is_free = |path: &Path| {
        std::fs::read_dir(path).map_or(!path.exists(), |mut entries| entries.next().is_none())
    };
    let folder = match named {
        Some(path) if is_free(path) => path.to_owned(),
        Some(path) => {
            let made = Error::new(message!(demo::not_empty { folder: path }));
            return Err(made.hinted(words::NEW_FOLDER));
        }
        None => std::iter::once("rollcall-demo".to_owned())
            .chain((2..1000).map(|number| format!("rollcall-demo-{number}")))
            .map(PathBuf::from)
            .find(|path| is_free(path))
            .ok_or_else(|| Error::new(words::TOO_MANY))?,
    };
    Ok(folder)
}

/// Returns the environment of one step: its clock, its file, its folder.
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
        system_language: None,
    }
}
