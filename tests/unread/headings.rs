//! Headings, names, marks and sheets that are not understood: asked about or set aside.

use super::{PROGRAMME, attendance, said, sign_ups, there, world};
use crate::support::World;

/// Imports sign-ups of Ada and Bert with a further column; returns the exit code.
fn code_of(heading: &str, ada: &str, bert: &str) -> i32 {
    let table = format!(
        "Name;E-Mail;{heading}\nAda Lenz;ada@lenz.example;{ada}\nBert Klug;bert@klug.example;{bert}\n"
    );
    sign_ups("list.csv", &table).code
}

#[test]
fn states_below_a_heading_about_something_else_do_not_decide_who_comes() {
    for (heading, yes, no) in [
        ("Zahlung", "bezahlt", "offen"),
        ("Gremium", "bestätigt", "abgelehnt"),
    ] {
        assert_eq!(code_of(heading, yes, no), 1, "{heading}");
    }
    // About the sign-up itself, whatever the heading.
    for heading in ["Buchungsstatus", "Zustand der Anmeldung", "RSVP"] {
        assert_eq!(code_of(heading, "bestätigt", "storniert"), 0, "{heading}");
    }
    assert_eq!(code_of("Vorgang", "Anmeldung", "Abmeldung"), 0);
    // Beside a status it decides nothing.
    let code = |table: &str| sign_ups("list.csv", table).code;
    let table = "Name;Status;Vortragsstatus;bezahlt\nAda Lenz;angemeldet;angenommen;ja\n\
                 Bert Klug;angemeldet;abgelehnt;nein\n";
    assert_eq!(code(table), 0);
    // A talk is not a place.
    assert_eq!(code_of("Vortrag", "angenommen", "abgelehnt"), 0);
    assert_eq!(code_of("Titel des Beitrags", "Wege", "Warteliste"), 0);
}

#[test]
fn only_dates_of_signing_up_give_out_the_places() {
    let list = |heading: &str| {
        format!(
            "Name;E-Mail;{heading}\nAda Lenz;ada@lenz.example;02.09.2020 10:00\n\
             Bert Klug;bert@klug.example;01.09.2020 10:00\n"
        )
    };
    for heading in ["Letzte Anmeldung", "Frumsla"] {
        assert_eq!(sign_ups("list.csv", &list(heading)).code, 1, "{heading}");
    }
    // Dates of another moment decide nothing where there is a place for everybody.
    for heading in [
        "Last modified",
        "Eingeladen am",
        "Bezahlt am",
        "Exportdatum",
        "Zuletzt online",
    ] {
        assert_eq!(sign_ups("list.csv", &list(heading)).code, 0, "{heading}");
        let world = world();
        world.line("session edit lab --capacity 1").success();
        world.write("list.csv", list(heading));
        let output = world.line("import list.csv --as signups").code(1);
        assert!(output.stderr.contains(heading), "{}", output.stderr);
    }
    for heading in ["Eingang am", "Wann gebucht", "Date of booking"] {
        let code = code_of(heading, "02.09.2020 10:00", "01.09.2020 10:00");
        assert_eq!(code, 0, "{heading}");
    }
    // The same date in every row puts nobody before anybody.
    assert_eq!(code_of("Absage bis", "28.09.2020", "28.09.2020"), 0);
}

#[test]
fn the_time_of_day_belongs_to_the_date_of_the_request() {
    for (date, time) in [
        ("Anmeldedatum", "Anmeldezeit"),
        ("Datum", "Uhrzeit"),
        ("Date", "Time"),
    ] {
        let table = format!(
            "{date};{time};Name;E-Mail;Session\n\
             01.09.2020;15:00;Bert Klug;bert@klug.example;Robotics lab\n\
             01.09.2020;09:00;Ada Lenz;ada@lenz.example;Robotics lab\n"
        );
        let world = world();
        world.line("session edit lab --capacity 1").success();
        world.write("list.csv", table);
        world.line("import list.csv --as signups").success();
        let signups = world.line("export signups --format json").success();
        let rows: Vec<serde_json::Value> = serde_json::from_str(&signups).unwrap();
        let ada = rows
            .iter()
            .find(|row| row["given_name"] == "Ada" && row["session"] == "lab")
            .unwrap();
        assert_eq!(ada["status"], "confirmed", "{date}");
    }
}

