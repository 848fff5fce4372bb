//! What organisers do, in any order: steps to be generated, and the command lines they stand for.

use proptest::prelude::*;

use super::desk::{Desk, request};
use super::forms::{self, Dress, Row, dress, plain_rows, rows};
use rollcall::intake::Request;
use rollcall::model::{ReviewState, Verdict};

/// One thing an organiser does; numbers pick among what there is at that moment.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    Import(Vec<Row>, Dress),
    SecondEvent,
    Seen(Vec<Row>, usize),
    SignUp(usize, usize),
    Cancel(usize, Option<usize>),
    Move(usize, usize, usize),
    CheckIn(usize, usize, Noted),
    Rule(usize, usize, usize),
    Unrule(usize, usize),
    MergePeople(usize, usize),
    MergeOrganisations(usize, usize),
    SplitPerson(usize, usize, usize),
    MoveStay(usize, usize, bool),
    HoldApart(usize, usize),
    EditPerson(usize, usize),
    Capacity(usize, Option<i64>),
    Later(usize, i64),
    RemoveSession(usize),
    CancelSession(usize, bool),
    RemovePerson(usize),
    RemoveSignUp(usize, Option<usize>),
    Answer(usize, usize),
    AnswerAll(usize),
    Undo,
}

/// What is noted at the door, minutes after the event began.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Noted {
    Came(Option<i64>),
    Left(i64),
    Excused,
}

/// Any step.
pub(crate) fn step() -> impl Strategy<Value = Step> {
    let any = 0..1000_usize;
    prop_oneof![
        4 => (rows(1..8), dress()).prop_map(|(rows, dress)| Step::Import(rows, dress)),
        1 => Just(Step::SecondEvent),
        2 => (plain_rows(1..5), any.clone()).prop_map(|(rows, session)| Step::Seen(rows, session)),
        2 => (any.clone(), any.clone()).prop_map(|(person, session)| Step::SignUp(person, session)),
        2 => (any.clone(), prop::option::of(any.clone())).prop_map(|(person, session)| Step::Cancel(person, session)),
        2 => (any.clone(), any.clone(), any.clone()).prop_map(|(person, from, to)| Step::Move(person, from, to)),
        3 => (any.clone(), any.clone(), noted()).prop_map(|(person, session, noted)| Step::CheckIn(person, session, noted)),
        2 => (any.clone(), any.clone(), 0..6_usize).prop_map(|(person, session, verdict)| Step::Rule(person, session, verdict)),
        1 => (any.clone(), any.clone()).prop_map(|(person, session)| Step::Unrule(person, session)),
        2 => (any.clone(), any.clone()).prop_map(|(from, into)| Step::MergePeople(from, into)),
        1 => (any.clone(), any.clone()).prop_map(|(from, into)| Step::MergeOrganisations(from, into)),
        2 => (any.clone(), any.clone(), any.clone()).prop_map(|(person, row, stay)| Step::SplitPerson(person, row, stay)),
        2 => (any.clone(), any.clone(), prop::bool::ANY).prop_map(|(stay, person, all)| Step::MoveStay(stay, person, all)),
        1 => (any.clone(), any.clone()).prop_map(|(one, other)| Step::HoldApart(one, other)),
        1 => (0..5_usize).prop_map(Step::AnswerAll),
        1 => (any.clone(), any.clone()).prop_map(|(person, how)| Step::EditPerson(person, how)),
        2 => (any.clone(), prop::option::of(0..4_i64)).prop_map(|(session, capacity)| Step::Capacity(session, capacity)),
        1 => (any.clone(), 0..480_i64).prop_map(|(session, minutes)| Step::Later(session, minutes)),
        1 => any.clone().prop_map(Step::RemoveSession),
        1 => (any.clone(), prop::bool::weighted(0.3)).prop_map(|(session, undo)| Step::CancelSession(session, undo)),
        1 => any.clone().prop_map(Step::RemovePerson),
        1 => (any.clone(), prop::option::of(any.clone())).prop_map(|(person, session)| Step::RemoveSignUp(person, session)),
        3 => (any.clone(), 0..5_usize).prop_map(|(question, how)| Step::Answer(question, how)),
        1 => Just(Step::Undo),
    ]
}

