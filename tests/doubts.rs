//! What a file leaves open and may decide who is counted: rows that contradict each other, several people in a row,
//! words without effect. It is asked about, and never decided in silence.

use super::desk::Desk;

const PROGRAMME: &str = "kind,slug,title,start,end,timezone\n\
    event,day,Cluster day,2025-03-03 09:00,2025-03-03 18:00,Europe/Berlin\n\
    plenary,main,Main session,2025-03-03 09:00,2025-03-03 12:00,Europe/Berlin\n\
    breakout,lab,Robotics lab,2025-03-03 13:00,2025-03-03 14:30,Europe/Berlin\n";

const PEOPLE: &str = "Name;E-Mail\nAda Lenz;ada@lenz.example\nBert Klug;bert@klug.example\n\
    Cleo Dahl;cleo@dahl.example\nDora Ems;dora@ems.example\n";

const SIGNUPS: &[&str] = &["--as", "signups"];
const PRESENT: &[&str] = &["--as", "attendance", "--session", "main"];

/// A file that was imported: its exit code, what was said, and who is counted then.
struct Taken {
    code: i32,
    said: String,
    counted: Vec<String>,
}

/// Imports a list into a new file; `options` say what it is.
fn taken(list: &str, options: &[&str]) -> Taken {
    taken_bytes("list.csv", list.as_bytes(), options)
}

fn taken_bytes(name: &str, bytes: &[u8], options: &[&str]) -> Taken {
    let mut desk = Desk::with_programme(PROGRAMME);
    desk.set_now("2025-03-04T09:00:00+01:00");
    let is_attendance = options.contains(&"attendance");
    if is_attendance {
        let people = desk.path().join("people.csv");
        std::fs::write(&people, PEOPLE).unwrap();
        desk.run(&["import", people.to_str().unwrap(), "--as", "signups"])
            .success();
    }
    let path = desk.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let output = desk.run(&[&["import", path.to_str().unwrap()], options].concat());
    let kind = if is_attendance {
        "attendance"
    } else {
        "signups"
    };
    let export = desk.run(&["export", kind, "--format", "json"]).stdout;
    let rows: serde_json::Value = serde_json::from_str(&export).unwrap();
    let counted = rows.as_array().unwrap().iter().map(|row| {
        let text = |key: &str| row[key].as_str().unwrap_or_default();
        let is_state = if is_attendance { "" } else { text("status") };
        let words = [text("given_name"), text("session"), is_state];
        words
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    });
    Taken {
        code: output.code,
        said: output.stdout + &output.stderr,
        counted: counted.collect(),
    }
}

#[track_caller]
fn says(taken: &Taken, code: i32, parts: &[&str], counted: &[&str]) {
    assert_eq!(taken.code, code, "{}", taken.said);
    for part in parts {
        assert!(taken.said.contains(part), "{part}\n{}", taken.said);
    }
    assert_eq!(taken.counted, counted, "{}", taken.said);
}

#[test]
fn rows_that_contradict_each_other_are_set_aside() {
    let list = taken(
        "Name;Anwesend\nAda Lenz;ja\nBert Klug;ja\nLenz, Ada;nein\n",
        PRESENT,
    );
    let both = [
        "line 2, column `Anwesend`: line 4 says",
        "line 4, column `Anwesend`: line 2 says",
    ];
    says(&list, 3, &both, &["Bert main"]);
    let list = taken("Name;Fehlt\nAda Lenz;\nBert Klug;\nAda Lenz;x\n", PRESENT);
    says(
        &list,
        3,
        &["line 2, column `Fehlt`", "line 4, column `Fehlt`"],
        &["Bert main"],
    );
    let list = taken(
        "Name;main;lab\nAda Lenz;x;x\nBert Klug;x;\nAda Lenz;;nein\n",
        &PRESENT[..2],
    );
    says(
        &list,
        3,
        &["line 2: line 4", "line 4: line 2"],
        &["Bert main"],
    );
    let list = taken(
        "Name;Status\nAda Lenz;bestätigt\nBert Klug;bestätigt\nAda Lenz;Warteliste\n",
        SIGNUPS,
    );
    says(
        &list,
        3,
        &["line 2, column `Status`", "line 4, column `Status`"],
        &["Bert confirmed"],
    );
    let list = taken(
        "Name;E-Mail;Abgesagt\nA. Lenz;a@x.example;\nBert Klug;b@x.example;\nAda Lenz;A@x.example;x\n",
        SIGNUPS,
    );
    says(
        &list,
        3,
        &["line 2, column `Abgesagt`", "line 4, column `Abgesagt`"],
        &["Bert confirmed"],
    );
}

