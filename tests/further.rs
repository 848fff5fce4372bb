//! What a further submission may change, and what it may not.

use super::desk::{Desk, notes, request};
use super::support::BEFORE;
use rollcall::intake::Mode;
use rollcall::store::Reader;

/// Breakouts in the morning and in the afternoon, two at a time, one of them with one place.
const PROGRAMME: &str = "\
event,slug,title,kind,start,end,capacity,drop_in
autumn,,Autumn meeting,event,2020-10-08T10:00:00+02:00,2020-10-08T18:00:00+02:00,,
autumn,am-1,Water,breakout,2020-10-08T10:00:00+02:00,2020-10-08T11:00:00+02:00,,no
autumn,am-2,Light,breakout,2020-10-08T10:00:00+02:00,2020-10-08T11:00:00+02:00,,no
autumn,pm-1,Metal,breakout,2020-10-08T14:00:00+02:00,2020-10-08T15:00:00+02:00,,no
autumn,pm-2,Paper,breakout,2020-10-08T14:00:00+02:00,2020-10-08T15:00:00+02:00,1,no
";

/// Returns what stands of the sign-ups of the event, person by person.
fn standing(reader: &Reader<'_>) -> Vec<String> {
    let event = reader.events().unwrap().remove(0).id;
    let sessions = reader.sessions(event).unwrap();
    reader
        .registrations(event)
        .unwrap()
        .into_iter()
        .map(|row| {
            let mut line = row.registration.status.as_str().to_owned();
            for session in &sessions {
                let signup = row.signups.iter().find(|it| it.session_id == session.id);
                if let Some(signup) = signup.filter(|it| it.status.as_str() != "cancelled") {
                    line = format!("{line} {} {}", session.slug, signup.status.as_str());
                }
            }
            line
        })
        .collect()
}

#[track_caller]
fn stands(desk: &Desk, expected: &[&str]) {
    assert_eq!(standing(&desk.read()), expected);
    desk.check();
}

fn desk() -> Desk {
    let mut desk = Desk::with_programme(PROGRAMME);
    desk.set_now(BEFORE);
    desk
}

#[test]
fn the_forms_of_two_halves_of_a_day_leave_each_other_alone() {
    let morning = "Zeit;Name;Email;Session\n\
        2020-09-07 08:00;Anna Ahlers;anna@nord.example.org;Water\n\
        2020-09-07 09:00;Anna Ahlers;anna@nord.example.org;Light\n"
        .replace("Zeit", "Registration time");
    let afternoon = "Registration time;Name;Email;Phone;Session\n\
        2020-09-10 08:00;Anna Ahlers;anna@nord.example.org;+49 30 2;Metal\n";
    for order in [[&*morning, afternoon], [afternoon, &*morning]] {
        let mut desk = desk();
        for file in order {
            let outcome = &desk.import("form.csv", file.as_bytes()).value[0];
            assert_eq!(outcome.skipped, 0, "{:?}", notes(outcome));
        }
        stands(&desk, &["confirmed am-2 confirmed pm-1 confirmed"]);
        let event = desk.read().events().unwrap().remove(0).id;
        let registration = desk.read().registrations(event).unwrap().remove(0);
        assert_eq!(
            registration.registration.requested_at.unwrap().to_string(),
            "2020-09-10 06:00:00 UTC"
        );
    }
}

#[test]
fn an_older_word_of_the_same_form_is_superseded() {
    let mut desk = desk();
    let head = "Registration time;Name;Email;Session\n";
    let new = format!("{head}2020-09-07 09:00;Anna Ahlers;anna@nord.example.org;Light\n");
    let old = format!("{head}2020-09-07 08:00;Anna Ahlers;anna@nord.example.org;Water\n");
    desk.import("new.csv", new.as_bytes());
    assert_eq!(desk.import("old.csv", old.as_bytes()).value[0].skipped, 1);
    stands(&desk, &["confirmed am-2 confirmed"]);
}