#[test]
fn names_of_sessions_are_a_choice_only_below_a_heading_about_choosing() {
    let code = |heading: &str| code_of(heading, "Robotics lab", "Main session");
    for heading in [
        "Session",
        "Welcher Workshop?",
        "Auswahl",
        "Nachmittag",
        "Track",
    ] {
        assert_eq!(code(heading), 0, "{heading}");
    }
    for heading in [
        "Verpasste Session",
        "Sessions attended last year",
        "Helfer bei",
        "Stimme für",
        "Beste Session",
    ] {
        assert_eq!(code(heading), 1, "{heading}");
    }
}

#[test]
fn a_line_over_the_rows_of_those_without_a_place_refuses_the_list() {
    for section in [
        "Waiting list",
        "Declined",
        "Liste d'attente",
        "--- Absagen ---",
        "ABGESAGT (2)",
        "Krank:",
        "Nicht dabei",
        "No shows",
    ] {
        let table = format!(
            "Name;E-Mail\nAda Lenz;ada@lenz.example\n{section};\nBert Klug;bert@klug.example\n"
        );
        let output = sign_ups("list.csv", &table);
        assert_eq!(output.code, 1, "{section}: {}", said(&output));
    }
    // A word that is not known may stand over rows as well.
    let table = "Name;E-Mail\nAda Lenz;ada@lenz.example\nFrumsel;\nBert Klug;bert@klug.example\n";
    let output = sign_ups("list.csv", table);
    assert_eq!(output.code, 1);
    assert!(said(&output).contains("`Frumsel`"), "{}", said(&output));
    let table =
        "Name;E-Mail\nAda Lenz;ada@lenz.example\nOtto Frumsel;\nBert Klug;bert@klug.example\n";
    assert_eq!(sign_ups("list.csv", table).code, 0);
}

#[test]
fn a_name_that_is_not_one_person_is_set_aside() {
    for name in [
        "Lenz Optik GmbH",
        "Familie Lenz",
        "Ada Lenz (+ 2)",
        "Ada Lenz (abgesagt)",
    ] {
        let table = format!("Name;E-Mail\n{name};ada@lenz.example\nBert Klug;bert@klug.example\n");
        let output = sign_ups("list.csv", &table);
        assert_eq!(output.code, 3, "{name}");
        assert!(
            said(&output).contains("line 2"),
            "{name}: {}",
            said(&output)
        );
    }
}

#[test]
fn a_legend_that_turns_the_marks_round_is_not_passed_over() {
    let below = |legend: &str| format!("Name;Anwesenheit\nAda Lenz;\nBert Klug;x\n{legend};\n");
    let above = |legend: &str| format!("{legend}\nName;Anwesenheit\nAda Lenz;\nBert Klug;x\n");
    for legend in [
        "x = abwesend",
        "Legende: x = fehlt",
        "Bitte Abwesende ankreuzen",
        "0 = da, 1 = fehlt",
    ] {
        for table in [below(legend), above(legend)] {
            let (world, output) = attendance(&table);
            assert_eq!(output.code, 1, "{legend}: {}", said(&output));
            assert!(there(&world).is_empty(), "{legend}");
        }
    }
    let (world, output) = attendance(&above("x = anwesend"));
    assert_eq!(output.code, 0, "{}", said(&output));
    assert_eq!(there(&world), ["Klug, Bert"]);
}

#[test]
fn a_doubtful_cell_does_not_say_who_was_there() {
    for cell in ["ja?", "(ja)", "#N/A", "k. A.", "NaN"] {
        let table = format!("Name;Anwesend\nAda Lenz;ja\nBert Klug;{cell}\nCleo Dahl;nein\n");
        let (world, output) = attendance(&table);
        assert_eq!(output.code, 3, "{cell}");
        assert!(
            said(&output).contains("line 3"),
            "{cell}: {}",
            said(&output)
        );
        assert_eq!(there(&world), ["Lenz, Ada"], "{cell}");
    }
}

#[test]
fn a_heading_that_names_an_unknown_zone_is_refused() {
    let code = |zone: &str| {
        let table = format!(
            "Name,Join Time ({zone}),Leave Time ({zone})\nAda Lenz,2020-10-08 09:00,2020-10-08 11:00\n"
        );
        attendance(&table).1.code
    };
    for zone in ["MSK", "UK time", "host time zone"] {
        assert_eq!(code(zone), 1, "{zone}");
    }
    for zone in ["Europe/Berlin", "MESZ", "Central European Summer Time"] {
        assert_eq!(code(zone), 0, "{zone}");
    }
    let table = "Name,Join Time (America/New_York),Leave Time (America/New_York)\n\
                 Ada Lenz,2020-10-08 03:30,2020-10-08 05:30\n";
    let (world, output) = attendance(table);
    assert_eq!(output.code, 0, "{}", said(&output));
    assert_eq!(there(&world), ["Lenz, Ada"]);
}

