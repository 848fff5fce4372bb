//! Titles, sheets and sections that name something else than the organiser does.

use super::{attendance, everybody, said, there};

fn table(title: &str) -> String {
    format!("{title}\nName;Organisation\nAda Lenz;Lenz Optik\nBert Klug;Klug KG\n")
}

#[test]
fn a_title_of_another_session_refuses_the_list() {
    for title in [
        "Robotics lab",
        "Teilnehmer Robotics lab am 8.10.",
        "Session:;Robotics lab",
    ] {
        let (world, output) = attendance(&table(title));
        assert_eq!(output.code, 1, "{title}: {}", said(&output));
        assert!(output.stderr.contains("--session"), "{}", output.stderr);
        assert!(there(&world).is_empty(), "{title}");
    }
    for title in [
        "Main session",
        "Main session, before the Robotics lab",
        "Raum 4",
        "Treffen",
    ] {
        let (world, output) = attendance(&table(title));
        assert_eq!(output.code, 0, "{title}: {}", said(&output));
        assert_eq!(there(&world), ["Klug, Bert", "Lenz, Ada"], "{title}");
    }
}

#[test]
fn the_name_of_a_file_and_a_section_may_name_another_session() {
    let world = everybody();
    let body = "Name;Organisation\nAda Lenz;Lenz Optik\nBert Klug;Klug KG\n";
    world.write("Teilnehmer Robotics lab.csv", body);
    let import = [
        "import",
        "Teilnehmer Robotics lab.csv",
        "--as",
        "attendance",
        "--session",
    ];
    let output = world.run(&[&import[..], &["main"]].concat()).code(1);
    assert!(output.stderr.contains("Robotics lab"), "{}", output.stderr);
    drop(world.run(&[&import[..], &["lab"]].concat()).success());
    let sections = "Name;Organisation\nRobotics lab;\nAda Lenz;Lenz Optik\nBert Klug;Klug KG\n";
    let (world, output) = attendance(sections);
    assert_eq!(output.code, 1, "{}", said(&output));
    assert!(there(&world).is_empty());
    // The title says the session that is asked for, and the rows below the section are not of it.
    let (world, output) = attendance(&format!("Main session\n{sections}"));
    assert_eq!(output.code, 1, "{}", said(&output));
    assert!(output.stderr.contains("Robotics lab"), "{}", output.stderr);
    assert!(there(&world).is_empty());
    // A section that says it as well changes nothing.
    let (_, output) = attendance(&sections.replace("Robotics lab", "Main session"));
    assert_eq!(output.code, 3, "{}", said(&output));
}

#[test]
fn a_session_that_is_asked_for_by_its_number_is_compared_with_titles() {
    for (number, code) in [("1", 0), ("2", 1)] {
        let world = everybody();
        world.write("list.csv", table("Main session"));
        let output = world.run(&[
            "import",
            "list.csv",
            "--as",
            "attendance",
            "--session",
            number,
        ]);
        assert_eq!(output.code, code, "{number}: {}", said(&output));
    }
}

#[test]
fn an_unknown_word_over_rows_refuses_a_list_of_whole_names() {
    let list = |section: &str| {
        format!(
            "Name;Organisation\nAda Lenz;Lenz Optik\n{section};\nBert Klug;Klug KG\nCleo Dahl;Dahl & Co\n"
        )
    };
    for section in ["Abgesprungen", "Fahnenflüchtige:", "Umentschieden (2)"] {
        let (world, output) = attendance(&list(section));
        assert_eq!(output.code, 1, "{section}: {}", said(&output));
        let word = section.split([':', ' ']).next().unwrap();
        assert!(output.stderr.contains(word), "{}", output.stderr);
        assert!(there(&world).is_empty(), "{section}");
    }
    // A name of its own is somebody to be checked, and a group comes like the others.
    for (section, code) in [("Müller", 3), ("Gäste", 3), ("Team:", 0)] {
        let (_, output) = attendance(&list(section));
        assert_eq!(output.code, code, "{section}: {}", said(&output));
    }
}

#[test]
fn lists_of_those_who_cancelled_are_known_by_their_names_in_other_languages() {
    for name in ["avanmälda.csv", "rezygnacje.csv", "WL.csv"] {
        let output = super::sign_ups(name, "Name;E-Mail\nAda Lenz;ada@lenz.example\n");
        assert_eq!(output.code, 1, "{name}: {}", said(&output));
    }
    let output = super::sign_ups("wlan.csv", "Name;E-Mail\nAda Lenz;ada@lenz.example\n");
    assert_eq!(output.code, 0, "{}", said(&output));
}

#[test]
fn a_title_of_the_day_of_another_session_refuses_the_list() {
    let title = |day: &str| {
        let world = super::World::with_file();
        for line in [
            "event add Treffen --start '2020-10-08 09:00' --end '2020-10-09 18:00'",
            "session add 'Main session' --slug main --start '2020-10-08 09:00' --end '2020-10-08 12:00'",
            "session add 'Robotics lab' --slug lab --start '2020-10-09 09:00' --end '2020-10-09 12:00'",
        ] {
            world.line(line).success();
        }
        world.write("everybody.csv", super::SIGN_UPS);
        world.line("import everybody.csv --as signups").success();
        world.write("list.csv", table(&format!("Teilnehmer am {day}")));
        let line = "import list.csv --as attendance --session main";
        (world.line(line), world)
    };
    assert_eq!(title("8.10.2020").0.code, 0);
    // The other day of the meeting, and one of another meeting.
    for (day, named) in [("9.10.2020", "`main`"), ("8.11.2020", "Treffen")] {
        let (output, world) = title(day);
        assert_eq!(output.code, 1, "{day}: {}", said(&output));
        assert!(output.stderr.contains(named), "{day}: {}", output.stderr);
        assert!(there(&world).is_empty(), "{day}");
    }
}