/// Steps of people whom nobody takes for somebody else, and of what `model.rs` knows.
pub(crate) fn plain_step() -> impl Strategy<Value = Step> {
    let any = 0..1000_usize;
    let form = plain_rows(1..6).prop_map(|mut rows| {
        for row in &mut rows {
            row.who = forms::DISTINCT[row.who % forms::DISTINCT.len()];
            row.cancelled = false;
        }
        Step::Import(rows, forms::PLAIN)
    });
    prop_oneof![
        3 => form,
        4 => (any.clone(), any.clone()).prop_map(|(person, session)| Step::SignUp(person, session)),
        3 => (any.clone(), prop::option::of(any.clone())).prop_map(|(person, session)| Step::Cancel(person, session)),
        3 => (any.clone(), any.clone(), any.clone()).prop_map(|(person, from, to)| Step::Move(person, from, to)),
        2 => (any.clone(), prop::option::of(0..4_i64)).prop_map(|(session, capacity)| Step::Capacity(session, capacity)),
        1 => (any.clone(), 0..2_usize).prop_map(|(person, how)| Step::EditPerson(person, how)),
        3 => Just(Step::Undo),
    ]
}

fn noted() -> impl Strategy<Value = Noted> {
    prop_oneof![
        prop::option::of(0..480_i64).prop_map(Noted::Came),
        (0..480_i64).prop_map(Noted::Left),
        Just(Noted::Excused),
    ]
}

/// A second event in which some sessions have the names of the first one's.
const SECOND: &str = "\
event,slug,title,kind,start,end,capacity,drop_in,room,speakers,timezone,place,rule
spring,,Spring meeting,event,2021-04-15T09:00:00+01:00,2021-04-15T12:00:00+01:00,,,,,Europe/Lisbon,,15min
spring,opening,Opening,plenary,2021-04-15T09:00:00+01:00,2021-04-15T10:00:00+01:00,2,no,,Anna Müller-Lüdenscheidt (host),,,
spring,talk,\"Talk: =1+1, \"\"and more\"\"\",other,2021-04-15T10:00:00+01:00,2021-04-15T11:00:00+01:00,,no,,,,,
";

/// Does a step; returns whether it changed the file. What is refused leaves everything as it was.
pub(crate) fn take(desk: &mut Desk, step: &Step) -> bool {
    let operations = desk.read().operations().unwrap().len();
    let before = desk.dump();
    let is_refused = match step {
        Step::Import(rows, dress) => {
            let autumn = Request {
                event: Some("autumn".to_owned()),
                ..request()
            };
            let file = dress.file(rows);
            desk.import_as(&[("form.csv", &file)], &autumn).is_err()
        }
        Step::SecondEvent => {
            desk.import("spring.csv", SECOND.as_bytes());
            false
        }
        Step::Seen(rows, session) => {
            let mut list = "Name;E-Mail\n".to_owned();
            for row in rows {
                let who = forms::PEOPLE[row.who];
                list.push_str(who.given);
                list.push(' ');
                list.push_str(who.family);
                list.push_str(";\n");
            }
            let Some((event, slug)) = place(desk, *session) else {
                return false;
            };
            let there = Request {
                event: Some(event),
                session: Some(slug),
                ..request()
            };
            desk.import_as(&[("list.csv", list.as_bytes())], &there)
                .is_err()
        }
        _ => {
            let Some(line) = command_line(desk, step) else {
                return false;
            };
            let line: Vec<&str> = line.iter().map(String::as_str).collect();
            let output = desk.run(&line);
            // Naming the same one twice is a mistake on the command line; nothing else here is.
            let is_mistake = output.code == 2 && output.stderr.contains("both are ");
            assert!(
                [0, 1].contains(&output.code) || is_mistake,
                "{line:?}: {output}"
            );
            output.code != 0
        }
    };
    let is_new = desk.read().operations().unwrap().len() > operations;
    if is_refused {
        assert_eq!(
            desk.dump(),
            before,
            "{step:?} was refused, and changed the file"
        );
        assert!(!is_new, "{step:?} was refused, and left an operation");
    }
    is_new
}

