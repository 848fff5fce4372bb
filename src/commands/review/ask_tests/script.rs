//! A file with questions, and an asker that answers from a script.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, Write};
use std::rc::Rc;

use super::super::ask::{Asker, Reply, ask};
use super::super::on_file::OnFile;
use crate::context::{Context, Environment, Globals, Talk};
use crate::error::{Error, Exit};
use crate::model::{Resolution, ReviewState};
use crate::output::{Format, Language};
use crate::store::Store;

pub(super) const PROGRAMME: &str = "\
event,slug,title,kind,start,end,capacity,timezone
autumn,,Autumn meeting,event,2020-10-08T10:00:00+02:00,2020-10-08T18:00:00+02:00,,Europe/Berlin
autumn,opening,Opening,plenary,2020-10-08T10:00:00+02:00,2020-10-08T11:00:00+02:00,,
autumn,a,Session A,breakout,2020-10-08T11:15:00+02:00,2020-10-08T12:30:00+02:00,,
autumn,b,Session B,breakout,2020-10-08T11:15:00+02:00,2020-10-08T12:30:00+02:00,,
";

pub(super) const FORM: &str = "\
Timestamp;Name;E-Mail;Organisation;Session
2020-09-10 10:00;Anna Amsel;anna@nord.example.org;Cluster Nord;A
2020-09-10 10:01;Anna Amsel;anna@sued.example.org;Photonik Süd;A
2020-09-10 10:02;Hans Habicht;hans@nord.example.org;Cluster Nord;A, B
2020-09-10 10:03;Jan Becker;jan@nord.example.org;Cluster Nord;B
";

