//! What columns of tables made by hand mean, and what cells of names and addresses hold.

use super::desk::{Desk, notes};
use super::hand_made::PROGRAMME;

/// Imports a file and returns who is on file then: given name, family name, addresses.
#[track_caller]
fn people(desk: &mut Desk, text: &str) -> Vec<String> {
    desk.import("form.csv", text.as_bytes());
    desk.check();
    let people = desk.read().people().unwrap();
    people
        .iter()
        .map(|person| {
            format!(
                "{}|{}|{}",
                person.given_name,
                person.family_name,
                person.addresses.join(" ")
            )
        })
        .collect()
}

/// Imports a file and returns why its rows are rejected, with their lines.
#[track_caller]
fn problems(desk: &mut Desk, text: &str) -> Vec<(u64, String)> {
    let outcome = desk.import("form.csv", text.as_bytes()).value.remove(0);
    let problems = outcome.problems.into_iter();
    problems
        .map(|it| (it.line, it.reason.in_english()))
        .collect()
}

/// Imports a file and returns how its registrations stand: family name and status.
#[track_caller]
fn standing(text: &str) -> Vec<String> {
    let mut desk = Desk::with_programme(PROGRAMME);
    let outcome = desk.import("form.csv", text.as_bytes()).value.remove(0);
    assert_eq!(outcome.rejected, 0, "{:?}", outcome.problems);
    let reader = desk.read();
    let event = reader.events().unwrap().remove(0).id;
    let people = reader.people().unwrap();
    people
        .iter()
        .map(|person| {
            let registration = reader.registration(event, person.id).unwrap();
            let status = registration.map(|it| format!("{:?}", it.status));
            format!("{} {}", person.family_name, status.unwrap_or_default())
        })
        .collect()
}

#[test]
fn a_name_beside_a_given_name_is_the_family_name() {
    for text in [
        "Name;Vorname;E-Mail;Water\nMüller;Anna;;x\nBrandt;Anna;;x\n",
        "Vorname;Name;Water\nAnna;Müller;x\nAnna;Brandt;x\n",
        "Anrede;Titel;Name;Vorname;Water\nFrau;;Müller;Anna;x\nFrau;;Brandt;Anna;x\n",
    ] {
        let mut desk = Desk::with_programme(PROGRAMME);
        assert_eq!(
            people(&mut desk, text),
            ["Anna|Müller|", "Anna|Brandt|"],
            "{text}"
        );
    }
    let whole = "Name;Vorname;Water\nAnna Müller;Anna;x\nBen Brandt;Ben;x\n";
    let mut desk = Desk::with_programme(PROGRAMME);
    assert_eq!(people(&mut desk, whole), ["Anna|Müller|", "Ben|Brandt|"]);
}

#[test]
fn words_of_organisations_are_known_unless_a_plainer_one_is_there() {
    for heading in ["Behörde", "Hochschule", "Org.", "Organisation/Firma"] {
        let mut desk = Desk::with_programme(PROGRAMME);
        let text = format!("Name;{heading};Water\nAnna Ahlers;BioCluster Nord;x\n");
        desk.import("form.csv", text.as_bytes());
        let names = desk.read().organisations().unwrap();
        assert_eq!(names.len(), 1, "{heading}");
    }
    let mut desk = Desk::with_programme(PROGRAMME);
    let both = "Name;Verband;Organisation;Water\nAnna Ahlers;Solar Süd;BioCluster Nord;x\n";
    desk.import("form.csv", both.as_bytes());
    let names = desk.read().organisations().unwrap();
    let names: Vec<&str> = names.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["BioCluster Nord"]);
}