/// Returns the event and short name of one of the sessions there are.
fn place(desk: &Desk, index: usize) -> Option<(String, String)> {
    let reader = desk.read();
    let mut places = Vec::new();
    for event in reader.events().unwrap() {
        for session in reader.sessions(event.id).unwrap() {
            places.push((event.slug.clone(), session.slug));
        }
    }
    let count = places.len().max(1);
    places.into_iter().nth(index % count)
}

/// Returns what an organiser types; `None` where there is nobody or nothing to type it about.
#[expect(clippy::too_many_lines, reason = "one arm a command")]
fn command_line(desk: &Desk, step: &Step) -> Option<Vec<String>> {
    let reader = desk.read();
    let people = reader.person_ids().unwrap();
    let who = |index: &usize| Some(people.get(index % people.len().max(1))?.to_string());
    let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let time = |minutes: i64| format!("{:02}:{:02}", 10 + minutes / 60, minutes % 60);
    Some(match step {
        Step::SignUp(person, session) => {
            let (event, slug) = place(desk, *session)?;
            words(&format!(
                "signup add {} --session {slug} --event {event}",
                who(person)?
            ))
        }
        Step::Cancel(person, Some(session)) => {
            let (event, slug) = place(desk, *session)?;
            words(&format!(
                "signup cancel {} --session {slug} --event {event}",
                who(person)?
            ))
        }
        Step::Cancel(person, None) => {
            words(&format!("signup cancel {} --event autumn", who(person)?))
        }
        Step::Move(person, from, to) => {
            let ((event, from), (_, to)) = (place(desk, *from)?, place(desk, *to)?);
            words(&format!(
                "signup move {} --from {from} --to {to} --event {event}",
                who(person)?
            ))
        }
        Step::CheckIn(person, session, noted) => {
            let (event, slug) = place(desk, *session)?;
            let how = match noted {
                Noted::Came(None) => String::new(),
                Noted::Came(Some(minutes)) => format!(" --at {}", time(*minutes)),
                Noted::Left(minutes) => format!(" --out --at {}", time(*minutes)),
                Noted::Excused => " --excused".to_owned(),
            };
            words(&format!(
                "check-in {} --session {slug} --event {event}{how}",
                who(person)?
            ))
        }
        Step::Rule(person, session, verdict) => {
            let (event, slug) = place(desk, *session)?;
            let verdict = Verdict::ALL[verdict % Verdict::ALL.len()].as_str();
            words(&format!(
                "attendance set {} {slug} {verdict} --reason because --event {event}",
                who(person)?
            ))
        }
        Step::Unrule(person, session) => {
            let (event, slug) = place(desk, *session)?;
            words(&format!(
                "attendance clear {} {slug} --event {event}",
                who(person)?
            ))
        }
        Step::MergePeople(from, into) => {
            words(&format!("person merge {} {}", who(from)?, who(into)?))
        }
        Step::MergeOrganisations(from, into) => {
            let all = reader.organisations().unwrap();
            let organisation = |index: &usize| Some(all.get(index % all.len().max(1))?.id);
            words(&format!(
                "organisation merge {} {}",
                organisation(from)?,
                organisation(into)?
            ))
        }
        Step::SplitPerson(person, row, stay) => {
            let person = reader
                .person(*people.get(person % people.len().max(1))?)
                .unwrap()?;
            let owned = rollcall::intake::owned(&reader, &person).unwrap();
            let mut line = format!("person split {}", person.id);
            if !owned.rows.is_empty() {
                line.push_str(&format!(" --rows {}", row % owned.rows.len() + 1));
            }
            if let Some(stay) = owned.stays.get(stay % (owned.stays.len() + 1)) {
                line.push_str(&format!(" --stays {}", stay.id));
            }
            words(&line)
        }
        Step::MoveStay(stay, person, all) => {
            let mut stays = Vec::new();
            for event in reader.events().unwrap() {
                stays.extend(reader.stays(event.id).unwrap());
            }
            let stay = stays.get(stay % stays.len().max(1))?.id;
            let all = if *all { " --all-of-name" } else { "" };
            words(&format!("attendance move {stay} {}{all}", who(person)?))
        }
        Step::HoldApart(one, other) => words(&format!(
            "person duplicates --different {} {}",
            who(one)?,
            who(other)?
        )),
        Step::AnswerAll(how) => {
            let mut open = reader.reviews().unwrap();
            open.retain(|review| review.state == ReviewState::Open);
            let numbers: Vec<String> = open.iter().map(|it| it.id.to_string()).collect();
            let answer = ["new", "nobody", "same", "different", "keep"][how % 5];
            if numbers.is_empty() {
                return None;
            }
            words(&format!("review {} {answer}", numbers.join(",")))
        }
        Step::EditPerson(person, how) => edit(&who(person)?, *how),
        Step::Capacity(session, capacity) => {
            let (event, slug) = place(desk, *session)?;
            let places = capacity.map_or("none".to_owned(), |capacity| capacity.to_string());
            words(&format!(
                "session edit {slug} --event {event} --capacity {places}"
            ))
        }
        Step::Later(session, minutes) => {
            let (event, slug) = place(desk, *session)?;
            let (start, end) = (time(*minutes), time(minutes + 45));
            words(&format!(
                "session edit {slug} --event {event} --start {start} --end {end}"
            ))
        }
        Step::RemoveSession(session) => {
            let (event, slug) = place(desk, *session)?;
            words(&format!("session remove {slug} --event {event}"))
        }
        Step::CancelSession(session, undo) => {
            let (event, slug) = place(desk, *session)?;
            let undo = if *undo { " --undo" } else { "" };
            words(&format!("session cancel {slug} --event {event}{undo}"))
        }
        Step::RemovePerson(person) => words(&format!("person remove {}", who(person)?)),
        Step::RemoveSignUp(person, Some(session)) => {
            let (event, slug) = place(desk, *session)?;
            words(&format!(
                "signup remove {} --session {slug} --event {event}",
                who(person)?
            ))
        }
        Step::RemoveSignUp(person, None) => {
            words(&format!("signup remove {} --event autumn", who(person)?))
        }
        Step::Answer(question, how) => {
            let open: Vec<_> = reader
                .reviews()
                .unwrap()
                .into_iter()
                .filter(|review| review.state == ReviewState::Open)
                .collect();
            let review = open.get(question % open.len().max(1))?;
            let candidate = review.question.candidates.first();
            let answer = match (how, candidate) {
                (0, Some(candidate)) => format!("person {}", candidate.id),
                (1, _) => "same".to_owned(),
                (2, _) => "different".to_owned(),
                (3, _) => "keep".to_owned(),
                _ => "new".to_owned(),
            };
            words(&format!("review {} {answer}", review.id))
        }
        Step::Undo => words("undo"),
        Step::Import(..) | Step::SecondEvent | Step::Seen(..) => return None,
    })
}

/// Returns one of the changes an organiser makes to a person.
fn edit(who: &str, how: usize) -> Vec<String> {
    let line: &[&str] = match how % 6 {
        0 => &["edit", who, "--phone", "+49 30 5550101"],
        1 => &["edit", who, "--title", "Dr. h. c."],
        2 => &["edit", who, "--organisation", ""],
        3 => &[
            "edit",
            who,
            "--add-email",
            "another@private.example.org",
            "--primary-email",
            "another@private.example.org",
        ],
        4 => &[
            "edit",
            who,
            "--family",
            "Neuhaus",
            "--organisation",
            "Fjordlys",
        ],
        _ => &["alias", who, "The one with the hat"],
    };
    let words = std::iter::once(&"person").chain(line);
    words.map(|word| (*word).to_owned()).collect()
}
