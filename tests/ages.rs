//! Our own exports know how old they are: what is older never takes back what is newer.

use super::desk::Desk;
use serde_json::Value;

const PROGRAMME: &str = "\
event,slug,title,kind,start,end,capacity,drop_in
day,,Cluster day,event,2020-10-08T09:00:00+02:00,2020-10-08T20:00:00+02:00,,
day,main,Main session,plenary,2020-10-08T09:00:00+02:00,2020-10-08T12:00:00+02:00,,no
day,lab,Robotics lab,breakout,2020-10-08T13:00:00+02:00,2020-10-08T14:30:00+02:00,,no
";

const SIGNUPS: &str = "Zeitstempel;Name;E-Mail;Telefon;Organisation;Session;Essen\n\
    2020-09-01 10:00;Anna Ahlers;anna@nord.example.org;030 1;BioCluster Nord;Main session;vegan\n\
    2020-09-02 10:00;Ben Brandt;ben@west.example.org;030 2;Optik West;Main session;\n\
    2020-09-03 10:00;Carla Cordes;carla@sued.example.org;030 3;Solar Süd;Robotics lab;alles\n";

fn desk() -> Desk {
    let mut desk = Desk::with_programme(PROGRAMME);
    desk.import("signups.csv", SIGNUPS.as_bytes());
    desk
}

/// Returns a colleague's copy of the file.
fn copy(desk: &Desk) -> Desk {
    let path = desk.path().join("copy.db");
    run(desk, &["backup", path.to_str().unwrap()]);
    let mut copy = Desk::of(&std::fs::read(path).unwrap());
    // Nobody does the same in the same second.
    copy.set_now("2020-10-09T09:00:30+02:00");
    copy
}

#[track_caller]
fn run(desk: &Desk, arguments: &[&str]) -> String {
    desk.run(arguments).success()
}

/// Writes everything into a folder or a workbook; returns the files.
fn export_all(desk: &Desk, name: &str) -> Vec<String> {
    let target = desk.path().join(name);
    run(
        desk,
        &["export", "all", "-o", target.to_str().unwrap(), "--force"],
    );
    if target.is_file() {
        return vec![target.to_str().unwrap().to_owned()];
    }
    let tables = super::desk::EXPORTS.iter();
    let path = |what: &&str| target.join(format!("{what}.csv"));
    tables
        .map(|what| path(what).to_str().unwrap().to_owned())
        .collect()
}

/// Imports files; returns the exit code and what was said.
fn import(desk: &Desk, files: &[String]) -> (i32, String) {
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let output = desk.run(&[&["import"], &files[..]].concat());
    (output.code, output.to_string())
}

/// Returns a cell of the row of an export that has `value` in `column`.
fn cell(desk: &Desk, what: &str, (column, value): (&str, &str), wanted: &str) -> Value {
    let rows = run(desk, &["export", what, "--format", "json"]);
    let rows: Vec<Value> = serde_json::from_str(&rows).unwrap();
    let row = rows.iter().find(|row| row[column] == value);
    row.map_or(Value::Null, |row| row[wanted].clone())
}

const ANNA: (&str, &str) = ("family_name", "Ahlers");
const BEN: (&str, &str) = ("family_name", "Brandt");
const CARLA: (&str, &str) = ("family_name", "Cordes");

#[test]
fn an_older_copy_brings_what_is_new_and_takes_nothing_back() {
    for target in ["everything", "everything.xlsx"] {
        let desk = desk();
        let at = ["--session", "main", "--at", "09:10"];
        run(&desk, &[&["check-in", "Anna Ahlers"], &at[..]].concat());
        let other = copy(&desk);
        // Here somebody withdraws, gets another telephone, and was not there after all.
        run(
            &desk,
            &["signup", "cancel", "Anna Ahlers", "--session", "main"],
        );
        run(
            &desk,
            &["person", "edit", "Carla Cordes", "--phone", "040 9"],
        );
        run(&desk, &["undo", "3"]);
        // There somebody is checked in, somebody is new, and two details change.
        run(&other, &[&["check-in", "Ben Brandt"], &at[..]].concat());
        run(
            &other,
            &[
                "person",
                "add",
                "Dora Ems",
                "--email",
                "dora@ost.example.org",
            ],
        );
        run(
            &other,
            &["person", "edit", "Ben Brandt", "--phone", "050 5"],
        );
        run(&other, &["session", "edit", "lab", "--capacity", "9"]);
        let (code, told) = import(&desk, &export_all(&other, target));
        assert_eq!(code, 0, "{told}");
        assert!(
            told.contains("older than what is on file, and left alone: line"),
            "{told}"
        );
        assert_eq!(cell(&desk, "signups", ANNA, "status"), "cancelled");
        assert_eq!(cell(&desk, "people", CARLA, "phone"), "040 9");
        assert_eq!(cell(&desk, "attendance", ANNA, "joined_at"), Value::Null);
        assert_eq!(
            cell(&desk, "attendance", BEN, "joined_at"),
            "2020-10-08T09:10:00+02:00"
        );
        assert_eq!(cell(&desk, "people", BEN, "phone"), "050 5");
        assert_eq!(
            cell(&desk, "people", ("family_name", "Ems"), "given_name"),
            "Dora"
        );
        assert_eq!(cell(&desk, "programme", ("slug", "lab"), "capacity"), 9);
        desk.check();
    }
}

