//! Headings, cells and layouts in other words and languages: each counts as it says, or is asked about.

use crate::support::{Output, World};

const PROGRAMME: &str = "\
event,slug,title,kind,start,end,timezone
treffen,,Treffen,event,2020-10-08T09:00:00+02:00,2020-10-08T18:00:00+02:00,Europe/Berlin
treffen,main,Main session,plenary,2020-10-08T09:00:00+02:00,2020-10-08T12:00:00+02:00,
treffen,lab,Robotics lab,breakout,2020-10-08T13:00:00+02:00,2020-10-08T14:30:00+02:00,
";

const PEOPLE: &str = "Name;E-Mail\nAda Lenz;ada@lenz.example\nBert Klug;bert@klug.example\n\
    Cleo Dahl;cleo@dahl.example\n";

/// A list that was imported.
struct Taken {
    world: World,
    output: Output,
}

impl Taken {
    fn rows(&self, arguments: &[&str]) -> Vec<serde_json::Value> {
        let output = self.world.run(&[arguments, &["--format", "json"]].concat());
        let rows: serde_json::Value = serde_json::from_str(&output.stdout).unwrap_or_default();
        rows.as_array().cloned().unwrap_or_default()
    }

    /// Who was there in the main session, with the minutes.
    fn there(&self) -> Vec<String> {
        let rows = self.rows(&["report", "attendance", "--session", "main"]);
        let came = rows.iter().filter(|row| {
            let verdict = row["verdict"].as_str().unwrap_or_default();
            ["present", "partial", "walk-in", "brief"].contains(&verdict)
        });
        let line = |row: &serde_json::Value| {
            let name = row["name"].as_str().unwrap_or_default();
            let given = name.split(", ").last().unwrap_or_default();
            match row["minutes"].as_i64() {
                Some(minutes) => format!("{given} {minutes}"),
                None => given.to_owned(),
            }
        };
        let mut lines: Vec<String> = came.map(line).collect();
        lines.sort();
        lines
    }

    /// The states of the sign-ups, of the event or of a session.
    fn states(&self, session: Option<&str>) -> Vec<String> {
        let rows = self.rows(&["export", "signups"]);
        let of_it = rows.iter().filter(|row| row["session"].as_str() == session);
        let line = |row: &serde_json::Value| {
            let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
            format!("{} {}", text("given_name"), text("status"))
        };
        of_it.map(line).collect()
    }

    #[track_caller]
    fn is_asked(&self, parts: &[&str]) {
        assert_eq!(self.output.code, 1, "{}", self.output);
        self.says(parts);
        assert!(self.there().is_empty() && self.states(None).len() != 2);
    }

    #[track_caller]
    fn says(&self, parts: &[&str]) {
        let said = self.output.stdout.clone() + &self.output.stderr;
        for part in parts {
            assert!(said.contains(part), "`{part}` is missing: {}", self.output);
        }
    }
}

/// Imports a list of those present in the main session, after everybody signed up.
fn attendance(body: &str) -> Taken {
    let world = World::with_file();
    world.write("programme.csv", PROGRAMME);
    world.run(&["import", "programme.csv"]).success();
    world.write("people.csv", PEOPLE);
    world.line("import people.csv --as signups").success();
    world.write("list.csv", body);
    let arguments = [
        "import",
        "list.csv",
        "--as",
        "attendance",
        "--session",
        "main",
    ];
    let output = world.run(&arguments);
    Taken { world, output }
}

/// Imports sign-ups of Ada and Bert; the rest of each row is given.
fn sign_ups(headings: &str, ada: &str, bert: &str) -> Taken {
    let world = World::with_file();
    world.write("programme.csv", PROGRAMME);
    world.run(&["import", "programme.csv"]).success();
    let body = format!(
        "Name;E-Mail;{headings}\nAda Lenz;ada@lenz.example;{ada}\nBert Klug;bert@klug.example;{bert}\n"
    );
    world.write("list.csv", &body);
    let output = world.line("import list.csv --as signups");
    Taken { world, output }
}

