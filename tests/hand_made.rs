//! What people put into spreadsheets beside the rows themselves.

use rollcall::model::Person;

use super::desk::{Desk, notes};
use super::support::{BEFORE, World};

/// Two breakouts at a time, and the end of the day.
pub(crate) const PROGRAMME: &str = "\
event,slug,title,kind,start,end,capacity,drop_in
autumn,,Autumn meeting,event,2020-10-08T10:00:00+02:00,2020-10-08T18:00:00+02:00,,
autumn,water,Water,breakout,2020-10-08T10:00:00+02:00,2020-10-08T11:00:00+02:00,,no
autumn,light,Light,breakout,2020-10-08T10:00:00+02:00,2020-10-08T11:00:00+02:00,,no
autumn,closing,Closing,plenary,2020-10-08T17:00:00+02:00,2020-10-08T18:00:00+02:00,,no
";

/// Imports a file and returns the outcome's counts: created, skipped, rejected.
#[track_caller]
fn counts(desk: &mut Desk, name: &str, text: &str) -> [usize; 3] {
    let outcome = desk.import(name, text.as_bytes()).value.remove(0);
    assert_eq!(
        outcome.created + outcome.unchanged + outcome.skipped + outcome.rejected,
        outcome.rows,
        "{outcome:?}"
    );
    [outcome.created, outcome.skipped, outcome.rejected]
}

#[test]
fn a_row_of_totals_is_nobody() {
    let mut desk = Desk::with_programme(PROGRAMME);
    let form = "Name;E-Mail;Organisation;Water;Light\n\
        Anna Ahlers;anna@nord.example.org;BioCluster Nord;x;\n\
        Ben Brandt;ben@west.example.org;Optik West;;x\n\
        Summe;;2;1;1\n";
    assert_eq!(counts(&mut desk, "form.csv", form), [2, 1, 0]);
    let people = "Nachname;Vorname;Telefon\nCordes;Carla;030 1\nGesamt:;;1\n";
    assert_eq!(counts(&mut desk, "people.csv", people), [1, 1, 0]);
    let organisations = "Organisation;Kurzname;Land\nSolar Süd;SoS;DE\nSumme: 1;;\n";
    assert_eq!(
        counts(&mut desk, "organisations.csv", organisations),
        [1, 1, 0]
    );
    let there = "Name;Session;Kam\nAnna Ahlers;Water;10:00\nAnzahl Teilnehmer: 1;;\n";
    assert_eq!(counts(&mut desk, "there.csv", there), [1, 1, 0]);
    let log = "Name;Kam;Ging;Minuten\nBen Brandt;17:00;18:00;60\nSumme;;;60\n";
    assert_eq!(counts(&mut desk, "log.csv", log), [1, 1, 0]);
    assert_eq!(desk.read().people().unwrap().len(), 3);
    assert_eq!(desk.read().organisations().unwrap().len(), 3);
    desk.check();
}

#[test]
fn a_list_that_names_organisations_and_nobody_is_one_of_organisations() {
    let mut desk = Desk::with_programme(PROGRAMME);
    for (text, created) in [
        ("Organisation;Kurzname;Land\nSolar Süd;SoS;DE\n", 1),
        (
            "Organisation;Land;Mitglieder\nWind West;DE;12\nSolar Süd;DE;8\n",
            1,
        ),
        (
            "Unternehmen,Website\nBau Ost,https://bau-ost.example.org\n",
            1,
        ),
    ] {
        assert_eq!(counts(&mut desk, "list.csv", text)[0], created, "{text}");
    }
    assert_eq!(desk.read().organisations().unwrap().len(), 3);
    assert!(desk.read().people().unwrap().is_empty());
    desk.check();
}

#[test]
fn notes_beside_a_table_are_nobody_and_headings_within_it_are_refused() {
    let mut desk = Desk::with_programme(PROGRAMME);
    let form = "Name;E-Mail;Organisation;Session\n\
        Anna Ahlers;anna@nord.example.org;BioCluster Nord;Water\n\
        ;;;\n\
        Stand: 30.09.2020;;;\n\
        gez. Meier;;;\n\
        Ben Brandt;ben@west.example.org;Optik West;Light\n\
        Light;;;\n\
        Carla Cordes;;;\n\
        ;;;Light\n";
    let outcome = desk.import("form.csv", form.as_bytes()).value.remove(0);
    assert_eq!(
        (outcome.created, outcome.skipped, outcome.rejected),
        (3, 2, 2)
    );
    let told: Vec<String> = outcome
        .problems
        .iter()
        .map(|problem| format!("{}: {}", problem.line, problem.reason.in_english()))
        .collect();
    assert_eq!(
        told,
        [
            "7: `Light` is above the rows it is about, and is not read for them: give each row its session in a column",
            "9: neither a name nor an address",
        ]
    );
    let names: Vec<String> = desk
        .read()
        .people()
        .unwrap()
        .iter()
        .map(Person::full_name)
        .collect();
    assert_eq!(names, ["Anna Ahlers", "Ben Brandt", "Carla Cordes"]);
    // Whoever is on the waiting list would be registered like the others.
    let form = form.replace("Ben Brandt", "Warteliste:;;;\nBen Brandt");
    let files: [(&str, &[u8]); 1] = [("form.csv", form.as_bytes())];
    let refused = desk.import_as(&files, &super::desk::request()).unwrap_err();
    assert!(refused.to_string().contains("`Warteliste:`"), "{refused}");
    desk.check();
}

