//! What turns a yes into a no: in the same cell, beside a name, in a title, in another row.

use super::{attendance, attendance_in, everybody, said, sign_ups, there, world};
use crate::support::World;

fn list(heading: &str, ada: &str, bert: &str) -> String {
    format!(
        "Name;E-Mail;{heading}\nAda Lenz;ada@lenz.example;{ada}\nBert Klug;bert@klug.example;{bert}\n"
    )
}

#[test]
fn a_yes_that_is_taken_back_in_its_cell_is_no_yes() {
    for word in [
        "ja, abgesagt",
        "ja (war aber nicht da)",
        "x (abgesagt)",
        "!x",
    ] {
        let (world, output) = attendance(&list("Anwesend", "ja", word));
        assert_eq!(output.code, 3, "{word}: {}", said(&output));
        assert_eq!(there(&world), ["Lenz, Ada"], "{word}");
    }
    for word in [
        "ja, aber nicht erschienen",
        "ja, falls online",
        "nicht (mehr) angemeldet",
    ] {
        let output = sign_ups("list.csv", &list("Anmeldung", "ja", word));
        assert_eq!(output.code, 3, "{word}: {}", said(&output));
    }
    let sentences = list("Teilnahme", "Ich nehme teil", "Ich nehme leider nicht teil");
    let output = sign_ups("list.csv", &sentences);
    assert_eq!(output.code, 0, "{}", said(&output));
    let output = sign_ups("list.csv", &list("Anmeldung", "ja", "ja (vegetarisch)"));
    assert_eq!(output.code, 0, "{}", said(&output));
}

#[test]
fn a_state_after_the_name_or_the_address_sets_the_row_aside() {
    for (name, address) in [
        ("Bert Klug storniert", "bert@klug.example"),
        ("Bert Klug WL", "bert@klug.example"),
        ("Bert Klug (nicht mehr)", "bert@klug.example"),
        ("Bert Klug", "bert@klug.example (abgesagt)"),
    ] {
        let table = format!("Name;E-Mail;Thema\nAda Lenz;ada@lenz.example;a\n{name};{address};b\n");
        let output = sign_ups("list.csv", &table);
        assert_eq!(output.code, 3, "{name} {address}: {}", said(&output));
    }
    for name in ["Bert van der Nee", "Karl Krank", "Bert NO"] {
        let table = format!("Name;E-Mail;Thema\n{name};bert@klug.example;b\n");
        assert_eq!(sign_ups("list.csv", &table).code, 0, "{name}");
    }
}

#[test]
fn titles_that_deny_coming_refuse_the_file() {
    for title in [
        "Did not come",
        "Nicht teilgenommen haben",
        "Noch nicht bestätigt",
        "Nachrücker",
    ] {
        let (_, output) = attendance(&format!("{title}\nName\nAda Lenz\nBert Klug\n"));
        assert_eq!(output.code, 1, "{title}");
        assert!(output.stderr.contains(title), "{}", output.stderr);
    }
    let (_, output) = attendance("Teilgenommen haben\nName\nAda Lenz\nBert Klug\n");
    assert_eq!(output.code, 0, "{}", said(&output));
}

#[test]
fn a_title_of_another_day_refuses_a_list_without_days() {
    let table = |title: &str| format!("{title}\nName;Kam;Ging\nAda Lenz;09:00;10:00\n");
    for title in ["Datum: 04.04.2020", "Sitzung am 3. April 2019"] {
        let (_, output) = attendance(&table(title));
        assert_eq!(output.code, 1, "{title}: {}", said(&output));
        assert!(output.stderr.contains("--event"), "{}", output.stderr);
    }
    for title in ["Datum: 08.10.2020", "Stand: 12.10.2020", "Raum 2019"] {
        let (world, output) = attendance(&table(title));
        assert_eq!(output.code, 0, "{title}: {}", said(&output));
        assert_eq!(there(&world), ["Lenz, Ada"], "{title}");
    }
}

