//! What leaves the file for other programs and for letters: calendars, mailings, certificates.

use crate::support::{Output, World, golden};

/// The demo's file, as its story leaves it, with the clock after it.
fn demo() -> World {
    let mut world = World::new();
    world.line("demo --quiet .").success();
    world.set_now("2020-10-09T10:00:00+02:00");
    world
}

/// A calendar as a golden file can hold it: with the ends of its lines, and with backslashes that nobody
/// takes for those of a path.
fn visible(output: &Output) -> String {
    let output = output.to_string();
    output.replace("\r\n", "⏎\n").replace('\\', "＼")
}

#[test]
fn the_programme_is_a_calendar() {
    let world = demo();
    golden(
        "letters/programme.ics.txt",
        visible(&world.line("export programme --format ics")),
    );
    let to_file = world.line("export programme -o programme.ics");
    assert_eq!(to_file.stderr, "wrote programme.ics (11 entries)\n");
    let printed = world.line("export programme --format ics");
    let written = std::fs::read(world.path().join("programme.ics")).unwrap();
    assert_eq!(written, printed.success().as_bytes());
}

#[test]
fn somebody_s_own_calendar_has_what_they_chose() {
    let world = demo();
    let mut both = String::new();
    for (person, language) in [("Käthe Süßmühl", "de"), ("Dagmar Riedesser", "en")] {
        let output = world.run(&[
            "export",
            "programme",
            "--person",
            person,
            "--lang",
            language,
        ]);
        both += &format!("# {person}\n{}", visible(&output));
    }
    golden("letters/own.ics.txt", both);
}

#[test]
fn only_the_programme_is_a_calendar() {
    let world = demo();
    let mut said = String::new();
    for arguments in [
        &["export", "people", "--format", "ics"][..],
        &["export", "people", "-o", "people.ics"],
        &["export", "all", "--format", "ics", "-o", "folder"],
        &["export", "programme", "--person", "1", "-o", "own.csv"],
        &["export", "signups", "--person", "1"],
        &[
            "export",
            "programme",
            "--template",
            "own.html",
            "-o",
            "own.ics",
        ],
        &["report", "attendance", "--format", "ics"],
        &["report", "attendance", "-o", "attendance.ics"],
        &["person", "list", "--format", "ics"],
        &["person", "show", "1", "--format", "ics"],
    ] {
        let output = world.run(arguments).code(2);
        assert_eq!(output.stdout, "", "{arguments:?}");
        said += &format!("$ rollcall {}\n{output}", arguments.join(" "));
    }
    golden("letters/no-calendar.txt", said);
    assert!(!world.path().join("folder").exists());
    assert!(!world.path().join("people.ics").exists());
}

#[test]
fn a_calendar_is_never_empty() {
    let world = World::with_file();
    let output = world.line("export programme --format ics").code(1);
    assert!(output.stderr.contains("there is no event yet"));
    let world = demo();
    let nobody = ["person", "add", "Ida Still"];
    world.run(&nobody).success();
    let output = world.line("export programme --person 'Ida Still'").code(1);
    assert!(
        output
            .stderr
            .contains("nothing in the programme is this person's")
    );
}

#[test]
fn a_calendar_is_of_the_named_event() {
    let world = demo();
    let winter = [
        "event",
        "add",
        "Winter",
        "--slug",
        "winter",
        "--start",
        "2020-12-01 10:00",
    ];
    world
        .run(&[&winter[..], &["--end", "12:00"]].concat())
        .success();
    let calendar = |more: &[&str]| {
        let all = [&["export", "programme", "--format", "ics"][..], more].concat();
        world.run(&all).success()
    };
    let uid = "UID:winter@rollcall\r\n";
    assert!(calendar(&[]).contains(uid));
    let winter = calendar(&["--event", "winter"]);
    assert!(winter.contains(uid) && winter.contains("X-WR-CALNAME:Winter\r\n"));
    assert_eq!(winter.matches("BEGIN:VEVENT").count(), 1);
}

#[test]
fn a_title_stays_inside_its_entry() {
    let world = World::with_file();
    let title = "Keynote\r\nATTENDEE:mailto:anna@example.org\r\nBEGIN:VEVENT";
    let event = [
        "event",
        "add",
        title,
        "--slug",
        "e",
        "--start",
        "2020-12-01 10:00",
    ];
    world
        .run(&[&event[..], &["--end", "12:00", "--place", title]].concat())
        .success();
    let calendar = world.line("export programme --format ics").success();
    assert_eq!(calendar.matches("\nBEGIN:VEVENT").count(), 1, "{calendar}");
    assert!(!calendar.contains("\nATTENDEE"), "{calendar}");
}

#[test]
fn the_mailing_is_a_row_for_everybody_in_their_language() {
    let world = demo();
    for language in ["en", "de"] {
        let output = world.run(&["export", "mailing", "--lang", language]);
        golden(&format!("letters/mailing-{language}.csv.txt"), output);
    }
    let json = world.line("export mailing --format json").success();
    let rows: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(rows[0]["sessions"].is_array());
}

