//! Rows of a log that cannot be taken: `--rejects` writes them as a log of the same family, which is taken
//! alone once it is corrected, and then everything is as if no row had been wrong.

use serde_json::Value;

use crate::logs::*;
use crate::samples::Taken;
use crate::support::World;

fn import(world: &World, name: &str, text: &str, options: &[&str]) -> Taken {
    world.write(name, text);
    let line = [&["import", name, "--session", "plenum"], options].concat();
    Taken::by(world, &line)
}

fn minutes_in(world: &World) -> Minutes {
    let report = world.line("report attendance --format json");
    minutes(&report.success())
}

/// Makes one time of a log wrong, corrects what is rejected, and holds that the whole is the whole again.
#[track_caller]
fn corrected(text: &str, time: &str) {
    let wrong = text.replacen(time, "gestern", 1);
    assert_ne!(wrong, text);
    let whole = meeting();
    let expected = import(&whole, "log.csv", text, &[]);
    let expected = (minutes_in(&whole), expected.count("rejected"));

    let world = meeting();
    let first = import(&world, "log.csv", &wrong, &["--rejects", "rejects.csv"]);
    // Of a list of comings and leavings, both lines of a stay share its fate.
    let rejected = first.count("rejected") - expected.1;
    assert!(matches!(rejected, 1 | 2), "{:?}", first.outcome);
    assert_ne!(minutes_in(&world), expected.0);
    let rejects = std::fs::read(world.path().join("rejects.csv")).unwrap();
    let rejects = String::from_utf8(rejects).unwrap();

    // As they are they are rejected for the same reason.
    let again = import(&meeting(), "rejects.csv", &rejects, &[]);
    let reasons = |taken: &Taken| -> Vec<Value> {
        let problems = taken.file()["problems"].as_array().unwrap().iter();
        problems.map(|problem| problem["reason"].clone()).collect()
    };
    assert_eq!(reasons(&again), reasons(&first), "{rejects}");
    for key in ["family", "kind", "columns"] {
        assert_eq!(again.file()[key], first.file()[key], "{rejects}");
    }
    assert_eq!(again.count("rows"), first.count("rejected"), "{rejects}");

    let is_split =
        time.contains(',') && !rejects.contains('\t') && !rejects.contains("\"gestern\"");
    let cell = if is_split {
        format!("\"{time}\"")
    } else {
        time.to_owned()
    };
    let right = rejects.replace("gestern", &cell);
    let last = import(&world, "corrected.csv", &right, &[]);
    assert_eq!(last.count("rejected"), expected.1, "{right}");
    assert_eq!(minutes_in(&world), expected.0, "{right}");
}

#[test]
fn zoom() {
    corrected(&ZOOM_2020.text(), "10/08/2020 10:33:05 AM");
    corrected(&ZOOM_2021.text(), "10/08/2020 12:00:44 PM");
    corrected(&ZOOM_GERMAN.text(), "08.10.2020 10:02:14");
    corrected(&ZOOM_WEBINAR.text(), "10/08/2020 10:33:05 AM");
}

#[test]
fn teams() {
    corrected(&TEAMS_LIST_UTF_8.text(), "10/8/2020, 11:59:59 AM");
    corrected(&TEAMS_REPORT_2021.text(), "10/8/2020, 10:33:05 AM");
    let report = TEAMS_REPORT_2024.text();
    let (before, stays) = report.split_once("3. In-Meeting").unwrap();
    let stays = stays.replacen("10:33:05 AM", "XX", 1);
    let marked = format!("{before}3. In-Meeting{stays}");
    corrected(
        &marked.replace("10/8/20, XX", "10/8/20, 10:33:06 AM"),
        "10/8/20, 10:33:06 AM",
    );
}

#[test]
fn others() {
    corrected(&WEBEX.text(), "2020-10-08 10:33:05");
    corrected(&GOOGLE_MEET.text(), "11:00 AM");
    corrected(&GOTOWEBINAR.text(), "Oct 08, 2020 12:00 PM CEST");
    corrected(&BIGBLUEBUTTON_ENGLISH.text(), "10/8/2020, 12:00:44 PM");
}

#[test]
fn by_hand() {
    corrected(
        "Name;E-Mail;Joined;Left\n\
         Anna Müller-Lüdenscheidt;anna.mueller@biocluster-nord.example.org;08.10.2020 10:00;08.10.2020 11:00\n\
         Jörg Weiß;joerg.weiss@photonik-sued.example.org;08.10.2020 10:05;08.10.2020 11:30\n",
        "08.10.2020 11:30",
    );
}
