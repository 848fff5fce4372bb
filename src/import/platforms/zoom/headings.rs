//! The headings of a table of people, by their words.

use super::super::table::{Fields, distinct, place};
use super::words::{is_about_waiting, is_in_minutes, is_original, platform};
use crate::import::heading::field_of;
use crate::import::{Field, Record};

/// The headings of a table of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Headings {
    /// The meanings of the columns, as far as their words are known; unused columns are ignored.
    pub(super) fields: Fields,
    /// The first column of the participants: after the meeting's own columns, in a list of many meetings.
    pub(super) from: usize,
    /// Whether the words identify a meeting's table, and not that of another program.
    pub(super) sure: bool,
}

impl Headings {
    /// Reads a record as headings of a table of people.
    pub(super) fn of(record: &Record) -> Self {
        let cells: Vec<&str> = record.cells().take(record.filled()).collect();
        let original = cells.iter().position(|cell| is_original(cell));
        let from = behind_meeting(&cells, original);
        let meaning = |(index, cell): (usize, &&str)| match platform().column(cell) {
            _ if index < from => Some(Field::Ignore),
            _ if original == Some(index) => Some(Field::Name),
            Some(Field::Name) if original.is_some() => None,
            Some(field) => Some(field.clone()),
            None => field_of(cell).filter(|field| *field == Field::Organisation),
        };
        let mut fields: Fields = cells.iter().enumerate().map(meaning).collect();
        fill(&mut fields, &cells, Field::Duration, is_in_minutes);
        fill(&mut fields, &cells, Field::Absent, is_about_waiting);
        // A question of the organiser may have the heading of one of Zoom's columns, which come before it.
        let fields = distinct(fields.into_iter());
        let sure = is_sure(&fields, &cells, from);
        Self { fields, from, sure }
    }

    /// Returns whether a column has this meaning.
    pub(super) fn has(&self, field: &Field) -> bool {
        place(&self.fields, field).is_some()
    }
}

/// Returns the first column of the participants in a list of many meetings, whose columns about the meeting have
/// another name, another address and another duration; 0 in all other tables.
fn behind_meeting(cells: &[&str], name: Option<usize>) -> usize {
    let before = &cells[..name.unwrap_or(cells.len())];
    let is_about = |cell: &&str| platform().about(cell).is_some();
    match (name, before.iter().rposition(is_about)) {
        (Some(name), Some(_)) => name,
        // The names were lost, and the host's name is not a substitute.
        (None, Some(last)) if before.iter().filter(|it| is_about(it)).count() > 1 => last + 1,
        _ => 0,
    }
}

/// Gives a meaning without an exact heading to the first heading that resembles it.
fn fill(fields: &mut Fields, cells: &[&str], meaning: Field, sounds: impl Fn(&str) -> bool) {
    if place(fields, &meaning).is_some() {
        return;
    }
    let mut places = fields.iter_mut().zip(cells);
    if let Some((free, _)) = places.find(|(field, cell)| field.is_none() && sounds(cell)) {
        *free = Some(meaning);
    }
}

/// Whether the words identify a meeting's table and not that of another program.
///
/// The name comes first there; in the report of a webinar, whose words may be unknown as well, it comes after the word
/// for having attended.
fn is_sure(fields: &Fields, cells: &[&str], from: usize) -> bool {
    let has = |field| fields.contains(&Some(field));
    if has(Field::Present) {
        return false;
    }
    let any = |test: &dyn Fn(&str) -> bool| cells.iter().any(|cell| test(cell));
    let is_name = |cell: &str| platform().is_mark("original_name", cell);
    let first = cells.get(from).copied().unwrap_or_default();
    let times = has(Field::JoinedAt) && has(Field::LeftAt);
    let minutes = any(&is_in_minutes);
    let total = any(&|cell| platform().is_mark("total", cell));
    (is_name(first) || (is_original(first) && minutes))
        || (times && any(&is_name))
        || (times && minutes && (has(Field::Name) || has(Field::Email)))
        || (total && has(Field::Name) && has(Field::Email))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn what(headings: &str) -> (Fields, bool) {
        let found = Headings::of(&Record::new(1, headings.split(',')));
        (found.fields, found.sure)
    }

    #[test]
    fn every_spelling_of_a_meetings_headings_is_known() {
        use Field::{Absent, Duration, Email, Ignore, JoinedAt, LeftAt, Name};
        for headings in [
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)",
            "\u{feff}Name (original name),User Email,Join time,Leave time,Duration (minutes)",
            "User Name (Original Name),Email,Join Time,Leave Time,Duration (Minutes)",
            "NAME  (ORIGINAL\u{a0}NAME) ,E-Mail,JOIN TIME,LEAVE TIME,DURATION(MINUTES)",
            "Name (ursprünglicher Name),E-Mail,Beitrittszeit,Austrittszeit,Dauer (Minuten)",
            "Name (Originalname),Benutzer-E-Mail,Zeitpunkt des Beitritts,Zeitpunkt des Verlassens,Dauer (Min.)",
            "名前 (元の名前),ユーザーメール,参加時刻,退出時刻,所要時間（分）",
            "Name,User Email,Join Time,Leave Time,Duration (Minutes)",
        ] {
            let expected = [Name, Email, JoinedAt, LeftAt, Duration].map(Some).to_vec();
            assert_eq!(what(headings), (expected, true), "{headings}");
        }
        assert_eq!(
            what("Name (original name),Email,Total duration (minutes),Guest,In waiting room"),
            (
                [Name, Email, Duration, Ignore, Absent].map(Some).to_vec(),
                true
            )
        );
    }

    #[test]
    fn headings_of_other_programs_are_not_taken_for_zooms() {
        for headings in [
            "Name,Email,Duration,Time joined,Time exited",
            "Full Name,Join Time,Leave Time,Duration,Email,Role",
            "Name,E-Mail,Dauer (Minuten)",
            "Attended,Last Name,First Name,Email Address,Join Time,Leave Time,Time in Session",
            "Titel (Original),Autor",
            "Name;Joined;Left",
        ] {
            assert!(!what(headings).1, "{headings}");
        }
    }

    #[test]
    fn a_question_with_the_heading_of_a_fixed_column_is_a_question() {
        use Field::{Email, JoinedAt, LeftAt, Name, Organisation, Present};
        assert_eq!(
            what(
                "Attended,User Name,Email,Join Time,Leave Time,Email,Cluster / Organisation,Firma"
            )
            .0,
            [
                Some(Present),
                Some(Name),
                Some(Email),
                Some(JoinedAt),
                Some(LeftAt),
                None,
                Some(Organisation),
                None
            ]
        );
    }

    #[test]
    fn a_list_of_many_meetings_says_who_was_there_behind_the_meeting() {
        let found = Headings::of(&Record::new(
            1,
            [
                "Topic",
                "Meeting ID",
                "User Name",
                "User Email",
                "Duration (Minutes)",
                "Name (Original Name)",
                "User Email",
            ],
        ));
        assert_eq!(found.from, 5);
        assert_eq!(
            found.fields[3..],
            [Field::Ignore, Field::Ignore, Field::Name, Field::Email].map(Some)
        );
    }
}
