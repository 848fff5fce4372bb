//! The words of Zoom's headings.
//!
//! English and Japanese as real exports have them, German as parsers and help pages do; of the other
//! languages only the two words that every one of them puts into brackets: the original name behind
//! the name, and the minutes behind the duration.

use crate::import::forms::plain;
use crate::import::heading::field_of;
use crate::import::values::words::yes_no;
use crate::import::{Field, Record};

/// What a column of a table of people holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// Whether somebody who had registered was there.
    Attended,
    /// The name as displayed.
    Name,
    /// Given names, as registered.
    Given,
    /// The family name, as registered.
    Family,
    /// The address.
    Email,
    /// When they came.
    Joined,
    /// When they left.
    Left,
    /// How long they were there, in minutes.
    Duration,
    /// Whether the row is a wait at the door.
    Waiting,
    /// A question for the organisation.
    Organisation,
    /// Something else that Zoom writes, which is not taken.
    Fixed,
    /// A question of the organiser, or a heading in an unknown language.
    Unknown,
}

impl What {
    /// Returns the field the organiser is shown.
    pub(super) fn field(self) -> Field {
        match self {
            Self::Attended | Self::Waiting => Field::Status,
            Self::Name => Field::Name,
            Self::Given => Field::GivenName,
            Self::Family => Field::FamilyName,
            Self::Email => Field::Email,
            Self::Joined => Field::JoinedAt,
            Self::Left => Field::LeftAt,
            Self::Duration => Field::Duration,
            Self::Organisation => Field::Organisation,
            Self::Fixed => Field::Ignore,
            Self::Unknown => Field::Answer,
        }
    }
}

/// What a column of the meeting's own table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    Topic,
    Id,
    Host,
    Start,
    End,
    Participants,
}

/// Headings of people, folded.
const OF_PEOPLE: &[(&str, What)] = &[
    ("attended", What::Attended),
    ("teilgenommen", What::Attended),
    ("name", What::Name),
    ("user name", What::Name),
    ("benutzername", What::Name),
    ("first name", What::Given),
    ("vorname", What::Given),
    ("last name", What::Family),
    ("nachname", What::Family),
    ("user email", What::Email),
    ("email", What::Email),
    ("e-mail", What::Email),
    ("email address", What::Email),
    ("e-mail-adresse", What::Email),
    ("benutzer-e-mail", What::Email),
    ("nutzer-e-mail", What::Email),
    ("ユーザーメール", What::Email),
    ("join time", What::Joined),
    ("beitrittszeit", What::Joined),
    ("zeitpunkt des beitritts", What::Joined),
    ("参加時刻", What::Joined),
    ("leave time", What::Left),
    ("austrittszeit", What::Left),
    ("zeitpunkt des verlassens", What::Left),
    ("退出時刻", What::Left),
    ("duration(minutes)", What::Duration),
    ("total duration(minutes)", What::Duration),
    ("time in session(minutes)", What::Duration),
    ("dauer(minuten)", What::Duration),
    ("gesamtdauer(minuten)", What::Duration),
    ("所要時間(分)", What::Duration),
    ("in waiting room", What::Waiting),
    ("in warteraum", What::Waiting),
    ("im warteraum", What::Waiting),
    ("guest", What::Fixed),
    ("is guest", What::Fixed),
    ("gast", What::Fixed),
    ("ist gast", What::Fixed),
    ("recording consent", What::Fixed),
    ("recording disclaimer response", What::Fixed),
    ("attentiveness score", What::Fixed),
    ("registration time", What::Fixed),
    ("approval status", What::Fixed),
    ("phone", What::Fixed),
    ("source name", What::Fixed),
    ("country/region", What::Fixed),
    ("country/region name", What::Fixed),
];

/// Headings of a meeting, folded.
const OF_MEETINGS: &[(&str, About)] = &[
    ("topic", About::Topic),
    ("thema", About::Topic),
    ("トピック", About::Topic),
    ("meeting id", About::Id),
    ("meeting-id", About::Id),
    ("webinar id", About::Id),
    ("webinar-id", About::Id),
    ("id", About::Id),
    ("ミーティングid", About::Id),
    ("ミーティング id", About::Id),
    ("host", About::Host),
    ("gastgeber", About::Host),
    ("ホスト", About::Host),
    ("start time", About::Start),
    ("actual start time", About::Start),
    ("startzeit", About::Start),
    ("tatsächliche startzeit", About::Start),
    ("開始時刻", About::Start),
    ("開始時間", About::Start),
    ("end time", About::End),
    ("endzeit", About::End),
    ("終了時刻", About::End),
    ("終了時間", About::End),
    ("participants", About::Participants),
    ("teilnehmer", About::Participants),
    ("参加者", About::Participants),
];

/// Headings of names that no other program writes, folded.
const ORIGINAL_NAMES: &[&str] = &[
    "name(original name)",
    "user name(original name)",
    "name(ursprünglicher name)",
    "name(originalname)",
    "benutzername(ursprünglicher name)",
    "名前(元の名前)",
];

