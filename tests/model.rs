//! Random sequences of commands against a model: a few lines that say who is signed up for what, and nothing of how.
//!
//! The model knows people by their place in the pool, sessions with their limits, sign-ups with their times, and the
//! states an undo gives back. After each step `export people` and `export signups` must be what it says.

use proptest::prelude::*;

use super::desk::{Desk, PROGRAMME};
use super::forms::{PEOPLE, PLAIN, Row};
use super::laws::tries;
use super::steps::{Step, plain_step, take};
use rollcall::model::{SignupStatus, time};

/// When everything happens: before the meeting, while people move up from waiting lists.
const NOW: &str = "2020-10-06T18:00:00+02:00";

/// The sessions of the programme, in its order, with their limits.
const SESSIONS: [(&str, Option<i64>); 6] = [
    ("opening", None),
    ("breakout-a", Some(2)),
    ("breakout-b", None),
    ("breakout-c", Some(1)),
    ("bar-1", None),
    ("bar-2", Some(3)),
];

/// Everybody is expected there, until somebody is signed up for it.
const OPENING: usize = 0;

/// What the form asks about, as places in [`SESSIONS`], and which of them one answer decides about together.
const ASKED: [usize; 5] = [1, 2, 3, 4, 5];
const BESIDE: [&[usize]; 2] = [&[1, 2, 3], &[4, 5]];

#[derive(Debug, Clone, PartialEq, Eq)]
struct Signup {
    /// Of two at the same time, the one with the smaller number came first.
    number: i64,
    session: usize,
    status: SignupStatus,
    /// Seconds since 1970.
    time: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Registration {
    number: i64,
    stands: bool,
    time: Option<i64>,
    signups: Vec<Signup>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Person {
    number: i64,
    who: usize,
    title: &'static str,
    phone: &'static str,
    registration: Option<Registration>,
}

/// What is on file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct State {
    people: Vec<Person>,
    limits: [Option<i64>; 6],
}

struct Model {
    state: State,
    /// The states before each operation that stands, the oldest first.
    former: Vec<State>,
    /// The newest numbers; they are never given twice, also after an undo.
    person: i64,
    registration: i64,
    signup: i64,
}

impl Model {
    fn new() -> Self {
        Self {
            state: State {
                people: Vec::new(),
                limits: SESSIONS.map(|(_, limit)| limit),
            },
            former: Vec::new(),
            person: 0,
            registration: 0,
            signup: 0,
        }
    }

    /// Does a step; returns whether it changed anything.
    fn take(&mut self, step: &Step) -> bool {
        if let Step::Undo = step {
            // The programme was imported first, and is never taken back here.
            return match self.former.pop() {
                Some(former) => {
                    self.state = former;
                    true
                }
                None => panic!("nothing of the model's is left to be taken back"),
            };
        }
        let before = self.state.clone();
        let numbers = (self.person, self.registration, self.signup);
        match step {
            Step::Import(rows, _) => self.form(rows),
            Step::SignUp(person, session) => self.sign_up(*person, session % 6),
            Step::Cancel(person, session) => self.cancel(*person, session.map(|it| it % 6)),
            Step::Move(person, from, to) => self.transfer(*person, from % 6, to % 6),
            Step::Capacity(session, limit) => self.state.limits[session % 6] = *limit,
            Step::EditPerson(person, how) => {
                if let Some(person) = self.nth(*person) {
                    match how {
                        0 => person.phone = "+49 30 5550101",
                        _ => person.title = "Dr. h. c.",
                    }
                }
            }
            other => panic!("the model knows nothing of {other:?}"),
        }
        self.settle();
        if self.state == before {
            (self.person, self.registration, self.signup) = numbers;
            return false;
        }
        self.former.push(before);
        true
    }

    fn nth(&mut self, index: usize) -> Option<&mut Person> {
        let count = self.state.people.len().max(1);
        self.state.people.get_mut(index % count)
    }

    /// A form in which everybody answers once, later than in any form before.
    fn form(&mut self, rows: &[Row]) {
        let asked = |row: &Row| {
            row.chosen
                .iter()
                .map(|index| ASKED[*index])
                .collect::<Vec<_>>()
        };
        let named: Vec<usize> = rows.iter().flat_map(asked).collect();
        let decided = BESIDE
            .iter()
            .filter(|beside| beside.iter().any(|it| named.contains(it)));
        let decided: Vec<usize> = decided.flat_map(|beside| beside.iter().copied()).collect();
        for row in rows {
            let time = time_of(row);
            let index = self.person_of(row.who);
            self.register(index, Some(time));
            let registration = self.state.people[index].registration.as_mut().unwrap();
            let chosen = asked(row);
            for signup in &mut registration.signups {
                if decided.contains(&signup.session) && !chosen.contains(&signup.session) {
                    signup.status = SignupStatus::Cancelled;
                }
            }
            for session in chosen {
                self.choose(index, session, time);
            }
        }
    }

