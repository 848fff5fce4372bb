//! Language-dependent parts of letters: salutations, dates in words, lists of names.

use chrono::{Datelike, NaiveDate};

use super::Language;
use crate::catalogue::messages::days::{
    APRIL, AUGUST, DECEMBER, FEBRUARY, FRIDAY, JANUARY, JULY, JUNE, MARCH, MAY, MONDAY, NOVEMBER,
    OCTOBER, SATURDAY, SEPTEMBER, SUNDAY, THURSDAY, TUESDAY, WEDNESDAY,
};
use crate::catalogue::{Message, Wording};
use crate::message;

/// The months of a year, in order.
const MONTHS: [Wording; 12] = [
    JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER,
    DECEMBER,
];

/// The days of a week, from Monday on.
pub const WEEKDAYS: [Wording; 7] = [
    MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY,
];

/// Returns the language to write to somebody in: their own (`de`, `de-AT`) if the program supports it.
pub fn language_of_reader(own: Option<&str>, otherwise: Language) -> Language {
    let code = own.and_then(|own| own.trim().split(['-', '_']).next());
    code.and_then(|code| code.parse().ok()).unwrap_or(otherwise)
}

/// Returns the salutation of a letter, without a comma after it.
///
/// | | titled | without a title |
/// | --- | --- | --- |
/// | English | Dear Dr. Müller | Dear Anna Müller |
/// | German | Guten Tag Dr. Anna Müller | Guten Tag Anna Müller |
///
/// The data do not include gender, and it is not guessed from given names: "Herr" and "Frau" are out of the question,
/// and so are "Sehr geehrte" and "Sehr geehrter". Only the titles of professors and doctors are used: a `Dipl.-Ing.` is
/// Anna Müller in a letter, `Prof. Dr. rer. nat.` is `Prof.` in English and `Prof. Dr.` in German, as is usual.
pub fn salutation(title: Option<&str>, given: &str, family: &str, language: Language) -> String {
    let [professor, doctor] = spoken(title.unwrap_or_default());
    let title = match (professor, doctor) {
        _ if family.is_empty() => "none",
        (true, true) => "both",
        (true, false) => "professor",
        (false, true) => "doctor",
        (false, false) => "none",
    };
    let name = message!(letters::name {
        title,
        given,
        family
    })
    .in_language(language);
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let dear = message!(letters::dear { name }).in_language(language);
    dear.trim_end().to_owned()
}

/// Returns whether a title contains that of a professor, and whether it contains that of a doctor.
fn spoken(title: &str) -> [bool; 2] {
    let title = title.to_lowercase();
    let words = || title.split(|it: char| !it.is_alphanumeric());
    [
        words().any(|it| matches!(it, "prof" | "professor" | "professorin" | "profin")),
        words().any(|it| matches!(it, "dr" | "drs" | "ddr" | "drin" | "doktor" | "doctor")),
    ]
}

/// Returns a date in words: `8 October 2020`, `8. Oktober 2020`.
pub fn day_in_words(day: NaiveDate, language: Language) -> String {
    written_out(day).in_language(language)
}

/// Returns a range of dates in words: `12–13 June 2024`, `30. Mai – 2. Juni 2024`; a single date if both are the same.
pub fn days_in_words(first: NaiveDate, last: NaiveDate, language: Language) -> String {
    if first == last {
        return day_in_words(first, language);
    }
    let end = day_in_words(last, language);
    let start = if first.year() != last.year() {
        day_in_words(first, language)
    } else if first.month() != last.month() {
        day_and_month(first).in_language(language)
    } else {
        let day = first.day();
        return message!(days::of_one_month { day, end }).in_language(language);
    };
    format!("{start} – {end}")
}

/// Returns the first and the last day of several, for a sentence that names both: `12.` and `13. Juni 2024`.
pub fn first_and_last_day(first: NaiveDate, last: NaiveDate, language: Language) -> [String; 2] {
    let end = day_in_words(last, language);
    let start = if first.year() != last.year() {
        day_in_words(first, language)
    } else if first.month() != last.month() {
        day_and_month(first).in_language(language)
    } else {
        message!(days::of_the_same_month { day: first.day() }).in_language(language)
    };
    [start, end]
}

/// Removes the full stop of a sentence that ends with a title with its own punctuation: `… shores?`
pub fn one_stop(mut sentence: String) -> String {
    if let Some(title) = sentence.strip_suffix('.')
        && title.ends_with(['?', '!', '.', '…'])
    {
        sentence.pop();
    }
    sentence
}