#[test]
fn rows_that_agree_or_are_of_others_are_taken() {
    // A tick counts beside an empty line; another session, organisation or address is another matter.
    let list = taken(
        "Name;Anwesend\nAda Lenz;ja\nAda Lenz;\nBert Klug;ja\nBert Klug;ja\n",
        PRESENT,
    );
    says(&list, 0, &[], &["Ada main", "Bert main"]);
    let list = taken(
        "Name;Session;Anwesend\nAda Lenz;main;ja\nAda Lenz;lab;nein\n",
        &PRESENT[..2],
    );
    says(&list, 0, &[], &["Ada main"]);
    let list = taken(
        "Name;E-Mail;Status\nAda Lenz;a@x.example;bestätigt\nAda Lenz;b@y.example;abgesagt\n",
        SIGNUPS,
    );
    assert!(!list.said.contains("says something else"), "{}", list.said);
    // The time of request says which is the newer word.
    let list = taken(
        "Name;Status;Angemeldet am\nAda Lenz;abgesagt;02.02.2025 10:00\nAda Lenz;bestätigt;01.02.2025 10:00\n",
        SIGNUPS,
    );
    says(&list, 0, &[], &["Ada cancelled"]);
}

#[test]
fn a_word_without_effect_is_refused() {
    let list = taken(
        "Name;Anwesend\nAda Lenz;ja\nBert Klug;vielleicht\n",
        &[PRESENT, &["--map", "vielleicht=waitlisted"]].concat(),
    );
    says(
        &list,
        1,
        &[
            "`vielleicht` cannot mean `waitlisted`",
            "present, absent, excused or none",
        ],
        &[],
    );
    let list = taken(
        "Name;Anwesend;Notiz\nAda Lenz;ja;\nBert Klug;nein;weg\n",
        &[PRESENT, &["--map", "weg=present"]].concat(),
    );
    says(&list, 1, &["no file has a column or an answer `weg`"], &[]);
    let list = taken(
        "Name;Status;Notiz\nAda Lenz;bestätigt;\nBert Klug;bestätigt;weg\n",
        &[SIGNUPS, &["--map", "weg=cancelled"]].concat(),
    );
    says(&list, 1, &["no file has a column or an answer `weg`"], &[]);
    let list = taken(
        "Name;Status\nAda Lenz;weg\n",
        &[SIGNUPS, &["--map", "weg=excused"]].concat(),
    );
    says(
        &list,
        1,
        &[
            "`weg` cannot mean `excused`",
            "confirmed, waitlisted, cancelled or none",
        ],
        &[],
    );
    let list = taken(
        "Name;Status\nAda Lenz;weg\n",
        &[SIGNUPS, &["--map", "weg=cancelled"]].concat(),
    );
    says(&list, 0, &[], &["Ada cancelled"]);
}

#[test]
fn what_may_count_for_the_rows_below_it_is_asked_about() {
    let blocks = "Session;Name;E-Mail\nmain;Ada Lenz;a@x.example\n;Bert Klug;b@x.example\n;Cleo Dahl;c@x.example\n\
        lab;Dora Ems;d@x.example\n;Emil Fax;e@x.example\n";
    let hint = "--map 'Session=session'";
    says(
        &taken(blocks, SIGNUPS),
        1,
        &["column `Session` is filled once", hint],
        &[],
    );
    says(
        &taken(blocks, &PRESENT[..2]),
        1,
        &["column `Session` is filled once", hint],
        &[],
    );
    let told = taken(blocks, &[SIGNUPS, &["--map", "Session=session"]].concat());
    says(
        &told,
        0,
        &[],
        &[
            "Ada main confirmed",
            "Bert confirmed",
            "Cleo confirmed",
            "Dora lab confirmed",
            "Emil confirmed",
        ],
    );
    let blocks = blocks
        .replace("Session", "Firma")
        .replace("main", "BioM")
        .replace("lab", "Klug KG");
    says(
        &taken(&blocks, SIGNUPS),
        1,
        &[
            "column `Firma` is filled once",
            "--map 'Firma=organisation'",
        ],
        &[],
    );
}

