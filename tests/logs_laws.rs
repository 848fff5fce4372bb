//! What holds for every log: generated stays, written as several platforms write them.
//!
//! `ROLLCALL_ROUNDS=20 cargo test logs_laws` tries twenty times as many.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use crate::desk::{Desk, request};
use crate::laws::tries;
use crate::logs::{Minutes, meeting_desk, minutes_of};
use rollcall::intake::Request;

/// The session, in seconds of the day.
const START: i64 = 10 * 3600;
const END: i64 = 12 * 3600;

/// Who may be in a log: name, address, number where that is enough to be certain, and where the name alone is.
const CAST: [(&str, &str, Option<i64>, Option<i64>); 9] = [
    (
        "Anna Müller-Lüdenscheidt",
        "anna.mueller@biocluster-nord.example.org",
        Some(1),
        Some(1),
    ),
    (
        "Jörg Weiß",
        "joerg.weiss@photonik-sued.example.org",
        Some(2),
        Some(2),
    ),
    (
        "Dupré, Élodie",
        "elodie.dupre@optique-est.example.com",
        Some(3),
        Some(3),
    ),
    ("Björn Åkesson", "", Some(4), Some(4)),
    (
        "Thomas Müller",
        "thomas.mueller@energie-nord.example.org",
        Some(6),
        None,
    ),
    ("Clara Goldbach", "", Some(9), Some(9)),
    ("iPad von Karin", "", None, None),
    ("Rolf Unbekannt", "rolf@privat.example.net", None, None),
    ("4930****123", "", None, None),
];

/// Somebody's stay, in seconds of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Stay {
    who: usize,
    from: i64,
    to: i64,
}

/// How a log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    ZoomAmerican,
    ZoomGerman,
    TeamsList,
    TeamsReport,
    Plain,
}
use Shape::{Plain, TeamsList, TeamsReport, ZoomAmerican, ZoomGerman};

const SHAPES: [Shape; 5] = [ZoomAmerican, ZoomGerman, TeamsList, TeamsReport, Plain];

/// A time of that day, as the Germans write it.
fn clock(second: i64) -> String {
    format!(
        "{:02}:{:02}:{:02}",
        second / 3600,
        second / 60 % 60,
        second % 60
    )
}

/// A time of that day, as the Americans write it.
fn half_day(second: i64, pad: usize) -> String {
    let hour = match second / 3600 % 12 {
        0 => 12,
        hour => hour,
    };
    let half = if second < 12 * 3600 { "AM" } else { "PM" };
    format!(
        "{hour:0pad$}:{:02}:{:02} {half}",
        second / 60 % 60,
        second % 60
    )
}

impl Shape {
    /// Whether the log has addresses.
    fn has_addresses(self) -> bool {
        self != TeamsList
    }

    /// The lines about somebody; a stay that is open at `now` ends there, or has no end, as the platform has it.
    fn lines(self, stays: &[Stay], now: i64) -> Vec<String> {
        let american = |second| format!("10/08/2020 {}", half_day(second, 2));
        let short = |second| format!("10/8/20, {}", half_day(second, 1));
        let mut lines = Vec::new();
        for stay in stays.iter().filter(|stay| stay.from <= now) {
            let (name, address, ..) = CAST[stay.who];
            let quoted = format!("\"{name}\"");
            let (from, to) = (stay.from, stay.to.min(now));
            let minutes = (to - from + 59) / 60;
            match self {
                ZoomAmerican => lines.push(format!(
                    "{quoted},{address},{},{},{minutes}",
                    american(from),
                    american(to)
                )),
                ZoomGerman => lines.push(format!(
                    "{quoted},{address},08.10.2020 {},08.10.2020 {},{minutes}",
                    clock(from),
                    clock(to)
                )),
                TeamsList => {
                    let mut event = |word: &str, second: i64| {
                        lines.push(format!(
                            "{name}\t{word}\t10/8/2020, {}",
                            half_day(second, 1)
                        ));
                    };
                    event("Joined", from);
                    if stay.to <= now {
                        event("Left", to);
                    }
                }
                TeamsReport => lines.push(format!(
                    "{name}\t{}\t{}\t{}s\t{address}\tAttendee",
                    short(from),
                    short(to),
                    to - from
                )),
                Plain => {
                    let left = if stay.to <= now {
                        format!("08.10.2020 {}", clock(to))
                    } else {
                        String::new()
                    };
                    lines.push(format!(
                        "{quoted};{address};08.10.2020 {};{left}",
                        clock(from)
                    ));
                }
            }
        }
        lines
    }

