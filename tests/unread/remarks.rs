//! Remarks and lengths below headings that no list knows.

use super::presence::minutes;
use super::{attendance, said, sign_ups, there, world};

#[test]
fn a_remark_that_denies_what_its_mark_says_sets_the_row_aside() {
    let list = |heading: &str, remark: &str| {
        format!("Name;Anwesend;{heading}\nAda Lenz;x;\nBert Klug;x;{remark}\nCleo Dahl;x;vegan\n")
    };
    for (heading, remark) in [
        ("Bemerkung", "nicht gesehen"),
        ("Kommentar", "fehlte krankheitsbedingt"),
        ("Info", "blieb fern"),
        ("Opmerking", "was er niet"),
        ("Bemerkungen", "abgemeldet per Mail 7.10."),
        ("Vermerk", "war doch nicht im Saal"),
    ] {
        let (world, output) = attendance(&list(heading, remark));
        assert_eq!(output.code, 3, "{remark}: {}", said(&output));
        let way = format!("--map '{heading}=ignore'");
        assert!(output.stdout.contains(&way), "{}", said(&output));
        assert_eq!(there(&world), ["Dahl, Cleo", "Lenz, Ada"], "{remark}");
    }
    for (heading, remark) in [
        ("Bemerkung", "kam mit dem Rad"),
        ("Bemerkung", "Rechnung storniert"),
        ("Bemerkung", "Parkplatz nicht bezahlt"),
        ("Essen", "nicht vegetarisch"),
        ("Rolle", "nicht stimmberechtigt"),
    ] {
        let (world, output) = attendance(&list(heading, remark));
        assert_eq!(output.code, 0, "{heading}, {remark}: {}", said(&output));
        assert_eq!(there(&world).len(), 3, "{heading}, {remark}");
    }
}

#[test]
fn a_remark_that_takes_a_sign_up_back_sets_the_row_aside() {
    let list = |heading: &str, remark: &str| {
        format!(
            "Name;E-Mail;{heading}\nAda Lenz;ada@lenz.example;\nBert Klug;bert@klug.example;{remark}\n"
        )
    };
    for remark in [
        "Abmeldung per Mail vom 3.10.",
        "Teilnahme nicht möglich",
        "tritt zurück",
        "schickt Vertretung",
        "Kollegin Mira Stoll kommt statt mir",
    ] {
        let output = sign_ups("list.csv", &list("Bemerkung", remark));
        assert_eq!(output.code, 3, "{remark}: {}", said(&output));
        assert!(output.stdout.contains("=answer'"), "{}", said(&output));
    }
    for (heading, remark) in [
        ("Bemerkung", "Rechnung storniert"),
        ("Bemerkung", "kommt mit dem Zug"),
        ("Bemerkung", "Vertretung möglich; melde mich"),
        ("Wunsch", "Abmeldung vom Newsletter"),
    ] {
        let output = sign_ups("list.csv", &list(heading, remark));
        assert_eq!(output.code, 0, "{remark}: {}", said(&output));
    }
}

#[test]
fn a_length_below_an_unknown_heading_bounds_the_times_or_is_asked_about() {
    let list = |heading: &str, length: &str| {
        format!(
            "Name;Kam;Ging;{heading}\nAda Lenz;09:30;11:30;{length}\nBert Klug;09:30;11:30;{length}\n"
        )
    };
    for (heading, length) in [
        ("Total Time Spent (mins)", "60"),
        ("Watch time (minutes)", "60"),
        ("Attended minutes", "60"),
        ("Nettozeit", "60 min"),
        ("Live attendance duration", "1 h"),
    ] {
        let (world, output) = attendance(&list(heading, length));
        assert_eq!(output.code, 0, "{heading}: {}", said(&output));
        let counted = minutes(&world);
        assert!(
            counted.iter().all(|(_, it)| *it == Some(60)),
            "{heading}: {counted:?}"
        );
    }
    let (world, output) = attendance(&list("Durée de présence", "1:00"));
    assert_eq!(output.code, 1, "{}", said(&output));
    let way = "--map 'Durée de présence=duration'";
    assert!(output.stderr.contains(way), "{}", output.stderr);
    assert!(there(&world).is_empty());
    // How long somebody spoke says nothing about how long they were there.
    for (heading, length) in [("Redezeit (min)", "12"), ("Punkte", "60")] {
        let (world, output) = attendance(&list(heading, length));
        assert_eq!(output.code, 0, "{heading}: {}", said(&output));
        let counted = minutes(&world);
        assert!(
            counted.iter().all(|(_, it)| *it == Some(120)),
            "{heading}: {counted:?}"
        );
    }
}

