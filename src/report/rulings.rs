//! The verdicts by hand, compared with what was recorded.

use super::directory::Directory;
use super::event_data::EventData;
use super::{AsOf, days, labels};
use crate::message;
use crate::model::{Event, Ruling};
use crate::output::keyed::columns;
use crate::output::{Cell, Column, Language, Table};
use crate::store::StoreError;

/// Returns one row per verdict by hand: by session in programme order, then by name.
///
/// `recorded_verdict` and `minutes` come from the session's log. A verdict on somebody who got a part in the session
/// afterwards has no effect; `part` shows that.
///
/// # Errors
/// Those of the store.
pub fn rulings(reader: &AsOf<'_>, event: &Event, language: Language) -> Result<Table, StoreError> {
    let directory = Directory::load(**reader, language)?;
    let data = EventData::load(*reader, event)?;
    let rulings = reader.rulings(event.id)?;
    let title = message!(titles::rulings_of { event: event.title }).in_language(language);
    let mut table = Table::new("rulings", title, columns());
    table
        .lines
        .extend(days::as_of(event, &data.recording, language));
    let ranks = directory.ranks(rulings.iter().map(|it| it.person_id))?;
    for record in &data.recording.sessions {
        let own = rulings.iter();
        let mut own: Vec<&Ruling> = own
            .filter(|it| it.session_id == record.session.id)
            .collect();
        own.sort_unstable_by_key(|it| ranks[&it.person_id]);
        for ruling in own {
            let id = ruling.person_id;
            let person = directory.person(id)?;
            let organisation = directory.organisation_then(person, data.registrations.get(&id));
            let recorded = record.recorded_verdict(id, data.signup(record, id));
            let attended = record.attended.get(&id);
            table.push(vec![
                Cell::from(record.session.slug.as_str()),
                Cell::Integer(id.0),
                Cell::from(person.sort_name()),
                Cell::from(organisation),
                labels::verdict(ruling.verdict),
                Cell::from(ruling.reason.as_str()),
                Cell::from(recorded.map(labels::verdict)),
                Cell::from(attended.and_then(|it| it.minutes)),
                Cell::from(record.parts.get(&id).copied().map(labels::part)),
            ]);
        }
    }
    Ok(table)
}

