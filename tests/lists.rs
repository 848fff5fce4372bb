//! Printed lists and letters: when and where it was, and what is said of changes that come to nothing.

use std::io::Read as _;

use crate::support::World;

/// Runs each command line, given as one text with `|` between its words.
#[track_caller]
fn all(world: &World, lines: &[&str]) {
    for line in lines {
        let words: Vec<&str> = line.split('|').collect();
        world.run(&words).success();
    }
}

/// A day in March with a session, and two people who signed up.
fn one_day() -> World {
    let mut world = World::with_file();
    world.set_now("2026-03-01T10:00:00+01:00");
    all(
        &world,
        &[
            "event|add|Spring meeting|--start|2026-03-12 09:00|--end|17:00|--place|Kiel",
            "session|add|Opening|--slug|opening|--start|09:30|--end|09:45",
            "person|add|Anna Müller|--organisation|BioCluster Nord",
            "person|add|Jan Becker|--organisation|Photonik Süd",
            "signup|add|1|2|--session|opening",
        ],
    );
    world
}

/// Two days in March; Anna was there on the second alone, Jan on both.
fn two_days() -> World {
    let mut world = World::with_file();
    world.set_now("2026-03-20T10:00:00+01:00");
    all(
        &world,
        &[
            "event|add|Spring meeting|--start|2026-03-12 09:00|--end|2026-03-13 17:00",
            "session|add|First|--slug|first|--start|2026-03-12 10:00|--end|2026-03-12 12:00",
            "session|add|Second|--slug|second|--start|2026-03-13 10:00|--end|2026-03-13 12:00",
            "person|add|Anna Müller|--organisation|BioCluster Nord",
            "person|add|Jan Becker|--organisation|Photonik Süd",
            "signup|add|1|2|--session|first",
            "signup|add|1|2|--session|second",
            "check-in|1|2|--session|second|--at|2026-03-13 10:00",
            "check-in|2|--session|first|--at|2026-03-12 10:00",
        ],
    );
    world
}

const LISTS: [&[&str]; 7] = [
    &["sign-in"],
    &["attendance"],
    &["attendance", "--by", "person"],
    &["sessions"],
    &["no-shows"],
    &["organisations"],
    &["curve"],
];