#[test]
fn an_empty_cell_among_states_or_days_is_a_gap() {
    let table = "Status;Name;E-Mail\nzugesagt;Ada Lenz;ada@lenz.example\n;Bert Klug;bert@klug.example\n\
                 abgesagt;Cleo Dahl;cleo@dahl.example\n;Dora Ems;dora@ems.example\n";
    let output = sign_ups("list.csv", table);
    assert_eq!(output.code, 3);
    assert!(output.stdout.contains("2 rejected"), "{}", output.stdout);
    // Where only those are marked who cancelled, the others come.
    let table =
        "Status;Name;E-Mail\n;Ada Lenz;ada@lenz.example\nstorniert;Bert Klug;bert@klug.example\n";
    assert_eq!(sign_ups("list.csv", table).code, 0);

    let (_, output) = attendance(
        "Datum;Name;Kam;Ging\n08.10.2020;Ada Lenz;09:00;10:00\n;Bert Klug;09:00;10:00\n09.10.2020;Cleo Dahl;09:00;10:00\n",
    );
    assert!(
        output.stdout.contains("line 3, column `Datum`: empty"),
        "{}",
        said(&output)
    );
}

#[test]
fn what_is_about_an_earlier_event_decides_nothing_unasked() {
    for heading in ["Status Vorjahr", "Teilnahme 2019", "Anmeldung letztes Jahr"] {
        let output = sign_ups("list.csv", &list(heading, "zugesagt", "abgesagt"));
        assert_eq!(output.code, 1, "{heading}: {}", said(&output));
    }
    let output = sign_ups("list.csv", &list("Teilnahme 2020", "zugesagt", "abgesagt"));
    assert_eq!(output.code, 0, "{}", said(&output));
    for heading in ["Session 2019", "Session (abgesagt)"] {
        let output = sign_ups("list.csv", &list(heading, "Robotics lab", "Robotics lab"));
        assert_eq!(output.code, 1, "{heading}: {}", said(&output));
    }
}

#[test]
fn the_excused_of_a_form_are_asked_about() {
    for heading in ["Entschuldigt", "Abwesend", "Nicht da"] {
        let output = sign_ups("list.csv", &list(heading, "", "x"));
        assert_eq!(output.code, 1, "{heading}: {}", said(&output));
        assert!(output.stderr.contains(&format!("--map '{heading}=void'")));
    }
}

#[test]
fn a_session_named_in_a_question_about_food_is_asked_about() {
    let world = world();
    world
        .line("session edit lab --title 'Networking dinner'")
        .success();
    world.write("list.csv", list("Will you stay for dinner?", "yes", "no"));
    let output = world.run(&["import", "list.csv"]);
    assert_eq!(output.code, 1, "{}", said(&output));
    assert!(output.stderr.contains("=session:lab'"), "{}", output.stderr);
    let lunch = sign_ups("list.csv", &list("Will you stay for lunch?", "yes", "no"));
    assert_eq!(lunch.code, 0, "{}", said(&lunch));
}

#[test]
fn a_cancelled_sign_up_beside_times_is_set_aside() {
    let (world, output) = attendance(
        "Name;Status;Kam;Ging\nAda Lenz;angemeldet;09:00;10:00\nBert Klug;storniert;09:00;10:00\n",
    );
    assert_eq!(output.code, 3, "{}", said(&output));
    assert_eq!(there(&world), ["Lenz, Ada"]);
}

#[test]
fn another_time_beside_coming_is_asked_about() {
    for heading in ["Rückreise", "Speech at", "Ticket gekauft um"] {
        let (_, output) = attendance(&format!(
            "Name;Kam;{heading}\nAda Lenz;09:00;10:00\nBert Klug;09:30;11:00\n"
        ));
        assert_eq!(output.code, 1, "{heading}: {}", said(&output));
        let way = format!("--map '{heading}=left_at'");
        assert!(output.stderr.contains(&way), "{}", output.stderr);
    }
}

