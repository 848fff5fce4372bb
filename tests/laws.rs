//! What holds for every file and every sequence of commands.
//!
//! `ROLLCALL_ROUNDS=20 cargo test laws` tries twenty times as many.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::Config;

use super::desk::{Desk, PROGRAMME, request};
use super::forms::{self, Dress, PLAIN, Row, dress, plain_rows, rows};
use super::steps::{Step, step, take};
use super::support::{BEFORE, NOW};
use rollcall::import::Problem;
use rollcall::intake::{FileOutcome, IntakeError, Request};
use rollcall::model::{Instant, SessionId, SignupStatus};

/// How often a law is tried: a few dozen times, more by `ROLLCALL_ROUNDS`.
pub(crate) fn tries(cases: u32) -> Config {
    Config {
        cases: cases * rounds(),
        // The smallest input that breaks a law is printed, and belongs into a test of its own.
        failure_persistence: None,
        ..Config::default()
    }
}

/// Reads how many times as long the slow tests may take.
#[expect(
    clippy::disallowed_methods,
    reason = "a knob of the tests, not of the program"
)]
pub(crate) fn rounds() -> u32 {
    std::env::var("ROLLCALL_ROUNDS")
        .ok()
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(1)
}

/// What became of the rows of one file: created, updated, unchanged, review, rejected, skipped.
fn fates(outcome: &FileOutcome) -> [usize; 6] {
    [
        outcome.created,
        outcome.updated,
        outcome.unchanged,
        outcome.review,
        outcome.rejected,
        outcome.skipped,
    ]
}

/// When it is done: before the meeting, while some of its sessions have begun, or afterwards.
fn clock() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![BEFORE, "2020-10-08T12:00:00+02:00", NOW])
}

