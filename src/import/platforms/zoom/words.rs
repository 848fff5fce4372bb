//! The words of Zoom's headings.
//!
//! English and Japanese as real exports have them, German as parsers and help pages do; of the other
//! languages only the two words that every one of them puts into brackets: the original name behind
//! the name, and the minutes behind the duration.

use crate::import::Field;
use crate::import::forms::plain;
use crate::import::heading::field_of;
use crate::import::values::words::yes_no;

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
pub(super) const ORIGINAL_NAMES: &[&str] = &[
    "name(original name)",
    "user name(original name)",
    "name(ursprünglicher name)",
    "name(originalname)",
    "benutzername(ursprünglicher name)",
    "名前(元の名前)",
];

/// The duration in a report of unique users, folded.
pub(super) const TOTALS: &[&str] = &["total duration(minutes)", "gesamtdauer(minuten)"];

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
pub(super) fn is_original(folded: &str) -> bool {
    ORIGINAL_NAMES.contains(&folded)
        || in_brackets(folded)
            .is_some_and(|inside| ORIGINAL.iter().any(|word| inside.contains(word)))
}

/// Whether a folded heading is counted in minutes, in whatever language.
pub(super) fn is_in_minutes(folded: &str) -> bool {
    in_brackets(folded).is_some_and(|inside| {
        matches!(inside, "min" | "min." | "mins" | "dk")
            || MINUTES.iter().any(|word| inside.starts_with(word))
    })
}

/// Returns what an exact heading of people holds.
pub(super) fn known(folded: &str) -> Option<What> {
    OF_PEOPLE
        .iter()
        .find(|(word, _)| *word == folded)
        .map(|(_, what)| *what)
}

/// Returns what a folded heading says of a meeting.
pub(super) fn known_about(folded: &str) -> Option<About> {
    OF_MEETINGS
        .iter()
        .find(|(word, _)| *word == folded)
        .map(|(_, about)| *about)
}

/// Returns what a heading says of a meeting.
pub(super) fn about(cell: &str) -> Option<About> {
    known_about(&folded(cell))
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
