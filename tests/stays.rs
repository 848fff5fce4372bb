//! How long somebody was there: lengths beside times, ends that nobody saw, lists and logs in any order.

use std::collections::BTreeMap;

use super::desk::{self, Desk, notes};
use rollcall::import::{Kind, Options};
use rollcall::intake::{FileOutcome, Request};
use serde_json::Value;

/// Two days, and on the first evening two bars beside each other.
const PROGRAMME: &str = "\
event,slug,title,kind,start,end,capacity,drop_in
days,,Two days,event,2020-10-07T09:00:00+02:00,2020-10-08T18:00:00+02:00,,
days,eve,Evening,plenary,2020-10-07T18:00:00+02:00,2020-10-07T20:00:00+02:00,,no
days,pub,Harbour Pub,networking,2020-10-07T20:00:00+02:00,2020-10-07T22:00:00+02:00,,yes
days,wine,Wine Parlour,networking,2020-10-07T20:00:00+02:00,2020-10-07T22:00:00+02:00,,yes
days,main,Main session,plenary,2020-10-08T09:00:00+02:00,2020-10-08T12:00:00+02:00,,no
";

const PEOPLE: &str = "Name;E-Mail;Organisation\n\
    Anna Ahlers;anna@nord.example.org;BioCluster Nord\n\
    Ben Brandt;ben@west.example.org;Optik West\n\
    Carla Cordes;carla@sued.example.org;Solar Süd\n\
    Dora Ems;dora@ost.example.org;Bau Ost\n";

fn with_people() -> Desk {
    let mut desk = Desk::with_programme(PROGRAMME);
    take(&mut desk, Kind::Signups, "", "people.csv", PEOPLE);
    desk
}

/// Imports a file as a kind, for one session where that is not empty.
#[track_caller]
fn take(desk: &mut Desk, kind: Kind, session: &str, name: &str, text: &str) -> FileOutcome {
    let request = Request {
        session: Some(session.to_owned()).filter(|it| !it.is_empty()),
        options: Options {
            kind: Some(kind),
            ..Options::default()
        },
        ..desk::request()
    };
    let files = [(name, text.as_bytes())];
    desk.import_as(&files, &request).unwrap().value.remove(0)
}

/// Imports attendance of one session.
#[track_caller]
fn import(desk: &mut Desk, session: &str, name: &str, text: &str) -> FileOutcome {
    take(desk, Kind::Attendance, session, name, text)
}

/// Returns the minutes of everybody who came to a session, by family name; held against the public view.
fn minutes(desk: &Desk, session: &str) -> BTreeMap<String, Option<i64>> {
    let list = desk.line("report attendance --format json").success();
    let rows: Vec<Value> = serde_json::from_str(&list).unwrap();
    let came = rows.iter().filter(|row| {
        row["session"] == session && row["verdict"] != "no-show" && !row["verdict"].is_null()
    });
    let report: BTreeMap<String, Option<i64>> = came
        .map(|row| {
            let (family, _) = row["name"].as_str().unwrap().split_once(',').unwrap();
            (family.to_owned(), row["minutes"].as_i64())
        })
        .collect();
    assert_eq!(report, minutes_of_the_view(desk, session));
    report
}

#[expect(
    clippy::disallowed_methods,
    reason = "somebody else's program has no rules of ours"
)]
fn minutes_of_the_view(desk: &Desk, session: &str) -> BTreeMap<String, Option<i64>> {
    let connection = rusqlite::Connection::open(desk.database()).unwrap();
    let sql = "SELECT name, minutes FROM attendance
               WHERE session = ?1 AND verdict IS NOT NULL AND verdict <> 'no-show'";
    let mut statement = connection.prepare(sql).unwrap();
    let rows = statement.query_map([session], |row| {
        let name: String = row.get(0)?;
        Ok((name.split_once(',').unwrap().0.to_owned(), row.get(1)?))
    });
    rows.unwrap().map(Result::unwrap).collect()
}

fn of(pairs: &[(&str, i64)]) -> BTreeMap<String, Option<i64>> {
    let pairs = pairs.iter();
    pairs
        .map(|(name, minutes)| ((*name).to_owned(), Some(*minutes)))
        .collect()
}

