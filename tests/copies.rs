//! Files that are there as a whole or not at all: new ones, backups, restored ones.

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::Command;

use age::secrecy::ExposeSecret as _;

use crate::support::World;

#[expect(
    clippy::disallowed_methods,
    reason = "somebody else's program has no rules of ours"
)]
fn connect(path: &Path) -> rusqlite::Connection {
    rusqlite::Connection::open(path).unwrap()
}

fn with_somebody() -> World {
    let world = World::with_file();
    world.line("person add 'Anna Muster'").success();
    world
}

/// Returns the names of all files of a folder.
fn names(world: &World) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(world.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn read(world: &World, name: &str) -> Vec<u8> {
    std::fs::read(world.path().join(name)).unwrap()
}

/// Holds that a file is a sound one with Anna in it.
#[track_caller]
fn has_anna(world: &World, name: &str) {
    let people = world.run(&["--db", name, "export", "people"]).success();
    assert!(people.contains("Anna"), "{people}");
    assert_eq!(world.run(&["--db", name, "check"]).success(), "sound\n");
}

#[test]
fn what_an_interrupted_command_left_is_removed_and_in_nobodys_way() {
    let world = World::new();
    let left = ".rollcall-abcDEF123456";
    for end in ["", "-journal", "-lock"] {
        world.write(&format!("{left}{end}"), "Anna Muster");
    }
    world.run(&["init"]).success();
    assert_eq!(names(&world), ["rollcall.db"]);
    world.write(left, "half a copy");
    world.run(&["backup", "copy.db"]).success();
    assert_eq!(names(&world), ["copy.db", "rollcall.db"]);
    world.write(left, "half a copy");
    world.run(&["person", "list"]).success();
    assert_eq!(names(&world), ["copy.db", "rollcall.db"]);
}

#[test]
fn an_init_that_is_killed_anywhere_does_not_block_the_next() {
    for delay in 0..40 {
        let world = World::new();
        let mut child = Command::new(env!("CARGO_BIN_EXE_rollcall"))
            .args(["init", "--quiet"])
            .current_dir(world.path())
            .env_clear()
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_micros(delay * 500));
        drop(child.kill());
        child.wait().unwrap();
        if world.path().join("rollcall.db").exists() {
            assert_eq!(world.run(&["check"]).success(), "sound\n");
        } else {
            world.run(&["init"]).success();
        }
        assert_eq!(names(&world), ["rollcall.db"]);
    }
}

#[test]
fn a_backup_that_is_killed_anywhere_does_not_block_the_next() {
    let world = with_somebody();
    for delay in 0..40 {
        let mut child = Command::new(env!("CARGO_BIN_EXE_rollcall"))
            .args(["backup", "copy.db", "--quiet"])
            .current_dir(world.path())
            .env_clear()
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_micros(delay * 500));
        drop(child.kill());
        child.wait().unwrap();
        if !world.path().join("copy.db").exists() {
            world.run(&["backup", "copy.db"]).success();
        }
        has_anna(&world, "copy.db");
        // Where the copy was complete, its note was struck: the next command clears what is left of that.
        world.run(&["check"]).success();
        assert_eq!(names(&world), ["copy.db", "rollcall.db"]);
        std::fs::remove_file(world.path().join("copy.db")).unwrap();
    }
}

#[test]
fn the_journal_of_a_file_that_is_gone_is_not_played_back_into_a_new_one() {
    let world = World::new();
    world.write("rollcall.db-journal", "an interrupted change");
    for arguments in [
        &["init"][..],
        &["backup", "rollcall.db", "--db", "other.db"],
    ] {
        let refused = world.run(arguments).code(1);
        assert!(
            refused.stderr.starts_with(
                "error: `rollcall.db-journal` belongs to a file that is no longer there\n"
            ),
            "{refused}"
        );
    }
    assert_eq!(names(&world), ["rollcall.db-journal"]);
}

