//! A row of a programme: the event itself, or one of its sessions.

use chrono_tz::Tz;

use super::super::layout::{Origin, pasteable};
use super::super::plan::{Plan, Problem, SetAside};
use super::super::values::dates::{self, Moment};
use super::super::values::words::{self, StatusWord};
use super::super::{Field, Record};
use super::person::list;
use crate::catalogue::Message;
use crate::formats::heading;
use crate::formats::lexicon::LEXICON;
use crate::message;
use crate::model::{EventFact, EventFacts, Keep, Part, Rule, SessionKind};
use crate::output::keyed::exports;

/// What a row of a programme describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgrammePart {
    /// The event: a row of kind `event`.
    Event,
    /// A session, of the kind given in the row.
    Session(Option<SessionKind>),
}

/// A row of a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgrammeRow {
    /// The line of the file.
    pub line: u64,
    /// What it describes.
    pub part: ProgrammePart,
    /// The event's short name.
    pub event: Option<String>,
    /// The session's short name.
    pub slug: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// Begin.
    pub start: Option<Moment>,
    /// End.
    pub end: Option<Moment>,
    /// Places.
    pub capacity: Option<i64>,
    /// Whether people come and go.
    pub drop_in: Option<bool>,
    /// Whether it does not take place.
    pub cancelled: Option<bool>,
    /// How long the data of the event is kept.
    pub keep: Option<Kept>,
    /// Room.
    pub room: Option<String>,
    /// Speakers, moderators and hosts.
    pub speakers: Vec<(Part, String)>,
    /// Time zone of the event.
    pub zone: Option<Tz>,
    /// Place of the event.
    pub place: Option<String>,
    /// Attendance rule.
    pub rule: Option<Rule>,
    /// What documents say about the event's organiser.
    pub facts: EventFacts,
}

/// How long the data of an event is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// The periods.
    pub keep: Keep,
    /// Whether the event itself does not say, and this held for the whole file that was exported.
    pub is_default: bool,
}

impl Plan {
    /// Reads a row as a part of the programme.
    ///
    /// # Errors
    /// The reason why it is set aside.
    pub fn programme(&self, record: &Record) -> Result<ProgrammeRow, SetAside> {
        if let Some(problem) = self.struck(record.line()) {
            return Err(SetAside::Rejected(problem));
        }
        self.programme_row(record).map_err(SetAside::Rejected)
    }

    fn programme_row(&self, record: &Record) -> Result<ProgrammeRow, Problem> {
        let part = self
            .checked(record, &Field::Kind, |cell| {
                if LEXICON.programme.event.are(cell) {
                    return Ok(ProgrammePart::Event);
                }
                words::session_kind(cell)
                    .map(|kind| ProgrammePart::Session(Some(kind)))
                    .ok_or_else(|| {
                        let kinds = SessionKind::ALL.map(SessionKind::as_str);
                        message!(rows::not_a_kind { cell, kinds })
                    })
            })?
            .unwrap_or(ProgrammePart::Session(None));
        let capacity = self.checked(record, &Field::Capacity, |cell| {
            cell.parse::<i64>()
                .ok()
                .filter(|places| *places >= 0)
                .ok_or_else(|| message!(rows::not_places { cell }))
        })?;
        let drop_in = self.checked(record, &Field::DropIn, |cell| {
            words::yes_no(cell).ok_or_else(|| message!(rows::cell_not_yes_no { cell }))
        })?;
        let cancelled = self
            .checked(record, &Field::IsCancelled, |cell| {
                is_cancelled(cell, self.is_headed_by_a_state())
            })?
            .flatten();
        if let Some(problem) = self.called_off_elsewhere(record) {
            return Err(problem);
        }
        let keep = self.checked(record, &Field::Keep, |cell| {
            let (text, is_default) = match cell.strip_prefix(exports::BY_DEFAULT) {
                Some(text) => (text, true),
                None => (cell, false),
            };
            match text.parse() {
                Ok(keep) => Ok(Kept { keep, is_default }),
                Err(_) => Err(message!(rows::not_a_keep { cell })),
            }
        })?;
        let zone = self.checked(record, &Field::Timezone, |cell| {
            cell.parse::<Tz>()
                .map_err(|_| message!(rows::not_a_zone { cell }))
        })?;
        let rule = self.checked(record, &Field::Rule, |cell| {
            cell.parse::<Rule>().map_err(|error| error.message())
        })?;
        Ok(ProgrammeRow {
            line: record.line(),
            part,
            event: self.text(record, &Field::Event),
            slug: self.text(record, &Field::Slug),
            title: self
                .text(record, &Field::Title)
                .or_else(|| self.text(record, &Field::Name)),
            start: self.moment_of_day(record, &Field::Start)?,
            end: self.moment(record, &Field::End)?,
            capacity,
            drop_in,
            cancelled,
            keep,
            room: self.text(record, &Field::Room),
            speakers: self.speakers(record),
            zone,
            place: self.text(record, &Field::Place).or_else(|| {
                // An event has no room; if a table has no column for the event's place, the room is its place.
                (part == ProgrammePart::Event)
                    .then(|| self.text(record, &Field::Room))
                    .flatten()
            }),
            rule,
            facts: self.facts(record),
        })
    }

