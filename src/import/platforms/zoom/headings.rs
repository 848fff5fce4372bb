//! The headings of a table of people, by their words.

use super::words::{
    ORIGINAL_NAMES, TOTALS, What, folded, is_in_minutes, is_original, known, known_about,
};
use crate::import::heading::field_of;
use crate::import::{Field, Record};

/// The headings of a table of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Headings {
    /// What each column holds, as far as its words say; every meaning once, but the last two.
    pub(super) what: Vec<What>,
    /// Where the participants begin: behind the meeting's own columns, in a list of many meetings.
    pub(super) from: usize,
    /// Whether the words are those of a meeting's table, and of no other program's.
    pub(super) sure: bool,
}

impl Headings {
    /// Reads a record as headings of people.
    pub(super) fn of(record: &Record) -> Self {
        let mut folded: Vec<String> = record.cells().map(folded).collect();
        let width = folded.iter().rposition(|cell| !cell.is_empty());
        folded.truncate(width.map_or(0, |last| last + 1));
        let original = folded.iter().position(|cell| is_original(cell));
        let from = behind_meeting(&folded, original);
        let mut what: Vec<What> = folded
            .iter()
            .enumerate()
            .map(|(index, cell)| match known(cell) {
                _ if index < from => What::Fixed,
                _ if original == Some(index) => What::Name,
                Some(What::Name) if original.is_some() => What::Unknown,
                Some(what) => what,
                None if field_of(cell) == Some(Field::Organisation) => What::Organisation,
                None => What::Unknown,
            })
            .collect();
        fill(&mut what, &folded, What::Duration, is_in_minutes);
        fill(&mut what, &folded, What::Waiting, |cell| {
            cell.contains("waiting room") || cell.contains("warteraum")
        });
        only_once(&mut what);
        let sure = is_sure(&what, &folded, from);
        Self { what, from, sure }
    }

    /// Returns whether some column holds that.
    pub(super) fn has(&self, what: What) -> bool {
        self.what.contains(&what)
    }
}

/// Returns where the participants begin in a list of many meetings, whose columns about the meeting hold
/// another name, another address and another duration; 0 in all others.
fn behind_meeting(folded: &[String], name: Option<usize>) -> usize {
    let end = name.unwrap_or(folded.len());
    let about = || {
        let cells = folded[..end].iter().enumerate();
        cells.filter(|(_, cell)| known_about(cell).is_some())
    };
    match (name, about().map(|(column, _)| column).next_back()) {
        (Some(name), Some(_)) => name,
        // The names were lost, and the host's are no substitute.
        (None, Some(last)) if about().count() > 1 => last + 1,
        _ => 0,
    }
}

/// Gives a meaning that no exact heading has to the first heading that sounds like it.
fn fill(what: &mut [What], folded: &[String], meaning: What, sounds: impl Fn(&str) -> bool) {
    if what.contains(&meaning) {
        return;
    }
    let free = (0..what.len()).find(|&it| what[it] == What::Unknown && sounds(&folded[it]));
    if let Some(place) = free {
        what[place] = meaning;
    }
}

/// A question of the organiser may have the heading of one of Zoom's columns, which stand before it.
fn only_once(what: &mut [What]) {
    for index in 0..what.len() {
        let (before, rest) = what.split_at_mut(index);
        if rest[0] != What::Fixed && before.contains(&rest[0]) {
            rest[0] = What::Unknown;
        }
    }
}

/// Whether the words are a meeting's and no other program's.
///
/// The name stands first there; in the report of a webinar, whose words may not be known either, it
/// stands behind the word for having attended.
fn is_sure(what: &[What], folded: &[String], from: usize) -> bool {
    let has = |meaning| what.contains(&meaning);
    if has(What::Attended) {
        return false;
    }
    let any = |test: fn(&str) -> bool| folded.iter().any(|cell| test(cell));
    let first = folded.get(from).map_or("", String::as_str);
    let times = has(What::Joined) && has(What::Left);
    let minutes = any(is_in_minutes);
    let total = any(|cell| TOTALS.contains(&cell));
    (ORIGINAL_NAMES.contains(&first) || (is_original(first) && minutes))
        || (times && any(|cell| ORIGINAL_NAMES.contains(&cell)))
        || (times && minutes && (has(What::Name) || has(What::Email)))
        || (total && has(What::Name) && has(What::Email))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn what(headings: &str) -> (Vec<What>, bool) {
        let found = Headings::of(&Record::new(1, headings.split(',')));
        (found.what, found.sure)
    }

    #[test]
    fn every_spelling_of_a_meetings_headings_is_known() {
        use What::{Duration, Email, Fixed, Joined, Left, Name, Waiting};
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
            let expected = vec![Name, Email, Joined, Left, Duration];
            assert_eq!(what(headings), (expected, true), "{headings}");
        }
        assert_eq!(
            what("Name (original name),Email,Total duration (minutes),Guest,In waiting room"),
            (vec![Name, Email, Duration, Fixed, Waiting], true)
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
        use What::{Attended, Email, Joined, Left, Name, Organisation, Unknown};
        assert_eq!(
            what(
                "Attended,User Name,Email,Join Time,Leave Time,Email,Cluster / Organisation,Firma"
            )
            .0,
            [
                Attended,
                Name,
                Email,
                Joined,
                Left,
                Unknown,
                Organisation,
                Unknown
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
            found.what[3..],
            [What::Fixed, What::Fixed, What::Name, What::Email]
        );
    }
}