#[test]
fn what_changed_on_both_sides_is_set_aside_unless_it_is_the_same() {
    let desk = desk();
    let other = copy(&desk);
    run(
        &desk,
        &["person", "edit", "Anna Ahlers", "--phone", "040 1"],
    );
    run(&desk, &["person", "edit", "Ben Brandt", "--phone", "040 2"]);
    run(
        &other,
        &["person", "edit", "Anna Ahlers", "--phone", "050 1"],
    );
    run(
        &other,
        &["person", "edit", "Ben Brandt", "--phone", "040 2"],
    );
    let files = export_all(&other, "everything");
    let (code, told) = import(&desk, &files);
    assert_eq!(code, 3, "{told}");
    let reason = "line 2: `phone` changed here since this file was written, and the row was changed in the file: to use what the file says, empty the last cell of the row";
    assert!(told.contains(reason), "{told}");
    assert_eq!(cell(&desk, "people", ANNA, "phone"), "040 1");
    // The way out: the file's word.
    let text = std::fs::read_to_string(&files[2]).unwrap();
    let lines = text.lines().map(|line| match line.rsplit_once(',') {
        Some((row, _)) if line.contains("Ahlers") => format!("{row},\n"),
        _ => format!("{line}\n"),
    });
    std::fs::write(&files[2], lines.collect::<String>()).unwrap();
    let (code, told) = import(&desk, &files[2..3]);
    assert_eq!(code, 0, "{told}");
    assert_eq!(cell(&desk, "people", ANNA, "phone"), "050 1");
}

#[test]
fn a_sheet_edited_by_hand_is_taken_where_nothing_changed_here() {
    let desk = desk();
    let files = export_all(&desk, "everything");
    run(
        &desk,
        &["signup", "cancel", "Anna Ahlers", "--session", "main"],
    );
    let edit = |old: &str, new: &str| {
        let text = std::fs::read_to_string(&files[3]).unwrap();
        assert!(text.contains(old), "{text}");
        std::fs::write(&files[3], text.replacen(old, new, 1)).unwrap();
    };
    // Ben's row is edited, Anna's is only older; the answer of Carla's is edited as well.
    edit("Optik West,confirmed", "Optik West,cancelled");
    edit(",alles,", ",vegetarisch,");
    let (code, told) = import(&desk, &files[3..4]);
    assert_eq!(code, 0, "{told}");
    assert_eq!(cell(&desk, "signups", ANNA, "status"), "cancelled");
    assert_eq!(cell(&desk, "signups", BEN, "status"), "cancelled");
    assert_eq!(cell(&desk, "signups", CARLA, "Essen"), "vegetarisch");
    // Nothing is older now, and the copy that was taken says so.
    let fresh = export_all(&desk, "fresh");
    let (_, told) = import(&desk, &fresh);
    assert!(!told.contains("older"), "{told}");
}

#[test]
fn an_older_export_alone_changes_nothing() {
    let desk = desk();
    let files = export_all(&desk, "everything");
    run(
        &desk,
        &["signup", "cancel", "Anna Ahlers", "--session", "main"],
    );
    let before = desk.exports();
    let (code, told) = import(&desk, &files);
    assert_eq!(code, 0, "{told}");
    assert!(!told.contains("updated"), "{told}");
    assert_eq!(desk.exports(), before);
    desk.check();
}

#[test]
fn another_file_has_no_past_in_common_and_takes_everything() {
    let desk = desk();
    let files = export_all(&desk, "everything");
    let other = Desk::new();
    let (code, told) = import(&other, &files);
    assert_eq!(code, 0, "{told}");
    assert_eq!(cell(&other, "signups", ANNA, "status"), "confirmed");
    assert!(!told.contains("older"), "{told}");
}

#[test]
fn a_programme_with_a_new_column_of_short_names_is_the_same_programme() {
    let mut desk = Desk::new();
    let event = "event,slug,title,kind,start,end\n\
        day,,Cluster day,event,2020-10-08T09:00:00+02:00,2020-10-08T20:00:00+02:00\n";
    desk.import("event.csv", event.as_bytes());
    let first = "Titel;Beginn;Ende\n\
        Opening;08.10.2020 09:00;08.10.2020 10:00\n\
        Panel;08.10.2020 10:00;08.10.2020 11:00\n";
    desk.import("programme.csv", first.as_bytes());
    let again = "Titel;Beginn;Ende;Kürzel\n\
        Opening;08.10.2020 09:00;08.10.2020 10:00;eins\n\
        Panel;08.10.2020 10:00;08.10.2020 11:00;panel-2\n\
        Panel;08.10.2020 12:00;08.10.2020 13:00;zwei\n";
    let outcome = desk.import("again.csv", again.as_bytes()).value.remove(0);
    assert_eq!((outcome.updated, outcome.created), (1, 2), "{outcome:?}");
    let event = desk.read().events().unwrap().remove(0);
    let sessions = desk.read().sessions(event.id).unwrap();
    let slugs: Vec<&str> = sessions.iter().map(|it| it.slug.as_str()).collect();
    assert_eq!(slugs, ["eins", "panel", "panel-2", "zwei"]);
    // Two of one title and begin in one new file are two.
    let two = "Titel;Beginn;Ende;Kürzel\n\
        Workshop;08.10.2020 14:00;08.10.2020 15:00;workshop\n\
        Workshop;08.10.2020 14:00;08.10.2020 15:00;west\n";
    let outcome = desk.import("two.csv", two.as_bytes()).value.remove(0);
    assert_eq!(outcome.created, 2, "{outcome:?}");
}