    /// Whether the column that says what is cancelled has the states of the sessions, and no marks: "Status".
    fn is_headed_by_a_state(&self) -> bool {
        let column = self.layout.column(&Field::IsCancelled);
        let heading = column.map(|column| &self.layout.columns[column].heading);
        heading.is_some_and(|it| heading::meaning(it).is_none_or(|it| it.field != Field::Void))
    }

    /// Returns the problem of a row whose title or unread cell says that the session does not take place: it would be a
    /// session like any other.
    fn called_off_elsewhere(&self, record: &Record) -> Option<Problem> {
        let columns = self.layout.columns.iter().enumerate();
        columns
            .filter(|(index, column)| {
                let is_told = self.layout.origins.get(*index) == Some(&Origin::Told);
                let is_text = matches!(
                    column.field,
                    Field::Title | Field::Name | Field::Slug | Field::Status | Field::Ignore
                );
                is_text && !is_told && !self.layout.quirks.own
            })
            .find_map(|(index, column)| {
                let cell = self.cell(record, index);
                let known = &LEXICON.programme;
                if !known.called_off.begin_a_word(&cell) && !known.put_off.begin_a_word(&cell) {
                    return None;
                }
                let read = match column.field {
                    Field::Title | Field::Name | Field::Slug => column.field.to_string(),
                    _ => "ignore".to_owned(),
                };
                let reason = message!(rows::says_called_off {
                    cell: words::quotable(&cell),
                    way: pasteable(&column.heading, &read),
                });
                Some(self.problem(record, index, reason))
            })
    }

    /// Reads what documents say about the event's organiser.
    fn facts(&self, record: &Record) -> EventFacts {
        let mut facts = EventFacts {
            logos: list(self.text(record, &Field::Logos)),
            ..EventFacts::default()
        };
        for fact in EventFact::ALL {
            *facts.text_mut(fact) = self.text(record, &field_of(fact));
        }
        facts
    }

    /// Reads everybody who has a part in a session, without duplicates.
    fn speakers(&self, record: &Record) -> Vec<(Part, String)> {
        if self.layout.quirks.own {
            return list(self.text(record, &Field::Speakers))
                .iter()
                .map(|written| part_and_name(written, Part::Speaker))
                .collect();
        }
        let mut people: Vec<(Part, String)> = Vec::new();
        for (field, part) in [
            (Field::Moderators, Part::Moderator),
            (Field::Hosts, Part::Host),
            (Field::Speakers, Part::Speaker),
        ] {
            let Some(column) = self.layout.column(&field) else {
                continue;
            };
            for written in names(&self.cell(record, column)) {
                let named = part_and_name(&written, part);
                if !named.1.is_empty() && !people.contains(&named) {
                    people.push(named);
                }
            }
        }
        people
    }

    fn checked<T>(
        &self,
        record: &Record,
        field: &Field,
        read: impl FnOnce(&str) -> Result<T, Message>,
    ) -> Result<Option<T>, Problem> {
        let Some(cell) = self.text(record, field) else {
            return Ok(None);
        };
        read(&cell).map(Some).map_err(|reason| {
            self.problem(
                record,
                self.layout.column(field).unwrap_or_default(),
                reason,
            )
        })
    }
}

/// Returns the column of a fact.
fn field_of(fact: EventFact) -> Field {
    match fact {
        EventFact::Organiser => Field::Organiser,
        EventFact::Address => Field::OrganiserAddress,
        EventFact::Contact => Field::OrganiserContact,
        EventFact::Project => Field::ProjectTitle,
        EventFact::FundingReference => Field::FundingReference,
        EventFact::Funder => Field::Funder,
        EventFact::Signatory => Field::Signatory,
    }
}