#[test]
fn what_was_done_by_hand_outlives_the_same_submission_read_again() {
    let mut desk = desk();
    desk.import(
        "form.csv",
        b"Registration time;Name;Email;Phone;Session\n\
          2020-09-07 08:00;Anna Ahlers;anna@nord.example.org;+49 30 1;Water\n\
          2020-09-07 08:10;Bert Bohm;bert@nord.example.org;;Water\n\
          2020-09-07 08:20;Cora Claus;cora@nord.example.org;;Water\n",
    );
    for line in [
        &["person", "edit", "Anna Ahlers", "--phone", "+49 30 99"][..],
        &["signup", "cancel", "Anna Ahlers", "--session", "am-1"],
        &["signup", "cancel", "Cora Claus"],
    ] {
        desk.run(line).success();
    }
    desk.line("signup move 'Bert Bohm' --from am-1 --to am-2")
        .success();
    let by_hand = ["confirmed", "confirmed am-2 confirmed", "cancelled"];
    stands(&desk, &by_hand);
    // The form gained a question.
    let again = b"Registration time;Name;Email;Phone;Session;Dietary wishes\n\
          2020-09-07 08:00;Anna Ahlers;anna@nord.example.org;+49 30 1;Water;vegan\n\
          2020-09-07 08:10;Bert Bohm;bert@nord.example.org;+49 30 2;Water;none\n\
          2020-09-07 08:20;Cora Claus;cora@nord.example.org;;Water;none\n";
    let outcome = desk.import("form.csv", again).value.remove(0);
    assert_eq!(outcome.updated, 3);
    assert_eq!(notes(&outcome), Vec::<String>::new());
    stands(&desk, &by_hand);
    let phones: Vec<Option<String>> = desk
        .read()
        .people()
        .unwrap()
        .into_iter()
        .map(|it| it.phone)
        .collect();
    assert_eq!(phones[0].as_deref(), Some("+49 30 99"));
    assert!(phones[1].is_some());
    let event = desk.read().events().unwrap().remove(0).id;
    let answers = desk.read().registrations(event).unwrap().remove(0);
    assert_eq!(answers.registration.answers[0].1, "vegan");
    // The answer itself was changed, and later a newer one was sent.
    desk.import(
        "form.csv",
        b"Registration time;Name;Email;Phone;Session;Dietary wishes\n\
          2020-09-07 08:00;Anna Ahlers;anna@nord.example.org;+49 30 1;Light;vegan\n\
          2020-09-09 08:10;Bert Bohm;bert@nord.example.org;+49 30 3;Water;none\n",
    );
    stands(
        &desk,
        &[
            "confirmed am-2 confirmed",
            "confirmed am-1 confirmed",
            "cancelled",
        ],
    );
}

#[test]
fn a_form_that_comes_to_name_more_sessions_takes_nothing_back() {
    let mut desk = desk();
    let head = "Registration time;Name;Email;Session\n";
    let rows = "2020-09-07 08:00;Anna Ahlers;anna@nord.example.org;Water\n\
        2020-09-07 09:00;Anna Ahlers;anna@nord.example.org;Light\n\
        2020-09-07 09:30;Bert Bohm;bert@nord.example.org;Light\n";
    desk.import("form.csv", format!("{head}{rows}").as_bytes());
    desk.line("signup cancel 'Bert Bohm' --session am-2")
        .success();
    // Another question, so that all rows differ, and the first choice of the afternoon.
    let more = format!("{head}{rows}")
        .replace(";Name", ";Name;Remarks")
        .replace(";anna@", ";-;anna@")
        .replace(";bert@", ";-;bert@")
        + "2020-09-08 08:00;Cora Claus;;cora@nord.example.org;Metal\n";
    desk.import("form.csv", more.as_bytes());
    stands(
        &desk,
        &[
            "confirmed am-2 confirmed",
            "confirmed",
            "confirmed pm-1 confirmed",
        ],
    );
}

#[test]
fn another_ticket_given_back_is_not_the_one_that_is_kept() {
    let head = "Ticket Reference,Ticket First Name,Ticket Last Name,Ticket Email,\
                Ticket Created Date,Void Status,Order Name,Order Email,Which session?\n";
    let kept =
        "A-1,Anna,Ahlers,anna@nord.example.org,2020-09-07 08:00:00,,Anna,a@b.example.org,Water\n";
    let other =
        "A-2,Anna,Ahlers,anna@nord.example.org,2020-09-08 08:00:00,voided,Anna,a@b.example.org,\n";
    let same =
        "A-1,Anna,Ahlers,anna@nord.example.org,2020-09-07 08:00:00,voided,Anna,a@b.example.org,\n";
    let mut desk = desk();
    desk.import("tito.csv", format!("{head}{kept}{other}").as_bytes());
    stands(&desk, &["confirmed am-1 confirmed"]);
    desk.import("tito.csv", format!("{head}{same}{other}").as_bytes());
    stands(&desk, &["cancelled"]);
}

