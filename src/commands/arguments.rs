//! Values on the command line that several commands read.

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

use crate::error::Error;
use crate::identity::normalize_address;
use crate::import::values::dates::{self, DateProblem};
use crate::intake::{self, IntakeError};
use crate::model::time::{self, Reading};
use crate::model::{Instant, Person, Rule};
use crate::store::Reader;

/// Reads a time: with a date, or the time of day on `day`; in `zone` unless it says otherwise.
pub(super) fn instant(text: &str, day: Option<NaiveDate>, zone: Tz) -> Result<Instant, Error> {
    let moment = dates::parse(text, None).map_err(|problem| match problem {
        // One cell has no others beside it that would tell the order: nothing is guessed.
        DateProblem::Ambiguous {
            day_first,
            month_first,
            ..
        } => Error::usage(problem.to_string()).hinted(format!(
            "write {} or {}",
            unambiguous(day_first),
            unambiguous(month_first)
        )),
        DateProblem::NotADate => {
            Error::usage(format!("`{text}` is no date or time")).hinted(TIME_HINT)
        }
        problem => Error::usage(problem.to_string()).hinted(TIME_HINT),
    })?;
    let no_date = || Error::usage(format!("`{text}` has no date")).hinted(TIME_HINT);
    let resolved = dates::resolve(moment, day, zone).ok_or_else(no_date)?;
    match resolved.reading {
        Reading::Once => Ok(resolved.instant),
        Reading::Skipped => Err(Error::usage(dates::skipped(moment, day, zone))
            .hinted("give a time that clocks show, or one with its offset, such as 02:30+01:00")),
        Reading::Twice => Err(twice(text, resolved.instant, zone)),
    }
}

/// Reads the end of something that starts at `start`: a time of day is on the day it starts, and `00:00`
/// the midnight after that.
pub(super) fn end_after(text: &str, start: Instant, zone: Tz) -> Result<Instant, Error> {
    let day = start.with_timezone(&zone).date_naive();
    let is_midnight = dates::parse(text, None).is_ok_and(dates::Moment::is_bare_midnight);
    let end = instant(text, Some(day), zone)?;
    match day.succ_opt() {
        Some(next) if is_midnight && end <= start => instant(text, Some(next), zone),
        _ => Ok(end),
    }
}

/// Refuses a time that clocks show twice: whoever types it knows which one is meant.
fn twice(text: &str, first: Instant, zone: Tz) -> Error {
    let offset = |instant: Instant| instant.with_timezone(&zone).format("%:z").to_string();
    let second = time::second_reading(first, zone).unwrap_or(first);
    Error::usage(format!(
        "clocks in {zone} show `{text}` twice that day, as they go back"
    ))
    .hinted(format!(
        "write the offset behind it: {} for the first time, {} for the second",
        offset(first),
        offset(second)
    ))
}

/// Returns `2020-10-08 (08.10.2020)`.
fn unambiguous(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%Y-%m-%d (%d.%m.%Y)")
}

const TIME_HINT: &str =
    "write `YYYY-MM-DD HH:MM`, `DD.MM.YYYY HH:MM`, or HH:MM where the day is clear";

/// Reads a rule, for clap.
pub(super) fn parse_rule(text: &str) -> Result<Rule, String> {
    text.parse()
        .map_err(|error: crate::model::RuleError| error.to_string())
}

/// Reads a zone, for clap.
pub(super) fn parse_zone(text: &str) -> Result<Tz, String> {
    text.parse()
        .map_err(|_| "no such time zone: write Europe/Berlin, for example".to_owned())
}

/// Returns midnight-to-midnight days apart: whether a text has no time of day.
pub(super) fn is_date_only(text: &str) -> bool {
    dates::parse(text, None).is_ok_and(|moment| moment.time.is_none())
}

/// The last minute of a day, for an event that ends on a date without a time.
pub(super) fn end_of_day(day: NaiveDate, zone: Tz) -> Instant {
    let last = NaiveTime::from_hms_opt(23, 59, 0).unwrap_or_default();
    time::from_local(day.and_time(last), zone)
}

/// Reads an e-mail address; a wrong one is not repeated, since errors get pasted into mails.
pub(super) fn address(text: &str) -> Result<String, Error> {
    normalize_address(text).ok_or_else(|| {
        Error::usage("this is not an e-mail address")
            .hinted("write it as name@example.org, and nothing else")
    })
}

/// Reads the number of places; nothing, or `none`, is no limit.
pub(super) fn capacity(text: &str) -> Result<Option<i64>, Error> {
    match text.trim() {
        "" | "none" => Ok(None),
        number => match number.parse() {
            Ok(places) if places >= 0 => Ok(Some(places)),
            _ => Err(Error::usage(format!("`{number}` is no number of places"))
                .hinted("write a number, or none for no limit")),
        },
    }
}

/// Returns what an option says, where an empty value takes away what was there.
pub(super) fn or_nothing(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Returns a name without spaces around it, and with single ones inside.
pub(super) fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Finds a person by number, address or name; an address that is nobody's is not repeated.
pub(super) fn person(reader: &Reader<'_>, reference: &str) -> Result<Person, Error> {
    intake::find_person(reader, reference).map_err(|error| without_address(error, reference))
}

/// Finds everybody who is named, each once, in the order they are named.
pub(super) fn people(reader: &Reader<'_>, references: &[String]) -> Result<Vec<Person>, Error> {
    let mut people: Vec<Person> = Vec::new();
    for reference in references {
        let found = person(reader, reference)?;
        if people.iter().all(|known| known.id != found.id) {
            people.push(found);
        }
    }
    Ok(people)
}

/// Makes an error of one about a reference, without the address that the reference may be.
pub(super) fn without_address(error: IntakeError, reference: &str) -> Error {
    let mut made = Error::from(error);
    if reference.contains('@') {
        let named = format!("`{reference}`");
        let message = made.message.in_english();
        made.message = message.replace(&named, "with this address").into();
    }
    made
}