#[test]
fn several_people_in_a_row_are_refused() {
    for (list, named) in [
        (
            "Name;E-Mail;Teilnehmer 1;Teilnehmer 2\nAda Lenz;a@x.example;Bert Klug;Cleo Dahl\n",
            "columns `Teilnehmer 1` and `Teilnehmer 2` name",
        ),
        (
            "Buyer name,Buyer email,Participant 1 name,Participant 2 name\nAda Lenz,a@x.example,Ada Lenz,Bert Klug\n",
            "column `Participant 2 name` names",
        ),
        (
            "Name;E-Mail;Weitere Teilnehmer\nAda Lenz;a@x.example;Bert Klug\n",
            "column `Weitere Teilnehmer` names",
        ),
        (
            "Name;E-Mail;;Name;E-Mail\nAda Lenz;a@x.example;;Bert Klug;b@x.example\nCleo Dahl;c@x.example;;Dora Ems;d@x.example\n",
            "column `Name (2)` names",
        ),
    ] {
        says(
            &taken(list, SIGNUPS),
            1,
            &[named, "a row of their own"],
            &[],
        );
    }
    let one = "Name;E-Mail;Teilnehmer 2\nAda Lenz;a@x.example;Bert Klug\n";
    let told = taken(one, &[SIGNUPS, &["--map", "Teilnehmer 2=answer"]].concat());
    says(&told, 0, &[], &["Ada confirmed"]);
    let one = taken(
        "Name;E-Mail;Teilnehmer 1;Workshop 2\nAda Lenz;a@x.example;Ada Lenz;nein\n",
        &["--as", "signups", "--map", "Workshop 2=answer"],
    );
    says(&one, 0, &[], &["Ada confirmed"]);
}

#[test]
fn an_organisation_over_its_people_is_nobody() {
    let list = taken(
        "Name;E-Mail;Status\nBioM e.V.;;\nAda Lenz;a@x.example;bestätigt\nUniversität Kiel;;\nBert Klug;b@x.example;bestätigt\nCleo Dahl;;bestätigt\n",
        SIGNUPS,
    );
    let both = [
        "line 2: `BioM e.V.` looks like an organisation",
        "line 4: `Universität Kiel`",
    ];
    says(
        &list,
        3,
        &both,
        &["Ada confirmed", "Bert confirmed", "Cleo confirmed"],
    );
}

/// 2,100 people with addresses, and two more rows behind them.
fn long(heading: &str, last: &str) -> String {
    let letter = |number: usize| char::from(b'a' + u8::try_from(number % 26).unwrap());
    let mut list = format!("Name;E-Mail;{heading}\n");
    for number in 0..2100 {
        let name: String = [number, number / 26, number / 676]
            .map(letter)
            .iter()
            .collect();
        list.push_str(&format!("Ax{name} Bx{name};p{number}@x.example;\n"));
    }
    list.push_str(&format!(
        "Zoe Zander;z@x.example;{last}\nZoe Zorn;zz@x.example;\n"
    ));
    list
}

#[test]
fn a_column_that_is_filled_late_is_looked_at() {
    let list = taken(&long("XY", "nein"), SIGNUPS);
    assert_eq!(list.code, 1, "{}", list.said);
    assert!(
        list.said.contains("column `XY` (a cell says `nein`)"),
        "{}",
        list.said
    );
    let list = taken(&long("Vermerk", "storniert"), SIGNUPS);
    assert_eq!(list.code, 1, "{}", list.said);
    assert!(list.said.contains("column `Vermerk`"), "{}", list.said);
    let list = taken(&long("Buchungsstand", "storniert"), SIGNUPS);
    assert!(
        list.said.contains("`Buchungsstand` is read as `status`"),
        "{}",
        list.said
    );
    assert!(list.counted.contains(&"Zoe cancelled".to_owned()));
}

