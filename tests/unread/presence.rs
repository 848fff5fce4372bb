//! Lists that say who was there by a word, a length, a signature or hours, each with gaps.

use super::{attendance, attendance_in, everybody, report, said, there};

/// Who has minutes in the main session, and how many.
pub(super) fn minutes(world: &crate::support::World) -> Vec<(String, Option<u64>)> {
    let rows = report(world).into_iter();
    let came = rows.filter(|row| row["verdict"] != "no-show");
    came.map(|row| {
        let name = row["name"].as_str().unwrap().to_owned();
        (name, row["minutes"].as_u64())
    })
    .collect()
}

#[test]
fn an_empty_cell_among_words_or_lengths_is_nobody_there_with_or_without_a_kind() {
    for (heading, there_word, absent_word) in [
        ("Attendance", "present", ""),
        ("Status", "present", ""),
        ("Status", "anwesend", ""),
        ("Status", "anwesend", "nicht erschienen"),
        ("Anwesend", "ja", ""),
        ("Minuten", "80", ""),
        ("Minuten", "80", "–"),
    ] {
        for kind in [&[][..], &["--as", "attendance"]] {
            let world = everybody();
            world.write(
                "list.csv",
                format!(
                    "Session;Name;{heading}\nmain;Ada Lenz;{there_word}\nmain;Bert Klug;{absent_word}\n\
                     main;Cleo Dahl;{there_word}\n"
                ),
            );
            let output = world.run(&[&["import", "list.csv"][..], kind].concat());
            assert_eq!(output.code, 0, "{heading} {kind:?}: {}", said(&output));
            assert_eq!(there(&world), ["Dahl, Cleo", "Lenz, Ada"], "{heading}");
        }
    }
}

#[test]
fn a_mark_without_minutes_is_presence_and_minutes_without_a_mark_are_a_contradiction() {
    let table = "Name;Anwesend;Minuten\nAda Lenz;ja;80\nBert Klug;;\nCleo Dahl;ja;\n";
    let (world, output) = attendance(table);
    assert_eq!(output.code, 0, "{}", said(&output));
    let came = [
        ("Dahl, Cleo".to_owned(), None),
        ("Lenz, Ada".to_owned(), Some(80)),
    ];
    assert_eq!(minutes(&world), came);
    let table = "Name;Anwesend;Minuten\nAda Lenz;ja;80\nBert Klug;nein;75\n";
    let (world, output) = attendance(table);
    assert_eq!(output.code, 3, "{}", said(&output));
    assert!(output.stdout.contains("line 3"), "{}", output.stdout);
    assert_eq!(there(&world), ["Lenz, Ada"]);
}

#[test]
fn a_mark_in_a_log_that_saw_nobody_is_set_aside() {
    let (world, output) =
        attendance("Name;Anwesend;Kam;Ging\nAda Lenz;ja;09:00;12:00\nBert Klug;ja;;\n");
    assert_eq!(output.code, 3, "{}", said(&output));
    assert!(output.stdout.contains("line 3"), "{}", output.stdout);
    assert_eq!(there(&world), ["Lenz, Ada"]);
}

#[test]
fn a_length_bounds_the_times_of_a_list_that_names_its_sessions_too() {
    let world = everybody();
    world.write(
        "list.csv",
        "Session;Name;Kam;Ging;Minuten\nmain;Ada Lenz;09:00;12:00;40\nmain;Bert Klug;09:00;12:00;180\n\
         main;Cleo Dahl;09:30;;60\n",
    );
    let output = world.line("import list.csv --as attendance").code(0);
    assert!(output.stdout.contains("line 2"), "{}", output.stdout);
    let came = [("Dahl, Cleo", 60), ("Klug, Bert", 180), ("Lenz, Ada", 40)];
    let came = came.map(|(name, minutes)| (name.to_owned(), Some(minutes)));
    assert_eq!(minutes(&world), came);
}

