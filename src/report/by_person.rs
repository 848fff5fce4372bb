//! Reports who was there for the event as a whole: one row per person.

use super::directory::Directory;
use super::event_data::EventData;
use super::{AttendanceOptions, days, labels, notes, rules, times};
use crate::attendance::{Attended, Interval, minutes, seconds_together, unite};
use crate::catalogue::messages::notes as words;
use crate::catalogue::messages::sheet_names::BY_PERSON;
use crate::message;
use crate::model::{Event, Instant, Person, PersonId, SignupStatus};
use crate::output::keyed::columns;
use crate::output::{Cell, Column, Table};
use crate::store::StoreError;

/// Returns all sessions of `data` combined per person.
pub(super) fn by_person(
    directory: &Directory,
    event: &Event,
    data: &EventData,
    options: &AttendanceOptions,
) -> Result<Table, StoreError> {
    let language = options.language;
    let title =
        message!(titles::attendance_by_person_of { event: event.title }).in_language(language);
    let is_open = !data.recording.phase.is_over() || data.recording.not_over().next().is_some();
    let mut table = Table::new("attendance", title, columns(is_open));
    table.sheet = Some(BY_PERSON);
    table.lines = days::lines_as_of(event, &data.recording, language);
    let mut people = data.everybody();
    if options.session.is_some() {
        let sessions = data.recording.sessions.iter();
        people = sessions.flat_map(|it| data.concerned(it)).collect();
    }
    for person in directory.sorted(people)? {
        table.push(row(directory, event, data, options, person));
    }
    let sessions = &data.recording.sessions;
    if !data.recording.is_known() {
        table.note(words::NOTHING_RECORDED.in_language(language));
    }
    table.note(rules::sentence(sessions, language));
    notes::add(&mut table, &data.recording, language);
    Ok(table)
}

/// Returns the columns; people see who is currently present only if there is anybody to show it for.
fn columns(is_open: bool) -> Vec<Column> {
    let presence = Column::of(columns::PRESENCE);
    vec![
        Column::of(columns::PERSON_ID).hidden_in_text(),
        Column::of(columns::NAME),
        Column::of(columns::ORGANISATION),
        Column::of(columns::SESSIONS_SIGNED_UP).right(),
        Column::of(columns::SESSIONS_PRESENT).right(),
        Column::of(columns::MINUTES).right(),
        if is_open {
            presence
        } else {
            presence.hidden_in_text()
        },
        Column::of(columns::VERDICT),
        Column::of(columns::FIRST_JOINED),
        Column::of(columns::LAST_LEFT),
    ]
}

fn row(
    directory: &Directory,
    event: &Event,
    data: &EventData,
    options: &AttendanceOptions,
    person: &Person,
) -> Vec<Cell> {
    let sessions = || data.recording.sessions.iter();
    let signed_up = sessions()
        .filter(|it| data.signup(it, person.id) == Some(SignupStatus::Confirmed))
        .count();
    let here = sessions().filter_map(|it| it.attended.get(&person.id));
    let mut attended: Vec<&Attended> = here.collect();
    if options.session.is_none() {
        attended.extend(data.recording.attended_somewhere(person.id));
    }
    let is_known = data.recording.is_known() && sessions().any(|it| it.phase.is_over());
    let clock = |moment| times::clock(moment, event, options.language);
    let minutes = total_minutes(data, options, person.id);
    let [came, left] = times::stay(first(&attended), last(&attended), minutes, clock);
    let (presence, verdict, signup) = match options.session {
        // For a single session, its own presence.
        Some(_) => (
            sessions().find_map(|it| data.presence(it, person.id)),
            sessions().find_map(|it| data.verdict(it, person.id)),
            sessions().find_map(|it| data.signup(it, person.id)),
        ),
        None => (
            data.presence_at_event(person.id),
            data.event_verdict(person.id),
            data.registration_status(person.id),
        ),
    };
    let contributes = data.recording.contributors.contains(&person.id);
    vec![
        Cell::Integer(person.id.0),
        Cell::from(person.sort_name()),
        Cell::from(directory.organisation_then(person, data.registrations.get(&person.id))),
        Cell::from(signed_up),
        Cell::from(is_known.then(|| data.sessions_present(person.id))),
        Cell::from(minutes),
        Cell::from(presence.map(labels::presence)),
        Cell::from(verdict.map(|it| labels::verdict_of(it, signup, contributes))),
        came,
        left,
    ]
}