#[test]
fn a_mailing_is_not_part_of_the_whole_and_not_taken_back() {
    let world = demo();
    world.line("export all -o all").success();
    assert!(!world.path().join("all/mailing.csv").exists());
    let before = world.dump();
    let mut said = String::new();
    for language in ["en", "de"] {
        let name = format!("mailing-{language}.csv");
        world
            .run(&["export", "mailing", "--lang", language, "-o", &name])
            .success();
        for more in [&[][..], &["--as", "signups"], &["--as", "people"]] {
            let arguments = [&["import", name.as_str()][..], more].concat();
            let output = world.run(&arguments).code(1);
            said += &format!("$ rollcall {}\n{output}", arguments.join(" "));
        }
    }
    golden("letters/mailing-import.txt", said);
    assert_eq!(world.dump(), before);
}

#[test]
fn certificates_are_letters() {
    let world = demo();
    let all = ["report", "certificate", "--all"];
    let output = world.run(&all);
    let pages: Vec<&str> = output.stdout.split_inclusive("────\n\n").collect();
    assert_eq!(
        output.stderr,
        "65 certificates; 8 people without a session attended for long enough left out\n\
         Bettina Harkortstein (14): recorded in breakout-a and breakout-b, which ran at the same time, so these are \
         not certified.\n\
         Svenja Lohmeier (19): recorded in breakout-a and breakout-c, which ran at the same time, so these are not \
         certified.\n\
         Say where they were not: `rollcall attendance set PERSON SESSION no-show --reason TEXT`; who was in both is \
         set to `present` in both.\n\
         8 stays (478 minutes) are not yet matched to a person: the figures may be too low. `rollcall review`\n"
    );
    assert_eq!(pages.len(), 65);
    golden("letters/certificates.txt", pages[..3].concat());
    let one = [
        "report",
        "certificate",
        "--person",
        "Käthe Süßmühl",
        "--lang",
    ];
    for (language, format) in [("de", "markdown"), ("de", "text"), ("en", "markdown")] {
        let arguments = [&one[..], &[language, "--format", format]].concat();
        let name = format!("letters/certificate-{language}-{format}.txt");
        golden(&name, world.run(&arguments));
    }
    let html = world
        .run(&[&all[..], &["--format", "html"]].concat())
        .success();
    assert_eq!(html.matches("Certificate of attendance</h").count(), 65);
}

/// Nobody was in two rooms for all of the same hour: what the logs say of both is not signed before somebody decides.
#[test]
fn sessions_at_the_same_time_are_named_until_somebody_says_which_it_was() {
    let world = demo();
    let certificate = ["report", "certificate", "--person", "Svenja Lohmeier"];
    let output = world.run(&certificate);
    assert!(
        output
            .stderr
            .starts_with("Svenja Lohmeier (19): recorded in breakout-a and breakout-c, "),
        "{output}"
    );
    assert!(
        output
            .stderr
            .contains("`rollcall attendance set PERSON SESSION no-show --reason TEXT`")
    );
    assert!(!output.stdout.contains("11:15"), "{output}");
    let set = ["attendance", "set", "19", "breakout-c", "no-show"];
    world
        .run(&[&set[..], &["--reason", "Was in A"]].concat())
        .success();
    let output = world.run(&certificate);
    assert!(!output.stderr.contains("Lohmeier"), "{output}");
    assert!(output.stdout.contains("11:15–12:30  Session A"), "{output}");
    assert!(!output.stdout.contains("Session C"), "{output}");
}

/// After the meeting the list of participants is of those who came; `--all` asks for those who registered.
#[test]
fn a_list_of_participants_says_whom_it_lists() {
    let mut world = demo();
    let list = ["report", "participants", "--format", "markdown"];
    let came = world.run(&list).success();
    assert!(
        came.contains("everybody whose attendance is recorded"),
        "{came}"
    );
    let all = [&list[..], &["--all"]].concat();
    let registered = world.run(&all).success();
    assert!(
        registered.contains("everybody who is registered"),
        "{registered}"
    );
    // A no-show of the demo.
    assert!(
        !came.contains("Quandtner") && registered.contains("Quandtner"),
        "{came}"
    );
    // An answer of the form is a column like any other.
    let answers = [
        "report",
        "participants",
        "--columns",
        "name,Anmerkungen",
        "--where",
        "Anmerkungen~Zug",
    ];
    let answers = world.run(&answers).success();
    assert!(answers.contains("Bitte kein Video"), "{answers}");
    world.set_now("2020-10-01T10:00:00+02:00");
    let before = world.run(&list).success();
    assert!(before.contains("everybody who is registered"), "{before}");
}

