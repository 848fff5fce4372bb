//! Properties of every sample: words do not matter if the shape is complete, and if something is cut off or removed,
//! nobody gets another person's values.

use super::super::tests::records_of;
use super::super::{RawLog, Says, cell};
use super::read;
use super::tests::told;
use crate::import::Record;

/// The samples that have rows.
const SAMPLES: [&str; 18] = [
    "teams/teams_list_2020_de_INFERRED.csv",
    "teams/teams_list_2020_en_gb.csv",
    "teams/teams_list_2020_en_us.csv",
    "teams/teams_live_event_attendee.csv",
    "teams/teams_report_2021_meeting_summary.csv",
    "teams/teams_report_2024_sections_en_us.csv",
    "teams/teams_report_2025_pl_headers_us_dates_trailing_tabs.csv",
    "teams/teams_report_2026_four_sections_engagement.csv",
    "teams_more/list_es.csv",
    "teams_more/list_pl.csv",
    "teams_more/list_unknown_language.csv",
    "teams_more/live_event_anonymous.csv",
    "teams_more/report_de.csv",
    "teams_more/report_de_resaved_comma.csv",
    "teams_more/report_pt.csv",
    "teams_more/report_utc.csv",
    "teams_more/report_webinar.csv",
    "teams_more/summary_de_without_account.csv",
];

/// Returns records with every heading, label and section title replaced by a nonsense word.
///
/// These are in rows without a time, before the first time, or after a section's title; the `(UTC)` of a heading is not
/// a word and stays.
fn in_no_language(records: &[Record]) -> Vec<Record> {
    let mut count = 0;
    let mut word = |old: &str| {
        count += 1;
        let zone = if old.ends_with("(UTC)") { " (UTC)" } else { "" };
        let number = old
            .get(..3)
            .filter(|start| start.ends_with(". ") && filled_digit(start));
        format!(
            "{}Qw{}x{zone}",
            number.unwrap_or_default(),
            "zvk".repeat(count)
        )
    };
    let mut is_header = true;
    let mut changed = Vec::new();
    for (index, record) in records.iter().enumerate() {
        let width = record.filled();
        let is_title = width == 1 && (index == 0 || filled_digit(cell(record, 0)));
        let is_label = width == 2 && changed.len() == index && is_header;
        let cells: Vec<String> = if is_title {
            is_header = true;
            record
                .cells()
                .map(|cell| {
                    if cell.is_empty() {
                        String::new()
                    } else {
                        word(cell)
                    }
                })
                .collect()
        } else if is_label {
            let label = word(cell(record, 0));
            std::iter::once(label)
                .chain(record.cells().skip(1).map(str::to_owned))
                .collect()
        } else if is_header {
            is_header = false;
            record
                .cells()
                .map(|cell| {
                    if cell.is_empty() {
                        String::new()
                    } else {
                        word(cell)
                    }
                })
                .collect()
        } else {
            record.cells().map(str::to_owned).collect()
        };
        changed.push(Record::new(record.line(), cells.iter().map(String::as_str)));
    }
    changed
}

fn filled_digit(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit()) && text.get(1..3) == Some(". ")
}

#[test]
fn words_of_no_language_are_read_by_shape() {
    for path in SAMPLES {
        let records = records_of(path);
        let plain = read(&records).unwrap().unwrap();
        let changed = in_no_language(&records);
        assert_ne!(records, changed, "{path}");
        match read(&changed) {
            Some(Ok(log)) => {
                assert_eq!(told(&log), told(&plain), "{path}");
                assert_eq!(log.utc, plain.utc, "{path}");
                assert_eq!(log.order, plain.order, "{path}");
                assert_eq!(log.meetings, plain.meetings, "{path}");
            }
            // With nonsense words, the address that somebody registered with is an ordinary column.
            other => panic!("{path}: {other:?}"),
        }
    }
}

/// Asserts that a text is in one of the allowed columns of the row it was read from.
#[track_caller]
fn assert_own(row: &Record, text: &str, columns: &[usize], context: &str) {
    let found = columns.iter().any(|column| cell(row, *column) == text);
    assert!(text.is_empty() || found, "{context}, line {}", row.line());
}

/// Asserts that everything about a stay is from its own rows and the right columns.
#[track_caller]
fn assert_nobody_has_anothers(records: &[Record], log: &RawLog<'_>, context: &str) {
    let row = |line: u64| records.iter().find(|record| record.line() == line).unwrap();
    for line in &log.lines {
        let Says::Stay(stay) = &line.says else {
            continue;
        };
        let own = row(line.line);
        let parts = log
            .lines
            .iter()
            .filter(|other| other.says == Says::PartOf(line.line));
        let rows: Vec<&Record> = std::iter::once(own)
            .chain(parts.map(|part| row(part.line)))
            .collect();
        let of_any = |text: &str, column: usize| {
            text.is_empty() || rows.iter().any(|row| cell(row, column) == text)
        };
        match log.family {
            "teams-list" => {
                assert_own(own, &stay.name, &[0], context);
                assert!(of_any(stay.joined, 2) && of_any(stay.left, 2), "{context}");
                assert!(
                    rows.iter().all(|row| cell(row, 0) == stay.name),
                    "{context}"
                );
            }
            "teams-live-event" => {
                assert_own(own, &stay.name, &[2], context);
                assert_own(own, stay.email, &[1], context);
                assert!(of_any(stay.joined, 4) && of_any(stay.left, 4), "{context}");
                assert!(
                    rows.iter().all(|row| cell(row, 0) == cell(own, 0)),
                    "{context}"
                );
            }
            _ => {
                assert_own(own, &stay.name, &[0], context);
                assert_own(own, stay.joined, &[1], context);
                assert_own(own, stay.left, &[2], context);
                assert_own(own, stay.duration, &[3], context);
                // Or the address that section 2 has for the same name, with which they registered.
                let elsewhere = records.iter().any(|record| {
                    cell(record, 0) == stay.name
                        && [4, 7]
                            .iter()
                            .any(|column| cell(record, *column) == stay.email)
                });
                assert!(stay.email.is_empty() || elsewhere, "{context}");
            }
        }
    }
}