proptest! {
    #![proptest_config(tries(24))]

    #[test]
    fn a_file_that_was_taken_in_is_known(rows in rows(1..14), dress in dress(), now in clock()) {
        let mut desk = Desk::with_programme(PROGRAMME);
        desk.set_now(now);
        let file = dress.file(&rows);
        let first = desk.import("a.csv", &file);
        desk.check();
        let dump = desk.dump();
        let again = desk.import("a.csv", &file);
        prop_assert_eq!(again.operation, None);
        prop_assert!(!again.anything);
        let (first, again) = (&first.value[0], &again.value[0]);
        let [created, updated, _, review, rejected, skipped] = fates(again);
        prop_assert_eq!([created, updated, review], [0, 0, 0]);
        prop_assert_eq!(rejected, first.rejected);
        prop_assert!(skipped <= first.skipped);
        prop_assert_eq!(&again.problems, &first.problems);
        prop_assert_eq!(desk.dump(), dump);
    }

    #[test]
    fn what_was_taken_in_can_be_taken_back_and_done_again(
        first in rows(0..8),
        second in rows(1..14),
        dress in dress(),
        now in clock(),
    ) {
        let mut desk = Desk::with_programme(PROGRAMME);
        desk.set_now(now);
        desk.import("a.csv", &PLAIN.file(&first));
        let before = desk.dump();
        // A cell too many can make a column that has to be explained first.
        let Ok(imported) = desk.import_as(&[("b.csv", &dress.file(&second))], &request()) else {
            prop_assert_eq!(&desk.dump(), &before);
            return Ok(());
        };
        let after = desk.dump();
        prop_assume!(imported.operation.is_some());
        desk.run(&["undo"]).success();
        prop_assert_eq!(&desk.dump(), &before);
        desk.check();
        let undo = desk.read().operations().unwrap().last().unwrap().id;
        desk.run(&["undo", &undo.to_string()]).success();
        prop_assert_eq!(&desk.dump(), &after);
        desk.check();
    }

    #[test]
    fn a_dry_run_is_the_real_run_and_leaves_every_byte(
        first in rows(0..8),
        second in rows(1..14),
        dress in dress(),
        now in clock(),
    ) {
        let mut desk = Desk::with_programme(PROGRAMME);
        desk.set_now(now);
        desk.import("a.csv", &PLAIN.file(&first));
        let file = dress.file(&second);
        let dry = Request { dry_run: true, keep_rejects: true, ..request() };
        let real = Request { keep_rejects: true, ..request() };
        let bytes = std::fs::read(desk.database()).unwrap();
        let tried = desk.import_as(&[("b.csv", &file)], &dry);
        prop_assert!(std::fs::read(desk.database()).unwrap() == bytes, "the file's bytes changed");
        let done = desk.import_as(&[("b.csv", &file)], &real);
        let (tried, done) = match (tried, done) {
            (Ok(tried), Ok(done)) => (tried, done),
            (tried, done) => {
                prop_assert_eq!(tried.unwrap_err().to_string(), done.unwrap_err().to_string());
                prop_assert!(std::fs::read(desk.database()).unwrap() == bytes, "the file's bytes changed");
                return Ok(());
            }
        };
        prop_assert_eq!(tried.operation, None);
        prop_assert_eq!(tried.value, done.value);
        prop_assert_eq!(tried.anything, done.operation.is_some());
    }

    #[test]
    fn rejected_rows_come_back_as_a_file_that_is_rejected_alike(rows in rows(1..14), dress in dress()) {
        let mut desk = Desk::with_programme(PROGRAMME);
        let keep = Request { keep_rejects: true, ..request() };
        // `Session` names its column; `Welche Session?` is one for what its cells say, and among the
        // rejected rows no cell may name a session.
        let dress = Dress { german: false, ..dress };
        let first = desk.import_as(&[("a.csv", &dress.file(&rows))], &keep).unwrap();
        let first = &first.value[0];
        prop_assert_eq!(first.rejected == 0, first.rejects.is_empty());
        prop_assume!(first.rejected > 0);
        let reasons = |problems: &[Problem]| -> Vec<String> {
            problems.iter().map(|problem| problem.reason.in_english()).collect()
        };
        let again = match desk.import_as(&[("rejects.csv", &first.rejects)], &keep) {
            Ok(again) => {
                prop_assert_eq!(again.value[0].rows, first.rejected);
                again.value[0].problems.clone()
            }
            // Nothing but wrong addresses, say, may be a file about something else.
            Err(IntakeError::NothingFits { problems, .. }) => problems,
            Err(error) => return Err(TestCaseError::fail(error.to_string())),
        };
        prop_assert_eq!(reasons(&again), reasons(&first.problems));
    }

    #[test]
    fn the_order_of_rows_does_not_matter_where_times_tell(
        (rows, shuffled) in plain_rows(1..14)
            .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
    ) {
        let [one, other] = [&rows, &shuffled].map(|rows| {
            let mut desk = Desk::with_programme(PROGRAMME);
            desk.import("a.csv", &PLAIN.file(rows));
            desk.check();
            without_numbers(&desk.export("signups"))
        });
        prop_assert_eq!(one, other);
    }

    #[test]
    fn a_file_in_two_parts_is_the_same_file(rows in rows(2..16), at in 0.0..1.0, second in dress()) {
        let without_limits = PROGRAMME.replace("+02:00,2,", "+02:00,,").replace("+02:00,1,", "+02:00,,").replace("+02:00,3,", "+02:00,,");
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below the number of rows")]
        #[expect(clippy::cast_precision_loss, reason = "a few rows")]
        let middle = (rows.len() as f64 * at) as usize;
        let (head, tail) = rows.split_at(middle);
        let mut whole = Desk::with_programme(&without_limits);
        whole.import("a.csv", &PLAIN.file(&both_kinds(&[head, tail])));
        let mut parts = Desk::with_programme(&without_limits);
        parts.import("a.csv", &PLAIN.file(&both_kinds(&[head])));
        let dress = Dress { encoding: forms::Encoding::Utf8WithMark, ..second };
        parts.import("b.csv", &Dress { german: false, ..dress }.file(&both_kinds(&[tail])));
        parts.check();
        prop_assert_eq!(parts.exports(), whole.exports());
    }

    #[test]
    fn places_go_by_the_time_of_request(rows in plain_rows(1..20), now in clock()) {
        let mut desk = Desk::with_programme(PROGRAMME);
        desk.set_now(now);
        desk.import("a.csv", &PLAIN.file(&rows));
        desk.check();
        for (capacity, claims) in queues(&desk) {
            let confirmed = claims.iter().filter(|(_, status)| *status == SignupStatus::Confirmed).count();
            // A row that waits for an answer keeps its place in the line.
            let held = usize::try_from(desk.read().open_reviews().unwrap()).unwrap();
            let full = claims.len().min(capacity);
            prop_assert!((full.saturating_sub(held)..=full).contains(&confirmed), "{confirmed} of {full}, {held} held");
            // In the order of requests, nobody with a place stands behind somebody who waits.
            prop_assert!(claims.is_sorted_by_key(|(_, status)| *status), "{claims:?}");
        }
    }
}