#[test]
fn coming_to_a_door_is_coming_to_no_session() {
    let world = everybody();
    world.write(
        "list.csv",
        "Name;E-Mail;Check-in\nAda Lenz;ada@lenz.example;08:41\n",
    );
    let output = world.line("import list.csv --as attendance");
    assert_eq!(output.code, 3, "{}", said(&output));
    assert!(output.stdout.contains("add --session"), "{}", output.stdout);
    // Who came while a session was running came to that one.
    world.write(
        "late.csv",
        "Name;E-Mail;Check-in\nBert Klug;bert@klug.example;09:41\n",
    );
    world.line("import late.csv --as attendance").success();
}

#[test]
fn sums_with_a_word_are_nobody() {
    let output = sign_ups(
        "list.csv",
        "Nr.;Nachname;Vorname;Firma;Thema\n1;Lenz;Ada;Lenz Optik;a\n2;Klug;Bert;Klug KG;b\n;Gesamt;;2 Anmeldungen;\n",
    );
    assert!(output.stdout.contains("2 created"), "{}", said(&output));
}

fn programme(heading: &str, first: &str, second: &str) -> (World, i32) {
    let world = World::with_file();
    world.write(
        "programme.csv",
        format!(
            "kind,slug,title,start,end,timezone,{heading}\n\
             event,treffen,Treffen,2020-10-08 09:00,2020-10-08 18:00,Europe/Berlin,\n\
             breakout,a,Talk A,2020-10-08 09:00,2020-10-08 10:00,,{first}\n\
             breakout,b,Talk B,2020-10-08 10:00,2020-10-08 11:00,,{second}\n"
        ),
    );
    let code = world.line("import programme.csv --as programme").code;
    (world, code)
}

#[test]
fn only_the_sessions_of_a_programme_that_are_called_off_are_cancelled() {
    for (heading, held) in [("Status", "ok"), ("State", "ja"), ("Status", "bestätigt")] {
        let (world, code) = programme(heading, held, "abgesagt");
        assert_eq!(code, 0, "{heading}: {held}");
        let list = world.run(&["export", "programme"]).success();
        let cancelled: Vec<&str> = list.lines().filter(|it| it.contains(",yes")).collect();
        assert!(
            matches!(cancelled.as_slice(), [only] if only.contains("Talk B")),
            "{heading}, {held}: {list}"
        );
    }
    let (world, code) = programme("speakers", "Dr. Storno", "Ada Lenz");
    assert_eq!(code, 0);
    let list = world.run(&["export", "programme"]).success();
    assert!(list.contains("Storno"), "{list}");
}

#[test]
fn a_column_that_somebody_added_to_our_export_is_asked_about() {
    let world = everybody();
    let exported = world.run(&["export", "signups"]).success();
    for (heading, value) in [("Absage", "x"), ("Kommt", "nein")] {
        let mut lines = exported.lines();
        let mut edited = format!("{},{heading}\n", lines.next().unwrap());
        for line in lines {
            edited.push_str(&format!("{line},{value}\n"));
        }
        world.write("edited.csv", edited);
        let output = world.run(&["import", "edited.csv"]);
        assert_eq!(output.code, 1, "{heading}: {}", said(&output));
        let way = format!("--map '{heading}=ignore'");
        assert!(output.stderr.contains(&way), "{}", output.stderr);
    }
}

#[test]
fn a_stay_edited_in_our_export_does_not_count_beside_the_one_on_file() {
    let (world, _) = attendance_in("log.csv", "Name;Kam;Ging\nAda Lenz;09:00;11:00\n");
    let exported = world.run(&["export", "attendance"]).success();
    let edited = exported.replace("T11:00:00", "T10:00:00");
    assert_ne!(edited, exported);
    world.write("edited.csv", edited);
    let output = world.run(&["import", "edited.csv"]);
    assert_eq!(output.code, 3, "{}", said(&output));
    assert!(
        output.stdout.contains("with other times"),
        "{}",
        output.stdout
    );
    world.write("same.csv", exported);
    world.run(&["import", "same.csv"]).success();
}