#[test]
fn a_certificate_that_cannot_be_is_refused() {
    let world = demo();
    world.line("person add 'Ida Still'").success();
    let mut said = String::new();
    for (arguments, code) in [
        (&["report", "certificate"][..], 2),
        (&["report", "certificate", "--all", "--person", "1"], 2),
        (
            &["report", "certificate", "--all", "--session", "keynote"],
            2,
        ),
        (&["report", "certificate", "--all", "--format", "csv"], 2),
        (&["report", "certificate", "--all", "-o", "all.json"], 2),
        (&["report", "certificate", "--person", "Ida Still"], 1),
        (&["report", "sessions", "--all"], 2),
        (&["report", "attendance", "--person", "1"], 2),
    ] {
        let output = world.run(arguments).code(code);
        assert_eq!(output.stdout, "", "{arguments:?}");
        said += &format!("$ rollcall {}\n{output}", arguments.join(" "));
    }
    let world = World::with_file();
    let event = [
        "event",
        "add",
        "E",
        "--start",
        "2020-12-01 10:00",
        "--end",
        "12:00",
    ];
    world.run(&event).success();
    let output = world.line("report certificate --all").code(1);
    said += &format!("(before anything is recorded)\n{output}");
    golden("letters/no-certificate.txt", said);
}

#[test]
fn a_session_certified_by_hand_is_told_who_asks_for_details() {
    let world = demo();
    world.line("person add 'Ida Still'").success();
    let ruling = ["attendance", "set", "Ida Still", "keynote", "present"];
    world
        .run(&[&ruling[..], &["--reason", "Shared a screen"]].concat())
        .success();
    let one = ["report", "certificate", "--person", "Ida Still"];
    let detail = "1 session certified by a verdict set by hand\n";
    assert!(!world.run(&one).stderr.contains(detail));
    let output = world.run(&[&one[..], &["--verbose"]].concat());
    assert!(output.stderr.ends_with(detail), "{output}");
    assert!(!output.stdout.contains("by hand"));
}

#[test]
fn each_certificate_is_a_file_of_its_own() {
    let world = demo();
    let each = [
        "report",
        "certificate",
        "--all",
        "--each",
        "-o",
        "certificates",
    ];
    let output = world.run(&[&each[..], &["--format", "markdown"]].concat());
    assert!(
        output
            .stderr
            .starts_with("wrote 65 files into certificates\n65 certificates; "),
        "{output}"
    );
    let names = || {
        let files = std::fs::read_dir(world.path().join("certificates")).unwrap();
        let names = files.map(|it| it.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    };
    assert_eq!(names().len(), 65);
    let read = |name: &str| std::fs::read_to_string(world.path().join(name)).unwrap();
    let own = "certificates/Altuntop_Yasemin.md";
    let one = [
        "report",
        "certificate",
        "--person",
        "Yasemin Altuntop",
        "--format",
        "markdown",
    ];
    assert_eq!(read(own), world.run(&one).success());
    // Again: the same bytes, and what somebody changed stays as it is.
    world
        .run(&[&each[..], &["--format", "markdown"]].concat())
        .success();
    world.write(own, "mine");
    let output = world.run(&[&each[..], &["--format", "markdown", "--at-least", "60%"]].concat());
    let output = output.code(1);
    assert!(output.stderr.contains("Altuntop_Yasemin.md"), "{output}");
    assert_eq!(read(own), "mine");
    world
        .run(&[&each[..], &["--format", "markdown", "--force"]].concat())
        .success();
    assert_ne!(read(own), "mine");
    // A minimum leaves some out, and says how many.
    let some = [
        "report",
        "certificate",
        "--all",
        "--each",
        "--at-least",
        "60%",
        "-o",
        "some",
    ];
    let output = world.run(&some);
    assert!(
        output
            .stderr
            .contains("18 people are below the minimum of --at-least and left out"),
        "{output}"
    );
    assert_eq!(
        std::fs::read_dir(world.path().join("some"))
            .unwrap()
            .count(),
        47
    );
    // What cannot be written leaves nothing behind.
    let wrong = [
        "--each",
        "--format",
        "pdf",
        "--browser",
        "no-such-browser",
        "-o",
        "none",
    ];
    let output = world.run(&[&["report", "certificate", "--all"][..], &wrong].concat());
    assert_eq!(output.code(1).stdout, "");
    assert!(!world.path().join("none").exists());
    for wrong in [
        &["--each"][..],
        &["--each", "-o", "all.pdf"],
        &["--each", "-o", "folder", "--format", "csv"],
    ] {
        let output = world.run(&[&["report", "certificate", "--all"][..], wrong].concat());
        assert_eq!(output.code(2).stdout, "");
    }
    let output = world.line("report sessions --each");
    assert_eq!(output.code(2).stdout, "");
    let nobody = ["report", "certificate", "--all", "--at-least", "900min"];
    let output = world.run(&nobody).code(1);
    assert!(
        output.stderr.contains("nobody reaches the minimum"),
        "{output}"
    );
}