const OWN: &str =
    "event,session,person_id,title,given_name,family_name,email,organisation,status,requested_at\n";

#[test]
fn an_own_list_sets_a_registration_up_again_and_waits_for_no_free_place() {
    let form = b"Registration time;Name;Email;Session\n\
        2020-09-07 08:00;Anna Ahlers;anna@nord.example.org;Water\n";
    let standing = format!(
        "{OWN}autumn,pm-2,1,,Anna,Ahlers,anna@nord.example.org,,waitlisted,2020-09-07T08:00:00+02:00\n"
    );
    let mut desk = desk();
    desk.import("form.csv", form);
    desk.line("signup cancel 'Anna Ahlers'").success();
    stands(&desk, &["cancelled"]);
    let mut fill = request();
    fill.mode = Mode::Fill;
    desk.import_as(&[("own.csv", standing.as_bytes())], &fill)
        .unwrap();
    stands(&desk, &["cancelled"]);
    let file = format!("{standing}autumn,,1,,Anna,Ahlers,anna@nord.example.org,,cancelled,\n");
    desk.import("own.csv", file.as_bytes());
    stands(&desk, &["cancelled"]);
    let file = standing.replace("08:00:00", "08:00:01");
    desk.import("own.csv", file.as_bytes());
    stands(&desk, &["confirmed pm-2 confirmed"]);
}

#[test]
fn modes_are_about_people_who_were_on_file_before() {
    for mode in [Mode::Fill, Mode::Skip] {
        let mut desk = desk();
        let mut request = request();
        request.mode = mode;
        desk.import_as(
            &[(
                "form.csv",
                b"Registration time;Name;Email;Session\n\
                  2020-09-07 08:00;Anna Ahlers;anna@nord.example.org;Water\n\
                  2020-09-08 08:00;Anna Ahlers;anna@nord.example.org;Light\n",
            )],
            &request,
        )
        .unwrap();
        stands(&desk, &["confirmed am-2 confirmed"]);
    }
}

#[test]
fn an_answer_follows_the_mode_of_its_import() {
    let mut desk = desk();
    desk.import(
        "people.csv",
        b"given_name,family_name,email,phone\nAnna,Ahlers,anna@nord.example.org,+49 30 1\n",
    );
    let mut request = request();
    request.mode = Mode::Fill;
    let outcome = desk
        .import_as(
            &[(
                "form.csv",
                b"Registration time;Name;Email;Phone;Session\n\
                  2020-09-07 08:00;Anna Ahlerz;anna.ahlers@nord.example.org;+49 30 2;Water\n",
            )],
            &request,
        )
        .unwrap();
    assert_eq!(outcome.value[0].review, 1);
    desk.line("review 1 person 1").success();
    stands(&desk, &["confirmed am-1 confirmed"]);
    let phone = desk.read().people().unwrap().remove(0).phone;
    assert_eq!(phone.as_deref(), Some("+49 30 1"));
}

#[test]
fn an_earlier_event_does_not_say_where_somebody_works_now() {
    let mut desk = desk();
    desk.line("event add Spring --slug spring --start '2020-04-01 10:00' --end '2020-04-01 12:00'")
        .success();
    let row = |organisation: &str| {
        format!("Name;Email;Organisation\nAnna Ahlers;anna@nord.example.org;{organisation}\n")
    };
    for (event, organisation) in [("autumn", "Nordlicht GmbH"), ("spring", "Papierwerk AG")] {
        let mut request = request();
        request.event = Some(event.to_owned());
        request.options.kind = Some(rollcall::import::Kind::Signups);
        desk.import_as(&[("form.csv", row(organisation).as_bytes())], &request)
            .unwrap();
    }
    let reader = desk.read();
    let person = reader.people().unwrap().remove(0);
    let organisation = reader
        .organisation(person.organisation_id.unwrap())
        .unwrap();
    assert_eq!(organisation.unwrap().name, "Nordlicht GmbH");
}