/// Returns a date in words.
pub fn written_out(day: NaiveDate) -> Message {
    let month = MONTHS[day.month0() as usize];
    message!(days::date {
        day: day.day(),
        month,
        year: day.year()
    })
}

/// Returns a date in words, without its year.
pub fn day_and_month(day: NaiveDate) -> Message {
    let month = MONTHS[day.month0() as usize];
    message!(days::day_and_month {
        day: day.day(),
        month
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: Language = Language::En;
    const GERMAN: Language = Language::De;

    #[test]
    fn a_title_that_asks_needs_no_stop() {
        let said = |sentence: &str| one_stop(sentence.to_owned());
        assert_eq!(
            said("As a speaker: New shores?."),
            "As a speaker: New shores?"
        );
        assert_eq!(
            said("As a speaker: New shores."),
            "As a speaker: New shores."
        );
    }

    #[test]
    fn several_days_say_their_month_once() {
        let said = |first: &str, last: &str| {
            [ENGLISH, GERMAN]
                .map(|it| days_in_words(first.parse().unwrap(), last.parse().unwrap(), it))
        };
        assert_eq!(
            said("2024-06-12", "2024-06-13"),
            ["12–13 June 2024", "12.–13. Juni 2024"]
        );
        assert_eq!(
            said("2024-05-30", "2024-06-02"),
            ["30 May – 2 June 2024", "30. Mai – 2. Juni 2024"]
        );
        assert_eq!(
            said("2024-12-31", "2025-01-01"),
            [
                "31 December 2024 – 1 January 2025",
                "31. Dezember 2024 – 1. Januar 2025"
            ]
        );
        assert_eq!(said("2024-06-12", "2024-06-12")[0], "12 June 2024");
    }

    #[test]
    fn professors_and_doctors_are_addressed_as_such_and_nobody_s_gender_is_guessed() {
        let cases = [
            ("", "Dear Anna Müller", "Guten Tag Anna Müller"),
            ("Dr.", "Dear Dr. Müller", "Guten Tag Dr. Anna Müller"),
            ("Dr.-Ing.", "Dear Dr. Müller", "Guten Tag Dr. Anna Müller"),
            (
                "PD Dr. phil. habil.",
                "Dear Dr. Müller",
                "Guten Tag Dr. Anna Müller",
            ),
            ("Prof.", "Dear Prof. Müller", "Guten Tag Prof. Anna Müller"),
            (
                "Univ.-Prof. Dr. rer. nat.",
                "Dear Prof. Müller",
                "Guten Tag Prof. Dr. Anna Müller",
            ),
            ("Dipl.-Ing.", "Dear Anna Müller", "Guten Tag Anna Müller"),
            ("MBA", "Dear Anna Müller", "Guten Tag Anna Müller"),
        ];
        for (title, english, german) in cases {
            let said = |language| salutation(Some(title), "Anna", "Müller", language);
            assert_eq!([said(ENGLISH), said(GERMAN)], [english, german], "{title}");
        }
    }

    #[test]
    fn whoever_has_one_name_is_addressed_by_it() {
        assert_eq!(salutation(None, "", "Björk", GERMAN), "Guten Tag Björk");
        assert_eq!(salutation(None, "Anna", "", ENGLISH), "Dear Anna");
        assert_eq!(salutation(Some("Dr."), "Anna", "", ENGLISH), "Dear Anna");
        assert_eq!(salutation(None, "", "", GERMAN), "Guten Tag");
    }

    #[test]
    fn a_day_is_said_in_words() {
        let said = |text: &str| [ENGLISH, GERMAN].map(|it| day_in_words(text.parse().unwrap(), it));
        assert_eq!(said("2020-10-08"), ["8 October 2020", "8. Oktober 2020"]);
        assert_eq!(said("2021-03-31"), ["31 March 2021", "31. März 2021"]);
        for month in 1..=12 {
            let [english, german] = said(&format!("2020-{month:02}-01"));
            assert!(english.len() > "1  2020".len() && german.len() > "1.  2020".len());
        }
    }

    #[test]
    fn somebody_s_own_language_comes_first_where_it_is_spoken_here() {
        for (own, expected) in [
            (None, ENGLISH),
            (Some("de"), GERMAN),
            (Some("de-AT"), GERMAN),
            (Some("fr-BE"), Language::Fr),
            (Some("xx"), ENGLISH),
        ] {
            assert_eq!(language_of_reader(own, ENGLISH), expected, "{own:?}");
        }
    }
}
