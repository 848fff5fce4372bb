//! Where a log belongs, and when its times were: what is found out, what is said of it, and what is asked.

use std::fmt::Write as _;

use crate::logs::{Minutes, minutes};
use crate::support::{Output, World, golden, zoom_minutes};

/// A plenary and a keynote in one room, three sessions side by side, a bar.
const DAY: &str = "\
event,slug,title,kind,start,end,timezone
day,,Autumn day,event,2020-10-08T10:00:00+02:00,2020-10-08T18:00:00+02:00,Europe/Berlin
day,plenary,Greeting,plenary,2020-10-08T10:00:00+02:00,2020-10-08T10:15:00+02:00,
day,keynote,Cluster promotion in times of crisis,keynote,2020-10-08T10:15:00+02:00,2020-10-08T11:00:00+02:00,
day,breakout-a,Session A: Public relations,breakout,2020-10-08T11:15:00+02:00,2020-10-08T12:30:00+02:00,
day,breakout-b,Session B: Economic recovery,breakout,2020-10-08T11:15:00+02:00,2020-10-08T12:30:00+02:00,
day,breakout-c,Session C: Human resources,breakout,2020-10-08T11:15:00+02:00,2020-10-08T12:30:00+02:00,
day,bar-1,Bar 1: Harbour Pub,networking,2020-10-08T16:00:00+02:00,2020-10-08T17:00:00+02:00,
";

/// An event that is one session.
fn single(start: &str, end: &str) -> String {
    format!(
        "event,slug,title,kind,start,end,timezone\n\
         one,,One,event,{start},{end},Europe/Berlin\n\
         one,talk,The talk,plenary,{start},{end},\n"
    )
}

const ANNA: i64 = 1;
const BERND: i64 = 2;

fn world(programme: &str) -> World {
    let mut world = World::with_file();
    // After all the meetings of these tests.
    world.set_now("2021-12-31T09:00:00+01:00");
    world.write("programme.csv", programme);
    world.run(&["import", "programme.csv"]).success();
    world.write(
        "people.csv",
        "Vorname;Nachname;E-Mail\nAnna;Fuchs;anna@fuchs.example.org\nBernd;Dachs;bernd@dachs.example.org\n",
    );
    world.line("import people.csv --as people").success();
    world
}

/// Anna's and Bernd's stays, as a table made by hand.
fn log(anna: (&str, &str), bernd: (&str, &str)) -> String {
    format!(
        "Name;E-Mail;Joined;Left\n\
         Anna Fuchs;anna@fuchs.example.org;{};{}\n\
         Bernd Dachs;bernd@dachs.example.org;{};{}\n",
        anna.0, anna.1, bernd.0, bernd.1
    )
}

/// The same for times of 8 October.
fn that_day(anna: (&str, &str), bernd: (&str, &str)) -> String {
    let [from, to, other_from, other_to] =
        [anna.0, anna.1, bernd.0, bernd.1].map(|time| format!("2020-10-08 {time}"));
    log((&from, &to), (&other_from, &other_to))
}

/// The same as a Zoom report with a title.
fn zoom(title: &str, anna: (&str, &str), bernd: (&str, &str)) -> String {
    let row = |name: &str, (from, to): (&str, &str)| {
        format!(
            "{name},{name}@example.org,10/08/2020 {from},10/08/2020 {to},{},Yes\n",
            zoom_minutes(from, to)
        )
    };
    format!(
        "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n\
         912 3456 7890,\"{title}\",10/08/2020 {},10/08/2020 {},host@example.org,1,2\n\n\
         Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n{}{}",
        anna.0,
        anna.1,
        row("Anna Fuchs", anna).replace("Anna Fuchs@example.org", "anna@fuchs.example.org"),
        row("Bernd Dachs", bernd).replace("Bernd Dachs@example.org", "bernd@dachs.example.org"),
    )
}

fn import(world: &World, name: &str, content: &str, options: &[&str]) -> Output {
    world.write(name, content);
    world.run(&[&["import", name], options].concat())
}

fn minutes_in(world: &World) -> Minutes {
    let report = world.line("report attendance --format json");
    minutes(&report.success())
}

/// Holds who was where for how many minutes.
#[track_caller]
fn were(world: &World, expected: &[(&str, i64, i64)]) {
    let mut map = Minutes::new();
    for (session, who, minutes) in expected {
        let key = ((*session).to_owned(), who.to_string());
        map.entry(key).or_default().push(Some(*minutes));
    }
    assert_eq!(minutes_in(world), map);
}

