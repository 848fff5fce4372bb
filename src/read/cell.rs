//! The values of a workbook's cells as text, as a program would have written them into a CSV file.
//!
//! Dates and times are ISO 8601 without a zone: `2020-10-08`, `2020-10-08T09:58:03`, `09:58:03`. Numbers have no
//! exponent and up to 15 digits, as in Excel. `TRUE`, `FALSE` and errors such as `#N/A` are written as Excel shows them
//! in English.

use calamine::{Data, DataRef, ExcelDateTime};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use crate::output::guard;

/// Returns the text of a cell that may refer to the table of shared texts.
pub(super) fn text_of_ref(value: &DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(text) => tidy(text),
        value => text_of(&Data::from(value.clone())),
    }
}

/// Returns the text that CSV has for a cell of our own workbooks, with the same guards.
pub(super) fn exported_text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) => guard(&tidy(text)).into_owned(),
        DataRef::SharedString(text) => guard(&tidy(text)).into_owned(),
        DataRef::Bool(truth) => if *truth { "yes" } else { "no" }.to_owned(),
        value => text_of(&Data::from(value.clone())),
    }
}

/// Returns the text of a cell; an empty string for an empty one.
pub(super) fn text_of(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) => tidy(text),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number_text(*number),
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::DateTime(moment) => moment_text(*moment),
        Data::DateTimeIso(text) => iso_text(text),
        Data::DurationIso(text) => duration_text(text).unwrap_or_else(|| text.clone()),
        Data::Error(error) => error.to_string(),
    }
}

/// Removes NUL and byte-order marks, as for text files.
fn tidy(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\0' | '\u{FEFF}'))
        .collect()
}

/// Writes a number with the 15 digits that Excel keeps, never with an exponent.
fn number_text(number: f64) -> String {
    let kept = format!("{number:.14e}").parse().unwrap_or(number);
    // Adding zero turns negative zero into zero.
    format!("{}", kept + 0.0)
}

/// Writes a date, a date with time, or a time; seconds are rounded, as spreadsheets show them.
fn moment_text(moment: ExcelDateTime) -> String {
    let days = moment.as_f64();
    if moment.is_duration() || (0.0..1.0).contains(&days) {
        return clock_text((days * 86_400.0).round());
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
        .and_then(|date| date.and_hms_opt(u32::from(hour), u32::from(minute), u32::from(second)))
        .and_then(|time| time.checked_add_signed(TimeDelta::seconds(i64::from(milli >= 500))))
        // 29 February 1900, which only exists in Excel.
        .map_or_else(|| number_text(days), date_text)
}

fn date_text(moment: NaiveDateTime) -> String {
    if moment.time() == NaiveTime::MIN {
        moment.format("%Y-%m-%d").to_string()
    } else {
        moment.format("%Y-%m-%dT%H:%M:%S").to_string()
    }
}

/// Writes hours, minutes and seconds; a duration may have more than 24 hours.
fn clock_text(seconds: f64) -> String {
    let sign = if seconds < 0.0 { "-" } else { "" };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole, positive; too large ones saturate"
    )]
    let seconds = seconds.abs() as u64;
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    format!("{sign}{hours:02}:{minutes:02}:{:02}", seconds % 60)
}

/// Converts the ISO dates of `.ods` files to the same form.
fn iso_text(text: &str) -> String {
    match text.parse::<NaiveDateTime>() {
        Ok(moment) => date_text(moment.with_nanosecond(0).unwrap_or(moment)),
        Err(_) => text.to_owned(),
    }
}

/// Parses an ISO duration such as `PT10H30M00S`, which `.ods` files use for times.
fn duration_text(text: &str) -> Option<String> {
    let mut rest = text.strip_prefix("PT")?;
    let mut seconds = 0.0;
    for (unit, length) in [('H', 3600.0), ('M', 60.0), ('S', 1.0)] {
        if let Some((number, after)) = rest.split_once(unit) {
            seconds += number.replace(',', ".").parse::<f64>().ok()? * length;
            rest = after;
        }
    }
    rest.is_empty().then(|| clock_text(seconds.round()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn numbers_are_written_as_a_person_would() {
        let written = [
            0.0,
            -0.0,
            80331.0,
            493_012_345_678.0,
            2.05,
            0.1 + 0.2,
            -7.5,
            1e20,
        ];
        let expected = [
            "0",
            "0",
            "80331",
            "493012345678",
            "2.05",
            "0.3",
            "-7.5",
            "100000000000000000000",
        ];
        assert_eq!(written.map(number_text), expected);
    }

    #[test]
    fn dates_and_times_are_iso_with_the_second_the_sheet_shows() {
        let moment = |days, kind| moment_text(ExcelDateTime::new(days, kind, false));
        let dated = |days| moment(days, ExcelDateTimeType::DateTime);
        assert_eq!(dated(44112.0), "2020-10-08");
        assert_eq!(dated(44112.0 + 10.0 / 24.0), "2020-10-08T10:00:00");
        assert_eq!(dated(44_112.415_312_499_9), "2020-10-08T09:58:03");
        assert_eq!(dated(44_112.999_999_9), "2020-10-09");
        assert_eq!(dated(0.5), "12:00:00");
        assert_eq!(moment(1.5, ExcelDateTimeType::TimeDelta), "36:00:00");
        assert_eq!(moment(f64::NAN, ExcelDateTimeType::TimeDelta), "00:00:00");
    }

    #[test]
    fn the_dates_of_libreoffice_look_the_same() {
        assert_eq!(
            iso_text("2020-10-08T09:58:03.500000000"),
            "2020-10-08T09:58:03"
        );
        assert_eq!(iso_text("2020-10-08T00:00:00"), "2020-10-08");
        assert_eq!(iso_text("2020-10-08"), "2020-10-08");
        assert_eq!(duration_text("PT09H58M03S").as_deref(), Some("09:58:03"));
        assert_eq!(duration_text("PT1H7S").as_deref(), Some("01:00:07"));
        assert_eq!(duration_text("P3D"), None);
    }
}
