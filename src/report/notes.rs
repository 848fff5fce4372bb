//! The notes below every report about figures that differ from the recording, or may be too low.

use std::collections::{BTreeMap, BTreeSet};

use super::recording::{Recording, SessionRecord};
use super::rules;
use crate::attendance::{Attended, minutes, seconds, unite};
use crate::catalogue::messages::notes as words;
use crate::message;
use crate::model::StayId;
use crate::output::{Language, Note, Table};

/// Adds the notes on a recording.
pub(super) fn add(table: &mut Table, recording: &Recording, language: Language) {
    for sentence in sentences(recording, language) {
        table.note(sentence);
    }
}

/// Returns the notes on a recording.
pub(super) fn sentences(recording: &Recording, language: Language) -> Vec<Note> {
    let by_hand = rulings(recording, language).into_iter();
    let gaps = gaps(recording, language);
    by_hand
        .chain(gaps)
        .chain(removed(recording, language))
        .collect()
}

/// Returns how many people are no longer in any figure since they were removed for good; `None` if there are none.
fn removed(recording: &Recording, language: Language) -> Option<Note> {
    let count = recording.removed;
    let mut groups = recording.sessions.iter().flat_map(|it| &it.removed);
    let is_counted = groups.any(|it| it.known().is_some());
    let said = || {
        let said = if is_counted {
            message!(notes::removed_counted { count })
        } else {
            message!(notes::removed { count })
        };
        said.in_language(language)
    };
    (count > 0).then(|| Note::from(said()))
}

/// Returns the notes on uncertainties in the logs.
pub(super) fn gaps(recording: &Recording, language: Language) -> Vec<Note> {
    let sentences = [
        unidentified(recording, language),
        undecided(recording, language),
        unplaced(recording, language),
    ];
    sentences.into_iter().flatten().collect()
}

/// Names the sessions that are not over; `None` if there are none. For an event without sessions the line below the
/// title already says that it is running.
pub(super) fn not_over(recording: &Recording, language: Language) -> Option<Note> {
    let open = recording.not_over().filter(|it| it.session.id.0 != 0);
    let open: Vec<&SessionRecord> = open.collect();
    let said = || {
        message!(notes::not_over {
            sessions: rules::titles(&open)
        })
    };
    (!open.is_empty()).then(|| Note::from(said().in_language(language)))
}

/// Returns how many verdicts differ from the recording; `None` if none does.
fn rulings(recording: &Recording, language: Language) -> Option<Note> {
    let count = recording.rulings().count();
    let said = || message!(notes::rulings { count }).in_language(language);
    (count > 0).then(|| Note::new(said(), "`rollcall attendance list`"))
}

/// Returns how many stays wait for `review`, and how long they are; `None` if there are none. A stay that counts for
/// several sessions is one stay.
fn unidentified(recording: &Recording, language: Language) -> Option<Note> {
    let sessions = recording.sessions.iter();
    let stays = sessions.flat_map(|it| it.unidentified.iter().chain(&it.undecided.unidentified));
    let mut by_stay: BTreeMap<StayId, Vec<&Attended>> = BTreeMap::new();
    let mut nameless: BTreeSet<StayId> = BTreeSet::new();
    for it in stays.chain(&recording.unplaced.unidentified) {
        by_stay.entry(it.stay).or_default().push(&it.attended);
        if it.name.is_none() {
            nameless.insert(it.stay);
        }
    }
    let lengths = by_stay.values().filter_map(|parts| length(parts));
    let known = lengths.reduce(|sum, length| sum + length).map(minutes);
    let count = by_stay.len();
    if count == 0 {
        return None;
    }
    let length = known.map_or(String::new(), |known| {
        message!(notes::in_minutes { count: known }).in_language(language)
    });
    let said = message!(notes::stays_of_nobody { count, length }).in_language(language);
    Some(Note::new(said, way_out(count, nameless.len(), language)))
}

/// Returns what can be done about unmatched stays: those without a name give nothing to ask about.
fn way_out(count: usize, nameless: usize, language: Language) -> String {
    const COMMAND: &str = "`rollcall review`";
    if nameless == 0 {
        return COMMAND.to_owned();
    }
    let without = message!(notes::nameless { count: nameless }).in_language(language);
    if nameless == count {
        format!("({without})")
    } else {
        format!("{COMMAND} ({without})")
    }
}

/// Returns the seconds of one stay in all the sessions that it counts for.
fn length(parts: &[&Attended]) -> Option<i64> {
    let stated = parts.iter().filter(|it| !it.on_clock);
    let stated = stated.filter_map(|it| it.seconds).max();
    if parts.iter().all(|it| !it.on_clock) {
        return stated;
    }
    let mut intervals: Vec<_> = parts.iter().flat_map(|it| it.intervals.clone()).collect();
    unite(&mut intervals);
    let bound = parts.iter().filter_map(|it| it.seconds).sum();
    Some(seconds(&intervals).min(bound))
}

/// Names the sessions that the log of the event as a whole does not count for.
fn undecided(recording: &Recording, language: Language) -> Option<Note> {
    let sessions = recording.sessions.iter();
    let parallel = sessions.filter(|it| !it.undecided.is_empty());
    let parallel: Vec<&SessionRecord> = parallel.collect();
    if parallel.is_empty() {
        return None;
    }
    let sessions = rules::titles(&parallel);
    let said = message!(notes::undecided { sessions }).in_language(language);
    Some(Note::new(said, words::OWN_LOGS.in_language(language)))
}