#[test]
fn somebody_whose_coming_is_not_written_down_came_when_the_session_began() {
    for (ada, bert) in [("11:00", "11:30"), ("11:00", "10:00")] {
        let (world, output) = attendance(&format!(
            "Name;Kam;Ging\nAda Lenz;;{ada}\nBert Klug;{bert};12:00\n"
        ));
        assert_eq!(output.code, 0, "{}", said(&output));
        let note = "nothing says when they came, so they are counted from the beginning: line 2";
        assert!(output.stdout.contains(note), "{}", output.stdout);
        let ada = minutes(&world)
            .into_iter()
            .find(|(name, _)| name == "Lenz, Ada");
        assert_eq!(ada.unwrap().1, Some(120));
    }
}

#[test]
fn an_unseen_beginning_or_end_is_named_with_or_without_a_column_of_sessions() {
    let rows = [
        ("Ada Lenz", "09:30", ""),
        ("Bert Klug", "", "11:00"),
        ("Cleo Dahl", "09:00", "10:00"),
    ];
    let list = |place: &str| {
        let row = |(name, came, left)| format!("{name};{place}{came};{left}\n");
        rows.map(row).concat()
    };
    let without = format!("Name;Kam;Ging\n{}", list(""));
    let with = format!("Name;Session;Kam;Ging\n{}", list("main;"));
    for (text, options) in [(without, "--session main"), (with, "")] {
        let world = everybody();
        world.write("list.csv", &text);
        let output = world.line(&format!("import list.csv {options}")).code(0);
        for note in [
            "nothing says when they came, so they are counted from the beginning: line 3",
            "nothing says when they left, so they are counted to the end of the session: line 2",
        ] {
            assert!(output.stdout.contains(note), "{}", output.stdout);
        }
        let came = [("Dahl, Cleo", 60), ("Klug, Bert", 120), ("Lenz, Ada", 150)];
        let came = came.map(|(name, minutes)| (name.to_owned(), Some(minutes)));
        assert_eq!(minutes(&world), came);
    }
}

#[test]
fn not_signed_is_no_signature() {
    for (heading, word) in [
        ("Unterschrift", "nicht unterschrieben"),
        ("Émargement", "non signé"),
        ("Podpis", "brak podpisu"),
        ("Signature", "none"),
        ("Unterschrift", "i.V. Meier"),
    ] {
        let (world, output) = attendance(&format!(
            "Name;{heading}\nAda Lenz;A. Lenz\nBert Klug;{word}\n"
        ));
        assert_eq!(output.code, 3, "{heading} {word}: {}", said(&output));
        assert_eq!(there(&world), ["Lenz, Ada"], "{word}");
    }
}

#[test]
fn what_another_file_said_before_counts_and_is_named() {
    let (world, _) = attendance_in("a.csv", "Name;Anwesend\nAda Lenz;ja\nBert Klug;nein\n");
    world.write(
        "b.csv",
        "Name;Anwesend\nAda Lenz;nein\nBert Klug;ja\nCleo Dahl;nein\n",
    );
    let output = world
        .line("import b.csv --as attendance --session main")
        .code(0);
    assert!(
        output
            .stdout
            .contains("but by one imported before, which counts")
            && output.stdout.contains("line 2"),
        "{}",
        output.stdout
    );
    assert!(
        output.stdout.contains("not there: line 4"),
        "{}",
        output.stdout
    );
    assert_eq!(there(&world), ["Klug, Bert", "Lenz, Ada"]);
}

#[test]
fn corrected_minutes_are_never_added_and_never_passed_over() {
    let (world, _) = attendance_in("a.csv", "Name;Minuten\nAda Lenz;80\nBert Klug;60\n");
    world.write("a.csv", "Name;Minuten\nBert Klug;60\nAda Lenz;50\n");
    let output = world
        .line("import a.csv --as attendance --session main")
        .code(0);
    assert!(
        output.stdout.contains("fewer minutes than are on file"),
        "{}",
        output.stdout
    );
    let world = everybody();
    let list = "Session;Name;Minuten\nmain;Ada Lenz;80\n";
    world.write("list.csv", list);
    world.line("import list.csv --as attendance").success();
    world.write("list.csv", list.replace("80", "50"));
    world.write("other.csv", list.replace("80", "50"));
    for file in ["list.csv", "other.csv"] {
        let output = world
            .line(&format!("import {file} --as attendance"))
            .code(3);
        assert!(output.stdout.contains("line 2"), "{}", output.stdout);
    }
    assert_eq!(minutes(&world), [("Lenz, Ada".to_owned(), Some(80))]);
}