#[test]
fn a_negation_turns_a_word_of_presence_round() {
    for (there, absent) in [
        ("présent", "non présent"),
        ("est venu", "n'est pas venu"),
        ("war anwesend", "war nicht anwesend"),
        ("ha partecipato", "non ha partecipato"),
        ("deelgenomen", "niet deelgenomen"),
        ("til stede", "ikke til stede"),
        ("kom", "kom inte"),
        ("przyszedł", "nie przyszedł"),
        ("used", "unused"),
    ] {
        for heading in ["Status", "Bemerkung", "Xyz", "Ticket"] {
            let body = format!("Name;{heading}\nAda Lenz;{there}\nBert Klug;{absent}\n");
            let taken = attendance(&body);
            assert_eq!(taken.there(), ["Ada"], "{heading}: {}", taken.output);
        }
    }
    // Not on the spot is still there.
    let taken = attendance("Name;Anwesend\nAda Lenz;ja\nBert Klug;nicht vor Ort\n");
    taken.says(&["`nicht vor Ort`"]);
}

#[test]
fn a_legend_in_the_heading_and_any_mark_are_read() {
    for (heading, yes, no) in [
        ("anwesend (1/0)", "1", "0"),
        ("Anwesend (ja/nein)", "ja", "nein"),
        ("Present [Y/N]", "Y", "N"),
        ("Anwesend? (bitte ankreuzen)", "x", ""),
        ("Anwesend (x = ja, - = nein)", "x", "-"),
        ("Anwesend", "v", "-"),
        ("Anwesend", "√", ""),
        ("Unterschrift", "gez. Lenz", ""),
    ] {
        let body = format!("Name;{heading}\nAda Lenz;{yes}\nBert Klug;{no}\n");
        let taken = attendance(&body);
        assert_eq!(taken.there(), ["Ada"], "{heading}: {}", taken.output);
    }
    let odd = attendance("Name;Liste (x = abwesend)\nAda Lenz;x\nBert Klug;\n");
    odd.is_asked(&["Liste (x = abwesend)"]);
}

#[test]
fn a_mark_beside_a_name_is_not_dropped() {
    for list in [
        "Name\n[x] Ada Lenz\n[ ] Bert Klug\n",
        "- [x] Ada Lenz\n- [ ] Bert Klug\n",
        "Name\nAda Lenz ✓\nBert Klug ✗\n",
        "Name\nx Ada Lenz\nBert Klug\n",
    ] {
        attendance(list).is_asked(&["add a column"]);
    }
    let bullets = attendance("Name\n• Ada Lenz\n• Bert Klug\n");
    assert_eq!(bullets.there(), ["Ada", "Bert"], "{}", bullets.output);
}

#[test]
fn marks_below_a_title_about_absence_are_asked_about() {
    let list = "Es fehlten die Markierten\nName;Main session\nAda Lenz;x\nBert Klug;\n";
    attendance(list).is_asked(&["Es fehlten"]);
}

#[test]
fn time_that_somebody_missed_is_no_length() {
    for heading in [
        "Fehlzeit",
        "Fehlstunden",
        "Minutes late",
        "Pause (min)",
        "Dauer der Abwesenheit",
    ] {
        let taken = attendance(&format!("Name;{heading}\nAda Lenz;0\nBert Klug;30\n"));
        taken.is_asked(&[&format!("--map '{heading}=ignore'")]);
        assert!(
            !taken.output.stderr.contains("=duration"),
            "{}",
            taken.output
        );
        let beside = format!("Name;Dauer;{heading}\nAda Lenz;180;0\nBert Klug;180;30\n");
        attendance(&beside).is_asked(&[heading]);
    }
}