    /// A file of these lines.
    fn file(self, lines: &[String]) -> Vec<u8> {
        let head = match self {
            ZoomAmerican => {
                "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\r\n"
            }
            ZoomGerman => {
                "Name (ursprünglicher Name),E-Mail,Beitrittszeit,Austrittszeit,Dauer (Minuten)\r\n"
            }
            TeamsList => "Full Name\tUser Action\tTimestamp\r\n",
            TeamsReport => {
                "1. Summary\r\nMeeting title\tHerbsttreffen\r\nAttended participants\t9\r\n\
                 Start time\t10/8/20, 9:30:00 AM\r\nEnd time\t10/8/20, 12:40:00 PM\r\n\
                 Meeting duration\t3h 10m\r\nAverage attendance time\t1h 40m\r\n\r\n\
                 2. Participants\r\n\
                 Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\r\n\r\n\
                 3. In-Meeting Activities\r\n\
                 Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\r\n"
            }
            Plain => "Name;E-Mail;Joined;Left\r\n",
        };
        let mut file = head.to_owned();
        for line in lines {
            file.push_str(line);
            file.push_str("\r\n");
        }
        file.into_bytes()
    }

    /// The whole log of these stays.
    fn log(self, stays: &[Stay]) -> Vec<u8> {
        self.file(&self.lines(stays, i64::MAX))
    }

    /// The log as it stood at a moment.
    fn log_at(self, stays: &[Stay], now: i64) -> Vec<u8> {
        self.file(&self.lines(stays, now))
    }
}

/// Unites the stays of each, where they touch: a list of comings and leavings cannot tell two devices apart.
fn apart(stays: &[Stay]) -> Vec<Stay> {
    let mut sorted = stays.to_vec();
    sorted.sort_unstable();
    let mut apart: Vec<Stay> = Vec::new();
    for stay in sorted {
        match apart.last_mut() {
            Some(last) if last.who == stay.who && stay.from <= last.to => {
                last.to = last.to.max(stay.to);
            }
            _ => apart.push(stay),
        }
    }
    apart
}

/// What a stay has of the session; `None` when it is none of it.
fn clipped(stay: &Stay) -> Option<(i64, i64)> {
    let (from, to) = (stay.from.max(START), stay.to.min(END));
    if stay.from == stay.to {
        return (START..END).contains(&stay.from).then_some((from, from));
    }
    (from < to).then_some((from, to))
}

/// The seconds of the session that somebody's stays cover, second by second; `None` when they never came.
fn seconds(stays: &[Stay], who: usize) -> Option<i64> {
    let own: Vec<(i64, i64)> = stays
        .iter()
        .filter(|stay| stay.who == who)
        .filter_map(clipped)
        .collect();
    let covered: BTreeSet<i64> = own.iter().flat_map(|(from, to)| *from..*to).collect();
    (!own.is_empty()).then_some(i64::try_from(covered.len()).unwrap())
}

/// Works out everybody's minutes.
fn expected(stays: &[Stay], with_addresses: bool) -> Minutes {
    let rounded = |seconds: i64| Some((seconds + 30) / 60);
    let mut minutes = Minutes::new();
    let mut push = |who: String, seconds: i64| {
        let rows = minutes.entry(("plenum".to_owned(), who)).or_default();
        rows.push(rounded(seconds));
        rows.sort_unstable();
    };
    for (who, (name, _, by_address, by_name)) in CAST.iter().enumerate() {
        match if with_addresses { by_address } else { by_name } {
            Some(id) => {
                if let Some(seconds) = seconds(stays, who) {
                    push(id.to_string(), seconds);
                }
            }
            None => {
                for stay in stays.iter().filter(|stay| stay.who == who) {
                    if let Some((from, to)) = clipped(stay) {
                        push((*name).to_owned(), to - from);
                    }
                }
            }
        }
    }
    minutes
}

/// Leaves out those who are asked about.
fn known(minutes: &Minutes) -> Minutes {
    let is_number = |who: &str| who.parse::<i64>().is_ok();
    let known = minutes.iter().filter(|((_, who), _)| is_number(who));
    known.map(|(who, it)| (who.clone(), it.clone())).collect()
}

