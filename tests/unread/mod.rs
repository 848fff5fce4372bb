//! What no column is read for and yet says who comes or came: asked about, set aside or reported, never passed over.

mod headings;
mod presence;
mod remarks;
mod titles;
mod turned;

use crate::support::{Output, World};

const PROGRAMME: &str = "\
event,slug,title,kind,start,end,timezone
treffen,,Treffen,event,2020-10-08T09:00:00+02:00,2020-10-08T18:00:00+02:00,Europe/Berlin
treffen,main,Main session,plenary,2020-10-08T09:00:00+02:00,2020-10-08T12:00:00+02:00,
treffen,lab,Robotics lab,breakout,2020-10-08T13:00:00+02:00,2020-10-08T14:30:00+02:00,
";

const SIGN_UPS: &str = "\
Name;E-Mail;Organisation
Ada Lenz;ada@lenz.example;Lenz Optik
Bert Klug;bert@klug.example;Klug KG
Cleo Dahl;cleo@dahl.example;Dahl & Co
";

fn world() -> World {
    let world = World::with_file();
    world.write("programme.csv", PROGRAMME);
    world.run(&["import", "programme.csv"]).success();
    world
}

/// A world in which everybody signed up.
fn everybody() -> World {
    let world = world();
    world.write("everybody.csv", SIGN_UPS);
    world.line("import everybody.csv --as signups").success();
    world
}

/// Imports a list of those present in the main session, after everybody signed up.
fn attendance_in(file: &str, body: &str) -> (World, Output) {
    let world = everybody();
    world.write(file, body);
    let arguments = ["import", file, "--as", "attendance", "--session", "main"];
    let output = world.run(&arguments);
    (world, output)
}

fn attendance(body: &str) -> (World, Output) {
    attendance_in("list.csv", body)
}

/// Imports sign-ups; returns what was said.
fn sign_ups(file: &str, body: &str) -> Output {
    let world = world();
    world.write(file, body);
    world.run(&["import", file, "--as", "signups"])
}

/// Everything a command said.
fn said(output: &Output) -> String {
    output.stdout.clone() + &output.stderr
}

/// The attendance of the main session.
fn report(world: &World) -> Vec<serde_json::Value> {
    let line = "report attendance --session main --format json";
    let json = world.line(line).success();
    serde_json::from_str(&json).unwrap()
}

