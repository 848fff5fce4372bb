//! The sign-in list comes back: ticked on a screen or typed in from paper.

use rust_xlsxwriter::Workbook;

use super::support::World;

const PROGRAMME: &str = "kind,slug,title,start,end,timezone,capacity\n\
    event,day,Cluster day,2025-03-03 09:00,2025-03-03 18:00,Europe/Berlin,\n\
    plenary,main,Main session,2025-03-03 09:00,2025-03-03 12:00,Europe/Berlin,\n\
    breakout,lab,Robotics lab,2025-03-03 13:00,2025-03-03 14:30,Europe/Berlin,\n";

const PEOPLE: &str = "Name;E-Mail;Organisation;Session\n\
    Ada Lenz;ada@lenz.example;Lenz AG;Main session\n\
    Bert Klug;bert@klug.example;Klug AG;Main session; Robotics lab\n\
    Cleo Dahl;cleo@dahl.example;Dahl AG;Robotics lab\n";

/// A file with three people signed up, and their sign-in list as text.
fn printed(language: &str) -> (World, String) {
    let mut world = World::with_file();
    world.write("programme.csv", PROGRAMME);
    world.write("people.csv", PEOPLE);
    world.line("import programme.csv people.csv").success();
    let list = [
        "report", "sign-in", "--blank", "1", "--lang", language, "-o", "list.csv",
    ];
    world.run(&list).success();
    world.set_now("2025-03-04T09:00:00+01:00");
    let text = std::fs::read_to_string(world.path().join("list.csv")).unwrap();
    (world, text)
}

/// The ticks of a list: a mark is put into the column behind the session and the number.
fn tick(list: &str, session: &str, family: &str, mark: &str) -> String {
    let mut ticked = 0;
    let lines = list.lines().map(|line| {
        let separator = if line.contains(';') { ';' } else { ',' };
        let (start, rest) = line.split_once(separator).unwrap();
        let is_it = start.trim_start_matches('\u{feff}') == session && line.contains(family);
        ticked += usize::from(is_it);
        if is_it {
            let (number, rest) = rest.split_once(separator).unwrap();
            let (_, rest) = rest.split_once(separator).unwrap();
            format!("{start}{separator}{number}{separator}{mark}{separator}{rest}\n")
        } else {
            format!("{line}\n")
        }
    });
    let text = lines.collect();
    assert_eq!(ticked, 1, "{family} in {session}");
    text
}

/// Who was there, as `session given family`.
fn there(world: &World) -> Vec<String> {
    let export = world.line("export attendance --format json").success();
    let export: serde_json::Value = serde_json::from_str(&export).unwrap();
    let text = |row: &serde_json::Value, key: &str| row[key].as_str().unwrap_or("-").to_owned();
    let line = |row| {
        format!(
            "{} {} {}",
            text(row, "session"),
            text(row, "given_name"),
            text(row, "family_name")
        )
    };
    let mut lines: Vec<String> = export.as_array().unwrap().iter().map(line).collect();
    lines.sort_unstable();
    lines
}

#[test]
fn the_ticked_are_recorded_and_the_others_are_not() {
    for language in ["en", "de"] {
        for mark in ["x", "✓", "ja", "TRUE", "1"] {
            let (world, list) = printed(language);
            // A German list says the titles.
            let [main, lab] = match language {
                "de" => ["Main session", "Robotics lab"],
                _ => ["main", "lab"],
            };
            let list = tick(&list, main, "Lenz", mark);
            world.write("back.csv", tick(&list, lab, "Klug", mark));
            world.run(&["import", "back.csv"]).success();
            assert_eq!(
                there(&world),
                ["lab Bert Klug", "main Ada Lenz"],
                "{language} {mark}"
            );
            let again = world.run(&["import", "back.csv"]).success();
            assert!(again.contains("2 unchanged"), "{again}");
        }
    }
}

#[test]
fn a_list_that_nobody_ticked_changes_nothing_and_says_so() {
    let (world, list) = printed("en");
    let before = world.dump();
    world.write("back.csv", &list);
    let output = world.run(&["import", "back.csv"]).success();
    assert!(output.contains("nobody is ticked in this list"), "{output}");
    world.write("back.csv", list.replace("main,1,,", "main,1,no,"));
    world.run(&["import", "back.csv"]).success();
    assert_eq!(world.dump(), before);
}

