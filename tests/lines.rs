//! Who has a place and who waits: for the event as a whole, behind a question, by lines without a time.

use super::desk::{self, Desk, notes};
use rollcall::import::{Kind, Options};
use rollcall::intake::{FileOutcome, Request};
use serde_json::Value;

const PROGRAMME: &str = "\
event,slug,title,kind,start,end,capacity,drop_in
day,,Cluster day,event,2020-10-08T09:00:00+02:00,2020-10-08T20:00:00+02:00,,
day,main,Main session,plenary,2020-10-08T09:00:00+02:00,2020-10-08T12:00:00+02:00,,no
day,lab,Robotics lab,breakout,2020-10-08T13:00:00+02:00,2020-10-08T14:30:00+02:00,,no
day,dinner,Dinner,social,2020-10-08T18:00:00+02:00,2020-10-08T20:00:00+02:00,1,no
";

fn before_the_day() -> Desk {
    let mut desk = Desk::with_programme(PROGRAMME);
    desk.set_now("2020-10-01T09:00:00+02:00");
    desk
}

#[track_caller]
fn import(desk: &mut Desk, text: &str) -> FileOutcome {
    let request = Request {
        options: Options {
            kind: Some(Kind::Signups),
            ..Options::default()
        },
        ..desk::request()
    };
    let files = [("signups.csv", text.as_bytes())];
    let mut changed = desk.import_as(&files, &request).unwrap();
    changed.value.remove(0)
}

/// Returns the state of a sign-up, or of the registration where the session is empty.
fn state(desk: &Desk, family: &str, session: &str) -> String {
    let list = desk.line("export signups --format json").success();
    let rows: Vec<Value> = serde_json::from_str(&list).unwrap();
    let is_it = |row: &&Value| {
        row["family_name"] == family && row["session"].as_str().unwrap_or_default() == session
    };
    let row = rows.iter().find(is_it);
    row.map_or("none", |row| row["status"].as_str().unwrap())
        .to_owned()
}

fn says(outcome: &FileOutcome, note: &str) {
    assert!(notes(outcome).iter().any(|it| it == note), "{outcome:?}");
}

const WAITING: &str = "Name;E-Mail;Status\n\
    Anna Ahlers;anna@nord.example.org;zugesagt\n\
    Ben Brandt;ben@west.example.org;Warteplatz 1\n\
    Carla Cordes;carla@sued.example.org;abgesagt\n\
    Dora Ems;dora@ost.example.org;pending_approval\n\
    Emil Fax;emil@ost.example.org;keine Antwort\n\
    Frida Gent;frida@ost.example.org;unbezahlt\n";

#[test]
fn a_waiting_list_of_the_whole_event_is_kept_as_one() {
    let mut desk = before_the_day();
    let outcome = import(&mut desk, WAITING);
    assert_eq!((outcome.created, outcome.skipped), (5, 1), "{outcome:?}");
    for (family, expected) in [
        ("Ahlers", "confirmed"),
        ("Brandt", "waitlisted"),
        ("Cordes", "cancelled"),
        ("Ems", "waitlisted"),
        ("Fax", "none"),
        ("Gent", "confirmed"),
    ] {
        assert_eq!(state(&desk, family, ""), expected, "{family}");
    }
    says(
        &outcome,
        "not confirmed in the file yet, so on the waiting list of the event: line 5",
    );
    // They are not expected, written to or counted.
    let events = desk.line("event list --format json").success();
    let events: Value = serde_json::from_str(&events).unwrap();
    assert_eq!(events[0]["registered"], 2, "{events}");
    let letters = desk.line("export mailing --format csv").success();
    assert!(!letters.contains("ben@west"), "{letters}");
    desk.check();
    // The same file again, and our own export of it, change nothing.
    import(&mut desk, WAITING);
    let export = desk.export("signups");
    let own = desk.import("own.csv", export.as_bytes()).value.remove(0);
    assert_eq!(own.unchanged, own.rows, "{own:?}");
    assert_eq!(desk.export("signups"), export);
    let mut copy = before_the_day();
    copy.import("own.csv", export.as_bytes());
    assert_eq!(copy.export("signups"), export);
    // Whoever gets a place has one, and is not taken back by a form that says nothing of it.
    let later = "Name;E-Mail;Status\nBen Brandt;ben@west.example.org;zugesagt\n";
    import(&mut desk, later);
    assert_eq!(state(&desk, "Brandt", ""), "confirmed");
    import(
        &mut desk,
        "Name;E-Mail;Essen\nDora Ems;dora@ost.example.org;vegan\n",
    );
    assert_eq!(state(&desk, "Ems", ""), "waitlisted");
}

#[test]
fn who_waits_for_the_event_waits_for_its_sessions_and_joins_their_lines_later() {
    let mut desk = before_the_day();
    let form = |state: &str| {
        format!(
            "Zeitstempel;Name;E-Mail;Status;Main session;Robotics lab\n\
             2020-09-01 10:00;Anna Ahlers;anna@nord.example.org;zugesagt;x;x\n\
             2020-09-02 10:00;Ben Brandt;ben@west.example.org;{state};x;\n"
        )
    };
    import(&mut desk, &form("Warteliste"));
    assert_eq!(state(&desk, "Brandt", ""), "waitlisted");
    assert_eq!(state(&desk, "Brandt", "main"), "waitlisted");
    assert_eq!(state(&desk, "Ahlers", "main"), "confirmed");
    // A place that becomes free in the session is none at the event.
    desk.line("signup cancel 'Anna Ahlers' --session main")
        .success();
    assert_eq!(state(&desk, "Brandt", "main"), "waitlisted");
    desk.check();
    import(&mut desk, &form("zugesagt").replace("09-02 10", "09-03 10"));
    assert_eq!(state(&desk, "Brandt", "main"), "confirmed");
    desk.check();
    // Where a session has limited places, the list may be its own: the rules decide, and say so.
    let outcome = import(
        &mut desk,
        "Name;E-Mail;Status;Dinner\nCarla Cordes;carla@sued.example.org;Warteliste;x\n",
    );
    assert_eq!(state(&desk, "Cordes", "dinner"), "confirmed");
    says(
        &outcome,
        "on a waiting list in the file, with a place here, as places go by the time of request: line 2",
    );
}