#[test]
fn a_title_of_those_who_do_not_come_refuses_the_file_in_any_inflection() {
    for title in [
        "Liste der Nichterschienenen",
        "Elenco assenti",
        "Lista nieobecnych",
        "Unentschuldigte",
        "Missing people",
    ] {
        let (_, output) = attendance(&format!("{title}\nName\nAda Lenz\nBert Klug\n"));
        assert_eq!(output.code, 1, "{title}: {}", said(&output));
        assert!(output.stderr.contains(title), "{}", output.stderr);
    }
    for title in [
        "Stornierungen",
        "Keine Rückmeldung",
        "Cancellazioni",
        "Abgelehnte",
        "Nicht zugelassen",
        "Rücktritte",
    ] {
        let table = format!("{title}\nName;E-Mail;Thema\nAda Lenz;ada@lenz.example;a\n");
        let output = sign_ups("list.csv", &table);
        assert_eq!(output.code, 1, "{title}: {}", said(&output));
    }
    for title in [
        "Open Day",
        "Away Day 2020",
        "Reservierte Plätze",
        "Anmeldungen",
    ] {
        let table = format!("{title}\nName;E-Mail;Thema\nAda Lenz;ada@lenz.example;a\n");
        let output = sign_ups("list.csv", &table);
        assert_eq!(output.code, 0, "{title}: {}", said(&output));
    }
}

#[test]
fn dates_of_money_given_back_are_asked_about() {
    for heading in [
        "Erstattungsdatum",
        "Rückerstattung am",
        "Gesperrt am",
        "Refund date",
    ] {
        let output = sign_ups("list.csv", &list(heading, "", "01.09.2020"));
        assert_eq!(output.code, 1, "{heading}: {}", said(&output));
        assert!(output.stderr.contains("=void"), "{}", output.stderr);
    }
    let output = sign_ups("list.csv", &list("Fahrtkostenerstattung", "ja", "nein"));
    assert_eq!(output.code, 0, "{}", said(&output));
}

#[test]
fn a_state_that_holds_in_part_is_asked_about() {
    for state in ["partially refunded", "teilweise erstattet"] {
        let output = sign_ups("list.csv", &list("Status", "bestätigt", state));
        assert_eq!(output.code, 3, "{state}: {}", said(&output));
    }
}

#[test]
fn a_place_that_a_later_list_gives_up_is_named() {
    for (first, second) in [("zugesagt", "abgesagt"), ("abgesagt", "zugesagt")] {
        let world = world();
        world.write("first.csv", list("Status", "zugesagt", first));
        world.write("second.csv", list("Status", "zugesagt", second));
        let output = world.line("import first.csv second.csv").code(0);
        let note = "1 change of mind, and nothing says when they were sent, so the last line counts: line 3";
        assert!(output.stdout.contains(note), "{}", output.stdout);
        let again = world.line("import second.csv").code(0);
        assert!(!again.stdout.contains("change of mind"), "{}", again.stdout);
    }
}

#[test]
fn a_state_before_a_name_or_shortened_behind_it_is_no_part_of_it() {
    for name in [
        "ABGESAGT Bert Klug",
        "Warteliste: Bert Klug",
        "CANCELLED - Bert Klug",
        "Bert Klug -> Absage",
        "#Bert Klug",
        "Bert Klug (entf.)",
        "Bert Klug (Reserve)",
    ] {
        let table = format!("Name;E-Mail\nAda Lenz;ada@lenz.example\n{name};bert@klug.example\n");
        let output = sign_ups("list.csv", &table);
        assert_eq!(output.code, 3, "{name}: {}", said(&output));
        assert!(
            output.stdout.contains("line 3"),
            "{name}: {}",
            said(&output)
        );
    }
    for name in ["BERT KLUG", "Bert Maria Klug", "Bert Klug (Klug KG)"] {
        let table = format!("Name;E-Mail\nAda Lenz;ada@lenz.example\n{name};bert@klug.example\n");
        let output = sign_ups("list.csv", &table);
        assert_eq!(output.code, 0, "{name}: {}", said(&output));
    }
}

