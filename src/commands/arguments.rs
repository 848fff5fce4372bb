//! Parses values on the command line that several commands use.

use super::refusal::Unfit;
use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

use crate::catalogue::messages::{times, typed};
use crate::catalogue::{Language, Wording};
use crate::error::Error;
use crate::identity::normalize_address;
use crate::import::values::dates::{self, DateProblem};
use crate::intake::{self, IntakeError};
use crate::message;
use crate::model::time::{self, Reading};
use crate::model::{Instant, Keep, KeepError, Person, Purpose, Rule, RuleError};
use crate::output::written_out;
use crate::report::labels::Worded;
use crate::report::selection::{as_typed, is_called};
use crate::store::Reader;

/// Parses one of the program's own words: its key, or its name in any language.
pub(super) fn own_word<T: Worded>(
    text: &str,
    all: impl IntoIterator<Item = T>,
) -> Result<T, Unfit> {
    let all: Vec<T> = all.into_iter().collect();
    let mut words = all.iter().copied();
    words.find(|it| is_called(it.word(), text)).ok_or_else(|| {
        let words: Vec<Wording> = all.iter().map(|it| it.word().wording()).collect();
        Unfit::because(message!(typed::write_one_of { words }))
    })
}

/// Parses how long data is kept.
pub(super) fn parse_keep(text: &str) -> Result<Keep, Unfit> {
    text.parse().map_err(|error| {
        Unfit::because(match error {
            KeepError::NoPeriod(text) => message!(typed::no_period { text }),
            KeepError::NoStage(_) => typed::NO_STAGE.into(),
            KeepError::OutOfOrder(earlier, later) => message!(typed::keep_out_of_order {
                earlier: earlier.as_str(),
                later: later.as_str()
            }),
        })
    })
}

/// Parses what a consent is for.
pub(super) fn purpose(text: &str) -> Result<Purpose, Unfit> {
    own_word(text, Purpose::ALL)
}

/// Parses a time: with a date, or the time of day on `day`; in `zone` unless it has an offset.
pub(super) fn instant(text: &str, day: Option<NaiveDate>, zone: Tz) -> Result<Instant, Error> {
    let moment = dates::parse(text, None).map_err(|problem| not_a_time(text, &problem))?;
    let no_date = || Error::usage(message!(times::no_date { text })).hinted(times::WRITE_A_TIME);
    let resolved = dates::resolve(moment, day, zone).ok_or_else(no_date)?;
    match resolved.reading {
        Reading::Once => Ok(resolved.instant),
        Reading::Skipped => {
            Err(Error::usage(dates::skipped(moment, day, zone)).hinted(times::GIVE_A_SHOWN_TIME))
        }
        Reading::Twice => Err(twice(text, resolved.instant, zone)),
    }
}

/// Returns why a text cannot be parsed as a time.
fn not_a_time(text: &str, problem: &DateProblem) -> Error {
    match problem {
        // A single value has no others that would show the order, and nothing is guessed.
        DateProblem::Ambiguous {
            day_first,
            month_first,
            ..
        } => Error::usage(message!(times::two_readings {
            text,
            one: written_out(*month_first),
            other: written_out(*day_first)
        }))
        .hinted(message!(times::write_either {
            one: unambiguous(*day_first),
            other: unambiguous(*month_first)
        })),
        DateProblem::NotADate => {
            Error::usage(message!(times::not_a_time { text })).hinted(times::WRITE_A_TIME)
        }
        DateProblem::DotOrShare(_) => {
            Error::usage(message!(times::dot_or_share { text })).hinted(times::WRITE_A_TIME)
        }
        DateProblem::OtherSeason(_) => Error::usage(problem.message()).hinted(times::WRITE_A_TIME),
        DateProblem::Impossible(_) | DateProblem::AgainstOrder { .. } => {
            Error::usage(message!(times::impossible { text })).hinted(times::WRITE_A_TIME)
        }
    }
}

/// Parses the end of something that starts at `start`: a time of day is on the same day, and `00:00` means the midnight
/// after it.
pub(super) fn end_after(text: &str, start: Instant, zone: Tz) -> Result<Instant, Error> {
    let day = start.with_timezone(&zone).date_naive();
    let is_midnight = dates::parse(text, None).is_ok_and(dates::Moment::is_bare_midnight);
    let end = instant(text, Some(day), zone)?;
    match day.succ_opt() {
        Some(next) if is_midnight && end <= start => instant(text, Some(next), zone),
        _ => Ok(end),
    }
}

/// Refuses a time that clocks show twice, since only the user knows which one is meant.
fn twice(text: &str, first: Instant, zone: Tz) -> Error {
    let offset = |instant: Instant| instant.with_timezone(&zone).format("%:z").to_string();
    let second = time::second_reading(first, zone).unwrap_or(first);
    Error::usage(message!(times::shown_twice {
        text,
        zone: zone.name()
    }))
    .hinted(message!(times::write_the_offset {
        first: offset(first),
        second: offset(second)
    }))
}

/// Returns `2020-10-08 (08.10.2020)`.
fn unambiguous(day: NaiveDate) -> String {
    day.format("%Y-%m-%d (%d.%m.%Y)").to_string()
}

/// Parses a rule, for clap.
pub(super) fn parse_rule(text: &str) -> Result<Rule, Unfit> {
    let wrong = |error: RuleError| Unfit::because(error.message());
    text.parse().map_err(wrong)
}