/// Holds that a log is refused: what is said is in the golden file of this name, and nothing is taken.
#[track_caller]
fn refused(world: &World, case: &str, name: &str, content: &str, options: &[&str]) {
    let dump = world.dump();
    let output = import(world, name, content, options).code(1);
    assert_eq!(world.dump(), dump);
    assert!(output.stderr.contains("hint: "), "{output}");
    golden(&format!("logs/refused/{case}.txt"), output);
}

#[test]
fn one_long_room_is_shared_by_the_clock() {
    let world = world(DAY);
    let file = that_day(("09:55:00", "11:02:00"), ("10:05:00", "10:40:00"));
    let output = import(&world, "room.csv", &file, &[]);
    golden("logs/shared_by_the_clock.txt", &output);
    // Anna 10:00–10:15 and 10:15–11:00, Bernd 10:05–10:15 and 10:15–10:40.
    were(
        &world,
        &[
            ("plenary", ANNA, 15),
            ("plenary", BERND, 10),
            ("keynote", ANNA, 45),
            ("keynote", BERND, 25),
        ],
    );
}

#[test]
fn a_title_names_one_of_three_sessions_side_by_side() {
    let world = world(DAY);
    let file = zoom(
        "Herbsttreffen - Session B: Economic Recovery",
        ("11:10:00 AM", "12:31:00 PM"),
        ("11:20:00 AM", "12:00:00 PM"),
    );
    let output = import(&world, "participants_91234567890.csv", &file, &[]);
    golden("logs/named_by_its_title.txt", &output);
    // 11:15–12:30 and 11:20–12:00.
    were(
        &world,
        &[("breakout-b", ANNA, 75), ("breakout-b", BERND, 40)],
    );
}

#[test]
fn a_file_name_names_one_of_three_sessions_side_by_side() {
    for name in ["breakout-c.csv", "Session C - Human Resources (1).csv"] {
        let world = world(DAY);
        let file = that_day(("11:10:00", "12:31:00"), ("11:20:00", "12:00:00"));
        let output = import(&world, name, &file, &[]);
        assert!(
            output
                .stdout
                .contains("note: given to the session `breakout-c`, which its title or name says"),
            "{output}"
        );
        were(
            &world,
            &[("breakout-c", ANNA, 75), ("breakout-c", BERND, 40)],
        );
    }
}

#[test]
fn hours_fit_one_session_alone() {
    let world = world(DAY);
    let file = that_day(("15:50:00", "16:30:00"), ("16:00:00", "17:10:00"));
    let output = import(&world, "log.csv", &file, &[]);
    golden("logs/found_by_its_hours.txt", &output);
    were(&world, &[("bar-1", ANNA, 30), ("bar-1", BERND, 60)]);
}

#[test]
fn a_title_against_the_hours_is_asked() {
    let world = world(DAY);
    let file = zoom(
        "Session B: Economic recovery",
        ("03:55:00 PM", "05:05:00 PM"),
        ("04:00:00 PM", "05:00:00 PM"),
    );
    refused(&world, "title_against_hours", "log.csv", &file, &[]);
    let output = import(&world, "log.csv", &file, &["--session", "bar-1"]);
    assert_eq!(output.code, 0, "{output}");
    were(&world, &[("bar-1", ANNA, 60), ("bar-1", BERND, 60)]);
}

#[test]
fn sessions_side_by_side_without_a_name_are_asked() {
    let world = world(DAY);
    let file = that_day(("11:10:00", "12:31:00"), ("11:20:00", "12:00:00"));
    refused(&world, "side_by_side", "log.csv", &file, &[]);
    let output = import(&world, "log.csv", &file, &["--session", "breakout-a"]);
    assert_eq!(output.code, 0, "{output}");
    were(
        &world,
        &[("breakout-a", ANNA, 75), ("breakout-a", BERND, 40)],
    );
}