#[test]
fn nobody_has_what_is_anothers() {
    for path in SAMPLES {
        let records = records_of(path);
        let log = read(&records).unwrap().unwrap();
        assert_nobody_has_anothers(&records, &log, path);
        // Each row about somebody is reported exactly once.
        let mut lines: Vec<u64> = log.lines.iter().map(|line| line.line).collect();
        assert!(lines.is_sorted(), "{path}");
        lines.dedup();
        assert_eq!(lines.len(), log.lines.len(), "{path}");
    }
}

#[test]
fn a_file_that_ends_anywhere_is_read_or_refused() {
    for path in SAMPLES {
        for records in [records_of(path), in_no_language(&records_of(path))] {
            for length in 0..=records.len() {
                let mut part = records[..length].to_vec();
                check(&part, &records, &format!("{path}, {length} rows"));
                // Also in the middle of its last row, and of the last cell in that.
                let Some(last) = part.pop() else { continue };
                for width in 0..last.width() {
                    let mut cells: Vec<&str> = last.cells().take(width + 1).collect();
                    let cut = cells.pop().unwrap_or_default();
                    let half: String = cut.chars().take(cut.chars().count() / 2).collect();
                    cells.push(&half);
                    part.push(Record::new(last.line(), cells.iter().copied()));
                    if part.last().is_some_and(|record| !record.is_blank()) {
                        read(&part).map(drop).unwrap_or_default();
                        check_all_but_last(&part, &records, &format!("{path}, {length}, {width}"));
                    }
                    part.pop();
                }
            }
        }
    }
}

#[track_caller]
fn check(part: &[Record], whole: &[Record], context: &str) {
    if let Some(Ok(log)) = read(part) {
        assert_nobody_has_anothers(whole, &log, context);
    }
}

/// Checks all lines except the last, which is cut so that its cells are not cells of the file any more.
#[track_caller]
fn check_all_but_last(part: &[Record], whole: &[Record], context: &str) {
    let Some(last) = part.last().map(Record::line) else {
        return;
    };
    if let Some(Ok(mut log)) = read(part) {
        let touched: Vec<u64> = log
            .lines
            .iter()
            .filter_map(|line| match line.says {
                Says::PartOf(first) if line.line == last => Some(first),
                _ => None,
            })
            .collect();
        log.lines
            .retain(|line| line.line != last && !touched.contains(&line.line));
        assert_nobody_has_anothers(whole, &log, context);
    }
}

/// Returns records without a column, only in the tables: rows of one or two cells keep theirs.
fn without_column(records: &[Record], column: usize) -> Vec<Record> {
    records
        .iter()
        .map(|record| {
            if record.filled() <= 2 && record.width() != 3 {
                return record.clone();
            }
            let cells = record
                .cells()
                .enumerate()
                .filter(|(index, _)| *index != column);
            Record::new(record.line(), cells.map(|(_, cell)| cell))
        })
        .filter(|record| !record.is_blank())
        .collect()
}

#[test]
fn a_missing_column_is_missing_and_never_another() {
    for path in SAMPLES {
        let whole = records_of(path);
        for (words, records) in [("own", whole.clone()), ("no", in_no_language(&whole))] {
            let width = records.iter().map(Record::width).max().unwrap();
            for first in 0..width {
                let once = without_column(&records, first);
                check(
                    &once,
                    &whole,
                    &format!("{path}, {words} words, without {first}"),
                );
                for second in 0..width - 1 {
                    let twice = without_column(&once, second);
                    let context = format!("{path}, {words} words, without {first}, {second}");
                    check(&twice, &whole, &context);
                }
            }
        }
    }
}

#[test]
fn a_missing_cell_is_its_rows_alone() {
    for path in SAMPLES {
        let records = records_of(path);
        for index in 0..records.len() {
            for column in 0..records[index].width() {
                let mut changed = records.clone();
                let cells = records[index].cells().enumerate();
                let without = cells
                    .filter(|(other, _)| *other != column)
                    .map(|(_, cell)| cell);
                changed[index] = Record::new(records[index].line(), without);
                changed.retain(|record| !record.is_blank());
                let Some(Ok(mut log)) = read(&changed) else {
                    continue;
                };
                // That row itself is shifted; so are all rows of its person in a list.
                let line = records[index].line();
                let is_heading = !read(&records)
                    .unwrap()
                    .unwrap()
                    .lines
                    .iter()
                    .any(|said| said.line == line);
                let touched: Vec<u64> = log
                    .lines
                    .iter()
                    .filter_map(|said| match said.says {
                        Says::PartOf(first) if said.line == line => Some(first),
                        _ => None,
                    })
                    .collect();
                log.lines
                    .retain(|said| said.line != line && !touched.contains(&said.line));
                let context = format!("{path}, line {line}, without cell {column}");
                if !is_heading {
                    assert_nobody_has_anothers(&records, &log, &context);
                }
            }
        }
    }
}