    /// Returns where a person of the pool is, added where they are new.
    fn person_of(&mut self, who: usize) -> usize {
        if let Some(index) = self
            .state
            .people
            .iter()
            .position(|person| person.who == who)
        {
            return index;
        }
        self.person += 1;
        self.state.people.push(Person {
            number: self.person,
            who,
            title: "",
            phone: "",
            registration: None,
        });
        self.state.people.len() - 1
    }

    /// Lets a registration stand; the time is that of a form.
    fn register(&mut self, index: usize, time: Option<i64>) {
        let person = &mut self.state.people[index];
        let registration = person.registration.get_or_insert_with(|| {
            self.registration += 1;
            Registration {
                number: self.registration,
                stands: true,
                time: None,
                signups: Vec::new(),
            }
        });
        registration.stands = true;
        registration.time = registration.time.max(time);
    }

    /// Asks for a place; who has one or waits for one keeps that.
    fn choose(&mut self, index: usize, session: usize, time: i64) {
        // With a limit, everybody stands in line until places are given out.
        let status = match self.state.limits[session] {
            Some(_) => SignupStatus::Waitlisted,
            None => SignupStatus::Confirmed,
        };
        let registration = self.state.people[index].registration.as_mut().unwrap();
        match registration
            .signups
            .iter_mut()
            .find(|it| it.session == session)
        {
            Some(known) if known.status == SignupStatus::Cancelled => {
                known.status = status;
                known.time = time;
            }
            Some(_) => {}
            None => {
                self.signup += 1;
                registration.signups.push(Signup {
                    number: self.signup,
                    session,
                    status,
                    time,
                });
            }
        }
    }

    fn sign_up(&mut self, person: usize, session: usize) {
        if self.state.people.is_empty() {
            return;
        }
        let index = person % self.state.people.len();
        let is_for_everybody = session == OPENING
            && self.state.limits[OPENING].is_none()
            && !self.signups().any(|signup| signup.session == OPENING);
        self.register(index, None);
        if !is_for_everybody {
            self.choose(index, session, now());
        }
    }

    fn cancel(&mut self, person: usize, session: Option<usize>) {
        let Some(registration) = self.nth(person).and_then(|it| it.registration.as_mut()) else {
            return;
        };
        for signup in &mut registration.signups {
            if session.is_none_or(|session| session == signup.session) {
                signup.status = SignupStatus::Cancelled;
            }
        }
        registration.stands &= session.is_some();
    }

    fn transfer(&mut self, person: usize, from: usize, to: usize) {
        if self.state.people.is_empty() || from == to {
            return;
        }
        let index = person % self.state.people.len();
        let registration = self.state.people[index].registration.as_mut();
        let leaving = registration.and_then(|it| {
            let mut signups = it.signups.iter_mut();
            signups.find(|it| it.session == from && it.status != SignupStatus::Cancelled)
        });
        if let Some(leaving) = leaving {
            leaving.status = SignupStatus::Cancelled;
            let time = leaving.time;
            self.choose(index, to, time);
        }
    }

    fn signups(&mut self) -> impl Iterator<Item = &mut Signup> {
        let registrations = self
            .state
            .people
            .iter_mut()
            .filter_map(|it| it.registration.as_mut());
        registrations.flat_map(|it| &mut it.signups)
    }

    /// Gives free places to those who wait, first come first served; nobody loses one.
    fn settle(&mut self) {
        for session in 0..SESSIONS.len() {
            let limit = self.state.limits[session];
            let mut free = limit.map(|limit| {
                let held = self
                    .signups()
                    .filter(|it| it.session == session && it.status == SignupStatus::Confirmed);
                limit - i64::try_from(held.count()).unwrap()
            });
            let waiting = self
                .signups()
                .filter(|it| it.session == session && it.status == SignupStatus::Waitlisted);
            let mut waiting: Vec<&mut Signup> = waiting.collect();
            waiting.sort_by_key(|it| (it.time, it.number));
            for signup in waiting {
                if free.is_none_or(|free| free > 0) {
                    signup.status = SignupStatus::Confirmed;
                    free = free.map(|free| free - 1);
                }
            }
        }
    }