#[test]
fn by_the_clock_counts_for_what_runs_alone() {
    let world = world(DAY);
    // Called like the keynote, but the room of the whole day.
    let file = that_day(("09:55:00", "17:30:00"), ("10:30:00", "16:20:00"));
    refused(&world, "called_as_one_of_many", "keynote.csv", &file, &[]);
    let output = import(&world, "keynote.csv", &file, &["--by-the-clock"]);
    golden("logs/by_the_clock.txt", &output);
    were(
        &world,
        &[
            ("plenary", ANNA, 15),
            ("keynote", ANNA, 45),
            ("keynote", BERND, 30),
            ("bar-1", ANNA, 60),
            ("bar-1", BERND, 20),
        ],
    );
}

#[test]
fn a_log_of_hours_without_a_session_is_asked() {
    let world = world(DAY);
    let file = that_day(("13:00:00", "14:00:00"), ("13:00:00", "14:00:00"));
    refused(&world, "outside", "log.csv", &file, &[]);
}

#[test]
fn a_log_that_is_given_to_a_session_of_other_hours_says_what_does_not_count() {
    let world = world(DAY);
    let file = that_day(("10:00:00", "11:00:00"), ("11:00:00", "11:25:00"));
    let output = import(&world, "log.csv", &file, &["--session", "breakout-a"]);
    let said = "note: outside the hours of `breakout-a`, so no minute counts: line 2\n";
    assert!(output.stdout.contains(said), "{output}");
    were(&world, &[("breakout-a", BERND, 10)]);
}

#[test]
fn by_the_clock_takes_nothing_where_no_session_shares() {
    let file = that_day(("11:15:00", "12:30:00"), ("11:30:00", "12:30:00"));
    refused(
        &world(DAY),
        "by_the_clock_in_vain",
        "log.csv",
        &file,
        &["--by-the-clock"],
    );
}

#[test]
fn a_log_of_lengths_says_which_session_or_is_asked() {
    let world = world(DAY);
    let file = "Name (Original Name),User Email,Total Duration (Minutes),Guest\n\
        Anna Fuchs,anna@fuchs.example.org,50,Yes\n\
        Bernd Dachs,bernd@dachs.example.org,90,Yes\n";
    refused(&world, "lengths_alone", "participants_9123.csv", file, &[]);
    refused(
        &world,
        "lengths_by_the_clock",
        "log.csv",
        file,
        &["--by-the-clock"],
    );
    let output = import(&world, "log.csv", file, &["--session", "breakout-a"]);
    assert_eq!(output.code, 0, "{output}");
    // 90 minutes are more than the session has.
    were(
        &world,
        &[("breakout-a", ANNA, 50), ("breakout-a", BERND, 75)],
    );
}

#[test]
fn a_log_of_another_day_is_refused() {
    let world = world(DAY);
    let day = ("2020-10-15 10:00:00", "2020-10-15 11:00:00");
    refused(&world, "other_day", "log.csv", &log(day, day), &[]);
    let options = ["--session", "keynote"];
    refused(
        &world,
        "other_day_said",
        "log.csv",
        &log(day, day),
        &options,
    );
}

#[test]
fn a_day_is_read_in_every_spelling() {
    let morning = single("2020-10-08T10:00:00+02:00", "2020-10-08T12:00:00+02:00");
    // Anna 10:05–11:00, Bernd 10:30–13:15, of which 90 minutes.
    for [a, b, c, d] in [
        [
            "10/8/20 10:05",
            "10/8/20 11:00",
            "10/8/20 10:30",
            "10/8/20 13:15",
        ],
        [
            "8/10/20 10:05",
            "8/10/20 11:00",
            "8/10/20 10:30",
            "8/10/20 13:15",
        ],
        [
            "10/08/2020 10:05:00 AM",
            "10/08/2020 11:00:00 AM",
            "10/08/2020 10:30:00 AM",
            "10/08/2020 01:15:00 PM",
        ],
        [
            "10/8/20, 10:05:00\u{202f}AM",
            "10/8/20, 11:00:00\u{202f}AM",
            "10/8/20, 10:30:00\u{202f}AM",
            "10/8/20, 1:15:00\u{202f}PM",
        ],
        [
            "08.10.2020 10:05",
            "08.10.2020 11:00",
            "08.10.2020 10:30",
            "08.10.2020 13:15",
        ],
        [
            "8.10.20, 10:05:00",
            "8.10.20, 11:00:00",
            "8.10.20, 10:30:00",
            "8.10.20, 13:15:00",
        ],
        [
            "2020/10/8 10:05",
            "2020/10/8 11:00",
            "2020/10/8 10:30",
            "2020/10/8 13:15",
        ],
        [
            "2020-10-08T10:05:00",
            "2020-10-08T11:00:00",
            "2020-10-08T10:30:00",
            "2020-10-08T13:15:00",
        ],
        [
            "2020-10-08T08:05:00Z",
            "2020-10-08T09:00:00Z",
            "2020-10-08T08:30:00Z",
            "2020-10-08T11:15:00Z",
        ],
        [
            "Oct 8, 2020 10:05 AM",
            "Oct 8, 2020 11:00 AM",
            "Oct 8, 2020 10:30 AM",
            "Oct 8, 2020 1:15 PM",
        ],
        [
            "8. Oktober 2020 10:05",
            "8. Oktober 2020 11:00",
            "8. Oktober 2020 10:30",
            "8. Oktober 2020 13:15",
        ],
        ["10:05", "11:00", "10:30", "13:15"],
        ["10:05 AM", "11:00 AM", "10:30 AM", "1:15 PM"],
    ] {
        let world = world(&morning);
        let output = import(&world, "log.csv", &log((a, b), (c, d)), &[]);
        assert_eq!(output.code, 0, "{a}: {output}");
        were(&world, &[("talk", ANNA, 55), ("talk", BERND, 90)]);
    }
}