#[test]
fn a_backup_comes_back_and_replaces_nothing_unasked() {
    let world = with_somebody();
    world.run(&["backup", "copy.db"]).success();
    let copy = read(&world, "copy.db");
    world.line("person add 'Jan Becker'").success();
    let today = world.dump();
    let refused = world.run(&["restore", "copy.db"]).code(1);
    assert!(
        refused
            .stderr
            .starts_with("error: `rollcall.db` exists already\nhint: --force"),
        "{refused}"
    );
    assert_eq!(world.dump(), today);
    let restored = world.line("restore copy.db --force").code(0);
    assert!(
        restored.stderr.contains("rollcall.db.before-restore\n"),
        "{restored}"
    );
    has_anna(&world, "rollcall.db");
    assert!(!world.dump().contains("Becker"));
    let kept = world
        .line("--db rollcall.db.before-restore export people")
        .success();
    assert!(kept.contains("Becker"), "{kept}");
    // A second time the first one stays.
    world.line("restore copy.db --force").success();
    assert_eq!(
        names(&world),
        [
            "copy.db",
            "rollcall.db",
            "rollcall.db.before-restore",
            "rollcall.db.before-restore-2"
        ]
    );
    assert_eq!(read(&world, "copy.db"), copy, "the backup stays as it is");
    // Into an empty place it needs no leave.
    world.line("--db new.db restore copy.db").success();
    has_anna(&world, "new.db");
}

#[test]
fn a_backup_that_is_not_sound_replaces_nothing() {
    let world = with_somebody();
    world.run(&["backup", "copy.db"]).success();
    let today = world.dump();
    let copy = read(&world, "copy.db");
    let mut page = copy.clone();
    page[4096..8192].fill(0x5a);
    let mut newer = copy.clone();
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    let mut foreign = copy.clone();
    foreign[68..72].fill(1);
    for (name, bytes, told) in [
        ("text", b"name,email\n".repeat(50), "it is not a database"),
        ("cut", copy[..copy.len() / 2].to_vec(), "damaged"),
        ("page", page, "damaged"),
        ("newer", newer, "was written by a newer rollcall"),
        ("foreign", foreign, "it is another program's database"),
        ("empty", Vec::new(), "is empty"),
    ] {
        world.write(name, bytes);
        let refused = world.run(&["restore", name, "--force"]).code(1);
        assert!(refused.stderr.contains(told), "{name}: {refused}");
        assert!(refused.stderr.contains(name), "{name}: {refused}");
        assert_eq!(world.dump(), today);
        std::fs::remove_file(world.path().join(name)).unwrap();
    }
    let altered = connect(&world.path().join("copy.db"));
    altered
        .execute_batch("ALTER TABLE person ADD COLUMN note TEXT")
        .unwrap();
    drop(altered);
    let refused = world.line("restore copy.db --force").code(1);
    assert!(
        refused.stderr.contains("the table `person` was altered"),
        "{refused}"
    );
    assert_eq!(world.line("restore nothing.db --force").code, 1);
    assert_eq!(names(&world), ["copy.db", "rollcall.db"]);
    assert_eq!(world.dump(), today);
}

#[test]
fn a_file_in_use_is_not_replaced() {
    let world = with_somebody();
    world.run(&["backup", "copy.db"]).success();
    let other = connect(&world.path().join("rollcall.db"));
    other.execute_batch("BEGIN; SELECT * FROM person").unwrap();
    let refused = world.line("restore copy.db --force").code(1);
    assert!(refused.stderr.contains("is using the file"), "{refused}");
    assert_eq!(names(&world), ["copy.db", "rollcall.db"]);
}