/// Parses a zone, for clap.
pub(super) fn parse_zone(text: &str) -> Result<Tz, Unfit> {
    text.parse().map_err(|_| Unfit::because(typed::NOT_A_ZONE))
}

/// Returns whether a text is a date without a time of day.
pub(super) fn is_date_only(text: &str) -> bool {
    dates::parse(text, None).is_ok_and(|moment| moment.time.is_none())
}

/// Returns the last minute of a day, for an event that ends on a date without a time.
pub(super) fn end_of_day(day: NaiveDate, zone: Tz) -> Instant {
    let last = NaiveTime::from_hms_opt(23, 59, 0).unwrap_or_default();
    time::from_local(day.and_time(last), zone)
}

/// Parses an email address; an invalid one is not repeated, since errors get pasted into emails.
pub(super) fn address(text: &str) -> Result<String, Error> {
    normalize_address(text)
        .ok_or_else(|| Error::usage(typed::NOT_AN_ADDRESS).hinted(typed::WRITE_AN_ADDRESS))
}

/// Parses the number of places; empty, or `none` in any language, means that there is no limit.
pub(super) fn capacity(text: &str) -> Result<Option<i64>, Error> {
    let number = text.trim();
    let is_none = |language| as_typed(typed::NO_LIMIT.in_language(language)) == as_typed(number);
    if number.is_empty() || Language::ALL.into_iter().any(is_none) {
        return Ok(None);
    }
    match number.parse() {
        Ok(places) if places >= 0 => Ok(Some(places)),
        _ => Err(
            Error::usage(message!(typed::not_a_number_of_places { number }))
                .hinted(typed::WRITE_A_NUMBER),
        ),
    }
}

/// Returns the error for a change without any option that changes something.
pub(super) fn nothing_to_change(command: &str) -> Error {
    Error::usage(typed::NOTHING_TO_CHANGE).hinted(message!(typed::lists_the_options { command }))
}

/// Returns the value of an option; an empty one removes the current value.
pub(super) fn or_nothing(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Returns a name without surrounding spaces, and with single spaces inside.
pub(super) fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Finds all given people, each once, in the order they are given.
pub(super) fn people(
    reader: &Reader<'_>,
    references: &[String],
) -> Result<Vec<Person>, IntakeError> {
    let mut people: Vec<Person> = Vec::new();
    for reference in references {
        let found = intake::find_person(reader, reference)?;
        if people.iter().all(|known| known.id != found.id) {
            people.push(found);
        }
    }
    Ok(people)
}

/// Returns a command as typed by a user.
pub(super) fn shown_command<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let mut shown = "rollcall".to_owned();
    for word in words {
        let is_plain = |it: char| it.is_alphanumeric() || "-_.@+:/%".contains(it);
        let quote = if word.is_empty() || !word.chars().all(is_plain) {
            "\""
        } else {
            ""
        };
        shown.extend([" ", quote, word, quote]);
    }
    shown
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use super::*;
    use crate::model::{Part, SessionKind, SignupStatus, Verdict};

    /// Asserts that each word is understood in every language, and is unambiguous.
    fn assert_understood<T: Worded + PartialEq + Debug>(all: &[T]) {
        for it in all {
            let word = it.word();
            let labels = Language::ALL.map(|language| word.in_language(language));
            for label in labels.into_iter().chain([word.key()]) {
                let typed = [
                    label.to_owned(),
                    label.to_uppercase(),
                    label.replace([' ', '-'], "_"),
                    format!("  {label} "),
                ];
                for typed in typed {
                    let understood = own_word(&typed, all.iter().copied());
                    assert_eq!(understood.as_ref(), Ok(it), "{typed}");
                }
            }
        }
    }

    #[test]
    fn every_label_is_understood_in_every_language() {
        assert_understood(&Verdict::ALL);
        assert_understood(&SignupStatus::ALL);
        assert_understood(&SessionKind::ALL);
        assert_understood(&Part::ALL);
    }

    #[test]
    fn states_are_understood_by_other_words_too() {
        for language in Language::ALL {
            for (words, status) in [
                (typed::CONFIRMED, SignupStatus::Confirmed),
                (typed::WAITLISTED, SignupStatus::Waitlisted),
                (typed::CANCELLED, SignupStatus::Cancelled),
            ] {
                let words = words.in_language(language).split(',');
                for word in words {
                    assert_eq!(own_word(word, SignupStatus::ALL), Ok(status), "{word}");
                }
            }
        }
    }

    #[test]
    fn another_word_is_answered_with_those_there_are() {
        let wrong = own_word("perhaps", SignupStatus::ALL).unwrap_err();
        let said =
            [Language::En, Language::De].map(|language| wrong.message().in_language(language));
        assert_eq!(said[0], "write confirmed, waitlisted or cancelled");
        assert_eq!(
            said[1],
            "Schreiben Sie angemeldet, Warteliste oder abgemeldet"
        );
    }

    #[test]
    fn no_limit_is_understood_in_every_language() {
        for word in ["", " none ", "None", "unbegrenzt"] {
            assert_eq!(capacity(word).ok(), Some(None), "{word}");
        }
        assert_eq!(capacity("12").ok(), Some(Some(12)));
        for word in ["-1", "viele", "1.5"] {
            assert!(capacity(word).is_err(), "{word}");
        }
    }
}