fn columns() -> Vec<Column> {
    vec![
        Column::of(columns::SESSION),
        Column::of(columns::PERSON_ID).right(),
        Column::of(columns::NAME),
        Column::of(columns::ORGANISATION).hidden_in_text(),
        Column::of(columns::VERDICT),
        Column::of(columns::REASON),
        Column::of(columns::RECORDED_VERDICT),
        Column::of(columns::MINUTES).right(),
        Column::of(columns::PART),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, BREAKOUT_A, Fixture, text};
    use super::super::{AttendanceOptions, attendance, no_shows, organisations, sessions};
    use super::*;
    use crate::model::{EventId, Part, PersonId, SessionId, SessionPerson, Verdict};
    use crate::output::Note;
    use crate::store::Writer;

    fn rule(
        writer: &Writer<'_>,
        person: i64,
        session: SessionId,
        verdict: Verdict,
    ) -> Result<(), StoreError> {
        let ruling = Ruling {
            person_id: PersonId(person),
            session_id: session,
            verdict,
            reason: format!("Reason {person}"),
        };
        writer.set_ruling(&ruling).map(drop)
    }

    /// In breakout-a Bernd was there after all, Anna was not, Eva walked in, and Ida appears, who neither signed up nor
    /// came.
    fn ruled() -> Fixture {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| {
            fixture::add_person(writer, ("Ida", "Still"), Some(2))?;
            rule(writer, 2, BREAKOUT_A, Verdict::Present)?;
            rule(writer, 1, BREAKOUT_A, Verdict::NoShow)?;
            rule(writer, 5, BREAKOUT_A, Verdict::WalkIn)?;
            rule(writer, 10, BREAKOUT_A, Verdict::Brief)
        });
        fixture
    }

    #[test]
    fn the_list_has_what_was_recorded_beside_it() {
        let fixture = ruled();
        let table = rulings(&fixture.read(), &fixture.event(), Language::En).unwrap();
        assert_eq!(
            text(&table),
            "\
Attendance set by hand: Meeting herbst20
As of 8 October 2020

Session     Person no.  Name           Attendance  Reason     Recorded  Minutes
───────────────────────────────────────────────────────────────────────────────
breakout-a           5  Lang, Eva      walk-in     Reason 5   excused
breakout-a           1  Müller, Anna   no-show     Reason 1   present        45
breakout-a          10  Still, Ida     brief       Reason 10
breakout-a           2  Zimmer, Bernd  present     Reason 2   no-show
"
        );
    }

    #[test]
    fn a_verdict_by_hand_stands_in_every_report() {
        let fixture = ruled();
        let (reader, event, english) = (fixture.read(), fixture.event(), Language::En);
        let mut options = AttendanceOptions {
            session: Some(BREAKOUT_A),
            ..AttendanceOptions::default()
        };
        let shown = text(&attendance(&reader, &event, &options).unwrap());
        assert_eq!(shown, "\
Attendance: Meeting herbst20
Thursday, 8 October 2020, 10:00–13:00 (CEST)
Place: Online
As of 8 October 2020

The breakout-a
11:00–12:00 · rule: 50%

Name           Organisation          Attendance  First joined  Last left  Minutes  Share
────────────────────────────────────────────────────────────────────────────────────────
Äpfel, Carla   Ätherische Öle Süd    partial     11:00         11:10           10    17%
Kurz, Gerd                           brief       11:50         11:55            5     8%
Lang, Eva      Ätherische Öle Süd    walk-in
Müller, Anna   BioCluster Nord e.V.  no-show     11:00         11:45           45    75%
Noorg, David                         waitlisted
Still, Ida     Ätherische Öle Süd    brief
Walk, Finn     BioCluster Nord e.V.  walk-in     11:00         12:00           60   100%
Zimmer, Bernd  BioCluster Nord e.V.  present

Signed up: 3 · Attended: 6 · Present: 1 · Partial: 1 · No-show: 1 · Walk-in: 2 · Stayed briefly: 2 · Waiting: 1
Set by hand: Dr. Anna Müller (Reason 1), Bernd Zimmer (Reason 2), Eva Lang (Reason 5), Ida Still (Reason 10)

Not matched: The breakout-a
1 stay in this session is not yet matched to a person, and is not included

Name           Organisation          Attendance  First joined  Last left  Minutes  Share
────────────────────────────────────────────────────────────────────────────────────────
Gast                                             11:00         11:30           30    50%

4 attendances set by hand. `rollcall attendance list`
1 stay (30 minutes) is not yet matched to a person: the figures may be too low. `rollcall review`
");
        // Present Bernd, partial Carla, no-show Anna, walk-ins Eva and Finn, brief Gerd and Ida. The peak and the mean
        // are those of the log.
        let figures = fixture::csv(&sessions(&reader, &event, english).unwrap());
        let line = figures.lines().find(|line| line.starts_with("breakout-a,"));
        let line = line.unwrap();
        assert!(
            line.ends_with(",3,3,1,,1,1,1,0,0,2,2,0,0,0,2,6,2,0.3333,3,30,4,1,50%,0"),
            "{line}"
        );
        // Bernd now counts as having been at the event; Anna still does, by the keynote; Ida does, briefly.
        options.session = None;
        options.by_person = true;
        let people = attendance(&reader, &event, &options).unwrap();
        for (name, present, verdict) in [
            ("Zimmer, Bernd", "1", "present"),
            ("Müller, Anna", "2", "present"),
            ("Lang, Eva", "1", "present"),
            ("Still, Ida", "0", "brief"),
        ] {
            let wanted = [
                ("name", name),
                ("sessions_present", present),
                ("verdict", verdict),
            ];
            assert_eq!(fixture::count(&people, &wanted), 1, "{name}");
        }
        let missing = no_shows(&reader, &event, None, english).unwrap();
        assert_eq!(fixture::count(&missing, &[("name", "Zimmer, Bernd")]), 0);
        let missing = no_shows(&reader, &event, Some(BREAKOUT_A), english).unwrap();
        assert_eq!(missing.rows().len(), 1);
        assert_eq!(fixture::count(&missing, &[("name", "Müller, Anna")]), 1);
        let table = organisations(&reader, &event, english).unwrap();
        let wanted = [("organisation", "Ätherische Öle Süd"), ("present", "1")];
        assert_eq!(fixture::count(&table, &wanted), 1);
        assert!(table.notes.contains(&Note::new(
            "4 attendances set by hand.",
            "`rollcall attendance list`"
        )));
    }

    #[test]
    fn a_verdict_by_hand_makes_nobody_else_a_no_show() {
        let mut fixture = Fixture::planned();
        fixture.change(|writer| rule(writer, 1, BREAKOUT_A, Verdict::Present));
        let (reader, event, english) = (fixture.read(), fixture.event(), Language::En);
        let figures = fixture::csv(&sessions(&reader, &event, english).unwrap());
        let line = figures.lines().find(|line| line.starts_with("breakout-a,"));
        assert!(
            line.unwrap()
                .ends_with(",3,3,1,,1,,,0,1,,,,,1,,,,,,,,,50%,0"),
            "{line:?}"
        );
        assert!(no_shows(&reader, &event, None, english).unwrap().is_empty());
        let options = AttendanceOptions {
            by_person: true,
            ..AttendanceOptions::default()
        };
        let people = attendance(&reader, &event, &options).unwrap();
        assert_eq!(
            fixture::count(&people, &[("verdict", "")]),
            people.rows().len() - 1
        );
        assert_eq!(fixture::count(&people, &[("verdict", "present")]), 1);
    }

    #[test]
    fn of_the_event_a_verdict_by_hand_says_what_the_session_s_would() {
        let verdict = |verdict, session| {
            let mut fixture = Fixture::planned();
            fixture.change(|writer| {
                fixture::add_person(writer, ("Ida", "Still"), None)?;
                fixture::register(writer, EventId(1), 10, None)?;
                rule(writer, 10, session, verdict)
            });
            let data = EventData::load(fixture.read(), &fixture.event()).unwrap();
            data.event_verdict(PersonId(10)).unwrap()
        };
        // The keynote is for everybody; Ida is not expected in breakout-a.
        for session in [SessionId(1), BREAKOUT_A] {
            for (given, expected) in [
                (Verdict::Present, Verdict::Present),
                (Verdict::WalkIn, Verdict::Present),
                (Verdict::Partial, Verdict::Partial),
                (Verdict::Brief, Verdict::Partial),
                (Verdict::Excused, Verdict::Excused),
                (Verdict::NoShow, Verdict::NoShow),
            ] {
                assert_eq!(verdict(given, session), expected, "{given:?} {session:?}");
            }
        }
    }

    #[test]
    fn who_got_a_part_afterwards_has_no_verdict() {
        let mut fixture = ruled();
        fixture.change(|writer| {
            let mut session = writer.session(BREAKOUT_A)?.unwrap();
            session.people = vec![SessionPerson {
                part: Part::Host,
                name: "Bernd Zimmer".to_owned(),
                person_id: Some(PersonId(2)),
            }];
            writer.save_session(&session).map(drop)
        });
        let (reader, event) = (fixture.read(), fixture.event());
        let list = attendance(&reader, &event, &AttendanceOptions::default()).unwrap();
        let wanted = [
            ("session", "breakout-a"),
            ("name", "Zimmer, Bernd"),
            ("verdict", ""),
            ("reason", ""),
        ];
        assert_eq!(fixture::count(&list, &wanted), 1);
        assert!(list.notes[0].said.starts_with("3 attendances set by hand"));
        let table = rulings(&reader, &event, Language::En).unwrap();
        assert_eq!(fixture::count(&table, &[("part", "host")]), 1);
    }
}