/// Splits a cell into the people it names: one per line or between semicolons, and between commas and "und" if every
/// part is a full name; `Müller, Anna` is one person.
fn names(cell: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in cell.split([';', '\n', '\r']) {
        let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
        if part.is_empty() || words::is_empty_word(&part) {
            continue;
        }
        let mut joined = part.clone();
        for word in &LEXICON.sessions.joining {
            joined = joined.replace(word.as_str(), "\n");
        }
        let by_words: Vec<&str> = joined.split('\n').collect();
        let by_commas: Vec<&str> = joined.split(['\n', ',']).collect();
        match [by_commas, by_words]
            .into_iter()
            .find(|pieces| pieces.iter().all(|piece| is_full_name(piece)))
        {
            Some(pieces) => found.extend(pieces.iter().map(|piece| piece.trim().to_owned())),
            None => found.push(part),
        }
    }
    found
}

/// Whether a text is somebody's whole name: at least two words that are neither titles nor particles of a family name,
/// and not a company.
fn is_full_name(text: &str) -> bool {
    let text = text.trim();
    let name = text
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('))
        .map_or(text, |(name, _)| name);
    let is_name = |word: &&str| {
        word.starts_with(char::is_uppercase) && !word.ends_with('.') && word.chars().count() > 1
    };
    name.split([' ', ',']).filter(is_name).count() >= 2
        && !name.contains(|letter: char| letter.is_ascii_digit() || "()".contains(letter))
        && !name.split(' ').any(|word| {
            matches!(
                word,
                "GmbH" | "AG" | "e.V." | "eV" | "SE" | "KG" | "Ltd" | "Inc"
            )
        })
}

/// Reads a cell that says whether a session is cancelled: yes or no, a state, the day on which it was called off. A state
/// such as `bestätigt` says nothing, since the session may have been cancelled after the table was written; neither does a
/// yes below a heading of states: `ok`.
fn is_cancelled(cell: &str, is_of_states: bool) -> Result<Option<bool>, Message> {
    let state = words::signup_status(cell);
    let answer = words::yes_no(cell);
    if answer.is_some() && !is_of_states {
        return Ok(answer);
    }
    let is_denied = LEXICON.negates(cell) && state.is_none();
    let is_off = !is_denied
        && (matches!(state, Some(StatusWord::Cancelled | StatusWord::Denied))
            || LEXICON.programme.called_off.begin_a_word(cell)
            || dates::is_moment(cell));
    if is_off || state.is_some() {
        return Ok(is_off.then_some(true));
    }
    Err(message!(rows::not_cancelled_or_not { cell }))
}

/// Parses "Anna Müller (moderator)"; without a word in brackets the part is `usual`.
pub(super) fn part_and_name(written: &str, usual: Part) -> (Part, String) {
    if let Some((name, word)) = written
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('))
    {
        let known = &LEXICON.programme;
        let parts = [
            (&known.moderator, Part::Moderator),
            (&known.host, Part::Host),
            (&known.speaker, Part::Speaker),
        ];
        let part = parts.into_iter().find(|(words, _)| words.are(word));
        if let Some((_, part)) = part {
            return (part, name.trim().to_owned());
        }
    }
    (usual, written.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_people_in_a_cell_are_told_apart() {
        for (cell, expected) in [
            (
                "Anna Müller; Bernd Schmidt",
                &["Anna Müller", "Bernd Schmidt"][..],
            ),
            (
                "Anna Müller\nBernd Schmidt",
                &["Anna Müller", "Bernd Schmidt"],
            ),
            (
                "Dr. Anna Müller, Bernd Schmidt und Cem Öz (Moderation)",
                &["Dr. Anna Müller", "Bernd Schmidt", "Cem Öz (Moderation)"],
            ),
            ("Müller, Anna", &["Müller, Anna"]),
            ("von Berg, Anna Maria", &["von Berg, Anna Maria"]),
            (
                "Müller, Anna und Schmidt, Bernd",
                &["Müller, Anna", "Schmidt, Bernd"],
            ),
            (
                "Anna Müller, Photonik Süd GmbH",
                &["Anna Müller, Photonik Süd GmbH"],
            ),
            (
                "Anna Müller sowie Bernd Schmidt",
                &["Anna Müller", "Bernd Schmidt"],
            ),
            ("-", &[]),
        ] {
            assert_eq!(names(cell), expected, "{cell}");
        }
    }
}