#[test]
fn a_length_beside_first_in_and_last_out_bounds_the_minutes() {
    let mut desk = with_people();
    let log = "Name;Kam;Ging;Dauer\n\
        Anna Ahlers;09:00;11:00;0:40\n\
        Ben Brandt;09:00;11:00;1:59\n\
        Carla Cordes;09:00;10:00;2:30\n\
        Dora Ems;09:15;09:15;0:25\n";
    let outcome = import(&mut desk, "main", "log.csv", log);
    assert_eq!(outcome.created, 4, "{outcome:?}");
    assert_eq!(
        minutes(&desk, "main"),
        of(&[("Ahlers", 40), ("Brandt", 120), ("Cordes", 60), ("Ems", 25)])
    );
    for told in [
        "line 2: the length is shorter than the time between coming and leaving, and it counts",
        "line 4: the length is longer than the time between coming and leaving, which counts",
        "line 5: came and left at the same time, so the length counts",
    ] {
        assert!(
            notes(&outcome).iter().any(|note| note == told),
            "{outcome:?}"
        );
    }
    desk.check();
    // The same log again, and the same file from our own export, change nothing.
    let again = import(&mut desk, "main", "again.csv", log);
    assert_eq!((again.unchanged, again.rows), (4, 4), "{again:?}");
    let export = desk.export("attendance");
    let mut copy = with_people();
    let own = copy
        .import("attendance.csv", export.as_bytes())
        .value
        .remove(0);
    assert_eq!(own.created, 4, "{own:?}");
    assert_eq!(copy.export("attendance"), export);
    assert_eq!(minutes(&copy, "main"), minutes(&desk, "main"));
}

#[test]
fn the_log_with_the_length_counts_in_whatever_order_two_logs_come() {
    let long = "Name;Kam;Ging\nAnna Ahlers;09:00;11:00\n";
    let bounded = "Name;Kam;Ging;Dauer\nAnna Ahlers;09:00;11:00;0:40\n";
    for files in [[long, bounded], [bounded, long]] {
        let mut desk = with_people();
        import(&mut desk, "main", "one.csv", files[0]);
        import(&mut desk, "main", "two.csv", files[1]);
        assert_eq!(minutes(&desk, "main"), of(&[("Ahlers", 40)]));
    }
}

#[test]
fn a_bound_holds_for_each_session_that_shares_the_log() {
    let mut desk = with_people();
    let log = "Name;Kam;Ging;Dauer\nAnna Ahlers;2020-10-07 18:30;2020-10-08 10:00;1:15\n";
    let request = Request {
        by_the_clock: true,
        ..desk::request()
    };
    let files = [("log.csv", log.as_bytes())];
    desk.import_as(&files, &request).unwrap();
    // The hour and a half of the evening is bounded, the hour of the morning is less anyway.
    assert_eq!(minutes(&desk, "eve"), of(&[("Ahlers", 75)]));
    assert_eq!(minutes(&desk, "main"), of(&[("Ahlers", 60)]));
}

#[test]
fn an_open_end_holds_for_its_own_day() {
    let logs = [
        "Name;Kam;Ging\n\
         Anna Ahlers;2020-10-07 18:00;\n\
         Ben Brandt;2020-10-08 08:50;2020-10-08 12:00\n\
         Carla Cordes;2020-10-08 10:00;\n",
        "Name;Kam\n\
         Anna Ahlers;2020-10-07 18:00\n\
         Ben Brandt;2020-10-08 08:50\n\
         Carla Cordes;2020-10-08 10:00\n",
    ];
    for log in logs {
        let mut desk = with_people();
        let outcome = import(&mut desk, "main", "log.csv", log);
        assert_eq!((outcome.created, outcome.skipped), (2, 1), "{outcome:?}");
        assert!(
            notes(&outcome).iter().any(|note| note
                == "skipped, came on an earlier day, and nothing says until when they stayed: line 2"),
            "{outcome:?}"
        );
        assert_eq!(
            minutes(&desk, "main"),
            of(&[("Brandt", 180), ("Cordes", 120)])
        );
        desk.check();
    }
}

#[test]
fn an_open_end_of_a_log_of_several_days_ends_on_its_own_day() {
    let mut desk = with_people();
    let log = "Name;Kam;Ging\n\
        Anna Ahlers;2020-10-07 18:30;\n\
        Ben Brandt;2020-10-07 18:00;2020-10-07 19:00\n\
        Ben Brandt;2020-10-08 09:00;2020-10-08 11:00\n\
        Carla Cordes;2020-10-08 10:00;\n";
    let request = Request {
        by_the_clock: true,
        ..desk::request()
    };
    let files = [("log.csv", log.as_bytes())];
    desk.import_as(&files, &request).unwrap();
    assert_eq!(minutes(&desk, "eve"), of(&[("Ahlers", 30), ("Brandt", 60)]));
    assert_eq!(
        minutes(&desk, "main"),
        of(&[("Brandt", 120), ("Cordes", 60)])
    );
    // A list of arrivals says nothing of sessions either.
    let mut desk = with_people();
    import(
        &mut desk,
        "",
        "list.csv",
        "Name;Kam\nAnna Ahlers;2020-10-07 18:30\nCarla Cordes;2020-10-08 10:00\n",
    );
    assert_eq!(minutes(&desk, "eve"), of(&[("Ahlers", 90)]));
    assert_eq!(minutes(&desk, "main"), of(&[("Cordes", 120)]));
}