fn all_intervals(attended: &[&Attended]) -> Vec<Interval> {
    let mut intervals: Vec<_> = attended
        .iter()
        .flat_map(|it| it.intervals.iter().copied())
        .collect();
    unite(&mut intervals);
    intervals
}

/// Returns the minutes of all sessions together. A length recorded for the event as a whole covers all of it, so the
/// longer of the two counts.
fn total_minutes(data: &EventData, options: &AttendanceOptions, person: PersonId) -> Option<i64> {
    let whole_event = options.session.is_none();
    let here = data.recording.sessions.iter().flat_map(|record| {
        let undecided = record.undecided.attended.get(&person);
        let here = record.attended.get(&person).into_iter();
        here.chain(undecided.filter(|_| whole_event))
            .map(|attended| (&record.session, attended))
    });
    let total = seconds_together(here);
    let of_event = data.recording.unplaced.attended.get(&person);
    let of_event = of_event.filter(|_| whole_event);
    total.max(of_event.and_then(|it| it.seconds)).map(minutes)
}

/// Returns when somebody first came; `None` if an earlier arrival was not recorded.
fn first(attended: &[&Attended]) -> Option<Instant> {
    let seen = attended.iter().filter_map(|it| it.first_joined).min()?;
    let begin = all_intervals(attended).first().map(|it| it.start);
    (begin.is_none_or(|begin| seen <= begin)).then_some(seen)
}

/// Returns when somebody last left; `None` if a later departure was not recorded.
fn last(attended: &[&Attended]) -> Option<Instant> {
    let seen = attended.iter().filter_map(|it| it.last_left).max()?;
    let end = all_intervals(attended).last().map(|it| it.end);
    (end.is_none_or(|end| seen >= end)).then_some(seen)
}

#[cfg(test)]
mod tests {
    use super::super::attendance;
    use super::super::fixture::{self, BREAKOUT_A, Fixture, text};
    use super::*;
    use crate::model::{EventId, SessionId};

    fn shown(fixture: &Fixture, session: Option<SessionId>) -> String {
        let options = AttendanceOptions {
            session,
            by_person: true,
            ..AttendanceOptions::default()
        };
        text(&attendance(&fixture.read(), &fixture.event(), &options).unwrap())
    }

    #[test]
    fn the_event_as_a_whole_has_one_row_a_person() {
        // Anna: 59 + 45 + 10 minutes. Bernd excused himself from the bar and missed the breakout. David waited in vain
        // and missed the keynote, which is for everybody. So did Hanna, but her breakout is not recorded, and Eva, who
        // withdrew from all she had chosen.
        assert_eq!(
            shown(&Fixture::meeting(), None),
            "\
Attendance by person: Meeting herbst20
Thursday, 8 October 2020, 10:00–13:00 (CEST)
Place: Online
As of 8 October 2020

Name           Organisation          Sessions chosen  Sessions attended  Minutes  Attendance  First joined  Last left
─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Äpfel, Carla   Ätherische Öle Süd                  2                  0       10  partial     11:00         11:10
Harms, Wiebke  Universität Auental                 0                  1       60  present     10:00         11:00
Kurz, Gerd                                         0                  0        5  brief       11:50         11:55
Lang, Eva      Ätherische Öle Süd                  1                  0           excused
Müller, Anna   BioCluster Nord e.V.                2                  3      114  present     10:00         12:10
Noorg, David                                       1                  0           no-show
Nord, Hanna    Öle Süd alt                         2                  0
Walk, Finn     BioCluster Nord e.V.                0                  1       60  walk-in     11:00         12:00
Zimmer, Bernd  BioCluster Nord e.V.                3                  0           no-show

Anyone who met the minimum counts as present. In “The keynote”: at least 5 minutes. In “The bar”: any presence counts. In all other sessions: at least 50% of the session.
2 stays (45 minutes) are not yet matched to a person: the figures may be too low. `rollcall review`
"
        );
    }

