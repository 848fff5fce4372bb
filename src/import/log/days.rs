//! The day of times without a date, and whether a log belongs to the event's days at all.

use chrono::{NaiveDate, TimeDelta};

use super::stays::Log;
use crate::model::{Event, Instant};

/// Returns the text before the time in a cell; all of it if there is no time.
pub(super) fn day_of(cell: &str) -> &str {
    let before = cell.find(':').and_then(|clock| cell.get(..clock));
    let day = before.and_then(|before| before.rsplit_once(' '));
    day.map_or(cell, |(day, _)| day)
}

/// Returns the first day of a log if none of its moments is on a day of the event or adjacent to one.
pub(super) fn other_day(log: &Log, event: &Event) -> Option<NaiveDate> {
    let day = |instant: Instant| instant.with_timezone(&event.zone).date_naive();
    let (first, last) = (day(event.start), day(event.end));
    let one = TimeDelta::days(1);
    let mut met = log
        .lines
        .iter()
        .filter_map(|line| line.says.as_ref().ok())
        .flat_map(|stay| [stay.joined_at, stay.left_at])
        .chain(log.meetings.iter().map(|meeting| meeting.start))
        .flatten()
        .map(day)
        .peekable();
    let earliest = *met.peek()?;
    (!met.any(|day| day + one >= first && day - one <= last)).then_some(earliest)
}

/// Finds the only date in a file's name: `LearningDashboard_Bar_2020-10-08.csv`, `participants_812_2020_10_08.csv`,
/// `Teilnahme 08.10.2020.csv`.
pub(super) fn day_in_name(name: &str) -> Option<NaiveDate> {
    let numbers: Vec<(&str, usize)> = name
        .split(|letter: char| !letter.is_ascii_digit())
        .map(|digits| (digits, digits.len()))
        .collect();
    let number = |digits: &str| digits.parse::<u32>().ok();
    let mut found = numbers.windows(3).filter_map(|three| {
        let [(a, a_long), (b, b_long), (c, c_long)] = three else {
            return None;
        };
        let (year, month, day) = match (a_long, b_long, c_long) {
            (4, 1..=2, 1..=2) => (a, b, c),
            // With dots the day comes first in every language that uses them.
            (1..=2, 1..=2, 4) if name.contains(&format!("{a}.{b}.{c}")) => (c, b, a),
            _ => return None,
        };
        let year = i32::try_from(number(year)?).ok()?;
        NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)
            .filter(|_| (1990..2100).contains(&year))
    });
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    #[test]
    fn a_day_is_found_in_a_name_when_there_is_one() {
        for (name, expected) in [
            ("LearningDashboard_Bar_2020-10-08.csv", "2020-10-08"),
            ("participants_81234567890_2020_10_08.csv", "2020-10-08"),
            ("participants_81234567890_2020_10_08 (1).csv", "2020-10-08"),
            ("Teilnahme 8.10.2020.csv", "2020-10-08"),
            ("participants_81234567890.csv", ""),
            ("8-10-2020.csv", ""),
            ("2020-10-08 bis 2020-10-09.csv", ""),
            ("2020-13-40.csv", ""),
        ] {
            assert_eq!(day_in_name(name), day(expected), "{name}");
        }
    }
}
