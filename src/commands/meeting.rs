//! Determines the event of an import if none is on file: from the command line, from file names, and by asking the
//! user.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use chrono_tz::Tz;
use inquire::{InquireError, Text};

use super::arguments::{end_of_day, instant, is_date_only, single_spaced};
use super::event::{end, in_order};
use crate::catalogue::messages::{event, meeting as words, references};
use crate::catalogue::{Message, Wording};
use crate::context::Context;
use crate::error::Error;
use crate::intake::slug_of;
use crate::message;
use crate::model::{EventFacts, Instant, time};
use crate::output::shown;
use crate::store::NewEvent;

/// Options for a new event.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct MeetingArgs {
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
}

/// What happens to the new event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    /// It is kept: nothing is taken from a file name without asking.
    Stays,
    /// It is temporary, for one document: what a file name says is used, and reported.
    Passes,
}

/// What file names say.
#[derive(Debug, Default, PartialEq, Eq)]
struct Named {
    title: Option<String>,
    /// The only date in them.
    date: Option<NaiveDate>,
}

impl MeetingArgs {
    /// Returns whether any option is given.
    pub(super) fn is_said(&self) -> bool {
        self.title.is_some() || self.date.is_some()
    }

    /// Returns the event.
    ///
    /// # Errors
    /// If something is missing and the user cannot be asked, or an option cannot be parsed.
    pub(super) fn event(
        &self,
        context: &mut Context,
        files: &[PathBuf],
        zone: Option<Tz>,
        kept: Kept,
    ) -> Result<NewEvent, Error> {
        let zone = zone.unwrap_or(context.zone);
        let named = named(files);
        let title = self.title(context, named.title, kept)?;
        let (start, end) = self.when(context, named.date, zone, kept)?;
        Ok(NewEvent {
            slug: slug_of(&title),
            title,
            start,
            end,
            zone,
            place: None,
            rule: None,
            facts: EventFacts::default(),
        })
    }

    fn title(
        &self,
        context: &mut Context,
        named: Option<String>,
        kept: Kept,
    ) -> Result<String, Error> {
        let title = match (&self.title, named) {
            (Some(title), _) => single_spaced(title),
            (None, Some(title)) if kept == Kept::Passes => {
                context.say(message!(meeting::title_of_name { title }))?;
                title
            }
            (None, named) => {
                let missing = words::WITHOUT_A_TITLE;
                let hint = match self.date {
                    Some(_) => words::SAY_THE_TITLE,
                    None => words::SAY_TITLE_AND_DATE,
                };
                let said = ask(context, words::WHICH_TITLE, named, [missing, hint], kept)?;
                single_spaced(&said)
            }
        };
        if title.is_empty() {
            return Err(Error::usage(event::WITHOUT_A_TITLE));
        }
        Ok(title)
    }

    fn when(
        &self,
        context: &mut Context,
        named: Option<NaiveDate>,
        zone: Tz,
        kept: Kept,
    ) -> Result<(Instant, Instant), Error> {
        let text = match (&self.date, named) {
            (Some(date), _) => date.clone(),
            (None, Some(date)) if kept == Kept::Passes => {
                context.say(message!(meeting::date_of_name { date }))?;
                return Ok(whole_day(date, zone));
            }
            (None, named) => {
                let named = named.map(|date| date.to_string());
                let words_of = [words::WITHOUT_A_DATE, words::SAY_THE_DATE];
                ask(context, words::WHICH_DATE, named, words_of, kept)?
            }
        };
        span(&text, zone)
    }
}