/// Stays around the session: before, within, across and after it.
fn stays() -> impl Strategy<Value = Vec<Stay>> {
    let length = prop_oneof![Just(0), 1..60_i64, 1..4000_i64, 1..10_800_i64];
    let stay =
        (0..CAST.len(), START - 1800..END + 1800, length).prop_map(|(who, from, length)| Stay {
            who,
            from,
            to: (from + length).min(END + 2400),
        });
    prop::collection::vec(stay, 1..14)
}

fn shape() -> impl Strategy<Value = Shape> {
    prop::sample::select(SHAPES.to_vec())
}

/// The stays as a log of this shape can tell them.
fn told(shape: Shape, stays: &[Stay]) -> Vec<Stay> {
    match shape {
        TeamsList => apart(stays),
        _ => {
            // Of two rows that say the very same the second may be one too many; they are another matter.
            let distinct: BTreeSet<Stay> = stays.iter().copied().collect();
            distinct.into_iter().collect()
        }
    }
}

/// Takes a log in, given to the session; returns everybody's minutes.
fn take(desk: &mut Desk, name: &str, log: &[u8]) -> Minutes {
    let request = Request {
        session: Some("plenum".to_owned()),
        ..request()
    };
    desk.import_as(&[(name, log)], &request).unwrap();
    desk.check();
    minutes_of(desk)
}

/// Takes logs in, one after the other, into a new file.
fn after(logs: &[&[u8]]) -> Minutes {
    let mut desk = meeting_desk();
    let mut minutes = Minutes::new();
    for (number, log) in logs.iter().enumerate() {
        minutes = take(&mut desk, &format!("log-{number}.csv"), log);
    }
    minutes
}

