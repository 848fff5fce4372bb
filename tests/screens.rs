//! What the program says in a language, command by command, where everything that people typed is Greek: whatever is
//! in Latin letters is the program's own.

use rollcall::commands::command_line;
use rollcall::output::Language;

use crate::help::each_command;
use crate::support::World;

/// What a command said.
pub(crate) struct Screen {
    pub(crate) command: String,
    pub(crate) text: String,
}

const SIGNUPS: &str = "NAME,E-MAIL,ORGANISATION,SESSION,TIMESTAMP\n\
    Άννα Παππά,a@x.example,Νήσος,s1,2020-09-01 10:00\n\
    Βάσω Ράλλη,b@x.example,Νήσος,s2,2020-09-01 11:00\n\
    Γιώργος Δήμου,c@x.example,Λόφος,s2,2020-09-01 12:00\n\
    Άννα Παππα,,Λόφος,s2,2020-09-01 13:00\n\
    Δήμος Νικολάου,d(at)x.example,Λόφος,s2,2020-09-01 13:00\n\
    Ελένη Σαββα,e@x.example,Λόφος,s9,2020-09-01 13:00\n";

const ATTENDANCE: &str = "NAME,E-MAIL,SESSION,JOINED,LEFT\n\
    Άννα Παππά,a@x.example,s1,10:02,10:50\n\
    Βάσω Ράλλη,b@x.example,s2,12:00,11:00\n\
    Ξένος Άγνωστος,,s2,11:05,11:40\n\
    Γιώργος Δήμου,c@x.example,s2,11:00,\n";

/// What sets the meeting up; said as well.
const SET_UP: &[&[&str]] = &[
    &["init"],
    &["init"],
    &[
        "event",
        "add",
        "Σύναξη",
        "--slug",
        "s0",
        "--start",
        "2020-10-08 10:00",
        "--end",
        "16:00",
        "--place",
        "Πόλη",
    ],
    &[
        "session", "add", "Αρχή", "--slug", "s1", "--kind", "plenary", "--start", "10:00", "--end",
        "11:00",
    ],
    &[
        "session",
        "add",
        "Βήμα",
        "--slug",
        "s2",
        "--start",
        "11:00",
        "--end",
        "12:00",
        "--capacity",
        "1",
        "--speaker",
        "Ζωή Κρητικού",
        "--rule",
        "15min",
        "--room",
        "Α1",
    ],
    &[
        "session",
        "add",
        "Γνώση",
        "--slug",
        "s3",
        "--kind",
        "networking",
        "--start",
        "11:30",
        "--end",
        "12:30",
        "--drop-in",
    ],
    &["inspect", "n1.csv"],
    &["import", "n1.csv", "--as", "signups", "--dry-run"],
    &["import", "n1.csv", "--as", "signups", "--strict"],
    &["import", "n1.csv", "--as", "signups", "--rejects", "n2.csv"],
    &["import", "n1.csv", "--as", "signups"],
    &["import", "n3.csv", "--as", "attendance"],
    &["import", "n4.csv"],
    &["import", "n5.csv"],
    &["import", "n6.csv"],
    &[
        "person",
        "add",
        "Ζήνων Ήρας",
        "--email",
        "z@x.example",
        "--organisation",
        "Νήσος",
        "--role",
        "Ομιλητής",
    ],
    &["person", "add", "Ζήνων Ήρας"],
    &["person", "add", "Ζήνων Ήρας", "--email", "z@x.example"],
    &["person", "edit", "z@x.example", "--phone", "030 5550101"],
    &["person", "alias", "z@x.example", "Ζήνος"],
    &["organisation", "alias", "Νήσος", "Νησί"],
    &[
        "organisation",
        "edit",
        "Νήσος",
        "--kind",
        "Δίκτυο",
        "--region",
        "Νότος",
    ],
    &["signup", "add", "z@x.example", "--session", "s2"],
    &["signup", "add", "z@x.example", "--session", "s1", "-n"],
    &[
        "signup",
        "move",
        "z@x.example",
        "--from",
        "s2",
        "--to",
        "s3",
    ],
    &["signup", "cancel", "b@x.example", "--session", "s2"],
    &[
        "attendance",
        "set",
        "a@x.example",
        "s2",
        "present",
        "--reason",
        "Λάθος",
    ],
    &["check-in", "z@x.example", "--session", "s3"],
    &["check-in", "c@x.example", "--session", "s2", "--excused"],
    &["undo", "-n"],
    &["undo"],
    &["undo"],
];