/// Who was there in the main session.
fn there(world: &World) -> Vec<String> {
    let rows = report(world);
    let came = rows.iter().filter(|row| {
        let verdict = row["verdict"].as_str().unwrap_or_default();
        ["present", "partial", "walk-in", "brief"].contains(&verdict)
    });
    came.map(|row| row["name"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_word_for_absence_counts_below_any_heading() {
    // Two rows, of which the second says that somebody was not there.
    for (heading, absent) in [
        ("Typ", "abwesend"),
        ("Rolle", "entschuldigt"),
        ("Raum", "absent"),
        ("Telefon", "nicht erschienen"),
        ("Bemerkung", "war doch nicht da"),
        ("Comment", "did not turn up"),
    ] {
        let body = format!(
            "Name;{heading}\nAda Lenz;Gast\nCleo Dahl;Gast\nDora Ems;Gast\nBert Klug;{absent}\n"
        );
        let (world, output) = attendance(&body);
        assert_eq!(output.code, 3, "{heading}: {output}");
        assert!(
            said(&output).contains(&format!("says `{absent}`")),
            "{output}"
        );
        let came = there(&world);
        assert!(
            !came.contains(&"Klug, Bert".to_owned()) && came.contains(&"Lenz, Ada".to_owned()),
            "{heading}"
        );
        // What the organiser leaves out is left out.
        let (world, _) = attendance(&body);
        let map = format!("{heading}=ignore");
        let all = [
            "import",
            "list.csv",
            "--as",
            "attendance",
            "--session",
            "main",
            "--map",
            &map,
        ];
        let output = world.run(&all);
        assert!(
            there(&world).contains(&"Klug, Bert".to_owned()),
            "{heading}: {output}"
        );
    }
    // Where all cells say it, the column is read as presence, and a note says so.
    for heading in ["Typ", "Rolle", "Raum", "Sprache"] {
        let body = format!("Name;{heading}\nAda Lenz;anwesend\nBert Klug;abwesend\n");
        let (world, output) = attendance(&body);
        assert_eq!(output.code, 0, "{heading}: {output}");
        assert!(
            said(&output).contains(&format!("column `{heading}` is read as `present`")),
            "{output}"
        );
        assert_eq!(there(&world), ["Lenz, Ada"], "{heading}");
    }
}

#[test]
fn a_column_of_yes_and_no_is_asked_about_whatever_its_heading() {
    for heading in ["In the room", "Saal", "Turned up?", "Gesehen?"] {
        let body = format!("Name;{heading}\nAda Lenz;yes\nBert Klug;no\n");
        let (world, output) = attendance(&body);
        assert_eq!(output.code, 1, "{heading}: {output}");
        assert!(
            said(&output).contains(heading) && said(&output).contains("--map"),
            "{output}"
        );
        assert!(there(&world).is_empty());
    }
    // A column about coming whose cells are not understood.
    let (world, output) = attendance("Name;Anwesend/Abwesend\nAda Lenz;anw.\nBert Klug;abs.\n");
    assert_eq!(output.code, 1, "{output}");
    assert!(there(&world).is_empty());
    // Food and photographs decide nothing.
    let (world, output) = attendance("Name;Vegetarisch\nAda Lenz;ja\nBert Klug;nein\n");
    assert_eq!(output.code, 0, "{output}");
    assert_eq!(there(&world).len(), 2);
}

#[test]
fn titles_sections_and_file_names_of_the_absent_are_refused() {
    let plain = "Name;Organisation\nAda Lenz;Lenz Optik\nBert Klug;Klug KG\n";
    for (file, body) in [
        ("no-shows.csv", plain.to_owned()),
        ("Abwesende_8.10.csv", plain.to_owned()),
        ("list.csv", format!("Abwesende am 8.10.2020;\n{plain}")),
        (
            "list.csv",
            "Name;Organisation\nPresent:;\nAda Lenz;Lenz Optik\nAbsent:;\nBert Klug;Klug KG\n"
                .to_owned(),
        ),
    ] {
        let (world, output) = attendance_in(file, &body);
        assert_eq!(output.code, 1, "{file} {body}: {output}");
        assert!(
            said(&output).contains("no column says for each row"),
            "{output}"
        );
        assert!(there(&world).is_empty());
    }
    for file in ["Absagen.csv", "warteliste.csv"] {
        let output = sign_ups(file, SIGN_UPS);
        assert_eq!(output.code, 1, "{file}: {output}");
    }
    // A column says it for each row: the title is only a title.
    let said = "Anwesende und Abwesende;\nName;Anwesend\nAda Lenz;ja\nBert Klug;nein\n";
    let (world, output) = attendance(said);
    assert_eq!(output.code, 0, "{output}");
    assert_eq!(there(&world), ["Lenz, Ada"]);
}

#[test]
fn rows_of_another_session_or_day_are_set_aside() {
    let body = "Session;Name;Anwesend\nMain session;Ada Lenz;x\nRobotics lab;Bert Klug;x\n";
    let (world, output) = attendance(body);
    assert_eq!(output.code, 3, "{output}");
    assert!(
        said(&output).contains("the row names session `lab`"),
        "{output}"
    );
    assert_eq!(there(&world), ["Lenz, Ada"]);
    let body = "Date;Name;Attended\n2020-10-08;Ada Lenz;yes\n2020-10-15;Bert Klug;yes\n";
    let (world, output) = attendance(body);
    assert_eq!(output.code, 3, "{output}");
    assert!(
        said(&output).contains("is not a day of the event"),
        "{output}"
    );
    assert_eq!(there(&world), ["Lenz, Ada"]);
}

#[test]
fn lengths_without_a_unit_are_asked_about_where_minutes_do_not_fit() {
    for body in [
        "Name;Dauer\nAda Lenz;1,75\nBert Klug;0,5\n",
        "Name;Duration\nAda Lenz;9900\nBert Klug;2400\n",
    ] {
        let (_, output) = attendance(body);
        assert_eq!(output.code, 1, "{output}");
        assert!(
            said(&output).contains("may be hours, minutes or seconds"),
            "{output}"
        );
    }
    for (heading, long, short) in [
        ("Dauer (h)", "1,75", "0,5"),
        ("Duration (seconds)", "6300", "1800"),
        ("Minuten", "105", "30"),
    ] {
        let body = format!("Name;{heading}\nAda Lenz;{long}\nBert Klug;{short}\n");
        let (world, output) = attendance(&body);
        assert_eq!(output.code, 0, "{output}");
        let rows = report(&world);
        let minutes = |name: &str| {
            let row = rows.iter().find(|row| row["name"] == name);
            row.and_then(|row| row["minutes"].as_i64())
        };
        assert_eq!(minutes("Lenz, Ada"), Some(105), "{heading}");
        assert_eq!(minutes("Klug, Bert"), Some(30), "{heading}");
    }
    // `1:05` is a length and not a yes, `0:30` not a no.
    let (world, output) = attendance("Name;Watch time\nAda Lenz;1:05:00\nBert Klug;0:30:00\n");
    assert_eq!(output.code, 1, "{output}");
    assert!(
        said(&output).contains("--map 'Watch time=duration'"),
        "{output}"
    );
    assert!(there(&world).is_empty());
}

#[test]
fn a_sign_up_says_what_speaks_against_it() {
    for (heading, cell) in [
        ("Sprache", "storniert"),
        ("Ort", "Warteliste"),
        ("Notiz", "bitte aus der Liste nehmen"),
        ("Anmerkungen", "kann doch nicht kommen"),
        ("Notes", "no longer coming"),
    ] {
        let body = format!(
            "Name;E-Mail;{heading}\nAda Lenz;ada@lenz.example;{cell}\nBert Klug;b@k.example;vegan\nCleo Dahl;c@d.example;vegan\nEmil Fax;e@f.example;vegan\n"
        );
        let output = sign_ups("form.csv", &body);
        let said = said(&output);
        assert!(
            said.contains(&format!("says `{cell}`")),
            "{heading}: {output}"
        );
    }
    for (heading, cell) in [("Anzahl Tickets", "2"), ("Begleitperson", "Max Rau")] {
        let body = format!(
            "Name;E-Mail;{heading}\nAda Lenz;ada@lenz.example;{cell}\nBert Klug;b@k.example;\n"
        );
        let output = sign_ups("form.csv", &body);
        let said = said(&output);
        assert!(said.contains("counts as one person"), "{heading}: {output}");
    }
    let body =
        "Name;E-Mail;Ersetzt durch\nAda Lenz;ada@lenz.example;Max Rau\nBert Klug;b@k.example;\n";
    let output = sign_ups("form.csv", body);
    assert_eq!(output.code, 3, "{output}");
    assert!(
        said(&output).contains("says `Max Rau`: who comes?"),
        "{output}"
    );
    // Words for states below a heading about something else are asked about.
    let body = "Name;E-Mail;Typ\nAda Lenz;a@l.example;Anmeldung\nBert Klug;b@k.example;Abmeldung\nCleo Dahl;c@d.example;Storno\n";
    let output = sign_ups("form.csv", body);
    assert_eq!(output.code, 1, "{output}");
    assert!(said(&output).contains("--map 'Typ=status'"), "{output}");
    // Who cannot attend a session has not chosen it.
    let body = "Name;E-Mail;An welcher Session können Sie nicht teilnehmen?\nAda Lenz;a@l.example;Robotics lab\n";
    let output = sign_ups("form.csv", body);
    assert_eq!(output.code, 1, "{output}");
}