#[test]
fn two_lengths_of_one_person_are_the_same_in_another_order() {
    let (world, _) = attendance_in("a.csv", "Name;Minuten\nAda Lenz;60\nAda Lenz;20\n");
    world.write("b.csv", "Name;Minuten\nAda Lenz;20\nAda Lenz;60\n");
    let before = world.dump();
    let output = world
        .line("import b.csv --as attendance --session main")
        .code(0);
    assert!(output.stdout.contains("2 unchanged"), "{}", output.stdout);
    assert_eq!(world.dump(), before);
    assert_eq!(minutes(&world), [("Lenz, Ada".to_owned(), Some(80))]);
}

#[test]
fn a_report_of_lengths_is_of_the_hours_of_its_session() {
    let report = |hours: &str| {
        format!(
            "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n\
             812 3456 7890,Treffen,{hours},host@x.example,90,2\n\n\
             Name (Original Name),User Email,Total Duration (Minutes),Guest\n\
             Ada Lenz,ada@lenz.example,80,No\nBert Klug,bert@klug.example,70,No\n"
        )
    };
    let (_, output) = attendance_in(
        "zoom.csv",
        &report("10/08/2020 01:00:00 PM,10/08/2020 02:30:00 PM"),
    );
    assert_eq!(output.code, 1, "{}", said(&output));
    assert!(
        output
            .stderr
            .contains("other hours than the session `main`"),
        "{}",
        output.stderr
    );
    let (world, output) = attendance_in(
        "zoom.csv",
        &report("10/08/2020 09:00:00 AM,10/08/2020 10:30:00 AM"),
    );
    assert_eq!(output.code, 0, "{}", said(&output));
    assert_eq!(there(&world), ["Klug, Bert", "Lenz, Ada"]);
}

#[test]
fn a_signature_without_a_tick_on_our_own_sheet_is_set_aside() {
    let world = everybody();
    world
        .line("report sign-in --session main --format csv -o list.csv")
        .success();
    let sheet = std::fs::read_to_string(world.path().join("list.csv")).unwrap();
    let mut lines: Vec<String> = sheet.lines().map(str::to_owned).collect();
    let place = lines[0]
        .split(',')
        .position(|it| it == "Signature")
        .unwrap();
    let signed = lines
        .iter()
        .position(|it| it.contains("Lenz, Ada"))
        .unwrap();
    let mut cells: Vec<&str> = lines[signed].split(',').collect();
    // The name is one cell in quotes, and two for this.
    cells[place + 1] = "gez.";
    lines[signed] = cells.join(",");
    world.write("list.csv", lines.join("\n"));
    let output = world.line("import list.csv").code(3);
    assert!(
        output.stdout.contains("somebody signed here"),
        "{}",
        output.stdout
    );
}

/// Writes our own sheet of the main session as `list.csv`, with a tick at Ada; returns its text as well.
fn ticked_sheet() -> (crate::support::World, String) {
    let world = everybody();
    world
        .line("report sign-in --session main --format csv -o list.csv")
        .success();
    let sheet = std::fs::read_to_string(world.path().join("list.csv")).unwrap();
    let place = sheet.lines().next().unwrap().split(',');
    let place = place.into_iter().position(|it| it == "Here").unwrap();
    let ticked = sheet.lines().map(|line| {
        let mut cells: Vec<&str> = line.split(',').collect();
        // The name is one cell in quotes, and two for this.
        if let Some(name) = cells.iter().position(|it| it.contains("Lenz")) {
            cells[place + usize::from(name < place)] = "x";
        }
        cells.join(",") + "\n"
    });
    let ticked: String = ticked.collect();
    world.write("list.csv", &ticked);
    (world, ticked)
}