#[test]
fn days_that_are_months_as_well_are_told_by_the_event_or_asked() {
    let stays = |from: &str, to: &str| log((from, to), (from, to));
    // In October on the tenth both readings are one day.
    let tenth = world(&single(
        "2020-10-10T10:00:00+02:00",
        "2020-10-10T12:00:00+02:00",
    ));
    let file = stays("10/10/20 10:05", "10/10/20 11:00");
    import(&tenth, "log.csv", &file, &[]).success();
    were(&tenth, &[("talk", ANNA, 55), ("talk", BERND, 55)]);
    // In an exhibition of half a year both readings are days of the event.
    let months = "event,slug,title,kind,start,end,timezone\n\
        show,,Show,event,2020-06-01T08:00:00+02:00,2020-12-20T18:00:00+01:00,Europe/Berlin\n\
        show,august,August,plenary,2020-08-10T10:00:00+02:00,2020-08-10T12:00:00+02:00,\n\
        show,october,October,plenary,2020-10-08T10:00:00+02:00,2020-10-08T12:00:00+02:00,\n";
    let file = stays("10/8/20 10:05", "10/8/20 11:00");
    let show = world(months);
    refused(&show, "day_or_month", "log.csv", &file, &[]);
    import(&show, "log.csv", &file, &["--date-order", "mdy"]).success();
    were(&show, &[("october", ANNA, 55), ("october", BERND, 55)]);
    let show = world(months);
    import(&show, "log.csv", &file, &["--date-order", "dmy"]).success();
    were(&show, &[("august", ANNA, 55), ("august", BERND, 55)]);
}

#[test]
fn times_without_a_date_go_over_midnight() {
    let night = single("2020-10-08T22:00:00+02:00", "2020-10-09T01:00:00+02:00");
    let file = log(("23:30", "00:20"), ("22:15", "23:00"));
    // Of two days nothing tells which it was.
    let first = world(&night);
    refused(&first, "no_day", "log.csv", &file, &[]);
    let expected = [("talk", ANNA, 50), ("talk", BERND, 45)];
    import(&first, "log.csv", &file, &["--session", "talk"]).success();
    were(&first, &expected);
    let second = world(&night);
    import(&second, "log 2020-10-08.csv", &file, &[]).success();
    were(&second, &expected);
}

#[test]
fn whoever_came_after_midnight_came_on_the_next_day() {
    let night = single("2020-10-08T22:00:00+02:00", "2020-10-09T02:00:00+02:00");
    let file = log(("00:30", "01:10"), ("21:50", "22:20"));
    for (name, options) in [
        ("log.csv", &["--session", "talk"][..]),
        ("log 2020-10-08.csv", &[]),
    ] {
        let world = world(&night);
        import(&world, name, &file, options).success();
        were(&world, &[("talk", ANNA, 40), ("talk", BERND, 20)]);
    }
}