/// What is looked at.
const LOOKED_AT: &[&[&str]] = &[
    &["event", "list"],
    &["event", "show"],
    &["session", "list"],
    &["session", "show", "s1"],
    &["session", "show", "s2"],
    &["person", "list"],
    &["person", "show", "a@x.example"],
    &["organisation", "list"],
    &["organisation", "show", "Νήσος"],
    &["signup", "list"],
    &["attendance", "list"],
    &["map", "list"],
    &["review", "--list"],
    &["review", "--list", "--all"],
    &["review", "show", "1"],
    &["history"],
    &["history", "show", "2"],
    &["check"],
    &["report", "attendance"],
    &["report", "attendance", "--by", "person"],
    &["report", "sign-in"],
    &["report", "sessions"],
    &["report", "organisations"],
    &["report", "no-shows"],
    &["report", "curve"],
    &["report", "history"],
    &["report", "event"],
    &["report", "event", "--public"],
    &["report", "certificate", "--all"],
];

/// What puts wrong matches right, tried and not done.
const PUT_RIGHT: &[&[&str]] = &[
    &["attendance", "stays"],
    &["attendance", "move", "1", "c@x.example", "-n"],
    &["attendance", "move", "1", "a@x.example", "-n"],
    &["attendance", "move", "99", "a@x.example"],
    &["person", "duplicates"],
    &["person", "split", "a@x.example", "--rows", "1", "-n"],
    &["person", "split", "a@x.example", "--rows", "9"],
    &["person", "merge", "b@x.example", "c@x.example", "-n"],
    &["organisation", "duplicates"],
    &["organisation", "split", "Νήσος", "--name", "Νησί", "-n"],
    &["organisation", "split", "Νήσος", "--name", "Λάθος"],
    &["organisation", "merge", "Λόφος", "Νήσος", "-n"],
    &["review", "--automatic"],
    &["review", "-o", "n12.csv"],
    &["review", "--from", "n12.csv"],
    &["review", "--from", "n4.csv"],
];

/// What is refused, and what is written.
const REFUSED: &[&[&str]] = &[
    &["event", "add", "Νέα", "--start", "9/8/2020"],
    &[
        "event",
        "add",
        "Νέα",
        "--start",
        "2020-10-25 02:30",
        "--end",
        "04:00",
    ],
    &["event", "edit", "--rule", "πάντα"],
    &["event", "edit"],
    &["session", "add", "Άλλη", "--slug", "s1"],
    &["session", "edit", "s2", "--capacity", "πολλές"],
    &["person", "show", "Άννα Παππ"],
    &["person", "merge", "a@x.example", "a@x.example"],
    &["signup", "add", "q@x.example", "--session", "s1"],
    &["signup", "add", "a@x.example", "--session", "s8"],
    &["check-in", "a@x.example", "--session", "s2", "--out"],
    &["attendance", "clear", "b@x.example", "s1"],
    &["review", "9", "new"],
    &["review", "1", "keep"],
    &["map", "remove", "7"],
    &["undo", "99"],
    &["import", "n9.csv"],
    &["import", "n1.csv", "--encoding", "x"],
    &["import", "n1.csv", "--as", "signups", "--map", "Χ=email"],
    &["export", "all"],
    &["export", "people", "-o", "n1.csv"],
    &["export", "people", "-o", "n7.doc"],
    &["report", "certificate"],
    &["report", "dossier"],
    &["restore", "n1.csv"],
    &["backup", "n8.db"],
    &["backup", "n8.db"],
    &["check", "--repair"],
    &["export", "all", "-o", "n10"],
    &["report", "dossier", "-o", "n11"],
    &["repotr"],
    &["undo", "x"],
    &["report", "atendance"],
    &["import"],
    &["import", "n1.csv", "--dryrun"],
];

