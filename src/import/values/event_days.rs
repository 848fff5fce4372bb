//! Days of an event of several, as cells choose them: `Tag 1`, `nur Montag`, `Tagesticket 03.03.`, `3. März`.

use chrono::{Datelike, NaiveDate};

use super::date_tokens::{is_weekday, month};
use crate::formats::fold;
use crate::formats::lexicon::LEXICON;

/// The shortest word that names a day of the week among other words: `Fr` is also a form of address.
const SHORTEST: usize = 4;

/// Whether a text names a day of an event from `first` to `last`; `false` if that is one day.
pub fn names_a_day(text: &str, (first, last): (NaiveDate, NaiveDate)) -> bool {
    if first >= last {
        return false;
    }
    let days: Vec<NaiveDate> = first.iter_days().take_while(|day| *day <= last).collect();
    let is_of_event = |day, month| days.iter().any(|it| (it.day(), it.month()) == (day, month));
    let has_day = |place: u32| (1..=days.len()).contains(&(place as usize));
    let is_weekday = |word: &String| word.len() >= SHORTEST && is_weekday(word);
    let is_nth = |word: &str| LEXICON.times.nth_day.are(word);
    let number = |word: &str| word.parse::<u32>().ok();
    let is_of_pair = |pair: &[String]| {
        let (one, other) = (pair[0].as_str(), pair[1].as_str());
        match (number(one), number(other)) {
            (Some(day), Some(month)) => is_of_event(day, month),
            (Some(place), None) if is_nth(other) => has_day(place),
            (None, Some(place)) if is_nth(one) => has_day(place),
            (Some(day), None) => month(other).is_some_and(|month| is_of_event(day, month)),
            _ => false,
        }
    };
    let words = fold::words(text);
    words.iter().any(is_weekday) || words.windows(2).any(is_of_pair)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_an_event_are_named_by_number_date_and_weekday() {
        let day = |day| NaiveDate::from_ymd_opt(2025, 3, day).unwrap_or_default();
        let two = (day(3), day(4));
        for text in [
            "Tag 1",
            "Day 2 only",
            "2. Tag",
            "nur Montag",
            "Tagesticket 03.03.",
            "03.03.",
            "3. März",
            "4 March",
            "Tuesday",
            "lundi",
        ] {
            assert!(names_a_day(text, two), "{text}");
            assert!(!names_a_day(text, (day(3), day(3))), "{text}");
        }
        for text in [
            "beide Tage",
            "Full conference",
            "Tag 3",
            "05.03.",
            "2-Tages-Ticket",
            "ja",
            "Halle 3",
            "2 Tage",
            "Frau",
        ] {
            assert!(!names_a_day(text, two), "{text}");
        }
    }
}