#[test]
fn a_reply_is_a_status_only_where_all_cells_are() {
    for heading in ["Zusage", "Rückmeldung", "Teilnahme", "Zusage/Absage"] {
        let text = format!(
            "Name;{heading}\nAnna Ahlers;ja\nBen Brandt;nein\nCarla Cordes;zugesagt\nDora Dahl;abgesagt\nEmil Ernst;x\n"
        );
        assert_eq!(
            standing(&text),
            [
                "Ahlers Confirmed",
                "Brandt Cancelled",
                "Cordes Confirmed",
                "Dahl Cancelled",
                "Ernst Confirmed"
            ],
            "{heading}"
        );
    }
    let how = "Name;Teilnahme\nAnna Ahlers;online\nBen Brandt;nein\nCarla Cordes;vor Ort\n";
    assert_eq!(
        standing(how),
        ["Ahlers Confirmed", "Brandt Cancelled", "Cordes Confirmed"]
    );
    // In a list of those present nobody replies, and a door is no time of request.
    let mut desk = Desk::with_programme(PROGRAMME);
    let list = "Name;Organisation;Eingang;Ausgang;Teilnahme\nAnna Ahlers;;10:00;10:30;ja\n";
    let mut request = super::desk::request();
    request.options.kind = Some(rollcall::import::Kind::Attendance);
    request.session = Some("water".to_owned());
    let files: [(&str, &[u8]); 1] = [("there.csv", list.as_bytes())];
    let outcome = desk.import_as(&files, &request).unwrap().value.remove(0);
    let last = outcome.columns.last().unwrap();
    assert_eq!((last.0.as_str(), last.1.as_str()), ("Teilnahme", "present"));
    assert!(desk.export("attendance").contains("2020-10-08T10:30"));
}

#[test]
fn a_mark_or_a_date_in_a_column_of_cancellations_cancels() {
    for heading in ["Abgesagt", "Storniert am", "Absage", "Abgemeldet"] {
        let text = format!(
            "Name;{heading}\nAnna Ahlers;x\nBen Brandt;nein\nCarla Cordes;\nDora Dahl;01.10.2020\n"
        );
        assert_eq!(
            standing(&text),
            [
                "Ahlers Cancelled",
                "Brandt Confirmed",
                "Cordes Confirmed",
                "Dahl Cancelled"
            ],
            "{heading}"
        );
    }
    let words = "Name;Status\nAnna Ahlers;Storno\nBen Brandt;kommt nicht\nCarla Cordes;krank\nDora Dahl;entschuldigt\n";
    assert!(standing(words).iter().all(|it| it.ends_with("Cancelled")));
}

#[test]
fn a_heading_of_both_names_states_their_order() {
    for heading in [
        "Name, Vorname",
        "Nachname, Vorname",
        "Nachname Vorname",
        "Familienname Vorname",
    ] {
        let mut desk = Desk::with_programme(PROGRAMME);
        let text = format!(
            "\"{heading}\";Telefon;Water\nMüller Anna;;x\nvon der Heide Jörg;;x\n\"Brandt, Ben\";;x\n"
        );
        assert_eq!(
            people(&mut desk, &text),
            ["Anna|Müller|", "Jörg|von der Heide|", "Ben|Brandt|"],
            "{heading}"
        );
    }
}

#[test]
fn several_people_in_one_cell_are_nobody() {
    let mut desk = Desk::with_programme(PROGRAMME);
    let text = "Name;Organisation;Water\nAnna Müller und Ben Brandt;Müller & Söhne;x\nCarla Cordes & Dora Dahl;;x\n\"Emil Ernst\nFritz Falk\";;x\nGerd von und zu Lindenfels;Müller & Söhne;x\n";
    let rejected = problems(&mut desk, text);
    let reason = "several people in one cell; give each a row of their own";
    assert_eq!(
        rejected,
        [2, 3, 4].map(|line| (line, reason.to_owned())),
        "{text}"
    );
    assert_eq!(desk.read().people().unwrap().len(), 1);
    for text in [
        "Nachname;Vorname;Telefon\nMüller;Anna und Ben;030 1\n",
        "Name;Session;Kam\nAnna Müller / Ben Brandt;Water;10:00\n",
    ] {
        assert_eq!(problems(&mut desk, text)[0].1, reason, "{text}");
    }
    desk.check();
}