#[test]
fn no_minutes_are_not_there() {
    let list = taken(
        "Name;Minuten\nAda Lenz;0\nBert Klug;45\nCleo Dahl;0 min\n",
        PRESENT,
    );
    says(
        &list,
        0,
        &["0 minutes, so not there: lines 2, 4"],
        &["Bert main"],
    );
    let list = taken(
        "Name;Session;Minuten\nAda Lenz;main;0\nBert Klug;main;45\n",
        &PRESENT[..2],
    );
    says(
        &list,
        0,
        &["0 minutes, so not there: line 2"],
        &["Bert main"],
    );
    let list = taken(
        "Name;Anwesend;Minuten\nAda Lenz;ja;0\nBert Klug;ja;45\n",
        PRESENT,
    );
    says(
        &list,
        3,
        &["line 2, column `Minuten`: no minutes"],
        &["Bert main"],
    );
}

#[test]
fn two_states_that_disagree_are_set_aside() {
    let list = taken(
        "Name;Anmeldestatus;Zahlungsstatus\nAda Lenz;bestätigt;storniert\nBert Klug;bestätigt;offen\nCleo Dahl;storniert;bezahlt\nDora Ems;;storniert\n",
        SIGNUPS,
    );
    let reason = "line 2, column `Anmeldestatus`: says `bestätigt`, and column `Zahlungsstatus` says `storniert`";
    says(
        &list,
        3,
        &[reason],
        &["Bert confirmed", "Cleo cancelled", "Dora cancelled"],
    );
    let list = "Name;Status;Stornoanfrage\nAda Lenz;bestätigt;genehmigt\nBert Klug;bestätigt;\n";
    says(
        &taken(list, SIGNUPS),
        1,
        &["--map 'Stornoanfrage: genehmigt=cancelled'"],
        &[],
    );
    let told = taken(
        list,
        &[SIGNUPS, &["--map", "Stornoanfrage: genehmigt=cancelled"]].concat(),
    );
    says(&told, 0, &[], &["Ada cancelled", "Bert confirmed"]);
}

#[test]
fn what_stands_at_a_name_is_asked_about() {
    let list = taken(
        "Name\n~~Ada Lenz~~\nBert Klug (unterwegs)\nCleo Dahl (BioM)\nDora Ems (geb. Fax)\n",
        PRESENT,
    );
    let both = [
        "line 2, column `Name`: it is struck through",
        "line 3, column `Name`: `(unterwegs)`",
    ];
    says(&list, 3, &both, &["Cleo main", "Dora main"]);
    let list = taken("Name;Anwesend\nBert Klug (unterwegs);ja\n", PRESENT);
    says(&list, 0, &[], &["Bert main"]);
    let list = taken("Name;Minuten\n~~Ada Lenz~~;45\nBert Klug;45\n", PRESENT);
    says(
        &list,
        3,
        &["line 2, column `Name`: it is struck through"],
        &["Bert main"],
    );
}

#[test]
fn a_formula_without_a_value_is_unknown() {
    let rows = r#"
        <row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Anwesend</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>Ada Lenz</t></is></c><c r="B2"><f>C2</f><v/></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><t>Bert Klug</t></is></c><c r="B3" t="str"><f>C3</f><v>ja</v></c></row>
        <row r="4"><c r="A4" t="inlineStr"><is><t>Cleo Dahl</t></is></c><c r="B4" t="str"><f>C4</f><v></v></c></row>
        "#;
    let list = taken_bytes(
        "list.xlsx",
        &super::budgets::files::xlsx(rows, &[]),
        PRESENT,
    );
    let reason = "line 2, column `Anwesend`: a formula whose value is not in the file";
    says(&list, 3, &[reason], &["Bert main"]);
}