/// Puts a row before each part that names a session of both kinds, so that both parts decide about
/// the same sessions: a file that never names a breakout leaves everybody's breakout as it is.
fn both_kinds(parts: &[&[Row]]) -> Vec<Row> {
    let first = Row {
        who: 11,
        spelling: forms::Spelling::Plain,
        mailbox: forms::Mailbox::Own,
        organisation: 0,
        chosen: vec![1, 3],
        cancelled: false,
        trouble: forms::Trouble::Nothing,
        remark: "",
        minute: 0,
    };
    let others = parts
        .iter()
        .flat_map(|part| part.iter())
        .filter(|row| row.who != 11)
        .cloned();
    std::iter::once(first).chain(others).collect()
}

/// Returns the rows of an export of sign-ups without the numbers of people, sorted.
fn without_numbers(export: &str) -> Vec<String> {
    let mut rows: Vec<String> = csv::Reader::from_reader(export.as_bytes())
        .records()
        .map(|record| {
            let record = record.unwrap();
            let cells = record.iter().enumerate().filter(|(index, _)| *index != 2);
            cells.map(|(_, cell)| cell).collect::<Vec<_>>().join("|")
        })
        .collect();
    rows.sort();
    rows
}

/// Who wants a place, since when, and where they stand.
type Queue = Vec<(Instant, SignupStatus)>;

/// Returns, for every session with a limit, the limit and who wants a place in the order of requests.
fn queues(desk: &Desk) -> Vec<(usize, Queue)> {
    let reader = desk.read();
    let mut queues = Vec::new();
    for event in reader.events().unwrap() {
        for session in reader.sessions(event.id).unwrap() {
            let Some(capacity) = session.capacity else {
                continue;
            };
            let mut claims: Queue = reader
                .claims(session.id)
                .unwrap()
                .into_iter()
                .map(|signup| (signup.requested_at.unwrap(), signup.status))
                .collect();
            claims.sort_by_key(|(time, _)| *time);
            queues.push((usize::try_from(capacity).unwrap(), claims));
        }
    }
    queues
}

/// Returns how many hold a place in each session, and how many places it has.
fn places(desk: &Desk) -> BTreeMap<SessionId, (i64, Option<i64>)> {
    let reader = desk.read();
    let mut places = BTreeMap::new();
    for event in reader.events().unwrap() {
        for session in reader.sessions(event.id).unwrap() {
            let (confirmed, _) = reader.places_taken(session.id).unwrap();
            places.insert(session.id, (confirmed, session.capacity));
        }
    }
    places
}

proptest! {
    #![proptest_config(tries(24))]

    #[test]
    fn every_sequence_of_commands_leaves_a_sound_file_and_can_be_taken_back(
        first in rows(1..10),
        steps in prop::collection::vec(step(), 1..12),
        now in clock(),
    ) {
        let mut desk = Desk::new();
        desk.set_now(now);
        let mut dumps = vec![desk.dump()];
        desk.import("programme.csv", PROGRAMME.as_bytes());
        dumps.push(desk.dump());
        for step in std::iter::once(&Step::Import(first, PLAIN)).chain(&steps) {
            let before = places(&desk);
            let is_new = take(&mut desk, step);
            desk.check();
            for (session, (confirmed, capacity)) in places(&desk) {
                let held = before.get(&session).map_or(0, |(held, _)| *held);
                // An undo gives back the file as it was, which is held below, and that may have been one
                // with more places given away than a later limit allows.
                if let Some(capacity) = capacity.filter(|_| !matches!(step, Step::Undo)) {
                    prop_assert!(confirmed <= capacity.max(held), "session {session}: {confirmed} of {capacity} after {step:?}");
                }
            }
            match step {
                Step::Undo if is_new => {
                    dumps.pop();
                    prop_assert_eq!(&desk.dump(), dumps.last().unwrap());
                }
                _ if is_new => dumps.push(desk.dump()),
                _ => prop_assert_eq!(&desk.dump(), dumps.last().unwrap(), "{:?}", step),
            }
        }
        older_ones_can_be_taken_back_or_say_why_not(&desk);
        while dumps.len() > 1 {
            dumps.pop();
            desk.run(&["undo"]).success();
            prop_assert_eq!(&desk.dump(), dumps.last().unwrap());
        }
    }
}