proptest! {
    #![proptest_config(tries(20))]

    #[test]
    fn minutes_are_those_of_the_united_stays(stays in stays(), shape in shape()) {
        let stays = told(shape, &stays);
        let minutes = after(&[&shape.log(&stays)]);
        prop_assert_eq!(&minutes, &expected(&stays, shape.has_addresses()));
        for ((_, who), rows) in known(&minutes) {
            let who = CAST.iter().position(|it| it.2 == who.parse().ok()).unwrap();
            let sum: i64 = stays.iter().filter(|stay| stay.who == who).map(|stay| stay.to - stay.from).sum();
            prop_assert!(rows[0].unwrap() <= (END - START) / 60);
            prop_assert!(rows[0].unwrap() <= (sum + 30) / 60);
        }
    }

    #[test]
    fn the_order_of_lines_does_not_matter(
        (stays, shape, order) in (stays(), shape()).prop_flat_map(|(stays, shape)| {
            let mut stays = told(shape, &stays);
            if shape == TeamsList {
                // Of a coming and a leaving in one second the order of the lines says which was first.
                stays.retain(|stay| stay.from < stay.to);
            }
            let lines = shape.lines(&stays, i64::MAX);
            (Just(stays), Just(shape), Just(lines).prop_shuffle())
        }),
    ) {
        prop_assume!(!stays.is_empty());
        prop_assert_eq!(after(&[&shape.file(&order)]), expected(&stays, shape.has_addresses()));
    }

    #[test]
    fn a_stay_in_two_parts_is_one(stays in stays(), shape in shape(), which in any::<prop::sample::Index>(), share in 0.0..1.0) {
        let stays = told(shape, &stays);
        let stay = *which.get(&stays);
        #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "within a day")]
        let middle = stay.from + ((stay.to - stay.from) as f64 * share) as i64;
        let mut parts = Vec::new();
        for other in &stays {
            if *other == stay {
                parts.extend([Stay { to: middle, ..stay }, Stay { from: middle, ..stay }]);
            } else {
                parts.push(*other);
            }
        }
        let whole = after(&[&shape.log(&stays)]);
        prop_assert_eq!(known(&after(&[&shape.log(&parts)])), known(&whole));
    }

    #[test]
    fn a_log_is_known_again_and_can_be_tried_and_taken_back(stays in stays(), shape in shape()) {
        let stays = told(shape, &stays);
        let log = shape.log(&stays);
        let mut desk = meeting_desk();
        let before = desk.dump();
        let bytes = std::fs::read(desk.database()).unwrap();
        let dry = Request { dry_run: true, ..request() };
        // A log of moments alone, all of them before or after the session, may fit none.
        let Ok(tried) = desk.import_as(&[("log.csv", &log)], &dry) else {
            prop_assert_eq!(desk.dump(), before);
            return Ok(());
        };
        prop_assert!(std::fs::read(desk.database()).unwrap() == bytes, "the file's bytes changed");
        let done = desk.import_as(&[("log.csv", &log)], &request()).unwrap();
        prop_assert_eq!(&tried.value, &done.value);
        let outcome = &done.value[0];
        let lines = shape.lines(&stays, i64::MAX).len();
        prop_assert_eq!(outcome.rows, lines, "every row has its fate");
        prop_assert_eq!(outcome.created + outcome.review, lines, "{:?}", outcome);
        let dump = desk.dump();
        for name in ["log.csv", "other.csv"] {
            let again = desk.import(name, &log);
            prop_assert_eq!(again.operation, None);
            prop_assert_eq!(again.value[0].unchanged, lines, "{:?}", again.value[0]);
            prop_assert_eq!(&desk.dump(), &dump);
        }
        desk.run(&["undo"]).success();
        prop_assert_eq!(&desk.dump(), &before);
        desk.run(&["undo", "4"]).success();
        prop_assert_eq!(&desk.dump(), &dump);
    }

    #[test]
    fn an_export_in_the_middle_adds_nothing_to_the_one_at_the_end(stays in stays(), shape in shape(), now in START - 900..END) {
        let stays = told(shape, &stays);
        let whole = shape.log(&stays);
        let expected = expected(&stays, shape.has_addresses());
        prop_assert_eq!(&after(&[&whole]), &expected);
        if stays.iter().any(|stay| stay.from <= now) {
            let half = shape.log_at(&stays, now);
            prop_assert_eq!(&after(&[&half, &whole]), &expected, "the half first");
            prop_assert_eq!(&after(&[&whole, &half]), &expected, "the whole first");
        }
    }

    #[test]
    fn the_same_log_in_another_shape_adds_nothing(stays in stays(), one in shape(), other in shape()) {
        let (stays, alike) = match (one, other) {
            (TeamsList, _) | (_, TeamsList) => (apart(&stays), one.has_addresses() == other.has_addresses()),
            _ => (told(one, &stays), true),
        };
        let minutes = after(&[&one.log(&stays), &other.log(&stays)]);
        let expected = expected(&stays, one.has_addresses() || other.has_addresses());
        if alike {
            prop_assert_eq!(minutes, expected);
        } else {
            // Without an address the second Thomas Müller is a question beside the first.
            let mut minutes = known(&minutes);
            minutes.retain(|(_, who), _| who != "6");
            let mut expected = known(&expected);
            expected.retain(|(_, who), _| who != "6");
            prop_assert_eq!(minutes, expected);
        }
    }

    #[test]
    fn lengths_beside_times_add_nobody(stays in stays(), shape in shape(), lengths_first in any::<bool>()) {
        let stays = told(shape, &stays);
        prop_assume!(shape.has_addresses());
        let mut sums: BTreeMap<usize, i64> = BTreeMap::new();
        for stay in &stays {
            *sums.entry(stay.who).or_default() += (stay.to - stay.from + 59) / 60;
        }
        let mut lengths = "Name (Original Name),User Email,Total Duration (Minutes),Guest\r\n".to_owned();
        for (who, minutes) in &sums {
            let (name, address, ..) = CAST[*who];
            lengths.push_str(&format!("\"{name}\",{address},{minutes},Yes\r\n"));
        }
        let times = shape.log(&stays);
        let logs = if lengths_first { [lengths.as_bytes(), &times] } else { [&times, lengths.as_bytes()] };
        let minutes = after(&logs);
        let expected = expected(&stays, true);
        // Whoever has times in the session has the minutes of these times.
        for (who, rows) in &expected {
            prop_assert_eq!(minutes.get(who), Some(rows), "{:?}", who);
        }
    }
}

#[test]
fn what_lies_within_a_stay_that_went_on_is_a_stay_of_its_own() {
    let at = |minute: i64| START + 60 * minute;
    let guest = |from, to| Stay {
        who: 7,
        from: at(from),
        to: at(to),
    };
    // Two devices; the second came after the first export.
    let stays = [guest(5, 30), guest(20, 25)];
    let (half, whole) = (TeamsReport.log_at(&stays, at(10)), TeamsReport.log(&stays));
    assert_eq!(after(&[&whole]), expected(&stays, true));
    assert_eq!(after(&[&half, &whole]), expected(&stays, true));
}
