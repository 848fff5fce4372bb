//! Shows who was in which session at a glance: a row for each person, a column for each session.

use std::collections::BTreeSet;

use super::event_data::EventData;
use super::recording::SessionRecord;
use super::roll::Roll;
use super::{AsOf, codes, days, labels, notes};
use crate::attendance::Presence;
use crate::message;
use crate::model::{Event, PersonId, SessionId, SignupStatus, Verdict};
use crate::output::keyed::{Keyed, columns, labels as words};
use crate::output::{Cell, Column, Heading, Language, Table};
use crate::store::StoreError;

/// More sessions than this do not fit on portrait paper.
const UPRIGHT: usize = 14;

/// Returns everybody who is related to any session, by name, with a sign in each session's column. People see a sign
/// that is explained above the table, programs the word used by [`attendance`](super::attendance()).
///
/// # Errors
/// Those of the store.
pub fn matrix(reader: &AsOf<'_>, event: &Event, language: Language) -> Result<Table, StoreError> {
    let roll = Roll::load(reader, event, language)?;
    let data = &roll.data;
    let title = message!(titles::attendance_of { event: event.title }).in_language(language);
    let mut columns = vec![
        Column::of(columns::PERSON_ID).hidden_in_text(),
        Column::of(columns::NAME),
        Column::of(columns::ORGANISATION),
    ];
    for (record, code) in roll.sessions().iter().zip(codes::codes(roll.sessions())) {
        let key = match record.session.slug.as_str() {
            // An event without sessions counts as one session.
            "" => columns::VERDICT.key(),
            slug => slug,
        };
        columns.push(Column {
            key: key.to_owned().into(),
            heading: match code.as_str() {
                "" => Heading::Wording(columns::VERDICT.wording()),
                _ => Heading::Question(code),
            },
            ..Column::of(columns::VERDICT)
        });
    }
    let mut table = Table::new("matrix", title, columns);
    let mut people: BTreeSet<PersonId> = BTreeSet::new();
    for record in roll.sessions() {
        people.extend(data.concerned(record));
        people.extend(record.parts.keys());
    }
    let mut used: Vec<(Keyed, Keyed)> = Vec::new();
    let mut sessions: BTreeSet<SessionId> = BTreeSet::new();
    for person in roll.directory.sorted(people)? {
        let registration = data.registrations.get(&person.id);
        let mut row = vec![
            Cell::Integer(person.id.0),
            Cell::from(person.sort_name()),
            Cell::from(roll.directory.organisation_then(person, registration)),
        ];
        for record in roll.sessions() {
            let found = sign(data, record, person.id);
            if let Some((word, sign)) = found {
                sessions.insert(record.session.id);
                if !used.contains(&(word, sign)) {
                    used.push((word, sign));
                }
            }
            row.push(found.map_or(Cell::Empty, |(word, sign)| Cell::Reworded {
                of: Box::new(Cell::Label(word)),
                words: sign,
            }));
        }
        table.push(row);
    }
    let mut lines = days::lines_as_of(event, &data.recording, language);
    used.sort_by_key(|it| SIGNS.iter().position(|known| known == it));
    let explained = |(word, sign): &(Keyed, Keyed)| {
        let (word, sign) = (word.in_language(language), sign.in_language(language));
        message!(sheets::sign { sign, word }).in_language(language)
    };
    let explained: Vec<String> = used.iter().map(explained).collect();
    lines.push(explained.join(" · "));
    let of_sessions = roll.sessions();
    if of_sessions.iter().any(|it| it.session.id.0 != 0) {
        let is_used = |id| sessions.contains(&id);
        lines.extend(codes::legend(of_sessions, event, is_used, language));
    }
    lines.retain(|it| !it.is_empty());
    table.lines = lines;
    table.is_dense = sessions.len() <= UPRIGHT;
    notes::add(&mut table, &data.recording, language);
    Ok(table)
}

