//! Who was there: one row a session and person, or one a person.

use super::directory::Directory;
use super::event_data::EventData;
use super::recording::{SessionRecord, Unidentified};
use super::{by_person, labels, times};
use crate::attendance::Attended;
use crate::model::{Event, PersonId, SessionId};
use crate::output::{Cell, Column, Language, Table};
use crate::store::{Reader, StoreError};

/// What to show of an event's attendance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AttendanceOptions {
    /// One session alone; `None` is all of them.
    pub session: Option<SessionId>,
    /// One row a person instead of one a session and person.
    pub by_person: bool,
    /// The reader's language.
    pub language: Language,
}

/// Returns who was there, and who should have been.
///
/// By session and person, grouped by session in the programme's order and sorted by name: everybody who
/// signed up, who came or both, then the stays that belong to nobody. By person, one row for everybody
/// who registered or came; with a session, for everybody who has to do with it.
///
/// # Errors
/// Those of the store.
pub fn attendance(
    reader: &Reader<'_>,
    event: &Event,
    options: &AttendanceOptions,
) -> Result<Table, StoreError> {
    let language = options.language;
    let directory = Directory::load(reader, language)?;
    let mut data = EventData::load(reader, event)?;
    if let Some(session) = options.session {
        data.recording
            .sessions
            .retain(|it| it.session.id == session);
    }
    if options.by_person {
        return by_person::by_person(&directory, event, &data, options);
    }
    let ranks = directory.ranks(data.everybody())?;
    let title = language.pick("Attendance", "Anwesenheit");
    let mut table = Table::new("attendance", format!("{title}: {}", event.title), columns());
    let list = List {
        directory: &directory,
        event,
        data: &data,
        language,
    };
    for record in &data.recording.sessions {
        table.begin_group(record.session.title.clone(), list.facts(record));
        let mut people: Vec<PersonId> = data.signups(record).map(|(person, _)| person).collect();
        people.extend(record.attended.keys());
        people.sort_unstable_by_key(|person| ranks[person]);
        people.dedup();
        for person in people {
            table.push(list.row(record, person)?);
        }
        let mut strangers: Vec<&Unidentified> = record.unidentified.iter().collect();
        directory
            .collator()
            .sort_by_text(&mut strangers, |it| it.name.clone().unwrap_or_default());
        for stranger in strangers {
            table.push(list.stranger(record, stranger));
        }
    }
    Ok(table)
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("session", "Session", "Session").hidden_in_text(),
        Column::new("person_id", "Person no.", "Person Nr.").hidden_in_text(),
        Column::new("name", "Name", "Name"),
        Column::new("organisation", "Organisation", "Organisation"),
        Column::new("signed_up", "Signed up", "Anmeldung"),
        Column::new("verdict", "Verdict", "Ergebnis"),
        Column::new("first_joined", "First joined", "Gekommen"),
        Column::new("last_left", "Last left", "Gegangen"),
        Column::new("minutes", "Minutes", "Minuten").right(),
        Column::new("share", "Share", "Anteil").right(),
        Column::new("late_minutes", "Minutes late", "Minuten zu spät").right(),
        Column::new("rule", "Rule", "Regel").hidden_in_text(),
        Column::new("part", "Part", "Mitwirkung"),
    ]
}

/// What all rows of the list are made from.
struct List<'a> {
    directory: &'a Directory,
    event: &'a Event,
    data: &'a EventData,
    language: Language,
}

impl List<'_> {
    /// What stands under a session's heading.
    fn facts(&self, record: &SessionRecord) -> Vec<String> {
        let language = self.language;
        let rule = language.pick("rule", "Regel");
        let span = times::span(&record.session, self.event, language);
        let mut lines = vec![format!("{span} · {rule}: {}", record.rule)];
        if !record.is_recorded {
            lines.push(
                language
                    .pick("nothing recorded yet", "noch nichts erfasst")
                    .to_owned(),
            );
        }
        lines.extend(strangers_sentence(record.unidentified.len(), language));
        lines
    }

    fn row(&self, record: &SessionRecord, id: PersonId) -> Result<Vec<Cell>, StoreError> {
        let person = self.directory.person(id)?;
        let registration = self.data.registrations.get(&id);
        let mut row = vec![
            Cell::from(record.session.slug.as_str()),
            Cell::Integer(id.0),
            Cell::from(person.sort_name()),
            Cell::from(self.directory.organisation_then(person, registration)),
            Cell::from(self.data.signup(record, id).map(labels::signup_status)),
            Cell::from(self.data.verdict(record, id).map(labels::verdict)),
        ];
        row.extend(self.figures(record.attended.get(&id)));
        row.push(Cell::from(record.rule.to_string()));
        row.push(Cell::from(record.parts.get(&id).copied().map(labels::part)));
        Ok(row)
    }

    fn stranger(&self, record: &SessionRecord, stranger: &Unidentified) -> Vec<Cell> {
        let mut row = vec![
            Cell::from(record.session.slug.as_str()),
            Cell::Empty,
            Cell::from(stranger.name.clone()),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
        ];
        row.extend(self.figures(Some(&stranger.attended)));
        row.push(Cell::from(record.rule.to_string()));
        row
    }

    fn figures(&self, attended: Option<&Attended>) -> [Cell; 5] {
        let Some(attended) = attended else {
            return [const { Cell::Empty }; 5];
        };
        let clock = |moment| times::clock(moment, self.event, self.language);
        [
            Cell::from(attended.first_joined.map(clock)),
            Cell::from(attended.last_left.map(clock)),
            Cell::from(attended.minutes),
            attended.share.map_or(Cell::Empty, Cell::Percent),
            Cell::from(attended.late_minutes),
        ]
    }
}

/// Says how many stays wait for `review`; nothing when none does.
fn strangers_sentence(count: usize, language: Language) -> Option<String> {
    let sentence = match (count, language) {
        (0, _) => return None,
        (1, Language::English) => "1 stay in this session belongs to nobody yet".to_owned(),
        (1, Language::German) => "1 Aufenthalt gehört noch zu niemandem".to_owned(),
        (count, Language::English) => {
            format!("{count} stays in this session belong to nobody yet")
        }
        (count, Language::German) => format!("{count} Aufenthalte gehören noch zu niemandem"),
    };
    Some(format!("{sentence}: `rollcall review`"))
}