#[test]
fn times_are_read_in_the_zone_that_the_file_names() {
    let universal = "Ada Lenz;07:00;09:00\nBert Klug;2020-10-08 07:30;2020-10-08 10:00\n";
    let british = "Ada Lenz;08:00;10:00\nBert Klug;2020-10-08 08:30;2020-10-08 11:00\n";
    for (head, rows) in [
        ("Name;Joined (UTC);Left (UTC)\n", universal),
        ("Name;joined_at_utc;left_at_utc\n", universal),
        ("Alle Zeiten in GMT\nName;Joined;Left\n", universal),
        (
            "Name;Joined (Europe/London);Left (Europe/London)\n",
            british,
        ),
        (
            "Name;Arrival (London time);Departure (London time)\n",
            british,
        ),
    ] {
        let taken = attendance(&format!("{head}{rows}"));
        assert_eq!(
            taken.there(),
            ["Ada 120", "Bert 150"],
            "{head}{}",
            taken.output
        );
        taken.says(&["the zone that the file names"]);
    }
    let own = attendance("Name;Joined (MEZ);Left (MEZ)\nAda Lenz;09:00;11:00\n");
    assert_eq!(own.there(), ["Ada 120"], "{}", own.output);
    let column = "Name;Joined;Left;Timezone\nAda Lenz;07:00;09:00;UTC\n";
    assert_eq!(attendance(column).there(), ["Ada 120"]);
    let told = World::with_file();
    told.write("programme.csv", PROGRAMME);
    told.write("people.csv", PEOPLE);
    told.run(&["import", "programme.csv"]).success();
    told.line("import people.csv --as signups").success();
    told.write(
        "list.csv",
        "Name;Joined (UTC);Left (UTC)\nAda Lenz;09:00;11:00\n",
    );
    let berlin = [
        "import",
        "list.csv",
        "--session",
        "main",
        "--timezone",
        "Europe/Berlin",
    ];
    let output = told.run(&berlin);
    let told = Taken {
        world: told,
        output,
    };
    assert_eq!(told.there(), ["Ada 120"], "{}", told.output);
    for unclear in [
        "Name;Joined (UTC+5:30);Left (UTC+5:30)\nAda Lenz;08:00;10:00\n",
        "Name;Joined;Left;Timezone\nAda Lenz;08:00;10:00;UTC\nBert Klug;08:00;10:00;EST\n",
    ] {
        attendance(unclear).is_asked(&["zone"]);
    }
}

#[test]
fn seconds_since_1970_are_times() {
    let list =
        "Name;joined;left\nAda Lenz;1602140400;1602147600\nBert Klug;1602142200000;1602151200000\n";
    let taken = attendance(list);
    assert_eq!(taken.there(), ["Ada 120", "Bert 150"], "{}", taken.output);
}

#[test]
fn a_column_of_leaving_may_stand_before_that_of_coming() {
    for list in [
        "Name;Kommt;Geht\nAda Lenz;09:00;11:00\nBert Klug;09:30;12:00\n",
        "Name;Geht;Kommt\nAda Lenz;11:00;09:00\nBert Klug;12:00;09:30\n",
        "Name;Entrada;Salida\nAda Lenz;09:00;11:00\nBert Klug;09:30;12:00\n",
    ] {
        let taken = attendance(list);
        assert_eq!(taken.there(), ["Ada 120", "Bert 150"], "{}", taken.output);
    }
}

#[test]
fn rows_of_another_meeting_do_not_count() {
    let times = [
        "2020-10-08 09:00;2020-10-08 11:00",
        "2020-10-08 09:30;2020-10-08 12:00",
    ];
    let list = |one: &str, other: &str| {
        let [first, second] = times;
        format!("Name;Topic;Joined;Left\nAda Lenz;{one};{first}\nBert Klug;{other};{second}\n")
    };
    let taken = attendance(&list("Main session", "Weekly standup"));
    assert_eq!(taken.output.code, 3, "{}", taken.output);
    taken.says(&["`Weekly standup`"]);
    assert_eq!(taken.there(), ["Ada 120"]);
    // One meeting for all is the one that was asked for.
    let taken = attendance(&list("Zoom 1", "Zoom 1"));
    assert_eq!(taken.there(), ["Ada 120", "Bert 150"], "{}", taken.output);
    let others =
        "Name;Meeting;Minuten\nAda Lenz;Treffen;60\nBert Klug;Jour fixe;90\nCleo Dahl;Treffen;60\n";
    attendance(others).is_asked(&["--map 'Meeting=session'"]);
    let days = "Name;Termin;anwesend\nAda Lenz;08.10.2020;ja\nBert Klug;10.09.2020;ja\nCleo Dahl;08.10.2020;ja\n";
    attendance(days).is_asked(&["Termin"]);
}