/// Every word with its sign, in the order in which they are explained.
const SIGNS: [(Keyed, Keyed); 15] = [
    (words::PRESENT, words::SIGN_PRESENT),
    (words::PARTIAL, words::SIGN_PARTIAL),
    (words::NO_SHOW, words::SIGN_NO_SHOW),
    (words::EXCUSED, words::SIGN_EXCUSED),
    (words::WITHDREW, words::SIGN_WITHDREW),
    (words::WALK_IN, words::SIGN_WALK_IN),
    (words::FROM_WAITING_LIST, words::SIGN_FROM_WAITING_LIST),
    (words::CONTRIBUTING, words::SIGN_CONTRIBUTING),
    (words::BRIEF, words::SIGN_BRIEF),
    (words::HERE, words::SIGN_HERE),
    (words::LEFT, words::SIGN_LEFT),
    (words::NOT_YET, words::SIGN_NOT_YET),
    (words::CONFIRMED, words::SIGN_CONFIRMED),
    (words::WAITLISTED, words::SIGN_WAITLISTED),
    (words::CONTRIBUTOR, words::SIGN_CONTRIBUTOR),
];

/// Returns the word for somebody's part in a session, and its sign.
fn sign(data: &EventData, record: &SessionRecord, person: PersonId) -> Option<(Keyed, Keyed)> {
    let signup = data.signup(record, person);
    let word = if record.parts.contains_key(&person) {
        words::CONTRIBUTOR
    } else if let Some(verdict) = data.verdict(record, person) {
        let contributes = data.recording.contributors.contains(&person);
        match labels::verdict_of(verdict, signup, contributes) {
            Cell::Reworded { words, .. } => words,
            _ => word_of(verdict),
        }
    } else if let Some(presence) = data.presence(record, person) {
        match presence {
            Presence::Here => words::HERE,
            Presence::Left => words::LEFT,
            Presence::NotYet => words::NOT_YET,
            Presence::Expected => words::CONFIRMED,
        }
    } else {
        match signup? {
            SignupStatus::Confirmed => words::CONFIRMED,
            SignupStatus::Waitlisted => words::WAITLISTED,
            SignupStatus::Cancelled => words::WITHDREW,
        }
    };
    SIGNS.into_iter().find(|(known, _)| *known == word)
}

fn word_of(verdict: Verdict) -> Keyed {
    labels::Worded::word(verdict)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Fixture, csv, text};
    use super::*;

    #[test]
    fn people_read_signs_and_programs_words() {
        let fixture = Fixture::meeting();
        let table = matrix(&fixture.read(), &fixture.event(), Language::En).unwrap();
        let shown = text(&table);
        let body = shown.split_once("As of 8 October 2020\n").unwrap().1;
        assert_eq!(
            body,
            "\
✓ present · (✓) partial · – no-show · E excused · W withdrew · + walk-in · (+) brief · … waitlisted · ● speaker, moderator or host
K = 10:00–11:00 The keynote · BA = 11:00–12:00 The breakout-a · BB = 11:00–12:00 The breakout-b · B = 12:00–12:30 The bar

Name           Organisation          K  BA   BB  B
──────────────────────────────────────────────────
Äpfel, Carla   Ätherische Öle Süd    –  (✓)
Harms, Wiebke  Universität Auental   ●
Kurz, Gerd                              (+)
Lang, Eva      Ätherische Öle Süd    –  W
Müller, Anna   BioCluster Nord e.V.  ✓  ✓        +
Noorg, David                         –  …
Nord, Hanna    Öle Süd alt           –       ●
Walk, Finn     BioCluster Nord e.V.     +
Zimmer, Bernd  BioCluster Nord e.V.  –  –        E

2 stays (45 minutes) are not yet matched to a person: the figures may be too low. `rollcall review`
"
        );
        let line = "1,\"Müller, Anna\",BioCluster Nord e.V.,present,present,,walk-in";
        assert!(csv(&table).contains(line), "{}", csv(&table));
    }

    #[test]
    fn no_sign_has_two_meanings() {
        for language in [Language::De, Language::En, Language::Fr] {
            let signs = SIGNS.map(|(_, sign)| sign.in_language(language));
            let distinct: BTreeSet<&str> = signs.into_iter().collect();
            assert_eq!(distinct.len(), signs.len(), "{signs:?}");
        }
    }

    #[test]
    fn before_anything_is_recorded_it_says_who_has_a_place() {
        let fixture = Fixture::planned();
        let shown = text(&matrix(&fixture.read(), &fixture.event(), Language::De).unwrap());
        assert!(shown.contains("○ angemeldet"), "{shown}");
        assert!(
            !shown.contains('–') || !shown.contains("– nicht"),
            "{shown}"
        );
    }
}