#[test]
fn a_placeholder_is_nobody_unless_an_address_says_who() {
    let mut desk = Desk::with_programme(PROGRAMME);
    people(
        &mut desk,
        "Name;E-Mail;Water\nAnna Ahlers;anna@nord.example.org;x\n",
    );
    let text =
        "Name;E-Mail;Light\nBegleitung;;x\n+1;;x\nN.N.;;x\nBegleitung;anna@nord.example.org;x\n";
    let rejected = problems(&mut desk, text);
    assert_eq!(
        rejected,
        [2, 3, 4].map(|line| (
            line,
            "what is given as the name is nobody's (no name), and there is no address".to_owned()
        ))
    );
    assert_eq!(
        people(&mut desk, text),
        ["Anna|Ahlers|anna@nord.example.org"]
    );
}

#[test]
fn a_status_beside_the_name_sets_the_row_aside() {
    let mut desk = Desk::with_programme(PROGRAMME);
    let text = "Name;Telefon;Water\nPetra Berg (abgesagt);;x\nIna Iber (WL);;x\nJan Otte - Warteliste;;x\nKarl Krank - krank;;x\nEva Fuchs (BioM);;x\n";
    let outcome = desk.import("form.csv", text.as_bytes()).value.remove(0);
    let said: Vec<_> = outcome
        .problems
        .iter()
        .map(|problem| (problem.line, problem.reason.in_english()))
        .collect();
    let reason = |mark: &str| {
        format!("`{mark}` beside the name: put it into a column of the status, so that it counts")
    };
    assert_eq!(
        said,
        [
            (2, reason("(abgesagt)")),
            (3, reason("(WL)")),
            (4, reason("Warteliste")),
            (5, reason("krank")),
        ]
    );
    assert_eq!(people(&mut desk, text), ["Eva|Fuchs|"]);
    // With a status in a column of its own, the mark is only taken off the name.
    let text = "Name;Status;Water\nPetra Berg (abgesagt);cancelled;x\n";
    assert_eq!(people(&mut desk, text), ["Eva|Fuchs|", "Petra|Berg|"]);
}

#[test]
fn addresses_are_found_among_remarks() {
    let mut desk = Desk::with_programme(PROGRAMME);
    let text = "Name;E-Mail;Water\nAnna Ahlers;keine;x\nBen Brandt;folgt;x\nCarla Cordes;c@example.org (privat);x\nDora Dahl;d@example.org.;x\nEmil Ernst;e@example.org;x\n";
    assert_eq!(
        people(&mut desk, text),
        [
            "Anna|Ahlers|",
            "Ben|Brandt|",
            "Carla|Cordes|c@example.org",
            "Dora|Dahl|d@example.org",
            "Emil|Ernst|e@example.org"
        ]
    );
    for cell in [
        "a@example.org, b@example.org",
        "\"a@example.org; b@example.org\"",
        "a@example.org / b@example.org",
    ] {
        let text = format!("Name;E-Mail;Water\nFritz Falk;{cell};x\nGerd Gans;g@example.org;x\n");
        let found = problems(&mut desk, &text);
        assert_eq!(found, [(2, "two addresses in one cell".to_owned())]);
    }
}

#[test]
fn a_file_without_a_column_for_the_name_says_so() {
    let why = "no column was recognised as the name (--map 'HEADING=name' says which), and the address is not known";
    for text in [
        "Wer;E-Mail;Water\nAnna Ahlers;a@example.org;x\n",
        "E-Mail;Telefon\na@example.org;030 1\n",
    ] {
        let mut desk = Desk::with_programme(PROGRAMME);
        assert_eq!(problems(&mut desk, text), [(2, why.to_owned())], "{text}");
    }
    let mut desk = Desk::with_programme(PROGRAMME);
    let named = "Name;E-Mail;Water\n;a@example.org;x\n";
    let why = "no name, and the address is not known";
    assert_eq!(problems(&mut desk, named), [(2, why.to_owned())]);
}

