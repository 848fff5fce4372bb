//! Days in words: `Thursday, 8 October 2020`.

use super::{Wording, wordings};

wordings! {
    /// A day in words.
    DATE = "{day} {month} {year}", "{day}. {month} {year}";
    /// A day in words, with the day of the week.
    DAY = "{weekday}, {date}", "{weekday}, {date}";
    /// From one time to another of the same day, in a zone.
    ON_ONE_DAY = "{day}, {start}–{end} ({zone})", "{day}, {start}–{end} Uhr ({zone})";
    /// From a time of one day to a time of another, in a zone.
    OVER_DAYS = "{day}, {start}, to {last_day}, {end} ({zone})", "{day}, {start} Uhr, bis {last_day}, {end} Uhr ({zone})";
    /// A month.
    JANUARY = "January", "Januar";
    /// A month.
    FEBRUARY = "February", "Februar";
    /// A month.
    MARCH = "March", "März";
    /// A month.
    APRIL = "April", "April";
    /// A month.
    MAY = "May", "Mai";
    /// A month.
    JUNE = "June", "Juni";
    /// A month.
    JULY = "July", "Juli";
    /// A month.
    AUGUST = "August", "August";
    /// A month.
    SEPTEMBER = "September", "September";
    /// A month.
    OCTOBER = "October", "Oktober";
    /// A month.
    NOVEMBER = "November", "November";
    /// A month.
    DECEMBER = "December", "Dezember";
    /// A day of the week.
    MONDAY = "Monday", "Montag";
    /// A day of the week.
    TUESDAY = "Tuesday", "Dienstag";
    /// A day of the week.
    WEDNESDAY = "Wednesday", "Mittwoch";
    /// A day of the week.
    THURSDAY = "Thursday", "Donnerstag";
    /// A day of the week.
    FRIDAY = "Friday", "Freitag";
    /// A day of the week.
    SATURDAY = "Saturday", "Samstag";
    /// A day of the week.
    SUNDAY = "Sunday", "Sonntag";
}

/// The months of a year, in order.
pub const MONTHS: [Wording; 12] = [
    JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER,
    DECEMBER,
];

/// The days of a week, from Monday on.
pub const WEEKDAYS: [Wording; 7] = [
    MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY,
];