#[cfg(unix)]
#[test]
fn whoever_waited_while_the_file_was_replaced_does_not_write_into_the_old_one() {
    let world = with_somebody();
    world.run(&["backup", "copy.db"]).success();
    let other = connect(&world.path().join("rollcall.db"));
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let waiting = std::thread::scope(|scope| {
        let waiting = scope.spawn(|| world.line("person add 'Jan Becker'"));
        std::thread::sleep(std::time::Duration::from_millis(800));
        // What `restore` does, step by step, while somebody waits for the lock.
        let path = world.path().join("rollcall.db");
        std::fs::rename(&path, world.path().join("kept.db")).unwrap();
        std::fs::rename(world.path().join("copy.db"), &path).unwrap();
        other.execute_batch("ROLLBACK").unwrap();
        waiting.join().unwrap()
    });
    let refused = waiting.code(1);
    assert!(
        refused
            .stderr
            .starts_with("error: `rollcall.db` was replaced or removed while it was open"),
        "{refused}"
    );
    for name in ["rollcall.db", "kept.db"] {
        let people = world.run(&["--db", name, "export", "people"]).success();
        assert!(!people.contains("Becker"), "{name}: {people}");
    }
}

#[test]
fn a_damaged_file_gives_way_with_its_journal_and_both_are_kept() {
    let world = with_somebody();
    world.run(&["backup", "copy.db"]).success();
    world.write("rollcall.db", b"overwritten by somebody".repeat(100));
    world.write("rollcall.db-journal", "an interrupted change");
    let restored = world.line("restore copy.db --force").code(0);
    assert!(restored.stderr.contains("before-restore"), "{restored}");
    has_anna(&world, "rollcall.db");
    assert_eq!(
        names(&world),
        [
            "copy.db",
            "rollcall.db",
            "rollcall.db.before-restore",
            "rollcall.db.before-restore-journal"
        ]
    );
}

/// Holds that no file of the folder but the named ones is a database that anybody can read.
#[track_caller]
fn nothing_readable_but(world: &World, known: &[&str]) {
    for name in names(world) {
        let is_database = read(world, &name).starts_with(b"SQLite format 3");
        assert_eq!(is_database, known.contains(&name.as_str()), "{name}");
    }
}

#[test]
fn an_encrypted_copy_opens_with_its_passphrase_alone() {
    let world = with_somebody();
    world.write("secret", "eins zwei drei\n");
    world.write("wrong", "eins zwei vier\n");
    world
        .line("backup copy.age --passphrase-file secret")
        .success();
    nothing_readable_but(&world, &["rollcall.db"]);
    let restore = |extra: &[&str]| {
        let mut arguments = vec!["--db", "new.db", "restore", "copy.age"];
        arguments.extend(extra);
        world.run(&arguments)
    };
    let refused = restore(&["--passphrase-file", "wrong"]).code(1);
    assert!(
        refused
            .stderr
            .contains("caused by: this is not the passphrase it was encrypted with"),
        "{refused}"
    );
    let refused = restore(&[]).code(2);
    assert!(
        refused.stderr.contains("`copy.age` is encrypted"),
        "{refused}"
    );
    let refused = restore(&["--passphrase"]).code(2);
    assert!(
        refused.stderr.contains("nobody is at a terminal"),
        "{refused}"
    );
    assert!(!world.path().join("new.db").exists());
    nothing_readable_but(&world, &["rollcall.db"]);
    let output = world.run_with_input(
        &[
            "--db",
            "new.db",
            "restore",
            "copy.age",
            "--passphrase-file",
            "-",
        ],
        b"eins zwei drei\n",
    );
    output.success();
    has_anna(&world, "new.db");
    nothing_readable_but(&world, &["new.db", "rollcall.db"]);
}