#[test]
fn a_time_of_request_that_cannot_be_read_is_left_out() {
    let mut desk = Desk::with_programme(PROGRAMME);
    let text = "Name;Anmeldedatum;Water\nAnna Ahlers;telefonisch;x\nBen Brandt;21.09. per Mail;x\nCarla Cordes;21.09.2020;x\n";
    let outcome = desk.import("form.csv", text.as_bytes()).value.remove(0);
    assert_eq!([outcome.created, outcome.rejected], [3, 0]);
    for line in [2, 3] {
        let note = format!(
            "line {line}, `Anmeldedatum`: this date cannot be read; the row is imported without a time of request"
        );
        assert!(notes(&outcome).contains(&note), "{:?}", notes(&outcome));
    }
    // What a platform writes can be read, or is damaged.
    let form = "Id;Startzeit;Fertigstellungszeit;E-Mail;Name;Water\n1;;telefonisch;d@example.org;Dora Dahl;x\n";
    assert_eq!(problems(&mut desk, form).len(), 1);
    desk.check();
}

#[test]
fn the_name_of_an_account_goes_with_its_own_address_alone() {
    let heads = "Id;Startzeit;Fertigstellungszeit;E-Mail;Name;";
    let time = "01.09.2020 10:00:00";
    let account = "anna@nord.example.org;Anna Ahlers";
    let form = |questions: &str, answers: &str| {
        format!("{heads}{questions};Water\n1;{time};{time};{account};{answers};x\n")
    };
    let both = "Name der teilnehmenden Person;E-Mail-Adresse der teilnehmenden Person";
    let address = "E-Mail-Adresse der teilnehmenden Person";
    for (questions, answers, expected) in [
        (
            both,
            "Ben Brandt;ben@west.example.org",
            "Ben|Brandt|ben@west.example.org",
        ),
        (both, "Ben Brandt;", "Ben|Brandt|"),
        (both, ";", "Anna|Ahlers|anna@nord.example.org"),
        (both, "Anna Ahlers;", "Anna|Ahlers|anna@nord.example.org"),
        (address, "", "Anna|Ahlers|anna@nord.example.org"),
        (
            address,
            "anna@nord.example.org",
            "Anna|Ahlers|anna@nord.example.org",
        ),
    ] {
        let mut desk = Desk::with_programme(PROGRAMME);
        let text = form(questions, answers);
        assert_eq!(people(&mut desk, &text), [expected], "{text}");
    }
    for (questions, answers) in [
        (both, ";ben@west.example.org"),
        (address, "ben@west.example.org"),
    ] {
        let mut desk = Desk::with_programme(PROGRAMME);
        let found = problems(&mut desk, &form(questions, answers));
        assert_eq!(
            found,
            [(2, "no name, and the address is not known".to_owned())]
        );
    }
}

#[test]
fn an_address_in_the_column_of_names_is_an_address() {
    let mut desk = Desk::with_programme(PROGRAMME);
    people(
        &mut desk,
        "Name;E-Mail;Water\nAnna Müller;anna.mueller@bio.example.org;x\n",
    );
    let text = "Name;Light\nanna.mueller@bio.example.org;x\nben@bio.example.org;x\n";
    let why = "no name, and the address is not known";
    assert_eq!(problems(&mut desk, text), [(3, why.to_owned())]);
    assert_eq!(desk.read().people().unwrap().len(), 1);
    desk.check();
}