    /// What `export people` says: number, title, names, address, telephone.
    fn people(&self) -> Vec<String> {
        let rows = self.state.people.iter().map(|person| {
            let who = PEOPLE[person.who];
            let (number, title, phone) = (person.number, person.title, person.phone);
            let (given, family, address) = (who.given, who.family, who.address);
            format!("{number}|{title}|{given}|{family}|{address}|{phone}")
        });
        rows.collect()
    }

    /// What `export signups` says: session, number, state, time of request.
    fn rows(&self) -> Vec<String> {
        let mut registered: Vec<_> = self
            .state
            .people
            .iter()
            .filter_map(|person| Some((person.number, person.registration.as_ref()?)))
            .collect();
        registered.sort_by_key(|(_, registration)| registration.number);
        let mut rows = Vec::new();
        for (person, registration) in registered {
            let mut signups: Vec<&Signup> = registration.signups.iter().collect();
            signups.sort_by_key(|signup| signup.session);
            for signup in &signups {
                let (session, _) = SESSIONS[signup.session];
                let status = signup.status.as_str();
                rows.push(format!(
                    "{session}|{person}|{status}|{}",
                    shown(Some(signup.time))
                ));
            }
            // What the sign-ups do not say already.
            let newest = signups.iter().map(|signup| signup.time).max();
            if signups.is_empty() || !registration.stands || registration.time != newest {
                let status = if registration.stands {
                    "confirmed"
                } else {
                    "cancelled"
                };
                rows.push(format!("|{person}|{status}|{}", shown(registration.time)));
            }
        }
        rows
    }
}

/// When a row of a form was sent.
fn time_of(row: &Row) -> i64 {
    let opened = time::from_text("2020-09-07T08:00:00+02:00").unwrap();
    opened.timestamp() + 60 * i64::from(row.minute)
}

fn now() -> i64 {
    time::from_text(NOW).unwrap().timestamp()
}

/// A time as an export writes it.
fn shown(time: Option<i64>) -> String {
    let time = time.map(|time| chrono::DateTime::from_timestamp(time, 0).unwrap());
    let time = time.map(|time| time.with_timezone(&chrono_tz::Europe::Berlin));
    time.map_or(String::new(), |time| time.to_rfc3339())
}

/// Some columns of an export, by their headings.
fn columns(export: &str, wanted: &[&str]) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(export.as_bytes());
    let headings = reader.headers().unwrap().clone();
    let places: Vec<usize> = wanted
        .iter()
        .map(|name| {
            headings
                .iter()
                .position(|heading| heading == *name)
                .unwrap()
        })
        .collect();
    let rows = reader.records().map(|record| {
        let record = record.unwrap();
        let cells: Vec<&str> = places.iter().map(|place| &record[*place]).collect();
        cells.join("|")
    });
    rows.collect()
}

proptest! {
    #![proptest_config(tries(48))]

    #[test]
    fn the_exports_say_what_a_model_says(steps in prop::collection::vec(plain_step(), 1..24)) {
        let mut desk = Desk::with_programme(PROGRAMME);
        desk.set_now(NOW);
        let mut model = Model::new();
        for (round, step) in (0..).zip(&steps) {
            let step = on_time(step, round);
            if matches!(step, Step::Undo) && model.former.is_empty() {
                continue;
            }
            let changes = model.take(&step);
            prop_assert_eq!(take(&mut desk, &step), changes, "whether it changes anything: {:?}", step);
            let people = columns(&desk.export("people"), &["id", "title", "given_name", "family_name", "email", "phone"]);
            prop_assert_eq!(people, model.people(), "people after {:?}", step);
            let signups = columns(&desk.export("signups"), &["session", "person_id", "status", "requested_at"]);
            prop_assert_eq!(signups, model.rows(), "sign-ups after {:?}", step);
        }
    }
}

/// Lets a form be sent after all forms before, and by everybody once.
fn on_time(step: &Step, round: u32) -> Step {
    let Step::Import(rows, _) = step else {
        return step.clone();
    };
    let mut rows = rows.clone();
    let mut seen = Vec::new();
    rows.retain(|row| {
        let is_first = !seen.contains(&row.who);
        seen.push(row.who);
        is_first
    });
    for row in &mut rows {
        row.minute += 1000 * round;
    }
    Step::Import(rows, PLAIN)
}