#[test]
fn a_line_that_was_filled_in_is_a_guest() {
    let (world, list) = printed("en");
    world.write(
        "back.csv",
        list.replace("lab,3,,,,,", "lab,3,,Gustav Neu,Neu AG,,"),
    );
    let output = world.run(&["import", "back.csv"]).code(3);
    assert!(output.stdout.contains("1 for review"), "{output}");
    let asked = world.run(&["review"]).success();
    assert!(asked.contains("Who was Gustav Neu in `lab`?"), "{asked}");
    world.line("review 1 new").success();
    assert_eq!(there(&world), ["lab Gustav Neu"]);
    // Nobody's name, but a tick: somebody has to look.
    world.write("back.csv", list.replace("lab,3,,,,,", "lab,3,x,,,,"));
    let output = world.run(&["import", "back.csv"]).code(3);
    assert!(output.stdout.contains("line 7"), "{output}");
}

#[test]
fn a_tick_that_was_taken_away_withdraws_what_that_list_said() {
    let (world, list) = printed("en");
    let list = tick(&list, "main", "Lenz", "x");
    world.write("back.csv", tick(&list, "main", "Klug", "x"));
    world.run(&["import", "back.csv"]).success();
    world.write("other-door.csv", tick(&list, "lab", "Dahl", "x"));
    let output = world.run(&["import", "other-door.csv"]).success();
    assert!(output.contains("in a list of another name"), "{output}");
    assert_eq!(
        there(&world),
        ["lab Cleo Dahl", "main Ada Lenz", "main Bert Klug"]
    );
    let before = world.dump();
    world.write("back.csv", &list);
    world.run(&["import", "back.csv"]).success();
    assert_eq!(there(&world), ["lab Cleo Dahl", "main Ada Lenz"]);
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);
}

#[test]
fn a_workbook_of_one_sheet_or_of_one_a_session_comes_back() {
    let headings = [
        "Session",
        "Da",
        "Name",
        "Organisation",
        "Status",
        "Unterschrift",
    ];
    let (world, _) = printed("de");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, headings).unwrap();
    let rows = [
        ["main", "☑", "Lenz, Ada", "Lenz AG", "angemeldet"],
        ["main", "□", "Klug, Bert", "Klug AG", "angemeldet"],
        ["lab", "", "Dahl, Cleo", "Dahl AG", "angemeldet"],
        ["lab", "□", "", "", ""],
    ];
    for (number, row) in (1..).zip(rows) {
        sheet.write_row(number, 0, row).unwrap();
    }
    sheet.write(3, 1, true).unwrap();
    world.write("back.xlsx", workbook.save_to_buffer().unwrap());
    world.run(&["import", "back.xlsx"]).success();
    assert_eq!(there(&world), ["lab Cleo Dahl", "main Ada Lenz"]);
}

#[test]
fn what_a_list_recorded_comes_back_from_an_export() {
    let (world, list) = printed("en");
    world.write("back.csv", tick(&list, "main", "Lenz", "x"));
    world.run(&["import", "back.csv"]).success();
    let exported = world.run(&["export", "attendance"]).success();
    let (other, _) = printed("en");
    other.write("attendance.csv", &exported);
    other.run(&["import", "attendance.csv"]).success();
    assert_eq!(other.run(&["export", "attendance"]).success(), exported);
}

#[test]
fn whoever_is_on_a_list_twice_is_there_with_one_tick() {
    for ticked_first in [true, false] {
        let (world, list) = printed("en");
        world.write("back.csv", tick(&list, "main", "Lenz", "x"));
        world.run(&["import", "back.csv"]).success();
        // In the corrected list the tick stands in a line of its own.
        let line = "main,9,x,\"Lenz, Ada\",Lenz AG,,\n";
        let (headings, rows) = list.split_once('\n').unwrap();
        let corrected = if ticked_first {
            format!("{headings}\n{line}{rows}")
        } else {
            format!("{headings}\n{rows}{line}")
        };
        world.write("back.csv", corrected);
        world.run(&["import", "back.csv"]).success();
        assert_eq!(there(&world), ["main Ada Lenz"], "{ticked_first}");
    }
}

#[test]
fn an_excuse_takes_the_place_of_a_tick() {
    let (world, list) = printed("en");
    world.write("back.csv", tick(&list, "main", "Lenz", "x"));
    world.run(&["import", "back.csv"]).success();
    world.write("back.csv", tick(&list, "main", "Lenz", "excused"));
    world.run(&["import", "back.csv"]).success();
    let verdicts = world.line("report attendance --format csv").success();
    let ada = verdicts.lines().find(|line| line.contains("Lenz")).unwrap();
    assert!(ada.contains("excused"), "{verdicts}");
}