/// Imports a list of those present, and returns who was there and how many rows were skipped; what was refused.
fn present(text: &str, session: Option<&str>) -> Result<(String, usize), String> {
    let mut desk = Desk::with_programme(PROGRAMME);
    let people = "Name;E-Mail;Status\nAnna Ahlers;anna@nord.example.org;confirmed\nBen Brandt;ben@west.example.org;confirmed\n";
    desk.import("form.csv", people.as_bytes());
    let mut request = super::desk::request();
    request.options.kind = Some(rollcall::import::Kind::Attendance);
    request.session = session.map(str::to_owned);
    let files: [(&str, &[u8]); 1] = [("there.csv", text.as_bytes())];
    let changed = desk
        .import_as(&files, &request)
        .map_err(|error| error.to_string())?;
    let outcome = &changed.value[0];
    if let Some(problem) = outcome.problems.first() {
        return Err(problem.reason.in_english());
    }
    let export = desk.export("attendance");
    let names = ["Anna", "Ben"]
        .into_iter()
        .filter(|name| export.contains(&format!(",{name},")));
    Ok((names.collect::<Vec<_>>().join(" "), outcome.skipped))
}

#[test]
fn words_below_a_heading_of_absence_keep_their_meaning() {
    for (cells, there) in [
        (["x", ""], "Ben"),
        (["abwesend", "anwesend"], "Ben"),
        (["nein", "ja"], "Anna"),
    ] {
        let text = format!(
            "Name;Abwesend\nAnna Ahlers;{}\nBen Brandt;{}\n",
            cells[0], cells[1]
        );
        assert_eq!(
            present(&text, Some("water")),
            Ok((there.to_owned(), 1)),
            "{text}"
        );
    }
}

#[test]
fn letters_without_a_p_and_two_columns_of_presence_are_asked_about() {
    for text in [
        "Name;Anwesenheit\nAnna Ahlers;A\nBen Brandt;E\n",
        "Name;Anwesend;Erschienen\nAnna Ahlers;ja;nein\nBen Brandt;nein;ja\n",
        "Name;RSVP\nAnna Ahlers;ja\nBen Brandt;nein\n",
        "Name;War vor Ort?\nAnna Ahlers;ja\nBen Brandt;nein\n",
    ] {
        let refused = present(text, Some("water")).unwrap_err();
        assert!(refused.contains("not understood"), "{text}: {refused}");
    }
    let letters = "Name;Anwesenheit\nAnna Ahlers;P\nBen Brandt;A\n";
    assert_eq!(present(letters, Some("water")), Ok(("Anna".to_owned(), 1)));
}

#[test]
fn a_mark_beside_a_name_that_says_the_contrary_is_asked_about() {
    for mark in ["abgesagt", "krank", "absent", "annulé", "sjuk"] {
        let text = format!("Name\nAnna Ahlers\nBen Brandt ({mark})\n");
        assert!(present(&text, Some("water")).is_err(), "{mark}");
    }
}

#[test]
fn a_state_in_a_column_that_nobody_reads_sets_its_row_aside() {
    for (heading, cell) in [
        ("Bemerkung", "kommt nicht"),
        ("Rolle", "abgesagt"),
        ("Ticket Type", "Waiting list"),
    ] {
        let mut desk = Desk::with_programme(PROGRAMME);
        let text = format!(
            "Zeitstempel;Name;E-Mail;{heading}\n2020-09-01 10:00;Anna Ahlers;a@example.org;Teilnehmerin\n\
             2020-09-01 11:00;Ben Brandt;b@example.org;{cell}\n2020-09-01 12:00;Carla Cordes;c@example.org;Gast\n"
        );
        let files: [(&str, &[u8]); 1] = [("form.csv", text.as_bytes())];
        let changed = desk.import_as(&files, &super::desk::request()).unwrap();
        let problems = &changed.value[0].problems;
        let places: Vec<_> = problems
            .iter()
            .map(|problem| (problem.line, problem.column.as_deref()))
            .collect();
        assert_eq!(places, [(3, Some(heading))]);
    }
}

#[test]
fn whoever_is_asked_and_says_nothing_has_not_signed_up() {
    for heading in ["RSVP", "Zusage", "Kommt?"] {
        let text = format!("Name;{heading}\nAnna Ahlers;ja\nBen Brandt;nein\nCarla Cordes;\n");
        let mut desk = Desk::with_programme(PROGRAMME);
        let files: [(&str, &[u8]); 1] = [("form.csv", text.as_bytes())];
        match desk.import_as(&files, &super::desk::request()) {
            Ok(changed) => assert_eq!(changed.value[0].skipped, 1, "{heading}"),
            Err(error) => assert!(error.to_string().contains(heading), "{error}"),
        }
    }
}