/// What stands in brackets behind the name, in every language, or begins so.
const ORIGINAL: &[&str] = &[
    "original",
    "ursprüng",
    "ursprung",
    "oryginal",
    "origin",
    "originel",
    "oorspronk",
    "orijinal",
    "asli",
    "gốc",
    "исходн",
    "元の",
    "原名",
    "原始",
    "원래",
];

/// What stands in brackets behind the duration, in every language, or begins so.
const MINUTES: &[&str] = &["minut", "мин", "分", "분", "dakika", "menit", "phút"];

/// Yes and no in the languages of Zoom that the general list does not know.
const YES: &[&str] = &[
    "sí", "si", "sì", "oui", "sim", "tak", "да", "はい", "是", "예", "evet", "có", "ya",
];
const NO: &[&str] = &[
    "non",
    "não",
    "nie",
    "нет",
    "いいえ",
    "否",
    "아니요",
    "hayır",
    "nee",
    "nej",
    "không",
    "tidak",
];

/// Returns a heading in lower case, brackets half as wide and without the blank before them.
pub(super) fn folded(cell: &str) -> String {
    plain(cell)
        .replace('（', "(")
        .replace('）', ")")
        .replace(" (", "(")
}

/// Reads a yes or a no in Zoom's languages.
pub(super) fn said_yes(cell: &str) -> Option<bool> {
    yes_no(cell).or_else(|| {
        let word = plain(cell);
        let known = |list: &[&str]| list.contains(&word.as_str());
        (known(YES) || known(NO)).then(|| known(YES))
    })
}

/// Returns what stands in the brackets at the end of a folded heading.
fn in_brackets(folded: &str) -> Option<&str> {
    let (_, inside) = folded.strip_suffix(')')?.rsplit_once('(')?;
    Some(inside.trim())
}

/// Whether a folded heading is a name with the original one in brackets, in whatever language.
fn is_original(folded: &str) -> bool {
    ORIGINAL_NAMES.contains(&folded)
        || in_brackets(folded)
            .is_some_and(|inside| ORIGINAL.iter().any(|word| inside.contains(word)))
}

/// Whether a folded heading is counted in minutes, in whatever language.
fn is_in_minutes(folded: &str) -> bool {
    in_brackets(folded).is_some_and(|inside| {
        matches!(inside, "min" | "min." | "mins" | "dk")
            || MINUTES.iter().any(|word| inside.starts_with(word))
    })
}

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
        let folded: Vec<String> = record.cells().map(folded).collect();
        let original = folded.iter().position(|cell| is_original(cell));
        let topic = folded
            .iter()
            .position(|cell| cell_about(cell) == Some(About::Topic));
        let from = original
            .filter(|name| topic.is_some_and(|topic| topic < *name))
            .unwrap_or(0);
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
        let sure = is_sure(&what, &folded);
        Self { what, from, sure }
    }

    /// Returns whether some column holds that.
    pub(super) fn has(&self, what: What) -> bool {
        self.what.contains(&what)
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

fn known(folded: &str) -> Option<What> {
    OF_PEOPLE
        .iter()
        .find(|(word, _)| *word == folded)
        .map(|(_, what)| *what)
}

fn is_sure(what: &[What], folded: &[String]) -> bool {
    let has = |meaning| what.contains(&meaning);
    let named = folded
        .iter()
        .any(|cell| ORIGINAL_NAMES.contains(&cell.as_str()));
    let original = folded.iter().any(|cell| is_original(cell));
    let minutes = folded.iter().any(|cell| is_in_minutes(cell));
    let total = folded.iter().any(|cell| {
        matches!(
            cell.as_str(),
            "total duration(minutes)" | "gesamtdauer(minuten)"
        )
    });
    if has(What::Attended) {
        return false;
    }
    named
        || (original && minutes)
        || (has(What::Joined)
            && has(What::Left)
            && minutes
            && (has(What::Name) || has(What::Email)))
        || (total && has(What::Name) && has(What::Email))
}

fn cell_about(folded: &str) -> Option<About> {
    OF_MEETINGS
        .iter()
        .find(|(word, _)| *word == folded)
        .map(|(_, about)| *about)
}

/// Returns what a heading says of a meeting.
pub(super) fn about(cell: &str) -> Option<About> {
    cell_about(&folded(cell))
}

/// Whether a heading is one of a list made by hand, or of our own.
pub(super) fn is_of_a_list(cell: &str) -> bool {
    matches!(
        field_of(cell),
        Some(Field::JoinedAt | Field::LeftAt | Field::Start | Field::End)
    )
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

    #[test]
    fn yes_and_no_are_read_in_many_languages() {
        for (yes, no) in [
            ("Yes", "No"),
            ("Ja", "Nein"),
            ("はい", "いいえ"),
            ("Tak", "Nie"),
            ("Sí", "no"),
        ] {
            assert_eq!(
                (said_yes(yes), said_yes(no)),
                (Some(true), Some(false)),
                "{yes}"
            );
        }
        assert_eq!(said_yes("perhaps"), None);
    }
}