#[test]
fn names_with_from_and_to_are_a_log_once_the_event_has_its_sessions() {
    let world = world(DAY);
    // Whoever was in the plenary is known by name in the log of the next room.
    let plenary = that_day(("10:00:00", "10:15:00"), ("10:00:00", "10:15:00"));
    import(&world, "plenary.csv", &plenary, &[]).success();
    let file = "Name;von;bis\nAnna Fuchs;11:20;12:00\nBernd Dachs;11:30;12:30\n";
    import(&world, "breakout-b.csv", file, &[]).success();
    were(
        &world,
        &[
            ("plenary", ANNA, 15),
            ("plenary", BERND, 15),
            ("breakout-b", ANNA, 40),
            ("breakout-b", BERND, 60),
        ],
    );
    // The programme again, with one more.
    let programme = "Name;von;bis\nSession B: Economic recovery;11:15;12:30\nTea;13:00;13:30\n";
    let output = import(&world, "again.csv", programme, &[]);
    assert!(output.stdout.contains("(programme, "), "{output}");
}

#[test]
fn lengths_of_a_table_made_by_hand_are_hours_and_minutes() {
    let file = "Name;E-Mail;Dauer\nAnna Fuchs;anna@fuchs.example.org;1:05\nBernd Dachs;bernd@dachs.example.org;0:45\n";
    let by_hand = world(DAY);
    let output = import(&by_hand, "log.csv", file, &["--session", "breakout-a"]);
    assert!(
        output.stdout.contains("`1:05` are hours and minutes"),
        "{output}"
    );
    were(
        &by_hand,
        &[("breakout-a", ANNA, 65), ("breakout-a", BERND, 45)],
    );
    // Nobody was there for thirty hours.
    let seconds = world(DAY);
    let file = file.replace("1:05", "30:20");
    import(&seconds, "log.csv", &file, &["--session", "breakout-a"]).success();
    were(
        &seconds,
        &[("breakout-a", ANNA, 30), ("breakout-a", BERND, 1)],
    );
}

#[test]
fn times_are_of_the_zone_that_is_said() {
    let morning = single("2020-10-08T10:00:00+02:00", "2020-10-08T12:00:00+02:00");
    let file = that_day(("09:05:00", "10:00:00"), ("09:30:00", "12:15:00"));
    // In London an hour earlier than in Berlin: 10:05–11:00 and 10:30–13:15; in UTC 11:05–12:00, 11:30–14:15.
    for (zone, anna, bernd) in [("Europe/London", 55, 90), ("UTC", 55, 30)] {
        let world = world(&morning);
        let output = import(
            &world,
            "log.csv",
            &file,
            &["--timezone", zone, "--session", "talk"],
        );
        assert_eq!(output.code, 0, "{output}");
        were(&world, &[("talk", ANNA, anna), ("talk", BERND, bernd)]);
    }
}

#[test]
fn an_event_in_the_zone_of_another_place_is_said() {
    let programme = single("2020-10-08T10:00:00+01:00", "2020-10-08T12:00:00+01:00");
    let said = "the event has the time zone of this computer, Europe/Berlin";
    for (programme, is_said) in [
        (programme.replace("Europe/Berlin", ""), true),
        (
            programme
                .replace("Europe/Berlin", "")
                .replace("+01:00", "+02:00"),
            false,
        ),
        (programme.replace("Europe/Berlin", "Europe/London"), false),
    ] {
        let world = World::with_file();
        world.write("programme.csv", &programme);
        let output = world.run(&["import", "programme.csv"]);
        assert_eq!(output.stdout.contains(said), is_said, "{output}");
    }
}

#[test]
fn the_hour_that_comes_twice_goes_by_the_length() {
    let world = world(&single(
        "2020-10-24T22:00:00+02:00",
        "2020-10-25T05:00:00+01:00",
    ));
    // Clocks went back from 3:00 to 2:00. Anna: 1:30 to 3:30 are three hours. Bernd: 2:10 to 2:40 over the
    // change, an hour and a half.
    let file = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n\
        Anna Fuchs,anna@fuchs.example.org,10/25/2020 01:30:00 AM,10/25/2020 03:30:00 AM,180\n\
        Bernd Dachs,bernd@dachs.example.org,10/25/2020 02:10:00 AM,10/25/2020 02:40:00 AM,90\n";
    import(&world, "log.csv", file, &[]).success();
    were(&world, &[("talk", ANNA, 180), ("talk", BERND, 90)]);
}