#[test]
fn dates_of_another_moment_are_no_times_of_request() {
    for heading in ["Letzte Änderung", "Eingeladen am", "Bezahlt am"] {
        let list = format!(
            "Name;E-Mail;Session;{heading}\nAda Lenz;ada@lenz.example;lab;01.09.2020\n\
             Bert Klug;bert@klug.example;lab;02.09.2020\n"
        );
        let world = world();
        world.write("list.csv", &list);
        let output = world.line("import list.csv --as signups");
        assert_eq!(output.code, 0, "{heading}: {}", said(&output));
        // The date is an answer, and nobody asked for a place at it.
        let export = world.line("export signups --format json").success();
        let rows: Vec<serde_json::Value> = serde_json::from_str(&export).unwrap();
        assert_eq!(rows.len(), 2, "{export}");
        for row in rows {
            assert!(row["requested_at"].is_null(), "{heading}: {row}");
            assert!(row.to_string().contains(heading), "{heading}: {row}");
        }
    }
    // Signing up is spoken of: which date it is has to be said.
    let list = "Name;E-Mail;Session;Letzte Anmeldung\nAda Lenz;ada@lenz.example;lab;01.09.2020\n\
                Bert Klug;bert@klug.example;lab;02.09.2020\n";
    let output = sign_ups("list.csv", list);
    assert_eq!(output.code, 1, "{}", said(&output));
    assert!(
        output.stderr.contains("=requested_at'"),
        "{}",
        output.stderr
    );
}

#[test]
fn a_wish_to_cancel_is_asked_about() {
    let list = "Name;E-Mail;Ich möchte mich abmelden\nAda Lenz;ada@lenz.example;Nein\n\
                Bert Klug;bert@klug.example;Ja\nCleo Dahl;cleo@dahl.example;Nein\n";
    let output = sign_ups("list.csv", list);
    assert_eq!(output.code, 1, "{}", said(&output));
    assert!(
        output.stderr.contains("Ich möchte mich abmelden"),
        "{}",
        output.stderr
    );
}

#[test]
fn what_is_about_a_sign_up_says_nothing_about_who_came() {
    for heading in ["Zusage", "Eingeladen", "Registered", "Tagungsmappe"] {
        let list =
            format!("Name;Anwesend;{heading}\nAda Lenz;x;ja\nBert Klug;;ja\nCleo Dahl;x;nein\n");
        let (world, output) = attendance(&list);
        assert_eq!(output.code, 0, "{heading}: {}", said(&output));
        assert_eq!(there(&world), ["Dahl, Cleo", "Lenz, Ada"], "{heading}");
    }
    let list = "Name;Anwesend;Raum 2\nAda Lenz;x;ja\nBert Klug;;ja\nCleo Dahl;x;nein\n";
    let (_, output) = attendance(list);
    assert_eq!(output.code, 1, "{}", said(&output));
}

#[test]
fn a_poll_of_sessions_with_an_empty_corner_is_read() {
    let world = world();
    world.write(
        "poll.csv",
        "\"\",\"Main session\",\"Robotics lab\"\n\"Ada Lenz\",\"Ja\",\"Nein\"\n\"Bert Klug\",\"Nein\",\"Ja\"\n",
    );
    world.line("import poll.csv --as signups").success();
    let rows = world.run(&["export", "signups"]).success();
    assert!(rows.contains("treffen,main,1,,Ada,Lenz"), "{rows}");
    assert!(rows.contains("treffen,lab,2,,Bert,Klug"), "{rows}");
}