#[test]
fn the_end_of_a_letter_below_the_table_signs_nobody_up() {
    let output = sign_ups(
        "list.csv",
        "Name;E-Mail;Organisation\nAda Lenz;ada@lenz.example;Lenz Optik\n\nViele Grüße\nIda Horn\n",
    );
    assert_eq!(output.code, 0, "{}", said(&output));
    let skipped = "a note beside the table: lines 4, 5";
    assert!(output.stdout.contains(skipped), "{}", output.stdout);
    assert!(output.stdout.contains("1 created"), "{}", output.stdout);
    let output = sign_ups(
        "list.csv",
        "Name;E-Mail;Organisation\nAda Lenz;ada@lenz.example;Lenz Optik\ndropped out;;\n\
         Bert Klug;bert@klug.example;Klug KG\n",
    );
    assert_eq!(output.code, 1, "{}", said(&output));
    assert!(output.stderr.contains("dropped out"), "{}", output.stderr);
}

#[test]
fn who_cancelled_is_not_brought_back_by_a_row_that_does_not_say_so() {
    let cancelled = || {
        let world = world();
        world.write("first.csv", list("Status", "zugesagt", "abgesagt"));
        world.line("import first.csv").success();
        world
    };
    // Nothing says when it was sent.
    let world = cancelled();
    world.write("again.csv", list("Ernährung", "vegan", "vegan"));
    let output = world.line("import again.csv --as signups").code(3);
    assert!(output.stdout.contains("line 3"), "{}", output.stdout);
    // It was sent before the cancellation, or after it.
    for (sent, comes) in [("01.09.2020 10:00", false), ("01.01.2040 10:00", true)] {
        let world = cancelled();
        world.write("again.csv", list("Angemeldet am", "01.09.2020 09:00", sent));
        world.line("import again.csv").success();
        let signups = world.line("export signups --format json").success();
        let rows: Vec<serde_json::Value> = serde_json::from_str(&signups).unwrap();
        let of_bert = rows.iter().find(|row| row["given_name"] == "Bert").unwrap();
        assert_eq!(of_bert["status"] == "confirmed", comes, "{sent}");
    }
}

#[test]
fn two_columns_of_one_session_that_disagree_are_asked_about() {
    for (one, other) in [
        ("Main session (angemeldet)", "Main session (anwesend)"),
        ("Main session", "main"),
    ] {
        let table = |bert: &str| format!("Name;{one};{other}\nAda Lenz;x;x\nBert Klug;x;{bert}\n");
        let world = everybody();
        world.write("list.csv", table(""));
        let output = world.line("import list.csv --as attendance").code(1);
        assert!(output.stderr.contains(one), "{}", output.stderr);
        world.write("list.csv", table("x"));
        world.line("import list.csv --as attendance").success();
        assert_eq!(there(&world), ["Klug, Bert", "Lenz, Ada"]);
    }
}

#[test]
fn a_second_form_that_chooses_another_session_changes_no_mind() {
    let world = world();
    let form = |name: &str, day: u32, session: &str| {
        let text = format!(
            "Zeitstempel;Name;E-Mail;Session\n0{day}.09.2020 10:00:00;Ada Lenz;ada@lenz.example;{session}\n"
        );
        world.write(name, text);
        world.run(&["import", name, "--as", "signups"])
    };
    drop(form("first.csv", 1, "Main session").success());
    let further = form("second.csv", 2, "Robotics lab").success();
    assert!(
        further.contains("those chosen before stay: line 2"),
        "{further}"
    );
    assert!(!further.contains("change of mind"), "{further}");
    let rows = world.run(&["export", "signups"]).success();
    for session in ["main", "lab"] {
        assert!(
            rows.contains(&format!("treffen,{session},1,,Ada,Lenz")),
            "{rows}"
        );
    }
}