#[test]
fn whole_names_below_a_word_for_a_half_are_read() {
    for heading in ["Nom", "Nombre", "Nome"] {
        let list = taken(
            &format!("{heading};Status\nAda Lenz;confirmed\nBert Klug;cancelled\n"),
            SIGNUPS,
        );
        says(&list, 0, &[], &["Ada confirmed", "Bert cancelled"]);
    }
    let list = taken("Nom;Prénom;Statut\nLenz;Ada;confirmé\n", SIGNUPS);
    says(&list, 0, &[], &["Ada confirmed"]);
}

#[test]
fn times_with_an_h_are_read() {
    let list = taken(
        "Nom;Arrivée;Départ\nAda Lenz;10h30;11h30\nBert Klug;03/03/2025 10h35;03/03/2025 11h05\n",
        &[PRESENT, &["--date-order", "dmy"]].concat(),
    );
    says(&list, 0, &[], &["Ada main", "Bert main"]);
}

#[test]
fn a_survey_with_two_rows_of_headings_is_read() {
    let list = "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Contact information,,Will you attend?\n\
        ,,,,,,,,Name,Email,Response\n\
        114,200,02/20/2025 10:00:00 AM,02/20/2025 10:05:00 AM,1.2.3.4,,,,Ada Lenz,a@x.example,Yes\n\
        115,200,02/21/2025 10:00:00 AM,02/21/2025 10:05:00 AM,1.2.3.4,,,,Bert Klug,b@x.example,No\n";
    let list = taken(list, &[]);
    says(
        &list,
        0,
        &["signups, surveymonkey", "2 rows: 2 created"],
        &["Ada confirmed", "Bert cancelled"],
    );
}

#[test]
fn a_column_of_confirmations_is_a_state() {
    let list = taken(
        "Name;bestätigt\nAda Lenz;ja\nBert Klug;nein\nCleo Dahl;\n",
        SIGNUPS,
    );
    says(
        &list,
        0,
        &["waiting list"],
        &["Ada confirmed", "Bert waitlisted", "Cleo waitlisted"],
    );
}

#[test]
fn points_beside_a_register_decide_nothing() {
    let list = taken(
        "First name,Last name,Email,1 Mar 2025 9.00AM All students,P,L,E,A,Points\n\
        Ada,Lenz,ada@lenz.example,P (2/2),1,0,0,0,2 / 2\nBert,Klug,bert@klug.example,A (0/2),0,0,0,1,0 / 2\n",
        PRESENT,
    );
    says(&list, 0, &["is read as `present`"], &["Ada main"]);
}

#[test]
fn a_session_that_is_taken_back_is_not_chosen() {
    let list = taken(
        "Name;E-Mail;Main session;Robotics lab\nAda Lenz;a@x.example;ja;abgesagt\nBert Klug;b@x.example;ja;Warteliste\n",
        SIGNUPS,
    );
    says(
        &list,
        3,
        &["line 3, column `Robotics lab`: `Warteliste` is the state of one session"],
        &["Ada main confirmed"],
    );
}

#[test]
fn a_hint_means_what_the_heading_says() {
    let list = taken(
        "Naam;E-mail;Wachtlijst\nAda Lenz;a@x.example;ja\nBert Klug;b@x.example;nee\n",
        SIGNUPS,
    );
    let ways = "say which it is: --map 'Wachtlijst: ja=waitlisted' --map 'Wachtlijst: nee=confirmed', or --map 'Wachtlijst=answer'";
    says(&list, 1, &[ways], &[]);
    let told = taken(
        "Naam;E-mail;Wachtlijst\nAda Lenz;a@x.example;ja\nBert Klug;b@x.example;nee\n",
        &[
            SIGNUPS,
            &[
                "--map",
                "Wachtlijst: ja=waitlisted",
                "--map",
                "Wachtlijst: nee=confirmed",
            ],
        ]
        .concat(),
    );
    says(&told, 0, &[], &["Ada waitlisted", "Bert confirmed"]);
    let list = taken("Name;Gemist\nAda Lenz;ja\nBert Klug;nee\n", PRESENT);
    says(&list, 0, &[], &["Bert main"]);
    let list = taken("Name;War nicht da\nAda Lenz;ja\nBert Klug;nein\n", PRESENT);
    says(&list, 1, &["--map 'War nicht da=absent'"], &[]);
}