/// What an attendance report says of a person: the verdicts of the sessions, and that of the event.
fn verdicts(world: &World, family: &str) -> (String, String) {
    let of = |by: &str| {
        let report = ["report", "attendance", "--by", by, "--format", "json"];
        let report = world.run(&report).success();
        let rows: serde_json::Value = serde_json::from_str(&report).unwrap();
        let rows = rows.as_array().unwrap().iter();
        let own = rows.filter(|row| row["name"].as_str().unwrap().starts_with(family));
        let verdicts = own.map(|row| row["verdict"].as_str().unwrap_or("-").to_owned());
        verdicts.collect::<Vec<_>>().join(" ")
    };
    (of("session"), of("person"))
}

#[test]
fn a_tick_for_the_event_for_a_day_or_at_the_door_is_for_no_session() {
    for list in [
        &["report", "sign-in", "--by", "event"][..],
        &["report", "sign-in", "--by", "day", "--lang", "de"],
        &["report", "door"],
    ] {
        let (world, _) = printed("en");
        let mut arguments = list.to_vec();
        arguments.extend(["--blank", "1", "-o", "whole.csv"]);
        world.run(&arguments).success();
        let text = std::fs::read_to_string(world.path().join("whole.csv")).unwrap();
        // The cell before the name is the box.
        let ticked = text.replace(",\"Lenz, Ada\"", "x,\"Lenz, Ada\"");
        let ticked = ticked.replace(";Lenz, Ada", "x;Lenz, Ada");
        assert_ne!(ticked, text, "{text}");
        world.write("whole.csv", &ticked);
        let output = world.run(&["import", "whole.csv"]).code(3);
        assert!(output.stdout.contains("--session"), "{output}");
        assert_eq!(there(&world), [""; 0], "{list:?}");
        assert_eq!(verdicts(&world, "Lenz").1, "-", "{list:?}");
        // Whoever knows better says so.
        let lab = ["import", "whole.csv", "--session", "lab"];
        world.run(&lab).success();
        assert_eq!(there(&world), ["lab Ada Lenz"], "{list:?}");
    }
}

#[test]
fn a_tick_for_an_event_without_sessions_counts_and_is_taken_back() {
    let mut world = World::with_file();
    world.write(
        "programme.csv",
        PROGRAMME.lines().take(2).collect::<Vec<_>>().join("\n"),
    );
    world.write(
        "people.csv",
        "Name;E-Mail;Organisation\nAda Lenz;ada@lenz.example;Lenz AG\n",
    );
    world.run(&["import", "programme.csv"]).success();
    world.line("import people.csv --as signups").success();
    world.set_now("2025-03-04T09:00:00+01:00");
    let list = ["report", "sign-in", "--by", "event", "-o", "list.csv"];
    world.run(&list).success();
    let text = std::fs::read_to_string(world.path().join("list.csv")).unwrap();
    let ticked = text.replace(",\"Lenz, Ada\"", "x,\"Lenz, Ada\"");
    world.write("list.csv", &ticked);
    world.run(&["import", "list.csv"]).success();
    assert_eq!(there(&world), ["- Ada Lenz"]);
    assert_eq!(verdicts(&world, "Lenz").1, "present");
    world.write("list.csv", &text);
    world.run(&["import", "list.csv"]).success();
    assert_eq!(there(&world), [""; 0]);
}

#[test]
fn a_list_for_a_funder_is_nobodys_attendance() {
    let (world, _) = printed("en");
    let before = world.dump();
    world.line("report evidence -o evidence.csv").success();
    // As it was printed it says nothing; signed, it asks of which session, since an import cannot see a signature.
    world.run(&["import", "evidence.csv"]).success();
    assert_eq!(world.dump(), before);
    let signed = std::fs::read_to_string(world.path().join("evidence.csv")).unwrap();
    let signed = signed.replacen("Lenz AG,", "Lenz AG,x", 1);
    world.write("signed.csv", &signed);
    let output = world.run(&["import", "signed.csv"]).code(3);
    assert!(output.stdout.contains("--session"), "{output}");
    assert_eq!(there(&world), [""; 0]);
}

#[test]
fn the_workbook_that_is_printed_comes_back_with_its_empty_lines() {
    let (world, _) = printed("de");
    world
        .line("report sign-in --lang de -o list.xlsx")
        .success();
    let output = world.run(&["import", "list.xlsx"]).success();
    // Two and two people, and five lines below each of them: nobody is there because they stand on the list.
    assert!(output.contains("nobody is ticked in this list"), "{output}");
    assert_eq!(there(&world), [""; 0]);
}