/// Two places, of which an import gives one away and another takes one back.
#[test]
fn places_that_change_hands_are_told() {
    let mut desk = Desk::with_programme(&PROGRAMME.replace(
        "11:00:00+02:00,,no\nautumn,light",
        "11:00:00+02:00,2,no\nautumn,light",
    ));
    desk.set_now(BEFORE);
    let form = "Name;E-Mail;Session;Status;Angemeldet am\n\
        Anna Ahlers;anna@nord.example.org;Water;Warteliste;01.09.2020\n\
        Ben Brandt;ben@west.example.org;Water;bestätigt;02.09.2020\n\
        Carla Cordes;carla@sued.example.org;Water;bestätigt;03.09.2020\n\
        Dora Denk;dora@ost.example.org;Light;Warteliste;04.09.2020\n";
    let outcome = desk.import("form.csv", form.as_bytes()).value.remove(0);
    assert_eq!(
        notes(&outcome),
        [
            "water: 2 of 2 places taken, 1 waiting",
            "on a waiting list in the file, with a place here, as places go by the time of request: line 2",
            "on no waiting list in the file, waiting here, as places go by the time of request: line 4",
        ]
    );
    let grown = format!("{form}Ben Brandt;ben@west.example.org;Light;bestätigt;05.09.2020\n");
    let outcome = desk.import("form.csv", grown.as_bytes()).value.remove(0);
    assert_eq!(
        notes(&outcome),
        [
            "Carla Cordes moves up from the waiting list of `water`",
            "1 change of mind, and the newest submission counts: line 6",
        ]
    );
    desk.check();
}

/// Returns who has which session: `person session status`, withdrawn ones left out.
fn standing(desk: &Desk) -> Vec<String> {
    let reader = desk.read();
    let event = reader.events().unwrap().remove(0).id;
    let mut standing = Vec::new();
    for row in reader.registrations(event).unwrap() {
        let person = reader.person(row.registration.person_id).unwrap().unwrap();
        for signup in row.signups {
            let session = reader.session(signup.session_id).unwrap().unwrap();
            if signup.status.as_str() != "cancelled" {
                standing.push(format!("{} {}", person.given_name, session.slug));
            }
        }
    }
    standing.sort();
    standing
}

#[test]
fn rows_of_a_list_that_names_a_session_in_each_add_up() {
    let mut desk = Desk::with_programme(PROGRAMME);
    let list = "Name;E-Mail;Session;Status\n\
        Anna Ahlers;anna@nord.example.org;Water;angemeldet\n\
        Anna Ahlers;anna@nord.example.org;Closing;angemeldet\n\
        Ben Brandt;ben@west.example.org;Closing;angemeldet\n\
        Ben Brandt;ben@west.example.org;Light;abgesagt\n";
    let outcome = desk.import("list.csv", list.as_bytes()).value.remove(0);
    assert!(notes(&outcome).is_empty(), "{:?}", notes(&outcome));
    let both = ["Anna closing", "Anna water", "Ben closing"];
    assert_eq!(standing(&desk), both);
    let outcome = desk.import("list.csv", list.as_bytes()).value.remove(0);
    assert_eq!(outcome.unchanged, 4);

    // The list grows, in any order.
    let grown = list.replace(
        "Status\n",
        "Status\nBen Brandt;ben@west.example.org;Water;angemeldet\n",
    );
    desk.import("list.csv", grown.as_bytes());
    assert_eq!(
        standing(&desk),
        ["Anna closing", "Anna water", "Ben closing", "Ben water"]
    );

    // And is corrected: what a person chose before and the list does not name any more is given up.
    let corrected = grown.replace(
        "Ahlers;anna@nord.example.org;Water",
        "Ahlers;anna@nord.example.org;Light",
    );
    let outcome = desk
        .import("list.csv", corrected.as_bytes())
        .value
        .remove(0);
    assert_eq!(
        standing(&desk),
        ["Anna closing", "Anna light", "Ben closing", "Ben water"]
    );
    assert_eq!(
        notes(&outcome),
        ["1 change of mind, and the newest submission counts: line 3"]
    );
    desk.check();
}

#[test]
fn two_sessions_of_a_list_that_overlap_are_asked_about() {
    let mut desk = Desk::with_programme(PROGRAMME);
    let list = "Name;E-Mail;Session\n\
        Anna Ahlers;anna@nord.example.org;Water\n\
        Anna Ahlers;anna@nord.example.org;Light\n";
    let outcome = desk.import("list.csv", list.as_bytes()).value.remove(0);
    assert_eq!(standing(&desk), ["Anna light", "Anna water"]);
    assert_eq!(
        notes(&outcome),
        ["1 pair of sessions of one person overlap in time: see `rollcall review`"]
    );
    desk.check();
}