#[test]
fn a_list_whose_only_other_column_tells_rows_apart_is_asked_about() {
    for (heading, cells) in [
        ("Tuer", ["rein", "raus"]),
        ("Vermerk X", ["AL", ""]),
        ("Zahl der Min.", ["120", "3"]),
        ("Abgemeldet", ["", "x"]),
    ] {
        let text = format!(
            "Name;{heading}\nAnna Ahlers;{}\nBen Brandt;{}\nAnna Ahlers;{}\n",
            cells[0], cells[1], cells[0]
        );
        let refused = present(&text, Some("water")).unwrap_err();
        assert!(refused.contains(heading), "{heading}: {refused}");
    }
    // What one knows of people decides nothing.
    let text = "Name;Telefon;Abteilung\nAnna Ahlers;030 1;\nBen Brandt;;Netze\n";
    assert_eq!(present(text, Some("water")), Ok(("Anna Ben".to_owned(), 0)));
    // A length that cannot be read is its row's problem.
    let text = "Name;Dauer\nAnna Ahlers;lange\nBen Brandt;kurz\n";
    assert!(present(text, Some("water")).unwrap_err().contains("length"));
}

#[test]
fn in_a_matrix_an_excuse_holds_for_its_session_alone() {
    let mut desk = Desk::with_programme(PROGRAMME);
    let people = "Name;E-Mail;Status\nAnna Ahlers;anna@nord.example.org;confirmed\n";
    desk.import("form.csv", people.as_bytes());
    let mut request = super::desk::request();
    request.options.kind = Some(rollcall::import::Kind::Attendance);
    let titles: Vec<String> = {
        let reader = desk.read();
        let event = reader.events().unwrap().remove(0);
        reader
            .sessions(event.id)
            .unwrap()
            .into_iter()
            .map(|it| it.slug)
            .take(2)
            .collect()
    };
    let text = format!(
        "Name;{};{}\nAnna Ahlers;anwesend;entschuldigt\n",
        titles[0], titles[1]
    );
    let files: [(&str, &[u8]); 1] = [("there.csv", text.as_bytes())];
    desk.import_as(&files, &request).unwrap();
    let export = desk.export("attendance");
    let line = |slug: &str| {
        export
            .lines()
            .find(|line| line.contains(&format!(",{slug},")))
            .unwrap()
            .to_owned()
    };
    assert!(!line(&titles[0]).contains("excused"), "{export}");
    assert!(line(&titles[1]).contains("excused"), "{export}");
}

#[test]
fn dates_that_only_some_rows_have_are_no_times_of_request() {
    let mut desk = Desk::with_programme(PROGRAMME);
    let text = "Name;E-Mail;Session;Data disdetta\nAnna Ahlers;a@example.org;water;\nBen Brandt;b@example.org;water;01.09.2020\n";
    let files: [(&str, &[u8]); 1] = [("form.csv", text.as_bytes())];
    let refused = desk
        .import_as(&files, &super::desk::request())
        .unwrap_err()
        .to_string();
    assert!(refused.contains("`Data disdetta`"), "{refused}");
    assert!(desk.read().people().unwrap().is_empty());
}

#[test]
fn a_word_of_absence_in_a_column_that_nobody_reads_is_asked_about() {
    let text = "Name;Anwesend;Bemerkung\nAnna Ahlers;x;vegan\nBen Brandt;x;krank\n";
    assert!(present(text, Some("water")).unwrap_err().contains("krank"));
    let text = text.replace("krank", "munter");
    assert_eq!(
        present(&text, Some("water")),
        Ok(("Anna Ben".to_owned(), 0))
    );
}
