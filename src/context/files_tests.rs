use std::io::Write as _;
use std::path::Path;

use super::super::{Environment, Globals, Talk};
use super::*;
use crate::catalogue::Message;
use crate::store::Store;

/// Returns a context whose database is in a folder of its own.
fn context(folder: &Path) -> Context {
    let database = folder.join("rollcall.db");
    drop(Store::create(&database).unwrap());
    let environment = Environment {
        arguments: Vec::new(),
        variables: [("ROLLCALL_NOW".into(), "2020-10-08T11:30:00+02:00".into())].into(),
        stdin: Box::new(std::io::empty()),
        stdout: Box::new(std::io::sink()),
        stderr: Box::new(std::io::sink()),
        stdin_is_terminal: false,
        stdout_is_terminal: false,
        stderr_is_terminal: false,
        terminal_width: None,
        system_language: None,
    };
    let globals = Globals {
        database: Some(database),
        event: None,
        author: None,
        format: None,
        language: None,
        talk: Talk::Normal,
        color: None,
    };
    Context::new(environment, globals).ok().unwrap()
}

const RECORDED: Writing = Writing {
    force: false,
    recorded: true,
};

/// Writes a file; `meanwhile` runs before it is moved into place.
fn write(
    context: &mut Context,
    path: &Path,
    bytes: &[u8],
    meanwhile: impl FnOnce(),
) -> Result<(), Error> {
    context.stage(path, BTreeSet::new(), RECORDED, |file| {
        file.write_all(bytes).unwrap();
        meanwhile();
        Ok(Vec::new())
    })
}

/// A rename fails on Windows if another program holds the target open; here it fails because the target has become a
/// folder.
#[test]
fn a_file_that_cannot_be_replaced_stays_and_is_named_and_the_others_are_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut context = context(folder.path());
    let held = folder.path().join("lists.xlsx");
    let other = folder.path().join("report.html");
    let targets = [held.clone(), other.clone()];
    let written = context.together(&targets, &Delivery::default(), |context| {
        write(context, &held, b"new", || {
            std::fs::create_dir(&held).unwrap();
            std::fs::write(held.join("mine"), "mine").unwrap();
        })?;
        write(context, &other, b"new", || {})
    });
    let error = written.unwrap_err();
    let message = format!("cannot replace `{}`, which stays as it is", held.display());
    assert_eq!(error.message.in_english(), message);
    assert_eq!(error.exit().code(), 1);
    let others = "the other file of this command is written";
    assert!(
        error
            .causes
            .iter()
            .any(|cause| cause.in_english() == others),
        "{error:?}"
    );
    assert_eq!(std::fs::read(held.join("mine")).unwrap(), b"mine");
    assert_eq!(std::fs::read(other).unwrap(), b"new");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
}

#[test]
fn a_file_that_another_program_holds_open_is_to_be_closed_there() {
    let denied = std::io::ErrorKind::PermissionDenied.into();
    let error = cannot_replace(Path::new("lists.xlsx"), &denied);
    assert!(
        error.message.in_english().contains("`lists.xlsx`"),
        "{error:?}"
    );
    assert!(
        error.hints[0]
            .in_english()
            .starts_with("close it in the program"),
        "{error:?}"
    );
}

#[test]
fn no_file_is_replaced_where_one_of_them_fails() {
    let folder = tempfile::tempdir().unwrap();
    let mut context = context(folder.path());
    let paths = ["a.csv", "b.csv"].map(|name| folder.path().join(name));
    let delivery = Delivery::default();
    context
        .together(&paths, &delivery, |context| {
            paths
                .iter()
                .try_for_each(|path| write(context, path, b"old", || {}))
        })
        .unwrap();
    let failed = context.together(&paths, &delivery, |context| {
        write(context, &paths[0], b"new", || {})?;
        Err(Error::new(Message::verbatim("the disk is full")))
    });
    assert_eq!(failed.unwrap_err().message.in_english(), "the disk is full");
    for path in &paths {
        assert_eq!(std::fs::read(path).unwrap(), b"old");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
}

/// An interruption between recording and the last rename leaves some old and some new files.
#[test]
fn what_an_interrupted_command_replaced_or_not_is_replaced_by_the_next_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut context = context(folder.path());
    let path = folder.path().join("a.csv");
    write(&mut context, &path, b"old", || {}).unwrap();
    write(&mut context, &path, b"new", || {}).unwrap();
    for interrupted in ["old", "new"] {
        std::fs::write(&path, interrupted).unwrap();
        assert!(
            context
                .check_targets(std::slice::from_ref(&path), RECORDED)
                .is_ok(),
            "{interrupted}"
        );
    }
    std::fs::write(&path, "mine").unwrap();
    assert_eq!(
        context
            .check_targets(&[path], RECORDED)
            .unwrap_err()
            .exit()
            .code(),
        1
    );
}