#[test]
fn a_row_without_a_name_waits_for_the_row_that_says_whose_address_it_is() {
    let head = "Name;E-Mail;Organisation;Session;Angemeldet am\n";
    let nameless = ";anna@nord.example.org;BioCluster Nord;Water;";
    let named = "Anna Ahlers;anna@nord.example.org;BioCluster Nord;Light;";
    let unknown = ";ben@west.example.org;Optik West;Light;03.09.2020\n";
    for (rows, expected) in [
        // The newest wins, wherever it stands.
        (
            format!("{nameless}02.09.2020\n{named}01.09.2020\n"),
            "Anna water",
        ),
        (
            format!("{nameless}01.09.2020\n{named}02.09.2020\n"),
            "Anna light",
        ),
        // Without a time, the later row.
        (format!("{nameless}\n{named}\n"), "Anna light"),
        (format!("{named}\n{nameless}\n"), "Anna water"),
    ] {
        let mut desk = Desk::with_programme(PROGRAMME);
        let file = format!("{head}{rows}{unknown}");
        let outcome = desk.import("form.csv", file.as_bytes()).value.remove(0);
        assert_eq!((outcome.rows, outcome.rejected), (3, 1), "{outcome:?}");
        assert_eq!(standing(&desk), [expected], "{rows}");
        let again = desk.import("form.csv", file.as_bytes()).value.remove(0);
        assert_eq!((again.unchanged, again.rejected), (2, 1), "{again:?}");
        assert_eq!(standing(&desk), [expected], "{rows}");
        desk.check();
    }
}

#[test]
fn lengths_are_hours_and_minutes_though_somebody_stayed_past_the_end() {
    let world = World::with_file();
    world.write("programme.csv", PROGRAMME);
    world.run(&["import", "programme.csv"]).success();
    for (longest, are_hours) in [("1:05", true), ("0:45", true), ("59:10", false)] {
        let log = format!("Teilnehmer;Dauer\nAnna Ahlers;{longest}\nBen Brandt;0:30\n");
        world.write("log.csv", log);
        let arguments = ["import", "log.csv", "--session", "closing", "--dry-run"];
        let output = world.run(&arguments).to_string();
        let note = "lengths such as `1:05` are hours and minutes";
        assert_eq!(output.contains(note), are_hours, "{longest}: {output}");
    }
}

#[test]
fn places_go_by_the_time_of_request_whichever_file_it_stands_in() {
    let with_capacity = PROGRAMME.replace(
        "11:00:00+02:00,,no\nautumn,light",
        "11:00:00+02:00,1,no\nautumn,light",
    );
    let form = |name: &str, day: u32| {
        format!(
            "Name;E-Mail;Session;Zeitstempel\n{name} Roth;{name}@nord.example.org;Water;{day:02}.09.2020 10:00\n"
        )
    };
    for files in [["late.csv", "early.csv"], ["early.csv", "late.csv"]] {
        let world = World::with_file();
        world.write("programme.csv", &with_capacity);
        world.write("late.csv", form("Susi", 10));
        world.write("early.csv", form("Frida", 1));
        world
            .run(&["import", "programme.csv", files[0], files[1]])
            .success();
        let list = world.line("signup list --format json").success();
        let signups: serde_json::Value = serde_json::from_str(&list).unwrap();
        let standing: Vec<String> = signups
            .as_array()
            .unwrap()
            .iter()
            .map(|row| format!("{} {}", row["name"], row["status"]).replace('"', ""))
            .collect();
        assert_eq!(
            standing,
            ["Roth, Frida confirmed", "Roth, Susi waitlisted"],
            "{files:?}"
        );
    }
}

#[test]
fn an_organisation_asked_about_has_one_spelling_in_every_list() {
    let world = World::with_file();
    world.write("programme.csv", PROGRAMME);
    world.run(&["import", "programme.csv"]).success();
    let name = "LifeScience Nord e.V.";
    world
        .run(&["person", "add", "Bert Bohr", "--organisation", name])
        .success();
    let form = "Name;E-Mail;Organisation;Session\n\
        Anna Abel;anna@nord.example.org;Life Science Nord;Water\n\
        Cora Dorn;cora@nord.example.org;Lifescience Nord;Water\n";
    world.write("form.csv", form);
    assert_eq!(world.run(&["import", "form.csv"]).code, 0);
    world.line("review 1 same").success();
    let list = world.line("report sign-in --session water").success();
    assert_eq!(list.matches(name).count(), 2, "{list}");
    // The form as it stands is known, and says nothing new.
    let again = world.run(&["import", "form.csv"]).success();
    assert!(again.contains("2 unchanged"), "{again}");
}