#[test]
fn a_list_of_many_meetings_gives_each_to_its_session() {
    let world = world(DAY);
    let head = "Topic,Meeting ID,User Name,User Email,Department,Group,Has Zoom Rooms?,Creation Time,Start Time,End Time,Duration (Minutes),Participants,Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room\n";
    let row = |topic: &str,
               id: u8,
               day: &str,
               start: &str,
               end: &str,
               who: &str,
               from: &str,
               to: &str| {
        let address = match who {
            "Anna Fuchs" => "anna@fuchs.example.org",
            _ => "bernd@dachs.example.org",
        };
        format!(
            "{topic},9123456789{id},Host,host@example.org,,,No,01/10/2020 09:00,{day}/10/2020 {start},{day}/10/2020 {end},90,2,{who},{address},{day}/10/2020 {from},{day}/10/2020 {to},60,Yes,,No\n"
        )
    };
    let file = [
        head.to_owned(),
        row(
            "Session A: Public relations",
            1,
            "08",
            "11:10",
            "12:35",
            "Anna Fuchs",
            "11:15",
            "12:00",
        ),
        row(
            "Team lunch",
            2,
            "13",
            "12:00",
            "13:00",
            "Anna Fuchs",
            "12:00",
            "13:00",
        ),
        row(
            "Harbour Pub",
            3,
            "08",
            "15:50",
            "17:05",
            "Anna Fuchs",
            "16:00",
            "16:30",
        ),
        row(
            "Session A: Public relations",
            1,
            "08",
            "11:10",
            "12:35",
            "Bernd Dachs",
            "11:45",
            "12:35",
        ),
        row(
            "Harbour Pub",
            3,
            "08",
            "15:50",
            "17:05",
            "Bernd Dachs",
            "16:10",
            "17:05",
        ),
    ]
    .concat();
    let output = import(&world, "meetings.csv", &file, &[]);
    golden("logs/many_meetings.txt", &output);
    were(
        &world,
        &[
            ("breakout-a", ANNA, 45),
            ("breakout-a", BERND, 45),
            ("bar-1", ANNA, 30),
            ("bar-1", BERND, 50),
        ],
    );
    refused(
        &world,
        "many_meetings_one_session",
        "meetings.csv",
        &file,
        &["--session", "bar-1"],
    );
}

/// A list of several meetings: the title, the day as written, the hours, and who was there all the time.
fn many(meetings: &[(&str, &str, &str, &str, &str)]) -> String {
    let mut file = "Topic,Meeting ID,User Name,User Email,Department,Group,Has Zoom Rooms?,Creation Time,Start Time,End Time,Duration (Minutes),Participants,Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room\n".to_owned();
    for (number, (topic, day, start, end, who)) in meetings.iter().enumerate() {
        let (given, family) = who.split_once(' ').unwrap();
        let address = format!("{given}@{family}.example.org").to_lowercase();
        writeln!(
            file,
            "{topic},91234567{number},Host,host@example.org,,,No,{day} 07:00,{day} {start},{day} {end},60,1,{who},{address},{day} {start},{day} {end},60,Yes,,No"
        )
        .unwrap();
    }
    file
}

#[test]
fn of_a_list_of_many_meetings_those_of_the_event_are_taken() {
    // 8 October or 10 August; 11 May or 5 November; and a lunch of the day when no session runs.
    let file = many(&[
        (
            "Session A: Public relations",
            "08/10/2020",
            "11:15",
            "12:00",
            "Anna Fuchs",
        ),
        ("Budget", "11/05/2020", "11:15", "12:00", "Anna Fuchs"),
        ("Lunch", "08/10/2020", "13:00", "14:00", "Bernd Dachs"),
    ]);
    let world = world(DAY);
    let output = import(&world, "meetings.csv", &file, &[]);
    golden("logs/many_meetings_of_the_event.txt", &output);
    were(&world, &[("breakout-a", ANNA, 45)]);
}

#[test]
fn a_meeting_of_a_list_that_fits_several_sessions_is_asked_about_by_its_line() {
    let fitting = (
        "Session A: Public relations",
        "08/10/2020",
        "11:15",
        "12:00",
        "Anna Fuchs",
    );
    let parallel = ("Talk", "08/10/2020", "11:15", "12:30", "Bernd Dachs");
    let lunch = ("Lunch", "08/10/2020", "13:00", "14:00", "Bernd Dachs");
    let options = ["--date-order", "dmy"];
    let asked = many(&[fitting, parallel]);
    refused(
        &world(DAY),
        "many_meetings_parallel",
        "meetings.csv",
        &asked,
        &options,
    );
    let nothing = many(&[lunch, ("Tea", "08/10/2020", "13:10", "14:00", "Anna Fuchs")]);
    refused(
        &world(DAY),
        "many_meetings_outside",
        "meetings.csv",
        &nothing,
        &options,
    );
}