/// Takes every operation back, each from the file as it stands, and does it again.
fn older_ones_can_be_taken_back_or_say_why_not(desk: &Desk) {
    let operations = desk.read().operations().unwrap();
    for operation in &operations {
        let before = desk.dump();
        let number = operation.id.to_string();
        let output = desk.run(&["undo", &number]);
        if output.code == 0 {
            desk.check();
            let undo = desk.read().operations().unwrap().last().unwrap().id;
            desk.run(&["undo", &undo.to_string()]).success();
            desk.check();
        } else {
            assert_eq!(output.code, 1, "{output}");
            assert!(
                [
                    "cannot be taken back",
                    "was taken back by",
                    "it would bring back"
                ]
                .iter()
                .any(|reason| output.stderr.contains(reason)),
                "{output}"
            );
        }
        assert_eq!(
            desk.dump(),
            before,
            "undo of operation {number}, and its undo"
        );
    }
}

/// Does steps that must each change the file, and returns the desk.
fn after(steps: &[Step]) -> Desk {
    let mut desk = Desk::with_programme(PROGRAMME);
    desk.set_now(BEFORE);
    let form = "Registration time;Name;Email;Session\n\
        2020-09-07 08:00;Anna Fuchs;anna@fuchs.example.org;Session B: Economic recovery\n";
    desk.import("form.csv", form.as_bytes());
    for step in steps {
        assert!(take(&mut desk, step), "{step:?} changed nothing");
    }
    desk
}

#[test]
fn the_sign_up_of_somebody_who_withdrew_later_is_not_brought_back() {
    // Operation 3 cancels the sign-up, operation 4 the registration.
    let desk = after(&[Step::Cancel(0, Some(2)), Step::Cancel(0, None)]);
    let before = desk.dump();
    let output = desk.run(&["undo", "3"]);
    assert_eq!(output.code, 1, "{output}");
    assert!(
        output.stderr.contains("has withdrawn altogether since"),
        "{output}"
    );
    assert_eq!(desk.dump(), before);
}

#[test]
fn whoever_waits_gets_a_place_when_the_limit_itself_is_taken_back() {
    // Operation 3 closes the session, operation 4 signs somebody up for it, who waits.
    let desk = after(&[
        Step::Cancel(0, Some(2)),
        Step::Capacity(2, Some(0)),
        Step::SignUp(0, 2),
    ]);
    assert!(desk.export("signups").contains(",waitlisted,"));
    desk.run(&["undo", "4"]).success();
    desk.check();
    assert!(desk.export("signups").contains(",confirmed,"));
}

#[test]
fn a_file_that_stands_newest_first_is_taken_as_it_was_sent() {
    let rows = [
        "2020-09-07 08:00;Anna Fuchs;anna@fuchs.example.org;Session C: Human resources\n",
        "2020-09-07 09:00;Bernd Dachs;bernd@dachs.example.org;Session C: Human resources\n",
        "2020-09-07 10:00;Anna Fuchs;anna@fuchs.example.org;Session C: Human resources;\n",
    ];
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        let mut desk = Desk::with_programme(PROGRAMME);
        let file: String = order.iter().map(|index| rows[*index]).collect();
        let file = format!("Registration time;Name;Email;Session\n{file}");
        desk.import("form.csv", file.as_bytes());
        // Anna asked first, and kept her choice: the one place is hers.
        assert_eq!(
            without_numbers(&desk.export("signups")),
            [
                "autumn|breakout-c||Anna|Fuchs|anna@fuchs.example.org||confirmed|2020-09-07T08:00:00+02:00",
                "autumn|breakout-c||Bernd|Dachs|bernd@dachs.example.org||waitlisted|2020-09-07T09:00:00+02:00",
                "autumn|||Anna|Fuchs|anna@fuchs.example.org||confirmed|2020-09-07T10:00:00+02:00",
            ]
        );
    }
}