#[test]
fn a_copy_for_public_keys_opens_with_each_of_the_secret_ones() {
    let world = with_somebody();
    let keys: Vec<age::x25519::Identity> =
        (0..3).map(|_| age::x25519::Identity::generate()).collect();
    let public = |index: usize| keys[index].to_public().to_string();
    world.write("team.txt", format!("# the others\n{}\n", public(1)));
    for (index, key) in keys.iter().enumerate() {
        let text = format!("# created: today\n{}\n", key.to_string().expose_secret());
        world.write(&format!("key{index}.txt"), text);
    }
    world
        .run(&[
            "backup",
            "copy.age",
            "--recipient",
            &public(0),
            "--recipients-file",
            "team.txt",
        ])
        .success();
    for name in ["key0.txt", "key1.txt"] {
        let database = format!("{name}.db");
        world
            .run(&["--db", &database, "restore", "copy.age", "--identity", name])
            .success();
        has_anna(&world, &database);
    }
    let refused = world
        .line("--db new.db restore copy.age --identity key2.txt")
        .code(1);
    assert!(
        refused.stderr.contains("none of the secret keys"),
        "{refused}"
    );
    let refused = world
        .line("--db new.db restore copy.age --identity team.txt")
        .code(1);
    assert!(
        refused
            .stderr
            .contains("there is no secret key of age in it"),
        "{refused}"
    );
    // Cut or altered anywhere, nothing comes of it.
    let copy = read(&world, "copy.age");
    let mut altered = copy.clone();
    altered[copy.len() / 2] ^= 1;
    for bytes in [
        altered,
        copy[..copy.len() - 1].to_vec(),
        copy[..copy.len() / 2].to_vec(),
    ] {
        world.write("bad.age", bytes);
        let refused = world
            .line("--db new.db restore bad.age --identity key0.txt")
            .code(1);
        assert!(
            refused.stderr.contains("damaged or incomplete"),
            "{refused}"
        );
        assert!(!world.path().join("new.db").exists());
    }
    assert!(
        names(&world)
            .iter()
            .all(|name| !name.starts_with(".rollcall"))
    );
}

#[test]
fn other_programs_for_the_format_read_our_copies_and_we_read_theirs() {
    let world = with_somebody();
    let key = age::x25519::Identity::generate();
    world.write("key.txt", key.to_string().expose_secret());
    let public = key.to_public();
    world
        .run(&["backup", "ours.age", "--recipient", &public.to_string()])
        .success();
    let ours = read(&world, "ours.age");
    let decryptor = age::Decryptor::new_buffered(&ours[..]).unwrap();
    let mut content = Vec::new();
    decryptor
        .decrypt(std::iter::once(&key as &dyn age::Identity))
        .unwrap()
        .read_to_end(&mut content)
        .unwrap();
    world.write("decrypted.db", content);
    has_anna(&world, "decrypted.db");
    let recipients = std::iter::once(&public as &dyn age::Recipient);
    let encryptor = age::Encryptor::with_recipients(recipients).unwrap();
    let mut theirs = Vec::new();
    let mut writer = encryptor.wrap_output(&mut theirs).unwrap();
    writer.write_all(&read(&world, "rollcall.db")).unwrap();
    writer.finish().unwrap();
    world.write("theirs.age", theirs);
    world
        .line("--db new.db restore theirs.age --identity key.txt")
        .success();
    has_anna(&world, "new.db");
}

#[test]
fn for_whom_a_copy_is_encrypted_is_always_said() {
    let world = with_somebody();
    world.write("secret", "eins\n");
    world.write("empty", "\n");
    let key = age::x25519::Identity::generate().to_public().to_string();
    for (arguments, told) in [
        (&["copy.age"][..], "it is not said for whom"),
        (&["copy.db", "--recipient", &key], "ends in .age"),
        (&["copy.age", "--passphrase"], "nobody is at a terminal"),
        (
            &["copy.age", "--passphrase-file", "empty"],
            "the passphrase is empty",
        ),
        (
            &[
                "copy.age",
                "--recipient",
                &key,
                "--passphrase-file",
                "secret",
            ],
            "not both",
        ),
        (
            &["copy.age", "--recipient", "age1nobody"],
            "not a public key of age",
        ),
    ] {
        let mut line = vec!["backup"];
        line.extend(arguments);
        let refused = world.run(&line).code(2);
        assert!(refused.stderr.contains(told), "{refused}");
    }
    assert_eq!(names(&world), ["empty", "rollcall.db", "secret"]);
}