#[test]
fn bare_lengths_and_hours_in_one_cell_are_asked_about() {
    for table in [
        "Name,Email,Duration\nAda Lenz,ada@lenz.example,5400\nBert Klug,bert@klug.example,2700\n",
        "Name,Email,Duration\nAda Lenz,ada@lenz.example,2.5\nBert Klug,bert@klug.example,0.5\n",
        "Name;Zeit\nAda Lenz;09:00–10:30\nBert Klug;10:00–12:00\n",
        "Name;Vormittag;Nachmittag\nAda Lenz;x;x\nBert Klug;;x\n",
        "Name;Ausgabe;Kam;Ging\nAda Lenz;08.10.2020;09:00;11:00\nBert Klug;07.10.2020;09:00;11:00\n",
        "Name;Attendance required\nAda Lenz;Yes\nBert Klug;No\n",
        "Name;Raum;Kam;Ging\nAda Lenz;Main session;09:00;11:00\nBert Klug;Robotics lab;09:00;11:00\n",
    ] {
        let (world, output) = attendance(table);
        assert_eq!(output.code, 1, "{table}: {}", said(&output));
        assert!(there(&world).is_empty(), "{table}");
    }
}

#[test]
fn an_inspection_shows_the_columns_of_a_list_that_is_refused() {
    let world = world();
    world.write(
        "list.csv",
        "Name;E-Mail;Kommt es?;Firma\nAda Lenz;ada@lenz.example;ja;Lenz Optik\n\
         Bert Klug;bert@klug.example;nein;Klug KG\n",
    );
    let output = world.line("inspect list.csv --as signups").code(1);
    let lines: Vec<&str> = output.stdout.lines().collect();
    let row = |heading: &str| {
        let line = lines.iter().find(|line| line.contains(heading)).unwrap();
        line.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert!(row("Name ").contains(&"name".to_owned()), "{output}");
    assert!(row("Kommt es?").contains(&"asked".to_owned()), "{output}");
    assert!(
        row("Firma").contains(&"organisation".to_owned()),
        "{output}"
    );
    assert!(
        output.stderr.contains("--map 'Kommt es?=status'"),
        "{output}"
    );
}

#[test]
fn a_question_whether_somebody_comes_is_answered_by_yes_and_no() {
    for heading in [
        "Werden Sie teilnehmen?",
        "Können Sie am Treffen teilnehmen?",
        "Nehmen Sie an der Veranstaltung teil?",
        "Will you attend the conference?",
        "Participerez-vous à l'événement ?",
    ] {
        let table = format!(
            "Name;E-Mail;{heading}\nAda Lenz;ada@lenz.example;ja\nBert Klug;bert@klug.example;nein\n"
        );
        let world = world();
        world.write("list.csv", table);
        world.run(&["import", "list.csv"]).success();
        let signups = world.run(&["export", "signups"]).success();
        assert!(
            signups.contains("Ada,Lenz,ada@lenz.example,,confirmed"),
            "{heading}: {signups}"
        );
        assert!(
            signups.contains("Bert,Klug,bert@klug.example,,cancelled"),
            "{heading}: {signups}"
        );
    }
    // Turned round, about something else, or about what was.
    for heading in [
        "Können Sie nicht teilnehmen?",
        "Nehmen Sie am Grillfest teil?",
        "Haben Sie teilgenommen?",
    ] {
        assert_eq!(code_of(heading, "ja", "nein"), 1, "{heading}");
    }
}

#[test]
fn who_has_not_paid_is_signed_up_all_the_same() {
    for heading in ["bezahlt", "Paid?", "Rechnung"] {
        let output = sign_ups(
            "list.csv",
            &format!(
                "Name;E-Mail;{heading}\nAda Lenz;ada@lenz.example;ja\nBert Klug;bert@klug.example;nein\n"
            ),
        );
        assert_eq!(output.code, 0, "{heading}: {}", output.stderr);
        assert!(output.stdout.contains("2 created"), "{heading}");
    }
}

#[test]
fn a_legend_gives_marks_their_meaning() {
    let table = "Name;E-Mail;Status (1 = angemeldet, 2 = storniert)\n\
                 Ada Lenz;ada@lenz.example;1\nBert Klug;bert@klug.example;2\n";
    let world = world();
    world.write("list.csv", table);
    world.run(&["import", "list.csv"]).success();
    let signups = world.run(&["export", "signups"]).success();
    assert!(signups.contains("ada@lenz.example,,confirmed"), "{signups}");
    assert!(
        signups.contains("bert@klug.example,,cancelled"),
        "{signups}"
    );

    let list = "1 = anwesend, 2 = entschuldigt, 3 = gefehlt\nName;Anwesenheit\n\
                Ada Lenz;1\nBert Klug;2\nCleo Dahl;3\n";
    assert_eq!(there(&attendance(list).0), ["Lenz, Ada"]);
    // Where only absence has a mark, an empty cell may mean presence.
    let (_, output) = attendance("Name;Da (x = abwesend)\nAda Lenz;x\nBert Klug;\n");
    assert_eq!(output.code, 1, "{}", output.stderr);
}

#[test]
fn rows_of_the_same_moment_do_not_outvote_each_other() {
    for moment in ["20.09.2020", "20.09.2020 10:00:00"] {
        let output = sign_ups(
            "list.csv",
            &format!(
                "Name;E-Mail;Zeitstempel;Status\nAda Lenz;ada@lenz.example;{moment};storniert\n\
                 Ada Lenz;ada@lenz.example;{moment};angemeldet\nBert Klug;bert@klug.example;19.09.2020;angemeldet\n"
            ),
        );
        assert_eq!(output.code, 3, "{}", output.stderr);
        assert!(
            output.stdout.contains("line 3 says something else"),
            "{}",
            output.stdout
        );
    }
}

#[test]
fn a_list_of_when_people_left_does_not_say_who_stayed() {
    let (_, output) = attendance("Name;Left at\nAda Lenz;11:40\nBert Klug;\n");
    assert_eq!(output.code, 3);
    assert!(
        output.stdout.contains("line 3, column `Left at`: no time"),
        "{}",
        output.stdout
    );
}

#[test]
fn a_file_that_names_another_event_is_reported() {
    let note = |event: &str| {
        let table = format!(
            "Name;E-Mail;Status;Event Name\nAda Lenz;ada@lenz.example;angemeldet;{event}\nBert Klug;bert@klug.example;angemeldet;{event}\n"
        );
        sign_ups("list.csv", &table)
            .stdout
            .contains("the event is `Treffen`")
    };
    assert!(note("Sommerfest 2019"));
    assert!(!note("Treffen der Netzwerke"));
}

#[test]
fn times_of_request_are_found_in_whatever_is_counted_or_asked_about() {
    let table = |heading: &str, first: &str, second: &str| {
        format!(
            "Name;E-Mail;Thema;{heading}\nAda Lenz;ada@lenz.example;a;{first}\nBert Klug;bert@klug.example;b;{second}\n"
        )
    };
    for (heading, first, second) in [
        ("tstamp", "1599990000", "1599900000"),
        ("Spalte 4", "44088.4271", "44087.9134"),
        ("Datum", "20.9.", "19.9."),
        ("Datum", "gestern", "vorgestern"),
    ] {
        let output = sign_ups("list.csv", &table(heading, first, second));
        assert_eq!(output.code, 1, "{heading}: {}", said(&output));
        assert!(output.stderr.contains("=requested_at"), "{}", output.stderr);
    }
    // Nobody signs up when it is over.
    let output = sign_ups(
        "list.csv",
        &table("Submitted at", "2020-10-09 10:00", "2020-10-10 11:00"),
    );
    assert_eq!(output.code, 1, "{}", said(&output));
    let world = world();
    world.write(
        "list.csv",
        table("Order time", "2020-09-20 16:12", "2020-09-19 09:41"),
    );
    world.line("import list.csv --as signups").success();
    let export = world.line("export signups --format csv").success();
    assert!(export.contains("2020-09-20T16:12:00+02:00"), "{export}");
}

#[test]
fn lists_of_money_and_of_letters_are_no_lists_of_sign_ups() {
    for table in [
        "Rechnungsnr.;Rechnungsdatum;Kunde;E-Mail;Betrag;Bezahlt\nR1;03.02.2020;Ada Lenz;ada@lenz.example;50,00;ja\n",
        "Name;E-Mail;Newsletter abonniert;Mitglied\nAda Lenz;ada@lenz.example;ja;nein\n",
    ] {
        let world = world();
        world.write("list.csv", table);
        let output = world.line("import list.csv");
        assert_eq!(output.code, 1, "{table}: {}", said(&output));
        assert!(output.stderr.contains("--as signups"), "{}", output.stderr);
    }
}

#[test]
fn ordinary_columns_are_not_asked_about() {
    for (heading, first, second) in [
        ("Teilnahmebescheinigung gewünscht", "ja", "nein"),
        ("Certificate of attendance needed", "yes", "no"),
        ("Erstteilnahme", "ja", "nein"),
        ("Terms accepted", "TRUE", "TRUE"),
        ("Adhérent", "oui", "non"),
        ("Ermäßigung", "ja", "nein"),
    ] {
        let table = format!(
            "Name;E-Mail;Anmeldedatum;{heading}\nAda Lenz;ada@lenz.example;01.09.2020 10:00;{first}\n\
             Bert Klug;bert@klug.example;02.09.2020 11:00;{second}\n"
        );
        let output = sign_ups("list.csv", &table);
        assert_eq!(output.code, 0, "{heading}: {}", said(&output));
    }
    for (heading, first, second) in [
        ("Bezahlt", "ja", "nein"),
        ("Weiterleitung an Partner erlaubt", "ja", "nein"),
        ("Can we share your contact details?", "yes", "no"),
        ("Anreise am", "07.10.2020", "08.10.2020"),
        ("Gruppe", "A", "A"),
        ("Tisch", "3", "4"),
        ("Arrival", "train", "car"),
    ] {
        let table =
            format!("Name;Anwesend;{heading}\nAda Lenz;ja;{first}\nBert Klug;ja;{second}\n");
        let (world, output) = attendance(&table);
        assert_eq!(output.code, 0, "{heading}: {}", said(&output));
        assert_eq!(there(&world), ["Klug, Bert", "Lenz, Ada"], "{heading}");
    }
    for heading in ["Bereich", "Kurs"] {
        let table = format!("Name;{heading}\nAda Lenz;Nord\nBert Klug;Nord\nCleo Dahl;Nord\n");
        let (_, output) = attendance(&table);
        assert_eq!(output.code, 0, "{heading}: {}", said(&output));
    }
}

#[test]
fn who_comes_on_one_day_of_two_is_asked_about() {
    let programme = PROGRAMME.replace(
        "Treffen,event,2020-10-08T09:00:00+02:00,2020-10-08",
        "Treffen,event,2020-10-08T09:00:00+02:00,2020-10-09",
    );
    for (heading, ada, bert) in [
        ("Ticket", "Day 1 only", "Full conference"),
        ("Teilnahmetage", "08.10.", "09.10."),
        ("Teilnahme", "nur Donnerstag", "beide Tage"),
        ("Ich komme am", "8. Oktober", "8. und 9. Oktober"),
    ] {
        let list = format!(
            "Name;E-Mail;Angemeldet am;{heading}\nAda Lenz;ada@lenz.example;01.09.2020;{ada}\n\
             Bert Klug;bert@klug.example;02.09.2020;{bert}\n"
        );
        let world = World::with_file();
        world.write("programme.csv", &programme);
        world.line("import programme.csv").success();
        world.write("list.csv", &list);
        let output = world.line("import list.csv").code(1);
        let way = format!("--map '{heading}=answer'");
        assert!(output.stderr.contains(&way), "{}", output.stderr);
        world
            .line(&format!("import list.csv --map '{heading}=answer'"))
            .success();
        // Of one day there is nothing to choose.
        let output = sign_ups("list.csv", &list);
        assert_eq!(output.code, 0, "{heading}: {}", said(&output));
    }
    // Arrival says nothing about the days of the meeting.
    let world = World::with_file();
    world.write("programme.csv", &programme);
    world.line("import programme.csv").success();
    world.write(
        "list.csv",
        "Name;E-Mail;Angemeldet am;Anreise\nAda Lenz;ada@lenz.example;01.09.2020;Donnerstag\n\
         Bert Klug;bert@klug.example;02.09.2020;Mittwoch\n",
    );
    world.line("import list.csv").success();
}

#[test]
fn a_shortened_heading_is_read_only_where_one_word_begins_like_it() {
    let list = |heading: &str| {
        format!(
            "Name;E-Mail;{heading}\nAda Lenz;ada@lenz.example;Zusage\nBert Klug;bert@klug.example;Absage\n"
        )
    };
    let (world, output) = (world(), "list.csv");
    world.write(output, list("Rückm."));
    world.line("import list.csv --as signups").success();
    let export = world.line("export signups --format json").success();
    assert!(export.contains("cancelled"), "{export}");
    // "Teilnahme", "Teilnehmer", "Teilnahmegebühr": nobody can tell which.
    let world = super::world();
    world.write("list.csv", list("Teiln."));
    let output = world.line("import list.csv --as signups");
    assert_ne!(output.code, 0, "{}", said(&output));
}