/// Asks the user.
///
/// # Errors
/// If there is no terminal, or no answer.
fn ask(
    context: &Context,
    question: Wording,
    suggested: Option<String>,
    [missing, hint]: [Wording; 2],
    kept: Kept,
) -> Result<String, Error> {
    let not_said = || {
        let made = Error::new(references::NO_EVENT)
            .because(missing)
            .hinted(hint);
        match kept {
            Kept::Stays => made.hinted(references::SET_ONE_UP),
            Kept::Passes => made,
        }
    };
    if !context.may_ask() {
        return Err(not_said());
    }
    let question = question.in_language(context.language);
    let suggested = suggested.map(|it| shown(&it).into_owned());
    let text = Text::new(question);
    let text = match &suggested {
        Some(suggested) => text.with_initial_value(suggested),
        None => text,
    };
    match text.prompt() {
        Ok(said) if !said.trim().is_empty() => Ok(said),
        Ok(_) | Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => {
            Err(not_said())
        }
        Err(error) => Err(not_said().caused_by(error)),
    }
}

/// Parses start and end of an event: `2024-06-12`, `12.06.2024 10:00-16:00`, `2024-06-12..2024-06-13`.
///
/// # Errors
/// If it cannot be parsed, or has a begin with a time of day but no end.
fn span(text: &str, zone: Tz) -> Result<(Instant, Instant), Error> {
    let (first, last) = parts(text);
    let start = instant(first, None, zone)?;
    let end = match last {
        Some(last) => end(last, start, zone)?,
        None if is_date_only(first) => end_of_day(start.with_timezone(&zone).date_naive(), zone),
        None => {
            return Err(Error::usage(event::WITHOUT_AN_END).hinted(words::DATE_WITH_AN_END));
        }
    };
    in_order(start, end)?;
    Ok((start, end))
}

fn whole_day(day: NaiveDate, zone: Tz) -> (Instant, Instant) {
    let start = day.and_time(chrono::NaiveTime::MIN);
    (time::from_local(start, zone), end_of_day(day, zone))
}

/// Splits a span into its begin and its end.
fn parts(text: &str) -> (&str, Option<&str>) {
    let text = text.trim();
    let between = ["..", "–", " - "].iter().find_map(|it| text.split_once(it));
    // A hyphen may be part of a date, or precede an offset.
    let hours = || {
        let (first, last) = text.rsplit_once('-')?;
        let is_clock = |text: &str| text.contains(':') || text.trim().len() < 3;
        (is_clock(last) && first.contains(':') && !first.contains('T')).then_some((first, last))
    };
    match between.or_else(hours) {
        Some((first, last)) => (first.trim(), Some(last.trim())),
        None => (text, None),
    }
}

/// Returns what file names say about their event.
fn named(files: &[PathBuf]) -> Named {
    let stems = files.iter().filter(|file| *file != Path::new("-"));
    let stems = stems.filter_map(|file| file.file_stem()?.to_str());
    let mut named = Named::default();
    let mut dates = Vec::new();
    for stem in stems {
        let (rest, date) = without_date(stem);
        dates.extend(date);
        let title = single_spaced(&rest.replace(['_', '-'], " "));
        if named.title.is_none() && title.chars().any(char::is_alphabetic) {
            let mut letters = title.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            named.title = Some(first.chain(letters).collect());
        }
    }
    dates.sort_unstable();
    dates.dedup();
    named.date = match dates[..] {
        [date] => Some(date),
        _ => None,
    };
    named
}

/// Removes the first date from a file name: `2024-06-12`, `20240612`, `12.06.2024`.
fn without_date(stem: &str) -> (String, Option<NaiveDate>) {
    let is_digit = |letter: Option<char>| letter.is_some_and(|it| it.is_ascii_digit());
    for (start, _) in stem.char_indices() {
        if is_digit(stem[..start].chars().next_back()) {
            continue;
        }
        for length in [10, 9, 8] {
            let Some(text) = stem.get(start..start + length) else {
                continue;
            };
            if is_digit(stem[start + length..].chars().next()) {
                continue;
            }
            if let Some(date) = date_of(text) {
                let rest = format!("{} {}", &stem[..start], &stem[start + length..]);
                return (rest, Some(date));
            }
        }
    }
    (stem.to_owned(), None)
}