#[test]
fn a_second_choice_or_an_interest_is_no_sign_up() {
    for heading in [
        "Alternative",
        "Interesse an",
        "Plan B",
        "Würde auch gehen",
        "Letztes Jahr",
    ] {
        let taken = sign_ups(
            &format!("Session;{heading}"),
            "Main session;Robotics lab",
            "Robotics lab;",
        );
        taken.is_asked(&[&format!("--map '{heading}=answer'")]);
    }
    for heading in ["2. Wahl", "Deuxième choix", "Segunda opción"] {
        let taken = sign_ups(
            &format!("Session;{heading}"),
            "Main session;Robotics lab",
            "Robotics lab;",
        );
        assert_eq!(
            taken.states(Some("lab")),
            ["Bert confirmed"],
            "{}",
            taken.output
        );
    }
    sign_ups("Interesse an", "Robotics lab", "Main session").is_asked(&["Interesse an"]);
    sign_ups("Nicht: Robotics lab", "x", "").is_asked(&["Nicht: Robotics lab"]);
    // Two slots with sessions of their own are two choices.
    let slots = sign_ups(
        "Vormittag;Nachmittag",
        "Main session;Robotics lab",
        ";Robotics lab",
    );
    let both = ["Ada confirmed", "Bert confirmed"];
    assert_eq!(slots.states(Some("lab")), both, "{}", slots.output);
}

#[test]
fn a_short_question_with_yes_and_no_decides_or_is_asked_about() {
    for heading in [
        "In?",
        "Vem?",
        "Are you in?",
        "Passt?",
        "Présent ?",
        "Er du med?",
    ] {
        sign_ups(heading, "ja", "nein").is_asked(&[&format!("--map '{heading}=status'")]);
    }
    for heading in ["Bist du dabei?", "Sind Sie dabei?", "Kommst du?"] {
        let taken = sign_ups(heading, "ja", "nein");
        assert_eq!(
            taken.states(None),
            ["Ada confirmed", "Bert cancelled"],
            "{heading}"
        );
    }
    for heading in [
        "Sprechen Sie Englisch?",
        "Erstmals dabei?",
        "Brauchen Sie WLAN?",
    ] {
        let taken = sign_ups(heading, "ja", "nein");
        assert_eq!(
            taken.states(None),
            ["Ada confirmed", "Bert confirmed"],
            "{}",
            taken.output
        );
    }
    let long = sign_ups(
        "Würden Sie sich darauf freuen, alle zu sehen?",
        "ja",
        "nein",
    );
    long.says(&["not understood, and kept as answers", "freuen"]);
}

#[test]
fn a_reply_in_unknown_words_and_a_reason_for_cancelling_are_asked_about() {
    let taken = sign_ups("Teilnahme", "fix", "fix");
    taken.is_asked(&["--map 'Teilnahme=status'"]);
    for heading in [
        "Stornogrund",
        "Reason for cancellation",
        "Refund ID",
        "Wartelistenplatz",
    ] {
        sign_ups(heading, "", "Termin").is_asked(&[&format!("--map '{heading}=void'")]);
    }
}

#[test]
fn an_invoice_that_was_cancelled_is_asked_about_and_is_no_name() {
    for (heading, paid, cancelled) in [
        ("Rechnung", "bezahlt", "storniert"),
        ("Invoice", "paid", "cancelled"),
    ] {
        let taken = sign_ups(heading, paid, cancelled);
        taken.is_asked(&[heading]);
    }
}

#[test]
fn who_comes_of_a_parent_and_a_child_is_asked() {
    for heading in ["Kind", "Child name", "Nom de l'enfant"] {
        let taken = sign_ups(heading, "Tom Lenz", "Ina Klug");
        taken.is_asked(&[heading]);
    }
    // English "kind" is another word.
    let taken = sign_ups("Kind", "Guest", "Speaker");
    assert_eq!(
        taken.states(None),
        ["Ada confirmed", "Bert confirmed"],
        "{}",
        taken.output
    );
}