/// The first sheet of a workbook as XML.
fn sheet(bytes: Vec<u8>) -> String {
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let mut sheet = book.by_name("xl/worksheets/sheet1.xml").unwrap();
    sheet.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn every_list_says_once_when_and_where_it_was() {
    let world = one_day();
    let said = [
        (
            "en",
            "Thursday, 12 March 2026, 09:00–17:00 (CET)",
            "Place: Kiel",
        ),
        (
            "de",
            "Donnerstag, 12. März 2026, 09:00–17:00 Uhr",
            "Ort: Kiel",
        ),
    ];
    for (language, date, place) in said {
        for list in LISTS {
            let words = [&["--lang", language, "report"], list].concat();
            let text = world.run(&words).success();
            let mut lines = text.lines();
            let title = lines.next().unwrap();
            assert!(title.contains("Spring meeting"), "{text}");
            assert_eq!(lines.next(), Some(date), "{text}");
            assert_eq!(lines.next(), Some(place), "{text}");
            assert_eq!(text.matches(date).count(), 1, "{text}");

            let markdown = world.run(&[&words, &["--format", "markdown"][..]].concat());
            let markdown = markdown.success();
            let below = format!("\n\n- {date}\n- {place}\n");
            assert!(markdown.contains(&below), "{markdown}");

            let page = world.run(&[&words, &["--format", "html"][..]].concat());
            let page = page.success().replace("&#x2f;", "/").replace('\u{a0}', " ");
            let facts = format!("<p class=\"fact\">{date}</p>\n<p class=\"fact\">{place}</p>");
            assert_eq!(page.matches(&facts).count(), 1, "{page}");

            let path = world.path().join("list.xlsx");
            world
                .run(&[&words, &["-o", "list.xlsx"][..]].concat())
                .success();
            let header = sheet(std::fs::read(&path).unwrap());
            assert!(header.contains(&format!("{date}\n{place}")), "{header}");
            std::fs::remove_file(path).unwrap();

            // Programs have it nowhere among the rows.
            for format in ["csv", "json"] {
                let rows = world.run(&[&words, &["--format", format][..]].concat());
                assert!(!rows.success().contains(date), "{list:?}");
            }
        }
    }
}

#[test]
fn every_sheet_of_paper_to_sign_has_the_date() {
    let world = one_day();
    all(
        &world,
        &[
            "session|add|Closing|--slug|closing|--start|16:00|--end|16:45",
            "signup|add|1|--session|closing",
        ],
    );
    let page = world
        .line("report sign-in --format html")
        .success()
        .replace("&#x2f;", "/")
        .replace('\u{a0}', " ");
    let above = "<p class=\"above\">Sign-in list: Spring meeting · Thursday, 12 March 2026, 09:00–17:00 \
                 (CET) · Place: Kiel · As of 1 March 2026</p>";
    assert_eq!(page.matches(above).count(), 2, "{page}");
}

#[test]
fn the_pages_of_a_dossier_have_the_date() {
    let world = one_day();
    world.line("report dossier -o dossier").success();
    for name in [
        "index.html",
        "sign-in.html",
        "attendance.html",
        "attendance-by-person.html",
        "sessions.html",
        "organisations.html",
        "no-shows.html",
        "curve.html",
        "report.html",
    ] {
        let page = std::fs::read_to_string(world.path().join("dossier").join(name)).unwrap();
        let page = page.replace('\u{a0}', " ");
        assert_eq!(
            page.matches("<p class=\"fact\">Thursday, 12 March 2026,")
                .count(),
            1,
            "{name}"
        );
    }
}

#[test]
fn a_session_of_another_day_shows_its_date() {
    let world = one_day();
    all(
        &world,
        &[
            "session|add|Night|--slug|night|--start|2026-03-12 09:00|--end|2026-03-13 09:20",
            "session|add|Walk|--slug|walk|--start|2026-03-14 10:00|--end|2026-03-14 11:00",
            "signup|add|1|--session|night",
            "signup|add|1|--session|walk",
        ],
    );
    let list = world.run(&["report", "sign-in"]).success();
    for span in [
        "\n09:30–09:45 · ",
        "\n12 March 2026 09:00 – 13 March 2026 09:20 · ",
        "\n14 March 2026, 10:00–11:00 · ",
    ] {
        assert!(list.contains(span), "{list}");
    }
    // The columns of times say it as well.
    let sessions = world.run(&["report", "sessions"]).success();
    assert!(
        sessions.contains("\nSaturday, 14 March 2026\n"),
        "{sessions}"
    );
    assert!(!sessions.contains("2026-03-12 09:30"), "{sessions}");
}

#[test]
fn a_certificate_states_the_days_that_somebody_was_there() {
    let world = two_days();
    let letter = |person, language| {
        let words = [
            "--lang",
            language,
            "report",
            "certificate",
            "--person",
            person,
        ];
        world.run(&words).success()
    };
    let english = letter("1", "en");
    assert!(
        english.contains("“Spring meeting” on 13 March 2026."),
        "{english}"
    );
    let german = letter("1", "de");
    assert!(
        german.contains("Müller, BioCluster Nord, am 13. März 2026 an"),
        "{german}"
    );
    let both = letter("2", "en");
    assert!(both.contains("from 12 to 13 March 2026"), "{both}");
}

#[test]
fn a_session_of_several_days_counts_for_the_day_somebody_was_in_it() {
    let world = two_days();
    all(
        &world,
        &[
            "session|add|Fair|--slug|fair|--rule|any|--start|2026-03-12 09:00|--end|2026-03-13 17:00",
            "person|add|Ida Still",
            "person|add|Udo Wort",
            "check-in|3|--session|fair|--at|2026-03-12 10:00",
            "check-in|3|--session|fair|--out|--at|2026-03-12 23:00",
            "check-in|4|--session|fair",
        ],
    );
    let letter = |person| {
        let words = ["report", "certificate", "--person", person];
        world.run(&words).success()
    };
    let first = letter("3");
    assert!(
        first.contains("“Spring meeting” on 12 March 2026."),
        "{first}"
    );
    // Nobody knows when: the days of the session.
    let either = letter("4");
    assert!(either.contains("from 12 to 13 March 2026"), "{either}");
}

#[test]
fn last_seen_is_the_last_day_that_somebody_was_there() {
    let mut world = two_days();
    all(
        &world,
        &["event|add|Autumn|--start|2026-10-08 09:00|--end|2026-10-09 17:00"],
    );
    let words = [
        "--event",
        "spring-meeting",
        "report",
        "organisations",
        "--format",
        "csv",
    ];
    let rows = world.run(&words).success();
    for organisation in ["BioCluster Nord", "Photonik Süd"] {
        let row = rows.lines().find(|it| it.contains(organisation)).unwrap();
        assert!(row.ends_with(",2026-03-13"), "{rows}");
    }
    for by in ["person", "organisation"] {
        let history = world.run(&["report", "history", "--by", by, "--format", "csv"]);
        let history = history.success();
        assert_eq!(history.matches(",2026-03-13,").count(), 2, "{history}");
    }
    // Away in autumn: the report of that event says the same.
    world.set_now("2026-10-10T10:00:00+02:00");
    all(
        &world,
        &[
            "person|add|Eva Neu|--organisation|Hafenlabor",
            "session|add|Only|--slug|only|--event|autumn|--start|2026-10-09 10:00|--end|2026-10-09 11:00",
            "attendance|set|3|only|present|--event|autumn|--reason|seen",
        ],
    );
    let report = world.line("--event autumn report event").success();
    let row = report.lines().rfind(|it| it.starts_with("Photonik Süd"));
    assert!(row.is_some_and(|it| it.ends_with("2026-03-13")), "{report}");
}

#[test]
fn a_time_that_is_none_of_the_session_s_is_noted_with_a_warning() {
    let world = one_day();
    all(
        &world,
        &["session|add|Late|--slug|late|--start|11:00|--end|12:00"],
    );
    let said = |words: &[&str]| {
        let words = [&["check-in", "1", "--session", "late"], words].concat();
        let output = world.run(&words).code(0);
        assert_eq!(output.stdout, "");
        output.stderr
    };
    let hint = "hint: where the time is wrong, `rollcall undo` takes it back";
    for (words, warning) in [
        (
            &["--at", "12:30", "-n"][..],
            "warning: 12:30 is after the end of `late` (12:00): it will not count\n",
        ),
        (
            &["--at", "12:00"],
            "warning: 12:00 is at the end of `late` (12:00): it will not count\n",
        ),
        (
            &["--at", "12:30"],
            "warning: 12:30 is after the end of `late` (12:00): it will not count\n",
        ),
        (
            &["--at", "09:30"],
            "warning: 09:30 is long before the start of `late` (11:00): it counts from then on\n",
        ),
        (
            &["--at", "10:40", "--out"],
            "warning: 10:40 is before the start of `late` (11:00): it will not count\n",
        ),
    ] {
        let stderr = said(words);
        assert!(stderr.contains(warning), "{stderr}");
        assert_eq!(stderr.contains(hint), !words.contains(&"-n"), "{stderr}");
        let is_to_leave = words.contains(&"09:30");
        if !is_to_leave && !words.contains(&"-n") {
            let undone = world.run(&["undo"]);
            assert_eq!(undone.code, 0, "{undone}");
        }
    }
    // It is kept, and comes to nothing.
    said(&["--at", "12:30"]);
    let list = world.line("report attendance --session late --format csv");
    assert!(!list.success().contains("present"), "it counted");
    for words in [
        &["--at", "10:15"][..],
        &["--at", "12:30", "--out"],
        &["--at", "11:59"],
    ] {
        let stderr = said(words);
        assert!(!stderr.contains("warning"), "{words:?}: {stderr}");
    }
}

#[test]
fn an_organisation_cannot_take_the_name_of_another_one() {
    let world = World::with_file();
    all(
        &world,
        &[
            "organisation|add|Alpha|--short-name|ALP|--alias|First Letter",
            "organisation|add|Beta",
        ],
    );
    let before = world.dump();
    for name in ["Alpha", "ALPHA", "First letter", "ALP"] {
        let refused = world.run(&["organisation", "edit", "Beta", "--name", name]);
        let stderr = refused.code(1).stderr;
        assert!(
            stderr.contains(&format!("`{name}` is on file: organisation 1, `Alpha`")),
            "{stderr}"
        );
        assert!(
            stderr.contains("`rollcall organisation merge 2 1` puts them together"),
            "{stderr}"
        );
    }
    assert_eq!(world.dump(), before);
    // Its own names, in whatever spelling, are nobody else's.
    all(
        &world,
        &[
            "organisation|edit|Alpha|--name|ALPHA",
            "organisation|edit|ALPHA|--name|First Letter",
        ],
    );
}

#[test]
fn sessions_outside_of_the_event_are_noted() {
    let world = World::with_file();
    world.write(
        "programme.csv",
        "event,slug,title,kind,start,end\n\
         tag,early,Early,plenary,2026-03-12T08:00:00+01:00,2026-03-12T09:00:00+01:00\n\
         tag,,Tag,event,2026-03-12T09:00:00+01:00,2026-03-12T17:00:00+01:00\n\
         tag,late,Late,plenary,2026-03-12T16:30:00+01:00,2026-03-12T17:30:00+01:00\n\
         tag,lunch,Lunch,social,2026-03-12T12:00:00+01:00,2026-03-12T13:00:00+01:00\n",
    );
    world.write(
        "sessions.csv",
        "Kurzname;Titel;Beginn;Ende\n\
         eins;Der erste Vortrag;12.03.2026 10:00;12.03.2026 11:00\n\
         zwei;Der zweite Vortrag;13.03.2026 10:00;13.03.2026 11:00\n\
         drei;Der dritte Vortrag;14.03.2026 10:00;14.03.2026 11:00\n",
    );
    // The event stands below a session of its own: nothing is said before the end.
    let first = world.run(&["import", "programme.csv"]);
    let note = "line 4: outside the time of the event";
    assert!(
        first.stderr.contains(note) || first.stdout.contains(note),
        "{first}"
    );
    let second = world.run(&["import", "sessions.csv"]).code(0);
    let note = "lines 3, 4: outside the time of the event";
    assert!(
        second.stderr.contains(note) || second.stdout.contains(note),
        "{second}"
    );
}

#[test]
fn a_short_name_in_a_programme_is_the_one_for_commands() {
    for heading in ["Kurzname", "Kürzel", "Short name"] {
        let world = World::with_file();
        all(
            &world,
            &["event|add|Tag|--start|2026-03-12 09:00|--end|17:00"],
        );
        world.write(
            "sessions.csv",
            format!(
                "{heading};Titel;Beginn;Ende\n\
                 eins;Der erste Vortrag;12.03.2026 10:00;12.03.2026 11:00\n"
            ),
        );
        world.run(&["import", "sessions.csv"]).success();
        let list = world.line("session list --format csv").success();
        assert!(list.contains("eins,Der erste Vortrag"), "{heading}: {list}");
        // Taken in again under another title, it is the same session.
        world.write(
            "sessions.csv",
            format!(
                "{heading};Titel;Beginn;Ende\n\
                 eins;Der Vortrag;12.03.2026 10:00;12.03.2026 11:00\n"
            ),
        );
        world.run(&["import", "sessions.csv"]).success();
        let list = world.line("session list --format csv").success();
        assert_eq!(list.lines().count(), 2, "{heading}: {list}");
    }
}

#[test]
fn a_damaged_file_is_not_sent_back_to_the_check_it_came_from() {
    let world = one_day();
    let path = world.path().join("rollcall.db");
    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let check = world.run(&["check"]).code(1);
    assert!(!check.stderr.contains("rollcall check"), "{check}");
    assert!(check.stderr.contains("last backup"), "{check}");
    let other = world.run(&["report", "attendance"]).code(1);
    assert!(other.stderr.contains("rollcall check"), "{other}");
}

#[test]
fn no_other_command_is_suggested_for_a_word_that_is_no_misspelling() {
    let world = World::with_file();
    for words in [
        &["person", "erase", "1"][..],
        &["organisation", "remove", "1"],
        &["attendance", "set", "1", "a", "present", "--session", "b"],
    ] {
        let output = world.run(words).code(2);
        assert!(!output.stderr.contains("did you mean"), "{output}");
        assert!(output.stderr.contains("--help"), "{output}");
    }
    let output = world.line("person mrege 1 2").code(2);
    assert!(output.stderr.contains("did you mean `merge`?"), "{output}");
}

#[test]
fn nothing_is_called_unrecorded_beside_a_verdict_set_by_hand() {
    let world = one_day();
    let reports: [&[&str]; 3] = [
        &["report", "attendance"],
        &["report", "attendance", "--by", "person"],
        &["report", "no-shows"],
    ];
    for words in reports {
        let before = world.run(words).success().to_lowercase();
        assert!(before.contains("recorded yet"), "{before}");
    }
    all(
        &world,
        &["attendance|set|1|opening|no-show|--reason|Told us later"],
    );
    for words in reports {
        let after = world.run(words).success();
        assert!(!after.to_lowercase().contains("recorded yet"), "{after}");
        assert!(after.contains("Müller, Anna"), "{after}");
    }
    let list = world.run(reports[0]).success();
    assert!(
        list.contains("no log yet; attendance set by hand"),
        "{list}"
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_may_only_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let world = one_day();
    let path = world.path().join("rollcall.db");
    let permit = |mode| std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode));
    permit(0o400).unwrap();
    if std::fs::OpenOptions::new().append(true).open(&path).is_ok() {
        // Some may write whatever they want; the store's own tests hold the rest.
        eprintln!("skipped: this user may write every file");
        return;
    }
    let before = std::fs::read(&path).unwrap();
    let refused = world.line("person add 'Eva Neu'").code(1);
    assert!(
        refused.stderr.contains("`rollcall.db` is read-only"),
        "{refused}"
    );
    assert!(refused.stderr.contains("hint: "), "{refused}");
    assert!(!refused.stderr.contains("caused by"), "{refused}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
    world.run(&["report", "attendance"]).success();
}