    #[test]
    fn one_session_lists_those_who_have_to_do_with_it() {
        assert_eq!(
            shown(&Fixture::meeting(), Some(BREAKOUT_A)),
            "\
Attendance by person: Meeting herbst20
Thursday, 8 October 2020, 10:00–13:00 (CEST)
Place: Online
As of 8 October 2020

Name           Organisation          Sessions chosen  Sessions attended  Minutes  Attendance  First joined  Last left
─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Äpfel, Carla   Ätherische Öle Süd                  1                  0       10  partial     11:00         11:10
Kurz, Gerd                                         0                  0        5  brief       11:50         11:55
Lang, Eva      Ätherische Öle Süd                  0                  0           withdrew
Müller, Anna   BioCluster Nord e.V.                1                  1       45  present     11:00         11:45
Noorg, David                                       0                  0
Walk, Finn     BioCluster Nord e.V.                0                  1       60  walk-in     11:00         12:00
Zimmer, Bernd  BioCluster Nord e.V.                1                  0           no-show

Anyone who met the minimum counts as present: at least 50% of the session.
1 stay (30 minutes) is not yet matched to a person: the figures may be too low. `rollcall review`
"
        );
    }

    #[test]
    fn parallel_stays_are_united_and_unseen_ends_are_not_shown() {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| {
            let event = EventId(1);
            // An hour in two parallel breakouts is an hour.
            fixture::add_stay(writer, event, Some(2), Ok(4), Some(("11:00", "12:00")))?;
            fixture::add_stay(writer, event, Some(3), Ok(4), Some(("11:00", "12:00")))?;
            // Nobody recorded when Eva left the bar, and when she left the breakout does not answer that.
            fixture::add_stay(writer, event, Some(2), Ok(5), Some(("11:00", "11:30")))?;
            writer.add_stay(&crate::store::NewStay {
                joined_at: Some(fixture::at("2020-10-08", "12:00")),
                ..fixture::stay_of(event, SessionId(4), 5)
            })?;
            Ok(())
        });
        let shown = shown(&fixture, None);
        let line = |name: &str| shown.lines().find(|line| line.starts_with(name)).unwrap();
        assert_eq!(
            line("Noorg"),
            "Noorg, David                                       1                  2       60  present     11:00         12:00"
        );
        assert_eq!(
            line("Lang"),
            "Lang, Eva      Ätherische Öle Süd                  1                  2       60  present     11:00"
        );
    }

    #[test]
    fn lengths_are_added_up_and_nobody_is_longer_there_than_their_sessions_last() {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| {
            let event = EventId(1);
            let length = |session, minutes: i64| crate::store::NewStay {
                seconds: Some(minutes * 60),
                ..fixture::stay_of(event, SessionId(session), 4)
            };
            // She was in the keynote and a breakout, which ran at the same time as the second breakout.
            writer.add_stay(&length(1, 40))?;
            writer.add_stay(&length(2, 50))?;
            writer.add_stay(&length(3, 45))?;
            Ok(())
        });
        let shown = shown(&fixture, None);
        let line = shown.lines().find(|line| line.starts_with("Noorg"));
        assert_eq!(
            line.unwrap(),
            "Noorg, David                                       1                  3      120  present"
        );
    }

    #[test]
    fn an_event_without_sessions_is_one_session() {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| {
            let event = fixture::add_event(writer, "frueh", "2020-03-05", None)?;
            fixture::register(writer, event, 1, Some(1))?;
            fixture::register(writer, event, 2, Some(1))?;
            fixture::add_stay(writer, event, None, Ok(1), Some(("09:00", "12:00")))?;
            fixture::add_stay(writer, event, None, Ok(3), None)
        });
        let event = fixture.read().event(EventId(2)).unwrap().unwrap();
        let options = AttendanceOptions {
            by_person: true,
            ..AttendanceOptions::default()
        };
        let table = attendance(&fixture.read(), &event, &options).unwrap();
        assert_eq!(
            text(&table),
            "\
Attendance by person: Meeting frueh
Thursday, 5 March 2020, 10:00–13:00 (CET)
Place: Online
As of 8 October 2020

Name           Organisation          Sessions chosen  Sessions attended  Minutes  Attendance  First joined  Last left
─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Äpfel, Carla   Ätherische Öle Süd                  0                  1           walk-in
Müller, Anna   BioCluster Nord e.V.                1                  1      120  present     10:00         12:00
Zimmer, Bernd  BioCluster Nord e.V.                1                  0           no-show

Anyone who met the minimum counts as present: at least 5 minutes.
"
        );
    }
}