/// A step of the dialogue.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// Chooses the choice that begins like this.
    Choose(&'static str),
    /// Types this.
    Type(&'static str),
    /// Presses Esc.
    Back,
    /// Presses Ctrl-C.
    Stop,
}

/// Answers from a list, and records what was offered.
struct Script {
    steps: VecDeque<Step>,
    offered: Vec<Vec<String>>,
    asked: Vec<String>,
}

impl Asker for Script {
    fn choose(&mut self, question: &str, choices: &[String]) -> Result<Reply<usize>, Error> {
        self.asked.push(question.to_owned());
        self.offered.push(choices.to_vec());
        Ok(match self.steps.pop_front().unwrap() {
            Step::Choose(start) => Reply::Said(
                choices
                    .iter()
                    .position(|choice| choice.starts_with(start))
                    .unwrap_or_else(|| panic!("no `{start}` in {choices:#?}")),
            ),
            Step::Back => Reply::Back,
            Step::Stop => Reply::Stop,
            Step::Type(word) => panic!("`{word}` is typed where something is chosen"),
        })
    }

    fn name(&mut self, _: &str, on_file: &OnFile) -> Result<Reply<String>, Error> {
        Ok(match self.steps.pop_front().unwrap() {
            // The first suggestion, as with the arrow key and Enter.
            Step::Choose(typed) => Reply::Said(on_file.like(typed).remove(0)),
            Step::Type(word) => Reply::Said(word.to_owned()),
            Step::Back => Reply::Back,
            Step::Stop => Reply::Stop,
        })
    }
}

#[derive(Clone, Default)]
struct Stream(Rc<RefCell<Vec<u8>>>);

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A file with questions.
pub(super) struct Desk {
    folder: tempfile::TempDir,
}

/// The result of a dialogue.
pub(super) struct Talked {
    pub(super) said: String,
    pub(super) written: String,
    pub(super) offered: Vec<Vec<String>>,
    /// The prompts above the choices.
    pub(super) asked: Vec<String>,
}

impl Desk {
    pub(super) fn new(files: &[(&str, &str, &[&str])]) -> Self {
        let desk = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        desk.run(&["init"]);
        for (name, content, further) in files {
            let path = desk.folder.path().join(name);
            std::fs::write(&path, content).unwrap();
            let mut line = vec!["import", path.to_str().unwrap()];
            line.extend(*further);
            desk.run(&line);
        }
        desk
    }

    /// A conflict, then three stays: of one of two namesakes, of a similar name, of a program.
    pub(super) fn with_questions() -> Self {
        Self::new(&[
            ("programme.csv", PROGRAMME, &[]),
            ("form.csv", FORM, &["--as", "signups"]),
            (
                "present.csv",
                "Name;Organisation\nAnna Amsel;Leichtbau West\nHanz Habicht;Leichtbau West\nread.ai meeting notes;\n",
                &["--as", "attendance", "--session", "opening"],
            ),
        ])
    }

    fn environment(&self, arguments: &[&str], screen: &Stream, results: &Stream) -> Environment {
        let database = self.folder.path().join("rollcall.db");
        let variables = [
            ("ROLLCALL_NOW", "2020-10-08T11:30:00+02:00".into()),
            ("TZ", "Europe/Berlin".into()),
            ("ROLLCALL_DB", database.into_os_string()),
        ];
        Environment {
            arguments: std::iter::once(&"rollcall")
                .chain(arguments)
                .map(Into::into)
                .collect(),
            variables: variables
                .into_iter()
                .map(|(name, value)| (name.into(), value))
                .collect(),
            stdin: Box::new(io::empty()),
            stdout: Box::new(results.clone()),
            stderr: Box::new(screen.clone()),
            stdin_is_terminal: false,
            stdout_is_terminal: false,
            stderr_is_terminal: false,
            terminal_width: None,
            system_language: None,
        }
    }

    pub(super) fn run(&self, arguments: &[&str]) -> String {
        let (screen, results) = (Stream::default(), Stream::default());
        let code = crate::commands::run(self.environment(arguments, &screen, &results)).code();
        let said = String::from_utf8(screen.0.take()).unwrap();
        assert!([0, 3].contains(&code), "{arguments:?}: {said}");
        String::from_utf8(results.0.take()).unwrap()
    }

    /// Returns whether the user would be asked.
    pub(super) fn may_ask(
        &self,
        talk: Talk,
        format: Option<Format>,
        change: fn(&mut Environment),
    ) -> bool {
        let mut environment = self.environment(&[], &Stream::default(), &Stream::default());
        environment.stdin_is_terminal = true;
        environment.stdout_is_terminal = true;
        environment.stderr_is_terminal = true;
        change(&mut environment);
        let globals = Globals {
            database: None,
            event: None,
            author: None,
            format,
            language: None,
            talk,
            color: None,
        };
        let Ok(context) = Context::new(environment, globals) else {
            panic!("the context is refused");
        };
        context.may_ask()
    }

    pub(super) fn talk(&self, language: Language, dry_run: bool, steps: &[Step]) -> Talked {
        let (screen, results) = (Stream::default(), Stream::default());
        let globals = Globals {
            database: None,
            event: None,
            author: None,
            format: None,
            language: Some(language),
            talk: Talk::Normal,
            color: None,
        };
        let environment = self.environment(&["review"], &screen, &results);
        let Ok(mut context) = Context::new(environment, globals) else {
            panic!("the context is refused");
        };
        let mut script = Script {
            steps: steps.iter().cloned().collect(),
            offered: Vec::new(),
            asked: Vec::new(),
        };
        let exit = ask(&mut context, &mut script, dry_run).unwrap();
        assert_eq!(exit, Exit::Done);
        assert!(script.steps.is_empty(), "never asked: {:?}", script.steps);
        let said = String::from_utf8(screen.0.take()).unwrap();
        let written = String::from_utf8(results.0.take()).unwrap();
        Talked {
            said,
            written,
            offered: script.offered,
            asked: script.asked,
        }
    }

    pub(super) fn store(&self) -> Store {
        Store::open(&self.folder.path().join("rollcall.db")).unwrap()
    }

    /// Returns every question's answer, empty while it is open.
    pub(super) fn answers(&self) -> Vec<String> {
        let reviews = self.store().read().reviews().unwrap();
        let answer = |state, answer: Option<Resolution>| match state {
            ReviewState::Open => String::new(),
            ReviewState::Answered => answer.unwrap().message().in_english(),
        };
        reviews
            .into_iter()
            .map(|review| answer(review.state, review.answer))
            .collect()
    }
}