/// A folder with the files that the commands name.
fn world(language: &str) -> World {
    let mut world = World::new();
    world.write("n1.csv", SIGNUPS);
    world.write("n3.csv", ATTENDANCE);
    world.write("n4.csv", "Α;Β\n1;2\n");
    world.write("n5.csv", "");
    world.write("n6.csv", [0x89, b'P', b'N', b'G', 0, 0, 0, 1]);
    world.set_variable("ROLLCALL_LANG", language);
    world.set_variable("ROLLCALL_AUTHOR", "Χ");
    world
}

fn quoted(argument: &str) -> String {
    if argument.contains(' ') {
        format!("'{argument}'")
    } else {
        argument.to_owned()
    }
}

/// Runs a command.
fn screen(world: &World, arguments: &[&str]) -> Screen {
    let words = arguments.iter().map(|it| quoted(it));
    let output = world.run(arguments);
    Screen {
        command: words.collect::<Vec<_>>().join(" "),
        text: output.stdout + &output.stderr,
    }
}

/// Runs every typical command in a language; returns what each said.
pub(crate) fn screens(language: &str) -> Vec<Screen> {
    let world = world(language);
    let commands = [SET_UP, LOOKED_AT, PUT_RIGHT, REFUSED]
        .into_iter()
        .flatten();
    commands
        .map(|arguments| screen(&world, arguments))
        .collect()
}

/// The help of every command in a language.
pub(crate) fn helps(language: &str) -> Vec<Screen> {
    let world = world(language);
    let mut helps = Vec::new();
    each_command(&command_line(Language::En), &[], &mut |words, _| {
        let mut arguments: Vec<&str> = words.iter().map(String::as_str).collect();
        arguments.push("--help");
        helps.push(screen(&world, &arguments));
    });
    helps
}

/// Every document as a page, in a language: its command, and its text without tags.
pub(crate) fn pages(language: &str) -> Vec<Screen> {
    let world = world(language);
    for arguments in SET_UP {
        drop(world.run(arguments));
    }
    let mut pages = Vec::new();
    for arguments in LOOKED_AT {
        for format in ["html", "markdown"] {
            let line = [arguments, &["--format", format][..]].concat();
            let output = world.run(&line);
            if output.code == 0 {
                let text = if format == "html" {
                    without_tags(&output.stdout)
                } else {
                    output.stdout
                };
                pages.push(Screen {
                    command: line.join(" "),
                    text,
                });
            }
        }
    }
    let written = [
        &["report", "dossier", "-o", "d"][..],
        &["export", "programme", "-o", "p.ics"],
    ];
    for arguments in written {
        world.run(arguments).success();
    }
    let calendar = std::fs::read_to_string(world.path().join("p.ics")).unwrap();
    let said = calendar
        .lines()
        .filter_map(|line| line.strip_prefix("DESCRIPTION:"));
    pages.push(Screen {
        command: "p.ics".to_owned(),
        text: said.collect::<Vec<_>>().join("\n"),
    });
    let index = std::fs::read_to_string(world.path().join("d/index.html")).unwrap();
    pages.push(Screen {
        command: "d/index.html".to_owned(),
        text: without_tags(&index),
    });
    pages
}

/// The text of a page: what is between its tags, and no style.
fn without_tags(page: &str) -> String {
    let body = page.split_once("<body").map_or(page, |(_, body)| body);
    let mut text = String::new();
    let mut rest = body.split_once('>').map_or(body, |(_, rest)| rest);
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        rest = after.split_once('>').map_or("", |(_, rest)| rest);
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
}