const DINNER: &str = "Zeitstempel;Name;E-Mail;Organisation;Session\n\
    2020-09-01 08:00;Anna Lindqvist;anna@krause.example.org;Nord AG;Dinner\n\
    2020-09-02 08:00;Bert Bau;bert@bau.example.org;Bau KG;Dinner\n";

fn with_anna() -> Desk {
    let desk = before_the_day();
    let anna = [
        "person",
        "add",
        "Anna Krause",
        "--email",
        "anna@krause.example.org",
    ];
    desk.run(&[&anna[..], &["--organisation", "Nord AG"]].concat())
        .success();
    desk
}

#[test]
fn a_row_that_waits_for_an_answer_keeps_its_place_in_the_line() {
    for answer in [&["person", "Anna Krause"][..], &["new"]] {
        let mut desk = with_anna();
        let request = desk::request();
        let files = [("signups.csv", DINNER.as_bytes())];
        let changed = desk.import_as(&files, &request).unwrap();
        assert_eq!(changed.value[0].review, 1);
        assert_eq!(state(&desk, "Bau", "dinner"), "waitlisted");
        desk.check();
        desk.run(&[&["review", "1"][..], answer].concat()).success();
        let family = if answer.len() == 1 {
            "Lindqvist"
        } else {
            "Krause"
        };
        assert_eq!(state(&desk, family, "dinner"), "confirmed");
        assert_eq!(state(&desk, "Bau", "dinner"), "waitlisted");
        desk.check();
    }
}

#[test]
fn a_place_that_was_held_is_free_once_the_answer_needs_none() {
    let mut desk = with_anna();
    // She has asked for the dinner by another address, and has the place.
    desk.line("signup add 'Anna Krause' --session dinner")
        .success();
    desk.line("session edit dinner --capacity 2").success();
    import(&mut desk, DINNER);
    assert_eq!(state(&desk, "Bau", "dinner"), "waitlisted");
    desk.line("review 1 person 'Anna Krause'").success();
    assert_eq!(state(&desk, "Bau", "dinner"), "confirmed");
    desk.check();
}

#[test]
fn a_later_request_that_waits_for_an_answer_holds_no_place() {
    let mut desk = with_anna();
    let later = DINNER.replace("09-01 08", "09-03 08");
    import(&mut desk, &later);
    assert_eq!(state(&desk, "Bau", "dinner"), "confirmed");
    desk.line("review 1 person 'Anna Krause'").success();
    assert_eq!(state(&desk, "Krause", "dinner"), "waitlisted");
    desk.check();
}

#[test]
fn without_a_time_the_order_of_lines_counts_and_is_said() {
    let mut desk = before_the_day();
    let form = "Name;E-Mail;Dinner;Robotics lab\n\
        Anna Ahlers;anna@nord.example.org;x;\n\
        Ben Brandt;ben@west.example.org;x;\n\
        Anna Ahlers;anna@nord.example.org;x;x\n";
    let outcome = import(&mut desk, form);
    assert_eq!(state(&desk, "Ahlers", "dinner"), "confirmed");
    assert_eq!(state(&desk, "Brandt", "dinner"), "waitlisted");
    says(
        &outcome,
        "1 change of mind, and nothing says when they were sent, so the last line counts: line 4",
    );
    says(
        &outcome,
        "dinner: 1 of 1 places taken, 1 waiting; requests without a time go by the order of lines",
    );
    assert!(
        !notes(&outcome)
            .iter()
            .any(|it| it.contains("newest came first"))
    );
}

#[test]
fn a_column_that_goes_down_may_mean_that_the_newest_comes_first() {
    let with = |heading: &str, cells: [&str; 3]| {
        let mut desk = before_the_day();
        let form = format!(
            "{heading};Name;E-Mail;Dinner\n\
             {};Anna Ahlers;anna@nord.example.org;x\n\
             {};Ben Brandt;ben@west.example.org;x\n\
             {};Carla Cordes;carla@sued.example.org;x\n",
            cells[0], cells[1], cells[2]
        );
        let outcome = import(&mut desk, &form);
        let mut notes = notes(&outcome).into_iter();
        notes.find(|it| it.contains("newest came first"))
    };
    assert_eq!(
        with("Lfd", ["17", "12", "3"]).as_deref(),
        Some(
            "`Lfd` goes down from line to line, as if the newest came first; if so, reverse the order of the rows"
        )
    );
    assert_eq!(with("Lfd", ["3", "12", "17"]), None);
    assert_eq!(with("Lfd", ["17", "12", "12"]), None);
    // With a time of request the lines do not matter.
    let times = ["2020-09-03 10:00", "2020-09-02 10:00", "2020-09-01 10:00"];
    assert_eq!(with("Zeitstempel", times), None);
}