/// Parses a date that is unambiguous.
fn date_of(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split(['-', '_', '.']).collect();
    let number = |it: &&str| -> Option<u32> {
        let is_number = it.bytes().all(|it| it.is_ascii_digit());
        it.parse().ok().filter(|_| is_number)
    };
    let numbers: Vec<u32> = parts.iter().map(number).collect::<Option<_>>()?;
    let (year, month, day) = match (&numbers[..], text.contains('.')) {
        ([whole], _) if text.len() == 8 => (whole / 10_000, whole / 100 % 100, whole % 100),
        ([year, month, day], _) if parts[0].len() == 4 => (*year, *month, *day),
        // Only with points is it certain that the day comes first.
        ([day, month, year], true) if parts[2].len() == 4 => (*year, *month, *day),
        _ => return None,
    };
    let year = i32::try_from(year)
        .ok()
        .filter(|it| (1990..2100).contains(it))?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// Returns the error for an event that is described although one is already on file.
pub(super) fn is_there_already(title: &str) -> Error {
    Error::usage(message!(meeting::there_already { title }))
        .hinted(words::LEAVE_OUT_OR_EDIT)
        .hinted(Message::verbatim(
            "rollcall event edit --title TITLE --start DATE",
        ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(files: &[&str]) -> (Option<String>, Option<String>) {
        let files: Vec<PathBuf> = files.iter().map(PathBuf::from).collect();
        let named = named(&files);
        (named.title, named.date.map(|it| it.to_string()))
    }

    #[test]
    fn the_name_of_a_file_says_title_and_date_where_there_is_one_reading() {
        let text = |text: &str| Some(text.to_owned());
        let date = text("2024-06-12");
        for name in [
            "Clustertreffen_2024-06-12.xlsx",
            "in/clustertreffen 20240612.csv",
            "Clustertreffen 12.06.2024.xlsx",
            "2024_06_12-Clustertreffen.csv",
        ] {
            assert_eq!(
                of(&[name]),
                (text("Clustertreffen"), date.clone()),
                "{name}"
            );
        }
        assert_eq!(of(&["anmeldungen.xlsx"]), (text("Anmeldungen"), None));
        assert_eq!(of(&["ärzte-tag.xlsx"]), (text("Ärzte tag"), None));
        assert_eq!(of(&["-"]), (None, None));
        assert_eq!(of(&["2024-06-12.csv"]), (None, date.clone()));
        // Ambiguous dates, no date at all, a number.
        for name in [
            "treffen 06-12-2024",
            "treffen 2024-13-40",
            "treffen 123456789",
        ] {
            assert_eq!(of(&[name]).1, None, "{name}");
        }
        let two = of(&["a_2024-06-12.csv", "b_2024-06-13.csv"]);
        assert_eq!(two, (text("A"), None), "which day is it?");
        assert_eq!(of(&["a_2024-06-12.csv", "b_20240612.csv"]).1, date);
    }

    #[test]
    fn a_date_may_have_hours_and_a_last_day() {
        let zone = chrono_tz::Europe::Berlin;
        for (text, expected) in [
            ("2024-06-12", Some("12 00:00 – 12 23:59")),
            ("12.06.2024", Some("12 00:00 – 12 23:59")),
            ("12.06.2024 10:00-16:00", Some("12 10:00 – 12 16:00")),
            ("2024-06-12 10:00–16:30", Some("12 10:00 – 12 16:30")),
            (
                "2024-06-12 10:00 - 2024-06-13 15:00",
                Some("12 10:00 – 13 15:00"),
            ),
            ("2024-06-12..2024-06-13", Some("12 00:00 – 13 23:59")),
            ("2024-06-12 10:00", None),
            ("2024-06-12 16:00-10:00", None),
            ("tomorrow", None),
        ] {
            let read = span(text, zone).ok().map(|(start, end)| {
                let local = |at: Instant| at.with_timezone(&zone).format("%d %H:%M").to_string();
                format!("{} – {}", local(start), local(end))
            });
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }
}