/// Says that there are lengths which do not belong to any session.
fn unplaced(recording: &Recording, language: Language) -> Option<Note> {
    let people = recording.unplaced.attended.len();
    let strangers = recording.unplaced.unidentified.len();
    if people + strangers == 0 {
        return None;
    }
    let said = words::UNPLACED.in_language(language);
    Some(Note::new(said, words::GIVE_TO_ONE.in_language(language)))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, Fixture};
    use super::super::{attendance, no_shows, organisations, sessions};
    use super::*;
    use crate::model::{EventId, SessionId, Verdict};
    use crate::store::NewStay;

    const EVENT: EventId = EventId(1);

    fn notes(fixture: &Fixture, language: Language) -> Vec<String> {
        let recording = Recording::load(fixture.read(), &fixture.event()).unwrap();
        let mut table = Table::new("t", "", Vec::new());
        add(&mut table, &recording, language);
        table.notes.iter().map(Note::to_string).collect()
    }

    /// The breakouts lose their rooms, and the log of the event extends into their time.
    fn without_rooms() -> Fixture {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| {
            for number in [2, 3] {
                let mut session = writer.session(SessionId(number))?.unwrap();
                session.room = None;
                writer.save_session(&session)?;
            }
            fixture::add_stay(writer, EVENT, None, Ok(4), Some(("10:30", "11:45")))?;
            fixture::add_stay(writer, EVENT, None, Err("iPad"), Some(("10:50", "11:31")))
        });
        fixture
    }

    #[test]
    fn a_log_that_counts_for_no_parallel_session_is_said_with_their_names() {
        // The stay of the iPad counts once: 10 minutes of the keynote and 31 of the breakouts.
        assert_eq!(
            notes(&without_rooms(), Language::En),
            [
                "3 stays (86 minutes) are not yet matched to a person: the figures may be too low. `rollcall review`",
                "The log of the event as a whole does not count for “The breakout-a” and “The breakout-b”: other sessions \
                 without a room ran at the same time, and it does not say who was in which. Their own logs: \
                 `rollcall import LOG --session S`.",
            ]
        );
        let german = notes(&without_rooms(), Language::De);
        assert!(
            german[0]
                .starts_with("3 Anwesenheitszeiten (86 Min.) sind noch keiner Person zugeordnet.")
        );
        assert!(german[1].contains("zählt nicht für „The breakout-a“ und „The breakout-b“: "));
    }

    #[test]
    fn whoever_has_no_name_is_not_sent_to_the_questions() {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| {
            let stay = NewStay {
                person_id: None,
                joined_at: Some(fixture::at("2020-10-08", "10:00")),
                left_at: Some(fixture::at("2020-10-08", "10:20")),
                ..fixture::stay_of(EVENT, SessionId(1), 5)
            };
            writer.add_stay(&stay).map(drop)
        });
        let said = notes(&fixture, Language::En);
        assert!(
            said[0].ends_with("`rollcall review` (1 has no name to ask by)"),
            "{said:?}"
        );
        assert_eq!(way_out(2, 0, Language::En), "`rollcall review`");
        assert_eq!(way_out(2, 2, Language::En), "(2 have no name to ask by)");
        assert_eq!(
            way_out(1, 1, Language::De),
            "(1 davon ohne Namen, nach dem gefragt werden könnte)"
        );
    }

    #[test]
    fn every_report_says_it() {
        let fixture = without_rooms();
        let (reader, event, english) = (fixture.read(), fixture.event(), Language::En);
        let mut options = super::super::AttendanceOptions::default();
        let list = attendance(&reader, &event, &options).unwrap();
        options.by_person = true;
        for table in [
            list,
            attendance(&reader, &event, &options).unwrap(),
            sessions(&reader, &event, english).unwrap(),
            organisations(&reader, &event, english).unwrap(),
            no_shows(&reader, &event, None, english).unwrap(),
        ] {
            let said: String = table.notes.iter().map(Note::to_string).collect();
            assert!(
                said.contains("3 stays (86 minutes) are not yet matched"),
                "{said}"
            );
            assert!(
                said.contains("for “The breakout-a” and “The breakout-b”"),
                "{said}"
            );
        }
    }

    #[test]
    fn whoever_was_in_one_of_several_parallel_sessions_was_at_the_event() {
        let mut fixture = without_rooms();
        fixture.change(|writer| {
            // Eva was only there during the breakouts.
            fixture::add_stay(writer, EVENT, None, Ok(5), Some(("11:00", "11:45")))
        });
        let data =
            super::super::event_data::EventData::load(fixture.read(), &fixture.event()).unwrap();
        assert_eq!(
            data.event_verdict(crate::model::PersonId(5)),
            Some(Verdict::Present)
        );
        let options = super::super::AttendanceOptions {
            by_person: true,
            ..super::super::AttendanceOptions::default()
        };
        let table = attendance(&fixture.read(), &fixture.event(), &options).unwrap();
        let wanted = [
            ("name", "Lang, Eva"),
            ("minutes", "45"),
            ("sessions_present", "0"),
        ];
        assert_eq!(fixture::count(&table, &wanted), 1);
        let missing = no_shows(&fixture.read(), &fixture.event(), None, Language::En).unwrap();
        assert_eq!(fixture::count(&missing, &[("name", "Lang, Eva")]), 0);
    }

    #[test]
    fn lengths_that_count_for_no_session_are_said() {
        let mut fixture = without_rooms();
        fixture.change(|writer| {
            let stay = NewStay {
                session_id: None,
                seconds: Some(1800),
                ..fixture::stay_of(EVENT, SessionId(1), 5)
            };
            writer.add_stay(&stay).map(drop)
        });
        let notes = notes(&fixture, Language::En);
        assert_eq!(
            notes[2],
            "A log of the event as a whole has no times: it counts for no session. `rollcall import LOG \
             --session S` gives it to one."
        );
    }

    #[test]
    fn nothing_is_said_where_there_is_nothing_to_say() {
        assert!(notes(&Fixture::planned(), Language::En).is_empty());
    }
}