#[test]
fn recipients_below_a_heading_for_addresses_have_their_names() {
    let world = world();
    world.write(
        "to.csv",
        "E-Mail\nAda Lenz <ada@lenz.example>\n\"\"\"Klug, Bert\"\" <bert@klug.example>\"\nbare@dahl.example <bare@dahl.example>\n",
    );
    let output = world.line("import to.csv --as signups").code(3);
    assert!(output.stdout.contains("line 4"), "{}", output.stdout);
    let people = world.run(&["export", "people"]).success();
    for person in ["Ada,Lenz,ada@lenz.example", "Bert,Klug,bert@klug.example"] {
        assert!(people.contains(person), "{people}");
    }
}

#[test]
fn whoever_tries_the_form_is_named() {
    let list = |name: &str| format!("Name;E-Mail\nAda Lenz;ada@lenz.example\n{name};t@t.example\n");
    for name in ["Test Test", "Tester"] {
        let output = sign_ups("list.csv", &list(name));
        assert_eq!(output.code, 0, "{name}: {}", said(&output));
        assert!(
            output.stdout.contains("--skip-lines 3"),
            "{}",
            said(&output)
        );
    }
    for name in ["Anna Test", "Petra Testa"] {
        let output = sign_ups("list.csv", &list(name));
        assert!(!output.stdout.contains("--skip-lines"), "{}", said(&output));
    }
}

#[test]
fn a_legend_of_a_heading_needs_no_brackets() {
    let list = |heading: &str| format!("Name;{heading}\nAda Lenz;1\nBert Klug;0\nCleo Dahl;1\n");
    let (world, output) = attendance(&list("anwesend 1 = ja, 0 = nein"));
    assert_eq!(output.code, 0, "{}", said(&output));
    assert_eq!(there(&world), ["Dahl, Cleo", "Lenz, Ada"]);
    let (world, output) = attendance(&list("anwesend 1 = nein, 0 = ja"));
    assert_eq!(output.code, 0, "{}", said(&output));
    assert_eq!(there(&world), ["Klug, Bert"]);
}

#[test]
fn a_time_in_a_remark_between_those_of_the_row_sets_it_aside() {
    let list = |heading: &str, remark: &str| {
        format!(
            "Name;Kommt;Geht;{heading}\nAda Lenz;09:00;12:00;\nBert Klug;09:00;12:00;{remark}\n"
        )
    };
    for remark in [
        "ging schon um 10:30",
        "nur bis 11",
        "left at 11 am",
        "war 10.15 Uhr kurz weg",
        "Telefonat (10:15-10:45)",
        "vanaf 10h",
    ] {
        let (world, output) = attendance(&list("Bemerkung", remark));
        assert_eq!(output.code, 3, "{remark}: {}", said(&output));
        assert!(output.stdout.contains("line 3"), "{}", said(&output));
        assert!(
            output.stdout.contains("'Bemerkung=ignore'"),
            "{}",
            said(&output)
        );
        assert_eq!(there(&world), ["Lenz, Ada"], "{remark}");
    }
    // Times of the row itself or outside it, of something else, days, and numbers of something.
    for (heading, remark) in [
        ("Bemerkung", "kam um 9:00"),
        ("Bemerkung", "blieb bis 12"),
        ("Bemerkung", "Zug um 18:30"),
        ("Bemerkung", "Anreise 10:30"),
        ("Bemerkung", "angemeldet am 7.10."),
        ("Bemerkung", "mit 10 Kollegen"),
        ("Tisch", "10:30"),
    ] {
        let (world, output) = attendance(&list(heading, remark));
        assert_eq!(output.code, 0, "{heading}, {remark}: {}", said(&output));
        assert_eq!(there(&world).len(), 2, "{heading}, {remark}");
    }
}