#[test]
fn who_is_said_to_have_come_before_came_when_their_own_meeting_began() {
    let mut desk = with_people();
    let log = "Full Name\tUser Action\tTimestamp\n\
        Anna Ahlers\tJoined\t10/8/2020, 9:00:00 AM\n\
        Anna Ahlers\tLeft\t10/8/2020, 11:00:00 AM\n\
        Ben Brandt\tJoined before\t10/8/2020, 9:30:00 AM\n\
        Ben Brandt\tLeft\t10/8/2020, 10:00:00 AM\n\
        Carla Cordes\tJoined before\t10/6/2020, 9:30:00 AM\n";
    let outcome = import(&mut desk, "main", "log.csv", log);
    assert_eq!(outcome.skipped, 1, "{outcome:?}");
    assert_eq!(
        minutes(&desk, "main"),
        of(&[("Ahlers", 120), ("Brandt", 60)])
    );
}

#[test]
fn a_bare_word_takes_no_minutes_away_in_whatever_order_the_files_come() {
    let list = "Name\nAnna Ahlers\nBen Brandt\n";
    let lengths = "Name;Dauer\nAnna Ahlers;0:41\nBen Brandt;0:12\n";
    let times = "Name;Kam;Ging\nAnna Ahlers;09:00;09:41\nBen Brandt;09:00;\n";
    for log in [lengths, times] {
        let mut found = Vec::new();
        for files in [[list, log], [log, list]] {
            let mut desk = with_people();
            for (number, file) in files.into_iter().enumerate() {
                import(&mut desk, "main", &format!("{number}.csv"), file);
            }
            found.push(minutes(&desk, "main"));
        }
        let ben = if log == lengths { 12 } else { 180 };
        assert_eq!(found[0], of(&[("Ahlers", 41), ("Brandt", ben)]));
        assert_eq!(found[0], found[1]);
    }
}

#[test]
fn times_with_a_dot_are_times_of_day_in_a_column_of_times() {
    let mut desk = with_people();
    let log = "Name;Kam;Ging\nAnna Ahlers;9.00;10.30\nBen Brandt;9.30;12.00\nCarla Cordes;9.75;12.00\nDora Ems;0.30;12.00\n";
    let outcome = import(&mut desk, "main", "log.csv", log);
    assert_eq!(
        minutes(&desk, "main"),
        of(&[("Ahlers", 90), ("Brandt", 150)])
    );
    let told: Vec<(u64, String)> = outcome
        .problems
        .iter()
        .map(|problem| (problem.line, problem.reason.in_english()))
        .collect();
    assert_eq!(
        told,
        [
            (4, "this is not a date or a time".to_owned()),
            (
                5,
                "`0.30` is a time just after midnight or a share of a day: write a time with a colon".to_owned()
            ),
        ]
    );
    // So are those of a list of arrivals, with the day in a column of its own.
    let mut desk = with_people();
    let list = "Name;Datum;Kam\nAnna Ahlers;08.10.2020;10.15\n";
    import(&mut desk, "main", "list.csv", list);
    assert_eq!(minutes(&desk, "main"), of(&[("Ahlers", 105)]));
}

#[test]
fn who_checks_in_at_another_bar_has_left_the_first() {
    let mut desk = with_people();
    desk.set_now("2020-10-07T20:00:00+02:00");
    let check_in = |desk: &Desk, person: &str, session: &str, at: &str| {
        desk.run(&["check-in", person, "--session", session, "--at", at])
            .code(0)
            .stderr
    };
    check_in(&desk, "Anna Ahlers", "eve", "19:00");
    check_in(&desk, "Anna Ahlers", "pub", "20:15");
    let told = check_in(&desk, "Anna Ahlers", "wine", "21:00");
    assert_eq!(
        told,
        "Anna Ahlers is in `wine` since 21:00\nAnna Ahlers left `pub` at 21:00\noperation 5: 1 person checked in to wine\n"
    );
    // Typed in the other order it comes to the same.
    check_in(&desk, "Ben Brandt", "wine", "21:00");
    check_in(&desk, "Ben Brandt", "pub", "20:15");
    desk.set_now("2020-10-09T09:00:00+02:00");
    assert_eq!(minutes(&desk, "pub"), of(&[("Ahlers", 45), ("Brandt", 45)]));
    assert_eq!(
        minutes(&desk, "wine"),
        of(&[("Ahlers", 60), ("Brandt", 60)])
    );
    assert_eq!(minutes(&desk, "eve"), of(&[("Ahlers", 60)]));
    // A list from the door says the same.
    let mut desk = with_people();
    let list = "Name;Session;Kam\nAnna Ahlers;pub;20:15\nAnna Ahlers;wine;21:00\n";
    import(&mut desk, "", "list.csv", list);
    assert_eq!(minutes(&desk, "pub"), of(&[("Ahlers", 45)]));
    assert_eq!(minutes(&desk, "wine"), of(&[("Ahlers", 60)]));
}