#[test]
fn a_session_is_named_by_what_stands_before_the_colon_of_its_title() {
    for name in ["session a.csv", "Session-A 8.10.2020.csv", "breakout_a.csv"] {
        let world = world(DAY);
        let file = that_day(("11:15:00", "12:00:00"), ("11:45:00", "12:30:00"));
        let output = import(&world, name, &file, &[]);
        assert_eq!(output.code, 0, "{output}");
        were(
            &world,
            &[("breakout-a", ANNA, 45), ("breakout-a", BERND, 45)],
        );
    }
}

#[test]
fn a_log_of_nobody_is_a_valid_zero() {
    for (name, content) in [
        (
            "zoom.csv",
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n",
        ),
        ("teams.csv", "Full Name\tUser Action\tTimestamp\n"),
        (
            "dashboard.csv",
            "Name,Moderator,Activity Score,Talk Time,Webcam Time,Messages,Reactions,Poll Votes,Raise Hands,Join,Left,Duration\n",
        ),
        (
            "meet.csv",
            "First name,Last name,Email,Duration,Time joined,Time exited\n",
        ),
        ("by hand.csv", "Name;E-Mail;Joined;Left\n"),
    ] {
        let world = world(DAY);
        let dump = world.dump();
        for options in [
            &[][..],
            &["--session", "keynote"],
            &["--minimal", "--session", "keynote"],
        ] {
            let output = import(&world, name, content, options);
            assert_eq!(output.code, 0, "{output}");
            assert!(
                output.stdout.contains("0 rows")
                    && output
                        .stdout
                        .contains("note: its headings are right, and nobody is in it"),
                "{output}"
            );
            assert_eq!(world.dump(), dump);
        }
    }
}

#[test]
fn a_log_without_its_columns_changes_nothing() {
    let world = world(DAY);
    for (case, content) in [
        (
            "zoom_without_leaving",
            "Name (Original Name),User Email,Join Time,Guest\nAnna Fuchs,anna@fuchs.example.org,10/08/2020 10:05:00 AM,Yes\n",
        ),
        (
            "teams_without_times",
            "Full Name\tUser Action\nAnna Fuchs\tJoined\n",
        ),
    ] {
        refused(&world, case, "log.csv", content, &[]);
    }
    // Where every row has a cell too many or too few, it is the rows that are wrong.
    let dump = world.dump();
    let content = "Name,Moderator,Activity Score,Talk Time,Webcam Time,Messages,Reactions,Poll Votes,Raise Hands,Left,Duration\n\
        \"Anna Fuchs\",\"FALSE\",\"0\",\"-\",\"-\",\"0\",\"0\",\"0\",\"0\",\"10/8/2020, 11:00:00 AM\",\"00:55:00\"\n";
    let output = import(&world, "log.csv", content, &[]).code(3);
    assert!(
        output
            .stdout
            .contains("line 2: its cells are not in their columns"),
        "{output}"
    );
    assert_eq!(world.dump(), dump);
}

#[test]
fn the_log_of_a_plenary_counts_whatever_its_room_is_called() {
    let report = |world: &World| world.line("report sessions --format csv").success();
    let log = "Name;E-Mail;Kam;Ging\n\
        Anna Fuchs;anna@fuchs.example.org;10:00;11:00\n\
        Bernd Dachs;bernd@dachs.example.org;10:15;11:00\n";
    let import = |world: &World| {
        world.write("log.csv", log);
        world.line("import log.csv --by-the-clock").success()
    };
    let plain = world(DAY);
    import(&plain);
    let counted = report(&plain);
    assert!(counted.contains("Greeting"), "{counted}");
    // Both in one room, before the log is taken in or after it.
    let rooms = |world: &World| {
        for session in ["plenary", "keynote"] {
            let line = ["session", "edit", session, "--room", "Plenary room"];
            world.run(&line).success();
        }
    };
    rooms(&plain);
    assert_eq!(report(&plain), counted);
    let before = world(DAY);
    rooms(&before);
    import(&before);
    assert_eq!(report(&before), counted);
}