#[test]
fn our_own_sheet_is_known_with_a_heading_in_another_language() {
    let (world, sheet) = ticked_sheet();
    world.write("list.csv", sheet.replacen("Here", "Da", 1));
    let output = world.line("import list.csv").code(0);
    assert!(
        output.stdout.contains("rollcall-sign-in") && output.stdout.contains("1 created"),
        "{}",
        output.stdout
    );
    assert_eq!(there(&world), ["Lenz, Ada"]);
}

#[test]
fn stays_outside_the_hours_of_every_session_are_named() {
    let stay = |hours: &str| {
        format!(
            "Name;Kam;Ging\nAda Lenz;2020-10-08 09:00;2020-10-08 11:00\nBert Klug;{hours}\n\
             Cleo Dahl;2020-10-08 13:00;2020-10-08 14:00\n"
        )
    };
    for (hours, is_outside) in [
        ("2020-10-08 09:30;2020-10-08 11:00", false),
        ("2020-10-08 12:05;2020-10-08 12:55", true),
    ] {
        let world = everybody();
        world.write("list.csv", stay(hours));
        let output = world.line("import list.csv --as attendance").code(0);
        let note = "outside the hours of every session, so no minute counts: line 3";
        assert_eq!(
            output.stdout.contains(note),
            is_outside,
            "{}",
            said(&output)
        );
    }
    let world = everybody();
    world.write(
        "list.csv",
        "Session;Name;Kam;Ging\nmain;Ada Lenz;09:00;11:00\nlab;Bert Klug;09:00;11:00\n",
    );
    let output = world.line("import list.csv --as attendance").code(0);
    let note = "outside the hours of `lab`, so no minute counts: line 3";
    assert!(output.stdout.contains(note), "{}", said(&output));
}

#[test]
fn an_unknown_word_of_a_state_beside_times_is_asked_about() {
    let table = |word: &str| {
        format!(
            "Name;Beitritt;Verlassen;Status\nAda Lenz;09:00;12:00;Teilgenommen\n\
             Bert Klug;09:00;12:00;{word}\nCleo Dahl;09:00;12:00;Abgelehnt\n"
        )
    };
    let (_, output) = attendance(&table("In der Lobby"));
    assert_eq!(output.code, 1, "{}", said(&output));
    assert!(output.stderr.contains("Status"), "{}", output.stderr);
    let (world, output) = attendance(&table("Teilgenommen"));
    assert_eq!(output.code, 3, "{}", said(&output));
    assert_eq!(there(&world), ["Klug, Bert", "Lenz, Ada"]);
}

#[test]
fn a_mark_behind_some_names_refuses_the_list() {
    for mark in [" x", " ok", "*", " 9:00-11:00"] {
        let (world, output) = attendance_in(
            "list.txt",
            &format!("Ada Lenz{mark}\nBert Klug\nCleo Dahl{mark}\n"),
        );
        assert_eq!(output.code, 1, "{mark}: {}", said(&output));
        assert!(there(&world).is_empty(), "{mark}");
    }
    let (world, output) = attendance_in("list.txt", "Ada Lenz\nCleo Dahl\n");
    assert_eq!(output.code, 0, "{}", said(&output));
    assert_eq!(there(&world), ["Dahl, Cleo", "Lenz, Ada"]);
}

#[test]
fn our_own_sheet_of_another_session_counts_for_none() {
    let (world, _) = ticked_sheet();
    let output = world.line("import list.csv --session lab").code(3);
    assert!(output.stdout.contains("`main`"), "{}", output.stdout);
    assert!(there(&world).is_empty());
    world.line("import list.csv --session main").success();
    assert_eq!(there(&world), ["Lenz, Ada"]);
}

#[test]
fn minutes_with_three_decimals_are_no_minutes() {
    let (world, output) = attendance("Name;Minuten\nAda Lenz;1.200\nBert Klug;90\n");
    assert_eq!(output.code, 3, "{}", said(&output));
    assert_eq!(there(&world), ["Klug, Bert"]);
}
